"""The doctor names what is wrong with refunds; the file itself refuses what it can."""

import pytest

from app.errors import RecordRefused
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use
from tests.services.test_refunds import draft, sold
from tests.shop_builder import add_member, cash, points
from tests.trust.test_doctor import failing, triggers_off

# Fault → (tables whose triggers stand in its way, statement, the checks that must fail).
FAULTS = {
    "more money given back": (
        "refund",
        "UPDATE refund SET lines_minor = lines_minor + 1, total_minor = total_minor + 1"
        " WHERE sequence = 1",
        "refunds spent seals",
    ),
    "a tender raised": (
        "refund_tender",
        "UPDATE refund_tender SET amount_minor = amount_minor + 1 WHERE kind = 'cash'",
        "refunds seals",
    ),
    "more taken back than was sold": (
        "refund_line",
        "UPDATE refund_line SET quantity_milli = quantity_milli * 9 WHERE position = 1",
        "refunds seals",
    ),
    "points kept": (
        "refund",
        "UPDATE refund SET points_reversed = points_reversed - 1 WHERE points_reversed > 0",
        "refunds seals",
    ),
    "a number left out": (
        "refund",
        "UPDATE refund SET sequence = sequence + 5 WHERE sequence = 2",
        "refunds seals",
    ),
    "a refund ahead of its sale": (
        "refund",
        "UPDATE refund SET refunded_at = 0 WHERE sequence = 1",
        "refunds seals",
    ),
    "a wallet refund without its entry": (
        "stored_value_entry",
        "UPDATE stored_value_entry SET principal_minor = principal_minor + 1"
        " WHERE refund_id IS NOT NULL",
        "refunds wallets seals",
    ),
    "a seal for something else": (
        "seal",
        "UPDATE seal SET document_id = randomblob(16) WHERE kind = 'refund'"
        " AND sequence = (SELECT min(sequence) FROM seal WHERE kind = 'refund')",
        "refunds seals",
    ),
    "a debt paid twice": (
        "points_lot",
        "UPDATE points_lot SET earned = earned + 1 WHERE entry_id IN"
        " (SELECT id FROM points_entry WHERE kind = 'adjust')",
        "lots",
    ),
}


@pytest.fixture
def returned(shop):
    """A sale by every kind of money, two returns of it, and a void."""
    use(shop, EVERYTHING_IN_ONE)
    ana = add_member(shop)
    shop.points.adjust(ana, 400, "opening")
    shop.wallets.top_up(uuid7(), ana, 50_000, (cash(50_000),))
    receipt = sold(
        shop, (Item("dress", 9_000, tax_rate_bp=600), 4), (Item("hat", 3_000), 1), member=ana,
        tenders=(points(300), Tender(TenderKind.STORED_VALUE, 9_000), cash(29_700)),
    )  # fmt: skip
    shop.refunds.refund(draft(receipt, (1, 1)))
    shop.refunds.refund(draft(receipt, (1, 1), (2, 1)))
    shop.refunds.void(sold(shop, (Item("pin", 500), 1)).number)
    return receipt


def test_returns_and_voids_are_sound(shop, returned):
    assert sound(shop)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_of_a_refund_is_named(shop, returned, fault):
    tables, statement, expected = FAULTS[fault]
    database = shop.desk.database
    database.execute("PRAGMA foreign_keys = 0")
    with triggers_off(database, tables):
        assert database.execute(statement)
    assert set(expected.split()) <= failing(shop)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE refund SET total_minor = 0",
        "DELETE FROM refund_line",
        "INSERT INTO refund_tender SELECT refund_id, 9, kind, 1, '' FROM refund_tender LIMIT 1",
        "INSERT INTO refund_line SELECT randomblob(16), position, sale_id, sale_position,"
        " product_id, name, category, barcode, quantity_milli * 9, weighed, total_minor,"
        " tax_rate_bp, tax_minor, points, served_by FROM refund_line LIMIT 1",
    ],
)
def test_the_file_itself_refuses_to_give_back_more(shop, returned, statement):
    database = shop.desk.database
    with pytest.raises(RecordRefused):
        database.in_transaction(lambda: database.execute(statement))
