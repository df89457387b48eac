"""From a segment to what a campaign added, by keys and scans alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.campaign_types import Outcome
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.ui.insight.campaigns.asking_sheets import StartSheet
from app.ui.insight.campaigns.call_sheet import CallSheet
from app.ui.insight.campaigns.door_sheet import DoorSheet
from app.ui.insight.campaigns.view import CampaignsPage
from app.ui.insight.segments.view import SegmentsPage

CTRL = Qt.KeyboardModifier.ControlModifier
LATTE = "6901234567892"
PEOPLE = 10


@pytest.fixture
def cards(shop):
    """The cards of ten members who agreed to hear from the shop, by member number."""
    made = {}
    for at in range(PEOPLE):
        draft = MemberDraft(name=f"Member {at}", phone=f"138001380{at:02}", marketing_consent=True)
        enrolled = shop.members.add(draft)
        made[enrolled.member.number] = enrolled.card.code
    shop.members.add(MemberDraft(name="Quiet", phone="13900139000"))
    shop.products.add(ProductDraft(name="Latte", price="28", barcodes=(LATTE,)))
    return made


def page(till):
    return till.window.current_screen().page()


def to_tab(till, kind):
    """Along the row of tabs to a page."""
    till.key(Qt.Key.Key_7, CTRL)
    tabs = till.window.current_screen().tabs
    if not tabs.hasFocus():
        till.key(Qt.Key.Key_Escape)
        till.key(Qt.Key.Key_Escape)
    for _ in range(tabs.count()):
        till.key(Qt.Key.Key_Left)
    for _ in range(tabs.count()):
        if isinstance(page(till), kind):
            return page(till)
        till.key(Qt.Key.Key_Right)
    assert isinstance(page(till), kind)
    return page(till)


def tab_to(till, widget):
    """Tab until a widget has the focus, as somebody without a mouse does."""
    for _ in range(90):
        if QApplication.focusWidget() is widget:
            return
        till.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {widget.accessibleName()}")


def build_segment(till):
    """Everybody who agreed, as a row, saved under a name."""
    segments = to_tab(till, SegmentsPage)
    till.key(Qt.Key.Key_N, CTRL)
    till.type("Guests")
    tab_to(till, segments.builder.adders[()])
    till.key(Qt.Key.Key_Space)
    row = segments.builder.rows[(0,)]
    assert row.field.hasFocus()
    till.type("Agr")
    assert row.line.field == "consent"
    tab_to(till, segments.save)
    till.key(Qt.Key.Key_S, CTRL)
    segments.presenter.recount()
    till.settle()
    return segments


def test_from_segment_to_result_by_keys_and_scans_alone(till, cards):
    segments = build_segment(till)
    assert till.shop.segments.get("Guests").conditions == "consent = yes"
    assert segments.count.figure.text() == str(PEOPLE)

    tab_to(till, segments.campaign)
    till.key(Qt.Key.Key_Return)
    campaigns = page(till)
    assert isinstance(campaigns, CampaignsPage)
    editor = campaigns.editor
    assert editor is not None
    assert editor.presenter.form.segment == "Guests"
    till.key(Qt.Key.Key_S, CTRL)
    assert editor.fields["name"].hasFocus()
    till.type("Winter")
    till.key(Qt.Key.Key_S, CTRL)
    assert editor.wording.text.hasFocus()  # what is missing is said there, and takes the keys
    assert "fill it in" in editor.wording.error.text()
    assert not till.window.banner_text()
    till.type("Hello {name}")
    assert editor.wording.error.isHidden()
    tab_to(till, editor.fields["holdout"])
    till.key(Qt.Key.Key_A, CTRL)
    till.type("40")
    till.key(Qt.Key.Key_S, CTRL)
    sheet = till.window.open_sheet()
    assert isinstance(sheet, StartSheet)
    assert sheet.done.label() == "Start, ask 6"
    till.key(Qt.Key.Key_Return)
    (campaign,) = till.shop.campaigns.list()
    assert (campaign.reached, campaign.holdout) == (6, 4)

    invited = call(till, campaigns)
    let_in(till, campaigns, cards, invited)
    sell(till, cards[invited[0]])
    till.key(Qt.Key.Key_Escape)

    campaigns = to_tab(till, CampaignsPage)
    till.settle()
    (row,) = campaigns.presenter.rows
    funnel = row.result.funnel
    assert (funnel.chosen, funnel.invited, funnel.confirmed) == (6, 3, 1)
    assert (funnel.attended, funnel.bought) == (1, 1)
    assert "Cannot tell yet" in campaigns.detail.verdict.text()
    assert [bar.value for bar in campaigns.detail.funnel.bars()] == [6, 3, 1, 1, 1]
    funnel_card, result_card = campaigns.detail._funnel_card, campaigns.detail._result_card
    till.window.resize(1366, 768)
    till.settle()
    assert funnel_card.geometry().right() < result_card.geometry().left()
    till.window.resize(1024, 640)  # there what it added would lie half outside
    till.settle()
    assert result_card.geometry().bottom() < funnel_card.geometry().top()
    hidden = [campaigns.table.isColumnHidden(at) for at in range(4)]
    assert hidden == [False, False, True, True]  # a campaign's name has the room


def call(till, campaigns):
    """Three calls by one key each, the second mended; the numbers in the order called."""
    till.key(Qt.Key.Key_E, CTRL)
    sheet = till.window.open_sheet()
    assert isinstance(sheet, CallSheet)
    called = []
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F2, Qt.Key.Key_F1):
        called.append(sheet.number.text())
        if len(called) == 1:  # what was said, before its outcome
            till.key(Qt.Key.Key_F6)
            till.type("after six")
        assert sheet.text.text() == f"Hello {sheet.name.text()}"
        till.key(key)
        if len(called) == 2:
            till.key(Qt.Key.Key_Z, CTRL)
            assert sheet.number.text() == called[-1]
            till.key(Qt.Key.Key_F3)
    assert "3 of 6 called" in sheet.said.text()
    till.key(Qt.Key.Key_F5)
    assert not sheet.warning.isHidden()
    till.key(Qt.Key.Key_Escape)
    calls = till.shop.campaigns.call_list(campaigns.presenter.current.campaign_id)
    outcomes = {each.number: each.outcome for each in calls if each.outcome}
    assert outcomes == dict(
        zip(called, (Outcome.WILL_COME, Outcome.NO, Outcome.REACHED), strict=True)
    )
    assert [each.note for each in calls if each.note] == ["after six"]
    return called


def let_in(till, campaigns, cards, invited):
    """The door answers the guest, the same one again, and one who was held out."""
    calls = till.shop.campaigns.call_list(campaigns.presenter.current.campaign_id)
    asked = {each.number for each in calls}
    tab_to(till, campaigns.detail.door)
    till.key(Qt.Key.Key_Return)
    sheet = till.window.open_sheet()
    assert isinstance(sheet, DoorSheet)
    answers = []
    held_out = next(number for number in cards if number not in asked)
    for number in (invited[0], invited[0], held_out):
        till.scan(cards[number])
        answers.append(sheet.sign.answer.text())
    assert answers == ["Welcome", "Already here", "Not invited"]
    assert sheet.arrived.text() == "1 here"
    till.key(Qt.Key.Key_Escape)


def sell(till, card):
    """One latte for a member, paid in cash."""
    till.key(Qt.Key.Key_1, CTRL)
    till.scan(card)
    till.scan(LATTE)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)


def test_a_line_keeps_the_focus_while_its_field_is_typed(till, cards):
    segments = to_tab(till, SegmentsPage)
    till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_N, CTRL)
    tab_to(till, segments.builder.adders[()])
    till.key(Qt.Key.Key_Return)
    row = segments.builder.rows[(0,)]
    till.type("Last")
    assert (row.line.field, row.field.hasFocus()) == ("last_visit", True)
    till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_Tab)
    till.type("30")
    assert segments.presenter.text() == "last_visit > 30"
    till.key(Qt.Key.Key_Tab)
    till.key(Qt.Key.Key_Space)
    assert segments.presenter.editing.block.parts == ()
    till.key(Qt.Key.Key_Z, CTRL)
    assert segments.presenter.text() == "last_visit > 30"


def test_a_campaign_put_aside_is_taken_up_again_by_one_key(till, cards):
    campaigns = to_tab(till, CampaignsPage)
    till.key(Qt.Key.Key_N, CTRL)
    till.type("Winter")
    till.key(Qt.Key.Key_Escape)
    assert not campaigns.editor.isVisible()
    till.key(Qt.Key.Key_Z, CTRL)
    assert campaigns.editor.isVisible()
    assert campaigns.editor.fields["name"].text() == "Winter"
