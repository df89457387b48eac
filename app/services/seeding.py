"""What a new shop begins with."""

import secrets
from dataclasses import replace
from uuid import UUID

from app.models import settings as stored
from app.models.database import Database
from app.services.desk import Clock
from app.services.ids import uuid7
from app.services.rules.days import business_date, to_millis
from app.services.scheme_store import SchemeVersion, append_scheme
from app.services.settings import ShopSettings, first_scheme, store_settings

OWNER_NAMES = {"zh_CN": "店主", "zh_TW": "店主", "en": "Owner"}


def first_rows(database: Database, settings: ShopSettings, clock: Clock) -> None:
    """Fill an empty file: settings, the counter till, the owner, the card key, the scheme."""
    now = clock()
    now_ms = to_millis(now)
    chosen = replace(settings, name=settings.name.strip())
    store_settings(database, chosen)
    stored.add_till(database, _new(), "", "counter", now_ms)
    stored.add_staff(database, _new(), OWNER_NAMES[settings.language], "owner")
    stored.add_key(database, "member_card", secrets.token_bytes(32))
    # The trading day: a shop that is made after midnight begins in the one that still runs.
    opened_on = business_date(now, settings.zone, settings.day_end_hour)
    first = SchemeVersion(first_scheme(settings), opened_on)
    append_scheme(database, first, settings.money, scheme_id=_new(), now_ms=now_ms)


def _new() -> bytes:
    made: UUID = uuid7()
    return made.bytes
