"""What happened, for the view to put into words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened: `edited`, `checked_in`, … with its facts.

    `warnings` are codes of what was accepted and is still worth knowing.
    """

    what: str
    facts: tuple[tuple[str, str | int], ...] = ()
    warnings: tuple[str, ...] = ()
