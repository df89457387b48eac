"""What happened, for the view to put into words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened: `removed`, `checked_in`, … with its facts."""

    what: str
    facts: tuple[tuple[str, str | int], ...] = ()
    can_undo: bool = False
