"""What a sale's basket and tenders must be, and what is kept of their references."""

from dataclasses import replace

from app.errors import (
    AmountTooLarge,
    CartEmpty,
    NotEnoughPoints,
    PointsRefused,
    PriceChanged,
    SaleBarred,
    TenderInvalid,
    TendersOver,
    TendersShort,
)
from app.services.cart_prices import same_price
from app.services.rules.cart import Cart
from app.services.rules.money import AMOUNT_LIMIT_MINOR
from app.services.rules.pay_codes import kept_reference, payer_of
from app.services.rules.pricing import PriceTerms, Quote
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import Settlement, Tender, TenderKind, settle
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


def settled(
    cart: Cart,
    fresh: Quote,
    tenders: tuple[Tender, ...],
    quoted: Quote | None,
    by: tuple[Scheme, PriceTerms],
) -> Settlement:
    """Everything that can be refused about a basket and its tenders, refused.

    Raises CartEmpty, AmountTooLarge, SaleBarred, PriceChanged, TendersOver, TendersShort,
    PointsRefused, NotEnoughPoints.
    """
    if all(line.tip for line in cart.lines):
        raise CartEmpty
    if fresh.gross_minor > AMOUNT_LIMIT_MINOR:
        raise AmountTooLarge(AMOUNT_LIMIT_MINOR)
    if fresh.barred is not None:
        raise SaleBarred(fresh.barred)
    if quoted is not None and not same_price(quoted, fresh):
        raise PriceChanged(quoted.total_minor, fresh.total_minor)
    settlement = settle(cart, fresh, tenders, *by)
    if settlement.over_minor:
        raise TendersOver(settlement.over_minor)
    if settlement.missing_minor:
        raise TendersShort(settlement.missing_minor)
    if settlement.refused is not None:
        raise PointsRefused(TenderKind.POINTS.value, settlement.refused.code, settlement.refused)
    # Who owes points buys and earns all the same: that is how the debt is repaid.
    if cart.member is not None and settlement.points_spent > max(0, cart.member.points):
        raise NotEnoughPoints(settlement.points_spent, cart.member.points)
    return settlement
