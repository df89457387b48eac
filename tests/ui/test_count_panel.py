"""What is said of a count: nothing that an estimate does not know."""

from __future__ import annotations

import pytest

from app.ui.insight.segments.count_panel import CountPanel
from app.ui.insight.segments.presenting.page import Counted


@pytest.mark.parametrize("members", [0, 1_000])
def test_that_it_is_nobody_or_everybody_is_said_of_a_count_alone(qtbot, members):
    panel = CountPanel()
    qtbot.addWidget(panel)
    panel.show_count(Counted(members, 1_000, about=True))
    assert not panel.note.text()
    panel.show_count(Counted(members, 1_000))
    assert panel.note.text()


def test_names_that_nobody_has_are_said_also_of_an_estimate(qtbot):
    panel = CountPanel()
    qtbot.addWidget(panel)
    panel.show_count(Counted(0, 1_000, unknown=("gone",), about=True))
    assert "gone" in panel.note.text()
