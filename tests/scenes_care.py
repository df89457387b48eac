"""The scenes of care: follow-ups, their rules."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget


def page_of(stage: Any, tab: str) -> Any:
    """A page of the section, in front."""
    stage.close_sheets()
    stage.window.go("care", tab)
    stage.settle()
    return stage.window.current_screen().page_of(tab)


def follow_ups(stage: Any) -> None:
    """Today's list, putting one off, what is to come, what was done."""
    page = page_of(stage, "today")
    stage.shot("care-today")
    page._ask_later(page.panel.shown())
    stage.sheet("care-later")
    page.panel.note.setText("!")
    page.panel.buttons[next(iter(page.panel.buttons))].click()
    page.scopes.choose(1)
    stage.shot("care-coming")
    page.scopes.choose(2)
    stage.shot("care-closed")
    page.panel.undo.click()
    stage.shot("care-nothing-done")
    page.scopes.choose(0)


def cases(stage: Any) -> None:
    """What is open, taking feedback down, solving, what was solved."""
    page = page_of(stage, "cases")
    stage.shot("care-cases")
    page._new()
    stage.window.open_sheet()._choose(2)
    stage.sheet("care-feedback")
    page._solve()
    stage.sheet("care-solve")
    form = stage.shop.config.data_dir / "answers.csv"
    form.write_text("score,comment\n5,\n1,!\n9,\n", "utf-8")
    page.take_form(form)
    stage.shot("care-form-taken")
    stage.close_sheets()
    page.states.choose(1)
    stage.shot("care-none-solved")
    page.states.choose(0)


def member_care(stage: Any) -> None:
    """What is looked after of one member, and what is asked there."""
    from app.services.member_types import MemberFilter
    from app.ui.members.page_view import CARE as CARE_TAB

    whose = stage.shop.desk.database.value("SELECT member_id FROM measure_series")
    screen = stage.screen("members")
    screen.asked(UUID(bytes=whose))
    screen.page.tabs.setCurrentIndex(CARE_TAB)
    stage.shot("member-care")
    panel = screen.page.care
    for ask, name in (
        (panel._ask_promise, "promise"),
        (lambda: panel._ask_measure(None), "measure"),
        (panel._ask_plan, "plan"),
    ):
        ask()
        stage.sheet(f"member-care-{name}")
    empty = stage.shop.members.page(MemberFilter(), 3, 1)[0]
    screen.asked(empty.member_id)
    screen.page.tabs.setCurrentIndex(CARE_TAB)
    stage.shot("member-care-empty")
    screen.page.tabs.setCurrentIndex(0)
    screen.back()


def challenges(stage: Any) -> None:
    """The challenges, the board, what is asked, the customer display."""
    from app.ui.display_face import paint_face
    from app.ui.display_state import IDLE

    page = page_of(stage, "challenges")
    stage.shot("care-challenges")
    page._new()
    stage.sheet("care-challenge-new")
    page._join()
    stage.sheet("care-challenge-join")
    page._call_off()
    stage.sheet("care-challenge-call-off")
    page.display.click()
    look = stage.window.display.look()

    class Face(QWidget):
        def paintEvent(self, event: Any) -> None:
            painter = QPainter(self)
            paint_face(painter, QRectF(self.rect()), IDLE, look)
            painter.end()

    face = Face()
    face.resize(1024, 600)
    stage.shot_of(face, "care-board")
    page.display.click()
    face.deleteLater()
    stage.window._toast.dismiss()


def rules(stage: Any) -> None:
    """The rules, and one of them."""
    page = page_of(stage, "rules")
    stage.shot("care-rules")
    page._ask(page._known.rules[0])
    stage.sheet("care-rule")
    page._ask(None)
    stage.sheet("care-rule-new")


CARE = (follow_ups, cases, member_care, challenges, rules)
