"""What the command line says of a campaign's plan and of its result."""

from collections.abc import Callable

from app.cli.console import columns, counted, facts, table
from app.services.campaign_types import (
    CampaignPlan,
    CampaignResult,
    Funnel,
    PeopleNeeded,
    PlanNote,
    Uplift,
    VariantResult,
    Verdict,
)

Told = dict[str, object]
_SAID_OTHERWISE = frozenset(
    {"samples", "notes", "usual_visits", "effect", "people_needed", "smallest_effect", "enough"}
)
Amount = Callable[[int], str]

NOTES = {
    PlanNote.NOBODY: "nobody is left to ask, so it cannot start",
    PlanNote.NO_HOLDOUT: "nobody is held out, so what it adds cannot be known",
    PlanNote.TOO_FEW: "too few people to show the effect that is hoped for",
    PlanNote.OVER_BUDGET: "it would cost more than its budget, so it cannot start",
    PlanNote.UNKNOWN_NAMES: "the conditions name what this shop does not know",
    PlanNote.QUIET_NOW: "these are quiet hours: nobody may be asked now",
}
VERDICTS = {
    Verdict.ADDED: "added",
    Verdict.LOST: "lost",
    Verdict.CANNOT_TELL: "cannot tell yet",
    Verdict.TOO_FEW: "too few people to tell",
    Verdict.NO_HOLDOUT: "nobody was held out, so it cannot be known",
}


# --- the plan -----------------------------------------------------------------------


def plan_told(plan: CampaignPlan, amount: Amount) -> Told:
    """A plan as scripts read it."""
    power = plan.power
    return {
        "name": plan.draft.name,
        "conditions": plan.conditions,
        "unknown": list(plan.unknown_names),
        "audience": plan.audience,
        "reached": plan.reached,
        "held_out": plan.holdout,
        "variants": {arm.name: arm.people for arm in plan.arms},
        "channels": {channel.value: people for channel, people in plan.channels},
        "left_out": {each.reason.value: each.count for each in plan.left_out},
        "cost": amount(plan.cost.total_minor),
        "budget": amount(plan.cost.budget_minor),
        "usual_visits": round(power.usual, 4),
        "effect": round(power.effect, 4),
        "people_needed": power.needed,
        "smallest_effect": None if power.smallest is None else round(power.smallest, 4),
        "enough": power.enough,
        "samples": [each.text for each in plan.samples],
        "notes": [note.value for note in plan.notes],
    }


def plan_said(plan: CampaignPlan, amount: Amount) -> str:
    """The same for people."""
    told = plan_told(plan, amount)
    texts = "\n".join(f"  {each.variant}: {each.text}" for each in plan.samples)
    notes = "\n".join(f"  {NOTES[note]}" for note in plan.notes)
    shown: Told = {
        "to ask" if name == "reached" else name: value
        for name, value in told.items()
        if name not in _SAID_OTHERWISE
    }
    left = plan.left_out
    shown["left_out"] = {each.reason.value.replace("_", " "): each.count for each in left}
    shown |= _power_said(plan.power)
    parts = [facts(shown)]
    parts += [f"What they would read:\n{texts}"] if texts else []
    parts += [f"Note:\n{notes}"] if notes else []
    return "\n\n".join(parts)


def _power_said(power: PeopleNeeded) -> Told:
    """How many people it takes to see what is hoped for."""
    if not power.usual:
        return {"people needed": "cannot be told: none of them came lately"}
    needed = "cannot be told" if power.needed is None else f"{power.needed:,}"
    told: Told = {
        "usual visits": f"{power.usual:.2f} a person",
        "hoped for": f"{power.effect:.2f} more a person",
        "people needed": f"{needed} to show that",
    }
    if power.smallest is not None:
        told["these can show"] = f"{power.smallest:.2f} more a person"
    return told


# --- the result ---------------------------------------------------------------------


def result_told(found: CampaignResult, amount: Amount) -> Told:
    """A result as scripts read it: estimates with both ends of their 95 % interval."""
    net, ends, back = found.net_minor, found.net_range_minor, found.return_bp
    return {
        "counted_until": found.until.isoformat(),
        "finished": found.finished,
        "funnel": funnel_told(found.funnel),
        "arms": [
            {
                "name": arm.name or None,
                "people": arm.people,
                "visits": arm.visits,
                "spent": amount(arm.spent_minor),
                "profit": amount(arm.profit_minor),
                "bought": arm.bought,
            }
            for arm in found.arms
        ],
        "visits": _uplift(found.visits, lambda value: round(value, 4)),
        "profit": _uplift(found.profit, lambda value: amount(round(value))),
        "variants": [_variant(each, amount) for each in found.variants],
        "between": None if found.between is None else _variant(found.between, amount),
        "outcomes": {each.value.replace("_", "-"): count for each, count in found.outcomes},
        "coupons_issued": found.coupons_issued,
        "coupons_redeemed": found.coupons_redeemed,
        "cost_known_percent": found.costed_bp / 100,
        "cost": amount(found.cost_minor),
        "net": None if net is None else amount(net),
        "net_low": None if ends is None else amount(ends[0]),
        "net_high": None if ends is None else amount(ends[1]),
        "return_percent": None if back is None else back / 100,
        "merged": found.merged,
    }


def funnel_told(funnel: Funnel) -> Told:
    """A funnel by its steps."""
    return {
        "chosen": funnel.chosen,
        "invited": funnel.invited,
        "confirmed": funnel.confirmed,
        "attended": funnel.attended,
        "bought": funnel.bought,
    }


def _variant(each: VariantResult, amount: Amount) -> Told:
    return {
        "name": each.name,
        "funnel": funnel_told(each.funnel),
        "visits": _uplift(each.visits, lambda value: round(value, 4)),
        "profit": _uplift(each.profit, lambda value: amount(round(value))),
    }


def _uplift(found: Uplift, said: Callable[[float], object]) -> Told:
    if not found.told:
        return {"verdict": found.verdict.value}
    return {
        "verdict": found.verdict.value,
        "each": said(found.each),
        "each_low": said(found.low),
        "each_high": said(found.high),
        "total": said(found.total),
        "total_low": said(found.total_low),
        "total_high": said(found.total_high),
    }


def beside(found: CampaignResult, amount: Amount) -> str:
    """The same for people."""
    campaign = found.campaign
    state = "finished" if found.finished else "still running"
    heading = f"{campaign.name}: {campaign.starts_on} to {found.until}, {state}"
    arms = table(
        ("", "people", "bought", "visits", "spent", "gross profit"),
        [
            (arm.name or "held out", arm.people, arm.bought, arm.visits,
             amount(arm.spent_minor), amount(arm.profit_minor))
            for arm in found.arms
        ],
        frozenset({1, 2, 3, 4, 5}),
    )  # fmt: skip
    steps = funnel_told(found.funnel)
    funnel = "  ".join(f"{name} {count:,}" for name, count in steps.items())
    rows = [
        ("added visits", _said(found.visits, lambda value: f"{value:.3f}", lambda v: f"{v:,.1f}")),
        ("added profit", _said(found.profit, lambda value: amount(round(value)),
                               lambda value: amount(round(value)))),
        *_variants(found),
        ("cost", amount(found.cost_minor)),
        ("net", _net(found, amount)),
        ("calls", ", ".join(f"{each.value.replace('_', ' ')} {count:,}"
                            for each, count in found.outcomes if count)),
        ("coupons", f"{counted(found.coupons_issued, 'coupon')} issued,"
                    f" {found.coupons_redeemed:,} redeemed" if found.coupons_issued else ""),
    ]  # fmt: skip
    added = columns([row for row in rows if row[1]])
    return "\n\n".join([heading, funnel, arms, added])


def _net(found: CampaignResult, amount: Amount) -> str:
    net, ends = found.net_minor, found.net_range_minor
    if net is None or ends is None:
        return ""
    word = "cannot tell yet: " if ends[0] <= 0 <= ends[1] else ""
    return f"{word}{amount(net)} ({amount(ends[0])} to {amount(ends[1])})"


def _variants(found: CampaignResult) -> list[tuple[str, str]]:
    if found.between is None:
        return []
    names = [each.name for each in found.variants]
    said = _said(found.between.visits, lambda v: f"{v:.3f}", lambda v: f"{v:,.1f}")
    return [(f"{names[1]} over {names[0]}", said)]


def _said(found: Uplift, each: Callable[[float], str], whole: Callable[[float], str]) -> str:
    word = VERDICTS[found.verdict]
    if not found.told:
        return word
    return (
        f"{word}: {each(found.each)} a person ({each(found.low)} to {each(found.high)}),"
        f" {whole(found.total)} in all ({whole(found.total_low)} to {whole(found.total_high)})"
    )
