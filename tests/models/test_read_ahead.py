"""What searches look at is read before somebody searches, and nothing else is in its way."""

import pytest

from app.errors import Cancelled
from app.models import read_ahead
from tests.shop_builder import add_member


@pytest.mark.parametrize("query", read_ahead._LOOKED_AT)
def test_each_table_and_index_is_read_by_itself(shop, query):
    add_member(shop)
    # Where the newest only are wanted, a second step finds where those begin.
    step, *_ = shop.desk.database.rows(f"EXPLAIN QUERY PLAN {query}")
    wanted = query.split("INDEXED BY ")[1].split()[0] if "INDEXED BY" in query else ""
    assert step[3].startswith(("SCAN", "SEARCH"))
    assert ("INDEX" in step[3]) == bool(wanted)
    assert wanted in step[3]


def test_reading_ahead_takes_nothing_of_the_connection_that_searches(shop, monkeypatch):
    add_member(shop)
    monkeypatch.setattr(shop.desk.database, "row", None)
    monkeypatch.setattr(shop.desk.database, "rows", None)
    shop.members.read_ahead()


def test_reading_ahead_stops_when_it_is_asked_to(shop):
    asked = iter((False, False, True))
    with pytest.raises(Cancelled):
        shop.members.read_ahead(lambda: next(asked))
    assert next(asked, None) is None
