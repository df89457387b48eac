"""What a sale earns: per rule and line, floored once per sale and rule (rules 9, 12, 14)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.services.rules.calendar import why_not_when
from app.services.rules.cart import Item, MemberFacts
from app.services.rules.conditions import flattened, why_not_who
from app.services.rules.days import Moment
from app.services.rules.money import BASIS_POINTS, plain, quantity, share
from app.services.rules.quote import GivenPoints
from app.services.rules.reasons import Facts, Reason, about, named
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import ALWAYS, ANYBODY, EVERYTHING, Goods
from app.services.rules.scheme.earning import EarnBasis, EarnRule, Multiplier


class EarnLine(NamedTuple):
    """What one line brings: what is paid for it, tax included, and how much of it is paid for
    (what was had for points is left out)."""

    item: Item
    paid_minor: int
    tax_minor: int
    quantity_milli: int


@dataclass(frozen=True, slots=True)
class EarnBase:
    """A sale to earn on. `unearned_minor` of it was paid by what earns nothing: points, a
    wallet's bonus, a gift card. `given` are points promised by offers."""

    lines: tuple[EarnLine, ...]
    unearned_minor: int = 0
    given: tuple[GivenPoints, ...] = ()

    @property
    def paid_minor(self) -> int:
        """What the lines cost."""
        return sum(line.paid_minor for line in self.lines)


class Earned(NamedTuple):
    """Points earned, those that count for a tier, each line's share, and each rule's part."""

    points: int
    qualifying_points: int
    by_line: tuple[int, ...]
    by_rule: tuple[tuple[str, int], ...] = ()
    why: tuple[Reason, ...] = ()
    why_not: tuple[Reason, ...] = ()


def visit_use(rule: EarnRule) -> str:
    """What a visit that earned is counted under, beside the uses of offers."""
    return f"earn:{rule.id}"


def visits_counted(scheme: Scheme, earned: Earned) -> tuple[tuple[str, int], ...]:
    """The rules of visits that earned on a sale, as uses: each counts once a business day."""
    by_rule = dict(earned.by_rule)
    return tuple(
        (visit_use(rule), 1)
        for rule in scheme.earn
        if rule.basis is EarnBasis.VISIT and rule.id in by_rule
    )


def earned_by(scheme: Scheme, facts: MemberFacts | None, base: EarnBase, moment: Moment) -> Earned:
    """What a sale earns a member; nothing for a stranger or one who is frozen."""
    return _earned(scheme, facts, base, base.lines, moment)


def earned_at_one_rate(
    scheme: Scheme, facts: MemberFacts | None, paid: Sequence[int]
) -> Earned | None:
    """The same as `earned_by` for a scheme of one rate on everything, without looking at goods;
    None where there is more to it.

    `paid` are the lines' amounts, none of them negative, all of them earning. Most shops have
    such a scheme, and it is reckoned at each key of the cashier.
    """
    if len(scheme.earn) != 1 or scheme.multipliers or facts is None or facts.frozen:
        return None
    rule, whole = scheme.earn[0], sum(paid)
    if rule.basis is not EarnBasis.MONEY or not _is_plain(rule) or rule.net_of_tax or not whole:
        return None
    points = whole * rule.points // rule.unit_minor
    why = Reason("points_by_money", (("points", points), ("paid_minor", whole)))
    by_rule = ((rule.id, points),) if points else ()
    return Earned(points, points if rule.qualifies else 0, share(points, paid), by_rule, (why,))


def earned_by_kept(
    scheme: Scheme,
    facts: MemberFacts | None,
    base: EarnBase,
    kept: Sequence[EarnLine],
    moment: Moment,
) -> Earned:
    """What a sale would have earned on what was kept of it: `kept` line for line.

    A refund goes back over the sale's tenders pro rata, so that the same part of what is kept
    earns nothing. `scheme`, `facts` and `moment` are those of the sale.
    """
    return _earned(scheme, facts, base, kept, moment)


def reversed_points(
    scheme: Scheme,
    facts: MemberFacts | None,
    base: EarnBase,
    kept: Sequence[EarnLine],
    moment: Moment,
) -> int:
    """Points taken back in all once only `kept` is left of a sale: original − earn(what
    remains), so that many small refunds keep no point (rule 12).

    A refund takes back this, less what earlier refunds of the sale took.
    """
    whole = _earned(scheme, facts, base, base.lines, moment)
    return whole.points - _earned(scheme, facts, base, kept, moment).points


# --- rule by rule -------------------------------------------------------------


def _earned(
    scheme: Scheme,
    facts: MemberFacts | None,
    base: EarnBase,
    lines: Sequence[EarnLine],
    moment: Moment,
) -> Earned:
    if facts is None or facts.frozen:
        code = "points_no_member" if facts is None else "points_member_frozen"
        return Earned(0, 0, (0,) * len(lines), why_not=(Reason(code),))
    paid = base.paid_minor
    sale = _Sale(scheme, facts, moment, lines, (max(0, paid - base.unearned_minor), paid))
    for rule, places in sale.claims():
        sale.earn(rule, places)
    for given in base.given:
        sale.give(given, base.lines)
    return Earned(
        sale.points,
        sale.qualifying,
        tuple(sale.by_line),
        tuple(sale.by_rule),
        tuple(sale.why),
        tuple(sale.why_not),
    )


class _Sale:
    """Lines to earn on; of each amount the part (numerator, denominator) earns."""

    def __init__(
        self,
        scheme: Scheme,
        facts: MemberFacts,
        moment: Moment,
        lines: Sequence[EarnLine],
        part: tuple[int, int],
    ) -> None:
        self._scheme = scheme
        self._facts = facts
        self._moment = moment
        self._lines = lines
        self._earning, self._paid = part
        self.points = 0
        self.qualifying = 0
        self.by_line = [0] * len(lines)
        self.by_rule: list[tuple[str, int]] = []
        self.why: list[Reason] = []
        self.why_not: list[Reason] = []
        self._active = self._holding() if scheme.multipliers else []

    def claims(self) -> Iterator[tuple[EarnRule, list[int]]]:
        """Each rule that holds, with the places of the lines it earns on."""
        paid_for = [place for place, line in enumerate(self._lines) if line.paid_minor > 0]
        free = paid_for if self._earning else []
        for rule in self._scheme.earn:
            missed = self._why_not(rule)
            if missed is not None:
                self.why_not.append(about(rule, missed))
                continue
            on_top = rule.also or rule.basis is EarnBasis.VISIT
            places = self._among(rule.goods, paid_for if on_top and self._earning else free)
            if places and not on_top:
                free = [place for place in free if place not in places]
            if places:
                yield rule, places

    def _why_not(self, effect: EarnRule | Multiplier) -> Reason | None:
        missed = why_not_when(effect.when, self._moment) or why_not_who(
            effect.who, self._facts, self._moment, self._scheme
        )
        if missed is None and isinstance(effect, EarnRule) and effect.basis is EarnBasis.VISIT:
            visited = visit_use(effect)
            today = next((use[1] for use in self._facts.uses if use[0] == visited), 0)
            missed = Reason("visit_counted") if today else None
        return missed

    def _among(self, goods: Goods, places: list[int]) -> list[int]:
        if goods is EVERYTHING:
            return places
        flat = flattened(goods, self._scheme.groups)
        return [place for place in places if flat.takes(self._lines[place].item)]

    # --- one rule -------------------------------------------------------------

    def earn(self, rule: EarnRule, places: list[int]) -> None:
        """Add what one rule earns on these lines, floored once."""
        amounts = [self._amount(rule, place) for place in places]
        factors = self._factors(rule, places)
        weights = amounts if factors is None else factors.times(amounts)
        divisor = 1 if factors is None else factors.divisor
        points = self._floored(rule, weights, divisor)
        if rule.qualifies:
            counting = weights if factors is None else factors.counting(amounts)
            self.qualifying += self._floored(rule, counting, divisor)
        self._add(rule.id, points, places, weights)
        self._say(rule, points, sum(amounts))
        if factors is not None:
            self.why.extend(factors.why)

    def _amount(self, rule: EarnRule, place: int) -> int:
        if rule.basis is EarnBasis.VISIT:
            return 1
        line = self._lines[place]
        if rule.basis is EarnBasis.QUANTITY:
            return line.quantity_milli
        return line.paid_minor - line.tax_minor if rule.net_of_tax else line.paid_minor

    def _floored(self, rule: EarnRule, weights: list[int], divisor: int) -> int:
        if rule.basis is EarnBasis.VISIT:
            return rule.points * max(weights) // divisor
        unit = rule.unit_minor if rule.basis is EarnBasis.MONEY else rule.unit_milli
        whole = sum(weights) * rule.points * self._earning
        return whole // (unit * divisor * self._paid)

    def _add(self, name: str, points: int, places: Sequence[int], weights: list[int]) -> None:
        if points:
            self.points += points
            self.by_rule.append((name, points))
            for place, part in zip(places, share(points, weights), strict=True):
                self.by_line[place] += part

    def _say(self, rule: EarnRule, points: int, amount: int) -> None:
        if rule.basis is EarnBasis.MONEY and _is_plain(rule):
            paid = amount * self._earning // self._paid
            self.why.append(Reason("points_by_money", (("points", points), ("paid_minor", paid))))
            return
        earned: Facts = (*named(rule), ("points", points))
        if rule.basis is EarnBasis.VISIT:
            self.why.append(Reason("points_by_visit", earned))
        elif rule.basis is EarnBasis.QUANTITY:
            self.why.append(Reason("points_by_quantity", (*earned, ("quantity", quantity(amount)))))
        else:
            paid = amount * self._earning // self._paid
            self.why.append(Reason("points_by_rule", (*earned, ("paid_minor", paid))))

    def give(self, given: GivenPoints, before: Sequence[EarnLine]) -> None:
        """Add points that an offer gives, in proportion to what is kept and really paid."""
        original = sum(before[place].paid_minor for place in given.lines)
        kept = [self._lines[place].paid_minor for place in given.lines]
        points = 0
        if original:
            points = given.points * sum(kept) * self._earning // (original * self._paid)
        self._add(given.id, points, given.lines, kept)
        self.why.append(Reason("give_points", (*named(given), ("points", points))))

    # --- multipliers ----------------------------------------------------------

    def _factors(self, rule: EarnRule, places: list[int]) -> "_Factors | None":
        """The multipliers of a rule for each of these lines; None where it has none."""
        found: list[tuple[Multiplier, frozenset[int]]] = []
        for each in self._active:
            if not each.rules or rule.id in each.rules:
                taken = frozenset(self._among(each.goods, places))
                if taken:
                    found.append((each, taken))
        return _Factors.of(found, places) if found else None

    def _holding(self) -> list[Multiplier]:
        active: list[Multiplier] = []
        for each in self._scheme.multipliers:
            missed = self._why_not(each)
            if missed is None:
                active.append(each)
            else:
                self.why_not.append(about(each, missed))
        return active


def _is_plain(rule: EarnRule) -> bool:
    """Whether it earns on everything, always, for everybody: its name would say nothing more."""
    return (
        not rule.also
        and (rule.goods is EVERYTHING or rule.goods == EVERYTHING)
        and (rule.when is ALWAYS or rule.when == ALWAYS)
        and (rule.who is ANYBODY or rule.who == ANYBODY)
    )


@dataclass(frozen=True, slots=True)
class _Factors:
    """What each line is multiplied by, over `divisor`: in all, and as far as it qualifies."""

    each: tuple[int, ...]
    qualifying: tuple[int, ...]
    divisor: int
    why: tuple[Reason, ...]

    @staticmethod
    def of(found: list[tuple[Multiplier, frozenset[int]]], places: list[int]) -> "_Factors":
        groups = dict.fromkeys(each.group for each, _ in found)
        used: dict[str, Multiplier] = {}

        def factor(place: int, *, qualifying: bool) -> int:
            product = 1
            for group in groups:
                here = [
                    each
                    for each, taken in found
                    if each.group == group and place in taken and (each.qualifies or not qualifying)
                ]
                best = max(here, key=lambda each: each.factor_bp, default=None)
                product *= BASIS_POINTS if best is None else best.factor_bp
                if best is not None:
                    used[best.id] = best
            return product

        each = tuple(factor(place, qualifying=False) for place in places)
        why = tuple(_why_multiplied(multiplier) for multiplier in used.values())
        counted = tuple(factor(place, qualifying=True) for place in places)
        return _Factors(each, counted, BASIS_POINTS ** len(groups), why)

    def times(self, amounts: list[int]) -> list[int]:
        """The amounts, multiplied."""
        return [amount * factor for amount, factor in zip(amounts, self.each, strict=True)]

    def counting(self, amounts: list[int]) -> list[int]:
        """The amounts, multiplied as far as it counts for a tier."""
        return [amount * factor for amount, factor in zip(amounts, self.qualifying, strict=True)]


def _why_multiplied(multiplier: Multiplier) -> Reason:
    factor = plain(multiplier.factor_bp, 4).rstrip("0").rstrip(".")
    return Reason("points_multiplied", (*named(multiplier), ("factor", factor)))
