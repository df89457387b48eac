"""In a segment who was merged is one person: as if everything had been done by one member."""

from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.services.ids import uuid7
from app.services.rules.insight.rfm import RfmValues
from app.services.rules.refund import RefundDraft
from app.services.settings import ShopSettings
from app.shop import create_shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import Clock, add_member, add_product, cart_of, cash, sell

# Around each day and sum that the histories below can come to.
AGO = (0, 1, 29, 30, 31, 200, 364, 400)
ASKED = {
    "last_visit": AGO,
    "first_visit": AGO,
    "visits_12_months": (0, 1, 2, 3),
    "spent_12_months": ("0", "20.00", "30.00"),
    "basket": ("10.00", "15.00"),
    "spent": ("20.00",),
    "rhythm": (1, 30, 31),
}
CONDITIONS = (
    *(f"{name} {how} {value}" for name, all_ in ASKED.items() for value in all_ for how in "<=>"),
    "bought tea",
    "not bought tea",
    "bought tea in 30 days",
    "not bought cake in 400 days",
)

# (days ago, product, whether it came back); the third product is a check-in
PAST = st.lists(
    st.tuples(st.sampled_from((0, 1, 30, 31, 364, 400)), st.sampled_from((0, 1, 2)), st.booleans()),
    max_size=4,
)


class Shop:
    """Keep and gone, and who did what each of them did, and what both did."""

    def __init__(self, folder):
        self.clock = Clock()
        self.shop = create_shop(TillConfig(folder), ShopSettings(name="t"), clock=self.clock)
        names = ("keep", "gone", "as keep", "as gone", "as both")
        self.ids = {each: add_member(self.shop, each, each) for each in names}
        self.goods = add_product(self.shop, "tea", 1_000), add_product(self.shop, "cake", 2_000)

    def happened(self, past):
        """Each did this; (who, days ago, product, came back)."""
        start = self.clock.moment
        for who, ago, product, back in sorted(past, key=lambda each: -each[1]):
            self.clock.moment = start - timedelta(days=ago)
            for name in (who, f"as {who}", "as both"):
                if product == 2:
                    self.shop.visits.check_in(self.ids[name])
                    continue
                item = self.goods[product]
                cart = cart_of(item, member=self.ids[name])
                sold = self.shop.checkout.complete(
                    uuid7(), cart, None, (cash(item.unit_price_minor),)
                )
                if back:
                    self.shop.refunds.refund(RefundDraft(uuid7(), sold.sale_id))
        self.clock.moment = start

    def alike(self, *pairs):
        """Whatever is asked, one of each pair is in the answer where the other is."""
        for conditions in CONDITIONS:
            found = {each.number for each in self.shop.segments.members(conditions)}
            assert self.shop.segments.count(conditions) == len(found)
            assert self.shop.segments.about(conditions) == len(found)
            for one, other in pairs:
                assert (one in found) == (other in found), (conditions, one, found)


# A shop a time: what fails is told as it is, since trying on takes minutes.
@settings(max_examples=6, deadline=None, phases=(Phase.generate,))
@given(keep=PAST, gone=PAST)
def test_whatever_is_asked_a_merged_member_did_what_both_did(tmp_path_factory, keep, gone):
    """And after the merge is undone each did what they did."""
    one = Shop(tmp_path_factory.mktemp("shop"))
    one.happened([("keep", *each) for each in keep] + [("gone", *each) for each in gone])
    apart = (("keep", "as keep"), ("gone", "as gone"))
    one.alike(*apart)
    one.shop.merges.merge(uuid7(), one.ids["keep"], one.ids["gone"])
    one.alike(("keep", "as both"))
    assert "gone" not in {each.number for each in one.shop.segments.members("name != x")}
    one.shop.merges.unmerge(uuid7(), one.ids["keep"])
    one.alike(*apart)
    one.shop.close()


def test_a_chain_of_merges_is_one_person_too(shop, clock):
    first, second, third = (add_member(shop, "陈思", f"00000{at}") for at in range(1, 4))
    sell(shop, 1_000, third)
    clock.forward(days=40)
    sell(shop, 2_000, second)
    shop.merges.merge(uuid7(), second, third)
    shop.merges.merge(uuid7(), first, second)
    for conditions in ("first_visit = 40 and last_visit = 0", "basket = 15.00"):
        assert [each.number for each in shop.segments.members(conditions)] == ["000001"]
    assert shop.insights.rfm().values(0) == RfmValues(0, 2, 3_000)


@pytest.mark.parametrize("conditions", ["coupons = 1", "coupons > 0 and passes = 0"])
def test_benefits_of_who_was_merged_are_the_keepers(shop, conditions):
    use(shop, EVERYTHING_IN_ONE)
    keep, gone = add_member(shop, "陈思", "000001"), add_member(shop, "陈思", "000002")
    shop.coupons.issue("five", gone)
    shop.merges.merge(uuid7(), keep, gone)
    assert [each.number for each in shop.segments.members(conditions)] == ["000001"]
    shop.merges.unmerge(uuid7(), keep)
    assert [each.number for each in shop.segments.members(conditions)] == ["000002"]
