"""Returns on a real file: what goes back, once, in one transaction, and what is refused."""

import dataclasses
from pathlib import Path

import pytest

from app.errors import (
    CodeUnknown,
    FieldInvalid,
    NothingToReturn,
    RefundIdTaken,
    ReturnedBefore,
    ReturnLineTwice,
    ReturnLineUnknown,
    ReturnTooMuch,
    SaleUnknown,
    TendersShort,
    VoidRefused,
)
from app.services.exchange.imports import ImportOptions
from app.services.ids import uuid7
from app.services.lookup import ReceiptFound
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.money import MILLI
from app.services.rules.refund import OpenReturn, RefundDraft, ReturnLine
from app.services.rules.tenders import Tender, TenderKind
from app.services.stock import StockLine
from app.shop import Shop
from tests.scheme_builder import sound
from tests.shop_builder import Clock, add_member, add_product, balance, cash, sell, stored_balance


def draft(receipt, *lines: tuple[int, int], **more: object) -> RefundDraft:
    """A return of (line, pieces) of a sale; of all that is left, without any."""
    back = tuple(ReturnLine(position, pieces * MILLI) for position, pieces in lines)
    return RefundDraft(uuid7(), receipt.sale_id, back, "broken", **more)  # type: ignore[arg-type]


def sold(shop: Shop, *items: tuple[Item, int], member=None, tenders=None, discount=None):
    """A sale of (item, pieces), paid in cash to the cent where nothing else is said."""
    lines = tuple(CartLine(uuid7(), item, pieces * MILLI) for item, pieces in items)
    facts = None if member is None else shop.loyalty.facts(member)
    cart = Cart(lines, facts, discount)
    total = shop.checkout.quote(cart).total_minor
    paid = tenders if tenders is not None else ((cash(total),) if total else ())
    return shop.checkout.complete(uuid7(), cart, None, paid)


def test_a_preview_says_what_the_return_then_does(shop: Shop) -> None:
    ana = add_member(shop)
    receipt = sold(shop, (Item("tea", 1_000), 3), (Item("mug", 4_550), 1), member=ana)
    wanted = draft(receipt, (1, 2))
    preview = shop.refunds.preview(wanted)
    done = shop.refunds.refund(wanted)
    shared = {f.name for f in dataclasses.fields(preview)} & {
        f.name for f in dataclasses.fields(done)
    }
    for name in shared - {"why", "lines"}:
        assert getattr(preview, name) == getattr(done, name), name
    assert (done.why, done.total_minor) == ((*preview.why, *preview.tier_note), 2_000)
    assert [line.total_minor for line in done.lines] == [2_000]
    assert stored_balance(shop, ana) == balance(shop, ana) == done.balance_after
    assert sound(shop)


def test_repeating_a_return_gives_back_once(shop: Shop) -> None:
    receipt = sell(shop, 10_000)
    wanted = draft(receipt)
    first = shop.refunds.refund(wanted)
    assert shop.refunds.refund(wanted) == first
    assert first.number == "RA0-000001"
    assert shop.refunds.by_number(first.number) == shop.refunds.by_number(first.code) == first
    assert shop.refunds.of_sale(receipt.sale_id) == (first,)


def test_the_same_id_for_another_return_is_refused(shop: Shop) -> None:
    receipt = sold(shop, (Item("tea", 1_000), 3))
    wanted = draft(receipt, (1, 1))
    shop.refunds.refund(wanted)
    with pytest.raises(RefundIdTaken):
        shop.refunds.refund(dataclasses.replace(wanted, lines=(ReturnLine(1, 2 * MILLI),)))


def test_what_came_back_does_not_come_back_again(shop: Shop) -> None:
    receipt = sold(shop, (Item("tea", 1_000), 3))
    shop.refunds.refund(draft(receipt, (1, 2)))
    with pytest.raises(ReturnTooMuch) as refused:
        shop.refunds.refund(draft(receipt, (1, 2)))
    assert (refused.value.quantity, refused.value.left) == ("2", "1")
    other = sold(shop, (Item("tea", 1_000), 1), (Item("cup", 1_000), 1))
    shop.refunds.refund(draft(other, (1, 1)))
    with pytest.raises(ReturnedBefore):
        shop.refunds.refund(draft(other, (1, 1)))
    shop.refunds.refund(draft(receipt))
    with pytest.raises(NothingToReturn):
        shop.refunds.refund(draft(receipt))
    tried = shop.desk.database.value(
        "SELECT count(*) FROM audit_entry WHERE action = 'refund.too_much'"
    )
    assert tried == 3
    assert sound(shop)


def test_a_return_of_what_was_never_sold_is_refused(shop: Shop) -> None:
    receipt = sold(shop, (Item("tea", 1_000), 3))
    with pytest.raises(ReturnLineUnknown):
        shop.refunds.preview(draft(receipt, (2, 1)))
    with pytest.raises(ReturnLineTwice):
        shop.refunds.preview(draft(receipt, (1, 1), (1, 1)))
    for wrong in (0, -1_000, 1_500):
        with pytest.raises(FieldInvalid):
            shop.refunds.preview(RefundDraft(uuid7(), receipt.sale_id, (ReturnLine(1, wrong),)))
    with pytest.raises(SaleUnknown):
        shop.refunds.preview(RefundDraft(uuid7(), uuid7()))


def test_rule_29_a_void_undoes_a_sale_of_the_open_session(shop: Shop, clock: Clock) -> None:
    ana = add_member(shop, points=500)
    before = balance(shop, ana)
    receipt = sold(
        shop,
        (Item("tea", 3_000, tax_rate_bp=600), 1),
        member=ana,
        tenders=(Tender(TenderKind.POINTS, 200), cash(2_800)),
    )
    assert balance(shop, ana) != before
    done = shop.refunds.void(receipt.number, "wrong member")
    assert (done.kind, done.whole, balance(shop, ana)) == ("void", True, before)
    assert sum(t.amount_minor for t in done.tenders) == receipt.total_minor
    assert [(t.rate_bp, t.tax_minor) for t in done.taxes] == [
        (t.rate_bp, t.tax_minor) for t in receipt.taxes
    ]
    with pytest.raises(VoidRefused):
        shop.refunds.void(receipt.number)
    late = sell(shop, 5_000, ana)
    clock.forward(days=1)
    with pytest.raises(VoidRefused) as refused:
        shop.refunds.void(late.number)
    assert refused.value.reason == "session_closed"
    assert shop.refunds.returnable(late.number).why_no_void == "session_closed"
    shop.refunds.refund(draft(late))
    assert sound(shop)


def test_a_void_of_a_sale_that_came_back_in_part_is_refused(shop: Shop) -> None:
    receipt = sold(shop, (Item("tea", 1_000), 3))
    assert shop.refunds.returnable(receipt.number).voidable
    shop.refunds.refund(draft(receipt, (1, 1)))
    with pytest.raises(VoidRefused) as refused:
        shop.refunds.void(receipt.number)
    assert refused.value.reason == "partly_returned"


def test_without_a_receipt_a_reason_is_asked_and_cash_is_paid(shop: Shop) -> None:
    goods = (OpenReturn("mug", MILLI, 1_200),)
    with pytest.raises(FieldInvalid):
        shop.refunds.refund(RefundDraft(uuid7(), None, open_lines=goods))
    done = shop.refunds.refund(RefundDraft(uuid7(), None, open_lines=goods, reason="no receipt"))
    assert (done.tenders, done.points_reversed) == ((cash(1_200),), 0)
    ana = add_member(shop, points=100)
    on_credit = RefundDraft(
        uuid7(), None, open_lines=goods, reason="no receipt", member_id=ana,
        tenders=(Tender(TenderKind.STORE_CREDIT, 0),),
    )  # fmt: skip
    done = shop.refunds.refund(on_credit)
    assert [t.kind for t in done.tenders] == [TenderKind.STORE_CREDIT]
    assert (done.points_reversed, balance(shop, ana)) == (12, 88)
    assert sound(shop)


def test_an_exchange_is_a_return_and_a_sale_in_one(shop: Shop) -> None:
    ana = add_member(shop)
    first = sold(
        shop,
        (Item("shirt M", 5_000), 1),
        member=ana,
        tenders=(Tender(TenderKind.BANK_CARD, 5_000),),
    )
    cart = Cart((CartLine(uuid7(), Item("shirt L", 6_000)),), shop.loyalty.facts(ana))
    wanted, sale_id = draft(first), uuid7()
    done, receipt = shop.refunds.exchange(
        wanted, sale_id, cart, shop.checkout.quote(cart), (cash(1_000),)
    )
    assert done.tenders == (Tender(TenderKind.EXCHANGE, 5_000),)
    assert receipt.tenders == (Tender(TenderKind.EXCHANGE, 5_000), cash(1_000))
    assert (done.exchange_number, balance(shop, ana)) == (receipt.number, 60)
    again = shop.refunds.exchange(wanted, sale_id, cart, None, (cash(1_000),))
    assert again == (done, receipt)
    assert sound(shop)


def test_an_exchange_for_less_pays_the_rest_back_as_it_came_in(shop: Shop) -> None:
    first = sold(
        shop, (Item("coat", 9_000), 1), tenders=(Tender(TenderKind.WECHAT, 6_000), cash(3_000))
    )
    cart = Cart((CartLine(uuid7(), Item("scarf", 3_000)),))
    done, receipt = shop.refunds.exchange(draft(first), uuid7(), cart, None, ())
    assert [(t.kind.value, t.amount_minor) for t in done.tenders] == [
        ("exchange", 3_000), ("wechat", 4_000), ("cash", 2_000)
    ]  # fmt: skip
    # What was exchanged is money that came in: the second return pays it in cash.
    back = shop.refunds.refund(draft(receipt))
    assert back.tenders == (cash(3_000),)
    assert sound(shop)


def test_an_exchange_whose_sale_is_refused_takes_nothing_back(shop: Shop) -> None:
    first = sold(shop, (Item("coat", 9_000), 1))
    cart = Cart((CartLine(uuid7(), Item("hat", 10_000)),))
    with pytest.raises(TendersShort):
        shop.refunds.exchange(draft(first), uuid7(), cart, None, ())
    assert shop.refunds.of_sale(first.sale_id) == ()
    shop.refunds.refund(draft(first))
    assert sound(shop)


def test_a_receipt_read_back_says_what_came_back_of_it(shop: Shop) -> None:
    receipt = sold(shop, (Item("tea", 1_000), 3))
    assert receipt.refunds == ()
    done = shop.refunds.refund(draft(receipt, (1, 1)))
    (told,) = shop.sales.receipt(receipt.number).refunds
    assert (told.number, told.kind, told.total_minor, told.whole) == (
        done.number, "refund", 1_000, False
    )  # fmt: skip


def test_the_slip_brings_its_sale_back_when_it_is_scanned(shop: Shop) -> None:
    receipt = sold(shop, (Item("tea", 1_000), 3))
    done = shop.refunds.refund(draft(receipt, (1, 1)))
    for code in (done.code, done.number):
        found = shop.lookup.scan(code)
        assert isinstance(found, ReceiptFound)
        assert found.receipt.number == receipt.number
    goods = (OpenReturn("mug", MILLI, 1_200),)
    loose = shop.refunds.refund(RefundDraft(uuid7(), None, open_lines=goods, reason="no receipt"))
    with pytest.raises(CodeUnknown):
        shop.lookup.scan(loose.code)


def test_an_imported_sale_comes_back_at_this_till_as_it_was_given(
    shop: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "old.csv"
    path.write_text(
        "receipt,sold_at,name,quantity,total,tender\nX1,2024-05-01 10:00,Tea,3,10.00,cash\n"
    )
    plan = shop.imports.sniff("sales", path)
    assert shop.imports.run(plan, ImportOptions()).refused == ()
    receipt = shop.sales.receipt("X1")
    parts = [shop.refunds.refund(draft(receipt, (1, 1))) for _ in range(3)]
    assert [part.total_minor for part in parts] == [333, 333, 334]
    assert parts[0].number == "RA0-000001"
    assert not shop.refunds.returnable("X1").voidable
    assert sound(shop)


def test_a_return_moves_the_stock_and_one_kept_off_the_shelf_does_not(shop: Shop) -> None:
    tea = add_product(shop, "tea", 1_000)
    assert tea.product_id is not None
    shop.stock.receive((StockLine(tea.product_id, 10 * MILLI),), "delivery")
    receipt = sold(shop, (tea, 4))

    def held() -> int:
        return int(shop.desk.database.value("SELECT on_hand_milli FROM product_stock")) // MILLI

    assert held() == 6
    shop.refunds.refund(draft(receipt, (1, 1)))
    assert held() == 7
    shop.refunds.refund(draft(receipt, (1, 1), restock=False))
    assert held() == 7
    shop.refunds.refund(draft(receipt))
    assert held() == 9
    assert sound(shop)
