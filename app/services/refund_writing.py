"""A reckoned return, written: rows, balances, stock and seal, in the caller's transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.models import accounts
from app.models import refunds as stored
from app.models import sales as stored_sales
from app.models.ledgers import LedgerRows
from app.models.merges import owner
from app.models.refunds import RefundRows
from app.services.accounts import add_account_entry
from app.services.desk import Desk, audit
from app.services.ids import id_bytes
from app.services.refund_plan import Plan, line_rows
from app.services.refund_value import BackRows
from app.services.rules.days import to_millis
from app.services.rules.deposits import read_deposit_number
from app.services.rules.refund import RefundDraft
from app.services.rules.tenders import TenderKind
from app.services.rules.wallets import WalletPart
from app.services.sale_rows import reasons_json
from app.services.seals import SealChain, refund_form
from app.services.stock_rows import stock_returned
from app.services.takings import Stamp, keep_accounts, post
from app.services.wallets import add_spending


@dataclass(frozen=True, slots=True)
class RefundAt:
    """Which return, where, when and by whom."""

    draft: RefundDraft
    kind: str
    at: datetime
    day: date
    session_id: UUID
    sequence: int
    approved_by: UUID | None
    fingerprint: str


def write_refund(desk: Desk, plan: Plan, where: RefundAt) -> None:
    """Write a return and everything that moves with it; seal it last."""
    database, key = desk.database, where.draft.refund_id.bytes
    at = Stamp(desk.staff.staff_id.bytes, to_millis(where.at), where.day.isoformat())
    rows = RefundRows(_refund_row(desk, plan, where))
    rows.tables["refund_line"] = line_rows(key, plan, where.draft)
    entries = BackRows(desk, rows, key, at)
    _put_back(plan, entries)
    _points(desk, plan, rows, at, key)
    if where.draft.restock:
        stock_returned(
            database,
            LedgerRows(rows.tables),
            where.draft.refund_id,
            [(_product(row[4]), row[8]) for row in rows.of("refund_line")],
            staff_id=desk.staff.staff_id,
            now_ms=at.at_ms,
            day=at.day,
        )
    stored.insert(database, rows)
    _keep(desk, plan, rows)
    chain = SealChain(database, desk.till.till_id.bytes)
    chain.add(where.kind, key, refund_form(rows))
    chain.write()
    _lapse_again(desk, plan, at)
    _undo_write_off(desk, plan, at, where.draft.reason)
    _note(desk, plan, where)


def _product(key: bytes | None) -> UUID | None:
    return None if key is None else UUID(bytes=key)


def _refund_row(desk: Desk, plan: Plan, where: RefundAt) -> tuple[object, ...]:
    told, points, draft = plan.preview, plan.points, where.draft
    exchanged = any(each.kind is TenderKind.EXCHANGE for each in told.tenders)
    return (
        draft.refund_id.bytes,
        where.kind,
        desk.till.till_id.bytes,
        where.sequence,
        where.session_id.bytes,
        desk.staff.staff_id.bytes,
        None if where.approved_by is None else where.approved_by.bytes,
        None if draft.sale_id is None else draft.sale_id.bytes,
        draft.exchange.bytes if exchanged and draft.exchange is not None else None,
        None if plan.member_id is None else plan.member_id.bytes,
        to_millis(where.at),
        where.day.isoformat(),
        int(told.whole),
        told.lines_minor,
        told.added_tax_minor,
        told.cash_rounding_minor,
        told.total_minor,
        points.reversed,
        points.restored,
        points.before,
        desk.scheme.version if plan.sold is None else plan.sold.row[17],
        draft.reason,
        reasons_json((*told.why, *told.tier_note)),
        where.fingerprint,
    )


def _put_back(plan: Plan, entries: BackRows) -> None:
    """Tenders and taxes, and the ledgers that kept money goes back to."""
    key, rows = entries.refund_id, entries.rows
    if plan.member_id is not None:
        entries.wallet(plan.member_id, plan.value)
        entries.credit(plan.member_id, plan.paid.of(TenderKind.STORE_CREDIT))
    renewed = iter(entries.gifts(plan.value))
    alive = {code for _, code, _ in plan.value.gifts}
    tenders = [
        next(renewed)
        if tender.kind is TenderKind.GIFT_CARD and tender.reference not in alive
        else tender
        for tender in plan.paid.tenders
    ]
    for place, tender in enumerate(tenders, 1):
        rows.add(
            "refund_tender", key, place, tender.kind.value, tender.amount_minor, tender.reference
        )
    for tax in plan.preview.taxes:
        rows.add("refund_tax", key, tax.rate_bp, tax.net_minor, tax.tax_minor)
    if plan.sold is not None:
        _accounts(plan, entries, plan.sold.row[0])
        entries.coupons(plan.coupons)
        if plan.passes:
            entries.passes(plan.passes)


def _accounts(plan: Plan, entries: BackRows, sale_id: bytes) -> None:
    """What was on account, or came from a deposit."""
    database = entries.desk.database
    owed = plan.paid.of(TenderKind.ON_ACCOUNT)
    if owed:
        whose = stored.account_of_sale(database, sale_id)
        assert whose is not None
        entries.account(owner(database, whose), owed)
    known = stored.deposits(database, sale_id)
    for tender in plan.paid.tenders:
        if tender.kind is TenderKind.DEPOSIT:
            number = read_deposit_number(tender.reference)
            held = next((row for row in known if row[1] == number), known[0])
            entries.deposit(held[0], tender.amount_minor)


def _points(desk: Desk, plan: Plan, rows: RefundRows, at: Stamp, key: bytes) -> None:
    """Points given back, then points taken back, each with its lots."""
    points, member_id = plan.points, plan.member_id
    if member_id is None:
        return
    version = desk.scheme.version if plan.sold is None else plan.sold.row[17]

    def back(restored: int) -> bytes:
        entry = id_bytes()
        rows.add(
            "points_entry", entry, member_id.bytes, None, None, "reverse_burn", restored, "",
            version, *at.row, key,
        )  # fmt: skip
        return entry

    # A lot is opened by an entry of its own.
    old = points.restored - sum(lot.points for lot in points.new_lots)
    if old:
        entry = back(old)
        for lot_id, part in points.returned:
            rows.add("points_allocation", entry, lot_id.bytes, part)
    for lot in points.new_lots:
        rows.add(
            "points_lot", lot.lot_id.bytes, member_id.bytes, back(lot.points), lot.points, at.day,
            None if lot.until is None else lot.until.isoformat(),
        )  # fmt: skip
    if points.reversed:
        entry = id_bytes()
        rows.add(
            "points_entry", entry, member_id.bytes, None, None, "reverse_earn", -points.reversed,
            "", version, *at.row, key,
        )  # fmt: skip
        for lot_id, part in points.taken:
            rows.add("points_allocation", entry, lot_id.bytes, -part)
    if points.spend_back_minor or points.qualifying_back:
        # Dated as the sale, so that it leaves the window together with it.
        day = at.day if plan.sold is None else plan.sold.row[7]
        rows.add(
            "qualifying_entry", member_id.bytes, day, key, -points.spend_back_minor,
            -points.qualifying_back,
        )  # fmt: skip


def _keep(desk: Desk, plan: Plan, rows: RefundRows) -> None:
    """Keep stored balances in step."""
    database = desk.database
    keep_accounts(desk, LedgerRows(rows.tables))
    if plan.member_id is not None:
        points = plan.points
        tips = sum(back.total_minor for back in plan.backs if back.line.tip)
        spent = plan.paid.total_minor - plan.paid.of(TenderKind.POINTS) - tips
        stored_sales.add_to_summary(
            database,
            plan.member_id.bytes,
            points=points.restored - points.reversed,
            spent_minor=-spent,
        )


def _lapse_again(desk: Desk, plan: Plan, at: Stamp) -> None:
    """Bonus that had ended before it came back ends again at once."""
    if not plan.value.bonus_lapsed or plan.member_id is None:
        return
    rows = LedgerRows()
    parts = [WalletPart(lot, 0, bonus) for lot, bonus in plan.value.bonus_lapsed]
    add_spending(rows, plan.member_id, at, ("expire", ""), parts)
    post(desk, rows)


def _undo_write_off(desk: Desk, plan: Plan, at: Stamp, reason: str) -> None:
    """What was written off and came back as goods is given up no more: nothing is owed for it,
    and no cash is due for what nobody paid."""
    if plan.sold is None or not plan.paid.of(TenderKind.ON_ACCOUNT):
        return
    whose = stored.account_of_sale(desk.database, plan.sold.row[0])
    assert whose is not None
    key = owner(desk.database, whose)
    account = accounts.account(desk.database, key)
    past = 0 if account is None else -int(account[3])
    if past > 0:
        rows = LedgerRows()
        add_account_entry(rows, UUID(bytes=key), at, ("adjust", past, reason))
        post(desk, rows)


def _note(desk: Desk, plan: Plan, where: RefundAt) -> None:
    """The audit trail of a return: who, what, how much, and who agreed."""
    audit(
        desk,
        f"sale.{'voided' if where.kind == 'void' else 'refunded'}",
        where.draft.refund_id if where.draft.sale_id is None else where.draft.sale_id,
        approved_by=where.approved_by,
        amount=plan.preview.total_minor,
        receipt=plan.preview.sale_number,
        why=where.draft.reason,
    )
