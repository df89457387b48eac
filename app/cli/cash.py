"""The verbs `cash` and `report`: the drawer's sessions, movements, X and Z reports."""

from argparse import Namespace
from collections.abc import Callable

from app.cli.console import Console, columns, facts
from app.cli.parser import UsageError
from app.errors import ShopError
from app.messages import sentence
from app.places import typed_path
from app.services.cash_types import Moved
from app.services.documents.report_told import ReportTold, z_number
from app.services.product_drafts import checked_amount
from app.services.rules.codes import till_prefix
from app.services.rules.day_report import DayReport, Figure, ZReport
from app.services.rules.money import rate
from app.shop import Shop


def open_(asked: Namespace, console: Console) -> int:
    """Open the drawer with its float. Raises FieldInvalid, SessionOpen."""
    shop = console.open_shop()
    float_minor = checked_amount("float", asked.amount, console.currency) if asked.amount else 0
    opened = shop.cash.open(float_minor)
    told = {
        "till": till_prefix(shop.desk.till.number),
        "business_date": opened.business_date.isoformat(),
        "opened_at": opened.opened_at.isoformat(timespec="seconds"),
        "float": console.amount(float_minor),
    }
    console.show(told, f"Opened with a float of {told['float']}")
    return 0


def pay_in(asked: Namespace, console: Console) -> int:
    """Put cash into the drawer. Raises FieldInvalid, SessionNotOpen."""
    return _moved(asked, console, lambda shop: shop.cash.pay_in)


def out(asked: Namespace, console: Console) -> int:
    """Pay cash out. Raises FieldInvalid, SessionNotOpen."""
    return _moved(asked, console, lambda shop: shop.cash.pay_out)


def drop(asked: Namespace, console: Console) -> int:
    """Take cash to the safe. Raises FieldInvalid, SessionNotOpen."""
    return _moved(asked, console, lambda shop: shop.cash.drop)


def no_sale(asked: Namespace, console: Console) -> int:
    """Open the drawer without a sale. Raises SessionNotOpen."""
    done = console.open_shop().cash.no_sale(asked.reason)
    console.show(_told_movement(done, console), "Opened without a sale; it is written down.")
    return 0


def x(asked: Namespace, console: Console) -> int:
    """Read the session as it stands."""
    shop = console.open_shop()
    shop.cash.close_left()
    report = shop.cash.x_report()
    console.show(told_report(report, console), _text(report, shop))
    return 0


def close(asked: Namespace, console: Console) -> int:
    """Close the session; its Z report, then a backup. Raises FieldInvalid, SessionNotOpen."""
    shop = console.open_shop()
    if shop.desk.settings.count_cash and not asked.amount and shop.cash.current() is not None:
        raise UsageError("This shop counts its drawer; say with --amount what was counted.")
    counted = checked_amount("count", asked.amount, console.currency) if asked.amount else None
    # Where the drawer is counted each day a difference has its reason, as the window asks for it.
    asks_why = shop.desk.settings.count_cash and not asked.reason.strip()
    if asks_why and counted is not None and shop.cash.count(counted).over_short_minor:
        raise UsageError("The count differs from what should be there; say why with --reason.")
    closed = shop.cash.close(counted, asked.reason)
    backup, problem = _backup(shop, console)
    told = told_z(closed, console) | {"backup": backup, "backup_problem": problem}
    said = f"Backup: {backup}" if backup else f"The backup failed: {problem}"
    console.show(told, f"{_text(closed, shop)}\n\n{said}")
    return 0


def save_z(asked: Namespace, console: Console) -> int:
    """Save a Z report. Raises FileUnreadable, ZReportUnknown."""
    from app.services.documents.report import save_report

    out_file = typed_path(asked.out)
    shop = console.open_shop()
    closed = shop.cash.z_report_named(asked.number)
    facts_of = shop.desk.settings.facts
    save_report(out_file, closed, facts_of, asked.width, duplicate=asked.duplicate)
    told = {"file": str(out_file), "z": closed.number, "till": closed.report.till}
    console.show(told, f"Saved Z report {z_number(closed)} in {out_file}")
    return 0


def _moved(
    asked: Namespace, console: Console, verb: Callable[[Shop], Callable[[int, str], Moved]]
) -> int:
    shop = console.open_shop()
    amount = checked_amount("amount", asked.amount, console.currency)
    done = verb(shop)(amount, asked.reason)
    told = _told_movement(done, console)
    console.show(
        told, facts({"kind": told["kind"], "amount": told["amount"], "reason": done.reason})
    )
    return 0


def _told_movement(done: Moved, console: Console) -> dict[str, object]:
    return {
        "id": str(done.movement_id),
        "kind": done.kind,
        "amount": console.amount(done.amount_minor),
        "reason": done.reason,
        "moved_at": done.moved_at.isoformat(timespec="seconds"),
    }


def _backup(shop: Shop, console: Console) -> tuple[str | None, str]:
    """Where the backup of the closed day stands, or why there is none: the day stays closed."""
    try:
        made = shop.backups.make(reason="day_close", progress=console.progress("Backup"))
    except ShopError as error:
        return None, sentence(error, "en", console.currency)
    return str(made.path), ""


def _text(report: DayReport | ZReport, shop: Shop) -> str:
    """The report as it stands on paper, in English."""
    from dataclasses import replace

    told = ReportTold(report, replace(shop.desk.settings.facts, language="en"))
    parts = [f"{told.title} {told.number}".strip(), facts(dict(told.facts()), indent="  ")]
    for block in told.blocks():
        rows = [(row.label, row.value) for row in block.rows]
        parts.append(f"{block.title}\n{columns(rows, indent='  ')}")
    return "\n\n".join(parts)


def told_z(closed: ZReport, console: Console) -> dict[str, object]:
    """A Z report as scripts read it."""
    counted = closed.counted_minor
    return {
        "z": closed.number,
        "expected": console.amount(closed.expected_minor),
        "counted": None if counted is None else console.amount(counted),
        "over_short": console.amount(closed.over_short_minor),
        "reason": closed.reason,
        "closed_by": closed.closed_by,
    } | told_report(closed.report, console)


def told_report(report: DayReport, console: Console) -> dict[str, object]:
    """A report as scripts read it; amounts as decimal texts."""
    amount = console.amount

    def figure(each: Figure) -> dict[str, object]:
        named = {"name": each.name} if each.name else {}
        return {
            "kind": each.kind,
            **named,
            "count": each.count,
            "amount": amount(each.amount_minor),
        }

    return {
        "till": report.till,
        "session": report.session,
        "automatic": report.automatic,
        "business_date": report.business_date.isoformat(),
        "opened_at": report.opened_at.isoformat(timespec="seconds"),
        "until": report.until.isoformat(timespec="seconds"),
        "sales": _told_sales(report, console),
        "refunds": figure(report.refunds),
        "voids": figure(report.voids),
        "revenue": amount(report.revenue_minor),
        "cash": _told_cash(report, console),
        "tenders": _told_tenders(report, console),
        "taxes": [
            {
                "rate": rate(each.rate_bp),
                "net": amount(each.net_minor - each.refunded_net_minor),
                "tax": amount(each.owed_minor),
            }
            for each in report.taxes
        ],
        "discounts": [figure(each) for each in report.discounts],
        "takings": [figure(each) for each in report.takings],
        "forfeited": None if report.forfeited is None else figure(report.forfeited),
        "memberships": [figure(each) for each in report.memberships],
        "points": {
            name: getattr(report.points, name)
            for name in ("issued", "burned", "reversed", "restored", "given", "taken", "expired")
        },
        "no_sales": report.no_sales,
        "first_receipt": report.first_receipt,
        "last_receipt": report.last_receipt,
        "ledger": {"documents": report.seals, "head": report.seal},
    }


def _told_sales(report: DayReport, console: Console) -> dict[str, object]:
    amount, sales = console.amount, report.sales
    return {
        "count": sales.count,
        "gross": amount(sales.gross_minor),
        "discount": amount(sales.discount_minor),
        "added_tax": amount(sales.added_tax_minor),
        "rounding": amount(sales.rounding_minor),
        "total": amount(sales.total_minor),
        "tips": amount(sales.tips_minor),
    }


def _told_cash(report: DayReport, console: Console) -> dict[str, object]:
    amount, cash = console.amount, report.cash
    return {
        "float": amount(cash.float_minor),
        "received": amount(cash.received_minor),
        "change": amount(cash.change_minor),
        "refunds": amount(cash.refunds_minor),
        "in": amount(cash.pay_in_minor),
        "out": amount(cash.pay_out_minor),
        "drop": amount(cash.drop_minor),
        "expected": amount(cash.expected_minor),
    }


def _told_tenders(report: DayReport, console: Console) -> list[dict[str, object]]:
    amount = console.amount
    return [
        {
            "kind": each.kind,
            "sales": amount(each.sales_minor),
            "refunds": amount(each.refunds_minor),
            "beside_sales": amount(each.takings_minor),
            "expected": amount(each.expected_minor),
            "counted": None if each.counted_minor is None else amount(each.counted_minor),
        }
        for each in report.tenders
    ]
