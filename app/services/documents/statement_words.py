"""The words of member statements, in the three languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementWords:
    """The labels of one language; those with `{…}` are filled in where they are used."""

    title: str
    member: str
    number: str
    phone: str
    joined: str
    period: str
    made: str
    points: str
    usable: str
    pending: str
    expiring: str
    owed: str
    tier: str
    until: str
    more_to: str
    to_keep: str
    unit_points: str
    stored_value: str
    principal: str
    bonus: str
    credit: str
    plan: str
    coupons: str
    passes: str
    uses_left: str
    time: str
    kind: str
    why: str
    amount: str
    balance: str
    code: str
    valid: str
    state: str
    nothing: str
    page: str
    kinds: Mapping[str, str]
    wallet_kinds: Mapping[str, str]
    states: Mapping[str, str]
    account: str
    owes: str
    account_kinds: Mapping[str, str]


_ZH_CN = StatementWords(
    title="会员对账单",
    member="会员",
    number="卡号",
    phone="手机",
    joined="入会",
    period="期间",
    made="打印时间",
    points="积分",
    usable="可用 {points}",
    pending="{date} 起可用 {points}",
    expiring="{date} 后到期 {points}",
    owed="欠 {points}",
    tier="等级",
    until="至 {date}",
    more_to="再 {amount} 升{tier}",
    to_keep="{date} 前再 {amount} 保级",
    unit_points="{points} 分",
    stored_value="储值",
    principal="本金",
    bonus="赠金",
    credit="店铺余额",
    plan="付费会员",
    coupons="优惠券",
    passes="次卡",
    uses_left="剩 {left} / {all} 次",
    time="时间",
    kind="类型",
    why="原因",
    amount="变动",
    balance="余额",
    code="券码",
    valid="有效期",
    state="状态",
    nothing="本期没有变动",
    page="第 {page} 页，共 {pages} 页",
    kinds={
        "earn": "消费得分",
        "burn": "使用",
        "expire": "过期",
        "adjust": "调整",
        "transfer": "转移",
        "reverse_earn": "退回所得",
        "reverse_burn": "退还所用",
    },
    wallet_kinds={
        "top_up": "充值",
        "bonus": "赠金到账",
        "spend": "消费",
        "refund": "退回",
        "close": "退卡",
        "expire": "赠金过期",
    },
    account="赊账",
    owes="欠款",
    account_kinds={
        "charge": "赊购",
        "repay": "还款",
        "refund": "退货",
        "write_off": "核销",
        "adjust": "调整",
    },
    states={
        "issued": "待使用",
        "redeemed": "已使用",
        "expired": "已过期",
        "revoked": "已作废",
    },
)
_ZH_TW = StatementWords(
    title="會員對帳單",
    member="會員",
    number="卡號",
    phone="手機",
    joined="入會",
    period="期間",
    made="列印時間",
    points="點數",
    usable="可用 {points}",
    pending="{date} 起可用 {points}",
    expiring="{date} 後到期 {points}",
    owed="欠 {points}",
    tier="等級",
    until="至 {date}",
    more_to="再 {amount} 升{tier}",
    to_keep="{date} 前再 {amount} 保級",
    unit_points="{points} 點",
    stored_value="儲值",
    principal="本金",
    bonus="贈金",
    credit="商店餘額",
    plan="付費會員",
    coupons="優惠券",
    passes="次卡",
    uses_left="剩 {left} / {all} 次",
    time="時間",
    kind="類型",
    why="原因",
    amount="異動",
    balance="餘額",
    code="券碼",
    valid="有效期",
    state="狀態",
    nothing="本期沒有異動",
    page="第 {page} 頁，共 {pages} 頁",
    kinds={
        "earn": "消費得點",
        "burn": "使用",
        "expire": "過期",
        "adjust": "調整",
        "transfer": "轉移",
        "reverse_earn": "退回所得",
        "reverse_burn": "退還所用",
    },
    wallet_kinds={
        "top_up": "儲值",
        "bonus": "贈金到帳",
        "spend": "消費",
        "refund": "退回",
        "close": "退卡",
        "expire": "贈金過期",
    },
    account="賒帳",
    owes="欠款",
    account_kinds={
        "charge": "賒購",
        "repay": "還款",
        "refund": "退貨",
        "write_off": "核銷",
        "adjust": "調整",
    },
    states={
        "issued": "待使用",
        "redeemed": "已使用",
        "expired": "已過期",
        "revoked": "已作廢",
    },
)
_EN = StatementWords(
    title="Member statement",
    member="Member",
    number="Number",
    phone="Phone",
    joined="Joined",
    period="Period",
    made="Made",
    points="Points",
    usable="{points} usable",
    pending="{points} usable from {date}",
    expiring="{points} expire after {date}",
    owed="{points} owed",
    tier="Tier",
    until="until {date}",
    more_to="{amount} more to {tier}",
    to_keep="{amount} more by {date} keeps it",
    unit_points="{points} points",
    stored_value="Stored value",
    principal="Principal",
    bonus="Bonus",
    credit="Store credit",
    plan="Paid plan",
    coupons="Coupons",
    passes="Passes",
    uses_left="{left} of {all} left",
    time="Time",
    kind="Kind",
    why="Why",
    amount="Change",
    balance="Balance",
    code="Code",
    valid="Valid",
    state="State",
    nothing="Nothing in this period",
    page="Page {page} of {pages}",
    kinds={
        "earn": "Earned",
        "burn": "Spent",
        "expire": "Expired",
        "adjust": "Adjusted",
        "transfer": "Transferred",
        "reverse_earn": "Taken back",
        "reverse_burn": "Given back",
    },
    wallet_kinds={
        "top_up": "Top-up",
        "bonus": "Bonus",
        "spend": "Paid with",
        "refund": "Given back",
        "close": "Paid out",
        "expire": "Bonus lapsed",
    },
    account="On account",
    owes="Owed",
    account_kinds={
        "charge": "Bought",
        "repay": "Repaid",
        "refund": "Taken back",
        "write_off": "Written off",
        "adjust": "Moved",
    },
    states={
        "issued": "To be used",
        "redeemed": "Redeemed",
        "expired": "Expired",
        "revoked": "Revoked",
    },
)
_ALL: Mapping[str, StatementWords] = {"zh_CN": _ZH_CN, "zh_TW": _ZH_TW, "en": _EN}


def statement_words(language: str) -> StatementWords:
    """The labels of a language; English where it is unknown."""
    return _ALL.get(language, _EN)
