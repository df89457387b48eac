"""The verbs `member merge` and `member unmerge`: what would be, then what was done."""

from argparse import Namespace
from dataclasses import fields
from typing import Any
from uuid import UUID

from app.cli.console import Console, table
from app.cli.loyalty import given_id
from app.errors import MemberUnknown
from app.services.merge_types import Holding, KeptPlan, Merge, MergedMember
from app.shop import Shop

_AMOUNTS = tuple(each.name for each in fields(Holding) if each.name.endswith("_minor"))
_TO = {"merge": "{gone} is {keep} from now on.", "unmerge": "{gone} and {keep} are two again."}
_WOULD = {"merge": "{gone} would be {keep}.", "unmerge": "{gone} and {keep} would be two again."}


def merge(asked: Namespace, console: Console) -> int:
    """Merge a member into another. Raises MergeRefused, MemberMerged, MemberUnknown …"""
    shop = console.open_shop()
    keep, gone = any_member(shop, asked.keep), any_member(shop, asked.gone)
    plan = KeptPlan(asked.plan) if asked.plan else None
    if asked.preview:
        return _told(shop.merges.preview(keep, gone, plan), console, preview=True)
    done = shop.merges.merge(given_id(asked), keep, gone, plan=plan, reason=asked.reason)
    return _told(done, console)


def unmerge(asked: Namespace, console: Console) -> int:
    """Undo the newest merge into a member. Raises MergeRefused, PhoneTaken, MemberUnknown …"""
    shop = console.open_shop()
    keep = any_member(shop, asked.keep)
    if asked.preview:
        return _told(shop.merges.preview_unmerge(keep), console, preview=True)
    return _told(shop.merges.unmerge(given_id(asked), keep, reason=asked.reason), console)


def any_member(shop: Shop, text: str) -> UUID:
    """The member with just this number, merged or not, else whom the text means."""
    try:
        return shop.members.by_number(text.strip()).member_id
    except MemberUnknown:
        return shop.members.resolve(text).member_id


def _told(done: Merge, console: Console, *, preview: bool = False) -> int:
    sides = (done.keep_before, done.gone_before, done.keep_after, done.gone_after)
    held = [_holding(side, console) for side in sides]
    stays = {
        name: console.amount(value) if name.endswith("_minor") else value
        for name in ("points", "principal_minor", "bonus_minor", "credit_minor", "owed_minor")
        if (value := getattr(done.stays, name))
    } | ({"plan": True} if done.stays.plan else {})
    told: dict[str, Any] = {
        "id": None if preview else str(done.merge_id),
        "what": done.kind,
        "keep": _party(done.keep, held[0], held[2]),
        "gone": _party(done.gone, held[1], held[3]),
        "tags": list(done.tags),
        "stays": {name.removesuffix("_minor"): value for name, value in stays.items()},
    }
    said = (_WOULD if preview else _TO)[done.kind]
    keep, gone = (f"{each.number} {each.name}".strip() for each in (done.keep, done.gone))
    nothing = {name.removesuffix("_minor"): console.amount(0) for name in _AMOUNTS}
    rows = [
        [name.replace("_", " "), *(side[name] or nothing.get(name, side[name]) for side in held)]
        for name in held[0]
        if any(side[name] for side in held)
    ]
    numbers = (done.keep.number, done.gone.number)
    heading = ["", *(f"{each} {when}" for when in ("before", "after") for each in numbers)]
    lines = [said.format(keep=keep, gone=gone), "", table(heading, rows, frozenset({1, 2, 3, 4}))]
    if stays:
        spent = ", ".join(f"{name} {value}" for name, value in told["stays"].items())
        lines += ["", f"Spent or changed since, so it stays with {done.keep.number}: {spent}."]
    if preview:
        lines += ["", "Nothing is changed yet: this is a preview."]
    elif done.kind == "merge":
        lines += ["", f"Taken back by `regulars member unmerge {done.keep.number}`."]
    console.show(told, "\n".join(lines))
    return 0


def _party(member: MergedMember, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {"number": member.number, "name": member.name, "before": before, "after": after}


def _holding(holding: Holding, console: Console) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for each in fields(holding):
        value = getattr(holding, each.name)
        if each.name.endswith("_minor"):
            told[each.name.removesuffix("_minor")] = console.amount(value) if value else ""
        elif each.name == "plan_until":
            told[each.name] = "" if value is None else value.isoformat()
        else:
            told[each.name] = value
    return told
