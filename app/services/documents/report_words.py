"""The words of X and Z reports, in the three languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The labels of one language; those with `{…}` are filled in where they are used."""

    x_title: str
    z_title: str
    not_final: str
    duplicate: str
    number: str
    till: str
    day: str
    opened: str
    closed: str
    read: str
    by: str
    receipts: str
    page: str
    sales: str
    count: str
    gross: str
    discount: str
    added_tax: str
    rounding: str
    total: str
    tips: str
    refunds: str
    voids: str
    revenue: str
    taxes: str
    tax: str
    net: str
    discounts: str
    by_hand: str
    member_price: str
    tenders: str
    of_sales: str
    of_refunds: str
    of_takings: str
    expected: str
    counted: str
    over: str
    short: str
    even: str
    not_counted: str
    reason: str
    drawer: str
    float_: str
    received: str
    change: str
    cash_refunds: str
    pay_in: str
    pay_out: str
    drop: str
    no_sales: str
    moved: str
    takings: str
    memberships: str
    points: str
    issued: str
    burned: str
    reversed_: str
    restored: str
    given: str
    taken: str
    expired: str
    ledger: str
    documents: str
    kinds: Mapping[str, str]
    taking_kinds: Mapping[str, str]


_ZH_CN = ReportWords(
    x_title="X 报表",
    z_title="日结单 Z",
    not_final="班中读数，未结算",
    duplicate="重印",
    number="单号",
    till="收银台",
    day="营业日",
    opened="开班",
    closed="交班",
    read="读数时间",
    by="{time} {staff}",
    receipts="小票",
    page="第 {page} / {pages} 页",
    sales="销售",
    count="{count} 笔",
    gross="原价合计",
    discount="优惠",
    added_tax="另加税",
    rounding="现金抹零",
    total="销售合计",
    tips="其中小费",
    refunds="退货",
    voids="作废",
    revenue="营业额",
    taxes="税",
    tax="税率 {rate}%",
    net="不含税 {net}",
    discounts="优惠明细",
    by_hand="手动优惠",
    member_price="会员价",
    tenders="收款",
    of_sales="销售 {amount}",
    of_refunds="退款 {amount}",
    of_takings="销售外 {amount}",
    expected="应有",
    counted="实点",
    over="多出",
    short="短少",
    even="相符",
    not_counted="未清点",
    reason="原因",
    drawer="钱箱",
    float_="备用金",
    received="现金收入",
    change="找零",
    cash_refunds="现金退款",
    pay_in="存入",
    pay_out="支出",
    drop="缴存保险箱",
    no_sales="无销售开箱",
    moved="收支明细",
    takings="销售外收付（不计营业额）",
    memberships="会员资格销售",
    points="积分",
    issued="发放",
    burned="使用",
    reversed_="退货扣回",
    restored="退货退还",
    given="另行增加",
    taken="另行扣减",
    expired="到期",
    ledger="账本末端",
    documents="{count} 份单据",
    kinds={"pay_in": "存入", "pay_out": "支出", "drop": "缴存", "no_sale": "无销售开箱"},
    taking_kinds={
        "top_up": "储值充值（负债）",
        "wallet_close": "储值退卡",
        "gift_card": "礼品卡售出（负债）",
        "gift_refund": "礼品卡退款",
        "pass": "次卡售出",
        "pass_refund": "次卡退款",
        "plan": "付费会员",
        "plan_refund": "付费会员退款",
        "repayment": "赊账还款",
        "deposit": "订金收取（负债）",
        "deposit_refund": "订金退还",
        "deposit_forfeited": "订金没收",
    },
)
_ZH_TW = ReportWords(
    x_title="X 報表",
    z_title="日結單 Z",
    not_final="班中讀數，未結算",
    duplicate="重印",
    number="單號",
    till="收銀台",
    day="營業日",
    opened="開班",
    closed="交班",
    read="讀數時間",
    by="{time} {staff}",
    receipts="收據",
    page="第 {page} / {pages} 頁",
    sales="銷售",
    count="{count} 筆",
    gross="原價合計",
    discount="優惠",
    added_tax="外加稅",
    rounding="現金抹零",
    total="銷售合計",
    tips="其中小費",
    refunds="退貨",
    voids="作廢",
    revenue="營業額",
    taxes="稅",
    tax="稅率 {rate}%",
    net="未稅 {net}",
    discounts="優惠明細",
    by_hand="手動優惠",
    member_price="會員價",
    tenders="收款",
    of_sales="銷售 {amount}",
    of_refunds="退款 {amount}",
    of_takings="銷售外 {amount}",
    expected="應有",
    counted="實點",
    over="多出",
    short="短少",
    even="相符",
    not_counted="未清點",
    reason="原因",
    drawer="錢箱",
    float_="備用金",
    received="現金收入",
    change="找零",
    cash_refunds="現金退款",
    pay_in="存入",
    pay_out="支出",
    drop="繳存保險箱",
    no_sales="無銷售開箱",
    moved="收支明細",
    takings="銷售外收付（不計營業額）",
    memberships="會員資格銷售",
    points="點數",
    issued="發放",
    burned="使用",
    reversed_="退貨扣回",
    restored="退貨退還",
    given="另行增加",
    taken="另行扣減",
    expired="到期",
    ledger="帳本末端",
    documents="{count} 份單據",
    kinds={"pay_in": "存入", "pay_out": "支出", "drop": "繳存", "no_sale": "無銷售開箱"},
    taking_kinds={
        "top_up": "會員儲值（負債）",
        "wallet_close": "儲值退卡",
        "gift_card": "禮物卡售出（負債）",
        "gift_refund": "禮物卡退款",
        "pass": "次卡售出",
        "pass_refund": "次卡退款",
        "plan": "付費會員",
        "plan_refund": "付費會員退款",
        "repayment": "賒帳還款",
        "deposit": "訂金收取（負債）",
        "deposit_refund": "訂金退還",
        "deposit_forfeited": "訂金沒收",
    },
)
_EN = ReportWords(
    x_title="X report",
    z_title="Z report",
    not_final="A reading: the session goes on",
    duplicate="DUPLICATE",
    number="No.",
    till="Till",
    day="Business day",
    opened="Opened",
    closed="Closed",
    read="Read",
    by="{time} {staff}",
    receipts="Receipts",
    page="Page {page} of {pages}",
    sales="Sales",
    count="× {count}",
    gross="At shelf prices",
    discount="Discounts",
    added_tax="Tax added",
    rounding="Cash rounding",
    total="Sales in all",
    tips="of which tips",
    refunds="Refunds",
    voids="Voids",
    revenue="Revenue",
    taxes="Tax",
    tax="Rate {rate}%",
    net="net {net}",
    discounts="Discounts by reason",
    by_hand="By hand",
    member_price="Member price",
    tenders="Payments",
    of_sales="sales {amount}",
    of_refunds="refunds {amount}",
    of_takings="beside sales {amount}",
    expected="Expected",
    counted="Counted",
    over="Over",
    short="Short",
    even="Agrees",
    not_counted="Not counted",
    reason="Reason",
    drawer="Drawer",
    float_="Opening float",
    received="Cash received",
    change="Change given",
    cash_refunds="Cash refunds",
    pay_in="Paid in",
    pay_out="Paid out",
    drop="To the safe",
    no_sales="Opened without a sale",
    moved="In and out",
    takings="Beside sales (no revenue)",
    memberships="Memberships sold",
    points="Points",
    issued="Issued",
    burned="Spent",
    reversed_="Taken back by returns",
    restored="Given back by returns",
    given="Given otherwise",
    taken="Taken otherwise",
    expired="Lapsed",
    ledger="Head of the ledger",
    documents="{count} documents",
    kinds={"pay_in": "in", "pay_out": "out", "drop": "safe", "no_sale": "no sale"},
    taking_kinds={
        "top_up": "Top-ups (liability)",
        "wallet_close": "Wallets paid out",
        "gift_card": "Gift cards (liability)",
        "gift_refund": "Gift cards paid back",
        "pass": "Session passes",
        "pass_refund": "Passes paid back",
        "plan": "Paid memberships",
        "plan_refund": "Memberships paid back",
        "repayment": "Repaid on account",
        "deposit": "Deposits (liability)",
        "deposit_refund": "Deposits paid back",
        "deposit_forfeited": "Deposits kept for good",
    },
)
_ALL: Mapping[str, ReportWords] = {"zh_CN": _ZH_CN, "zh_TW": _ZH_TW, "en": _EN}


def report_words(language: str) -> ReportWords:
    """The labels of a language; English where it is unknown."""
    return _ALL.get(language, _EN)
