"""Campaigns before their start: what would happen, and nothing stored."""

from collections import Counter
from collections.abc import Iterable, Sequence
from uuid import UUID

from app.models import cards as stored_cards
from app.services.campaign_drafts import checked_draft
from app.services.campaign_drawing import Drawing, Drawn, cost_of, is_quiet
from app.services.campaign_reading import Reading
from app.services.campaign_texts import Told, Wordings
from app.services.campaign_types import (
    ArmPlan,
    CampaignDraft,
    CampaignPlan,
    CostPlan,
    LeftOut,
    LeftOutReason,
    PeopleNeeded,
    Person,
    PlanNote,
    Sample,
)
from app.services.desk import Desk
from app.services.points import Points
from app.services.rules.campaign.power import habit, people_needed
from app.services.segments import Segments

SHOWN_AT_MOST = 200
SAMPLES = 3


class Planning(Reading):
    """Plans a campaign."""

    def __init__(self, desk: Desk, segments: Segments, drawing: Drawing, points: Points) -> None:
        super().__init__(desk)
        self._segments = segments
        self._drawing = drawing
        self._points = points

    def plan(self, draft: CampaignDraft) -> CampaignPlan:
        """Who would be asked, who is left out, what it costs; stores nothing.

        Raises FieldInvalid, NotInScheme, SegmentUnknown.
        """
        desk = self._desk
        checked = checked_draft(draft, desk.scheme, desk.today())
        return desk.database.read_transaction(lambda: self._plan(checked))

    def _plan(self, draft: CampaignDraft) -> CampaignPlan:
        drawn = self._drawing.draw(draft)
        cost = cost_of(draft, drawn.arms.values(), self._desk.scheme)
        power = _power(draft, drawn)
        strange = self._segments.unknown_names(drawn.conditions)
        arms = Counter(drawn.arms.values())
        channels = Counter(each.channel for each in drawn.people if drawn.arms[each.member_id])
        return CampaignPlan(
            draft=draft,
            conditions=drawn.conditions,
            unknown_names=strange,
            audience=drawn.audience,
            eligible=len(drawn.arms),
            holdout=drawn.holdout,
            arms=tuple(
                ArmPlan(variant.name, arms[place])
                for place, variant in enumerate(draft.variants, 1)
            ),
            channels=tuple((each, channels[each]) for each in draft.channels),
            left_out=tuple(self._left_out(drawn)),
            cost=cost,
            power=power,
            samples=tuple(self._samples(draft, drawn)),
            notes=tuple(self._notes(draft, drawn, cost, power, strange)),
        )

    def _notes(
        self,
        draft: CampaignDraft,
        drawn: Drawn,
        cost: CostPlan,
        power: PeopleNeeded,
        strange: Sequence[str],
    ) -> Iterable[PlanNote]:
        if not drawn.reached:
            yield PlanNote.NOBODY
        if not draft.holdout_bp:
            yield PlanNote.NO_HOLDOUT
        elif drawn.reached and not power.enough:
            yield PlanNote.TOO_FEW
        if cost.over_minor:
            yield PlanNote.OVER_BUDGET
        if strange:
            yield PlanNote.UNKNOWN_NAMES
        if is_quiet(self._desk):
            yield PlanNote.QUIET_NOW

    def _left_out(self, drawn: Drawn) -> Iterable[LeftOut]:
        counts = Counter(drawn.left.values())
        for reason in LeftOutReason:
            if counts[reason]:
                ids = [key for key, why in drawn.left.items() if why is reason]
                yield LeftOut(reason, counts[reason], self._people(ids[:SHOWN_AT_MOST]))

    def _people(self, ids: Sequence[bytes]) -> tuple[Person, ...]:
        known = stored_cards.holder_names(self._desk.database, ids)
        found = (Person(UUID(bytes=key), known[key][1], known[key][0]) for key in ids)
        return tuple(sorted(found, key=lambda person: person.number))

    def _samples(self, draft: CampaignDraft, drawn: Drawn) -> Iterable[Sample]:
        """What the first people of each variant would read; nobody has a code yet."""
        words = Wordings(self._desk, draft)
        for arm, variant in enumerate(draft.variants, 1):
            some = [each for each in drawn.people if drawn.arms[each.member_id] == arm][:SAMPLES]
            people = self._people([each.member_id for each in some])
            channels = {UUID(bytes=each.member_id): each.channel for each in some}
            for person in people:
                told = Told(person.member_id.bytes, person.number, person.name)
                text = words.text(arm, told)
                yield Sample(person, variant.name, channels[person.member_id], text)


def _power(draft: CampaignDraft, drawn: Drawn) -> PeopleNeeded:
    known = habit(
        [
            (float(each.visits_before - each.visits_lately), float(each.visits_lately))
            for each in drawn.people
        ]
    )
    return people_needed(known, len(drawn.people), draft.holdout_bp, draft.effect_bp)
