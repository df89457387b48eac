"""分群与统计的提示语（简体中文）。"""

SENTENCES = {
    "SegmentUnknown": "没有名为“{name}”的会员分组{known}，请查看分组列表。",
}
REASONS = {
    "after_the_end": "晚于最后一天，请给更早的日期",
    "too_long_ago": "早于 1900 年，请给更晚的日期",
    "segment_empty": "为空，请写上，例如：visits >= 3 and last_visit > 30",
    "segment_unfinished": "还没有写完整，请填好每一行，或删去不要的",
    "segment_too_long": "超过 2,000 个字符，请分成两个分组",
    "segment_too_deep": "括号套得太多层，请写得平一些",
    "segment_unclosed": "有一个括号没有合上，请补上",
    "segment_ends_early": "没有写完，请补全",
    "segment_unexpected": "不能写在这里，条件之间用 and、or、not 连接",
    "segment_field": "不是会员可以查询的项目，请检查写法",
    "segment_operator": "不能用于比较这一项，请换一个",
    "segment_not_days": "不是天数，请写成：bought 拿铁 in 90 days",
    "segment_not_a_number": "不是整数，请只写数字",
    "segment_not_yes_or_no": "既不是 yes 也不是 no，请写其中之一",
    "not_rising": "不是四个依次增大的整数，请给出四个，一个比一个大",
}
FIELDS = {
    "as_of": "统计截止日期（as-of）",
    "conditions": "条件",
    "rfm_recency_days": "距最近消费天数的界限",
    "rfm_frequency": "消费天数的界限",
    "rfm_monetary_minor": "消费金额的界限",
    "stage_new_days": "新会员的天数",
    "stage_silent_days": "多少天算沉默",
    "stage_lost_days": "多少天算流失",
    "hints": "收银台提示",
    "hint_follow_up": "待跟进提示",
    "hint_lapsing": "权益即将到期提示",
    "hint_birthday": "生日提示",
    "hint_due_again": "该再买了提示",
    "hint_together": "搭配购买提示",
}
