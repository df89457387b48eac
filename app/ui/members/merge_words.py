"""What each of two members holds, before and after a merge, line by line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.services.merge_types import Holding, Merge
from app.services.rules.money import Currency, money
from app.services.rules.scheme import Scheme
from app.ui.sentences import filled


@dataclass(frozen=True, slots=True)
class MergeLine:
    """One thing that both hold, in three places: now, now, and then."""

    name: str
    columns: tuple[str, str, str]
    changed: bool


class MergeWords:
    """Puts a merge into words, in the language and currency shown."""

    def __init__(self, scheme: Scheme, currency: Currency, language: str) -> None:
        self._scheme = scheme
        self._currency = currency
        self._language = language

    def lines(self, merge: Merge) -> tuple[MergeLine, ...]:
        """What is there on either side, in the order of weight; what is nowhere is left out."""
        if merge.kind == "merge":
            sides = (merge.keep_before, merge.gone_before, merge.keep_after)
        else:
            sides = (merge.keep_before, merge.keep_after, merge.gone_after)
        found = []
        for name, told in self._readings():
            columns = tuple(told(side) for side in sides)
            if any(columns):
                first = columns[0]
                last = columns[2] if merge.kind == "merge" else columns[1]
                found.append(MergeLine(name, _three(columns), first != last))
        return tuple(found)

    def heads(self, merge: Merge) -> tuple[str, str, str]:
        """What stands above the three columns."""
        keep, gone = (each.name or each.number for each in (merge.keep, merge.gone))
        if merge.kind == "merge":
            return keep, gone, _said(QT_TRANSLATE_NOOP("Merge", "{name} then"), name=keep)
        return (
            keep,
            _said(QT_TRANSLATE_NOOP("Merge", "{name} then"), name=keep),
            _said(QT_TRANSLATE_NOOP("Merge", "{name} then"), name=gone),
        )

    def stays(self, merge: Merge) -> str:
        """What was spent since, and so cannot go back; "" for nothing."""
        stays, parts = merge.stays, []
        if stays.points:
            parts.append(
                _said(QT_TRANSLATE_NOOP("Merge", "{points} points"), points=f"{stays.points:,}")
            )
        amounts = (
            stays.principal_minor + stays.bonus_minor,
            stays.credit_minor,
            stays.owed_minor,
        )
        parts += [money(minor, self._currency) for minor in amounts if minor]
        if stays.plan:
            parts.append(_said(QT_TRANSLATE_NOOP("Merge", "the paid plan")))
        if not parts:
            return ""
        name = merge.keep.name or merge.keep.number
        return _said(
            QT_TRANSLATE_NOOP("Merge", "Spent or changed since, so it stays with {name}: {what}."),
            name=name,
            what=" · ".join(parts),
        )

    def _readings(self) -> tuple[tuple[str, Callable[[Holding], str]], ...]:
        return (
            (_said(QT_TRANSLATE_NOOP("Merge", "Points")), lambda held: _count(held.points)),
            (_said(QT_TRANSLATE_NOOP("Merge", "Stored value")), self._wallet),
            (
                _said(QT_TRANSLATE_NOOP("Merge", "Store credit")),
                lambda held: self._money(held.credit_minor),
            ),
            (
                _said(QT_TRANSLATE_NOOP("Merge", "Owed on account")),
                lambda held: self._money(held.owed_minor),
            ),
            (_said(QT_TRANSLATE_NOOP("Merge", "Tier")), self._tier),
            (_said(QT_TRANSLATE_NOOP("Merge", "Paid plan")), self._plan),
            (_said(QT_TRANSLATE_NOOP("Merge", "Coupons")), lambda held: _count(held.coupons)),
            (
                _said(QT_TRANSLATE_NOOP("Merge", "Session passes, uses left")),
                lambda held: _count(held.pass_uses),
            ),
            (_said(QT_TRANSLATE_NOOP("Merge", "Badges")), lambda held: _count(held.badges)),
            (_said(QT_TRANSLATE_NOOP("Merge", "Cards")), lambda held: _count(held.cards)),
            (_said(QT_TRANSLATE_NOOP("Merge", "Purchases")), lambda held: _count(held.sales)),
            (_said(QT_TRANSLATE_NOOP("Merge", "Visits")), lambda held: _count(held.visits)),
            (
                _said(QT_TRANSLATE_NOOP("Merge", "Spent in all")),
                lambda held: self._money(held.spent_minor),
            ),
        )

    def _money(self, minor: int) -> str:
        return money(minor, self._currency) if minor else ""

    def _wallet(self, held: Holding) -> str:
        if not held.bonus_minor:
            return self._money(held.principal_minor)
        principal, bonus = (
            money(minor, self._currency) for minor in (held.principal_minor, held.bonus_minor)
        )
        return _said(
            QT_TRANSLATE_NOOP("Merge", "{principal} + {bonus} bonus"),
            principal=principal,
            bonus=bonus,
        )

    def _tier(self, held: Holding) -> str:
        tiers = () if self._scheme.tiers is None else self._scheme.tiers.tiers
        names = {tier.id: tier.name.said(self._language) for tier in tiers}
        return names.get(held.tier, held.tier)

    def _plan(self, held: Holding) -> str:
        if not held.plan:
            return ""
        names = {plan.id: plan.name.said(self._language) for plan in self._scheme.plans}
        name = names.get(held.plan, held.plan)
        return name if held.plan_until is None else f"{name} · {held.plan_until.isoformat()}"


def _count(number: int) -> str:
    return f"{number:,}" if number else ""


def _three(columns: tuple[str, ...]) -> tuple[str, str, str]:
    first, second, third = (text or "–" for text in columns)
    return first, second, third


def _said(words: object, **facts: object) -> str:
    return filled(QCoreApplication.translate("Merge", str(words)), **facts)
