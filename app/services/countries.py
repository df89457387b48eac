"""Which country a shop is in, for phone numbers written without a country code."""

from importlib.resources import files

# What a shop is taken for where neither its currency nor its time zone tells.
FALLBACK = "CN"


def is_country(code: str) -> bool:
    """Whether phone numbers of this country (ISO 3166, `CN`) can be read."""
    from phonenumbers import SUPPORTED_REGIONS

    return code in SUPPORTED_REGIONS


def countries() -> tuple[tuple[str, int], ...]:
    """Every country that phone numbers can be read of, with its calling code: ("CN", 86)."""
    # This table alone: asking for each country's own data would load all of it.
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    found = {
        country: calling
        for calling, countries_of in COUNTRY_CODE_TO_REGION_CODE.items()
        for country in countries_of
        if country.isalpha()
    }
    return tuple(sorted(found.items()))


def default_country(currency: str, time_zone: str) -> str:
    """The currency's country, for its code begins with it; the euro's is that of the time zone."""
    if is_country(currency[:2]):
        return currency[:2]
    return _country_of_zone(time_zone) or FALLBACK


def _country_of_zone(time_zone: str) -> str:
    """The country in the time zone database's own table; empty for zones without one."""
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    rows = (row.split("\t") for row in table.splitlines() if not row.startswith("#"))
    return next((row[0] for row in rows if row[2] == time_zone), "")
