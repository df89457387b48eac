"""The table classes that lists are built with are the tables the migrations made."""

import pytest

from app.models.member_pages import Wanted, count, ids
from app.models.tables.base import Table
from app.models.tables.members import Member, MemberRecency, MemberSummary, MemberTag, MemberToken


@pytest.mark.parametrize("table", [Member, MemberSummary, MemberRecency, MemberTag, MemberToken])
def test_the_columns_of_a_table_class_are_those_of_the_schema(shop, table: type[Table]):
    meta = table._meta
    schema = shop.desk.database.rows(f"PRAGMA table_info({meta.table_name})")
    assert [field.column_name for field in meta.sorted_fields] == [row[1] for row in schema]
    assert [not field.null for field in meta.sorted_fields] == [bool(row[3]) for row in schema]
    keys = {row[1] for row in schema if row[5]}
    assert {field.column_name for field in meta.get_primary_keys()} == keys


@pytest.mark.parametrize("sort", ["recent", "name"])
@pytest.mark.parametrize("state", ["", "active", "frozen", "archived"])
def test_a_list_is_read_from_indexes_alone(shop, state: str, sort: str):
    database = shop.desk.database
    told: list[str] = []
    original = database.rows

    def explained(sql, params=()):
        told.extend(row[3] for row in original(f"EXPLAIN QUERY PLAN {sql}", params))
        return original(sql, params)

    database.rows = explained
    try:
        ids(database, Wanted(state=state, sort=sort), 0, 50)
    finally:
        del database.rows
    assert any("member_apart" in step for step in told)
    scans = [step for step in told if step.startswith("SCAN")]
    assert all("COVERING INDEX" in step for step in scans)
    assert count(database, Wanted(state=state, sort=sort)) == 0
