"""`regulars quote`: what a cart costs and earns, with a shop and without one."""

import json

import pytest

from app.services.scheme_files import PRESETS

LATTE = {"name": "Latte", "category": "Coffee", "unit_price": "30.00", "quantity": "2"}
GOLD = {"tier": "gold", "points": 200, "birthday": "1990-04-08"}


@pytest.fixture
def quoted(regulars, tmp_path):
    """Prices a cart and returns its JSON."""

    def run(cart, *options):
        file = tmp_path / "cart.json"
        file.write_text(json.dumps(cart, ensure_ascii=False), "utf-8")
        return regulars.json("quote", str(file), *options)

    return run


@pytest.fixture
def refused(regulars, tmp_path):
    """Prices a cart that cannot be priced and returns the refusal."""

    def run(cart, *words):
        file = tmp_path / "cart.json"
        file.write_text(json.dumps(cart, ensure_ascii=False), "utf-8")
        return regulars("quote", str(file), "--scheme", "coffee").refused(*words)

    return run


def test_a_cart_is_priced_without_any_shop(quoted, tmp_path):
    cart = {"member": GOLD, "lines": [LATTE], "rewards": ["medium-drink"]}
    told = quoted(cart, "--scheme", "coffee", "--at", "2026-06-01T10:00")
    line = told["lines"][0]
    # Two at 30.00, one for 150 stars; double stars on the 1st: 60.
    assert (line["gross"], line["net"], line["points"]) == ("60.00", "30.00", 60)
    assert line["discounts"] == [
        {
            "effect": "reward",
            "offer": "medium-drink",
            "amount": "30.00",
            "why": "Reward: A medium drink for 150 points",
        }
    ]
    assert (told["subtotal"], told["discount"], told["total"]) == ("60.00", "30.00", "30.00")
    assert (told["tax"], told["points_earned"], told["points_spent"]) == ("0.00", 60, 150)
    assert told["rewards"] == [
        {"id": "medium-drink", "name": "A medium drink", "points": 150, "saved": "30.00"}
    ]
    assert "Double-star day: points × 2" in [why["text"] for why in told["why"]]
    assert told["why_not"] == []
    assert not list(tmp_path.rglob("*.sqlite*"))


def test_why_not_is_told_with_the_offer_it_is_about(quoted):
    cart = {"member": GOLD, "lines": [LATTE], "coupons": ["birthday-drink"]}
    told = quoted(cart, "--scheme", "coffee", "--at", "2026-06-02")
    missed = {why["offer"]: why["text"] for why in told["why_not"]}
    assert missed["double-day"] == "Double-star day: only on day 1 of the month"
    assert missed["birthday-drink"].startswith("Birthday drink: the coupon was valid until")
    assert told["coupons_used"] == []
    used = quoted(cart, "--scheme", "coffee", "--at", "2026-04-30")
    assert (used["coupons_used"], used["discount"]) == (["birthday-drink"], "30.00")


def test_the_issues_member_is_understood(quoted):
    member = {
        "tier": "gold",
        "points": 1200,
        "birthday": "1990-03-08",
        "joined_on": "2024-01-05",
        "qualifying_spend": "820.00",
    }
    line = LATTE | {"member_price": "28.00", "tax_rate": "6"}
    told = quoted({"member": member, "lines": [line]}, "--scheme", "bank-card")
    # Two at 28.00 with 6 % in it: 56.00 × 6/106 = 3.17.
    assert (told["lines"][0]["net"], told["tax"]) == ("56.00", "3.17")
    plan = {"plan": "executive", "qualifying_spend": "820.00"}
    assert quoted({"member": plan, "lines": [line]}, "--scheme", "warehouse")["barred"] is None


@pytest.mark.parametrize("name", PRESETS)
def test_one_cart_is_priced_under_every_scheme(quoted, name):
    # What a scheme does not know of the member does not hold, and is said.
    member = {"tier": "gold", "plan": "executive", "qualifying_spend": "820.00", "points": 1200}
    told = quoted({"member": member, "lines": [LATTE]}, "--scheme", name)
    said = [reason["code"] for reason in told["why_not"]]
    assert ("tier_not_in_scheme" in said) != (name in ("coffee", "bank-card", "retail"))
    assert ("plan_not_in_scheme" in said) != (name == "warehouse")


def test_a_tier_that_is_not_named_is_the_one_the_spend_reaches(quoted):
    cart = {"member": {"qualifying_spend": "400.00"}, "lines": [LATTE]}
    # VIB from 375.00: 60.00 × 1.25 = 75 points.
    assert quoted(cart, "--scheme", "beauty", "--at", "2026-06-20")["points_earned"] == 75


def test_a_sale_that_is_barred_says_so(quoted):
    told = quoted({"lines": [LATTE]}, "--scheme", "warehouse")
    assert told["barred"]["text"] == "Nothing is sold without a membership plan"


def test_a_cart_may_say_its_currency_and_that_tax_is_added(quoted):
    line = {"name": "茶", "unit_price": "100", "tax_rate": "5"}
    told = quoted({"currency": "TWD", "prices_include_tax": False, "lines": [line]})
    assert (told["currency"], told["total"], told["tax"]) == ("TWD", "105", "5")


def test_a_persons_output_is_a_slip_with_reasons(regulars, tmp_path):
    file = tmp_path / "cart.json"
    file.write_text(json.dumps({"member": GOLD, "lines": [LATTE]}), "utf-8")
    out = regulars("quote", str(file), "--scheme", "coffee", "--at", "2026-06-02T09:30").out
    assert "Coffee club · 2026-06-02 09:30" in out
    assert "60.00 CNY" in out
    assert "Why not\n  Double-star day: only on day 1 of the month" in out


def test_the_shops_own_scheme_members_and_products_are_used_where_there_are_any(shop, tmp_path):
    assert shop("scheme", "use", "coffee").code == 0
    assert shop("member", "add", "--name", "Ana", "--phone", "13800138000").code == 0
    file = tmp_path / "cart.json"
    cart = {"member": "13800138000", "lines": [LATTE], "at": "2026-06-02"}
    file.write_text(json.dumps(cart), "utf-8")
    told = shop.json("quote", str(file))
    assert (told["scheme"], told["points_earned"]) == ("coffee", 60)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"member": {"points": "1.5"}}, ("points", "1.5")),
        ({"member": {"birthday": "2026-02-30"}}, ("birthday", "2026-02-30")),
        ({"member": {"joined_on": "yesterday"}}, ("joining", "yesterday")),
        ({"member": {"purchases": "-1"}}, ("below zero",)),
        ({"member": {"age": 30}}, ("age",)),
        ({"currency": "XYZ"}, ("currency", "XYZ")),
        ({"coupons": "birthday-drink"}, ("coupons", "list")),
        ({"rewards": [150]}, ("rewards",)),
        ({"lines": [LATTE | {"tax_rate": "120"}]}, ("Line 1", "tax rate", "120")),
        ({"lines": [LATTE | {"weighed": "yes"}]}, ("Line 1", "true or false")),
        ({"at": "noon"}, ("noon",)),
    ],
)
def test_what_cannot_be_understood_is_named(refused, change, words):
    refused({"lines": [LATTE]} | change, *words)


def test_a_stored_member_needs_a_shop(regulars, tmp_path):
    file = tmp_path / "cart.json"
    file.write_text(json.dumps({"member": "000001", "lines": [LATTE]}), "utf-8")
    regulars("quote", str(file)).refused("shop")


def test_an_unknown_scheme_is_refused(regulars, tmp_path):
    file = tmp_path / "cart.json"
    file.write_text(json.dumps({"lines": [LATTE]}), "utf-8")
    regulars("quote", str(file), "--scheme", "coffe").refused("coffe", "coffee")


def test_a_pass_laid_on_a_quote_pays_for_its_goods(quoted):
    lines = [{"name": "Yoga", "category": "Classes", "unit_price": "90.00", "quantity": "2"}]
    cart = {"member": {"points": 0}, "lines": lines, "passes": ["classes-10", "five"]}
    told = quoted(cart, "--scheme", "gym", "--at", "2026-06-01T10:00")
    # One of two classes at 90.00 is paid; "five" is no pass of the gym's scheme.
    assert (told["total"], list(told["passes_used"].values())) == ("90.00", [1])
    assert told["lines"][0]["discounts"][0]["amount"] == "90.00"
    assert "Ten classes, 9 left" in json.dumps(told["lines"])
    assert "five: no pass of this scheme" in json.dumps(told["why_not"])
