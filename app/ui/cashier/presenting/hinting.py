"""Hints about the member at the till, without Qt: looked up once the strip stands, marked by the
clerk or by the basket, kept when the visit ends.

A visit is the sale under way: it bears the sale's id from its beginning, and what was said in it
is written once the next one begins. Nothing here is done while a sale is recorded or a scan is
painted; a hint comes just after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import ShopError
from app.services.hint_types import Hint, Hints, Said
from app.services.rules.insight.hints import MOST, Outcome

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.progress import Progress, StopAsked
    from app.services.rules.cart import Item
    from app.ui.cashier.presenting.state import Basket


class Lanes(Protocol):
    """The short and the long lane of `ui.tasks`."""

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None: ...

    def run_long(
        self,
        work: Callable[[Progress, StopAsked], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> Any: ...


class HintView(Protocol):
    """What is asked of the screen."""

    def show_hints(self, said: tuple[Said, ...]) -> None:
        """Show these, and nothing else."""

    def put_in(self, item: Item) -> None:
        """Put a product that was hinted at in the cart."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class Hinting:
    """What is said in this visit, and what came of it."""

    def __init__(self, view: HintView, shop: Any, tasks: Lanes) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._visit: UUID | None = None
        self._member: UUID | None = None
        self._products: tuple[UUID, ...] = ()
        self._said: dict[UUID, tuple[Said, ...]] = {}
        self._refreshed: set[UUID] = set()

    @property
    def said(self) -> tuple[Said, ...]:
        """What stands in the strip."""
        return () if self._member is None else self._said.get(self._member, ())

    def follow(self, basket: Basket, visit: UUID) -> None:
        """The basket is as it is now: end the visit before, look up what there is to say."""
        if visit != self._visit:
            self._end()
            self._visit = visit
            self._show()
        strip = basket.strip
        member = None if strip is None else strip.member_id
        products = tuple(
            line.item.product_id for line in basket.cart.lines if line.item.product_id is not None
        )
        if (member, set(products)) == (self._member, set(self._products)):
            return
        met = member != self._member
        self._member, self._products = member, products
        self._mark_bought()
        self._show()
        if member is not None and (met or products) and len(self.said) < MOST:
            self._look_up(member, products)

    def take(self, at: int | None = None) -> None:
        """The member takes a hint, the first without an answer where none is named: a product
        goes in the cart. Once more takes the mark back."""
        said = self._answered(at, Outcome.TAKEN)
        product = None if said is None else said.hint.product_id
        if said is None or said.outcome is not Outcome.TAKEN or product is None:
            return
        if product not in self._products:
            self._tasks.run(
                lambda: self._shop.products.get(product).item, self._view.put_in, self._view.refuse
            )

    def refuse(self, at: int | None = None) -> None:
        """The member does not want it; once more takes the mark back."""
        self._answered(at, Outcome.REFUSED)

    # --- inside -------------------------------------------------------------------

    def _answered(self, at: int | None, outcome: Outcome) -> Said | None:
        said = self.said
        if at is None:
            open_ones = [place for place, one in enumerate(said) if one.outcome is Outcome.NONE]
            at = open_ones[0] if open_ones else None
        if at is None or at >= len(said):
            return None
        mark = Outcome.NONE if said[at].outcome is outcome else outcome
        changed = replace(said[at], outcome=mark)
        self._keep((*said[:at], changed, *said[at + 1 :]))
        return changed

    def _mark_bought(self) -> None:
        """A product that lies in the cart was taken, whoever put it there."""
        self._keep(
            tuple(
                replace(one, outcome=Outcome.BOUGHT)
                if one.outcome is Outcome.NONE and one.hint.product_id in self._products
                else replace(one, outcome=Outcome.NONE)
                if one.outcome is Outcome.BOUGHT and one.hint.product_id not in self._products
                else one
                for one in self.said
            )
        )

    def _keep(self, said: tuple[Said, ...]) -> None:
        if self._member is not None and said != self.said:
            self._said[self._member] = said
            self._show()

    def _show(self) -> None:
        self._view.show_hints(self.said)

    def _look_up(self, member: UUID, products: tuple[UUID, ...]) -> None:
        visit = self._visit
        standing = [(one.hint.kind.value, one.hint.subject) for one in self.said]

        def found(hints: Hints) -> None:
            if (visit, member, products) != (self._visit, self._member, self._products):
                return  # an answer about a basket that is gone
            self._add(hints.hints)
            if hints.stale and member not in self._refreshed:
                self._refreshed.add(member)
                self._refresh(member)

        self._tasks.run(
            lambda: self._shop.hints.hints(member, products, said=standing), found, self._quietly
        )

    def _add(self, hints: tuple[Hint, ...]) -> None:
        known = {(one.hint.kind, one.hint.subject) for one in self.said}
        new = [Said(hint) for hint in hints if (hint.kind, hint.subject) not in known]
        self._keep((*self.said, *new)[:MOST])

    def _refresh(self, member: UUID) -> None:
        """Something happened since the hints were reckoned: do it now, aside of the till."""

        def done(_: object) -> None:
            if member == self._member and len(self.said) < MOST:
                self._look_up(member, self._products)

        self._tasks.run_long(
            lambda progress, stop: self._shop.hints.refresh(member), done, self._quietly
        )

    def _end(self) -> None:
        """Write what was said in the visit that is over; its sale bears its id."""
        visit, ended = self._visit, self._said
        self._said, self._member, self._products = {}, None, ()
        self._refreshed = set()
        if visit is None or not ended:
            return

        def work() -> None:
            for member, said in ended.items():
                self._shop.hints.record(visit, member, said, visit)
                self._shop.hints.refresh(member)

        self._tasks.run_long(lambda progress, stop: work(), None, self._quietly)

    def _quietly(self, error: Exception) -> None:
        """A hint that cannot be had holds nobody up; a mistake of the program is told."""
        if not isinstance(error, ShopError):
            self._view.refuse(error)
