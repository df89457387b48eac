"""What a member has beside points and money, as rows of their page. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.services.coupons import Coupon, CouponState
from app.services.rules.scheme.words import Words
from app.ui.members.presenting.page import Page

MOST_COUPONS: Final = 60


@dataclass(frozen=True, slots=True)
class Holding:
    """One row. `kind` is "plan", "pass", "perk", "coupon", "card", "badge" or "benefit".

    `state` is the chip beside it: a coupon's state, "trial", "cancelled", "held" or "absent".
    `can` is what its button does: "cancel", "use", "revoke", "put", "drop", or nothing.
    """

    kind: str
    id: str
    name: Words
    state: str = ""
    left: int | None = None
    of: int | None = None
    since: date | None = None
    until: date | None = None
    can: str = ""


def holdings(page: Page) -> tuple[tuple[str, tuple[Holding, ...]], ...]:
    """The rows of a page by their sections; a section without rows is left out."""
    sections = (
        ("plan", _plan(page)),
        ("pass", _passes(page)),
        ("perk", _perks(page)),
        ("coupon", tuple(map(_coupon, _usable_first(page.coupons)))),
        ("card", _partner_cards(page)),
        ("badge", _badges(page)),
        ("benefit", tuple(Holding("benefit", "", name) for name in page.standing.benefits)),
    )
    return tuple((kind, rows) for kind, rows in sections if rows)


def _plan(page: Page) -> tuple[Holding, ...]:
    plan = page.standing.plan
    if plan is None:
        return ()
    state = "cancelled" if plan.cancelled else "trial" if plan.trial else "held"
    can = "" if plan.cancelled else "cancel"
    return (Holding("plan", plan.plan, plan.name, state, until=plan.ends_on, can=can),)


def _passes(page: Page) -> tuple[Holding, ...]:
    return tuple(
        Holding(
            "pass",
            str(held.pass_id),
            held.name,
            left=held.uses_left,
            of=held.uses,
            until=held.valid_to,
            can="use",
        )
        for held in page.standing.passes
    )


def _perks(page: Page) -> tuple[Holding, ...]:
    return tuple(
        Holding(
            "perk",
            held.perk,
            held.name,
            left=held.left,
            of=held.count,
            until=held.until,
            can="use" if held.left else "",
        )
        for held in page.standing.perks
    )


def _usable_first(coupons: tuple[Coupon, ...]) -> tuple[Coupon, ...]:
    """Usable ones first, the soonest to end on top; then the newest of the others."""
    usable = [each for each in coupons if each.state is CouponState.ISSUED]
    usable.sort(key=lambda each: each.valid_to or date.max)
    others = [each for each in coupons if each.state is not CouponState.ISSUED]
    return tuple((*usable, *others)[:MOST_COUPONS])


def _coupon(coupon: Coupon) -> Holding:
    can = "revoke" if coupon.state is CouponState.ISSUED else ""
    return Holding(
        "coupon", coupon.code, coupon.name, coupon.state.value,
        since=coupon.valid_from, until=coupon.valid_to, can=can,
    )  # fmt: skip


def _partner_cards(page: Page) -> tuple[Holding, ...]:
    return tuple(
        Holding(
            "card",
            card.id,
            card.name,
            "held" if card.id in page.partner_cards else "absent",
            can="drop" if card.id in page.partner_cards else "put",
        )
        for card in page.scheme.partner_cards
    )


def _badges(page: Page) -> tuple[Holding, ...]:
    return tuple(
        Holding("badge", held.badge, held.name, since=held.awarded_on)
        for held in page.standing.badges
    )
