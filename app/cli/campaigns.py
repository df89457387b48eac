"""The verb `campaign`: planned, started, asked, let in, stopped, and what it added."""

import json
import shlex
from argparse import Namespace
from datetime import UTC, date, datetime, timedelta

from app.cli.campaign_words import beside, plan_said, plan_told, result_told
from app.cli.cart_file import file_text
from app.cli.console import Console, columns, counted, facts, table
from app.errors import FieldInvalid, FileUnreadable
from app.places import typed_path
from app.services.campaign_drafts import draft_of
from app.services.campaign_types import (
    Call,
    Campaign,
    CampaignDraft,
    CampaignState,
    Channel,
    Outcome,
)

EXAMPLE_DAYS = 60
EXAMPLE = {
    "name": "Autumn tasting",
    "audience": "visits >= 1 and last_visit > 60",
    "variants": [
        {
            "name": "A",
            "text": {
                "en": "{name}, come and taste at {shop}: {offer} for you.",
                "zh_CN": "{name}您好，{shop}请您来品尝，送您{offer}。",
                "zh_TW": "{name}您好，{shop}請您來品嚐，送您{offer}。",
            },
            "offer": {"kind": "points", "points": 100, "cost_minor": 100},
        }
    ],
    "channels": ["call", "sms"],
    "holdout_bp": 2000,
    "budget_minor": 500_000,
    "cost_minor": 0,
    "cost_each_minor": 10,
    "effect_bp": 2000,
}


def listed(asked: Namespace, console: Console) -> int:
    """All campaigns, the newest first."""
    told = [_campaign(each) for each in console.open_shop().campaigns.list()]
    if not told:
        console.show([], "There is no campaign yet; see `regulars campaign plan --help`.")
        return 0
    shown = {
        "name": "name", "state": "state", "from": "from", "until": "until", "to ask": "reached",
        "held out": "held_out", "issued": "issued",
    }  # fmt: skip
    rows = [[each[name] for name in shown.values()] for each in told]
    console.show(told, table(tuple(shown), rows, frozenset({4, 5, 6})))
    return 0


def example(asked: Namespace, console: Console) -> int:
    """A draft to begin with, which runs in any shop as it is: every scheme knows points."""
    ends_on = datetime.now(UTC).date() + timedelta(days=EXAMPLE_DAYS)
    console.show_json(EXAMPLE | {"ends_on": ends_on.isoformat()})
    return 0


def plan(asked: Namespace, console: Console) -> int:
    """What would happen. Raises FieldInvalid, NotInScheme, SegmentUnknown, FileUnreadable."""
    draft = _draft(asked.file)
    found = console.open_shop().campaigns.plan(draft)
    console.show(plan_told(found, console.amount), plan_said(found, console.amount))
    return 0


def start(asked: Namespace, console: Console) -> int:
    """Start it, or go on. Raises as `plan`, CampaignEmpty, CampaignTooDear, CampaignNameTaken."""
    draft = _draft(asked.file)
    campaigns = console.open_shop().campaigns
    known = {each.campaign_id for each in campaigns.list()}
    campaign = campaigns.start(draft, progress=console.progress("Issuing"))
    told = _campaign(campaign)
    said = "It is started already." if campaign.campaign_id in known else "Started."
    shown = {"to ask" if name == "reached" else name: value for name, value in told.items()}
    console.show(told, f"{said}\n\n{facts(shown, indent='  ')}\n\n{_next_steps(campaign)}")
    return 0


def calls(asked: Namespace, console: Console) -> int:
    """The call list. Raises CampaignUnknown."""
    campaigns = console.open_shop().campaigns
    found = campaigns.call_list(campaigns.named(asked.name).campaign_id)
    told = [
        {
            "number": call.number,
            "name": call.name,
            "phone": call.phone,
            "variant": call.variant,
            "coupon": call.coupon,
            "outcome": _dashed(call.outcome),
            "barred": None if call.barred is None else call.barred.value,
            "note": call.note,
            "text": call.text,
        }
        for call in found
    ]
    if not told:
        console.show(told, "Nobody of this campaign is to be called.")
        return 0
    always = {"number", "name", "phone", "outcome"}
    heading = [name for name in told[0] if name != "text"]
    heading = [name for name in heading if name in always or any(each[name] for each in told)]
    rows = [[each[name] for name in heading] for each in told]
    console.show(told, table(heading, rows, frozenset()))
    return 0


def export(asked: Namespace, console: Console) -> int:
    """A channel's people, to a file. Raises CampaignUnknown, CampaignOver, QuietHours,
    FieldInvalid, FileUnreadable."""
    campaigns, path = console.open_shop().campaigns, typed_path(asked.file)
    key = campaigns.named(asked.name).campaign_id
    if asked.channel == "left-out":
        count = campaigns.export_left_out(key, path)
    elif asked.channel == Channel.PICTURE:
        count = campaigns.save_pictures(key, path, progress=console.progress("Pictures"))
    elif asked.channel == Channel.CALL and path.suffix.lower() == ".pdf":
        count = campaigns.save_call_list(key, path)
    else:
        count = campaigns.export_channel(key, Channel(asked.channel), path)
    said = f"{counted(count, 'member')} in {path}."
    if not count and asked.channel != "left-out":
        said += (
            f"\nNobody of it is asked by {asked.channel}: each member is asked by"
            " the first of its channels that leads to them."
        )
    console.show({"rows": count, "file": str(path)}, said)
    return 0


def outcome(asked: Namespace, console: Console) -> int:
    """Note what came of a call. Raises CampaignUnknown, NotInvited, CampaignOver,
    ContactRefused, QuietHours, MemberUnknown, FieldInvalid."""
    shop = console.open_shop()
    key = shop.campaigns.named(asked.name).campaign_id
    member = shop.members.resolve(asked.member)
    said = Outcome(asked.outcome.replace("-", "_"))
    call = shop.campaigns.outcome(key, member.member_id, said, note=asked.note)
    console.show(_noted(call), f"Noted: {call.number} {_dashed(call.outcome)}.")
    return 0


def note(asked: Namespace, console: Console) -> int:
    """Keep a line of what was said. Raises CampaignUnknown, NotInvited, MemberUnknown,
    FieldInvalid."""
    shop = console.open_shop()
    key = shop.campaigns.named(asked.name).campaign_id
    member = shop.members.resolve(asked.member)
    call = shop.campaigns.note(key, member.member_id, asked.note)
    console.show(_noted(call), f"Noted: {call.number} {call.note}".rstrip() + ".")
    return 0


def arrive(asked: Namespace, console: Console) -> int:
    """Let somebody in. Raises CampaignUnknown, NotInvited, MemberUnknown, EventAhead."""
    shop = console.open_shop()
    key = shop.campaigns.named(asked.name).campaign_id
    member = shop.members.resolve(asked.member)
    found = shop.campaigns.arrive(key, member.member_id)
    told = {
        "number": found.person.number,
        "variant": found.variant,
        "confirmed": found.confirmed,
        "again": found.again,
        "arrived": found.arrived,
        "was_on": None if found.was_on is None else found.was_on.isoformat(),
    }
    before = " (was here before)" if found.again else ""
    said = f"Welcome, {found.person.name or found.person.number}{before}: {found.arrived:,} in all."
    if found.was_on is not None:
        said += f"\nThe event was on {found.was_on}; they are noted as one of its guests."
    console.show(told, said)
    return 0


def result(asked: Namespace, console: Console) -> int:
    """What it added. Raises CampaignUnknown, FieldInvalid."""
    campaigns = console.open_shop().campaigns
    found = campaigns.result(campaigns.named(asked.name).campaign_id, _day(asked.as_of))
    told = _campaign(found.campaign) | result_told(found, console.amount)
    console.show(told, beside(found, console.amount))
    return 0


def stop(asked: Namespace, console: Console) -> int:
    """End it. Raises CampaignUnknown."""
    campaigns = console.open_shop().campaigns
    before = campaigns.named(asked.name)
    key = before.campaign_id
    done = campaigns.stop(
        key,
        revoke_coupons=asked.revoke,
        take_back_points=asked.take_back,
        progress=console.progress("Stopping"),
    )
    left = campaigns.stop_plan(key)
    told = {
        "coupons_revoked": done.coupons_revoked,
        "points_back": done.points_back,
        "people_back": done.people_back,
        "coupons_left": left.coupons,
        "points_left": left.points,
        "people_left": left.people,
    }
    again = before.state is CampaignState.STOPPED
    said = [f"{before.name} was stopped already." if again else f"Stopped {before.name}."]
    if done.coupons_revoked:
        said.append(f"{counted(done.coupons_revoked, 'coupon')} revoked.")
    if done.points_back:
        whose = counted(done.people_back, "member")
        said.append(f"{counted(done.points_back, 'point')} of {whose} taken back.")
    if left.coupons:
        said.append(f"{counted(left.coupons, 'coupon')} can still be used (--revoke ends that).")
    if left.points:
        whose = counted(left.people, "member")
        said.append(
            f"{counted(left.points, 'point')} that it gave stay with {whose}"
            " (--take-back takes them)."
        )
    console.show(_campaign(done.campaign) | told, "\n".join(said))
    return 0


# --- read and told ------------------------------------------------------------------


def _draft(name: str) -> CampaignDraft:
    """The draft in a file. Raises FieldInvalid, FileUnreadable."""
    text = file_text(name)
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileUnreadable(name, "not_json") from error
    return draft_of(document)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid("as_of", "not_a_date", text) from error


def _campaign(campaign: Campaign) -> dict[str, object]:
    return {
        "id": str(campaign.campaign_id),
        "name": campaign.name,
        "state": campaign.state.value,
        "from": campaign.starts_on.isoformat(),
        "until": campaign.ends_on.isoformat(),
        "audience": campaign.conditions,
        "reached": campaign.reached,
        "held_out": campaign.holdout,
        "issued": campaign.issued,
        "seed": campaign.seed,
    }


def _noted(call: Call) -> dict[str, object]:
    return {
        "number": call.number,
        "outcome": _dashed(call.outcome),
        "barred": None if call.barred is None else call.barred.value,
        "note": call.note,
    }


def _next_steps(campaign: Campaign) -> str:
    """What is done with it now, channel by channel."""
    name = shlex.quote(campaign.name)
    steps = {
        Channel.CALL: f"regulars campaign calls {name}",
        Channel.PICTURE: f"regulars campaign export {name} picture FOLDER",
    }
    lines = [
        (each.value, steps.get(each, f"regulars campaign export {name} {each.value} FILE.csv"))
        for each in campaign.draft.channels
    ]
    lines.append(("what it added", f"regulars campaign result {name}"))
    return "What comes next:\n" + columns(lines, indent="  ")


def _dashed(said: Outcome | None) -> str | None:
    return None if said is None else said.value.replace("_", "-")
