"""What the demo shop promised to its members: rules, follow-ups of theirs and by hand."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from app.services.care import Care
from app.services.care_plans import CarePlans, PlanDraft
from app.services.care_types import FeedbackDraft, RuleDraft
from app.services.cases import CaseBook
from app.services.challenges import ChallengeDraft, Challenges
from app.services.demo import words
from app.services.desk import Desk
from app.services.follow_up_rules import FollowUpRules
from app.services.ids import uuid7
from app.services.measures import Measures
from app.services.rules.care.challenges import Measure
from app.services.rules.care.follow_ups import FollowUpKind, Outcome

_RULES_DAYS = 2
_CALLS_DAYS = 12


class DemoCare:
    """Fills in care, as if it had been used for some days; `go_to` moves the shop's clock."""

    def __init__(
        self, desk: Desk, go_to: Callable[[datetime], None], now: datetime, members: Sequence[UUID]
    ) -> None:
        self._desk = desk
        self._go_to = go_to
        self._now = now
        self._members = members
        self._words = words.CARE[desk.settings.language]

    def fill(self, category: str) -> None:
        """Everything; `category` is of the goods after which somebody is asked how they are."""
        self._rules(category)
        self._by_hand()
        self._feedback()
        self._course()
        self._challenge()
        self._go_to(self._now)

    def _rules(self, category: str) -> None:
        self._go_to(self._now - timedelta(days=_RULES_DAYS))
        rules = FollowUpRules(self._desk)
        bought, birthday, silent = self._words["rules"]
        rules.save(RuleDraft(FollowUpKind.PURCHASE, bought, 5, category))
        rules.save(RuleDraft(FollowUpKind.BIRTHDAY, birthday, 2))
        rules.save(RuleDraft(FollowUpKind.SILENT, silent, 0, active=False))

    def _challenge(self) -> None:
        """Who comes most often this month."""
        self._go_to(self._now - timedelta(days=14))
        today = self._desk.today()
        name, prize = self._words["challenge"]
        last = today + timedelta(days=30)
        challenges = Challenges(self._desk)
        made = challenges.make(uuid7(), ChallengeDraft(name, Measure.VISITS, today, last, prize))
        for member in self._members[:60:6]:
            challenges.join(made.challenge_id, member)

    def _course(self) -> None:
        """One who learns at the counter: a course agreed on, and how the skill grew."""
        member, (series, unit) = self._members[0], self._words["series"]
        measures, plans = Measures(self._desk), CarePlans(self._desk)
        name, agreed, *steps = self._words["course"]
        self._go_to(self._now - timedelta(days=84))
        plan = plans.make(uuid7(), member, PlanDraft(name, agreed, tuple(steps), sessions=6))
        kept = None
        for week, level in enumerate((1_000, 1_500, 2_000, 3_000, 3_500)):
            self._go_to(self._now - timedelta(days=80 - 19 * week))
            day = self._desk.today()
            kept = measures.add(uuid7(), member, series, unit, level, day)
            if week < 3:
                plans.session(uuid7(), plan.plan_id)
                plans.tick(plan.plan_id, week + 1)
        if kept is not None:
            measures.aim(kept.series_id, 5_000)

    def _feedback(self) -> None:
        """Some kind words, and a complaint that is looked after."""
        cases = CaseBook(self._desk)
        said = self._words["feedback"]
        for member, text, score in zip(self._members[20:26:2], said, (5, 4, 2), strict=False):
            self._go_to(self._now - timedelta(days=score))
            case = cases.take(uuid7(), FeedbackDraft(score, text, member_id=member))
            if case is not None:
                self._go_to(self._now - timedelta(days=1))
                cases.note(uuid7(), case.case_id, self._words["notes"][0])

    def _by_hand(self) -> None:
        """Three calls: one is late, one is put off, one nobody answered."""
        self._go_to(self._now - timedelta(days=_CALLS_DAYS))
        care, today = Care(self._desk), self._desk.today()
        made = [
            care.make(uuid7(), member, what, today + timedelta(days=days))
            for member, what, days in zip(
                self._members[3:12:3], self._words["calls"], (9, 10, 12), strict=False
            )
        ]
        self._go_to(self._now - timedelta(days=1))
        care.outcome(uuid7(), made[1].follow_up_id, Outcome.NO_ANSWER)
        later = self._desk.today() + timedelta(days=4)
        care.outcome(uuid7(), made[2].follow_up_id, Outcome.LATER, later_on=later)
