"""What each member has of a figure of the compass: the parts of which it is the sum.

Each answer is (the member's `seq`, amount), the largest first; `seq` None is what belongs to
nobody known, such as a coupon printed for bearers. Days are business days, both ends included.
Who was merged into another is that other.
"""

import json
from collections.abc import Sequence

from app.models.compass import BACK, KEY, NOT_VOIDED, newest
from app.models.database import Database, Row

_IN = " BETWEEN ?1 AND ?2"
_OWNER = "coalesce(sale.member_id, (SELECT member_id FROM claim WHERE sale_id = sale.id))"
_OWNER_BACK = (
    "coalesce(refund.member_id, (SELECT member_id FROM claim WHERE claim.sale_id = refund.sale_id))"
)


def _by_owner(database: Database, told: str, *values: object) -> list[Row]:
    """Who has how much, from a query of (id or None, amount); who has nothing is left out.

    Of equal amounts the older member stands first: their short keys are read of the index of ids,
    numbers would be read of each member's row.
    """
    each = f"WITH told (id, amount) AS ({told}), each (id, amount) AS (SELECT id, sum(amount)"
    each += " FROM told GROUP BY id)"
    if not database.value("SELECT EXISTS (SELECT 1 FROM member_alias)"):
        return database.rows(
            f"{each} SELECT seq, amount FROM each LEFT JOIN member ON member.id = each.id"
            " WHERE amount <> 0 ORDER BY amount DESC, seq",
            values,
        )
    return database.rows(
        f"{each} SELECT seq, sum(amount) FROM each LEFT JOIN member_alias ON gone_id = each.id"
        " LEFT JOIN member ON member.id = coalesce(keep_id, each.id)"
        " GROUP BY seq HAVING sum(amount) <> 0 ORDER BY sum(amount) DESC, seq",
        values,
    )


def sales(database: Database, first: str, last: str) -> list[Row]:
    """How many sales each member has, those claimed later too; voided ones are none."""
    return _by_owner(
        database,
        f"SELECT {_OWNER} AS owner, 1 FROM sale WHERE business_date{_IN} AND {NOT_VOIDED}"
        " AND owner IS NOT NULL",
        first, last,
    )  # fmt: skip


def revenue(database: Database, first: str, last: str) -> list[Row]:
    """What each member's sales came to, less what came back in these days; tips are none."""
    return _by_owner(
        database,
        f"SELECT {_OWNER} AS owner, total_minor - coalesce((SELECT sum(amount_minor) FROM sale_tip"
        f" WHERE sale_id = sale.id), 0) FROM sale WHERE business_date{_IN} AND {NOT_VOIDED}"
        " AND owner IS NOT NULL"
        f" UNION ALL SELECT {_OWNER_BACK} AS owner, coalesce((SELECT sum(line.total_minor)"
        " FROM refund_line AS line JOIN sale_tip ON sale_tip.sale_id = line.sale_id"
        " AND sale_tip.position = line.sale_position WHERE line.refund_id = refund.id), 0)"
        f" - total_minor FROM refund WHERE business_date{_IN} AND kind = 'refund'"
        " AND owner IS NOT NULL",
        first, last,
    )  # fmt: skip


def moves(
    database: Database, first: str, last: str, kind: str, *, was: str = "", tier: str = ""
) -> list[Row]:
    """How often each member's tier was reached or lowered; from one tier ("" for none) into
    another where the latter is named."""
    return _by_owner(
        database,
        "SELECT moved.member_id, 1 FROM tier_entry AS moved LEFT JOIN tier_entry AS was"
        " ON was.member_id = moved.member_id AND was.number = moved.number - 1"
        f" WHERE moved.effective_on{_IN} AND moved.kind = ?3"
        " AND (?4 = '' OR (moved.tier = ?4 AND coalesce(was.tier, '') = ?5))",
        first, last, kind, tier, was,
    )  # fmt: skip


def points(database: Database, first: str, last: str, kinds: Sequence[str]) -> list[Row]:
    """The points that each member's entries of these kinds come to, in or out."""
    return _by_owner(
        database,
        f"SELECT member_id, points FROM points_entry WHERE business_date{_IN}"
        f" AND kind IN ({_texts(kinds)})",
        first, last,
    )  # fmt: skip


def coupons(
    database: Database, first: str, last: str, kind: str, template: str | None = None
) -> list[Row]:
    """How many coupons of each member were issued, redeemed or expired, less what came back of
    redeemed ones; of one template where it is named."""
    return _by_owner(
        database,
        "SELECT coupon.member_id, CASE kind WHEN 'returned' THEN -1 ELSE 1 END FROM coupon_entry"
        f" JOIN coupon ON coupon.id = coupon_id WHERE business_date{_IN}"
        " AND (kind = ?3 OR (?3 = 'redeemed' AND kind = 'returned'))"
        " AND (?4 IS NULL OR template = ?4)",
        first, last, kind, template,
    )  # fmt: skip


def wallets(
    database: Database, first: str, last: str, kinds: Sequence[str], amount: str
) -> list[Row]:
    """What each member's wallet entries of these kinds come to; `amount` is made of its columns,
    `principal_minor` and `bonus_minor`."""
    return _by_owner(
        database,
        f"SELECT member_id, {amount} FROM stored_value_entry WHERE business_date{_IN}"
        f" AND kind IN ({_texts(kinds)})",
        first, last,
    )  # fmt: skip


def points_held(database: Database, last: str) -> list[Row]:
    """The points that each member had at the end of a day."""
    return _by_owner(
        database, "SELECT member_id, points FROM points_entry WHERE business_date <= ?1", last
    )


def money_held(database: Database, last: str) -> list[Row]:
    """Wallet, store credit and deposits of each member at the end of a day; gift cards are
    nobody's."""
    return _by_owner(
        database,
        "SELECT member_id, principal_minor + bonus_minor FROM stored_value_entry"
        " WHERE business_date <= ?1"
        " UNION ALL SELECT member_id, amount_minor FROM store_credit_entry"
        " WHERE business_date <= ?1"
        " UNION ALL SELECT NULL, amount_minor FROM gift_entry WHERE business_date <= ?1"
        " UNION ALL SELECT deposit.member_id, amount_minor FROM deposit_entry"
        " JOIN deposit ON deposit.id = deposit_id WHERE business_date <= ?1",
        last,
    )


_USES = {
    "offer": f"SELECT member_id, units FROM offer_use WHERE business_date{_IN} AND offer = ?3",
    "reward": f"SELECT member_id, 1 FROM reward_use WHERE business_date{_IN} AND reward = ?3",
    "perk": f"SELECT member_id, uses FROM perk_use WHERE business_date{_IN} AND perk = ?3",
    "pass": (
        "SELECT session_pass.member_id, -pass_entry.uses FROM pass_entry JOIN session_pass"
        f" ON session_pass.id = pass_id WHERE business_date{_IN} AND template = ?3"
        " AND kind IN ('used', 'returned')"
    ),
}


def uses(database: Database, first: str, last: str, kind: str, name: str) -> list[Row]:
    """How often each member used an offer, reward, perk, coupon or pass, less what was given
    back."""
    if kind == "coupon":
        return coupons(database, first, last, "redeemed", name)
    return _by_owner(database, _USES[kind], first, last, name)


def product(database: Database, first: str, last: str, limit: int, key: bytes | str) -> list[Row]:
    """What each member paid for a product, less what came back, in the newest sales; the product
    is its id, else its name."""
    lines, joint = newest(database)
    return _by_owner(
        database,
        f"SELECT (SELECT {_OWNER} FROM sale WHERE sale.id = chosen.id), line.total_minor"
        f" FROM {lines} {joint} {KEY} = ?4"
        f" UNION ALL SELECT {_OWNER_BACK}, -line.total_minor FROM {BACK} AND {KEY} = ?4",
        first, last, limit, key, first, last,
    )  # fmt: skip


def owners(database: Database, sale_ids: Sequence[bytes]) -> list[Row]:
    """How many of these sales each member has."""
    ids = json.dumps([sale_id.hex() for sale_id in sale_ids])
    return _by_owner(
        database,
        f"SELECT {_OWNER}, 1 FROM json_each(?1) AS of_these"
        " CROSS JOIN sale ON sale.id = unhex(of_these.value)",
        ids,
    )


def _texts(kinds: Sequence[str]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)
