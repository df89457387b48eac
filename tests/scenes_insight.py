"""The scenes of insight: groups, and who is behind a figure."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.ui.shell import InsightTab


def page_of(stage: Any, tab: str) -> Any:
    """A page of the section, in front."""
    stage.close_sheets()
    stage.window.go("insight", InsightTab(tab))
    stage.settle()
    return stage.window.current_screen().page_of(tab)


def groups(stage: Any) -> None:
    """Each way of looking at the members, and the list behind a figure."""
    from app.ui.insight.groups.view import LENSES

    page = page_of(stage, "groups")
    for at, lens in enumerate(LENSES):
        page.lenses.choose(at)
        stage.shot(f"groups-{lens.value}")
        if page.limits.isVisible():
            page.limits.click()
            sheet = stage.window.open_sheet()
            sheet.own.setChecked(True)
            stage.sheet(f"limits-{lens.value}")
    page.lenses.choose(0)
    panel = page.panel(LENSES[0])
    panel.groups.opened.emit(0)
    stage.shot("people")
    stage.window.open_sheet().keep.click()
    stage.sheet("people-segment")


def compass(stage: Any) -> None:
    """The compass from top to bottom, other periods, and the lists behind figures."""
    from app.services.rules.insight.periods import Preset

    page = page_of(stage, "compass")
    bar = page.area.verticalScrollBar()
    for preset in (Preset.THIS_MONTH, Preset.THIS_YEAR):
        page.presenter.choose(preset)
        stage.settle()
        for at in range(4):
            bar.setValue(bar.maximum() * at // 3)
            stage.settle()
            stage.shot(f"compass-{preset.value}-{at + 1}")
    bar.setValue(0)
    grid = page.grids["members"]
    grid.setFocus()
    grid.choose(3)
    stage.shot("compass-counted")
    grid.opened.emit(4)
    stage.sheet("compass-people")
    page.grids["sales"].opened.emit(4)
    stage.sheet("compass-amounts")
    page.grids["sales"].opened.emit(6)
    stage.shot("compass-discounts")
    page = page_of(stage, "compass")
    page.picker.presets.setCurrentIndex(8)
    page.picker.presets.activated.emit(8)
    stage.shot("compass-dates")
    page.presenter.choose_days(date(2019, 1, 1), date(2019, 12, 31))
    stage.shot("compass-empty")
    page.presenter.choose(Preset.THIS_MONTH)


def place(stage: Any) -> None:
    """Where a member stands, on their page."""
    stage.close_sheets()
    stage.shop.segments.save("周末常客 weekend", "visits >= 1")
    stage.window.go("members", stage.member_id)
    stage.settle()
    stage.shot("member-place")
    stage.window.current_screen().page.tabs.setCurrentIndex(5)
    stage.shot("member-place-details")
    stage.shop.segments.remove("周末常客 weekend")


INSIGHT = (compass, groups, place)
