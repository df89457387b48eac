"""The member at the till with everything they have in the scheme; read in the lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from app.services.accounts import AccountHeld
    from app.services.member_types import MemberStrip
    from app.services.rules.cart import LaidDeposit
    from app.services.rules.wallets import WalletLot
    from app.services.standing import Standing


@dataclass(frozen=True, slots=True)
class AtTill:
    """A member as the till needs them: the strip with all facts, and what they hold."""

    strip: MemberStrip
    standing: Standing
    lots: tuple[WalletLot, ...] = ()
    account: AccountHeld | None = None
    deposits: tuple[LaidDeposit, ...] = ()
    tied: frozenset[UUID] = frozenset()
    """Deposits that belong to a basket on hold: they pay no other."""


def at_till_now(shop: Any, member_id: UUID) -> AtTill:
    """The member at the till, or whoever they were merged into since. Raises MemberUnknown."""
    return at_till(shop, shop.members.strip(shop.merges.owner_of(member_id)))


def at_till(shop: Any, strip: MemberStrip) -> AtTill:
    """Everything the till shows of a member, beside what the strip, just read, says."""
    member_id: UUID = strip.member_id
    standing: Standing = shop.loyalty.standing(member_id)
    lots = shop.wallets.lots(member_id) if standing.wallet.total_minor else ()
    open_ones = shop.deposits.of_member(member_id)
    deposits = tuple(deposit.laid for deposit in open_ones)
    tied = frozenset(each.deposit_id for each in open_ones if each.held_id is not None)
    account = shop.accounts.owed(member_id)
    return AtTill(strip, standing, lots, account, deposits, tied)
