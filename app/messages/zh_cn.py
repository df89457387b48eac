"""The messages in Simplified Chinese."""

from app.messages import campaigns_zh_cn as campaigns
from app.messages import care_zh_cn as care
from app.messages import cash_zh_cn as cash
from app.messages import goods_zh_cn as goods
from app.messages import insight_zh_cn as insight
from app.messages import loyalty_zh_cn as loyalty
from app.messages import merges_zh_cn as merges
from app.messages import printing_zh_cn as printing
from app.messages import returns_zh_cn as returns
from app.messages import staff_zh_cn as staff
from app.messages import tenders_zh_cn as tenders
from app.messages.pricing.zh_cn import DAYS, PRICING
from app.messages.wording import Wording

WORDING = Wording(
    sentences=loyalty.SENTENCES
    | cash.SENTENCES
    | tenders.SENTENCES
    | merges.SENTENCES
    | insight.SENTENCES
    | campaigns.SENTENCES
    | care.SENTENCES
    | returns.SENTENCES
    | staff.SENTENCES
    | goods.SENTENCES
    | printing.SENTENCES
    | {
        "ShopMissing": "{folder} 里还没有店铺，请先新建店铺，或打开演示店看看。",
        "ShopExists": "{folder} 里已经有一家店铺，请换一个文件夹。",
        "ShopFileUnreadable": (
            "无法打开 {path}：文件已损坏、密钥不同，或根本不是店铺文件；"
            "请换一个文件，或从备份恢复。"
        ),
        "ShopFileTooNew": "{path} 由更新版本的“常客”写成，请先升级本软件。",
        "EngineTooOld": "数据库引擎 {version} 不能安全保存店铺数据，请重新安装“常客”。",
        "StorageFailed": (
            "磁盘读写失败（{detail}），没有留下半截数据；请检查磁盘是否接好、是否已满、是否可写，再重试。"
        ),
        "RecordRefused": (
            "店铺文件拒绝了这次记录（{rule}），什么都没有记入；请用 `regulars doctor` 检查，"
            "检查不通过时请恢复备份。"
        ),
        "StorageBusy": "另一个程序正占用店铺文件，请关闭后重试。",
        "BackupUnsound": "备份 {path} 没有通过检查（{failing}），没有使用它；请换一份备份。",
        "FieldInvalid": "{field}{text}{reason}{allowed}。",
        "PartInvalid": "{field}中的{text}{reason}{allowed}。",
        "FileUnreadable": "文件 {path} {reason}{allowed}。",
        "RowsRefused": (
            "有 {refused} 行不能接受，第一处在第 {line} 行：{field}{reason}；"
            "什么都没有导入，请改好文件后重新导入。"
        ),
        "SchemeInvalid": "方案字段 {path}{text}{reason}{allowed}。",
        "SchemeUnknown": "没有方案{text}，请给出名称或文件{allowed}。",
        "MemberUnknown": "找不到会员{text}，请核对，或新增会员。",
        "MemberAmbiguous": "有 {hits} 位会员符合{text}，请改用会员号。",
        "PhoneTaken": "{phone} 已属于 {name}（{number}），请直接打开这位会员。",
        "MemberNumberTaken": "会员号 {number} 已被使用；留空即可自动取下一个号。",
        "MemberFrozen": "会员 {number} 已冻结，不能累积或使用积分；请先解冻。",
        "MemberArchived": "会员 {number} 已归档，请先恢复。",
        "CardForged": "这张卡像会员卡，但不是本店发的；请换一张卡，或报手机号。",
        "CardNotActive": "这张卡已于 {on}{state}，不能再用；请按手机号找到会员，补一张新卡。",
        "CodeUnknown": "店里没有与 {code} 对应的内容，请核对后重新扫描。",
        "PayCodeScanned": "这是{kind}付款码，不是会员卡或商品；请先点收款，再在收款时使用。",
        "SerialsExhausted": "本店一千万个卡号已全部用完，没有制卡。",
        "ProductUnknown": "没有条码为 {barcode} 的商品；请先添加商品，或输入名称和价格直接销售。",
        "BarcodeTaken": "条码 {barcode} 已属于“{name}”，请换一个。",
        "CartEmpty": "还没有要卖的商品，请先添加。",
        "PriceChanged": "应收已由 {quoted} 变为 {total}，收款前请再看一眼。",
        "TermsChanged": "积分规则或现金取整刚刚改过，请重新点收款并核对。",
        "TendersShort": "还差 {missing} 未付，请补一笔付款。",
        "TendersOver": "付款多出 {over}，只有现金可以找零；请调低其他付款。",
        "TenderInvalid": "{kind}付款{reason}。",
        "NotEnoughPoints": "这笔付款需要 {needed} 积分，会员只有 {held} 积分；请少用一些积分。",
        "DiscountTooLarge": "优惠 {discount} 超过了原价 {base}，请调低。",
        "AmountTooLarge": "金额超过收银台的上限 {limit}，请分开结账。",
        "SaleUnknown": "没有单号为 {number} 的销售，请核对后重试。",
        "SaleIdTaken": "这个 id 已用于另一笔销售 {number}；每笔销售请用新的 id。",
        "HeldSaleUnknown": "这张挂单已被取回，请刷新列表。",
        "AlreadyClaimed": "销售 {number} 的积分已归一位会员。",
        "ClaimTooLate": "销售 {number} 已超过 {days} 天，不能再补积分。",
        "Cancelled": "已取消，没有任何改动。",
    },
    reasons=loyalty.REASONS
    | cash.REASONS
    | tenders.REASONS
    | merges.REASONS
    | insight.REASONS
    | campaigns.REASONS
    | care.REASONS
    | returns.REASONS
    | staff.REASONS
    | goods.REASONS
    | printing.REASONS
    | {
        "above_price": "高于售价，请填相同或更低的金额",
        "ambiguous_date": "分不清日在前还是月在前，请指明日期格式，如 dd/MM/yyyy",
        "below_min": "低于最小值，请填相同或更大的值",
        "before_first": "早于开始日期，请填同一天或之后的日期",
        "binary_file": "不是文本文件，请另存为 CSV 或 Excel 后重试",
        "card_number": "像是银行卡号，本软件从不保存，请删去",
        "cell_too_long": "有一格超过 10,000 个字符，请缩短或补好引号",
        "control_characters": "含有无法显示的字符，请重新输入",
        "differs": "与店里已有的不同，请允许更新或删去这一行",
        "duplicate": "重复了，请只留一个",
        "empty_file": "是空的，请换一个",
        "ends_before": "早于开始日期，请填更晚的日期",
        "first_tier": "是所有会员的起点，必须是 0",
        "free_for_all": "会让商品全部免费，请减小优惠",
        "gate_closed": "不放行任何人，请修改条件",
        "hours_empty": "的时段起止相同，请写成 14:00-17:00 这样",
        "in_the_future": "在未来，请填更早的日期",
        "in_the_past": "已经过去，请填今天或以后的日期",
        "too_far_ahead": "太远了，请填十年以内的日期",
        "in_use": "已有商品或销售在用，不能再改",
        "is_a_folder": "是文件夹，请选择其中的文件",
        "is_the_shop": "就是店铺正在使用的文件，请另选一个",
        "locked_file": "有密码保护，请另存为无密码的文件",
        "loop": "绕回了自身，请断开这个循环",
        "missing_file": "不存在，请核对文件名",
        "needs_member": "需要会员，请先扫会员卡",
        "negative": "小于零，请填零或更大的数",
        "no_column": "在文件里没有对应的列，请指明是哪一列",
        "no_rows": "标题行以下没有数据，请换一个",
        "no_such_column": "指向文件里没有的列，请从已有的列中选择",
        "no_such_id": "在本方案中不存在，请改正名称或补上它所指的内容",
        "no_such_plan": "不在这个方案里，请填方案里有的付费会员名称",
        "not_a_barcode": "不是条码，只能用数字、字母和短横",
        "not_a_birthday": "不是生日，请写成 1990-03-08、--03-08 或 lunar:08-15",
        "not_a_choice": "不在可选范围内，请从中选择",
        "not_a_code": "不是本店的码，请核对后重新扫描",
        "not_a_colour": "不是颜色，请写成 #0F6E63",
        "not_a_currency": "不是本软件认识的货币，请写成 CNY 或 USD",
        "not_a_date": "不是日期，请写成 2026-11-21",
        "not_a_date_format": "不是日期格式，请写成 dd/MM/yyyy",
        "not_a_factor": "不是倍数，请写成 2 或 1.5 这样",
        "not_a_festival": "不是节日，请填名称，或 12-25、lunar:08-15 这样的日期",
        "not_a_flag": "只能是 true 或 false，不加引号",
        "not_a_hour": "不是一天中的钟点，请填 0 到 23",
        "not_a_language": "不是本软件的语言，请填 zh_CN、zh_TW 或 en",
        "not_a_list": "必须是方括号中的列表",
        "not_a_moment": "不是日期和时间，请写成 2026-11-21T10:00",
        "not_a_name": "不是合格的短名，请只用小写字母、数字和短横",
        "not_a_number": "不是数字，请只填数字",
        "not_a_pair": "不是一对，请写成 number=会员号",
        "not_a_percent": "不是 0 到 100 的百分数，请写成 13",
        "not_a_phone": "不是电话号码，请带上国家或地区代码，如 +86 138 0013 8000",
        "not_a_picture": "不是 PNG 或 JPEG 图片，请换一个",
        "not_a_quantity": "不是数量，请填大于零、最多三位小数的数",
        "not_a_range": "与开始日期的写法不一致，请都写年份或都不写",
        "not_a_section": "必须是一个带字段的小节",
        "not_a_table": "不是可读的 CSV 或 Excel 文件，请另存为 CSV",
        "not_a_text": "必须是双引号中的文字",
        "not_a_time_zone": "不是时区，请写成 Asia/Shanghai",
        "not_a_whole_number": "不是整数，请只填数字",
        "not_an_amount": "不是金额，请写成 12.50",
        "not_an_email": "不是电子邮箱，请写成 name@example.com",
        "not_an_id": "不是有效的 id，请填 UUID 或留空",
        "not_an_object": "必须是花括号中的对象",
        "not_hours": "不是一天中的时段，请写成 14:00-17:00 这样",
        "not_json": "不是 JSON，请检查括号、逗号和引号",
        "not_one_sale": "与同一单号的其他行不同，请改正或换一个单号",
        "not_toml": "不是 TOML，请检查括号、等号和引号",
        "not_used_here": "在这种优惠里用不到，请删去",
        "not_with_barcode": "不能与条码同时填写，请去掉其中一项",
        "not_words": "必须是引号中的文字，或每种语言一段文字",
        "not_writable": "无法写入，请换一个文件夹，或先关闭占用它的程序",
        "on_the_label": "已印在标签上，请不要再填",
        "out_of_range": "超出了允许的范围，请填范围内的值",
        "output_type": "的扩展名不支持，请换一个",
        "own_file": "是店铺自己的文件，请换一个文件名",
        "percent_or_amount": "只能填百分数或金额之一，请去掉其中一项",
        "points_pay_nothing": "在本店的会员方案中不能抵现，请换一种付款方式",
        "points_past_their_part": "只能抵扣本单的一部分，请减少",
        "points_too_few_at_once": "少于每次最少可用的积分，请增加",
        "points_without_end": "得到的积分不少于花掉的，请减少",
        "required": "没有填，请补上",
        "reserved_code": "与会员卡、小票或付款码的格式相同，请换一个",
        "sale_differs": "以前已记录且明细不同，完成的销售不会更改，请删去这一行",
        "sale_refused": "有另一行未被接受，请先改好那一行",
        "taken": "已被使用，请换一个",
        "tenders_differ": "与合计不符，请核对金额",
        "tiers_overlap": "没有高于前一等级，请让每级都更高",
        "too_deep": "嵌套太深，请写得简单些",
        "too_few_cells": "的格数比标题行少，请补齐这一行",
        "too_large": "太大了，请减小",
        "too_long": "太长了，请缩短",
        "too_many": "的条目太多，请拆开",
        "too_many_cells": "的格数比标题行多，请把含分隔符的文字放进引号",
        "too_many_columns": "超过 200 列，请只留需要的列",
        "too_many_rows": "的行数太多，请拆成几个文件",
        "unclosed_quote": "有引号没有成对，请补好后重试",
        "unknown_encoding": "的字符编码无法识别，请另存为 UTF-8",
        "unknown_field": "不是本软件认识的字段，请检查拼写",
        "unknown_member": "不是会员编号，请先添加会员，或让导入时一并添加",
        "unknown_value": "不是已知的值，请检查写法",
        "unreadable": "无法读取，请检查是否有权限、是否被占用",
        "wrong_check_digit": "的校验位不对，请重新扫描或输入",
        "zero": "是零，请填大于零的数",
    },
    fields=loyalty.FIELDS
    | cash.FIELDS
    | tenders.FIELDS
    | returns.FIELDS
    | staff.FIELDS
    | goods.FIELDS
    | printing.FIELDS
    | insight.FIELDS
    | campaigns.FIELDS
    | care.FIELDS
    | {
        "active_from": "生效日期",
        "until": "办理到的日期（until）",
        "address": "地址",
        "adviser": "专属顾问",
        "amount": "金额",
        "assume_plan": "假定的付费会员",
        "at": "销售时间（at）",
        "barcode": "条码",
        "barcodes": "条码",
        "birthday": "生日",
        "brand_colour": "店铺主色",
        "burn_points": "抵现积分",
        "burn_value_minor": "积分抵现金额",
        "card_terms": "卡背说明",
        "cart": "销售",
        "cash_step_minor": "最小现金面额",
        "category": "分类",
        "claim_days": "补积分天数",
        "code": "码",
        "colour": "颜色",
        "currency": "货币",
        "custom": "自定义字段",
        "date": "日期",
        "date_format": "日期格式",
        "day_end_hour": "营业日结束钟点",
        "delimiter": "分隔符",
        "demo": "演示店",
        "dependants": "家人",
        "discount": "优惠",
        "earn_points": "所得积分",
        "earn_unit_minor": "积分计算金额",
        "email": "电子邮箱",
        "encoding": "字符编码",
        "field": "字段",
        "from": "开始日期",
        "gender": "性别",
        "holder": "卡面姓名",
        "id": "id",
        "in_store_holds": "店内码内容",
        "in_store_item_digits": "店内码商品位数",
        "in_store_value_digits": "店内码数值位数",
        "joined_on": "入会日期",
        "kind": "付款方式",
        "language": "语言",
        "line": "明细行",
        "lines": "明细列表",
        "logo": "标志",
        "mapping": "列的对应关系",
        "member": "会员",
        "member_price": "会员价",
        "name": "名称",
        "note": "备注",
        "notice_version": "同意书版本",
        "number": "编号",
        "occupation": "职业",
        "out": "输出文件（--out）",
        "percent": "百分数",
        "phone": "手机号",
        "points": "积分",
        "preferences": "喜好",
        "price": "价格",
        "prices_include_tax": "价格含税",
        "quantity": "数量",
        "reason": "原因",
        "receipt": "单号",
        "receipt_footer": "小票页脚",
        "reference": "付款参考号",
        "region": "国家或地区",
        "relation": "关系",
        "return_days": "可退货天数",
        "round_down_minor": "抹零单位",
        "row": "这一行",
        "scanner_gap_ms": "扫码枪按键间隔",
        "scanner_prefix": "条码前缀",
        "scanner_suffix": "条码后缀",
        "sheet": "工作表",
        "sold_at": "销售时间",
        "source": "来源",
        "subtitle": "副标题",
        "table": "表格种类",
        "tags": "标签",
        "tax_rate": "税率",
        "tax_rate_bp": "税率",
        "tender": "付款",
        "tenders": "付款列表",
        "text": "文字",
        "time_zone": "时区",
        "to": "结束日期",
        "total": "合计",
        "unit_price": "单价",
        "wechat": "微信号",
    },
    tenders=loyalty.TENDERS
    | tenders.TENDERS
    | {
        "cash": "现金",
        "bank_card": "银行卡",
        "wechat": "微信支付",
        "alipay": "支付宝",
        "points": "积分",
        "other": "其他方式",
    },
    card_states={
        "active": "启用",
        "lost": "挂失",
        "replaced": "换成新卡",
        "closed": "停用",
    },
    pricing=PRICING | returns.PRICING,
    days=DAYS,
    warnings={
        "phone_unparsed": "这不像电话号码，已按原样保存。",
    },
    quoted="“{text}”",
    allowed="（可用：{text}）",
    meant="（是不是要写 {text}？）",
    known="（现有：{text}）",
    limit="（上限 {text}）",
    powers=staff.POWERS,
    date_format="{day.year} 年 {day.month} 月 {day.day} 日",
    other_reason="不能接受，请核对后重试",
    list_comma="、",
)
