"""What a refusal says of the choices there are, in each language."""

import pytest

from app.errors import CampaignUnknown, FieldInvalid, PartInvalid, SegmentUnknown
from app.messages import sentence, wording
from app.messages.choosing import SHOWN_AT_MOST
from app.messages.plural_en import PLURAL, agreeing
from app.services.rules.money import CURRENCIES

CNY = CURRENCIES["CNY"]
MANY = (*(f"word{at}" for at in range(SHOWN_AT_MOST)), "visits", "last_visit")


def said(error, language="en"):
    return sentence(error, language, CNY)


@pytest.mark.parametrize(
    ("language", "part", "choices"),
    [
        ("en", "In the conditions, “asleep” is not", "(allowed: new, lost)."),
        ("zh_CN", "条件中的“asleep”不", "（可用：new、lost）。"),
        ("zh_TW", "條件中的「asleep」不", "（可用：new、lost）。"),
    ],
)
def test_a_refused_choice_names_all_choices_where_they_are_few(language, part, choices):
    refused = PartInvalid("conditions", "not_a_choice", "asleep", ("new", "lost"))
    assert said(refused, language).startswith(part)
    assert said(refused, language).endswith(choices)


@pytest.mark.parametrize(
    ("language", "meant"),
    [
        ("en", "(did you mean visits?)."),
        ("zh_CN", "（是不是要写 visits？）。"),
        ("zh_TW", "（是不是要寫 visits？）。"),
    ],
)
def test_of_many_choices_the_one_that_is_spelt_nearly_alike_is_named(language, meant):
    refused = PartInvalid("conditions", "segment_field", "Vists", MANY)
    assert said(refused, language).endswith(meant)
    odd = PartInvalid("conditions", "segment_field", "qqq", (*MANY, "long" * 120))
    assert "long" not in said(odd, language)


def test_a_name_that_is_not_there_is_told_beside_those_that_are():
    assert "“x” (there are: Regulars, Sleepers);" in said(
        SegmentUnknown("x", ("Regulars", "Sleepers"))
    )
    assert "“x”;" in said(CampaignUnknown("x"))


def test_in_english_of_many_it_is_said_that_they_are():
    assert said(FieldInvalid("channels", "required")) == "The channels are missing; fill them in."
    assert said(FieldInvalid("name", "too_long", "x")) == "The name “x” is too long; shorten it."
    assert agreeing("belongs to the shop") == "belong to the shop"
    assert agreeing("must be text") == "must be text"
    assert set(wording("en").fields) >= PLURAL
    for reason in wording("en").reasons.values():
        assert agreeing(reason).split()[0] not in {"is", "has", "lies", "looks", "takes", "does"}
