"""Members by their short keys, with their visits and what they bought: the list behind a figure."""

from collections.abc import Iterator, Sequence

from app.models.database import Database, Row

# The days of a member and of whoever was merged into them.
OWN_SEQS = """(SELECT member.seq UNION ALL
    SELECT gone.seq FROM member_alias JOIN member AS gone ON gone.id = member_alias.gone_id
    WHERE member_alias.keep_id = member.id)"""


def rows(database: Database, seqs: Sequence[int], until: str) -> list[Row]:
    """(seq, id, number, name, phone, days they came, minor units, last of them or None)."""
    marks = ", ".join("?" * len(seqs))
    return database.rows(
        "SELECT member.seq, member.id, member.number, member.name, member.phone,"
        " count(DISTINCT member_day.business_date), coalesce(sum(member_day.spent_minor), 0),"
        " max(member_day.business_date)"
        f" FROM member LEFT JOIN member_day ON member_day.seq IN {OWN_SEQS}"
        " AND member_day.sales + member_day.check_ins > 0 AND member_day.business_date <= ?"
        f" WHERE member.seq IN ({marks}) GROUP BY member.seq",
        (until, *seqs),
    )


def traits(database: Database, *, tiers: bool) -> Iterator[Row]:
    """(seq, birthday, address, occupation, source, adviser, tier or None), in the order of seq.

    Of every member who is not archived and was not merged into another. Without `tiers` nobody
    is asked for theirs: that is a look into another table for each.
    """
    tier = (
        "(SELECT tier FROM tier_entry WHERE member_id = member.id ORDER BY number DESC LIMIT 1)"
        if tiers
        else "NULL"
    )
    return database.each(
        f"SELECT seq, birthday, address, occupation, source, adviser, {tier} FROM member"
        " WHERE state <> 'archived' AND id NOT IN (SELECT gone_id FROM member_alias)"
        " ORDER BY seq"
    )
