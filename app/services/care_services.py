"""The services of what is looked after between visits, each loaded when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.desk import Desk

if TYPE_CHECKING:
    from app.services.care import Care
    from app.services.care_plans import CarePlans
    from app.services.cases import CaseBook
    from app.services.challenges import Challenges
    from app.services.exchange.answers_in import Answers
    from app.services.follow_up_rules import FollowUpRules
    from app.services.measures import Measures
    from app.services.members import Members


class CareServices:
    """The part of the shop that keeps promises."""

    desk: Desk
    members: "Members"

    @cached_property
    def care(self) -> "Care":
        """Follow-ups: made, given to somebody, done."""
        from app.services.care import Care

        return Care(self.desk)

    @cached_property
    def follow_up_rules(self) -> "FollowUpRules":
        """The rules by which follow-ups make themselves."""
        from app.services.follow_up_rules import FollowUpRules

        return FollowUpRules(self.desk)

    @cached_property
    def cases(self) -> "CaseBook":
        """Feedback, and the cases that came of it."""
        from app.services.cases import CaseBook

        return CaseBook(self.desk)

    @cached_property
    def answers(self) -> "Answers":
        """What guests answered in a form, taken down from a file."""
        from app.services.exchange.answers_in import Answers

        return Answers(self.desk, self.members, self.cases)

    @cached_property
    def measures(self) -> "Measures":
        """What is measured of members."""
        from app.services.measures import Measures

        return Measures(self.desk)

    @cached_property
    def care_plans(self) -> "CarePlans":
        """What is agreed with members."""
        from app.services.care_plans import CarePlans

        return CarePlans(self.desk)

    @cached_property
    def challenges(self) -> "Challenges":
        """Challenges and who leads."""
        from app.services.challenges import Challenges

        return Challenges(self.desk)
