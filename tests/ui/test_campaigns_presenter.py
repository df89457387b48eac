"""Campaigns without a window: the editor, the call list, the door, and what it added."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.errors import FieldInvalid, MemberUnknown
from app.services.campaign_stopping import StopPlan
from app.services.campaign_types import (
    CampaignDraft,
    CampaignState,
    Channel,
    LeftOutReason,
    OfferKind,
    Outcome,
    PlanNote,
    Variant,
    Verdict,
)
from app.services.member_types import MemberDraft
from app.services.rules.insight.shares import share_words
from app.services.rules.scheme.words import Words
from app.ui.insight.campaigns.presenter import CampaignsPresenter
from app.ui.insight.campaigns.presenting.calling import CallsPresenter
from app.ui.insight.campaigns.presenting.door import Answer, DoorPresenter
from app.ui.insight.campaigns.presenting.editing import EditorPresenter
from app.ui.insight.campaigns.presenting.form import (
    Form,
    draft_of,
    toggled,
    with_audience,
    with_one_more,
    without_last,
)
from app.ui.insight.segments.presenting.rows import Line
from app.ui.tasks import InlineTasks
from tests.shop_builder import sell

PEOPLE = 10


class Seen:
    """Keeps what it was last told, whatever the view is."""

    def __init__(self) -> None:
        self.refused: Exception | None = None
        self.said: dict[str, tuple] = {}

    def __getattr__(self, name):
        if not name.startswith(("show_", "noted", "confirm")):
            raise AttributeError(name)

        def keep(*what):
            self.said[name] = what

        return keep

    def refuse(self, error) -> None:
        self.refused = error


@pytest.fixture
def members(shop):
    made = []
    for at in range(PEOPLE):
        draft = MemberDraft(
            name=f"M{at}", phone=f"138001380{at:02}", marketing_consent=True, tags=("vip",)
        )
        made.append(shop.members.add(draft).member)
    shop.members.add(MemberDraft(name="Silent", phone="13900139000", tags=("vip",)))
    return made


@pytest.fixture
def campaign(shop, members):
    return shop.campaigns.start(
        CampaignDraft(
            name="Winter",
            audience="tag = vip",
            variants=(Variant("A", Words((("en", "Hello {name}"),))),),
            channels=(Channel.CALL,),
            ends_on=shop.desk.today() + timedelta(days=10),
            holdout_bp=5_000,
            seed=1,
        )
    )


@pytest.fixture
def editor(shop, members):
    shop.segments.save("Guests", "tag = vip")
    view = Seen()
    presenter = EditorPresenter(view, shop, InlineTasks())
    presenter.begin()
    presenter.replan()
    return presenter, view


# --- the editor --------------------------------------------------------------------------


def test_a_new_campaign_begins_with_a_saved_segment_and_a_plan(editor):
    presenter, view = editor
    plan, error = view.said["show_plan"]
    assert error is None
    assert (presenter.form.segment, plan.audience, plan.eligible) == ("Guests", 11, 10)
    assert [(each.reason, each.count) for each in plan.left_out] == [(LeftOutReason.NO_CONSENT, 1)]


def test_conditions_of_its_own_are_planned_as_they_are_typed(editor):
    presenter, view = editor
    presenter.choose_segment("")
    presenter.replan()
    assert view.said["show_plan"][1].reason == "required"
    presenter.add_part((), Line("name", "=", "M3"))
    presenter.replan()
    assert view.said["show_plan"][0].audience == 1


def test_wording_is_shown_as_a_real_member_would_read_it_in_three_languages(editor):
    presenter, view = editor
    presenter.write(0, "{name}您好")
    presenter.write(2, "Good day {name}")
    presenter.replan()
    (preview,) = view.said["show_preview"]
    assert preview.texts == (
        f"{preview.name}您好", f"{preview.name}您好", f"Good day {preview.name}",
    )  # fmt: skip
    first = preview.number
    presenter.another_member()
    assert view.said["show_preview"][0].number != first


def test_a_wording_with_an_unknown_field_says_so_and_starts_nothing(editor, shop):
    presenter, view = editor
    presenter.type(name="Winter")
    presenter.write(2, "Good day {nam}")
    presenter.ask_start()
    assert isinstance(view.refused, FieldInvalid)
    assert "confirm" not in view.said
    assert shop.campaigns.list() == ()


def test_the_start_is_asked_with_the_numbers_that_then_happen(editor, shop):
    presenter, view = editor
    presenter.type(name="Winter", holdout="30")
    presenter.write(2, "Good day {name}")
    presenter.add_variant()
    presenter.change_variant(replace(presenter.variant, kind=OfferKind.POINTS, points="50"))
    presenter.ask_start()
    (plan,) = view.said["confirm"]
    started = presenter.starting(plan)(lambda *_: None, lambda: False)
    assert (started.reached, started.holdout) == (plan.reached, plan.holdout) == (7, 3)
    assert presenter.starting(plan)(lambda *_: None, lambda: False) == started
    assert len(shop.campaigns.list()) == 1


def test_nobody_to_ask_or_a_budget_passed_keeps_it_from_starting(editor):
    presenter, view = editor
    presenter.type(name="Winter", budget="1.00", cost_each="5.00")
    presenter.write(2, "Good day {name}")
    presenter.ask_start()
    assert PlanNote.OVER_BUDGET in view.said["show_plan"][0].notes
    assert "confirm" not in view.said


@pytest.mark.parametrize(
    ("what", "field"),
    [
        ({"ends_on": "soon"}, "ends_on"),
        ({"holdout": "120"}, "holdout"),
        ({"budget": "much"}, "budget"),
        ({"effect": ""}, "effect"),
        ({"segment": ""}, "audience"),
    ],
)
def test_what_cannot_be_read_is_blamed_on_its_field(shop, what, field):
    form = replace(Form(name="x", segment="Guests", ends_on="2026-12-01"), **what)
    with pytest.raises(FieldInvalid) as refused:
        draft_of(form, shop.desk.settings.money, shop.desk.today(), 1)
    assert refused.value.field == field


def test_a_form_takes_audiences_channels_and_variants():
    form = with_audience(Form(), "visits >= 3", ("Guests",))
    assert form.segment == ""
    assert form.block.parts == (Line("visits", ">=", "3"),)
    assert with_audience(form, "Guests", ("Guests",)).segment == "Guests"
    assert toggled(toggled(form, Channel.SMS), Channel.CALL).channels == (Channel.SMS,)
    four = with_one_more(with_one_more(with_one_more(with_one_more(form))))
    assert [each.name for each in four.variants] == ["A", "B", "C", "D"]
    assert without_last(without_last(form)) == form


# --- calls --------------------------------------------------------------------------------


def calling(shop, campaign):
    view = Seen()
    presenter = CallsPresenter(view, shop, InlineTasks(), campaign)
    presenter.open("en")
    return presenter, view


def test_one_outcome_a_person_and_the_next_comes_by_itself(shop, campaign):
    presenter, view = calling(shop, campaign)
    numbers = []
    for outcome in (Outcome.WILL_COME, Outcome.NO, Outcome.REACHED):
        (state,) = view.said["show_call"]
        numbers.append(state.call.number)
        assert state.call.text == f"Hello {state.call.name}"
        presenter.take(outcome)
    (state,) = view.said["show_call"]
    assert (len(set(numbers)), state.done, state.total) == (3, 3, 5)
    assert dict(state.counts)[Outcome.WILL_COME] == 1
    fresh, again = calling(shop, campaign)
    assert again.said["show_call"][0].done == 3
    assert fresh.current_member == presenter.current_member


def test_the_last_outcome_is_mended_and_only_the_newest_counts(shop, campaign):
    presenter, view = calling(shop, campaign)
    first = view.said["show_call"][0].call.number
    presenter.take(Outcome.NO)
    presenter.undo()
    (state,) = view.said["show_call"]
    assert (state.call.number, state.call.outcome) == (first, Outcome.NO)
    presenter.take(Outcome.WILL_COME)
    counts = dict(view.said["show_call"][0].counts)
    assert (counts[Outcome.NO], counts[Outcome.WILL_COME]) == (0, 1)


def test_do_not_call_is_pressed_twice_and_then_takes_the_consent_back(shop, campaign):
    presenter, view = calling(shop, campaign)
    presenter.take(Outcome.DO_NOT_CALL)
    assert view.said["show_call"][0].asks_again is Outcome.DO_NOT_CALL
    assert view.said["show_call"][0].done == 0
    presenter.take(Outcome.NO)  # another key calls it off
    presenter.take(Outcome.DO_NOT_CALL)
    presenter.take(Outcome.DO_NOT_CALL)
    assert dict(view.said["show_call"][0].counts)[Outcome.DO_NOT_CALL] == 1
    assert shop.segments.count("consent = yes") == PEOPLE - 1


def test_a_list_that_is_done_says_so_and_quiet_hours_refuse(shop, campaign, clock):
    presenter, view = calling(shop, campaign)
    for _ in range(5):
        presenter.take(Outcome.REACHED)
    assert view.said["show_call"][0].call is None
    presenter.take(Outcome.NO)
    presenter.step(-1)
    assert view.said["show_call"][0].call is not None


def test_quiet_hours_are_said_and_nothing_is_noted(shop, campaign, clock):
    presenter, view = calling(shop, campaign)
    clock.forward(hours=13)
    presenter.take(Outcome.REACHED)
    assert type(view.refused).__name__ == "QuietHours"
    assert view.said["show_call"][0].done == 0


# --- the door -----------------------------------------------------------------------------


def test_the_door_answers_every_scan(shop, campaign, members):
    invited = {call.number for call in shop.campaigns.call_list(campaign.campaign_id)}
    view = Seen()
    door = DoorPresenter(view, shop, InlineTasks(), campaign)
    door.open()
    assert view.said["show_door"][0].answer is Answer.WAITING
    answers = []
    guest = min(invited)
    other = next(each.number for each in members if each.number not in invited)
    for code in (guest, guest, other, "no such card"):
        door.scan(code)
        answers.append(view.said["show_door"][0])
    assert [each.answer for each in answers] == [
        Answer.WELCOME, Answer.ALREADY, Answer.NOT_INVITED, Answer.UNKNOWN,
    ]  # fmt: skip
    assert answers[-1].arrived == 1
    assert isinstance(answers[-1].error, MemberUnknown)


def test_a_note_goes_with_its_person_and_is_kept_once(shop, campaign):
    view = Seen()
    presenter = CallsPresenter(view, shop, InlineTasks(), campaign)
    presenter.open("en")
    first = view.said["show_call"][0].call
    presenter.note("a table by the window")
    presenter.note("a table by the window")
    assert view.said["show_call"][0].call.note == "a table by the window"
    presenter.take(Outcome.WILL_COME, "a table for two")
    assert view.said["show_call"][0].call.member_id != first.member_id
    presenter.undo()
    assert view.said["show_call"][0].call.note == "a table for two"
    went_on = []
    presenter.note("x" * 201, lambda: went_on.append(True))
    assert isinstance(view.refused, FieldInvalid)
    assert (view.refused.reason, went_on) == ("too_long", [])
    notes = shop.desk.database.rows("SELECT note FROM campaign_note ORDER BY number")
    assert notes == [("a table by the window",), ("a table for two",)]


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (0, 330, "0%"),
        (1, 330, "< 1%"),
        (3, 300, "1%"),
        (99, 100, "99%"),
        (329, 330, "> 99%"),
        (330, 330, "100%"),
        (1, 8, "13%"),
        (0, 0, ""),
    ],
)
def test_only_none_is_no_share_and_only_all_is_the_whole(part, whole, said):
    assert share_words(part, whole) == said


# --- what it added ------------------------------------------------------------------------


def test_campaigns_are_listed_reckoned_and_stopped(shop, campaign):
    for call in shop.campaigns.call_list(campaign.campaign_id):
        shop.campaigns.outcome(campaign.campaign_id, call.member_id, Outcome.REACHED)
        sell(shop, 1_000, call.member_id)
    view = Seen()
    presenter = CampaignsPresenter(view, shop, InlineTasks())
    presenter.refresh()
    (row,) = view.said["show_campaign"]
    assert row.result.funnel.bought == 5
    assert row.result.visits.verdict in set(Verdict)
    assert presenter.is_open()
    presenter.ask_stop()
    assert view.said["show_stop"][1] == StopPlan(0, 0, 0)
    work = presenter.stopping(revoke_coupons=False, take_back_points=True)
    assert work(lambda *_: None, lambda: False).campaign.state is CampaignState.STOPPED
    presenter.refresh()
    assert not presenter.is_open()


def test_lists_and_papers_are_written_to_files(shop, campaign, tmp_path):
    presenter = CampaignsPresenter(Seen(), shop, InlineTasks())
    presenter.refresh()
    for what, name, rows in (("paper", "calls.pdf", 5), ("left_out", "left.csv", 1)):
        work = presenter.writing(what, tmp_path / name, "en")
        assert work(lambda *_: None, lambda: False) == rows
        assert (tmp_path / name).stat().st_size > 0
