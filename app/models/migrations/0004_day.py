"""The cashier's day: staff with a PIN, counted drawers, refunds, accounts, deposits, stock.

Frozen: never edited once a shop has run it. Units as in 0001.

A `refund` (kinds `refund` and `void`) is written children first like a sale: its lines, tenders,
taxes and ledger entries name it before it is there, its own trigger checks the sums, and later
children are refused. No line of a sale is ever taken back past what was sold or paid for it.

A `z_report` closes its session for good: from then on the file takes nothing more for it.

Old rows: nothing of them changes. Sessions of before stay open to a sale dated back, until they
have their Z report.
"""

from collections.abc import Iterator
from typing import Any

TABLES = """
ALTER TABLE staff ADD COLUMN pin_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN pin_failures INTEGER NOT NULL DEFAULT 0 CHECK (pin_failures >= 0);
ALTER TABLE staff ADD COLUMN pin_blocked_until INTEGER NOT NULL DEFAULT 0;
ALTER TABLE staff ADD COLUMN card_code TEXT NOT NULL DEFAULT '';
ALTER TABLE staff ADD COLUMN commission_bp INTEGER NOT NULL DEFAULT 0
    CHECK (commission_bp BETWEEN 0 AND 10000);
CREATE UNIQUE INDEX staff_card ON staff (card_code) WHERE card_code <> '';

ALTER TABLE audit_entry ADD COLUMN approved_by BLOB REFERENCES staff (id) ON DELETE RESTRICT;
CREATE INDEX audit_entry_staff ON audit_entry (staff_id, happened_at);

ALTER TABLE cash_session ADD COLUMN opened_by BLOB REFERENCES staff (id) ON DELETE RESTRICT;
CREATE UNIQUE INDEX cash_session_open ON cash_session (till_id)
    WHERE closed_at IS NULL AND automatic = 0;

CREATE TABLE cash_movement (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    session_id BLOB NOT NULL REFERENCES cash_session (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    approved_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('float', 'pay_in', 'pay_out', 'drop', 'no_sale')),
    amount_minor INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    moved_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind = 'float' AND amount_minor >= 0) OR (kind = 'pay_in' AND amount_minor > 0)
        OR (kind IN ('pay_out', 'drop') AND amount_minor < 0)
        OR (kind = 'no_sale' AND amount_minor = 0))
) STRICT;
CREATE INDEX cash_movement_session ON cash_movement (session_id, moved_at);

CREATE TABLE z_report (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    session_id BLOB NOT NULL UNIQUE REFERENCES cash_session (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    closed_at INTEGER NOT NULL,
    expected_minor INTEGER NOT NULL,
    counted_minor INTEGER,
    over_short_minor INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    UNIQUE (till_id, number),
    CHECK (over_short_minor = coalesce(counted_minor - expected_minor, 0))
) STRICT;

CREATE TABLE refund (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('refund', 'void')),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    session_id BLOB NOT NULL REFERENCES cash_session (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    approved_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT,
    exchange_sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    refunded_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    lines_minor INTEGER NOT NULL CHECK (lines_minor >= 0),
    added_tax_minor INTEGER NOT NULL CHECK (added_tax_minor >= 0),
    cash_rounding_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    points_reversed INTEGER NOT NULL CHECK (points_reversed >= 0),
    points_restored INTEGER NOT NULL CHECK (points_restored >= 0),
    points_before INTEGER NOT NULL,
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    reason TEXT NOT NULL,
    why TEXT NOT NULL,
    fingerprint TEXT NOT NULL DEFAULT '',
    UNIQUE (till_id, sequence),
    CHECK (total_minor = lines_minor + added_tax_minor + cash_rounding_minor),
    CHECK (kind <> 'void' OR (sale_id IS NOT NULL AND whole = 1)),
    CHECK (sale_id IS NOT NULL OR whole = 0)
) STRICT;
CREATE INDEX refund_sale ON refund (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX refund_exchange ON refund (exchange_sale_id) WHERE exchange_sale_id IS NOT NULL;
CREATE INDEX refund_member ON refund (member_id, refunded_at) WHERE member_id IS NOT NULL;
CREATE INDEX refund_session ON refund (session_id);
CREATE INDEX refund_day ON refund (business_date, refunded_at);
CREATE INDEX refund_time ON refund (refunded_at);

CREATE TABLE refund_line (
    refund_id BLOB NOT NULL REFERENCES refund (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    sale_id BLOB,
    sale_position INTEGER,
    product_id BLOB REFERENCES product (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    barcode TEXT NOT NULL DEFAULT '',
    quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
    weighed INTEGER NOT NULL CHECK (weighed IN (0, 1)),
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    tax_rate_bp INTEGER NOT NULL CHECK (tax_rate_bp >= 0),
    tax_minor INTEGER NOT NULL,
    points INTEGER NOT NULL CHECK (points >= 0),
    served_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    PRIMARY KEY (refund_id, position),
    FOREIGN KEY (sale_id, sale_position) REFERENCES sale_line (sale_id, position)
        ON DELETE RESTRICT,
    CHECK ((sale_id IS NULL) = (sale_position IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_line_sale ON refund_line (sale_id, sale_position) WHERE sale_id IS NOT NULL;
CREATE INDEX refund_line_product ON refund_line (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE refund_tender (
    refund_id BLOB NOT NULL REFERENCES refund (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('cash', 'bank_card', 'wechat', 'alipay', 'stored_value',
        'points', 'gift_card', 'store_credit', 'on_account', 'other', 'deposit', 'exchange')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reference TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (refund_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund_tax (
    refund_id BLOB NOT NULL REFERENCES refund (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    rate_bp INTEGER NOT NULL CHECK (rate_bp > 0),
    net_minor INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    PRIMARY KEY (refund_id, rate_bp)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_account (
    member_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    limit_minor INTEGER CHECK (limit_minor >= 0),
    owed_minor INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE account_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    refund_id BLOB REFERENCES refund (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('charge', 'repay', 'refund', 'write_off', 'adjust')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind = 'charge' AND amount_minor > 0)
        OR (kind IN ('repay', 'refund', 'write_off') AND amount_minor < 0) OR kind = 'adjust'),
    CHECK ((kind = 'charge') = (sale_id IS NOT NULL)),
    CHECK ((kind = 'repay') = (taking_id IS NOT NULL)),
    CHECK ((kind = 'refund') = (refund_id IS NOT NULL))
) STRICT;
CREATE INDEX account_entry_member ON account_entry (member_id, posted_at);
CREATE INDEX account_entry_sale ON account_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX account_entry_taking ON account_entry (taking_id) WHERE taking_id IS NOT NULL;
CREATE INDEX account_entry_refund ON account_entry (refund_id) WHERE refund_id IS NOT NULL;

CREATE TABLE deposit (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    held_id BLOB CHECK (length(held_id) = 16),
    note TEXT NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX deposit_member ON deposit (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE deposit_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    refund_id BLOB REFERENCES refund (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    deposit_id BLOB NOT NULL REFERENCES deposit (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('paid', 'used', 'returned', 'restored', 'forfeited')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind IN ('paid', 'restored')) = (amount_minor > 0)),
    CHECK ((kind = 'used') = (sale_id IS NOT NULL)),
    CHECK ((kind IN ('paid', 'returned')) = (taking_id IS NOT NULL)),
    CHECK ((kind = 'restored') = (refund_id IS NOT NULL))
) STRICT;
CREATE INDEX deposit_entry_deposit ON deposit_entry (deposit_id, posted_at);
CREATE INDEX deposit_entry_sale ON deposit_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX deposit_entry_taking ON deposit_entry (taking_id) WHERE taking_id IS NOT NULL;
CREATE INDEX deposit_entry_refund ON deposit_entry (refund_id) WHERE refund_id IS NOT NULL;

CREATE TABLE sale_tip (
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    staff_id BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_tip_staff ON sale_tip (staff_id) WHERE staff_id IS NOT NULL;

ALTER TABLE product ADD COLUMN cost_minor INTEGER CHECK (cost_minor >= 0);

CREATE INDEX member_joined ON member (joined_on);

CREATE TABLE product_stock (
    product_id BLOB NOT NULL PRIMARY KEY REFERENCES product (id) ON DELETE CASCADE,
    on_hand_milli INTEGER NOT NULL,
    low_milli INTEGER CHECK (low_milli >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_move (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    product_id BLOB NOT NULL REFERENCES product (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'delivery', 'count', 'loss')),
    quantity_milli INTEGER NOT NULL,
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    refund_id BLOB REFERENCES refund (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    cost_minor INTEGER CHECK (cost_minor >= 0),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    moved_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK (quantity_milli <> 0 OR kind = 'count'),
    CHECK ((kind = 'sale') = (sale_id IS NOT NULL)),
    CHECK ((kind = 'refund') = (refund_id IS NOT NULL)),
    CHECK ((kind NOT IN ('sale', 'loss') OR quantity_milli < 0)
        AND (kind NOT IN ('refund', 'delivery') OR quantity_milli > 0))
) STRICT;
CREATE INDEX stock_move_product ON stock_move (product_id, moved_at);
CREATE INDEX stock_move_sale ON stock_move (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX stock_move_refund ON stock_move (refund_id) WHERE refund_id IS NOT NULL;

CREATE TABLE invoice_buyer (
    member_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (title <> ''),
    tax_number TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('asked', 'issued', 'cancelled')),
    title TEXT NOT NULL,
    tax_number TEXT NOT NULL DEFAULT '',
    invoice_number TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    UNIQUE (sale_id, number)
) STRICT;

CREATE TABLE print_job (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind <> ''),
    document TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'printing', 'printed', 'failed', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    fault TEXT NOT NULL DEFAULT '',
    queued_at INTEGER NOT NULL
) STRICT;
CREATE INDEX print_job_waiting ON print_job (queued_at) WHERE state NOT IN ('printed', 'dropped')
"""

# What a refund gives back or takes back is an entry that names it.
ENTRIES = (
    "points_entry",
    "coupon_entry",
    "stored_value_entry",
    "store_credit_entry",
    "gift_entry",
    "pass_entry",
)

APPEND_ONLY = (
    "cash_movement",
    "z_report",
    "refund",
    "refund_line",
    "refund_tender",
    "refund_tax",
    "account_entry",
    "deposit",
    "deposit_entry",
    "sale_tip",
    "stock_move",
    "invoice_entry",
)
KEPT = ("member_account",)

OF_A_SALE = ("account_entry", "deposit_entry", "sale_tip", "stock_move")
OF_A_TAKING = ("account_entry", "deposit_entry")
OF_A_REFUND = (
    "refund_line",
    "refund_tender",
    "refund_tax",
    "account_entry",
    "deposit_entry",
    "stock_move",
    *ENTRIES,
)

# A CHECK cannot be altered; the lists of kinds in these grow by their text alone.
WIDER = {
    "tender": (
        "'store_credit', 'on_account', 'other')",
        "'store_credit', 'on_account', 'other', 'deposit', 'exchange')",
    ),
    "taking": (
        "'pass', 'pass_refund', 'plan', 'plan_refund')",
        "'pass', 'pass_refund', 'plan', 'plan_refund', 'repayment', 'deposit', 'deposit_refund')",
    ),
    "seal": (
        "'store_credit', 'gift_card', 'refund', 'void', 'cash')",
        "'store_credit', 'gift_card', 'refund', 'void', 'cash', 'z_report', 'account', 'deposit')",
    ),
}
# A gift card that had ended is given back as a new one, which no taking sold.
GIFT_ISSUED = (
    "CHECK ((kind IN ('issue', 'refund')) = (taking_id IS NOT NULL))",
    "CHECK (kind <> 'refund' OR taking_id IS NOT NULL),"
    " CHECK (taking_id IS NULL OR kind IN ('issue', 'refund'))",
)
TAKING_SIGNS = (
    """(kind IN ('top_up', 'gift_card') AND amount_minor > 0)
        OR (kind IN ('pass', 'plan') AND amount_minor >= 0)
        OR (kind NOT IN ('top_up', 'gift_card', 'pass', 'plan') AND amount_minor <= 0)""",
    """(kind IN ('top_up', 'gift_card', 'repayment', 'deposit') AND amount_minor > 0)
        OR (kind IN ('pass', 'plan') AND amount_minor >= 0)
        OR (kind NOT IN ('top_up', 'gift_card', 'repayment', 'deposit', 'pass', 'plan')
            AND amount_minor <= 0)""",
)

LATE_CHILD = """
CREATE TRIGGER {table}_after_{parent} BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {parent} WHERE id = NEW.{parent}_id)
BEGIN SELECT RAISE(ABORT, 'the {parent} is complete'); END
"""

CLOSED = """
CREATE TRIGGER {table}_session_open BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM z_report WHERE session_id = NEW.session_id)
BEGIN SELECT RAISE(ABORT, 'the session is closed'); END
"""

SALE_DAY = """
CREATE TRIGGER sale_day BEFORE INSERT ON sale BEGIN
    SELECT RAISE(ABORT, 'an account tender without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM tender
                    WHERE sale_id = NEW.id AND kind = 'on_account'), 0)
       <> coalesce((SELECT sum(amount_minor) FROM account_entry WHERE sale_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'a deposit tender without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM tender
                    WHERE sale_id = NEW.id AND kind = 'deposit'), 0)
       <> -coalesce((SELECT sum(amount_minor) FROM deposit_entry WHERE sale_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'an exchange tender without its refund')
    WHERE coalesce((SELECT sum(amount_minor) FROM tender
                    WHERE sale_id = NEW.id AND kind = 'exchange'), 0)
       <> coalesce((SELECT sum(refund_tender.amount_minor) FROM refund
                    JOIN refund_tender ON refund_tender.refund_id = refund.id
                    WHERE refund.exchange_sale_id = NEW.id AND refund_tender.kind = 'exchange'), 0);
    SELECT RAISE(ABORT, 'a tip that is no line of the sale')
    WHERE EXISTS (SELECT 1 FROM sale_tip WHERE sale_id = NEW.id AND NOT EXISTS (
        SELECT 1 FROM sale_line WHERE sale_line.sale_id = NEW.id
        AND sale_line.position = sale_tip.position
        AND sale_line.total_minor = sale_tip.amount_minor));
END
"""

REFUND_LINE = """
CREATE TRIGGER refund_line_within_sale BEFORE INSERT ON refund_line
WHEN NEW.sale_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'refunded past what was sold')
    FROM (SELECT NEW.quantity_milli + coalesce(sum(quantity_milli), 0) AS quantity,
                 NEW.total_minor + coalesce(sum(total_minor), 0) AS total,
                 NEW.points + coalesce(sum(points), 0) AS points
          FROM refund_line
          WHERE sale_id = NEW.sale_id AND sale_position = NEW.sale_position) AS back,
         (SELECT quantity_milli, total_minor, product_id FROM sale_line
          WHERE sale_id = NEW.sale_id AND position = NEW.sale_position) AS sold
    WHERE back.quantity > sold.quantity_milli OR back.total > sold.total_minor
       OR NEW.product_id IS NOT sold.product_id;
END
"""

REFUND_SUMS = """
CREATE TRIGGER refund_sums BEFORE INSERT ON refund BEGIN
    SELECT RAISE(ABORT, 'refund sequence has a gap')
    WHERE NEW.sequence <> 1 + coalesce(
        (SELECT max(sequence) FROM refund WHERE till_id = NEW.till_id), 0);
    SELECT RAISE(ABORT, 'refund is not the sum of its lines')
    FROM (SELECT count(*) AS lines, sum(total_minor) AS total, sum(points) AS points
          FROM refund_line WHERE refund_id = NEW.id)
    WHERE lines = 0 OR total <> NEW.lines_minor;
    SELECT RAISE(ABORT, 'refund of lines of another sale')
    WHERE EXISTS (SELECT 1 FROM refund_line
                  WHERE refund_id = NEW.id AND sale_id IS NOT NEW.sale_id);
    SELECT RAISE(ABORT, 'refund is not the sum of its tenders')
    WHERE NEW.total_minor <> coalesce(
        (SELECT sum(amount_minor) FROM refund_tender WHERE refund_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'refund is of another till than its session')
    WHERE NOT EXISTS (
        SELECT 1 FROM cash_session WHERE id = NEW.session_id AND till_id = NEW.till_id);
    SELECT RAISE(ABORT, 'only a sale of the same session is voided')
    WHERE NEW.kind = 'void' AND NOT EXISTS (
        SELECT 1 FROM sale WHERE id = NEW.sale_id AND session_id = NEW.session_id);
    SELECT RAISE(ABORT, 'the sale is not returned whole')
    WHERE NEW.whole = 1 AND EXISTS (SELECT 1 FROM sale_line WHERE sale_id = NEW.sale_id
        AND quantity_milli > coalesce((SELECT sum(quantity_milli) FROM refund_line
            WHERE refund_line.sale_id = NEW.sale_id
            AND sale_position = sale_line.position), 0));
    SELECT RAISE(ABORT, 'a wallet refund without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM refund_tender
                    WHERE refund_id = NEW.id AND kind = 'stored_value'), 0)
       <> coalesce((SELECT sum(principal_minor + bonus_minor) FROM stored_value_entry
                    WHERE refund_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'a store credit refund without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM refund_tender
                    WHERE refund_id = NEW.id AND kind = 'store_credit'), 0)
       <> coalesce((SELECT sum(amount_minor) FROM store_credit_entry
                    WHERE refund_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'a gift card refund without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM refund_tender
                    WHERE refund_id = NEW.id AND kind = 'gift_card'), 0)
       <> coalesce((SELECT sum(amount_minor) FROM gift_entry WHERE refund_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'an account refund without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM refund_tender
                    WHERE refund_id = NEW.id AND kind = 'on_account'), 0)
       <> -coalesce((SELECT sum(amount_minor) FROM account_entry WHERE refund_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'a deposit refund without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM refund_tender
                    WHERE refund_id = NEW.id AND kind = 'deposit'), 0)
       <> coalesce((SELECT sum(amount_minor) FROM deposit_entry WHERE refund_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'an exchange without its sale')
    WHERE (NEW.exchange_sale_id IS NULL) = EXISTS (SELECT 1 FROM refund_tender
        WHERE refund_id = NEW.id AND kind = 'exchange');
END
"""

DEPOSIT_WITHIN = """
CREATE TRIGGER deposit_entry_within BEFORE INSERT ON deposit_entry BEGIN
    SELECT RAISE(ABORT, 'spent past what there is')
    WHERE NEW.amount_minor + coalesce((SELECT sum(amount_minor) FROM deposit_entry
        WHERE deposit_id = NEW.deposit_id), 0) < 0;
END
"""

Z_NUMBERED = """
CREATE TRIGGER z_report_numbered BEFORE INSERT ON z_report BEGIN
    SELECT RAISE(ABORT, 'z_report has a gap')
    WHERE NEW.number <> 1 + coalesce(
        (SELECT max(number) FROM z_report WHERE till_id = NEW.till_id), 0);
    SELECT RAISE(ABORT, 'the session is still open')
    WHERE NOT EXISTS (SELECT 1 FROM cash_session
        WHERE id = NEW.session_id AND till_id = NEW.till_id AND closed_at IS NOT NULL);
END
"""

SESSION_STAYS = """
CREATE TRIGGER cash_session_stays_closed BEFORE UPDATE ON cash_session
WHEN OLD.automatic <> NEW.automatic OR OLD.opened_at <> NEW.opened_at
    OR OLD.business_date <> NEW.business_date
    OR (OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT OLD.closed_at)
BEGIN SELECT RAISE(ABORT, 'a closed session stays as it is'); END
"""


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    widen(db)
    for statement in (*TABLES.split(";\n"), *columns(), *triggers()):
        if statement.strip():
            db.execute_sql(statement)


def widen(db: Any) -> None:
    """Let the CHECKs take the new kinds, as SQLite's own manual says to: by their text.

    What is stored stays valid, so not one row is copied.
    """
    version = db.execute_sql("PRAGMA schema_version").fetchone()[0]
    db.execute_sql("PRAGMA writable_schema = ON")
    for table, (old, new) in (
        *WIDER.items(),
        ("taking", TAKING_SIGNS),
        ("gift_entry", GIFT_ISSUED),
    ):
        text = db.execute_sql(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
        ).fetchone()[0]
        if text.count(old) != 1:
            raise ValueError(f"the schema of {table} is not as it was written")
        db.execute_sql(
            "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?",
            (text.replace(old, new), table),
        )
    db.execute_sql(f"PRAGMA schema_version = {version + 1}")
    db.execute_sql("PRAGMA writable_schema = RESET")


def columns() -> Iterator[str]:
    """The refund that an entry belongs to."""
    for table in ENTRIES:
        yield (
            f"ALTER TABLE {table} ADD COLUMN refund_id BLOB REFERENCES refund (id)"
            " ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED"
        )
        yield (f"CREATE INDEX {table}_refund ON {table} (refund_id) WHERE refund_id IS NOT NULL")
    # What a day's report tells of points that moved without a sale.
    yield (
        "CREATE INDEX points_entry_beside ON points_entry (posted_at)"
        " WHERE sale_id IS NULL AND refund_id IS NULL"
    )


def triggers() -> Iterator[str]:
    """What the file itself refuses."""
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    for table in KEPT:
        yield (
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is kept'); END"
        )
    yield from (LATE_CHILD.format(table=table, parent="sale") for table in OF_A_SALE)
    yield from (LATE_CHILD.format(table=table, parent="taking") for table in OF_A_TAKING)
    yield from (LATE_CHILD.format(table=table, parent="refund") for table in OF_A_REFUND)
    yield from (
        CLOSED.format(table=table) for table in ("sale", "taking", "refund", "cash_movement")
    )
    yield from (
        SALE_DAY,
        REFUND_LINE,
        REFUND_SUMS,
        DEPOSIT_WITHIN,
        Z_NUMBERED,
        SESSION_STAYS,
    )
