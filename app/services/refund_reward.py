"""What a return takes off the cash reward of a paid plan: told before it is done."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.models import refunds as stored
from app.services.desk import Desk
from app.services.merge_moves import running_terms
from app.services.refund_reading import BackLine, SoldSale
from app.services.rules.cart import Item
from app.services.rules.conditions import takes
from app.services.rules.reasons import Reason, said
from app.services.rules.tenders import TenderKind

_UNPAID = frozenset({TenderKind.POINTS.value, TenderKind.GIFT_CARD.value})


def reward_less(
    desk: Desk, sold: SoldSale, backs: Sequence[BackLine], taxes: Mapping[int, int]
) -> tuple[Reason, ...]:
    """What counts no longer towards the reward of the period that runs; `taxes` by line.

    Minor units of what was really paid for the reward's goods, net of tax, floored. A period
    that is over had its reward issued at its end, and keeps it.
    """
    if sold.member_id is None:
        return ()
    terms = running_terms(desk, sold.member_id.bytes)
    if not terms or not date.fromisoformat(terms[0][5]) <= sold.day:
        return ()
    scheme = desk.schemes[terms[0][8]]
    plan = next((each for each in scheme.plans if each.id == terms[0][2]), None)
    if plan is None or plan.cash_reward is None:
        return ()
    goods, net = plan.cash_reward.goods, 0
    for back in backs:
        row = back.line.row
        if takes(goods, Item(row[3], 0, category=row[4], barcode=row[5]), scheme):
            net += back.total_minor
            net -= 0 if sold.taxed_apart else taxes.get(back.line.position, 0)
    total = int(sold.row[12])
    paid = total - _not_paid(desk, sold)
    amount = net * paid // total if total > 0 else 0
    if amount <= 0:
        return ()
    return (Reason("refund_reward_less", (*said("plan", plan.name), ("amount_minor", amount))),)


def _not_paid(desk: Desk, sold: SoldSale) -> int:
    """The part of the sale that points, gift cards and bonus paid."""
    other = sum(row[3] for row in sold.tenders if row[2] in _UNPAID)
    return int(other + sum(row[2] for row in stored.wallet_parts(desk.database, sold.row[0])))
