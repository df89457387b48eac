"""The verbs of the shop compass: kpi, liability, pairs."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date

from app.cli.console import Console, counted, table
from app.errors import FieldInvalid
from app.services.compass import Figures, Owed
from app.services.rules.insight.pairs import LEAST_SUPPORT
from app.services.rules.insight.periods import Period
from app.services.rules.money import quantity, rate
from app.shop import Shop

Told = dict[str, object]
Amount = Callable[[int], str]


def kpi(asked: Namespace, console: Console) -> int:
    """Every figure of the compass, by name. Raises FieldInvalid."""
    shop = console.open_shop()
    period = _period(asked, shop)
    found = shop.compass.compass(period)
    told = {
        "period": _figures(found.figures, console.amount),
        "before": _figures(found.before, console.amount),
        "year_before": _figures(found.year_before, console.amount),
    }
    best = [
        {"name": name, "quantity": quantity(milli), "total": console.amount(minor)}
        for name, milli, minor in shop.compass.best_products(period)
    ]
    console.show({**told, "best_products": best}, _beside(told))
    return 0


def liability(asked: Namespace, console: Console) -> int:
    """What was owed at the end of each month. Raises FieldInvalid."""
    shop = console.open_shop()
    months = [_owed(owed, console.amount) for owed in shop.compass.owed(_period(asked, shop))]
    heading = ("day", "points", "points worth", "breakage", "wallets", "credit", "gifts", "total")
    rows = [
        [
            owed["day"], owed["points"], owed["points_worth"], owed["expected_breakage"],
            owed["principal"], owed["store_credit"], owed["gift_cards"], owed["total"],
        ]
        for owed in months
    ]  # fmt: skip
    shown = table(heading, rows, frozenset(range(1, len(heading))))
    console.show({"months": months}, shown)
    return 0


def pairs(asked: Namespace, console: Console) -> int:
    """What is often bought together. Raises FieldInvalid."""
    shop = console.open_shop()
    found = shop.compass.pairs(_period(asked, shop), LEAST_SUPPORT)
    told = [
        {"first": pair.first, "second": pair.second, "baskets": pair.baskets,
         "lift": round(pair.lift, 3)}
        for pair in found
    ]  # fmt: skip
    if not told:
        console.show({"pairs": told}, "No two products are bought together more than by chance.")
        return 0
    rows = [(pair.first, pair.second, pair.baskets, f"{pair.lift:.2f}") for pair in found[:30]]
    shown = table(("bought", "together with", "baskets", "lift"), rows, frozenset({2, 3}))
    more = f"\n\nof {counted(len(told), 'pair')}" if len(told) > len(rows) else ""
    console.show({"pairs": told}, shown + more)
    return 0


def _figures(figures: Figures, amount: Amount) -> Told:
    """Every figure by name; shares in percent, null where there is nothing to take them of."""
    return {
        "from": figures.period.first.isoformat(),
        "to": figures.period.last.isoformat(),
        "sales": figures.sales,
        "revenue": amount(figures.revenue_minor),
        "discounts": amount(figures.discount_minor),
        "refunds": figures.refunds,
        "refunded": amount(figures.refunded_minor),
        "tips": amount(figures.tips_minor),
        "average_basket": amount(figures.basket_minor),
        "member_sales": figures.member_sales,
        "member_share": rate(figures.member_share_bp),
        "new_members": figures.new_members,
        "new_by_source": dict(figures.new_by_source),
        "members": figures.members,
        "active_members": figures.active,
        "active_rate": rate(figures.active_bp),
        **{
            f"repurchase_{each.days}": None if each.share_bp is None else rate(each.share_bp)
            for each in figures.repurchase
        },
        "tier_moves": dict(figures.tier_moves),
        "points_issued": figures.points_issued,
        "points_burned": figures.points_burned,
        "points_expired": figures.points_expired,
        "coupons_issued": figures.coupons_issued,
        "coupons_redeemed": figures.coupons_redeemed,
        "coupons_expired": figures.coupons_expired,
        "topped_up": amount(figures.topped_up_minor),
        "wallet_spent": amount(figures.wallet_spent_minor),
        "benefits": [{"kind": kind, "id": name, "uses": n} for kind, name, n in figures.benefits],
    }


def _beside(told: dict[str, Told]) -> str:
    """The three periods in columns; what is a list of its own is for scripts."""
    names = [name for name, value in told["period"].items() if not isinstance(value, dict | list)]
    rows = [
        (name.replace("_", " "), *(_cell(name, told[which][name]) for which in told))
        for name in names
    ]
    return table(("", "period", "before", "a year before"), rows, frozenset({1, 2, 3}))


def _cell(name: str, value: object) -> object:
    if value is None:
        return "–"
    share = name.endswith(("_share", "_rate")) or name.startswith("repurchase")
    return f"{value} %" if share else value


def _owed(owed: Owed, amount: Amount) -> Told:
    breakage = owed.breakage_minor
    return {
        "day": owed.day.isoformat(),
        "points": owed.points,
        "points_worth": amount(owed.points_minor),
        "expected_breakage": None if breakage is None else amount(breakage),
        "principal": amount(owed.principal_minor),
        "bonus": amount(owed.bonus_minor),
        "store_credit": amount(owed.credit_minor),
        "gift_cards": amount(owed.gift_minor),
        "deposits": amount(owed.deposits_minor),
        "total": amount(owed.total_minor),
    }


def _period(asked: Namespace, shop: Shop) -> Period:
    """From --from to --to; the month of --to, else of today, where no first day is given."""
    last = _day("to", asked.last) or shop.desk.today()
    first = _day("from", asked.first) or last.replace(day=1)
    if first > last:
        raise FieldInvalid("from", "after_the_end", first.isoformat())
    return Period(first, last)


def _day(field: str, text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text or "") from error
