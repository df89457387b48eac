"""The verbs of the shop compass: kpi, liability, pairs."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.cli import insight_notes as notes
from app.cli.console import Console, counted, table
from app.errors import FieldInvalid, FileUnreadable
from app.services.compass import Compass, Owed
from app.services.compass_ledgers import MONTHS_TOLD
from app.services.documents.compass_words import compass_words
from app.services.rules.insight.figures import FigureName, Unit
from app.services.rules.insight.pairs import Pair
from app.services.rules.insight.periods import Period
from app.services.rules.money import quantity, rate
from app.services.rules.months import months_later
from app.shop import Shop

Told = dict[str, object]
Amount = Callable[[int], str]


def kpi(asked: Namespace, console: Console) -> int:
    """Every figure of the compass, by name. Raises FieldInvalid."""
    shop = console.open_patiently("Reading")
    found = shop.compass.compass(_period(asked, shop))
    told = _told(found, console.amount)
    console.show(told, _beside(found, console.amount))
    return 0


def liability(asked: Namespace, console: Console) -> int:
    """What was owed at the end of each month. Raises FieldInvalid."""
    shop = console.open_patiently("Reading")
    period = _period(asked, shop, months=MONTHS_TOLD)
    months = [_owed(owed, console.amount) for owed in shop.compass.owed(period)]
    columns = {
        "day": "day", "points": "points", "points worth": "points_worth",
        "breakage": "expected_breakage", "wallets": "principal", "bonus": "bonus",
        "credit": "store_credit", "gift cards": "gift_cards", "deposits": "deposits",
        "total": "total",
    }  # fmt: skip
    rows = [[owed[name] for name in columns.values()] for owed in months]
    shown = table(tuple(columns), rows, frozenset(range(1, len(columns))))
    console.show({"months": months}, shown)
    return 0


def pairs(asked: Namespace, console: Console) -> int:
    """What is often bought together. Raises FieldInvalid."""
    shop = console.open_patiently("Reading")
    read = shop.compass.pairs(_period(asked, shop))
    found, told = read.pairs, [_pair(pair) for pair in read.pairs]
    facts = {"pairs": told, "sales_read": read.read, "sales": read.sales}
    if not told:
        why = notes.pairs(read.read)
        console.show(facts | {"note": why}, why)
        return 0
    rows = [(pair.first, pair.second, pair.baskets, f"{pair.lift:.2f}") for pair in found[:30]]
    shown = table(("bought", "together with", "baskets", "lift"), rows, frozenset({2, 3}))
    more = f"\n\nof {counted(len(told), 'pair')}" if len(told) > len(rows) else ""
    console.show(facts, shown + more)
    return 0


def report(asked: Namespace, console: Console) -> int:
    """The whole page as a PDF. Raises FieldInvalid, FileUnreadable."""
    from app.services.documents.compass_report import save_compass
    from app.services.exchange.targets import check_target

    shop, out = console.open_patiently("Reading"), Path(asked.out)
    if out.suffix.lower() != ".pdf":
        raise FileUnreadable(str(out), "output_type", (".pdf",))
    check_target(out, shop.desk.database.path)
    period = _period(asked, shop)
    save_compass(out, shop.compass.compass(period), shop.desk.settings.facts)
    console.show({"file": str(out)}, f"Written to {out}.")
    return 0


def _told(found: Compass, amount: Amount) -> Told:
    """The three periods by figure, then what is a list, then how each figure is counted."""
    words = compass_words("en")
    parts = {
        which: {
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
            **{str(each.name): _value(each.name, getattr(each, at), amount)
               for each in found.figures},
            "new_by_source": {row.key: getattr(row, at) for row in found.sources
                              if getattr(row, at)},
            "benefits": [
                {"kind": use.kind, "id": use.id, "uses": getattr(use, at)}
                for use in found.benefits if getattr(use, at)
            ],
        }
        for which, at, period in zip(
            ("period", "before", "year_before"), ("now", "before", "year_before"), found.periods,
            strict=True,
        )
    }  # fmt: skip
    return {**parts, **_lists(found, amount), "counted": dict(words.how)}


def _lists(found: Compass, amount: Amount) -> Told:
    """What is told row by row."""
    return {
        "tier_moves": [
            {
                "from": None if move.was is None else move.was.said("en"),
                "to": move.tier.said("en"),
                "up": move.up,
                "members": move.members,
            }
            for move in found.tiers.moves
        ],
        "cohorts": [
            {
                "month": cohort.month,
                "members": cohort.members,
                "came": list(cohort.came),
                "shares": [rate(cohort.share_bp(at)) for at in range(len(cohort.came))],
            }
            for cohort in found.cohorts
        ],
        "liability": [_owed(owed, amount) for owed in found.months],
        "best_products": [
            {
                "name": best.name,
                "quantity": quantity(best.quantity_milli),
                "total": amount(best.total_minor),
                "before": _known(best.before_minor, amount),
                "year_before": _known(best.year_before_minor, amount),
            }
            for best in found.best.products
        ],
        "pairs": [_pair(pair) for pair in found.pairs.pairs],
    }


def _value(name: FigureName, number: int | None, amount: Amount) -> object:
    """Amounts and shares (in percent) as text, counts as numbers."""
    if number is None:
        return None
    if name.unit is Unit.MONEY:
        return amount(number)
    return rate(number) if name.unit is Unit.SHARE else number


def _known(minor: int | None, amount: Amount) -> str | None:
    return None if minor is None else amount(minor)


def _pair(pair: Pair) -> Told:
    return {
        "first": pair.first,
        "second": pair.second,
        "baskets": pair.baskets,
        "lift": round(pair.lift, 3),
    }


def _beside(found: Compass, amount: Amount) -> str:
    """The three periods in columns; what is a list of its own is for scripts."""
    rows: list[tuple[object, ...]] = [
        (name, *(getattr(period, at) for period in found.periods))
        for name, at in (("from", "first"), ("to", "last"))
    ]
    for each in found.figures:
        numbers = (each.now, each.before, each.year_before)
        cells = (_cell(each.name, number, amount) for number in numbers)
        rows.append((str(each.name).replace("_", " "), *cells))
    return table(("", "period", "before", "a year before"), rows, frozenset({1, 2, 3}))


def _cell(name: FigureName, number: int | None, amount: Amount) -> object:
    told = _value(name, number, amount)
    if told is None:
        return "–"
    return f"{told}%" if name.unit is Unit.SHARE else f"{told:,}" if number is told else told


def _owed(owed: Owed, amount: Amount) -> Told:
    return {
        "day": owed.day.isoformat(),
        "points": owed.points,
        "points_worth": amount(owed.points_minor),
        "expected_breakage": _known(owed.breakage_minor, amount),
        "principal": amount(owed.principal_minor),
        "bonus": amount(owed.bonus_minor),
        "expected_bonus_breakage": _known(owed.bonus_breakage_minor, amount),
        "store_credit": amount(owed.credit_minor),
        "gift_cards": amount(owed.gift_minor),
        "deposits": amount(owed.deposits_minor),
        "total": amount(owed.total_minor),
    }


def _period(asked: Namespace, shop: Shop, months: int = 1) -> Period:
    """From --from to --to; so many months up to --to, else today, where no first day is given.

    Raises FieldInvalid.
    """
    last = _day("to", asked.last) or shop.desk.today()
    first = _day("from", asked.first)
    if first is not None:
        return shop.compass.period(first, last)
    try:
        return shop.compass.period(months_later(last.replace(day=1), 1 - months), last)
    except FieldInvalid as error:  # of a first day that nobody gave
        raise FieldInvalid("to", error.reason, last.isoformat()) from error


def _day(field: str, text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text or "") from error
