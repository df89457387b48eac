"""Points that members bring along from another program."""

from collections.abc import Sequence

from app.models import sales as stored
from app.models.sales import PointsRows
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.seals import SealChain, points_form

_REASONS = {"zh_CN": "期初积分", "zh_TW": "期初積分"}


def opening_points(desk: Desk, balances: Sequence[tuple[bytes, int]]) -> None:
    """Post (member id, points) as `adjust` entries with a lot each, sealed at this till.

    Runs inside the caller's transaction; every balance is above zero.
    """
    reason = _REASONS.get(desk.settings.language, "Opening balance")
    now_ms, day = desk.now_ms(), desk.today().isoformat()
    chain = SealChain(desk.database, desk.till.till_id.bytes)
    everything = PointsRows()
    for member_id, points in balances:
        entry_id = uuid7().bytes
        rows = PointsRows(
            entries=[
                (
                    entry_id,
                    member_id,
                    None,
                    None,
                    "adjust",
                    points,
                    reason,
                    desk.scheme.version,
                    desk.staff.staff_id.bytes,
                    now_ms,
                    day,
                )
            ],
            lots=[(uuid7().bytes, member_id, entry_id, points, day, None)],
        )
        everything.entries += rows.entries
        everything.lots += rows.lots
        chain.add("points", entry_id, points_form(rows))
    stored.insert_points(desk.database, everything)
    for member_id, points in balances:
        stored.add_to_summary(desk.database, member_id, points=points)
    chain.write()
