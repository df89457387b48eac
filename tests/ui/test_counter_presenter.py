"""Rewards, coupons, passes, kept money and top-ups at the till, without a window."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.errors import CouponNotUsable, SaleBarred, WalletCapReached
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward
from app.services.rules.scheme.value import SpendOrder
from app.services.rules.scheme.words import words
from app.services.rules.tenders import Tender, TenderKind
from app.ui.cashier.presenter import CashierPresenter
from app.ui.cashier.presenting.laid import laid_on
from app.ui.tasks import InlineTasks
from tests.scheme_builder import (
    EVERYTHING_IN_ONE,
    FIVE_OFF,
    LOUNGE,
    MILES,
    TEN_CLASSES,
    WALLET,
    use,
)
from tests.ui.test_cashier_presenter import Screen as PlainScreen

TEA = "6901234567892"
ANY_DRINK = Reward(
    "drink", words("A drink"), 100, Benefit(BenefitKind.FREE_UNITS, Goods(), units=1)
)
SCHEME = replace(
    EVERYTHING_IN_ONE,
    coupons=(FIVE_OFF,),
    rewards=(ANY_DRINK, replace(ANY_DRINK, id="dear", name=words("Dear"), cost_points=99_999)),
    perks=(replace(LOUNGE, who=replace(LOUNGE.who, tiers=())),),
    referral=None,
    activities=(),
)


class Screen(PlainScreen):
    """Remembers the sheets of the counter as well."""

    def __init__(self) -> None:
        super().__init__()
        self.choices: tuple[Any, ...] = ()
        self.charging: Any = None
        self.done: Any = None
        self.facts: list[dict[str, Any]] = []

    def tell(self, told):
        super().tell(told)
        self.facts.append(dict(told.facts))

    def open_benefits(self, choices):
        self.choices = choices

    def open_charge(self, desk):
        self.charging = desk

    def charged(self, done):
        self.done = done

    def spoken_language(self):
        return "en"

    def undone_reason(self):
        return "taken back"


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def ana(shop):
    use(shop, SCHEME)
    shop.products.add(ProductDraft(name="Tea", price="40", barcodes=(TEA,)))
    member_id = shop.members.add(MemberDraft(name="Ana", phone="13800138000")).member.member_id
    shop.points.adjust(member_id, 250, "opening")
    return member_id


@pytest.fixture
def till(shop, screen, ana) -> CashierPresenter:
    presenter = CashierPresenter(screen, shop, InlineTasks())
    presenter.start()
    presenter.attach(ana)
    presenter.finder.scan(TEA)
    return presenter


def choice(screen: Screen, kind: str) -> Any:
    return next(each for each in screen.choices if each.kind == kind and each.can_take)


def test_a_reward_is_listed_with_its_cost_and_its_effect_on_this_basket(till, screen):
    till.benefits.open()
    drink = choice(screen, "reward")
    assert (drink.id, drink.cost_points, drink.saved_minor) == ("drink", 100, 4000)


def test_what_cannot_be_had_comes_last_with_why(till, screen):
    till.benefits.open()
    last = screen.choices[-1]
    assert (last.id, last.why_not.code, last.can_take) == ("dear", "reward_points", False)
    assert dict(last.why_not.facts) == {"needed": 99_999, "held": 250}


def test_a_reward_taken_is_on_the_quote_and_undo_takes_it_off(till, screen):
    till.benefits.open()
    till.benefits.take(choice(screen, "reward"))
    assert (till.state.quote.total_minor, till.state.quote.points_spent_on_rewards) == (0, 100)
    till.undo()
    assert till.state.quote.total_minor == 4000


def test_a_coupon_is_laid_and_chosen_again_it_is_taken_off(till, screen, shop, ana):
    coupon = shop.coupons.issue("five", ana)
    till.attach(ana, tell=False)
    till.benefits.open()
    offered = choice(screen, "coupon")
    assert (offered.id, offered.saved_minor) == (coupon.code, 500)
    till.benefits.take(offered)
    assert till.state.quote.coupons_used == (coupon.code,)
    till.benefits.open()
    till.benefits.take(choice(screen, "coupon"))
    assert till.state.quote.coupons_used == ()


def test_a_scanned_coupon_lies_on_the_cart_and_is_redeemed_with_the_sale(till, screen, shop, ana):
    coupon = shop.coupons.issue("five", ana)
    till.finder.scan(coupon.code)
    assert (till.state.quote.total_minor, screen.tones[-1]) == (3500, True)
    till.pay()
    till.complete(screen.paying)
    assert shop.coupons.find(coupon.code).state == "redeemed"
    till.finder.scan(coupon.code)
    assert isinstance(screen.refused[-1], CouponNotUsable)


def test_a_revoked_coupon_is_refused_when_it_is_scanned(till, screen, shop, ana):
    coupon = shop.coupons.issue("five", ana)
    shop.coupons.revoke(coupon.code, "lost")
    till.finder.scan(coupon.code)
    assert screen.refused[-1].reason == "code_revoked"
    assert till.state.basket.cart.coupons == ()


def test_what_one_member_laid_down_is_not_the_next_ones(till, screen, shop, ana):
    till.finder.scan(shop.coupons.issue("five", ana).code)
    till.benefits.open()
    till.benefits.take(choice(screen, "reward"))
    other = shop.members.add(MemberDraft(name="Ben", phone="13800138001")).member.member_id
    till.attach(other)
    assert (till.state.basket.cart.coupons, till.state.basket.cart.rewards) == ((), ())


def test_coupons_and_rewards_come_back_with_a_held_cart(till, screen, shop, ana):
    coupon = shop.coupons.issue("five", ana)
    till.finder.scan(coupon.code)
    till.finder.scan(TEA)
    till.benefits.open()
    till.benefits.take(choice(screen, "reward"))
    before = till.state.quote.total_minor
    till.parking.hold()
    assert till.state.basket.cart.coupons == ()
    till.parking.open_held()
    cart = till.state.basket.cart
    assert ([each.code for each in cart.coupons], cart.rewards) == ([coupon.code], ("drink",))
    assert till.state.quote.total_minor == before == 3500


def test_a_coupon_used_while_the_cart_was_held_says_so(till, screen, shop, ana):
    coupon = shop.coupons.issue("five", ana)
    till.finder.scan(coupon.code)
    till.parking.hold()
    shop.coupons.revoke(coupon.code, "lost")
    till.parking.open_held()
    assert till.state.basket.cart.coupons[0].refusal == "revoked"
    assert till.state.quote.coupons_used == ()


def test_a_pass_pays_for_its_goods_on_the_cart_and_is_used_with_the_sale(till, screen, shop, ana):
    use(shop, replace(SCHEME, passes=(replace(TEN_CLASSES, goods=Goods(products=(TEA,))),)))
    price = (Tender(TenderKind.CASH, TEN_CLASSES.price_minor),)
    pass_id = shop.passes.sell(uuid7(), ana, "ten", price).held.pass_id
    till.attach(ana, tell=False)
    till.benefits.open()
    offered = choice(screen, "pass")
    assert (offered.lays, offered.saved_minor, offered.left) == (True, 4000, 10)
    till.benefits.take(offered)
    assert (till.state.quote.total_minor, shop.passes.find(pass_id).uses_left) == (0, 10)
    (laid,) = laid_on(till.state.basket.cart, till.state.quote, shop.desk.scheme)
    assert (laid.kind, laid.saved_minor, laid.on_cart) == ("pass", 4000, 1)
    # Nothing is left for it to pay: chosen again, it is taken off.
    till.benefits.open()
    assert choice(screen, "pass").lays is False
    till.benefits.take(choice(screen, "pass"))
    assert till.state.quote.total_minor == 4000
    till.undo()
    till.pay()
    till.complete(screen.paying)
    assert shop.passes.find(pass_id).uses_left == 9


def test_a_laid_pass_goes_with_its_member_and_comes_back_with_a_held_cart(till, screen, shop, ana):
    use(shop, replace(SCHEME, passes=(replace(TEN_CLASSES, goods=Goods(products=(TEA,))),)))
    price = (Tender(TenderKind.CASH, TEN_CLASSES.price_minor),)
    shop.passes.sell(uuid7(), ana, "ten", price)
    till.attach(ana, tell=False)
    till.benefits.open()
    till.benefits.take(choice(screen, "pass"))
    till.parking.hold()
    till.parking.open_held()
    assert till.state.quote.total_minor == 0
    other = shop.members.add(MemberDraft(name="Ben", phone="13800138001")).member.member_id
    till.attach(other)
    assert (till.state.basket.cart.passes, till.state.quote.total_minor) == ((), 4000)


def test_a_pass_is_used_at_once_and_undo_gives_it_back(till, screen, shop, ana):
    price = (Tender(TenderKind.CASH, TEN_CLASSES.price_minor),)
    held = shop.passes.sell(uuid7(), ana, "ten", price).held
    till.benefits.open()
    till.benefits.take(choice(screen, "pass"))
    assert shop.passes.find(held.pass_id).uses_left == 9
    assert (screen.facts[-1]["before"], screen.facts[-1]["after"]) == (10, 9)
    till.undo()
    assert shop.passes.find(held.pass_id).uses_left == 10


def test_a_perk_is_used_at_once_and_undo_gives_it_back(till, screen, shop, ana):
    till.benefits.open()
    till.benefits.take(choice(screen, "perk"))
    assert shop.loyalty.standing(ana).perks[0].left == 1
    till.undo()
    assert shop.loyalty.standing(ana).perks[0].left == 2


def test_an_outside_reward_takes_the_points_and_keeps_its_code(shop, screen, till, ana):
    use(shop, replace(SCHEME, rewards=(MILES,)))
    till.clear()
    till.attach(ana)
    till.benefits.open()
    miles = choice(screen, "reward")
    till.benefits.take(miles)
    assert screen.asked[-1] == ("voucher", "miles")
    assert till.state.basket.cart.rewards == ()
    closed: list[bool] = []
    till.benefits.hand_out(miles, "M-1234", lambda: closed.append(True))
    assert closed == [True]
    assert (screen.facts[-1]["before"], screen.facts[-1]["after"]) == (250, 50)
    assert shop.loyalty.standing(ana).points.balance == 50


def test_a_barred_sale_is_refused_with_its_reason_before_it_is_paid(shop, screen, till):
    use(shop, replace(SCHEME, plan_needed=True))
    till.refresh()
    till.pay()
    assert isinstance(screen.refused[-1], SaleBarred)
    assert screen.paying is None


# --- money kept here ------------------------------------------------------------------


def test_stored_value_pays_what_is_left_and_tells_before_and_after(till, screen, shop, ana):
    shop.wallets.top_up(uuid7(), ana, 50_000, (Tender(TenderKind.CASH, 50_000),))
    till.attach(ana, tell=False)
    till.pay()
    desk = screen.paying.choose(TenderKind.STORED_VALUE)
    assert (desk.moved(TenderKind.STORED_VALUE), desk.can_complete) == ((58_000, 54_000), True)
    till.complete(desk)
    assert shop.wallets.held_minor(ana) == 54_000


def test_what_the_bonus_pays_earns_nothing_and_the_sheet_says_so_before(till, screen, shop, ana):
    use(shop, replace(SCHEME, wallet=replace(WALLET, order=SpendOrder.BONUS_FIRST)))
    shop.wallets.top_up(uuid7(), ana, 50_000, (Tender(TenderKind.CASH, 50_000),))
    till.refresh()
    till.pay()
    desk = screen.paying.choose(TenderKind.STORED_VALUE)
    assert screen.paying.settlement.points_earned == 40
    assert desk.settlement.points_earned == 0
    till.complete(desk)
    assert screen.receipts[-1][0].member.points_after == 250


def test_a_wallet_too_low_pays_its_part_and_is_never_overdrawn(till, screen, shop, ana):
    shop.wallets.top_up(uuid7(), ana, 1_000, (Tender(TenderKind.CASH, 1_000),))
    till.attach(ana, tell=False)
    till.pay()
    desk = screen.paying.choose(TenderKind.STORED_VALUE)
    assert (desk.next_amount_minor, desk.can_complete) == (1_000, False)
    assert desk.typed(4_000).short_of_money is TenderKind.STORED_VALUE
    assert not desk.typed(4_000).can_complete
    split = desk.put_down()
    assert (split.left_minor, split.can_choose(TenderKind.STORED_VALUE)) == (3_000, False)
    till.complete(split)
    assert shop.wallets.held_minor(ana) == 0


def test_a_gift_card_pays_by_its_code(till, screen, shop):
    sold = shop.gift_cards.sell(uuid7(), 5_000, (Tender(TenderKind.CASH, 5_000),))
    till.finder.scan(sold.card.code)
    assert screen.told[-1] == "gift_card_until"
    till.pay()
    till.complete(screen.paying.with_gift(shop.gift_cards.find(sold.card.code)))
    assert shop.gift_cards.find(sold.card.code).left_minor == 1_000


# --- topping up and selling -----------------------------------------------------------


def test_a_preset_charges_the_wallet_with_its_bonus(till, screen, shop, ana):
    till.charging.open()
    desk = screen.charging.choose(0)
    assert (desk.after_minor, [part.bonus_minor for part in desk.bonus_parts]) == (58_000, [8_000])
    till.charging.complete(desk)
    done = screen.done
    assert (done.before_minor, done.after_minor) == (0, 58_000)
    assert till.state.basket.held.standing.wallet.total_minor == 58_000


def test_the_same_sheet_charges_once(till, screen, shop, ana):
    till.charging.open()
    desk = screen.charging.choose(0)
    till.charging.complete(desk)
    till.charging.complete(desk)
    assert shop.wallets.held_minor(ana) == 58_000


def test_instalments_come_later_and_are_told(till, screen):
    till.charging.open()
    desk = screen.charging.choose(1)
    assert (desk.after_minor, len(desk.bonus_parts)) == (105_000, 4)
    till.charging.complete(desk)
    assert [minor for _, minor in screen.done.parts] == [5_000, 5_000, 5_000]


def test_past_the_cap_nothing_can_be_taken_and_the_room_is_named(till, screen):
    till.charging.open()
    desk = screen.charging.type(190_000)
    assert isinstance(desk.refusal, WalletCapReached)
    assert (desk.refusal.room_minor, desk.can_complete) == (180_000, False)


def test_a_pass_a_plan_and_a_gift_card_are_sold_from_the_same_sheet(till, screen, shop, ana):
    for what in ("pass", "plan", "gift_card"):
        till.charging.open()
        till.charging.complete(screen.charging.turn_to(what).choose(0))
        assert screen.done.what == what
    standing = shop.loyalty.standing(ana)
    assert (len(standing.passes), standing.plan.plan) == (1, "gold")
    assert shop.gift_cards.find(screen.done.code).left_minor == 5_000


def test_a_plan_held_is_renewed_and_another_is_switched_to_for_the_difference(
    till, screen, shop, ana
):
    till.charging.open()
    till.charging.complete(screen.charging.turn_to("plan").choose(0))
    till.charging.open()
    plans = {each.id: each for each in screen.charging.turn_to("plan").articles}
    assert (plans["gold"].verb, plans["gold"].amount_minor) == ("renew", 6_000)
    assert (plans["executive"].verb, plans["executive"].amount_minor) == ("switch", 6_000)
