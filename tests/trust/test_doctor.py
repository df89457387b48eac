"""The doctor passes a sound shop, and names exactly what is wrong with another."""

from contextlib import contextmanager

import pytest

from app.errors import Cancelled
from app.services.doctor import CHECKS, QUICK
from tests.shop_builder import sell
from tests.trust.shop_day import trade

# Fault → (tables whose triggers stand in its way, statements, the checks that must fail).
FAULTS = {
    "balance of points": ("", "UPDATE member_summary SET points = points + 1", "points"),
    "points of a search": ("", "UPDATE member_recency SET points = points + 1", "points"),
    "count of visits": ("", "UPDATE member_summary SET visits = visits + 1", "visits"),
    "spend": ("", "UPDATE member_summary SET spent_minor = spent_minor - 1", "spent"),
    "last visit": ("", "UPDATE member_summary SET last_visit_at = last_visit_at + 1", "last_visit"),
    "last visit of a search": (
        "",
        "UPDATE member_recency SET last_visit_at = last_visit_at + 1",
        "last_visit",
    ),
    "member no search can sort": ("", "DELETE FROM member_recency WHERE seq = 1", "members"),
    "summary gone": (
        "",
        "INSERT INTO member (id, number, name, joined_on, state, created_at, updated_at)"
        " VALUES (randomblob(16), 'x', '', '2026-01-01', 'active', 0, 0)",
        "members",
    ),
    "token gone": ("", "DELETE FROM member_token WHERE token = 'zengyuqing'", "search"),
    "token too many": ("", "INSERT INTO member_token VALUES ('q', 999)", "search"),
    "code of another key": (
        "",
        "UPDATE member_card SET code = '900000000000000' WHERE serial = 0",
        "cards",
    ),
    "serial of no block": ("", "UPDATE serial_block SET next_serial = first_serial", "cards"),
    "product gone": ("", "DELETE FROM product", "foreign_keys"),
    "session of another day": (
        "cash_session",
        "UPDATE cash_session SET business_date = '2020-01-01' WHERE rowid = 1",
        "sessions",
    ),
    "two open sessions": ("cash_session", "UPDATE cash_session SET closed_at = NULL", "sessions"),
    "clock behind": ("", "clock", "clock"),
    "parked basket unreadable": ("", "UPDATE held_sale SET cart = '{'", "held_sales"),
    "settings unreadable": ("", "UPDATE setting SET value = '{' WHERE name = 'name'", "settings"),
    "card key gone": ("shop_key", "DELETE FROM shop_key", "settings cards"),
    "foreign file": ("", "PRAGMA application_id = 7", "schema"),
    "trigger gone": ("", "DROP TRIGGER sale_no_update", "schema"),
    "strange trigger": (
        "",
        "CREATE TRIGGER quiet AFTER INSERT ON sale BEGIN SELECT 1; END",
        "schema",
    ),
    "line of a sale gone": (
        "sale_line",
        "DELETE FROM sale_line WHERE position = 1 AND sale_id ="
        " (SELECT id FROM sale WHERE sequence = 1)",
        "sales seals",
    ),
    "tax of nothing": (
        "sale_tax",
        "INSERT INTO sale_tax SELECT id, 1300, 100, 13 FROM sale WHERE sequence = 1",
        "sales seals",
    ),
    "tax added that no rate has": (
        "sale",
        "UPDATE sale SET added_tax_minor = 1, cash_rounding_minor = -1 WHERE sequence = 1",
        "sales seals",
    ),
    "sale gone": (
        "sale sale_line tender",
        "DELETE FROM sale_line WHERE sale_id = (SELECT id FROM sale WHERE sequence = 5)|"
        "DELETE FROM tender WHERE sale_id = (SELECT id FROM sale WHERE sequence = 5)|"
        "DELETE FROM sale WHERE sequence = 5",
        "receipts seals",
    ),
    "name on a receipt changed": ("sale_line", "UPDATE sale_line SET name = 'x'", "seals"),
    "cashier of a sale changed": (
        "sale",
        "UPDATE sale SET source_receipt = 'x' WHERE sequence = 2",
        "seals",
    ),
    "link rewritten": ("seal", "UPDATE seal SET hash = zeroblob(32) WHERE sequence = 3", "seals"),
    "newest link gone": (
        "seal",
        "DELETE FROM seal WHERE sequence = (SELECT max(sequence) FROM seal)",
        "sealed",
    ),
    "points moved to another sale": (
        "points_entry",
        "UPDATE points_entry SET points = points + 1 WHERE kind = 'earn' AND sale_id ="
        " (SELECT id FROM sale WHERE sequence = 1)",
        "sale_points points lots seals",
    ),
    "points tender without a burn": (
        "tender",
        "UPDATE tender SET kind = 'other' WHERE kind = 'points'",
        "sale_points spent buying_days seals",
    ),
    "points of another member": (
        "points_entry",
        "UPDATE points_entry SET member_id = (SELECT member_id FROM claim) WHERE sale_id ="
        " (SELECT id FROM sale WHERE sequence = 1)",
        "sale_points points lots seals",
    ),
    "claim of other points": ("claim", "UPDATE claim SET points = points + 1", "claims seals"),
    "lot gone": (
        "points_lot",
        "DELETE FROM points_lot WHERE entry_id = (SELECT id FROM points_entry WHERE claim_id"
        " IS NOT NULL)",
        "lots seals",
    ),
    "allocation too large": (
        "points_allocation",
        "UPDATE points_allocation SET points = points - 1",
        "lots seals",
    ),
    "visit of a sale gone": (
        "visit",
        "DELETE FROM visit WHERE kind = 'sale' AND member_id = (SELECT member_id FROM claim)",
        "visits",
    ),
    "bytes that are no text": (
        "",
        "UPDATE member SET name = CAST(x'ff41' AS TEXT) WHERE number = '000001'",
        "search",
    ),
}
FAULTS["tender raised"] = (
    "tender",
    "UPDATE tender SET amount_minor = amount_minor + 1 WHERE position = 1 AND sale_id ="
    " (SELECT id FROM sale WHERE sequence = 2)",
    "sales seals",
)


@contextmanager
def triggers_off(database, tables):
    """The tables without what guards them, as somebody with the file could have them."""
    guards = [
        row
        for table in tables.split()
        for row in database.rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
        )
    ]
    for name, _ in guards:
        database.execute(f"DROP TRIGGER {name}")
    yield
    for _, sql in guards:
        database.execute(sql)


def failing(shop, full=True):
    return {check.name for check in shop.doctor.run(full) if not check.ok}


def test_a_sound_shop_passes_every_check(shop, clock):
    trade(shop, clock)
    checks = shop.doctor.run()
    assert [check.name for check in checks] == list(CHECKS)
    assert not [check for check in checks if not check.ok]


def test_an_empty_shop_passes_every_check(shop):
    assert not failing(shop)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_fails_its_check_and_no_other(shop, clock, fault):
    trade(shop, clock)
    tables, statements, expected = FAULTS[fault]
    database = shop.desk.database
    database.execute("PRAGMA foreign_keys = 0")
    if statements == "clock":
        clock.forward(days=-40)
    else:
        with triggers_off(database, tables):
            for statement in statements.split("|"):
                assert database.execute(statement) or statement.startswith(
                    ("PRAGMA", "DROP", "CREATE")
                )
    assert failing(shop) == set(expected.split())


def test_a_fault_is_told_by_receipt_or_member_number_and_never_by_name(shop, clock):
    trade(shop, clock)
    database = shop.desk.database
    database.execute("UPDATE member_summary SET points = points + 1")
    with triggers_off(database, "sale_line"):
        database.execute("UPDATE sale_line SET points = points + 1")
    told = {check.name: check.detail for check in shop.doctor.run()}
    assert sorted(told["points"].split("; ")) == ["points 000001", "points 000002"]
    assert told["sales"].startswith("lines A0-000001")
    assert told["sales"].endswith("…")
    assert "曾" not in "".join(told.values())


def test_the_quick_look_sees_what_was_just_sold(shop, clock):
    trade(shop, clock)
    assert [check.name for check in shop.doctor.run(full=False)] == list(QUICK)
    assert not failing(shop, full=False)
    with triggers_off(shop.desk.database, "sale"):
        shop.desk.database.execute(
            "UPDATE sale SET why = '[1]' WHERE sequence = (SELECT max(sequence) FROM sale)"
        )
    assert failing(shop, full=False) == {"seals"}


def test_the_quick_look_reads_no_more_in_a_large_shop_than_in_a_small_one(shop):
    def steps():
        counted = [0]

        def step():
            counted[0] += 1
            return False

        conn = shop.desk.database.connection
        conn.set_progress_handler(step, 100)
        # The doctor sets a handler of its own; it asks the same.
        shop.doctor.run(full=False, cancelled=step)
        conn.set_progress_handler(None)
        return counted[0]

    for _ in range(60):
        sell(shop, 100)
    few = steps()
    for _ in range(240):
        sell(shop, 100)
    assert steps() <= few * 1.2 + 5


def test_the_doctor_tells_its_progress_and_stops_when_asked(shop):
    seen = []
    shop.doctor.run(progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (len(CHECKS), len(CHECKS))
    with pytest.raises(Cancelled):
        shop.doctor.run(cancelled=lambda: True)
    assert not failing(shop)


def test_every_query_of_the_doctor_goes_by_an_index(shop, clock):
    """Only the table a check walks through is scanned; whatever it joins is looked up.

    Where two tables are compared row by row (EXCEPT), each is walked through once, and then what
    they differ in.
    """
    from app.models.doctor import FAULTS as QUERIES

    trade(shop, clock)
    # Versions of the scheme are few, and read (each coupon of theirs) for passed-on coupons alone.
    # Of tips it is asked only whether there is one at all; `up` and `ever` are one chain of merges.
    small = {"till", "cash_session", "scheme", "each", "CONSTANT", "sale_tip", "up", "ever"}
    for check, queries in QUERIES.items():
        for query in queries:
            plan = shop.desk.database.rows("EXPLAIN QUERY PLAN " + query.replace("{sales}", "sale"))
            scanned = [row[3].split()[1] for row in plan if row[3].startswith("SCAN")]
            walked = [table for table in scanned if table not in small]
            compared = any("EXCEPT" in row[3] for row in plan)
            assert len(walked) <= (3 if compared else 1), (check, [row[3] for row in plan])
            assert not [row[3] for row in plan if "AUTOMATIC" in row[3]], check
