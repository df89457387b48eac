"""Drafts of campaigns: checked, and as JSON, for files and for the shop's own storage."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any, TypeVar

from app.errors import FieldInvalid, PartInvalid
from app.services.campaign_types import (
    VARIANTS_AT_MOST,
    CampaignDraft,
    Channel,
    Event,
    Offer,
    OfferKind,
    Variant,
)
from app.services.coupons import template_of
from app.services.grants import POINTS_LIMIT
from app.services.rules.campaign.holdout import SEED_LIMIT
from app.services.rules.campaign.wording import (
    MERGE_FIELDS,
    TEXT_LENGTH,
    fields_of,
    unknown_field,
)
from app.services.rules.coupons import validity
from app.services.rules.money import AMOUNT_LIMIT_MINOR
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import ANY_LANGUAGE, Words
from app.services.settings import LANGUAGES
from app.services.texts import checked_text

NAME_LENGTH = 60
DAYS_AT_MOST = 366
WHOLE_BP = 10_000
_EFFECT_LIMIT_BP = 100_000
_OF_A_COUPON = frozenset({"coupon", "expires"})
_OF_AN_EVENT = frozenset({"event", "date", "time", "place"})

MERGED = tuple("{" + name + "}" for name in MERGE_FIELDS)

Choice = TypeVar("Choice", bound=StrEnum)


# --- checked ------------------------------------------------------------------


def checked_draft(draft: CampaignDraft, scheme: Scheme, today: date) -> CampaignDraft:
    """The draft with its texts trimmed, its first day and its margin filled in.

    Raises FieldInvalid, NotInScheme.
    """
    first = draft.starts_on or today
    _check_days(first, draft.ends_on, today)
    _check_numbers(draft)
    if not draft.channels:
        raise FieldInvalid("channels", "required")
    if len(set(draft.channels)) < len(draft.channels):
        raise PartInvalid("channels", "named_twice", _twice(draft.channels))
    margin = WHOLE_BP - scheme.cost_bp if draft.margin_bp is None else draft.margin_bp
    return replace(
        draft,
        name=checked_name(draft.name),
        audience=checked_text("audience", draft.audience, 2_000, required=True, lines=True),
        variants=_checked_variants(draft.variants, scheme, today, first),
        starts_on=first,
        margin_bp=margin,
    )


def checked_name(name: str) -> str:
    """What a campaign may be called, trimmed. Raises FieldInvalid."""
    return checked_text("campaign", name, NAME_LENGTH, required=True)


def _check_days(first: date, last: date, today: date) -> None:
    if first < today:
        raise FieldInvalid("starts_on", "in_the_past", first.isoformat())
    if last < first:
        raise FieldInvalid("ends_on", "before_the_start", last.isoformat())
    if (last - first).days > DAYS_AT_MOST:
        raise FieldInvalid("ends_on", "longer_than_a_year", last.isoformat())


def _check_numbers(draft: CampaignDraft) -> None:
    if draft.holdout_bp == WHOLE_BP:
        raise FieldInvalid("holdout", "holdout_everybody", "100%")
    ranges = {
        "holdout": (draft.holdout_bp, WHOLE_BP - 1),
        "budget": (draft.budget_minor, AMOUNT_LIMIT_MINOR),
        "cost": (max(draft.cost_minor, draft.cost_each_minor), AMOUNT_LIMIT_MINOR),
        "gross_margin": (draft.margin_bp or 0, WHOLE_BP),
        "effect": (draft.effect_bp, _EFFECT_LIMIT_BP),
        "seed": (draft.seed or 0, SEED_LIMIT - 1),
    }
    for name, (value, highest) in ranges.items():
        if not 0 <= value <= highest:
            raise FieldInvalid(name, "out_of_range", str(value))
    if min(draft.cost_minor, draft.cost_each_minor) < 0:
        raise FieldInvalid("cost", "negative")


def _twice(channels: Sequence[Channel]) -> str:
    return next(each for at, each in enumerate(channels) if each in channels[:at]).value


def _checked_variants(
    variants: tuple[Variant, ...], scheme: Scheme, today: date, first: date
) -> tuple[Variant, ...]:
    if not variants:
        raise FieldInvalid("variants", "required")
    if len(variants) > VARIANTS_AT_MOST:
        raise FieldInvalid("variants", "too_many_variants", str(len(variants)))
    found = []
    for place, variant in enumerate(variants):
        name = checked_text("variants", variant.name, NAME_LENGTH) or "ABCD"[place]
        offer = _checked_offer(variant.offer, scheme, today, first)
        found.append(Variant(name, _checked_text(variant.text, offer), offer))
    names = [variant.name.casefold() for variant in found]
    for name in names:
        if names.count(name) > 1:
            raise PartInvalid("variants", "named_twice", name)
    return tuple(found)


def _checked_offer(offer: Offer, scheme: Scheme, today: date, first: date) -> Offer:
    """The offer with what its kind uses, and nothing else."""
    cost = offer.cost_minor
    if cost is not None and not 0 <= cost <= AMOUNT_LIMIT_MINOR:
        raise FieldInvalid("cost", "out_of_range", str(cost))
    if offer.kind is OfferKind.COUPON:
        template = template_of(scheme, offer.template)
        last = validity(template, today).last
        if last is not None and last < today:
            raise FieldInvalid("coupon", "in_the_past", template.id)
        return Offer(offer.kind, template=template.id, cost_minor=cost)
    if offer.kind is OfferKind.POINTS:
        if offer.points <= 0:
            raise FieldInvalid("points", "negative" if offer.points else "zero")
        if offer.points > POINTS_LIMIT:
            raise FieldInvalid("points", "too_large", str(offer.points))
        return Offer(offer.kind, points=offer.points, cost_minor=cost)
    if offer.kind is OfferKind.EVENT:
        return Offer(offer.kind, event=_checked_event(offer.event, first), cost_minor=cost)
    return Offer()


def _checked_event(event: Event | None, first: date) -> Event:
    if event is None:
        raise FieldInvalid("event", "required")
    if event.on < first:
        raise FieldInvalid("event", "before_the_start", event.on.isoformat())
    return Event(
        checked_text("event", event.name, NAME_LENGTH, required=True),
        event.on,
        checked_text("event", event.at, 20),
        checked_text("event", event.place, NAME_LENGTH),
    )


def _checked_text(said: Words, offer: Offer) -> Words:
    found = []
    for language, text in said.texts:
        if language not in (*LANGUAGES, ANY_LANGUAGE):
            raise PartInvalid("wording", "unknown_value", language, LANGUAGES)
        kept = checked_text("wording", text, TEXT_LENGTH, lines=True)
        strange = unknown_field(kept)
        if strange is not None:
            raise PartInvalid("wording", "merge_field", strange, MERGED)
        _check_fields(kept, offer)
        if kept:
            found.append((language, kept))
    if not found:
        raise FieldInvalid("wording", "required")
    return Words(tuple(found))


def _check_fields(text: str, offer: Offer) -> None:
    named = fields_of(text)
    for kind, names, reason in (
        (OfferKind.COUPON, _OF_A_COUPON, "merge_field_no_coupon"),
        (OfferKind.EVENT, _OF_AN_EVENT, "merge_field_no_event"),
    ):
        strange = sorted(named & names)
        if offer.kind is not kind and strange:
            raise PartInvalid("wording", reason, "{" + strange[0] + "}")


# --- as JSON ------------------------------------------------------------------


def document_of(draft: CampaignDraft) -> dict[str, Any]:
    """A draft as JSON holds it: days as ISO texts, amounts in minor units, texts by language."""
    return {
        **{f.name: getattr(draft, f.name) for f in fields(draft)},
        "channels": [channel.value for channel in draft.channels],
        "starts_on": None if draft.starts_on is None else draft.starts_on.isoformat(),
        "ends_on": draft.ends_on.isoformat(),
        "variants": [
            {
                "name": variant.name,
                "text": dict(variant.text.texts),
                "offer": _offer_document(variant.offer),
            }
            for variant in draft.variants
        ],
    }


def fingerprint_of(draft: CampaignDraft) -> str:
    """Tells a repeat from another campaign under the same name; the seed is no part of it."""
    told = document_of(replace(draft, seed=None))
    text = json.dumps(told, sort_keys=True, ensure_ascii=True)
    return sha256(text.encode()).hexdigest()[:32]


def draft_of(document: Any) -> CampaignDraft:
    """A draft as JSON tells it; what is left out has its default. Raises FieldInvalid."""
    told = _object(document, "draft", [f.name for f in fields(CampaignDraft)])
    numbers = ("holdout_bp", "budget_minor", "cost_minor", "cost_each_minor", "effect_bp")
    maybe = ("margin_bp", "seed")
    return CampaignDraft(
        name=_text(told, "name"),
        audience=_text(told, "audience"),
        variants=tuple(map(_variant, _list(told.get("variants", []), "variants"))),
        channels=tuple(
            _choice(Channel, each, "channels")
            for each in _list(told.get("channels", []), "channels")
        ),
        ends_on=_day(told.get("ends_on"), "ends_on"),
        starts_on=None if told.get("starts_on") is None else _day(told["starts_on"], "starts_on"),
        **{name: _whole(told[name], name) for name in numbers if name in told},
        **{name: _whole(told[name], name) for name in maybe if told.get(name) is not None},
    )


def _variant(document: Any) -> Variant:
    told = _object(document, "variants", ("name", "text", "offer"))
    text = told.get("text", {})
    if isinstance(text, str):
        text = {ANY_LANGUAGE: text}
    texts = _object(text, "wording", LANGUAGES, ANY_LANGUAGE)
    said = tuple((language, _string(each, "wording")) for language, each in texts.items())
    return Variant(_text(told, "name"), Words(said), _offer(told.get("offer", {})))


def _offer(document: Any) -> Offer:
    told = _object(document, "offer", [f.name for f in fields(Offer)])
    event = told.get("event")
    cost = told.get("cost_minor")
    return Offer(
        _choice(OfferKind, told.get("kind", OfferKind.NONE.value), "offer"),
        _text(told, "template"),
        _whole(told.get("points", 0), "points"),
        None if event is None else _event(event),
        None if cost is None else _whole(cost, "cost"),
    )


def _event(document: Any) -> Event:
    told = _object(document, "event", [f.name for f in fields(Event)])
    return Event(
        _text(told, "name"), _day(told.get("on"), "event"), _text(told, "at"), _text(told, "place")
    )


def _offer_document(offer: Offer) -> dict[str, Any]:
    event = offer.event
    return {
        "kind": offer.kind.value,
        "template": offer.template,
        "points": offer.points,
        "event": None
        if event is None
        else {"name": event.name, "on": event.on.isoformat(), "at": event.at, "place": event.place},
        "cost_minor": offer.cost_minor,
    }


def _object(document: Any, field: str, known: Sequence[str], *silent: str) -> Mapping[str, Any]:
    """An object with the `known` names alone; the `silent` ones are not told to anybody."""
    if not isinstance(document, dict):
        raise FieldInvalid(field, "not_an_object", json.dumps(document))
    for name in document:
        if name not in (*known, *silent):
            raise PartInvalid(field, "unknown_field", str(name), tuple(known))
    return document


def _list(document: Any, field: str) -> list[Any]:
    if not isinstance(document, list):
        raise FieldInvalid(field, "not_a_list", json.dumps(document))
    return document


def _text(told: Mapping[str, Any], name: str) -> str:
    return _string(told.get(name, ""), "campaign" if name == "name" else name)


def _string(document: Any, field: str) -> str:
    if not isinstance(document, str):
        raise FieldInvalid(field, "not_a_text", json.dumps(document))
    return document


def _whole(document: Any, name: str) -> int:
    field = {
        "holdout_bp": "holdout", "budget_minor": "budget", "cost_minor": "cost",
        "cost_each_minor": "cost", "effect_bp": "effect", "margin_bp": "gross_margin",
    }.get(name, name)  # fmt: skip
    if type(document) is not int:
        raise FieldInvalid(field, "not_a_number", str(document))
    return document


def _day(document: Any, field: str) -> date:
    if document is None:
        raise FieldInvalid(field, "required")
    try:
        return date.fromisoformat(document)
    except (TypeError, ValueError) as error:
        raise FieldInvalid(field, "not_a_date", str(document)) from error


def _choice(kind: type[Choice], document: Any, field: str) -> Choice:
    try:
        return kind(document)
    except ValueError as error:
        raise PartInvalid(field, "not_a_choice", str(document), tuple(kind)) from error
