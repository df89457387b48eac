"""What a sale earned, and what the part that stays of it would have earned (rule 12)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from app.models import refunds as stored
from app.models import standing
from app.services.desk import Desk
from app.services.facts import plan_level
from app.services.refund_reading import BackLine, SoldSale
from app.services.rules.birthdays import parse_birthday
from app.services.rules.cart import MemberFacts
from app.services.rules.conditions import takes
from app.services.rules.days import Moment, from_millis
from app.services.rules.earning import (
    EarnBase,
    EarnLine,
    earned_by,
    earned_by_kept,
    visit_use,
)
from app.services.rules.quote import GivenPoints
from app.services.rules.reasons import Reason
from app.services.rules.returns import kept_in_proportion, part_back
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.earning import EarnBasis
from app.services.rules.tiers import tier_named


class Kept(NamedTuple):
    """Points and qualifying points that stay. `reckoned`: by the rules of the sale, not merely
    in proportion because those who they looked at have changed."""

    points: int
    qualifying: int
    reckoned: bool = True


def kept_points(
    desk: Desk,
    sold: SoldSale,
    backs: Sequence[BackLine],
    told: Sequence[Reason],
    unearned_minor: int,
) -> Kept:
    """What is left of the points of a sale after `backs`, under its scheme and tier.

    `told` are the reasons stored with it, `unearned_minor` what paid for it and earned nothing.
    """
    earned = sold.row[15] if sold.claim is None else sold.claim[2]
    assert sold.own_id is not None
    source = sold.row[0] if sold.claim is None else sold.claim[0]
    counted = stored.qualified(desk.database, sold.own_id.bytes, sold.row[7], source)
    qualifying = 0 if counted is None else int(counted[1])
    left = _left(sold, backs)
    if not any(milli for milli, _ in left):
        return Kept(0, 0)
    scheme = desk.schemes[sold.row[17]]
    base, kept = _bases(sold, left, unearned_minor)
    base = replace(base, given=tuple(_given(scheme, base, told)))
    local = from_millis(sold.row[6], desk.zone)
    moment = Moment(sold.day, local.hour * 60 + local.minute)
    for facts in _candidates(desk, sold, scheme):
        whole = earned_by(scheme, facts, base, moment)
        if (whole.points, whole.qualifying_points) == (earned, qualifying):
            stays = earned_by_kept(scheme, facts, base, kept, moment)
            return Kept(min(earned, stays.points), stays.qualifying_points)
    by_line = [line.points for line in sold.lines]
    if sum(by_line) != earned:  # a claim's points were never parted over the lines
        by_line = [0] * len(by_line)
        points = part_back(earned, *_paid_left(sold, left))
    else:
        points = kept_in_proportion(
            by_line,
            [(milli, line.sold_milli) for (milli, _), line in zip(left, sold.lines, strict=True)],
        )
    return Kept(points, part_back(qualifying, points, earned) if earned else 0, reckoned=False)


def _left(sold: SoldSale, backs: Sequence[BackLine]) -> list[tuple[int, int]]:
    """(thousandths, minor units) that stay of each line."""
    now = {back.line.position: back for back in backs}
    left = []
    for line in sold.lines:
        back = now.get(line.position)
        if back is None:
            left.append((line.left_milli, line.total_minor - line.back_minor))
        else:
            left.append((line.sold_milli - back.done_milli, back.left_minor))
    return left


def _paid_left(sold: SoldSale, left: Sequence[tuple[int, int]]) -> tuple[int, int]:
    whole = sum(line.total_minor for line in sold.lines)
    return (sum(minor for _, minor in left), whole) if whole else (0, 1)


def _bases(
    sold: SoldSale, left: Sequence[tuple[int, int]], unearned_minor: int
) -> tuple[EarnBase, tuple[EarnLine, ...]]:
    """What there was to earn on, and what is kept of it, line for line."""
    whole: list[EarnLine] = []
    kept: list[EarnLine] = []
    for line, (milli, minor) in zip(sold.lines, left, strict=True):
        if line.tip:
            continue
        item, tax = line.item, int(line.row[13])
        apart = 1 if sold.taxed_apart else 0
        whole.append(EarnLine(item, line.total_minor + apart * tax, tax, line.sold_milli))
        tax_left = part_back(tax, minor, line.total_minor) if line.total_minor else 0
        kept.append(EarnLine(item, minor + apart * tax_left, tax_left, milli))
    return EarnBase(tuple(whole), unearned_minor), tuple(kept)


def _given(scheme: Scheme, base: EarnBase, told: Sequence[Reason]) -> Iterator[GivenPoints]:
    """The points that offers gave, as the sale tells them."""
    for reason in told:
        if reason.code != "give_points":
            continue
        facts = dict(reason.facts)
        for promotion in scheme.promotions:
            if promotion.id == facts.get("offer") and promotion.benefit is not None:
                goods = promotion.benefit.goods
                places = tuple(
                    place
                    for place, line in enumerate(base.lines)
                    if line.paid_minor > 0 and takes(goods, line.item, scheme)
                )
                yield GivenPoints(promotion.id, promotion.name, int(facts["points"]), places)


def _candidates(desk: Desk, sold: SoldSale, scheme: Scheme) -> Iterator[MemberFacts]:
    """The member as they were when it was sold: the one whom the stored points agree with."""
    database, member_id = desk.database, sold.own_id
    assert member_id is not None
    key = member_id.bytes
    person = standing.person(database, key)
    if person is None:
        return
    visits = {rule.id for rule in scheme.earn if rule.basis is EarnBasis.VISIT}
    counted = {offer for offer, _ in stored.offers_of_sale(database, sold.row[0])}
    facts = MemberFacts(
        member_id=member_id,
        joined_on=sold.day.fromisoformat(person[5]),
        plan_level=plan_level(database, key, sold.day),
        birthday=parse_birthday(person[6]),
        tags=standing.tags(database, key),
        partner_cards=standing.partner_cards(database, key),
        # A visit that did not count on this sale had counted on one before.
        uses=tuple(
            (use, 1, 1, 1)
            for use in (visit_use(rule) for rule in scheme.earn if rule.id in visits)
            if use not in counted
        ),
    )
    if scheme.tiers is None:
        yield facts
        return
    at, day = sold.row[6], sold.row[7]
    tiers = stored.tiers_at(database, key, day, sold.row[0], at)
    first = scheme.tiers.tiers[0].id
    tried = [tier_named(scheme.tiers, tier or first).id for tier in tiers]
    for tier in dict.fromkeys((*tried, *(each.id for each in scheme.tiers.tiers))):
        yield facts.in_tier(tier)


def unearned_minor(desk: Desk, sold: SoldSale) -> int:
    """What of the sale was paid by what earns nothing: points, gift cards, a wallet's bonus."""
    tenders = sum(row[3] for row in sold.tenders if row[2] in ("points", "gift_card"))
    wallet = stored.wallet_parts(desk.database, sold.row[0])
    return int(tenders + sum(row[2] for row in wallet))
