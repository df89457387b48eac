"""A shop reads its neighbours' phone numbers without being told where it is."""

import pytest

from app.services.countries import countries, default_country, is_country
from app.services.rules.money import CURRENCIES


@pytest.mark.parametrize(
    ("currency", "time_zone", "country"),
    [
        ("CNY", "Asia/Shanghai", "CN"),
        ("USD", "Asia/Shanghai", "US"),
        ("EUR", "Europe/Lisbon", "PT"),
        ("EUR", "Nowhere/At_All", "CN"),
    ],
)
def test_the_country_is_the_currencys_or_else_the_time_zones(currency, time_zone, country):
    assert default_country(currency, time_zone) == country


def test_every_currency_leads_to_a_country():
    assert all(is_country(default_country(code, "Europe/Berlin")) for code in CURRENCIES)


def test_every_country_has_its_calling_code():
    known = dict(countries())
    assert (known["CN"], known["SG"], known["CA"], known["US"]) == (86, 65, 1, 1)
    assert all(is_country(code) for code in known)
