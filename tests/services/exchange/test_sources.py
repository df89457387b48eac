"""Files are read for what they are, or refused with one reason."""

import csv
import random
import struct
import zipfile
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from app.errors import FieldInvalid, FileUnreadable, ShopError
from app.services.exchange import cells, fields, sheets, source
from app.services.exchange.source import lines, open_source, preview
from tests.services.exchange.xls_builder import label, number, record, xls
from tests.shared_data import naughty_strings, shared_data

SHANGHAI = ZoneInfo("Asia/Shanghai")


def write(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def reason_of(path: Path, **how: str) -> str:
    with pytest.raises(FileUnreadable) as refused:
        list(lines(open_source(path, **how)))
    return refused.value.reason


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        ("姓名,手机\n张伟,13800138000\n", "utf-8", "utf-8"),
        ("姓名,手机\n张伟,13800138000\n", "utf-8-sig", "utf-8-sig"),
        ("姓名,手机\n张伟,13800138000\n", "utf-16", "utf-16"),
        ("姓名,手机\n张伟,13800138000\n", "gbk", "gb18030"),
        ("姓名,备注\n仇𬭚,㛃\n", "gb18030", "gb18030"),
        ("姓名\n翟天临\n", "gbk", "gb18030"),
        ("會員號,姓名\n001,陳怡君\n", "big5", "cp950"),
        ("品名,售價\n珍珠奶茶,50\n", "cp950", "cp950"),
        ("name,city\nJosé,Málaga\nZoë,Köln\n", "cp1252", "cp1252"),
    ],
)
def test_the_character_set_of_a_file_is_found(tmp_path, text, encoding, found):
    opened = open_source(write(tmp_path, text.encode(encoding)))
    assert opened.encoding == found
    assert [row for _, row in lines(opened)] == list(csv.reader(StringIO(text)))


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n4,5,6\n", ","),
        ("a;b\n1,50;2\n3,25;4\n", ";"),
        ("a\tb\nx, y\tz\nw\tv\n", "\t"),
        ("a|b\n1|2\n3|4\n", "|"),
        ("name,tags\nAna,x;y\nBo,z\n", ","),
        (" id  date   items\n 1   19970101  2\n 22  19970102 10\n", " "),
        ("name\nAna Maria\nBo Li\n", ","),
        ('a,b\n"1,2;3","x\ny"\n', ","),
    ],
)
def test_the_separator_of_a_file_is_found(tmp_path, text, delimiter):
    assert open_source(write(tmp_path, text.encode())).delimiter == delimiter


def test_cells_keep_their_line_breaks_and_lines_their_numbers(tmp_path):
    path = write(tmp_path, b'name,note\r\nAna,"one\r\ntwo"\r\n\r\nBo,x\r\n')
    assert list(lines(open_source(path))) == [
        (1, ["name", "note"]),
        (2, ["Ana", "one\r\ntwo"]),
        (5, ["Bo", "x"]),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty_file"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0", "binary_file"),
        (bytes(range(1, 32)) * 40, "binary_file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\0", "binary_file"),
        (b'a,b\n1,"2\n3,4\n', "unclosed_quote"),
        (b"a,b\n1," + b"x" * 10_001, "cell_too_long"),
        (b"a,b\n1," + b"x" * 200_000, "cell_too_long"),
        (b",".join(b"c%d" % n for n in range(201)), "too_many_columns"),
        (b"PK\x03\x04 not a zip", "not_a_table"),
        (sheets.OLE_MAGIC + b"\0" * 600, "not_a_table"),
        (b"\xff\xfe\x00\xd8\x41", "unknown_encoding"),
    ],
)
def test_what_is_no_table_is_refused_with_one_reason(tmp_path, content, reason):
    assert reason_of(write(tmp_path, content)) == reason


def test_a_missing_file_a_folder_and_a_huge_file_are_refused(tmp_path, monkeypatch):
    assert reason_of(tmp_path / "none.csv") == "missing_file"
    assert reason_of(tmp_path) == "is_a_folder"
    monkeypatch.setattr(source, "FILE_LIMIT", 3)
    assert reason_of(write(tmp_path, b"abcd")) == "too_large"


def test_more_rows_than_the_cap_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "ROW_LIMIT", 2)
    assert reason_of(write(tmp_path, b"a,b\n1,2\n3,4\n5,6\n")) == "too_many_rows"


def test_a_wrong_choice_of_character_set_is_refused(tmp_path):
    path = write(tmp_path, "姓名\n张\n".encode("gbk"))
    assert reason_of(path, encoding="utf-8") == "unknown_encoding"
    with pytest.raises(FieldInvalid):
        open_source(path, encoding="rot13")


def workbook(path: Path, rows: list[list[object]]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("会员")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(row, column, value, day)
            else:
                sheet.write(row, column, value)
    book.close()
    return path


def test_excel_cells_read_as_a_person_typed_them(tmp_path):
    moment = datetime(2026, 11, 21, 10, 30)  # noqa: DTZ001 - Excel knows no zones
    path = workbook(
        tmp_path / "t.xlsx",
        [
            ["会员号", "手机"],
            ["00017", 13800138000],
            [0.1 + 0.2, 11.77],
            [date(1990, 3, 8), moment],
        ],
    )
    opened = open_source(path)
    assert opened.sheets == ("会员",)
    assert list(lines(opened)) == [
        (1, ["会员号", "手机"]),
        (2, ["00017", "13800138000"]),
        (3, ["0.3", "11.77"]),
        (4, ["1990-03-08", "2026-11-21 10:30:00"]),
    ]


def repacked(path: Path, change) -> Path:
    """The workbook with its first sheet's XML changed."""
    with zipfile.ZipFile(path) as book:
        entries = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    entries[sheet] = change(entries[sheet])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in entries.items():
            book.writestr(name, content)
    return path


def test_a_zip_bomb_is_refused_before_it_unfolds(tmp_path):
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], [1, 2]])
    bomb = repacked(
        path, lambda xml: xml.replace(b"<sheetData>", b" " * (70 << 20) + b"<sheetData>")
    )
    assert bomb.stat().st_size < 1 << 20
    assert reason_of(bomb) == "too_large"


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path):
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], [1, 2]])
    bomb = repacked(
        path, lambda xml: xml.replace(b"<sheetData>", b" " * (70 << 20) + b"<sheetData>")
    )
    with zipfile.ZipFile(bomb) as book:
        sizes = {entry.file_size for entry in book.infolist()}
    raw = bomb.read_bytes().replace(struct.pack("<L", max(sizes)), struct.pack("<L", 99))
    assert reason_of(write(tmp_path, raw, "lie.xlsx")) == "too_large"


def test_two_cells_in_opposite_corners_do_not_fill_the_memory(tmp_path):
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], [1, 2]])
    far = repacked(path, lambda xml: xml.replace(b'r="B2"', b'r="XFD1048576"'))
    assert reason_of(far) == "too_large"


OLD = label(0, 0, "会员号") + label(0, 1, "手机") + label(1, 0, "00017") + number(1, 1, 13800138000)


def test_old_excel_files_read_the_same(tmp_path):
    path = write(tmp_path, xls(OLD), "old.xls")
    assert [row for _, row in lines(open_source(path))] == [
        ["会员号", "手机"],
        ["00017", "13800138000"],
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        xls(OLD + label(65_535, 65_535, "x")),
        xls(OLD, dimensions=struct.pack("<LLHHH", 0, 0xFFFFFFFF, 0, 0xFFFF, 0)),
        xls(OLD + record(0x00BD, struct.pack("<HHHLH", 65_535, 0, 0, 0, 65_535))),
    ],
)
def test_an_old_excel_file_that_claims_all_memory_is_refused_and_not_believed(tmp_path, hostile):
    assert reason_of(write(tmp_path, hostile, "old.xls")) == "too_large"


def test_an_old_excel_file_whose_sectors_run_in_a_circle_is_refused(tmp_path):
    whole = bytearray(xls(OLD))
    struct.pack_into("<L", whole, 512 + 4 * 9, 2)
    assert reason_of(write(tmp_path, bytes(whole), "old.xls")) == "not_a_table"


def test_a_workbook_of_another_program_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as book:
        book.writestr("word/document.xml", "<a/>")
    assert reason_of(tmp_path / "t.xlsx") == "not_a_table"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1990-03-08", date(1990, 3, 8)),
        ("1990/3/8", date(1990, 3, 8)),
        ("1990.03.08", date(1990, 3, 8)),
        ("19900308", date(1990, 3, 8)),
        ("１９９０年３月８日", date(1990, 3, 8)),
        (" 2026-11-21 23:59 ", date(2026, 11, 21)),
    ],
)
def test_dates_are_read_in_every_plain_form(text, day):
    assert cells.parse_date("joined_on", text) == day


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1997-01-01", datetime(1997, 1, 1, 4, 0, tzinfo=UTC)),
        ("19970101", datetime(1997, 1, 1, 4, 0, tzinfo=UTC)),
        ("2026-11-21T10:05", datetime(2026, 11, 21, 2, 5, tzinfo=UTC)),
        ("2026/11/21 10:05:30", datetime(2026, 11, 21, 2, 5, 30, tzinfo=UTC)),
        ("2026-11-21T10:05:00Z", datetime(2026, 11, 21, 10, 5, tzinfo=UTC)),
        ("2026-11-21 10:05:00+09:00", datetime(2026, 11, 21, 1, 5, tzinfo=UTC)),
    ],
)
def test_a_moment_is_shop_time_and_a_date_alone_is_noon(text, moment):
    assert cells.parse_moment("sold_at", text, SHANGHAI) == moment


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/08/1990", "ambiguous_date"),
        ("8.3.90", "ambiguous_date"),
        ("1990-13-01", "not_a_date"),
        ("1990-02-30", "not_a_date"),
        ("yesterday", "not_a_date"),
        ("0001-01-01", "not_a_date"),
        ("9999-12-31T23:59-23:59", "not_a_date"),
        ("2026-11-21 25:00", "not_a_date"),
        ("1990-03-08x", "not_a_date"),
        ("", "not_a_date"),
    ],
)
def test_a_wrong_date_is_refused_and_an_unclear_one_is_not_guessed(text, reason):
    with pytest.raises(FieldInvalid) as refused:
        cells.parse_moment("sold_at", text, SHANGHAI)
    assert refused.value.reason == reason


def test_a_date_format_decides_the_order():
    for written in ("dd/MM/yyyy", "%d/%m/%Y"):
        own = cells.strptime_format(written)
        assert cells.parse_date("birthday", "03/08/1990", own) == date(1990, 8, 3)
    with pytest.raises(FieldInvalid):
        cells.strptime_format("dd")


@given(st.text(alphabet=st.sampled_from("'=+-@＝＋－＠\t\r\nab1 "), max_size=6) | st.text())
def test_a_free_text_goes_out_harmless_and_comes_back_the_same(text):
    out = cells.neutral(text)
    assert out[:1] not in tuple("=+-@＝＋－＠\t\r\n")
    assert cells.restored(out) == text


def test_headings_of_other_programs_are_recognised():
    assert fields.guess("members", ["会员卡号", "姓名", "手机号", "生日", "积分", "备注"]) == {
        "number": 0, "name": 1, "phone": 2, "birthday": 3, "points": 4, "note": 5,
    }  # fmt: skip
    assert fields.guess("members", ["會員號", "姓名", "手機", "性別", "標籤"]) == {
        "number": 0, "name": 1, "phone": 2, "gender": 3, "tags": 4,
    }  # fmt: skip
    assert fields.guess("products", ["条码", "品名", "分类", "售价(元)", "会员价", "税率(%)"]) == {
        "barcode": 0, "name": 1, "category": 2, "price": 3, "member_price": 4, "tax_rate": 5,
    }  # fmt: skip
    assert fields.guess("sales", ["customer_id", "date", "number_of_cds", "dollar_value"]) == {
        "member": 0, "sold_at": 1, "quantity": 2, "total": 3,
    }  # fmt: skip


def test_columns_are_named_by_heading_or_by_place():
    header = ["id", "Date", "2"]
    wanted = {"member": "id", "sold_at": "date", "total": "2", "quantity": "1"}
    assert fields.chosen("sales", header, wanted) == {
        "member": 0, "sold_at": 1, "total": 2, "quantity": 0,
    }  # fmt: skip
    for field, column, reason in (
        ("colour", "id", "unknown_field"),
        ("member", "9", "no_such_column"),
        ("member", "0", "no_such_column"),
        ("member", "", "no_such_column"),
    ):
        with pytest.raises(FieldInvalid) as refused:
            fields.chosen("sales", header, {field: column})
        assert refused.value.reason == reason


def test_damaged_files_never_crash_the_reader(tmp_path):
    """3,000 mutations of a CSV and a workbook; the seed is printed where one crashes."""
    book = workbook(
        tmp_path / "t.xlsx", [["会员号", "姓名"], ["1", "张伟"], [2, "x" * 300]]
    ).read_bytes()
    texts = '会员号,姓名,备注\n1,张伟,"a\nb"\n2;3\t|仇,x\n'
    seeds = [texts.encode(e) for e in ("utf-8", "gb18030", "utf-16")] + [book, xls(OLD)]
    for seed in range(3_000):
        chance = random.Random(seed)
        raw = bytearray(seeds[seed % len(seeds)])
        for _ in range(chance.randrange(1, 8)):
            place = chance.randrange(len(raw))
            match chance.randrange(4):
                case 0:
                    raw[place] = chance.randrange(256)
                case 1:
                    del raw[place : place + chance.randrange(40)]
                case 2:
                    raw[place:place] = chance.randbytes(chance.randrange(1, 20))
                case _:
                    raw = raw[: place + 1]
            if seeds[seed % len(seeds)][:2] == sheets.OLE_MAGIC[:2] and chance.randrange(2):
                # Most of an old workbook is padding: aim at where its sizes stand.
                sizes = (*range(28, 80), *range(512, 560), *range(1024, 1280), *range(1536, 1760))
                place = chance.choice(sizes)
                raw[place : place + 1] = chance.randbytes(1)
            if not raw:
                raw = bytearray(b"x")
        path = write(tmp_path, bytes(raw), "fuzz")
        try:
            preview(open_source(path))
        except ShopError:
            continue
        except BaseException:
            print("seed", seed)
            raise


def test_the_cdnow_file_reads_whole():
    opened = open_source(shared_data("cdnow/CDNOW_master.txt"))
    rows = list(lines(opened))
    assert (opened.delimiter, rows[0][1]) == (
        " ", ["customer_id", "date", "number_of_cds", "dollar_value"],
    )  # fmt: skip
    assert len(rows) == 69_660
    assert {len(cells) for _, cells in rows} == {4}


def test_naughty_strings_come_through_csv_and_excel_unchanged(tmp_path):
    naughty = [text for text in naughty_strings() if text.strip()]
    with (tmp_path / "n.csv").open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle).writerows([["a", "text"], *([str(n), t] for n, t in enumerate(naughty))])
    book = workbook(tmp_path / "n.xlsx", [["a", "text"], *([n, t] for n, t in enumerate(naughty))])
    for table in (tmp_path / "n.csv", book):
        assert [row[1] for _, row in list(lines(open_source(table)))[1:]] == naughty


def test_stored_entries_are_measured_too(tmp_path):
    path = workbook(tmp_path / "t.xlsx", [["a", "b"], [1, 2]])
    with zipfile.ZipFile(path) as book:
        entries = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(tmp_path / "s.xlsx", "w", zipfile.ZIP_STORED) as book:
        for name, content in entries.items():
            book.writestr(name, content)
    assert [row for _, row in lines(open_source(tmp_path / "s.xlsx"))] == [["a", "b"], ["1", "2"]]
