"""A shop's past for tests: a year and a half of purchases, the same ones every time."""

import random
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from app.services.exchange.imports import ImportOptions
from app.shop import Shop

FIRST = date(1997, 1, 1)
DAYS = 546  # to 30 June 1998
MAPPING = {"member": "1", "sold_at": "2", "quantity": "3", "total": "4"}

Purchase = tuple[str, date, int, int]
"""(member number, day, items, cents)."""


def purchases(rows: int = 700) -> list[Purchase]:
    """Many buy once, few spend thousands; some buy twice on a day, some things cost nothing."""
    chance = random.Random(1997)
    made: list[Purchase] = []
    for _ in range(rows):
        number = int(120 * chance.random() ** 2) + 1
        cents = chance.choice((0, 799, 1_177, 2_950, 12_033, 37_500, 51_001)) * (1 + 40 // number)
        day = FIRST + timedelta(int(DAYS * chance.random() ** 1.5))
        made.append((f"{number:05d}", day, chance.randint(1, 5), cents))
    return sorted(made)


def read_purchases(lines: Iterable[str]) -> list[Purchase]:
    """The rows of a file in the form of CDNOW's."""
    made = []
    for line in lines:
        number, day, items, dollars = line.split()
        made.append((number, date.fromisoformat(day), int(items), int(dollars.replace(".", ""))))
    return made


def take_history(shop: Shop, made: Iterable[Purchase], folder: Path) -> None:
    """Import purchases as sales; a member's rows of one day are one sale."""
    path = folder / "history.txt"
    rows = (
        f" {number} {day:%Y%m%d} {items:2d} {cents // 100:4d}.{cents % 100:02d}\n"
        for number, day, items, cents in made
    )
    path.write_text(" customer_id  date number_of_cds  dollar_value\n" + "".join(rows))
    plan = shop.imports.sniff("sales", path, mapping=MAPPING, date_format="%Y%m%d")
    report = shop.imports.run(plan, ImportOptions(create_missing=True))
    assert report.refused == ()


def spent_in(year: int, made: Iterable[Purchase]) -> Counter[str]:
    """Cents by member number in one calendar year."""
    spent: Counter[str] = Counter()
    for number, day, _, cents in made:
        if day.year == year:
            spent[number] += cents
    return spent


def counted_directly(made: list[Purchase]) -> dict[str, str]:
    """Who must be in which tier of the beauty scheme at the end of 1997, by a plain count: what
    was spent in 1997 brings it at once, and it lasts to the end of 1998."""
    spent = spent_in(1997, made)
    return {
        number: "rouge" if spent[number] >= 100_000 else "vib" if spent[number] >= 37_500
        else "insider"
        for number, day, _, _ in made
        if day.year == 1997
    }  # fmt: skip
