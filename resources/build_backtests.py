"""Writes the end of `schemes/README.md`: the five famous schemes tried on the CDNOW history.

    python -m resources.build_backtests SHOP-FOLDER

SHOP-FOLDER is a shop in USD that took the history over as its sales, as the section says.
"""

import sys
from pathlib import Path

from app.config import load_config
from app.services.backtests import BacktestAsked
from app.services.rules.backtest import Assumed, Outcome
from app.services.rules.money import BASIS_POINTS, CURRENCIES, money, rate
from app.shop import Shop, open_shop
from resources.build_schemes import MEASURED

NAMES = ("coffee", "warehouse", "beauty", "prime", "bank-card")
PAGE = Path(__file__).parent / "schemes" / "README.md"
USD = CURRENCIES["USD"]
INTRO = """\
CDNOW's purchases of January 1997 to June 1998 (the data set of Fader and Hardie: 69,659 rows,
{members} members) as the sales of a shop in USD, each preset as it is shipped:

```
regulars init --currency USD --time-zone America/New_York
regulars import sales CDNOW_master.txt --create-missing --date-format %Y%m%d \\
    --map member=1 sold_at=2 quantity=3 total=4
regulars backtest beauty
```

{sales} sales, {revenue}. A music shop has none of the presets' product groups, so offers and
cash rewards on a group give nothing here, and goods for points cost the mean of what was sold.
Every member is taken to have the plan named from the first purchase on and to renew it.
"""


def main() -> None:
    """Try the schemes and write the section."""
    shop = open_shop(load_config(Path(sys.argv[1])))
    try:
        text = section(shop)
    finally:
        shop.close()
    page = PAGE.read_text("utf-8").partition(MEASURED)[0].rstrip()
    PAGE.write_text(f"{page}\n{MEASURED}\n{text}", "utf-8")


def section(shop: Shop) -> str:
    """What stands under the heading."""
    schemes = [shop.schemes.preset(name) for name in NAMES]
    kept = shop.backtests.run(schemes).outcomes
    asked = BacktestAsked(assumed=Assumed(plan="executive", redeeming=True))
    spent = shop.backtests.run(schemes, asked).outcomes
    first = kept[0]
    parts = [
        INTRO.format(
            members=f"{first.members:,}",
            sales=f"{first.sales:,}",
            revenue=money(first.revenue_minor, USD),
        ),
        "Points are never spent:",
        "",
        *_totals(kept),
        "",
        "Points are spent as soon as they can be (`--redeem`), and the warehouse's members are"
        " all Executive (`--assume-plan executive`):",
        "",
        *_totals(spent),
        "",
        "Members by tier at the end of June 1998, how often one was reached and lost, and, for"
        " the calendar year, who was in it at the end of 1997:",
        "",
        *_tiers(kept),
        "",
        "By month; points are earned, the liability is the month's last evening's:",
        "",
        *_months(kept),
    ]
    return "\n".join(parts) + "\n"


def _row(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _head(*names: str) -> list[str]:
    return [_row(*names), _row(*("---" if at == 0 else "---:" for at in range(len(names))))]


def _totals(outcomes: tuple[Outcome, ...]) -> list[str]:
    rows = _head("preset", "points earned", "spent", "discount", "rewards", "owed at the end",
                 "cost of revenue", "fees")  # fmt: skip
    for outcome in outcomes:
        cost_bp = outcome.cost_minor * BASIS_POINTS // outcome.revenue_minor
        plan = f" ({outcome.plan})" if outcome.plan else ""
        amounts = (outcome.discount_minor, outcome.reward_cost_minor, outcome.liability_end_minor)
        rows.append(
            _row(
                f"{outcome.scheme}{plan}",
                f"{outcome.points_earned:,}",
                f"{outcome.points_burned:,}",
                *(money(amount, USD) for amount in amounts),
                f"{rate(cost_bp)} %",
                money(outcome.fees_minor, USD),
            )
        )
    return rows


def _tiers(outcomes: tuple[Outcome, ...]) -> list[str]:
    rows = _head("preset", "tier", "end of 1997", "end of June 1998", "up", "down")
    for outcome in outcomes:
        at_1997 = next(dict(month.tiers) for month in outcome.months if month.month == "1997-12")
        rows += [
            _row(
                outcome.scheme,
                tier.tier,
                f"{at_1997[tier.tier]:,}",
                f"{tier.members_end:,}",
                f"{tier.upgrades:,}",
                f"{tier.downgrades:,}",
            )
            for tier in outcome.tiers
        ]
    return rows


def _months(outcomes: tuple[Outcome, ...]) -> list[str]:
    by_name = {outcome.scheme: outcome.months for outcome in outcomes}
    earning = ("coffee", "beauty", "bank-card")
    rows = _head("month", "sales", "revenue", *(f"{n} points" for n in earning),
                 "beauty discount", *(f"{n} liability" for n in earning))  # fmt: skip
    for at, month in enumerate(outcomes[0].months):
        rows.append(
            _row(
                month.month,
                f"{month.sales:,}",
                money(month.revenue_minor, USD),
                *(f"{by_name[name][at].points_earned:,}" for name in earning),
                money(by_name["beauty"][at].discount_minor, USD),
                *(money(by_name[name][at].liability_minor, USD) for name in earning),
            )
        )
    return rows


if __name__ == "__main__":
    main()
