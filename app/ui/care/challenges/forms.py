"""What is asked of a new challenge, and of who takes part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.errors import FieldInvalid
from app.services.challenges import Challenge, ChallengeDraft
from app.services.rules.care.challenges import Measure
from app.ui.care.challenges.words import measure_words
from app.ui.care_days import typed_day
from app.ui.care_form import Field, Form

translate = QCoreApplication.translate


def new_form(
    today: date,
    series: tuple[tuple[str, str], ...],
    make: Callable[[ChallengeDraft], Challenge],
    then: Callable[[Any], None],
) -> Form:
    """A challenge of thirty days, until something else is typed."""

    def day(typed: Mapping[str, Any], field: str) -> date:
        found = typed_day(typed[field], today)
        if found is None:
            raise FieldInvalid(field, "not_a_date", typed[field])
        return found

    def work(typed: Mapping[str, Any]) -> Challenge:
        measure, of, falling = typed["measure"]
        first, last = day(typed, "first_on"), day(typed, "last_on")
        draft = ChallengeDraft(
            typed["name"], measure, first, last, typed["prize"], of, falling, typed["whole"]
        )
        return make(draft)

    plain = (Measure.VISITS, Measure.SPEND, Measure.POINTS)
    choices: list[tuple[str, Any]] = [(measure_words(each), (each, "", False)) for each in plain]
    for name, _ in series:
        for falling, words in (
            (False, translate("ChallengeForms", "More {series}")),
            (True, translate("ChallengeForms", "Less {series}")),
        ):
            told = words.replace("{series}", name)
            choices.append((told, (Measure.MEASUREMENT, name, falling)))
    help_text = translate("ChallengeForms", "Such as 2026-12-01, 12-01, or +7 for in seven days")
    return Form(
        translate("ChallengeForms", "New challenge"),
        translate("ChallengeForms", "Begin"),
        (
            Field("name", translate("ChallengeForms", "What it is called")),
            Field("measure", translate("ChallengeForms", "What is counted"), choices[0][1],
                  choices=tuple(choices)),
            Field("first_on", translate("ChallengeForms", "First day"), today.isoformat()),
            Field("last_on", translate("ChallengeForms", "Last day"),
                  (today + timedelta(days=30)).isoformat(), help_text),
            Field("prize", translate("ChallengeForms", "Prize (may be left out)")),
            Field("whole", translate("ChallengeForms", "Show whole names on the board"),
                  value=False, tick=True),
        ),
        work,
        then,
    )  # fmt: skip


def join_form(
    challenge: Challenge, join: Callable[[str], Any], then: Callable[[Any], None]
) -> Form:
    """Who takes part."""
    return Form(
        translate("ChallengeForms", "Take part"),
        translate("ChallengeForms", "Let in"),
        (Field("text", translate("ChallengeForms", "Member number, phone or card")),),
        lambda typed: join(typed["text"]),
        then,
        challenge.draft.name,
    )


def call_off_form(
    challenge: Challenge, work: Callable[[], Challenge], then: Callable[[Any], None]
) -> Form:
    """Whether it is to end without a winner."""
    return Form(
        translate("ChallengeForms", "Call the challenge off?"),
        translate("ChallengeForms", "Call off"),
        (),
        lambda _typed: work(),
        then,
        challenge.draft.name,
    )
