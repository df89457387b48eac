"""Every word printed on receipts and cards, in the three languages of the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.services.rules.money import BASIS_POINTS, plain, rate
from app.services.rules.pay_codes import is_masked
from app.services.rules.reasons import Reason, told
from app.services.rules.tenders import Tender, TenderKind


@dataclass(frozen=True, slots=True)
class DocumentLabels:
    """The labels of one language. Those with `{…}` are filled in by the methods below."""

    language: str
    receipt_title: str
    duplicate: str
    gift_receipt: str
    served_by: str
    invoice_title: str
    tax_number: str
    invoice_number: str
    number: str
    source_receipt: str
    time: str
    staff: str
    member: str
    phone: str
    item: str
    quantity: str
    unit_price: str
    amount: str
    subtotal: str
    pieces: str
    pieces_one: str
    discount: str
    total: str
    tax_included: str
    tax_added: str
    cash_rounding: str
    tenders: Mapping[TenderKind, str]
    points_tender: str
    pay_code: str
    slip_number: str
    change: str
    points: str
    points_burned: str
    points_earned: str
    claimed_by: str
    coupons_brought: str
    coupon_for_bearer: str
    effects: Mapping[str, str]
    percent_off: str
    scan_to_return: str
    within_days: str
    within_one_day: str
    page: str
    card_number: str
    joined: str
    card_terms: str

    def tender(self, kind: TenderKind, points: int) -> str:
        """How a tender is named; a points tender says how many points it took."""
        if kind is TenderKind.POINTS and points:
            return self.points_tender.format(points=f"{points:,}")
        return self.tenders.get(kind, self.tenders[TenderKind.OTHER])

    def reference(self, tender: Tender) -> str:
        """What a tender's reference is: the last digits of a pay code, or a slip's number.

        Deposits and gift cards are named by theirs.
        """
        if not tender.reference or tender.kind in (TenderKind.DEPOSIT, TenderKind.GIFT_CARD):
            return tender.reference
        words = self.pay_code if is_masked(tender.reference) else self.slip_number
        return words.format(reference=tender.reference)

    def pieces_of(self, count: str) -> str:
        """The subtotal's count of things."""
        return (self.pieces_one if count == "1" else self.pieces).format(count=count)

    def effect(self, why: Reason) -> str:
        """Why money was taken off: the rule's name, or the reason that staff gave."""
        facts = told(why.facts, self.language)
        if facts.get("name"):
            return str(facts["name"])
        words = str(facts.get("reason") or self.effects.get(why.code) or self.discount)
        percent_bp = facts.get("percent_bp")
        if isinstance(percent_bp, int) and percent_bp:
            # Chinese says what remains: 10 % off is 9 折.
            fold = plain(BASIS_POINTS - percent_bp, 3).rstrip("0").rstrip(".")
            words += " " + self.percent_off.format(percent=rate(percent_bp), fold=fold)
        return words

    def tax(self, rate_bp: int, *, added: bool) -> str:
        """The tax of one rate, contained in the total or added to it."""
        return (self.tax_added if added else self.tax_included).format(percent=rate(rate_bp))

    def returns(self, days: int) -> str:
        """The line under the receipt's code."""
        if days < 1:
            return ""
        within = self.within_one_day if days == 1 else self.within_days.format(days=days)
        return f"{self.scan_to_return} · {within}"


ZH_CN = DocumentLabels(
    language="zh_CN",
    receipt_title="销售小票",
    duplicate="重印 DUPLICATE",
    gift_receipt="礼品小票 GIFT RECEIPT",
    served_by="服务",
    invoice_title="发票抬头",
    tax_number="税号",
    invoice_number="发票号码",
    number="单号",
    source_receipt="原单号",
    time="时间",
    staff="收银员",
    member="会员",
    phone="电话",
    item="商品",
    quantity="数量",
    unit_price="单价",
    amount="金额",
    subtotal="小计",
    pieces="{count} 件",
    pieces_one="{count} 件",
    discount="优惠",
    total="应收",
    tax_included="其中税额 {percent}%",
    tax_added="税额 {percent}%",
    cash_rounding="现金舍入",
    tenders={
        TenderKind.STORED_VALUE: "储值",
        TenderKind.GIFT_CARD: "礼品卡",
        TenderKind.STORE_CREDIT: "店铺余额",
        TenderKind.ON_ACCOUNT: "赊账",
        TenderKind.DEPOSIT: "订金",
        TenderKind.EXCHANGE: "换货",
        TenderKind.CASH: "现金",
        TenderKind.BANK_CARD: "银行卡",
        TenderKind.WECHAT: "微信支付",
        TenderKind.ALIPAY: "支付宝",
        TenderKind.POINTS: "积分抵扣",
        TenderKind.OTHER: "其他",
    },
    points_tender="积分 {points} 分",
    pay_code="付款码 {reference}",
    slip_number="凭证号 {reference}",
    change="找零",
    points="积分",
    points_burned="用 −{points}",
    points_earned="得 +{points}",
    claimed_by="积分已补给会员",
    coupons_brought="本单所得优惠券",
    coupon_for_bearer="下次出示此券即可使用",
    effects={
        "member_price": "会员价",
        "hand_discount": "优惠",
        "round_down": "抹零",
    },
    percent_off="{fold} 折",
    scan_to_return="退换请出示此码",
    within_days="{days} 日内",
    within_one_day="当日",
    page="第 {page} 页，共 {pages} 页",
    card_number="No.",
    joined="{date} 入会",
    card_terms="凭此卡享会员价并累积积分；遗失请到店补办，原卡即失效，积分保留。",
)

ZH_TW = DocumentLabels(
    language="zh_TW",
    receipt_title="銷售明細",
    duplicate="重印 DUPLICATE",
    gift_receipt="禮品收據 GIFT RECEIPT",
    served_by="服務",
    invoice_title="發票抬頭",
    tax_number="稅號",
    invoice_number="發票號碼",
    number="單號",
    source_receipt="原單號",
    time="時間",
    staff="收銀員",
    member="會員",
    phone="電話",
    item="商品",
    quantity="數量",
    unit_price="單價",
    amount="金額",
    subtotal="小計",
    pieces="{count} 件",
    pieces_one="{count} 件",
    discount="折扣",
    total="應收",
    tax_included="內含稅額 {percent}%",
    tax_added="稅額 {percent}%",
    cash_rounding="現金捨入",
    tenders={
        TenderKind.STORED_VALUE: "儲值",
        TenderKind.GIFT_CARD: "禮物卡",
        TenderKind.STORE_CREDIT: "商店餘額",
        TenderKind.ON_ACCOUNT: "賒帳",
        TenderKind.DEPOSIT: "訂金",
        TenderKind.EXCHANGE: "換貨",
        TenderKind.CASH: "現金",
        TenderKind.BANK_CARD: "信用卡",
        TenderKind.WECHAT: "微信支付",
        TenderKind.ALIPAY: "支付寶",
        TenderKind.POINTS: "點數折抵",
        TenderKind.OTHER: "其他",
    },
    points_tender="點數 {points} 點",
    pay_code="付款碼 {reference}",
    slip_number="憑證號 {reference}",
    change="找零",
    points="點數",
    points_burned="用 −{points}",
    points_earned="得 +{points}",
    claimed_by="點數已補給會員",
    coupons_brought="本單所得優惠券",
    coupon_for_bearer="下次出示此券即可使用",
    effects={
        "member_price": "會員價",
        "hand_discount": "折扣",
        "round_down": "去尾數",
    },
    percent_off="{fold} 折",
    scan_to_return="退換請出示此碼",
    within_days="{days} 日內",
    within_one_day="當日",
    page="第 {page} 頁，共 {pages} 頁",
    card_number="No.",
    joined="{date} 入會",
    card_terms="憑此卡享會員價並累積點數；遺失請到店補辦，原卡即失效，點數保留。",
)

EN = DocumentLabels(
    language="en",
    receipt_title="Receipt",
    duplicate="DUPLICATE",
    gift_receipt="GIFT RECEIPT",
    served_by="Served by",
    invoice_title="Invoice to",
    tax_number="Tax no.",
    invoice_number="Invoice no.",
    number="No.",
    source_receipt="Original no.",
    time="Time",
    staff="Served by",
    member="Member",
    phone="Tel.",
    item="Item",
    quantity="Qty",
    unit_price="Unit price",
    amount="Amount",
    subtotal="Subtotal",
    pieces="{count} items",
    pieces_one="{count} item",
    discount="Discount",
    total="Total",
    tax_included="Includes tax {percent}%",
    tax_added="Tax {percent}%",
    cash_rounding="Cash rounding",
    tenders={
        TenderKind.STORED_VALUE: "Stored value",
        TenderKind.GIFT_CARD: "Gift card",
        TenderKind.STORE_CREDIT: "Store credit",
        TenderKind.ON_ACCOUNT: "On account",
        TenderKind.DEPOSIT: "Deposit",
        TenderKind.EXCHANGE: "Exchange",
        TenderKind.CASH: "Cash",
        TenderKind.BANK_CARD: "Card",
        TenderKind.WECHAT: "WeChat Pay",
        TenderKind.ALIPAY: "Alipay",
        TenderKind.POINTS: "Points",
        TenderKind.OTHER: "Other",
    },
    points_tender="{points} points",
    pay_code="pay code {reference}",
    slip_number="slip {reference}",
    change="Change",
    points="Points",
    points_burned="used −{points}",
    points_earned="earned +{points}",
    claimed_by="Points claimed by member",
    coupons_brought="Coupons from this sale",
    coupon_for_bearer="Show this next time",
    effects={
        "member_price": "Member price",
        "hand_discount": "Discount",
        "round_down": "Rounded down",
    },
    percent_off="{percent}% off",
    scan_to_return="Show this code to return or exchange",
    within_days="within {days} days",
    within_one_day="within 1 day",
    page="Page {page} of {pages}",
    card_number="No.",
    joined="Member since {date}",
    card_terms=(
        "Show this card for member prices and points. If it is lost, ask us for a new one: "
        "this one then stops working and your points stay yours."
    ),
)

_BY_LANGUAGE = {labels.language: labels for labels in (ZH_CN, ZH_TW, EN)}


def labels_for(language: str) -> DocumentLabels:
    """The labels of `zh_CN`, `zh_TW` or `en`; English for any other."""
    return _BY_LANGUAGE.get(language, EN)
