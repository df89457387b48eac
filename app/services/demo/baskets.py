"""What people of the demo shop buy at which time of day, and how they pay."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from app.services.demo import words
from app.services.demo.goods import BAKERY, DAYPART_WEIGHTS, DemoProduct
from app.services.ids import uuid7
from app.services.products import Product
from app.services.rules.cart import Cart, CartLine, HandDiscount, MemberFacts, add
from app.services.rules.handed_over import cash_suggestions
from app.services.rules.money import MILLI, Currency
from app.services.rules.points import points_worth_minor
from app.services.rules.scheme import Scheme
from app.services.rules.tenders import Tender, TenderKind

_KINDS = (
    TenderKind.CASH,
    TenderKind.WECHAT,
    TenderKind.ALIPAY,
    TenderKind.BANK_CARD,
    TenderKind.OTHER,
)
_LINES = ((1, 2, 3, 4), (46, 34, 14, 6))
_EVENING = 3
# A member who holds this much now and then pays with it.
_POINTS_WORTH_SPENDING = 300


class Baskets:
    """Fills carts and pays for them, the same way for the same random numbers."""

    def __init__(
        self,
        random: Random,
        language: str,
        goods: Sequence[tuple[Product, DemoProduct]],
        currency: Currency,
    ) -> None:
        self._random = random
        self._language = language
        self._currency = currency
        self._products = [product for product, _ in goods]
        self._often = [demo.often for _, demo in goods]
        self._shelves: dict[int, list[int]] = {}
        for place, (_, demo) in enumerate(goods):
            self._shelves.setdefault(demo.category, []).append(place)
        self._bakery = {self._products[place].product_id for place in self._shelves[BAKERY]}

    def cart(self, daypart: int, favourites: Sequence[int], member: MemberFacts | None) -> Cart:
        """A basket of one to four lines, of what the member likes and the hour suggests."""
        random = self._random
        cart = Cart(member=member)
        for _ in range(random.choices(*_LINES)[0]):
            fond = favourites and random.randrange(100) < 55
            place = random.choice(favourites) if fond else self._anything(daypart)
            cart = add(cart, self._line(self._products[place], daypart))
        if random.randrange(100) < 2:
            reason = words.REASONS[self._language][0]
            cart = replace(cart, discount=HandDiscount(reason, percent_bp=1000))
        return cart

    def _anything(self, daypart: int) -> int:
        shelf = self._random.choices(range(len(self._shelves)), DAYPART_WEIGHTS[daypart])[0]
        places = self._shelves[shelf]
        return self._random.choices(places, [self._often[place] for place in places])[0]

    def _line(self, product: Product, daypart: int) -> CartLine:
        random = self._random
        line = CartLine(uuid7(), product.item)
        if product.weighed:
            return replace(line, quantity_milli=random.randrange(120, 560))
        if random.randrange(100) < 9:
            line = replace(line, quantity_milli=random.randrange(2, 4) * MILLI)
        stale = daypart == _EVENING and product.product_id in self._bakery
        if stale and random.randrange(100) < 45:
            reason = words.REASONS[self._language][1]
            line = replace(line, discount=HandDiscount(reason, percent_bp=2000))
        return line

    def means(self) -> TenderKind:
        """How somebody pays what points do not."""
        return self._random.choices(_KINDS, words.PAYING[self._language])[0]

    def rounded_down(self, cart: Cart, kind: TenderKind, total_minor: int) -> Cart:
        """Now and then the till forgives a payer in cash the small coins."""
        unit = self._currency.unit_minor
        forgiven = kind is TenderKind.CASH and cart.discount is None and total_minor % unit
        if not forgiven or self._random.randrange(100) < 50 or total_minor < unit:
            return cart
        reason = words.REASONS[self._language][2]
        return replace(cart, discount=HandDiscount(reason, round_down_to_minor=unit))

    def tenders(
        self, total_minor: int, points: int, kind: TenderKind, scheme: Scheme
    ) -> tuple[Tender, ...]:
        """What is handed over for `total_minor` by one who holds `points`."""
        random, unit = self._random, self._currency.unit_minor
        by_points = 0
        if points >= _POINTS_WORTH_SPENDING and random.randrange(100) < 8:
            by_points = min(points_worth_minor(points, scheme), total_minor) // unit * unit
        paid = (Tender(TenderKind.POINTS, by_points),) if by_points else ()
        left = total_minor - by_points
        if not left:
            return paid
        if kind is TenderKind.CASH:
            likely = cash_suggestions(left, self._currency.code)
            # One draw whatever their number, so that the same seed goes on in the same way.
            handed = likely[min(random.randrange(3), len(likely) - 1)]
            return (*paid, Tender(kind, handed))
        other = words.OTHER_TENDER[self._language] if kind is TenderKind.OTHER else ""
        return (*paid, Tender(kind, left, other))
