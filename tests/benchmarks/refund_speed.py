"""Speed of a return: its preview, and the doing, of a sale of fifty lines in a large shop."""

from __future__ import annotations

from dataclasses import replace

from app.services.ids import uuid7
from app.services.rules.money import MILLI
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop
from tests.benchmarks.measure import Figure, part, times_ms
from tests.benchmarks.sale_speed import bench_cart

LINES = 50


class _Undone(Exception):
    """Leaves the shop as it was: others measure it too."""


def refund_figures(shop: Shop, rounds: int) -> list[Figure]:
    """Preview and refund of a sale of fifty lines, some of which came back before."""
    figures: list[Figure] = []

    def work() -> None:
        figures.extend(_measured(shop, rounds))
        raise _Undone

    try:
        shop.desk.transaction(work)
    except _Undone:
        pass
    return figures


def _measured(shop: Shop, rounds: int) -> list[Figure]:
    cart = bench_cart(LINES)
    lines = tuple(replace(line, quantity_milli=4 * MILLI) for line in cart.lines)
    assert cart.member is not None
    facts = shop.loyalty.facts(cart.member.member_id)
    cart = replace(cart, lines=lines, member=facts)
    total = shop.checkout.quote(cart).total_minor
    paid = (
        Tender(TenderKind.BANK_CARD, total // 3),
        Tender(TenderKind.CASH, total - total // 3),
    )
    receipt = shop.checkout.complete(uuid7(), cart, None, paid)

    def wanted(pieces: int) -> RefundDraft:
        back = tuple(ReturnLine(at, pieces * MILLI) for at in range(1, LINES + 1))
        return RefundDraft(uuid7(), receipt.sale_id, back)

    shop.refunds.refund(wanted(1))
    looked = sorted(times_ms(lambda _at: shop.refunds.preview(wanted(1)), max(20, rounds // 5)))
    (done,) = times_ms(lambda _at: shop.refunds.refund(wanted(1)), 1, 0)
    return [
        Figure("preview of a return of 50 lines p50", part(looked, 0.5), "ms"),
        Figure("preview of a return of 50 lines p99", part(looked, 0.99), "ms", 50.0),
        Figure("return of 50 lines, its commit apart", done, "ms"),
    ]
