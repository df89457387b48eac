"""The messages about follow-ups, cases, measurements and challenges in English."""

SENTENCES = {
    "CareUnknown": "there is no {field}{text}{known}; it may be gone, so look at the list again.",
    "CareClosed": "{name} has closed this already; look at the list again.",
    "CareChanged": "{name} has changed this meanwhile; look at it again, then say what came of it.",
}
REASONS = {
    "not_a_score": "is no score; give 1 to 5",
    "not_a_measure": "is no number that can be kept; write it like 72.5, three decimals at most",
    "series_used": "is another unit than the series has; start a series of another name",
    "challenge_over": "is over; make another challenge",
}
FIELDS = {
    "follow_up": "follow-up",
    "rule": "rule of follow-ups",
    "case": "case",
    "care_plan": "plan of care or training",
    "step": "step of the plan",
    "what": "what is to be done",
    "due_on": "day on which it is due",
    "days": "days",
    "score": "score",
    "words": "words",
    "unit": "unit",
    "goal": "goal",
    "value": "value",
    "measured_on": "day of the measurement",
    "series": "series of measurements",
    "sessions": "sessions",
    "steps": "checklist",
    "first_on": "first day",
    "last_on": "last day",
    "prize": "prize",
    "challenge": "challenge",
}
