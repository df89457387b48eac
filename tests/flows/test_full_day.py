"""A whole day at the till by keys and scans alone, and every figure of its Z report.

The morning's float, ten sales with members, a top-up, a return, a void, X, the count and Z: each
within the steps promised, and each figure reckoned by hand beside it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.day_report import TaxFigure
from app.ui.returning import return_sheet
from tests.scheme_builder import SIMPLE, WALLET, sound, use
from tests.shop_builder import balance

# 28.00, for members 25.00, 6 % of it tax; 16.00 and 88.00 with 13 %.
LATTE, CROISSANT, BEANS = "6901234567892", "6901234567885", "6901234567878"
WECHAT_CODE = "134567890123456789"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, F9 = Qt.Key.Key_Return, Qt.Key.Key_F9


@pytest.fixture
def people(till):
    """A shop that counts its drawer and charges wallets, with two members."""
    shop = till.shop
    shop.settings.save(replace(shop.desk.settings, count_cash=True))
    use(shop, replace(SIMPLE, wallet=WALLET))
    for name, code, price, member_price, tax in (
        ("燕麦拿铁", LATTE, "28", "25", "6"),
        ("可颂", CROISSANT, "16", "", "13"),
        ("咖啡豆", BEANS, "88", "", "13"),
    ):
        draft = ProductDraft(
            name=name, price=price, member_price=member_price, tax_rate=tax, barcodes=(code,)
        )
        shop.products.add(draft)
    till.window.tell_changed("settings")
    till.settle()
    ana = shop.members.add(MemberDraft(name="曾雨晴", phone="13800138000"))
    bo = shop.members.add(MemberDraft(name="李波", phone="13900139001"))
    return ana, bo


class Day:
    """The sales of the day; each says how many keys it may take."""

    def __init__(self, till) -> None:
        self.till = till

    def scans(self, *codes: str) -> None:
        """The next scan starts the next sale without a key."""
        self.till.forget_steps()
        for code in codes:
            self.till.scan(code)

    def pays(self, *keys: Qt.Key, amount: str = "") -> None:
        for key in (F9, *keys):
            self.till.key(key)
        self.till.type(amount)
        self.till.key(ENTER)

    def took(self, scans: int, keys: int, digits: int = 0) -> None:
        assert (self.till.scans, self.till.taps, self.till.digits) == (scans, keys, digits)


def test_a_full_day_by_keyboard_alone_ends_in_a_z_report_that_agrees(till, people):
    ana, bo = people
    ana_id, bo_id = ana.member.member_id, bo.member.member_id
    day, shop = Day(till), till.shop

    # 1: 2 × 88.00 in cash, after the morning's float of 200.00, which is asked for once.
    day.scans(ana.card.code, BEANS, BEANS)
    day.pays()
    till.type("200")
    till.key(ENTER)
    day.took(scans=3, keys=3, digits=3)
    assert balance(shop, ana_id) == 176
    # 2: three items and points: 25.00 + 16.00 + 88.00, of it 1.00 by 100 points.
    day.scans(ana.card.code, LATTE, CROISSANT, BEANS)
    till.key(Qt.Key.Key_F6)
    day.pays()
    day.took(scans=4, keys=3)
    assert balance(shop, ana_id) == 176 - 100 + 128
    with_points = shop.sales.last()[0]
    # 3: 25.00 by WeChat Pay.
    day.scans(bo.card.code, LATTE)
    day.pays(Qt.Key.Key_F2)
    day.took(scans=2, keys=3)
    # 4: without the card, by the last digits of the phone: 16.00, 20.00 in hand.
    till.key(ENTER)
    till.forget_steps()
    till.type("9001")
    till.key(ENTER)
    day.took(scans=0, keys=1, digits=4)
    assert till.state.basket.strip.name == "李波"
    till.scan(CROISSANT)
    day.pays(amount="20")
    assert shop.sales.last()[0].change_due_minor == 400
    day.took(scans=1, keys=3, digits=6)
    # 5: 2 × 25.00 by the pay code of a phone.
    day.scans(ana.card.code, LATTE, LATTE, WECHAT_CODE)
    till.key(ENTER)
    day.took(scans=4, keys=1)
    # A top-up of 500.00 in cash, 80.00 of bonus on it.
    day.scans(bo.card.code)
    till.key(Qt.Key.Key_F8)
    till.sign("1")
    till.key(ENTER)
    day.took(scans=1, keys=3)
    assert shop.wallets.held_minor(bo_id) == 58_000
    # 6: 88.00 of it spent.
    day.scans(bo.card.code, BEANS)
    day.pays(Qt.Key.Key_F7)
    day.took(scans=2, keys=3)
    assert shop.wallets.held_minor(bo_id) == 49_200
    # 7: 88.00 by Alipay.
    day.scans(ana.card.code, BEANS)
    day.pays(Qt.Key.Key_F3)
    day.took(scans=2, keys=3)
    # 8: 3 × 16.00 by quantity, 50.00 in hand.
    day.scans(ana.card.code, CROISSANT)
    till.sign("*")
    till.type("3")
    till.key(ENTER)
    day.pays(amount="50")
    day.took(scans=2, keys=4, digits=3)
    # 9: 25.00 by bank card.
    day.scans(bo.card.code, LATTE)
    day.pays(Qt.Key.Key_F4)
    day.took(scans=2, keys=3)
    # 10: 16.00 in cash, a mistake: voided.
    day.scans(bo.card.code, CROISSANT)
    day.pays()
    day.took(scans=2, keys=2)
    till.forget_steps()
    till.key(Qt.Key.Key_F7, SHIFT)
    till.key(ENTER)
    day.took(scans=0, keys=2)
    till.key(ENTER)
    # The second sale comes back whole: 128.00 in cash, 100 points.
    day.scans(with_points.code)
    till.key(Qt.Key.Key_F7)
    till.sign("a")
    QTest.qWait(100)  # the moment in which a scanner would have typed on
    till.settle()
    till.key(ENTER)
    day.took(scans=1, keys=3)
    presenter = return_sheet(till.window)._presenter
    assert presenter is not None
    done = presenter.desk.done
    assert done is not None
    assert done.total_minor == 12_900
    till.key(ENTER)
    # X: two keys; nothing is closed.
    till.forget_steps()
    till.key(Qt.Key.Key_M, CTRL)
    till.sign("5")
    day.took(scans=0, keys=2)
    report = till.window.drawer.behind.report_sheet
    assert not report.isHidden()
    till.key(ENTER)
    assert shop.cash.z_reports() == ()
    # The count, blind, and Z: two keys and the amount.
    till.forget_steps()
    till.key(Qt.Key.Key_D, CTRL)
    till.type("940")
    till.key(ENTER)
    day.took(scans=0, keys=2, digits=3)
    assert not report.isHidden()
    assert shop.backups.newest().reason == "day_close"
    (closed,) = shop.cash.z_reports()
    the_figures_agree(closed)
    assert sound(shop)


def the_figures_agree(closed) -> None:
    """The Z report against the day, reckoned by hand."""
    figures = closed.report
    assert (closed.number, figures.first_receipt, figures.last_receipt) == (
        1, "A0-000001", "A0-000010",
    )  # fmt: skip
    # 176 + 129 + 25 + 16 + 50 + 88 + 88 + 48 + 25 + 16
    assert (figures.sales.count, figures.sales.total_minor) == (10, 66_100)
    assert figures.sales.gross_minor - figures.sales.discount_minor == 66_100
    assert (figures.refunds.count, figures.refunds.amount_minor) == (1, 12_900)
    assert (figures.voids.count, figures.voids.amount_minor) == (1, 1_600)
    assert figures.revenue_minor == 66_100 - 12_900 - 1_600
    # Float 200, sales 176 + 128 + 20 + 50 + 16, change 4 + 2, back 128 + 16, top-up 500.
    cash = figures.cash
    assert (cash.float_minor, cash.change_minor, cash.refunds_minor) == (20_000, 600, 14_400)
    assert cash.received_minor == 39_000 + 50_000
    assert (closed.expected_minor, closed.counted_minor) == (94_000, 94_000)
    assert closed.over_short_minor == 0
    by_kind = {
        each.kind: (each.sales_minor, each.refunds_minor, each.takings_minor)
        for each in figures.tenders
    }
    assert by_kind == {
        "cash": (38_400, 14_400, 50_000),
        "wechat": (7_500, 0, 0),
        "alipay": (8_800, 0, 0),
        "bank_card": (2_500, 0, 0),
        "stored_value": (8_800, 0, 0),
        "points": (100, 100, 0),
    }
    assert [(each.kind, each.amount_minor) for each in figures.takings] == [("top_up", 50_000)]
    # 6 %: 3 × 25.00 and 50.00. 13 %: 176, 104, 16, 88, 88, 48, 16; back come 104 + 16.
    assert figures.taxes == (
        TaxFigure(600, 12_500 - 709, 709, 2_500 - 142, 142),
        TaxFigure(1_300, 53_600 - 6_165, 6_165, 12_000 - 1_380, 1_380),
    )
    # A point for each 1.00; none for the 100 points, none for 88 × 80 / 580 of bonus spent.
    points = figures.points
    assert points.issued == 176 + 128 + 25 + 16 + 50 + 75 + 88 + 48 + 25 + 16
    assert (points.burned, points.reversed, points.restored) == (100, 128 + 16, 100)
