"""Editing a scheme without Qt: the draft, its forms' table, and the basket beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.messages.scheme_choices import CHOICES
from app.messages.scheme_fields import FIELDS, NEW, PARTS
from app.services.rules.cart import Item
from app.services.rules.days import Moment
from app.services.rules.money import CURRENCIES
from app.services.rules.pricing import PriceTerms, Quote
from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme.conditions import Goods
from app.services.rules.scheme.offers import Benefit
from app.services.rules.scheme_file import scheme_of
from app.services.rules.scheme_file.kinds import Kind, specs_of
from app.services.scheme_files import PRESETS, preset
from app.ui.loyalty.presenting.draft import Draft
from app.ui.loyalty.presenting.editing import EditorPresenter, Stock
from app.ui.loyalty.presenting.forms import (
    BENEFIT_FIELDS,
    FORMS,
    SECTIONS,
    STARTS,
    benefit_of_kind,
    section_of,
)
from app.ui.loyalty.presenting.trial import Buyer

CNY = CURRENCIES["CNY"]
TEA = Item("红茶", 2_000, category="茶")
CAKE = Item("蛋糕", 3_500, category="点心")


class View:
    """Counts what the presenter tells."""

    def __init__(self) -> None:
        self.forms = 0
        self.figures = 0

    def form_changed(self) -> None:
        self.forms += 1

    def figures_changed(self) -> None:
        self.figures += 1


def editing(scheme: Scheme) -> EditorPresenter:
    stock = Stock(
        (TEA, CAKE), ("茶", "点心"), CNY, PriceTerms(), Moment(date(2026, 11, 21), 12 * 60)
    )
    return EditorPresenter(View(), scheme, stock)


def cost(presenter: EditorPresenter) -> Quote:
    quote = presenter.quote
    assert quote is not None
    return quote


def thresholds(presenter: EditorPresenter) -> list[int]:
    terms = presenter.scheme.tiers
    assert terms is not None
    return [tier.threshold for tier in terms.tiers]


def show(presenter: EditorPresenter, section: str) -> None:
    presenter.show_section([each.id for each in SECTIONS].index(section))


# --- the table of forms ----------------------------------------------------------------------


@pytest.mark.parametrize("cls", FORMS, ids=lambda cls: cls.__name__)
def test_every_field_of_a_part_can_be_edited_and_has_a_label(cls):
    known = {spec.name for spec in specs_of(cls)} - {"id"}
    # The tiers of the terms are the part's own list.
    listed = {"tiers"} if cls.__name__ == "TierTerms" else set()
    offered = {field.name for field in FORMS[cls]}
    assert offered == known - listed
    for name in offered:
        assert any(
            label in FIELDS for label in (f"{cls.__name__}.{name}", name, f"{name}.spend")
        ), name


def test_every_field_of_the_scheme_and_of_a_benefit_can_be_edited():
    known = {spec.name for spec in specs_of(Scheme)}
    offered = {name for s in SECTIONS for name in (*s.listed[:1], *s.tables)}
    offered |= {field.name for section in SECTIONS for field in section.single}
    # The name ties versions together; what members are told is asked when it comes into force.
    assert offered == known - {"name", "notice"}
    asked = {name for names in BENEFIT_FIELDS.values() for name in names} | {"kind", "goods"}
    assert asked == {spec.name for spec in specs_of(Benefit)}
    assert {section.id for section in SECTIONS} == set(PARTS)


@pytest.mark.parametrize("cls", [*FORMS, Benefit], ids=lambda cls: cls.__name__)
def test_every_choice_has_words(cls):
    for spec in specs_of(cls):
        if spec.kind is Kind.CHOICE:
            assert all(f"{spec.inner.__name__}.{each.value}" in CHOICES for each in spec.inner)


@pytest.mark.parametrize("table", [FIELDS, PARTS, NEW, CHOICES])
def test_every_label_is_there_in_three_languages(table):
    for texts in table.values():
        assert len(texts) == 3
        assert all(text == text.strip() and text for text in texts)


@pytest.mark.parametrize("kind", BENEFIT_FIELDS)
def test_a_benefit_of_every_kind_is_sound_from_the_start(kind):
    benefit = benefit_of_kind(kind, {"kind": "percent_off", "percent": "15"})
    if kind == "give_coupon":
        benefit["coupon"] = "c"
    coupon = {"id": "c", "name": "c", "benefit": {"kind": "percent_off", "percent": "15"}}
    if kind in ("set_price", "waive_fee"):
        benefit["goods"] = {"products": ["红茶"]}
    promotion = {"id": "p", "name": "p", "benefit": benefit}
    scheme_of({"name": "x", "promotions": [promotion], "coupons": [coupon]}, CNY)


@pytest.mark.parametrize("section", [s for s in SECTIONS if s.listed], ids=lambda s: s.id)
def test_something_new_of_every_part_is_sound_at_once(section):
    presenter = editing(simple_scheme(1, 100))
    show(presenter, section.id)
    if section.id == "tiers":
        presenter.switch(("tiers",), on=True)
    presenter.add()
    presenter.add()
    presenter.duplicate(0)
    assert presenter.draft.refused is None or section.id == "tiers"
    assert len(presenter.entries()) >= 3
    assert presenter.open_entry is not None


# --- the draft ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_edited_without_a_change_of_its_own(name):
    draft = Draft(preset(name, CNY), CNY)
    assert draft.refused is None
    assert not draft.is_changed
    assert draft.scheme == preset(name, CNY)


def test_typing_in_one_field_is_taken_back_as_one_step():
    draft = Draft(preset("coffee", CNY), CNY)
    for typed in ("", "2", "20", "200"):
        draft.put(("rewards", 0, "cost_points"), typed or None)
    draft.put(("claim_days",), 30)
    assert draft.scheme.rewards[0].cost_points == 200
    assert draft.undo()
    assert draft.undo()
    assert not draft.is_changed
    assert not draft.undo()


def test_what_cannot_be_used_is_named_and_the_last_good_scheme_stays():
    presenter = editing(preset("coffee", CNY))
    presenter.put(("earn", 0, "unit"), "-1")
    refused = presenter.draft.refused
    assert refused is not None
    assert (refused.field, refused.reason) == ("earn[stars].unit", "negative")
    assert presenter.is_wrong(("earn", 0, "unit"))
    assert presenter.is_wrong(("earn", 0))
    assert not presenter.is_wrong(("earn", 0, "points"))
    assert presenter.scheme.earn[0].unit_minor == 100
    presenter.put(("earn", 0, "unit"), "2.00")
    assert presenter.draft.refused is None
    assert presenter.scheme.earn[0].unit_minor == 200


def test_a_refusal_is_found_wherever_it_stands():
    presenter = editing(preset("coffee", CNY))
    presenter.put(("tiers", "tiers", 2, "threshold"), 200)
    assert presenter.wrong_section() == [s.id for s in SECTIONS].index("tiers")
    presenter.go_to_error()
    assert (presenter.section.id, presenter.open_entry) == ("tiers", 2)
    assert section_of("points.months").id == "points"
    assert section_of("burn.value").id == "points"
    assert section_of("gift_cards.max").id == "wallet"


def test_an_id_is_never_taken_twice_not_even_by_a_reward_and_an_offer():
    presenter = editing(preset("coffee", CNY))
    offer = {**presenter.draft.items(("promotions",))[0], "id": "medium-drink-1"}
    presenter.draft.add(("promotions",), offer)
    show(presenter, "rewards")
    presenter.duplicate(0)
    presenter.duplicate(0)
    ids = [each.id for each in presenter.scheme.rewards]
    assert len(set(ids)) == 3
    assert presenter.draft.refused is None


def test_entries_move_and_the_open_one_moves_along():
    presenter = editing(preset("beauty", CNY))
    show(presenter, "multipliers")
    presenter.toggle_entry(0)
    first, second = (each.id for each in presenter.scheme.multipliers)
    presenter.move(0, 1)
    assert [each.id for each in presenter.scheme.multipliers] == [second, first]
    assert presenter.open_entry == 1
    presenter.move(1, 1)
    assert presenter.open_entry == 1
    presenter.remove(1)
    assert [each.id for each in presenter.scheme.multipliers] == [second]
    presenter.undo()
    assert len(presenter.scheme.multipliers) == 2


def test_a_group_of_goods_is_renamed_wherever_it_is_meant():
    presenter = editing(preset("coffee", CNY))
    before = presenter.scheme
    presenter.rename_group("medium-drinks", "中杯")
    assert presenter.draft.refused is None
    assert dict(presenter.scheme.groups)["中杯"] == dict(before.groups)["medium-drinks"]
    benefit = presenter.scheme.rewards[0].benefit
    assert benefit is not None
    assert benefit.goods == Goods(groups=("中杯",))
    presenter.rename_group("中杯", "iced-americano")
    assert "中杯" in dict(presenter.scheme.groups)


def test_counting_tiers_by_points_instead_of_money_keeps_their_figures():
    presenter = editing(preset("beauty", CNY))
    presenter.change_basis(("tiers",), "points")
    assert presenter.draft.refused is None
    assert thresholds(presenter) == [0, 375, 1000]
    presenter.change_basis(("tiers",), "spend")
    assert thresholds(presenter) == [0, 37_500, 100_000]


# --- the basket ---------------------------------------------------------------------------------


def test_the_basket_is_priced_anew_with_every_figure():
    presenter = editing(simple_scheme(1, 100))
    # Two teas at 20.00 and a cake at 35.00.
    assert cost(presenter).total_minor == 7_500
    assert cost(presenter).points_earned == 75
    presenter.put(("earn", 0, "points"), 3)
    assert cost(presenter).points_earned == 225
    presenter.try_with(lambda trial: trial.with_units(1, 0))
    assert cost(presenter).points_earned == 120
    presenter.try_with(lambda trial: replace(trial, buyer=None))
    assert cost(presenter).points_earned == 0


def test_the_basket_takes_rewards_and_coupons_as_a_till_does():
    presenter = editing(preset("coffee", CNY))
    show(presenter, "promotions")
    presenter.put(("rewards", 0, "benefit"), {"kind": "free_units", "units": 1})
    presenter.try_with(
        lambda trial: replace(trial, buyer=Buyer(points=200), rewards=("medium-drink", "gone"))
    )
    assert cost(presenter).points_spent_on_rewards == 150
    assert cost(presenter).total_minor == 5_500
    presenter.put(("rewards", 0, "cost_points"), 500)
    assert cost(presenter).total_minor == 7_500
    assert cost(presenter).why_not[0].code == "reward_points"


def test_a_buyer_of_a_tier_that_is_gone_is_of_the_first_one():
    presenter = editing(preset("beauty", CNY))
    earned = {}
    for tier in ("insider", "rouge", "gone"):
        buyer = Buyer(tier=tier)
        presenter.trial = replace(presenter.trial, buyer=buyer)
        earned[tier] = cost(presenter).points_earned
    assert earned["gone"] == earned["insider"] < earned["rouge"]


def test_what_is_new_begins_with_something_in_every_list():
    for section in SECTIONS:
        if section.listed and section.listed != ("groups",):
            assert ".".join(section.listed) in STARTS
