"""The doctor proves which sales are marked for much-bought goods, and names wrong ones."""

from array import array
from datetime import timedelta
from itertools import pairwise

import pytest

from app.errors import Cancelled
from app.models import reckoned
from app.services import bought_proof, bought_sales
from app.services.bought_sales import BoughtSales, name_of
from app.services.ids import uuid7
from app.services.kept_columns import keep_columns, kept_columns
from app.services.progress import never
from app.services.rules.cart import Item
from tests.shop_builder import add_member, add_product, cart_of, cash, sell

LONG = "tea of the first spring leaves, picked by hand on the northern slope"
NAMES = ("tea", "bread", LONG)


@pytest.fixture
def kept(shop, monkeypatch):
    """Six sales of three goods in turn, all of them marked."""
    monkeypatch.setattr(bought_sales, "LARGE", 1)
    monkeypatch.setattr(bought_sales, "_BEHIND_AT_MOST", 1)
    member = add_member(shop, number="ana")
    for name in (*NAMES, *NAMES):
        cart = cart_of(Item(name, 500), member=member)
        shop.checkout.complete(uuid7(), cart, None, (cash(500),))
    make(shop)
    assert set(reckoned.marks(shop.desk.database, bought_sales.NAME)) == set(map(name_of, NAMES))


def make(shop):
    found = BoughtSales(shop.desk)
    while found.work():
        pass
    return found


def wrong(shop):
    return {check.name: check.detail for check in shop.doctor.run() if not check.ok}


def changed(shop, what, sales=None, **places):
    """Keep marks with something else in them, whole and of the same mark."""
    found = kept_columns(shop.desk.database, name_of(what))
    assert found is not None
    column = found.columns["sales"][:] if sales is None else array("B", sales)
    for place, value in places.items():
        column[int(place[1:]) - 1] = value
    columns = {"sales": column}
    assert keep_columns(shop.desk.database, name_of(what), found.mark, columns)


def test_what_is_marked_is_proved(shop, kept):
    assert not wrong(shop)
    sell(shop, 900, None)
    assert not wrong(shop), "what was sold since is read wherever the marks are used"


def test_a_shop_without_marks_has_nothing_wrong(shop):
    sell(shop, 900, None)
    assert not wrong(shop)


@pytest.mark.parametrize("what", NAMES)
def test_a_sale_that_is_not_marked_for_what_it_holds_is_found(shop, kept, what):
    at = 1 + NAMES.index(what)
    changed(shop, what, **{f"_{at}": 0})
    assert wrong(shop) == {"bought": f"sale A0-00000{at} holds {what} and is not marked"}


def test_a_sale_that_is_marked_for_what_it_does_not_hold_is_found(shop, kept):
    changed(shop, "bread", _6=1)
    assert wrong(shop) == {"bought": "sale A0-000006 is marked for bread and has none"}


def test_marks_of_fewer_sales_than_there_were_are_found(shop, kept):
    changed(shop, "tea", sales=b"\1\0\0")
    assert wrong(shop) == {"bought": "bought/tea"}


def test_damaged_marks_are_named_and_made_again_by_the_next_start(shop, kept):
    shop.desk.database.execute("UPDATE reckoned_part SET body = x'00' WHERE name = 'bought/tea'")
    assert wrong(shop) == {"bought": "bought/tea"}
    make(shop)
    assert not wrong(shop)


def test_marks_that_nobody_takes_any_more_are_nobodys_fault(shop, kept, monkeypatch):
    changed(shop, "bread", _6=1)
    monkeypatch.setattr(bought_sales, "_FORM", 0)
    assert not wrong(shop)


def test_goods_that_are_called_otherwise_by_now_are_nobodys_fault(shop, kept):
    changed(shop, "bread", _6=1)
    shop.desk.database.execute(
        "INSERT INTO category (id, name, position) VALUES (?, 'bread', 1)", (uuid7().bytes,)
    )
    assert wrong(shop), "a category without products changes nothing"
    add_product(shop, "roll", 500)
    shop.desk.database.execute("UPDATE product SET category_id = (SELECT id FROM category)")
    assert not wrong(shop)


def test_wrong_marks_stand_in_the_way_of_no_backup(shop, kept):
    changed(shop, "bread", _6=1)
    backup = shop.backups.make()
    shop.backups.restore(backup.path)
    assert wrong(shop)


def test_wrong_marks_do_not_stay_for_ever(shop, clock, kept):
    changed(shop, "bread", _6=1)
    running = make(shop)
    assert len(shop.segments.ids("bought bread")) == 1
    clock.forward(days=29)
    make(shop)
    assert wrong(shop)
    clock.forward(days=2)
    running._looked_at = -1
    while running.work():
        pass
    assert not wrong(shop)
    kept = kept_columns(shop.desk.database, "bought/bread")
    assert kept is not None
    assert kept.mark[3] == shop.desk.today().isoformat()
    clock.moment -= timedelta(days=5)
    make(shop)
    kept = kept_columns(shop.desk.database, "bought/bread")
    assert kept is not None
    assert kept.mark[3] == shop.desk.today().isoformat(), "a clock that was ahead keeps nothing"


def test_what_is_wrong_is_dropped_when_that_is_asked_for(shop, kept):
    changed(shop, "bread", _6=1)
    shop.doctor.renew()
    assert reckoned.marks(shop.desk.database, "") == {}
    make(shop)
    assert not wrong(shop)


def test_the_proof_stops_when_it_is_asked_to(shop, kept):
    assert not list(bought_proof.wrong_marks(shop.desk.database, never))
    with pytest.raises(Cancelled):
        list(bought_proof.wrong_marks(shop.desk.database, lambda: True))


def test_of_many_sales_some_are_read_evenly_and_others_for_other_goods():
    def read(name, last, at_most):
        return list(bought_proof._stretches(name, last, at_most))

    assert read("tea", 100, 5) == [1]
    assert read("tea", 1_000, 4) == [1, 251, 501, 751], "all of them where that is no more"
    some = read("tea", 1_000_000, 40)
    assert len(some) == 40
    assert {after - before for before, after in pairwise(some)} == {25_000}
    assert some[-1] + bought_proof._AT_ONCE - 1 <= 1_000_000
    assert some != read("bread", 1_000_000, 40)
