"""What happened, for the view to put into words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened: `edited`, `checked_in`, … with its facts."""

    what: str
    facts: tuple[tuple[str, str | int], ...] = ()
