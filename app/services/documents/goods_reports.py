"""What the commission report and the stock lists say on paper and in files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.services.commissions import CommissionReport, Served
from app.services.documents.receipt_words import with_sign
from app.services.documents.table_report import Report, ReportColumn
from app.services.rules.money import plain_money, quantity, rate
from app.services.rules.shop_facts import ShopFacts
from app.services.stock import StockRow


@dataclass(frozen=True, slots=True)
class _Words:
    commission: str
    period: str
    person: str
    sales: str
    served: str
    refunded: str
    net: str
    rate: str
    share: str
    tips: str
    nobody: str
    total: str
    note: str
    stock: str
    low: str
    product: str
    barcode: str
    category: str
    on_hand: str
    mark: str
    count: str


_WORDS = {
    "en": _Words(
        "Commissions", "{first} to {last}", "Person", "Sales", "Served", "Returned", "Net", "Rate",
        "Commission", "Tips", "Nobody chosen", "Total",
        "Net is what the lines came to after discounts, less what was taken back in these days."
        " Tips are no revenue and are told apart.",
        "Stock on hand", "Low stock", "Product", "Barcode", "Category", "On hand", "Low at",
        "{count} products",
    ),
    "zh_CN": _Words(
        "提成报表", "{first} 至 {last}", "人员", "单数", "服务金额", "退货", "净额", "比例",
        "提成", "小费", "未指定", "合计",
        "净额为折后金额减去期间内的退货。小费不计入营业额，单独列出。",
        "库存", "低库存", "商品", "条码", "分类", "现有", "预警线", "{count} 种商品",
    ),
    "zh_TW": _Words(
        "抽成報表", "{first} 至 {last}", "人員", "單數", "服務金額", "退貨", "淨額", "比例",
        "抽成", "小費", "未指定", "合計",
        "淨額為折後金額減去期間內的退貨。小費不計入營業額，單獨列出。",
        "庫存", "低庫存", "商品", "條碼", "分類", "現有", "預警線", "{count} 種商品",
    ),
}  # fmt: skip


_AMOUNTS = ("sold_minor", "refunded_minor", "net_minor", "commission_minor", "tips_minor")


def commission_report(report: CommissionReport, shop: ShopFacts) -> Report:
    """Everybody's line, and the sum of all."""
    words = _WORDS.get(shop.language, _WORDS["en"])

    def money(minor: int) -> str:
        return with_sign(minor, shop.currency)

    def plain(minor: int) -> str:
        return plain_money(minor, shop.currency)

    people = report.people
    sums = (sum(getattr(each, name) for each in people) for name in _AMOUNTS)
    sold, back, net, share, tips = map(money, sums)
    headings = (
        words.person, words.sales, words.served, words.refunded, words.net, words.rate,
        words.share, words.tips,
    )  # fmt: skip
    shares = (3.0, 1.2, 2.2, 2.0, 2.2, 1.4, 2.0, 1.8)
    return Report(
        title=words.commission,
        subtitle=words.period.format(first=report.first, last=report.last),
        columns=tuple(
            ReportColumn(heading, width, at > 0)
            for at, (heading, width) in enumerate(zip(headings, shares, strict=True))
        ),
        cells=tuple(
            _served(each, each.name or words.nobody, money, f"{rate(each.rate_bp)}%")
            for each in people
        ),
        total=(words.total, "", sold, back, net, "", share, tips),
        note=words.note,
        names=("person", "sales", "served", "returned", "net", "rate", "commission", "tips"),
        plain=tuple(_served(each, each.name, plain, rate(each.rate_bp)) for each in people),
    )


def _served(
    each: Served, name: str, amount: Callable[[int], str], rate_words: str
) -> tuple[str, ...]:
    """What one person sold, and their part of it."""
    sold, back, net, share, tips = (amount(getattr(each, minor)) for minor in _AMOUNTS)
    return name, str(each.sales), sold, back, net, rate_words, share, tips


def stock_report(rows: Sequence[StockRow], shop: ShopFacts, day: str, *, low_only: bool) -> Report:
    """What is on hand, or what is low; costs stay out of it."""
    words = _WORDS.get(shop.language, _WORDS["en"])
    cells = tuple(
        (
            row.name, row.barcode, row.category, _amount(row.level.on_hand_milli, row),
            "" if row.level.low_milli is None else _amount(row.level.low_milli, row),
        )
        for row in rows
    )  # fmt: skip
    return Report(
        title=words.low if low_only else words.stock,
        subtitle=f"{day} · {words.count.format(count=len(rows))}",
        columns=(
            ReportColumn(words.product, 4.2),
            ReportColumn(words.barcode, 2.6),
            ReportColumn(words.category, 2.0),
            ReportColumn(words.on_hand, 1.6, number=True),
            ReportColumn(words.mark, 1.4, number=True),
        ),
        cells=cells,
        names=("name", "barcode", "category", "quantity", "low"),
        plain=tuple(
            (
                row.name, row.barcode, row.category, quantity(row.level.on_hand_milli),
                "" if row.level.low_milli is None else quantity(row.level.low_milli),
            )
            for row in rows
        ),
    )  # fmt: skip


def _amount(milli: int, row: StockRow) -> str:
    said = quantity(milli).replace("-", "−")
    return f"{said} kg" if row.weighed else said
