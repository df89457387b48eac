"""What a statement says, apart from where it stands on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.services.documents.receipt_words import with_sign
from app.services.documents.statement_words import statement_words
from app.services.rules.money import money
from app.services.rules.phones import masked
from app.services.rules.scheme.standing import TierBasis
from app.services.rules.scheme.words import Words
from app.services.rules.shop_facts import ShopFacts
from app.services.standing import TierHeld
from app.services.statements import MemberStatement

MOST_REMARKS = 4


@dataclass(frozen=True, slots=True)
class Box:
    """A figure, what it is, and remarks below it."""

    label: str
    value: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts; `widths` are shares of the line, `right` the columns of numbers, `reason`
    the one that may wrap."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    right: frozenset[int]
    reason: int
    rows: tuple[tuple[str, ...], ...]


class Told:
    """The texts of one statement in the shop's language."""

    def __init__(self, statement: MemberStatement, shop: ShopFacts) -> None:
        self._statement = statement
        self._shop = shop
        self.words = statement_words(shop.language)
        self.foot = f"{shop.name} · {statement.member.number}"

    def page(self, number: int, count: int) -> str:
        """The number of a page."""
        return self.words.page.format(page=number, pages=count)

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Whose statement it is, and for when; the phone is masked."""
        statement, words = self._statement, self.words
        member = statement.member
        pairs = (
            (words.member, member.name),
            (words.number, member.number),
            (words.phone, masked(member.phone)),
            (words.joined, member.joined_on.isoformat()),
            (words.period, f"{statement.first.isoformat()} – {statement.last.isoformat()}"),
            (words.made, _moment(statement.made_at)),
        )
        return tuple((label, value) for label, value in pairs if value)

    def figures(self) -> tuple[Box, ...]:
        """Points, and tier, stored value and plan where there are any."""
        boxes = [self._points()]
        standing = self._statement.standing
        if standing.tier is not None:
            boxes.append(self._tier(standing.tier))
        wallet = standing.wallet
        if wallet.total_minor or wallet.credit_minor or self._statement.wallet:
            boxes.append(self._wallet())
        if standing.plan is not None:
            until = self.words.until.format(date=standing.plan.ends_on.isoformat())
            boxes.append(Box(self.words.plan, self._said(standing.plan.name), (until,)))
        return tuple(boxes)

    def tables(self) -> tuple[Table, ...]:
        """Every entry of points and stored value, passes and coupons."""
        tables = [self._points_table()]
        if self._statement.wallet:
            tables.append(self._wallet_table())
        if self._statement.account:
            tables.append(self._account_table())
        if self._statement.standing.passes:
            tables.append(self._pass_table())
        if self._statement.coupons:
            tables.append(self._coupon_table())
        return tuple(tables)

    # --- boxes ------------------------------------------------------------------------

    def _points(self) -> Box:
        points, words = self._statement.standing.points, self.words
        remarks = [words.usable.format(points=f"{points.usable:,}")]
        if points.debt:
            remarks.append(words.owed.format(points=f"{points.debt:,}"))
        for day, count in points.waiting:
            remarks.append(words.pending.format(date=day.isoformat(), points=f"{count:,}"))
        for day, count in points.expiring:
            remarks.append(words.expiring.format(date=day.isoformat(), points=f"{count:,}"))
        return Box(words.points, _count(points.balance), tuple(remarks[:MOST_REMARKS]))

    def _tier(self, tier: TierHeld) -> Box:
        words, remarks = self.words, []
        if tier.expires_on is not None:
            remarks.append(words.until.format(date=tier.expires_on.isoformat()))
        if tier.next_tier and tier.missing > 0:
            amount, name = self._unit(tier, tier.missing), self._said(tier.next_name)
            remarks.append(words.more_to.format(amount=amount, tier=name))
        if tier.to_keep > 0 and tier.keep_by is not None:
            amount, day = self._unit(tier, tier.to_keep), tier.keep_by.isoformat()
            remarks.append(words.to_keep.format(amount=amount, date=day))
        return Box(words.tier, self._said(tier.name), tuple(remarks))

    def _wallet(self) -> Box:
        wallet, words = self._statement.standing.wallet, self.words
        remarks = [
            f"{words.principal} {self._amount(wallet.principal_minor)}",
            f"{words.bonus} {self._amount(wallet.bonus_minor)}",
        ]
        if wallet.credit_minor:
            remarks.append(f"{words.credit} {self._amount(wallet.credit_minor)}")
        value = with_sign(wallet.total_minor, self._shop.currency)
        return Box(words.stored_value, value, tuple(remarks))

    # --- tables -----------------------------------------------------------------------

    def _points_table(self) -> Table:
        words = self.words
        rows = tuple(
            (
                _moment(row.at),
                words.kinds.get(row.kind, row.kind),
                " · ".join(part for part in (row.reason, row.receipt_number) if part),
                _signed(row.points),
                _count(row.balance),
            )
            for row in self._statement.points
        )
        columns = (words.time, words.kind, words.why, words.amount, words.balance)
        return Table(words.points, columns, (18, 14, 38, 12, 14), frozenset((3, 4)), 2, rows)

    def _wallet_table(self) -> Table:
        words = self.words
        rows = tuple(
            (
                _moment(row.at),
                words.wallet_kinds.get(row.kind, row.kind),
                " · ".join(part for part in (row.reason, row.receipt_number) if part),
                self._amount(row.principal_minor),
                self._amount(row.bonus_minor),
                self._amount(row.balance_minor),
            )
            for row in self._statement.wallet
        )
        columns = (
            words.time,
            words.kind,
            words.why,
            words.principal,
            words.bonus,
            words.balance,
        )
        widths = (18, 13, 26, 13, 12, 14)
        return Table(words.stored_value, columns, widths, frozenset((3, 4, 5)), 2, rows)

    def _account_table(self) -> Table:
        words = self.words
        rows = tuple(
            (
                _moment(row.at),
                words.account_kinds.get(row.kind, row.kind),
                " · ".join(part for part in (row.reason, row.receipt_number) if part),
                self._amount(row.amount_minor),
                self._amount(row.owed_after_minor),
            )
            for row in self._statement.account
        )
        columns = (words.time, words.kind, words.why, words.amount, words.owes)
        return Table(words.account, columns, (18, 14, 36, 14, 14), frozenset((3, 4)), 2, rows)

    def _pass_table(self) -> Table:
        words = self.words
        rows = tuple(
            (
                self._said(held.name),
                words.uses_left.format(left=held.uses_left, all=held.uses),
                words.until.format(date=held.valid_to.isoformat()),
            )
            for held in self._statement.standing.passes
        )
        columns = (words.passes, words.balance, words.valid)
        return Table(words.passes, columns, (40, 30, 26), frozenset(), 0, rows)

    def _coupon_table(self) -> Table:
        words = self.words
        rows = tuple(
            (
                self._said(coupon.name),
                coupon.code,
                " – ".join(
                    (
                        coupon.valid_from.isoformat(),
                        "" if coupon.valid_to is None else coupon.valid_to.isoformat(),
                    )
                ).strip(),
                words.states.get(coupon.state.value, coupon.state.value),
            )
            for coupon in self._statement.coupons
        )
        columns = (words.coupons, words.code, words.valid, words.state)
        return Table(words.coupons, columns, (34, 24, 26, 12), frozenset(), 0, rows)

    # --- parts ------------------------------------------------------------------------

    def _said(self, name: Words) -> str:
        return name.said(self._shop.language)

    def _amount(self, minor: int) -> str:
        return money(minor, self._shop.currency, sign=False)

    def _unit(self, tier: TierHeld, amount: int) -> str:
        if tier.basis is TierBasis.SPEND:
            return with_sign(amount, self._shop.currency)
        return self.words.unit_points.format(points=f"{amount:,}")


def _moment(at: datetime) -> str:
    return at.isoformat(" ", "minutes")[:16]


def _count(points: int) -> str:
    return f"{points:,}".replace("-", "−")


def _signed(points: int) -> str:
    return f"+{points:,}" if points > 0 else _count(points)
