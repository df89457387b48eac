"""What is asked of a member's care: a promise, a measurement, its correction, a plan, a session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.errors import FieldInvalid
from app.services.ids import uuid7
from app.services.rules.care.measuring import read_value, said
from app.ui.care_days import typed_day
from app.ui.care_form import Field, Form
from app.ui.shell import Shop

if TYPE_CHECKING:
    from app.services.care_plans import CarePlan
    from app.services.measures import Measurement, Series
    from app.ui.members.presenting.care import MemberCare

Then = Callable[[Any], None]
translate = QCoreApplication.translate


def _day(text: str, today: date, field: str) -> date:
    day = typed_day(text, today)
    if day is None:
        raise FieldInvalid(field, "not_a_date", text)
    return day


def _past_day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise FieldInvalid("measured_on", "not_a_date", text) from error


def _value(text: str, field: str = "value") -> int:
    milli = read_value(text)
    if milli is None:
        raise FieldInvalid(field, "not_a_measure", text)
    return milli


def follow_up_form(shop: Shop, care: MemberCare, who: str, then: Then) -> Form:
    """A promise by hand."""
    op = uuid7()

    def work(typed: Mapping[str, Any]) -> Any:
        day = _day(typed["due_on"], care.today, "due_on")
        return shop.care.make(op, care.member_id, typed["what"], day, typed["adviser"])

    people: list[tuple[str, UUID | None]] = [(translate("CareForms", "Nobody in particular"), None)]
    people += [(person.name, person.staff_id) for person in care.advisers]
    return Form(
        translate("CareForms", "Follow-up"),
        translate("CareForms", "Keep"),
        (
            Field("what", translate("CareForms", "What is to be done")),
            Field("due_on", translate("CareForms", "On which day"), "+7",
                  translate("CareForms", "Such as 2026-12-01, 12-01, or +7 for in seven days")),
            Field("adviser", translate("CareForms", "Given to"), None, choices=tuple(people)),
        ),
        work,
        then,
        who,
    )  # fmt: skip


def measure_form(shop: Shop, care: MemberCare, who: str, then: Then, of: Series | None) -> Form:
    """One more value: of a series there is, or of a new one."""
    op = uuid7()

    def work(typed: Mapping[str, Any]) -> Any:
        name = typed["series"] if of is None else of.name
        unit = typed["unit"] if of is None else of.unit
        day, value = _past_day(typed["measured_on"]), _value(typed["value"])
        return shop.measures.add(op, care.member_id, name, unit, value, day)

    fields = [
        Field(
            "value",
            translate("CareForms", "Value"),
            help_text=translate("CareForms", "Such as 72.5"),
        ),
        Field("measured_on", translate("CareForms", "On which day"), care.today.isoformat()),
    ]
    title = translate("CareForms", "Measure") if of is None else of.name
    if of is None:
        name, unit = care.known_series[0] if care.known_series else ("", "")
        fields = [
            Field(
                "series",
                translate("CareForms", "What is measured"),
                name,
                translate("CareForms", "Such as weight, body fat, level"),
            ),
            Field(
                "unit",
                translate("CareForms", "Unit"),
                unit,
                translate("CareForms", "Such as kg, %, level"),
            ),
            *fields,
        ]
    else:
        fields[0] = Field(
            "value",
            f"{translate('CareForms', 'Value')} ({of.unit})",
            help_text=translate("CareForms", "Such as 72.5"),
        )
    return Form(title, translate("CareForms", "Keep"), tuple(fields), work, then, who)


def goal_form(shop: Shop, series: Series, who: str, then: Then) -> Form:
    """What a series makes for."""

    def work(typed: Mapping[str, Any]) -> Any:
        text = typed["goal"].strip()
        return shop.measures.aim(series.series_id, _value(text, "goal") if text else None)

    now = "" if series.goal_milli is None else said(series.goal_milli)
    field = Field(
        "goal",
        f"{translate('CareForms', 'Goal')} ({series.unit})",
        now,
        translate("CareForms", "Empty for none"),
    )
    return Form(series.name, translate("CareForms", "Keep"), (field,), work, then, who)


def correct_form(shop: Shop, series: Series, last: Measurement, who: str, then: Then) -> Form:
    """Another value in the place of the last one, or none."""
    op = uuid7()

    def work(typed: Mapping[str, Any]) -> Any:
        text = typed["value"].strip()
        milli = _value(text) if text else None
        return shop.measures.correct(op, last.value_id, milli, _past_day(typed["measured_on"]))

    return Form(
        translate("CareForms", "Correct the last value"),
        translate("CareForms", "Keep"),
        (
            Field("value", f"{series.name} ({series.unit})", said(last.milli),
                  translate("CareForms", "Empty strikes it out")),
            Field("measured_on", translate("CareForms", "On which day"), last.day.isoformat()),
        ),
        work,
        then,
        who,
    )  # fmt: skip


def plan_form(shop: Shop, care: MemberCare, who: str, language: str, then: Then) -> Form:
    """What is agreed."""
    op = uuid7()

    def work(typed: Mapping[str, Any]) -> Any:
        from app.services.care_plans import PlanDraft

        count = typed["sessions"].strip() or "0"
        if not count.isdecimal():
            raise FieldInvalid("sessions", "not_a_whole_number", count)
        steps = tuple(typed["steps"].splitlines())
        draft = PlanDraft(typed["name"], typed["words"], steps, int(count), typed["pass"])
        return shop.care_plans.make(op, care.member_id, draft)

    fields = [
        Field("name", translate("CareForms", "Name of the plan")),
        Field("words", translate("CareForms", "What is agreed"), lines=True),
        Field("steps", translate("CareForms", "Checklist, one line each"), lines=True),
    ]
    passes: list[tuple[str, UUID | None]] = [(translate("CareForms", "No pass"), None)]
    passes += [(held.name.said(language), held.pass_id) for held in care.passes]
    if care.passes:
        help_text = translate("CareForms", "Its uses are the sessions of the plan")
        fields.append(Field("pass", translate("CareForms", "Pass"), None, help_text, tuple(passes)))
    fields.append(Field("sessions", translate("CareForms", "Sessions (may be left out)")))

    def whole(typed: Mapping[str, Any]) -> Any:
        return work({"pass": None, **typed})

    return Form(
        translate("CareForms", "Plan of care or training"),
        translate("CareForms", "Keep"),
        tuple(fields),
        whole,
        then,
        who,
    )


def session_form(shop: Shop, plan: CarePlan, who: str, then: Then) -> Form:
    """One session that was had."""
    op = uuid7()

    def work(typed: Mapping[str, Any]) -> Any:
        return shop.care_plans.session(op, plan.plan_id, typed["note"])

    field = Field("note", translate("CareForms", "Note (may be left out)"))
    return Form(
        f"{translate('CareForms', 'Session')} · {plan.name}",
        translate("CareForms", "Count it"),
        (field,),
        work,
        then,
        who,
    )
