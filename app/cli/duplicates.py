"""The verbs below `members`: who may be one person, who is not."""

from argparse import Namespace

from app.cli.console import Console, counted, table
from app.cli.merges import any_member
from app.services.duplicates import Duplicates, Twin
from app.services.member_gaps import Gap

REASONS = {
    "phone": "same phone",
    "phone_end": "phone ends the same",
    "wechat": "same WeChat",
    "email": "same e-mail",
    "birthday": "same birthday",
    "birth_day": "same day of the year",
    "name": "same name",
    "sound": "names sound alike",
    "typed": "names a letter apart",
    "last_digits": "same last four digits",
}

GAPS = {
    Gap.NO_PHONE: "no phone",
    Gap.BAD_PHONE: "a phone that cannot be dialled",
    Gap.NO_NAME: "no name",
    Gap.NO_BIRTHDAY: "no birthday",
    Gap.NO_ADDRESS: "no address",
    Gap.NOT_ASKED: "never asked about offers",
    Gap.STALE: "not looked at for two years",
}


def duplicates(asked: Namespace, console: Console) -> int:
    """List the pairs that may be one person, likeliest first."""
    found = console.open_shop().duplicates.find(limit=asked.limit)
    told = {
        "total": found.total,
        "too_common": found.common,
        "pairs": [
            {
                "score": pair.score,
                "reasons": [sign.value for sign in pair.signs],
                "first": _twin(pair.first, console),
                "second": _twin(pair.second, console),
            }
            for pair in found.pairs
        ],
    }
    console.show(told, _said(found))
    return 0


def different(asked: Namespace, console: Console) -> int:
    """Two members are two people, or no longer. Raises MergeRefused, MemberUnknown."""
    shop = console.open_shop()
    one, other = any_member(shop, asked.member), any_member(shop, asked.other)
    told = {"first": asked.member, "second": asked.other, "different": not asked.undo}
    if asked.undo:
        shop.duplicates.undo_different(one, other)
        console.show(told, "They may be one person again.")
    else:
        shop.duplicates.different(one, other)
        console.show(told, "Two people: this pair is not listed any more.")
    return 0


def missing(asked: Namespace, console: Console) -> int:
    """Count what is missing of members, or old; or list whom something is missing of."""
    shop = console.open_shop()
    if asked.gap is None:
        counts = {each.gap.value: each.members for each in shop.member_gaps.counts()}
        rows = [(name, f"{count:,}", GAPS[Gap(name)]) for name, count in counts.items()]
        shown = table(("what", "members", ""), rows, frozenset({1}))
        console.show(counts, f"{shown}\n\nWho: `regulars members missing WHAT`.")
        return 0
    people = shop.people.rows(shop.member_gaps.seqs(Gap(asked.gap)))
    told = [
        {
            "number": each.number,
            "name": each.name,
            "phone": each.phone,
            "last_visit": None if each.last_visit is None else each.last_visit.isoformat(),
        }
        for each in people
    ]
    heading = ("number", "name", "phone", "last visit")
    lines = table(heading, [tuple(each.values()) for each in told], frozenset())
    console.show(told, lines if told else "Nobody.")
    return 0


def _said(found: Duplicates) -> str:
    if not found.pairs:
        return "No two members look like one person."
    heading = ("sure", "member", "", "and", "", "because")
    rows = [
        (
            pair.score,
            pair.first.number,
            pair.first.name,
            pair.second.number,
            pair.second.name,
            ", ".join(REASONS[sign.value] for sign in pair.signs),
        )
        for pair in found.pairs
    ]
    lines = [table(heading, rows, frozenset({0}))]
    if found.total > len(found.pairs):
        lines += ["", f"The likeliest {len(found.pairs):,} of {found.total:,}; see --limit."]
    lines += [
        "",
        "One person: `regulars member merge KEEP GONE`; two: `regulars members different A B`.",
    ]
    if found.common:
        lines += ["", f"Left alone: {counted(found.common, 'value')} that very many members share."]
    return "\n".join(lines)


def _twin(twin: Twin, console: Console) -> dict[str, object]:
    return {
        "number": twin.number,
        "name": twin.name,
        "phone": twin.phone,
        "birthday": twin.birthday,
        "joined_on": twin.joined_on.isoformat(),
        "visits": twin.visits,
        "spent": console.amount(twin.spent_minor),
        "points": twin.points,
    }
