"""Habits that a large shop keeps in its file: after any start they are as if all were read."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import Cancelled
from app.models import insight_habits as rows
from app.models import reckoned
from app.services import kept_habits, segment_asking
from app.services.kept_habits import HabitKeeper, habits_now
from app.services.progress import never
from app.shop import open_shop
from tests.services.test_habits_kept import GOODS, NAMES, STEPS, WHO, History

STORED_STEPS = st.tuples(
    STEPS,
    st.lists(
        st.tuples(
            st.integers(0, 40), st.sampled_from(["keep one", "keep all", "start again"]), WHO, GOODS
        ),
        min_size=2,
        max_size=12,
    ),
)


@pytest.fixture(autouse=True, scope="module")
def _small():
    """Parts of two members each, kept in the smallest shop, and made anew after two sales."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_habits, "KEPT_FROM_SALES", 0)
        patch.setattr(kept_habits, "PART", 2)
        patch.setattr(kept_habits, "_BEHIND_AT_MOST", 1)
        patch.setattr(kept_habits, "_FEW", 1)
        yield


class Kept(History):
    """The same, with what a large shop keeps in its file."""

    def __init__(self, folder):
        super().__init__(folder)
        self.keeper = HabitKeeper(self.shop.desk)

    def _do(self, what, member, goods):
        if what == "keep one":
            self.keeper.work()
        elif what == "keep all":
            self.keep_all()
        elif what == "start again":
            self.start_again()
        else:
            super()._do(what, member, goods)

    def keep_all(self):
        while self.keeper.work():
            pass

    def start_again(self):
        self.shop.close()
        config = TillConfig(self.shop.desk.database.path.parent)
        self.shop = open_shop(config, clock=self.clock)
        self.kept, self.keeper = None, HabitKeeper(self.shop.desk)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate, Phase.target])
@given(steps=STORED_STEPS)
def test_whatever_happened_and_was_kept_a_start_tells_what_reading_everything_does(
    steps, tmp_path_factory
):
    happened, kept = steps
    for at, *step in kept:
        happened.insert(at, tuple(step))
    history = Kept(tmp_path_factory.mktemp("habits"))
    for step in (*happened, ("start again", 0, 0), ("look", 0, 0)):
        history.do(*step)
    history.shop.close()


@pytest.fixture
def history(tmp_path):
    made = Kept(tmp_path)
    for who in range(len(NAMES)):
        for _ in range(3):
            made.do("sell", who, who % 3)
    yield made
    made.shop.close()


@pytest.fixture
def read(monkeypatch):
    """The spans of short keys that are read from sales."""
    spans: list[tuple[object, ...]] = []
    whole = rows.recent

    def recent(*asked):
        spans.append(asked[3:])
        return whole(*asked)

    monkeypatch.setattr(rows, "recent", recent)
    return spans


def first_look(history):
    desk = history.shop.desk
    history.kept = habits_now(desk.database, desk.zone, desk.today(), None)


def test_a_start_reads_only_who_bought_since_the_parts_were_made(history, read):
    history.keep_all()
    history.start_again()
    read.clear()
    first_look(history)
    assert read == []
    history.do("sell", 2, 1)
    history.start_again()
    first_look(history)
    assert read == [(3, 3)]
    history.look()


def test_parts_are_made_anew_before_much_is_to_be_read_and_not_for_a_sale(history, read):
    history.keep_all()
    history.do("sell", 2, 1)
    read.clear()
    assert not history.keeper.work()
    assert read == [], "one sale is read when it is asked for"
    history.do("sell", 2, 1)
    history.keep_all()
    assert read == [(3, 3)], "two are kept, of who bought"
    history.start_again()
    first_look(history)
    assert read == [(3, 3)]


def test_switched_off_halfway_the_parts_that_were_made_stay(history, read):
    assert history.keeper.work(), "there is another part"
    history.start_again()
    read.clear()
    history.keep_all()
    assert read == [(3, 4)], "only the other"


def test_somebody_who_stops_it_is_heard_and_nothing_is_half_made(history, read, monkeypatch):
    database = history.shop.desk.database
    monkeypatch.setattr(rows, "SEQS_AT_ONCE", 1)
    asked = iter([False])
    with pytest.raises(Cancelled):
        history.keeper.work(lambda: next(asked, True))
    assert reckoned.marks(database, kept_habits.NAME) == {}
    assert history.keeper.work(never)


def test_damaged_parts_are_read_and_made_anew(history, read):
    history.keep_all()
    database = history.shop.desk.database
    database.execute("UPDATE reckoned_part SET body = zeroblob(9) WHERE name = 'habits/0'")
    history.start_again()
    read.clear()
    first_look(history)
    assert read == [(1, 2)]
    history.look()


def test_after_a_restore_what_came_after_the_backup_is_forgotten(history):
    history.keep_all()
    backup = history.shop.backups.make()
    for _ in range(4):
        history.do("sell", 0, 1)
    history.keep_all()
    history.look()
    history.shop.backups.restore(backup.path)
    history.look()
    for _ in range(4):  # they take the places of those that are gone
        history.do("sell", 1, 2)
    history.look()
    first_look(history)
    history.look()


def test_parts_of_a_later_day_of_another_zone_or_of_other_rules_are_not_used(
    history, read, monkeypatch
):
    history.keep_all()
    read.clear()
    history.clock.moment -= timedelta(days=1)
    first_look(history)
    assert read == [(1, 2), (3, 4)]
    history.clock.moment += timedelta(days=1)
    desk = history.shop.desk
    elsewhere = ZoneInfo("America/New_York")
    desk.database.read_transaction(lambda: habits_now(desk.database, elsewhere, desk.today(), None))
    assert read[2:] == [(1, 2), (3, 4)]
    monkeypatch.setattr(kept_habits, "_FORM", [0])
    first_look(history)
    assert read[4:] == [(1, 2), (3, 4)]


def test_parts_of_a_past_that_this_file_does_not_hold_are_not_used(history, read):
    """A copy that somebody put together from two files."""
    backup = history.shop.backups.make()
    for _ in range(3):
        history.do("sell", 0, 1)
    history.keep_all()
    database = history.shop.desk.database
    parts = [(name, reckoned.kept(database, name)) for name in reckoned.marks(database, "")]
    history.shop.backups.restore(backup.path)
    for _ in range(3):
        history.do("sell", 1, 2)
    for name, kept in parts:
        assert kept is not None
        reckoned.keep(database, name, *kept)
    read.clear()
    first_look(history)
    assert read == [(1, 2), (3, 4)]


def test_who_buys_while_parts_are_being_made_is_read_in_those_that_are_to_come(history, read):
    history.keep_all()
    for _ in range(2):
        history.do("sell", 0, 1)
    history.keeper.work()
    for _ in range(2):
        history.do("sell", 3, 1)
    read.clear()
    history.keeper.work()
    assert read == [(4, 4)]
    history.start_again()
    history.look()


def test_a_restore_while_parts_are_being_made_begins_anew(history):
    history.keep_all()
    for _ in range(2):
        history.do("sell", 3, 1)
    backup = history.shop.backups.make()
    for _ in range(4):
        history.do("sell", 0, 1)
    history.keeper.work()
    history.shop.backups.restore(backup.path)
    history.keep_all()
    history.start_again()
    history.look()


def test_what_another_program_has_made_meanwhile_is_not_made_again(history, read):
    other = HabitKeeper(history.shop.desk)
    other.work()
    history.keep_all()
    read.clear()
    assert not other.work()
    assert read == []


def test_a_count_before_anything_is_kept_keeps_what_it_read(history, read, monkeypatch):
    monkeypatch.setattr(kept_habits, "_READ_AT_ONCE", 0)
    everybody = history.shop.segments.count("price_from >= 1.00")
    assert everybody == len(NAMES)
    history.start_again()
    read.clear()
    assert history.shop.segments.count("price_from >= 1.00") == everybody
    assert read == []


def test_before_the_sales_were_read_a_count_is_told_about_and_then_exactly(history, monkeypatch):
    monkeypatch.setattr(kept_habits, "_READ_AT_ONCE", 0)
    segments = history.shop.segments
    assert segments.about("price_from >= 1.00") == len(NAMES)
    assert segments.about("not price_from >= 1.00 or name = nobody") == 0
    assert not segments.is_near("price_from >= 1.00 and name = nobody")
    history.keep_all()
    assert segments.is_near("price_from >= 1.00 and name = nobody")


def test_inside_a_view_of_the_file_everything_is_read_and_nothing_kept(history, monkeypatch):
    monkeypatch.setattr(kept_habits, "_READ_AT_ONCE", 0)
    database, segments = history.shop.desk.database, history.shop.segments
    found = database.read_transaction(lambda: segments.seqs("price_from >= 1.00"))
    assert len(found) == len(NAMES)
    assert reckoned.marks(database, "") == {}


@pytest.mark.parametrize(("exact", "told"), [(0, 0), (99, 99), (223_456, 220_000), (996, 1_000)])
def test_about_how_many_is_told_in_two_digits(exact, told):
    assert segment_asking._rough(exact) == told
