"""A member's care: promises, cases, measurements with their charts, plans; all on one tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.services.care_plans import CarePlan
from app.services.measures import Series
from app.ui.care_form import Form, ask
from app.ui.care_words import step_words
from app.ui.feedback_sheet import open_feedback
from app.ui.members import care_forms as forms
from app.ui.members import care_rows as rows
from app.ui.members.headed import Headed
from app.ui.members.presenting.care import CarePresenter, MemberCare
from app.ui.members.presenting.page import Page
from app.ui.receipts import save_document
from app.ui.shell import Shell
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.panels import EmptyState, Surface


class CarePanel(QWidget):
    """Reads its own rows, and only while it is in sight."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._page: Page | None = None
        self._care: MemberCare | None = None
        self._presenter: CarePresenter | None = None
        self.promise = SecondaryButton("", icon="bell", height=Height.BACK_OFFICE)
        self.feedback = SecondaryButton("", icon="star", height=Height.BACK_OFFICE)
        self.measure = SecondaryButton("", icon="scale", height=Height.BACK_OFFICE)
        self.plan = SecondaryButton("", icon="square-check", height=Height.BACK_OFFICE)
        self.progress = SecondaryButton("", icon="file-down", height=Height.BACK_OFFICE)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = EmptyState("heart", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self._empty)
        self._head = Headed(
            self._stack, (self.promise, self.feedback, self.measure, self.plan, self.progress)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        self.promise.clicked.connect(self._ask_promise)
        self.feedback.clicked.connect(self._ask_feedback)
        self.measure.clicked.connect(lambda: self._ask_measure(None))
        self.plan.clicked.connect(self._ask_plan)
        self.progress.clicked.connect(self._save_progress)

    # --- what the page tells ----------------------------------------------------------------

    def show_page(self, page: Page) -> None:
        """Another member, or the same one as they are now."""
        other = self._page is None or self._page.member.member_id != page.member.member_id
        self._page = page
        if other:
            self._care = None
        self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is shown now."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        if self._page is None or not self.isVisible():
            return
        if self._presenter is None:
            self._presenter = CarePresenter(self, self._shell.shop, self._shell.tasks)
        self._presenter.open(self._page.member.member_id)

    def retranslate(self) -> None:
        """Say everything again."""
        self.promise.set_label(self.tr("Follow-up"))
        self.feedback.set_label(self.tr("Feedback"))
        self.measure.set_label(self.tr("Measure"))
        self.plan.set_label(self.tr("Plan"))
        self.progress.set_label(self.tr("PDF"))
        self.progress.setAccessibleName(self.tr("Progress as PDF"))
        self.area.setAccessibleName(self.tr("Care"))
        self._empty.say(
            self.tr(
                "Nothing yet. Promise to call, take feedback down, measure, or agree on a plan."
            )
        )
        if self._care is not None:
            self.show_care(self._care)

    # --- CareView ---------------------------------------------------------------------------

    def show_care(self, care: MemberCare) -> None:
        """Show everything, where one had scrolled to."""
        self._care = care
        at = self.area.verticalScrollBar().value()
        inner = Surface()
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.M, 0, Space.M, Space.S)
        column.setSpacing(0)
        for name, parts in self._sections(care):
            made = list(parts)
            if not made:
                continue
            column.addSpacing(Space.S)
            column.addWidget(rows.heading(name))
            for part in made:
                column.addWidget(part)
                column.addWidget(rows.line())
        column.addStretch(1)
        self.area.setWidget(inner)
        self.area.verticalScrollBar().setValue(at)
        self._stack.setCurrentIndex(1 if care.is_empty else 0)
        self.progress.setVisible(any(each.values for each in care.series))

    def _sections(self, care: MemberCare) -> Iterable[tuple[str, Iterable[QWidget]]]:
        presenter = self._presenter
        assert presenter is not None
        shell, today = self._shell, care.today
        return (
            (
                self.tr("Follow-ups"),
                [
                    rows.follow_up_row(each, today, partial(presenter.done, each))
                    for each in care.follow_ups
                ],
            ),
            (
                self.tr("Cases"),
                [rows.case_row(each, lambda: shell.go("care", "cases")) for each in care.cases],
            ),
            (
                self.tr("Feedback"),
                [rows.feedback_row(each, today) for each in care.feedback],
            ),
            (self.tr("Measurements"), [self._series(each) for each in care.series]),
            (self.tr("Plans"), [self._plan(each) for each in care.plans]),
        )

    def _series(self, series: Series) -> QWidget:
        acts: list[tuple[str, Callable[[], None]]] = [
            (self.tr("Add"), lambda: self._ask_measure(series)),
            (self.tr("Goal"), lambda: self._ask_goal(series)),
        ]
        if series.values:
            acts.append((self.tr("Correct"), lambda: self._ask_correct(series)))
        return rows.series_block(series, acts)

    def _plan(self, plan: CarePlan) -> QWidget:
        presenter = self._presenter
        assert presenter is not None
        acts: list[tuple[str, Callable[[], None]]] = []
        if plan.ended_on is None:
            acts.append((self.tr("Session"), lambda: self._ask_session(plan)))
        over = self.tr("End") if plan.ended_on is None else self.tr("Go on")
        acts.append((over, lambda: presenter.end(plan)))
        return rows.plan_block(plan, lambda at, on: presenter.tick(plan, at, on), acts)

    def did(self, words: str, undo: Callable[[], None] | None) -> None:
        """Say what came of a follow-up; the other screens show it too."""
        self._shell.forget_error()
        if words:
            self._shell.toast(step_words(words), undo)
        self._shell.tell_changed("care")

    def refuse(self, error: Exception) -> None:
        """Say why not, and show everything as it is."""
        self._shell.show_error(error)
        if self._presenter is not None and self._care is not None:
            self.show_care(self._care)

    # --- what is asked ----------------------------------------------------------------------

    def _who(self) -> str:
        return "" if self._page is None else self._page.name

    def _kept(self, _result: Any) -> None:
        if self._presenter is not None:
            self._presenter.refresh()
        self.did("", None)

    def _ask(self, form: Form | None) -> None:
        if form is not None:
            ask(self._shell, form)

    def _ask_promise(self) -> None:
        if self._care is not None:
            shop = self._shell.shop
            self._ask(forms.follow_up_form(shop, self._care, self._who(), self._kept))

    def _ask_feedback(self) -> None:
        if self._page is not None:
            open_feedback(self._shell, self._page.member.member_id, self._who())

    def _ask_measure(self, series: Series | None) -> None:
        if self._care is not None:
            shop = self._shell.shop
            self._ask(forms.measure_form(shop, self._care, self._who(), self._kept, series))

    def _ask_goal(self, series: Series) -> None:
        self._ask(forms.goal_form(self._shell.shop, series, self._who(), self._kept))

    def _ask_correct(self, series: Series) -> None:
        last = series.values[-1]
        self._ask(forms.correct_form(self._shell.shop, series, last, self._who(), self._kept))

    def _ask_plan(self) -> None:
        if self._care is not None:
            shell = self._shell
            form = forms.plan_form(shell.shop, self._care, self._who(), shell.language, self._kept)
            self._ask(form)

    def _ask_session(self, plan: CarePlan) -> None:
        self._ask(forms.session_form(self._shell.shop, plan, self._who(), self._kept))

    def _save_progress(self) -> None:
        from app.services.documents.progress_report import progress_report
        from app.services.documents.table_report import save_report

        care, page = self._care, self._page
        if care is None or page is None:
            return
        settings = self._shell.shop.desk.settings
        who = f"{page.member.name} · {page.member.number}".strip(" ·")
        report = progress_report(who, care.series, settings.language)
        save_document(
            self._shell,
            f"{page.member.number}.pdf",
            lambda path: save_report(path, report, settings.facts),
        )
