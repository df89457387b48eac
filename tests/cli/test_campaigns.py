"""The verb `campaign`, as a script runs its whole circle."""

import csv
import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.cli.campaigns import EXAMPLE
from app.config import load_config
from app.shop import open_shop
from tests.services.campaign_shop import crowd, enrol, with_coupon


@pytest.fixture
def people(shop):
    """Ten members who may be asked at any hour, and a coupon to give them."""
    with opened(shop) as inside:
        with_coupon(inside)
        crowd(inside, 10)
        always = replace(inside.settings.get(), quiet_from_hour=0, quiet_until_hour=0)
        inside.settings.save(always)
    return shop


@contextmanager
def opened(regulars):
    """The shop behind the command line."""
    shop = open_shop(load_config(regulars.folder))
    try:
        yield shop
    finally:
        shop.close()


def written(people, **changes):
    told: dict[str, Any] = (
        EXAMPLE | {"name": "Autumn", "audience": "visits >= 0", "seed": 7} | changes
    )
    told = json.loads(json.dumps(told))
    if "variants" not in changes:
        coupon = {"kind": "coupon", "template": "ten", "cost_minor": 1000}
        told["variants"][0]["offer"] = coupon
    told["ends_on"] = changes.get("ends_on", "2099-01-01")
    file = people.folder / "draft.json"
    file.write_text(json.dumps(told), "utf-8")
    return str(file)


def soon():
    return (datetime.now(UTC) + timedelta(days=20)).date().isoformat()


def test_the_example_runs_as_it_is_in_a_shop_without_coupons(shop):
    with opened(shop) as inside:
        crowd(inside, 5)
    file = shop.folder / "example.json"
    file.write_text(shop("campaign", "example").out, "utf-8")
    plan = shop.json("campaign", "plan", str(file))
    assert (plan["audience"], plan["reached"]) == (0, 0)
    told = json.loads(file.read_text("utf-8")) | {"audience": "visits >= 0"}
    file.write_text(json.dumps(told), "utf-8")
    assert shop.json("campaign", "start", str(file))["state"] == "running"


def test_a_script_runs_the_whole_circle(people):
    file = written(people, ends_on=soon())
    plan = people.json("campaign", "plan", file)
    assert (plan["audience"], plan["reached"], plan["held_out"]) == (10, 8, 2)
    assert plan["cost"] == "80.80"
    assert people.json("campaign", "list") == []
    started = people.json("campaign", "start", file)
    assert people.json("campaign", "start", file) == started
    assert (started["state"], started["issued"]) == ("running", 8)
    calls = people.json("campaign", "calls", "autumn")
    assert len(calls) == 8
    number = calls[0]["number"]
    assert people.json("campaign", "outcome", "Autumn", number, "will-come")["outcome"] == (
        "will-come"
    )
    assert people.json("campaign", "outcome", "Autumn", calls[1]["number"], "do-not-call") == {
        "number": calls[1]["number"], "outcome": "do-not-call", "barred": "no_consent",
        "note": "",
    }  # fmt: skip
    assert people.json("campaign", "arrive", "Autumn", number)["again"] is False
    assert people("campaign", "arrive", "Autumn", number).out.count("was here before") == 1
    paper = people.folder / "calls.pdf"
    assert people.json("campaign", "export", "Autumn", "call", str(paper))["rows"] == 7
    assert paper.read_bytes().startswith(b"%PDF")
    result = people.json("campaign", "result", "Autumn")
    assert result["funnel"] == {
        "chosen": 8, "invited": 2, "confirmed": 1, "attended": 1, "bought": 0,
    }  # fmt: skip
    assert result["visits"] == {"verdict": "too_few"}
    assert "too few people" in people("campaign", "result", "Autumn").out
    stopped = people.json("campaign", "stop", "Autumn", "--revoke")
    assert (stopped["state"], stopped["coupons_revoked"]) == ("stopped", 8)
    assert people.json("campaign", "list")[0]["state"] == "stopped"
    assert people("campaign", "stop", "Autumn").out.startswith("Autumn was stopped already.\n")
    assert people("doctor").code == 0


def test_lists_for_a_channel_count_as_asked_and_pictures_go_into_a_folder(people):
    file = written(people, ends_on=soon(), channels=["sms"], holdout_bp=0)
    people.json("campaign", "start", file)
    sms = people.folder / "sms.csv"
    assert people.json("campaign", "export", "Autumn", "sms", str(sms))["rows"] == 10
    with sms.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert list(rows[0]) == ["number", "name", "phone", "variant", "text", "coupon"]
    assert all(row["name"] in row["text"] for row in rows)
    assert people.json("campaign", "result", "Autumn")["funnel"]["invited"] == 10
    left = people.folder / "left.csv"
    assert people.json("campaign", "export", "Autumn", "left-out", str(left))["rows"] == 0
    people.json("campaign", "stop", "Autumn")
    people("campaign", "export", "Autumn", "sms", str(sms)).refused("ended")
    again = written(people, name="Winter", ends_on=soon(), channels=["picture"], holdout_bp=0)
    people.json("campaign", "start", again)
    folder = people.folder / "pictures"
    assert people.json("campaign", "export", "Winter", "picture", str(folder))["rows"] == 10
    assert len(list(folder.glob("*.png"))) == 10
    assert (folder / "list.csv").is_file()
    archive = people.folder / "pictures.zip"
    assert people.json("campaign", "export", "Winter", "picture", str(archive))["rows"] == 10
    assert archive.read_bytes().startswith(b"PK")


def test_an_empty_list_of_a_channel_says_why_and_the_plan_speaks_plainly(people):
    with opened(people) as inside:
        enrol(inside, "Ana", marketing_consent=False)
    file = written(people, ends_on=soon(), channels=["call", "sms"], holdout_bp=0)
    assert people.json("campaign", "plan", file)["left_out"] == {"no_consent": 1}
    assert "no consent: 1" in people("campaign", "plan", file).out
    people.json("campaign", "start", file)
    for channel, note in (("sms", True), ("call", False)):
        said = people("campaign", "export", "Autumn", channel, str(people.folder / "list.csv")).out
        assert ("the first of its channels" in said) == note


def test_what_makes_no_sense_is_refused_in_one_line(people):
    broken = people.folder / "broken.json"
    broken.write_text("{")
    people("campaign", "plan", str(broken)).refused("is not JSON")
    people("campaign", "plan", str(people.folder / "none.json")).refused("none.json")
    people("campaign", "plan", written(people, holdout_bp=10_000, ends_on=soon())).refused("100%")
    people("campaign", "plan", written(people, strange=1, ends_on=soon())).refused("strange")
    people("campaign", "plan", written(people, ends_on="soon")).refused("is not a date")
    people("campaign", "plan", written(people, ends_on=soon(), seed="x")).refused("seed")
    people("campaign", "start", written(people, ends_on=soon(), budget_minor=1)).refused("budget")
    people("campaign", "start", written(people, ends_on=soon(), audience="visits > 9")).refused(
        "Nobody is left"
    )
    people("campaign", "result", "Spring").refused("Spring")
    people("campaign", "arrive", "Spring", "000001").refused("Spring")
    wrong = json.loads(json.dumps(EXAMPLE["variants"]))
    wrong[0]["text"]["en"] = "{nmae}"
    people("campaign", "plan", written(people, ends_on=soon(), variants=wrong)).refused("{nmae}")


def test_what_is_refused_in_a_campaign_file_says_what_may_stand_there(people):
    def plan(**changed):
        return people("campaign", "plan", written(people, ends_on=soon(), **changed))

    plan(channels=["fax"]).refused("In the channels, “fax”", "(allowed: call, sms, wechat, email,")
    plan(channels="sms").refused('The channels “"sms"” must be a list')
    plan(chanels=["sms"]).refused("In the campaign file, “chanels”", "channels")
    misspelt = [{"name": "A", "text": "Dear {nmae}", "offer": {"kind": "none"}}]
    plan(variants=misspelt).refused("“{nmae}” is no merge field (did you mean {name}?)")
    plan(variants=[{"text": "x", "offer": {"kind": "gift"}}]).refused("“gift”", "coupon, points")
    plan(audience="stage = asleep").refused("“asleep”", "new, active, silent, lost, back")
    people("segment", "save", "Sleepers", "stage = silent")
    plan(audience="sleeper").refused("“sleeper” (there are: Sleepers)")
    empty = people.folder / "empty.json"
    empty.write_text("[]")
    people("campaign", "plan", str(empty)).refused("campaign file “[]” must be an object")
    people("campaign", "result", "Atumn").refused("“Atumn”")
    people.json("campaign", "start", written(people, ends_on=soon()))
    early = people("campaign", "result", "Autumn", "--as-of", "2001-01-01")
    early.refused("(as-of) “2001-01-01” is before the first day")


def test_a_start_says_what_comes_next_and_a_second_one_that_it_is_started(people):
    file = written(people, name="Come back", ends_on=soon(), channels=["call", "sms"], holdout_bp=0)
    said = people("campaign", "start", file).out
    assert said.startswith("Started.\n")
    assert "regulars campaign calls 'Come back'" in said
    assert "regulars campaign export 'Come back' sms FILE.csv" in said
    assert people("campaign", "start", file).out.startswith("It is started already.\n")
    heading = people("campaign", "calls", "Come back").out.splitlines()[0]
    assert "outcome" in heading
    assert "note" not in heading
    people("campaign", "note", "Come back", "000001", "after six")
    assert "note" in people("campaign", "calls", "Come back").out.splitlines()[0]
    people("campaign", "outcome", "Come back", "000001", "will-come")
    assert "will come 1" in people("campaign", "result", "Come back").out
