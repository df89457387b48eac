"""What the display says, in the shop's language: its reader is the customer, not the clerk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DisplayWords:
    """The texts of one language."""

    welcome: str
    hello: str
    points: str
    saved: str
    total: str
    to_pay: str
    change: str
    thanks: str
    scan_to_pay: str
    more_above: str


WORDS = {
    "zh_CN": DisplayWords(
        "欢迎光临", "{name}，您好", "积分", "已优惠", "合计", "待付", "找零", "谢谢惠顾",
        "请扫码付款", "上面还有 {count} 行",
    ),
    "zh_TW": DisplayWords(
        "歡迎光臨", "{name}，您好", "點數", "已折扣", "合計", "待付", "找零", "謝謝惠顧",
        "請掃碼付款", "上面還有 {count} 行",
    ),
    "en": DisplayWords(
        "Welcome", "Hello, {name}", "Points", "You save", "Total", "To pay", "Change",
        "Thank you", "Scan to pay", "{count} more above",
    ),
}  # fmt: skip


def words_for(language: str) -> DisplayWords:
    """The words of a language; English where it is unknown."""
    return WORDS.get(language, WORDS["en"])
