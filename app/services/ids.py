"""Ids made by the client: UUIDv7, so that a repeated call is recognised and tills never collide."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = 0


def uuid7(now_ms: int | None = None) -> UUID:
    """A UUID that sorts by its time of making (RFC 9562), also within one millisecond."""
    global _last  # noqa: PLW0603 - one clock for the whole process is the point
    millis = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    random = int.from_bytes(os.urandom(10), "big")
    with _lock:
        # 12 bits under the millisecond count up, so that ids of one millisecond keep their order.
        stamp = max(millis << 12, _last + 1) if now_ms is None else (millis << 12) | (random >> 68)
        if now_ms is None:
            _last = stamp
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62
    return UUID(int=value | random & ((1 << 62) - 1))
