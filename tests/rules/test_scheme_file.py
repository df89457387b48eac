"""A scheme and its document are the same thing, and what cannot be one is named."""

import json
import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.services.rules.money import CURRENCIES
from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.conditions import When, YearDay
from app.services.rules.scheme.words import Words, words
from app.services.rules.scheme_file import (
    SchemeRefused,
    document_of,
    scheme_as_stored,
    scheme_of,
)
from app.services.rules.scheme_file.toml_text import toml_of
from tests.rules.scheme_maker import schemes

CNY, TWD, KWD = (CURRENCIES[code] for code in ("CNY", "TWD", "KWD"))
EARN = '[[earn]]\nid = "money"\nname = ""\npoints = 1\nunit = "1.00"\n'
HEAD = 'name = "mine"\n'
OFFER = HEAD + '[[promotions]]\nid = "a"\nname = "A"\nbenefit = { kind = "percent_off"'
COUPON = '[[coupons]]\nid = "{}"\nname = ""\nbenefit = {{ kind = "give_coupon", coupon = "{}" }}\n'
TIERS = HEAD + '[tiers]\nbasis = "points"\nwindow = "lifetime"\n'
TIER = '[[tiers.tiers]]\nid = "{}"\nname = ""\nthreshold = {}\n'


def read(text: str, **more: Any) -> Scheme:
    return scheme_of(tomllib.loads(text, parse_float=str), CNY, **more)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(schemes(), st.sampled_from([CNY, TWD, KWD]))
def test_any_scheme_comes_back_from_json_and_from_toml_as_it_was(scheme, currency):
    document = document_of(scheme, currency)
    as_json = json.loads(json.dumps(document, default=date.isoformat))
    assert scheme_as_stored(as_json, currency, 1) == scheme
    as_toml = tomllib.loads(toml_of(document))
    assert as_toml == document
    assert scheme_as_stored(as_toml, currency, 1) == scheme


def test_what_stands_at_its_default_is_not_written():
    document = document_of(simple_scheme(3, 100), CNY)
    assert list(document) == ["name", "title", "summary", "earn", "burn"]
    assert document["burn"] == {"points": 100, "value": "1.00"}


def test_figures_are_written_as_people_write_them():
    scheme = read(
        HEAD
        + 'floor = "12.5"\n'
        + EARN
        + '[[multipliers]]\nid = "m"\nname = ""\nfactor = 1.5\n'
        + 'when = { hours = "22:30-02:00", dates = [{ first = "04-10", last = "04-16" }] }\n'
    )
    when = scheme.multipliers[0].when
    assert (scheme.floor_bp, scheme.multipliers[0].factor_bp) == (1_250, 15_000)
    assert (when.from_minute, when.to_minute) == (22 * 60 + 30, 2 * 60)
    assert when.dates[0].last == YearDay(4, 16)
    assert scheme.earn[0].unit_minor == 100


def test_a_threshold_is_money_where_tiers_go_by_spend_and_points_where_they_go_by_points():
    text = TIERS + TIER.format("a", 0) + TIER.format("b", 375)
    by_points = read(text).tiers
    by_spend = read(text.replace('"points"', '"spend"')).tiers
    assert by_points is not None
    assert by_spend is not None
    assert (by_points.tiers[1].threshold, by_spend.tiers[1].threshold) == (375, 37_500)


def test_a_text_may_be_given_once_or_for_each_language():
    assert read('name = "x"\ntitle = "Tea"').title == words("Tea")
    both = read('name = "x"\ntitle = { en = "Tea", zh_CN = "茶" }').title
    assert both == Words((("en", "Tea"), ("zh_CN", "茶")))


def test_amounts_round_to_the_currency_only_where_that_is_asked_for():
    document = {"name": "x", "burn": {"points": 1, "value": "14.50"}}
    tiny = {"name": "x", "burn": {"points": 1, "value": "0.10"}}
    with pytest.raises(SchemeRefused) as refused:
        scheme_of(document, TWD)
    assert (refused.value.field, refused.value.reason) == ("burn.value", "not_an_amount")
    rounded = scheme_of(document, TWD, rounded=True).burn
    least = scheme_of(tiny, TWD, rounded=True).burn
    assert rounded is not None
    assert least is not None
    assert (rounded.value_minor, least.value_minor) == (15, 1)


@pytest.mark.parametrize(
    ("text", "field", "reason", "allowed"),
    [
        (HEAD + "colour = 3", "colour", "unknown_field", "claim_days"),
        (HEAD + EARN + "rate = 3", "earn[money].rate", "unknown_field", "points"),
        ('title = "x"', "name", "required", ""),
        (HEAD + "[[earn]]\nid = 'x'\nname = ''", "earn[x].points", "required", ""),
        (HEAD + EARN.replace("unit", "basis = 'quantity'\n#"), "earn[money].unit_quantity",
         "required", ""),
        (HEAD + EARN.replace("points = 1", "points = -1"), "earn[money].points", "negative", "0"),
        (HEAD + EARN.replace("points = 1", "points = 1.5"), "earn[money].points",
         "not_a_whole_number", ""),
        (HEAD + EARN.replace("points = 1", "points = true"), "earn[money].points",
         "not_a_whole_number", ""),
        (HEAD + EARN.replace('"1.00"', '"0"'), "earn[money].unit", "zero", "0.01"),
        (HEAD + EARN.replace('"1.00"', '"1.005"'), "earn[money].unit", "not_an_amount", "12.50"),
        (HEAD + EARN.replace('"1.00"', "nan"), "earn[money].unit", "not_an_amount", ""),
        (HEAD + EARN.replace('"1.00"', "1e999999"), "earn[money].unit", "not_an_amount", ""),
        (HEAD + EARN + EARN, "earn[money].id", "duplicate", ""),
        (HEAD + 'floor = "101"', "floor", "out_of_range", "100.00"),
        (HEAD + 'floor = "-1"', "floor", "negative", "0.00"),
        (HEAD + "earn = 3", "earn", "not_a_list", ""),
        (HEAD + "earn = [3]", "earn[1]", "not_a_section", ""),
        (HEAD + "burn = 3", "burn", "not_a_section", ""),
        (HEAD + "title = 3", "title", "not_words", "zh_TW"),
        (HEAD + "title = { fr = 'thé' }", "title.fr", "not_a_language", "zh_TW"),
        (HEAD + "title = 'a\\u0007'".replace("'", '"'), "title", "control_characters", ""),
        (HEAD + "plan_needed = 1", "plan_needed", "not_a_flag", "true"),
        (HEAD + "plan_needed = true", "plans", "required", ""),
        ('name = "My Café"', "name", "not_a_name", "a-z"),
        (OFFER + " }", "promotions[a].benefit.percent", "required", ""),
        (OFFER + ', percent = "0" }', "promotions[a].benefit.percent", "zero", "0.01"),
        (OFFER + ', percent = "-5" }', "promotions[a].benefit.percent", "negative", ""),
        (OFFER + ', percent = "5", every = 2 }', "promotions[a].benefit.every", "not_used_here",
         "min_basket"),
        (OFFER + ', percent = "5", min_basket = 0 }', "promotions[a].benefit.min_basket", "zero",
         ""),
        (OFFER.replace("percent_off", "half_price") + " }", "promotions[a].benefit.kind",
         "not_a_choice", "set_price"),
        (OFFER + ', percent = "5" }\nwho = { tiers = ["gold"] }', "promotions[a].who.tiers",
         "no_such_id", ""),
        (OFFER + ', percent = "5", goods = { groups = ["x"] } }',
         "promotions[a].benefit.goods.groups", "no_such_id", ""),
        (OFFER + ', percent = "5" }\nwhen = { hours = "25:00-26:00" }', "promotions[a].when.hours",
         "not_hours", "00:00-24:00"),
        (OFFER + ', percent = "5" }\nwhen = { weekdays = [8] }', "promotions[a].when.weekdays[1]",
         "out_of_range", "7"),
        (OFFER + ', percent = "5" }\nwhen = { dates = [{ first = "02-30", last = "03-01" }] }',
         "promotions[a].when.dates[1].first", "not_a_date", "12-31"),
        (OFFER + ', percent = "5" }\nwhen.dates = [{ first = 2026-02-03, last = 2026-02-01 }]',
         "promotions[a].when.dates[1].last", "ends_before", "2026-02-03"),
        (OFFER + ', percent = "5" }\nwhen = { dates = [{ first = 2026-02-03, last = "02-04" }] }',
         "promotions[a].when.dates[1].last", "not_a_range", ""),
        (HEAD + '[[promotions]]\nid = "a"\nname = "A"', "promotions[a].benefit", "required", ""),
        (OFFER + ', percent = "5" }\nwhen = { festivals = ["easter"] }',
         "promotions[a].when.festivals", "not_a_festival", "mid_autumn"),
        (OFFER + ', percent = "5" }\nwhen = { festivals = ["lunar:13-01"] }',
         "promotions[a].when.festivals", "not_a_festival", ""),
        (TIERS + "tiers = []", "tiers.tiers", "required", ""),
        (TIERS + TIER.format("a", 5), "tiers.tiers[a].threshold", "first_tier", "0"),
        (TIERS + TIER.format("a", 0) + TIER.format("b", 0), "tiers.tiers[b].threshold", "zero", ""),
        (TIERS + TIER.format("a", 0) + TIER.format("b", 9) + TIER.format("c", 9),
         "tiers.tiers[c].threshold", "tiers_overlap", ""),
        (TIERS + TIER.format("a", 0) + TIER.format("a", 9), "tiers.tiers[a].id", "duplicate", ""),
        (HEAD + COUPON.format("a", "b") + COUPON.format("b", "a"), "coupons[a].benefit.coupon",
         "loop", ""),
        (HEAD + COUPON.format("a", "z"), "coupons[a].benefit.coupon", "no_such_id", "a"),
        (HEAD + '[groups.a]\ngroups = ["b"]\n[groups.b]\nwithout = { groups = ["a"] }',
         "groups.a", "loop", ""),
        (HEAD + '[gift_cards]\nmin = "9"\nmax = "8"', "gift_cards.max", "below_min", ""),
        (HEAD + '[points]\nexpiry = "months"', "points.months", "required", ""),
        (HEAD + '[[perks]]\nid = "a"\nname = ""\ncount = 0', "perks[a].count", "zero", "1"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_named_with_what_is_allowed(text, field, reason, allowed):
    with pytest.raises(SchemeRefused) as refused:
        read(text)
    found = refused.value
    assert (found.field, found.reason) == (field, reason)
    assert allowed in found.allowed


def test_ten_thousand_promotions_are_refused_before_one_is_read():
    document = {"name": "x", "promotions": [{"nonsense": 1}] * 10_000}
    with pytest.raises(SchemeRefused) as refused:
        scheme_of(document, CNY)
    assert (refused.value.reason, refused.value.text) == ("too_many", "10000")


def test_a_scheme_made_without_a_file_is_held_to_the_same_rules():
    from app.services.rules.scheme_file.checks import check_scheme

    simple = simple_scheme(1, 100)
    check_scheme(simple)
    with pytest.raises(SchemeRefused):
        check_scheme(replace(simple, earn=simple.earn * 2))
    with pytest.raises(SchemeRefused):
        check_scheme(replace(simple, earn=(replace(simple.earn[0], unit_minor=0),)))


def test_goods_without_goods_without_end_are_refused():
    nested: dict[str, Any] = {}
    for _ in range(50):
        nested = {"without": nested}
    with pytest.raises(SchemeRefused) as refused:
        scheme_of({"name": "x", "groups": {"a": nested}}, CNY)
    assert refused.value.reason == "too_deep"


def test_hours_of_the_whole_day_are_every_hour():
    text = OFFER + ', percent = "5" }\nwhen = { hours = "00:00-24:00" }'
    assert read(text).promotions[0].when == When()
