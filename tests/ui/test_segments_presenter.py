"""The page of segments without a window: what is shown, counted, kept and brought back."""

from __future__ import annotations

import shutil
from typing import Any

import pytest

from app.errors import Cancelled, FieldInvalid
from app.models import reckoned
from app.services.member_types import MemberDraft
from app.ui.insight.segments.presenter import SegmentsPresenter
from app.ui.insight.segments.presenting.rows import BOUGHT, Block, Line, line_for
from app.ui.tasks import InlineTasks
from tests.shop_builder import add_member, sell
from tests.ui.segments_room import LateTasks, Page, edited, keeps_habits


@pytest.fixture
def people(shop):
    for name, tags in (("陈思", ("VIP",)), ("王芳", ("VIP", "tea")), ("李雷", ())):
        shop.members.add(MemberDraft(name=name, tags=tags))
    shop.segments.save("Guests", "tag = vip")
    shop.segments.save("Tea", "tag = tea")
    return shop


@pytest.fixture
def page(people):
    page: Any = Page()
    page.presenter = SegmentsPresenter(page, people, InlineTasks())
    page.presenter.refresh()
    page.presenter.recount()
    return page


def test_saved_segments_are_listed_with_counts_and_the_first_is_open(page):
    assert [(each.name, each.members) for each in page.entries] == [("Guests", 2), ("Tea", 1)]
    assert page.editing.name == "Guests"
    assert page.editing.block == Block((Line("tag", "=", "vip"),))
    assert (page.counted.members, page.counted.everyone) == (2, 3)


def test_a_segment_grows_row_by_row_and_is_counted_as_it_grows(page):
    presenter = page.presenter
    presenter.new()
    assert not page.counted
    assert not page.editing.is_whole
    presenter.save()
    assert page.refused.reason == "segment_empty"
    presenter.add((), line_for("tag"))
    presenter.save()
    assert page.refused.reason == "segment_unfinished"
    assert [problem.code for problem in page.editing.problems] == ["missing"]
    presenter.change((0,), Line("tag", "=", "tea"))
    presenter.recount()
    assert page.counted.members == 1
    presenter.change((0,), Line("tag", "=", "tea", negated=True))
    presenter.recount()
    assert page.counted.members == 2
    presenter.add((), Block((Line(BOUGHT, value="Gone"),), every=False))
    presenter.recount()
    assert (page.counted.members, page.counted.unknown) == (0, ("Gone",))
    assert presenter.text() == "not tag = tea and bought Gone"


def test_a_late_answer_is_dropped_and_its_work_called_off(people):
    page: Any = Page()
    tasks = LateTasks()
    presenter = SegmentsPresenter(page, people, tasks)
    presenter.refresh()
    tasks.go_on()
    presenter.recount()
    (job, _work, then, _otherwise) = tasks.waiting[-1]
    presenter.change((0,), Line("tag", "=", "tea"))
    assert job.is_cancelled
    then("an answer that comes too late")
    assert not page.counted
    presenter.recount()
    tasks.go_on()
    assert page.counted.members == 1


def test_text_and_rows_are_the_same_conditions(page):
    presenter = page.presenter
    presenter.show_text(True)
    assert page.editing.text == "tag = vip"
    presenter.write('tag = vip and not (visits > 3 or bought "Oat latte" in 9 days)')
    presenter.show_text(False)
    assert page.editing.block.parts[1] == Block(
        (Line("visits", ">", "3"), Line(BOUGHT, "=", "Oat latte", "9")), every=False, negated=True
    )
    presenter.recount()
    assert page.counted.members == 2


def test_a_text_that_is_no_segment_says_why_and_stays_a_text(page):
    page.presenter.show_text(True)
    page.presenter.write("tag = vip and (visits")
    assert isinstance(page.error, FieldInvalid)
    page.presenter.show_text(False)
    assert page.editing.as_text
    assert page.editing.text == "tag = vip and (visits"
    page.presenter.save()
    assert isinstance(page.refused, FieldInvalid)


def test_saving_keeps_renames_and_can_be_taken_back(page, people):
    presenter = page.presenter
    presenter.call("Regulars")
    presenter.change((0,), Line("tag", "=", "tea"))
    presenter.save()
    assert [each.name for each in page.entries] == ["Regulars", "Tea"]
    assert people.segments.get("Regulars").conditions == "tag = tea"
    assert page.told[-1] == ("saved", "Regulars")
    page.undo()
    assert people.segments.get("Guests").conditions == "tag = vip"
    assert [each.name for each in page.entries] == ["Guests", "Tea"]


def test_a_new_one_never_takes_the_name_of_another(page, people):
    page.presenter.new("visits = 0")
    page.presenter.call("  tea ")
    page.presenter.save()
    assert (page.refused.field, page.refused.reason) == ("name", "taken")
    assert people.segments.get("Tea").conditions == "tag = tea"


def test_a_name_is_kept_as_it_was_written_but_for_blanks_at_its_ends(page, people):
    page.presenter.call(" A  and   B ")
    page.presenter.save()
    assert people.segments.get("A  and   B").conditions == "tag = vip"
    page.presenter.new("visits = 0")
    page.presenter.call("a and\u3000b")
    page.presenter.save()
    assert (page.refused.field, page.refused.reason) == ("name", "taken")


def test_what_was_removed_or_left_unsaved_comes_back(page, people):
    presenter = page.presenter
    presenter.remove()
    assert [each.name for each in page.entries] == ["Tea"]
    page.undo()
    assert people.segments.get("Guests").conditions == "tag = vip"
    presenter.change((0,), Line("tag", "=", "tea"))
    presenter.choose(1)
    assert (page.told[-1][0], page.editing.name) == ("left", "Tea")
    page.undo()
    assert (page.editing.name, page.editing.block.parts[0].value) == ("Guests", "tea")
    presenter.take_away((0,))
    assert page.editing.block == Block()
    page.undo()
    assert page.editing.block.parts[0].value == "tea"


def test_a_segment_of_what_is_gone_is_marked_and_one_that_cannot_be_read_is_shown(page, people):
    people.segments.save("Old", "tag = gone")
    people.desk.database.execute("UPDATE segment SET conditions = 'mood = good' WHERE name = 'Tea'")
    page.presenter.refresh("Tea")
    found = {each.name: each for each in page.entries}
    assert found["Old"].unknown == ("gone",)
    assert isinstance(found["Tea"].refused, FieldInvalid)
    assert found["Tea"].members is None
    assert page.editing.as_text
    assert page.editing.text == "mood = good"


def test_the_overlap_and_the_people_are_those_of_the_conditions(page):
    page.presenter.overlap(["Guests", "Tea"])
    assert page.lying[1].both == ((2, 1), (1, 1))
    got = []
    page.presenter.find_people(lambda seqs, text: got.append((len(seqs), text)))
    assert got == [(2, "tag = vip")]


@pytest.fixture
def large(shop, monkeypatch):
    """A shop that keeps habits, and has read none yet."""
    return keeps_habits(shop, monkeypatch)


def test_until_sales_are_read_it_says_about_how_many_and_how_far_and_then_exactly(large):
    page: Any = Page()
    shown: list[tuple[int, int | None]] = []
    page.show_count = lambda counted, _: shown.append((counted.members, counted.read_percent))
    large.segments.save("Dear", "price_from >= 5.00")
    presenter = page.presenter = SegmentsPresenter(page, large, InlineTasks())
    presenter.refresh()
    assert page.entries[0].members is None, "the list does not wait for it"
    presenter.recount()
    assert shown == [(4, 0), (4, 25), (4, 50), (4, 75), (4, None)]
    assert page.entries[0].members == 4, "now the list can be counted"


@pytest.fixture
def full_disk(monkeypatch):
    usage = shutil.disk_usage(".")._replace(free=1 << 28)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)


def test_where_the_disk_has_no_room_it_says_so_and_counts_all_the_same(large, full_disk):
    page: Any = Page()
    shown: list[tuple[int, int | None, str]] = []
    page.show_count = lambda counted, _: shown.append(
        (counted.members, counted.read_percent, counted.hindrance)
    )
    large.segments.save("Dear", "price_from >= 5.00")
    presenter = page.presenter = SegmentsPresenter(page, large, InlineTasks())
    presenter.refresh()
    presenter.recount()
    assert shown == [(4, 0, ""), (4, 0, "disk_full"), (4, None, "")]
    assert page.entries[0].members == 4
    presenter.recount()
    assert shown[3:] == [(4, None, "")], "what was read is at hand until the program ends"
    late = add_member(large, number="e")
    for _ in range(3):
        sell(large, 900, late)
    presenter.recount()
    assert shown[-1] == (5, None, "")


def test_a_disk_that_is_full_half_way_counts_all_the_same(large, monkeypatch):
    page: Any = Page()
    presenter = page.presenter = SegmentsPresenter(page, large, InlineTasks())
    presenter.new("price_from >= 5.00")
    with monkeypatch.context() as patch:
        patch.setattr(reckoned, "_LEFT_FREE_BYTES", 1 << 80)
        patch.setattr(reckoned, "_ROOM_BYTES", -(1 << 81))
        presenter.recount()
    assert page.error is None
    assert (page.counted.members, page.counted.read_percent) == (4, None)


def test_where_the_file_cannot_be_written_it_says_so_and_counts_all_the_same(large, refusing):
    page: Any = Page()
    shown: list[tuple[int, int | None, str]] = []
    page.show_count = lambda counted, _: shown.append(
        (counted.members, counted.read_percent, counted.hindrance)
    )
    presenter = page.presenter = SegmentsPresenter(page, large, InlineTasks())
    presenter.new("price_from >= 5.00")
    presenter.recount()
    assert shown == [(4, 0, ""), (4, 0, "not_written"), (4, None, "")]
    openings = refusing.openings
    presenter.change((0,), Line("price_from", ">=", "4.00"))
    presenter.recount()
    assert shown[3:] == [(4, None, "")]
    assert refusing.openings == openings, "it is tried once"


def test_a_count_that_reads_for_long_is_called_off(large, full_disk):
    with pytest.raises(Cancelled):
        large.segments.count("price_from >= 5.00", lambda: True)
    assert large.segments.count("price_from >= 5.00") == 4


def test_what_is_edited_meanwhile_is_counted_and_the_reading_goes_on_behind(large):
    late = LateTasks()
    page, presenter = edited(large, late, "price_from >= 5.00")
    late.go_on(1)
    assert page.counted.read_percent == 0
    presenter.change((0,), Line("price_from", ">=", "9.00"))
    presenter.recount()
    late.go_on()
    assert (page.counted.members, page.counted.read_percent) == (0, None)
