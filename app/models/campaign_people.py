"""The people of a campaign: asked, answered, let in at the door, and what they bought."""

from collections.abc import Iterable, Iterator, Sequence

from app.models.database import Database, Row
from app.models.inserts import insert_sql
from app.models.merges import marks

_CONTACT = insert_sql(
    "contact", "campaign_id, member_id, channel, staff_id, contacted_at, business_date"
)
_OUTCOME = insert_sql(
    "campaign_outcome",
    "campaign_id, member_id, number, outcome, staff_id, posted_at, business_date",
)
_NOTE = insert_sql(
    "campaign_note", "campaign_id, member_id, number, note, staff_id, posted_at, business_date"
)
_ARRIVAL = insert_sql(
    "campaign_arrival", "campaign_id, member_id, staff_id, arrived_at, business_date"
)

# Who was drawn, as the member that they are now.
_DRAWN = (
    "SELECT drawn.member_id, owner.id, owner.number, owner.name, owner.state, owner.phone,"
    " owner.wechat, owner.email, drawn.arm, drawn.channel,"
    " coalesce((SELECT granted FROM consent WHERE consent.member_id = owner.id"
    " AND purpose = 'marketing' ORDER BY recorded_at DESC, consent.id DESC LIMIT 1), 0),"
    " (SELECT count(*) FROM contact WHERE contact.member_id IN (SELECT owner.id UNION ALL"
    " SELECT gone_id FROM member_alias WHERE keep_id = owner.id) AND business_date > ?"
    " AND contact.campaign_id <> drawn.campaign_id),"
    " (SELECT outcome FROM campaign_outcome AS said WHERE said.campaign_id = drawn.campaign_id"
    " AND said.member_id = drawn.member_id ORDER BY number DESC LIMIT 1),"
    " coalesce((SELECT code FROM campaign_issue JOIN coupon ON coupon.id = coupon_id"
    " WHERE campaign_issue.campaign_id = drawn.campaign_id"
    " AND campaign_issue.member_id = drawn.member_id), ''),"
    " (SELECT valid_to FROM campaign_issue JOIN coupon ON coupon.id = coupon_id"
    " WHERE campaign_issue.campaign_id = drawn.campaign_id"
    " AND campaign_issue.member_id = drawn.member_id),"
    " EXISTS (SELECT 1 FROM contact WHERE contact.campaign_id = drawn.campaign_id"
    " AND contact.member_id = drawn.member_id), member_summary.points,"
    " coalesce((SELECT note FROM campaign_note WHERE campaign_note.campaign_id ="
    " drawn.campaign_id AND campaign_note.member_id = drawn.member_id"
    " ORDER BY campaign_note.number DESC LIMIT 1), '')"
    " FROM campaign_member AS drawn"
    " LEFT JOIN member_alias AS moved ON moved.gone_id = drawn.member_id"
    " JOIN member AS owner ON owner.id = coalesce(moved.keep_id, drawn.member_id)"
    " LEFT JOIN member_summary ON member_summary.member_id = owner.id"
    " WHERE drawn.campaign_id = ? AND drawn.arm > 0"
)


def asked_by(database: Database, campaign_id: bytes, channel: str, since: str) -> list[Row]:
    """Everyone whom a campaign asks by a channel, by number: (member id as drawn, member id now,
    number, name, state, phone, wechat, email, arm, channel, consent, contacts of other campaigns
    after a day, newest outcome or None, coupon code, its last day or None, whether asked
    already, points, newest note)."""
    return database.rows(
        f"{_DRAWN} AND drawn.channel = ? ORDER BY owner.number", (since, campaign_id, channel)
    )


def asked(database: Database, campaign_id: bytes, member_id: bytes, since: str) -> Row | None:
    """The same of one member, by the id they were drawn under or the one they have now."""
    return database.row(
        f"{_DRAWN} AND (drawn.member_id = ? OR owner.id = ?) ORDER BY drawn.member_id = ? DESC"
        " LIMIT 1",
        (since, campaign_id, member_id, member_id, member_id),
    )


def add_contacts(database: Database, rows: Iterable[Row]) -> None:
    """Note who was asked: (campaign, member, channel, staff, moment, business date); whoever was
    asked for this campaign before stays as they are."""
    database.executemany(_CONTACT + " ON CONFLICT DO NOTHING", rows)


def add_outcome(
    database: Database,
    campaign_id: bytes,
    member_id: bytes,
    outcome: str,
    stamp: tuple[bytes, int, str],
) -> None:
    """Note what came of a call; the newest counts."""
    number = 1 + int(
        database.value(
            "SELECT coalesce(max(number), 0) FROM campaign_outcome"
            " WHERE campaign_id = ? AND member_id = ?",
            (campaign_id, member_id),
        )
    )
    database.execute(_OUTCOME, (campaign_id, member_id, number, outcome, *stamp))


def add_note(
    database: Database,
    campaign_id: bytes,
    member_id: bytes,
    note: str,
    stamp: tuple[bytes, int, str],
) -> None:
    """Note what was said; the newest counts."""
    number = 1 + int(
        database.value(
            "SELECT coalesce(max(number), 0) FROM campaign_note"
            " WHERE campaign_id = ? AND member_id = ?",
            (campaign_id, member_id),
        )
    )
    database.execute(_NOTE, (campaign_id, member_id, number, note, *stamp))


def add_arrival(
    database: Database, campaign_id: bytes, member_id: bytes, stamp: tuple[bytes, int, str]
) -> bool:
    """Note that somebody came; False where they had come before."""
    return bool(
        database.execute(_ARRIVAL + " ON CONFLICT DO NOTHING", (campaign_id, member_id, *stamp))
    )


def count_arrivals(database: Database, campaign_id: bytes) -> int:
    """How many have come."""
    return int(
        database.value(
            "SELECT count(*) FROM campaign_arrival WHERE campaign_id = ?", (campaign_id,)
        )
    )


# --- what came of it ----------------------------------------------------------


def everyone(database: Database, campaign_id: bytes) -> Iterator[Row]:
    """(member id as drawn, member id now, arm, stratum, visits and spend before, whether asked,
    newest outcome or None, whether arrived) of everyone who was drawn."""
    return database.each(
        "SELECT drawn.member_id, coalesce(moved.keep_id, drawn.member_id), arm, stratum,"
        " visits_before, spent_before_minor, EXISTS (SELECT 1 FROM contact"
        " WHERE campaign_id = drawn.campaign_id AND member_id = drawn.member_id),"
        " (SELECT outcome FROM campaign_outcome WHERE campaign_id = drawn.campaign_id"
        " AND member_id = drawn.member_id ORDER BY number DESC LIMIT 1),"
        " EXISTS (SELECT 1 FROM campaign_arrival WHERE campaign_id = drawn.campaign_id"
        " AND member_id = drawn.member_id)"
        " FROM campaign_member AS drawn LEFT JOIN member_alias AS moved"
        " ON moved.gone_id = drawn.member_id WHERE drawn.campaign_id = ?",
        (campaign_id,),
    )


_BOUGHT = """
WITH person (owner, id) AS (
    SELECT id, id FROM member WHERE id IN ({marks})
    UNION ALL SELECT keep_id, gone_id FROM member_alias WHERE keep_id IN ({marks})),
bought (owner, sale_id) AS (
    SELECT owner, sale.id FROM person JOIN sale ON sale.member_id = person.id
    WHERE sale.business_date BETWEEN ? AND ?
    UNION ALL SELECT owner, sale.id FROM person JOIN claim ON claim.member_id = person.id
    JOIN sale ON sale.id = claim.sale_id WHERE sale.business_date BETWEEN ? AND ?),
kept AS (
    SELECT owner, sale.id AS sale_id, product.cost_minor,
        line.quantity_milli - coalesce(sum(back.quantity_milli), 0) AS quantity_milli,
        line.total_minor - coalesce(sum(back.total_minor), 0)
            - CASE WHEN sale.added_tax_minor = 0
                THEN line.tax_minor - coalesce(sum(back.tax_minor), 0) ELSE 0 END AS net_minor
    FROM bought JOIN sale ON sale.id = bought.sale_id
    JOIN sale_line AS line ON line.sale_id = sale.id
    LEFT JOIN product ON product.id = line.product_id
    LEFT JOIN refund_line AS back
        ON back.sale_id = line.sale_id AND back.sale_position = line.position
    WHERE NOT EXISTS (SELECT 1 FROM sale_tip
        WHERE sale_tip.sale_id = line.sale_id AND sale_tip.position = line.position)
    GROUP BY owner, line.sale_id, line.position)
SELECT owner, sum(CASE WHEN cost_minor IS NULL THEN 0 ELSE net_minor END),
    sum(CASE WHEN cost_minor IS NULL THEN 0 ELSE cost_minor * quantity_milli / 1000 END),
    sum(CASE WHEN cost_minor IS NULL THEN net_minor ELSE 0 END)
FROM kept GROUP BY owner
"""
_PAID_BY_POINTS = """
WITH person (owner, id) AS (
    SELECT id, id FROM member WHERE id IN ({marks})
    UNION ALL SELECT keep_id, gone_id FROM member_alias WHERE keep_id IN ({marks}))
SELECT owner, sum(tender.amount_minor) - sum(coalesce((SELECT sum(back.amount_minor)
    FROM refund JOIN refund_tender AS back ON back.refund_id = refund.id
    WHERE refund.sale_id = sale.id AND back.kind = 'points'), 0))
FROM person JOIN sale ON sale.member_id = person.id
JOIN tender ON tender.sale_id = sale.id AND tender.kind = 'points'
WHERE sale.points_burned > 0 AND sale.business_date BETWEEN ? AND ? GROUP BY owner
"""


def sold(database: Database, ids: Sequence[bytes], first: str, until: str) -> dict[bytes, Row]:
    """(net of goods whose cost is known, that cost, net of all other goods) of what each of these
    members bought and kept between two days, tax and tips left out; with all merged into them."""
    sql = _BOUGHT.format(marks=marks(ids))
    rows = database.rows(sql, (*ids, *ids, first, until, first, until))
    return {row[0]: row[1:] for row in rows}


def paid_by_points(
    database: Database, ids: Sequence[bytes], first: str, until: str
) -> dict[bytes, int]:
    """What each of these members paid by points between two days, less what came back."""
    sql = _PAID_BY_POINTS.format(marks=marks(ids))
    return dict(database.rows(sql, (*ids, *ids, first, until)))


def coupons(database: Database, campaign_id: bytes) -> Row:
    """(issued, redeemed and not returned) of a campaign's coupons."""
    found = database.row(
        "SELECT count(*), coalesce(sum((SELECT kind FROM coupon_entry WHERE coupon_id ="
        " campaign_issue.coupon_id ORDER BY number DESC LIMIT 1) = 'redeemed'), 0)"
        " FROM campaign_issue WHERE campaign_id = ? AND coupon_id IS NOT NULL",
        (campaign_id,),
    )
    assert found is not None
    return found


def issued_by_arm(database: Database, campaign_id: bytes) -> dict[int, int]:
    """Arm → how many of it were given something."""
    return dict(
        database.rows(
            "SELECT arm, count(*) FROM campaign_issue JOIN campaign_member"
            " USING (campaign_id, member_id) WHERE campaign_id = ? GROUP BY arm",
            (campaign_id,),
        )
    )


def scheme_version(database: Database, campaign_id: bytes) -> int:
    """The scheme that was in force when a campaign started."""
    return int(database.value("SELECT scheme_version FROM campaign WHERE id = ?", (campaign_id,)))
