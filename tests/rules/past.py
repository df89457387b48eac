"""Past sales for tests of the backtest, by the shortest path."""

from datetime import date
from uuid import UUID

from app.services.rules.backtest import PastSale
from app.services.rules.cart import CartLine, Item, MemberFacts
from app.services.rules.earning import EarnBase, EarnLine


def member(number: int, **known) -> MemberFacts:
    """A member with this id; beside it only what a test names is known."""
    return MemberFacts(UUID(int=number), **known)


def past_sale(day: str, who: MemberFacts | None, *amounts_minor: int, **more) -> PastSale:
    """A sale of open items at these amounts, paid in money but for `unearned_minor` of points."""
    unearned = more.get("unearned_minor", 0)
    category = more.get("category", "")
    items = [Item("item", amount, category=category) for amount in amounts_minor]
    lines = tuple(CartLine(UUID(int=at), item) for at, item in enumerate(items, 1))
    paid = tuple(EarnLine(item, item.unit_price_minor, 0, 1000) for item in items)
    return PastSale(
        day=date.fromisoformat(day),
        minute=more.get("minute", 720),
        lines=lines,
        base=EarnBase(paid, unearned),
        paid_minor=sum(amounts_minor) - unearned,
        qualifying_minor=sum(amounts_minor) - unearned,
        member=who,
    )
