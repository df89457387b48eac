"""A whole scheme in plain words: what the gallery, `scheme show` and the presets' tables say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module

from app.services.rules.level_names import level_names
from app.services.rules.money import Currency, money, quantity, rate
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import DAY_MINUTES, DateRange, Goods, When, Who, YearDay
from app.services.rules.scheme.offers import Benefit, BenefitKind, UseLimit
from app.services.rules.scheme.words import Words

LANGUAGES = ("zh_CN", "zh_TW", "en")
_SCRIPTS = {"zh_CN": "gb2312", "zh_TW": "big5"}


@dataclass(frozen=True, slots=True)
class Section:
    """One side of a scheme: its title, and a line for each promise."""

    title: str
    lines: tuple[str, ...]


@cache
def templates(language: str) -> dict[str, str]:
    """The words of a language, English where it is unknown."""
    known = language if language in LANGUAGES else "en"
    found: dict[str, str] = import_module(f"app.messages.scheme_words_{known.lower()}").WORDS
    return found


class Speaker:
    """Says the parts of one scheme in one language, amounts in one currency."""

    def __init__(self, scheme: Scheme, language: str, currency: Currency) -> None:
        self.scheme = scheme
        self.language = language
        self._words = templates(language)
        self._currency = currency
        self._groups = dict(scheme.groups)

    def say(self, key: str, **facts: object) -> str:
        """The template `key` with its facts."""
        return self._words[key].format(**facts)

    def amount(self, minor: int) -> str:
        """An amount for people."""
        return money(minor, self._currency)

    def count(self, noun: str, number: int) -> str:
        """`1 point`, `1,200 points`."""
        return self.say(f"n_{noun}_1" if number == 1 else f"n_{noun}", n=f"{number:,}")

    def name(self, words: Words) -> str:
        """A text of the shop."""
        return words.said(self.language)

    def listed(self, texts: Iterable[str], *, either: bool = False) -> str:
        """Texts in a row."""
        return self._words["or" if either else "and"].join(texts)

    def with_asides(self, text: str, asides: Iterable[str]) -> str:
        """A text, and what limits it in brackets."""
        said = self.listed(filter(None, asides))
        return text + (self.say("aside", text=said) if said else "")

    # --- what, who, when ------------------------------------------------------

    def goods(self, goods: Goods) -> str:
        """Which goods, their names in the reader's script where there are such."""
        names = [*goods.categories, *goods.products]
        for group in goods.groups:
            held = self._groups.get(group, Goods())
            names += [*held.categories, *held.products] or [group]
        plain = [name for name in names if _is_read(name, self.language)] or names
        said = self.listed(dict.fromkeys(plain), either=True) or self._words["everything"]
        if goods.without is None:
            return said
        return self.say("without", goods=said, without=self.goods(goods.without))

    def who(self, who: Who) -> list[str]:
        """Which members; nothing for anybody."""
        tiers = {} if self.scheme.tiers is None else {t.id: t.name for t in self.scheme.tiers.tiers}
        plans = level_names(self.scheme)
        cards = {card.id: card.name for card in self.scheme.partner_cards}
        said = [self._words["members_only"]] if who.members_only else []
        for key, ids, named in (
            ("who_tiers", who.tiers, tiers),
            ("who_plans", who.plans, plans),
            ("who_cards", who.partner_cards, cards),
        ):
            if ids:
                names = (self.name(named[each]) if each in named else each for each in ids)
                said.append(self.say(key, names=self.listed(names, either=True)))
        if who.tags:
            said.append(self.say("who_tags", names=self.listed(who.tags, either=True)))
        return said + self._occasions(who)

    def _occasions(self, who: Who) -> list[str]:
        said = []
        if who.birthday is not None:
            said.append(self._words[f"birthday_{who.birthday}"])
        if who.dependant_birthday is not None:
            said.append(self._words[f"dependant_{who.dependant_birthday}"])
        if who.often_bought is not None:
            goods = self.goods(who.often_bought)
            said.append(self.say("often_bought", goods=goods, n=who.bought_at_least))
        if who.first_purchase:
            said.append(self._words["first_purchase"])
        if who.new_within_days:
            said.append(self.say("new_within", days=self.count("days", who.new_within_days)))
        return said

    def when(self, when: When) -> list[str]:
        """On which days and hours; nothing for always."""
        said = []
        if when.dates:
            said.append(self.listed(map(self._range, when.dates)))
        if when.weekdays:
            names = self._words["weekday_names"].split(",")
            days = self.listed(names[day - 1] for day in when.weekdays)
            said.append(self.say("weekdays", names=days))
        if when.month_days:
            said.append(self.say("month_days", names=self.listed(map(str, when.month_days))))
        if when.festivals:
            names = [self.festival(name) for name in when.festivals]
            said.append(self.say("festivals", names=self.listed(names, either=True)))
        if (when.from_minute, when.to_minute) != (0, DAY_MINUTES):
            hours = (f"{m // 60:02d}:{m % 60:02d}" for m in (when.from_minute, when.to_minute))
            said.append(self.say("hours", first=next(hours), last=next(hours)))
        return said

    def festival(self, name: str) -> str:
        """A festival's name; a day that is written out stays as it is."""
        if name.startswith("lunar:"):
            return self.say("lunar", day=name.removeprefix("lunar:"))
        return self._words.get(f"festival_{name}", name.replace("_", " "))

    def _range(self, days: DateRange) -> str:
        return self.say("dates", first=_day(days.first), last=_day(days.last))

    # --- offers ---------------------------------------------------------------

    def benefit(self, benefit: Benefit) -> str:
        """What an offer gives, with its thresholds and caps."""
        text = self._benefit(benefit)
        asides = []
        for key, minor in (
            ("min_basket", benefit.min_basket_minor),
            ("max_amount", benefit.max_amount_minor),
        ):
            if minor:
                asides.append(self.say(key, amount=self.amount(minor)))
        if benefit.max_units:
            asides.append(self.say("max_units", units=self.count("units", benefit.max_units)))
        return self.with_asides(text, asides)

    def _benefit(self, benefit: Benefit) -> str:
        key: str = benefit.kind
        if benefit.kind is BenefitKind.AMOUNT_OFF and benefit.each_minor:
            key = "amount_off_each"
        if benefit.kind is BenefitKind.BUY_GET and benefit.percent_bp == 10_000:
            key = "buy_get_free"
        figure = benefit.price_minor or benefit.amount_minor
        coupons = {each.id: each.name for each in self.scheme.coupons}
        coupon = self.name(coupons[benefit.coupon]) if benefit.coupon in coupons else ""
        parts = (
            self.say("bundle_part", quantity=quantity(p.quantity_milli), goods=self.goods(p.goods))
            for p in benefit.parts
        )
        return self.say(
            key,
            goods=self.goods(benefit.goods),
            percent=rate(benefit.percent_bp),
            amount=self.amount(figure),
            each=self.amount(benefit.each_minor),
            every=benefit.every,
            n=benefit.units,
            points=self.count("points", benefit.points),
            coupon=coupon,
            parts=self.listed(parts),
        )

    def limit(self, limit: UseLimit) -> list[str]:
        """How often an offer may be had."""
        return [
            self.say(key, n=getattr(limit, key))
            for key in ("per_member_day", "per_member_year", "per_member")
            if getattr(limit, key)
        ]


def _is_read(name: str, language: str) -> bool:
    """Whether a name is in the script of a language: each has its own set of characters."""
    if language == "en":
        return name.isascii()
    try:
        name.encode(_SCRIPTS[language])
    except UnicodeEncodeError:
        return False
    return not name.isascii()


def _day(day: date | YearDay) -> str:
    return f"{day.month:02d}-{day.day:02d}" if isinstance(day, YearDay) else day.isoformat()
