"""The messages in Traditional Chinese, in Taiwan's words."""

from app.messages import campaigns_zh_tw as campaigns
from app.messages import care_zh_tw as care
from app.messages import cash_zh_tw as cash
from app.messages import goods_zh_tw as goods
from app.messages import insight_zh_tw as insight
from app.messages import loyalty_zh_tw as loyalty
from app.messages import merges_zh_tw as merges
from app.messages import printing_zh_tw as printing
from app.messages import returns_zh_tw as returns
from app.messages import staff_zh_tw as staff
from app.messages import tenders_zh_tw as tenders
from app.messages.pricing.zh_tw import DAYS, PRICING
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
        "ShopMissing": "{folder} 裡還沒有店家資料，請先建立店家，或開啟示範店看看。",
        "ShopExists": "{folder} 裡已經有一家店，請換一個資料夾。",
        "ShopFileUnreadable": (
            "無法開啟 {path}：檔案已損毀、金鑰不同，或根本不是店家檔案；"
            "請換一個檔案，或從備份還原。"
        ),
        "ShopFileTooNew": "{path} 是由較新版本的「常客」寫成，請先更新本程式。",
        "EngineTooOld": "資料庫引擎 {version} 無法安全保存店家資料，請重新安裝「常客」。",
        "StorageFailed": (
            "磁碟讀寫失敗（{detail}），沒有留下寫到一半的資料；"
            "請確認磁碟已接好、未滿且可以寫入，再試一次。"
        ),
        "RecordRefused": (
            "店家檔案拒絕了這次記錄（{rule}），什麼都沒有記入；請用 `regulars doctor` 檢查，"
            "檢查不通過時請還原備份。"
        ),
        "StorageBusy": "另一個程式正在使用店家檔案，請關閉後再試一次。",
        "BackupUnsound": "備份 {path} 沒有通過檢查（{failing}），並未使用；請換一份備份。",
        "FieldInvalid": "{field}{text}{reason}{allowed}。",
        "PartInvalid": "{field}中的{text}{reason}{allowed}。",
        "FileUnreadable": "檔案 {path} {reason}{allowed}。",
        "RowsRefused": (
            "有 {refused} 列無法接受，第一處在第 {line} 列：{field}{reason}；"
            "什麼都沒有匯入，請修正檔案後重新匯入。"
        ),
        "SchemeInvalid": "方案欄位 {path}{text}{reason}{allowed}。",
        "SchemeUnknown": "沒有方案{text}，請給出名稱或檔案{allowed}。",
        "MemberUnknown": "找不到會員{text}，請再確認，或新增會員。",
        "MemberAmbiguous": "有 {hits} 位會員符合{text}，請改用會員編號。",
        "PhoneTaken": "{phone} 已屬於 {name}（{number}），請直接開啟這位會員。",
        "MemberNumberTaken": "會員編號 {number} 已被使用；留白即可自動取下一號。",
        "MemberFrozen": "會員 {number} 已凍結，無法累積或使用點數；請先解除凍結。",
        "MemberArchived": "會員 {number} 已封存，請先復原。",
        "CardForged": "這張卡像會員卡，但不是本店發的；請換一張卡，或報手機號碼。",
        "CardNotActive": "這張卡已於 {on}{state}，無法再使用；請用手機號碼找到會員，補發新卡。",
        "CodeUnknown": "店裡沒有與 {code} 對應的內容，請確認後重新掃描。",
        "PayCodeScanned": "這是{kind}付款碼，不是會員卡或商品；請先按收款，再於收款時使用。",
        "SerialsExhausted": "本店一千萬個卡號已全部用完，沒有製卡。",
        "ProductUnknown": "沒有條碼為 {barcode} 的商品；請先新增商品，或輸入名稱和價格直接銷售。",
        "BarcodeTaken": "條碼 {barcode} 已屬於「{name}」，請換一個。",
        "CartEmpty": "還沒有要賣的商品，請先加入。",
        "PriceChanged": "應收已由 {quoted} 變為 {total}，收款前請再看一次。",
        "TermsChanged": "點數規則或現金取整剛剛改過，請重新按收款並核對。",
        "TendersShort": "還差 {missing} 未付，請補一筆付款。",
        "TendersOver": "付款多出 {over}，只有現金可以找零；請調低其他付款。",
        "TenderInvalid": "{kind}付款{reason}。",
        "NotEnoughPoints": "這筆付款需要 {needed} 點，會員只有 {held} 點；請少用一些點數。",
        "DiscountTooLarge": "折扣 {discount} 超過了原價 {base}，請調低。",
        "AmountTooLarge": "金額超過收銀機的上限 {limit}，請分開結帳。",
        "SaleUnknown": "沒有單號為 {number} 的銷售，請確認後再試一次。",
        "SaleIdTaken": "這個 id 已用於另一筆銷售 {number}；每筆銷售請用新的 id。",
        "HeldSaleUnknown": "這張掛單已被取回，請重新整理清單。",
        "AlreadyClaimed": "銷售 {number} 的點數已歸一位會員。",
        "ClaimTooLate": "銷售 {number} 已超過 {days} 天，無法再補點數。",
        "Cancelled": "已取消，沒有任何變更。",
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
        "above_price": "高於售價，請填相同或更低的金額",
        "ambiguous_date": "分不清日在前還是月在前，請指明日期格式，如 dd/MM/yyyy",
        "below_min": "低於最小值，請填相同或更大的值",
        "before_first": "早於開始日期，請填同一天或之後的日期",
        "binary_file": "不是文字檔，請另存為 CSV 或 Excel 後再試一次",
        "card_number": "像是銀行卡號，本程式從不保存，請刪去",
        "cell_too_long": "有一格超過 10,000 個字元，請縮短或補好引號",
        "control_characters": "含有無法顯示的字元，請重新輸入",
        "differs": "與店裡已有的不同，請允許更新或刪去這一列",
        "duplicate": "重複了，請只留一個",
        "empty_file": "是空的，請換一個",
        "ends_before": "早於開始日期，請填更晚的日期",
        "first_tier": "是所有會員的起點，必須是 0",
        "free_for_all": "會讓商品全部免費，請減小優惠",
        "gate_closed": "不放行任何人，請修改條件",
        "hours_empty": "的時段起訖相同，請寫成 14:00-17:00 這樣",
        "in_the_future": "在未來，請填較早的日期",
        "in_the_past": "已經過去，請填今天或以後的日期",
        "too_far_ahead": "太遠了，請填十年以內的日期",
        "in_use": "已有商品或銷售在使用，無法再改",
        "is_a_folder": "是資料夾，請選擇其中的檔案",
        "is_the_shop": "就是店家正在使用的檔案，請另選一個",
        "locked_file": "有密碼保護，請另存為無密碼的檔案",
        "loop": "繞回了自身，請斷開這個循環",
        "missing_file": "不存在，請確認檔名",
        "needs_member": "需要會員，請先掃描會員卡",
        "negative": "小於零，請填零或更大的數",
        "no_column": "在檔案裡沒有對應的欄位，請指明是哪一欄",
        "no_rows": "標題列以下沒有資料，請換一個",
        "no_such_column": "指向檔案裡沒有的欄位，請從現有欄位中選擇",
        "no_such_id": "在本方案中不存在，請改正名稱或補上它所指的內容",
        "no_such_plan": "不在這個方案裡，請填方案裡有的付費會員名稱",
        "not_a_barcode": "不是條碼，只能用數字、字母和連字號",
        "not_a_birthday": "不是生日，請寫成 1990-03-08、--03-08 或 lunar:08-15",
        "not_a_choice": "不在可選範圍內，請從中選擇",
        "not_a_code": "不是本店的碼，請確認後重新掃描",
        "not_a_colour": "不是顏色，請寫成 #0F6E63",
        "not_a_currency": "不是本程式認識的貨幣，請寫成 TWD 或 USD",
        "not_a_date": "不是日期，請寫成 2026-11-21",
        "not_a_date_format": "不是日期格式，請寫成 dd/MM/yyyy",
        "not_a_factor": "不是倍數，請寫成 2 或 1.5 這樣",
        "not_a_festival": "不是節日，請填名稱，或 12-25、lunar:08-15 這樣的日期",
        "not_a_flag": "只能是 true 或 false，不加引號",
        "not_a_hour": "不是一天中的鐘點，請填 0 到 23",
        "not_a_language": "不是本程式的語言，請填 zh_CN、zh_TW 或 en",
        "not_a_list": "必須是方括號中的清單",
        "not_a_moment": "不是日期和時間，請寫成 2026-11-21T10:00",
        "not_a_name": "不是合格的短名，請只用小寫字母、數字和短橫",
        "not_a_number": "不是數字，請只填數字",
        "not_a_pair": "不是一對，請寫成 number=會員編號",
        "not_a_percent": "不是 0 到 100 的百分比，請寫成 5",
        "not_a_phone": "不是電話號碼，請加上國碼，例如 +886 912 345 678",
        "not_a_picture": "不是 PNG 或 JPEG 圖片，請換一個",
        "not_a_quantity": "不是數量，請填大於零、最多三位小數的數",
        "not_a_range": "與開始日期的寫法不一致，請都寫年份或都不寫",
        "not_a_section": "必須是一個帶欄位的小節",
        "not_a_table": "不是可讀取的 CSV 或 Excel 檔案，請另存為 CSV",
        "not_a_text": "必須是雙引號中的文字",
        "not_a_time_zone": "不是時區，請寫成 Asia/Taipei",
        "not_a_whole_number": "不是整數，請只填數字",
        "not_an_amount": "不是金額，請寫成 12.50",
        "not_an_email": "不是電子郵件地址，請寫成 name@example.com",
        "not_an_id": "不是有效的 id，請填 UUID 或留白",
        "not_an_object": "必須是大括號中的物件",
        "not_hours": "不是一天中的時段，請寫成 14:00-17:00 這樣",
        "not_json": "不是 JSON，請檢查括號、逗號和引號",
        "not_one_sale": "與同一單號的其他列不同，請改正或換一個單號",
        "not_toml": "不是 TOML，請檢查括號、等號和引號",
        "not_used_here": "在這種優惠裡用不到，請刪去",
        "not_with_barcode": "不能與條碼同時填寫，請去掉其中一項",
        "not_words": "必須是引號中的文字，或每種語言一段文字",
        "not_writable": "無法寫入，請換一個資料夾，或先關閉使用它的程式",
        "on_the_label": "已印在標籤上，請不要再填",
        "out_of_range": "超出了允許的範圍，請填範圍內的值",
        "output_type": "的副檔名不支援，請換一個",
        "own_file": "是店家自己的檔案，請換一個檔名",
        "percent_or_amount": "只能填百分比或金額其中之一，請去掉一項",
        "points_pay_nothing": "在本店的會員方案中不能折抵，請換一種付款方式",
        "points_past_their_part": "只能折抵本單的一部分，請減少",
        "points_too_few_at_once": "少於每次最少可用的點數，請增加",
        "points_without_end": "得到的點數不少於花掉的，請減少",
        "required": "沒有填，請補上",
        "reserved_code": "與會員卡、收據或付款碼的格式相同，請換一個",
        "sale_differs": "以前已記錄且明細不同，完成的銷售不會更改，請刪去這一列",
        "sale_refused": "有另一列未被接受，請先改好那一列",
        "taken": "已被使用，請換一個",
        "tenders_differ": "與合計不符，請核對金額",
        "tiers_overlap": "沒有高於前一等級，請讓每級都更高",
        "too_deep": "巢狀太深，請寫得簡單些",
        "too_few_cells": "的格數比標題列少，請補齊這一列",
        "too_large": "太大了，請減小",
        "too_long": "太長了，請縮短",
        "too_many": "的項目太多，請拆開",
        "too_many_cells": "的格數比標題列多，請把含分隔符的文字放進引號",
        "too_many_columns": "超過 200 欄，請只留需要的欄",
        "too_many_rows": "的列數太多，請拆成幾個檔案",
        "unclosed_quote": "有引號沒有成對，請補好後重試",
        "unknown_encoding": "的字元編碼無法辨識，請另存為 UTF-8",
        "unknown_field": "不是本程式認識的欄位，請檢查拼寫",
        "unknown_member": "不是會員編號，請先新增會員，或讓匯入時一併新增",
        "unknown_value": "不是已知的值，請檢查寫法",
        "unreadable": "無法讀取，請確認是否有權限、是否正被使用",
        "wrong_check_digit": "的檢查碼不對，請重新掃描或輸入",
        "zero": "是零，請填大於零的數",
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
        "until": "辦理到的日期（until）",
        "address": "地址",
        "adviser": "專屬顧問",
        "amount": "金額",
        "assume_plan": "假定的付費會員",
        "at": "銷售時間（at）",
        "barcode": "條碼",
        "barcodes": "條碼",
        "birthday": "生日",
        "brand_colour": "店家主色",
        "burn_points": "折抵點數",
        "burn_value_minor": "點數折抵金額",
        "card_terms": "卡背說明",
        "cart": "銷售",
        "cash_step_minor": "最小現金面額",
        "category": "分類",
        "claim_days": "補點數天數",
        "code": "碼",
        "colour": "顏色",
        "currency": "貨幣",
        "custom": "自訂欄位",
        "date": "日期",
        "date_format": "日期格式",
        "day_end_hour": "營業日結束鐘點",
        "delimiter": "分隔符",
        "demo": "示範店",
        "dependants": "家人",
        "discount": "折扣",
        "earn_points": "所得點數",
        "earn_unit_minor": "點數計算金額",
        "email": "電子郵件",
        "encoding": "字元編碼",
        "field": "欄位",
        "from": "開始日期",
        "gender": "性別",
        "holder": "卡面姓名",
        "id": "id",
        "in_store_holds": "店內碼內容",
        "in_store_item_digits": "店內碼商品位數",
        "in_store_value_digits": "店內碼數值位數",
        "joined_on": "入會日期",
        "kind": "付款方式",
        "language": "語言",
        "line": "明細列",
        "lines": "明細清單",
        "logo": "標誌",
        "mapping": "欄位對應",
        "member": "會員",
        "member_price": "會員價",
        "name": "名稱",
        "note": "備註",
        "notice_version": "同意書版本",
        "number": "編號",
        "occupation": "職業",
        "out": "輸出檔案（--out）",
        "percent": "百分比",
        "phone": "手機號碼",
        "points": "點數",
        "preferences": "喜好",
        "price": "價格",
        "prices_include_tax": "價格含稅",
        "quantity": "數量",
        "reason": "原因",
        "receipt": "單號",
        "receipt_footer": "收據頁尾",
        "reference": "付款參考號",
        "region": "國家或地區",
        "relation": "關係",
        "return_days": "可退貨天數",
        "round_down_minor": "去尾數單位",
        "row": "這一列",
        "scanner_gap_ms": "掃描器按鍵間隔",
        "scanner_prefix": "條碼前綴",
        "scanner_suffix": "條碼後綴",
        "sheet": "工作表",
        "sold_at": "銷售時間",
        "source": "來源",
        "subtitle": "副標題",
        "table": "表格種類",
        "tags": "標籤",
        "tax_rate": "稅率",
        "tax_rate_bp": "稅率",
        "tender": "付款",
        "tenders": "付款清單",
        "text": "文字",
        "time_zone": "時區",
        "to": "結束日期",
        "total": "合計",
        "unit_price": "單價",
        "wechat": "微信號",
    },
    tenders=loyalty.TENDERS
    | tenders.TENDERS
    | {
        "cash": "現金",
        "bank_card": "信用卡",
        "wechat": "微信支付",
        "alipay": "支付寶",
        "points": "點數",
        "other": "其他方式",
    },
    card_states={
        "active": "啟用",
        "lost": "掛失",
        "replaced": "換發新卡",
        "closed": "停用",
    },
    pricing=PRICING | returns.PRICING,
    days=DAYS,
    warnings={
        "phone_unparsed": "這不像電話號碼，已照原樣保存。",
    },
    quoted="「{text}」",
    allowed="（可用：{text}）",
    meant="（是不是要寫 {text}？）",
    known="（現有：{text}）",
    limit="（上限 {text}）",
    powers=staff.POWERS,
    date_format="{day.year} 年 {day.month} 月 {day.day} 日",
    other_reason="無法接受，請確認後再試一次",
    list_comma="、",
)
