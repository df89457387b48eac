"""What a sale's tenders must be before they are settled, and what is kept of their references."""

from dataclasses import replace

from app.errors import AmountTooLarge, TenderInvalid
from app.services.rules.cart import Cart
from app.services.rules.money import AMOUNT_LIMIT_MINOR
from app.services.rules.pay_codes import kept_reference, payer_of
from app.services.rules.tenders import Tender, TenderKind
from app.services.texts import REFERENCE_LENGTH, checked_text

# Tenders with a ledger of their own.
LEDGER_KINDS = frozenset(
    {
        TenderKind.STORED_VALUE,
        TenderKind.GIFT_CARD,
        TenderKind.STORE_CREDIT,
        TenderKind.ON_ACCOUNT,
        TenderKind.DEPOSIT,
    }
)


def noted(tender: Tender) -> Tender:
    """The tender with its reference as it may be kept: of a pay code the last digits alone.

    Raises FieldInvalid (a bank-card number among others), TenderInvalid.
    """
    if not tender.reference:
        return tender
    payer = payer_of(tender.reference)
    if payer is not None and payer is not tender.kind:
        raise TenderInvalid(tender.kind.value, "code_of_another")
    kept = checked_text("reference", kept_reference(tender.reference), REFERENCE_LENGTH)
    return replace(tender, reference=kept)


def check_tender(tender: Tender, cart: Cart) -> None:
    """Raises TenderInvalid, AmountTooLarge."""
    if tender.amount_minor <= 0:
        raise TenderInvalid(tender.kind.value, "not_an_amount")
    if tender.amount_minor > AMOUNT_LIMIT_MINOR:
        raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
    if tender.kind is TenderKind.EXCHANGE:
        raise TenderInvalid(tender.kind.value, "only_with_return")
    if tender.kind is TenderKind.POINTS and cart.member is None:
        raise TenderInvalid(tender.kind.value, "needs_member")
