"""Stock by the command line: booked once, told exactly, refused clearly."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from app.config import TillConfig, save_config
from app.services.rules.powers import Role
from app.shop import open_shop
from tests.cli.conftest import Regulars
from tests.escpos_reader import read

CODE = "6901234567892"


@pytest.fixture
def goods(shop: Regulars, tmp_path: Path) -> Regulars:
    path = tmp_path / "goods.csv"
    path.write_text(f"barcode,name,price,cost\n{CODE},龙井,35.00,18.00\n,茶杯,12.00,\n", "utf-8")
    assert shop("import", "products", str(path)).code == 0
    return shop


def test_a_delivery_is_booked_once_and_a_sale_takes_from_it(goods, tmp_path):
    move = str(uuid4())
    arguments = ("stock", "receive", CODE, "12", "--cost", "17.50", "--id", move)
    assert goods.json(*arguments) == goods.json(*arguments)
    assert goods.json(*arguments) == {
        "product": "龙井",
        "on_hand": "12",
        "low": None,
        "is_low": False,
    }
    cart = tmp_path / "cart.json"
    cart.write_text(json.dumps({
        "lines": [{"barcode": CODE, "quantity": "2"}],
        "tenders": [{"kind": "cash", "amount": "70.00"}],
    }), "utf-8")  # fmt: skip
    number = goods.json("sale", str(cart))["receipt"]
    newest = goods.json("stock", "history", CODE)[0]
    assert (newest["kind"], newest["quantity"], newest["on_hand"], newest["document"]) == (
        "sale", "-2", "10", number,
    )  # fmt: skip
    assert goods.json("stock", "list")[0]["cost"] == "17.50"


def test_a_count_a_loss_and_what_is_low(goods):
    assert goods("stock", "low").out == "Nothing is low.\n"
    assert goods.json("stock", "count", "茶杯", "6", "--low", "5")["is_low"] is False
    assert goods.json("stock", "loss", "茶杯", "1", "--reason", "broken")["on_hand"] == "5"
    assert [row["name"] for row in goods.json("stock", "low")] == ["茶杯"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("receive", "4006381333931", "1"), "4006381333931"),
        (("receive", CODE, "0"), "quantity"),
        (("receive", CODE, "-1"), "quantity"),
        (("receive", CODE, "x"), "quantity"),
        (("receive", CODE, "1", "--cost", "-1"), "cost"),
        (("receive", CODE, "1", "--id", "7"), "id"),
        (("count", CODE, "1", "--low", "-1"), "low"),
        (("loss", CODE, "1", "--reason", " "), "reason"),
    ],
)
def test_what_cannot_be_booked_is_refused_in_one_sentence(goods, arguments, word):
    goods("stock", *arguments).refused(word)
    if "--low" not in arguments:
        assert goods.json("stock", "list") == []


def test_an_invoice_is_asked_for_and_issued_and_a_gift_receipt_saved(goods, tmp_path):
    cart = tmp_path / "cart.json"
    cart.write_text(json.dumps({
        "lines": [{"barcode": CODE, "quantity": "1"}],
        "tenders": [{"kind": "cash", "amount": "35.00"}],
    }), "utf-8")  # fmt: skip
    number = goods.json("sale", str(cart))["receipt"]
    goods("invoice", "ask", number).refused("title")
    goods("invoice", "issued", number, "77").refused("asked")
    told = goods.json("invoice", "ask", number, "--title", "王芳")
    assert (told["state"], told["total"], told["invoice"]) == ("asked", "35.00", "")
    assert [each["receipt"] for each in goods.json("invoice", "list")] == [number]
    assert goods.json("invoice", "issued", number, "77")["state"] == "issued"
    assert goods("invoice", "list").out == "No invoice is waiting.\n"
    assert "王芳" in goods("invoice", "list", "--all").out
    goods("invoice", "issued", number, "78").refused("77")
    assert goods.json("invoice", "cancel", number)["state"] == "cancelled"
    gift = tmp_path / "gift.pdf"
    assert goods("receipt", number, "--gift", "--out", str(gift)).code == 0
    assert gift.read_bytes().startswith(b"%PDF")


def test_a_member_keeps_whom_their_invoices_name(goods):
    member = goods.json("member", "add", "--name", "Ana")["number"]
    code = "91350100M000100Y43"
    told = goods.json("invoice", "buyer", member, "--title", "Ana Ltd", "--tax-number", code)
    assert told["tax_number"] == code
    assert goods.json("invoice", "buyer", member) == told
    goods("invoice", "buyer", member, "--title", "Ana Ltd", "--tax-number", "1").refused("tax")


def test_labels_are_saved_and_missing_codes_given(goods, tmp_path):
    out = tmp_path / "labels.pdf"
    goods("labels", "茶杯", "--out", str(out)).refused("no barcode")
    assert goods.json("labels", "--all", "--out", str(out))["without_code"] == 1
    told = goods.json("labels", "--all", "--give-codes", "--copies", "3", "--out", str(out))
    assert (told["labels"], told["pages"]) == (6, 1)
    assert [each["name"] for each in told["codes_given"]] == ["茶杯"]
    assert out.read_bytes().startswith(b"%PDF")
    shelf = ("--kind", "shelf", "--format", "roll-40x30", "--out", str(out))
    assert goods.json("labels", CODE, *shelf)["pages"] == 1
    goods("labels", CODE, "--start", "25", "--out", str(out)).refused("25")
    goods("labels", CODE, "--copies", "0", "--out", str(out)).refused("copies")
    goods("labels", "--out", str(out)).refused("name")
    goods("labels", CODE, "--out", str(tmp_path / "x.png")).refused("ending")


def test_labels_go_to_the_receipt_printer_or_say_why_not(goods, tmp_path):
    out = tmp_path / "labels.bin"
    told = goods.json("labels", CODE, "--copies", "2", "--to", str(out))
    assert (told["labels"], told["to"]) == (2, str(out))
    assert read(out.read_bytes()).codes == {CODE}
    goods("labels", CODE, "--print").refused("receipt printer", "Settings")
    goods("labels", CODE, "--format", "a4-3x8", "--to", str(out)).refused("210 mm", "72 mm")
    goods("labels", CODE).refused("--out", "--print")
    config = TillConfig(data_dir=goods.folder)
    save_config(
        replace(config, printer_connection="device", printer_address=str(tmp_path / "no" / "lp0"))
    )
    goods("labels", CODE, "--print").refused("lp0 is not there")


def test_who_served_a_line_is_named_in_the_cart_and_gets_their_part(goods, tmp_path):
    opened = open_shop(TillConfig(data_dir=goods.folder))
    opened.staff.add("Lily", Role.CLERK)
    opened.close()
    assert goods.json("commission", "rate", "Lily", "12.5") == {"person": "Lily", "rate": "12.5"}
    cart = tmp_path / "cart.json"
    cart.write_text(json.dumps({
        "lines": [{"name": "cut", "unit_price": "80.00", "served_by": "Lily"}],
        "tenders": [{"kind": "cash", "amount": "80.00"}],
    }), "utf-8")  # fmt: skip
    assert goods.json("sale", str(cart))["lines"][0]["served_by"] == "Lily"
    (lily,) = goods.json("commission", "report")
    assert (lily["person"], lily["net"], lily["commission"]) == ("Lily", "80.00", "10.00")
    out = tmp_path / "c.csv"
    assert goods("commission", "report", "--out", str(out)).code == 0
    assert "Lily" in out.read_text("utf-8-sig")
    goods("commission", "rate", "Lily", "x").refused("commission")
    goods("commission", "report", "--from", "yesterday").refused("yesterday")
    low = tmp_path / "low.pdf"
    assert goods("stock", "low", "--out", str(low)).code == 0
    assert low.read_bytes().startswith(b"%PDF")
