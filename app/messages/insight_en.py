"""The messages about segments and figures in English."""

SENTENCES = {
    "SegmentUnknown": "no segment is called “{name}”{known}; look at the list of segments.",
}
REASONS = {
    "after_the_end": "is after the last day; give an earlier one",
    "too_long_ago": "lies before the year 1900; give a later day",
    "segment_empty": "are empty; write some, like: visits >= 3 and last_visit > 30",
    "segment_unfinished": "are not whole yet; fill in every row, or take it away",
    "segment_too_long": "are longer than 2,000 characters; make two segments of them",
    "segment_too_deep": "have too many parentheses inside each other; write them flatter",
    "segment_unclosed": "have a parenthesis that is never closed; close it",
    "segment_ends_early": "end where something is still to come; finish them",
    "segment_unexpected": "cannot stand there; join conditions with and, or, not",
    "segment_field": "is nothing that can be asked of a member; check its spelling",
    "segment_operator": "does not compare this; use another sign",
    "segment_not_days": "is no number of days; write it like: bought Latte in 90 days",
    "segment_not_a_number": "is not a whole number; give digits only",
    "segment_not_yes_or_no": "is neither yes nor no; write one of them",
    "not_rising": "are no four whole numbers that rise; give four, each larger than the one before",
}
FIELDS = {
    "as_of": "last day that counts (as-of)",
    "conditions": "conditions",
    "rfm_recency_days": "limits of days since the last purchase",
    "rfm_frequency": "limits of days with a purchase",
    "rfm_monetary_minor": "limits of spend",
    "stage_new_days": "days a member is new",
    "stage_silent_days": "days until silent",
    "stage_lost_days": "days until lost",
    "hints": "hints at the till",
    "hint_follow_up": "hints about follow-ups",
    "hint_lapsing": "hints about benefits that lapse",
    "hint_birthday": "hints about birthdays",
    "hint_due_again": "hints about what is due again",
    "hint_together": "hints about what goes together",
}
