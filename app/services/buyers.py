"""The member on a basket, as read inside the transaction that sells it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.errors import MemberArchived, MemberFrozen, MemberUnknown
from app.models import sales as stored
from app.models.database import Database
from app.services.rules.cart import Cart, MemberFacts


@dataclass(frozen=True, slots=True)
class Buyer:
    """A member who may earn and spend."""

    facts: MemberFacts
    number: str
    name: str
    phone: str


def buyer_of(database: Database, cart: Cart) -> Buyer | None:
    """The cart's member as they stand now; None where the cart has none.

    Raises MemberUnknown, MemberFrozen, MemberArchived.
    """
    return None if cart.member is None else buyer(database, cart.member.member_id)


def buyer(database: Database, member_id: UUID) -> Buyer:
    """A member who may earn and spend. Raises MemberUnknown, MemberFrozen, MemberArchived."""
    row = stored.member_facts(database, member_id.bytes)
    if row is None:
        raise MemberUnknown("")
    number, name, phone, state, points, joined_on = row
    if state == "frozen":
        raise MemberFrozen(number)
    if state == "archived":
        raise MemberArchived(number)
    facts = MemberFacts(member_id, points, False, date.fromisoformat(joined_on))
    return Buyer(facts, number, name, phone)
