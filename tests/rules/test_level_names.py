"""A level of paid plans is called by what the names of its plans have in common."""

from dataclasses import replace

import pytest

from app.messages import reason_text
from app.services.rules.level_names import level_names
from app.services.rules.money import CURRENCIES
from app.services.rules.reasons import Reason
from app.services.rules.scheme.standing import Plan
from app.services.rules.scheme.words import words
from app.services.scheme_files import preset_or_file
from tests.scheme_builder import SIMPLE


@pytest.mark.parametrize(
    ("names", "level"),
    [
        (("Prime, a year", "Prime, a month"), "Prime"),
        (("尊享年卡", "尊享月卡"), "尊享"),
        (("Gold yearly", "Gold year pass"), "Gold"),
        (("Gold (12 months)", "Gold (1 month)"), "Gold"),
        (("Yearly card", "Monthly card"), "Yearly card"),
        (("Gold", "Golden"), "Gold"),
        (("Executive",), "Executive"),
    ],
)
def test_a_level_is_called_by_the_beginning_that_its_plans_share(names, level):
    plans = tuple(Plan(str(at), words(name), 1, 1, "one") for at, name in enumerate(names))
    assert level_names(replace(SIMPLE, plans=plans))["one"] == words(level)


def test_the_prime_preset_says_prime_and_no_period():
    scheme = preset_or_file("prime", CURRENCIES["CNY"])
    prime = level_names(scheme)["prime"]
    assert [prime.said(each) for each in ("en", "zh_CN", "zh_TW")] == ["Prime", "尊享", "尊享"]
    why = Reason("other_plan", (("name", "Sale"), *((f"plans:{a}", b) for a, b in prime.texts)))
    assert reason_text(why, "en", CURRENCIES["CNY"]) == "Sale: only with Prime"
