"""What a sale is paid with that the shop holds already: wallet, store credit, gift cards."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from app.errors import TenderInvalid, ValueTooLow
from app.models import value as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.desk import Desk
from app.services.gift_cards import GiftCards, add_gift_entry
from app.services.rules.cart import Cart
from app.services.rules.tenders import Tender, TenderKind
from app.services.takings import Stamp, new_id
from app.services.wallets import Spent, Wallets, add_spending

HELD = frozenset({TenderKind.STORED_VALUE, TenderKind.STORE_CREDIT, TenderKind.GIFT_CARD})


@dataclass(frozen=True, slots=True)
class KeptMoney:
    """What the tenders of a sale draw on, settled before it is priced out."""

    tenders: tuple[Tender, ...]
    wallet: Spent | None = None
    credit_minor: int = 0
    gifts: tuple[tuple[Row, int], ...] = field(default=())


class KeptTenders:
    """Looks up and draws the money that the shop holds for whoever pays."""

    def __init__(self, desk: Desk, wallets: Wallets, gift_cards: GiftCards) -> None:
        self._desk = desk
        self._wallets = wallets
        self._gift_cards = gift_cards

    def drawn(self, cart: Cart, tenders: tuple[Tender, ...], day: date) -> KeptMoney:
        """The tenders, each with the part that earns nothing, and where the money comes from.

        Raises TenderInvalid, ValueTooLow, GiftCardUnknown, GiftCardNotUsable.
        """
        if not any(tender.kind in HELD for tender in tenders):
            return KeptMoney(tenders)
        member_id = None if cart.member is None else cart.member.member_id
        wallet: Spent | None = None
        credit = 0
        gifts: dict[bytes, tuple[Row, int]] = {}
        settled: list[Tender] = []
        for tender in tenders:
            checked = tender
            if tender.kind is TenderKind.STORED_VALUE:
                wallet = self._wallet(member_id, tender, wallet, day)
                checked = replace(tender, bonus_minor=wallet.bonus_minor)
            elif tender.kind is TenderKind.STORE_CREDIT:
                credit = self._credit(member_id, tender, credit)
            elif tender.kind is TenderKind.GIFT_CARD:
                card = self._gift(tender, gifts, day)
                gifts[card[0]] = (card, tender.amount_minor)
                checked = replace(tender, reference=card[1])
            settled.append(checked)
        return KeptMoney(tuple(settled), wallet, credit, tuple(gifts.values()))

    def _wallet(
        self, member_id: UUID | None, tender: Tender, before: Spent | None, day: date
    ) -> Spent:
        if member_id is None:
            raise TenderInvalid(tender.kind.value, "needs_member")
        if before is not None:
            raise TenderInvalid(tender.kind.value, "duplicate")
        return self._wallets.spending(member_id, tender.amount_minor, day)

    def _credit(self, member_id: UUID | None, tender: Tender, before: int) -> int:
        if member_id is None:
            raise TenderInvalid(tender.kind.value, "needs_member")
        held = stored.credit(self._desk.database, member_id.bytes)
        wanted = before + tender.amount_minor
        if wanted > held:
            raise ValueTooLow(tender.kind.value, wanted, held)
        return wanted

    def _gift(self, tender: Tender, before: dict[bytes, tuple[Row, int]], day: date) -> Row:
        if not tender.reference:
            raise TenderInvalid(tender.kind.value, "needs_code")
        card = self._gift_cards.spending(tender.reference, tender.amount_minor, day)
        if card[0] in before:
            raise TenderInvalid(tender.kind.value, "duplicate")
        return card


def add_drawn(
    rows: LedgerRows, kept: KeptMoney, member_id: UUID | None, sale_id: UUID, at: Stamp
) -> None:
    """Add the entries that pay a sale from money that was kept."""
    if kept.wallet is not None and member_id is not None:
        add_spending(rows, member_id, at, ("spend", ""), kept.wallet.parts, sale_id=sale_id)
    if kept.credit_minor and member_id is not None:
        rows.add(
            "store_credit_entry",
            new_id(),
            sale_id.bytes,
            None,
            member_id.bytes,
            "spend",
            -kept.credit_minor,
            "",
            *at.row,
        )
    gifts: Sequence[tuple[Row, int]] = kept.gifts
    for card, amount in gifts:
        add_gift_entry(rows, card[0], at, ("spend", -amount), sale_id=sale_id)
