"""Gift cards, session passes, plans and perks: what each still holds."""

from app.models.database import Database, Row
from app.models.merges import MINE

_REFERRER = "coalesce((SELECT keep_id FROM member_alias WHERE gone_id = referrer_id), referrer_id)"


def gift_card(database: Database, code: str) -> Row | None:
    """(id, code, face value, issued_on, expires_on, left) of a gift card."""
    return database.row(
        "SELECT id, code, face_minor, issued_on, expires_on, (SELECT sum(amount_minor)"
        " FROM gift_entry WHERE card_id = gift_card.id) FROM gift_card WHERE code = ?",
        (code,),
    )


def gift_card_of_taking(database: Database, taking_id: bytes) -> str | None:
    """The code of the gift card that a taking sold or paid back."""
    found: str | None = database.value(
        "SELECT code FROM gift_entry JOIN gift_card ON gift_card.id = card_id WHERE taking_id = ?",
        (taking_id,),
    )
    return found


def session_pass(database: Database, pass_id: bytes) -> Row | None:
    """(id, member id, template, uses, left, valid_from, valid_to, scheme version, price) of a
    pass; the member is who it belongs to now."""
    return database.row(
        "SELECT id, coalesce((SELECT keep_id FROM member_alias WHERE gone_id = member_id),"
        " member_id), template, uses, (SELECT sum(uses) FROM pass_entry"
        " WHERE pass_id = session_pass.id), valid_from, valid_to, scheme_version, price_minor"
        " FROM session_pass WHERE id = ?",
        (pass_id,),
    )


def newest_pass_version(database: Database, member_id: bytes, template: str) -> int | None:
    """The scheme version that a member's newest pass of a template was sold under."""
    found: int | None = database.value(
        f"SELECT scheme_version FROM session_pass WHERE member_id {MINE} AND template = ?"
        " ORDER BY id DESC",
        (member_id, member_id, template),
    )
    return found


def pass_of_taking(database: Database, taking_id: bytes) -> bytes | None:
    """The pass that a taking sold."""
    found: bytes | None = database.value(
        "SELECT pass_id FROM pass_entry WHERE taking_id = ?", (taking_id,)
    )
    return found


def pass_entry(database: Database, entry_id: bytes) -> Row | None:
    """(pass id, uses) of one entry."""
    return database.row("SELECT pass_id, uses FROM pass_entry WHERE id = ?", (entry_id,))


def uses_counted(database: Database, pass_id: bytes) -> int:
    """How many uses of a pass are counted and may be taken back: none of one that has ended,
    and none that paid in a sale, which comes back with it."""
    return -int(
        database.value(
            "SELECT coalesce(sum(uses), 0) FROM pass_entry WHERE pass_id = ?1"
            " AND kind IN ('used', 'returned') AND sale_id IS NULL AND refund_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM pass_entry"
            " WHERE pass_id = ?1 AND kind IN ('refunded', 'expired'))",
            (pass_id,),
        )
    )


def membership_of_taking(database: Database, taking_id: bytes) -> Row | None:
    """(kind, plan, starts_on, ends_on, scheme version) of the membership entry of a taking."""
    return database.row(
        "SELECT kind, plan, starts_on, ends_on, scheme_version FROM membership_entry"
        " WHERE taking_id = ?",
        (taking_id,),
    )


def credit(database: Database, member_id: bytes) -> int:
    """A member's store credit, in minor units."""
    return int(
        database.value(
            "SELECT credit_minor FROM stored_value_account WHERE member_id = ?", (member_id,)
        )
        or 0
    )


def rewards_issued(database: Database, member_id: bytes) -> int:
    """Minor units of cash rewards that were issued to a member and not yet forfeited."""
    return int(
        database.value(
            "SELECT coalesce(sum(amount_minor), 0) FROM store_credit_entry"
            f" WHERE member_id {MINE} AND kind IN ('issue', 'forfeit')",
            (member_id, member_id),
        )
    )


def perk_use(database: Database, use_id: bytes) -> Row | None:
    """(member id, perk) of a use."""
    return database.row("SELECT member_id, perk FROM perk_use WHERE id = ?", (use_id,))


def referral(database: Database, referee_id: bytes) -> bytes | None:
    """Who referred a member: who that is now."""
    found: bytes | None = database.value(
        f"SELECT {_REFERRER} FROM referral WHERE referee_id {MINE} ORDER BY recorded_at",
        (referee_id, referee_id),
    )
    return found


def open_referral(database: Database, referee_id: bytes) -> Row | None:
    """(referee id as noted, referrer) of a member who was referred, while neither of them was
    rewarded for it; None where the two are one person by now."""
    return database.row(
        f"SELECT referee_id, {_REFERRER} AS referrer FROM referral WHERE referee_id {MINE}"
        " AND NOT EXISTS (SELECT 1 FROM referral_reward"
        f" WHERE referral_reward.referee_id {MINE}) AND referrer <> ? ORDER BY recorded_at",
        (referee_id,) * 5,
    )


def referrals_rewarded(database: Database, referrer_id: bytes, year: str) -> int:
    """How many of a member's referrals were rewarded in a year."""
    return int(
        database.value(
            f"SELECT count(*) FROM referral_reward WHERE referrer_id {MINE}"
            " AND rewarded_on BETWEEN ? AND ?",
            (referrer_id, referrer_id, f"{year}-01-01", f"{year}-12-31"),
        )
    )


def put_partner_card(
    database: Database, member_id: bytes, card: str, number: str, at_ms: int
) -> None:
    """Note a member's partner card, replacing its number."""
    database.execute(
        "INSERT INTO partner_card (member_id, card, number, added_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (member_id, card) DO UPDATE SET number = excluded.number",
        (member_id, card, number, at_ms),
    )


def drop_partner_card(database: Database, member_id: bytes, card: str) -> bool:
    """Take a partner card off a member; whether there was one."""
    return bool(
        database.execute(
            "DELETE FROM partner_card WHERE member_id = ? AND card = ?", (member_id, card)
        )
    )
