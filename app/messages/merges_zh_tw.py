"""The messages about merging members in Traditional Chinese."""

SENTENCES = {
    "MergeRefused": "沒有合併或拆分：會員 {number} {reason}。",
    "MemberMerged": "會員 {number} 已併入會員 {other}；請使用 {other}，或先復原合併。",
}
REASONS = {
    "merge_archived": "已封存，請先恢復",
    "merge_frozen": "已凍結，請先解凍",
    "merge_plans": "和另一位都有付費會員資格，請選擇保留誰的",
    "merge_self": "就是同一位會員，請選擇另一位",
    "nothing_merged": "沒有併入過其他會員，請選擇保留下來的那位",
}
