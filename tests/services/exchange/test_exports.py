"""What goes out is whole, harmless in a spreadsheet, and comes back the same."""

import csv
import gc
import os
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import Cancelled, FieldInvalid, FileUnreadable
from app.services.exchange import tables_out
from app.services.exchange.cells import restored
from app.services.exchange.exports import EXPORT_KINDS, Exports
from app.services.exchange.source import lines, open_source
from app.services.exchange.tables_out import Column, write_table
from app.services.ids import uuid7
from app.services.products import ProductDraft
from app.services.rules.cart import Item
from app.services.settings import ShopSettings
from app.services.texts import checked_text
from app.shop import create_shop
from tests.services.exchange.conftest import Exchange
from tests.services.exchange.test_imports import MEMBERS, PRODUCTS
from tests.services.exchange.test_sales_in import SALES
from tests.shared_data import naughty_strings
from tests.shop_builder import cart_of, cash, points


@pytest.fixture
def exports(shop) -> Exports:
    return Exports(shop.desk)


def read(path: Path) -> list[dict[str, str]]:
    """A written file as this program and any other would read it."""
    rows = [cells for _, cells in lines(open_source(path))]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_members_go_out_with_their_figures(exchange, exports, tmp_path, suffix):
    exchange.take("members", MEMBERS)
    exchange.take("sales", SALES, create_missing=True)
    path = tmp_path / f"members{suffix}"
    assert exports.write("members", path) == 3
    assert read(path)[0] == {
        "number": "00017",
        "name": "张伟",
        "phone": "138 0013 8000",
        "tier": "",
        "points": "1270",
        "visits": "1",
        "spent": "70.00" if suffix == ".csv" else "70",
        "last_visit": "2026-11-20 09:30:00",
    }


def test_csv_opens_in_excel_and_is_quoted_by_the_rules(exchange, exports, tmp_path):
    exchange.take("members", 'number,name,note\n1,"Ana ""A"", Li","x"\n')
    exports.write("members", tmp_path / "m.csv")
    raw = (tmp_path / "m.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfnumber,name,")
    assert raw.endswith(b"\r\n")
    assert b'1,"Ana ""A"", Li",' in raw


def test_sales_go_out_line_by_line_with_what_was_kept_of_each_payment(
    shop, exchange, exports, tmp_path
):
    exchange.take("sales", SALES, create_missing=True)
    shop.checkout.complete(uuid7(), cart_of(Item("伞", 8700)), None, (cash(10000),))
    path = tmp_path / "sales.csv"
    assert exports.write("sales", path) == 6
    rows = read(path)
    assert [row["tenders"] for row in rows] == [
        "", "wechat 70.00", "wechat 70.00", "cash 20.00", "cash 20.00", "cash 87.00",
    ]  # fmt: skip
    assert rows[1] == {
        "sold_at": "2026-11-20 09:30:00",
        "receipt": rows[2]["receipt"],
        "member": "00017",
        "barcode": "",
        "name": "拿铁",
        "category": "饮品",
        "quantity": "2",
        "unit_price": "26.00",
        "discount": "0.00",
        "total": "52.00",
        "tenders": "wechat 70.00",
    }
    assert rows[5]["receipt"] == "A0-000001"


def test_points_go_out_as_the_ledger_stands(shop, exchange, exports, tmp_path):
    exchange.take("members", MEMBERS)
    member = shop.members.by_number("00017").member_id
    cart = cart_of(Item("茶", 1000), member=member)
    shop.checkout.complete(uuid7(), cart, None, (points(100), cash(900)))
    assert exports.write("points", tmp_path / "p.csv") == 3
    assert [
        (row["member"], row["kind"], row["points"], row["receipt"], row["reason"])
        for row in read(tmp_path / "p.csv")
    ] == [
        ("00017", "adjust", "1200", "", "期初积分"),
        ("00017", "burn", "-100", "A0-000001", ""),
        ("00017", "earn", "9", "A0-000001", ""),
    ]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize(("kind", "table"), [("members", MEMBERS), ("products", PRODUCTS)])
def test_an_export_comes_back_and_changes_nothing(exchange, exports, tmp_path, suffix, kind, table):
    exchange.take(kind, table)
    path = tmp_path / f"out{suffix}"
    exports.write(kind, path)
    report = exchange.take(kind, path)
    assert (report.added, report.unchanged, report.refused) == (0, 3, ())


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_exported_sales_come_back_and_add_nothing(shop, exchange, exports, tmp_path, suffix):
    exchange.take("sales", SALES, create_missing=True)
    shop.checkout.complete(uuid7(), cart_of(Item("伞", 8700)), None, (cash(10000),))
    path = tmp_path / f"sales{suffix}"
    exports.write("sales", path)
    report = exchange.take("sales", path)
    assert (report.added, report.unchanged, report.refused) == (0, 6, ())


def test_exported_sales_move_to_another_shop(shop, exchange, exports, tmp_path, clock):
    exchange.take("sales", SALES, create_missing=True)
    shop.checkout.complete(uuid7(), cart_of(Item("伞", 8700)), None, (cash(10000),))
    exports.write("sales", tmp_path / "first.csv")
    config = TillConfig(data_dir=tmp_path / "other")
    other = create_shop(config, ShopSettings(name="二店"), clock=clock)
    clock.forward(minutes=1)
    moved = Exchange(other, tmp_path).take("sales", tmp_path / "first.csv", create_missing=True)
    assert (moved.added, moved.sales, moved.refused) == (6, 4, ())
    assert other.desk.database.value("SELECT sum(total_minor) FROM sale") == 17700
    other.close()


def test_a_spreadsheet_never_runs_what_a_member_typed(exchange, exports, tmp_path):
    names = ["=1+1", "+1", "-1", "@x", "'=1", "''+2", "'plain"]
    out = StringIO()
    csv.writer(out).writerows([["number", "name"], *([f"{n:03d}", t] for n, t in enumerate(names))])
    # Apostrophes of our own making come off again, so these go in doubled.
    doubled = out.getvalue().replace(",'=", ",''=").replace(",''+", ",'''+")
    exchange.take("members", doubled)
    for suffix in (".csv", ".xlsx"):
        path = tmp_path / f"m{suffix}"
        exports.write("members", path)
        cells = [row["name"] for row in read(path)]
        assert cells == ["'=1+1", "'+1", "'-1", "'@x", "''=1", "'''+2", "'plain"]
        assert exchange.take("members", path).unchanged == len(names)


def test_phones_go_out_as_they_are_dialled_here(exchange, exports, tmp_path):
    text = "number,name,phone\n1,A,+8613800138000\n2,B,+44 20 7946 0958\n3,C,=tel\n"
    exchange.take("members", text)
    exports.write("members", tmp_path / "m.csv")
    phones = [row["phone"] for row in read(tmp_path / "m.csv")]
    assert phones == ["138 0013 8000", "00 44 20 7946 0958", "'=tel"]
    assert exchange.take("members", tmp_path / "m.csv").unchanged == 3


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_naughty_names_go_out_and_come_back(exchange, exports, tmp_path, suffix):
    kept = []
    for text in dict.fromkeys(naughty_strings()):
        try:
            kept.append(checked_text("name", text, 100, required=True))
        except FieldInvalid:
            continue
    assert len(kept) > 300
    for number, name in enumerate(kept):
        draft = ProductDraft(name=name, barcodes=(f"B{number:04d}",), price="1")
        exchange.shop.products.add(draft)
    path = tmp_path / f"p{suffix}"
    exports.write("products", path)
    report = exchange.take("products", path)
    assert (report.unchanged, report.refused) == (len(kept), ())


TEXTS = st.text(max_size=40) | st.text(alphabet="'=+-@\t\r\n,;\"| 0a张", max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(TEXTS, min_size=1, max_size=20), st.sampled_from([".csv", ".xlsx"]))
def test_any_text_written_is_read_back_the_same(tmp_path, texts, suffix):
    wanted = [("x", text) for text in texts if "\0" not in text and text.isprintable()]
    path = tmp_path / f"t{suffix}"
    columns = (tables_out.Column("a"), tables_out.Column("b"))
    tables_out.write_table(path, suffix, columns, wanted)
    rows = [tuple(cells) for _, cells in lines(open_source(path))][1:]
    assert [(a, restored(b)) for a, b in rows] == wanted


def test_an_export_is_whole_or_absent(exchange, exports, tmp_path):
    exchange.take("members", "number,name\n" + "".join(f"{n},N{n}\n" for n in range(1_200)))
    path = tmp_path / "out" / "m.csv"
    path.parent.mkdir()
    with pytest.raises(Cancelled):
        exports.write("members", path, cancelled=lambda: True)
    assert list(path.parent.iterdir()) == []
    path.write_text("old")
    with pytest.raises(Cancelled):
        exports.write("members", path, cancelled=lambda: True)
    assert path.read_text() == "old"
    exports.write("members", path)
    assert [entry.name for entry in path.parent.iterdir()] == ["m.csv"]


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(exchange, exports, tmp_path, monkeypatch):
    monkeypatch.setattr(tables_out, "SHEET_ROWS", 3)
    exchange.take("members", "number,name\n1,A\n2,B\n3,C\n4,D\n5,E\n")
    assert exports.write("members", tmp_path / "m.xlsx") == 5
    assert open_source(tmp_path / "m.xlsx").sheets == ("Sheet1", "Sheet2", "Sheet3")


def test_whoever_takes_data_in_or_out_leaves_a_trace(exchange, exports, tmp_path):
    exchange.take("members", MEMBERS)
    exports.write("members", tmp_path / "m.csv")
    with pytest.raises(Cancelled):
        exports.write("members", tmp_path / "m.csv", cancelled=lambda: True)
    assert exchange.rows("SELECT action, detail FROM audit_entry WHERE action LIKE '%port.%'") == [
        ("import.members", '{"added": 3, "updated": 0}'),
        ("export.members", '{"rows": 3}'),
    ]


def test_an_empty_shop_exports_headings(exports, tmp_path):
    for kind in EXPORT_KINDS:
        for suffix in (".csv", ".xlsx"):
            path = tmp_path / f"{kind}{suffix}"
            assert exports.write(kind, path) == 0
            assert len(list(lines(open_source(path)))) == 1


def test_a_name_that_cannot_be_written_is_refused(shop, exports, tmp_path):
    (tmp_path / "folder.csv").mkdir()
    own = shop.desk.database.path
    for path, reason in (
        (tmp_path / "folder.csv", "is_a_folder"),
        (tmp_path / "no" / "m.csv", "not_writable"),
        (own.with_name(own.name + ".csv"), "own_file"),
    ):
        with pytest.raises(FileUnreadable) as refused:
            exports.write("members", path)
        assert refused.value.reason == reason
    for path in (tmp_path / "m.pdf", own):
        with pytest.raises(FileUnreadable):
            exports.write("members", path)
    if os.getuid() != 0:
        tmp_path.chmod(0o500)
        with pytest.raises(FileUnreadable):
            exports.write("members", tmp_path / "m.csv")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_excel_file_on_a_full_disk_is_refused_and_nothing_complains_later(monkeypatch):
    complaints: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", complaints.append)
    rows = [[f"name {number}"] for number in range(5_000)]
    with pytest.raises(OSError, match="No space"):
        write_table(Path("/dev/full"), ".xlsx", [Column("name")], rows)
    gc.collect()
    assert complaints == []
