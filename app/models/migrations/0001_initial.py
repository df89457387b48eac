"""The first schema: people, cards, products, sales, points, and the chain that seals them.

Frozen: never edited once a shop has run it. Amounts are integer minor units, quantities
thousandths, instants UTC milliseconds, local dates ISO text, ids 16-byte UUIDs.

A completed sale is written children first (lines, tenders, taxes) under deferred foreign
keys; the sale row goes last and its trigger checks the sums. After that nothing of it can
be added, changed or removed.

`member_token` is a search index rebuilt from names: it has no foreign key, since checking one
would need a second index of the same size, and the doctor finds a token without its member.

`member.seq` is this file's own short key of a member, for what only serves a search; elsewhere
a member is its id. `member_recency` repeats the last visits in rows so short that those of a
million members stay in memory: a search sorts its hits by it. Triggers alone write it.
"""

from typing import Any

TABLES = """
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE shop_key (
    purpose TEXT NOT NULL PRIMARY KEY,
    secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;

CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL CHECK (role IN ('owner', 'manager', 'clerk')),
    active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE till (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 0),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('counter', 'import')),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE serial_block (
    first_serial INTEGER NOT NULL PRIMARY KEY CHECK (first_serial >= 0),
    last_serial INTEGER NOT NULL CHECK (last_serial >= first_serial),
    next_serial INTEGER NOT NULL CHECK (next_serial BETWEEN first_serial AND last_serial + 1),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE cash_session (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    UNIQUE (till_id, business_date, sequence)
) STRICT;

CREATE TABLE scheme (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    version INTEGER NOT NULL UNIQUE CHECK (version >= 1),
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    active_from TEXT NOT NULL CHECK (length(active_from) = 10),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE member (
    seq INTEGER NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    number TEXT NOT NULL CHECK (number <> ''),
    name TEXT NOT NULL,
    phone TEXT NOT NULL DEFAULT '',
    phone_e164 TEXT,
    phone_digits TEXT,
    phone_reversed TEXT,
    gender TEXT NOT NULL DEFAULT '' CHECK (gender IN ('', 'female', 'male', 'other')),
    birthday TEXT NOT NULL DEFAULT '',
    birthday_solar TEXT NOT NULL DEFAULT '',
    joined_on TEXT NOT NULL CHECK (length(joined_on) = 10),
    note TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    wechat TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    occupation TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    adviser TEXT NOT NULL DEFAULT '',
    preferences TEXT NOT NULL DEFAULT '[]',
    custom TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL CHECK (state IN ('active', 'frozen', 'archived')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX member_number ON member (number);
CREATE UNIQUE INDEX member_live_phone ON member (phone_e164)
    WHERE phone_e164 IS NOT NULL AND state <> 'archived';
CREATE INDEX member_phone_digits ON member (phone_digits, id) WHERE phone_digits IS NOT NULL;
CREATE INDEX member_phone_reversed ON member (phone_reversed, id) WHERE phone_reversed IS NOT NULL;
CREATE INDEX member_name ON member (name, number, id);
CREATE INDEX member_apart ON member (state, id) WHERE state IN ('frozen', 'archived');
CREATE INDEX member_birthday_solar ON member (birthday_solar) WHERE birthday_solar <> '';

CREATE TABLE member_summary (
    member_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    points INTEGER NOT NULL DEFAULT 0,
    visits INTEGER NOT NULL DEFAULT 0,
    spent_minor INTEGER NOT NULL DEFAULT 0,
    last_visit_at INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX member_summary_recent ON member_summary (last_visit_at, member_id);

CREATE TABLE member_recency (
    seq INTEGER NOT NULL PRIMARY KEY REFERENCES member (seq) ON DELETE RESTRICT,
    last_visit_at INTEGER NOT NULL
) STRICT;

CREATE TABLE member_token (
    token TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (token, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE member_tag (
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (tag <> ''),
    PRIMARY KEY (member_id, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_tag_tag ON member_tag (tag);

CREATE TABLE dependant (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    relation TEXT NOT NULL DEFAULT '',
    birthday TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX dependant_member ON dependant (member_id);

CREATE TABLE consent (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    purpose TEXT NOT NULL CHECK (purpose IN ('marketing')),
    granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
    notice_version TEXT NOT NULL,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_member ON consent (member_id, recorded_at);

CREATE TABLE member_card (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    serial INTEGER NOT NULL UNIQUE CHECK (serial BETWEEN 0 AND 9999999),
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 15),
    kind TEXT NOT NULL CHECK (kind IN ('printed', 'virtual', 'cobranded')),
    holder TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('active', 'lost', 'replaced', 'closed')),
    issued_at INTEGER NOT NULL,
    state_on TEXT NOT NULL CHECK (length(state_on) = 10),
    replaced_by BLOB REFERENCES member_card (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX member_card_member ON member_card (member_id);

CREATE TABLE category (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE product (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name TEXT NOT NULL CHECK (name <> ''),
    category_id BLOB REFERENCES category (id) ON DELETE RESTRICT,
    price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
    member_price_minor INTEGER CHECK (member_price_minor >= 0),
    tax_rate_bp INTEGER NOT NULL CHECK (tax_rate_bp BETWEEN 0 AND 10000),
    weighed INTEGER NOT NULL CHECK (weighed IN (0, 1)),
    colour TEXT NOT NULL DEFAULT '',
    tile_position INTEGER,
    search TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX product_category ON product (category_id);
CREATE INDEX product_name ON product (name);

CREATE TABLE barcode (
    code TEXT NOT NULL PRIMARY KEY CHECK (code <> ''),
    product_id BLOB NOT NULL REFERENCES product (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX barcode_product ON barcode (product_id);

CREATE TABLE held_sale (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    label TEXT NOT NULL DEFAULT '',
    cart TEXT NOT NULL,
    total_minor INTEGER NOT NULL,
    held_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sale (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    session_id BLOB NOT NULL REFERENCES cash_session (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    sold_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    gross_minor INTEGER NOT NULL CHECK (gross_minor >= 0),
    discount_minor INTEGER NOT NULL CHECK (discount_minor BETWEEN 0 AND gross_minor),
    added_tax_minor INTEGER NOT NULL CHECK (added_tax_minor >= 0),
    cash_rounding_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    change_due_minor INTEGER NOT NULL CHECK (change_due_minor >= 0),
    points_burned INTEGER NOT NULL CHECK (points_burned >= 0),
    points_earned INTEGER NOT NULL CHECK (points_earned >= 0),
    points_before INTEGER NOT NULL,
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    why TEXT NOT NULL,
    why_not TEXT NOT NULL,
    source_receipt TEXT NOT NULL DEFAULT '',
    fingerprint TEXT NOT NULL DEFAULT '',
    UNIQUE (till_id, sequence),
    CHECK (total_minor = gross_minor - discount_minor + added_tax_minor + cash_rounding_minor),
    CHECK (member_id IS NOT NULL OR (points_burned = 0 AND points_earned = 0))
) STRICT;
CREATE INDEX sale_member ON sale (member_id, sold_at) WHERE member_id IS NOT NULL;
CREATE INDEX sale_day ON sale (business_date, sold_at);
CREATE INDEX sale_time ON sale (sold_at);
CREATE INDEX sale_session ON sale (session_id);
CREATE INDEX sale_source ON sale (source_receipt) WHERE source_receipt <> '';

CREATE TABLE sale_line (
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    product_id BLOB REFERENCES product (id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    barcode TEXT NOT NULL DEFAULT '',
    quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
    weighed INTEGER NOT NULL CHECK (weighed IN (0, 1)),
    unit_price_minor INTEGER NOT NULL CHECK (unit_price_minor >= 0),
    gross_minor INTEGER NOT NULL CHECK (gross_minor >= 0),
    discount_minor INTEGER NOT NULL CHECK (discount_minor BETWEEN 0 AND gross_minor),
    total_minor INTEGER NOT NULL CHECK (total_minor = gross_minor - discount_minor),
    tax_rate_bp INTEGER NOT NULL CHECK (tax_rate_bp >= 0),
    tax_minor INTEGER NOT NULL,
    points INTEGER NOT NULL CHECK (points >= 0),
    effects TEXT NOT NULL,
    served_by BLOB REFERENCES staff (id) ON DELETE RESTRICT,
    PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_line_product ON sale_line (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE tender (
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('cash', 'bank_card', 'wechat', 'alipay', 'stored_value',
        'points', 'gift_card', 'store_credit', 'on_account', 'other')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
    reference TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (sale_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale_tax (
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    rate_bp INTEGER NOT NULL CHECK (rate_bp > 0),
    net_minor INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    PRIMARY KEY (sale_id, rate_bp)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB NOT NULL UNIQUE REFERENCES sale (id) ON DELETE RESTRICT,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    points INTEGER NOT NULL CHECK (points >= 0),
    claimed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX claim_member ON claim (member_id, claimed_at);

CREATE TABLE points_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    claim_id BLOB REFERENCES claim (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL CHECK (kind IN ('earn', 'burn', 'expire', 'adjust', 'transfer',
        'reverse_earn', 'reverse_burn')),
    points INTEGER NOT NULL CHECK (points <> 0),
    reason TEXT NOT NULL DEFAULT '',
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind IN ('earn', 'reverse_burn') AND points > 0)
        OR (kind IN ('burn', 'expire', 'reverse_earn') AND points < 0)
        OR kind IN ('adjust', 'transfer'))
) STRICT;
CREATE INDEX points_entry_member ON points_entry (member_id, posted_at);
CREATE INDEX points_entry_sale ON points_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX points_entry_claim ON points_entry (claim_id) WHERE claim_id IS NOT NULL;

CREATE TABLE points_lot (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    entry_id BLOB NOT NULL UNIQUE REFERENCES points_entry (id) ON DELETE RESTRICT,
    earned INTEGER NOT NULL CHECK (earned > 0),
    available_from TEXT NOT NULL CHECK (length(available_from) = 10),
    expires_on TEXT CHECK (length(expires_on) = 10)
) STRICT;
CREATE INDEX points_lot_member ON points_lot (member_id, expires_on);

CREATE TABLE points_allocation (
    entry_id BLOB NOT NULL REFERENCES points_entry (id) ON DELETE RESTRICT,
    lot_id BLOB NOT NULL REFERENCES points_lot (id) ON DELETE RESTRICT,
    points INTEGER NOT NULL CHECK (points <> 0),
    PRIMARY KEY (entry_id, lot_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX points_allocation_lot ON points_allocation (lot_id);

CREATE TABLE visit (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'check_in', 'event')),
    visited_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    UNIQUE (member_id, business_date, kind)
) STRICT;
CREATE INDEX visit_member ON visit (member_id, visited_at, kind, business_date);

CREATE TABLE seal (
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'claim', 'points')),
    document_id BLOB NOT NULL UNIQUE CHECK (length(document_id) = 16),
    PRIMARY KEY (till_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    happened_at INTEGER NOT NULL,
    action TEXT NOT NULL CHECK (action <> ''),
    subject_id BLOB,
    detail TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX audit_entry_subject ON audit_entry (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX audit_entry_time ON audit_entry (happened_at);
"""

# Ledgers and finished sales are written once. `consent` and `audit_entry` are ledgers too.
APPEND_ONLY = (
    "sale",
    "sale_line",
    "tender",
    "sale_tax",
    "claim",
    "points_entry",
    "points_lot",
    "points_allocation",
    "visit",
    "seal",
    "scheme",
    "consent",
    "audit_entry",
)

# Changed as life goes on, but never taken out: history names them, and cards need their key.
KEPT = ("till", "staff", "shop_key", "member", "member_card", "cash_session")

RECENCY_BEGUN = """
CREATE TRIGGER member_recency_begun AFTER INSERT ON member_summary BEGIN
    INSERT INTO member_recency (seq, last_visit_at)
    SELECT seq, NEW.last_visit_at FROM member WHERE id = NEW.member_id;
END
"""

RECENCY_MOVED = """
CREATE TRIGGER member_recency_moved AFTER UPDATE OF last_visit_at ON member_summary
WHEN NEW.last_visit_at <> OLD.last_visit_at
BEGIN
    UPDATE member_recency SET last_visit_at = NEW.last_visit_at
    WHERE seq = (SELECT seq FROM member WHERE id = NEW.member_id);
END
"""

SALE_SUMS = """
CREATE TRIGGER sale_sums BEFORE INSERT ON sale BEGIN
    SELECT RAISE(ABORT, 'sale sequence has a gap')
    WHERE NEW.sequence <> 1 + coalesce(
        (SELECT max(sequence) FROM sale WHERE till_id = NEW.till_id), 0);
    SELECT RAISE(ABORT, 'sale is not the sum of its lines')
    FROM (SELECT count(*) AS lines, sum(gross_minor) AS gross, sum(discount_minor) AS discount,
                 sum(points) AS points
          FROM sale_line WHERE sale_id = NEW.id)
    WHERE lines = 0 OR gross <> NEW.gross_minor OR discount <> NEW.discount_minor
       OR points <> NEW.points_earned;
    SELECT RAISE(ABORT, 'sale is not the sum of its tenders')
    WHERE NEW.total_minor <> coalesce(
        (SELECT sum(amount_minor) FROM tender WHERE sale_id = NEW.id), 0) - NEW.change_due_minor;
    SELECT RAISE(ABORT, 'only cash gives change')
    WHERE NEW.change_due_minor > coalesce(
        (SELECT sum(amount_minor) FROM tender WHERE sale_id = NEW.id AND kind = 'cash'), 0);
    SELECT RAISE(ABORT, 'sale is of another till than its session')
    WHERE NOT EXISTS (
        SELECT 1 FROM cash_session WHERE id = NEW.session_id AND till_id = NEW.till_id);
END
"""

LATE_CHILD = """
CREATE TRIGGER {table}_not_late BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM sale WHERE id = NEW.sale_id)
BEGIN SELECT RAISE(ABORT, 'the sale is complete'); END
"""

LOT_NOT_OVERSPENT = """
CREATE TRIGGER points_allocation_within_lot BEFORE INSERT ON points_allocation BEGIN
    SELECT RAISE(ABORT, 'lot spent past what it earned')
    WHERE (SELECT earned FROM points_lot WHERE id = NEW.lot_id) + NEW.points + coalesce(
        (SELECT sum(points) FROM points_allocation WHERE lot_id = NEW.lot_id), 0) < 0;
    SELECT RAISE(ABORT, 'lot filled past what it earned')
    WHERE NEW.points + coalesce(
        (SELECT sum(points) FROM points_allocation WHERE lot_id = NEW.lot_id), 0) > 0;
END
"""

SEAL_CHAINED = """
CREATE TRIGGER seal_chained BEFORE INSERT ON seal BEGIN
    SELECT RAISE(ABORT, 'seal sequence has a gap')
    WHERE NEW.sequence <> 1 + coalesce(
        (SELECT max(sequence) FROM seal WHERE till_id = NEW.till_id), 0);
    SELECT RAISE(ABORT, 'seal does not continue the chain')
    WHERE NEW.previous <> coalesce(
        (SELECT hash FROM seal WHERE till_id = NEW.till_id AND sequence = NEW.sequence - 1),
        zeroblob(32));
END
"""


def up(migrator: Any, db: Any) -> None:
    """Create everything; one branch per engine, SQLite being the first."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            db.execute_sql(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    for table in KEPT:
        db.execute_sql(
            f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is kept'); END"
        )
    db.execute_sql(RECENCY_BEGUN)
    db.execute_sql(RECENCY_MOVED)
    db.execute_sql(SALE_SUMS)
    for table in ("sale_line", "tender", "sale_tax"):
        db.execute_sql(LATE_CHILD.format(table=table))
    db.execute_sql(LOT_NOT_OVERSPENT)
    db.execute_sql(SEAL_CHAINED)
