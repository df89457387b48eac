"""Coupons: issued to a member or as a batch to be handed out, laid on a sale, revoked."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.errors import CouponNotUsable, CouponUnknown, FieldInvalid, NotInScheme
from app.models import coupons as stored
from app.models import ledgers
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.as_written import reading
from app.services.buyers import buyer
from app.services.desk import Approval, Desk, audit
from app.services.rules.cart import AppliedCoupon
from app.services.rules.codes import DRAWN_LIMIT, CodeKind, cleaned, coupon_code, kind_of
from app.services.rules.coupons import validity
from app.services.rules.powers import Power
from app.services.rules.receipt import ReceiptCoupon
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.offers import CouponTemplate
from app.services.rules.scheme.words import Words, words
from app.services.slips import just_did
from app.services.takings import Stamp, checked_reason, new_id, stamp

BATCH_LIMIT = 10_000
# Why a coupon whose newest entry is of this kind cannot be used.
_REFUSALS = {"redeemed": "used", "revoked": "revoked", "expired": "expired"}


class CouponState(StrEnum):
    """What has become of a coupon; told by its entries and its dates."""

    ISSUED = "issued"
    REDEEMED = "redeemed"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Coupon:
    """One coupon; without a member it is for whoever bears it."""

    code: str
    template: str
    name: Words
    member_id: UUID | None
    member_number: str
    batch_id: UUID | None
    valid_from: date
    valid_to: date | None
    state: CouponState


@dataclass(frozen=True, slots=True)
class Batch:
    """Coupons issued together, to be printed."""

    batch_id: UUID
    coupons: tuple[Coupon, ...]


@dataclass(frozen=True, slots=True)
class NewCoupon:
    """A coupon to be issued: by hand, by a sale, or because a birthday is due.

    One of a member, template and `occasion` ("2026") is issued once; none: as often as wanted.
    """

    template: CouponTemplate
    member_id: UUID | None
    issued_on: date
    valid_from: date
    valid_to: date | None
    occasion: str = ""
    reason: str = ""
    batch_id: UUID | None = None


class Coupons:
    """Issues, lists and revokes coupons; a sale redeems them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def issue(
        self,
        template_id: str,
        member_id: UUID,
        reason: str = "",
        *,
        approval: Approval | None = None,
    ) -> Coupon:
        """Issue a coupon to a member: worth money, so it asks for the same leave as points.

        Raises NotInScheme, FieldInvalid, MemberUnknown, MemberFrozen, MemberArchived,
        NeedsApproval.
        """
        template = template_of(self._desk.scheme, template_id)
        why = checked_reason(reason, required=False)

        def work() -> Coupon:
            buyer(self._desk, member_id)
            approver = self._desk.require(Power.POINTS_BY_HAND, 0, approval)
            (code,) = self._issued(template, (member_id,), why, None)
            if approver is not None:
                row = self._row(code)
                audit(
                    self._desk, "coupons_issued", UUID(bytes=row[0]), approved_by=approver,
                    template=template.id, count=1,
                )  # fmt: skip
            return self.find(code)

        return self._desk.transaction(work)

    def issue_batch(
        self, template_id: str, count: int, reason: str = "", *, approval: Approval | None = None
    ) -> Batch:
        """Issue `count` coupons that belong to nobody yet, to be printed and handed out.

        Raises NotInScheme, FieldInvalid, NeedsApproval.
        """
        template = template_of(self._desk.scheme, template_id)
        if count <= 0:
            raise FieldInvalid("count", "zero" if count == 0 else "negative", str(count))
        if count > BATCH_LIMIT:
            raise FieldInvalid("count", "too_large", str(count))
        why = checked_reason(reason, required=False)
        batch_id = UUID(bytes=new_id())
        nobody: tuple[None, ...] = (None,) * count

        def work() -> Batch:
            approver = self._desk.require(Power.POINTS_BY_HAND, 0, approval)
            self._issued(template, nobody, why, batch_id)
            audit(
                self._desk, "coupons_issued", batch_id, approved_by=approver,
                template=template.id, count=count,
            )  # fmt: skip
            return self.batch(batch_id)

        return self._desk.transaction(work)

    def revoke(self, code: str, reason: str, *, approval: Approval | None = None) -> Coupon:
        """Make a coupon worthless, with the reason; one that the same person issued by hand a
        moment ago, an undo, without anybody's leave.

        Raises CouponUnknown, CouponNotUsable where it was redeemed or revoked before,
        FieldInvalid, NeedsApproval.
        """
        why = checked_reason(reason)

        def work() -> Coupon:
            row = self._row(code)
            if row[9] in _REFUSALS:
                raise CouponNotUsable(row[1], f"code_{_REFUSALS[row[9]]}")
            issued, approver = stored.issued_by_hand(self._desk.database, row[0]), None
            if issued is None or not just_did(self._desk, *issued):
                approver = self._desk.require(Power.COUPON_REVOKE, 0, approval)
            rows = LedgerRows()
            add_entry(rows, row, "revoked", stamp(self._desk), reason=why)
            ledgers.insert(self._desk.database, rows)
            audit(self._desk, "coupon_revoked", UUID(bytes=row[0]), approved_by=approver)
            return self.find(code)

        return self._desk.transaction(work)

    @reading
    def find(self, code: str) -> Coupon:
        """The coupon with this code. Raises CouponUnknown."""
        return self._told(self._row(code))

    @reading
    def batch(self, batch_id: UUID) -> Batch:
        """Coupons that were issued together."""
        rows = stored.of_batch(self._desk.database, batch_id.bytes)
        return Batch(batch_id, tuple(map(self._told, rows)))

    @reading
    def listed(self, member_id: UUID | None = None, limit: int = 200) -> tuple[Coupon, ...]:
        """A member's coupons, else the newest of the shop; newest first."""
        database = self._desk.database
        if member_id is None:
            return tuple(map(self._told, stored.newest(database, limit)))
        return tuple(map(self._told, stored.of_member(database, member_id.bytes)))

    @reading
    def laid(self, code: str) -> AppliedCoupon:
        """A coupon as a cart holds it; `refusal` says why it cannot be used any more.

        Raises CouponUnknown.
        """
        row = self._row(code)
        return AppliedCoupon(
            code=row[1],
            template=row[2],
            member_id=None if row[3] is None else UUID(bytes=row[3]),
            valid_from=date.fromisoformat(row[5]),
            valid_to=None if row[6] is None else date.fromisoformat(row[6]),
            refusal=_REFUSALS.get(row[9], ""),
        )

    def _row(self, code: str) -> Row:
        plain = cleaned(code)
        row = None
        if kind_of(plain) is CodeKind.COUPON:
            row = stored.by_code(self._desk.database, plain)
        if row is None:
            raise CouponUnknown(plain[:40])
        return row

    def _issued(
        self,
        template: CouponTemplate,
        members: Iterable[UUID | None],
        reason: str,
        batch_id: UUID | None,
    ) -> list[str]:
        """Write coupons of one template; their codes, in order."""
        desk = self._desk
        day = desk.today()
        valid = validity(template, day)
        if valid.last is not None and valid.last < day:
            raise FieldInvalid("coupon", "in_the_past", template.id)
        new = NewCoupon(template, None, day, valid.first, valid.last, "", reason, batch_id)
        rows, at = LedgerRows(), stamp(desk)
        codes = [
            add_coupon(desk, rows, replace(new, member_id=member_id), at) for member_id in members
        ]
        ledgers.insert(desk.database, rows)
        return codes

    def _told(self, row: Row) -> Coupon:
        desk = self._desk
        valid_to = None if row[6] is None else date.fromisoformat(row[6])
        return Coupon(
            code=row[1],
            template=row[2],
            name=_name(desk, row[2], row[7]),
            member_id=None if row[3] is None else UUID(bytes=row[3]),
            member_number=row[10],
            batch_id=None if row[4] is None else UUID(bytes=row[4]),
            valid_from=date.fromisoformat(row[5]),
            valid_to=valid_to,
            state=_state(row[9], valid_to, desk.today()),
        )


def on_receipt(desk: Desk, rows: Iterable[Row]) -> tuple[ReceiptCoupon, ...]:
    """Coupons as the receipt of the sale that issued them shows them: those still to be used."""
    return tuple(
        ReceiptCoupon(
            name=_name(desk, row[2], row[7]),
            code=row[1],
            valid_from=date.fromisoformat(row[5]),
            valid_to=None if row[6] is None else date.fromisoformat(row[6]),
            bearer=row[3] is None or _is_for_bearer(desk, row[2], row[7]),
        )
        for row in rows
        if row[9] not in _REFUSALS
    )


def template_of(scheme: Scheme, template_id: str) -> CouponTemplate:
    """The scheme's coupon of this id. Raises NotInScheme."""
    for template in scheme.coupons:
        if template.id == template_id:
            return template
    raise NotInScheme("coupon", template_id[:40], ", ".join(each.id for each in scheme.coupons))


def add_coupon(
    desk: Desk, rows: LedgerRows, new: NewCoupon, at: Stamp, sale_id: UUID | None = None
) -> str:
    """Add a coupon and its first entry to rows to be written; its code."""
    code = coupon_code(secrets.randbelow(DRAWN_LIMIT))
    while stored.code_exists(desk.database, code):
        code = coupon_code(secrets.randbelow(DRAWN_LIMIT))
    coupon_id = new_id()
    rows.add(
        "coupon",
        coupon_id,
        code,
        new.template.id,
        None if new.member_id is None else new.member_id.bytes,
        None if new.batch_id is None else new.batch_id.bytes,
        new.valid_from.isoformat(),
        None if new.valid_to is None else new.valid_to.isoformat(),
        new.occasion,
        desk.scheme.version,
    )
    sale = None if sale_id is None else sale_id.bytes
    rows.add("coupon_entry", new_id(), sale, coupon_id, 1, "issued", new.reason, *at.row)
    return code


def add_entry(
    rows: LedgerRows,
    coupon: Row,
    kind: str,
    at: Stamp,
    *,
    reason: str = "",
    sale_id: UUID | None = None,
) -> None:
    """Add the next entry of a coupon, a row of `models.coupons.by_code`."""
    sale = None if sale_id is None else sale_id.bytes
    rows.add("coupon_entry", new_id(), sale, coupon[0], coupon[8] + 1, kind, reason, *at.row)


def _state(kind: str, valid_to: date | None, today: date) -> CouponState:
    if kind in ("issued", "returned"):
        lapsed = valid_to is not None and valid_to < today
        return CouponState.EXPIRED if lapsed else CouponState.ISSUED
    return CouponState(kind)


def _name(desk: Desk, template_id: str, version: int) -> Words:
    template = _template(desk, template_id, version)
    return words(template_id) if template is None else template.name


def _is_for_bearer(desk: Desk, template_id: str, version: int) -> bool:
    template = _template(desk, template_id, version)
    return template is not None and template.bearer


def _template(desk: Desk, template_id: str, version: int) -> CouponTemplate | None:
    """As the scheme in force has it, else the one the coupon was issued under."""
    for scheme in (desk.scheme, desk.schemes[version]):
        for template in scheme.coupons:
            if template.id == template_id:
                return template
    return None
