"""The messages about tenders, accounts and deposits in Traditional Chinese."""

SENTENCES = {
    "AccountNotOffered": "會員 {number} 不能賒帳，請先在會員頁設定賒帳額度。",
    "OwesLess": "會員 {number} 只欠 {owed}，請不要超過這個數。",
    "DepositUnknown": "沒有編號為{text}的訂金，請在訂金清單裡查找。",
    "DepositClosed": "訂金 {number} 已沒有餘額，請查看訂金清單。",
    "DepositHeld": "訂金 {number} 屬於一張掛單{text}；請取出該掛單，或刪除它以釋放訂金。",
    "StillOpen": "會員 {number} 還欠 {owed}，店裡還存有其訂金 {deposits}；請先結清。",
}
REASONS = {
    "code_of_another": "不能用另一個應用的付款碼，請重新掃描",
    "needs_deposit": "需要訂金編號作為備註，請在清單裡選擇",
    "of_another_member": "屬於另一位會員，請去掉",
    "only_with_return": "只用於換貨的銷售，請用別的方式付",
}
FIELDS = {
    "deposit": "訂金",
    "limit": "額度",
    "tip": "小費",
    "tips": "小費",
    "tips_to": "小費歸誰",
    "account_limit_minor": "賒帳額度",
}
TENDERS = {
    "on_account": "賒帳",
    "deposit": "訂金",
    "exchange": "換貨",
}
