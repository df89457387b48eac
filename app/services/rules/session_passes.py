"""Session passes laid on a basket: each use pays for one unit of the pass's goods."""

from app.services.rules.benefits import Ask, saving
from app.services.rules.cart import AppliedPass
from app.services.rules.offers import Pricing
from app.services.rules.reasons import Named, Reason, Unknown, named
from app.services.rules.scheme.conditions import EVERYTHING
from app.services.rules.scheme.offers import Benefit, BenefitKind
from app.services.rules.scheme.value import PassTemplate
from app.services.rules.scheme.words import words


def take_passes(pricing: Pricing, passes: tuple[AppliedPass, ...]) -> None:
    """Pay one unit with each use laid there, the dearest that is left of the pass's goods.

    A use that would have no effect is not taken. What is paid so earns nothing: the pass was
    paid for when it was sold.
    """
    known = {template.id: template for template in pricing.scheme.passes}
    for laid in passes:
        template = known.get(laid.template)
        offer: Named = template or Unknown(laid.template, words(laid.template))
        missed = _why_not(pricing, laid, template) or _take(pricing, laid, known[laid.template])
        if missed is not None:
            facts = (("pass", laid.pass_id.hex), *missed.facts)
            pricing.refuse(offer, Reason(missed.code, facts))


def _why_not(pricing: Pricing, laid: AppliedPass, template: PassTemplate | None) -> Reason | None:
    if laid.refusal or template is None:
        return Reason(f"pass_{laid.refusal or 'unknown'}")
    member = pricing.member
    if member is None or member.frozen:
        return Reason("members_only" if member is None else "member_frozen")
    if laid.member_id not in (None, member.member_id):
        return Reason("pass_of_another")
    if laid.valid_to is not None and pricing.moment.day > laid.valid_to:
        return Reason("pass_expired", (("to", laid.valid_to.isoformat()),))
    if pricing.passes_used.get(laid.pass_id, 0) >= laid.uses_left:
        return Reason("pass_used_up")
    # One that names no goods is counted by itself: it would pay for the dearest thing there is.
    return Reason("pass_without_goods") if template.goods == EVERYTHING else None


def _take(pricing: Pricing, laid: AppliedPass, template: PassTemplate) -> Reason | None:
    benefit = Benefit(BenefitKind.FREE_UNITS, template.goods, units=1)
    found = saving(benefit, pricing.basket, Ask(floors=False, dearest=True))
    if found.missed is not None:
        return found.missed
    used = pricing.passes_used.get(laid.pass_id, 0) + 1
    pricing.passes_used[laid.pass_id] = used
    facts = (*named(template), ("pass", laid.pass_id.hex), ("left", laid.uses_left - used))
    for place, amount in found.amounts.items():
        line = pricing.basket.lines[place]
        line.take(amount, Reason("pass", facts))
        line.free(found.units_of.get(place, 0))
    return None
