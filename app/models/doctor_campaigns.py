"""What must hold of campaigns: each query yields faults, (what, number of the campaign)."""

_OF = "JOIN campaign ON campaign.id = {table}.campaign_id"


def _of(table: str, what: str, fault: str, joins: str = "") -> str:
    return (
        f"SELECT DISTINCT '{what}', campaign.number FROM {table} {_OF.format(table=table)} {joins}"
        f" WHERE {fault}"
    )


def _arm(table: str) -> str:
    return (
        f"(SELECT arm FROM campaign_member WHERE campaign_id = {table}.campaign_id"
        f" AND member_id = {table}.member_id)"
    )


CAMPAIGN_FAULTS: dict[str, tuple[str, ...]] = {
    "campaigns": (
        # Everyone of the audience is drawn once, or left out once.
        "SELECT 'people', number FROM campaign WHERE audience <>"
        " (SELECT count(*) FROM campaign_member WHERE campaign_id = campaign.id)"
        " + (SELECT count(*) FROM campaign_left_out WHERE campaign_id = campaign.id)",
        _of(
            "campaign_member",
            "left out",
            "EXISTS (SELECT 1 FROM campaign_left_out AS other WHERE other.campaign_id ="
            " campaign_member.campaign_id AND other.member_id = campaign_member.member_id)",
        ),
        _of("campaign_member", "arm", "arm > json_array_length(campaign.draft, '$.variants')"),
        # Who is held out is asked nothing and given nothing.
        *(
            _of(table, "held out", f"coalesce({_arm(table)}, 0) = 0")
            for table in (
                "campaign_issue",
                "contact",
                "campaign_outcome",
                "campaign_arrival",
                "campaign_note",
            )
        ),
        # What was given is what the ledgers say, and none was given twice.
        _of(
            "campaign_issue",
            "coupon",
            "coupon.member_id IS NOT campaign_issue.member_id"
            " OR coupon.occasion <> 'campaign ' || lower(hex(campaign.id))",
            "JOIN coupon ON coupon.id = campaign_issue.coupon_id",
        ),
        "SELECT DISTINCT 'coupon', coalesce((SELECT number FROM campaign WHERE id ="
        " unhex(substr(occasion, 10))), 0) FROM coupon WHERE occasion GLOB 'campaign *'"
        " AND NOT EXISTS (SELECT 1 FROM campaign_issue WHERE coupon_id = coupon.id)",
        _of(
            "campaign_issue",
            "points",
            "points_entry.member_id <> campaign_issue.member_id",
            "JOIN points_entry ON points_entry.id = campaign_issue.entry_id",
        ),
        # What was taken back was given, by entries that take, and never more of it.
        _of(
            "campaign_points_back",
            "points back",
            "points_entry.points >= 0 OR points_entry.kind <> 'adjust'",
            "JOIN points_entry ON points_entry.id = campaign_points_back.entry_id",
        ),
        _of(
            "campaign_issue",
            "more points back than given",
            "(SELECT points FROM points_entry WHERE id = campaign_issue.entry_id) < -coalesce("
            "(SELECT sum(points) FROM campaign_points_back AS back"
            " JOIN points_entry ON points_entry.id = back.entry_id"
            " WHERE back.campaign_id = campaign_issue.campaign_id"
            " AND back.member_id = campaign_issue.member_id), 0)",
        ),
        # A call that reached somebody is a contact, and a contact by call has its outcome.
        _of(
            "campaign_outcome",
            "call",
            "outcome <> 'wrong_number' AND NOT EXISTS (SELECT 1 FROM contact WHERE"
            " contact.campaign_id = campaign_outcome.campaign_id"
            " AND contact.member_id = campaign_outcome.member_id)",
        ),
        _of(
            "contact",
            "contact",
            "contact.channel = 'call' AND NOT EXISTS (SELECT 1 FROM campaign_outcome AS said WHERE"
            " said.campaign_id = contact.campaign_id AND said.member_id = contact.member_id"
            " AND said.outcome <> 'wrong_number')",
        ),
        *(
            _of(
                table,
                "order",
                f"{table}.number <> (SELECT count(*) FROM {table} AS before WHERE"
                f" before.campaign_id = {table}.campaign_id"
                f" AND before.member_id = {table}.member_id"
                f" AND before.number <= {table}.number)",
            )
            for table in ("campaign_outcome", "campaign_note")
        ),
    ),
}
