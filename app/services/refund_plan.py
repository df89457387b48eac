"""One return, reckoned to its end: the same for the preview as for the doing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from app.errors import (
    FieldInvalid,
    MemberUnknown,
    RefundTenderRefused,
    RefundTendersWrong,
    SaleUnknown,
)
from app.models import accounts, standing
from app.models import refunds as stored
from app.models import sales as stored_sales
from app.models.database import Row
from app.models.merges import owner
from app.services.desk import Desk
from app.services.loyalty import Loyalty
from app.services.refund_points import PaidBack, PointsBack, PointsPlan
from app.services.refund_reading import BackLine, SoldSale, lines_back, passes_back, read_sold
from app.services.refund_reward import reward_less
from app.services.refund_tenders import PaidOut, Wanted, paid_out
from app.services.refund_value import CouponsBack, ValueBack, brought, coupons_back, value_back
from app.services.rules.cart import Item
from app.services.rules.earning import EarnBase, EarnLine, earned_by
from app.services.rules.money import (
    AMOUNT_LIMIT_MINOR,
    BASIS_POINTS,
    cash_rounding_minor,
    round_half_up,
    share,
)
from app.services.rules.pricing import TaxGroup
from app.services.rules.reasons import Reason
from app.services.rules.receipt import ReceiptMember
from app.services.rules.refund import OpenReturn, RefundDraft, RefundLine, RefundPreview
from app.services.rules.returns import tax_back
from app.services.rules.tenders import Tender, TenderKind


@dataclass(frozen=True, slots=True)
class Plan:
    """A return reckoned: its preview, and what the rows are made of."""

    preview: RefundPreview
    paid: PaidOut
    points: PointsBack
    sold: SoldSale | None = None
    backs: tuple[BackLine, ...] = ()
    member_id: UUID | None = None
    value: ValueBack = field(default_factory=ValueBack)
    coupons: CouponsBack = field(default_factory=CouponsBack)
    passes: Mapping[bytes, int] = field(default_factory=dict)


class Planner:
    """Reads what a return needs and reckons it; writes nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._points = PointsPlan(desk)

    def plan(
        self,
        draft: RefundDraft,
        today: date,
        check_void: Callable[[SoldSale], None] | None = None,
        exchange_up_to: int = 0,
    ) -> Plan:
        """The whole of a return; of a void, where that is to be checked. Raises SaleUnknown,
        what `check_void`, `lines_back` and `paid_out` raise, FieldInvalid, MemberUnknown."""
        if draft.sale_id is None:
            return self._without_receipt(draft, today)
        row = stored_sales.sale_by_id(self._desk.database, draft.sale_id.bytes)
        if row is None:
            raise SaleUnknown(str(draft.sale_id))
        sold = read_sold(self._desk, row)
        if check_void is not None:
            check_void(sold)
        kind = "refund" if check_void is None else "void"
        backs = lines_back(sold, draft.lines)
        wanted = Wanted(draft.tenders, exchange_up_to, self._owed(sold))
        return self._of_sale(sold, backs, wanted, today, kind)

    def _owed(self, sold: SoldSale) -> int:
        """What of the account that the sale was charged to nobody paid: it is still owed, or was
        written off."""
        if not any(row[2] == TenderKind.ON_ACCOUNT.value for row in sold.tenders):
            return 0
        database = self._desk.database
        whose = stored.account_of_sale(database, sold.row[0])
        if whose is None:
            return 0
        key = owner(database, whose)
        account = accounts.account(database, key)
        owed = 0 if account is None else max(0, int(account[3]))
        return owed + max(0, accounts.written_off(database, key))

    def _of_sale(
        self,
        sold: SoldSale,
        backs: tuple[BackLine, ...],
        wanted: Wanted,
        today: date,
        kind: str,
    ) -> Plan:
        desk = self._desk
        taxes, by_line = _taxes(sold, backs)
        lines_minor = sum(back.total_minor for back in backs)
        added = sum(tax.tax_minor for tax in taxes) if sold.taxed_apart else 0
        everything = _everything(sold, backs)
        before = stored.tenders_back(desk.database, sold.row[0])
        step = desk.terms.cash_step_minor
        paid = paid_out(sold, lines_minor + added, before, wanted, step)
        points = self._points.of_sale(
            sold,
            backs,
            PaidBack(
                (sold.back_minor + lines_minor + added, sold.base_minor),
                paid.by_points,
                everything,
                voided=kind == "void",
            ),
            today,
        )
        value = value_back(desk, sold, paid, before, today)
        coupons = coupons_back(desk, sold, today, everything=everything)
        passes = passes_back(backs)
        uses = sum(passes.values())
        why = (
            *points.why,
            *value.why,
            *coupons.why,
            *brought(desk, sold, everything=everything),
            *reward_less(desk, sold, backs, by_line),
            *((Reason("refund_passes_back", (("uses", uses),)),) if uses else ()),
        )
        preview = RefundPreview(
            kind=kind,
            sale_number=sold.number,
            lines=_lines(backs, by_line, points.reversed),
            lines_minor=lines_minor,
            taxes=taxes,
            added_tax_minor=added,
            cash_rounding_minor=paid.cash_rounding_minor,
            total_minor=paid.total_minor,
            tenders=paid.tenders,
            discount_back_minor=sum(back.discount_minor for back in backs),
            member=self._member(sold.member_id, points),
            points_reversed=points.reversed,
            points_restored=points.restored,
            restored_lapsed=points.lapsed,
            balance_before=points.before,
            balance_after=points.after,
            coupons_back=coupons.back,
            coupons_revoked=coupons.revoked,
            coupons_kept=coupons.kept,
            passes_back=uses,
            tier_note=points.tier_note,
            why=why,
            whole=everything,
        )
        return Plan(preview, paid, points, sold, backs, sold.member_id, value, coupons, passes)

    def _member(self, member_id: UUID | None, points: PointsBack) -> ReceiptMember | None:
        if member_id is None:
            return None
        row = standing.person(self._desk.database, member_id.bytes)
        if row is None:
            raise MemberUnknown("")
        return ReceiptMember(member_id, row[0], row[1], row[2], points.before, points.after)

    # --- without a receipt -------------------------------------------------------

    def _without_receipt(self, draft: RefundDraft, today: date) -> Plan:
        """Goods that nobody can show a receipt for: paid as asked, cash where nothing is."""
        if draft.member_id is not None:
            key = owner(self._desk.database, draft.member_id.bytes)
            draft = replace(draft, member_id=UUID(bytes=key))
        for line in draft.open_lines:
            _check_open(line)
        if not draft.open_lines:
            raise FieldInvalid("lines", "required")
        lines_minor = sum(line.total_minor for line in draft.open_lines)
        if lines_minor > AMOUNT_LIMIT_MINOR:
            raise FieldInvalid("amount", "too_large")
        taxes, by_line, added = self._open_taxes(draft.open_lines)
        paid = self._open_tenders(draft, lines_minor + added)
        points = PointsBack()
        if draft.member_id is not None:
            earned = self._would_earn(draft, by_line, today)
            points = self._points.of_nothing(draft.member_id, earned, lines_minor + added, today)
        lines = tuple(
            RefundLine(
                place, 0, line.name, line.quantity_milli, line.weighed, line.total_minor, 0,
                line.tax_rate_bp, tax, part,
            )
            for place, (line, tax, part) in enumerate(
                zip(
                    draft.open_lines,
                    by_line,
                    share(points.reversed, [line.total_minor for line in draft.open_lines]),
                    strict=True,
                ),
                1,
            )
        )  # fmt: skip
        preview = RefundPreview(
            kind="refund", sale_number="", lines=lines, lines_minor=lines_minor, taxes=taxes,
            added_tax_minor=added, cash_rounding_minor=paid.cash_rounding_minor,
            total_minor=paid.total_minor, tenders=paid.tenders, discount_back_minor=0,
            member=self._member(draft.member_id, points), points_reversed=points.reversed,
            points_restored=0, restored_lapsed=0, balance_before=points.before,
            balance_after=points.after, coupons_back=(), coupons_revoked=(), coupons_kept=(),
            passes_back=0, tier_note=(),
            why=(Reason("refund_without_receipt"), *points.why), whole=False,
        )  # fmt: skip
        return Plan(preview, paid, points, member_id=draft.member_id)

    def _open_taxes(
        self, lines: Sequence[OpenReturn]
    ) -> tuple[tuple[TaxGroup, ...], list[int], int]:
        included = self._desk.terms.prices_include_tax
        groups: list[TaxGroup] = []
        by_line = [0] * len(lines)
        for rate in sorted({line.tax_rate_bp for line in lines} - {0}):
            places = [place for place, line in enumerate(lines) if line.tax_rate_bp == rate]
            amounts = [lines[place].total_minor for place in places]
            whole = sum(amounts)
            tax = round_half_up(whole * rate, BASIS_POINTS + rate if included else BASIS_POINTS)
            groups.append(TaxGroup(rate, whole - tax if included else whole, tax))
            for place, part in zip(places, share(tax, amounts), strict=True):
                by_line[place] = part
        added = 0 if included else sum(group.tax_minor for group in groups)
        return tuple(groups), by_line, added

    def _open_tenders(self, draft: RefundDraft, base_minor: int) -> PaidOut:
        asked = draft.tenders or (Tender(TenderKind.CASH, 0),)
        allowed = {TenderKind.CASH}
        if draft.member_id is not None:
            allowed.add(TenderKind.STORE_CREDIT)
        for tender in asked:
            if tender.kind not in allowed:
                raise RefundTenderRefused(tender.kind.value)
        if len(asked) == 1 and asked[0].amount_minor == 0:
            asked = (Tender(asked[0].kind, base_minor),)
        given = sum(tender.amount_minor for tender in asked)
        if given != base_minor or any(tender.amount_minor <= 0 for tender in asked):
            raise RefundTendersWrong(base_minor, given)
        cash = sum(tender.amount_minor for tender in asked if tender.kind is TenderKind.CASH)
        rounding = cash_rounding_minor(cash, self._desk.terms.cash_step_minor) if cash else 0
        tenders = [Tender(TenderKind.CASH, cash + rounding)] if cash + rounding else []
        credit = base_minor - cash
        if credit:
            tenders.append(Tender(TenderKind.STORE_CREDIT, credit))
        return PaidOut(tuple(tenders), rounding)

    def _would_earn(self, draft: RefundDraft, by_line: Sequence[int], today: date) -> int:
        """What these goods would earn the member today."""
        desk = self._desk
        assert draft.member_id is not None
        facts = Loyalty(desk).facts(draft.member_id, today)
        apart = 0 if desk.terms.prices_include_tax else 1
        lines = tuple(
            EarnLine(
                Item(
                    line.name, line.total_minor, line.product_id, category=line.category,
                    tax_rate_bp=line.tax_rate_bp, weighed=line.weighed, barcode=line.barcode,
                ),
                line.total_minor + apart * tax,
                tax,
                line.quantity_milli,
            )
            for line, tax in zip(draft.open_lines, by_line, strict=True)
        )  # fmt: skip
        return earned_by(desk.scheme, facts, EarnBase(lines), desk.moment()).points


def _check_open(line: OpenReturn) -> None:
    if line.quantity_milli <= 0:
        raise FieldInvalid("quantity", "negative" if line.quantity_milli else "zero")
    if line.total_minor <= 0:
        raise FieldInvalid("amount", "negative" if line.total_minor else "zero")


def _everything(sold: SoldSale, backs: Sequence[BackLine]) -> bool:
    done = {back.line.position: back.done_milli for back in backs}
    return all(done.get(line.position, line.back_milli) == line.sold_milli for line in sold.lines)


def _taxes(
    sold: SoldSale, backs: Sequence[BackLine]
) -> tuple[tuple[TaxGroup, ...], dict[int, int]]:
    """The tax of each rate that goes back now, cumulatively, and each line's share (rule 5)."""
    groups: list[TaxGroup] = []
    by_line: dict[int, int] = {}
    for _, rate, _, whole in sold.taxes:
        mine = [back for back in backs if back.line.rate_bp == rate]
        amount = sum(back.total_minor for back in mine)
        if not mine:
            continue
        lines = [line for line in sold.lines if line.rate_bp == rate]
        done = amount + sum(line.back_minor for line in lines)
        of = sum(line.total_minor for line in lines)
        tax = max(0, tax_back(whole, done, of) - sold.tax_back.get(rate, 0)) if amount else 0
        if not amount:
            continue
        groups.append(TaxGroup(rate, amount if sold.taxed_apart else amount - tax, tax))
        for back, part in zip(mine, share(tax, [b.total_minor for b in mine]), strict=True):
            by_line[back.line.position] = part
    return tuple(groups), by_line


def _lines(
    backs: Sequence[BackLine], taxes: dict[int, int], reversed_points: int
) -> tuple[RefundLine, ...]:
    weights = [back.line.points * back.quantity_milli for back in backs]
    if not any(weights):
        weights = [back.total_minor for back in backs]
    points = share(reversed_points, weights)
    return tuple(
        RefundLine(
            place,
            back.line.position,
            back.line.row[3],
            back.quantity_milli,
            bool(back.line.row[7]),
            back.total_minor,
            back.discount_minor,
            back.line.rate_bp,
            taxes.get(back.line.position, 0),
            part,
        )
        for place, (back, part) in enumerate(zip(backs, points, strict=True), 1)
    )


def line_rows(refund_id: bytes, plan: Plan, draft: RefundDraft) -> list[Row]:
    """The lines of a return as rows, columns as in `models.refunds.PARTS`."""
    rows: list[Row] = []
    if plan.sold is None:
        for line, told in zip(draft.open_lines, plan.preview.lines, strict=True):
            product = None if line.product_id is None else line.product_id.bytes
            rows.append(
                (refund_id, told.position, None, None, product, line.name, line.category,
                 line.barcode, line.quantity_milli, int(line.weighed), line.total_minor,
                 line.tax_rate_bp, told.tax_minor, told.points, None)
            )  # fmt: skip
        return rows
    for back, told in zip(plan.backs, plan.preview.lines, strict=True):
        row = back.line.row
        rows.append(
            (refund_id, told.position, row[0], told.sale_position, row[2], row[3], row[4], row[5],
             told.quantity_milli, row[7], told.total_minor, told.tax_rate_bp, told.tax_minor,
             told.points, row[16])
        )  # fmt: skip
    return rows
