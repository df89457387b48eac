"""The doctor names what is wrong in the ledgers of loyalty; the seals cover them."""

import pytest

from tests.scheme_builder import sound
from tests.trust.loyal_day import loyal_day
from tests.trust.test_doctor import failing, triggers_off

# Fault → (tables whose triggers stand in its way, statement, the checks that must fail).
FAULTS = {
    "wallet filled": (
        "",
        "UPDATE stored_value_account SET principal_minor = principal_minor + 1",
        "wallets",
    ),
    "store credit made up": ("", "UPDATE stored_value_account SET credit_minor = 5", "wallets"),
    "spending undone": (
        "stored_value_entry",
        "UPDATE stored_value_entry SET principal_minor = principal_minor + 1 WHERE kind = 'spend'",
        "wallets seals",
    ),
    "lot filled": (
        "stored_value_lot",
        "UPDATE stored_value_lot SET bonus_minor = bonus_minor + 100",
        "wallets",
    ),
    "allocation gone": (
        "stored_value_allocation",
        "DELETE FROM stored_value_allocation",
        "wallets",
    ),
    "top-up of another amount": (
        "taking",
        "UPDATE taking SET amount_minor = amount_minor + 1 WHERE kind = 'top_up'",
        "takings seals",
    ),
    "top-up sealed no more": (
        "seal",
        "UPDATE seal SET document_id = randomblob(16) WHERE kind = 'taking'"
        " AND sequence = (SELECT min(sequence) FROM seal WHERE kind = 'taking')",
        "takings seals",
    ),
    "coupon used again": (
        "coupon_entry",
        "INSERT INTO coupon_entry SELECT randomblob(16), sale_id, coupon_id, number + 1, kind,"
        " reason, staff_id, posted_at, business_date, refund_id FROM coupon_entry"
        " WHERE kind = 'redeemed'",
        "coupons seals",
    ),
    "entry of a coupon gone": (
        "coupon_entry",
        "DELETE FROM coupon_entry WHERE kind = 'issued' AND coupon_id IN"
        " (SELECT coupon_id FROM coupon_entry WHERE kind = 'revoked')",
        "coupons",
    ),
    "gift card spent twice": (
        "gift_entry",
        "UPDATE gift_entry SET amount_minor = amount_minor * 2 WHERE kind = 'spend'",
        "gift_cards seals",
    ),
    "gift card worth more": (
        "gift_card",
        "UPDATE gift_card SET face_minor = face_minor + 1",
        "gift_cards",
    ),
    "pass with uses made up": (
        "session_pass",
        "UPDATE session_pass SET uses = 5",
        "passes",
    ),
    "reward for fewer points": (
        "reward_use",
        "UPDATE reward_use SET cost_points = 1",
        "rewards seals",
    ),
    "tier skipped": ("tier_entry", "UPDATE tier_entry SET number = 2", "standing seals"),
    "sale that counts for nothing": (
        "qualifying_entry",
        "DELETE FROM qualifying_entry",
        "standing",
    ),
    "counted without a sale": (
        "",
        "INSERT INTO qualifying_entry SELECT member_id, '2026-01-01', randomblob(16), 100, 1"
        " FROM qualifying_entry LIMIT 1",
        "standing",
    ),
}


def test_a_day_of_everything_is_sound(shop):
    loyal_day(shop)
    assert sound(shop)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_of_loyalty_fails_its_check_and_no_other(shop, fault):
    loyal_day(shop)
    tables, statement, expected = FAULTS[fault]
    database = shop.desk.database
    database.execute("PRAGMA foreign_keys = 0")
    with triggers_off(database, tables):
        assert database.execute(statement)
    assert failing(shop) == set(expected.split())
