"""The drawer on the command line: a day from float to Z report, as a script sees it."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest


def sell(shop, price="10.00", paid=None, **more):
    cart = shop.folder / "cart.json"
    line = {"name": "Tea", "unit_price": price, "quantity": "1"}
    tender = {"kind": "cash", "amount": paid or price}
    cart.write_text(json.dumps({"lines": [line], "tenders": [tender], **more}))
    return shop.json("sale", str(cart))


def text_of(path) -> str:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    return "\n".join(pdf[page].get_textpage().get_text_bounded() for page in range(len(pdf)))


def test_a_counted_day_from_the_float_to_the_z_report(shop, tmp_path):
    assert shop.json("cash", "open", "--amount", "200")["float"] == "200.00"
    sell(shop, "12.50", "20")
    shop.json("cash", "in", "--amount", "50", "--reason", "coins")
    shop.json("cash", "out", "--amount", "30", "--reason", "ice")
    assert shop.json("cash", "drop", "--amount", "100")["amount"] == "-100.00"
    shop.json("cash", "no-sale", "--reason", "change for a guest")
    x = shop.json("cash", "x")
    assert x["cash"]["expected"] == "132.50"
    assert x["no_sales"] == 1
    z = shop.json("cash", "close", "--amount", "130.00", "--reason", "miscounted change")
    assert (z["z"], z["expected"], z["counted"]) == (1, "132.50", "130.00")
    assert (z["over_short"], z["reason"]) == ("-2.50", "miscounted change")
    assert z["backup"].endswith(".db")
    for width in ("58", "80", "a4"):
        out = tmp_path / f"z{width}.pdf"
        shop.json("report", "z", "1", "--out", str(out), "--width", width)
        text = text_of(out)
        assert "A0-Z1" in text
        assert "132.50" in text
        assert "−2.50" in text
        assert z["ledger"]["head"][:32] in text
    assert shop.json("doctor")["ok"]


def test_where_nobody_counts_x_and_close_read_todays_own_session(shop):
    assert shop.json("cash", "x")["sales"]["count"] == 0
    sell(shop)
    assert shop.json("cash", "x")["cash"]["expected"] == "10.00"
    z = shop.json("cash", "close")
    assert (z["automatic"], z["counted"], z["over_short"]) == (True, None, "0.00")
    sell(shop)
    counted = shop.json("cash", "close", "--amount", "10")
    assert (counted["z"], counted["session"], counted["over_short"]) == (2, 2, "0.00")
    assert "not open" in shop("cash", "close").refused()


def test_a_reprint_says_so(shop, tmp_path):
    sell(shop)
    shop("cash", "close")
    out = tmp_path / "z.pdf"
    shop("report", "z", "A0-Z1", "--out", str(out), "--width", "80", "--duplicate")
    assert "重印" in text_of(out)


@pytest.mark.parametrize("amount", ["twelve", "1O", "１２x", "-5", "1.234", "9" * 15])
def test_a_count_that_is_no_amount_is_refused_and_nothing_closes(shop, amount):
    sell(shop)
    shop("cash", "close", "--amount", amount).refused()
    assert shop.json("cash", "x")["sales"]["count"] == 1


def test_what_makes_no_sense_is_one_clear_line(shop, tmp_path):
    shop("cash", "in", "--amount", "0").refused("zero")
    shop("cash", "out").refused("amount")
    shop.json("cash", "open", "--amount", "5")
    shop("cash", "open", "--amount", "5").refused("since")
    shop("report", "z", "7", "--out", str(tmp_path / "z.pdf")).refused("Z7")
    shop("report", "z", "seven", "--out", str(tmp_path / "z.pdf")).refused("seven")
    shop.json("cash", "close", "--amount", "5")
    shop("report", "z", "1", "--out", str(tmp_path / "z.txt")).refused()


def test_two_processes_closing_at_once_make_one_z_report(shop):
    sell(shop)
    command = [sys.executable, "-m", "app", "--data", str(shop.folder), "--json", "cash", "close"]

    def run(_):
        return subprocess.run(command, capture_output=True, text=True, check=False)

    with ThreadPoolExecutor(2) as pool:
        ran = list(pool.map(run, range(2)))
    codes = sorted(each.returncode for each in ran)
    assert codes == [0, 2], [each.stderr for each in ran]
    shop("report", "z", "2", "--out", str(shop.folder / "z.pdf")).refused()
    assert shop.json("doctor")["ok"]


def test_the_x_report_as_text_tells_every_line(shop):
    shop("cash", "open", "--amount", "100")
    for _ in range(2):
        shop("cash", "in", "--amount", "5")
    shop("cash", "no-sale")
    told = shop("cash", "x").out
    moved = told[told.index("In and out") : told.index("Head of the ledger")]
    assert moved.count("5.00") == 2
    assert "no sale" in moved
    assert "documents" in told[told.index("Head of the ledger") :]
