"""From what a person typed to rows that can be written: every field checked in one place."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize
from uuid import UUID

from app.errors import FieldInvalid
from app.models.members import MemberRow, NewMember
from app.services.ids import uuid7
from app.services.member_types import MemberDraft, MemberState
from app.services.rules.birthdays import (
    NotABirthday,
    birth_date,
    parse_birthday,
    solar_month_day,
)
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.days import Birthday
from app.services.rules.phones import Phone, parse_phone
from app.services.rules.pinyin import search_tokens
from app.services.texts import checked_text

PHONE_UNPARSED = "phone_unparsed"

NUMBER_LENGTH = 32
NAME_LENGTH = 120
PHONE_LENGTH = 40
SHORT_LENGTH = 120
LABEL_LENGTH = 60
LONG_LENGTH = 4000
LIST_LENGTH = 50

_GENDERS = {
    "": "",
    "female": "female",
    "f": "female",
    "woman": "female",
    "女": "female",
    "女性": "female",
    "male": "male",
    "m": "male",
    "man": "male",
    "男": "male",
    "男性": "male",
    "other": "other",
    "其他": "other",
    "unknown": "",
    "未知": "",
    "保密": "",
}


@dataclass(frozen=True, slots=True)
class DraftContext:
    """What a draft is read with: the shop's country and day, and who asks when.

    `kept_phone` is the phone the member has: where the text is still the same it is not read
    again, so that a shop that changes its country keeps its members' numbers.
    """

    region: str
    today: date
    now_ms: int
    notice_version: str
    staff_id: bytes
    kept_phone: Phone | None = None


def new_member(
    draft: MemberDraft,
    context: DraftContext,
    *,
    member_id: UUID,
    number: str,
    state: MemberState = MemberState.ACTIVE,
    created_at: int | None = None,
) -> tuple[NewMember, tuple[str, ...]]:
    """Rows for a draft, ready to be written, and warnings; consent only where it is given.

    `number` is the member number already decided. Raises FieldInvalid.
    """
    name = checked_text("name", draft.name, NAME_LENGTH)
    phone = _phone(draft.phone, context)
    if not name and not phone.shown:
        raise FieldInvalid("name", "required")
    birthday = checked_birthday("birthday", draft.birthday, context.today)
    row = MemberRow(
        id=member_id.bytes,
        number=number,
        name=name,
        phone=phone.shown,
        phone_e164=phone.e164,
        phone_digits=phone.digits or None,
        phone_reversed=phone.reversed_digits or None,
        gender=checked_gender(draft.gender),
        birthday="" if birthday is None else str(birthday),
        birthday_solar=solar_month_day(birthday),
        joined_on=(draft.joined_on or context.today).isoformat(),
        note=checked_text("note", draft.note, LONG_LENGTH, lines=True),
        email=checked_text("email", draft.email, 254),
        wechat=checked_text("wechat", draft.wechat, SHORT_LENGTH),
        address=checked_text("address", draft.address, 400, lines=True),
        occupation=checked_text("occupation", draft.occupation, SHORT_LENGTH),
        source=checked_text("source", draft.source, SHORT_LENGTH),
        adviser=checked_text("adviser", draft.adviser, SHORT_LENGTH),
        preferences=_json(_labels("preferences", draft.preferences)),
        custom=_json(_custom(draft.custom)),
        state=state.value,
        created_at=context.now_ms if created_at is None else created_at,
        updated_at=context.now_ms,
    )
    member = NewMember(
        row=row,
        tokens=search_tokens(name),
        tags=_labels("tags", draft.tags),
        dependants=_dependants(draft, context.today),
        consent=consent_row(context, member_id, granted=True) if draft.marketing_consent else None,
    )
    unparsed = bool(phone.shown) and phone.e164 is None
    return member, (PHONE_UNPARSED,) if unparsed else ()


def checked_number(text: str) -> str:
    """A member number as typed, zeros kept. Raises FieldInvalid.

    The shape of a card code is refused: a card is checked by its key before anything is looked
    up, so such a number could never be found.
    """
    number = checked_text("number", text, NUMBER_LENGTH)
    if kind_of(cleaned(number)) is CodeKind.MEMBER:
        raise FieldInvalid("number", "reserved_code", number)
    return number


def checked_gender(text: str) -> str:
    """`female`, `male`, `other` or blank, also from Chinese. Raises FieldInvalid."""
    gender = _GENDERS.get(normalize("NFKC", text).strip().lower())
    if gender is None:
        raise FieldInvalid("gender", "unknown_value", text)
    return gender


def checked_birthday(field: str, text: str, today: date) -> Birthday | None:
    """A birthday up to today, None for a blank. Raises FieldInvalid."""
    try:
        birthday = parse_birthday(text)
    except NotABirthday:
        raise FieldInvalid(field, "not_a_birthday", text) from None
    born = None if birthday is None else birth_date(birthday)
    if born is not None and born > today:
        raise FieldInvalid(field, "in_the_future", text)
    return birthday


def consent_row(context: DraftContext, member_id: UUID, *, granted: bool) -> tuple[object, ...]:
    """A line of the consent ledger."""
    return (
        uuid7().bytes,
        member_id.bytes,
        "marketing",
        int(granted),
        context.notice_version,
        context.staff_id,
        context.now_ms,
    )


def _phone(text: str, context: DraftContext) -> Phone:
    typed = checked_text("phone", text, PHONE_LENGTH)
    kept = context.kept_phone
    return kept if kept is not None and kept.shown == typed else parse_phone(typed, context.region)


def _labels(field: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Short texts in their order, blanks and repeats dropped."""
    labels = dict.fromkeys(checked_text(field, text, LABEL_LENGTH) for text in texts)
    labels.pop("", None)
    if len(labels) > LIST_LENGTH:
        raise FieldInvalid(field, "too_many")
    return tuple(labels)


def _custom(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    fields = {
        checked_text("custom", name, LABEL_LENGTH, required=True): checked_text(
            "custom", value, LONG_LENGTH, lines=True
        )
        for name, value in pairs
    }
    if len(fields) > LIST_LENGTH:
        raise FieldInvalid("custom", "too_many")
    return fields


def _dependants(draft: MemberDraft, today: date) -> tuple[tuple[bytes, str, str, str], ...]:
    if len(draft.dependants) > LIST_LENGTH:
        raise FieldInvalid("dependants", "too_many")
    rows = []
    for each in draft.dependants:
        birthday = checked_birthday("dependants", each.birthday, today)
        rows.append(
            (
                uuid7().bytes,
                checked_text("dependants", each.name, NAME_LENGTH, required=True),
                checked_text("dependants", each.relation, LABEL_LENGTH),
                "" if birthday is None else str(birthday),
            )
        )
    return tuple(rows)


_encode: Callable[[object], str] = json.JSONEncoder(ensure_ascii=False).encode


def _json(value: tuple[str, ...] | dict[str, str]) -> str:
    return _encode(value) if value else ("{}" if isinstance(value, dict) else "[]")
