"""分群與統計的提示語（繁體中文）。"""

SENTENCES = {
    "SegmentUnknown": "沒有名為「{name}」的會員分組{known}，請查看分組清單。",
}
REASONS = {
    "after_the_end": "晚於最後一天，請給更早的日期",
    "too_long_ago": "早於 1900 年，請給較晚的日期",
    "segment_empty": "為空，請寫上，例如：visits >= 3 and last_visit > 30",
    "segment_unfinished": "還沒有寫完整，請填好每一列，或刪去不要的",
    "segment_too_long": "超過 2,000 個字元，請分成兩個分組",
    "segment_too_deep": "括號套得太多層，請寫得平一些",
    "segment_unclosed": "有一個括號沒有合上，請補上",
    "segment_ends_early": "沒有寫完，請補全",
    "segment_unexpected": "不能寫在這裡，條件之間用 and、or、not 連接",
    "segment_field": "不是會員可以查詢的項目，請檢查寫法",
    "segment_operator": "不能用於比較這一項，請換一個",
    "segment_not_days": "不是天數，請寫成：bought 拿鐵 in 90 days",
    "segment_not_a_number": "不是整數，請只寫數字",
    "segment_not_yes_or_no": "既不是 yes 也不是 no，請寫其中之一",
    "not_rising": "不是四個依次增大的整數，請給出四個，一個比一個大",
}
FIELDS = {
    "as_of": "統計截止日期（as-of）",
    "conditions": "條件",
    "rfm_recency_days": "距最近消費天數的界限",
    "rfm_frequency": "消費天數的界限",
    "rfm_monetary_minor": "消費金額的界限",
    "stage_new_days": "新會員的天數",
    "stage_silent_days": "多少天算沉默",
    "stage_lost_days": "多少天算流失",
    "hints": "收銀台提示",
    "hint_follow_up": "待跟進提示",
    "hint_lapsing": "權益即將到期提示",
    "hint_birthday": "生日提示",
    "hint_due_again": "該再買了提示",
    "hint_together": "搭配購買提示",
}
