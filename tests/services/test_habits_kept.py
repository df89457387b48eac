"""Habits that are kept: read anew only of who bought or came since, they are as if all were."""

from array import array
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import ShopError
from app.models import insight_habits as stored
from app.services import kept_habits
from app.services.ids import uuid7
from app.services.insight_habits import UNKNOWN, Habits, read_habits
from app.services.kept_habits import KeptHabits, habits_now
from app.services.rules.refund import RefundDraft
from app.services.settings import ShopSettings
from app.shop import create_shop
from tests.services.histories import play
from tests.shop_builder import Clock, add_member, add_product, cart_of, cash

NAMES = ("Anna", "Bert", "Cleo", "Dora")
WHO, GOODS = st.integers(0, len(NAMES) - 1), st.integers(0, 2)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("sell"), WHO, GOODS),
        st.tuples(st.just("claim"), WHO, GOODS),
        st.tuples(st.just("give back"), WHO, GOODS),
        st.tuples(st.just("check in"), WHO, GOODS),
        st.tuples(st.just("merge"), WHO, GOODS),
        st.tuples(st.just("take apart"), WHO, GOODS),
        st.tuples(st.just("hours pass"), WHO, GOODS),
        st.tuples(st.just("look"), WHO, GOODS),
    ),
    min_size=12,
    max_size=40,
)


class History:
    """A shop, and what may happen in it."""

    def __init__(self, folder):
        self.clock = Clock()
        self.shop = create_shop(TillConfig(folder), ShopSettings(name="t"), clock=self.clock)
        self.people = [add_member(self.shop, each, each) for each in NAMES]
        self.goods = [add_product(self.shop, f"goods {at}", 100 * at + 100) for at in range(3)]
        self.sold = []
        self.kept: KeptHabits | None = None

    def do(self, what, who, goods):
        """One step; what the shop refuses did not happen."""
        with suppress(ShopError):
            self._do(what, self.people[who], goods)

    def _do(self, what, member, goods):
        shop = self.shop
        if what == "sell":
            self._sell(goods, member)
        elif what == "claim":
            shop.claims.claim(self._sell(goods, None).code, member)
        elif what == "give back" and self.sold:
            shop.refunds.refund(RefundDraft(uuid7(), self.sold.pop()))
        elif what == "check in":
            shop.visits.check_in(member)
        elif what == "merge":
            shop.merges.merge(uuid7(), member, self.people[goods])
        elif what == "take apart":
            for keep in self.people:
                with suppress(ShopError):
                    shop.merges.unmerge(uuid7(), keep)
        elif what == "hours pass":
            self.clock.moment += timedelta(hours=5 * (goods + 1))
        elif what == "look":
            self.look()

    def _sell(self, goods, member):
        item = self.goods[goods]
        paid = (cash(item.unit_price_minor),)
        receipt = self.shop.checkout.complete(uuid7(), cart_of(item, member=member), None, paid)
        self.sold.append(receipt.sale_id)
        return receipt

    def look(self):
        """What is kept tells of each member what the whole file does."""
        desk = self.shop.desk
        asked = desk.database, desk.zone, desk.today()
        self.kept = desk.database.read_transaction(lambda: habits_now(*asked, self.kept))
        assert self.kept is not None
        assert told(*self.kept.parts) == told(read_habits(*asked))


def told(*parts: Habits) -> list[object]:
    """Each member's, with the names of what they like."""
    return [one for part in parts for one in told_of(part)]


def told_of(habits: Habits) -> list[object]:
    names: dict[int, str | None] = {UNKNOWN: None}
    names |= {place: name for name, place in habits.names.items()}
    likes = [names[place] for place in habits.favourites]
    width = len(likes) // max(1, len(habits.seqs))
    each = zip(*habits.columns(), strict=True)
    return [(row, likes[at * width : (at + 1) * width]) for at, row in enumerate(each)]


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate, Phase.target])
@example(  # goods come back that somebody bought before they were merged
    steps=[("sell", 1, 0), ("merge", 0, 1), ("look", 0, 0), ("give back", 0, 0)]
)
@example(  # who had been merged buys by themselves again
    steps=[("sell", 1, 0), ("merge", 0, 1), ("look", 0, 0), ("take apart", 0, 0)]
)
@given(steps=STEPS)
def test_what_is_kept_of_habits_is_what_reading_everything_tells(steps, tmp_path_factory):
    play(History(tmp_path_factory.mktemp("habits")), steps)


@pytest.fixture
def history(tmp_path):
    made = History(tmp_path)
    yield made
    made.shop.close()


def test_a_sale_has_one_member_read_and_nobody_the_second_time(history, monkeypatch):
    for who in range(len(NAMES)):
        history.do("sell", who, 0)
    history.look()
    history.do("sell", 2, 1)
    read: list[tuple[object, ...]] = []
    whole = stored.recent

    def recent(*asked: Any) -> Any:
        read.append(asked[3:])
        return whole(*asked)

    monkeypatch.setattr(stored, "recent", recent)
    desk = history.shop.desk
    for _ in range(2):
        history.kept = habits_now(desk.database, desk.zone, desk.today(), history.kept)
    assert read == [(3, 3)]
    assert told(*history.kept.parts) == told(read_habits(desk.database, desk.zone, desk.today()))


@pytest.mark.parametrize("what", ["sell", "check in", "claim"])
def test_what_is_dated_ahead_counts_once_its_day_has_come(history, what):
    """A clock that was ahead was set right, and reaches that day again."""
    for _ in range(3):
        history.clock.moment += timedelta(days=1)
        history.do(what, 0, 0)
    history.clock.moment -= timedelta(days=2)
    history.look()
    for _ in range(2):
        history.clock.moment += timedelta(days=1)
        history.look()


def test_where_very_many_bought_since_all_are_read(history, monkeypatch):
    monkeypatch.setattr(kept_habits, "_FEW", -3)
    history.look()
    for who in (0, 1):
        history.do("sell", who, 0)
    history.look()


def test_who_reads_what_was_told_before_is_not_disturbed(history):
    for _ in range(3):
        history.do("sell", 1, 0)
    history.look()
    before = history.kept.parts
    as_it_was = told(*before)
    history.do("sell", 0, 1)
    history.look()
    assert told(*before) == as_it_was
    assert [len(part.seqs) for part in history.kept.parts] == [2]


def test_who_came_since_is_found_without_reading_what_was_before(history):
    history.do("sell", 1, 0)
    database = history.shop.desk.database
    asked: list[tuple[str, Any]] = []

    def noted(_cursor: Any, sql: str, values: Any) -> bool:
        asked.append((sql, values))
        return True

    database.connection.exec_trace = noted
    stored.touched(database, (0, 0, 0, 0, 0), ("2026-11-21", "2026-11-21"), 9)
    database.connection.exec_trace = None
    ((sql, values),) = asked
    plan = [row[3] for row in database.rows(f"EXPLAIN QUERY PLAN {sql}", values)]
    tables = ("sale", "claim", "refund", "member_merge", "visit")
    assert not [step for step in plan if step.startswith(tuple(f"SCAN {each}" for each in tables))]
    assert sum("(rowid>?)" in step for step in plan) >= len(tables)


@given(st.lists(st.lists(st.integers(-1, 300), min_size=6, max_size=6), max_size=9), st.data())
def test_who_likes_one_of_few_names_is_found_as_among_many(liked, data):
    favourites = array("i", [place for member in liked for place in member])
    names = {str(place): place for place in range(301)}
    seqs = array("q", range(1, len(liked) + 1))
    part = Habits(seqs=seqs, favourites=favourites, names=names)
    few = data.draw(st.sets(st.sampled_from(sorted(names)), max_size=12))
    wanted = {int(name) for name in few}
    expected = bytes(bool(wanted & set(member)) for member in liked)
    assert part.likes(few.__contains__) == expected
