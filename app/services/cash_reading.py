"""A session's figures as one report, read by aggregates: no sale is ever read by itself."""

import json
from datetime import date, datetime
from typing import NamedTuple

from app.models import cash as stored
from app.models.database import Row
from app.models.sales import seal_head
from app.services.desk import Desk
from app.services.rules.codes import receipt_number, till_prefix
from app.services.rules.day_report import (
    CashFigures,
    Count,
    DayReport,
    Figure,
    Movement,
    PointsFigures,
    SalesFigures,
    TaxFigure,
    TenderFigure,
    tender_figures,
)
from app.services.rules.days import from_millis, to_millis
from app.services.rules.reasons import told


class SessionRow(NamedTuple):
    """A session as `models.cash.SESSION_COLUMNS` reads it."""

    session_id: bytes
    till_id: bytes
    day: str
    sequence: int
    automatic: int
    opened_at: int
    closed_at: int | None
    opened_by: bytes | None


def read_report(
    desk: Desk, session: SessionRow, until: datetime, count: Count | None = None
) -> DayReport:
    """Everything of a session until now; of the ledger, its head at this moment."""
    database, key = desk.database, session.session_id
    sums = stored.sales_sums(database, key)
    backs = {row[0]: row[1:] for row in stored.refund_sums(database, key)}
    takings = stored.takings(database, key)
    movements = _movements(desk, key)
    tenders, cash = _tenders(desk, session, sums[6], takings, movements, count)
    ends = [receipt_number(*row) for row in stored.receipts(database, key)] or ["", ""]
    head = seal_head(database, session.till_id)
    return DayReport(
        till=till_prefix(desk.till.number),
        session=session.sequence,
        automatic=bool(session.automatic),
        business_date=date.fromisoformat(session.day),
        opened_at=from_millis(session.opened_at, desk.zone),
        until=until.astimezone(desk.zone),
        opened_by=stored.staff_name(database, session.opened_by),
        sales=_sales(sums, stored.tips(database, key)),
        refunds=_back("refund", backs),
        voids=_back("void", backs),
        taxes=tuple(TaxFigure(*row) for row in stored.taxes(database, key)),
        tenders=tenders,
        cash=cash,
        takings=_takings(takings),
        movements=movements,
        points=_points(desk, session, until, sums, backs),
        discounts=_discounts(desk, key),
        memberships=_memberships(desk, takings),
        first_receipt=ends[0],
        last_receipt=ends[1],
        seals=0 if head is None else head[0],
        seal="" if head is None else head[1].hex(),
        forfeited=_forfeited(desk, session, until),
    )


def empty_report(desk: Desk, at: datetime) -> DayReport:
    """The report of a day on which nothing was done yet."""
    nothing = SessionRow(
        b"", desk.till.till_id.bytes, desk.business_date(at).isoformat(), 0, 1,
        to_millis(at), None, None,
    )  # fmt: skip
    return read_report(desk, nothing, at)


def _sales(sums: Row, tips_minor: int) -> SalesFigures:
    count, gross, discount, added_tax, rounding, total = sums[:6]
    return SalesFigures(count, gross, discount, added_tax, rounding, total, tips_minor)


def _back(kind: str, backs: dict[str, Row]) -> Figure:
    count, total = backs.get(kind, (0, 0))[:2]
    return Figure(kind, count, total)


def _movements(desk: Desk, session_id: bytes) -> tuple[Movement, ...]:
    return tuple(
        Movement(kind, amount, reason, from_millis(moved_at, desk.zone), staff)
        for kind, amount, reason, moved_at, staff in stored.movements(desk.database, session_id)
    )


def _tenders(
    desk: Desk,
    session: SessionRow,
    change_minor: int,
    takings: list[Row],
    movements: tuple[Movement, ...],
    count: Count | None,
) -> tuple[tuple[TenderFigure, ...], CashFigures]:
    """The figures of every way of paying, and of the drawer."""
    moved = stored.tenders(desk.database, session.session_id)
    sales, refunds, taken = moved["sale"], moved["refund"], moved["taking"]
    taking_change = sum(row[4] for row in takings)

    def of(kind: str) -> int:
        return abs(sum(each.amount_minor for each in movements if each.kind == kind))

    cash = CashFigures(
        float_minor=of("float"),
        received_minor=sales.get("cash", 0) + taken.get("cash", 0),
        change_minor=change_minor + taking_change,
        refunds_minor=refunds.get("cash", 0),
        pay_in_minor=of("pay_in"),
        pay_out_minor=of("pay_out"),
        drop_minor=of("drop"),
    )
    if "cash" in sales:
        sales["cash"] -= change_minor
    if "cash" in taken:
        taken["cash"] -= taking_change
    return tender_figures(sales, refunds, taken, cash, count), cash


def _takings(rows: list[Row]) -> tuple[Figure, ...]:
    """Each kind of taking once, in the order of their names."""
    sums: dict[str, tuple[int, int]] = {}
    for kind, _, count, amount, _ in rows:
        before = sums.get(kind, (0, 0))
        sums[kind] = before[0] + count, before[1] + amount
    return tuple(Figure(kind, count, amount) for kind, (count, amount) in sums.items())


def _forfeited(desk: Desk, session: SessionRow, until: datetime) -> Figure | None:
    """Deposits kept for good since the last Z report of any till: told once, as points are."""
    last = stored.last_closing(desk.database)
    since = session.opened_at - 1 if last is None else last
    count, amount = stored.forfeited(desk.database, since, to_millis(until))
    return Figure("deposit_forfeited", count, amount) if count else None


def _memberships(desk: Desk, rows: list[Row]) -> tuple[Figure, ...]:
    """Plans sold and paid back, by name; one that the scheme no longer has, by its id."""
    language = desk.settings.language
    names: dict[str, str] = {plan.id: plan.name.said(language) for plan in desk.scheme.plans}
    return tuple(
        Figure(kind, count, amount, names.get(str(subject), str(subject)))
        for kind, subject, count, amount, _ in rows
        if kind in ("plan", "plan_refund")
    )


def _discounts(desk: Desk, session_id: bytes) -> tuple[Figure, ...]:
    """What was given away, by reason: the name of an offer, or what the cashier wrote."""
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for code, facts, count, amount in stored.discounts(desk.database, session_id):
        said = told(tuple(json.loads(facts).items()), desk.settings.language)
        key = code, str(said.get("name") or said.get("reason") or "")
        before = sums.get(key, (0, 0))
        sums[key] = before[0] + count, before[1] + amount
    figures = [Figure(code, found[0], found[1], name) for (code, name), found in sums.items()]
    return tuple(sorted(figures, key=lambda figure: -figure.amount_minor))


def _points(
    desk: Desk, session: SessionRow, until: datetime, sums: Row, backs: dict[str, Row]
) -> PointsFigures:
    """Points of the session's sales and refunds, and those moved beside them since the last Z
    report of any till: each is told by one report, and by one only."""
    last = stored.last_closing(desk.database)
    since = session.opened_at - 1 if last is None else last
    found = stored.points_beside(desk.database, since, to_millis(until))
    beside = {(row[0], row[1]): row[2] for row in found}
    expired = -beside.pop(("expire", 0), 0)
    # What moves from one member to another is neither given nor taken.
    others = {key: points for key, points in beside.items() if key[0] != "transfer"}
    return PointsFigures(
        issued=sums[7],
        burned=sums[8],
        reversed=sum(row[2] for row in backs.values()),
        restored=sum(row[3] for row in backs.values()),
        given=sum(points for (_, above), points in others.items() if above),
        taken=-sum(points for (_, above), points in others.items() if not above),
        expired=expired,
    )
