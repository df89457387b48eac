"""Whatever stands in a file, an import takes it, or refuses it with reasons: it never breaks."""

import random

import pytest

from app.errors import ShopError
from app.services.exchange import fields
from app.services.exchange.imports import ImportOptions
from app.services.exchange.tables_out import Column, write_table
from tests.shared_data import naughty_strings

HOSTILE = (
    "", " ", "0", "-1", "1e309", "NaN", "٣", "１２", "1,5", "1.005", "99999999999999999999",
    "2026-11-20", "0000-00-00", "9999-12-31", "20261120", "lunar:08-15", "lunar:L04-31", "--02-30",
    "00017", "13800138000", "+", "=1+1", "'=x", "\x07", "\ud7ff", "a\nb", "a\r\n", "😀" * 40,
    "x" * 9_999, "cash 5", "cash 5; points", ";;", "900000000000000", "4111111111111111", "\u202e",
    "R1", "A0-000001", "VIP;老客", "男", "\ufeff", "%", "100%", "¥-3", ".", "+.5",
)  # fmt: skip
OPTIONS = (
    ImportOptions(),
    ImportOptions(create_missing=True, update=True),
    ImportOptions(dry_run=True),
)


def table(chance: random.Random, kind: str, texts: list[str]) -> list[list[str]]:
    """Some rows under the headings of `kind`, a few of their cells hostile."""
    header = list(fields.field_names(kind))
    plain = {
        "number": "1", "name": "Ana", "phone": "", "birthday": "", "gender": "", "joined_on": "",
        "points": "5", "note": "", "tags": "", "barcode": "", "category": "", "price": "1.00",
        "cost": "", "low": "",
        "member_price": "", "tax_rate": "", "sold_at": "2026-11-20", "receipt": "", "member": "1",
        "quantity": "1", "unit_price": "", "total": "2.00", "tender": "cash",
    }  # fmt: skip
    rows = []
    for _ in range(chance.randrange(1, 6)):
        plain |= {"number": str(chance.randrange(1000)), "barcode": str(chance.randrange(1000))}
        row = [plain[name] for name in header]
        for _ in range(chance.randrange(0, 3)):
            row[chance.randrange(len(row))] = chance.choice(texts)
        rows.append(row)
    return [header, *rows]


@pytest.mark.parametrize("kind", fields.KINDS)
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_hostile_cells_are_taken_or_refused_and_the_books_still_agree(
    exchange, tmp_path, monkeypatch, kind, suffix
):
    monkeypatch.setattr(exchange.imports, "_backup", lambda _cancelled: None)
    texts = [*HOSTILE, *(text[:300] for text in naughty_strings() if "\0" not in text)]
    path = tmp_path / f"in{suffix}"
    if kind == "stock":  # counts are of products that are there
        goods = "barcode,name,price\n" + "".join(f"{n},P{n},1.00\n" for n in range(1000))
        exchange.imports.run(exchange.imports.sniff("products", exchange.write(goods.encode())))
    refused = taken = 0
    for seed in range(120):
        chance = random.Random(f"{kind}{suffix}{seed}")
        header, *rows = table(chance, kind, texts)
        write_table(path, suffix, [Column(name) for name in header], rows)
        try:
            plan = exchange.imports.sniff(kind, path)
            report = exchange.imports.run(plan, chance.choice(OPTIONS))
        except ShopError:
            refused += 1
        except BaseException:
            print("seed", seed, rows)
            raise
        else:
            refused += len(report.refused)
            taken += report.added
    assert refused
    assert taken
    assert exchange.faults() == []


def test_damaged_files_leave_nothing_half_done(exchange, tmp_path, monkeypatch):
    monkeypatch.setattr(exchange.imports, "_backup", lambda _cancelled: None)
    whole = "number,name,phone,points\n" + "".join(f"{n},N{n},,{n}\n" for n in range(40))
    counted = exchange.value("SELECT count(*) FROM member")
    for seed in range(400):
        chance = random.Random(seed)
        raw = bytearray(whole.encode(chance.choice(["utf-8", "utf-16", "gb18030"])))
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(raw))
            raw[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
        path = exchange.write(bytes(raw) or b"x")
        try:
            report = exchange.imports.run(exchange.imports.sniff("members", path))
        except ShopError:
            report = None
        except BaseException:
            print("seed", seed)
            raise
        added = 0 if report is None else report.added
        counted += added
        assert exchange.value("SELECT count(*) FROM member") == counted
    assert exchange.faults() == []
