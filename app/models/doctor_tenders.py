"""What must hold of accounts, deposits and tips: each query yields faults, as in `doctor`."""

from app.models.doctor_loyalty import of_member, tender_without_entry, unsealed_entry

TENDER_FAULTS: dict[str, tuple[str, ...]] = {
    "accounts": (
        "SELECT 'owed', member.number FROM member_account"
        + of_member("member_account")
        + " WHERE owed_minor <> coalesce((SELECT sum(amount_minor) FROM account_entry"
        " WHERE account_entry.member_id = member.id), 0)",
        "SELECT 'account', member.number FROM account_entry"
        + of_member("account_entry")
        + " WHERE NOT EXISTS (SELECT 1 FROM member_account"
        " WHERE member_account.member_id = account_entry.member_id)",
        tender_without_entry("on_account", "-amount_minor", "account_entry"),
        "SELECT 'another member', till.number, sale.sequence FROM account_entry"
        " JOIN sale ON sale.id = account_entry.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE account_entry.member_id IS NOT sale.member_id",
        unsealed_entry(
            "account",
            "account_entry",
            "member.number FROM account_entry" + of_member("account_entry"),
        )
        + " AND account_entry.refund_id IS NULL",
    ),
    "deposits": (
        "SELECT 'balance', deposit.number FROM deposit WHERE coalesce((SELECT sum(amount_minor)"
        " FROM deposit_entry WHERE deposit_id = deposit.id), -1) < 0",
        "SELECT 'number', max(number) FROM deposit HAVING count(*) <> coalesce(max(number), 0)",
        tender_without_entry("deposit", "amount_minor", "deposit_entry"),
        unsealed_entry(
            "deposit",
            "deposit_entry",
            "deposit.number FROM deposit_entry JOIN deposit"
            " ON deposit.id = deposit_entry.deposit_id",
        )
        + " AND deposit_entry.refund_id IS NULL",
    ),
    "tips": (
        "SELECT 'tip', till.number, sale.sequence FROM sale_tip"
        " JOIN sale ON sale.id = sale_tip.sale_id JOIN till ON till.id = sale.till_id"
        " WHERE NOT EXISTS (SELECT 1 FROM sale_line WHERE sale_line.sale_id = sale.id"
        " AND sale_line.position = sale_tip.position AND tax_rate_bp = 0 AND points = 0"
        " AND discount_minor = 0 AND sale_line.total_minor = sale_tip.amount_minor)",
    ),
}
