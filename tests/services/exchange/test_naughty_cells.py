"""Every string that has broken a program somewhere, in every cell of every file a shop imports."""

from __future__ import annotations

import csv
import random

import pytest

from app.messages import REASONS
from app.services.exchange import fields
from app.services.exchange.cells import folded, restored, split_list
from app.services.exchange.imports import ImportOptions, ImportReport
from tests.services.exchange.conftest import Exchange
from tests.shared_data import naughty_strings
from tests.trust.figures import chance

CELLS = [(kind, field) for kind in fields.KINDS for field in fields.field_names(kind)]

KEPT = {
    ("members", "name"): "SELECT number, name FROM member",
    ("members", "note"): "SELECT number, note FROM member",
    ("products", "name"): "SELECT code, name FROM barcode JOIN product ON product.id = product_id",
    ("products", "category"): (
        "SELECT code, coalesce(category.name, '') FROM barcode"
        " JOIN product ON product.id = product_id LEFT JOIN category ON category.id = category_id"
    ),
    ("sales", "name"): "SELECT source_receipt, name FROM sale JOIN sale_line ON sale_id = sale.id",
    ("sales", "category"): (
        "SELECT source_receipt, category FROM sale JOIN sale_line ON sale_id = sale.id"
    ),
}
"""Where a free text of a row is found by the row's own key: it stands there as it was given."""


def good_row(kind: str, at: int) -> dict[str, str]:
    """A row that can be taken, with a key of its own."""
    row = dict.fromkeys(fields.field_names(kind), "")
    own: dict[str, dict[str, str]] = {
        "members": {"number": f"N{at}", "name": "Ana"},
        "products": {"barcode": f"B{at}x", "name": f"P{at}", "price": "9.00"},
        "sales": {
            "sold_at": "2026-11-20", "receipt": f"R{at}", "name": "tea", "quantity": "1",
            "unit_price": "2.00", "total": "2.00", "tender": "cash",
        },
        "stock": {"barcode": f"B{at}x", "quantity": "5"},
    }  # fmt: skip
    return row | own[kind]


def imported(exchange: Exchange, kind: str, field: str, texts: list[str]) -> ImportReport:
    """A file with one row for each text, all of it taken that can be."""
    if kind == "stock":  # counts are of products that are there
        imported(exchange, "products", "category", ["" for _ in texts])
    path = exchange.folder / "in.csv"
    names = fields.field_names(kind)
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, names)
        writer.writeheader()
        writer.writerows({**good_row(kind, at), field: text} for at, text in enumerate(texts))
    plan = exchange.imports.sniff(kind, path, delimiter=",", has_header=True)
    options = ImportOptions(create_missing=True, skip_bad=exchange.folder / "refused.csv")
    return exchange.imports.run(plan, options)


def some(texts: list[str], dice: random.Random) -> list[str]:
    """A sample of the strings; the longest and the emptiest are always among them."""
    return [*dice.sample(texts, 40), *sorted(texts, key=len)[:4], *sorted(texts, key=len)[-4:]]


def check(exchange: Exchange, kind: str, field: str, texts: list[str]) -> None:
    report = imported(exchange, kind, field, texts)
    refused = refused_rows(report, texts)
    assert all(row.reason in REASONS for row in report.refused)
    assert report.applied
    if (kind, field) in KEPT:
        kept = dict(exchange.rows(KEPT[kind, field]))
        key = {"members": "number", "products": "barcode", "sales": "receipt"}[kind]
        found = {at: kept.get(good_row(kind, at)[key]) for at in range(len(texts))}
        for at, text in enumerate(texts):
            expected = None if at in refused else restored(text).strip()
            # Whoever and whatever has no name is called by something else.
            assert found[at] == expected or (field == "name" and expected == ""), repr(text)
        assert sum(value is not None for value in found.values()) > len(texts) // 4
    assert exchange.faults() == []


def refused_rows(report: ImportReport, texts: list[str]) -> set[int]:
    """The rows refused, by their place among the texts: a cell may hold several lines."""
    line, rows = 2, {}
    for at, text in enumerate(texts):
        rows[line] = at
        line += 1 + text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return {rows[row.line] for row in report.refused}


@pytest.mark.parametrize(("kind", "field"), CELLS)
def test_a_cell_is_kept_as_given_or_refused_with_a_reason(exchange, monkeypatch, kind, field):
    monkeypatch.setattr(exchange.imports, "_backup", lambda _cancelled: None)
    texts = list(dict.fromkeys(naughty_strings()))
    check(exchange, kind, field, some(texts, chance(f"{kind} {field}")))


@pytest.mark.long
@pytest.mark.parametrize(("kind", "field"), CELLS)
def test_every_naughty_string_in_every_cell(exchange, monkeypatch, kind, field):
    monkeypatch.setattr(exchange.imports, "_backup", lambda _cancelled: None)
    check(exchange, kind, field, list(dict.fromkeys(naughty_strings())))


def test_lists_in_a_cell_are_kept_word_by_word(exchange, monkeypatch):
    monkeypatch.setattr(exchange.imports, "_backup", lambda _cancelled: None)
    texts = list(dict.fromkeys(naughty_strings()))
    refused = refused_rows(imported(exchange, "members", "tags", texts), texts)
    tags: dict[str, set[str]] = {}
    for number, tag in exchange.rows(
        "SELECT number, tag FROM member_tag JOIN member ON member.id = member_id"
    ):
        tags.setdefault(number, set()).add(tag)
    for at, text in enumerate(texts):
        if at not in refused:
            assert tags.get(f"N{at}", set()) == set(split_list(restored(text))), repr(text)
    assert len(refused) < len(texts) // 2


def test_codes_in_a_cell_are_kept_as_a_scanner_reads_them(exchange, monkeypatch):
    monkeypatch.setattr(exchange.imports, "_backup", lambda _cancelled: None)
    texts = list(dict.fromkeys(naughty_strings()))
    report = imported(exchange, "products", "barcode", texts)
    refused = refused_rows(report, texts)
    stored = {code for (code,) in exchange.rows("SELECT code FROM barcode")}
    for at, text in enumerate(texts):
        if at not in refused:
            assert set(split_list(folded(restored(text)))) <= stored, repr(text)
    assert len(stored) > len(texts) // 4
