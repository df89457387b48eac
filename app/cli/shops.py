"""The verbs that make a shop: init, demo."""

from argparse import Namespace

from app.cli.console import Console, facts
from app.errors import FieldInvalid
from app.services.countries import default_country, is_country
from app.services.settings import ShopSettings
from app.services.texts import checked_text
from app.shop import Shop, create_shop, make_demo

NAME_LIMIT = 60


def init(asked: Namespace, console: Console) -> int:
    """Make a new shop in the folder. Raises ShopExists, FieldInvalid, StorageFailed."""
    if not asked.day_end_hour.isdecimal():
        raise FieldInvalid("day_end_hour", "not_a_whole_number", asked.day_end_hour)
    currency = asked.currency.strip().upper()
    settings = ShopSettings(
        name=checked_text("name", asked.name, NAME_LIMIT),
        currency=currency,
        language=asked.language,
        time_zone=asked.time_zone,
        region=_country(asked.country, currency, asked.time_zone),
        day_end_hour=int(asked.day_end_hour),
        count_cash=asked.count_cash,
    )
    shop = create_shop(console.config, settings)
    console.keep(shop)
    _show_shop(shop, console)
    return 0


def _country(given: str, currency: str, time_zone: str) -> str:
    country = given.strip().upper() or default_country(currency, time_zone)
    if not is_country(country):
        raise FieldInvalid("region", "unknown_value", given)
    return country


def _show_shop(shop: Shop, console: Console) -> None:
    settings = shop.desk.settings
    told = {
        "folder": str(shop.config.data_dir),
        "name": settings.name,
        "currency": settings.currency,
        "language": settings.language,
        "time_zone": settings.time_zone,
        "country": settings.region,
        "day_end_hour": settings.day_end_hour,
        "count_cash": settings.count_cash,
    }
    said = {name: told[name] for name in list(told)[:-2]} | {
        "a day ends at": f"{settings.day_end_hour:02d}:00",
        "drawer": "counted each day" if settings.count_cash else "opens and closes by itself",
    }
    console.show(told, f"The shop is ready.\n\n{facts(said, indent='  ')}")


def demo(asked: Namespace, console: Console) -> int:
    """Make the demo shop in the folder. Raises ShopExists, StorageFailed."""
    shown = console.progress("Making the demo shop")
    shop = make_demo(console.config, shown, language=asked.language)
    console.keep(shop)
    _show_shop(shop, console)
    return 0
