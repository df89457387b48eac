"""The doctor proves the habits that are kept in the file, and names whose are wrong."""

import pytest

from app.models import reckoned
from app.services import habit_proof, kept_habits
from app.services.kept_columns import keep_columns, kept_columns
from app.services.kept_habits import HabitKeeper
from tests.shop_builder import add_member, sell


@pytest.fixture
def kept(shop, clock, monkeypatch):
    """Four members in two parts, each with three sales of half an hour past ten."""
    monkeypatch.setattr(kept_habits, "KEPT_FROM_SALES", 0)
    for module in (kept_habits, habit_proof):
        monkeypatch.setattr(module, "PART", 2)
    members = [add_member(shop, number=name) for name in ("ana", "bo", "cy", "di")]
    for _ in range(3):
        for member in members:
            sell(shop, 500, member)
        clock.forward(days=1)
    keeper = HabitKeeper(shop.desk)
    while keeper.work():
        pass
    assert len(reckoned.marks(shop.desk.database, kept_habits.NAME)) == 2
    return members


def wrong(shop):
    return {check.name: check.detail for check in shop.doctor.run() if not check.ok}


def changed(shop, column, **facts):
    """Keep a part with something else in it, whole and of the same mark."""
    found = kept_columns(shop.desk.database, "habits/1")
    assert found is not None
    columns = dict(found.columns)
    if column:
        columns[column] = columns[column][:]
        columns[column][0] += 1
    told = {"facts": found.facts, **facts}
    assert keep_columns(shop.desk.database, "habits/1", found.mark, columns, **told)


def test_what_is_kept_of_habits_is_proved(shop, kept):
    assert not wrong(shop)
    sell(shop, 900, kept[2])
    assert not wrong(shop), "who bought since is read anew wherever it is used"


@pytest.mark.parametrize(
    "column", ["hour", "weekday", "price_from_minor", "price_to_minor", "benefit_percent"]
)
def test_another_figure_than_the_sales_tell_is_found(shop, kept, column):
    changed(shop, column)
    assert wrong(shop) == {"habits": "member cy"}


def test_another_favourite_is_found(shop, kept):
    changed(shop, "", facts=["tea"])
    assert wrong(shop) == {"habits": "member cy; member di"}


def test_a_damaged_part_is_named_and_made_again_by_the_next_start(shop, kept):
    shop.desk.database.execute("UPDATE reckoned_part SET body = x'00' WHERE name = 'habits/1'")
    assert wrong(shop) == {"habits": "habits/1"}
    HabitKeeper(shop.desk).work()
    assert not wrong(shop)


def test_what_is_seen_to_be_stale_is_nobodys_fault(shop, kept, monkeypatch):
    changed(shop, "hour")
    monkeypatch.setattr(kept_habits, "_FORM", [0])
    assert not wrong(shop)


def test_wrong_habits_stand_in_the_way_of_no_backup(shop, kept):
    changed(shop, "hour")
    backup = shop.backups.make()
    shop.backups.restore(backup.path)
    assert wrong(shop) == {"habits": "member cy"}


def test_of_many_parts_another_piece_of_each_is_read(monkeypatch):
    monkeypatch.setattr(habit_proof, "PART", 4_096)
    spans = [habit_proof._span(number, 512) for number in range(245)]
    assert all(last - first == 511 for first, last in spans)
    assert all(
        number * 4_096 < first <= last <= (number + 1) * 4_096
        for number, (first, last) in enumerate(spans)
    )
    assert len({(first - 1) % 4_096 for first, _ in spans}) > 50
    assert habit_proof._span(1, 9_999) == (4_097, 8_192)


def test_what_is_wrong_does_not_stay_for_ever(shop, clock, kept, monkeypatch):
    monkeypatch.setattr(kept_habits, "_READ_AT_ONCE", 0)
    changed(shop, "hour")
    clock.forward(days=29)
    assert not HabitKeeper(shop.desk).work()
    assert wrong(shop)
    clock.forward(days=2)
    assert shop.segments.is_near("hour >= 0"), "until then it is told"
    keeper = HabitKeeper(shop.desk)
    while keeper.work():
        pass
    assert not wrong(shop)
    assert not HabitKeeper(shop.desk).work()
