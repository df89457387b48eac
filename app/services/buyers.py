"""The member on a basket, as read inside the transaction that sells it."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from app.errors import MemberArchived, MemberFrozen, MemberMerged, MemberUnknown
from app.models import merges
from app.models import sales as stored
from app.services.desk import Desk
from app.services.loyalty import Loyalty
from app.services.rules.cart import Cart, MemberFacts


class Buyer(NamedTuple):
    """A member who may earn and spend. `balance` is all their points, pending ones too."""

    facts: MemberFacts
    number: str
    name: str
    phone: str
    balance: int
    last_visit_at: int = 0


def buyer_of(
    desk: Desk, loyalty: Loyalty, cart: Cart, day: date, merged_into: bytes | None
) -> Buyer | None:
    """The cart's member as they stand on a business day; None where the cart has none.

    Whoever was `merged_into` another while they were on the basket, at this till or at another,
    is that other. What is due for them is done first. Raises MemberUnknown, MemberFrozen,
    MemberArchived.
    """
    if cart.member is None:
        return None
    member_id = cart.member.member_id if merged_into is None else UUID(bytes=merged_into)
    desk.before_spending(member_id)
    row, facts = loyalty.person(member_id, day)
    _check(desk, member_id, row[3], row[0])
    return Buyer(facts, row[0], row[1], row[2], row[4], row[7])


def member_now(desk: Desk, member_id: UUID) -> UUID:
    """Who this member is by now: whoever they were merged into, else themself."""
    return UUID(bytes=merges.owner(desk.database, member_id.bytes))


def buyer(desk: Desk, member_id: UUID) -> Buyer:
    """A member who may earn and spend, without what the scheme knows of them.

    What is due for them is done first. Raises MemberUnknown, MemberFrozen, MemberArchived,
    MemberMerged.
    """
    desk.before_spending(member_id)
    row = stored.member_facts(desk.database, member_id.bytes)
    if row is None:
        raise MemberUnknown("")
    number, name, phone, state, points, joined_on = row
    _check(desk, member_id, state, number)
    facts = MemberFacts(member_id, points, False, date.fromisoformat(joined_on))
    return Buyer(facts, number, name, phone, points)


def _check(desk: Desk, member_id: UUID, state: str, number: str) -> None:
    if state == "frozen":
        raise MemberFrozen(number)
    if state == "archived":
        # Another till may have merged them while they were on this one's basket.
        into = merges.merged_into(desk.database, member_id.bytes)
        if into is not None:
            raise MemberMerged(number, into[1])
        raise MemberArchived(number)
