"""The doctor names what is wrong with hints, and finds nothing where members merge and part."""

import pytest

from app.models import doctor, doctor_hints
from app.services.hint_types import Hint, Said
from app.services.ids import uuid7
from app.services.rules.insight.hints import HintKind
from tests.shop_builder import add_member, add_product, cart_of, cash
from tests.trust.test_doctor import triggers_off

# Fault → (statement, what the doctor calls it).
FAULTS = {
    "of who was merged": (
        "UPDATE hint SET seq = (SELECT seq FROM member WHERE number = 'gone')",
        {"hint of who was merged", "hints", "due again"},
    ),
    "a place left out": ("UPDATE hint SET rank = 2 WHERE kind = 'due_again'", {"hints"}),
    "reckoned by nobody": ("DELETE FROM hint_made", {"hints"}),
    "bought more often than it was": (
        "UPDATE hint SET facts = json_set(facts, '$.times', 9) WHERE kind = 'due_again'",
        {"due again"},
    ),
    "a pair that met less": ("UPDATE hint_pair SET baskets = 99", {"bought together"}),
    "a best-seller that sold less": ("UPDATE hint_best SET baskets = 99", {"best-seller"}),
    "the second without the first": (
        "DELETE FROM hint_shown WHERE position = 1",
        {"hint without the first"},
    ),
    "one kind twice": ("UPDATE hint_shown SET kind = 'due_again'", {"hint said twice"}),
    "bought, and not in the basket": (
        "UPDATE hint_shown SET product_id = (SELECT id FROM product WHERE name = 'soap')",
        {"hint bought"},
    ),
    "in the basket, and not bought": (
        "UPDATE hint_shown SET outcome = 'refused'",
        {"hint not bought"},
    ),
    "the best-seller of no basket": (
        "UPDATE hint_shown SET outcome = 'none', sale_id = NULL, best_seller = 1",
        {"hint beside the best-seller"},
    ),
}


class _TakenBack(Exception):
    pass


@pytest.fixture
def merged(shop, clock):
    """Keep and gone are one, and come for tea; what was said was bought. Returns their ids."""
    tea, cake, soap = (add_product(shop, name, 100) for name in ("tea", "cake", "soap"))
    keep, gone = add_member(shop, number="keep"), add_member(shop, number="gone")

    def buy(*items, member=None):
        cart = cart_of(*items, member=member)
        return shop.checkout.complete(uuid7(), cart, None, (cash(100 * len(items)),)).sale_id

    for _ in range(12):
        buy(soap)
        buy(tea, cake)
    for member in (keep, gone, keep, gone):
        buy(tea, member=member)
        clock.forward(days=10)
    shop.merges.merge(uuid7(), keep, gone)
    shop.hints.refresh(keep)
    shop.hints.refresh_shop()
    assert cake.product_id is not None
    together = Hint(HintKind.TOGETHER, cake.product_id.hex, product_id=cake.product_id)
    sale = buy(tea, cake, member=keep)
    said = [*map(Said, shop.hints.hints(keep).hints), Said(together)]
    shop.hints.record(sale, keep, said, sale)
    assert [hint.hint.kind for hint in said] == [HintKind.DUE_AGAIN, HintKind.TOGETHER]
    return keep, gone


def test_the_doctor_names_what_is_wrong_with_hints(shop, merged):
    assert not [each for each in shop.doctor.run() if not each.ok]
    database = shop.desk.database

    def found(statement):
        """What it finds of a file changed by hand, which is then as it was."""
        faults: set[str] = set()

        def work():
            database.execute(statement)
            faults.update(row[0] for row in doctor.faults(database, "hints", recent=False, limit=9))
            faults.update(row[0] for row in doctor_hints.short_counts(database))
            raise _TakenBack

        with pytest.raises(_TakenBack):
            database.in_transaction(work)
        return faults

    with triggers_off(database, "hint_shown"):
        named = {fault: found(statement) for fault, (statement, _) in FAULTS.items()}
    assert named == {fault: expected for fault, (_, expected) in FAULTS.items()}
    assert not [each for each in shop.doctor.run() if not each.ok]


def test_hints_are_forgotten_where_members_merge_or_part(shop, merged):
    """Tea is due for both as one; each by themself came twice, which is no habit."""
    keep, gone = merged
    assert shop.hints.hints(keep).stale is False
    shop.merges.unmerge(uuid7(), keep)
    for member in merged:
        assert (shop.hints.hints(member).hints, shop.hints.hints(member).stale) == ((), True)
        shop.hints.refresh(member)
    assert not [each for each in shop.doctor.run() if not each.ok]
    shop.merges.merge(uuid7(), keep, gone)
    shop.hints.refresh(gone)  # asked for by who has the old card: of who they are now
    assert shop.hints.hints(keep).stale is False
    assert not [each for each in shop.doctor.run() if not each.ok]
