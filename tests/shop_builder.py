"""Helpers to fill a real shop in tests: members and products by the shortest path."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.errors import ShopError
from app.messages import sentence
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item, MemberFacts, add
from app.services.rules.pinyin import search_tokens
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop


class Clock:
    """A clock that a test moves by hand; it starts on 21 November 2026, 10:00 in Shanghai."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **span: float) -> None:
        self.moment += timedelta(**span)


def add_member(shop: Shop, name: str = "曾雨晴", number: str = "000128", points: int = 0) -> UUID:
    """A member written straight into the tables, without any service."""
    member_id = uuid7()
    database = shop.desk.database

    def work() -> None:
        database.execute(
            "INSERT INTO member (id, number, name, joined_on, state, created_at, updated_at)"
            " VALUES (?, ?, ?, '2024-03-02', 'active', 0, 0)",
            (member_id.bytes, number, name),
        )
        database.execute("INSERT INTO member_summary (member_id) VALUES (?)", (member_id.bytes,))
        database.executemany(
            "INSERT INTO member_token (token, seq) SELECT ?, seq FROM member WHERE id = ?",
            [(token, member_id.bytes) for token in search_tokens(name)],
        )

    database.in_transaction(work)
    if points:
        sell(shop, points * 100, member_id)
    return member_id


def add_product(
    shop: Shop, name: str, price_minor: int, member_price_minor: int | None = None
) -> Item:
    """A product written straight into the tables; returns it as a cart sells it."""
    product_id = uuid7()
    shop.desk.database.execute(
        "INSERT INTO product (id, name, price_minor, member_price_minor, tax_rate_bp, weighed,"
        " active, created_at, updated_at) VALUES (?, ?, ?, ?, 0, 0, 1, 0, 0)",
        (product_id.bytes, name, price_minor, member_price_minor),
    )
    return Item(name, price_minor, product_id, member_price_minor)


def cart_of(*items: Item, member: UUID | None = None) -> Cart:
    """A cart with one of each item."""
    cart = Cart(member=None if member is None else MemberFacts(member))
    for item in items:
        cart = add(cart, CartLine(uuid7(), item))
    return cart


def cash(amount_minor: int) -> Tender:
    return Tender(TenderKind.CASH, amount_minor)


def points(amount_minor: int) -> Tender:
    return Tender(TenderKind.POINTS, amount_minor)


def sell(shop: Shop, amount_minor: int, member: UUID | None = None):
    """An open item of that amount, paid in cash."""
    cart = cart_of(Item("open item", amount_minor), member=member)
    return shop.checkout.complete(uuid7(), cart, None, (cash(amount_minor),))


def balance(shop: Shop, member: UUID) -> int:
    """The sum of the member's ledger entries."""
    return int(
        shop.desk.database.value(
            "SELECT coalesce(sum(points), 0) FROM points_entry WHERE member_id = ?",
            (member.bytes,),
        )
    )


def stored_balance(shop: Shop, member: UUID) -> int:
    """The balance kept for speed."""
    return int(
        shop.desk.database.value(
            "SELECT points FROM member_summary WHERE member_id = ?", (member.bytes,)
        )
    )


def sentences(shop: Shop, language: str = "en") -> Callable[[Exception], str]:
    """How a window puts a refusal into words; anything else is a bug and stops the test."""

    def words(error: Exception) -> str:
        if not isinstance(error, ShopError):
            raise error
        return sentence(error, language, shop.desk.settings.money)

    return words
