"""Writing and reading members. Searching them is in `member_search`, their past in
`member_history`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import NamedTuple

import apsw

from app.errors import MemberNumberTaken, PhoneTaken
from app.models.database import Database, Row
from app.models.settings import save_settings

NEXT_NUMBER = "next_member_number"


class MemberRow(NamedTuple):
    """A row of `member`, columns in their order."""

    id: bytes
    number: str
    name: str
    phone: str
    phone_e164: str | None
    phone_digits: str | None
    phone_reversed: str | None
    gender: str
    birthday: str
    birthday_solar: str
    joined_on: str
    note: str
    email: str
    wechat: str
    address: str
    occupation: str
    source: str
    adviser: str
    preferences: str
    custom: str
    state: str
    created_at: int
    updated_at: int


class NewMember(NamedTuple):
    """A member ready to be written, with everything that hangs on it.

    `dependants` are (id, name, relation, birthday); `consent` is a row of `consent` or None.
    """

    row: MemberRow
    tokens: frozenset[str]
    tags: tuple[str, ...] = ()
    dependants: tuple[tuple[bytes, str, str, str], ...] = ()
    consent: Row | None = None


_COLUMNS = ", ".join(MemberRow._fields)
_INSERT = f"INSERT INTO member (seq, {_COLUMNS}) VALUES (?{', ?' * len(MemberRow._fields)})"
_UPDATE = (
    "UPDATE member SET "
    + ", ".join(f"{name} = ?" for name in MemberRow._fields[1:])
    + " WHERE id = ?"
)
_INSERT_SEARCHED = "INSERT INTO member_token (token, seq) VALUES (?, ?)"
_INSERT_TAG = "INSERT INTO member_tag (member_id, tag) VALUES (?, ?)"
_INSERT_DEPENDANT = (
    "INSERT INTO dependant (id, member_id, name, relation, birthday) VALUES (?, ?, ?, ?, ?)"
)
_INSERT_CONSENT = (
    "INSERT INTO consent (id, member_id, purpose, granted, notice_version, staff_id, recorded_at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


# --- writing -----------------------------------------------------------------


def insert_members(database: Database, members: Sequence[NewMember]) -> None:
    """Write members with their summaries, search tokens, tags, dependants and consents.

    One or ten thousand at a time, in the caller's transaction.
    Raises MemberNumberTaken, PhoneTaken.
    """
    first = 1 + int(database.value("SELECT coalesce(max(seq), 0) FROM member"))
    with _conflicts_told(database, (member.row for member in members)):
        database.executemany(
            _INSERT, ((seq, *member.row) for seq, member in enumerate(members, first))
        )
    database.executemany(
        "INSERT INTO member_summary (member_id) VALUES (?)", ((m.row.id,) for m in members)
    )
    # In the index's own order: neighbours land on one page.
    tokens = sorted(
        (token, seq) for seq, member in enumerate(members, first) for token in member.tokens
    )
    database.executemany(_INSERT_SEARCHED, tokens)
    database.executemany(_INSERT_TAG, chain.from_iterable(map(_tag_rows, members)))
    database.executemany(_INSERT_DEPENDANT, chain.from_iterable(map(_dependant_rows, members)))
    database.executemany(
        _INSERT_CONSENT, (member.consent for member in members if member.consent is not None)
    )


def update_member(database: Database, member: NewMember, old_tokens: frozenset[str]) -> None:
    """Replace everything of a member but its history. Raises MemberNumberTaken, PhoneTaken."""
    row = member.row
    with _conflicts_told(database, (row,)):
        database.execute(_UPDATE, (*row[1:], row.id))
    if member.tokens != old_tokens:
        seq = database.value("SELECT seq FROM member WHERE id = ?", (row.id,))
        database.executemany(
            "DELETE FROM member_token WHERE token = ? AND seq = ?",
            ((token, seq) for token in old_tokens - member.tokens),
        )
        database.executemany(
            _INSERT_SEARCHED, ((token, seq) for token in member.tokens - old_tokens)
        )
    database.execute("DELETE FROM member_tag WHERE member_id = ?", (row.id,))
    database.executemany(_INSERT_TAG, _tag_rows(member))
    database.execute("DELETE FROM dependant WHERE member_id = ?", (row.id,))
    database.executemany(_INSERT_DEPENDANT, _dependant_rows(member))
    if member.consent is not None:
        add_consent(database, member.consent)


def set_state(database: Database, row: MemberRow, state: str, now_ms: int) -> None:
    """Freeze, archive or bring back. Raises PhoneTaken where the phone has another owner now."""
    with _conflicts_told(database, (row,)):
        database.execute(
            "UPDATE member SET state = ?, updated_at = ? WHERE id = ?", (state, now_ms, row.id)
        )


def add_consent(database: Database, row: Row) -> None:
    """Append to the consent ledger: (id, member_id, purpose, granted, notice_version, staff_id,
    recorded_at)."""
    database.execute(_INSERT_CONSENT, row)


def _tag_rows(member: NewMember) -> Iterator[Row]:
    return ((member.row.id, tag) for tag in member.tags)


def _dependant_rows(member: NewMember) -> Iterator[Row]:
    return ((each[0], member.row.id, *each[1:]) for each in member.dependants)


@contextmanager
def _conflicts_told(database: Database, rows: Iterable[MemberRow]) -> Iterator[None]:
    """Say whose number or phone stood in the way when a UNIQUE index had the last word."""
    try:
        yield
    except apsw.ConstraintError:
        for row in rows:
            refuse_conflict(database, row)
        raise


def refuse_conflict(database: Database, row: MemberRow) -> None:
    """Raise MemberNumberTaken or PhoneTaken where another member has what this one wants."""
    holder = id_of_number(database, row.number)
    if holder is not None and holder != row.id:
        raise MemberNumberTaken(row.number)
    if row.phone_e164 is None:
        return
    owner = phone_owner(database, row.phone_e164)
    if owner is not None and owner[0] != row.id:
        raise PhoneTaken(phone=row.phone, number=owner[1], name=owner[2])


# --- numbers -----------------------------------------------------------------


def take_number(database: Database) -> str:
    """The next free automatic member number, six digits while they last; never given again.

    Runs inside the caller's transaction. Numbers given by hand or by an import are skipped.
    """
    stored = database.value("SELECT value FROM setting WHERE name = ?", (NEXT_NUMBER,))
    number = _free_from(database, 1 if stored is None else int(json.loads(stored)))
    save_settings(database, [(NEXT_NUMBER, json.dumps(number + 1))])
    return f"{number:06d}"


def give_numbers_from(database: Database, number: int) -> None:
    """Give no automatic number before this one."""
    save_settings(database, [(NEXT_NUMBER, json.dumps(number))])


def _free_from(database: Database, start: int) -> int:
    """A free number at or after `start` whose predecessor is taken, in a logarithm of steps."""

    def taken(number: int) -> bool:
        return id_of_number(database, f"{number:06d}") is not None

    if not taken(start):
        return start
    step = 1
    while taken(start + step):
        step *= 2
    low, high = start + step // 2, start + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(middle) else (low, middle)
    return high


# --- reading -----------------------------------------------------------------


def id_of_number(database: Database, number: str) -> bytes | None:
    """The member with this number, archived or not."""
    found: bytes | None = database.value("SELECT id FROM member WHERE number = ?", (number,))
    return found


def phone_owner(database: Database, e164: str) -> Row | None:
    """(id, number, name) of the live member with this phone, their own or of who was merged
    into them."""
    return database.row(
        "SELECT id, number, name FROM member WHERE phone_e164 = ? AND state <> 'archived'", (e164,)
    ) or database.row(
        "SELECT kept.id, kept.number, kept.name FROM member_alias"
        " JOIN member AS gone ON gone.id = gone_id JOIN member AS kept ON kept.id = keep_id"
        " WHERE gone.phone_e164 = ? AND kept.state <> 'archived'",
        (e164,),
    )


def ids_of_phone(database: Database, e164: str | None, digits: str, shown: str) -> list[Row]:
    """(id, state) of everyone with this phone; where it is only text, the text must be the same.

    A phone without digits is in no index, so it is found by nobody.
    """
    if e164 is not None:
        return database.rows(
            "SELECT id, state FROM member WHERE phone_digits = ? AND phone_e164 = ?", (digits, e164)
        )
    if not digits:
        return []
    return database.rows(
        "SELECT id, state FROM member WHERE phone_digits = ? AND phone = ?", (digits, shown)
    )


def member(database: Database, member_id: bytes) -> tuple[MemberRow, Row] | None:
    """The member and (points, visits, spent_minor, last_visit_at)."""
    found = database.row(
        f"SELECT {_COLUMNS}, points, visits, spent_minor, last_visit_at FROM member"
        " JOIN member_summary ON member_id = id WHERE id = ?",
        (member_id,),
    )
    if found is None:
        return None
    return MemberRow(*found[:-4]), found[-4:]


def joined_after(database: Database, member_id: bytes, seq: int) -> bool:
    """Whether a member came into the file after the one of this short key."""
    return bool(database.value("SELECT seq > ? FROM member WHERE id = ?", (seq, member_id)))


def has_points(database: Database, member_id: bytes) -> bool:
    """Whether the member's ledger of points holds anything."""
    found = database.row("SELECT 1 FROM points_entry WHERE member_id = ? LIMIT 1", (member_id,))
    return found is not None


def tags(database: Database, member_id: bytes) -> tuple[str, ...]:
    """The member's tags, in the order of the alphabet."""
    return tuple(
        tag
        for (tag,) in database.rows(
            "SELECT tag FROM member_tag WHERE member_id = ? ORDER BY tag", (member_id,)
        )
    )


def all_tags(database: Database) -> tuple[str, ...]:
    """Every tag in use."""
    return tuple(
        tag for (tag,) in database.rows("SELECT DISTINCT tag FROM member_tag ORDER BY tag")
    )


def dependants(database: Database, member_id: bytes) -> list[Row]:
    """(name, relation, birthday) of the member's dependants, in the order they were entered."""
    return database.rows(
        "SELECT name, relation, birthday FROM dependant WHERE member_id = ? ORDER BY id",
        (member_id,),
    )


def consent(database: Database, member_id: bytes) -> Row | None:
    """(granted, notice_version, recorded_at) of the member's newest word on marketing."""
    return database.row(
        "SELECT granted, notice_version, recorded_at FROM consent"
        " WHERE member_id = ? AND purpose = 'marketing'"
        " ORDER BY recorded_at DESC, id DESC LIMIT 1",
        (member_id,),
    )


def strip(database: Database, member_id: bytes) -> Row | None:
    """What the cashier shows at once: (number, name, phone, state, birthday, note, joined_on,
    points, visits, last_visit_at)."""
    return database.row(
        "SELECT number, name, phone, state, birthday, note, joined_on, points, visits,"
        " last_visit_at FROM member JOIN member_summary ON member_id = id WHERE id = ?",
        (member_id,),
    )
