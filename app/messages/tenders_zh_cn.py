"""The messages about tenders, accounts and deposits in Simplified Chinese."""

SENTENCES = {
    "AccountNotOffered": "会员 {number} 不能赊账，请先在会员页设置赊账额度。",
    "OwesLess": "会员 {number} 只欠 {owed}，请不要超过这个数。",
    "DepositUnknown": "没有编号为{text}的订金，请在订金列表里查找。",
    "DepositClosed": "订金 {number} 已没有余额，请查看订金列表。",
    "DepositHeld": "订金 {number} 属于一张挂单{text}；请取出该挂单，或删除它以释放订金。",
    "StillOpen": "会员 {number} 还欠 {owed}，店里还存有其订金 {deposits}；请先结清。",
}
REASONS = {
    "code_of_another": "不能用另一个应用的付款码，请重新扫描",
    "needs_deposit": "需要订金编号作为备注，请在列表里选择",
    "of_another_member": "属于另一位会员，请去掉",
    "only_with_return": "只用于换货的销售，请用别的方式付",
}
FIELDS = {
    "deposit": "订金",
    "limit": "额度",
    "tip": "小费",
    "tips": "小费",
    "tips_to": "小费归谁",
    "account_limit_minor": "赊账额度",
}
TENDERS = {
    "on_account": "赊账",
    "deposit": "订金",
    "exchange": "换货",
}
