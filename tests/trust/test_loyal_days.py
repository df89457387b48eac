"""Random days of loyalty: after any of them every balance is the sum of its entries, the doctor
passes the file, a repeat by id moves nothing, and the same events bring the same state again."""

import tempfile
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from hypothesis import given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import ShopError
from app.services.rules.cart import Item
from app.services.rules.tenders import Tender, TenderKind
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import Clock, add_member, cart_of, cash

IDS = UUID(int=77)
amount = st.integers(1, 900)
EVENTS = st.one_of(
    st.tuples(st.just("charge"), st.sampled_from([3_000, 50_000, 100_000, 150_000])),
    st.tuples(st.just("spend"), st.integers(1, 40_000)),
    st.tuples(st.just("buy"), st.integers(1, 60_000)),
    st.tuples(st.just("coupon"), st.integers(2_000, 5_000)),
    st.tuples(st.just("reward"), amount),
    st.tuples(st.just("points"), st.integers(-300, 300)),
    st.tuples(st.just("gift"), st.integers(1, 3_000)),
    st.tuples(st.just("close"), amount),
    st.tuples(st.just("join"), st.sampled_from(["gold", "executive", "monthly"])),
    st.tuples(st.just("leave"), amount),
    st.tuples(st.just("days"), st.integers(-2, 45)),
)


@cache
def _empty_shop() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        shop = create_shop(TillConfig(data_dir=Path(place)), ShopSettings(), clock=Clock())
        use(shop, EVERYTHING_IN_ONE)
        add_member(shop)
        shop.close()
        return (Path(place) / "shop.db").read_bytes()


@dataclass
class Day:
    """One shop, its clock, and the codes it gave out."""

    shop: Shop
    clock: Clock
    member: UUID
    gifts: list[str] = field(default_factory=list)

    def happen(self, number: int, what: str, how: int | str) -> str:
        """Do one thing, twice by the same id; what was refused, or nothing."""
        op_id = uuid5(IDS, str(number))
        if what == "days":
            self.clock.forward(days=int(how))
            return ""
        try:
            self._do(what, how, op_id)
        except ShopError as error:
            return type(error).__name__
        if what in ("charge", "close", "points", "join"):
            before = self.balances()
            self._do(what, how, op_id)
            assert self.balances() == before, f"a repeated {what} moved something"
        return ""

    def _do(self, what: str, how: int | str, op_id: UUID) -> None:
        shop, member = self.shop, self.member
        minor = int(how) if isinstance(how, int) else 0
        box = cart_of(Item("box", max(1, minor)), member=member)
        if what == "charge":
            shop.wallets.top_up(op_id, member, minor, (cash(minor),))
        elif what == "spend":
            tender = Tender(TenderKind.STORED_VALUE, minor)
            shop.checkout.complete(op_id, box, None, (tender,))
        elif what == "buy":
            shop.checkout.complete(op_id, box, None, (cash(minor),))
        elif what == "coupon":
            code = shop.coupons.issue("five", member).code
            laid = replace(box, coupons=(shop.coupons.laid(code),))
            shop.checkout.complete(op_id, laid, None, (cash(minor),))
        elif what == "reward":
            tea = cart_of(Item("tea", 600), Item("box", minor), member=member)
            shop.checkout.complete(op_id, replace(tea, rewards=("tea",)), None, (cash(minor),))
        elif what == "points":
            shop.points.adjust(member, minor, "by hand", op_id=op_id)
        else:
            self._keep(what, how, op_id)

    def _keep(self, what: str, how: int | str, op_id: UUID) -> None:
        shop, member = self.shop, self.member
        if what == "gift":
            if not self.gifts:
                self.gifts.append(shop.gift_cards.sell(op_id, 5_000, (cash(5_000),)).card.code)
            tender = Tender(TenderKind.GIFT_CARD, int(how), self.gifts[0])
            box = cart_of(Item("box", int(how)), member=member)
            shop.checkout.complete(uuid5(op_id, "sale"), box, None, (tender,))
        elif what == "close":
            shop.wallets.close(op_id, member, "closes")
        elif what == "join":
            fee = shop.plans.fee_to_join(member, str(how))
            shop.plans.join(op_id, member, str(how), (cash(fee),) if fee else ())
        else:
            shop.plans.cancel(op_id, member, "leaves")

    def balances(self) -> tuple[object, ...]:
        """What the shop says of the member; codes and ids apart."""
        standing = self.shop.loyalty.standing(self.member)
        return (
            standing.points,
            standing.tier,
            standing.wallet,
            standing.plan,
            sorted((held.template, held.valid_to) for held in standing.coupons),
            [self.shop.gift_cards.find(code).left_minor for code in self.gifts],
        )

    def sums(self) -> tuple[int, ...]:
        """The same money and points, added up from the ledgers."""
        asked = (
            "SELECT coalesce(sum(points), 0) FROM points_entry",
            "SELECT coalesce(sum(principal_minor), 0) FROM stored_value_entry",
            "SELECT coalesce(sum(bonus_minor), 0) FROM stored_value_entry",
            "SELECT coalesce(sum(amount_minor), 0) FROM store_credit_entry",
        )
        return tuple(int(self.shop.desk.database.value(sql)) for sql in asked)


def lived(events: list[tuple[str, int | str]]) -> tuple[list[str], tuple[object, ...]]:
    """All that was refused, and the state after the events, in a shop of their own."""
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "shop.db").write_bytes(_empty_shop())
        clock = Clock()
        shop = open_shop(TillConfig(data_dir=Path(place)), clock=clock)
        try:
            shop.desk.database.execute("PRAGMA synchronous = off")
            member = UUID(bytes=shop.desk.database.value("SELECT id FROM member"))
            day = Day(shop, clock, member)
            refused = []
            for number, event in enumerate(events):
                refused.append(day.happen(number, *event))
                standing = shop.loyalty.standing(member)
                assert day.sums()[1:] == (
                    standing.wallet.principal_minor,
                    standing.wallet.bonus_minor,
                    standing.wallet.credit_minor,
                )
            shop.due.run()
            assert day.sums()[0] == shop.loyalty.standing(member).points.balance
            assert sound_but_clock(shop)
            return refused, day.balances()
        finally:
            shop.close()


def sound_but_clock(shop: Shop) -> bool:
    """The clock may have been set back; nothing else may be wrong."""
    found = [check for check in shop.doctor.run() if not check.ok and check.name != "clock"]
    assert not found, found
    return True


@given(st.lists(EVENTS, min_size=1, max_size=14))
@settings(max_examples=25, deadline=None)
def test_random_days_keep_every_ledger_and_come_out_the_same_again(events):
    assert lived(events) == lived(events)
