"""A member's progress on A4: every series with its values, the change, and what is left to go."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.documents.table_report import Report, ReportColumn
from app.services.measures import Series
from app.services.rules.care.measuring import said

_WORDS = {
    "zh_CN": ("进展报告", "日期", "项目", "数值", "变化", "距目标", "目标"),
    "zh_TW": ("進展報告", "日期", "項目", "數值", "變化", "距目標", "目標"),
    "en": ("Progress", "Day", "Measured", "Value", "Change", "To the goal", "goal"),
}


def progress_report(member: str, series: Sequence[Series], language: str) -> Report:
    """The table, newest values first within each series, in the shop's language."""
    title, day, name, value, moved, left, goal = _WORDS.get(language, _WORDS["en"])
    cells: list[tuple[str, ...]] = []
    for each in series:
        called = each.name
        if each.goal_milli is not None:
            called = f"{each.name} ({goal} {said(each.goal_milli)} {each.unit})"
        before: int | None = None
        rows = []
        for one in each.values:
            rows.append(
                (
                    one.day.isoformat(),
                    called,
                    f"{said(one.milli)} {each.unit}",
                    "" if before is None else _signed(one.milli - before),
                    "" if each.goal_milli is None else _signed(each.goal_milli - one.milli),
                )
            )
            before = one.milli
        cells += reversed(rows)
    return Report(
        title=title,
        subtitle=member,
        columns=(
            ReportColumn(day, 0.16),
            ReportColumn(name, 0.36),
            ReportColumn(value, 0.18, number=True),
            ReportColumn(moved, 0.14, number=True),
            ReportColumn(left, 0.16, number=True),
        ),
        cells=tuple(cells),
        names=("day", "measured", "value", "change", "to_goal"),
        plain=tuple(cells),
    )


def _signed(milli: int) -> str:
    return f"+{said(milli)}" if milli > 0 else said(milli)
