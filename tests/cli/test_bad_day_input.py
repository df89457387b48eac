"""What goes wrong at a till, by command: one clear sentence each, and nothing half done."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.config import TillConfig, save_config
from app.shop import open_shop


@pytest.fixture
def till(shop, tmp_path):
    """The shop with one sale of 10.00; `till.file` writes a file's JSON."""

    def file(told: object) -> str:
        path = tmp_path / "asked.json"
        path.write_text(json.dumps(told), "utf-8")
        return str(path)

    def sale(price: str, *amounts: str) -> str:
        tenders = [{"kind": "cash", "amount": amount} for amount in amounts]
        return file({"lines": [{"name": "tea", "unit_price": price}], "tenders": tenders})

    shop.file, shop.sale = file, sale
    assert shop("sale", sale("10.00", "10.00")).code == 0
    return shop


def untouched(till) -> None:
    opened = open_shop(TillConfig(data_dir=till.folder))
    assert len(opened.sales.last(5)) == 1
    assert opened.desk.database.value("SELECT count(*) FROM refund") == 0
    assert opened.desk.database.value("SELECT count(*) FROM taking") == 0
    assert all(found.ok for found in opened.doctor.run(full=True))
    opened.close()


@pytest.mark.parametrize(
    ("price", "amounts", "says"),
    [
        ("10.00", ("5.00",), "5.00 is still to be paid"),
        ("10.00", ("-10.00",), "below zero"),
        ("-10.00", ("10.00",), "below zero"),
        ("10.00", ("5.00", "x"), "not an amount of money"),
    ],
)
def test_a_sum_that_is_short_or_no_sum_sells_nothing(till, price, amounts, says):
    till("sale", till.sale(price, *amounts)).refused(says)
    untouched(till)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("close", "--amount", "1o0"), "“1o0” is not an amount of money"),
        (("close", "--amount", "-1"), "below zero"),
        (("in", "--amount", "-5", "--reason", "x"), "below zero"),
        (("out", "--amount", "five"), "not an amount of money"),
        (("drop", "--amount", "0"), "more than zero"),
    ],
)
def test_what_is_no_count_moves_and_closes_nothing(till, arguments, says):
    till("cash", *arguments).refused(says)
    assert till.json("cash", "x")["sales"]["count"] == 1
    untouched(till)


@pytest.mark.parametrize("receipt", ["A7-000001", "B9-000001", "A0-000002", "81000000000990139"])
def test_a_receipt_of_another_till_or_prefix_gives_nothing_back(till, receipt):
    asked = till.file({"receipt": receipt, "reason": "broken"})
    till("refund", asked).refused(receipt, "check it")
    till("refund", asked, "--preview").refused(receipt)
    till("void", receipt).refused(receipt)
    till("print", receipt, "--to", asked + ".bin").refused(receipt)
    untouched(till)


def test_a_printer_path_that_does_not_exist_is_told_and_the_sale_stays(till, tmp_path):
    config = TillConfig(data_dir=till.folder)
    gone = str(tmp_path / "gone" / "lp0")
    save_config(replace(config, printer_connection="device", printer_address=gone))
    till("print", "A0-000001").refused("lp0 is not there", "Settings")
    till("drawer", "kick", "--pin", "2").refused("lp0 is not there")
    untouched(till)


def test_more_taken_back_than_was_sold_is_refused_and_written_down(till):
    lines = [{"line": 1, "quantity": "2"}]
    till("refund", till.file({"receipt": "A0-000001", "lines": lines, "reason": "x"})).refused()
    untouched(till)
    opened = open_shop(TillConfig(data_dir=till.folder))
    kinds = opened.desk.database.rows("SELECT action FROM audit_entry")
    opened.close()
    assert ("refund.too_much",) in kinds
