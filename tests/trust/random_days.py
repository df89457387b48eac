"""Random days in a shop, told twice: by the program, and by a plain book kept beside it.

After every step the doctor passes the file and both tell the same.
"""

import copy
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.config import TillConfig
from app.errors import (
    AlreadyClaimed,
    CardForged,
    CardNotActive,
    ClaimReturned,
    ClaimTooLate,
    MemberFrozen,
    NotEnoughPoints,
    NothingToReturn,
    PriceChanged,
    ReturnTooMuch,
    SaleIdTaken,
    ShopError,
    TendersShort,
)
from app.services.backup_files import Backup
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.product_drafts import ProductDraft
from app.services.rules.cart import Cart, HandDiscount, Item
from app.services.rules.receipt import Receipt, ReceiptLine
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.tenders import TenderKind
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock, cart_of, cash, points
from tests.trust.books import wrong_at_all, wrong_books

NAMES = ("曾雨晴", "Bo Andersen", "李小龙", "Zoë Müller", "欧阳娜娜", "😀", "O'Neil", "单田芳")
index = st.integers(0, 30)
price = st.integers(1, 30_000)


@dataclass
class Person:
    """A member as the book knows them."""

    member_id: UUID
    codes: list[str]
    points: int = 0
    spent_minor: int = 0
    frozen: bool = False
    days: set[tuple[str, date]] = field(default_factory=set)


@dataclass
class Sold:
    """A sale as the book knows it."""

    receipt: Receipt
    cart: Cart
    tenders: tuple
    claimed: bool
    owner: "Person | None" = None
    by_points: int = 0
    left: dict[int, int] = field(default_factory=dict)
    back_minor: int = 0
    points_now: int = 0

    def earns(self) -> int:
        """What is left of it earns, by the simple scheme: one point for each 1.00 paid."""
        total = self.receipt.total_minor
        kept = sum(
            line.total_minor
            - line.total_minor * (self.sold(line) - self.left[at]) // self.sold(line)
            for at, line in enumerate(self.receipt.lines, 1)
        )
        return kept * (total - self.by_points) // (100 * total) if total else 0

    @staticmethod
    def sold(line: ReceiptLine) -> int:
        return line.quantity_milli


@dataclass
class Book:
    """What a careful clerk would write down."""

    people: list[Person] = field(default_factory=list)
    prices: dict[UUID, tuple[int, int | None]] = field(default_factory=dict)
    sold: list[Sold] = field(default_factory=list)
    held: dict[UUID, Cart] = field(default_factory=dict)


@cache
def _empty_shop() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        create_shop(TillConfig(data_dir=Path(place)), ShopSettings(), clock=Clock()).close()
        return (Path(place) / "shop.db").read_bytes()


class ShopDays(RuleBasedStateMachine):
    """Every rule is something a clerk does."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "shop.db").write_bytes(_empty_shop())
        self.clock = Clock()
        self.book = Book()
        self.numbers: set[str] = set()
        self.backup: tuple[Backup, Book] | None = None
        self.restores = 0
        self.shop = self.opened()

    def opened(self) -> Shop:
        shop = open_shop(TillConfig(data_dir=self.folder), clock=self.clock)
        # How commits reach the disk is shown elsewhere.
        shop.desk.database.execute("PRAGMA synchronous = off")
        return shop

    def teardown(self) -> None:
        found = wrong_at_all(self.shop)
        self.shop.close()
        shutil.rmtree(self.folder)
        assert not found, found

    # --- people and products ---------------------------------------------------

    @initialize()
    def the_doors_open(self) -> None:
        self.enrol(0)
        self.new_product(2_800, 2_500)
        # From the first hour on there are points to spend, and a receipt to claim.
        self.sell_for_cash(1, [0] * 16, 0)
        self.sell_for_cash(0, [0], 0)

    @precondition(lambda self: len(self.book.people) < 5)
    @rule(name=index)
    def enrol(self, name: int) -> None:
        made = self.shop.members.add(MemberDraft(name=NAMES[name % len(NAMES)]))
        assert made.card is not None
        self.book.people.append(Person(made.member.member_id, [made.card.code]))

    @rule(who=index)
    def freeze_or_unfreeze(self, who: int) -> None:
        person = self.person(who)
        act = self.shop.members.unfreeze if person.frozen else self.shop.members.freeze
        act(person.member_id)
        person.frozen = not person.frozen

    @rule(who=index, name=index)
    def rename(self, who: int, name: int) -> None:
        member_id = self.person(who).member_id
        draft = self.shop.members.draft_of(member_id)
        draft = MemberDraft(name=NAMES[name % len(NAMES)], number=draft.number)
        self.shop.members.update(member_id, draft)

    @rule(who=index)
    def replace_card(self, who: int) -> None:
        person = self.person(who)
        old = self.shop.cards.find(person.codes[-1])
        person.codes.append(self.shop.cards.replace(old.card_id).code)

    @precondition(lambda self: len(self.book.prices) < 6)
    @rule(shelf=price, off=st.integers(0, 30_000))
    def new_product(self, shelf: int, off: int) -> None:
        member_price = off if off < shelf else None
        made = self.shop.products.add(self.draft(len(self.book.prices), shelf, member_price))
        self.book.prices[made.product_id] = (shelf, member_price)

    @rule(which=index, shelf=price)
    def edit_price(self, which: int, shelf: int) -> None:
        place = which % len(self.book.prices)
        product_id = list(self.book.prices)[place]
        self.shop.products.update(product_id, self.draft(place, shelf, None))
        self.book.prices[product_id] = (shelf, None)

    # --- selling -----------------------------------------------------------------

    @rule(who=index, what=st.lists(index, min_size=1, max_size=5), over=price)
    def sell_for_cash(self, who: int, what: list[int], over: int) -> None:
        person = self.somebody(who)
        cart = self.cart(what, person)
        total = self.total(cart)
        self.sell(person, cart, (cash(total + over),), total, 0)

    @rule(who=index, what=st.lists(index, min_size=1, max_size=3), off=st.integers(1, 500))
    def sell_with_a_discount(self, who: int, what: list[int], off: int) -> None:
        person = self.somebody(who)
        cart = self.cart(what, person)
        total = self.total(cart)
        off = min(off, total)
        cart = Cart(cart.lines, cart.member, HandDiscount("regular", amount_minor=off))
        if total > off:
            self.sell(person, cart, (cash(total - off),), total - off, 0)

    @rule(who=index, what=st.lists(index, min_size=1, max_size=3), part=st.integers(1, 120) | price)
    def sell_for_points(self, who: int, what: list[int], part: int) -> None:
        person = self.person(who)
        cart = self.cart(what, person)
        total = self.total(cart)
        part = min(part, total)
        tenders = (points(part), cash(total - part))[: 1 if part == total else 2]
        if part > person.points and not person.frozen:
            self.refused(NotEnoughPoints, lambda: self.complete(cart, tenders))
        else:
            self.sell(person, cart, tenders, total, part)

    @rule(what=index, short=st.integers(1, 100))
    def pay_too_little(self, what: int, short: int) -> None:
        cart = self.cart([what], None)
        paid = self.total(cart) - short
        if paid > 0:
            self.refused(TendersShort, lambda: self.complete(cart, (cash(paid),)))

    @rule(which=index, shelf=price)
    def sell_at_an_old_price(self, which: int, shelf: int) -> None:
        product_id = list(self.book.prices)[which % len(self.book.prices)]
        cart = cart_of(self.shop.products.get(product_id).item)
        quote = self.shop.checkout.quote(cart)
        self.edit_price(which, shelf)
        if quote.total_minor == shelf:
            return
        enough = (cash(max(shelf, quote.total_minor)),)
        self.refused(
            PriceChanged, lambda: self.shop.checkout.complete(uuid7(), cart, quote, enough)
        )

    @precondition(lambda self: self.book.sold)
    @rule(which=index)
    def repeat(self, which: int) -> None:
        sold = self.pick(which)
        again = self.shop.checkout.complete(sold.receipt.sale_id, sold.cart, None, sold.tenders)
        assert again.number == sold.receipt.number
        other = (*sold.tenders, cash(5))
        self.refused(
            SaleIdTaken,
            lambda: self.shop.checkout.complete(sold.receipt.sale_id, sold.cart, None, other),
        )

    @precondition(lambda self: self.book.sold)
    @rule(which=index, lines=st.lists(index, max_size=3), pieces=st.integers(1, 3))
    def goods_come_back(self, which: int, lines: list[int], pieces: int) -> None:
        sold = self.pick(which)
        if not any(sold.left.values()):
            again = RefundDraft(uuid7(), sold.receipt.sale_id)
            self.refused(NothingToReturn, lambda: self.shop.refunds.refund(again))
            return
        chosen = {1 + at % len(sold.left): pieces * 1000 for at in lines}
        wanted = RefundDraft(
            uuid7(), sold.receipt.sale_id, tuple(ReturnLine(*each) for each in chosen.items())
        )
        if any(milli > sold.left[at] for at, milli in chosen.items()):
            self.refused(ReturnTooMuch, lambda: self.shop.refunds.refund(wanted))
            return
        done = self.shop.refunds.refund(wanted)
        assert self.shop.refunds.refund(wanted) == done
        for at, milli in (chosen or dict(sold.left)).items():
            sold.left[at] -= milli
        by_points = sum(t.amount_minor for t in done.tenders if t.kind is TenderKind.POINTS)
        sold.back_minor += done.total_minor
        assert sold.back_minor <= sold.receipt.total_minor
        if not any(sold.left.values()):
            assert sold.back_minor == sold.receipt.total_minor
        if sold.owner is not None:
            sold.owner.points += by_points - (sold.points_now - sold.earns())
            sold.owner.spent_minor -= done.total_minor - by_points
            sold.points_now = sold.earns()

    @precondition(lambda self: self.book.sold)
    @rule(which=index, who=index)
    def claim(self, which: int, who: int) -> None:
        sold, person = self.pick(which), self.person(who)
        late = (self.shop.desk.today() - sold.receipt.business_date).days > 7

        def work() -> object:
            return self.shop.claims.claim(sold.receipt.number, person.member_id)

        if sold.claimed:
            self.refused(AlreadyClaimed, work)
        elif sold.back_minor or not any(sold.left.values()):
            self.refused(ClaimReturned, work)
        elif late:
            self.refused(ClaimTooLate, work)
        elif person.frozen:
            self.refused(MemberFrozen, work)
        else:
            work()
            sold.claimed, sold.owner = True, person
            sold.points_now = sold.earns()
            person.points += sold.receipt.total_minor // 100
            person.spent_minor += sold.receipt.total_minor
            person.days.add(("sale", sold.receipt.business_date))

    # --- parking, visiting, time ---------------------------------------------------

    @rule(who=index, what=st.lists(index, min_size=1, max_size=3))
    def hold(self, who: int, what: list[int]) -> None:
        cart = self.cart(what, self.somebody(who))
        self.book.held[self.shop.checkout.hold(cart, "x")] = cart

    @precondition(lambda self: self.book.held)
    @rule(which=index)
    def recall(self, which: int) -> None:
        held_id = list(self.book.held)[which % len(self.book.held)]
        parked = self.book.held.pop(held_id)
        back = self.shop.checkout.recall(held_id)
        assert [line.line_id for line in back.cart.lines] == [x.line_id for x in parked.lines]
        assert self.shop.checkout.quote(back.cart).total_minor == self.total(parked)

    @rule(who=index)
    def check_in(self, who: int) -> None:
        person = self.person(who)
        day = ("check_in", self.shop.desk.today())
        assert self.shop.visits.check_in(person.member_id).first_today == (day not in person.days)
        person.days.add(day)

    @rule(hours=st.integers(1, 40) | st.integers(170, 400))
    def time_passes(self, hours: int) -> None:
        self.clock.forward(hours=hours)

    @rule(minutes=st.integers(1, 150))
    def the_clock_is_set_back(self, minutes: int) -> None:
        today = self.shop.desk.today()
        self.clock.forward(minutes=-minutes)
        if self.shop.desk.today() < today:
            # Points of a day that has not come count for nothing; the book knows no such day.
            self.clock.forward(minutes=minutes)

    @rule()
    def close_and_open(self) -> None:
        self.shop.close()
        self.shop = self.opened()

    @precondition(lambda self: self.backup is None and self.book.sold)
    @rule()
    def back_up(self) -> None:
        self.backup = (self.shop.backups.make(), copy.deepcopy(self.book))

    @precondition(lambda self: self.backup is not None and self.restores < 2)
    @rule()
    def restore(self) -> None:
        assert self.backup is not None
        self.restores += 1
        backup, book = self.backup
        till = self.shop.desk.till.number
        self.shop.backups.restore(backup.path)
        assert self.shop.desk.till.number > till, "receipt numbers begin to repeat"
        self.book = copy.deepcopy(book)

    # --- what must hold --------------------------------------------------------------

    @invariant()
    def the_doctor_finds_nothing(self) -> None:
        found = wrong_books(self.shop)
        assert not found, found

    @invariant()
    def the_shop_says_what_the_book_says(self) -> None:
        for person in self.book.people:
            member = self.shop.members.get(person.member_id)
            assert member.points == person.points
            assert member.spent_minor == person.spent_minor
            assert member.visits == len(person.days)
            assert self.shop.cards.find(person.codes[-1]).member_id == person.member_id
        database = self.shop.desk.database
        assert database.value("SELECT count(*) FROM sale") == len(self.book.sold)
        taken = sum(sold.receipt.total_minor for sold in self.book.sold)
        assert database.value("SELECT coalesce(sum(total_minor), 0) FROM sale") == taken
        assert {held.held_id for held in self.shop.checkout.held()} == set(self.book.held)

    @invariant()
    def old_and_forged_cards_are_refused(self) -> None:
        for person in self.book.people[:2]:
            for code in person.codes[:-1]:
                self.refused(CardNotActive, partial(self.shop.cards.find, code))
            wrong = person.codes[-1][:-1] + str((int(person.codes[-1][-1]) + 1) % 10)
            self.refused(CardForged, partial(self.shop.cards.find, wrong))

    # --- how -------------------------------------------------------------------------

    def person(self, who: int) -> Person:
        return self.book.people[who % len(self.book.people)]

    def somebody(self, who: int) -> Person | None:
        return None if who % 3 == 0 else self.person(who)

    def pick(self, which: int) -> Sold:
        return self.book.sold[-1 - which % len(self.book.sold)]

    def draft(self, place: int, shelf: int, member_price: int | None) -> ProductDraft:
        return ProductDraft(
            name=f"product {place}",
            price=f"{shelf / 100:.2f}",
            member_price="" if member_price is None else f"{member_price / 100:.2f}",
        )

    def cart(self, what: list[int], person: Person | None) -> Cart:
        items: list[Item] = []
        for place in what:
            if place % 4 == 3:
                items.append(Item("open item", place * 7))
            else:
                product_id = list(self.book.prices)[place % len(self.book.prices)]
                items.append(self.shop.products.get(product_id).item)
        return cart_of(*items, member=None if person is None else person.member_id)

    def total(self, cart: Cart) -> int:
        """What the book says a basket costs: member prices, no discounts, none while frozen."""
        frozen = {person.member_id for person in self.book.people if person.frozen}
        member = cart.member is not None and cart.member.member_id not in frozen
        total = 0
        for line in cart.lines:
            shelf, member_price = line.item.unit_price_minor, None
            if line.item.product_id is not None:
                shelf, member_price = self.book.prices[line.item.product_id]
            if member and member_price is not None:
                shelf = member_price
            total += shelf * line.quantity_milli // 1000
        return total

    def complete(self, cart: Cart, tenders: tuple) -> Receipt:
        return self.shop.checkout.complete(uuid7(), cart, None, tenders)

    def sell(
        self, person: Person | None, cart: Cart, tenders: tuple, total: int, by_points: int
    ) -> None:
        if person is not None and person.frozen:
            self.refused(MemberFrozen, lambda: self.complete(cart, tenders))
            return
        if total == 0:
            return
        receipt = self.complete(cart, tenders)
        assert receipt.total_minor == total
        assert receipt.number not in self.numbers, "a receipt number was given twice"
        self.numbers.add(receipt.number)
        left = {line.position: line.quantity_milli for line in receipt.lines}
        sold = Sold(receipt, cart, tenders, person is not None, person, by_points, left)
        self.book.sold.append(sold)
        if person is not None:
            sold.points_now = sold.earns()
            person.points += (total - by_points) // 100 - by_points
            person.spent_minor += total - by_points
            person.days.add(("sale", receipt.business_date))

    def refused(self, kind: type[ShopError], work: Callable[[], object]) -> None:
        try:
            work()
        except kind:
            return
        raise AssertionError(f"{kind.__name__} was due")
