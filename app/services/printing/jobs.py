"""What is to be printed, remembered in the shop's file: a job names a document and holds no bytes.

A job is enqueued after the sale is durable, so that no printer has a say in one. It is
`waiting`, then `printing`, then `printed`; where a person must look at the paper first it is
`failed`, and stays so until they say what to do.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from app.models import print_jobs as stored
from app.models.database import Row
from app.services.desk import Desk
from app.services.documents.drawing import Page
from app.services.ids import uuid7
from app.services.rules.days import from_millis, to_millis

if TYPE_CHECKING:
    from app.services.printing.stored import StoredPapers

KEPT_FOR = timedelta(days=30)
STALE_AFTER = timedelta(hours=6)
"""A print that has waited for so long when the program starts is asked about: nobody wants
yesterday's receipts to come out in the morning."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One print. `fault` is the reason of the last try that went wrong, "" before any did."""

    job_id: UUID
    kind: str
    number: str
    duplicate: bool
    state: str
    attempts: int
    fault: str
    queued_at: datetime


class Printing:
    """The prints of this till, and the documents that can be printed."""

    def __init__(self, desk: Desk, papers: StoredPapers) -> None:
        self._desk = desk
        self._papers = papers

    def kind_of(self, text: str) -> tuple[str, str]:
        """The kind and full number of the document that a number or code means.

        Raises PrintUnknown.
        """
        return self._papers.kind_of(text)

    def pages(
        self, kind: str, number: str, width: int, *, duplicate: bool = False
    ) -> tuple[Page, ...]:
        """A stored document laid out anew on a roll of 58 or 80 mm. Raises PrintUnknown,
        SaleUnknown, RefundUnknown, ZReportUnknown."""
        return self._papers.pages(kind, number, width, duplicate=duplicate)

    # --- jobs -----------------------------------------------------------------------

    def enqueue(
        self, kind: str, number: str, *, duplicate: bool = False, job_id: UUID | None = None
    ) -> UUID:
        """Remember that a stored document is to be printed; its id. Safe to repeat with one."""
        made = job_id or uuid7()
        document = json.dumps({"number": number, "duplicate": duplicate}, ensure_ascii=False)
        desk = self._desk
        row = (made.bytes, desk.till.till_id.bytes, kind, document, desk.now_ms())
        desk.transaction(lambda: stored.add(desk.database, row))
        return made

    def open_jobs(self) -> tuple[PrintJob, ...]:
        """What is not printed yet, oldest first."""
        desk = self._desk
        rows = stored.open_jobs(desk.database, desk.till.till_id.bytes)
        return tuple(_job(row, desk) for row in rows)

    def next_waiting(self) -> PrintJob | None:
        """The job that has waited longest; None where none waits."""
        desk = self._desk
        row = stored.first_waiting(desk.database, desk.till.till_id.bytes)
        return None if row is None else _job(row, desk)

    def begin(self, job_id: UUID) -> bool:
        """Claim a waiting job, durably, before its first byte is sent; False where it is gone."""
        desk = self._desk
        return desk.transaction(lambda: stored.begin(desk.database, job_id.bytes))

    def printed(self, job_id: UUID) -> None:
        """It is on paper."""
        self._move(job_id, "printed", "", "printing")

    def put_back(self, job_id: UUID, fault: str) -> None:
        """It is surely not on paper whole, and waits for another try."""
        self._move(job_id, "waiting", fault, "printing", "waiting")

    def failed(self, job_id: UUID, fault: str) -> None:
        """Whether it is on paper only a person can tell."""
        self._move(job_id, "failed", fault, "printing", "waiting")

    def retry(self, job_id: UUID) -> None:
        """A person wants it printed, whatever happened to it."""
        self._move(job_id, "waiting", "", "failed", "waiting")

    def drop(self, job_id: UUID) -> None:
        """A person does not want it any more."""
        self._move(job_id, "dropped", "", "failed", "waiting")

    def recover(self) -> None:
        """After a start: what was under way is asked about, and so is what waited too long."""
        desk = self._desk
        till_id, now = desk.till.till_id.bytes, desk.now()

        def work() -> None:
            stored.fail_printing(desk.database, till_id, "print_interrupted")
            stored.fail_older(desk.database, till_id, to_millis(now - STALE_AFTER), "print_old")
            stored.forget_older(desk.database, to_millis(now - KEPT_FOR))

        desk.transaction(work)

    def _move(self, job_id: UUID, to: str, fault: str, *states: str) -> None:
        desk = self._desk
        desk.transaction(lambda: stored.move(desk.database, job_id.bytes, to, fault, *states))


def _job(row: Row, desk: Desk) -> PrintJob:
    job_id, kind, document, state, attempts, fault, queued_at = row
    named = json.loads(document)
    return PrintJob(
        UUID(bytes=job_id),
        kind,
        str(named["number"]),
        bool(named.get("duplicate")),
        state,
        attempts,
        fault,
        from_millis(queued_at, desk.zone),
    )
