"""What keeps the list of members clean, each loaded when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.desk import Desk

if TYPE_CHECKING:
    from app.services.duplicates import DuplicateFinder


class PeopleServices:
    """The part of the shop that looks over who is enrolled."""

    desk: Desk

    @cached_property
    def duplicates(self) -> "DuplicateFinder":
        """Members who may be one person."""
        from app.services.duplicates import DuplicateFinder

        return DuplicateFinder(self.desk)
