"""Which columns an import knows, by what names other programs call them, and which is which."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from app.errors import FieldInvalid

KINDS = ("members", "products", "sales", "stock")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an import and the headings it goes by, folded by `_key`."""

    name: str
    headings: tuple[str, ...]


def _field(name: str, headings: str) -> Field:
    return Field(name, tuple(_key(heading) for heading in (name, *headings.split())))


def _key(heading: str) -> str:
    """A heading without case, blanks, marks, and what stands in brackets: 售价(元) is 售价."""
    plain = re.sub(r"\(.*?\)|\[.*?\]|【.*?】", "", normalize("NFKC", heading)).casefold()
    return "".join(ch for ch in plain if ch.isalnum())


# The headings are other programs' words, so they keep to no list of ours.
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "members": (
        _field(
            "number",
            "member_number member_no member_id membership_number card_number card_no customer_id"
            " customer_number id no 会员号 会员编号 会员卡号 会员号码 卡号 编号 會員號 會員編號"
            " 會員卡號 會員號碼 卡號 編號 客户编号 客戶編號",
        ),
        _field(
            "name",
            "full_name member_name customer_name 姓名 名字 名称 会员姓名 会员名称 會員姓名 會員名稱"
            " 顾客姓名 顧客姓名 客户姓名 客戶姓名 称呼 稱呼",
        ),
        _field(
            "phone",
            "mobile phone_number mobile_number mobile_phone cell telephone tel contact_number 手机"
            " 手机号 手机号码 电话 电话号码 联系电话 联系方式 手機 手機號 手機號碼 電話 電話號碼"
            " 聯絡電話 聯繫電話 行動電話",
        ),
        _field(
            "birthday",
            "birth_date birthdate date_of_birth dob 生日 出生日期 出生年月日 会员生日 會員生日",
        ),
        _field("gender", "sex 性别 性別"),
        _field(
            "joined_on",
            "joined join_date created created_at registered registered_on enrolled_on since"
            " 入会日期 入会时间 开卡日期 开卡时间 办卡日期 注册日期 注册时间 加入日期 入會日期"
            " 入會時間 開卡日期 辦卡日期 註冊日期 註冊時間",
        ),
        _field(
            "points",
            "points_balance balance_points loyalty_points 积分 积分余额 可用积分 当前积分 剩余积分"
            " 積分 積分餘額 可用積分 點數 紅利點數",
        ),
        _field("note", "notes remark remarks comment comments memo 备注 说明 備註 備注 說明"),
        _field("tags", "tag labels label groups 标签 分组 標籤 標簽 分組"),
    ),
    "products": (
        _field(
            "barcode",
            "barcodes ean upc gtin sku code item_code 条码 条形码 商品条码 货号 商品编码 條碼"
            " 條形碼 商品條碼 國際條碼 貨號",
        ),
        _field(
            "name",
            "product product_name item item_name title description 品名 名称 商品 商品名 商品名称"
            " 产品名称 名稱 商品名稱 產品名稱",
        ),
        _field("category", "department group type 分类 类别 类目 商品分类 分類 類別 類目 商品分類"),
        _field(
            "price",
            "unit_price retail_price selling_price sale_price list_price 售价 价格 单价 零售价"
            " 销售价 售價 價格 單價 零售價 定價",
        ),
        _field("member_price", "vip_price 会员价 會員價 会员价格 會員價格"),
        _field("tax_rate", "tax vat vat_rate gst 税率 增值税率 稅率 營業稅率"),
        _field("cost", "cost_price purchase_price unit_cost 成本 成本价 进价 进货价 成本價 進價"),
    ),
    "stock": (
        _field(
            "barcode",
            "barcodes ean upc gtin sku code item_code 条码 条形码 商品条码 货号 商品编码 條碼"
            " 條形碼 商品條碼 國際條碼 貨號",
        ),
        _field(
            "name",
            "product product_name item item_name title description 品名 名称 商品 商品名 商品名称"
            " 产品名称 名稱 商品名稱 產品名稱",
        ),
        _field(
            "quantity",
            "counted qty count on_hand stock units pieces 实盘 实盘数量 盘点数量 数量 库存 库存数量"
            " 现有库存 結存 實盤 盤點數量 數量 庫存 庫存數量",
        ),
        _field("low", "reorder_point minimum min_stock 预警线 库存下限 最低库存 預警線 庫存下限"),
    ),
    "sales": (
        _field(
            "sold_at",
            "date datetime time timestamp sold_on sale_date purchase_date order_date"
            " transaction_date invoice_date 时间 日期 销售时间 销售日期 消费时间 消费日期 交易时间"
            " 交易日期 下单时间 時間 銷售時間 銷售日期 消費時間 消費日期 交易時間 交易日期",
        ),
        _field(
            "receipt",
            "receipt_number receipt_no invoice invoice_number invoice_no order_id order_number"
            " transaction_id ticket 单号 小票号 流水号 订单号 订单编号 交易号 單號 小票號 流水號"
            " 訂單號 訂單編號 發票號碼 交易號",
        ),
        _field(
            "member",
            "member_number member_no member_id customer customer_id customer_number 会员 会员号"
            " 会员编号 会员卡号 卡号 手机号 會員 會員號 會員編號 會員卡號 卡號",
        ),
        _field("barcode", "ean upc gtin sku item_code stock_code 条码 条形码 商品条码 條碼 條形碼"),
        _field(
            "name",
            "product product_name item item_name description 品名 商品 商品名称 名称 商品名稱 名稱",
        ),
        _field("category", "department 分类 类别 商品分类 分類 類別 商品分類"),
        _field(
            "quantity", "qty count units pieces number_of_items number_of_cds 数量 件数 數量 件數"
        ),
        _field("unit_price", "price item_price 单价 售价 價格 单品价 單價 售價"),
        _field(
            "total",
            "line_total amount dollar_value value sum subtotal paid total_amount 金额 小计 合计"
            " 实付 实收 消费金额 成交金额 總額 金額 小計 合計 實付 實收 消費金額",
        ),
        _field(
            "tender", "tenders payment payment_method paid_by 付款方式 支付方式 收款方式 結帳方式"
        ),
    ),
}


def field_names(kind: str) -> tuple[str, ...]:
    """The fields of an import, in their order. Raises FieldInvalid for an unknown kind."""
    if kind not in FIELDS:
        raise FieldInvalid("table", "not_a_choice", kind)
    return tuple(field.name for field in FIELDS[kind])


# What a form on paper or on the web asks of a guest; headings are often whole questions.
ANSWERS: tuple[Field, ...] = (
    _field(
        "score",
        "rating stars satisfaction 评分 打分 满意度 总体评价 几星 星级 評分 打分 滿意度 幾星 星級",
    ),
    _field(
        "words",
        "feedback comment comments message suggestion suggestions remarks 意见 建议 意见建议"
        " 意见和建议 意见或建议 反馈 反馈内容 留言 评价 评论 想说的话 意見 建議 意見和建議 回饋"
        " 意見回饋 留言 評價 評論",
    ),
    _field(
        "member",
        "member_number phone mobile phone_number mobile_number number 会员 会员号 会员编号 手机"
        " 手机号 手机号码 电话 联系电话 联系方式 會員 會員號 會員編號 手機 手機號碼 電話 聯絡電話",
    ),
)


def answer_columns(header: Sequence[str]) -> dict[str, int]:
    """Which column of a form's answers each field stands in; a question that holds one of its
    words ("How many stars?") counts where no heading is just that."""
    keys = [_key(heading) for heading in header]
    found: dict[str, int] = {}
    for field in ANSWERS:
        exact = [keys.index(heading) for heading in field.headings if heading in keys]
        near = [
            at for at, key in enumerate(keys) if any(heading in key for heading in field.headings)
        ]
        free = [column for column in (*exact, *near) if column not in found.values()]
        if free:
            found[field.name] = free[0]
    return found


def guess(kind: str, header: Sequence[str]) -> dict[str, int]:
    """Which column each field stands in, by its heading; the plainest heading wins."""
    keys = [_key(heading) for heading in header]
    found: dict[str, int] = {}
    for field in FIELDS[kind]:
        columns = [keys.index(heading) for heading in field.headings if heading in keys]
        free = [column for column in columns if column not in found.values()]
        if free:
            found[field.name] = free[0]
    return found


def names_columns(kind: str, first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the first row of a file is a header rather than data."""
    if guess(kind, first):
        return True
    # Names hold no digits; the data below them mostly do somewhere.
    return bool(second) and not _has_digits(first) and _has_digits(second)


def chosen(kind: str, header: Sequence[str], wanted: Mapping[str, str]) -> dict[str, int]:
    """The columns a person named: by heading, or by place, the first being 1.

    A heading that is itself a number wins over the place. Raises FieldInvalid:
    `unknown_field`, `no_such_column`.
    """
    known = field_names(kind)
    exact = [normalize("NFKC", heading).strip() for heading in header]
    keys = [_key(heading) for heading in header]
    found: dict[str, int] = {}
    for field, column in wanted.items():
        if field not in known:
            raise FieldInvalid(field, "unknown_field", field)
        plain = normalize("NFKC", column).strip()
        if plain in exact:
            found[field] = exact.index(plain)
        elif _key(plain) and _key(plain) in keys:
            found[field] = keys.index(_key(plain))
        elif plain.isascii() and plain.isdigit() and 1 <= int(plain[:9]) <= len(header):
            found[field] = int(plain) - 1
        else:
            raise FieldInvalid(field, "no_such_column", column)
    return found


def _has_digits(cells: Sequence[str]) -> bool:
    return any(ch.isdigit() for cell in cells for ch in cell)
