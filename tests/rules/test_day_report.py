"""A day's report: rule 28, what is countable, and the stored form."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.day_report import (
    CashFigures,
    Count,
    DayReport,
    Figure,
    Movement,
    PointsFigures,
    SalesFigures,
    TaxFigure,
    ZReport,
    tender_figures,
)
from app.services.rules.day_report_form import dump_z, load_z
from app.services.rules.denominations import denominations, pieces_minor
from app.services.rules.money import CURRENCIES

AT = datetime(2026, 11, 21, 13, 0, tzinfo=UTC)
amounts = st.integers(0, 10**9)


def z_report() -> ZReport:
    cash = CashFigures(20000, 50000, 1000, 500, 300, 200, 100)
    count = Count(68500, ((10000, 6), (5000, 1), (1000, 3), (500, 1)), (("wechat", 900),))
    report = DayReport(
        till="A0",
        session=1,
        automatic=False,
        business_date=date(2026, 11, 21),
        opened_at=AT,
        until=AT,
        opened_by="店主",
        sales=SalesFigures(3, 60000, 1000, 0, 0, 59000, 500),
        refunds=Figure("refund", 1, 500),
        voids=Figure("void", 0, 0),
        taxes=(TaxFigure(600, 1000, 60, 100, 6),),
        tenders=tender_figures({"cash": 49000, "wechat": 900}, {"cash": 500}, {}, cash, count),
        cash=cash,
        takings=(Figure("top_up", 1, 20000),),
        movements=(Movement("float", 20000, "", AT, "店主"),),
        points=PointsFigures(10, 5),
        discounts=(Figure("hand_discount", 1, 1000, "熟客"),),
        memberships=(Figure("plan", 1, 9900, "金卡"),),
        first_receipt="A0-000001",
        last_receipt="A0-000003",
        seals=9,
        seal="ab" * 32,
    )
    return ZReport(7, report, "店主", count, "少找了", "屿见咖啡", "CNY")


@given(st.tuples(*[amounts] * 7))
def test_rule_28_expected_cash_is_the_float_and_what_moved(parts):
    opening, received, change, refunds, ins, outs, drops = parts
    expected = opening + received - change - refunds + ins - outs - drops
    assert CashFigures(*parts).expected_minor == expected


def test_every_figure_of_a_z_report_comes_back_from_its_stored_form():
    assert load_z(dump_z(z_report())) == z_report()


def test_a_stored_z_report_stays_readable_by_older_and_newer_programs():
    stored = json.loads(dump_z(z_report()))
    stored["weather"] = "rain"
    stored["report"]["guests"] = 12
    del stored["report"]["seal"]
    read = load_z(json.dumps(stored))
    assert read == replace(z_report(), report=replace(z_report().report, seal=""))


@pytest.mark.parametrize("damage", ['"number":"7"', '"number":null', '"form":1'])
def test_a_damaged_z_report_is_never_read_as_another(damage):
    text = dump_z(z_report()).replace('"number":7', damage)
    with pytest.raises((ValueError, TypeError, KeyError)):
        load_z(text)


def test_kept_money_and_promises_are_never_counted_in_the_evening():
    sales = {"points": 5, "stored_value": 6, "deposit": 7, "exchange": 8, "on_account": 9}
    figures = tender_figures(sales, {}, {}, CashFigures(), Count(0, (), (("wechat", 0),)))
    assert {f.kind: f.expected_minor for f in figures} == dict.fromkeys(
        ["cash", "wechat", *sales], 0
    )
    assert [f.kind for f in figures if f.counted_minor is not None] == ["cash", "wechat"]


@given(st.sampled_from(sorted(CURRENCIES)), st.data())
def test_pieces_come_to_their_sum_in_every_currency(currency, data):
    values = denominations(currency)
    assert list(values) == sorted(set(values), reverse=True)
    counts = data.draw(st.lists(st.integers(0, 999), min_size=len(values), max_size=len(values)))
    pieces = tuple(zip(values, counts, strict=True))
    assert pieces_minor(pieces) == sum(v * c for v, c in pieces)
