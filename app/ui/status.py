"""What the status line says, and the small work a till does while nobody waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from app.services.rules.codes import till_prefix
from app.ui.lists import listed
from app.ui.shell import Shell, Shop
from app.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from app.services.cash_types import SessionNow
    from app.services.doctor import Check
    from app.services.due import DueReport
    from app.services.progress import Progress, StopAsked

_EVERY_MS: Final = 60_000
_HINTS_AT_ONCE: Final = 300
"""Members whose hints are reckoned in a minute: a quarter of a second of the long lane."""

_STEP_AFTER_MS: Final = 300
"""Between two steps of what a large shop makes ahead: what others ask for comes between."""

_BACKUP_OLD: Final = timedelta(days=3)
_MINUTES_AFTER_FAILURE: Final = 15
"""Trying at once again would copy the whole file every minute, and say the same."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is read from the shop once a minute."""

    till: str
    """As its receipts begin: "A0"."""
    staff: str
    backup_age: timedelta | None
    backup_due: bool
    jobs_due: bool
    counts: bool
    """The shop counts its cash: nothing is sold before the drawer is open."""
    session: SessionNow | None


def read_facts(shop: Shop) -> Facts:
    """The facts of this minute. Reads the shop: for tasks only."""
    desk = shop.desk
    return Facts(
        till_prefix(desk.till.number),
        desk.staff.name,
        shop.backups.age(),
        shop.backups.due(),
        shop.due.is_due(),
        desk.settings.count_cash,
        shop.cash.current(),
    )


class StatusKeeper(QObject):
    """Keeps the status line true; makes the hourly backup, and does what a new day makes due,
    behind everything else."""

    def __init__(self, shell: Shell) -> None:
        # It goes with the window: its timer must not speak to a line that is gone.
        super().__init__(shell.overlay_parent())
        self._shell = shell
        self._shop: Shop | None = None
        self._backing_up = False
        self._doing_jobs = False
        self._wait_minutes = 0
        self._facts: Facts | None = None
        self._told_of: UUID | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._minute)
        self._keeping = False
        self._next_step = QTimer(self)
        self._next_step.setSingleShot(True)
        self._next_step.setInterval(_STEP_AFTER_MS)
        self._next_step.timeout.connect(self._keep_ahead)

    def opened(self, shop: Shop) -> None:
        """Begin with this shop."""
        self._shop = shop
        self._timer.start()
        self._shell.roll.changed.connect(self._say_printer)
        self._shell.tasks.run(shop.members.warm_up)
        self.refresh()
        self._do_jobs(start=True)
        self._shell.tasks.run_long(
            lambda progress, stop: shop.doctor.run(full=False), self._examined
        )
        self._shell.tasks.run_long(
            lambda progress, stop: shop.members.read_ahead(stop), None, lambda error: None
        )
        self._reckon_hints(shop)
        self._keep_ahead()

    def _examined(self, checks: tuple[Check, ...]) -> None:
        """What the quick check at the start found; silence where everything holds."""
        failing = [check.name for check in checks if not check.ok]
        if failing:
            self._shell.banner(
                self.tr(
                    "A check of the shop's file failed ({names}). Make a backup, then look at"
                    " Settings, Backups."
                ).format(names=listed(failing)),
                Tone.DANGER,
            )

    def refresh(self) -> None:
        """Read the facts again and say them."""
        shop = self._shop
        if shop is not None:
            # Checking a backup may read all of it, so it never stands before a sale.
            self._shell.tasks.run_long(
                lambda progress, stop: read_facts(shop), self._show, lambda error: None
            )

    def _minute(self) -> None:
        """Once a minute: what the sales of this minute left in the log goes into the file."""
        shop = self._shop
        if shop is not None:
            self._shell.tasks.run(shop.desk.database.checkpoint, None, lambda error: None)
            self.refresh()
            self._reckon_hints(shop)
            self._keep_ahead()
            self._make_ready(shop)
            self._wait_minutes = max(0, self._wait_minutes - 1)
            due = self._facts is not None and self._facts.backup_due
            if due and not self._backing_up and not self._wait_minutes:
                self._back_up()
            if self._facts is not None and self._facts.jobs_due and not self._wait_minutes:
                self._do_jobs()

    def _reckon_hints(self, shop: Shop) -> None:
        """What may be said of members at the till, some at a time, aside of it."""
        self._shell.tasks.run_long(
            lambda progress, stop: shop.hints.work(_HINTS_AT_ONCE, stop), None, lambda error: None
        )

    def _keep_ahead(self) -> None:
        """In a large shop: a step of what forecasts of today need, then the next one, then so a
        part of what is kept of members' habits, until it is not far behind the sales. Each that
        is made stays."""
        shop = self._shop
        if shop is None or self._keeping:
            return
        self._keeping = True

        def made(more: bool) -> None:
            self._keeping = False
            if more:
                self._next_step.start()

        def failed(_error: Exception) -> None:
            self._keeping = False  # it is tried again within a minute

        def work(_progress: Progress, stop: StopAsked) -> bool:
            return shop.insights.today.work(stop) or shop.habits.work(stop)

        self._shell.tasks.run_long(work, made, failed)

    def _make_ready(self, shop: Shop) -> None:
        """What asking who bought much-bought goods takes long for, of one name a minute."""
        self._shell.tasks.run_long(
            lambda progress, stop: shop.segments.work(stop), None, lambda error: None
        )

    def _do_jobs(self, *, start: bool = False) -> None:
        """At the start and once a business day: points that lapse, reviews, birthdays.

        The start also looks for what was entered late, for days long past.
        """
        shop = self._shop
        if shop is None or self._doing_jobs:
            return
        self._doing_jobs = True

        def done(report: DueReport) -> None:
            self._doing_jobs = False
            if report.follow_ups:
                self._shell.tell_changed("care")
            if report.clock_set_back:
                self._shell.banner(
                    self.tr(
                        "This PC's clock stands before {day}, a day that is done already. Set"
                        " the date right, then start Regulars again."
                    ).format(day=report.until.isoformat()),
                    Tone.WARNING,
                )

        def failed(error: Exception) -> None:
            self._doing_jobs = False
            self._wait_minutes = _MINUTES_AFTER_FAILURE
            self._shell.show_error(error)

        def work(progress: Progress, stop: StopAsked) -> DueReport:
            shop.cash.close_left()
            return shop.due.run(None, progress, stop, thorough=start)

        self._shell.tasks.run_long(work, done, failed)

    def say(self) -> None:
        """Say the same in the language now shown."""
        if self._facts is not None:
            self._say(self._facts)

    def _show(self, facts: Facts) -> None:
        self._facts = facts
        self._say(facts)
        self._say_left_open(facts)

    def _say(self, facts: Facts) -> None:
        status = self._shell.status
        till = self.tr("Till {number} · {staff}").format(number=facts.till, staff=facts.staff)
        words, tone = self._session_words(facts)
        status.show_session(" · ".join(filter(None, (till, words))), tone)
        self._say_printer()
        age = facts.backup_age
        old = age is None or age > _BACKUP_OLD
        status.show_backup(self._age_text(age), Tone.WARNING if old else Tone.MUTED)

    def _session_words(self, facts: Facts) -> tuple[str, Tone]:
        """The drawer's state; nothing where the shop does not count and nobody opened it."""
        session = facts.session
        if session is None or session.automatic:
            closed = self.tr("drawer closed ({key})").format(key=self._shell.keys.hint("drawer"))
            return (closed, Tone.WARNING) if facts.counts else ("", Tone.SUCCESS)
        opened = f"{session.opened_at:%m-%d %H:%M}" if session.left_open else ""
        opened = opened or f"{session.opened_at:%H:%M}"
        tone = Tone.WARNING if session.left_open else Tone.SUCCESS
        return self.tr("drawer open since {time}").format(time=opened), tone

    def _say_left_open(self, facts: Facts) -> None:
        """Once per session: one of an earlier day is counted, or gone on with."""
        session = facts.session
        if session is None or not session.left_open or session.session_id == self._told_of:
            return
        self._told_of = session.session_id
        self._shell.banner(
            self.tr(
                "The drawer is still open from {day}. Count it now, or go on selling in it."
            ).format(day=session.business_date.isoformat()),
            Tone.WARNING,
            self.tr("Count now"),
            self._shell.drawer.close_day,
        )

    def _say_printer(self) -> None:
        roll = self._shell.roll
        if roll.takes_commands:
            self._shell.status.show_printer(*roll.status_words())
            return
        printer = self._shell.config.receipt_printer
        self._shell.status.show_printer(printer or self.tr("No receipt printer chosen"))

    def _back_up(self) -> None:
        """Hourly if anything changed; a failure is told: a till without backups is at risk."""
        shop = self._shop
        if shop is None:
            return
        self._backing_up = True

        def done(_: object) -> None:
            self._backing_up = False
            self.refresh()

        def failed(error: Exception) -> None:
            self._backing_up = False
            self._wait_minutes = _MINUTES_AFTER_FAILURE
            self._shell.show_error(error)

        self._shell.tasks.run_long(shop.backups.hourly_if_changed, done, failed)

    def _age_text(self, age: timedelta | None) -> str:
        """How old the last backup is, in words."""
        if age is None:
            return self.tr("No backup yet")
        minutes = int(age.total_seconds() // 60)
        if minutes < 1:
            return self.tr("Backup just now")
        if minutes < 120:
            return self.tr("Backup {count} min ago").format(count=minutes)
        hours = minutes // 60
        if hours < 48:
            return self.tr("Backup {count} h ago").format(count=hours)
        return self.tr("Backup {count} days ago").format(count=hours // 24)
