"""What a member has beside points and money, as rows of their page. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.services.coupons import Coupon, CouponState
from app.services.rules.scheme.words import NO_WORDS, Words
from app.ui.members.presenting.page import Page

MOST_COUPONS: Final = 60


@dataclass(frozen=True, slots=True)
class Holding:
    """One row. `kind` is "plan", "pass", "perk", "coupon", "card", "badge", "benefit", "account",
    "owing" (an entry of it) or "deposit".

    `state` is the chip beside it: a coupon's state, "trial", "cancelled", "held" or "absent".
    `can` is what its button does: "cancel", "use", "revoke", "put", "drop", "limit",
    "write_off", or nothing; `also` is what a second one does: "refund". `amount_minor` is what is
    owed, moved or left; `note` its reason.
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
    also: str = ""
    amount_minor: int = 0
    limit_minor: int = 0
    note: str = ""


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
        ("deposit", _deposits(page)),
        ("account", _account(page)),
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
            also="refund",
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


def _deposits(page: Page) -> tuple[Holding, ...]:
    return tuple(
        Holding(
            "deposit",
            each.number,
            NO_WORDS,
            since=each.made_at.date(),
            amount_minor=each.left_minor,
            note=each.note,
        )
        for each in page.deposits
    )


def _account(page: Page) -> tuple[Holding, ...]:
    """How far the member may owe, what they do owe, and the entries that made it."""
    held = page.account
    if held is None:
        return ()
    rows = [Holding("account", "limit", NO_WORDS, limit_minor=held.limit_minor, can="limit")]
    if held.owed_minor:
        can = "write_off" if held.owed_minor > 0 else ""
        rows.append(Holding("account", "owed", NO_WORDS, amount_minor=held.owed_minor, can=can))
    rows += [
        Holding(
            "owing",
            f"{each.at:%Y%m%d%H%M%S}{each.amount_minor}",
            NO_WORDS,
            each.kind,
            since=each.at.date(),
            amount_minor=each.amount_minor,
            note=each.reason or each.receipt_number,
        )
        for each in page.owing
    ]
    return tuple(rows)


def _badges(page: Page) -> tuple[Holding, ...]:
    return tuple(
        Holding("badge", held.badge, held.name, since=held.awarded_on)
        for held in page.standing.badges
    )
