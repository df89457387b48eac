"""Who is in a campaign: the audience read, some left out with the reason, the rest drawn."""

import secrets
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

from app.errors import FieldInvalid, SegmentUnknown
from app.models import campaigns as stored
from app.services.campaign_types import (
    CampaignDraft,
    Channel,
    CostPlan,
    LeftOutReason,
    Offer,
    OfferKind,
)
from app.services.desk import Desk
from app.services.insights import Insights
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.campaign.contact import ContactTerms, Reachable, channel_for, left_out
from app.services.rules.campaign.holdout import SEED_LIMIT, draw, strata
from app.services.rules.scheme import Scheme
from app.services.segments import Segments
from app.services.turns import give_way

AT_ONCE = 500
BEFORE_DAYS = 365
# They are kept in one transaction, and for more than this the till would wait for it.
AUDIENCE_AT_MOST = 500_000
_NEVER_BOUGHT = "never"


class Candidate(NamedTuple):
    """Somebody who may be asked: what they did in the year before, and in as many days as the
    campaign lasts just before it."""

    member_id: bytes
    number: str
    channel: Channel
    stage: str
    visits_before: int
    spent_before_minor: int
    visits_lately: int


@dataclass(slots=True)
class Drawn:
    """Everyone of the audience, at one moment."""

    conditions: str
    at_ms: int
    seed: int
    people: list[Candidate] = field(default_factory=list)
    left: dict[bytes, LeftOutReason] = field(default_factory=dict)
    strata: dict[bytes, str] = field(default_factory=dict)
    arms: dict[bytes, int] = field(default_factory=dict)

    @property
    def audience(self) -> int:
        """Everyone, asked or not."""
        return len(self.people) + len(self.left)

    @property
    def holdout(self) -> int:
        """How many are held out."""
        return sum(1 for arm in self.arms.values() if not arm)

    @property
    def reached(self) -> int:
        """How many will be asked."""
        return len(self.arms) - self.holdout

    def without(self, gone: dict[bytes, LeftOutReason]) -> None:
        """Leave these out as well, whichever arm they were drawn to."""
        if not gone:
            return
        for member_id in self.arms.keys() & gone.keys():
            del self.arms[member_id]
            self.left[member_id] = gone[member_id]
        self.people = [each for each in self.people if each.member_id in self.arms]


class Drawing:
    """Reads the audience of a draft and draws; writes nothing."""

    def __init__(self, desk: Desk, segments: Segments, insights: Insights) -> None:
        self._desk = desk
        self._segments = segments
        self._insights = insights

    def conditions(self, audience: str) -> str:
        """What is saved under the name, else the conditions that the text is. Raises
        SegmentUnknown where it is one word, and no condition is that."""
        try:
            return self._segments.get(audience).conditions
        except SegmentUnknown:
            if audience.isidentifier():
                raise
            return audience

    def draw(
        self,
        draft: CampaignDraft,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> Drawn:
        """Everyone of a checked draft, over one view of the file. Raises FieldInvalid,
        SegmentUnknown, Cancelled."""
        return self._desk.database.read_transaction(lambda: self._draw(draft, progress, cancelled))

    def _draw(self, draft: CampaignDraft, progress: Progress, cancelled: StopAsked) -> Drawn:
        seed = secrets.randbelow(SEED_LIMIT) if draft.seed is None else draft.seed
        drawn = Drawn(self.conditions(draft.audience), self._desk.now_ms(), seed)
        count = self._segments.count(drawn.conditions)
        if count > AUDIENCE_AT_MOST:
            raise FieldInvalid("audience", "too_many_people", f"{count:,}")
        stages = self._stages()
        numbers = (each.number for each in self._segments.members(drawn.conditions))
        while part := list(islice(numbers, AT_ONCE)):
            stop_if(cancelled)
            give_way()
            drawn.people += self._candidates(draft, part, stages, drawn.left)
            progress(drawn.audience, count)
        drawn.strata = strata(
            (each.member_id, each.stage, each.spent_before_minor) for each in drawn.people
        )
        # By number, which people can read: whoever has the list and the seed can draw it again.
        arms = draw(
            ((each.number.encode(), drawn.strata[each.member_id]) for each in drawn.people),
            draft.holdout_bp,
            len(draft.variants),
            seed,
        )
        drawn.arms = {each.member_id: arms[each.number.encode()] for each in drawn.people}
        return drawn

    def look_again(self, draft: CampaignDraft, drawn: Drawn) -> dict[bytes, LeftOutReason]:
        """Leave out, and return, who has taken the consent back since they were drawn, or was
        asked as often as the shop allows by now; inside the transaction that keeps them."""
        changed = stored.changed_since(self._desk.database, drawn.at_ms)
        numbers = [each.number for each in drawn.people if each.member_id in changed]
        gone: dict[bytes, LeftOutReason] = {}
        for start in range(0, len(numbers), AT_ONCE):
            deque(self._candidates(draft, numbers[start : start + AT_ONCE], {}, gone), maxlen=0)
        drawn.without(gone)
        return gone

    def _stages(self) -> dict[int, str]:
        grouped = self._insights.stages().grouped
        return {
            seq: grouped.names[place]
            for seq, place in zip(grouped.members.seqs, grouped.places, strict=True)
        }

    def _candidates(
        self,
        draft: CampaignDraft,
        numbers: Sequence[str],
        stages: dict[int, str],
        left: dict[bytes, LeftOutReason],
    ) -> Iterator[Candidate]:
        """Those of some members who may be asked; the others go to `left`."""
        database, terms, today = self._desk.database, contact_terms(self._desk), self._desk.today()
        kept: list[tuple[bytes, int, str, Channel]] = []
        rows = stored.candidates(database, numbers, capped_since(terms, today), today.isoformat())
        for key, seq, number, _name, state, phone, wechat, email, consent, asked, out in rows:
            known = Reachable(state, bool(consent), phone, wechat, email, asked, bool(out))
            why = left_out(known, draft.channels, terms)
            channel = channel_for(known, draft.channels)
            if why is not None or channel is None:
                left[key] = why or LeftOutReason.NO_ADDRESS
            else:
                kept.append((key, seq, number, channel))
        assert draft.starts_on is not None
        first, lately, until = before(draft.starts_on, draft.ends_on)
        bought = stored.purchases(
            database, [each[0] for each in kept], *(d.isoformat() for d in (first, lately, until))
        )
        for key, seq, number, channel in kept:
            long, long_spent, last, last_spent = bought.get(key, (0, 0, 0, 0))
            stage = stages.get(seq, _NEVER_BOUGHT)
            yield Candidate(key, number, channel, stage, long + last, long_spent + last_spent, last)


def before(starts_on: date, ends_on: date) -> tuple[date, date, date]:
    """The year before a campaign, and in it the days just before it that are as many as its own:
    (first day of the year, first of those days, last day)."""
    last = starts_on - timedelta(days=1)
    lately = starts_on - (ends_on - starts_on) - timedelta(days=1)
    return min(starts_on - timedelta(days=BEFORE_DAYS), lately), lately, last


def contact_terms(desk: Desk) -> ContactTerms:
    """How often and when this shop asks."""
    chosen = desk.settings
    return ContactTerms(
        chosen.contact_cap,
        chosen.contact_cap_days,
        chosen.quiet_from_hour,
        chosen.quiet_until_hour,
    )


def capped_since(terms: ContactTerms, today: date) -> str:
    """Contacts after this day count for the cap."""
    return (today - timedelta(days=terms.days)).isoformat()


def is_quiet(desk: Desk) -> bool:
    """Whether nobody is asked at this hour."""
    return contact_terms(desk).is_quiet(desk.now().astimezone(desk.zone).hour)


def offer_cost_minor(offer: Offer, scheme: Scheme) -> int:
    """What one offer is expected to cost: what the draft says, else what the points pay, rounded
    up, or what the coupon takes off at most; 0 where nobody can know."""
    if offer.cost_minor is not None:
        return offer.cost_minor
    if offer.kind is OfferKind.POINTS:
        burn = scheme.burn
        return 0 if burn is None else -(-offer.points * burn.value_minor // burn.points)
    if offer.kind is OfferKind.COUPON:
        found = [each.benefit for each in scheme.coupons if each.id == offer.template]
        return max((each.max_amount_minor or each.amount_minor for each in found), default=0)
    return 0


def cost_of(draft: CampaignDraft, arms: Iterable[int], scheme: Scheme) -> CostPlan:
    """What asking the people of these arms costs at most."""
    each = [offer_cost_minor(variant.offer, scheme) for variant in draft.variants]
    asked = [arm for arm in arms if arm]
    return CostPlan(
        draft.cost_minor if asked else 0,
        draft.cost_each_minor * len(asked),
        sum(each[arm - 1] for arm in asked),
        draft.budget_minor,
    )


def filled_in(draft: CampaignDraft, seed: int) -> CampaignDraft:
    """The draft as it is kept."""
    return replace(draft, seed=seed)
