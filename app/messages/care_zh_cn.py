"""回访、投诉、测量与挑战赛的提示语（简体中文）。"""

SENTENCES = {
    "CareUnknown": "没有这项{field}{text}{known}，可能已不在，请重新查看列表。",
    "CareClosed": "{name}已经处理完了，请重新查看列表。",
    "CareChanged": "{name}刚刚改动过，请重新看一下再登记结果。",
}
REASONS = {
    "not_a_score": "不是评分，请给 1 到 5 分",
    "not_a_measure": "不是可以登记的数值，请写成 72.5，最多三位小数",
    "series_used": "与该项目已有的单位不同，请另起一个项目名",
    "challenge_over": "已经结束，请新建一个挑战赛",
}
FIELDS = {
    "follow_up": "跟进",
    "rule": "跟进规则",
    "case": "投诉",
    "care_plan": "护理或训练计划",
    "step": "计划步骤",
    "what": "要做的事",
    "due_on": "到期日",
    "days": "天数",
    "score": "评分",
    "words": "内容",
    "unit": "单位",
    "goal": "目标",
    "value": "数值",
    "measured_on": "测量日期",
    "series": "测量项目",
    "sessions": "次数",
    "steps": "清单",
    "first_on": "第一天",
    "last_on": "最后一天",
    "prize": "奖品",
    "challenge": "挑战赛",
}
