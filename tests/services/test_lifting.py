"""A scheme newly in force lifts members at once where asked; nobody is lowered."""

from dataclasses import replace

import pytest

from app.errors import Cancelled
from app.services.lifting import Lifted
from tests.scheme_builder import SIMPLE, TIERS, sound, use
from tests.shop_builder import add_member, sell


def tier(shop, member):
    return shop.loyalty.standing(member).tier.tier


def test_members_are_lifted_now_to_what_they_bought_before_the_scheme_came(shop):
    """Gold begins at 500.00 of the year, Platinum at 2,000.00."""
    use(shop, SIMPLE)
    bought = (10_000, 60_000, 250_000)
    members = [add_member(shop, f"M{nth}", f"00010{nth}") for nth in range(3)]
    for member, amount in zip(members, bought, strict=True):
        sell(shop, amount, member)
    use(shop, replace(SIMPLE, tiers=TIERS))
    assert [tier(shop, each) for each in members] == ["classic"] * 3
    would = Lifted(2, (("gold", 1), ("platinum", 1)))
    assert shop.lifting.preview() == would
    assert [tier(shop, each) for each in members] == ["classic"] * 3
    assert shop.lifting.lift() == would
    assert [tier(shop, each) for each in members] == ["classic", "gold", "platinum"]
    assert shop.lifting.lift() == Lifted(0, ())
    assert sound(shop)


def test_lifting_that_is_stopped_lifts_nobody(shop):
    use(shop, SIMPLE)
    member = add_member(shop)
    sell(shop, 60_000, member)
    use(shop, replace(SIMPLE, tiers=TIERS))
    with pytest.raises(Cancelled):
        shop.lifting.lift(cancelled=lambda: True)
    assert tier(shop, member) == "classic"


def test_a_scheme_without_tiers_lifts_nobody(shop):
    use(shop, SIMPLE)
    assert shop.lifting.lift() == Lifted(0, ())
