"""Rewards had without a sale: outside vouchers (miles, phone credit) and coupons for points."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.errors import NotInScheme, TakingIdTaken
from app.models import coupons as stored_coupons
from app.models import ledgers
from app.models import sales as stored_sales
from app.models import standing as stored_standing
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.buyers import buyer
from app.services.coupons import NewCoupon, add_coupon, template_of
from app.services.desk import Desk
from app.services.facts import points_lots
from app.services.ids import uuid7
from app.services.loyalty import Loyalty
from app.services.points import entry_row
from app.services.rules.cart import Cart
from app.services.rules.coupons import validity
from app.services.rules.points import allocate
from app.services.rules.pricing import price
from app.services.rules.scheme.offers import Benefit, BenefitKind, Reward
from app.services.sale_loyalty import check_rewards
from app.services.seals import SealChain, points_form
from app.services.takings import Stamp, stamp
from app.services.texts import VOUCHER_LIMIT, checked_text


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A reward that was handed out: the points it took, and the coupon it became, if any."""

    reward: Reward
    points: int
    points_left: int
    voucher: str
    coupon_code: str


class Rewards:
    """Hands out rewards that need no basket."""

    def __init__(self, desk: Desk, loyalty: Loyalty) -> None:
        self._desk = desk
        self._loyalty = loyalty

    def hand_out(
        self, op_id: UUID, member_id: UUID, reward_id: str, voucher: str = ""
    ) -> HandedOut:
        """Take the points and record the code handed out, or issue the coupon; once.

        Raises NotInScheme, RewardRefused (one that needs goods, or is not for this member now),
        NotEnoughPoints, FieldInvalid where an outside voucher has no code, TakingIdTaken where
        `op_id` handed out something else, MemberFrozen …
        """
        reward = self._reward(reward_id)
        outside = reward.benefit is None
        code = checked_text("code", voucher, VOUCHER_LIMIT, required=outside)
        return self._desk.transaction(lambda: self._handed(op_id, member_id, reward, code))

    def _reward(self, reward_id: str) -> Reward:
        known = self._desk.scheme.rewards
        for reward in known:
            if reward.id == reward_id:
                return reward
        raise NotInScheme("reward", reward_id[:40], ", ".join(each.id for each in known))

    def _handed(self, op_id: UUID, member_id: UUID, reward: Reward, voucher: str) -> HandedOut:
        desk = self._desk
        first = ledgers.by_ids(desk.database, "reward_use", [op_id.bytes])
        if first:
            if (first[0][2], first[0][3]) != (member_id.bytes, reward.id):
                raise TakingIdTaken
            left = self._loyalty.facts(member_id).points
            return HandedOut(
                reward, first[0][4], left, first[0][7], self._coupon_of(op_id, member_id, reward)
            )
        buyer(desk, member_id)
        facts = self._loyalty.facts(member_id)
        # The one pricing authority says who may have it, when, and how often.
        scheme = replace(desk.scheme, rewards=(_without_basket(reward),), promotions=())
        cart = Cart(member=facts, rewards=(reward.id,))
        check_rewards(scheme, cart, price(cart, scheme, desk.terms, desk.moment()))
        at, rows = stamp(desk), LedgerRows()
        entry_id = self._burned(member_id, reward, at) if reward.cost_points else None
        code = self._issued(rows, op_id, member_id, reward, at)
        rows.add(
            "reward_use",
            op_id.bytes,
            None,
            member_id.bytes,
            reward.id,
            reward.cost_points,
            0,
            entry_id,
            voucher,
            at.day,
        )
        ledgers.insert(desk.database, rows)
        left = facts.points - reward.cost_points
        return HandedOut(reward, reward.cost_points, left, voucher, code)

    def _burned(self, member_id: UUID, reward: Reward, at: Stamp) -> bytes:
        """Burn what the reward costs, from its lots, sealed; the entry's id."""
        desk, entry_id = self._desk, uuid7()
        person = stored_standing.person(desk.database, member_id.bytes)
        lots = points_lots(desk, member_id.bytes, 0 if person is None else person[7])
        reason = reward.name.said(desk.settings.language)
        adjust = entry_row(desk, member_id, entry_id, -reward.cost_points, reason, at)
        rows = PointsRows(
            entries=[(*adjust[:4], "burn", *adjust[5:])],
            allocations=[
                (entry_id.bytes, lot.bytes, -part)
                for lot, part in allocate(reward.cost_points, lots, date.fromisoformat(at.day))
            ],
        )
        stored_sales.insert_points(desk.database, rows)
        stored_sales.add_to_summary(desk.database, member_id.bytes, points=-reward.cost_points)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("points", entry_id.bytes, points_form(rows))
        chain.write()
        return entry_id.bytes

    def _issued(
        self, rows: LedgerRows, op_id: UUID, member_id: UUID, reward: Reward, at: Stamp
    ) -> str:
        if reward.benefit is None:
            return ""
        template = template_of(self._desk.scheme, reward.benefit.coupon)
        valid = validity(template, date.fromisoformat(at.day))
        new = NewCoupon(template, member_id, valid.first, valid.first, valid.last, _occasion(op_id))
        return add_coupon(self._desk, rows, new, at)

    def _coupon_of(self, op_id: UUID, member_id: UUID, reward: Reward) -> str:
        """The code of the coupon that was issued before under this id."""
        if reward.benefit is None:
            return ""
        return stored_coupons.of_occasion(
            self._desk.database, member_id.bytes, reward.benefit.coupon, _occasion(op_id)
        )


def _without_basket(reward: Reward) -> Reward:
    """A reward that gives a coupon whatever is bought asks nothing of a basket."""
    if reward.benefit == Benefit(BenefitKind.GIVE_COUPON, coupon=_coupon(reward)):
        return replace(reward, benefit=None)
    return reward


def _coupon(reward: Reward) -> str:
    return "" if reward.benefit is None else reward.benefit.coupon


def _occasion(op_id: UUID) -> str:
    return f"reward {op_id.hex}"
