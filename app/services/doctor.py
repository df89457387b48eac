"""The doctor: what must hold in a shop's file, looked at check by check.

Quick (at every start and on every backup): what the file is, and its newest sales. Full (by
command, after a restore): every page, balance, receipt, lot and seal.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from app.errors import ShopFileUnreadable, StorageFailed
from app.models import doctor as stored
from app.models import doctor_hints, reckoned
from app.models import settings as stored_settings
from app.models.database import APPLICATION_ID, Database, Row, schema_version
from app.services.cart_json import load_cart
from app.services.desk import Desk
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.codes import member_code, receipt_number
from app.services.rules.days import CLOCK_TOLERANCE
from app.services.rules.pinyin import search_tokens
from app.services.scheme_store import SchemeBook
from app.services.seals import FIRST_PREVIOUS, forms_of, link
from app.services.settings import load_settings

SHOWN_FAULTS = 5
RECENT_SEALS = 50
SEALS_AT_ONCE = 200
# What is kept only to answer quickly: `Doctor.renew` drops it, and it is made again.
MADE_AGAIN = frozenset({"habits", "pasts", "bought"})
# A wrong clock, or what can be made again from the rest of the file, must never stand in the way
# of a backup.
NOT_OF_THE_FILE = frozenset({"clock", "search"}) | MADE_AGAIN


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold. `detail` names what does not, by number and never by person."""

    name: str
    ok: bool
    detail: str = ""


@dataclass(frozen=True, slots=True)
class _Patient:
    """What is examined, and how closely."""

    database: Database
    now_ms: int
    full: bool
    stop_asked: StopAsked


_Faults = Iterable[str]
_Look = Callable[[_Patient], _Faults]


class Doctor:
    """Examines the open shop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run(
        self,
        full: bool = True,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> tuple[Check, ...]:
        """Every check, or the quick ones; progress counts checks. Raises Cancelled."""
        return examine(
            self._desk.database,
            self._desk.now_ms(),
            full=full,
            progress=progress,
            cancelled=cancelled,
        )

    def renew(self) -> bool:
        """Drop what is kept only to answer quickly, right or wrong: it is made again in idle
        moments, by a program that is started after this. Whether there was anything.
        Raises StorageBusy, StorageFailed."""
        return reckoned.forget_all(self._desk.database)


def examine(
    database: Database,
    now_ms: int,
    *,
    full: bool,
    progress: Progress = silent,
    cancelled: StopAsked = never,
) -> tuple[Check, ...]:
    """Every check of a file, open as a shop or not. Raises Cancelled."""
    patient = _Patient(database, now_ms, full, cancelled)
    looks = CHECKS if full else {name: CHECKS[name] for name in QUICK}

    def work() -> tuple[Check, ...]:
        checks: list[Check] = []
        for name, look in looks.items():
            stop_if(cancelled)
            checks.append(_checked(name, look, patient))
            progress(len(checks), len(looks))
        return tuple(checks)

    with stored.stoppable(database, cancelled):
        return database.read_transaction(work)


def examine_older(database: Database, cancelled: StopAsked = never) -> tuple[Check, ...]:
    """What can be said of a file of any schema: its pages and its links. Raises Cancelled."""
    patient = _Patient(database, 0, True, cancelled)
    with stored.stoppable(database, cancelled):
        return tuple(
            _checked(name, CHECKS[name], patient) for name in ("integrity", "foreign_keys")
        )


def is_made_again(checks: Iterable[Check]) -> bool:
    """Whether all that fails is kept only to answer quickly."""
    return {check.name for check in checks if not check.ok} <= MADE_AGAIN


def failing(checks: Iterable[Check]) -> tuple[str, ...]:
    """The names of the checks whose failing makes a copy unsound."""
    return tuple(c.name for c in checks if not c.ok and c.name not in NOT_OF_THE_FILE)


def _checked(name: str, look: _Look, patient: _Patient) -> Check:
    try:
        with stored.damage_told(patient.database):
            found = list(islice(look(patient), SHOWN_FAULTS + 1))
    except (ShopFileUnreadable, StorageFailed):
        return Check(name, False, "unreadable")
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        # Bytes that no longer are what the program wrote.
        return Check(name, False, "unreadable")
    if len(found) > SHOWN_FAULTS:
        found[SHOWN_FAULTS:] = ["…"]
    return Check(name, not found, "; ".join(found))


def _asked(name: str) -> _Look:
    """A check that is one set of queries."""

    def look(patient: _Patient) -> _Faults:
        rows = stored.faults(
            patient.database, name, recent=not patient.full, limit=SHOWN_FAULTS + 1
        )
        return map(_told, rows)

    return look


def _told(row: Row) -> str:
    if len(row) == 3:
        return f"{row[0]} {receipt_number(row[1], row[2])}"
    return f"{row[0]} {row[1]}"


def _integrity(patient: _Patient) -> _Faults:
    return stored.integrity(patient.database, SHOWN_FAULTS + 1)


def _foreign_keys(patient: _Patient) -> _Faults:
    return stored.foreign_key_faults(patient.database, SHOWN_FAULTS + 1)


def _schema(patient: _Patient) -> _Faults:
    application, version = stored.identity(patient.database)
    if application != APPLICATION_ID:
        yield f"application {application}"
    if version != schema_version():
        yield f"schema {version}"
    yield from stored.strange_objects(patient.database)


def _settings(patient: _Patient) -> _Faults:
    database = patient.database
    schemes = SchemeBook(database, load_settings(database).money)
    if not schemes.versions():
        yield "scheme"
    if stored_settings.counter_till(database) is None:
        yield "till"
    if stored_settings.owner(database) is None:
        yield "owner"
    stored_settings.key(database, "member_card")


def _clock(patient: _Patient) -> _Faults:
    last = stored.last_sold_at(patient.database)
    if last is not None and patient.now_ms < last - CLOCK_TOLERANCE // timedelta(milliseconds=1):
        hours = (last - patient.now_ms) // 3_600_000
        yield f"{hours} h before the last sale"


def _seals(patient: _Patient) -> _Faults:
    """Recompute every hash from the documents as they stand now."""
    database = patient.database
    for till_id, number, last in stored.tills(database):
        place = 0 if patient.full else max(0, last - RECENT_SEALS)
        expected = FIRST_PREVIOUS if not place else stored.seal_hash(database, till_id, place)
        chain = stored.seals(database, till_id, place)
        while links := list(islice(chain, SEALS_AT_ONCE)):
            stop_if(patient.stop_asked)
            forms = forms_of(database, [(kind, document) for *_, kind, document in links])
            for sequence, previous, digest, kind, document in links:
                place += 1
                if sequence != place or previous != expected:
                    yield f"till {number} link {sequence}: chain"
                    place = sequence
                form = forms.get(document)
                if form is None or link(previous, form) != digest:
                    yield f"till {number} link {sequence}: {kind}"
                expected = digest


def _search(patient: _Patient) -> _Faults:
    """Each member has exactly the search tokens of their name, and nobody else has any."""
    expected_in_all = 0
    for seq, number, name in stored.member_names(patient.database):
        tokens = list(search_tokens(name))
        expected_in_all += len(tokens)
        if tokens and stored.tokens_present(patient.database, seq, tokens) != len(tokens):
            yield f"member {number}"
    extra = stored.count_tokens(patient.database) - expected_in_all
    if extra > 0:
        yield f"{extra} of no name"


def _cards(patient: _Patient) -> _Faults:
    key = stored_settings.key(patient.database, "member_card")
    for serial, code, number in stored.card_codes(patient.database):
        if member_code(serial, key) != code:
            yield f"code of member {number}"
    yield from _asked("cards")(patient)


def _hints(patient: _Patient) -> _Faults:
    yield from _asked("hints")(patient)
    yield from map(_told, doctor_hints.short_counts(patient.database))


def _habits(patient: _Patient) -> _Faults:
    # Not imported with the rest: no start examines them.
    from app.services.habit_proof import wrong_habits

    return wrong_habits(patient.database, patient.stop_asked)


def _pasts(patient: _Patient) -> _Faults:
    from app.services.past_proof import wrong_pasts

    return wrong_pasts(patient.database, patient.stop_asked)


def _bought(patient: _Patient) -> _Faults:
    from app.services.bought_proof import wrong_marks

    return wrong_marks(patient.database, patient.stop_asked)


def _held(patient: _Patient) -> _Faults:
    """Every parked basket can be taken back."""
    for (cart,) in stored.held_carts(patient.database):
        load_cart(cart)
    return ()


CHECKS: dict[str, _Look] = {
    "integrity": _integrity,
    "foreign_keys": _foreign_keys,
    "schema": _schema,
    "settings": _settings,
    "clock": _clock,
    "receipts": _asked("receipts"),
    "sales": _asked("sales"),
    "sale_points": _asked("sale_points"),
    "claims": _asked("claims"),
    "sessions": _asked("sessions"),
    "members": _asked("members"),
    "points": _asked("points"),
    "visits": _asked("visits"),
    "spent": _asked("spent"),
    "last_visit": _asked("last_visit"),
    "buying_days": _asked("buying_days"),
    "lots": _asked("lots"),
    "coupons": _asked("coupons"),
    "rewards": _asked("rewards"),
    "refunds": _asked("refunds"),
    "wallets": _asked("wallets"),
    "gift_cards": _asked("gift_cards"),
    "passes": _asked("passes"),
    "takings": _asked("takings"),
    "accounts": _asked("accounts"),
    "deposits": _asked("deposits"),
    "tips": _asked("tips"),
    "drawer": _asked("drawer"),
    "standing": _asked("standing"),
    "stock": _asked("stock"),
    "merges": _asked("merges"),
    "campaigns": _asked("campaigns"),
    "care": _asked("care"),
    "hints": _hints,
    "habits": _habits,
    "pasts": _pasts,
    "bought": _bought,
    "sealed": _asked("sealed"),
    "seals": _seals,
    "search": _search,
    "cards": _cards,
    "held_sales": _held,
}

QUICK = ("schema", "settings", "clock", "sales", "sale_points", "seals")
