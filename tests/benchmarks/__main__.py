"""Prints every limit beside what was measured; exits 1 where one is broken.

python dev.py bench                      a shop of 10,000 members
python dev.py bench --members 1000000    the large shop (made once, kept in the cache)
python dev.py bench --only sale,start    some parts
python dev.py bench --report             never fails: for a machine that others use too
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable

from app.shop import open_shop
from tests.benchmarks import (
    day_speed,
    due_speed,
    growth_speed,
    hint_speed,
    insight_speed,
    printing_speed,
    program_speed,
    refund_speed,
    sale_speed,
    till_speed,
)
from tests.benchmarks.large_shop import large_shop, say
from tests.benchmarks.measure import Figure, table

SMALL = 10_000
PARTS = (
    "start",
    "sale",
    "quote",
    "refund",
    "find",
    "paint",
    "growth",
    "documents",
    "printing",
    "import",
    "due",
    "day",
    "backtest",
    "hints",
)


def main() -> int:
    """Run the chosen parts."""
    parser = argparse.ArgumentParser(
        prog="dev.py bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--members", type=int, default=SMALL)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--only", default=",".join(PARTS), help="parts, divided by commas")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--report", action="store_true", help="exit 0 whatever was measured")
    chosen = parser.parse_args()
    figures: list[Figure] = []
    for name in chosen.only.split(","):
        say(f"measuring {name}")
        figures += measured(name, chosen.members, chosen.rounds)
    if chosen.json:
        print(json.dumps([{**vars(figure), "holds": figure.holds} for figure in figures]))
    else:
        print(table(figures))
    return 0 if chosen.report or all(figure.holds for figure in figures) else 1


def measured(name: str, members: int, rounds: int) -> list[Figure]:
    """The figures of one part."""
    parts: dict[str, Callable[[], list[Figure]]] = {
        "start": lambda: program_speed.start_figures(11),
        "sale": lambda: sale_speed.sale_figures(max(200, rounds)),
        "quote": lambda: sale_speed.quote_figures(rounds),
        "growth": lambda: growth_speed.growth_figures(members, rounds),
        "documents": program_speed.document_figures,
        "printing": lambda: printing_speed.printing_figures(rounds),
        "import": program_speed.import_figures,
        "due": lambda: due_speed.due_figures(100_000),
        "day": lambda: day_speed.z_figures(2_000),
        "backtest": program_speed.backtest_figures,
    }
    if name in parts:
        return parts[name]()
    config = large_shop(members)
    if name == "insight":
        return insight_speed.insight_figures(config, members, rounds)
    if name == "paint":
        return till_speed.painted_figures(config, members, rounds) + program_speed.memory_figure()
    shop = open_shop(config)
    try:
        if name == "refund":
            return refund_speed.refund_figures(shop, rounds)
        if name == "hints":
            return hint_speed.hint_figures(shop, members, rounds)
        return till_speed.find_figures(shop, members, rounds)
    finally:
        shop.close()


if __name__ == "__main__":
    sys.exit(main())
