"""For whom and on which goods an effect of the scheme applies, and if not, why not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.services.rules.birthdays import occurrence
from app.services.rules.cart import Item, MemberFacts
from app.services.rules.coupons import birthday_days
from app.services.rules.days import Birthday, Moment
from app.services.rules.level_names import level_names
from app.services.rules.reasons import Reason, said
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import ANYBODY, EVERYTHING, BirthdaySpan, Goods, Who
from app.services.rules.scheme.words import Words, words


def why_not_who(
    who: Who, facts: MemberFacts | None, moment: Moment, scheme: Scheme
) -> Reason | None:
    """Why this is not for the member (None: a stranger); None where it is.

    A frozen member gets what a stranger gets.
    """
    if who is ANYBODY or who == ANYBODY:
        return None
    if facts is None:
        return Reason("members_only")
    if facts.frozen:
        return Reason("member_frozen")
    return (
        _why_not_standing(who, facts, scheme)
        or _why_not_birthday(who, facts, moment, scheme)
        or _why_not_history(who, facts, moment, scheme)
    )


def _why_not_standing(who: Who, facts: MemberFacts, scheme: Scheme) -> Reason | None:
    if who.tiers and facts.tier not in who.tiers:
        return Reason("other_tier", said("tiers", _tier_names(who.tiers, scheme)))
    if who.plans and facts.plan_level not in who.plans:
        return Reason("other_plan", said("plans", _plan_names(who.plans, scheme)))
    if who.tags and not _share_one(who.tags, facts.tags):
        return Reason("no_tag", (("tags", ", ".join(who.tags)),))
    if who.partner_cards and not _share_one(who.partner_cards, facts.partner_cards):
        return Reason("no_partner_card", said("cards", _card_names(who.partner_cards, scheme)))
    return None


def _why_not_birthday(
    who: Who, facts: MemberFacts, moment: Moment, scheme: Scheme
) -> Reason | None:
    march = scheme.leap_birthday_on_1_march
    if who.birthday is not None:
        if facts.birthday is None:
            return Reason("birthday_unknown")
        if not in_birthday(facts.birthday, who.birthday, moment.day, leap_day_in_march=march):
            return Reason(f"not_birthday_{who.birthday.value}")
    span = who.dependant_birthday
    if span is not None and not any(
        in_birthday(each, span, moment.day, leap_day_in_march=march) for each in facts.dependants
    ):
        return Reason(f"not_dependant_birthday_{span.value}")
    return None


def _why_not_history(who: Who, facts: MemberFacts, moment: Moment, scheme: Scheme) -> Reason | None:
    if who.first_purchase and facts.purchases:
        return Reason("not_first_purchase")
    if who.new_within_days:
        joined = facts.joined_on
        if joined is None or not 0 <= (moment.day - joined).days < who.new_within_days:
            return Reason("not_new", (("days", who.new_within_days),))
    if who.often_bought is not None:
        units = _bought(who.often_bought, facts.bought, scheme)
        if units < who.bought_at_least:
            return Reason("bought_too_little", (("needed", who.bought_at_least), ("held", units)))
    return None


def in_birthday(
    birthday: Birthday, span: BirthdaySpan, day: date, *, leap_day_in_march: bool = False
) -> bool:
    """Whether `day` lies in the span around one of the birthday's days (rule 25)."""
    for year in (day.year - 1, day.year, day.year + 1):
        falls = occurrence(birthday, year, leap_day_in_march=leap_day_in_march)
        if falls is not None:
            first, last = birthday_days(falls, span)
            if first <= day <= last:
                return True
    return False


def _share_one(wanted: tuple[str, ...], held: tuple[str, ...]) -> bool:
    return any(each in held for each in wanted)


# --- names, as facts of a reason ----------------------------------------------


def _tier_names(ids: tuple[str, ...], scheme: Scheme) -> Words:
    tiers = () if scheme.tiers is None else scheme.tiers.tiers
    return _joined(ids, ((tier.id, tier.name) for tier in tiers))


def _plan_names(levels: tuple[str, ...], scheme: Scheme) -> Words:
    return _joined(levels, level_names(scheme).items())


def _card_names(ids: tuple[str, ...], scheme: Scheme) -> Words:
    return _joined(ids, ((card.id, card.name) for card in scheme.partner_cards))


def _joined(ids: tuple[str, ...], named: Iterable[tuple[str, Words]]) -> Words:
    """The names of these ids, with slashes between, in every language that one of them has."""
    names = dict(named)
    if len(ids) == 1:
        return names.get(ids[0], words(ids[0]))
    found = [names.get(each, words(each)) for each in ids]
    languages = dict.fromkeys(language for name in found for language, _ in name.texts)
    return Words(
        tuple(
            (language, " / ".join(name.said(language) for name in found)) for language in languages
        )
    )


# --- goods --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FlatGoods:
    """Goods with their groups looked up; not `limited`: every line is meant."""

    limited: bool
    named: tuple[str, ...]
    products: frozenset[str]
    categories: frozenset[str]
    groups: tuple["FlatGoods", ...]
    without: "FlatGoods | None"

    def takes(self, item: Item) -> bool:
        """Whether a line that sells `item` is among them."""
        found = (
            not self.limited
            or item.category in self.categories
            or item.name in self.products
            or (item.barcode != "" and item.barcode in self.products)
            or any(group.takes(item) for group in self.groups)
        )
        return found and (self.without is None or not self.without.takes(item))

    def with_groups(self) -> Iterator["FlatGoods"]:
        """These goods and the groups in them, at any depth."""
        yield self
        for group in self.groups:
            yield from group.with_groups()


def takes(goods: Goods, item: Item, scheme: Scheme) -> bool:
    """Whether a line that sells `item` is among the goods."""
    return goods is EVERYTHING or flattened(goods, scheme.groups).takes(item)


@lru_cache(maxsize=4096)
def flattened(goods: Goods, groups: tuple[tuple[str, Goods], ...]) -> FlatGoods:
    """The goods with their groups looked up; one that contains itself adds nothing to itself."""
    return _flattened(goods, dict(groups), frozenset())


def _flattened(goods: Goods, groups: dict[str, Goods], inside: frozenset[str]) -> FlatGoods:
    return FlatGoods(
        limited=bool(goods.products or goods.categories or goods.groups),
        named=(*goods.products, *goods.categories),
        products=frozenset(goods.products),
        categories=frozenset(goods.categories),
        groups=tuple(
            _flattened(groups[each], groups, inside | {each})
            for each in goods.groups
            if each in groups and each not in inside
        ),
        without=None if goods.without is None else _flattened(goods.without, groups, inside),
    )


def _bought(goods: Goods, bought: tuple[tuple[str, int], ...], scheme: Scheme) -> int:
    """How many units of the goods the member bought.

    The same unit is counted under its product and its category, so the larger of both holds.
    """
    flat = flattened(goods, scheme.groups)
    parts = tuple(flat.with_groups())
    by_name = sum(units for key, units in bought if any(key in p.products for p in parts))
    by_category = sum(units for key, units in bought if any(key in p.categories for p in parts))
    return max(by_name, by_category)
