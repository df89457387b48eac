"""What the demo shop asked its members: a tasting evening, with a fifth held out, and its end.

Whoever was reached comes more often while it lasts, so that there is something to find.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from app.services.campaign_types import (
    Campaign,
    CampaignDraft,
    Channel,
    Event,
    Offer,
    OfferKind,
    Outcome,
    Variant,
)
from app.services.campaigns import Campaigns
from app.services.demo import words
from app.services.desk import Desk
from app.services.insights import Insights
from app.services.points import Points
from app.services.rules.scheme.words import Words
from app.services.segments import Segments

BEFORE_DAYS = 75
LASTS_DAYS = 45
"""It began so many days before today, and lasted so many."""
LEAST_DAYS = 200
"""A shop younger than this has not asked anybody yet."""
MORE_PERCENT = 50
"""How much more often those come who were reached."""

_SEED = 11
_EVENING_AFTER = 12
_ANSWERS = {
    Outcome.WILL_COME: 34,
    Outcome.REACHED: 38,
    Outcome.NO: 20,
    Outcome.WRONG_NUMBER: 5,
    Outcome.DO_NOT_CALL: 3,
}
_UNCALLED_PERCENT = 12
_ATTENDS_PERCENT = 70


class DemoCampaigns:
    """One campaign, from its start to its last guest; `go_to` moves the shop's clock."""

    def __init__(self, desk: Desk, go_to: Callable[[datetime], None]) -> None:
        self._desk = desk
        self._go_to = go_to
        self._random = Random(_SEED)  # noqa: S311
        insights = Insights(desk)
        segments = Segments(desk, insights)
        self._campaigns = Campaigns(desk, segments, insights, Points(desk))
        self._words = words.CAMPAIGN[desk.settings.language]

    def run(self, first: date) -> frozenset[UUID]:
        """Everything of it, as of its first day; who was reached. The clock is left there."""
        self._at(first, 10)
        campaign = self._campaigns.start(self._draft(first))
        calls = self._campaigns.call_list(campaign.campaign_id)
        coming = self._call(campaign, [call.member_id for call in calls], first)
        self._at(first + timedelta(days=_EVENING_AFTER), 19)
        for member_id in coming:
            if self._random.randrange(100) < _ATTENDS_PERCENT:
                self._campaigns.arrive(campaign.campaign_id, member_id)
        self._at(first, 9)
        return frozenset(call.member_id for call in calls)

    def _call(self, campaign: Campaign, people: Sequence[UUID], first: date) -> list[UUID]:
        """Some fifty calls a day from the first on; who said they will come."""
        coming = []
        answers, weights = tuple(_ANSWERS), tuple(_ANSWERS.values())
        for place, member_id in enumerate(people):
            answer = self._random.choices(answers, weights)[0]
            if self._random.randrange(100) < _UNCALLED_PERCENT:
                continue
            self._at(first + timedelta(days=place // 50), 14)
            self._campaigns.outcome(campaign.campaign_id, member_id, answer)
            if answer is Outcome.WILL_COME:
                coming.append(member_id)
        return coming

    def _draft(self, first: date) -> CampaignDraft:
        name, event, place = self._words
        evening = Event(event, first + timedelta(days=_EVENING_AFTER), "19:00", place)
        return CampaignDraft(
            name=name,
            audience="visits >= 1",
            variants=(
                Variant("A", Words(words.CAMPAIGN_TEXTS), Offer(OfferKind.EVENT, event=evening)),
            ),
            channels=(Channel.CALL,),
            ends_on=first + timedelta(days=LASTS_DAYS - 1),
            holdout_bp=3_000,
            cost_minor=300 * self._desk.settings.money.unit_minor,
            cost_each_minor=self._desk.settings.money.unit_minor // 2,
            seed=_SEED,
        )

    def _at(self, day: date, hour: int) -> None:
        self._go_to(datetime.combine(day, time(hour), self._desk.zone))
