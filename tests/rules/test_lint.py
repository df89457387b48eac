"""The linter sees what would go wrong with a scheme, and shows it on a basket."""

import time
import tomllib
from dataclasses import replace
from datetime import date
from string import Formatter

import pytest

from app import messages
from app.messages.findings import example_text, finding_text
from app.messages.scheme_words import templates
from app.services.rules.cart import Item
from app.services.rules.lint import Finding, Severity, lint
from app.services.rules.money import CURRENCIES
from app.services.rules.pricing import PriceTerms, price
from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file import LIST_LIMIT, scheme_of
from app.services.scheme_files import PRESETS, preset

CNY = CURRENCIES["CNY"]
TERMS = PriceTerms()
# A Saturday.
TODAY = date(2026, 11, 21)

HEAD = """
name = "mine"
[[earn]]
id = "money"
name = "Points"
points = 1
unit = "1.00"
"""
TIERS = """
[tiers]
basis = "spend"
window = "lifetime"
[[tiers.tiers]]
id = "green"
name = "Green"
threshold = "0"
[[tiers.tiers]]
id = "gold"
name = "Gold"
threshold = "100"
"""
BEANS = Item("Beans", 8_000, category="Retail")
TEA = Item("Tea", 2_000, category="Drinks")


def offer(benefit: str, more: str = "", *, name: str = "offer", kind: str = "promotions") -> str:
    return (
        f'[[{kind}]]\nid = "{name}"\nname = "{name.title()}"\nbenefit = {{ {benefit} }}\n{more}\n'
    )


def read(*parts: str) -> Scheme:
    document = tomllib.loads("\n".join((HEAD, *parts)), parse_float=str)
    return scheme_of(document, CNY)


def findings(scheme: Scheme, *goods: Item) -> tuple[Finding, ...]:
    return lint(scheme, TERMS, TODAY, CNY, goods)


def codes(*parts: str, goods: tuple[Item, ...] = ()) -> list[tuple[str, str]]:
    return [(found.code, found.subject) for found in findings(read(*parts), *goods)]


HALF = 'kind = "percent_off", percent = "50"'
TENTH = 'kind = "percent_off", percent = "10"'
TWENTIETH = 'kind = "percent_off", percent = "5"'

# code → the parts of a scheme that has it (and nothing else wrong), the subject, the goods
PLANTED: dict[str, tuple[tuple[str, ...], str, tuple[Item, ...]]] = {
    # 20.00 at half price is 10.00, below the 60 % that it costs.
    "below_cost": ((offer(HALF),), "promotions[offer]", ()),
    # 0.75 × 0.75 = 56.25 %, each alone 75 %.
    "below_cost_together": (
        (
            offer('kind = "percent_off", percent = "25"'),
            offer('kind = "percent_off", percent = "25"', 'phase = "basket"', name="other"),
        ),
        "promotions[offer]",
        (),
    ),
    "free_for_all": (
        (offer('kind = "percent_off", percent = "100"'),),
        "promotions[offer]",
        (),
    ),
    "earns_on_burn": (
        (offer('kind = "give_points", points = 5', "cost_points = 10", kind="rewards"),),
        "rewards[offer]",
        (),
    ),
    "points_without_end": (
        (offer('kind = "give_points", points = 10', "cost_points = 10", kind="rewards"),),
        "rewards[offer]",
        (),
    ),
    # 100.00 earns 100 points, worth 100.00.
    "points_worth_too_much": (('[burn]\npoints = 1\nvalue = "1.00"',), "burn", ()),
    "birthday_twice": (
        (
            TIERS,
            offer(TENTH, 'trigger = "birthday"\nwho = { birthday = "month" }', kind="coupons"),
            offer(
                TWENTIETH,
                'trigger = "birthday"\nwho = { tiers = ["gold"], birthday = "day" }',
                kind="coupons",
                name="gold",
            ),
        ),
        "coupons[gold]",
        (),
    ),
    "day_never_comes": (
        (offer(TENTH, "when = { dates = [{ first = 2020-01-01, last = 2020-12-31 }] }"),),
        "promotions[offer]",
        (),
    ),
    "hours_empty": (
        (offer(TENTH, 'when = { hours = "14:00-14:00" }'),),
        "promotions[offer]",
        (),
    ),
    "goods_unmatched": (
        (offer(TENTH + ', goods = { categories = ["Wine"] }'),),
        "promotions[offer]",
        (BEANS, TEA),
    ),
    "nobody_meets": (
        (TIERS, offer(TENTH, 'who = { tiers = ["gold"], first_purchase = true }')),
        "promotions[offer]",
        (),
    ),
    "tier_unreachable": (
        (TIERS.replace('"spend"', '"points"'),),
        "tiers.tiers[gold]",
        (),
    ),
    # Two gates on the same goods, each for one tier only.
    "gate_closed": (
        (
            TIERS,
            '[[promotions]]\nid = "a"\nname = "A"\nwho = { tiers = ["green"] }\n'
            'gate = { categories = ["Wine"] }\n',
            '[[promotions]]\nid = "b"\nname = "B"\nwho = { tiers = ["gold"] }\n'
            'gate = { categories = ["Wine"] }\n',
        ),
        "promotions[a]",
        (),
    ),
    "overshadowed": (
        (offer(TENTH), offer(TWENTIETH, name="less")),
        "promotions[less]",
        (),
    ),
    "above_shelf": (
        (
            offer(
                'kind = "set_price", price = "90.00", goods = { products = ["Beans"] }',
                "who = { members_only = true }",
            ),
        ),
        "promotions[offer]",
        (BEANS, TEA),
    ),
    # The floor lets nothing off.
    "no_effect": ((offer(TENTH),), "promotions[offer]", ()),
    "earn_never": (
        ('[[earn]]\nid = "late"\nname = "Late"\npoints = 2\nunit = "1.00"\n',),
        "earn[late]",
        (),
    ),
    "nothing_earned": (
        (offer('kind = "free_units", units = 1', "cost_points = 10", kind="rewards"),),
        "rewards",
        (),
    ),
    # Green pays 10 % less, Gold only 5 %.
    "tier_pays_more": (
        (
            TIERS,
            offer(TENTH, 'who = { tiers = ["green"] }', name="green"),
            offer(TWENTIETH, 'who = { tiers = ["gold"] }', name="gold"),
        ),
        "tiers.tiers[gold]",
        (),
    ),
    "over_cap": (
        ('[wallet]\ncap = "500"\noffers = [{ amount = "500", bonus = "80" }]',),
        "wallet.offers[1]",
        (),
    ),
    "member_price_above": ((), "", (replace(BEANS, member_price_minor=9_000), TEA)),
}


def planted(code: str) -> tuple[Scheme, tuple[Item, ...]]:
    parts, _, goods = PLANTED[code]
    scheme = read(*parts)
    if code == "no_effect":
        scheme = replace(scheme, floor_bp=10_000)
    if code == "nothing_earned":
        scheme = replace(scheme, earn=())
    if code == "tier_unreachable":
        scheme = replace(scheme, earn=(replace(scheme.earn[0], qualifies=False),))
    return scheme, goods


@pytest.mark.parametrize("code", PLANTED)
def test_what_would_go_wrong_is_found_where_it_stands_and_nothing_else_is(code):
    scheme, goods = planted(code)
    found = findings(scheme, *goods)
    assert {each.code for each in found} == {code}
    assert found[0].subject == PLANTED[code][1]


@pytest.mark.parametrize("code", PLANTED)
def test_each_finding_shows_a_basket_that_the_till_would_price_the_same(code):
    scheme, goods = planted(code)
    for found in findings(scheme, *goods):
        example = found.example
        assert example.cart.lines
        assert price(example.cart, scheme, TERMS, example.quote.moment) == example.quote


def example_of(code: str) -> Finding:
    scheme, goods = planted(code)
    return findings(scheme, *goods)[0]


def test_the_basket_of_a_price_below_cost_is_below_cost():
    # 20.00 at half price.
    quote = example_of("below_cost").example.quote
    assert (quote.gross_minor, quote.total_minor) == (2_000, 1_000)
    # 20.00 × 0.75 = 15.00, × 0.75 = 11.25.
    assert example_of("below_cost_together").example.quote.total_minor == 1_125
    assert example_of("free_for_all").example.quote.total_minor == 0


def test_the_basket_of_two_birthday_coupons_takes_one_of_them():
    example = example_of("birthday_twice").example
    assert [coupon.template for coupon in example.cart.coupons] == ["offer", "gold"]
    assert example.quote.coupons_used


def test_the_basket_of_a_closed_gate_is_barred_and_that_of_a_worse_tier_costs_more():
    assert example_of("gate_closed").example.quote.barred is not None
    # 10 % and 5 % off 20.00.
    facts = dict(example_of("tier_pays_more").facts)
    assert (facts["paid_minor"], facts["other_paid_minor"]) == (1_900, 1_800)


def test_errors_come_first_and_only_what_can_never_be_meant_is_one():
    errors = {
        code
        for code in PLANTED
        if any(found.severity is Severity.ERROR for found in findings(*planted_flat(code)))
    }
    assert errors == {"free_for_all", "gate_closed", "hours_empty", "points_without_end"}
    assert errors <= messages.REASONS
    mixed = findings(read(offer(HALF), offer(TENTH, 'when = { hours = "01:00-01:00" }', name="x")))
    assert [found.severity for found in mixed] == [Severity.ERROR, Severity.WARNING]


def planted_flat(code: str) -> tuple[Scheme, *tuple[Item, ...]]:
    scheme, goods = planted(code)
    return (scheme, *goods)


def test_an_offer_in_another_group_or_for_other_members_overshadows_nothing():
    assert codes(offer(TENTH), offer(TWENTIETH, 'stacking_group = "b"', name="less")) == []
    assert (
        codes(TIERS, offer(TENTH, 'who = { tiers = ["gold"] }'), offer(TWENTIETH, name="b")) == []
    )


def test_birthday_coupons_for_different_tiers_are_not_issued_twice():
    coupons = [
        offer(
            benefit,
            f'trigger = "birthday"\nwho = {{ tiers = ["{tier}"], birthday = "month" }}',
            kind="coupons",
            name=tier,
        )
        for tier, benefit in (("green", TWENTIETH), ("gold", TENTH))
    ]
    assert codes(TIERS, *coupons) == []


def test_an_offer_of_a_season_or_a_far_year_is_not_called_over():
    for days in (
        '{ first = "12-28", last = "01-03" }',
        "{ first = 2031-05-01, last = 2031-05-02 }",
    ):
        assert codes(offer(TENTH, f"when = {{ dates = [{days}] }}")) == []
    assert codes(offer(TENTH, 'when = { festivals = ["mid_autumn"], hours = "22:00-02:00" }')) == []


def test_a_threshold_that_another_discount_undercuts_is_tried_on_a_larger_basket():
    scheme = (
        offer(TENTH),
        offer(
            'kind = "amount_off", amount = "5", min_basket = "300"', 'phase = "basket"', name="b"
        ),
    )
    assert codes(*scheme) == []
    assert codes(*scheme, goods=(BEANS, TEA)) == []


KNOWN = {"bank-card": [("below_cost", "promotions[half-wednesday]")]}


@pytest.mark.parametrize("name", PRESETS)
def test_the_presets_say_nothing_that_they_do_not_mean(name):
    found = findings(preset(name, CNY))
    assert [(each.code, each.subject) for each in found] == KNOWN.get(name, [])


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("code", PLANTED)
def test_every_finding_is_a_sentence_with_its_basket(code, language):
    scheme, goods = planted(code)
    for found in findings(scheme, *goods):
        said = finding_text(found, language, CNY)
        basket = example_text(found.example, language, CNY)
        assert said.endswith("." if language == "en" else "。")
        assert "{" not in said + basket
        assert "¥" in basket


def test_the_languages_have_the_same_words_for_schemes():
    english, *others = (templates(language) for language in ("en", "zh_CN", "zh_TW"))
    told = {name.removeprefix("finding_") for name in english if name.startswith("finding_")}
    assert told == set(PLANTED)
    for other in others:
        assert set(other) == set(english)
        for name, text in english.items():
            facts = {fact for _, fact, _, _ in Formatter().parse(text) if fact}
            assert {fact for _, fact, _, _ in Formatter().parse(other[name]) if fact} == facts, name


def test_the_largest_scheme_is_looked_through_in_seconds():
    offers = [
        offer(TENTH + f', goods = {{ products = ["P{n}"] }}', name=f"p{n}")
        for n in range(LIST_LIMIT)
    ]
    scheme = read(TIERS, *offers)
    began = time.perf_counter()
    assert findings(scheme) == ()
    assert time.perf_counter() - began < 30
