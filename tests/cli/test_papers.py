"""Cards and receipts saved from the command line: they scan, and read as the shop wrote them."""

import json

import pypdfium2
import pytest
import zxingcpp


@pytest.fixture
def sold(shop, tmp_path):
    ana = shop.json("member", "add", "--name", "王芳", "--phone", "13800138000")
    line = {"name": "龙井 Longjing", "unit_price": "128.00"}
    cart = {"member": ana["card"], "lines": [line], "tenders": [{"kind": "cash", "amount": 200}]}
    (tmp_path / "cart.json").write_text(json.dumps(cart), "utf-8")
    return shop.json("sale", str(tmp_path / "cart.json"))


def text_of(path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def codes_of(path) -> set[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.render(scale=4).to_pil() for page in pdf]
    return {code.text for page in pages for code in zxingcpp.read_barcodes(page)}


@pytest.mark.parametrize("width", ["58", "80", "a4"])
def test_a_receipt_is_saved_and_its_code_brings_the_sale_back(shop, sold, tmp_path, width):
    out = tmp_path / "r.pdf"
    assert shop.json("receipt", sold["receipt"], "--out", str(out), "--width", width) == {
        "file": str(out), "receipt": "A0-000001",
    }  # fmt: skip
    assert sold["code"] in codes_of(out)
    text = text_of(out)
    for words in ("晨光茶室", "A0-000001", "龙井 Longjing", "128.00", "72.00"):
        assert words in text
    assert "重印" not in text
    shop("receipt", sold["code"], "--out", str(out), "--duplicate")
    assert "重印" in text_of(out)


def test_cards_are_saved_and_scan(shop, tmp_path):
    made = [shop.json("member", "add", "--name", name) for name in ("王芳", "Ana Ruiz")]
    numbers = [member["number"] for member in made]
    for layout in ("cr80", "a4"):
        out = tmp_path / f"{layout}.pdf"
        told = shop.json("card", *numbers, "--out", str(out), "--layout", layout)
        assert [card["card"] for card in told["cards"]] == [member["card"] for member in made]
        assert {member["card"] for member in made} <= codes_of(out)
        assert "Ana Ruiz" in text_of(out)
    assert shop("card", numbers[0], numbers[0], "--out", str(tmp_path / "one.png")).code == 0
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["card", "no-such", "--out", "x.pdf"], "no-such"),
        (["card", "912345678901234", "--out", "x.pdf"], "this shop did not make it"),
        (["receipt", "Z9-000009", "--out", "x.pdf"], "Z9-000009"),
        (["receipt", "' OR 1=1 --", "--out", "x.pdf"], "receipt number"),
    ],
)
def test_what_is_not_there_is_not_printed(shop, arguments, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shop(*arguments).refused(says)
    assert not (tmp_path / "x.pdf").exists()


def test_a_file_that_cannot_be_written_is_refused(shop, sold, tmp_path):
    for out in (tmp_path / "x.doc", tmp_path / "no" / "x.pdf", tmp_path / "cart.json" / "x.png"):
        shop("receipt", sold["receipt"], "--out", str(out)).refused(str(out))
        shop("card", sold["member"]["number"], "--out", str(out)).refused(str(out))
    (tmp_path / "folder.pdf").mkdir()
    shop("receipt", sold["receipt"], "--out", str(tmp_path / "folder.pdf")).refused()


def test_a_members_statement_is_saved_with_every_entry(shop, sold, tmp_path):
    out = tmp_path / "s.pdf"
    told = shop.json("member", "statement", "13800138000", "--out", str(out))
    assert (told["points"], told["entries"]) == (128, 1)
    text = text_of(out)
    for words in ("会员对账单", "王芳", "138****8000", "A0-000001", "+128"):
        assert words in text


def test_a_statement_of_a_day_that_is_none_is_refused(shop, sold, tmp_path):
    out = str(tmp_path / "s.pdf")
    shop("member", "statement", "13800138000", "--out", out, "--from", "soon").refused("date")
    assert not (tmp_path / "s.pdf").exists()
