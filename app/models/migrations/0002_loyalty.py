"""Loyalty: coupons, wallets, passes, gift cards, plans, tiers, perks, and what each sale used.

Frozen: never edited once a shop has run it. Units as in 0001; a member is named by id.

A `taking` is money taken or paid back outside a sale (a top-up, a gift card, a fee): it is
written children first like a sale, its tenders checked by its own trigger. Every ledger here is
append-only; rows that belong to a sale or a taking go in before it, and none is added later.
`stored_value_account` holds balances for speed and is never below zero. The entries of a coupon,
a membership and a tier are numbered: what comes after what does not hang on the clock.

Old rows: nothing of them changes. The chain of seals is copied into a table that knows the new
kinds, and each sale and claim of a member gets its `qualifying_entry`, so that tiers can be
reckoned over the past.
"""

from collections.abc import Iterator
from typing import Any

TABLES = """
CREATE TABLE taking (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('top_up', 'wallet_close', 'gift_card', 'gift_refund',
        'pass', 'pass_refund', 'plan', 'plan_refund')),
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    session_id BLOB NOT NULL REFERENCES cash_session (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    taken_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    amount_minor INTEGER NOT NULL,
    change_due_minor INTEGER NOT NULL CHECK (change_due_minor >= 0),
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    fingerprint TEXT NOT NULL DEFAULT '',
    CHECK ((kind IN ('top_up', 'gift_card') AND amount_minor > 0)
        OR (kind IN ('pass', 'plan') AND amount_minor >= 0)
        OR (kind NOT IN ('top_up', 'gift_card', 'pass', 'plan') AND amount_minor <= 0))
) STRICT;
CREATE INDEX taking_member ON taking (member_id, taken_at) WHERE member_id IS NOT NULL;
CREATE INDEX taking_session ON taking (session_id);
CREATE INDEX taking_day ON taking (business_date, taken_at);

CREATE TABLE taking_tender (
    taking_id BLOB NOT NULL REFERENCES taking (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('cash', 'bank_card', 'wechat', 'alipay', 'other')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    reference TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (taking_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE coupon (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 17),
    template TEXT NOT NULL CHECK (template <> ''),
    member_id BLOB REFERENCES member (id) ON DELETE RESTRICT,
    batch_id BLOB CHECK (length(batch_id) = 16),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT CHECK (length(valid_to) = 10),
    occasion TEXT NOT NULL DEFAULT '',
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT
) STRICT;
CREATE INDEX coupon_member ON coupon (member_id, valid_to) WHERE member_id IS NOT NULL;
CREATE INDEX coupon_batch ON coupon (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX coupon_template ON coupon (template);
CREATE UNIQUE INDEX coupon_occasion ON coupon (member_id, template, occasion)
    WHERE occasion <> '';

CREATE TABLE coupon_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    coupon_id BLOB NOT NULL REFERENCES coupon (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('issued', 'redeemed', 'returned', 'expired', 'revoked')),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    UNIQUE (coupon_id, number),
    CHECK (kind <> 'redeemed' OR sale_id IS NOT NULL),
    CHECK ((kind = 'issued') = (number = 1))
) STRICT;
CREATE INDEX coupon_entry_sale ON coupon_entry (sale_id) WHERE sale_id IS NOT NULL;

CREATE TABLE stored_value_account (
    member_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    principal_minor INTEGER NOT NULL DEFAULT 0 CHECK (principal_minor >= 0),
    bonus_minor INTEGER NOT NULL DEFAULT 0 CHECK (bonus_minor >= 0),
    credit_minor INTEGER NOT NULL DEFAULT 0 CHECK (credit_minor >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE stored_value_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('top_up', 'bonus', 'spend', 'refund', 'close', 'expire',
        'adjust')),
    principal_minor INTEGER NOT NULL,
    bonus_minor INTEGER NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK (principal_minor <> 0 OR bonus_minor <> 0),
    CHECK ((kind IN ('top_up', 'bonus', 'refund') AND principal_minor >= 0 AND bonus_minor >= 0)
        OR (kind IN ('spend', 'close', 'expire') AND principal_minor <= 0 AND bonus_minor <= 0)
        OR kind = 'adjust'),
    CHECK ((kind = 'spend') = (sale_id IS NOT NULL)),
    CHECK ((kind IN ('top_up', 'close')) = (taking_id IS NOT NULL))
) STRICT;
CREATE INDEX stored_value_entry_member ON stored_value_entry (member_id, posted_at);
CREATE INDEX stored_value_entry_sale ON stored_value_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX stored_value_entry_taking ON stored_value_entry (taking_id)
    WHERE taking_id IS NOT NULL;

CREATE TABLE stored_value_lot (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    entry_id BLOB NOT NULL UNIQUE REFERENCES stored_value_entry (id) ON DELETE RESTRICT,
    principal_minor INTEGER NOT NULL CHECK (principal_minor >= 0),
    bonus_minor INTEGER NOT NULL CHECK (bonus_minor >= 0),
    opened_on TEXT NOT NULL CHECK (length(opened_on) = 10),
    bonus_expires_on TEXT CHECK (length(bonus_expires_on) = 10)
) STRICT;
CREATE INDEX stored_value_lot_member ON stored_value_lot (member_id, opened_on);
CREATE INDEX stored_value_lot_expiry ON stored_value_lot (bonus_expires_on)
    WHERE bonus_expires_on IS NOT NULL;

CREATE TABLE stored_value_allocation (
    entry_id BLOB NOT NULL REFERENCES stored_value_entry (id) ON DELETE RESTRICT,
    lot_id BLOB NOT NULL REFERENCES stored_value_lot (id) ON DELETE RESTRICT,
    principal_minor INTEGER NOT NULL,
    bonus_minor INTEGER NOT NULL,
    PRIMARY KEY (entry_id, lot_id),
    CHECK (principal_minor <> 0 OR bonus_minor <> 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX stored_value_allocation_lot ON stored_value_allocation (lot_id);

CREATE TABLE bonus_instalment (
    taking_id BLOB NOT NULL REFERENCES taking (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    number INTEGER NOT NULL CHECK (number >= 2),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    due_on TEXT NOT NULL CHECK (length(due_on) = 10),
    bonus_minor INTEGER NOT NULL CHECK (bonus_minor > 0),
    PRIMARY KEY (taking_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX bonus_instalment_due ON bonus_instalment (due_on);
CREATE INDEX bonus_instalment_member ON bonus_instalment (member_id, due_on);

CREATE TABLE bonus_instalment_end (
    taking_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('paid', 'void')),
    entry_id BLOB REFERENCES stored_value_entry (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    PRIMARY KEY (taking_id, number),
    FOREIGN KEY (taking_id, number) REFERENCES bonus_instalment (taking_id, number)
        ON DELETE RESTRICT,
    CHECK ((kind = 'paid') = (entry_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX bonus_instalment_end_entry ON bonus_instalment_end (entry_id)
    WHERE entry_id IS NOT NULL;

CREATE TABLE store_credit_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('issue', 'spend', 'refund', 'forfeit', 'expire',
        'adjust')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind IN ('issue', 'refund') AND amount_minor > 0)
        OR (kind IN ('spend', 'forfeit', 'expire') AND amount_minor < 0) OR kind = 'adjust'),
    CHECK ((kind = 'spend') = (sale_id IS NOT NULL))
) STRICT;
CREATE INDEX store_credit_entry_member ON store_credit_entry (member_id, posted_at);
CREATE INDEX store_credit_entry_sale ON store_credit_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX store_credit_entry_taking ON store_credit_entry (taking_id)
    WHERE taking_id IS NOT NULL;

CREATE TABLE gift_card (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    code TEXT NOT NULL UNIQUE CHECK (length(code) = 17),
    face_minor INTEGER NOT NULL CHECK (face_minor > 0),
    issued_on TEXT NOT NULL CHECK (length(issued_on) = 10),
    expires_on TEXT CHECK (length(expires_on) = 10)
) STRICT;
CREATE INDEX gift_card_expiry ON gift_card (expires_on) WHERE expires_on IS NOT NULL;

CREATE TABLE gift_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    card_id BLOB NOT NULL REFERENCES gift_card (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('issue', 'spend', 'return', 'refund', 'expire')),
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind IN ('issue', 'return')) = (amount_minor > 0)),
    CHECK ((kind = 'spend') = (sale_id IS NOT NULL)),
    CHECK ((kind IN ('issue', 'refund')) = (taking_id IS NOT NULL))
) STRICT;
CREATE INDEX gift_entry_card ON gift_entry (card_id);
CREATE INDEX gift_entry_sale ON gift_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX gift_entry_taking ON gift_entry (taking_id) WHERE taking_id IS NOT NULL;

CREATE TABLE session_pass (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    template TEXT NOT NULL CHECK (template <> ''),
    uses INTEGER NOT NULL CHECK (uses > 0),
    price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
    valid_from TEXT NOT NULL CHECK (length(valid_from) = 10),
    valid_to TEXT NOT NULL CHECK (length(valid_to) = 10),
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT
) STRICT;
CREATE INDEX session_pass_member ON session_pass (member_id, valid_to);

CREATE TABLE pass_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    pass_id BLOB NOT NULL REFERENCES session_pass (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('sold', 'used', 'returned', 'refunded', 'expired')),
    uses INTEGER NOT NULL CHECK (uses <> 0),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    CHECK ((kind IN ('sold', 'returned')) = (uses > 0)),
    CHECK ((kind IN ('sold', 'refunded')) = (taking_id IS NOT NULL))
) STRICT;
CREATE INDEX pass_entry_pass ON pass_entry (pass_id, posted_at);
CREATE INDEX pass_entry_sale ON pass_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX pass_entry_taking ON pass_entry (taking_id) WHERE taking_id IS NOT NULL;

CREATE TABLE membership_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    taking_id BLOB REFERENCES taking (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('trial', 'join', 'renew', 'switch', 'cancel', 'lapse')),
    plan TEXT NOT NULL CHECK (plan <> ''),
    level TEXT NOT NULL,
    begins_on TEXT NOT NULL CHECK (length(begins_on) = 10),
    starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
    ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
    fee_minor INTEGER NOT NULL,
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    UNIQUE (member_id, number)
) STRICT;
CREATE INDEX membership_entry_ends ON membership_entry (ends_on);
CREATE INDEX membership_entry_taking ON membership_entry (taking_id)
    WHERE taking_id IS NOT NULL;

CREATE TABLE tier_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL CHECK (kind IN ('reached', 'kept', 'lowered', 'set')),
    tier TEXT NOT NULL CHECK (tier <> ''),
    effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
    expires_on TEXT CHECK (length(expires_on) = 10),
    scheme_version INTEGER NOT NULL REFERENCES scheme (version) ON DELETE RESTRICT,
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    UNIQUE (member_id, number)
) STRICT;
CREATE INDEX tier_entry_sale ON tier_entry (sale_id) WHERE sale_id IS NOT NULL;
CREATE INDEX tier_entry_expiry ON tier_entry (expires_on) WHERE expires_on IS NOT NULL;

CREATE TABLE qualifying_entry (
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    source_id BLOB NOT NULL CHECK (length(source_id) = 16),
    spend_minor INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (member_id, business_date, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE perk_use (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    perk TEXT NOT NULL CHECK (perk <> ''),
    uses INTEGER NOT NULL CHECK (uses IN (1, -1)),
    reason TEXT NOT NULL DEFAULT '',
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    posted_at INTEGER NOT NULL,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10)
) STRICT;
CREATE INDEX perk_use_member ON perk_use (member_id, perk, business_date);

CREATE TABLE badge_award (
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    badge TEXT NOT NULL CHECK (badge <> ''),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    awarded_on TEXT NOT NULL CHECK (length(awarded_on) = 10),
    posted_at INTEGER NOT NULL,
    PRIMARY KEY (member_id, badge)
) STRICT, WITHOUT ROWID;
CREATE INDEX badge_award_sale ON badge_award (sale_id) WHERE sale_id IS NOT NULL;

CREATE TABLE partner_card (
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    card TEXT NOT NULL CHECK (card <> ''),
    number TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL,
    PRIMARY KEY (member_id, card)
) STRICT, WITHOUT ROWID;

CREATE TABLE referral (
    referee_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    referrer_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    staff_id BLOB NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
    recorded_at INTEGER NOT NULL,
    CHECK (referee_id <> referrer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_referrer ON referral (referrer_id);

CREATE TABLE referral_reward (
    referee_id BLOB NOT NULL PRIMARY KEY REFERENCES referral (referee_id) ON DELETE RESTRICT,
    referrer_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    rewarded_on TEXT NOT NULL CHECK (length(rewarded_on) = 10)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_reward_referrer ON referral_reward (referrer_id, rewarded_on);
CREATE INDEX referral_reward_sale ON referral_reward (sale_id);

CREATE TABLE activity_entry (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    activity TEXT NOT NULL CHECK (activity <> ''),
    entry_id BLOB UNIQUE REFERENCES points_entry (id) ON DELETE RESTRICT,
    business_date TEXT NOT NULL CHECK (length(business_date) = 10)
) STRICT;
CREATE INDEX activity_entry_member ON activity_entry (member_id, activity, business_date);

CREATE TABLE offer_use (
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    offer TEXT NOT NULL CHECK (offer <> ''),
    business_date TEXT NOT NULL CHECK (length(business_date) = 10),
    sale_id BLOB NOT NULL REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    units INTEGER NOT NULL CHECK (units > 0),
    PRIMARY KEY (member_id, offer, business_date, sale_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX offer_use_sale ON offer_use (sale_id);

CREATE TABLE reward_use (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    sale_id BLOB REFERENCES sale (id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) ON DELETE RESTRICT,
    reward TEXT NOT NULL CHECK (reward <> ''),
    cost_points INTEGER NOT NULL CHECK (cost_points >= 0),
    saved_minor INTEGER NOT NULL CHECK (saved_minor >= 0),
    entry_id BLOB UNIQUE REFERENCES points_entry (id) ON DELETE RESTRICT
        DEFERRABLE INITIALLY DEFERRED,
    voucher TEXT NOT NULL DEFAULT '',
    business_date TEXT NOT NULL CHECK (length(business_date) = 10)
) STRICT;
CREATE INDEX reward_use_member ON reward_use (member_id, reward, business_date);
CREATE INDEX reward_use_sale ON reward_use (sale_id) WHERE sale_id IS NOT NULL;

CREATE TABLE due_run (
    through TEXT NOT NULL PRIMARY KEY CHECK (length(through) = 10),
    finished_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE due_member (
    member_id BLOB NOT NULL PRIMARY KEY REFERENCES member (id) ON DELETE RESTRICT,
    through TEXT NOT NULL CHECK (length(through) = 10)
) STRICT, WITHOUT ROWID;
CREATE INDEX due_member_through ON due_member (through);

CREATE TABLE new_seal (
    till_id BLOB NOT NULL REFERENCES till (id) ON DELETE RESTRICT,
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('sale', 'claim', 'points', 'taking', 'stored_value',
        'store_credit', 'gift_card', 'refund', 'void', 'cash')),
    document_id BLOB NOT NULL UNIQUE CHECK (length(document_id) = 16),
    PRIMARY KEY (till_id, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO new_seal SELECT till_id, sequence, previous, hash, kind, document_id FROM seal;
DROP TABLE seal;
ALTER TABLE new_seal RENAME TO seal;

INSERT INTO qualifying_entry (member_id, business_date, source_id, spend_minor, points)
SELECT member_id, business_date, id, total_minor - cash_rounding_minor - coalesce(
    (SELECT sum(amount_minor) FROM tender WHERE sale_id = sale.id AND kind = 'points'), 0),
    points_earned
FROM sale WHERE member_id IS NOT NULL;
INSERT INTO qualifying_entry (member_id, business_date, source_id, spend_minor, points)
SELECT claim.member_id, sale.business_date, claim.id,
    sale.total_minor - sale.cash_rounding_minor, claim.points
FROM claim JOIN sale ON sale.id = claim.sale_id
"""

APPEND_ONLY = (
    "taking",
    "taking_tender",
    "coupon",
    "coupon_entry",
    "stored_value_entry",
    "stored_value_lot",
    "stored_value_allocation",
    "bonus_instalment",
    "bonus_instalment_end",
    "store_credit_entry",
    "gift_card",
    "gift_entry",
    "session_pass",
    "pass_entry",
    "membership_entry",
    "tier_entry",
    "qualifying_entry",
    "perk_use",
    "badge_award",
    "referral",
    "referral_reward",
    "activity_entry",
    "offer_use",
    "reward_use",
    "seal",
)
KEPT = ("stored_value_account",)

# What belongs to a sale or a taking is written before it, and nothing of it afterwards.
OF_A_SALE = (
    "coupon_entry",
    "stored_value_entry",
    "store_credit_entry",
    "gift_entry",
    "pass_entry",
    "tier_entry",
    "offer_use",
    "reward_use",
)
OF_A_TAKING = (
    "taking_tender",
    "stored_value_entry",
    "store_credit_entry",
    "gift_entry",
    "pass_entry",
    "membership_entry",
    "bonus_instalment",
)

LATE_CHILD = """
CREATE TRIGGER {table}_after_{parent} BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {parent} WHERE id = NEW.{parent}_id)
BEGIN SELECT RAISE(ABORT, 'the {parent} is complete'); END
"""

SALE_VALUE = """
CREATE TRIGGER sale_value BEFORE INSERT ON sale BEGIN
    SELECT RAISE(ABORT, 'a wallet tender without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM tender
                    WHERE sale_id = NEW.id AND kind = 'stored_value'), 0)
       <> -coalesce((SELECT sum(principal_minor + bonus_minor) FROM stored_value_entry
                     WHERE sale_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'a store credit tender without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM tender
                    WHERE sale_id = NEW.id AND kind = 'store_credit'), 0)
       <> -coalesce((SELECT sum(amount_minor) FROM store_credit_entry
                     WHERE sale_id = NEW.id), 0);
    SELECT RAISE(ABORT, 'a gift card tender without its entry')
    WHERE coalesce((SELECT sum(amount_minor) FROM tender
                    WHERE sale_id = NEW.id AND kind = 'gift_card'), 0)
       <> -coalesce((SELECT sum(amount_minor) FROM gift_entry WHERE sale_id = NEW.id), 0);
END
"""

TAKING_SUMS = """
CREATE TRIGGER taking_sums BEFORE INSERT ON taking BEGIN
    SELECT RAISE(ABORT, 'taking is not the sum of its tenders')
    WHERE NEW.amount_minor <> coalesce((SELECT sum(amount_minor) FROM taking_tender
        WHERE taking_id = NEW.id), 0) - NEW.change_due_minor;
    SELECT RAISE(ABORT, 'only cash gives change')
    WHERE NEW.change_due_minor > 0 AND NEW.change_due_minor > coalesce(
        (SELECT sum(amount_minor) FROM taking_tender
        WHERE taking_id = NEW.id AND kind = 'cash'), 0);
    SELECT RAISE(ABORT, 'taking is of another till than its session')
    WHERE NOT EXISTS (
        SELECT 1 FROM cash_session WHERE id = NEW.session_id AND till_id = NEW.till_id);
    SELECT RAISE(ABORT, 'a taking without its principal')
    WHERE NEW.kind IN ('top_up', 'wallet_close') AND NEW.amount_minor <> coalesce(
        (SELECT sum(principal_minor) FROM stored_value_entry WHERE taking_id = NEW.id), 0);
END
"""

COUPON_STATE = """
CREATE TRIGGER coupon_entry_follows BEFORE INSERT ON coupon_entry
WHEN NEW.kind <> 'issued'
BEGIN
    SELECT RAISE(ABORT, 'the coupon is not to be used')
    WHERE NOT EXISTS (SELECT 1 FROM coupon_entry
        WHERE coupon_id = NEW.coupon_id AND number = NEW.number - 1
        AND (CASE NEW.kind WHEN 'returned' THEN kind = 'redeemed'
             ELSE kind IN ('issued', 'returned') END));
END
"""

NUMBERED = """
CREATE TRIGGER {table}_numbered BEFORE INSERT ON {table} BEGIN
    SELECT RAISE(ABORT, '{table} has a gap')
    WHERE NEW.number <> 1 + coalesce(
        (SELECT max(number) FROM {table} WHERE member_id = NEW.member_id), 0);
END
"""

NEVER_BELOW_ZERO = """
CREATE TRIGGER {table}_within BEFORE INSERT ON {table} BEGIN
    SELECT RAISE(ABORT, 'spent past what there is')
    WHERE NEW.{amount} + coalesce(
        (SELECT sum({amount}) FROM {table} WHERE {owner} = NEW.{owner}), 0) < 0;
END
"""

WALLET_LOT = """
CREATE TRIGGER stored_value_allocation_within_lot BEFORE INSERT ON stored_value_allocation BEGIN
    SELECT RAISE(ABORT, 'lot spent or filled past what it holds')
    FROM (SELECT NEW.principal_minor + coalesce(sum(principal_minor), 0) AS principal,
                 NEW.bonus_minor + coalesce(sum(bonus_minor), 0) AS bonus
          FROM stored_value_allocation WHERE lot_id = NEW.lot_id),
         (SELECT principal_minor AS held, bonus_minor AS extra FROM stored_value_lot
          WHERE id = NEW.lot_id)
    WHERE principal > 0 OR bonus > 0 OR held + principal < 0 OR extra + bonus < 0;
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
    for statement in (*TABLES.split(";\n"), *triggers()):
        if statement.strip():
            db.execute_sql(statement)


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
    yield from (NUMBERED.format(table=table) for table in ("membership_entry", "tier_entry"))
    yield NEVER_BELOW_ZERO.format(table="gift_entry", amount="amount_minor", owner="card_id")
    yield NEVER_BELOW_ZERO.format(table="pass_entry", amount="uses", owner="pass_id")
    yield from (SALE_VALUE, TAKING_SUMS, COUPON_STATE, WALLET_LOT, SEAL_CHAINED)
