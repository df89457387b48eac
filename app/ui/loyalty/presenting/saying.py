"""What stands in the forms, in plain words, as far as it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.messages import reason_words, wording
from app.messages.scheme_tables import promise
from app.messages.scheme_words import Speaker
from app.services.rules.money import Currency
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import Tier, TierBasis
from app.services.rules.scheme_file import SchemeRefused
from app.services.rules.scheme_file.reading import Place, Reader

ALLOWED_SHOWN = 80
TEXT_SHOWN = 40
# Their words say what may stand there.
_PLAIN_ENOUGH = ("negative", "zero", "required", "duplicate")


class Sayer:
    """Says parts of a document; names of tiers, plans and groups are the scheme's."""

    def __init__(self, scheme: Scheme, language: str, currency: Currency) -> None:
        self._speaker = Speaker(scheme, language, currency)
        self._reader = Reader(currency.digits, rounded=False)

    def part(self, cls: type, table: Mapping[str, Any]) -> str:
        """A part in plain words; "" while a figure in it cannot be read."""
        scheme = self._speaker.scheme
        by_spend = scheme.tiers is not None and scheme.tiers.basis is TierBasis.SPEND
        try:
            part = cls(**self._reader.table(cls, table, Place(by_spend=by_spend)))
        except SchemeRefused:
            return ""
        if isinstance(part, Tier):
            return self._tier(part, by_spend=by_spend)
        return promise(part, self._speaker)

    def name(self, table: Mapping[str, Any]) -> str:
        """What an entry is called."""
        return text_of(table.get("name"), self._speaker.language) or str(table.get("id", ""))

    def _tier(self, tier: Tier, *, by_spend: bool) -> str:
        speaker = self._speaker
        key = ("tier_spend" if by_spend else "tier_points") if tier.threshold else "tier_start"
        return speaker.say(
            key,
            name=speaker.name(tier.name),
            amount=speaker.amount(tier.threshold),
            points=speaker.count("points", tier.threshold),
        )


def refusal_sentence(refused: SchemeRefused, label: str, language: str) -> str:
    """What is wrong with a field, beside which it is read."""
    words = wording(language)
    cut = refused.text if len(refused.text) <= TEXT_SHOWN else refused.text[:TEXT_SHOWN] + "…"
    quoted = words.quoted.format(text=cut) if cut else ""
    reason = reason_words(refused.reason, language)
    allowed = ""
    if refused.allowed and refused.reason not in _PLAIN_ENOUGH:
        allowed = words.allowed.format(text=refused.allowed[:ALLOWED_SHOWN])
    if language == "en":
        return f"{label}{quoted} {reason}{allowed}."
    return f"{label}{quoted}{reason}{allowed}。"


def text_of(held: Any, language: str) -> str:
    """A text of the document in a language, else in one close to it."""
    if isinstance(held, str):
        return held
    if not isinstance(held, Mapping):
        return ""
    for wanted in (language, "any", language[:2] + "_CN", "en", "zh_CN"):
        if held.get(wanted):
            return str(held[wanted])
    return next((str(text) for text in held.values() if text), "")
