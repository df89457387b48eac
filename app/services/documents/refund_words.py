"""The words of refund slips, in the three languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RefundWords:
    """The labels of one language."""

    titles: Mapping[str, str]
    number: str
    of_sale: str
    exchanged: str
    staff: str
    member: str
    paid_back: str
    points: str
    reversed: str
    restored: str
    owed: str
    coupons: str
    reason: str
    signature: str
    scan: str


_ZH_CN = RefundWords(
    titles={"refund": "退货", "void": "作废"},
    number="退款单号",
    of_sale="原单号",
    exchanged="换货新单",
    staff="收银员",
    member="会员",
    paid_back="实退",
    points="会员积分",
    reversed="收回积分",
    restored="退还积分",
    owed="欠积分，之后所得先抵还",
    coupons="可再次使用的优惠券",
    reason="原因",
    signature="顾客签名",
    scan="扫码可查这笔退款",
)
_ZH_TW = RefundWords(
    titles={"refund": "退貨", "void": "作廢"},
    number="退款單號",
    of_sale="原單號",
    exchanged="換貨新單",
    staff="收銀員",
    member="會員",
    paid_back="實退",
    points="會員點數",
    reversed="收回點數",
    restored="退還點數",
    owed="欠點數，之後所得先抵還",
    coupons="可再次使用的優惠券",
    reason="原因",
    signature="顧客簽名",
    scan="掃碼可查這筆退款",
)
_EN = RefundWords(
    titles={"refund": "REFUND", "void": "VOID"},
    number="No.",
    of_sale="Of receipt",
    exchanged="Exchanged for",
    staff="Served by",
    member="Member",
    paid_back="Paid back",
    points="Points",
    reversed="Taken back",
    restored="Given back",
    owed="Owed; the next points repay it",
    coupons="Coupons to use again",
    reason="Reason",
    signature="Signature",
    scan="Scan to see this refund",
)
_ALL: Mapping[str, RefundWords] = {"zh_CN": _ZH_CN, "zh_TW": _ZH_TW, "en": _EN}


def refund_words(language: str) -> RefundWords:
    """The labels of a language; English where it is unknown."""
    return _ALL.get(language, _EN)


def points_words(points: int) -> str:
    """A balance, or what it changed by."""
    return f"{'−' if points < 0 else ''}{abs(points):,}"
