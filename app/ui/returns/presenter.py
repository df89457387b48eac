"""The behaviour of the return sheet, without Qt: the sale, the goods, what follows, the deed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from app.errors import CodeUnknown, MemberUnknown, NotOnReceipt, ProductUnknown, SaleUnknown
from app.services.ids import uuid7
from app.services.rules.refund import GoodsBack
from app.services.rules.refund_rules import handed_out_minor
from app.services.sale_finding import Find, narrowed
from app.services.sale_list import Documents, Returned, SaleFilter, SaleRow
from app.ui.returns.presenting.state import NamedMember, ReturnDesk, Step

if TYPE_CHECKING:
    from app.services.lookup import Suggestions
    from app.services.rules.refund import RefundDone, RefundPreview, Returnable
    from app.ui.tasks import Tasks

MOST_FOUND: Final = 30
MOST_OFFERED: Final = 8


class ReturnView(Protocol):
    """What the presenter asks of the sheet."""

    def show_desk(self, desk: ReturnDesk) -> None:
        """Show where the return stands."""

    def show_finds(self, text: str, finds: tuple[Find, ...]) -> None:
        """Show what a text still being typed may mean."""

    def show_sales(self, sales: tuple[SaleRow, ...]) -> None:
        """Show the sales that may be meant."""

    def show_offers(self, text: str, found: Suggestions) -> None:
        """Show the members and goods a text may mean, where there is no receipt."""

    def refuse(self, error: Exception) -> None:
        """Say why not; what was put together stays."""

    def scanned_tone(self, good: bool) -> None:
        """Sound the tone of a scan."""

    def returned(self, done: RefundDone) -> None:
        """It is durable: show and print the slip, tell other screens."""


class ReturnPresenter:
    """Holds one `ReturnDesk`; nothing is written before it is confirmed."""

    def __init__(self, view: ReturnView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._desk = ReturnDesk(Step.FIND)
        self._wanted = SaleFilter()
        self._typed = ""
        self._busy = False
        # A scanner's digits are taken as a quantity until the whole of them is seen to be a scan.
        self._before_signs: list[ReturnDesk] = []

    @property
    def desk(self) -> ReturnDesk:
        """Where it stands."""
        return self._desk

    # --- finding the sale -----------------------------------------------------------

    def start(self, receipt: str = "", *, voids: bool = False) -> None:
        """Begin with the sale of a number or code, or by looking for one."""
        self._busy = False
        if receipt:
            self._desk = ReturnDesk(Step.CHOOSE, voids=voids)
            self._take(lambda: self._shop.refunds.returnable(receipt), voids=voids)
            return
        self._show(ReturnDesk(Step.FIND))
        self._wanted = SaleFilter(documents=Documents.SALES)
        self._list()

    def start_void_of_last(self) -> None:
        """Undo this till's newest sale."""
        self._busy = False
        self._desk = ReturnDesk(Step.CHOOSE, voids=True)

        def work() -> Returnable:
            receipts = self._shop.sales.last(1)
            if not receipts:
                raise SaleUnknown("")
            found: Returnable = self._shop.refunds.returnable(receipts[0].number)
            return found

        self._take(work, voids=True)

    def typed(self, text: str) -> None:
        """Find as one types."""
        self._typed = text
        if not text.strip():
            self._view.show_finds(text, ())
            self._wanted = SaleFilter(documents=Documents.SALES)
            self._list()
            return

        def found(finds: tuple[Find, ...]) -> None:
            if self._typed == text:
                self._view.show_finds(text, finds)

        self._tasks.run(lambda: self._shop.sale_finder.finds(text), found)

    def submitted(self, text: str) -> None:
        """Enter before anything was listed."""

        def work() -> tuple[Find, ...]:
            finds: tuple[Find, ...] = self._shop.sale_finder.finds(text)
            if not finds:
                raise SaleUnknown(text.strip()[:40])
            return finds

        self._tasks.run(work, lambda finds: self.take(finds[0]), self._view.refuse)

    def take(self, find: Find) -> None:
        """A receipt opens; anything else lists its sales."""
        self._typed = ""
        if find.kind == "receipt":
            self.choose_sale(find.text)
        else:
            self._wanted = narrowed(SaleFilter(documents=Documents.SALES), find)
            self._list()

    def choose_sale(self, number: str) -> None:
        """This sale's goods come back."""
        self._take(lambda: self._shop.refunds.returnable(number), voids=False)

    def without_receipt(self) -> None:
        """Take goods back that nobody can show a receipt for."""
        self._show(ReturnDesk(Step.OPEN))

    def _list(self) -> None:
        wanted, sales = self._wanted, self._shop.sales

        def work() -> tuple[SaleRow, ...]:
            rows = sales.page(wanted, 0, MOST_FOUND)
            gone = (Returned.WHOLLY, Returned.VOIDED)
            return tuple(row for row in rows if row.returned not in gone)

        def found(rows: tuple[SaleRow, ...]) -> None:
            if wanted == self._wanted and self._desk.step is Step.FIND:
                self._view.show_sales(rows)

        self._tasks.run(work, found, self._view.refuse)

    def _take(self, work: Callable[[], Returnable], *, voids: bool) -> None:
        def found(sale: Returnable) -> None:
            self._show(ReturnDesk(Step.CHOOSE, sale=sale, voids=voids))
            if voids:
                self.preview()

        self._tasks.run(work, found, self._view.refuse)

    # --- choosing the goods ---------------------------------------------------------

    def change(self, desk: ReturnDesk) -> None:
        """Put another state in place of this one, while goods are being chosen."""
        if self._desk.step in (Step.CHOOSE, Step.OPEN) and not self._busy:
            self._before_signs.clear()
            self._show(desk)

    def sign(self, sign: str) -> None:
        """A digit or point of a quantity; a scanner types them too."""
        if self._desk.step is Step.CHOOSE and not self._busy:
            self._before_signs.append(self._desk)
            self._show(self._desk.type(sign))

    def _forget_signs(self, count: int) -> None:
        """Take back what the last `count` signs did: they were a scan."""
        signs = self._before_signs[-count:]
        self._before_signs.clear()
        if signs and self._desk.step is Step.CHOOSE:
            self._desk = signs[0]

    def everything(self) -> None:
        """All that is left comes back: on to the consequences at once."""
        if self._desk.step is Step.CHOOSE:
            self._show(self._desk.everything_left())
            self.preview()

    def scan(self, code: str) -> None:
        """Goods in front of the clerk, or another receipt."""
        self._forget_signs(len(code))
        step = self._desk.step
        if step is Step.FIND:
            self._tasks.run(
                lambda: self._shop.refunds.returnable(code), self._scanned_sale, self._scan_refused
            )
        elif step is Step.OPEN:
            self._tasks.run(
                lambda: self._shop.lookup.scan(code), self.take_open, self._scan_refused
            )
        elif step is Step.CHOOSE:
            grown = self._desk.scanned(code)
            if grown is not None:
                self._view.scanned_tone(True)
                self._show(grown)
            else:
                self._other_scan(code)

    def _other_scan(self, code: str) -> None:
        """Another receipt, perhaps; goods of which nothing is left here are refused as such."""
        sale = self._desk.sale
        number = "" if sale is None else sale.receipt.number

        def work() -> Returnable:
            try:
                found: Returnable = self._shop.refunds.returnable(code)
            except SaleUnknown:
                raise NotOnReceipt(code[:40], number) from None
            return found

        self._tasks.run(work, self._scanned_sale, self._scan_refused)

    def open_typed(self, text: str) -> None:
        """Find goods and members as one types, where there is no receipt."""
        self._typed = text
        if not text.strip():
            return

        def found(offers: Suggestions) -> None:
            if self._typed == text and self._desk.step is Step.OPEN:
                self._view.show_offers(text, offers)

        self._tasks.run(lambda: self._shop.lookup.suggest(text, MOST_OFFERED), found)

    def add_open(self, text: str) -> None:
        """A code, a phone number or a name typed, where there is no receipt."""
        self._typed = ""
        lookup = self._shop.lookup

        def work() -> Any:
            try:
                return lookup.scan(text)
            except (CodeUnknown, ProductUnknown, MemberUnknown):
                offers = lookup.suggest(text, 1)
                if not (offers.members or offers.products):
                    raise
                return (offers.members or offers.products)[0]

        self._tasks.run(work, self.take_open, self._view.refuse)

    def take_open(self, found: Any) -> None:
        """Goods come back, or the member who brings them is named."""
        if self._desk.step is Step.OPEN and not self._busy:
            self._scanned_open(found)

    def name_member(self, member: NamedMember | None) -> None:
        """Whose goods they are; None for nobody's."""
        if self._desk.step is Step.OPEN:
            self.change(self._desk.name(member))

    def _scanned_sale(self, sale: Returnable) -> None:
        self._view.scanned_tone(True)
        self._show(ReturnDesk(Step.CHOOSE, sale=sale))

    def _scanned_open(self, found: Any) -> None:
        from app.services.rules.cart import CartLine

        who = getattr(found, "strip", found)
        line = getattr(found, "line", None)
        if line is None and hasattr(found, "item"):
            line = CartLine(uuid7(), found.item)
        if hasattr(found, "receipt") and not self._desk.open_lines:
            self.choose_sale(found.receipt.number)
        elif line is not None:
            self._show(self._desk.add_open(line))
        elif hasattr(who, "member_id"):
            self._show(self._desk.name(NamedMember(who.member_id, who.number, who.name)))
        else:
            self._view.scanned_tone(False)
            return
        self._view.scanned_tone(True)

    def _scan_refused(self, error: Exception) -> None:
        self._view.scanned_tone(False)
        self._view.refuse(error)

    # --- consequences -----------------------------------------------------------------

    def preview(self) -> None:
        """Show every consequence before anything is done."""
        desk = self._desk
        if not (desk.anything or desk.voids) or self._busy:
            return
        draft, kind = desk.draft, "void" if desk.voids else "refund"

        def shown(preview: RefundPreview) -> None:
            if self._desk.refund_id == draft.refund_id:
                self._show(replace(self._desk, step=Step.PREVIEW, preview=preview, typed=""))

        self._tasks.run(lambda: self._shop.refunds.preview(draft, kind), shown, self._view.refuse)

    def turn_cash(self) -> None:
        """Hand the money out in cash or the way it came in; without a receipt, in cash or as
        store credit of the member."""
        desk = self._desk
        if desk.step is Step.PREVIEW and desk.with_money and not desk.voids:
            if desk.sale is None:
                self._desk = replace(desk, as_credit=not desk.as_credit)
            else:
                self._desk = replace(desk, in_cash=not desk.in_cash)
            self.preview()

    def say_reason(self, reason: str) -> None:
        """Why the goods come back."""
        self._desk = replace(self._desk, reason=reason)

    def turn_restock(self, restock: bool) -> None:
        """Whether the goods go back on the shelf."""
        self._desk = replace(self._desk, restock=restock)

    def back(self) -> bool:
        """One step back; False where there is none and the sheet may close."""
        desk = self._desk
        if self._busy:
            return True
        if desk.step is Step.PREVIEW and not desk.voids:
            step = Step.OPEN if desk.sale is None else Step.CHOOSE
            self._show(replace(desk, step=step, preview=None, in_cash=False, as_credit=False))
            return True
        return False

    # --- the deed -----------------------------------------------------------------------

    def confirm(self) -> None:
        """Do it, once; a second press while it is being done does nothing."""
        desk = self._desk
        if desk.step is not Step.PREVIEW or self._busy:
            return
        self._busy = True
        draft, refunds = desk.draft, self._shop.refunds
        work: Callable[[], RefundDone] = lambda: refunds.refund(draft)  # noqa: E731
        if desk.voids and desk.sale is not None:
            number = desk.sale.receipt.number
            work = lambda: refunds.void(  # noqa: E731
                number, draft.reason, refund_id=draft.refund_id
            )
        self._tasks.run(work, self._done, self._failed)

    def _done(self, done: RefundDone) -> None:
        self._busy = False
        self._show(replace(self._desk, step=Step.DONE, done=done))
        self._view.returned(done)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._view.refuse(error)

    def was_done(self, done: RefundDone) -> None:
        """It was done elsewhere, as a part of an exchange."""
        self._busy = False
        self._show(ReturnDesk(Step.DONE, done=done))
        self._view.returned(done)

    def goods_back(self) -> GoodsBack | None:
        """What is looked at now, for other goods to be taken instead; None where it cannot be."""
        desk = self._desk
        if desk.step is not Step.PREVIEW or desk.voids or desk.preview is None or self._busy:
            return None
        if desk.sale is None:
            return None
        member = desk.sale.receipt.member
        return GoodsBack(
            desk.draft,
            desk.sale.receipt.number,
            handed_out_minor(desk.preview.tenders) - desk.preview.cash_rounding_minor,
            None if member is None else member.member_id,
        )

    def _show(self, desk: ReturnDesk) -> None:
        self._desk = desk
        self._view.show_desk(desk)
