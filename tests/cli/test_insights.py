"""The verbs of insight, as a script sees them."""

import csv
from datetime import UTC, datetime, timedelta

import pytest

from app.services.rules.insight.figures import FigureName
from tests.shared_data import shared_data

CDNOW = ["--map", "member=1", "--map", "sold_at=3", "--map", "quantity=4", "--map", "total=5"]


@pytest.fixture
def sample(shop):
    """A shop with the first 150 rows of the published sample."""
    rows = shared_data("cdnow/CDNOW_sample.txt").read_text().splitlines()[:150]
    file = shop.folder / "sample.txt"
    file.write_text("\n".join(rows) + "\n")
    assert shop("import", "sales", str(file), *CDNOW, "--create-missing").code == 0
    return shop


def rows_of(file):
    with file.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def test_rfm_tells_its_groups_and_every_member(sample):
    out = sample.folder / "rfm.csv"
    told = sample.json("insight", "rfm", "--as-of", "1997-09-30", "--members", str(out))
    rows = rows_of(out)
    assert list(rows[0]) == [
        "number", "recency_days", "frequency", "monetary", "r", "f", "m", "group",
    ]  # fmt: skip
    assert sum(group["members"] for group in told["groups"]) == len(rows)
    for group in told["groups"]:
        cents = [round(float(r["monetary"]) * 100) for r in rows if r["group"] == group["name"]]
        assert group["members"] == len(cents)
        assert round(float(group["spend"]) * 100) == sum(cents)
    # Of the customer 00004: 1, 18 January and 2 August before the last day that counts.
    (first,) = [row for row in rows if row["number"] == "00004"]
    assert (first["recency_days"], first["frequency"], first["monetary"]) == ("59", "3", "74.02")


def test_quadrants_and_stages_place_every_buyer_once(sample):
    for verb in ("quadrants", "stages"):
        out = sample.folder / f"{verb}.csv"
        told = sample.json("insight", verb, "--as-of", "1997-09-30", "--members", str(out))
        assert sum(group["members"] for group in told["groups"]) == len(rows_of(out)) > 0


def test_a_forecast_tells_its_models_and_every_member(sample):
    out = sample.folder / "forecast.csv"
    told = sample.json(
        "insight", "forecast", "--unit", "week", "--as-of", "1997-09-30", "--members", str(out)
    )
    assert {"r", "alpha", "a", "b", "log_likelihood", "p", "q", "gamma"} <= told.keys()
    rows = rows_of(out)
    assert told["members"] == len(rows)
    assert list(rows[0]) == ["number", "x", "t_x", "T", "p_alive", "expected_90", "value"]
    assert all(0 <= float(row["p_alive"]) <= 1 for row in rows)


def test_a_forecast_says_nothing_of_who_bought_on_one_day_only(sample):
    out = sample.folder / "said.csv"
    said = sample("insight", "forecast", "--as-of", "1997-09-30", "--members", str(out)).out
    rows = rows_of(out)
    again = [float(row["p_alive"]) for row in rows if int(row["x"])]
    assert f"Of {len(again):,} members who came again about {sum(again):,.0f} still come" in said
    assert f"Of {len(rows) - len(again):,} more, who bought on one day only," in said


def test_the_unit_of_time_changes_alpha_and_not_what_is_expected(sample):
    weeks, days = (
        sample.json("insight", "forecast", "--as-of", "1997-09-30", "--unit", unit)
        for unit in ("week", "day")
    )
    assert days["alpha"] == pytest.approx(7 * weeks["alpha"], rel=1e-3)
    assert days["r"] == pytest.approx(weeks["r"], rel=1e-3)


def test_the_compass_is_told_by_name(sample):
    told = sample.json("insight", "kpi", "--from", "1997-01-01", "--to", "1997-03-31")
    assert set(told) == {
        "period", "before", "year_before", "tier_moves", "cohorts", "liability", "best_products",
        "pairs", "counted",
    }  # fmt: skip
    for name in FigureName:
        assert {name} <= told["period"].keys() & told["before"].keys() & told["counted"].keys()
    assert told["period"]["sales"] > 0
    assert told["cohorts"][0]["came"][0] == told["cohorts"][0]["members"]
    assert told["before"]["to"] == "1996-12-31"
    said = sample("insight", "kpi", "--from", "1997-01-01", "--to", "1997-03-31")
    assert "a year before" in said.out
    assert len(sample.json("insight", "liability", "--from", "1997-01-01")["months"]) > 12
    assert len(sample.json("insight", "liability", "--as-of", "1997-09-30")["months"]) == 12
    assert "pairs" in sample.json("insight", "pairs", "--from", "1997-01-01")
    sample("insight", "kpi", "--from", "1997-02-01", "--to", "1997-01-01").refused("1997-02-01")
    sample("insight", "kpi", "--from", "2999-02-01", "--to", "2999-02-02").refused("future")
    sample("insight", "kpi", "--from", "0001-02-01").refused("1900")


@pytest.mark.parametrize("verb", ["rfm", "quadrants", "stages", "forecast"])
def test_a_shop_without_sales_is_told_so(shop, verb):
    ran = shop("insight", verb)
    assert ran.code == 0
    assert "yet" in ran.out
    out = shop.folder / "none.csv"
    assert shop("insight", verb, "--members", str(out)).code == 0
    assert rows_of(out) == []


def test_a_day_that_is_none_and_a_file_of_another_kind_are_refused(shop):
    shop("insight", "rfm", "--as-of", "soon").refused("soon")
    shop("insight", "rfm", "--members", "members.doc").refused("members.doc")


def test_the_report_is_written_as_a_pdf_and_nothing_else(sample):
    out = sample.folder / "compass.pdf"
    span = ("--from", "1997-01-01", "--to", "1997-06-30")
    assert sample("insight", "report", *span, "--out", str(out)).code == 0
    assert out.read_bytes().startswith(b"%PDF")
    sample("insight", "report", "--out", str(sample.folder / "compass.txt")).refused("compass.txt")


NO_ONE = "No member has bought anything yet."


def told_notes(shop):
    """The note of each verb, as JSON tells it."""
    verbs = ("rfm", "quadrants", "stages", "forecast", "pairs")
    return {verb: shop.json("insight", verb).get("note", "") for verb in verbs}


def bought(shop, *sales):
    """Sales of members by name, days ago and amount."""
    today = datetime.now(UTC).date()
    rows = [f"{who},{today - timedelta(days=ago)},tea,1,{minor}" for who, ago, minor in sales]
    file = shop.folder / "past.csv"
    file.write_text("\n".join(["member,sold_at,product,quantity,total", *rows]) + "\n")
    ran = shop("import", "sales", str(file), "--create-missing")
    assert ran.code == 0, ran.err


def test_what_few_members_cannot_say_is_said(shop):
    """None, one, one day, equal baskets, two visits: a clear word each, on paper and as JSON."""
    assert told_notes(shop) == dict.fromkeys(("rfm", "quadrants", "stages", "forecast"), NO_ONE) | {
        "pairs": "No sale was made in this period."
    }
    assert "by 2020-01-01" in shop("insight", "rfm", "--as-of", "2020-01-01").out
    bought(shop, ("m1", 0, "10.00"))
    alone = told_notes(shop)
    assert "There is one member, in a group of their own" in alone["rfm"]
    assert "One member is the mean" in alone["quadrants"]
    assert "rhythm of 30 days, which is nobody's" in alone["stages"]
    assert "come back yet" in alone["forecast"]
    assert "in 1 basket;" in alone["pairs"]
    bought(shop, ("m2", 0, "10.00"), ("m3", 0, "10.00"))
    assert "All members came last on one day" in shop("insight", "rfm").out
    assert "equally often and left as much at a time" in shop("insight", "quadrants").out
    bought(shop, ("m2", 9, "10.00"))
    few = told_notes(shop)
    assert "(3 members, fewer than 25)" in few["rfm"]
    assert few["quadrants"].startswith("All members left as much at a time")
    assert "median of 9 days" in few["stages"]
    assert "1 member came back in 1 week" in few["forecast"]
    for verb, note in few.items():  # what a person reads last
        assert shop("insight", verb).out.endswith(f"\n{note}\n" if verb != "pairs" else note + "\n")


def test_enough_members_are_told_without_a_caution(shop):
    bought(
        shop,
        ("m30", 3, "5.00"),
        *((f"m{at}", ago, f"{at}.00") for at in range(1, 31) for ago in (at, 2 * at, 60 + at)),
    )
    notes = told_notes(shop)
    assert [notes[verb] for verb in ("rfm", "quadrants", "stages", "forecast")] == [""] * 4


def test_a_saved_segment_says_where_it_is_nobody_or_everybody(shop):
    for name, tag in (("Anna", "vip"), ("Bert", "")):
        assert shop("member", "add", "--name", name, *(["--tag", tag] if tag else [])).code == 0
    assert shop("segment", "save", "all", "visits >= 0").out == (
        "Saved all: 2 members; that is everybody.\n"
    )
    assert shop("segment", "save", "none", "visits > 9").out == (
        "Saved none: 0 members; nobody is in it so far.\n"
    )
    assert shop("segment", "save", "some", "tag = vip").out == "Saved some: 1 member.\n"


def test_a_segment_saved_over_another_says_what_it_replaced(shop):
    old, new = "visits >= 0", "visits > 9"
    assert shop.json("segment", "save", "Best", old)["replaced"] is None
    said = shop("segment", "save", "Best", new).out
    assert said.endswith(f" It replaced: {old}\n")
    assert "replaced" not in shop("segment", "save", "Best", new).out
    gone = {"name": "Best", "conditions": new}
    assert shop.json("segment", "save", "Best", old)["replaced"] == gone
    assert f"It replaced Best: {old}" in shop("segment", "save", "best", new).out
    assert shop("segment", "save", "best", old).code == 0


def test_a_refusal_blames_the_option_that_was_given(shop):
    for day, why in (("2999-01-01", "future"), ("1800-05-05", "1900")):
        for verb in ("kpi", "pairs"):
            said = shop("insight", verb, "--as-of", day).refused("(--to)", day, why)
            assert "--from" not in said
    shop("insight", "kpi", "--from", "2999-01-01").refused("(--from)", "2999-01-01")
    said = shop("insight", "rfm", "--members", "x.foo").refused("x.foo", "(allowed: .csv, .xlsx)")
    assert "--out" not in said
    shop("segment", "export", "visits >= 0", "x.foo").refused("The file x.foo", ".csv, .xlsx")
    shop("insight", "report", "--out", "x.foo").refused("The file x.foo", "(allowed: .pdf)")


def test_a_condition_that_is_refused_says_what_may_stand_there(shop):
    said = shop("segment", "save", "S", "stage = asleep").refused("In the conditions, “asleep” is")
    assert "(allowed: new, active, silent, lost, back)" in said
    shop("segment", "show", "vists > 3").refused("did you mean visits?")
    shop("segment", "show", "visits contains 3").refused("=, !=, <, <=, >, >=")
    shop("segment", "show", "state = gone").refused("active, frozen, archived")
    assert shop("segment", "show", "stage = Lost").code == 0
    assert shop("segment", "save", "Lost ones", "stage = lost").code == 0
    shop("segment", "remove", "Lots").refused("“Lots” (there are: Lost ones)")


def test_a_table_of_groups_says_where_to_see_who_is_in_them(sample):
    said = sample("insight", "stages").out
    command = said.rsplit("`", 2)[1]
    assert command.startswith("regulars segment show 'stage = ")
    condition = command.split("'")[1]
    count = next(
        line.split()[1] for line in said.splitlines() if line.startswith(condition.split()[-1])
    )
    assert sample("segment", "show", condition).out.startswith(f"{count} members")
    out = str(sample.folder / "all.csv")
    assert f"Each member is in {out}." in sample("insight", "rfm", "--members", out).out


def test_what_a_segment_names_and_nobody_knows_stands_beside_what_there_is(shop):
    shop("member", "add", "--name", "Ana", "--tag", "vip")
    said = shop("segment", "save", "Best", "tag = vpi").out
    assert "Nothing here is called “vpi” (there are: vip); is it spelt right?" in said
    assert "In Best: nothing here is called “vpi”" in shop("segment", "list").out
    assert shop.json("segment", "show", "gender = femal")["unknown"] == ["femal"]
    shop("segment", "show", "Bst ones").refused("“Bst ones” (there are: Best)")
    assert "only Best" in shop("segment", "overlap", "Best", "tag = vip").out


def test_a_verb_that_is_missing_or_misspelt_is_told_with_those_there_are(shop):
    shop("insight").refused("Say what to do (rfm, quadrants,")
    shop("insight", "rfn").refused("no verb “rfn” (there are: rfm, quadrants,")
    shop("segmnt", "list").refused("no verb “segmnt” (did you mean segment?)")
    shop("insight", "forecast", "--unit", "month").refused("--unit", "(there are: day, week)")
