"""What guests answered in a form on paper or on the web: each row is feedback, taken down once."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid5

from app.errors import FieldInvalid, ShopError
from app.services.care_types import FeedbackDraft
from app.services.cases import CaseBook
from app.services.desk import Desk, audit
from app.services.exchange.cells import folded, restored
from app.services.exchange.fields import answer_columns
from app.services.exchange.identity import IMPORTED
from app.services.exchange.plan import Refused
from app.services.exchange.source import lines, open_source
from app.services.exchange.targets import check_source
from app.services.members import Members
from app.services.rules.care.feedback import SCORES

_STAR = re.compile("[★⭐🌟]")
_NUMBER = re.compile(r"(?<!\d)([0-9]+)(?:\s*/\s*5)?(?!\d)")


@dataclass(frozen=True, slots=True)
class AnswersRead:
    """What a file of answers came to: rows `taken` down now and before (`known`), the `cases`
    that low scores opened, rows that name nobody the shop knows (`strangers`: kept all the
    same), and rows that say nothing it can keep."""

    taken: int
    known: int
    cases: int
    strangers: int
    refused: tuple[Refused, ...]


class Answers:
    """Reads the answers of a form."""

    def __init__(self, desk: Desk, members: Members, cases: CaseBook) -> None:
        self._desk = desk
        self._members = members
        self._cases = cases

    def take(self, path: Path) -> AnswersRead:
        """Take down every answer of a CSV or Excel file, in one transaction; the same rows again
        add nothing, so that a form's growing list may be read as often as one likes.

        Raises FileUnreadable, FieldInvalid (`no_column` where it has neither score nor words).
        """
        check_source(path, self._desk.database.path)
        rows = list(lines(open_source(path)))
        columns = answer_columns(rows[0][1]) if rows else {}
        if not {"score", "words"} & columns.keys():
            raise FieldInvalid("score", "no_column")
        return self._desk.transaction(lambda: self._take(rows[1:], columns))

    def _take(
        self, rows: Sequence[tuple[int, list[str]]], columns: Mapping[str, int]
    ) -> AnswersRead:
        count: Counter[str] = Counter()
        refused: list[Refused] = []
        for line, op_id, cells in _identified(rows):
            try:
                self._answer(op_id, _named(cells, columns), count)
            except FieldInvalid as error:
                refused.append(Refused(line, error.field, error.reason, error.text))
        if count["taken"]:
            audit(self._desk, "feedback.form", taken=count["taken"], cases=count["cases"])
        return AnswersRead(
            count["taken"], count["known"], count["cases"], count["strangers"], tuple(refused)
        )

    def _answer(self, op_id: UUID, cells: Mapping[str, str], count: Counter[str]) -> None:
        if self._cases.is_taken(op_id):
            count["known"] += 1
            return
        member_id = self._whose(cells.get("member", ""))
        draft = FeedbackDraft(
            _score(cells.get("score", "")), cells.get("words", ""), member_id=member_id
        )
        case = self._cases.take(op_id, draft)
        count["taken"] += 1
        count["cases"] += case is not None
        count["strangers"] += bool(cells.get("member", "").strip()) and member_id is None

    def _whose(self, text: str) -> UUID | None:
        """The member of a number or phone; nobody where the shop knows none, or several."""
        if not text.strip():
            return None
        try:
            return self._members.resolve(folded(text)).member_id
        except ShopError:
            return None


def _identified(
    rows: Sequence[tuple[int, list[str]]],
) -> Iterator[tuple[int, UUID, list[str]]]:
    """Each row with the id that follows from it; of rows that are equal, each has its own."""
    seen: Counter[str] = Counter()
    for line, cells in rows:
        text = "\x1f".join(cells).rstrip("\x1f")
        seen[text] += 1
        yield line, uuid5(IMPORTED, f"feedback\x1f{seen[text]}\x1f{text}"), cells


def _named(cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    return {name: restored(cells[at]) if at < len(cells) else "" for name, at in columns.items()}


def _score(text: str) -> int | None:
    """1 to 5 from "4", "4/5", "4 星" or "★★★★"; None for a blank. Raises FieldInvalid."""
    plain = folded(text)
    if not plain:
        return None
    found = _NUMBER.search(plain)
    score = int(found[1]) if found and len(found[1]) == 1 else len(_STAR.findall(plain))
    if score not in SCORES:
        raise FieldInvalid("score", "not_a_score", text)
    return score
