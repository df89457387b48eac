"""Gift cards, session passes, perks, partner cards and referrals."""

from dataclasses import replace

import pytest

from app.errors import (
    AmountOutOfRange,
    FieldInvalid,
    GiftCardNotUsable,
    GiftCardUnknown,
    NeedsApproval,
    NotInScheme,
    PassNotUsable,
    PerkUsedUp,
    ReferralRefused,
    RewardRefused,
)
from app.services.deposits import DepositDraft
from app.services.gift_cards import GiftCardState
from app.services.ids import uuid7
from app.services.rules.codes import CodeKind, kind_of
from app.services.rules.powers import Allowance, Power
from app.services.rules.scheme.standing import PartnerCard
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use
from tests.shop_builder import add_member, cash, sell


@pytest.fixture
def ana(shop):
    use(shop, EVERYTHING_IN_ONE)
    return add_member(shop)


def test_a_gift_card_is_sold_once_and_holds_what_was_paid(shop, ana):
    op_id = uuid7()
    sold = shop.gift_cards.sell(op_id, 20_000, (cash(20_000),))
    assert shop.gift_cards.sell(op_id, 20_000, (cash(20_000),)) == sold
    assert kind_of(sold.card.code) is CodeKind.GIFT
    assert (sold.card.left_minor, sold.card.state) == (20_000, GiftCardState.ACTIVE)
    # 24 months on.
    assert sold.card.expires_on.isoformat() == "2028-11-21"
    assert sound(shop)


def test_a_gift_card_paid_back_dies_in_the_same_moment(shop, ana):
    code = shop.gift_cards.sell(uuid7(), 20_000, (cash(20_000),)).card.code
    op_id = uuid7()
    back = shop.gift_cards.refund(op_id, code, "unwanted")
    assert (back.taking.amount_minor, back.card.left_minor) == (-20_000, 0)
    assert shop.gift_cards.refund(op_id, code, "unwanted") == back
    with pytest.raises(GiftCardNotUsable):
        shop.gift_cards.refund(uuid7(), code, "unwanted")
    with pytest.raises(GiftCardUnknown):
        shop.gift_cards.find("8300000000000000")
    with pytest.raises(AmountOutOfRange):
        shop.gift_cards.sell(uuid7(), 999, (cash(999),))
    assert sound(shop)


def test_a_pass_of_ten_is_used_ten_times_within_its_days(shop, ana, clock):
    sold = shop.passes.sell(uuid7(), ana, "ten", (cash(80_000),))
    pass_id = sold.held.pass_id
    assert (sold.held.uses_left, sold.held.valid_to.isoformat()) == (10, "2027-02-18")
    op_id = uuid7()
    shop.passes.use(pass_id, op_id=op_id)
    assert shop.passes.use(pass_id, op_id=op_id).uses_left == 9
    assert shop.passes.give_back(pass_id, "did not come").uses_left == 10
    assert shop.passes.use(pass_id, 10).uses_left == 0
    with pytest.raises(PassNotUsable):
        shop.passes.use(pass_id)
    assert sound(shop)


def test_a_pass_is_over_after_its_last_day(shop, ana, clock):
    pass_id = shop.passes.sell(uuid7(), ana, "ten", (cash(80_000),)).held.pass_id
    shop.passes.use(pass_id, 3)
    clock.forward(days=89)
    assert shop.passes.use(pass_id).uses_left == 6
    clock.forward(days=1)
    # What lapsed is neither used, taken back nor paid out: the jobs need not have run.
    for verb in (
        lambda: shop.passes.use(pass_id),
        lambda: shop.passes.give_back(pass_id, "late"),
        lambda: shop.passes.refund(uuid7(), pass_id, "late"),
    ):
        with pytest.raises((PassNotUsable, FieldInvalid)):
            verb()
    assert sound(shop)


def test_a_pass_paid_back_ends_and_gives_nothing_back_again(shop, ana):
    pass_id = shop.passes.sell(uuid7(), ana, "ten", (cash(80_000),)).held.pass_id
    shop.passes.use(pass_id, 4)
    # 800.00 × 6 / 10.
    assert shop.passes.refund(uuid7(), pass_id, "illness").taking.amount_minor == -48_000
    with pytest.raises(PassNotUsable):
        shop.passes.refund(uuid7(), pass_id, "again")
    for times in (1, 4, 6, 10):
        with pytest.raises(FieldInvalid):
            shop.passes.give_back(pass_id, "again", times)
    assert shop.passes.find(pass_id).uses_left == 0
    assert sound(shop)


def test_a_gift_card_that_lapsed_is_not_paid_back_even_before_the_jobs_ran(shop, ana, clock):
    code = shop.gift_cards.sell(uuid7(), 20_000, (cash(20_000),)).card.code
    clock.forward(days=732)
    with pytest.raises(GiftCardNotUsable):
        shop.gift_cards.refund(uuid7(), code, "late")
    assert shop.gift_cards.find(code).left_minor == 20_000


def test_a_counted_perk_is_for_its_tier_and_only_so_often_a_year(shop, ana, clock):
    with pytest.raises(RewardRefused):
        shop.perks.use(ana, "lounge")
    make_gold(shop, ana)
    assert [perk.left for perk in shop.loyalty.standing(ana).perks] == [2]
    op_id = uuid7()
    shop.perks.use(ana, "lounge", op_id=op_id)
    assert shop.perks.use(ana, "lounge", op_id=op_id).left == 1
    shop.perks.use(ana, "lounge")
    with pytest.raises(PerkUsedUp) as refused:
        shop.perks.use(ana, "lounge")
    assert refused.value.until.isoformat() == "2026-12-31"
    assert shop.perks.give_back(ana, "lounge", "lounge was shut").left == 1
    assert shop.perks.use(ana, "lounge").left == 0
    clock.forward(days=41)
    assert shop.perks.use(ana, "lounge").left == 1


def test_a_partner_card_is_noted_and_taken_off(shop):
    card = PartnerCard("airline", words("Airline card"), "Airline", (words("free bag"),))
    use(shop, replace(EVERYTHING_IN_ONE, partner_cards=(card,)))
    ana = add_member(shop)
    shop.perks.put_card(ana, "airline", "A-17")
    standing = shop.loyalty.standing(ana)
    assert [benefit.said("en") for benefit in standing.benefits] == ["free bag"]
    shop.perks.drop_card(ana, "airline")
    assert shop.loyalty.facts(ana).partner_cards == ()
    with pytest.raises(NotInScheme):
        shop.perks.put_card(ana, "train")


def test_a_referral_is_of_a_new_member_by_another_and_once(shop, ana):
    bo, cy = add_member(shop, "Bo", "000129"), add_member(shop, "Cy", "000130")
    shop.perks.refer(bo, ana)
    shop.perks.refer(bo, ana)
    sell(shop, 5_000, cy)
    for referee, referrer, reason in (
        (ana, ana, "refers_self"),
        (bo, cy, "already_referred"),
        (cy, ana, "bought_before"),
    ):
        with pytest.raises(ReferralRefused) as refused:
            shop.perks.refer(referee, referrer)
        assert refused.value.reason == reason


def make_gold(shop, member):
    database, desk = shop.desk.database, shop.desk
    database.execute(
        "INSERT INTO tier_entry (id, member_id, number, kind, tier, effective_on, scheme_version,"
        " staff_id, posted_at) VALUES (randomblob(16), ?, 1, 'set', 'gold', ?, ?, ?, 0)",
        (member.bytes, desk.today().isoformat(), desk.scheme.version, desk.staff.staff_id.bytes),
    )


def wallet(shop, ana, tender):
    shop.wallets.top_up(uuid7(), ana, 50_000, tender(50_000))
    return lambda kind: shop.wallets.close(uuid7(), ana, "moved away", kind)


def gift(shop, _ana, tender):
    code = shop.gift_cards.sell(uuid7(), 5_000, tender(5_000)).card.code
    return lambda kind: shop.gift_cards.refund(uuid7(), code, "unwanted", kind)


def session_pass(shop, ana, tender):
    held = shop.passes.sell(uuid7(), ana, "ten", tender(80_000)).held
    return lambda kind: shop.passes.refund(uuid7(), held.pass_id, "moved away", kind)


def plan(shop, ana, tender):
    shop.plans.join(uuid7(), ana, "gold", tender(6_000))
    return lambda kind: shop.plans.cancel(uuid7(), ana, "moved away", kind)


def deposit(shop, _ana, tender):
    draft = DepositDraft(uuid7(), 5_000, tender(5_000), note="table 7")
    number = shop.deposits.take(draft).deposit.number
    return lambda kind: shop.deposits.give_back(uuid7(), number, kind=kind)


@pytest.mark.parametrize("way", [wallet, gift, session_pass, plan, deposit])
def test_a_clerk_pays_cash_out_alone_only_where_cash_was_paid_in(shop, way):
    """Else what was "paid" by a payment that nobody made comes out of the drawer."""
    use(shop, EVERYTHING_IN_ONE)
    clerk = Allowance(frozenset({Power.REFUND}))
    shop.staff.set_limits(replace(shop.desk.limits, clerk=clerk))
    owner = shop.desk.staff
    by_cash = way(shop, add_member(shop), lambda minor: (cash(minor),))
    by_phone = way(
        shop, add_member(shop, number="2"), lambda minor: (Tender(TenderKind.WECHAT, minor),)
    )
    shop.desk.staff = replace(owner, role="clerk")
    by_cash(TenderKind.CASH)
    with pytest.raises(NeedsApproval) as refused:
        by_phone(TenderKind.CASH)
    assert refused.value.power == "pay_out"
    by_phone(TenderKind.WECHAT)
    shop.desk.staff = owner
    assert sound(shop)
