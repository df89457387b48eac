"""Random days at the drawer, told twice: by the program, and by a plain book kept beside it.

Sales by cash, wallet and on account, returns, voids, top-ups, repayments, deposits, deliveries,
counts, crashes. After every step the doctor passes the file and both tell the same money, points
and goods.
"""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.config import TillConfig
from app.errors import (
    NothingToReturn,
    RefundIdTaken,
    ReturnTooMuch,
    SessionNotOpen,
    SessionOpen,
    ShopError,
    ValueTooLow,
    VoidRefused,
    WalletEmpty,
)
from app.services.deposits import DepositDraft
from app.services.ids import uuid7
from app.services.product_drafts import ProductDraft
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.money import MILLI
from app.services.rules.receipt import Receipt
from app.services.rules.refund import RefundDone, RefundDraft, ReturnLine
from app.services.rules.scheme.value import WalletTerms
from app.services.rules.tenders import Tender, TenderKind
from app.services.settings import ShopSettings
from app.services.stock import StockLine
from app.shop import Shop, create_shop, open_shop
from tests.scheme_builder import SIMPLE, use
from tests.shop_builder import Clock, add_member, balance, cash
from tests.trust.books import wrong_at_all, wrong_books

index = st.integers(0, 40)
money = st.integers(1, 20_000)
pieces = st.integers(1, 4)
LIMIT = 50_000
KEPT = {"wallet": TenderKind.STORED_VALUE, "account": TenderKind.ON_ACCOUNT}


@dataclass
class Line:
    """What is left of one line of a sale: pieces and minor units."""

    product: int
    pieces: int
    minor: int


@dataclass
class Sold:
    """A sale as the book knows it; `by` is how all of it was paid."""

    receipt: Receipt
    by: str
    who: int | None
    lines: list[Line]
    session: int

    @property
    def left_minor(self) -> int:
        """What has not been given back."""
        return sum(line.minor for line in self.lines)


@dataclass
class Person:
    """Money kept for a member, or owed by them."""

    member_id: UUID
    wallet: int = 0
    owed: int = 0


@dataclass
class Book:
    """What a careful cashier would write down. `drawer` is None while none is open."""

    people: list[Person] = field(default_factory=list)
    sold: list[Sold] = field(default_factory=list)
    refunds: list[tuple[RefundDraft, RefundDone]] = field(default_factory=list)
    deposits: dict[UUID, int] = field(default_factory=dict)
    on_hand: list[int] = field(default_factory=list)
    drawer: int | None = None
    session: int = 0
    z_numbers: list[int] = field(default_factory=list)


@cache
def _empty_shop() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        settings = ShopSettings(count_cash=True, account_limit_minor=LIMIT)
        shop = create_shop(TillConfig(data_dir=Path(place)), settings, clock=Clock())
        use(shop, replace(SIMPLE, wallet=WalletTerms()))
        for at in range(3):
            shop.products.add(ProductDraft(name=f"product {at}", price=f"{(at + 1) * 333 / 100}"))
        for at in range(2):
            add_member(shop, f"member {at}", f"{at:06d}")
        shop.close()
        return (Path(place) / "shop.db").read_bytes()


class CashierDays(RuleBasedStateMachine):
    """Every rule is something that happens at a counter."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        (self.folder / "shop.db").write_bytes(_empty_shop())
        self.clock, self.book = Clock(), Book()
        self.shop = self.opened()
        self.items: list[Item] = []

    def opened(self) -> Shop:
        shop = open_shop(TillConfig(data_dir=self.folder), clock=self.clock)
        # How commits reach the disk is shown elsewhere.
        shop.desk.database.execute("PRAGMA synchronous = off")
        return shop

    def teardown(self) -> None:
        found = [check for check in wrong_at_all(self.shop) if check.name != "clock"]
        self.shop.close()
        shutil.rmtree(self.folder)
        assert not found, found

    @initialize(minor=money)
    def the_day_begins(self, minor: int) -> None:
        database = self.shop.desk.database
        ids = [row[0] for row in database.rows("SELECT id FROM member ORDER BY number")]
        self.book.people = [Person(UUID(bytes=member_id)) for member_id in ids]
        products = sorted(self.shop.products.on_sale(), key=lambda product: product.name)
        self.items = [product.item for product in products]
        for item in self.items:
            assert item.product_id is not None
            self.shop.stock.track(item.product_id)
            self.book.on_hand.append(0)
        # From the first hour on there is something to give back, of an earlier drawer too.
        self.open_the_drawer(minor)
        self.sell(1, [(0, 2), (1, 1)], "cash", 1)
        self.close_the_drawer(0)
        self.open_the_drawer(minor)
        self.sell(1, [(2, 3)], "account", 1)
        self.top_up(0, 2_000)
        self.sell(0, [(1, 2)], "wallet", 1)
        self.sell(0, [(0, 1), (2, 2)], "cash", 1)

    # --- the drawer ---------------------------------------------------------------

    # What happens less often shares a rule, so that most of what happens are sales and returns.

    @rule(
        what=st.sampled_from(["open", "close", "pay_in", "pay_out", "drop"]), minor=money,
        over=st.integers(-300, 300),
    )  # fmt: skip
    def at_the_drawer(self, what: str, minor: int, over: int) -> None:
        if what == "close":
            self.close_the_drawer(over)
        elif what == "open" or self.book.drawer is None:
            self.open_the_drawer(minor)
        else:
            self.move_cash(minor, what)

    @rule(what=st.integers(0, 4), who=index, minor=money)
    def kept_money(self, what: int, who: int, minor: int) -> None:
        if what == 0:
            self.top_up(who, minor)
        elif what == 1:
            self.empty_the_wallet(who)
        elif what == 2:
            self.repay(who, minor)
        elif what == 3:
            self.take_a_deposit(minor)
        elif self.book.deposits and self.book.drawer is not None:
            self.give_a_deposit_back(who)

    @rule(what=st.integers(0, 5), which=index, n=pieces, hours=st.integers(1, 30))
    def meanwhile(self, what: int, which: int, n: int, hours: int) -> None:
        if what < 3:
            self.goods(which, n, ("receive", "lose", "count")[what])
        elif what == 3:
            self.clock.forward(hours=hours)
        elif what == 4:
            self.set_the_clock_back(5 * hours)
        else:
            self.crash_and_open()

    def set_the_clock_back(self, minutes: int) -> None:
        """Within the day: on the day before, what was earned today is not to be had yet."""
        today = self.shop.desk.today()
        self.clock.forward(minutes=-minutes)
        if self.shop.desk.today() != today:
            self.clock.forward(minutes=minutes)

    def open_the_drawer(self, minor: int) -> None:
        if self.book.drawer is not None:
            self.refused(SessionOpen, lambda: self.shop.cash.open(minor))
            return
        self.shop.cash.open(minor)
        self.book.drawer = minor
        self.book.session += 1

    def move_cash(self, minor: int, kind: str) -> None:
        if self.book.drawer is None:
            self.refused(SessionNotOpen, lambda: getattr(self.shop.cash, kind)(minor, "why"))
            return
        movement_id = uuid7()
        for _ in range(2):  # a repeat by its id moves nothing more
            getattr(self.shop.cash, kind)(minor, "why", movement_id=movement_id)
        self.take(minor if kind == "pay_in" else -minor)

    def close_the_drawer(self, over: int) -> None:
        if self.book.drawer is None:
            self.refused(SessionNotOpen, lambda: self.shop.cash.close(0))
            return
        expected = self.book.drawer
        counted = max(0, expected + over)
        session = self.shop.cash.current()
        assert session is not None
        report = self.shop.cash.close(counted, "counted", session_id=session.session_id)
        again = self.shop.cash.close(counted, "counted", session_id=session.session_id)
        assert again == report
        assert report.expected_minor == expected
        assert report.over_short_minor == counted - expected
        self.book.z_numbers.append(report.number)
        self.book.drawer = None

    # --- selling --------------------------------------------------------------------

    @rule(
        who=index, what=st.lists(st.tuples(index, pieces), min_size=1, max_size=4),
        by=st.sampled_from(["cash", "cash", "cash", "wallet", "account"]), over=money,
    )  # fmt: skip
    def sell(self, who: int, what: list[tuple[int, int]], by: str, over: int) -> None:
        place = None if by == "cash" and who % 3 == 0 else who % len(self.book.people)
        lines = [Line(at % len(self.items), n, 0) for at, n in what]
        cart = Cart(
            tuple(CartLine(uuid7(), self.items[x.product], x.pieces * MILLI) for x in lines)
        )
        if place is not None:
            facts = self.shop.loyalty.facts(self.book.people[place].member_id)
            cart = replace(cart, member=facts)
        total = self.shop.checkout.quote(cart).total_minor
        tender = cash(total + over) if by == "cash" else Tender(KEPT[by], total)
        sale_id = uuid7()

        def work() -> Receipt:
            return self.shop.checkout.complete(sale_id, cart, None, (tender,))

        if self.may_not_sell(by, place, total, work):
            return
        receipt = work()
        assert work() == receipt
        for line, sold in zip(lines, receipt.lines, strict=True):
            line.minor = sold.total_minor
            self.book.on_hand[line.product] -= line.pieces
        self.book.sold.append(Sold(receipt, by, place, lines, self.book.session))
        self.pay(by, place, total)

    def may_not_sell(
        self, by: str, place: int | None, total: int, work: Callable[[], object]
    ) -> bool:
        person = None if place is None else self.book.people[place]
        if self.book.drawer is None:
            self.refused((SessionNotOpen, ValueTooLow), work)
        elif by == "wallet" and person is not None and person.wallet < total:
            self.refused(ValueTooLow, work)
        else:
            # Past the limit an owner may; what a clerk may is shown elsewhere.
            return by == "account" and person is not None and person.owed + total > LIMIT
        return True

    def pay(self, by: str, place: int | None, minor: int) -> None:
        """Money in by a way of paying; below zero it goes back the same way."""
        if by in ("cash", "exchange"):
            self.take(minor)
            return
        assert place is not None
        person = self.book.people[place]
        if by == "wallet":
            person.wallet -= minor
        else:
            person.owed += minor

    @precondition(lambda self: self.book.drawer is not None)
    @rule(who=index, what=index, n=pieces, part=money)
    def sell_for_points_and_take_all_back(self, who: int, what: int, n: int, part: int) -> None:
        """Points and cash together: whatever was paid by either goes back the same way."""
        person, item = self.person(who), self.items[what % len(self.items)]
        held = balance(self.shop, person.member_id)
        total = item.unit_price_minor * n
        part = min(part, held, total)
        if part <= 0 or held <= 0:
            return
        lines = (CartLine(uuid7(), item, n * MILLI),)
        cart = Cart(lines, self.shop.loyalty.facts(person.member_id))
        tenders = [Tender(TenderKind.POINTS, part), *([cash(total - part)] if part < total else [])]
        receipt = self.shop.checkout.complete(uuid7(), cart, None, tuple(tenders))
        assert balance(self.shop, person.member_id) == held - part + (total - part) // 100
        done = self.shop.refunds.refund(RefundDraft(uuid7(), receipt.sale_id, reason="broken"))
        assert {t.kind: t.amount_minor for t in done.tenders} == {
            t.kind: t.amount_minor for t in tenders
        }
        assert (done.points_restored, done.points_reversed) == (part, (total - part) // 100)
        assert balance(self.shop, person.member_id) == held

    @precondition(lambda self: self.book.sold and self.book.drawer is not None)
    @rule(which=index, what=index, n=pieces)
    def exchange(self, which: int, what: int, n: int) -> None:
        """All that is left of a cash sale against other goods: only the difference moves."""
        sold = self.pick(which)
        left = [(at, line.pieces) for at, line in enumerate(sold.lines) if line.pieces]
        if sold.by != "cash" or not left:
            return
        product = what % len(self.items)
        total, back = self.items[product].unit_price_minor * n, sold.left_minor
        cart = Cart((CartLine(uuid7(), self.items[product], n * MILLI),))
        due = max(0, total - back)
        draft = RefundDraft(uuid7(), sold.receipt.sale_id, reason="another size")
        done = self.shop.refunds.exchange(draft, uuid7(), cart, None, (cash(due),) if due else ())
        self.went_back(sold, done.refund, left)
        line = Line(product, n, total)
        self.book.sold.append(Sold(done.receipt, "exchange", None, [line], self.book.session))
        self.book.on_hand[product] -= n
        self.take(total)

    # --- giving back ------------------------------------------------------------------

    @precondition(lambda self: self.book.sold)
    @rule(which=index, line=index, back=pieces)
    def give_back_some(self, which: int, line: int, back: int) -> None:
        sold = self.pick(which)
        at = line % len(sold.lines)
        draft = RefundDraft(
            uuid7(), sold.receipt.sale_id, (ReturnLine(at + 1, back * MILLI),), "unwanted"
        )
        if self.book.drawer is None:
            closed = (SessionNotOpen, ReturnTooMuch, NothingToReturn)
            self.refused(closed, lambda: self.shop.refunds.refund(draft))
        elif sold.left_minor == 0 and not any(x.pieces for x in sold.lines):
            self.refused(NothingToReturn, lambda: self.shop.refunds.refund(draft))
        elif back > sold.lines[at].pieces:
            self.refused(ReturnTooMuch, lambda: self.shop.refunds.refund(draft))
        else:
            self.given_back(sold, draft, [(at, back)])

    @precondition(lambda self: self.book.sold)
    @rule(which=index)
    def give_back_all(self, which: int) -> None:
        sold = self.pick(which)
        draft = RefundDraft(uuid7(), sold.receipt.sale_id, reason="unwanted")
        left = [(at, line.pieces) for at, line in enumerate(sold.lines) if line.pieces]
        if self.book.drawer is None:
            closed = (SessionNotOpen, NothingToReturn)
            self.refused(closed, lambda: self.shop.refunds.refund(draft))
        elif not left:
            self.refused(NothingToReturn, lambda: self.shop.refunds.refund(draft))
        else:
            self.given_back(sold, draft, left)

    @precondition(lambda self: self.book.sold)
    @rule(which=index)
    def void(self, which: int) -> None:
        sold = self.pick(which)
        untouched = all(
            line.pieces * MILLI == was.quantity_milli
            for line, was in zip(sold.lines, sold.receipt.lines, strict=True)
        )
        refund_id = uuid7()

        def work() -> RefundDone:
            return self.shop.refunds.void(sold.receipt.number, "mistake", refund_id=refund_id)

        if self.book.drawer is None or sold.session != self.book.session or not untouched:
            self.refused((VoidRefused, SessionNotOpen, NothingToReturn), work)
            return
        done = work()
        assert work() == done
        assert done.total_minor == sold.receipt.total_minor
        self.went_back(sold, done, [(at, line.pieces) for at, line in enumerate(sold.lines)])

    def given_back(self, sold: Sold, draft: RefundDraft, back: list[tuple[int, int]]) -> None:
        preview = self.shop.refunds.preview(draft)
        done = self.shop.refunds.refund(draft)
        assert done.total_minor == preview.total_minor
        assert [t.amount_minor for t in done.tenders] == [t.amount_minor for t in preview.tenders]
        self.went_back(sold, done, back)
        self.book.refunds.append((draft, done))

    def went_back(self, sold: Sold, done: RefundDone, back: list[tuple[int, int]]) -> None:
        assert sum(t.amount_minor for t in done.tenders) == done.total_minor
        for (at, n), told in zip(back, done.lines, strict=True):
            line = sold.lines[at]
            assert told.total_minor <= line.minor
            line.pieces -= n
            line.minor -= told.total_minor
            # The last piece takes what is left to the cent.
            assert (line.minor == 0) or line.pieces
            self.book.on_hand[line.product] += n
        if sold.by != "account":
            self.pay(sold.by, sold.who, -done.total_minor)
            return
        # What was repaid of it meanwhile comes back in cash, the rest off the debt.
        assert sold.who is not None
        person = self.book.people[sold.who]
        owed = min(person.owed, done.total_minor)
        by_kind = {tender.kind: tender.amount_minor for tender in done.tenders}
        assert by_kind.get(TenderKind.ON_ACCOUNT, 0) == owed
        person.owed -= owed
        self.take(owed - done.total_minor)

    @precondition(lambda self: self.book.refunds)
    @rule(which=index)
    def ask_again(self, which: int) -> None:
        draft, done = self.book.refunds[which % len(self.book.refunds)]
        assert self.shop.refunds.refund(draft).number == done.number
        other = replace(draft, lines=(ReturnLine(1, 999 * MILLI),))
        self.refused(RefundIdTaken, lambda: self.shop.refunds.refund(other))

    # --- kept money ---------------------------------------------------------------------

    def top_up(self, who: int, minor: int) -> None:
        person = self.person(who)

        def work() -> object:
            return self.shop.wallets.top_up(uuid7(), person.member_id, minor, (cash(minor),))

        if self.book.drawer is None:
            self.refused(SessionNotOpen, work)
            return
        work()
        person.wallet += minor
        self.take(minor)

    def empty_the_wallet(self, who: int) -> None:
        person = self.person(who)

        def work() -> object:
            return self.shop.wallets.close(uuid7(), person.member_id, "leaves")

        if not person.wallet:
            self.refused((WalletEmpty, SessionNotOpen), work)
        elif self.book.drawer is None:
            self.refused(SessionNotOpen, work)
        else:
            work()
            self.take(-person.wallet)
            person.wallet = 0

    def repay(self, who: int, minor: int) -> None:
        person = self.person(who)
        if self.book.drawer is None or person.owed <= 0:
            return
        part = min(minor, person.owed)
        self.shop.accounts.repay(uuid7(), person.member_id, (cash(part),), part)
        person.owed -= part
        self.take(part)

    def take_a_deposit(self, minor: int) -> None:
        draft = DepositDraft(uuid7(), minor, (cash(minor),), note="cake for Sunday")
        if self.book.drawer is None:
            self.refused(SessionNotOpen, lambda: self.shop.deposits.take(draft))
            return
        done = self.shop.deposits.take(draft)
        self.book.deposits[done.deposit.deposit_id] = minor
        self.take(minor)

    def give_a_deposit_back(self, which: int) -> None:
        deposit_id = list(self.book.deposits)[which % len(self.book.deposits)]
        number = next(
            each.number for each in self.shop.deposits.open() if each.deposit_id == deposit_id
        )
        self.shop.deposits.give_back(uuid7(), number)
        self.take(-self.book.deposits.pop(deposit_id))

    # --- goods, time, crashes ---------------------------------------------------------------

    def goods(self, which: int, n: int, kind: str) -> None:
        at = which % len(self.items)
        product_id = self.items[at].product_id
        assert product_id is not None
        line = StockLine(product_id, n * MILLI)
        for _ in range(2):  # a repeat by its id books nothing more
            getattr(self.shop.stock, kind)([line], "why")
        now = self.book.on_hand[at]
        self.book.on_hand[at] = {"receive": now + n, "lose": now - n, "count": n}[kind]

    def crash_and_open(self) -> None:
        """A copy of the files as they lie, log included, opened as after a power cut."""
        database = self.shop.desk.database
        before = self.folder
        self.folder = Path(tempfile.mkdtemp())
        for suffix in ("", "-wal"):
            part = database.path.with_name(database.path.name + suffix)
            if part.exists():
                shutil.copyfile(part, self.folder / part.name)
        self.shop.close()
        shutil.rmtree(before)
        self.shop = self.opened()

    # --- what must hold ---------------------------------------------------------------------

    @invariant()
    def the_doctor_finds_nothing(self) -> None:
        # The clock may have been set back; nothing else may be wrong.
        found = [check for check in wrong_books(self.shop) if check.name != "clock"]
        assert not found, found

    @invariant()
    def the_drawer_holds_what_the_book_says(self) -> None:
        session = self.shop.cash.current()
        assert (session is None) == (self.book.drawer is None)
        if session is not None:
            assert self.shop.cash.x_report().cash.expected_minor == self.book.drawer
        assert sorted(self.book.z_numbers) == list(range(1, len(self.book.z_numbers) + 1))

    @invariant()
    def members_have_what_the_book_says(self) -> None:
        for at, person in enumerate(self.book.people):
            key = person.member_id
            assert self.shop.wallets.held_minor(key) == person.wallet
            assert self.shop.accounts.owed(key).owed_minor == person.owed
            mine = [sold for sold in self.book.sold if sold.who == at]
            assert balance(self.shop, key) == sum(sold.left_minor // 100 for sold in mine)
            spent = sum(sold.left_minor for sold in mine)
            assert self.shop.members.get(key).spent_minor == spent
        left = {each.deposit_id: each.left_minor for each in self.shop.deposits.open()}
        assert left == self.book.deposits

    @invariant()
    def the_shelf_holds_what_the_book_says(self) -> None:
        for item, on_hand in zip(self.items, self.book.on_hand, strict=True):
            assert item.product_id is not None
            level = self.shop.stock.level(item.product_id)
            assert level is not None
            assert level.on_hand_milli == on_hand * MILLI

    # --- how ----------------------------------------------------------------------------------

    def take(self, minor: int) -> None:
        assert self.book.drawer is not None
        self.book.drawer += minor

    def person(self, who: int) -> Person:
        return self.book.people[who % len(self.book.people)]

    def pick(self, which: int) -> Sold:
        return self.book.sold[-1 - which % len(self.book.sold)]

    def refused(
        self, kind: type[ShopError] | tuple[type[ShopError], ...], work: Callable[[], object]
    ) -> None:
        try:
            work()
        except kind:
            return
        raise AssertionError(f"{kind} was due")
