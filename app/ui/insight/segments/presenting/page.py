"""What the page of segments shows, and what its presenter asks of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from app.ui.insight.segments.presenting.rows import Block, Problem

if TYPE_CHECKING:
    from app.services.segment_choices import SegmentChoices
    from app.services.segments import Overlap


@dataclass(frozen=True, slots=True)
class Entry:
    """One saved segment; `members` is None until it is counted, `refused` why it never is."""

    name: str
    conditions: str
    members: int | None = None
    unknown: tuple[str, ...] = ()
    refused: Exception | None = None


@dataclass(frozen=True, slots=True)
class Editing:
    """What is being edited: `name` as saved ("" for a new one), `block` what is edited.

    `text` is the same in words for experts; `refused` why such a text is no segment yet.
    """

    name: str
    called: str
    block: Block
    text: str
    as_text: bool = False
    dirty: bool = False
    problems: tuple[Problem, ...] = ()
    refused: Exception | None = None

    @property
    def is_whole(self) -> bool:
        """Whether it says something that can be counted."""
        return not self.problems and self.refused is None


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of everyone; `unknown` are names it asks for that nobody and nothing has.

    Until it is known it is `about` how many. Where sales are read for long first, `read_percent`
    is how far that is; `hindrance` says why what is read cannot be kept, which takes longer:
    `disk_full`, `not_written`.
    """

    members: int
    everyone: int
    unknown: tuple[str, ...] = ()
    about: bool = False
    read_percent: int | None = None
    hindrance: str = ""


class SegmentsView(Protocol):
    """What the presenter asks of the page."""

    def show_list(self, entries: Sequence[Entry], chosen: int) -> None:
        """Show the saved segments, one of them marked (-1 none)."""

    def show_editing(self, editing: Editing, choices: SegmentChoices) -> None:
        """Show what is edited."""

    def show_counting(self) -> None:
        """A count is no longer true; call `recount` once the hands rest, and `estimate` where no
        count is shown soon."""

    def show_count(self, counted: Counted | None, error: Exception | None) -> None:
        """Show how many it is; None where it cannot be counted, and why."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def tell(self, what: str, name: str, undo: Callable[[], None] | None) -> None:
        """Say what happened to a segment, with a way to take it back."""

    def show_overlap(self, names: Sequence[str], overlap: Overlap) -> None:
        """Show how segments lie over each other."""


FRESH = Editing("", "", Block(), "", problems=(Problem((), "nothing"),))
