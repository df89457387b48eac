"""What a sale is paid with that the shop holds already: wallet, store credit, gift cards."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from app.errors import TenderInvalid, ValueTooLow
from app.models import value as stored
from app.models.database import Row
from app.models.ledgers import LedgerRows
from app.services.accounts import Accounts, add_account_entry
from app.services.deposits import Deposits, add_deposit_entry
from app.services.desk import Approval, Desk
from app.services.gift_cards import GiftCards, add_gift_entry
from app.services.rules.cart import Cart
from app.services.rules.tenders import Tender, TenderKind
from app.services.takings import Stamp, Takings, new_id
from app.services.tender_checks import LEDGER_KINDS
from app.services.wallets import Spent, Wallets, add_spending


@dataclass(frozen=True, slots=True)
class KeptMoney:
    """What the tenders of a sale draw on, settled before it is priced out."""

    tenders: tuple[Tender, ...]
    wallet: Spent | None = None
    credit_minor: int = 0
    gifts: tuple[tuple[Row, int], ...] = field(default=())
    charged_minor: int = 0
    deposits: tuple[tuple[bytes, int], ...] = ()


class KeptTenders:
    """Looks up and draws the money that the shop holds for whoever pays."""

    def __init__(self, desk: Desk, takings: Takings) -> None:
        self._desk = desk
        self._wallets = Wallets(desk, takings)
        self._gift_cards = GiftCards(desk, takings)
        self._accounts = Accounts(desk, takings)
        self._deposits = Deposits(desk, takings)

    def drawn(
        self,
        cart: Cart,
        tenders: tuple[Tender, ...],
        day: date,
        approval: Approval | None = None,
    ) -> KeptMoney:
        """The tenders, each with the part that earns nothing, and where the money comes from.

        Raises TenderInvalid, ValueTooLow, GiftCardUnknown, GiftCardNotUsable, AccountNotOffered,
        NeedsApproval, DepositUnknown, DepositClosed.
        """
        if not any(tender.kind in LEDGER_KINDS for tender in tenders):
            return KeptMoney(tenders)
        member_id = None if cart.member is None else cart.member.member_id
        wallet: Spent | None = None
        credit = charged = 0
        deposits: dict[bytes, int] = {}
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
            elif tender.kind is TenderKind.ON_ACCOUNT:
                charged += tender.amount_minor
            elif tender.kind is TenderKind.DEPOSIT:
                deposit_id, number = self._deposit(member_id, tender, deposits)
                deposits[deposit_id] = tender.amount_minor
                checked = replace(tender, reference=number)
            settled.append(checked)
        if charged:
            self._charge(member_id, charged, approval)
        return KeptMoney(
            tuple(settled), wallet, credit, tuple(gifts.values()), charged, tuple(deposits.items())
        )

    def _charge(self, member_id: UUID | None, amount_minor: int, approval: Approval | None) -> None:
        if member_id is None:
            raise TenderInvalid(TenderKind.ON_ACCOUNT.value, "needs_member")
        self._accounts.charging(member_id, amount_minor, approval)

    def _deposit(
        self, member_id: UUID | None, tender: Tender, before: dict[bytes, int]
    ) -> tuple[bytes, str]:
        if not tender.reference:
            raise TenderInvalid(tender.kind.value, "needs_deposit")
        deposit = self._deposits.spending(tender.reference, tender.amount_minor)
        if deposit.member_id not in (None, member_id):
            raise TenderInvalid(tender.kind.value, "of_another_member")
        if deposit.deposit_id.bytes in before:
            raise TenderInvalid(tender.kind.value, "duplicate")
        return deposit.deposit_id.bytes, deposit.number

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
    if kept.charged_minor and member_id is not None:
        what = ("charge", kept.charged_minor, "")
        add_account_entry(rows, member_id, at, what, sale_id=sale_id.bytes)
    for deposit_id, amount in kept.deposits:
        add_deposit_entry(rows, deposit_id, at, ("used", -amount, ""), sale_id=sale_id.bytes)
    gifts: Sequence[tuple[Row, int]] = kept.gifts
    for card, amount in gifts:
        add_gift_entry(rows, card[0], at, ("spend", -amount), sale_id=sale_id)
