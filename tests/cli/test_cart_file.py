"""A sale's file is read strictly: what is not exactly a sale sells nothing, and says why."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from app.cli.cart_file import SIZE_LIMIT_BYTES, AskedSale, read_sale
from app.errors import FieldInvalid, FileUnreadable
from app.services.rules.cart import HandDiscount
from app.services.rules.money import CURRENCIES
from app.services.rules.tenders import Tender, TenderKind

SHANGHAI = ZoneInfo("Asia/Shanghai")
OPEN_LINE = {"name": "Tea", "unit_price": "12.50"}


@pytest.fixture
def read(tmp_path: Path):
    def reading(content: Any) -> AskedSale:
        path = tmp_path / "cart.json"
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            text = content if isinstance(content, str) else json.dumps(content)
            path.write_text(text, "utf-8")
        return read_sale(str(path), CURRENCIES["CNY"], SHANGHAI)

    return reading


def with_line(**changes: Any) -> dict[str, Any]:
    return {"lines": [{**OPEN_LINE, **changes}]}


def test_the_example_of_the_help_is_read_exactly(read):
    sale = read(
        {
            "id": "0193a5a0-0000-7000-8000-000000000001",
            "member": " 138 0013 8000 ",
            "lines": [
                {"barcode": "6901234567892", "quantity": "2"},
                {**OPEN_LINE, "discount": {"percent": "10", "reason": "regular"}},
            ],
            "discount": {"amount": "5.00", "reason": "wet box"},
            "tenders": [{"kind": "cash", "amount": "100.00"}],
            "at": "2026-11-21T10:00",
        }
    )
    assert str(sale.sale_id) == "0193a5a0-0000-7000-8000-000000000001"
    assert sale.member == "138 0013 8000"
    assert [line.barcode for line in sale.lines] == ["6901234567892", ""]
    assert [line.quantity_milli for line in sale.lines] == [2000, None]
    assert sale.lines[1].unit_price_minor == 1250
    assert sale.lines[1].discount == HandDiscount("regular", percent_bp=1000)
    assert sale.discount == HandDiscount("wet box", amount_minor=500)
    assert sale.tenders == (Tender(TenderKind.CASH, 10000),)
    assert sale.at == datetime(2026, 11, 21, 2, 0, tzinfo=UTC)


def test_a_whole_number_is_exact_and_taken(read):
    assert read(with_line(unit_price=12)).lines[0].unit_price_minor == 1200


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2026-11-21T10:00+01:00", datetime(2026, 11, 21, 9, tzinfo=UTC)),
        ("2026-11-21 23:59:30", datetime(2026, 11, 21, 15, 59, 30, tzinfo=UTC)),
        ("2026-11-21", datetime(2026, 11, 21, 4, tzinfo=UTC)),
    ],
)
def test_a_moment_is_shop_time_unless_it_says_otherwise(read, at, moment):
    assert read({"at": at}).at == moment


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_editors_and_shells_write_are_read(read, encoding):
    written = json.dumps(with_line(name="龙井 ☕"), ensure_ascii=False).encode(encoding)
    assert read(written).lines[0].name == "龙井 ☕"


def test_standard_input_is_read(monkeypatch):
    given = io.TextIOWrapper(io.BytesIO(json.dumps(with_line()).encode()))
    monkeypatch.setattr("sys.stdin", given)
    assert read_sale("-", CURRENCIES["CNY"], SHANGHAI).lines[0].name == "Tea"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty_file"),
        (b" \n\t", "empty_file"),
        (b"\x00\x01\x02", "binary_file"),
        (b"\xff\xd8\xff\xe0JFIF", "unknown_encoding"),
        (b"{" + b" " * SIZE_LIMIT_BYTES + b"}", "too_large"),
        ("{", "not_json"),
        ("[" * 100_000, "not_json"),
        ("{'lines': []}", "not_json"),
        ("123" * 5000 + "x", "not_json"),
    ],
)
def test_what_is_no_json_is_refused_whole(read, content, reason):
    with pytest.raises(FileUnreadable) as refused:
        read(content)
    assert refused.value.reason == reason


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path):
    for path, reason in ((tmp_path / "no.json", "missing_file"), (tmp_path, "is_a_folder")):
        with pytest.raises(FileUnreadable) as refused:
            read_sale(str(path), CURRENCIES["CNY"], SHANGHAI)
        assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("content", "field", "reason"),
    [
        ([], "cart", "not_an_object"),
        ("7", "cart", "not_an_object"),
        ({"lnies": []}, "field", "unknown_field"),
        ('{"lines": [], "lines": []}', "field", "duplicate"),
        ({"id": "12"}, "id", "not_an_id"),
        ({"member": 13800138000}, "member", "not_a_text"),
        ({"at": "yesterday"}, "at", "not_a_moment"),
        ({"at": "0001-01-01T00:00+14:00"}, "at", "not_a_moment"),
        ({"lines": {}}, "lines", "not_a_list"),
        ({"lines": ["tea"]}, "line", "not_an_object"),
        ({"lines": [OPEN_LINE] * 1001}, "lines", "too_many"),
        (with_line(price="1"), "field", "unknown_field"),
        (with_line(barcode="690"), "name", "not_with_barcode"),
        (with_line(name="  "), "name", "required"),
        (with_line(name="x" * 500), "name", "too_long"),
        (with_line(name="a\x00b"), "name", "control_characters"),
        (with_line(name="\ud800"), "name", "control_characters"),
        (with_line(name="4111 1111 1111 1111"), "name", "card_number"),
        (with_line(unit_price=12.5), "unit_price", "not_a_text"),
        (with_line(unit_price=True), "unit_price", "not_a_text"),
        (with_line(unit_price=float("nan")), "unit_price", "not_a_text"),
        (with_line(unit_price="1e3"), "unit_price", "not_an_amount"),
        (with_line(unit_price="1.005"), "unit_price", "not_an_amount"),
        (with_line(unit_price="9" * 30), "unit_price", "not_an_amount"),
        (with_line(unit_price="-1"), "unit_price", "negative"),
        (with_line(quantity="0"), "quantity", "zero"),
        (with_line(quantity="-1"), "quantity", "negative"),
        (with_line(quantity="1.0001"), "quantity", "not_a_quantity"),
        (with_line(discount="10%"), "discount", "not_an_object"),
        (with_line(discount={"percent": "10"}), "reason", "required"),
        (with_line(discount={"reason": "x"}), "amount", "required"),
        (with_line(discount={"percent": "101", "reason": "x"}), "percent", "not_a_percent"),
        (with_line(discount={"percent": "0", "reason": "x"}), "percent", "zero"),
        (with_line(discount={"amount": "0", "reason": "x"}), "amount", "zero"),
        (
            with_line(discount={"amount": "1", "percent": "1", "reason": "x"}),
            "discount",
            "percent_or_amount",
        ),
        ({"tenders": [{"kind": "gold", "amount": "1"}]}, "kind", "unknown_value"),
        ({"tenders": [{"kind": "cash"}]}, "amount", "required"),
        ({"tenders": [{"kind": "cash", "amount": "-1"}]}, "amount", "negative"),
    ],
)
def test_every_fault_is_named(read, content, field, reason):
    with pytest.raises(FieldInvalid) as refused:
        read(content)
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_a_fault_says_in_which_line(read):
    with pytest.raises(FieldInvalid) as refused:
        read({"lines": [OPEN_LINE, {**OPEN_LINE, "quantity": "0"}]})
    assert refused.value.__notes__ == ["Line 2"]
