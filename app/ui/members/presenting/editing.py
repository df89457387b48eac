"""Enrolling and editing: a form goes out, a draft comes back, a mistake can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.services.ids import uuid7
from app.services.member_types import ConsentState, Enrolled, MemberDraft
from app.services.rules.birthdays import NotABirthday, next_occurrence, parse_birthday
from app.services.rules.days import Birthday
from app.ui.members.presenting.told import Told

if TYPE_CHECKING:
    from app.ui.members.presenting.page import Page
    from app.ui.tasks import Tasks

LUNAR = "lunar:"
PHONE_SIGNS = frozenset("0123456789+-() ")


@dataclass(frozen=True, slots=True)
class Form:
    """What an editor starts from. A new member's id is made with the form, so that saving
    twice enrols once."""

    member_id: UUID
    draft: MemberDraft
    is_new: bool
    today: date
    notice_version: str
    consent: ConsentState | None = None
    typed: MemberDraft | None = None
    """What was typed before the editor was closed without saving."""
    referrer: str = ""
    """Who brought a new member along, as typed: a phone or a number."""


class EditorView(Protocol):
    """What the presenter asks of the screen."""

    def open_editor(self, form: Form) -> None:
        """Let a member be typed."""

    def close_editor(self) -> None:
        """The draft is saved."""

    def refuse_draft(self, error: Exception) -> None:
        """Say beside the field why the draft cannot be saved."""

    def tell(self, told: Told, undo: Callable[[], None] | None = None) -> None:
        """Say what happened."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def changed(self, *, page_too: bool = True) -> None:
        """A member changed; without `page_too` the page shows it already."""


class Editing:
    """Opens forms and saves drafts."""

    def __init__(
        self, view: EditorView, shop: Any, tasks: Tasks, opened: Callable[[UUID], None]
    ) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._opened = opened
        self._saving = False

    def new(self, text: str = "") -> None:
        """Enrol somebody; `text` is the phone or name that was searched for."""
        draft = MemberDraft(phone=text) if _is_phone(text) else MemberDraft(name=text)
        desk = self._shop.desk
        version = desk.settings.notice_version
        self._view.open_editor(Form(uuid7(), draft, True, desk.today(), version))

    def edit(self, page: Page) -> None:
        """Change a member."""
        member_id, consent = page.member.member_id, page.member.consent
        version = self._shop.desk.settings.notice_version

        def opened(draft: MemberDraft) -> None:
            form = Form(member_id, draft, False, page.today, version, consent)
            self._view.open_editor(form)

        self._tasks.run(lambda: self._shop.members.draft_of(member_id), opened, self._view.refuse)

    def save(self, form: Form, draft: MemberDraft) -> None:
        """Keep what was typed; pressing twice saves once."""
        if self._saving:
            return
        self._saving = True
        members = self._shop.members

        def work() -> Enrolled:
            if form.is_new:
                return self._enrolled(form, draft)
            saved: Enrolled = members.update(form.member_id, draft)
            return saved

        def done(saved: Enrolled) -> None:
            self._saving = False
            self._view.close_editor()
            self._tell(form, saved)
            if form.is_new:
                self._opened(form.member_id)
            self._view.changed(page_too=not form.is_new)

        def refused(error: Exception) -> None:
            self._saving = False
            self._view.refuse_draft(error)

        self._tasks.run(work, done, refused)

    def _enrolled(self, form: Form, draft: MemberDraft) -> Enrolled:
        """Enrol, with who brought them along: both or neither."""
        shop, typed = self._shop, form.referrer.strip()
        referrer = shop.members.resolve(typed) if typed else None

        def work() -> Enrolled:
            saved: Enrolled = shop.members.add(draft, member_id=form.member_id)
            if referrer is not None:
                shop.perks.refer(saved.member.member_id, referrer.member_id)
            return saved

        done: Enrolled = shop.desk.transaction(work)
        return done

    def abandon(self, form: Form, draft: MemberDraft) -> None:
        """The editor was closed without saving; what was typed can be brought back."""
        again = replace(form, typed=draft)
        self._view.tell(Told("not_saved"), lambda: self._view.open_editor(again))

    def _tell(self, form: Form, saved: Enrolled) -> None:
        member = saved.member
        facts = (("name", member.name or member.number), ("number", member.number))
        if form.is_new:
            self._view.tell(Told("enrolled", facts, saved.warnings))
        else:
            told = Told("edited", facts, saved.warnings)
            self._view.tell(told, lambda: self._undo(form.member_id, form.draft))

    def _undo(self, member_id: UUID, before: MemberDraft) -> None:
        def undone(_saved: Enrolled) -> None:
            self._view.tell(Told("undone"))
            self._view.changed()

        self._tasks.run(
            lambda: self._shop.members.update(member_id, before), undone, self._view.refuse
        )


def _is_phone(text: str) -> bool:
    return any(sign.isdigit() for sign in text) and set(text) <= PHONE_SIGNS


# --- birthdays as the form takes them: a calendar, and a text ------------------------------


@dataclass(frozen=True, slots=True)
class TypedBirthday:
    """A birthday as the form's three parts."""

    text: str = ""
    lunar: bool = False
    leap: bool = False

    def draft(self) -> str:
        """The text for `MemberDraft.birthday`."""
        text = self.text.strip()
        if not text or not self.lunar:
            return text
        return f"{LUNAR}{_with_leap(text) if self.leap else text}"

    def read(self) -> Birthday | None:
        """The birthday, None for a blank. Raises NotABirthday."""
        return parse_birthday(self.draft())


def typed_birthday(draft: str) -> TypedBirthday:
    """The three parts of a draft's birthday; a text that is none stays as it is."""
    try:
        birthday = parse_birthday(draft)
    except NotABirthday:
        return TypedBirthday(draft)
    if birthday is None:
        return TypedBirthday()
    month = f"{birthday.month:02d}-{birthday.day:02d}"
    text = month if birthday.year is None else f"{birthday.year:04d}-{month}"
    return TypedBirthday(text, birthday.lunar, birthday.leap)


def next_birthday(typed: TypedBirthday, today: date) -> tuple[date | None, int | None]:
    """The next day it falls on, and the age then; None where not known. Raises NotABirthday."""
    birthday = typed.read()
    if birthday is None:
        return None, None
    day = next_occurrence(birthday, today)
    age = None if birthday.year is None or day is None else day.year - birthday.year
    return day, age


def _with_leap(text: str) -> str:
    """The same day in the leap month: `04-10` is `L04-10`."""
    head, dash, day = text.rpartition("-")
    year, _, month = head.rpartition("-")
    if not dash or month[:1] in "Ll":
        return text
    return f"{year}-L{month}-{day}" if year else f"L{month}-{day}"
