"""What a scanned code or a few typed letters mean: a member, a product or a receipt."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Union
from uuid import UUID

from app.errors import (
    CodeUnknown,
    FieldInvalid,
    MemberArchived,
    MemberUnknown,
    PayCodeScanned,
    ProductUnknown,
    SaleUnknown,
)
from app.services.cards import Cards
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.member_types import MemberHit, MemberState, MemberStrip
from app.services.members import Members
from app.services.products import Product, Products
from app.services.rules.cart import AppliedCoupon, CartLine
from app.services.rules.codes import (
    CodeKind,
    cleaned,
    kind_of,
    read_in_store,
    read_receipt_number,
    read_refund_number,
)
from app.services.rules.labels import label_barcodes, labelled
from app.services.rules.receipt import Receipt
from app.services.rules.tenders import TenderKind
from app.services.sales import Sales

# No code is longer; what is longer was never a scan.
CODE_LENGTH = 128

if TYPE_CHECKING:
    from app.services.gift_cards import GiftCard

_PAYERS = {
    CodeKind.WECHAT_PAY: TenderKind.WECHAT,
    CodeKind.ALIPAY_PAY: TenderKind.ALIPAY,
}
# Kinds of documents that this shop does not issue.
_RESERVED = frozenset({CodeKind.STAFF})


@dataclass(frozen=True, slots=True)
class MemberFound:
    """The code is a member's."""

    strip: MemberStrip


@dataclass(frozen=True, slots=True)
class ProductFound:
    """The code is a product's; the line is ready for the cart, as a label may tell it."""

    line: CartLine


@dataclass(frozen=True, slots=True)
class ReceiptFound:
    """The code is on a receipt of this shop."""

    receipt: Receipt


Found = Union[MemberFound, ProductFound, ReceiptFound, AppliedCoupon, "GiftCard"]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a text may mean, as one types."""

    members: tuple[MemberHit, ...]
    products: tuple[Product, ...]


class Lookup:
    """Routes a code by its shape, then by what the shop has."""

    def __init__(
        self, desk: Desk, members: Members, cards: Cards, products: Products, sales: Sales
    ) -> None:
        self._desk = desk
        self._members = members
        self._cards = cards
        self._products = products
        self._sales = sales

    def scan(self, code: str) -> Found:
        """What a scanned or wholly typed code is.

        Raises CardForged, CardNotActive, SaleUnknown, ProductUnknown, PayCodeScanned,
        MemberAmbiguous, MemberArchived, CouponUnknown, GiftCardUnknown, CodeUnknown;
        FieldInvalid for a label that weighs nothing.
        """
        text = code.strip()
        plain = cleaned(text)
        if not plain or len(text) > CODE_LENGTH:
            raise CodeUnknown(text[:CODE_LENGTH])
        kind = kind_of(plain)
        if kind is CodeKind.MEMBER:
            return self._member(self._cards.find(plain).member_id)
        if kind is CodeKind.RECEIPT:
            return ReceiptFound(self._sales.receipt(plain))
        if kind is CodeKind.REFUND:
            return ReceiptFound(self._sales.of_refund(plain))
        if kind is CodeKind.COUPON:
            return self._coupon(plain)
        if kind is CodeKind.GIFT:
            return self._gift_card(plain)
        if kind in _PAYERS:
            raise PayCodeScanned(_PAYERS[kind].value)
        if kind in _RESERVED:
            raise CodeUnknown(plain)
        return self._product(text, plain, kind) or self._document(text, plain, kind)

    def suggest(self, text: str, limit: int = 20) -> Suggestions:
        """Members and products a text may mean, as one types."""
        return Suggestions(self._members.suggest(text, limit), self._products.suggest(text, limit))

    def _product(self, text: str, plain: str, kind: CodeKind) -> ProductFound | None:
        """The product that has this barcode, whatever its shape, or is named by its label."""
        product = self._having(text)
        if product is not None:
            return ProductFound(CartLine(uuid7(), product.item))
        return self._labelled(plain) if kind is CodeKind.IN_STORE else None

    def _labelled(self, plain: str) -> ProductFound:
        label = read_in_store(plain, self._desk.settings.in_store)
        for barcode in label_barcodes(plain, label.item):
            product = self._having(barcode)
            if product is None:
                continue
            amount = labelled(product.item, label)
            if amount is None:
                raise FieldInvalid("quantity", "zero")
            return ProductFound(
                CartLine(
                    uuid7(),
                    product.item,
                    quantity_milli=amount.quantity_milli,
                    gross_minor=amount.gross_minor,
                )
            )
        raise ProductUnknown(plain)

    def _document(self, text: str, plain: str, kind: CodeKind) -> Found:
        """A receipt's number, a member's number, or a phone: a tenth of 8-digit phones have
        the shape of a GTIN."""
        if read_receipt_number(text) is not None:
            try:
                return ReceiptFound(self._sales.receipt(text))
            except SaleUnknown:
                if read_refund_number(text) is None:
                    raise
                return ReceiptFound(self._sales.of_refund(text))
        try:
            return self._member(self._members.resolve(text).member_id)
        except MemberUnknown:
            if kind is CodeKind.GTIN:
                raise ProductUnknown(plain) from None
            raise CodeUnknown(text) from None

    # What few scans need is loaded with the first of them.

    def _coupon(self, code: str) -> AppliedCoupon:
        from app.services.coupons import Coupons

        return Coupons(self._desk).laid(code)

    def _gift_card(self, code: str) -> "GiftCard":
        from app.services.gift_cards import GiftCards
        from app.services.takings import Takings

        return GiftCards(self._desk, Takings(self._desk)).find(code)

    def _member(self, member_id: UUID) -> MemberFound:
        strip = self._members.strip(member_id)
        if strip.state is MemberState.ARCHIVED:
            raise MemberArchived(strip.number)
        return MemberFound(strip)

    def _having(self, barcode: str) -> Product | None:
        try:
            return self._products.by_barcode(barcode)
        except ProductUnknown:
            return None
