"""Coupons and gifts as the owner hands them out: batches to print, the same for many members."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from app.errors import FieldInvalid
from app.services.grants import Grant, Granted, GrantKind, PastGrant
from app.services.ids import uuid7
from app.services.rules.money import parse_minor, parse_scaled
from app.ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.coupons import Batch, Coupon
    from app.services.rules.scheme.offers import CouponTemplate
    from app.services.rules.scheme.standing import Tier

MOST_POINTS = 1_000_000
MOST_COUPONS = 10_000


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is given to: everybody (`kind` ""), a tier by its id, or a saved segment by its name."""

    kind: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Ground:
    """What there is to choose from, and what was handed out before."""

    templates: tuple[CouponTemplate, ...]
    tiers: tuple[Tier, ...]
    segments: tuple[str, ...]
    coupons: tuple[Coupon, ...]
    gifts: tuple[PastGrant, ...]


class HandingView(Protocol):
    """What the sheet shows."""

    def show_ground(self, ground: Ground) -> None:
        """What there is."""

    def show_reach(self, grant: Grant, reach: Granted) -> None:
        """Whom a gift would reach."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def printed(self, batch: Batch, path: Path) -> None:
        """A batch is in a file."""

    def given(self, grant: Grant, done: Granted) -> None:
        """A gift was given."""

    def taken_back(self, done: Granted) -> None:
        """A gift was taken back."""

    def revoked(self, coupon: Coupon) -> None:
        """A coupon is worth nothing any more."""


class Handing:
    """One gift at a time: its id is kept until it was given, so that a second press gives once."""

    def __init__(self, view: HandingView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._grant_id = uuid7()

    def refresh(self) -> None:
        """Read what there is."""
        shop = self._shop

        def work() -> Ground:
            scheme = shop.desk.scheme
            return Ground(
                templates=scheme.coupons,
                tiers=() if scheme.tiers is None else scheme.tiers.tiers,
                segments=tuple(each.name for each in shop.segments.saved()),
                coupons=shop.coupons.listed(),
                gifts=shop.grants.past(),
            )

        self._tasks.run(work, self._view.show_ground, self._view.refuse)

    # --- coupons ------------------------------------------------------------------

    def count_of(self, text: str) -> int:
        """How many coupons were asked for. Raises FieldInvalid."""
        count = parse_scaled(text, 0, MOST_COUPONS)
        if count is None or count < 1:
            raise FieldInvalid("count", "not_a_number", text.strip())
        return count

    def write_batch(self, template: str, count: int, reason: str, path: Path) -> Batch:
        """Issue a batch and write it as sheets to cut, in the long lane.

        The file is tried first: nothing is issued that could not be printed.
        Raises NotInScheme, FieldInvalid, FileUnreadable.
        """
        from app.services.documents.coupon_sheet import checked_sheet, save_coupons

        checked_sheet(path)
        batch: Batch = self._shop.coupons.issue_batch(template, count, reason)
        save_coupons(path, batch.coupons, self._shop.desk.settings.facts)
        return batch

    def revoke(self, code: str, reason: str) -> None:
        """Make a coupon worthless."""
        coupons = self._shop.coupons
        self._tasks.run(lambda: coupons.revoke(code, reason), self._view.revoked, self._view.refuse)

    # --- gifts --------------------------------------------------------------------

    def grant_of(self, kind: GrantKind, amount: str, template: str, reason: str) -> Grant:
        """The gift as typed. Raises FieldInvalid."""
        if kind is GrantKind.COUPON:
            return Grant(self._grant_id, kind, 0, template, reason)
        if kind is GrantKind.CREDIT:
            minor = parse_minor(amount, self._shop.desk.settings.money)
        else:
            minor = parse_scaled(amount, 0, MOST_POINTS)
        if minor is None or minor <= 0:
            field = "amount" if kind is GrantKind.CREDIT else "points"
            raise FieldInvalid(field, "not_a_number", amount.strip())
        return Grant(self._grant_id, kind, minor, "", reason)

    def preview(self, grant: Grant, audience: Audience) -> None:
        """Ask whom it would reach."""
        shop, asked = self._shop, replace(grant, reason=grant.reason or "-")

        def work() -> Granted:
            reach: Granted = shop.grants.preview(self._members(audience), asked)
            return reach

        self._tasks.run(work, lambda reach: self._view.show_reach(grant, reach), self._view.refuse)

    def give(self, grant: Grant, audience: Audience, progress: Any, stop: Any) -> Granted:
        """Give it, in the long lane. Raises as `Grants.give`."""
        members = self._members(audience)
        done: Granted = self._shop.grants.give(members, grant, progress=progress, cancelled=stop)
        return done

    def done_giving(self, grant: Grant, done: Granted) -> None:
        """The next gift is another one."""
        self._grant_id = uuid7()
        self._view.given(grant, done)

    def take_back(self, grant_id: UUID, reason: str, progress: Any, stop: Any) -> Granted:
        """Take a gift back, in the long lane. Raises as `Grants.take_back`."""
        back: Granted = self._shop.grants.take_back(
            grant_id, reason, progress=progress, cancelled=stop
        )
        return back

    def _members(self, audience: Audience) -> tuple[UUID, ...]:
        shop = self._shop
        if audience.kind == "segment":
            found: tuple[UUID, ...] = shop.segments.ids(shop.segments.get(audience.name).conditions)
            return found
        group: tuple[UUID, ...] = shop.points.group(
            tier=audience.name if audience.kind == "tier" else ""
        )
        return group
