"""Taking back one's own slip at once needs nobody's leave: the window offers it as an undo."""

import json
from uuid import UUID

from app.models import audit as stored
from app.services.desk import Desk

_A_MOMENT_MS = 60_000  # an undo is offered for 8 seconds; a busy till may run it later


def just_did(desk: Desk, staff_id: bytes, at_ms: int) -> bool:
    """Whether the person at the till did it themself, within the last minute."""
    return staff_id == desk.staff.staff_id.bytes and 0 <= desk.now_ms() - at_ms <= _A_MOMENT_MS


def only_stopped_now(desk: Desk, subject: UUID, actions: tuple[str, ...]) -> bool:
    """Whether the person at the till has just stopped what was active until then.

    `actions` are those that stop it. What was stopped before in another way stays stopped: else
    a lost card could be replaced first, and the replacing be taken back.
    """
    newest = stored.newest_of(desk.database, subject.bytes, actions)
    if newest is None or not just_did(desk, newest[0], newest[1]):
        return False
    return was_before(newest[3]) == "active"


def was_before(detail: str) -> str:
    """The state that an entry of the trail says a thing was in; empty where it does not."""
    return str(json.loads(detail).get("was", "")) if detail.startswith("{") else ""
