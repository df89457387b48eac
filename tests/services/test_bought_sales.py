"""Who bought goods, by sales marked ahead: the same as reading every line, whatever happened."""

from array import array
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import Cancelled, ShopError
from app.models import bought as stored
from app.models import reckoned
from app.models import segments as asked
from app.services import bought_sales
from app.services.bought_sales import BoughtSales
from app.services.ids import uuid7
from app.services.kept_columns import keep_columns, kept_marks
from app.services.rules.cart import Item
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.settings import ShopSettings
from app.shop import create_shop
from tests.services.histories import play
from tests.shop_builder import Clock, add_member, add_product, cart_of, cash

NAMES = ("Anna", "Bert", "Cleo", "Dora")
CODE = "6901234567892"
# A category, a product of it, another, a barcode, and what nobody sold.
ASKED = ("Drinks", "drinks", "goods 0", "goods 2", CODE, "Vase")
DAYS = (None, 0, 1, 2, 30)
# Asked of everybody beside what is asked of their own rows, sales and states.
BESIDE = ("spent >= 5.00 or name = Anna", "visits = 0 and not bought Drinks", "state = archived")
WHO, GOODS = st.integers(0, len(NAMES) - 1), st.integers(0, 3)
HAPPENINGS = (
    "sell", "sell", "claim", "give back", "give a part back", "merge", "take apart",
    "hours pass", "clock is set ahead", "put elsewhere", "call anew", "keep", "start", "look",
    "archive", "check in",
)  # fmt: skip
STEPS = st.lists(
    st.one_of([st.tuples(st.just(each), WHO, GOODS) for each in HAPPENINGS]),
    min_size=12,
    max_size=40,
)


class History:
    """A shop of which everything counts as large, and what may happen in it."""

    def __init__(self, folder):
        self.clock = Clock()
        self.shop = create_shop(TillConfig(folder), ShopSettings(name="t"), clock=self.clock)
        self.people = [add_member(self.shop, each, each) for each in NAMES]
        self.database = self.shop.desk.database
        self.drinks = uuid7().bytes
        self.database.execute(
            "INSERT INTO category (id, name, position) VALUES (?, 'Drinks', 1)", (self.drinks,)
        )
        known = [add_product(self.shop, f"goods {at}", 100 * at + 100) for at in range(3)]
        self.products = [self._id(each) for each in known]
        self.goods = [*known, Item("loose", 700, category="Drinks", barcode=CODE)]
        self.database.execute(
            "INSERT INTO barcode (code, product_id) VALUES (?, ?)",
            (CODE, self.products[1]),
        )
        self.sold = []
        self.found = BoughtSales(self.shop.desk)
        self.do("put elsewhere", 0, 0)

    def do(self, what, who, goods):
        """One step; what the shop refuses did not happen."""
        with suppress(ShopError):
            getattr(self, what.replace(" ", "_"))(self.people[who], goods)

    def sell(self, member, goods):
        items = self.goods[goods], self.goods[1]
        paid = (cash(sum(item.unit_price_minor for item in items)),)
        receipt = self.shop.checkout.complete(uuid7(), cart_of(*items, member=member), None, paid)
        self.sold.append(receipt.sale_id)
        return receipt

    def claim(self, member, goods):
        self.shop.claims.claim(self.sell(None, goods).code, member)

    def give_back(self, _member, goods):
        if self.sold:
            sale_id = self.sold.pop(goods % len(self.sold))
            self.shop.refunds.refund(RefundDraft(uuid7(), sale_id))

    def give_a_part_back(self, _member, _goods):
        if self.sold:
            lines = (ReturnLine(1, 1000),)
            self.shop.refunds.refund(RefundDraft(uuid7(), self.sold[-1], lines))

    def merge(self, member, goods):
        self.shop.merges.merge(uuid7(), member, self.people[goods])

    def take_apart(self, _member, _goods):
        for keep in self.people:
            with suppress(ShopError):
                self.shop.merges.unmerge(uuid7(), keep)

    def hours_pass(self, _member, goods):
        self.clock.moment += timedelta(hours=9 * (goods + 1))

    def clock_is_set_ahead(self, member, goods):
        self.clock.moment += timedelta(days=9)
        self.sell(member, goods)
        self.clock.moment -= timedelta(days=9)

    def archive(self, member, _goods):
        self.shop.members.archive(member)

    def check_in(self, member, _goods):
        self.shop.visits.check_in(member)

    def put_elsewhere(self, _member, goods):
        self._change_goods(goods, "category_id = iif(category_id IS NULL, ?, NULL)", self.drinks)

    def call_anew(self, _member, goods):
        self._change_goods(goods, "name = iif(name = 'Vase', 'goods 0', 'Vase') || ?", "")

    def keep(self, _member, _goods):
        while self.found.work():
            pass

    def start(self, _member, _goods):
        self.found = BoughtSales(self.shop.desk)

    def _change_goods(self, goods, how, value):
        given = (value, self.products[goods % 3])
        self.database.execute(f"UPDATE product SET {how} WHERE id = ?", given)

    def _id(self, item):
        return item.product_id.bytes

    def look(self, _member=None, _goods=None):
        """Every way tells what reading every line does, and counts whom it tells."""
        for what in ASKED:
            self.look_at(what)
        segments = self.shop.segments
        live = "FROM member WHERE state <> 'archived' AND id NOT IN"
        live += " (SELECT gone_id FROM member_alias)"
        assert segments.everyone() == self.database.value(f"SELECT count(*) {live}")
        for conditions in BESIDE:
            assert segments.count(conditions) == len(segments.seqs(conditions))

    def look_at(self, what):
        for days in DAYS:
            since = None
            if days is not None:
                since = (self.shop.desk.today() - timedelta(days=days)).isoformat()
            plain = self.seqs(stored.bought(what, since))
            assert self.seqs(self.found.asked(what, since)) == plain, (what, since)
            assert self.seqs(self.found.listed(what, since)) == plain, (what, since)
            assert self.seqs(stored.bought_singly(what, since)) == plain, (what, since)
            self.count_at(what, since, "" if days is None else f" in {days} days")

    def count_at(self, what, since, within):
        segments = self.shop.segments
        who = stored.bought(what, since)
        bought = asked.count(self.database, asked.unless_archived(who))
        # Of nothing sold there is nothing to count.
        assert (self.found.count(what, since) or 0) == bought, (what, since)
        assert segments.count(f'bought "{what}"{within}') == bought, (what, since)
        others = asked.count(self.database, asked.unless_archived(asked.nobody_of(who)))
        assert segments.count(f'not bought "{what}"{within}') == others, (what, since)
        both = f'bought "{what}"{within} and state != frozen'
        assert segments.count(both) == len(self.seqs(who)), (what, since)

    def seqs(self, question):
        counted = asked.count(self.database, question)
        told = asked.seqs(self.database, question)
        assert counted == len(told)
        return told


@pytest.fixture(autouse=True, scope="module")
def everything_is_large():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bought_sales, "LARGE", 1)
        patch.setattr(bought_sales, "_BEHIND_AT_MOST", 1)
        patch.setattr(bought_sales, "_RENEWED_AT_MOST", 2)
        patch.setattr(stored, "SALES_AT_ONCE", 3)
        patch.setattr(stored, "_NEWER_AT_ONCE", 1)
        yield


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate, Phase.target])
@example(  # what was marked comes back whole
    steps=[("sell", 1, 0), ("look", 0, 0), ("give back", 0, 0)]
)
@example(  # who had been merged bought by themselves again
    steps=[("sell", 1, 0), ("merge", 0, 1), ("look", 0, 0), ("take apart", 0, 0)]
)
@example(  # kept, then goods that were sold before are put into the category
    steps=[("sell", 1, 2), ("keep", 0, 0), ("put elsewhere", 0, 2), ("start", 0, 0)]
)
@example(  # kept in the file, sold since, and read again after a start
    steps=[("sell", 1, 0), ("keep", 0, 0), ("sell", 2, 0), ("start", 0, 0), ("claim", 3, 3)]
)
@example(  # archived ones, and merged ones that claimed, are counted once or not at all
    steps=[
        ("sell", 1, 0), ("claim", 2, 0), ("sell", 3, 0), ("merge", 1, 2), ("archive", 3, 0),
        ("look", 0, 0), ("take apart", 0, 0), ("archive", 2, 0), ("hours pass", 0, 2),
    ]
)  # fmt: skip
@given(steps=STEPS)
def test_marks_kept_ahead_tell_what_reading_every_line_tells(steps, tmp_path_factory):
    play(History(tmp_path_factory.mktemp("bought")), steps)


@pytest.fixture
def history(tmp_path):
    made = History(tmp_path)
    yield made
    made.shop.close()


def test_what_is_not_bought_much_is_read_by_its_lines(history, monkeypatch):
    for _ in range(3):
        history.do("sell", 1, 0)
    monkeypatch.setattr(bought_sales, "LARGE", 4)
    assert "substr" not in history.found.asked("goods 0", None).sql
    monkeypatch.setattr(bought_sales, "LARGE", 3)
    assert "substr" in history.found.asked("goods 0", None).sql


def test_only_much_bought_goods_are_kept_and_forgotten_when_they_are_not(history, monkeypatch):
    history.do("sell", 1, 0)
    history.do("sell", 1, 3)
    history.do("keep", 0, 0)
    kept = {name.removeprefix("bought/") for name in kept_marks(history.database, "bought/")}
    assert kept == {"Drinks", "goods 0", "goods 1", "loose"}
    monkeypatch.setattr(bought_sales, "LARGE", 2)
    history.do("sell", 1, 2)
    history.do("keep", 0, 0)
    kept = {name.removeprefix("bought/") for name in kept_marks(history.database, "bought/")}
    assert kept == {"Drinks", "goods 1"}


def test_what_is_kept_is_not_read_again(history, monkeypatch):
    history.do("sell", 1, 0)
    history.do("keep", 0, 0)
    history.do("start", 0, 0)

    def read(*_):
        raise AssertionError("the lines are read again")

    monkeypatch.setattr(stored, "sales_holding", read)
    history.do("sell", 2, 0)
    history.look_at("Drinks")


def test_marks_of_another_form_or_of_another_past_are_made_anew(history):
    history.do("sell", 1, 0)
    history.do("keep", 0, 0)
    ((name, mark),) = [
        each for each in kept_marks(history.database, "bought/").items() if "Dr" in each[0]
    ]
    form, goods, last, read = mark
    nothing = {"sales": array("B", bytes(last[0]))}
    others = (
        [form + 1, goods, last, read],
        [form, "", last, read],
        [form, goods, [last[0], "00"], read],
    )
    for other in others:
        keep_columns(history.database, name, other, nothing)
        history.do("start", 0, 0)
        history.look()


def test_where_nothing_can_be_kept_nothing_is_read_for_it(history, monkeypatch):
    history.do("sell", 1, 0)
    with monkeypatch.context() as patch:
        patch.setattr(reckoned, "hindrance", lambda _database: "disk_full")
        patch.setattr(stored, "lines_by_name", None)
        assert not history.found.work()
        history.look_at("Drinks")
    history.do("keep", 0, 0)
    assert kept_marks(history.database, "bought/")


def test_getting_ready_stops_when_it_is_asked_to(history):
    history.do("sell", 1, 0)
    with pytest.raises(Cancelled):
        history.found.work(lambda: True)
    assert kept_marks(history.database, "bought/") == {}
    history.do("keep", 0, 0)
    history.look()


def test_who_bought_is_found_by_indexes_alone(history):
    def steps(question):
        rows = history.database.rows(
            f"EXPLAIN QUERY PLAN SELECT count(*) FROM {question.members} WHERE {question.sql}",
            question.values,
        )
        return [step for *_, step in rows]

    for since in (None, "2026-01-01"):
        plain = steps(stored.bought("Drinks", since))
        assert len([each for each in plain if each.startswith("SEARCH sale_line USING")]) == 4
        assert not [each for each in plain if each.startswith(("SCAN sale", "SCAN member"))]
        one = steps(stored.bought_singly("Drinks", since))
        lines = [each for each in one if "sale_line" in each]
        assert all(each.endswith("USING PRIMARY KEY (sale_id=?)") for each in lines)
        assert not [each for each in one if each.startswith("SCAN sale")]
    for others in (0, 1):
        marked = steps(stored.buyers(history.database, b"\1"))
        looked_up = [each for each in marked if "USING COVERING INDEX sale_member" in each]
        assert len(looked_up) == 1 + others
        assert all(each.endswith("(member_id=?)") for each in looked_up)
        assert not [each for each in marked if each.startswith("SCAN sale")]
        history.do("claim", 0, 0)


@pytest.mark.parametrize("length", [53, 60, 61, 94, 100])
def test_marks_of_goods_with_long_names_are_kept_too(shop, monkeypatch, length):
    monkeypatch.setattr(bought_sales, "LARGE", 1)
    names = ("常" * length, "Vase")
    for name in names:
        items = cart_of(add_product(shop, name, 100))
        shop.checkout.complete(uuid7(), items, None, (cash(100),))
    found = BoughtSales(shop.desk)
    while found.work():
        pass
    assert set(kept_marks(shop.desk.database, bought_sales.NAME)) == set(
        map(bought_sales.name_of, names)
    )
