"""回訪、投訴、測量與挑戰賽的提示語（繁體中文）。"""

SENTENCES = {
    "CareUnknown": "沒有這項{field}{text}{known}，可能已不在，請重新查看清單。",
    "CareClosed": "{name}已經處理完了，請重新查看清單。",
    "CareChanged": "{name}剛剛改動過，請重新看一下再登記結果。",
}
REASONS = {
    "not_a_score": "不是評分，請給 1 到 5 分",
    "not_a_measure": "不是可以登記的數值，請寫成 72.5，最多三位小數",
    "series_used": "與該項目已有的單位不同，請另起一個項目名",
    "challenge_over": "已經結束，請新建一個挑戰賽",
}
FIELDS = {
    "follow_up": "跟進",
    "rule": "跟進規則",
    "case": "投訴",
    "care_plan": "護理或訓練計劃",
    "step": "計劃步驟",
    "what": "要做的事",
    "due_on": "到期日",
    "days": "天數",
    "score": "評分",
    "words": "內容",
    "unit": "單位",
    "goal": "目標",
    "value": "數值",
    "measured_on": "測量日期",
    "series": "測量項目",
    "sessions": "次數",
    "steps": "清單",
    "first_on": "第一天",
    "last_on": "最後一天",
    "prize": "獎品",
    "challenge": "挑戰賽",
}
