"""What must hold of coupons, wallets, gift cards, passes, plans and tiers: each query yields
faults. A row is (what, code or member number), or (what, till number, sequence of the sale)."""

_OF_MEMBER = " JOIN member ON member.id = {table}.member_id"
_SALES = "till.number, sale.sequence FROM sale JOIN till ON till.id = sale.till_id WHERE "
_ENTRIES = "coalesce((SELECT sum({what}) FROM {table} WHERE member_id = member.id), 0)"


def _sum(what: str, table: str) -> str:
    return _ENTRIES.format(what=what, table=table)


def _tender(kind: str, moved: str, table: str) -> str:
    """A tender of kept money is there exactly where its ledger has the sale's entry."""
    return (
        f"SELECT '{kind}', {_SALES}coalesce((SELECT sum(amount_minor) FROM tender"
        f" WHERE sale_id = sale.id AND kind = '{kind}'), 0) <> -coalesce("
        f"(SELECT sum({moved}) FROM {table} WHERE sale_id = sale.id), 0)"
    )


def _unsealed(kind: str, table: str, owner: str) -> str:
    return (
        f"SELECT '{kind}', {owner} WHERE {table}.sale_id IS NULL AND {table}.taking_id IS NULL"
        f" AND {table}.refund_id IS NULL"
        f" AND NOT EXISTS (SELECT 1 FROM seal WHERE document_id = {table}.id"
        f" AND seal.kind = '{kind}')"
    )


def _gaps(table: str) -> str:
    return (
        f"SELECT '{table}', member.number FROM {table}"
        + _OF_MEMBER.format(table=table)
        + f" GROUP BY {table}.member_id HAVING count(*) <> max({table}.number)"
    )


def of_member(table: str) -> str:
    """The join from a table of members' rows to the member."""
    return _OF_MEMBER.format(table=table)


tender_without_entry = _tender
unsealed_entry = _unsealed


LOYALTY_FAULTS: dict[str, tuple[str, ...]] = {
    "coupons": (
        "SELECT 'entries', code FROM coupon WHERE (SELECT count(*) FROM coupon_entry"
        " WHERE coupon_id = coupon.id) <> coalesce((SELECT max(number) FROM coupon_entry"
        " WHERE coupon_id = coupon.id), -1)",
        "SELECT 'redeemed twice', code FROM coupon JOIN coupon_entry ON coupon_id = coupon.id"
        " GROUP BY coupon.id HAVING sum(kind = 'redeemed') - sum(kind = 'returned') > 1",
        "SELECT 'redeemed after its end', code FROM coupon JOIN coupon_entry"
        " ON coupon_id = coupon.id WHERE kind = 'redeemed' AND EXISTS (SELECT 1"
        " FROM coupon_entry AS earlier WHERE earlier.coupon_id = coupon.id"
        " AND earlier.number < coupon_entry.number AND earlier.kind IN ('revoked', 'expired'))",
        "SELECT 'of another member', code FROM coupon JOIN coupon_entry ON coupon_id = coupon.id"
        " JOIN sale ON sale.id = sale_id WHERE kind = 'redeemed' AND coupon.member_id IS NOT NULL"
        " AND coupon.member_id IS NOT sale.member_id"
        # Who was merged into another, even for a while, is that other.
        " AND coalesce(sale.member_id, x'') NOT IN (WITH RECURSIVE up(id) AS"
        " (VALUES (coupon.member_id) UNION SELECT keep_id FROM member_merge JOIN up"
        " ON gone_id = up.id) SELECT id FROM up) AND NOT EXISTS (SELECT 1 FROM scheme,"
        " json_each(definition, '$.coupons') AS each WHERE each.value ->> 'id' = template"
        " AND each.value ->> 'bearer')",
    ),
    "rewards": (
        "SELECT 'reward', member.number FROM reward_use" + _OF_MEMBER.format(table="reward_use") +
        " LEFT JOIN points_entry ON points_entry.id = entry_id"
        " WHERE cost_points <> -coalesce(points_entry.points, 0)"
        " OR (entry_id IS NOT NULL AND (points_entry.kind <> 'burn'"
        " OR points_entry.member_id <> reward_use.member_id))",
        "SELECT 'activity', member.number FROM activity_entry"
        + _OF_MEMBER.format(table="activity_entry") +
        " JOIN points_entry ON points_entry.id = entry_id"
        " WHERE points_entry.member_id <> activity_entry.member_id",
    ),
    "wallets": (
        "SELECT 'balance', member.number FROM stored_value_account"
        + _OF_MEMBER.format(table="stored_value_account")
        + " WHERE (principal_minor, bonus_minor, credit_minor) IS NOT ("
        + ", ".join(
            (
                _sum("principal_minor", "stored_value_entry"),
                _sum("bonus_minor", "stored_value_entry"),
                _sum("amount_minor", "store_credit_entry"),
            )
        )
        + ")",
        "SELECT 'account', member.number FROM stored_value_entry"
        + _OF_MEMBER.format(table="stored_value_entry")
        + " WHERE NOT EXISTS (SELECT 1 FROM stored_value_account"
        " WHERE stored_value_account.member_id = stored_value_entry.member_id)",
        "SELECT 'entry', member.number FROM stored_value_entry"
        + _OF_MEMBER.format(table="stored_value_entry")
        + " LEFT JOIN stored_value_lot ON stored_value_lot.entry_id = stored_value_entry.id"
        " WHERE (stored_value_entry.principal_minor, stored_value_entry.bonus_minor) IS NOT"
        " (SELECT coalesce(stored_value_lot.principal_minor, 0) + coalesce(sum(principal_minor),"
        " 0), coalesce(stored_value_lot.bonus_minor, 0) + coalesce(sum(bonus_minor), 0)"
        " FROM stored_value_allocation"
        " WHERE stored_value_allocation.entry_id = stored_value_entry.id)",
        "SELECT 'lot', member.number FROM stored_value_allocation JOIN stored_value_lot"
        " ON stored_value_lot.id = lot_id JOIN stored_value_entry"
        " ON stored_value_entry.id = stored_value_allocation.entry_id"
        " JOIN member ON member.id = stored_value_entry.member_id"
        " WHERE stored_value_lot.member_id <> stored_value_entry.member_id",
        "SELECT 'lot overspent', member.number FROM stored_value_lot"
        + _OF_MEMBER.format(table="stored_value_lot")
        + " WHERE stored_value_lot.principal_minor + coalesce((SELECT sum(principal_minor)"
        " FROM stored_value_allocation WHERE lot_id = stored_value_lot.id), 0) NOT BETWEEN 0 AND"
        " stored_value_lot.principal_minor OR stored_value_lot.bonus_minor + coalesce("
        "(SELECT sum(bonus_minor) FROM stored_value_allocation"
        " WHERE lot_id = stored_value_lot.id), 0) NOT BETWEEN 0 AND stored_value_lot.bonus_minor",
        _tender("stored_value", "principal_minor + bonus_minor", "stored_value_entry"),
        _tender("store_credit", "amount_minor", "store_credit_entry"),
        "SELECT 'another member', " + _SALES + "EXISTS (SELECT 1 FROM stored_value_entry"
        " WHERE sale_id = sale.id AND stored_value_entry.member_id IS NOT sale.member_id)",
    ),
    "gift_cards": (
        "SELECT 'balance', code FROM gift_card WHERE coalesce((SELECT sum(amount_minor)"
        " FROM gift_entry WHERE card_id = gift_card.id), -1) NOT BETWEEN 0 AND face_minor",
        "SELECT 'face', code FROM gift_card WHERE face_minor IS NOT (SELECT sum(amount_minor)"
        " FROM gift_entry WHERE card_id = gift_card.id AND kind = 'issue')",
        _tender("gift_card", "amount_minor", "gift_entry"),
    ),
    "passes": (
        "SELECT 'uses', member.number FROM session_pass"
        + _OF_MEMBER.format(table="session_pass")
        + " WHERE coalesce((SELECT sum(uses) FROM pass_entry WHERE pass_id = session_pass.id), -1)"
        " NOT BETWEEN 0 AND session_pass.uses",
    ),
    "takings": (
        "SELECT 'tenders', till.number || ' ' || taking.business_date FROM taking"
        " JOIN till ON till.id = taking.till_id WHERE amount_minor + change_due_minor <> coalesce("
        "(SELECT sum(amount_minor) FROM taking_tender WHERE taking_id = taking.id), 0)",
        "SELECT 'value', till.number || ' ' || taking.business_date FROM taking"
        " JOIN till ON till.id = taking.till_id WHERE CASE"
        " WHEN taking.kind IN ('top_up', 'wallet_close') THEN amount_minor <> coalesce("
        "(SELECT sum(principal_minor) FROM stored_value_entry WHERE taking_id = taking.id), 0)"
        " WHEN taking.kind IN ('gift_card', 'gift_refund') THEN amount_minor <> coalesce("
        "(SELECT sum(amount_minor) FROM gift_entry WHERE taking_id = taking.id), 0)"
        " WHEN taking.kind IN ('pass', 'pass_refund') THEN NOT EXISTS"
        " (SELECT 1 FROM pass_entry WHERE taking_id = taking.id)"
        " WHEN taking.kind = 'repayment' THEN amount_minor <> -coalesce("
        "(SELECT sum(amount_minor) FROM account_entry WHERE taking_id = taking.id), 0)"
        " WHEN taking.kind IN ('deposit', 'deposit_refund') THEN amount_minor <> coalesce("
        "(SELECT sum(amount_minor) FROM deposit_entry WHERE taking_id = taking.id), 0)"
        " ELSE NOT EXISTS (SELECT 1 FROM membership_entry WHERE taking_id = taking.id) END",
        "SELECT 'seal', till.number || ' ' || taking.business_date FROM taking"
        " JOIN till ON till.id = taking.till_id WHERE NOT EXISTS"
        " (SELECT 1 FROM seal WHERE document_id = taking.id AND seal.kind = 'taking')",
        _unsealed(
            "stored_value",
            "stored_value_entry",
            "member.number FROM stored_value_entry"
            + _OF_MEMBER.format(table="stored_value_entry"),
        ),
        _unsealed(
            "store_credit",
            "store_credit_entry",
            "member.number FROM store_credit_entry"
            + _OF_MEMBER.format(table="store_credit_entry"),
        ),
        _unsealed(
            "gift_card",
            "gift_entry",
            "code FROM gift_entry JOIN gift_card ON gift_card.id = card_id",
        ),
    ),
    "standing": (
        _gaps("tier_entry"),
        _gaps("membership_entry"),
        "SELECT 'counts', " + _SALES + "sale.member_id IS NOT NULL AND NOT EXISTS"
        " (SELECT 1 FROM qualifying_entry WHERE member_id = sale.member_id"
        " AND business_date = sale.business_date AND source_id = sale.id)",
        "SELECT 'counts', member.number FROM claim" + _OF_MEMBER.format(table="claim")
        + " JOIN sale ON sale.id = claim.sale_id WHERE NOT EXISTS"
        " (SELECT 1 FROM qualifying_entry WHERE member_id = claim.member_id"
        " AND business_date = sale.business_date AND source_id = claim.id)",
        "SELECT 'counts twice', member.number FROM qualifying_entry"
        + _OF_MEMBER.format(table="qualifying_entry")
        + " WHERE NOT EXISTS (SELECT 1 FROM sale WHERE sale.id = source_id"
        " AND sale.member_id = qualifying_entry.member_id) AND NOT EXISTS (SELECT 1 FROM claim"
        " WHERE claim.id = source_id AND claim.member_id = qualifying_entry.member_id)"
        " AND NOT EXISTS (SELECT 1 FROM points_entry WHERE points_entry.id = source_id"
        " AND points_entry.member_id = qualifying_entry.member_id)"
        " AND NOT EXISTS (SELECT 1 FROM member_merge WHERE member_merge.id = source_id"
        " AND qualifying_entry.member_id IN (keep_id, gone_id))"
        " AND NOT EXISTS (SELECT 1 FROM refund WHERE refund.id = source_id"
        " AND refund.member_id = qualifying_entry.member_id)",
    ),
}  # fmt: skip
