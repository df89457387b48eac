"""The receipt printer from the command line."""

import json
import os

import pytest

from app.config import TillConfig, save_config
from tests.escpos_reader import read


@pytest.fixture
def sold(shop, tmp_path):
    line = {"name": "龙井 Longjing", "unit_price": "128.00"}
    cart = {"lines": [line], "tenders": [{"kind": "cash", "amount": 200}]}
    (tmp_path / "cart.json").write_text(json.dumps(cart), "utf-8")
    return shop.json("sale", str(tmp_path / "cart.json"))


@pytest.mark.parametrize("width", ["58", "80"])
@pytest.mark.parametrize("encoding", ["raster", "gb18030"])
def test_the_bytes_of_a_receipt_are_written_and_scan(shop, sold, tmp_path, width, encoding):
    out = tmp_path / "r.bin"
    told = shop.json(
        "print", sold["receipt"], "--to", str(out), "--width", width, "--encoding", encoding
    )
    assert told == {"printed": "A0-000001", "kind": "receipt", "to": str(out)}
    paper = read(out.read_bytes(), 384 if width == "58" else 576)
    assert paper.codes == {sold["code"]}
    assert len(paper.cuts) == 1
    assert not paper.pulses


def test_a_receipt_goes_to_the_tills_printer(shop, sold, tmp_path):
    config = TillConfig(shop.folder, printer_connection="file", printer_address=str(tmp_path / "p"))
    save_config(config)
    shop.json("print", sold["code"])
    assert read((tmp_path / "p").read_bytes()).codes == {sold["code"]}


def test_the_drawer_is_opened_on_its_pin(shop, tmp_path):
    out = tmp_path / "d.bin"
    assert shop.json("drawer", "kick", "--to", str(out), "--pin", "5")["pin"] == 5
    assert read(out.read_bytes()).pulses == [5]
    config = TillConfig(
        shop.folder,
        printer_connection="file",
        printer_address=str(tmp_path / "p"),
        drawer_pin=2,
    )
    save_config(config)
    shop.json("drawer", "kick")
    assert read((tmp_path / "p").read_bytes()).pulses == [2]


def test_what_cannot_be_printed_is_refused_in_one_sentence(shop, sold, tmp_path):
    out = str(tmp_path / "r.bin")
    shop("print", "A0-999999", "--to", out).refused("no document A0-999999")
    shop("print", sold["receipt"]).refused("no receipt printer yet")
    shop("drawer", "kick").refused("no cash drawer yet")
    shop("print", sold["receipt"], "--to", str(tmp_path / "no" / "r.bin")).refused("r.bin")
    shop("print", sold["receipt"], "--to", out, "--width", "90").refused("--width")
    for connection in ("file", "device"):
        path = str(tmp_path / "no" / "lp0")
        config = TillConfig(shop.folder, printer_connection=connection, printer_address=path)
        save_config(config)
        shop("print", sold["receipt"]).refused("lp0 is not there")


def test_a_refund_slip_and_a_z_report_are_printed_by_their_numbers(shop, sold, tmp_path):
    draft = {"receipt": sold["receipt"], "reason": "torn"}
    (tmp_path / "back.json").write_text(json.dumps(draft), "utf-8")
    back = shop.json("refund", str(tmp_path / "back.json"))
    out = tmp_path / "r.bin"
    told = shop.json("print", back["refund"], "--to", str(out), "--encoding", "gb18030")
    assert (told["kind"], told["printed"]) == ("refund", back["refund"])
    said = "\n".join(read(out.read_bytes()).text)
    assert back["refund"] in said
    assert "128.00" in said
    shop.json("cash", "open", "--amount", "100")
    shop.json("cash", "close", "--amount", "100", "--reason", "counted")
    told = shop.json("print", "a0-z1", "--to", str(out), "--encoding", "gb18030", "--width", "58")
    assert (told["kind"], told["printed"]) == ("z_report", "A0-Z1")
    assert "A0-Z1" in "\n".join(read(out.read_bytes(), 384).text)
    shop("print", "A0-Z9", "--to", str(out)).refused("no document A0-Z9")


def test_bytes_for_a_file_never_replace_the_shop_or_a_device(shop, tmp_path):
    cart = tmp_path / "cart.json"
    cart.write_text(
        '{"lines": [{"name": "tea", "unit_price": "1"}],'
        ' "tenders": [{"kind": "cash", "amount": "1"}]}'
    )
    shop.json("sale", str(cart))
    stored = shop.folder / "shop.db"
    shop("print", "A0-000001", "--to", str(stored)).refused("shop")
    shop("drawer", "kick", "--to", str(stored)).refused("shop")
    assert stored.read_bytes().startswith(b"SQLite format 3")
    assert shop("doctor").code == 0
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        shop("print", "A0-000001", "--to", str(tmp_path / "pipe")).refused("cannot be written")
        assert (tmp_path / "pipe").is_fifo()
