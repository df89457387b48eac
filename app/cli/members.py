"""The verbs about members: add, find."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from app.cli.console import LANGUAGE, Console, facts, table
from app.errors import FieldInvalid
from app.messages import warning_text
from app.services.cards import CardState
from app.services.member_types import DependantDraft, Member, MemberDraft
from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.shop import Shop

# As many as `Members.find` gives.
FOUND_AT_MOST = 20


def add(asked: Namespace, console: Console) -> int:
    """Enrol a member and issue a card. Raises PhoneTaken, MemberNumberTaken, FieldInvalid."""
    shop = console.open_shop()
    # Looked for first: nobody is enrolled where nobody is found.
    referrer = shop.members.resolve(asked.referred_by) if asked.referred_by else None
    enrolled = shop.members.add(
        MemberDraft(
            name=asked.name,
            phone=asked.phone,
            number=asked.number,
            gender=asked.gender,
            birthday=asked.birthday,
            joined_on=_day(asked.joined_on),
            tags=tuple(asked.tag),
            preferences=tuple(asked.preference),
            note=asked.note,
            email=asked.email,
            wechat=asked.wechat,
            address=asked.address,
            occupation=asked.occupation,
            source=asked.source,
            adviser=asked.adviser,
            dependants=tuple(map(_dependant, asked.dependant)),
            custom=tuple(map(_custom, asked.custom)),
            marketing_consent=asked.consent,
        )
    )
    if referrer is not None:
        shop.perks.refer(enrolled.member.member_id, referrer.member_id)
    told = told_member(enrolled.member, shop, console)
    if referrer is not None:
        told["referred_by"] = referrer.number
    warnings = [warning_text(code, LANGUAGE) for code in enrolled.warnings]
    if warnings:
        told["warnings"] = warnings
    console.show(told, f"Enrolled.\n\n{facts(told, indent='  ')}")
    return 0


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid("joined_on", "not_a_date", text) from error


def _dependant(text: str) -> DependantDraft:
    """`NAME,RELATION,BIRTHDAY`, the last two as far as they are given."""
    name, relation, birthday = (part.strip() for part in (*text.split(",", 2), "", "")[:3])
    return DependantDraft(name, relation, birthday)


def _custom(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name.strip(), value.strip()


def find(asked: Namespace, console: Console) -> int:
    """List the members that answer to a text; a card code of ours answers for itself alone.

    Raises CardForged, CardNotActive.
    """
    shop = console.open_shop()
    if kind_of(cleaned(asked.text)) is CodeKind.MEMBER:
        found: Sequence[Member] = [shop.members.resolve(asked.text)]
    else:
        found = shop.members.find(asked.text)
    told = [told_member(member, shop, console) for member in found]
    if not told:
        console.show(told, "No member answers to this.")
        return 0
    heading = ("number", "name", "phone", "points", "visits", "spent", "last_visit")
    rows = [[member[column] for column in heading] for member in told]
    lines = table([column.replace("_", " ") for column in heading], rows, frozenset({3, 4, 5}))
    if len(told) == FOUND_AT_MOST:
        lines += f"\n\nThe first {FOUND_AT_MOST}; write more of the name, number or phone."
    console.show(told, lines)
    return 0


def told_member(member: Member, shop: Shop, console: Console) -> dict[str, object]:
    """A member as scripts read one; `card` is the code of the active card, or empty."""
    codes = (
        card.code
        for card in shop.cards.of_member(member.member_id)
        if card.state is CardState.ACTIVE
    )
    visited = member.last_visit_at
    return {
        "number": member.number,
        "name": member.name,
        "phone": member.phone,
        "tier": member.tier,
        "points": member.points,
        "visits": member.visits,
        "spent": console.amount(member.spent_minor),
        "last_visit": None
        if visited is None
        else visited.astimezone(shop.desk.zone).date().isoformat(),
        "card": next(codes, ""),
        "state": member.state.value,
        "joined_on": member.joined_on.isoformat(),
        "birthday": str(member.birthday or ""),
        "gender": member.gender,
        "tags": list(member.tags),
        "preferences": list(member.preferences),
        "note": member.note,
        "email": member.email,
        "wechat": member.wechat,
        "address": member.address,
        "occupation": member.occupation,
        "source": member.source,
        "adviser": member.adviser,
        "dependants": [
            {"name": one.name, "relation": one.relation, "birthday": str(one.birthday or "")}
            for one in member.dependants
        ],
        "custom": dict(member.custom),
        "consent": member.consent is not None and member.consent.granted,
    }
