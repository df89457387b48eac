"""The scenes of segments and campaigns."""

from __future__ import annotations

from typing import Any

from tests.scenes_insight import page_of

LONG = "Everybody who came in spring, bought a whole cake, and never again since"
SEGMENTS = {
    "zh": (
        ("半年没来的金卡会员", "tier = gold and last_visit > 180"),
        ("爱喝拿铁", "bought 拿铁 in 90 days and not (tag = 外卖 or visits < 3)"),
        ("下个月生日", "birth_month = 12 and consent = yes"),
        ("标签已删除", "tag = 老朋友 or visits >= 1"),
    ),
    "en": (
        ("Gold, half a year away", "tier = gold and last_visit > 180"),
        ("Latte lovers", "bought Latte in 90 days and not (tag = takeaway or visits < 3)"),
        ("Birthday next month", "birth_month = 12 and consent = yes"),
        (LONG[:60], "tag = gone or visits >= 1"),
    ),
}


def segments(stage: Any) -> None:
    """None yet, several, one as rows and as text, the overlap, everybody."""
    page = page_of(stage, "segments")
    stage.shot("segments-none")
    for name, conditions in SEGMENTS[stage.window.language[:2]]:
        stage.shop.segments.save(name, conditions)
    presenter = page.presenter
    presenter.refresh(SEGMENTS[stage.window.language[:2]][1][0])
    presenter.recount()
    stage.shot("segments")
    page.mode.choose(1)
    presenter.recount()
    stage.shot("segments-text")
    page.text.setPlainText(presenter.editing.text + " and (visits")
    stage.shot("segments-text-wrong")
    page.text.setPlainText("visits >= 0")
    presenter.recount()
    page.mode.choose(0)
    presenter.recount()
    page.builder.adders[()].click()
    stage.shot("segments-everybody")
    page.table.choose(1)
    presenter.recount()
    stage.window._toast.dismiss()
    stage.shot("segments-gone")
    page.compare.click()
    stage.shot("segments-overlap")
    stage.window.open_sheet().boxes[3].setChecked(True)
    stage.shot("segments-overlap-circles")
    stage.window.open_sheet().boxes[0].setChecked(True)
    stage.sheet("segments-overlap-four")


CAMPAIGNS = (segments,)
