"""Receipts and cards as a shop makes them, and as one hopes no shop does."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from app.services.rules.codes import member_code, receipt_code, receipt_number
from app.services.rules.money import CURRENCIES, MILLI
from app.services.rules.pricing import Effect, Reason, TaxGroup
from app.services.rules.receipt import Receipt, ReceiptLine, ReceiptMember
from app.services.rules.shop_facts import CardFacts, ShopFacts
from app.services.rules.tenders import Tender, TenderKind

SHOP = ShopFacts(
    name="屿见咖啡",
    subtitle="YUJIAN COFFEE",
    address="杭州市西湖区文三路 12 号",
    phone="0571-8888 1234",
    receipt_footer="谢谢光临，周三会员双倍积分",
)
ENGLISH_SHOP = ShopFacts(
    name="The Corner Bakery",
    subtitle="Bread since 1987",
    address="12 Queen's Road Central, Hong Kong",
    phone="+852 2345 6789",
    currency=CURRENCIES["HKD"],
    language="en",
    brand_colour="#F2C14E",
    receipt_footer="Thank you. Double points on Wednesdays.\nInstagram @cornerbakery",
    return_days=14,
)
MEMBER = ReceiptMember(
    member_id=UUID(int=7),
    number="000128",
    name="曾雨晴",
    phone="138 1234 8000",
    points_before=1285,
    points_after=1384,
)


def line(
    name: str,
    price_minor: int,
    *effects: Effect,
    milli: int = MILLI,
    weighed: bool = False,
    position: int = 0,
) -> ReceiptLine:
    """A line of a receipt, its amounts worked out."""
    gross = price_minor * milli // MILLI
    return ReceiptLine(
        position=position,
        name=name,
        quantity_milli=milli,
        unit_price_minor=price_minor,
        gross_minor=gross,
        effects=effects,
        total_minor=gross - sum(effect.amount_minor for effect in effects),
        tax_rate_bp=600,
        points=0,
        weighed=weighed,
    )


def member_price(amount_minor: int) -> Effect:
    """The saving of a member price."""
    return Effect(amount_minor, Reason("member_price"))


def hand_discount(amount_minor: int, reason: str, percent_bp: int = 0) -> Effect:
    """A discount given by staff."""
    facts: tuple[tuple[str, str | int], ...] = (("reason", reason),)
    if percent_bp:
        facts = (*facts, ("percent_bp", percent_bp))
    return Effect(amount_minor, Reason("hand_discount", facts))


LINES = (
    line("燕麦拿铁", 2800, member_price(600), milli=2 * MILLI),
    line("可颂", 1600, member_price(200)),
    line("咖啡豆 250 g", 8800, member_price(1000), hand_discount(780, "金卡零售", 1000)),
)


def receipt(
    *lines: ReceiptLine,
    member: ReceiptMember | None = MEMBER,
    tenders: tuple[Tender, ...] | None = None,
    rounding_minor: int = 0,
) -> Receipt:
    """A receipt of `lines`, or of the three of `LINES`, its sums right."""
    lines = lines or LINES
    gross = sum(each.gross_minor for each in lines)
    total = sum(each.total_minor for each in lines)
    due = total + rounding_minor
    cash = -(-due // 10_000) * 10_000
    points = Tender(TenderKind.POINTS, 100)
    taken = tenders or (points, Tender(TenderKind.CASH, cash))
    tax = total * 600 // 10_600
    return Receipt(
        sale_id=UUID(int=1),
        number=receipt_number(0, 1902),
        code=receipt_code(0, 1902),
        sold_at=datetime(2026, 11, 21, 10, 12, 44, tzinfo=ZoneInfo("Asia/Shanghai")),
        business_date=date(2026, 11, 21),
        staff="小林",
        member=member,
        lines=lines,
        gross_minor=gross,
        discount_minor=gross - total,
        taxes=(TaxGroup(600, total - tax, tax),),
        added_tax_minor=0,
        cash_rounding_minor=rounding_minor,
        total_minor=due,
        tenders=taken,
        change_due_minor=sum(t.amount_minor for t in taken) - due,
        points_burned=100 if points in taken else 0,
        points_earned=199 if member else 0,
        why=(),
        why_not=(),
        scheme_version=1,
    )


def long_receipt(count: int = 34) -> Receipt:
    """Many lines, some with names that no till should have."""
    lines = [
        line(f"第 {index} 号商品 Product number {index}", 1999 + 7 * index, position=index)
        for index in range(count)
    ]
    lines[1] = line(
        "内蒙古呼伦贝尔大草原有机全脂纯牛奶家庭分享装（新老包装随机发货）250ml×24 盒", 6990
    )
    lines[2] = line(
        "Supercalifragilisticexpialidocious extra-virgin cold-pressed olive oil 5 l", 39_900
    )
    lines[3] = line("𬭚㛃䶮 rare & <b>bold</b> " + "x" * 90, 100)
    lines[4] = line("红富士苹果", 1280, member_price(91), milli=1355, weighed=True)
    return receipt(*lines)


def huge_receipt() -> Receipt:
    """Amounts as large as the program takes."""
    gold = line("金条", 10**11 - 1, hand_discount(10**10, "老板批准" * 12), milli=999 * MILLI)
    return receipt(gold)._replace(total_minor=98_901_234_567_890)


KEY = bytes(range(32))


def card(serial: int = 41, name: str = "曾雨晴", tier: str = "") -> CardFacts:
    """A genuine card."""
    return CardFacts(
        code=member_code(serial, KEY),
        name=name,
        number=f"{serial:06d}",
        joined_on="2024-03-02",
        tier=tier,
    )
