"""A statement tells every entry once, with the balance after it, in the shop's language."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import FieldInvalid
from app.services.documents.pdf import pdf_bytes
from app.services.documents.slip import Slip, slip_pages
from app.services.documents.statement import save_statement, statement_pages
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import counter_scheme, fill_counter, use
from tests.services.documents.reading import bare, codes_in, pictures_of, text_of
from tests.shop_builder import add_member, add_product, cart_of, cash


@pytest.fixture
def ana(shop):
    use(shop, counter_scheme(shop.desk.settings.money))
    member = shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000")).member
    fill_counter(shop, member.member_id)
    return member.member_id


def test_wallet_entries_add_up_to_the_balance(shop, ana):
    paid = (Tender(TenderKind.CASH, 20_000),)
    shop.wallets.top_up(uuid7(), ana, 20_000, paid)
    newest, oldest = shop.statements.wallet_entries(ana)
    assert (newest.principal_minor, newest.bonus_minor, newest.balance_minor) == (
        20_000,
        2_000,
        80_000,
    )
    assert (oldest.principal_minor, oldest.bonus_minor, oldest.balance_minor) == (
        50_000,
        8_000,
        58_000,
    )


def test_a_statement_holds_every_entry_of_its_days_alone(shop, clock, ana):
    before = shop.desk.today()
    clock.forward(days=3)
    shop.points.adjust(ana, -20, "sorry")
    whole = shop.statements.statement(ana)
    late = shop.statements.statement(ana, first=before + timedelta(days=1))
    assert [row.points for row in late.points] == [-20]
    assert whole.points[0].points == -20
    assert sum(row.points for row in whole.points) == whole.standing.points.balance
    assert (late.wallet, len(whole.wallet)) == ((), 1)


def test_a_period_that_ends_before_it_begins_is_refused(shop, ana):
    today = shop.desk.today()
    with pytest.raises(FieldInvalid):
        shop.statements.statement(ana, first=today, last=today - timedelta(days=1))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh_CN", ("会员对账单", "金卡", "本金500.00", "生日饮品券", "升铂金", "openinggift")),
        ("zh_TW", ("會員對帳單", "金卡", "本金500.00", "生日飲品券", "升鉑金", "openinggift")),
        ("en", ("Memberstatement", "Gold", "Principal500.00", "Birthdaydrink", "toPlatinum")),
    ],
)
def test_the_pdf_says_it_in_the_shops_language_and_masks_the_phone(shop, ana, language, said):
    facts = replace(shop.desk.settings.facts, language=language)
    statement = shop.statements.statement(ana)
    text = bare(text_of(pdf_bytes(statement_pages(statement, facts), "statement")))
    assert "曾雨晴" in text
    assert "138****8000" in text
    assert "13800138000" not in text.replace(" ", "")
    for words in said:
        assert words in text
    for coupon in statement.coupons:
        assert coupon.code in text


def test_a_long_statement_breaks_into_numbered_pages_with_the_heading_on_each(shop, ana):
    for number in range(80):
        shop.points.adjust(ana, 1, f"reason {number}")
    statement = shop.statements.statement(ana)
    pages = statement_pages(statement, shop.desk.settings.facts)
    text = bare(text_of(pdf_bytes(pages, "statement")))
    assert len(pages) == 3
    assert "第3页，共3页" in text.replace(",", "，")
    assert all(f"reason{number}" in text for number in range(80))


def test_a_statement_is_written_whole(shop, ana, tmp_path):
    path = tmp_path / "statement.pdf"
    save_statement(path, shop.statements.statement(ana), shop.desk.settings.facts)
    assert path.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir() if "statement" in each.name] == [path.name]


def test_the_slip_of_a_gift_card_carries_its_code(shop):
    shop.schemes.use(counter_scheme(shop.desk.settings.money))
    sold = shop.gift_cards.sell(uuid7(), 20_000, (Tender(TenderKind.CASH, 20_000),))
    slip = Slip(
        "gift_card", "1", shop.desk.now(), "", ("", ""), 20_000, "现金", code=sold.card.code
    )
    pdf = pdf_bytes(slip_pages(slip, shop.desk.settings.facts, 80.0), "slip")
    assert sold.card.code in bare(text_of(pdf))
    assert {sold.card.code} in codes_in(pictures_of(pdf)[0]).values()


def test_the_slip_of_a_top_up_tells_before_and_after_and_what_comes_later(shop):
    slip = Slip(
        "top_up", "1", shop.desk.now(), "店主", ("000001", "曾雨晴"), 100_000, "现金",
        bonus_minor=6_000, before_minor=0, after_minor=106_000, parts=(("2026-12-21", 6_000),),
    )  # fmt: skip
    text = bare(text_of(pdf_bytes(slip_pages(slip, shop.desk.settings.facts, 58.0), "slip")))
    assert "0.00→1,060.00" in text
    assert "赠金20261221到账60.00" in text
    assert "曾*晴" in text


def test_a_statement_tells_what_was_bought_on_account_and_what_is_owed(shop):
    ana = add_member(shop)
    shop.accounts.set_limit(ana, 50_000)
    cart = cart_of(add_product(shop, "Box", 10_000), member=ana)
    shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.ON_ACCOUNT, 10_000),))
    shop.accounts.repay(uuid7(), ana, (cash(4_000),))
    rows = shop.statements.statement(ana).account
    assert [(row.kind, row.amount_minor, row.owed_after_minor) for row in rows] == [
        ("repay", -4_000, 6_000),
        ("charge", 10_000, 10_000),
    ]
