"""What a campaign added: everyone who was drawn, where they were drawn, reached or not."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from app.errors import FieldInvalid
from app.models import campaign_people as stored
from app.models.campaign_stops import points_back_by_arm
from app.models.campaigns import purchases
from app.models.database import Row
from app.services.campaign_drawing import AT_ONCE, offer_cost_minor
from app.services.campaign_reading import Reading
from app.services.campaign_types import (
    ArmResult,
    Campaign,
    CampaignResult,
    Funnel,
    OfferKind,
    Outcome,
    Uplift,
    VariantResult,
)
from app.services.rules.campaign.uplift import Seen, uplift

WHOLE_BP = 10_000


class _Did(NamedTuple):
    """Somebody who was drawn, and what they did. Minor units."""

    arm: int
    stratum: str
    visits_before: int
    spent_before_minor: int
    asked: bool
    outcome: Outcome | None
    arrived: bool
    visits: int
    spent_minor: int
    profit_minor: int


@dataclass(slots=True)
class _Goods:
    """What was sold, by whether the shop knows its cost; minor units."""

    known_minor: int = 0
    other_minor: int = 0

    @property
    def costed_bp(self) -> int:
        """The share whose cost is known."""
        both = self.known_minor + self.other_minor
        return self.known_minor * WHOLE_BP // both if both > 0 else 0


class Results(Reading):
    """Finds out what a campaign added."""

    def result(self, campaign_id: UUID, as_of: date | None = None) -> CampaignResult:
        """What it added until a day, today where none is given; never past its last day.

        Raises CampaignUnknown, FieldInvalid (`before_the_start`).
        """
        return self._desk.database.read_transaction(lambda: self._result(campaign_id, as_of))

    def _result(self, campaign_id: UUID, as_of: date | None) -> CampaignResult:
        campaign, database = self.get(campaign_id), self._desk.database
        last = campaign.ends_on if campaign.stopped_on is None else campaign.stopped_on
        if as_of is not None and as_of < campaign.starts_on:
            raise FieldInvalid("as_of", "before_the_start", as_of.isoformat())
        today = as_of or self._desk.today()
        until = max(campaign.starts_on, min(last, today))
        goods = _Goods()
        drawn, merged = self._drawn(campaign)
        everyone = list(self._did(campaign, drawn, until, goods))
        names = [variant.name for variant in campaign.draft.variants]
        asked = [each for each in everyone if each.arm]
        issued, redeemed = stored.coupons(database, campaign_id.bytes)
        said = Counter(each.outcome for each in asked if each.outcome is not None)
        contacts = sum(each.asked for each in asked)
        return CampaignResult(
            campaign=campaign,
            until=until,
            finished=today > last or campaign.stopped_on is not None,
            funnel=_funnel(asked),
            arms=tuple(_arms(everyone, names)),
            visits=_visits(everyone),
            profit=_profit(everyone, campaign),
            variants=tuple(_variants(everyone, names, campaign)),
            between=_between(everyone, names, campaign),
            outcomes=tuple((each, said[each]) for each in Outcome),
            coupons_issued=issued,
            coupons_redeemed=redeemed,
            costed_bp=goods.costed_bp,
            once_minor=campaign.draft.cost_minor,
            contacts_minor=campaign.draft.cost_each_minor * contacts,
            offers_minor=self._offers_minor(campaign, everyone),
            merged=merged,
        )

    def _drawn(self, campaign: Campaign) -> tuple[dict[bytes, Row], int]:
        """Each person once, by the member they are now: as they were drawn themself, else under
        the first id merged into them; and how many that parted from."""
        found: dict[bytes, Row] = {}
        doubled = 0
        for row in stored.everyone(self._desk.database, campaign.campaign_id.bytes):
            key, owner = row[0], row[1]
            if owner in found:
                doubled += 1
            if owner not in found or key == owner:
                found[owner] = row
        return found, doubled

    def _did(
        self, campaign: Campaign, drawn: dict[bytes, Row], until: date, goods: _Goods
    ) -> Iterator[_Did]:
        database, margin = self._desk.database, campaign.draft.margin_bp or 0
        first, last = campaign.starts_on.isoformat(), until.isoformat()
        waiting = iter(drawn.items())
        while part := list(islice(waiting, AT_ONCE)):
            owners = [owner for owner, _ in part]
            bought = purchases(database, owners, first, first, last)
            sold = stored.sold(database, owners, first, last)
            by_points = stored.paid_by_points(database, owners, first, last)
            for owner, row in part:
                _, _, visits, spent = bought.get(owner, (0, 0, 0, 0))
                known, cost, other = sold.get(owner, (0, 0, 0))
                goods.known_minor += known
                goods.other_minor += other
                profit = known - cost + other * margin // WHOLE_BP - by_points.get(owner, 0)
                outcome = None if row[7] is None else Outcome(row[7])
                yield _Did(
                    arm=row[2], stratum=row[3], visits_before=row[4], spent_before_minor=row[5],
                    asked=bool(row[6]), outcome=outcome, arrived=bool(row[8]),
                    visits=visits, spent_minor=spent, profit_minor=profit,
                )  # fmt: skip

    def _offers_minor(self, campaign: Campaign, everyone: Iterable[_Did]) -> int:
        """What offers have cost that no sale shows: points given and not taken back, and
        what the draft names for an event's guests; a coupon's discount is in the profit already."""
        variants = campaign.draft.variants
        given = stored.issued_by_arm(self._desk.database, campaign.campaign_id.bytes)
        back = points_back_by_arm(self._desk.database, campaign.campaign_id.bytes)
        came = Counter(each.arm for each in everyone if each.arrived)
        scheme, total = self._desk.schemes[self._scheme_of(campaign)], 0
        for arm, variant in enumerate(variants, 1):
            each = offer_cost_minor(variant.offer, scheme)
            if variant.offer.kind is OfferKind.POINTS:
                total += each * given.get(arm, 0)
                total -= each * back.get(arm, 0) // variant.offer.points
            elif variant.offer.kind is OfferKind.EVENT:
                total += each * came[arm]
        return total

    def _scheme_of(self, campaign: Campaign) -> int:
        return stored.scheme_version(self._desk.database, campaign.campaign_id.bytes)


# --- put together ---------------------------------------------------------------


def _funnel(asked: Sequence[_Did]) -> Funnel:
    """Every step counts whoever came as far, so that none holds more than the one before."""
    invited = [each for each in asked if each.asked or each.arrived]
    confirmed = [each for each in invited if each.outcome is Outcome.WILL_COME]
    attended = [each for each in invited if each.arrived]
    bought = [each for each in invited if each.visits]
    return Funnel(len(asked), len(invited), len(confirmed), len(attended), len(bought))


def _arms(everyone: Sequence[_Did], names: Sequence[str]) -> Iterator[ArmResult]:
    for arm, name in enumerate(("", *names)):
        of_arm = [each for each in everyone if each.arm == arm]
        yield ArmResult(
            name,
            len(of_arm),
            sum(each.visits for each in of_arm),
            sum(each.spent_minor for each in of_arm),
            sum(each.profit_minor for each in of_arm),
            sum(1 for each in of_arm if each.visits),
        )


def _variants(
    everyone: Sequence[_Did], names: Sequence[str], campaign: Campaign
) -> Iterator[VariantResult]:
    for arm, name in enumerate(names, 1):
        some = [each for each in everyone if each.arm in (0, arm)]
        funnel = _funnel([each for each in some if each.arm])
        yield VariantResult(name, funnel, _visits(some), _profit(some, campaign))


def _between(
    everyone: Sequence[_Did], names: Sequence[str], campaign: Campaign
) -> VariantResult | None:
    """The second variant against the first, as if the first were held out."""
    if len(names) < 2:
        return None
    some = [each._replace(arm=each.arm - 1) for each in everyone if each.arm in (1, 2)]
    funnel = _funnel([each for each in some if each.arm])
    return VariantResult(names[1], funnel, _visits(some), _profit(some, campaign))


def _visits(people: Iterable[_Did]) -> Uplift:
    return uplift(
        Seen(each.stratum, each.arm > 0, float(each.visits_before), float(each.visits))
        for each in people
    )


def _profit(people: Iterable[_Did], campaign: Campaign) -> Uplift:
    return uplift(
        Seen(each.stratum, each.arm > 0, float(each.spent_before_minor), float(each.profit_minor))
        for each in people
    )
