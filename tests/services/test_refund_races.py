"""Returns under pressure: two programs at once, random returns to the end, a lost commit."""

import random
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID

import pytest

from app.config import TillConfig
from app.errors import NothingToReturn, ReturnTooMuch, StorageFailed
from app.models.database import Database
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item
from app.services.rules.money import MILLI
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.scheme import simple_scheme
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop, open_shop
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use
from tests.services.test_refunds import draft, sold
from tests.shop_builder import add_member, balance, cash, points, sell, stored_balance

SEED = 20261121


def _return_pieces(folder: str, sale_id: str, same_id: str, tries: int) -> None:
    """What each of two programs does: pieces of one line, and one return under a shared id."""
    shop = open_shop(TillConfig(data_dir=Path(folder)))
    try:
        shop.refunds.refund(
            RefundDraft(UUID(same_id), UUID(sale_id), (ReturnLine(2, MILLI),), "shared")
        )
        for _ in range(tries):
            with suppress(ReturnTooMuch, NothingToReturn):
                shop.refunds.refund(RefundDraft(uuid7(), UUID(sale_id), (ReturnLine(1, MILLI),)))
    finally:
        shop.close()


def test_two_programs_at_once_give_nothing_back_twice(shop: Shop) -> None:
    ana = add_member(shop)
    receipt = sold(shop, (Item("tea", 333), 20), (Item("mug", 1_000), 1), member=ana)
    context = get_context("spawn")
    told = (str(shop.config.data_dir), str(receipt.sale_id), str(uuid7()), 14)
    tills = [context.Process(target=_return_pieces, args=told) for _ in range(2)]
    for till in tills:
        till.start()
    for till in tills:
        till.join()
        assert till.exitcode == 0
    every = shop.refunds.of_sale(receipt.sale_id)
    assert len(every) == 21
    assert sum(done.total_minor for done in every) == receipt.total_minor
    assert sorted(done.number for done in every) == [f"RA0-{at:06d}" for at in range(1, 22)]
    assert balance(shop, ana) == stored_balance(shop, ana) == 0
    assert sound(shop)


@pytest.mark.parametrize("turn", range(8))
def test_random_returns_in_any_order_end_exactly_where_it_began(shop: Shop, turn: int) -> None:
    dice = random.Random(SEED + turn)
    shop.settings.save(
        replace(
            shop.settings.get(),
            prices_include_tax=dice.random() < 0.5,
            cash_step_minor=dice.choice((1, 5, 10)),
        )
    )
    scheme = replace(EVERYTHING_IN_ONE, earn=simple_scheme(1, dice.choice((100, 700))).earn)
    use(shop, scheme)
    ana = add_member(shop)
    shop.points.adjust(ana, 5_000, "opening")
    shop.wallets.top_up(uuid7(), ana, 50_000, (cash(50_000),))
    gift = shop.gift_cards.sell(uuid7(), 5_000, (cash(5_000),)).card.code
    held = shop.desk.database.row(
        "SELECT principal_minor, bonus_minor FROM stored_value_account WHERE member_id = ?",
        (ana.bytes,),
    )
    lines = tuple(
        CartLine(
            uuid7(),
            Item(f"thing {at}", dice.randint(1, 9_999), tax_rate_bp=dice.choice((0, 600, 1_300))),
            dice.randint(1, 6) * MILLI,
        )
        for at in range(dice.randint(1, 5))
    )
    cart = Cart(
        lines, shop.loyalty.facts(ana), HandDiscount("regular", percent_bp=dice.randint(1, 3_000))
    )
    receipt = _sold_by_any(shop, cart, gift, dice)
    before = 5_000
    while left := [
        line for line in shop.refunds.returnable(receipt.number).lines if line.left_milli
    ]:
        chosen = dice.sample(left, dice.randint(1, len(left)))
        wanted = RefundDraft(
            uuid7(),
            receipt.sale_id,
            tuple(
                ReturnLine(line.position, dice.randint(1, line.left_milli // MILLI) * MILLI)
                for line in chosen
            ),
        )
        preview = shop.refunds.preview(wanted)
        done = shop.refunds.refund(wanted)
        assert (preview.tenders, preview.balance_after) == (done.tenders, done.balance_after)
    assert balance(shop, ana) == stored_balance(shop, ana) == before
    assert shop.gift_cards.find(gift).left_minor == 5_000
    assert held == shop.desk.database.row(
        "SELECT principal_minor, bonus_minor FROM stored_value_account WHERE member_id = ?",
        (ana.bytes,),
    )
    back: Counter[TenderKind] = Counter()
    for done in shop.refunds.of_sale(receipt.sale_id):
        back.update({tender.kind: tender.amount_minor for tender in done.tenders})
    paid: Counter[TenderKind] = Counter()
    for tender in receipt.tenders:
        paid[tender.kind] += tender.amount_minor
    paid[TenderKind.CASH] -= receipt.change_due_minor
    assert +back == +paid
    assert sound(shop)


def _sold_by_any(shop: Shop, cart: Cart, gift: str, dice: random.Random):
    total = shop.checkout.quote(cart).total_minor
    some = {
        TenderKind.POINTS: min(total // 5, 4_000),
        TenderKind.STORED_VALUE: min(total // 4, 40_000),
        TenderKind.GIFT_CARD: min(total // 6, 5_000),
        TenderKind.BANK_CARD: total // 7,
    }
    tenders = [
        Tender(kind, minor, gift if kind is TenderKind.GIFT_CARD else "")
        for kind, minor in some.items()
        if minor and dice.random() < 0.6
    ]
    rest = total - sum(tender.amount_minor for tender in tenders)
    if rest:
        tenders.append(cash(rest + dice.choice((10, 500))))
    return shop.checkout.complete(uuid7(), cart, None, tuple(tenders))


def test_a_commit_that_was_lost_in_the_telling_is_found_and_one_that_was_not_is_told(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = sell(shop, 5_000)
    wanted = draft(receipt)
    run = Database.in_transaction

    def commits_and_fails(self, work):
        run(self, work)
        raise StorageFailed("disk I/O error")

    monkeypatch.setattr(Database, "in_transaction", commits_and_fails)
    done = shop.refunds.refund(wanted)
    monkeypatch.undo()
    assert shop.refunds.of_sale(receipt.sale_id) == (done,)
    other = sell(shop, 5_000)

    def fails(self, work):
        raise StorageFailed("disk I/O error")

    monkeypatch.setattr(Database, "in_transaction", fails)
    with pytest.raises(StorageFailed):
        shop.refunds.refund(draft(other))
    monkeypatch.undo()
    assert shop.refunds.of_sale(other.sale_id) == ()
    shop.refunds.refund(draft(other))
    assert sound(shop)


def test_points_that_pay_and_points_that_came_are_reckoned_apart(shop: Shop) -> None:
    """A present of points is no loophole: buy with them, return, and nothing was gained."""
    ana = add_member(shop, points=1_000)
    for _ in range(3):
        receipt = sold(shop, (Item("lamp", 333), 3), member=ana, tenders=(points(500), cash(499)))
        for _ in range(3):
            shop.refunds.refund(draft(receipt, (1, 1)))
    assert balance(shop, ana) == 1_000
    assert sound(shop)
