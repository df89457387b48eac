"""The verbs of care: what is due, what came of it, cases, challenges."""

from argparse import Namespace
from datetime import date
from uuid import UUID

from app.cli.console import LANGUAGE, Console, counted, table
from app.cli.loyalty import given_id
from app.cli.parser import UsageError
from app.errors import CareUnknown, FieldInvalid
from app.messages import sentence
from app.places import typed_path
from app.services.care import Scope
from app.services.care_types import FollowUp
from app.services.challenges import BoardRow, Challenge
from app.services.rules.care.challenges import Measure
from app.services.rules.care.follow_ups import Outcome
from app.services.rules.care.measuring import said


def today(asked: Namespace, console: Console) -> int:
    """Follow-ups that are due to today, to come, or done today."""
    care = console.open_shop().care
    scope = Scope.COMING if asked.coming else Scope.CLOSED if asked.closed else Scope.TODAY
    page = care.listed(scope, limit=max(1, asked.limit))
    told = [_follow_up(each) for each in page.rows]
    if not told:
        console.show({"total": 0, "follow_ups": []}, "No follow-up.")
        return 0
    heading = ("due", "member", "what", "given to", "last", "id")
    rows = [
        [each["due_on"] or "-", f"{each['number']} {each['name']}".strip(), each["what"],
         each["adviser"], str(each["last"]).replace("_", "-"), each["id"]]
        for each in told
    ]  # fmt: skip
    more = page.total - len(told)
    note = f"\n\nand {more:,} more; see --limit" if more > 0 else ""
    console.show(
        {"total": page.total, "follow_ups": told}, table(heading, rows, frozenset()) + note
    )
    return 0


def outcome(asked: Namespace, console: Console) -> int:
    """Say what came of one. Raises CareUnknown, CareClosed, FieldInvalid, UsageError."""
    if asked.on and asked.outcome != Outcome.LATER.value:
        raise UsageError(f"--on is for `later` only; {asked.outcome} needs no day.")
    care = console.open_shop().care
    now = care.outcome(
        given_id(asked),
        _id(asked.follow_up),
        Outcome(asked.outcome.replace("-", "_")),
        asked.note,
        later_on=_day(asked.on) if asked.on else None,
    )
    due = f"due again on {now.due_on}" if now.due_on is not None else "over"
    console.show(_follow_up(now), f"{now.member.called}: {asked.outcome}, {due}.")
    return 0


def cases(asked: Namespace, console: Console) -> int:
    """Cases that are not solved, or those that are."""
    book = console.open_shop().cases
    page = book.listed(solved=asked.solved)
    told = [
        {
            "number": each.number,
            "member": None if each.member is None else each.member.number,
            "name": "" if each.member is None else each.member.name,
            "what": each.what,
            "score": each.score,
            "state": each.state,
            "age_days": each.age_days,
            "adviser": each.adviser,
        }
        for each in page.rows
    ]
    if not told:
        console.show([], "No case.")
        return 0
    rows = [
        [str(each["number"]), str(each["age_days"]),
         f"{each['member'] or '-'} {each['name']}".strip(), each["what"], each["state"],
         each["adviser"]]
        for each in told
    ]  # fmt: skip
    heading = ("no.", "days", "member", "what", "state", "given to")
    console.show(told, table(heading, rows, frozenset({0, 1})))
    return 0


def form(asked: Namespace, console: Console) -> int:
    """Take down the answers in a file. Raises FileUnreadable, FieldInvalid."""
    found = console.open_shop().answers.take(typed_path(asked.file))
    told = {
        "taken": found.taken,
        "known": found.known,
        "cases": found.cases,
        "strangers": found.strangers,
        "refused": [
            {"line": each.line, "field": each.field, "reason": each.reason, "text": each.text}
            for each in found.refused
        ],
    }
    said = [f"{counted(found.taken, 'answer')} taken down, {counted(found.cases, 'case')} opened."]
    if found.known:
        said.append(f"{counted(found.known, 'answer')} known already.")
    if found.strangers:
        said.append(f"{counted(found.strangers, 'answer')} of nobody the shop knows.")
    for each in found.refused:
        error = FieldInvalid(each.field, each.reason, each.text)
        said.append(f"Line {each.line}: {sentence(error, LANGUAGE, console.currency)}")
    console.show(told, "\n".join(said))
    return 0


def challenge(asked: Namespace, console: Console) -> int:
    """All challenges, or the board of one. Raises CareUnknown."""
    challenges = console.open_shop().challenges
    found = challenges.listed()
    if not asked.name:
        told = [_challenge(each) for each in found]
        rows = [
            [told_of["name"], told_of["measure"], f"{told_of['first']} to {told_of['last']}",
             told_of["stage"], counted(each.members, "member")]
            for each, told_of in zip(found, told, strict=True)
        ]  # fmt: skip
        heading = ("name", "counts", "period", "state", "who")
        console.show(told, table(heading, rows, frozenset()) if told else "No challenge.")
        return 0
    wanted = asked.name.strip().casefold()
    one = next((each for each in found if each.draft.name.casefold() == wanted), None)
    if one is None:
        raise CareUnknown("challenge", asked.name, tuple(each.draft.name for each in found))
    board = [_place(one, row, console) for row in challenges.board(one.challenge_id)]
    lines = [
        [
            str(each["place"] or "-"),
            f"{each['number']} {each['name']}".strip(),
            each["value"] or "-",
        ]
        for each in board
    ]
    told_of = _challenge(one)
    head = f"{told_of['name']}: {told_of['measure']}, {told_of['first']} to {told_of['last']},"
    head += f" {told_of['stage']}"
    if one.draft.prize:
        head += f"; prize: {one.draft.prize}"
    shown = table(("place", "member", "so far"), lines, frozenset({0, 2}))
    said_of = f"{head}\n\n{shown if board else 'Nobody takes part.'}"
    console.show({**told_of, "board": board}, said_of)
    return 0


def _follow_up(each: FollowUp) -> dict[str, object]:
    return {
        "id": str(each.follow_up_id),
        "number": each.member.number,
        "name": each.member.name,
        "what": each.what,
        "kind": None if each.kind is None else each.kind.value,
        "due_on": None if each.due_on is None else each.due_on.isoformat(),
        "adviser": each.adviser,
        "last": each.last,
        "note": each.note,
    }


def _challenge(each: Challenge) -> dict[str, object]:
    draft = each.draft
    return {
        "name": draft.name,
        "measure": draft.series or draft.measure.value,
        "first": draft.first.isoformat(),
        "last": draft.last.isoformat(),
        "prize": draft.prize,
        "stage": each.stage.value,
        "members": each.members,
    }


def _place(each: Challenge, row: BoardRow, console: Console) -> dict[str, object]:
    value = None if row.value is None else str(row.value)
    if row.value is not None and each.draft.measure is Measure.SPEND:
        value = console.amount(row.value)
    elif row.value is not None and each.draft.measure is Measure.MEASUREMENT:
        value = f"{said(row.value)} {each.unit}"
    return {
        "place": row.place,
        "number": row.member.number,
        "name": row.member.name,
        "value": value,
    }


def _id(text: str) -> UUID:
    try:
        return UUID(text.strip())
    except ValueError:
        raise CareUnknown("follow_up", text) from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid("due_on", "not_a_date", text) from error
