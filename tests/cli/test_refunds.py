"""Returns on the command line: told before, done once, or refused with nothing half done."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Regulars

TEA = {"name": "Tea", "category": "Drinks", "unit_price": "12.50", "quantity": "3"}
MUG = {"name": "Mug", "unit_price": "40.00"}


@pytest.fixture
def run(shop: Regulars, tmp_path: Path):
    def running(verb: str, *flags: str, **file: Any) -> Ran:
        path = tmp_path / f"{verb}.json"
        path.write_text(json.dumps(file), "utf-8")
        return shop(verb, str(path), *flags)

    return running


@pytest.fixture
def receipt(shop: Regulars, run) -> dict[str, Any]:
    ana = shop.json("member", "add", "--name", "Ana")
    sold: dict[str, Any] = run(
        "sale",
        member=ana["number"],
        lines=[TEA, MUG],
        tenders=[{"kind": "bank_card", "amount": "40.00"}, {"kind": "cash", "amount": "37.50"}],
    ).told
    return sold


def test_a_return_is_told_before_and_done_once(run, receipt):
    wanted = {
        "id": "019a0000-0000-7000-8000-000000000001",
        "receipt": receipt["receipt"],
        "lines": [{"line": 1, "quantity": "1"}],
        "reason": "too weak",
    }
    before = run("refund", "--preview", **wanted).told
    assert (before["refund"], before["total"], before["points_reversed"]) == (None, "12.50", 12)
    done = run("refund", **wanted).told
    assert done["refund"] == "RA0-000001"
    assert done["tenders"] == before["tenders"]
    assert {tender["kind"] for tender in done["tenders"]} == {"bank_card", "cash"}
    assert (done["points_reversed"], done["points_restored"], done["debt"]) == (12, 0, 0)
    assert run("refund", **wanted).told == done
    other = run("refund", **(wanted | {"lines": [{"line": 2, "quantity": "1"}]}))
    assert (other.code, "RA0-000001" in other.err) == (2, True)


def test_no_lines_is_all_that_is_left(run, receipt):
    run("refund", receipt=receipt["code"], lines=[{"line": 1, "quantity": "2"}])
    rest = run("refund", receipt=receipt["receipt"]).told
    assert (rest["whole"], rest["total"]) == (True, "52.50")
    again = run("refund", receipt=receipt["receipt"])
    assert (again.code, again.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lines": [{"line": 1, "quantity": "4"}]},
        {"lines": [{"line": 1, "quantity": "-1"}]},
        {"lines": [{"line": 1, "quantity": "0"}]},
        {"lines": [{"line": 1, "quantity": "0.5"}]},
        {"lines": [{"line": 9, "quantity": "1"}]},
        {"lines": [{"line": 1, "quantity": "1"}, {"line": 1, "quantity": "1"}]},
        {"lines": [{"line": "one", "quantity": "1"}]},
        {"lines": []},
        {"receipt": "B7-000001"},
        {"receipt": ""},
        {"open_lines": [{"name": "Mug", "amount": "3.00"}]},
        {"id": "not an id"},
        {"colour": "blue"},
        {"tenders": [{"kind": "points", "amount": "1.00"}]},
    ],
)
def test_what_cannot_come_back_is_one_clear_sentence(run, receipt, wrong):
    ran = run("refund", **({"receipt": receipt["receipt"]} | wrong))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert run("refund", receipt=receipt["receipt"]).told["refund"] == "RA0-000001"


def test_a_return_without_a_receipt_needs_its_reason(run, shop, receipt):
    goods = [{"name": "Mug", "quantity": "1", "amount": "40.00"}]
    assert run("refund", open_lines=goods).code == 2
    done = run("refund", open_lines=goods, reason="a present").told
    assert done["tenders"] == [{"kind": "cash", "amount": "40.00"}]
    member = receipt["member"]["number"]
    done = run("refund", open_lines=goods, reason="a present", member=member).told
    assert (done["points_reversed"], done["debt"]) == (40, 0)


def test_a_sale_is_voided_while_its_session_is_open(shop: Regulars, receipt, tmp_path):
    done = shop("void", receipt["receipt"], "--reason", "wrong basket").told
    assert (done["kind"], done["total"], done["whole"]) == ("void", "77.50", True)
    again = shop("void", receipt["receipt"])
    assert (again.code, "voided already" in again.err) == (2, True)
    out = tmp_path / "slip.pdf"
    shop("receipt", done["refund"], "--out", str(out), "--duplicate")
    assert out.read_bytes().startswith(b"%PDF")
    assert shop("doctor").code == 0
