"""Backtests on the command line: figures for scripts, tables for people, refusals in one line."""

import csv

import pytest

SALES = """\
sold_at,receipt,member,name,quantity,unit_price,total,tender
1997-01-10 10:00,R1,0007,Lipstick,1,380.50,380.50,cash
1997-02-03 10:00,R2,0008,Lipstick,2,10.00,20.00,cash
1997-02-05 10:00,R3,0007,Lipstick,1,100.00,100.00,cash
1997-02-06 10:00,R4,,Lipstick,1,9.99,9.99,cash
1997-04-10 10:00,R5,0008,Lipstick,1,50.00,50.00,cash
"""


@pytest.fixture
def past(shop, tmp_path):
    """A shop with five sales of 1997."""
    path = tmp_path / "sales.csv"
    path.write_text(SALES, encoding="utf-8")
    assert shop("import", "sales", str(path), "--create-missing").code == 0
    return shop


def test_a_backtest_tells_its_figures_and_those_of_each_month(past):
    # 380 + 20 + 125 (VIB from the first sale on: 100.00 × 1.25) + 50 points. On 10 April members
    # pay 20 % less: 10.00 of 50.00.
    told = past.json("backtest", "beauty")
    assert told["from"] == "1997-01-10"
    assert told["to"] == "1997-04-30"
    assert (told["scheme"], told["plan"], told["members"]) == ("beauty", None, 2)
    assert (told["sales"], told["revenue"]) == (5, "560.49")
    assert (told["points_earned"], told["points_burned"], told["points_expired"]) == (575, 0, 0)
    assert (told["discount"], told["reward_cost"], told["fees"]) == ("10.00", "0.00", "0.00")
    # 500 points are 10.00 off: 575 points are 11.50.
    assert (told["liability_end"], told["cost"], told["cost_percent"]) == ("11.50", "21.50", "3.83")
    assert told["tiers"] == {
        "insider": {"members_end": 1, "upgrades": 0, "downgrades": 0},
        "vib": {"members_end": 1, "upgrades": 1, "downgrades": 0},
        "rouge": {"members_end": 0, "upgrades": 0, "downgrades": 0},
    }
    assert [month["month"] for month in told["by_month"]] == [
        "1997-01", "1997-02", "1997-03", "1997-04",
    ]  # fmt: skip
    february = told["by_month"][1]
    assert february == {
        "month": "1997-02",
        "sales": 3,
        "revenue": "129.99",
        "points_earned": 145,
        "points_burned": 0,
        "points_expired": 0,
        "discount": "0.00",
        "reward_cost": "0.00",
        "fees": "0.00",
        "liability": "10.50",
        "tiers": {"insider": 1, "vib": 1, "rouge": 0},
    }


def test_two_schemes_stand_side_by_side_with_what_differs(past):
    told = past.json("backtest", "beauty", "--against", "current")
    assert (told["scheme"], told["against"]["scheme"]) == ("beauty", "simple")
    assert told["against"]["points_earned"] == 380 + 20 + 100 + 50
    assert told["difference"]["points_earned"] == 575 - 550
    assert told["difference"]["discount"] == "10.00"
    assert told["difference"]["revenue"] == "0.00"
    said = past("backtest", "beauty", "--against", "current").out
    assert "5 sales from 1997-01-10 to 1997-04-30" in said
    assert "difference" in said
    row = next(line.split() for line in said.splitlines() if line.startswith("points earned"))
    assert row == ["points", "earned", "575", "550", "25"]


def test_days_plan_and_redemptions_can_be_chosen(past):
    told = past.json("backtest", "current", "--from", "1997-02-01", "--to", "1997-02-28")
    assert (told["sales"], told["revenue"], told["to"]) == (3, "129.99", "1997-02-28")
    told = past.json("backtest", "warehouse", "--assume-plan", "executive")
    assert (told["plan"], told["fees"]) == ("executive", "240.00")
    # 2 % of 550.50 is owed until the renewals.
    assert told["liability_end"] == "11.01"
    told = past.json("backtest", "current", "--redeem")
    # 380 points pay 3.80 of the next purchase, 20 pay 0.20.
    assert (told["points_burned"], told["reward_cost"]) == (400, "4.00")


def test_members_and_months_are_written_as_files(past, tmp_path):
    members, months = tmp_path / "members.csv", tmp_path / "months.csv"
    past.json("backtest", "beauty", "--to", "1997-12-31", "--members", str(members),
              "--csv", str(months))  # fmt: skip
    with members.open(encoding="utf-8-sig", newline="") as handle:
        assert list(csv.reader(handle)) == [
            ["number", "spent", "points", "tier", "tier_1997"],
            ["0007", "480.50", "505", "vib", "vib"],
            ["0008", "70.00", "70", "insider", "insider"],
        ]
    with months.open(encoding="utf-8-sig", newline="") as handle:
        assert len(list(csv.DictReader(handle))) == 12
    # A year that has not ended has no column.
    past.json("backtest", "beauty", "--to", "1997-12-30", "--members", str(members))
    assert members.read_text("utf-8-sig").splitlines()[0] == "number,spent,points,tier"


def test_what_cannot_be_tried_is_refused_in_one_line(past, tmp_path):
    past("backtest", "nosuch").refused("nosuch")
    past("backtest", "beauty", "--from", "tomorrow").refused("first day", "tomorrow", "2026-11-21")
    past("backtest", "beauty", "--from", "1998-01-01", "--to", "1997-01-01").refused("last day")
    past("backtest", "beauty", "--assume-plan", "gold").refused("assumed plan", "gold")
    past("backtest", "beauty", "--members", str(tmp_path / "members.txt")).refused("ending")
    past("backtest", "beauty", "--csv", str(tmp_path / "no" / "months.csv")).refused("written")


def test_a_shop_without_sales_says_so(shop):
    assert "nothing to try a scheme on" in shop("backtest", "coffee").out
    told = shop.json("backtest", "coffee")
    assert (told["sales"], told["by_month"], told["cost_percent"]) == (0, [], None)
