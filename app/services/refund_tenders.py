"""By which tenders a return is paid back: as the sale was paid, or as the owner permits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.errors import RefundTenderRefused, RefundTendersWrong
from app.models.database import Row
from app.services.refund_reading import CASH_ROUNDING, SoldSale
from app.services.rules.money import share
from app.services.rules.refund_rules import GoesBack, refund_rule
from app.services.rules.returns import CashBack, PaidPart, cash_back, split_over
from app.services.rules.tenders import Tender, TenderKind

_EXCHANGED = frozenset(kind for kind in TenderKind if refund_rule(kind).back is not GoesBack.ENTRY)
_TOLD_APART = frozenset({TenderKind.GIFT_CARD, TenderKind.DEPOSIT})


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a return is to be paid, beside the way the sale was: see `RefundDraft.tenders`, up to
    how much an exchange takes over, and what is still owed on account: past that it was repaid,
    and goes back as cash."""

    tenders: tuple[Tender, ...] | None = None
    exchange_up_to: int = 0
    owed_minor: int = 0


@dataclass(frozen=True, slots=True)
class PaidOut:
    """The tenders of a return. `cash_instead_minor` is paid in cash though it did not come in
    so; (minor units, of how many) of what points paid of the sale are back after it."""

    tenders: tuple[Tender, ...]
    cash_rounding_minor: int = 0
    cash_instead_minor: int = 0
    by_points: tuple[int, int] = (0, 0)

    @property
    def total_minor(self) -> int:
        """What is paid back in all."""
        return sum(tender.amount_minor for tender in self.tenders)

    def of(self, kind: TenderKind) -> int:
        """What goes back by one kind."""
        return sum(tender.amount_minor for tender in self.tenders if tender.kind is kind)


def paid_out(
    sold: SoldSale,
    base_minor: int,
    back: Sequence[Row],
    wanted: Wanted,
    step_minor: int,
) -> PaidOut:
    """Pay `base_minor` of a sale back; `back` are (kind, amount, reference) of what earlier
    refunds paid.

    Raises RefundTendersWrong, RefundTenderRefused.
    """
    parts, cash = _parts(sold, back)
    shares = split_over(parts, sold.back_minor, base_minor)
    moved = sum(shares) - base_minor
    if moved:  # a sale that cost nothing: all of it was given
        raise RefundTendersWrong(base_minor, base_minor + moved)
    by_points = _points_part(parts, shares)
    due = [(part, minor) for part, minor in zip(parts, shares, strict=True) if minor]
    due = _repaid_in_cash(due, wanted.owed_minor)
    exchanged = _exchanged(due, wanted.exchange_up_to)
    if exchanged:
        due = _less(due, exchanged)
    instead = 0
    if wanted.tenders is not None:
        due, instead = _as_wanted(parts, due, wanted.tenders)
    return _tenders(due, exchanged, cash, step_minor, instead, by_points)


@dataclass(frozen=True, slots=True)
class _Cash:
    paid: CashBack
    before: CashBack


def _parts(sold: SoldSale, back: Sequence[Row]) -> tuple[list[PaidPart], _Cash]:
    """The ways the sale was paid, by the kind each goes back as, and its cash with rounding."""
    paid: dict[tuple[TenderKind, str], int] = {}
    notes: dict[tuple[TenderKind, str], str] = {}
    change, rounding = sold.row[13], sold.row[11]
    for _, _, kind, amount, reference in sold.tenders:
        own = TenderKind(kind)
        net = amount
        if own is TenderKind.CASH:
            less = min(change, amount)
            change, net = change - less, amount - less
        key = _key(refund_rule(own).refund_kind, reference)
        paid[key] = paid.get(key, 0) + net
        notes.setdefault(key, reference)
    cash_key = _key(TenderKind.CASH, "")
    whole_cash = paid.get(cash_key, 0)
    if cash_key in paid:
        paid[cash_key] -= rounding
    before = CashBack(
        sum(amount for kind, amount, _ in back if kind == "cash"), sold.moved(CASH_ROUNDING)
    )
    gone = _gone(paid, back)
    if cash_key in paid:
        cash_base = before.amount_minor - before.rounding_minor
        gone[cash_key] = max(0, min(paid[cash_key], cash_base))
    _gone_otherwise(paid, gone, sold.back_minor)
    parts = [PaidPart(key[0], minor, gone.get(key, 0), notes[key]) for key, minor in paid.items()]
    return parts, _Cash(CashBack(whole_cash, rounding), before)


def _gone(
    paid: dict[tuple[TenderKind, str], int], back: Sequence[Row]
) -> dict[tuple[TenderKind, str], int]:
    """What of each way went back the same way; a new gift card stands for the one that had
    ended."""
    gone: dict[tuple[TenderKind, str], int] = {}
    for kind, amount, reference in back:
        key = _key(TenderKind(kind), reference)
        if key not in paid and key[0] in _TOLD_APART:
            key = next((each for each in paid if each[0] is key[0]), key)
        if key in paid:
            gone[key] = min(paid[key], gone.get(key, 0) + amount)
    return gone


def _gone_otherwise(
    paid: dict[tuple[TenderKind, str], int], gone: dict[tuple[TenderKind, str], int], back: int
) -> None:
    """What was paid in cash instead, or exchanged, is back of those ways that got less than their
    part: else what is kept for the member would turn into money with the next return."""
    otherwise, whole = back - sum(gone.values()), sum(paid.values())
    ways = [key for key in paid if key[0] is TenderKind.CASH or refund_rule(key[0]).cash_with]
    less = [max(0, paid[key] * back - gone.get(key, 0) * whole) for key in ways]
    if otherwise <= 0 or not any(less):
        return
    for key, part in zip(ways, share(otherwise, less), strict=True):
        gone[key] = min(paid[key], gone.get(key, 0) + part)


def _key(kind: TenderKind, reference: str) -> tuple[TenderKind, str]:
    return kind, reference if kind in _TOLD_APART else ""


def _points_part(parts: Sequence[PaidPart], shares: Sequence[int]) -> tuple[int, int]:
    for part, minor in zip(parts, shares, strict=True):
        if part.kind is TenderKind.POINTS:
            return part.back_minor + minor, part.paid_minor
    return 0, 0


_Due = list[tuple[PaidPart, int]]


def _repaid_in_cash(due: _Due, owed_minor: int) -> _Due:
    """What was bought on account and repaid since is money that came in."""
    over = sum(
        max(0, minor - max(0, owed_minor))
        for part, minor in due
        if part.kind is TenderKind.ON_ACCOUNT
    )
    if not over:
        return due
    kept: _Due = []
    for part, minor in due:
        if part.kind is TenderKind.ON_ACCOUNT:
            kept.append((part, minor - over))
        elif part.kind is not TenderKind.CASH:
            kept.append((part, minor))
    cash = next((minor for part, minor in due if part.kind is TenderKind.CASH), 0) + over
    kept.append((PaidPart(TenderKind.CASH, cash), cash))
    return [(part, minor) for part, minor in kept if minor]


def _exchanged(due: _Due, up_to_minor: int) -> int:
    """What of the money an exchange takes over; kept money and points go back to where they are
    kept, and can pay again."""
    return min(up_to_minor, sum(minor for part, minor in due if part.kind in _EXCHANGED))


def _less(due: _Due, exchanged: int) -> _Due:
    money = [minor if part.kind in _EXCHANGED else 0 for part, minor in due]
    less = share(exchanged, money)
    return [
        (part, minor - off) for (part, minor), off in zip(due, less, strict=True) if minor - off
    ]


def _as_wanted(
    parts: Sequence[PaidPart], due: _Due, wanted: tuple[Tender, ...]
) -> tuple[_Due, int]:
    """The same money by the tenders given, and how much of it is cash that did not come in so."""
    total = sum(minor for _, minor in due)
    fixed = [(part, minor) for part, minor in due if refund_rule(part.kind).cash_with is None]
    fixed_kinds = {part.kind for part, _ in fixed}
    asked = [
        each for each in wanted if each.kind is TenderKind.CASH or each.kind not in fixed_kinds
    ]
    own_cash = sum(minor for part, minor in fixed if part.kind is TenderKind.CASH)
    kept = [each for each in fixed if each[0].kind is not TenderKind.CASH]
    open_minor = total - sum(minor for _, minor in kept)
    if len(asked) == 1 and asked[0].amount_minor == 0:
        asked = [replace(asked[0], amount_minor=open_minor)] if open_minor else []
    given = sum(tender.amount_minor for tender in asked)
    if given != open_minor or any(tender.amount_minor <= 0 for tender in asked):
        raise RefundTendersWrong(open_minor, given)
    chosen: _Due = list(kept)
    cash = 0
    for tender in asked:
        if tender.kind is TenderKind.CASH:
            cash += tender.amount_minor
            continue
        part = next((each for each in parts if each.kind is tender.kind), None)
        if part is None or tender.amount_minor > part.left_minor:
            raise RefundTenderRefused(tender.kind.value)
        reference = part.reference if part.kind in _TOLD_APART else tender.reference
        chosen.append((part._replace(reference=reference or part.reference), tender.amount_minor))
    if cash:
        chosen.append((PaidPart(TenderKind.CASH, cash), cash))
    return chosen, max(0, cash - own_cash)


def _tenders(
    due: _Due,
    exchanged: int,
    cash: _Cash,
    step_minor: int,
    instead: int,
    by_points: tuple[int, int],
) -> PaidOut:
    tenders = [Tender(TenderKind.EXCHANGE, exchanged)] if exchanged else []
    rounding = 0
    for part, minor in due:
        amount, reference = minor, part.reference
        if part.kind is TenderKind.CASH:
            base_left = cash.paid.amount_minor - cash.paid.rounding_minor
            base_left -= cash.before.amount_minor - cash.before.rounding_minor
            last = not instead and minor == base_left
            handed = cash_back(minor, cash.before, cash.paid, step_minor, last=last)
            amount, rounding, reference = handed.amount_minor, handed.rounding_minor, ""
        if amount:
            tenders.append(Tender(part.kind, amount, reference))
    return PaidOut(tuple(tenders), rounding, instead, by_points)
