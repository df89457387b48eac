"""What each member left on each day: the one thing that all insight is reckoned from.

Frozen: never edited once a shop has run it. Units as in 0001.

`member_day` repeats what sales, claims and refunds say, in rows so short that those of a million
members are read in a second; `seq` is the file's own short key of a member. Triggers alone write
it, so that no way of making a sale can forget it. `sales` counts those not returned whole;
`spent_minor` is what was really paid (less points and tips), less what was given back, on the
day of the sale whenever it came back.

A `segment` is a question asked again and again; nothing refers to one.

Old rows: their days are put together once.
"""

from typing import Any

PAID = """({sale}.total_minor
        - coalesce((SELECT sum(amount_minor) FROM tender
            WHERE sale_id = {sale}.id AND kind = 'points'), 0)
        - coalesce((SELECT sum(amount_minor) FROM sale_tip WHERE sale_id = {sale}.id), 0))"""

# A tip is only given back with the whole sale.
RETURNED = """({refund}.total_minor
        - coalesce((SELECT sum(amount_minor) FROM refund_tender
            WHERE refund_id = {refund}.id AND kind = 'points'), 0)
        - CASE WHEN {refund}.whole = 1 THEN coalesce((SELECT sum(refund_line.total_minor)
            FROM refund_line JOIN sale_tip ON sale_tip.sale_id = refund_line.sale_id
            AND sale_tip.position = refund_line.sale_position
            WHERE refund_id = {refund}.id), 0) ELSE 0 END)"""

TABLE = """
CREATE TABLE member_day (
    seq INTEGER NOT NULL REFERENCES member (seq) ON DELETE RESTRICT,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    sales INTEGER NOT NULL CHECK (sales >= 0),
    spent_minor INTEGER NOT NULL,
    PRIMARY KEY (seq, business_date)
) STRICT, WITHOUT ROWID
"""

SEGMENT = """
CREATE TABLE segment (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    conditions TEXT NOT NULL CHECK (conditions <> ''),
    saved_at INTEGER NOT NULL
) STRICT
"""

OLD_DAYS = f"""
INSERT INTO member_day (seq, business_date, sales, spent_minor)
SELECT member.seq, sale.business_date,
    sum(NOT EXISTS (SELECT 1 FROM refund WHERE sale_id = sale.id AND whole = 1)),
    sum({PAID.format(sale="sale")} - coalesce(
        (SELECT sum({RETURNED.format(refund="refund")}) FROM refund WHERE sale_id = sale.id), 0))
FROM sale LEFT JOIN claim ON claim.sale_id = sale.id
JOIN member ON member.id = coalesce(sale.member_id, claim.member_id)
GROUP BY member.seq, sale.business_date
"""

_ADDED = """
    ON CONFLICT (seq, business_date) DO UPDATE
    SET sales = sales + excluded.sales, spent_minor = spent_minor + excluded.spent_minor;
END
"""

SOLD = f"""
CREATE TRIGGER member_day_sold AFTER INSERT ON sale WHEN NEW.member_id IS NOT NULL
BEGIN
    INSERT INTO member_day (seq, business_date, sales, spent_minor)
    SELECT seq, NEW.business_date, 1, {PAID.format(sale="NEW")}
    FROM member WHERE id = NEW.member_id
{_ADDED}"""

CLAIMED = f"""
CREATE TRIGGER member_day_claimed AFTER INSERT ON claim
BEGIN
    INSERT INTO member_day (seq, business_date, sales, spent_minor)
    SELECT member.seq, sale.business_date,
        NOT EXISTS (SELECT 1 FROM refund WHERE sale_id = sale.id AND whole = 1),
        {PAID.format(sale="sale")} - coalesce(
        (SELECT sum({RETURNED.format(refund="refund")}) FROM refund WHERE sale_id = sale.id), 0)
    FROM sale JOIN member ON member.id = NEW.member_id WHERE sale.id = NEW.sale_id
{_ADDED}"""

GIVEN_BACK = f"""
CREATE TRIGGER member_day_given_back AFTER INSERT ON refund WHEN NEW.sale_id IS NOT NULL
BEGIN
    UPDATE member_day
    SET sales = sales - NEW.whole, spent_minor = spent_minor - {RETURNED.format(refund="NEW")}
    WHERE (seq, business_date) = (
        SELECT member.seq, sale.business_date
        FROM sale LEFT JOIN claim ON claim.sale_id = sale.id
        JOIN member ON member.id = coalesce(sale.member_id, claim.member_id)
        WHERE sale.id = NEW.sale_id);
END
"""


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in (TABLE, SEGMENT, OLD_DAYS, SOLD, CLAIMED, GIVEN_BACK):
        db.execute_sql(statement)
