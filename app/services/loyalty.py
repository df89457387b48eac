"""What a member is and has in the shop's scheme: for pricing, the strip, the page."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar
from uuid import UUID

from app.errors import MemberUnknown
from app.models import standing as stored
from app.models.database import Row
from app.services.as_written import reading
from app.services.desk import Desk
from app.services.facts import FactsReader, is_usable, points_lots, qualifying, tier_standing
from app.services.rules.cart import MemberFacts
from app.services.rules.conditions import why_not_who
from app.services.rules.days import Moment
from app.services.rules.perks import perk_left, perk_period
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTemplate
from app.services.rules.scheme.standing import Badge, Perk, Plan, TierBasis
from app.services.rules.scheme.value import PassTemplate
from app.services.rules.scheme.words import Words, words
from app.services.rules.tiers import Qualified, missing, tier_named
from app.services.standing import (
    BadgeHeld,
    CouponHeld,
    PassHeld,
    PerkHeld,
    PlanHeld,
    PointsHeld,
    Standing,
    TierHeld,
    WalletHeld,
)

Named = TypeVar("Named", CouponTemplate, Plan, PassTemplate, Badge)


class Loyalty:
    """Reads a member's standing; nothing here changes it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._reader = FactsReader(desk)

    def facts(self, member_id: UUID, day: date | None = None) -> MemberFacts:
        """What pricing may know of a member on a business day, else today.

        Only what the scheme in force asks for is read. Raises MemberUnknown.
        """
        return self.person(member_id, day)[1]

    @reading
    def person(self, member_id: UUID, day: date | None = None) -> tuple[Row, MemberFacts]:
        """The member's row of `models.standing.person`, and the facts. Raises MemberUnknown."""
        row = stored.person(self._desk.database, member_id.bytes)
        if row is None:
            raise MemberUnknown("")
        return row, self._reader.read(member_id, row, day or self._desk.today())

    def standing(self, member_id: UUID, day: date | None = None) -> Standing:
        """Everything a member has and is on a business day, else today. Raises MemberUnknown."""
        on = day or self._desk.today()
        return self._desk.database.read_transaction(lambda: self._standing(member_id, on))

    @reading
    def _standing(self, member_id: UUID, day: date) -> Standing:
        database, key = self._desk.database, member_id.bytes
        row, facts = self.person(member_id, day)
        scheme = self._desk.scheme
        plan = self._plan(key, day)
        return Standing(
            member_id=member_id,
            day=day,
            points=self._points(key, row, day),
            tier=self._tier(key, day),
            wallet=_wallet(
                stored.account(database, key),
                stored.bonus_dates(database, key),
                stored.bonus_promised(database, key),
            ),
            plan=plan,
            coupons=tuple(self._coupons(key, day)),
            passes=tuple(self._passes(key, day)),
            perks=tuple(self._perks(member_id, facts, day)),
            badges=tuple(
                BadgeHeld(badge, self._name(badge, lambda s: s.badges), date.fromisoformat(on))
                for badge, on in stored.badges(database, key)
            ),
            benefits=_benefits(scheme, facts, "" if plan is None else plan.plan),
        )

    def _points(self, member_id: bytes, row: Row, day: date) -> PointsHeld:
        usable = pending = lapsed = 0
        expiring: dict[date, int] = {}
        waiting: dict[date, int] = {}
        for lot in points_lots(self._desk, member_id, row[7]):
            if lot.available_from > day:
                pending += lot.remaining
                waiting[lot.available_from] = waiting.get(lot.available_from, 0) + lot.remaining
            elif is_usable(lot, day):
                usable += lot.remaining
                if lot.expires_on is not None:
                    expiring[lot.expires_on] = expiring.get(lot.expires_on, 0) + lot.remaining
            else:
                lapsed += lot.remaining
        debt = usable + pending + lapsed - int(row[4])
        balance = usable + pending - debt
        return PointsHeld(
            balance=balance,
            usable=0 if balance < 0 else min(usable, balance),
            pending=pending,
            debt=debt,
            expiring=tuple(sorted(expiring.items())),
            waiting=tuple(sorted(waiting.items())),
        )

    def _tier(self, member_id: bytes, day: date) -> TierHeld | None:
        database, terms = self._desk.database, self._desk.scheme.tiers
        standing = tier_standing(database, member_id, terms, day)
        if terms is None or standing is None:
            return None
        by_spend = terms.basis is TierBasis.SPEND
        counted = [
            Qualified(date.fromisoformat(on), spend if by_spend else points)
            for on, spend, points in stored.qualifying(database, member_id)
        ]
        ahead = missing(standing, terms, counted, day)
        above = ahead.next_tier
        return TierHeld(
            tier=standing.tier,
            name=tier_named(terms, standing.tier).name,
            basis=terms.basis,
            effective_on=None if standing.tier == terms.tiers[0].id else standing.effective_on,
            expires_on=standing.kept_until,
            qualifying=qualifying(database, member_id, terms, day),
            next_tier="" if above is None else above.id,
            next_name=words("") if above is None else above.name,
            next_threshold=0 if above is None else above.threshold,
            missing=ahead.to_next,
            to_keep=ahead.to_keep,
            keep_by=ahead.keep_by,
        )

    def _plan(self, member_id: bytes, day: date) -> PlanHeld | None:
        row = stored.membership(self._desk.database, member_id, day.isoformat())
        if row is None or row[6] < day.isoformat():
            return None
        _, kind, plan, level, begins_on, starts_on, ends_on, _, version = row
        return PlanHeld(
            plan=plan,
            name=self._name(plan, lambda scheme: scheme.plans, version),
            level=level,
            trial=kind == "trial",
            cancelled=kind == "cancel",
            begins_on=date.fromisoformat(begins_on),
            starts_on=date.fromisoformat(starts_on),
            ends_on=date.fromisoformat(ends_on),
        )

    def _coupons(self, member_id: bytes, day: date) -> Iterator[CouponHeld]:
        rows = stored.coupons(self._desk.database, member_id, day.isoformat())
        for code, template, valid_from, valid_to, version in rows:
            yield CouponHeld(
                code=code,
                template=template,
                name=self._name(template, lambda scheme: scheme.coupons, version),
                valid_from=date.fromisoformat(valid_from),
                valid_to=None if valid_to is None else date.fromisoformat(valid_to),
            )

    def _passes(self, member_id: bytes, day: date) -> Iterator[PassHeld]:
        rows = stored.passes(self._desk.database, member_id, day.isoformat())
        for pass_id, template, uses, left, _, valid_to, version in rows:
            yield PassHeld(
                pass_id=UUID(bytes=pass_id),
                template=template,
                name=self._name(template, lambda scheme: scheme.passes, version),
                uses=uses,
                uses_left=left,
                valid_to=date.fromisoformat(valid_to),
            )

    def _perks(self, member_id: UUID, facts: MemberFacts, day: date) -> Iterator[PerkHeld]:
        scheme = self._desk.scheme
        for perk in scheme.perks:
            if why_not_who(perk.who, facts, Moment(day), scheme) is None:
                yield perk_held(self._desk, member_id, perk, day)

    def _name(
        self,
        wanted: str,
        among: Callable[[Scheme], Iterable[Named]],
        version: int | None = None,
    ) -> Words:
        """What is called so in the scheme in force, else in the version it came from."""
        schemes = [self._desk.scheme]
        if version is not None and version != schemes[0].version:
            schemes.append(self._desk.schemes[version])
        for scheme in schemes:
            for each in among(scheme):
                if each.id == wanted:
                    return each.name
        return words(wanted)


def perk_held(desk: Desk, member_id: UUID, perk: Perk, day: date) -> PerkHeld:
    """How many of a perk a member has left on a day; uses taken back do not count."""
    uses = (
        (date.fromisoformat(on), uses)
        for used_perk, on, uses in stored.perk_uses(desk.database, member_id.bytes)
        if used_perk == perk.id
    )
    until = perk_period(perk, day).last
    return PerkHeld(perk.id, perk.name, perk.count, perk_left(perk, uses, day), until)


def _wallet(account: Row, expiring: list[Row], promised: list[Row]) -> WalletHeld:
    principal, bonus, credit = account
    return WalletHeld(
        principal_minor=principal,
        bonus_minor=bonus,
        credit_minor=credit,
        expiring=tuple((date.fromisoformat(on), minor) for on, minor in expiring),
        promised=tuple((date.fromisoformat(on), minor) for on, minor in promised),
    )


def _benefits(scheme: Scheme, facts: MemberFacts, plan_id: str) -> tuple[Words, ...]:
    """The uncounted benefits of the tier, the plan and partner cards, to be read out."""
    found: list[Words] = []
    if scheme.tiers is not None and facts.tier:
        found += tier_named(scheme.tiers, facts.tier).benefits
    for plan in scheme.plans:
        found += plan.benefits if plan.id == plan_id else ()
    for card in scheme.partner_cards:
        found += card.benefits if card.id in facts.partner_cards else ()
    return tuple(found)
