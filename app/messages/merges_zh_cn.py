"""The messages about merging members in Simplified Chinese."""

SENTENCES = {
    "MergeRefused": "没有合并或拆分：会员 {number} {reason}。",
    "MemberMerged": "会员 {number} 已并入会员 {other}；请使用 {other}，或先撤销合并。",
}
REASONS = {
    "merge_archived": "已归档，请先恢复",
    "merge_frozen": "已冻结，请先解冻",
    "merge_plans": "和另一位都有付费会员资格，请选择保留谁的",
    "merge_self": "就是同一位会员，请选择另一位",
    "nothing_merged": "没有并入过其他会员，请选择保留下来的那位",
}
