"""A campaign as it is typed, and the draft that it is once every field can be read. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from app.errors import FieldInvalid
from app.services.campaign_types import (
    EFFECT_USUAL_BP,
    HOLDOUT_USUAL_BP,
    VARIANTS_AT_MOST,
    CampaignDraft,
    Channel,
    Event,
    Offer,
    OfferKind,
    Variant,
)
from app.services.rules.insight.segments import SegmentRefused, read_segment
from app.services.rules.money import Currency, parse_minor, parse_scaled
from app.services.rules.scheme.words import Words
from app.ui.insight.segments.presenting.rows import Block, block_of, segment_of

LANGUAGES = ("zh_CN", "zh_TW", "en")
_WHOLE_BP = 10_000
_POINTS_AT_MOST = 10_000_000


@dataclass(frozen=True, slots=True)
class VariantForm:
    """One way to ask; `texts` in the order of LANGUAGES."""

    name: str
    texts: tuple[str, str, str] = ("", "", "")
    kind: OfferKind = OfferKind.NONE
    template: str = ""
    points: str = ""
    event: str = ""
    event_on: str = ""
    event_at: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """Everything as typed. `segment` is a saved one; "" means that `block` says who."""

    name: str = ""
    segment: str = ""
    block: Block = field(default_factory=Block)
    variants: tuple[VariantForm, ...] = (VariantForm("A"),)
    channels: tuple[Channel, ...] = (Channel.CALL,)
    starts_on: str = ""
    ends_on: str = ""
    holdout: str = f"{HOLDOUT_USUAL_BP // 100}"
    effect: str = f"{EFFECT_USUAL_BP // 100}"
    budget: str = ""
    cost: str = ""
    cost_each: str = ""
    margin: str = ""


def with_audience(form: Form, audience: str, saved: tuple[str, ...]) -> Form:
    """The form for a saved segment's name, else for conditions."""
    if audience in saved:
        return replace(form, segment=audience, block=Block())
    try:
        return replace(form, segment="", block=block_of(read_segment(audience)))
    except SegmentRefused:
        return form


def with_variant(form: Form, at: int, variant: VariantForm) -> Form:
    """The form with another variant at a place."""
    variants = (*form.variants[:at], variant, *form.variants[at + 1 :])
    return replace(form, variants=variants)


def with_one_more(form: Form) -> Form:
    """The form with one variant more, as the last but under its own letter."""
    if len(form.variants) >= VARIANTS_AT_MOST:
        return form
    name = chr(ord("A") + len(form.variants))
    return replace(form, variants=(*form.variants, replace(form.variants[-1], name=name)))


def without_last(form: Form) -> Form:
    """The form without its last variant."""
    return replace(form, variants=form.variants[:-1]) if len(form.variants) > 1 else form


def toggled(form: Form, channel: Channel) -> Form:
    """The form with a channel added last, or taken out."""
    left = tuple(each for each in form.channels if each is not channel)
    return replace(form, channels=left if channel in form.channels else (*left, channel))


def draft_of(form: Form, currency: Currency, today: date, seed: int) -> CampaignDraft:
    """What the form asks for. Raises FieldInvalid with the field that cannot be read."""
    return CampaignDraft(
        name=form.name.strip(),
        audience=_audience(form, currency),
        variants=tuple(_variant(each) for each in form.variants),
        channels=form.channels,
        ends_on=_day("ends_on", form.ends_on),
        starts_on=_day("starts_on", form.starts_on) if form.starts_on.strip() else today,
        holdout_bp=_share("holdout", form.holdout),
        budget_minor=_amount("budget", form.budget, currency),
        cost_minor=_amount("cost", form.cost, currency),
        cost_each_minor=_amount("cost_each", form.cost_each, currency),
        margin_bp=_share("gross_margin", form.margin) if form.margin.strip() else None,
        effect_bp=_share("effect", form.effect),
        seed=seed,
    )


def _audience(form: Form, currency: Currency) -> str:
    if form.segment:
        return form.segment
    segment, problems = segment_of(form.block, currency)
    if segment is None:
        empty = any(problem.code == "nothing" for problem in problems)
        raise FieldInvalid("audience", "required" if empty else "segment_unfinished")
    return str(segment)


def _variant(form: VariantForm) -> Variant:
    texts = tuple(
        (language, text.strip())
        for language, text in zip(LANGUAGES, form.texts, strict=True)
        if text.strip()
    )
    return Variant(form.name, Words(texts), _offer(form))


def _offer(form: VariantForm) -> Offer:
    if form.kind is OfferKind.COUPON:
        if not form.template:
            raise FieldInvalid("offer", "required")
        return Offer(form.kind, template=form.template)
    if form.kind is OfferKind.POINTS:
        points = form.points.strip()
        whole = points.isascii() and points.isdigit()
        if not whole or not 0 < int(points) <= _POINTS_AT_MOST:
            raise FieldInvalid("offer", "not_a_number", points)
        return Offer(form.kind, points=int(points))
    if form.kind is OfferKind.EVENT:
        if not form.event.strip():
            raise FieldInvalid("event", "required")
        on = _day("event", form.event_on)
        return Offer(
            form.kind,
            event=Event(form.event.strip(), on, form.event_at.strip(), form.place.strip()),
        )
    return Offer()


def _day(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        reason = "not_a_date" if text.strip() else "required"
        raise FieldInvalid(name, reason, text.strip()) from error


def _share(name: str, text: str) -> int:
    """Basis points of a typed per cent."""
    share = parse_scaled(text.strip().removesuffix("%"), 2, _WHOLE_BP)
    if share is None or share < 0:
        raise FieldInvalid(name, "not_a_percent", text.strip())
    return share


def _amount(name: str, text: str, currency: Currency) -> int:
    if not text.strip():
        return 0
    minor = parse_minor(text.strip(), currency)
    if minor is None or minor < 0:
        raise FieldInvalid(name, "not_an_amount", text.strip())
    return minor
