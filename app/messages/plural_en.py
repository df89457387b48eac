"""What English says of a field of many: they are, not it is."""

import re

PLURAL = frozenset({
    "burn_points", "channels", "claim_days", "conditions", "contact_cap_days", "days",
    "dependants", "hints", "hint_birthday", "hint_due_again", "hint_follow_up", "hint_lapsing",
    "hint_together", "in_store_item_digits", "in_store_value_digits", "lock_minutes", "pieces",
    "points", "preferences", "qualifying_points", "return_days", "rfm_frequency",
    "rfm_monetary_minor", "rfm_recency_days", "sessions", "stage_lost_days", "stage_new_days",
    "stage_silent_days", "tags", "tips", "variants", "words",
})  # fmt: skip
_VERBS = {
    "is": "are", "has": "have", "was": "were", "does": "do", "lies": "lie", "goes": "go",
}  # fmt: skip
_WORD = re.compile(r"\b(it|its)\b")


def agreeing(reason: str) -> str:
    """The predicate of a reason, said of many: `is too long; shorten it` becomes `are too long;
    shorten them`. Of what is no verb of one, nothing changes."""
    verb, _, rest = reason.partition(" ")
    many = _VERBS.get(verb) or (verb[:-1] if verb.endswith("s") and verb != "was" else verb)
    told = _WORD.sub(lambda found: {"it": "them", "its": "their"}[found.group()], rest)
    return f"{many} {told}"
