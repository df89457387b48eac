"""A scanned code is what its shape and the shop say it is, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import (
    CardForged,
    CardNotActive,
    CodeUnknown,
    FieldInvalid,
    MemberArchived,
    PayCodeScanned,
    ProductUnknown,
    SaleUnknown,
    ShopError,
)
from app.services.ids import uuid7
from app.services.lookup import MemberFound, ProductFound, ReceiptFound
from app.services.member_types import Member, MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import Cart, CartLine
from app.services.rules.codes import gtin_check_digit, member_code, receipt_code
from app.services.rules.tenders import Tender, TenderKind
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop
from tests.shared_data import naughty_strings


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    made = create_shop(TillConfig(tmp_path / "shop"), ShopSettings(name="屿见咖啡", region="HK"))
    yield made
    made.close()


@pytest.fixture
def zeng(shop: Shop) -> Member:
    return shop.members.add(MemberDraft(name="曾雨晴", phone="9123 4564")).member


def add_product(shop: Shop, barcode: str, price: str = "28", *, weighed: bool = False):
    draft = ProductDraft(name="燕麦拉铁", barcodes=(barcode,), price=price, weighed=weighed)
    return shop.products.add(draft)


def scanned_product(shop: Shop, code: str) -> CartLine:
    found = shop.lookup.scan(code)
    assert isinstance(found, ProductFound)
    return found.line


def scanned_member(shop: Shop, code: str) -> str:
    found = shop.lookup.scan(code)
    assert isinstance(found, MemberFound)
    return found.strip.number


def gtin(body: str) -> str:
    return body + gtin_check_digit(body)


def sell(shop: Shop) -> str:
    product = add_product(shop, "SKU-1")
    cart = Cart((CartLine(uuid7(), product.item),))
    tenders = (Tender(TenderKind.CASH, 2800),)
    return shop.checkout.complete(uuid7(), cart, None, tenders).number


# --- members ----------------------------------------------------------------------


def test_a_card_brings_its_member(shop, zeng):
    (card,) = shop.cards.of_member(zeng.member_id)
    assert scanned_member(shop, card.code) == zeng.number
    assert scanned_member(shop, f" {card.code[:5]} {card.code[5:]}\n") == zeng.number


def test_a_code_of_another_shop_is_forged(shop, zeng):
    (card,) = shop.cards.of_member(zeng.member_id)
    altered = card.code[:-1] + str((int(card.code[-1]) + 1) % 10)
    for code in (member_code(card.serial, b"x" * 32), altered):
        with pytest.raises(CardForged):
            shop.lookup.scan(code)


def test_a_lost_card_says_so(shop, zeng):
    (card,) = shop.cards.of_member(zeng.member_id)
    shop.cards.report_lost(card.card_id)
    with pytest.raises(CardNotActive, match="lost"):
        shop.lookup.scan(card.code)


def test_the_card_of_an_archived_member_says_so(shop, zeng):
    (card,) = shop.cards.of_member(zeng.member_id)
    shop.members.archive(zeng.member_id)
    with pytest.raises(MemberArchived):
        shop.lookup.scan(card.code)


def test_a_phone_or_a_member_number_brings_the_member(shop, zeng):
    for code in ("91234564", "+852 9123 4564", zeng.number):
        assert scanned_member(shop, code) == zeng.number


def test_an_eight_digit_code_is_a_product_only_where_it_exists(shop):
    code = gtin("9123456")
    phone = shop.members.add(MemberDraft(name="区慧敏", phone=code)).member
    assert scanned_member(shop, code) == phone.number
    add_product(shop, code)
    assert scanned_product(shop, code).item.barcode == code


# --- products ---------------------------------------------------------------------


@pytest.mark.parametrize("code", ["6901234567892", "96385074", "ABC-123", "00012", "a b", "码9"])
def test_a_barcode_of_any_shape_brings_its_product(shop, code):
    add_product(shop, code)
    line = scanned_product(shop, code)
    assert (line.item.name, line.quantity_milli, line.gross_minor) == ("燕麦拉铁", 1000, None)


def test_a_product_is_the_same_item_however_it_is_scanned(shop):
    product = shop.products.add(
        ProductDraft(name="可颂", barcodes=("012345678905", "K-1"), price="16")
    )
    for code in ("012345678905", "0012345678905", "K-1"):
        assert scanned_product(shop, code).item == product.item


def test_an_unknown_gtin_is_an_unknown_product_and_other_codes_are_unknown(shop):
    with pytest.raises(ProductUnknown):
        shop.lookup.scan("6901234567892")
    for code in ("69012345", "ZZZ", "", "  ", "9" * 5000, receipt_code(0, 1)[:-1]):
        with pytest.raises(CodeUnknown):
            shop.lookup.scan(code)


@pytest.mark.parametrize(
    ("code", "kind"), [("134567890123456789", "wechat"), ("281234567890123456", "alipay")]
)
def test_a_pay_code_is_told_apart(shop, code, kind):
    with pytest.raises(PayCodeScanned) as refusal:
        shop.lookup.scan(code)
    assert refusal.value.kind == kind


# --- labels -----------------------------------------------------------------------


@pytest.mark.parametrize("kept", ["12345", "2112345", gtin("211234500000")])
def test_a_printed_price_stands_whatever_the_item_is_kept_as(shop, kept):
    add_product(shop, kept, "128", weighed=True)
    line = scanned_product(shop, gtin("211234504544"))
    assert (line.gross_minor, line.quantity_milli) == (4544, 355)
    quote = shop.checkout.quote(Cart((line,)))
    assert quote.total_minor == 4544


def test_a_printed_weight_is_priced_by_the_kilogram(shop):
    shop.settings.save(replace(shop.desk.settings, in_store_holds="weight"))
    add_product(shop, "12345", "128", weighed=True)
    line = scanned_product(shop, gtin("211234500355"))
    assert (line.gross_minor, line.quantity_milli) == (None, 355)
    assert shop.checkout.quote(Cart((line,))).total_minor == 4544


def test_an_in_store_code_kept_whole_is_a_plain_barcode(shop):
    add_product(shop, gtin("200000000001"))
    assert scanned_product(shop, gtin("200000000001")).gross_minor is None


def test_a_label_of_nothing_is_refused_and_one_of_an_unknown_item_too(shop):
    add_product(shop, "12345", "128", weighed=True)
    with pytest.raises(FieldInvalid, match="zero"):
        shop.lookup.scan(gtin("211234500000"))
    with pytest.raises(ProductUnknown):
        shop.lookup.scan(gtin("219999900355"))


# --- receipts ---------------------------------------------------------------------


def test_a_receipt_comes_back_by_its_code_and_by_its_number(shop):
    number = sell(shop)
    for code in (receipt_code(0, 1), number, number.lower(), " A0-1 "):
        found = shop.lookup.scan(code)
        assert isinstance(found, ReceiptFound)
        assert found.receipt.number == number == "A0-000001"
    for code in (receipt_code(0, 2), "A0-000002"):
        with pytest.raises(SaleUnknown):
            shop.lookup.scan(code)


# --- anything ---------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.one_of(st.text(max_size=40), st.text("0123456789-", max_size=26)))
def test_any_scan_finds_something_or_is_refused_with_facts(shop, text):
    with pytest.raises(ShopError):
        shop.lookup.scan(text)


def test_every_naughty_string_is_refused_or_found(shop):
    for text in naughty_strings():
        with pytest.raises(ShopError):
            shop.lookup.scan(text)
        assert shop.lookup.suggest(text) is not None


def test_members_and_products_are_suggested_together(shop, zeng):
    shop.products.add(ProductDraft(name="增肌餐", price="30"))
    found = shop.lookup.suggest("zeng")
    assert [hit.name for hit in found.members] == ["曾雨晴"]
    assert [product.name for product in found.products] == ["增肌餐"]
