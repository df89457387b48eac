"""The words of slips, in the three languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SlipWords:
    """The labels of one language."""

    titles: Mapping[str, str]
    number: str
    staff: str
    member: str
    paid: str
    paid_back: str
    until: str
    principal: str
    bonus: str
    bonus_on: str
    balance: str
    keep: str
    change: str
    owed: str


_ZH_CN = SlipWords(
    titles={
        "top_up": "会员充值",
        "pass": "次卡",
        "plan": "付费会员",
        "gift_card": "礼品卡",
        "repayment": "赊账还款",
        "deposit": "订金",
        "deposit_refund": "退还订金",
        "gift_refund": "退还礼品卡",
    },
    number="单号",
    staff="收银员",
    member="会员",
    paid="实收",
    paid_back="退还",
    until="有效期至",
    principal="充值本金",
    bonus="赠送到账",
    bonus_on="赠金 {date} 到账",
    balance="储值余额",
    keep="凭码付款，见码即付，请妥善保管",
    change="找零",
    owed="赊账余额",
)
_ZH_TW = SlipWords(
    titles={
        "top_up": "會員儲值",
        "pass": "次卡",
        "plan": "付費會員",
        "gift_card": "禮物卡",
        "repayment": "賒帳還款",
        "deposit": "訂金",
        "deposit_refund": "退還訂金",
        "gift_refund": "退還禮物卡",
    },
    number="單號",
    staff="收銀員",
    member="會員",
    paid="實收",
    paid_back="退還",
    until="有效期至",
    principal="儲值本金",
    bonus="贈送到帳",
    bonus_on="贈金 {date} 到帳",
    balance="儲值餘額",
    keep="憑碼付款，見碼即付，請妥善保管",
    change="找零",
    owed="賒帳餘額",
)
_EN = SlipWords(
    titles={
        "top_up": "Stored value top-up",
        "pass": "Session pass",
        "plan": "Paid membership",
        "gift_card": "Gift card",
        "repayment": "Repayment on account",
        "deposit": "Deposit",
        "deposit_refund": "Deposit given back",
        "gift_refund": "Gift card paid back",
    },
    number="No.",
    staff="Served by",
    member="Member",
    paid="Paid",
    paid_back="Given back",
    until="Valid until",
    principal="Charged",
    bonus="Bonus now",
    bonus_on="Bonus on {date}",
    balance="Stored value",
    keep="Whoever has this code can pay with it: keep it safe",
    change="Change",
    owed="Owed on account",
)
_ALL: Mapping[str, SlipWords] = {"zh_CN": _ZH_CN, "zh_TW": _ZH_TW, "en": _EN}


def slip_words(language: str) -> SlipWords:
    """The labels of a language; English where it is unknown."""
    return _ALL.get(language, _EN)
