"""The verb `commission`: who served what, and what part of it is theirs."""

from argparse import Namespace
from datetime import date

from app.cli.console import Console, facts, table
from app.errors import FieldInvalid
from app.places import typed_path
from app.services.rules.money import BASIS_POINTS, parse_scaled
from app.services.rules.money import rate as percent


def report(asked: Namespace, console: Console) -> int:
    """Show everybody's part, or save it. Raises FieldInvalid, FileUnreadable."""
    shop = console.open_shop()
    today = shop.desk.today()
    first = _day("from", asked.first) or today
    made = shop.commissions.report(first, _day("to", asked.last) or max(first, today))
    told = [
        {
            "person": each.name,
            "sales": each.sales,
            "served": console.amount(each.sold_minor),
            "returned": console.amount(each.refunded_minor),
            "net": console.amount(each.net_minor),
            "rate": percent(each.rate_bp),
            "commission": console.amount(each.commission_minor),
            "tips": console.amount(each.tips_minor),
        }
        for each in made.people
    ]
    if asked.out:
        from app.services.documents.goods_reports import commission_report
        from app.services.documents.table_report import save_report

        out, shop_facts = typed_path(asked.out), shop.desk.settings.facts
        save_report(out, commission_report(made, shop_facts), shop_facts)
        console.show({"file": str(out), "people": told}, f"Saved the report in {out}")
        return 0
    heading = ("person", "sales", "served", "returned", "net", "rate", "commission", "tips")
    cells = [[each[name] or "(nobody)" for name in heading] for each in told]
    shown = table(heading, cells, frozenset(range(1, 8))) if told else "Nothing was sold."
    console.show(told, shown)
    return 0


def rate(asked: Namespace, console: Console) -> int:
    """Give a person a rate. Raises StaffUnknown, FieldInvalid."""
    shop = console.open_shop()
    bp = parse_scaled(asked.percent.strip().removesuffix("%"), 2, BASIS_POINTS)
    if bp is None or bp < 0:
        raise FieldInvalid("commission", "not_a_percent", asked.percent)
    person = shop.commissions.set_rate(shop.staff.find(asked.name).staff_id, bp)
    told = {"person": person.name, "rate": percent(person.rate_bp)}
    console.show(told, facts(told))
    return 0


def _day(field: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text) from error
