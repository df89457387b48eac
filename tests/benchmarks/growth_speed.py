"""How much slower a look-up is in the large shop than in the small one, told in two ways.

Literally: the same kind of text in both. Four digits end one phone of ten thousand and a hundred
phones of a million; what is measured is then mostly the answer: a hundred last visits compared
and twenty members read and told instead of one. Their rows stand beside the number of members
answered, without a limit.

With answers of the same size: a text longer by as many digits as the shop is larger, a name that
as many share, or one that fills the first hits in both. This is the growth of the look-up, and
what the limit is for. What is left of it is the processor's: of a few hundred kilobytes each row
is near at hand, of a hundred megabytes hardly one is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from app.models import member_search as searched
from app.services.rules.codes import member_code
from app.shop import Shop, open_shop
from tests.benchmarks.large_shop import SURNAMES, large_shop, name_of, phone_of
from tests.benchmarks.measure import Figure, part, times_ms
from tests.benchmarks.till_speed import picker, queries, settle

SMALL = 10_000
# The shops take turns, each pair of turns is compared, and the middle of these counts: a machine
# that runs at half its speed for some seconds does so beside both.
TURNS = 9
SHOWN = 20
COUNTED = 50

# What is looked up in a round, and how many members answer.
Look = Callable[[int], int]


class Looks(NamedTuple):
    """Each kind of look-up, as it is typed in any shop, and with an answer of the same size."""

    literal: dict[str, Look]
    alike: dict[str, Look]


def growth_figures(members: int, rounds: int) -> list[Figure]:
    """Every kind in both ways; nothing where the large shop is no larger than the small one."""
    if members <= SMALL:
        return []
    shops = [open_shop(large_shop(size)) for size in (SMALL, members)]
    for shop in shops:
        settle(shop)
    small, large = (looks(shop, size) for shop, size in zip(shops, (SMALL, members), strict=True))
    figures = list(_grown("answers of the same size", small.alike, large.alike, rounds, 1.5))
    figures += _grown("the same text", small.literal, large.literal, rounds, None)
    for shop in shops:
        shop.close()
    return figures


def _grown(
    way: str, small: Mapping[str, Look], large: Mapping[str, Look], rounds: int, limit: float | None
) -> Iterator[Figure]:
    for kind in small:
        both = small[kind], large[kind]
        turns = [
            tuple(part(times_ms(look, max(SHOWN, rounds // 3), SHOWN), 0.5) for look in both)
            for _ in range(TURNS)
        ]
        turns.sort(key=lambda taken: taken[1] / taken[0])
        taken = turns[TURNS // 2]
        answered = [sum(look(at) for at in range(COUNTED)) / COUNTED for look in both]
        note = (
            f"{taken[0]:.3f} -> {taken[1]:.3f} ms, answered {answered[0]:.0f} -> {answered[1]:.0f}"
        )
        yield Figure(f"growth, {way}: {kind}", taken[1] / taken[0], "x", limit, note)


def looks(shop: Shop, members: int) -> Looks:
    """Every kind of look-up in a shop of so many members."""
    pick = picker(members)
    more = len(str(members // SMALL)) - 1

    def suggested(text: Callable[[int], str]) -> Look:
        return lambda at: len(shop.members.suggest(text(at)))

    def one_of(*texts: str) -> Look:
        return suggested(lambda at: texts[at % len(texts)])

    def last_digits(at: int) -> int:
        digits = phone_of(pick(at))[-4 - more :]
        return len(searched.hits(shop.desk.database, token="", last_digits=digits, limit=SHOWN))

    def strip(at: int) -> int:
        shop.lookup.scan(member_code(pick(at), shop.desk.card_key))
        return 1

    literal = {kind: suggested(text) for kind, text in queries(shop, members).items()}
    literal["card to strip"] = strip
    alike = {
        "phone, first digits": suggested(lambda at: phone_of(pick(at))[: 7 + more]),
        "phone, last digits": last_digits,
        # Of ten thousand as many begin with two hanzi as of a million are called by three.
        "name in hanzi": suggested(lambda at: _three(pick(at))[: 2 if members <= SMALL else 3]),
        # These fill the first hits in both.
        "one hanzi": one_of(*SURNAMES[:20]),
        "pinyin": one_of("wang", "zhang", "chen", "liu", "yang"),
        "initials": one_of("w", "l", "z", "y", "c"),
    }
    single = ("phone with country code", "member number", "card code", "card to strip")
    return Looks(literal, alike | {kind: literal[kind] for kind in single})


def _three(at: int) -> str:
    """The next name of three hanzi."""
    while len(name := name_of(at)) != 3:
        at += 1
    return name
