"""A scale's label sells what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.cart import Item
from app.services.rules.codes import InStoreCode, InStoreLayout, gtin_check_digit, read_in_store
from app.services.rules.labels import Labelled, label_barcodes, labelled
from app.services.rules.money import line_gross_minor

CHEESE = Item(name="奶酪", unit_price_minor=12800, weighed=True)
CAKE = Item(name="蛋糕", unit_price_minor=3200)


def code(body: str) -> str:
    return body + gtin_check_digit(body)


def test_a_printed_price_stands_and_tells_the_weight():
    assert labelled(CHEESE, InStoreCode("12345", 4544, "price")) == Labelled(355, 4544)


def test_a_printed_weight_is_grams():
    assert labelled(CHEESE, InStoreCode("12345", 355, "weight")) == Labelled(355)


def test_a_thing_sold_by_the_piece_counts_as_one():
    assert labelled(CAKE, InStoreCode("1", 2800, "price")) == Labelled(1000, 2800)
    assert labelled(CAKE, InStoreCode("1", 500, "weight")) == Labelled(1000)
    assert labelled(CAKE, InStoreCode("1", 0, "price")) == Labelled(1000)


@pytest.mark.parametrize("holds", ["price", "weight"])
def test_a_label_that_weighs_nothing_sells_nothing(holds):
    assert labelled(CHEESE, InStoreCode("1", 0, holds)) is None


@given(st.integers(1, 99999), st.integers(1, 10**7))
def test_a_printed_price_is_never_changed_and_its_weight_comes_to_it(value, price):
    amount = labelled(Item("x", price, weighed=True), InStoreCode("1", value, "price"))
    assert amount is not None
    assert amount.gross_minor == value
    assert amount.quantity_milli >= 1
    # Half a gram is the most that rounding the weight can be off, one gram for less than one.
    assert abs(line_gross_minor(price, amount.quantity_milli) - value) <= price / 1000 + 1


@given(st.integers(0, 99999), st.integers(0, 99999), st.sampled_from(["price", "weight"]))
def test_a_label_is_read_by_the_shops_layout(item, value, holds):
    scanned = code(f"21{item:05d}{value:05d}")
    label = read_in_store(scanned, InStoreLayout(5, 5, holds))
    assert (label.item, label.value, label.holds) == (f"{item:05d}", value, holds)
    ways = label_barcodes(scanned, label.item)
    assert f"{item:05d}" in ways
    assert f"21{item:05d}" in ways
    assert code(f"21{item:05d}00000") in ways
    assert "" not in ways
