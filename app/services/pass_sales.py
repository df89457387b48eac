"""Session passes that pay for lines of a sale: checked, and counted with the sale itself."""

from collections import Counter
from datetime import date
from uuid import UUID

from app.errors import PassNotUsable
from app.models.ledgers import LedgerRows
from app.services.passes import Pass, Passes
from app.services.rules.cart import AppliedPass, Cart
from app.services.rules.quote import Quote
from app.services.sale_ledgers import SaleHeader
from app.services.takings import Stamp, new_id


def applied(held: Pass) -> AppliedPass:
    """One use of a pass as a cart holds it."""
    return AppliedPass(held.pass_id, held.template, held.member_id, held.uses_left, held.valid_to)


def pass_now(passes: Passes, laid: AppliedPass) -> AppliedPass:
    """A use as it stands now; `unknown` where a restore took the pass away."""
    try:
        return applied(passes.find(laid.pass_id))
    except PassNotUsable:
        return AppliedPass(laid.pass_id, laid.template, refusal="unknown")


def passes_on(passes: Passes, cart: Cart, day: date) -> tuple[AppliedPass, ...]:
    """The cart's uses of passes as they stand now. One that cannot be used is refused, with
    why; one that merely has no effect is not. Raises PassNotUsable.
    """
    member_id = None if cart.member is None else cart.member.member_id
    held: dict[UUID, Pass] = {}
    for pass_id, uses in Counter(laid.pass_id for laid in cart.passes).items():
        found = held[pass_id] = passes.find(pass_id)
        reason = ""
        if found.member_id != member_id:
            reason = "other_member"
        elif day > found.valid_to:
            reason = "code_expired"
        elif uses > found.uses_left:
            reason = "used_up" if not found.uses_left else "too_few_uses"
        elif not passes.in_scheme(found.template):
            reason = "not_in_scheme"
        if reason:
            raise PassNotUsable(found.name, reason)
    return tuple(applied(held[laid.pass_id]) for laid in cart.passes)


def add_uses_of_passes(rows: LedgerRows, header: SaleHeader, quote: Quote, at: Stamp) -> None:
    """Count what the sale uses of passes, in its own transaction."""
    for pass_id, uses in quote.passes_used:
        rows.add(
            "pass_entry", new_id(), header.sale_id.bytes, None, pass_id.bytes, "used", -uses, "",
            *at.row,
        )  # fmt: skip
