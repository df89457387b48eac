"""The sections of a member's care: each a heading and rows, with what may be done at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.care_plans import CarePlan
from app.services.care_types import Case, Feedback, FollowUp
from app.services.measures import Series
from app.services.rules.care.measuring import said, share_of_way
from app.ui import fonts
from app.ui.care_words import (
    age_words,
    case_words,
    day_words,
    due_tone,
    inside,
    last_words,
    state_tone,
    state_words,
    step_words,
    why_words,
)
from app.ui.sentences import filled
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.charts.progress import ProgressChart
from app.ui.widgets.choices import CheckBox
from app.ui.widgets.labels import Chip, ElidedLabel, Label, Tone
from app.ui.widgets.panels import Divider, Icon

ROW_HEIGHT = 52
translate = QCoreApplication.translate
Act = tuple[str, Callable[[], None]]


def heading(words: str) -> Label:
    """The name of a section."""
    return Label(words, size=fonts.CAPTION, strong=True, tone=Tone.MUTED)


def row(
    icon: str,
    name: str,
    remark: str = "",
    *,
    chip: tuple[str, Tone] | None = None,
    acts: Sequence[Act] = (),
    tone: Tone = Tone.MUTED,
) -> QWidget:
    """One line of a section."""
    holder = QWidget()
    holder.setFixedHeight(ROW_HEIGHT)
    across = QHBoxLayout(holder)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(Space.S)
    across.addWidget(Icon(icon, tone=Tone.MUTED))
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addStretch(1)
    texts.addWidget(ElidedLabel(name))
    if remark:
        texts.addWidget(ElidedLabel(remark, size=fonts.CAPTION, tone=tone))
    texts.addStretch(1)
    across.addLayout(texts, 1)
    if chip is not None:
        across.addWidget(Chip(chip[0], tone=chip[1]))
    for words, do in acts:
        across.addWidget(_button(words, name, do))
    return holder


def _button(words: str, name: str, do: Callable[[], None]) -> SecondaryButton:
    button = SecondaryButton(words, height=Height.BACK_OFFICE)
    button.setAccessibleName(f"{words}: {name}")
    button.clicked.connect(lambda _=False: do())
    return button


def follow_up_row(follow_up: FollowUp, today: date, done: Callable[[], None]) -> QWidget:
    """A promise: when it is due, or what came of it."""
    parts = [why_words(follow_up, today), follow_up.adviser]
    if follow_up.is_open:
        due = inside(day_words(follow_up.due_on, today))
        parts.insert(0, filled(translate("CareRows", "Due {day}"), day=due))
        late = due_tone(follow_up.due_on, today)
        return row(
            "bell",
            follow_up.what,
            " · ".join(filter(None, parts)),
            acts=[(translate("CareRows", "Done"), done)],
            tone=late if late is Tone.DANGER else Tone.MUTED,
        )
    parts.insert(0, last_words(follow_up, today))
    remark = " · ".join(filter(None, [*parts, follow_up.note]))
    chip = step_words(follow_up.last), Tone.SUCCESS
    return row("bell", follow_up.what, remark, chip=chip)


def case_row(case: Case, open_case: Callable[[], None]) -> QWidget:
    """A case and its age."""
    remark = " · ".join(filter(None, (f"{case.number}", age_words(case), case.adviser, case.note)))
    look = translate("CareRows", "Look")
    chip = state_words(case), state_tone(case)
    return row("message-circle", case_words(case), remark, chip=chip, acts=[(look, open_case)])


def feedback_row(feedback: Feedback, today: date) -> QWidget:
    """What was said, and when."""
    when = day_words(feedback.at.date(), today)
    name = feedback.words or filled(translate("Care", "Score {score} of 5"), score=feedback.score)
    chip = None
    if feedback.score is not None:
        tone = Tone.DANGER if feedback.score <= 2 else Tone.SUCCESS
        chip = f"{feedback.score} / 5", tone
    return row("star", name, f"{when} · {feedback.by}", chip=chip)


def series_block(series: Series, acts: Sequence[Act]) -> QWidget:
    """A series: its last value, how far it is, and its chart."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, Space.XS, 0, Space.XS)
    column.setSpacing(Space.XS)
    values = series.values
    unit = series.unit
    name = series.name
    chip = None
    remark = translate("CareRows", "No value stands")
    if values:
        last = values[-1]
        name = f"{series.name}  {said(last.milli)} {unit}"
        remark = last.day.isoformat()
        if len(values) > 1:
            moved = last.milli - values[0].milli
            words = translate("CareRows", "{change} since {day}")
            sign = "+" if moved > 0 else ""
            since = values[0].day.isoformat()
            told = filled(words, change=f"{sign}{said(moved)} {unit}", day=since)
            remark = f"{remark} · {told}"
        if series.goal_milli is not None:
            share = share_of_way(values[0].milli, last.milli, series.goal_milli)
            tone = Tone.SUCCESS if share == 100 else Tone.PRIMARY
            chip = filled(translate("CareRows", "{share}% of the way"), share=share), tone
    column.addWidget(row("scale", name, remark, chip=chip, acts=acts))
    if values:
        chart = ProgressChart(series.name)
        goal = series.goal_milli
        words = translate("CareRows", "Goal {value}")
        goal_words = "" if goal is None else filled(words, value=f"{said(goal)} {unit}")
        chart.show_values(
            [(each.day, each.milli) for each in values], said, goal=goal, goal_words=goal_words
        )
        column.addWidget(chart)
    return holder


def plan_block(plan: CarePlan, tick: Callable[[int, bool], None], acts: Sequence[Act]) -> QWidget:
    """A plan: what is agreed, its checklist, the sessions had."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, Space.XS, 0, Space.XS)
    column.setSpacing(Space.XS)
    chip = None
    if plan.sessions or plan.used:
        words = translate("CareRows", "Sessions {used} of {sessions}")
        if not plan.sessions:
            words = translate("CareRows", "Sessions {used}")
        chip = filled(words, used=plan.used, sessions=plan.sessions), Tone.PRIMARY
    done = sum(step.done_at is not None for step in plan.steps)
    remark = plan.made_at.date().isoformat()
    if plan.ended_on is not None:
        ended = translate("CareRows", "over since {day}")
        remark = f"{remark} · {filled(ended, day=plan.ended_on.isoformat())}"
    if plan.steps:
        ticked = translate("CareRows", "{done} of {steps} ticked")
        remark = f"{remark} · {filled(ticked, done=done, steps=len(plan.steps))}"
    column.addWidget(row("square-check", plan.name, remark, chip=chip, acts=acts))
    if plan.words:
        column.addWidget(Label(plan.words, wrap=True))
    for step in plan.steps:
        box = CheckBox(step.what)
        box.setChecked(step.done_at is not None)
        box.setEnabled(plan.ended_on is None)
        box.toggled.connect(lambda on, at=step.position: tick(at, on))
        column.addWidget(box)
    if plan.had:
        last = plan.had[0]
        words = translate("CareRows", "Last session {day}")
        told = [filled(words, day=last.day.isoformat()), last.by, last.note]
        text = " · ".join(filter(None, told))
        column.addWidget(ElidedLabel(text, size=fonts.CAPTION, tone=Tone.MUTED))
    return holder


def line() -> Divider:
    """Between two rows."""
    return Divider()
