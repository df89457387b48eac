"""A sale on the command line: sold once, told exactly, or refused with nothing half done."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.config import TillConfig
from app.errors import FieldInvalid
from app.messages import sentence
from app.services.rules.money import CURRENCIES
from app.services.texts import CART_TEXT_LENGTH, checked_text
from app.shop import open_shop
from tests.cli.conftest import Ran, Regulars
from tests.shared_data import naughty_strings

TEA = {"name": "Tea", "category": "Drinks", "unit_price": "12.50", "quantity": "2"}
CASH = [{"kind": "cash", "amount": "100.00"}]


@pytest.fixture
def sell(shop: Regulars, tmp_path: Path):
    def selling(**cart: Any) -> Ran:
        path = tmp_path / "cart.json"
        path.write_text(json.dumps({"lines": [TEA], "tenders": CASH} | cart), "utf-8")
        return shop("sale", str(path))

    return selling


@pytest.fixture
def ana(shop: Regulars) -> dict[str, Any]:
    found: dict[str, Any] = shop.json("member", "add", "--name", "Ana", "--phone", "13800138000")
    return found


def test_a_sale_is_told_to_the_cent(sell, ana):
    told = sell(
        member="138 0013 8000",
        lines=[TEA, TEA | {"discount": {"percent": "10", "reason": "regular"}}],
        discount={"amount": "5.00", "reason": "wet box"},
        at="2026-03-08T10:00",
    ).told
    assert told["receipt"] == "A0-000001"
    assert told["sold_at"] == "2026-03-08T10:00:00+08:00"
    assert told["business_date"] == "2026-03-08"
    assert told["member"] == {
        "number": ana["number"], "name": "Ana", "points_before": 0, "points_after": 42,
    }  # fmt: skip
    assert (told["subtotal"], told["discount"], told["total"]) == ("50.00", "7.50", "42.50")
    assert told["tenders"] == [{"kind": "cash", "amount": "100.00"}]
    assert told["change"] == "57.50"
    assert told["points_earned"] == 42
    assert told["lines"][1]["discounts"][0] == {
        "effect": "hand_discount", "amount": "2.50", "why": "10% off: regular",
    }  # fmt: skip
    assert told["why"][0]["text"] == "42 points for ¥42.50 paid"


def test_a_sale_without_a_member_says_why_it_earns_nothing(sell):
    told = sell().told
    assert told["member"] is None
    assert told["points_earned"] == 0
    assert [reason["code"] for reason in told["why_not"]] == ["points_no_member"]


def test_points_pay_as_money(sell, ana):
    assert sell(member=ana["number"], lines=[TEA | {"unit_price": "100.00"}], tenders=[
        {"kind": "wechat", "amount": "200.00"}
    ]).told["points_earned"] == 200  # fmt: skip
    told = sell(member=ana["card"], tenders=[
        {"kind": "points", "amount": "2.00"}, {"kind": "alipay", "amount": "23.00"}
    ]).told  # fmt: skip
    assert told["points_burned"] == 200
    assert told["member"]["points_after"] == 23


def test_the_same_id_sells_once(sell, shop):
    sale_id = "0193a5a0-0000-7000-8000-000000000001"
    first = sell(id=sale_id)
    assert sell(id=sale_id).told == first.told
    assert sell().told["receipt"] == "A0-000002"


def test_the_same_id_finds_its_receipt_though_the_card_was_lost_since(sell, shop, ana):
    sale_id = "0193a5a0-0000-7000-8000-000000000001"
    first = sell(id=sale_id, member=ana["card"])
    opened = open_shop(TillConfig(data_dir=shop.folder))
    opened.cards.report_lost(opened.cards.find(ana["card"]).card_id)
    opened.close()
    assert sell(id=sale_id, member=ana["card"]).told == first.told


def test_the_same_id_for_another_sale_is_refused(sell):
    sale_id = "0193a5a0-0000-7000-8000-000000000001"
    sell(id=sale_id)
    sell(id=sale_id, lines=[TEA | {"quantity": "3"}]).refused("A0-000001")


def test_a_sale_of_nothing_owed_needs_no_payment(sell):
    assert sell(lines=[TEA | {"unit_price": "0"}], tenders=[]).told["total"] == "0.00"


@pytest.mark.parametrize(
    ("cart", "says"),
    [
        ({"tenders": []}, "¥25.00 is still to be paid"),
        ({"tenders": [{"kind": "alipay", "amount": "26.00"}]}, "exceed"),
        ({"lines": []}, "nothing to sell"),
        ({"lines": None}, "nothing to sell"),
        ({"lines": [{"barcode": "6901234567892"}]}, "Line 1: No product has the barcode"),
        ({"lines": [{"barcode": "x"}]}, "No product has the barcode x"),
        ({"lines": [TEA, TEA | {"quantity": "0"}]}, "Line 2: The quantity “0” is zero"),
        ({"lines": [TEA | {"unit_price": "-1"}]}, "below zero"),
        ({"member": "nobody"}, "no member answers to “nobody”"),
        ({"member": "912345678901234"}, "this shop did not make it"),
        ({"tenders": [{"kind": "points", "amount": "25.00"}]}, "points"),
        ({"lines": [TEA | {"unit_price": "1000000000.00", "quantity": "1000000"}]}, "¥"),
    ],
)
def test_a_sale_that_cannot_be_made_is_refused_and_nothing_is_sold(sell, shop, cart, says):
    refusal = sell(**cart).refused()
    assert says.casefold() in refusal.casefold()
    assert sell().told["receipt"] == "A0-000001"


def test_a_text_that_two_members_answer_to_is_refused(sell, shop, ana):
    shop("member", "add", "--name", "Li", "--number", "13800138000")
    sell(member="13800138000").refused("2 members", "member number instead")


def test_the_cart_may_come_by_standard_input(shop, monkeypatch):
    given = json.dumps({"lines": [TEA], "tenders": CASH}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert shop("sale", "-").told["total"] == "25.00"


def test_every_naughty_string_that_is_read_is_sold_as_given(sell):
    named = [text for text in naughty_strings() if read_as_a_name(text)]
    free = {"unit_price": "0", "quantity": "1"}
    told = sell(lines=[free | {"name": text} for text in named], tenders=[]).told
    assert [line["name"] for line in told["lines"]] == [text.strip() for text in named]
    assert len(named) > 400


def read_as_a_name(text: str) -> bool:
    try:
        return bool(checked_text("name", text, CART_TEXT_LENGTH, required=True))
    except FieldInvalid as refused:
        said = sentence(refused, "en", CURRENCIES["CNY"])
        assert said.isprintable()
        return False


def test_a_member_shows_what_was_spent(sell, shop, ana):
    sell(member=ana["number"], at="2026-03-08T10:00")
    [told] = shop.json("member", "find", ana["number"])
    assert (told["points"], told["visits"], told["spent"]) == (25, 1, "25.00")
    assert told["last_visit"] == "2026-03-08"


def test_a_product_is_sold_by_its_whole_name_at_its_own_price(shop, sell, tmp_path):
    products = tmp_path / "products.csv"
    products.write_text("name,category,price\nOolong,Tea,28\n", "utf-8")
    shop.json("import", "products", str(products))
    told = sell(lines=[{"name": "Oolong", "quantity": "2"}, {"name": "Oolong", "unit_price": "1"}])
    assert [line["total"] for line in told.told["lines"]] == ["56.00", "1.00"]
    assert [line["category"] for line in told.told["lines"]] == ["Tea", ""]
    sell(lines=[{"name": "Oolon"}]).refused("The unit price is missing")
    path = tmp_path / "cart.json"
    path.write_text(json.dumps({"lines": [{"name": "Oolong", "quantity": "3"}]}), "utf-8")
    assert shop.json("quote", str(path))["total"] == "84.00"
