"""The verbs about segments: list, save, remove, show, overlap, export."""

import re
from argparse import Namespace
from itertools import islice

from app.cli.console import LANGUAGE, Console, counted, table
from app.errors import SegmentUnknown
from app.messages import wording
from app.messages.choosing import choices_told
from app.places import typed_path
from app.services.segments import Found, SavedSegment, Segments, Unknown

SHOWN_AT_MOST = 20
_COMPARES = re.compile(r"[=<>()≥≤≠＝＜＞（）]|\b(contains|bought)\b", re.IGNORECASE)


def listed(asked: Namespace, console: Console) -> int:
    """The saved segments with their counts."""
    segments = console.open_patiently("Counting").segments
    told = [
        {
            "name": each.name,
            "members": segments.count(each.conditions),
            "conditions": each.conditions,
            "unknown": list(segments.unknown_names(each.conditions)),
        }
        for each in segments.saved()
    ]
    if not told:
        console.show([], "No segment is saved yet; see `regulars segment save --help`.")
        return 0
    rows = [[each["name"], f"{each['members']:,}", each["conditions"]] for each in told]
    shown = table(("name", "members", "conditions"), rows, frozenset({1}))
    strange = [_strange(segments.unknown(s.conditions), s.name) for s in segments.saved()]
    console.show(told, "\n\n".join([shown, "\n".join(filter(None, strange))]).rstrip())
    return 0


def save(asked: Namespace, console: Console) -> int:
    """Keep conditions under a name. Raises FieldInvalid."""
    segments = console.open_patiently("Counting").segments
    saved = segments.save(asked.name, asked.conditions)
    members = segments.count(saved.conditions)
    unknown = segments.unknown(saved.conditions)
    told = {
        "name": saved.name, "conditions": saved.conditions, "members": members,
        "unknown": [each.name for each in unknown], "replaced": _replaced(saved),
    }  # fmt: skip
    remark = _remark(members, segments, saved.conditions)
    said = f"Saved {saved.name}: {counted(members, 'member')}{remark}."
    if saved.replaced is not None:
        other = f" {saved.replaced.name}" if saved.replaced.name != saved.name else ""
        said += f" It replaced{other}: {saved.replaced.conditions}"
    console.show(told, "\n".join(part for part in (said, _strange(unknown)) if part))
    return 0


def _replaced(saved: SavedSegment) -> dict[str, str] | None:
    """What is gone, so that it can be saved again."""
    gone = saved.replaced
    return None if gone is None else {"name": gone.name, "conditions": gone.conditions}


def remove(asked: Namespace, console: Console) -> int:
    """Forget a saved segment. Raises SegmentUnknown."""
    gone = console.open_shop().segments.remove(asked.name)
    console.show(
        {"name": gone.name, "conditions": gone.conditions},
        f"Removed {gone.name}. Its conditions were: {gone.conditions}",
    )
    return 0


def show(asked: Namespace, console: Console) -> int:
    """Who is in it: how many, and the first of them. Raises FieldInvalid."""
    segments = console.open_patiently("Counting").segments
    conditions = _conditions(segments, asked.segment)
    members, unknown = segments.count(conditions), segments.unknown(conditions)
    first = list(islice(segments.members(conditions), SHOWN_AT_MOST))
    told = {
        "conditions": conditions,
        "members": members,
        "unknown": [each.name for each in unknown],
        "first": [_member(each, console) for each in first],
    }
    said = counted(members, "member") + ": " + conditions
    if unknown:
        said += "\n" + _strange(unknown)
    if first:
        heading = ("number", "name", "phone", "visits", "spent", "last_visit")
        rows = [[_member(each, console)[name] for name in heading] for each in first]
        said += "\n\n" + table([h.replace("_", " ") for h in heading], rows, frozenset({3, 4}))
    if members > len(first):
        said += f"\n\nand {members - len(first):,} more; `regulars segment export` writes all"
    console.show(told, said)
    return 0


def overlap(asked: Namespace, console: Console) -> int:
    """How many are in one, in both, in the other. Raises FieldInvalid."""
    segments = console.open_patiently("Counting").segments
    texts = (asked.segment, asked.other)
    one, other = (_conditions(segments, text) for text in texts)
    first, both, second = segments.overlap(one, other)
    rows = [
        (f"only {texts[0]}", f"{first:,}"),
        ("both", f"{both:,}"),
        (f"only {texts[1]}", f"{second:,}"),
    ]
    told = {"only_first": first, "both": both, "only_second": second}
    console.show(told, table(("", "members"), rows, frozenset({1})))
    return 0


def export(asked: Namespace, console: Console) -> int:
    """Who is in it, to a file. Raises FieldInvalid, FileUnreadable."""
    segments = console.open_patiently("Exporting").segments
    conditions = _conditions(segments, asked.segment)
    path = typed_path(asked.file)
    count = segments.export(conditions, path, console.amount)
    console.show({"rows": count, "file": str(path)}, f"{counted(count, 'member')} in {path}.")
    return 0


def _conditions(segments: Segments, text: str) -> str:
    """What is saved under a name, else the conditions that the text is itself."""
    try:
        return segments.get(text).conditions
    except SegmentUnknown:
        if _COMPARES.search(text) is None:  # no condition, so it was meant as a name
            raise
        return text


def _member(found: Found, console: Console) -> dict[str, object]:
    return {
        "number": found.number,
        "name": found.name,
        "phone": found.phone,
        "visits": found.visits,
        "spent": console.amount(found.spent_minor),
        "last_visit": None if found.last_visit is None else found.last_visit.isoformat(),
    }


def _remark(members: int, segments: Segments, conditions: str) -> str:
    """What is remarkable about a count: nobody, or everybody."""
    if not members:
        return "; nobody is in it so far"
    return "; that is everybody" if members == segments.everyone(conditions) else ""


def _strange(unknown: tuple[Unknown, ...], segment: str = "") -> str:
    """What stands for nothing here, beside what does; `segment` says in which."""
    words = wording(LANGUAGE)
    where = f"In {segment}: nothing" if segment else "Nothing"
    return "\n".join(
        f"{where} here is called “{each.name}”"
        f"{choices_told(each.name, each.known, words, words.known)}; is it spelt right?"
        for each in unknown
    )
