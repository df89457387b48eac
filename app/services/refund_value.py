"""What a return puts back beside money and points: wallets, cards, coupons, accounts, passes."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.models import refunds as stored
from app.models import value as stored_value
from app.models.database import Row
from app.models.refunds import RefundRows
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.refund_reading import SoldSale
from app.services.refund_tenders import PaidOut
from app.services.rules.codes import DRAWN_LIMIT, gift_code
from app.services.rules.months import months_later
from app.services.rules.reasons import Reason
from app.services.rules.tenders import Tender, TenderKind
from app.services.rules.wallets import WalletPart, given_back
from app.services.takings import Stamp, new_id


@dataclass(frozen=True, slots=True)
class CouponsBack:
    """Codes: usable again, worthless now, brought by the sale and used already."""

    back: tuple[str, ...] = ()
    revoked: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    rows: tuple[tuple[Row, str], ...] = ()
    why: tuple[Reason, ...] = ()


def coupons_back(desk: Desk, sold: SoldSale, today: date, *, everything: bool) -> CouponsBack:
    """The coupons of a sale. Only a sale that came back whole gives one back, while it is still
    valid, and makes worthless those it brought (rule 23)."""
    back, revoked, kept = [], [], []
    rows: list[tuple[Row, str]] = []
    why: list[Reason] = []
    for row in stored.coupons_of_sale(desk.database, sold.row[0]):
        _, code, valid_to, kind, newest, _, newest_sale = row
        told = (("code", code),)
        if not everything:
            if kind == "redeemed":
                why.append(Reason("refund_coupon_stays_used", told))
            continue
        ended = valid_to is not None and valid_to < today.isoformat()
        if kind == "redeemed":
            if newest != "redeemed" or newest_sale != sold.row[0]:
                continue
            if ended:
                why.append(Reason("refund_coupon_ended", told))
            else:
                back.append(code)
                rows.append((row, "returned"))
                why.append(Reason("refund_coupon_back", told))
        elif newest in ("issued", "returned"):
            revoked.append(code)
            rows.append((row, "revoked"))
            why.append(Reason("refund_coupon_revoked", told))
        elif newest == "redeemed":
            kept.append(code)
            why.append(Reason("refund_coupon_spent", told))
    return CouponsBack(tuple(back), tuple(revoked), tuple(kept), tuple(rows), tuple(why))


def brought(desk: Desk, sold: SoldSale, *, everything: bool) -> tuple[Reason, ...]:
    """What the sale brought that stays, to be taken by hand where that is wanted."""
    if not everything:
        return ()
    badges, referral = stored.brought_by_sale(desk.database, sold.row[0])
    why = [Reason("refund_badges_stay", (("count", badges),))] if badges else []
    return (*why, *((Reason("refund_referral_stays"),) if referral else ()))


# --- money that is kept ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ValueBack:
    """Kept money as a return restores it. `bonus_lapsed` of the wallet's parts ended meanwhile
    and lapse again; `renewed` are gift cards that had ended: (minor units, last day).

    `opened` are (opened_on, bonus_expires_on) of the wallet's parts where each gets a lot of its
    own, because its lot is somebody else's who was merged into this member.
    """

    wallet: tuple[WalletPart, ...] = ()
    opened: tuple[tuple[str, str | None], ...] = ()
    bonus_lapsed: tuple[tuple[UUID, int], ...] = ()
    gifts: tuple[tuple[bytes, str, int], ...] = ()
    renewed: tuple[tuple[int, date | None], ...] = ()
    why: tuple[Reason, ...] = ()


def value_back(
    desk: Desk, sold: SoldSale, paid: PaidOut, back: Sequence[Row], today: date
) -> ValueBack:
    """Where the parts of kept money go back to; `back` are earlier refunds' tenders."""
    why: list[Reason] = []
    wallet, opened, lapsed = _wallet(desk, sold, paid, back, today)
    ended = sum(minor for _, minor in lapsed)
    if ended:
        why.append(Reason("refund_bonus_lapsed", (("amount_minor", ended),)))
    gifts: list[tuple[bytes, str, int]] = []
    renewed: list[tuple[int, date | None]] = []
    cards = {row[1]: row for row in stored.gift_entries(desk.database, sold.row[0])}
    for tender in paid.tenders:
        if tender.kind is not TenderKind.GIFT_CARD:
            continue
        card = cards[tender.reference]
        if not card[4] and (card[3] is None or card[3] >= today.isoformat()):
            gifts.append((card[0], card[1], tender.amount_minor))
        else:
            terms = desk.scheme.gift_cards
            months = 0 if terms is None else terms.valid_months
            until = months_later(today, months) if months else None
            renewed.append((tender.amount_minor, until))
            why.append(Reason("refund_gift_card_new", (("code", card[1]),)))
    return ValueBack(wallet, opened, lapsed, tuple(gifts), tuple(renewed), tuple(why))


def _wallet(
    desk: Desk, sold: SoldSale, paid: PaidOut, back: Sequence[Row], today: date
) -> tuple[
    tuple[WalletPart, ...], tuple[tuple[str, str | None], ...], tuple[tuple[UUID, int], ...]
]:
    amount = paid.of(TenderKind.STORED_VALUE)
    if not amount:
        return (), (), ()
    before = sum(row[1] for row in back if row[0] == TenderKind.STORED_VALUE.value)
    rows = stored.wallet_parts(desk.database, sold.row[0])
    parts = given_back([WalletPart(UUID(bytes=r[0]), r[1], r[2]) for r in rows], before, amount)
    lots: dict[UUID, tuple[str, str | None]] = {UUID(bytes=r[0]): (r[4], r[3]) for r in rows}
    opened = tuple(lots[part.lot_id] for part in parts)
    if sold.merged:
        parts = tuple(replace(part, lot_id=uuid7()) for part in parts)
    lapsed = tuple(
        (part.lot_id, part.bonus_minor)
        for part, (_, ends) in zip(parts, opened, strict=True)
        if part.bonus_minor and ends is not None and ends < today.isoformat()
    )
    return parts, opened if sold.merged else (), lapsed


# --- rows -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BackRows:
    """Adds the entries that a return posts beside points."""

    desk: Desk
    rows: RefundRows
    refund_id: bytes
    at: Stamp

    def wallet(self, member_id: UUID, value: ValueBack) -> None:
        """Add the restored parts: to their lots, else to new ones that keep the days of those."""
        for part, (opened_on, ends) in zip(value.wallet, value.opened, strict=False):
            self.rows.add(
                "stored_value_lot", part.lot_id.bytes, member_id.bytes,
                self._wallet_entry(member_id, (part,)), part.principal_minor, part.bonus_minor,
                opened_on, ends,
            )  # fmt: skip
        if value.opened or not value.wallet:
            return
        entry_id = self._wallet_entry(member_id, value.wallet)
        for part in value.wallet:
            self.rows.add(
                "stored_value_allocation", entry_id, part.lot_id.bytes, part.principal_minor,
                part.bonus_minor,
            )  # fmt: skip

    def _wallet_entry(self, member_id: UUID, parts: Sequence[WalletPart]) -> bytes:
        entry_id = new_id()
        self.rows.add(
            "stored_value_entry", entry_id, None, None, member_id.bytes, "refund",
            sum(part.principal_minor for part in parts), sum(part.bonus_minor for part in parts),
            "", *self.at.row, self.refund_id,
        )  # fmt: skip
        return entry_id

    def credit(self, member_id: UUID, amount_minor: int) -> None:
        """Add store credit."""
        if amount_minor:
            self.rows.add(
                "store_credit_entry", new_id(), None, None, member_id.bytes, "refund",
                amount_minor, "", *self.at.row, self.refund_id,
            )  # fmt: skip

    def gifts(self, value: ValueBack) -> list[Tender]:
        """Add what goes back on gift cards; the tenders that new cards stand for."""
        for card_id, _, amount in value.gifts:
            self._gift(card_id, "return", amount)
        made = []
        for amount, until in value.renewed:
            code = gift_code(secrets.randbelow(DRAWN_LIMIT))
            while stored_value.gift_card(self.desk.database, code) is not None:
                code = gift_code(secrets.randbelow(DRAWN_LIMIT))
            card_id = new_id()
            ends = None if until is None else until.isoformat()
            self.rows.add("gift_card", card_id, code, amount, self.at.day, ends)
            self._gift(card_id, "issue", amount)
            made.append(Tender(TenderKind.GIFT_CARD, amount, code))
        return made

    def _gift(self, card_id: bytes, kind: str, amount_minor: int) -> None:
        self.rows.add(
            "gift_entry", new_id(), None, None, card_id, kind, amount_minor, "", *self.at.row,
            self.refund_id,
        )  # fmt: skip

    def account(self, member_id: bytes, amount_minor: int) -> None:
        """Take it off what is owed."""
        self.rows.add(
            "account_entry", new_id(), None, None, self.refund_id, member_id, "refund",
            -amount_minor, "", *self.at.row,
        )  # fmt: skip

    def deposit(self, deposit_id: bytes, amount_minor: int) -> None:
        """Put it back to a deposit."""
        self.rows.add(
            "deposit_entry", new_id(), None, None, self.refund_id, deposit_id, "restored",
            amount_minor, "", *self.at.row,
        )  # fmt: skip

    def coupons(self, coupons: CouponsBack) -> None:
        """Add the next entry of each coupon that changes."""
        for row, kind in coupons.rows:
            self.rows.add(
                "coupon_entry", new_id(), None, row[0], row[5] + 1, kind, "", *self.at.row,
                self.refund_id,
            )  # fmt: skip

    def passes(self, back: Mapping[bytes, int]) -> None:
        """Give back uses of session passes that paid for what comes back."""
        for pass_id, uses in back.items():
            self.rows.add(
                "pass_entry", new_id(), None, None, pass_id, "returned", uses, "", *self.at.row,
                self.refund_id,
            )  # fmt: skip
