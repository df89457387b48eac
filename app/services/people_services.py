"""What keeps the list of members clean and what is said to them, each loaded when it is first
asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.desk import Desk

if TYPE_CHECKING:
    from app.services.duplicates import DuplicateFinder
    from app.services.hints import HintBook
    from app.services.loyalty import Loyalty
    from app.services.member_gaps import MemberGaps


class PeopleServices:
    """The part of the shop that looks over who is enrolled."""

    desk: Desk
    loyalty: "Loyalty"

    @cached_property
    def duplicates(self) -> "DuplicateFinder":
        """Members who may be one person."""
        from app.services.duplicates import DuplicateFinder

        return DuplicateFinder(self.desk)

    @cached_property
    def member_gaps(self) -> "MemberGaps":
        """Fields of members that are missing or old."""
        from app.services.member_gaps import MemberGaps

        return MemberGaps(self.desk)

    @cached_property
    def hints(self) -> "HintBook":
        """What is said to the cashier of the member on the sale."""
        from app.services.care import Care
        from app.services.hints import HintBook

        return HintBook(self.desk, self.loyalty, Care(self.desk).open_for)
