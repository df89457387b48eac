"""The messages about people at the till in Traditional Chinese."""

SENTENCES = {
    "NeedsApproval": "{power}超出了您的權限{limit}，請店長輸入密碼或掃員工卡。",
    "NotApproved": "{power}未獲批准，沒有做任何改動；請店長批准後重試。",
    "ApproverMayNot": "{name}無權批准{power}，請找店主。",
    "PinWrong": "密碼不對，請在 {seconds} 秒後重試。",
    "PinBlocked": "密碼錯誤次數太多，請等 {seconds} 秒，或掃員工卡。",
    "NoPin": "{name}沒有密碼，請掃員工卡，或請店主設一個密碼。",
    "StaffUnknown": "沒有叫「{name}」的員工，請查看員工名單。",
    "StaffCardUnknown": "這張員工卡沒有啟用，請換一張，或輸入密碼。",
    "StaffDisabled": "{name}已停用，不能登入，請選其他人。",
    "LastOwner": "{name}是唯一的店主，請先指定另一位店主。",
}
REASONS = {
    "weak_pin": "太容易被猜到，請避開重複、連號和年份",
    "not_a_pin": "應為 4 到 12 位數字，請重新輸入",
    "not_allowed_for_role": "對這項權限沒有意義，請換一個數",
}
FIELDS = {
    "pin": "密碼",
    "role": "角色",
    "staff": "員工",
    "limit": "上限",
    "lock_minutes": "自動鎖定的分鐘數",
}
POWERS = {
    "discount": "手工折扣",
    "price_change": "改標價",
    "open_item": "按名稱和價格銷售",
    "refund": "退貨",
    "refund_without_receipt": "無收據退貨",
    "void": "作廢",
    "points_by_hand": "手工加減點數、發券",
    "no_sale": "無銷售開錢箱",
    "pay_in": "存入現金",
    "pay_out": "支出現金",
    "drop": "繳款入櫃",
    "close_session": "交班清點",
    "see_expected": "查看應有現金",
    "write_off": "核銷",
    "on_account_over_limit": "超過賒帳額度",
    "stock_adjust": "調整庫存",
    "products": "修改商品",
    "members_export": "匯出會員",
    "members_merge": "合併會員",
    "campaigns": "行銷活動",
    "scheme": "修改行銷方案",
    "settings": "修改設定",
    "staff": "管理員工",
    "reports": "查看報表",
    "backups": "還原備份",
}
