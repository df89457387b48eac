"""Invoices: asked for once, issued once, named rightly, and nobody's name in a log."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FieldInvalid, InvoiceNotAsked, InvoiceStands, MemberUnknown, SaleUnknown
from app.services.invoices import InvoiceBuyer, InvoiceState
from app.services.rules.tax_numbers import (
    TaxNumberShape,
    check_sign,
    folded_tax_number,
    tax_number_shape,
)
from tests.shop_builder import add_member, sell

SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
COMPANY = "91350100M000100Y43"  # the example of GB 32100-2015


@pytest.mark.parametrize(
    ("number", "shape"),
    [
        (COMPANY, TaxNumberShape.CREDIT_CODE),
        ("9135 0100-m000 100y 43", TaxNumberShape.CREDIT_CODE),
        ("91350100M000100Y44", TaxNumberShape.WRONG_CHECK),
        ("91350100M000100O43", TaxNumberShape.WRONG),
        ("440301999999980", TaxNumberShape.OLDER),
        ("11010519491231002X", TaxNumberShape.OLDER),
        ("11010519491231002X01", TaxNumberShape.OLDER),
        ("1234", TaxNumberShape.WRONG),
        ("", TaxNumberShape.NONE),
        ("九一三五", TaxNumberShape.WRONG),
    ],
)
def test_a_tax_number_is_known_by_its_shape(number, shape):
    assert tax_number_shape(folded_tax_number(number), "CN") is shape


def test_outside_the_mainland_a_tax_number_is_taken_as_it_is():
    assert tax_number_shape("22099131", "TW") is TaxNumberShape.FOREIGN
    assert tax_number_shape("?", "TW") is TaxNumberShape.WRONG


@given(st.text(SIGNS, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(SIGNS))
def test_one_mistyped_sign_of_a_credit_code_is_always_seen(body, place, sign):
    number = body + check_sign(body)
    wrong = number[:place] + sign + number[place + 1 :]
    assert check_sign(number[:17]) == number[17]
    assert wrong == number or check_sign(wrong[:17]) != wrong[17]


def test_an_invoice_is_asked_for_issued_and_shown_on_the_receipt(shop):
    member = add_member(shop)
    sale = sell(shop, 9900, member)
    shop.invoices.set_buyer(member, "杭州屿见咖啡有限公司", COMPANY.lower())
    kept = shop.invoices.buyer(member)
    assert kept == InvoiceBuyer("杭州屿见咖啡有限公司", COMPANY)
    asked = shop.invoices.ask(sale.sale_id, kept.title, kept.tax_number)
    assert (asked.state, asked.receipt, asked.total_minor) == (
        InvoiceState.ASKED,
        sale.number,
        9900,
    )
    assert [each.receipt for each in shop.invoices.waiting()] == [sale.number]
    shown = shop.sales.receipt(sale.number).invoice
    assert (shown.title, shown.tax_number, shown.number) == (kept.title, COMPANY, "")
    issued = shop.invoices.issued(sale.sale_id, "24332000000012345678")
    assert issued == shop.invoices.issued(sale.sale_id, "24332000000012345678")
    assert shop.invoices.waiting() == ()
    assert shop.sales.receipt(sale.number).invoice.number == "24332000000012345678"


def test_what_was_issued_stands_until_it_is_cancelled(shop):
    sale = sell(shop, 100)
    with pytest.raises(InvoiceNotAsked):
        shop.invoices.issued(sale.sale_id, "1")
    shop.invoices.ask(sale.sale_id, "王芳")
    shop.invoices.issued(sale.sale_id, "1")
    for refused in (
        lambda: shop.invoices.ask(sale.sale_id, "李雷"),
        lambda: shop.invoices.issued(sale.sale_id, "2"),
    ):
        with pytest.raises(InvoiceStands):
            refused()
    assert shop.invoices.cancel(sale.sale_id).state is InvoiceState.CANCELLED
    assert shop.sales.receipt(sale.number).invoice is None
    assert shop.invoices.ask(sale.sale_id, "李雷").buyer.title == "李雷"
    assert len(shop.invoices.listed()) == 1


def test_asking_again_writes_nothing_twice_and_corrects(shop):
    sale = sell(shop, 100)
    shop.invoices.ask(sale.sale_id, "王芳")
    shop.invoices.ask(sale.sale_id, "王芳")
    assert shop.desk.database.value("SELECT count(*) FROM invoice_entry") == 1
    assert shop.invoices.ask(sale.sale_id, "王方").buyer.title == "王方"
    assert len(shop.invoices.waiting()) == 1


def test_a_buyer_is_remembered_on_the_member_when_asked_to(shop):
    member = add_member(shop)
    sale = sell(shop, 100, member)
    shop.invoices.ask(sale.sale_id, "公司", COMPANY)
    assert shop.invoices.buyer(member) is None
    shop.invoices.ask(sale.sale_id, "公司", COMPANY, remember=True)
    assert shop.invoices.buyer(member).title == "公司"
    assert shop.invoices.set_buyer(member, " ", "") is None
    assert shop.invoices.buyer(member) is None


@pytest.mark.parametrize(
    ("title", "number", "field", "reason"),
    [
        (" ", "", "title", "required"),
        ("x" * 101, "", "title", "too_long"),
        ("公司", "123", "tax_number", "not_a_tax_number"),
        ("公司", "91350100M000100Y44", "tax_number", "wrong_check"),
    ],
)
def test_a_wrong_buyer_is_refused(shop, title, number, field, reason):
    sale = sell(shop, 100)
    with pytest.raises(FieldInvalid) as refused:
        shop.invoices.ask(sale.sale_id, title, number)
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert shop.invoices.of_sale(sale.sale_id) is None


def test_nobody_and_nothing_is_refused(shop):
    with pytest.raises(SaleUnknown):
        shop.invoices.ask(uuid4(), "王芳")
    with pytest.raises(MemberUnknown):
        shop.invoices.set_buyer(uuid4(), "王芳", "")


def test_an_older_number_is_taken_with_a_warning(shop):
    assert shop.invoices.checked("公司", "440301999999980").older
    assert not shop.invoices.checked("公司", COMPANY).older


def test_no_name_stands_in_the_audit_trail(shop):
    sale = sell(shop, 100)
    shop.invoices.ask(sale.sale_id, "王芳", "11010519491231002X")
    shop.invoices.issued(sale.sale_id, "77")
    shop.invoices.cancel(sale.sale_id)
    details = shop.desk.database.rows("SELECT action, detail FROM audit_entry")
    assert [action for action, _ in details] == ["invoice.issued", "invoice.cancelled"]
    assert not any("王芳" in detail or "1101" in detail for _, detail in details)
