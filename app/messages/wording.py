"""What every language of the messages fills in."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words for refusals and reasons.

    `sentences` has one template for each class of `app.errors`; the names in braces are the
    error's facts, an amount without its `_minor`. `reasons` are predicates: they follow the
    name of a field, a file or a tender. `pricing` explains what a quote did and did not do,
    `days` names weekdays (ISO numbers) and festivals in it. `quoted` holds what a person gave,
    `allowed` what may stand there instead, `meant` what is spelt nearly alike, `known` what there
    is. `plural` names the fields of many, where that changes what is said of them.
    `powers` names what not everyone may do, `limit` up to how much.
    """

    sentences: Mapping[str, str]
    reasons: Mapping[str, str]
    fields: Mapping[str, str]
    tenders: Mapping[str, str]
    card_states: Mapping[str, str]
    pricing: Mapping[str, str]
    days: Mapping[str, str]
    warnings: Mapping[str, str]
    quoted: str
    allowed: str
    meant: str
    known: str
    limit: str
    powers: Mapping[str, str]
    date_format: str
    other_reason: str
    list_comma: str
    plural: frozenset[str] = frozenset()
