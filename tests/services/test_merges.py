"""Two members who are one person: merged by entries, found by either, taken apart again."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import MemberMerged, MergeRefused, PhoneTaken, WalletCapReached
from app.services.deposits import DepositDraft
from app.services.ids import uuid7
from app.services.member_measures import read_measures
from app.services.member_types import MemberDraft, MemberState
from app.services.merge_types import KeptPlan, Stays
from app.services.rules.cart import Item
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import EVERYTHING_IN_ONE, SIMPLE, sound, use
from tests.shop_builder import balance, cart_of, cash, sell, stored_balance


def enrol(shop, name, **more):
    return shop.members.add(MemberDraft(name=name, **more)).member.member_id


def two(shop, scheme=EVERYTHING_IN_ONE):
    use(shop, scheme)
    return enrol(shop, "Anna", phone="13800138000"), enrol(shop, "Anna B", phone="13900139000")


def merge(shop, keep, gone, **more):
    return shop.merges.merge(uuid7(), keep, gone, **more)


def wallet(shop, member):
    held = shop.loyalty.standing(member).wallet
    return held.principal_minor, held.bonus_minor, held.credit_minor


def test_rule_27_merging_moves_by_entries_keeps_old_cards_and_can_be_undone(shop):
    """30.00 and 20.00 bought, 500.00 charged with 80.00 bonus: all is one person's, and the
    other's card, number and phone find them; then everything is as it was."""
    keep, gone = two(shop)
    card = shop.cards.of_member(gone)[0].code
    number = shop.members.get(gone).number
    sell(shop, 3_000, keep)
    sell(shop, 2_000, gone)
    shop.wallets.top_up(uuid7(), gone, 50_000, (cash(50_000),))
    shop.coupons.issue("five", gone)
    before = [shop.loyalty.standing(each) for each in (keep, gone)]
    done = merge(shop, keep, gone)
    assert (done.keep_after.points, done.gone_after.points) == (50, 0)
    assert wallet(shop, keep) == (50_000, 8_000, 0)
    assert len(shop.loyalty.standing(keep).coupons) == 1
    kept = shop.members.get(keep)
    assert (kept.visits, kept.spent_minor) == (2, 5_000)
    for text in (card, number, "13900139000"):
        assert shop.members.resolve(text).member_id == keep
        assert shop.lookup.scan(text).strip.member_id == keep
    assert [hit.member_id for hit in shop.members.suggest("Anna B")] == [keep]
    assert shop.members.get(gone).state is MemberState.ARCHIVED
    kinds = shop.desk.database.rows("SELECT DISTINCT kind FROM points_entry WHERE sale_id IS NULL")
    assert kinds == [("transfer",)]
    assert sound(shop)
    undone = shop.merges.unmerge(uuid7(), keep)
    assert not undone.stays
    assert [shop.loyalty.standing(each) for each in (keep, gone)] == before
    assert shop.members.resolve(card).member_id == gone
    assert shop.members.resolve("13900139000").member_id == gone
    assert sound(shop)


def test_a_basket_of_who_was_merged_at_another_till_goes_on_with_whom_they_are_now(shop):
    """With the coupon that lay on it and the money kept, which are the other's now."""
    keep, gone = two(shop)
    shop.wallets.top_up(uuid7(), gone, 50_000, (cash(50_000),))
    coupon = shop.coupons.laid(shop.coupons.issue("five", gone).code)
    cart = replace(cart_of(Item("tea", 6_000)), member=shop.loyalty.facts(gone), coupons=(coupon,))
    total = shop.checkout.quote(cart).total_minor
    assert total < 6_000
    merge(shop, keep, gone)
    paid = (Tender(TenderKind.STORED_VALUE, total),)
    sale_id = uuid7()
    receipt = shop.checkout.complete(sale_id, cart, None, paid)
    assert receipt.member.number == shop.members.get(keep).number
    assert shop.checkout.complete(sale_id, cart, None, paid) == receipt
    assert sum(wallet(shop, keep)) == 58_000 - total
    assert balance(shop, gone) == 0
    with pytest.raises(MemberMerged) as refused:
        shop.wallets.top_up(uuid7(), gone, 50_000, (cash(50_000),))
    assert refused.value.other == shop.members.get(keep).number
    assert sound(shop)


def test_a_parked_basket_is_found_under_whom_its_member_is_now(shop):
    keep, gone = two(shop)
    shop.checkout.hold(cart_of(Item("tea", 1_000), member=gone))
    merge(shop, keep, gone)
    (held,) = shop.checkout.held()
    assert held.member_name == "Anna"
    assert shop.checkout.recall(held.held_id).cart.member.member_id == keep


def test_a_preview_says_what_the_merge_then_does_and_does_nothing(shop):
    keep, gone = two(shop)
    sell(shop, 3_000, keep)
    sell(shop, 2_000, gone)
    seen = shop.merges.preview(keep, gone)
    assert (balance(shop, keep), balance(shop, gone)) == (30, 20)
    done = merge(shop, keep, gone)
    assert (seen.keep_after, seen.gone_before) == (done.keep_after, done.gone_before)
    back = shop.merges.preview_unmerge(keep)
    assert shop.members.get(gone).state is MemberState.ARCHIVED
    assert shop.merges.unmerge(uuid7(), keep).keep_after == back.keep_after


def test_a_repeated_merge_moves_once_and_tells_what_it_told(shop):
    keep, gone = two(shop)
    sell(shop, 2_000, gone)
    op_id = uuid7()
    first = shop.merges.merge(op_id, keep, gone)
    assert replace(shop.merges.merge(op_id, keep, gone), at=first.at) == first
    assert stored_balance(shop, keep) == 20


def test_moved_lots_keep_the_day_they_lapse(shop, clock):
    keep, gone = two(
        shop, replace(SIMPLE, points=PointsTerms(expiry=PointsExpiry.MONTHS, months=2))
    )
    sell(shop, 2_000, gone)
    clock.forward(days=30)
    sell(shop, 1_000, keep)
    lapses = shop.loyalty.standing(gone).points.expiring
    merge(shop, keep, gone)
    assert shop.loyalty.standing(keep).points.expiring[0] == lapses[0]
    assert sound(shop)


def test_what_was_spent_since_stays_with_the_member_kept(shop):
    """20 moved, 15 of them spent with the wallet's 500.00 untouched: 5 go back."""
    keep, gone = two(shop)
    sell(shop, 2_000, gone)
    shop.wallets.top_up(uuid7(), gone, 50_000, (cash(50_000),))
    merge(shop, keep, gone)
    shop.points.adjust(keep, -15, "swap")
    undone = shop.merges.unmerge(uuid7(), keep)
    assert undone.stays == Stays(points=15)
    assert (balance(shop, keep), balance(shop, gone)) == (0, 5)
    assert wallet(shop, gone) == (50_000, 8_000, 0)
    assert sound(shop)


def test_the_better_tier_stays_and_what_both_bought_counts(shop):
    """300.00 and 250.00 in the year are 550.00: Gold begins at 500.00."""
    keep, gone = two(shop)
    sell(shop, 30_000, keep)
    sell(shop, 25_000, gone)
    done = merge(shop, keep, gone)
    assert (done.keep_before.tier, done.keep_after.tier) == ("classic", "gold")
    assert done.keep_after.qualifying == 55_000
    undone = shop.merges.unmerge(uuid7(), keep)
    assert (undone.keep_after.tier, undone.gone_after.tier) == ("classic", "classic")
    assert (undone.keep_after.qualifying, undone.gone_after.qualifying) == (30_000, 25_000)
    assert sound(shop)


def test_a_paid_plan_moves_and_goes_back_untouched(shop):
    keep, gone = two(shop)
    shop.plans.join(uuid7(), gone, "gold", (cash(6_000),))
    until = shop.loyalty.standing(gone).plan.ends_on
    done = merge(shop, keep, gone)
    assert (done.keep_after.plan, done.keep_after.plan_until) == ("gold", until)
    assert shop.merges.unmerge(uuid7(), keep).gone_after.plan == "gold"
    assert shop.loyalty.standing(keep).plan is None
    assert sound(shop)


def test_of_two_open_plans_one_must_be_chosen(shop):
    keep, gone = two(shop)
    shop.plans.join(uuid7(), keep, "gold", (cash(6_000),))
    shop.plans.join(uuid7(), gone, "executive", (cash(12_000),))
    with pytest.raises(MergeRefused) as refused:
        merge(shop, keep, gone)
    assert refused.value.reason == "merge_plans"
    assert merge(shop, keep, gone, plan=KeptPlan.GONE).keep_after.plan == "executive"
    undone = shop.merges.unmerge(uuid7(), keep)
    assert (undone.keep_after.plan, undone.gone_after.plan) == ("gold", "executive")
    assert merge(shop, keep, gone, plan=KeptPlan.KEEP).keep_after.plan == "gold"
    assert sound(shop)


def test_a_merge_is_refused_with_oneself_frozen_or_merged_already(shop):
    keep, gone = two(shop)
    other = enrol(shop, "Carl")
    with pytest.raises(MergeRefused) as refused:
        merge(shop, keep, keep)
    assert refused.value.reason == "merge_self"
    shop.members.freeze(gone)
    with pytest.raises(MergeRefused) as refused:
        merge(shop, keep, gone)
    assert refused.value.reason == "merge_frozen"
    shop.members.unfreeze(gone)
    with pytest.raises(MergeRefused) as refused:
        shop.merges.unmerge(uuid7(), keep)
    assert refused.value.reason == "nothing_merged"
    merge(shop, keep, gone)
    for pair in ((other, gone), (gone, other)):
        with pytest.raises(MemberMerged):
            merge(shop, *pair)
    with pytest.raises(MemberMerged):
        shop.members.unarchive(gone)
    assert sound(shop)


def test_a_chain_of_merges_is_found_by_its_first_and_undone_link_by_link(shop):
    anna, berta = two(shop)
    carl = enrol(shop, "Carl")
    sell(shop, 1_000, berta)
    merge(shop, anna, berta)
    merge(shop, carl, anna)
    assert shop.members.resolve("13900139000").member_id == carl
    assert balance(shop, carl) == 10
    with pytest.raises(MemberMerged):
        shop.merges.unmerge(uuid7(), anna)
    shop.merges.unmerge(uuid7(), carl)
    assert shop.members.resolve("13900139000").member_id == anna
    shop.merges.unmerge(uuid7(), anna)
    assert (balance(shop, berta), balance(shop, anna), balance(shop, carl)) == (10, 0, 0)
    assert sound(shop)


def test_the_other_phone_is_taken_while_the_merge_stands_and_its_undoing_says_who_has_it(shop):
    keep, gone = two(shop)
    merge(shop, keep, gone)
    with pytest.raises(PhoneTaken) as refused:
        enrol(shop, "Dora", phone="13900139000")
    assert refused.value.name == "Anna"
    shop.members.update(keep, replace(shop.members.draft_of(keep), phone="13900139000"))
    with pytest.raises(PhoneTaken):
        shop.merges.unmerge(uuid7(), keep)
    assert sound(shop)


def test_tags_and_dependants_are_joined_and_taken_apart(shop):
    use(shop, EVERYTHING_IN_ONE)
    keep, gone = enrol(shop, "Anna", tags=("tea",)), enrol(shop, "Anna", tags=("tea", "cake"))
    assert merge(shop, keep, gone).tags == ("cake",)
    assert shop.members.get(keep).tags == ("cake", "tea")
    shop.merges.unmerge(uuid7(), keep)
    assert shop.members.get(keep).tags == ("tea",)


def test_promised_bonus_is_paid_to_the_member_kept(shop, clock):
    """1,000.00 charged brings 200.00 in four parts of 50.00, one a month."""
    keep, gone = two(shop)
    shop.wallets.top_up(uuid7(), gone, 100_000, (cash(100_000),))
    merge(shop, keep, gone)
    assert len(shop.loyalty.standing(keep).wallet.promised) == 3
    clock.forward(days=40)
    shop.due.run()
    assert wallet(shop, keep) == (100_000, 10_000, 0)
    assert sound(shop)


def test_a_pass_and_a_coupon_of_the_merged_member_serve_the_one_kept(shop):
    keep, gone = two(shop)
    held = shop.passes.sell(uuid7(), gone, "ten", (cash(80_000),)).held
    coupon = shop.coupons.issue("five", gone)
    merge(shop, keep, gone)
    assert shop.passes.use(held.pass_id).uses_left == 9
    assert shop.coupons.laid(coupon.code).member_id == keep
    shop.merges.unmerge(uuid7(), keep)
    assert shop.loyalty.standing(gone).passes[0].uses_left == 9
    assert sound(shop)


def test_what_is_owed_moves_with_a_deposit_and_goes_back(shop):
    keep, gone = two(shop)
    shop.accounts.set_limit(gone, 50_000)
    item = Item("box", 4_000)
    owing = (Tender(TenderKind.ON_ACCOUNT, 4_000),)
    shop.checkout.complete(uuid7(), cart_of(item, member=gone), None, owing)
    shop.deposits.take(DepositDraft(uuid7(), 3_000, (cash(3_000),), gone))
    done = merge(shop, keep, gone)
    assert (done.keep_after.owed_minor, done.gone_after.owed_minor) == (4_000, 0)
    assert [each.left_minor for each in shop.deposits.of_member(keep)] == [3_000]
    assert shop.merges.unmerge(uuid7(), keep).gone_after.owed_minor == 4_000
    assert sound(shop)


DEEDS = {
    "sale": lambda shop, who, n: sell(shop, n * 1_000, who),
    "charge": lambda shop, who, n: shop.wallets.top_up(uuid7(), who, n * 1_000, (cash(n * 1_000),)),
    "gift": lambda shop, who, n: shop.points.adjust(who, n, "gift"),
    "coupon": lambda shop, who, n: shop.coupons.issue("five", who),
    "pass": lambda shop, who, n: shop.passes.sell(uuid7(), who, "ten", (cash(80_000),)),
    "visit": lambda shop, who, n: shop.visits.check_in(who),
}


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 1), st.integers(1, 90)),
        max_size=6,
    )
)
def test_a_merge_keeps_every_total_and_its_undoing_leaves_all_as_it_was(shop, deeds):
    use(shop, EVERYTHING_IN_ONE)
    pair = enrol(shop, "Anna"), enrol(shop, "Berta")
    for deed, who, amount in deeds:
        with suppress(WalletCapReached):  # of several large charges the last
            DEEDS[deed](shop, pair[who], amount)
    before = [shop.loyalty.standing(each) for each in pair]
    people = [shop.members.get(each) for each in pair]
    done = merge(shop, *pair)
    for what in (
        "points", "principal_minor", "bonus_minor", "credit_minor", "coupons", "pass_uses",
        "cards", "sales", "visits", "spent_minor", "qualifying",
    ):  # fmt: skip
        whole = getattr(done.keep_before, what) + getattr(done.gone_before, what)
        assert getattr(done.keep_after, what) + getattr(done.gone_after, what) == whole
    assert not shop.merges.unmerge(uuid7(), pair[0]).stays
    after = [shop.loyalty.standing(each) for each in pair]
    assert [_timeless(each) for each in after] == [_timeless(each) for each in before]
    assert [shop.members.get(each) for each in pair] == people
    assert sound(shop)


def test_a_day_both_came_on_stays_two_visits_and_is_one_day(shop, clock):
    keep, gone = two(shop)
    for who in (keep, gone, gone):
        sell(shop, 1_000, who)
    clock.forward(days=1)
    sell(shop, 1_000, gone)

    def told(who):
        return shop.members.get(who).visits, read_measures(shop.desk, who).visits

    assert (told(keep), told(gone)) == ((1, 1), (2, 2))
    merge(shop, keep, gone)
    assert told(keep) == (3, 2)
    sell(shop, 1_000, keep)
    assert told(keep) == (4, 2), "the first sale of this number on the second day"
    assert sound(shop)
    shop.merges.unmerge(uuid7(), keep)
    assert (told(keep), told(gone)) == ((2, 2), (2, 2))
    assert sound(shop)


def _timeless(standing):
    """Without the day the tier was put back on."""
    tier = standing.tier
    return replace(standing, tier=tier and replace(tier, effective_on=None))
