"""A basket as JSON, so that it can be parked and come back."""

import json
from typing import Any
from uuid import UUID

from app.services.rules.cart import (
    AppliedCoupon,
    AppliedPass,
    Cart,
    CartLine,
    HandDiscount,
    Item,
    LaidDeposit,
    MemberFacts,
)


def dump_cart(cart: Cart) -> str:
    """The basket as text; the member by id alone, since their balance may change meanwhile."""
    return json.dumps(
        {
            "member": None if cart.member is None else str(cart.member.member_id),
            "discount": _dump_discount(cart.discount),
            "lines": [_dump_line(line) for line in cart.lines],
            "coupons": [[coupon.code, coupon.template] for coupon in cart.coupons],
            "rewards": list(cart.rewards),
            "vouchers": list(cart.vouchers),
            "deposits": [[str(laid.deposit_id), laid.number] for laid in cart.deposits],
            "passes": [[str(laid.pass_id), laid.template] for laid in cart.passes],
        },
        ensure_ascii=False,
    )


def load_cart(text: str) -> Cart:
    """The basket as it was parked; the caller refreshes the member, what is laid on it and
    the prices."""
    stored = json.loads(text)
    member = stored["member"]
    return Cart(
        lines=tuple(_load_line(line) for line in stored["lines"]),
        member=None if member is None else MemberFacts(UUID(member)),
        discount=_load_discount(stored["discount"]),
        coupons=tuple(AppliedCoupon(*coupon) for coupon in stored.get("coupons", ())),
        rewards=tuple(stored.get("rewards", ())),
        vouchers=tuple(stored.get("vouchers", ())),
        deposits=tuple(
            LaidDeposit(UUID(deposit_id), number)
            for deposit_id, number in stored.get("deposits", ())
        ),
        passes=tuple(
            AppliedPass(UUID(pass_id), template) for pass_id, template in stored.get("passes", ())
        ),
    )


def _dump_line(line: CartLine) -> dict[str, Any]:
    item = line.item
    return {
        "line_id": str(line.line_id),
        "quantity_milli": line.quantity_milli,
        "gross_minor": line.gross_minor,
        "served_by": None if line.served_by is None else str(line.served_by),
        "discount": _dump_discount(line.discount),
        "tip": line.tip,
        "item": {
            "name": item.name,
            "unit_price_minor": item.unit_price_minor,
            "product_id": None if item.product_id is None else str(item.product_id),
            "member_price_minor": item.member_price_minor,
            "category": item.category,
            "tax_rate_bp": item.tax_rate_bp,
            "weighed": item.weighed,
            "barcode": item.barcode,
        },
    }


def _load_line(stored: dict[str, Any]) -> CartLine:
    item = dict(stored["item"])
    product_id = item.pop("product_id")
    served_by = stored["served_by"]
    return CartLine(
        line_id=UUID(stored["line_id"]),
        item=Item(product_id=None if product_id is None else UUID(product_id), **item),
        quantity_milli=stored["quantity_milli"],
        gross_minor=stored["gross_minor"],
        served_by=None if served_by is None else UUID(served_by),
        discount=_load_discount(stored["discount"]),
        tip=stored.get("tip", False),
    )


def _dump_discount(discount: HandDiscount | None) -> dict[str, Any] | None:
    if discount is None:
        return None
    return {
        "reason": discount.reason,
        "percent_bp": discount.percent_bp,
        "amount_minor": discount.amount_minor,
        "round_down_to_minor": discount.round_down_to_minor,
    }


def _load_discount(stored: dict[str, Any] | None) -> HandDiscount | None:
    return None if stored is None else HandDiscount(**stored)
