"""Where one member stands among all: stage, groups, forecast, and the segments that hold them."""

from collections.abc import Hashable
from dataclasses import dataclass
from uuid import UUID

from app.errors import FieldInvalid
from app.models.member_measures import own_seq
from app.services.chances import Chance
from app.services.desk import Desk
from app.services.insights import Forecast, Insights, Models
from app.services.member_measures import MemberMeasures, read_measures
from app.services.rules.insight.purchases import history
from app.services.rules.insight.quadrants import Cross, Habit, Quadrant
from app.services.rules.insight.rfm import LEAST_FOR_FIFTHS, RfmGroup, RfmTerms, RfmValues
from app.services.rules.insight.stages import Stage, StageTerms, stage
from app.services.segments import Segments


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """What a shop's members are measured by.

    `rfm` is None where fifths of so few say nothing, `models` where too few came back.
    """

    rfm: RfmTerms | None
    cross: Cross | None
    shop_days: int
    stage: StageTerms
    models: Models | None


@dataclass(frozen=True, slots=True)
class MemberPlace:
    """Where a member stands; without a visit only `measures` and `segments` tell something,
    without a purchase only the stage beside them.

    `forecast` is None where the shop's past is too short.
    """

    measures: MemberMeasures
    stage: Stage | None
    group: RfmGroup | None
    quadrant: Quadrant | None
    chance: Chance | None
    forecast: Forecast | None
    segments: tuple[str, ...]


class MemberPlaces:
    """Reads; changes nothing. The shop's own measures are taken once a day."""

    def __init__(self, desk: Desk, insights: Insights, segments: Segments) -> None:
        self._desk = desk
        self._insights = insights
        self._segments = segments
        self._kept: tuple[Hashable, Yardsticks] | None = None

    def of(self, member_id: UUID) -> MemberPlace:
        """Where a member stands today. The first answer of a day takes as long as all groups."""
        measures = read_measures(self._desk, member_id)
        seq = own_seq(self._desk.database, member_id.bytes)
        segments = () if seq is None else self._holding(seq)
        if not measures.days:
            return MemberPlace(measures, None, None, None, None, None, segments)
        return _placed(self.yardsticks(), measures, seq or 0, segments)

    def yardsticks(self) -> Yardsticks:
        """Those of today: kept until tomorrow, or until the owner's limits change."""
        settings = self._desk.settings
        of = self._desk.today(), settings.rfm_terms, settings.stage_terms
        if self._kept is None or self._kept[0] != of:
            self._kept = of, self._taken(settings.stage_terms)
        return self._kept[1]

    def _taken(self, terms: StageTerms) -> Yardsticks:
        insights = self._insights
        rfm = insights.rfm()
        enough = len(rfm.grouped.members) >= LEAST_FOR_FIFTHS
        own = self._desk.settings.rfm_terms
        return Yardsticks(
            rfm=rfm.terms if own is not None or enough else None,
            cross=insights.quadrants().cross if enough else None,
            shop_days=insights.stages().shop_days,
            stage=terms,
            models=insights.today.models(),
        )

    def _holding(self, seq: int) -> tuple[str, ...]:
        """The saved segments that hold the member; one that can no longer be read holds nobody."""
        held = []
        for saved in self._segments.saved():
            try:
                if self._segments.holds(saved.conditions, seq):
                    held.append(saved.name)
            except FieldInvalid:
                continue
        return tuple(held)


def _placed(
    yard: Yardsticks, measures: MemberMeasures, seq: int, segments: tuple[str, ...]
) -> MemberPlace:
    today, bought = measures.as_of.toordinal(), measures.bought_days
    stands = stage(measures.days, today, yard.shop_days, yard.stage)
    if not bought:
        return MemberPlace(measures, stands, None, None, None, None, segments)
    values = RfmValues(today - bought[-1], measures.purchases, measures.spent_minor)
    told = chance = None
    if yard.models is not None:
        known = history(bought, measures.spent_each_minor, today, yard.models.unit)
        told = None if known is None else yard.models.of(seq, known)
        if told is not None:
            chance = Chance.of(told.history.repeats, told.alive)
    habit = Habit(measures.purchases, measures.spent_minor)
    return MemberPlace(
        measures=measures,
        stage=stands,
        group=None if yard.rfm is None else yard.rfm.score(values).group,
        quadrant=None if yard.cross is None else yard.cross.quadrant(habit),
        chance=chance,
        forecast=told,
        segments=segments,
    )
