"""The shop compass on A4: figures beside those before, charts, lists, and how each is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.services.compass_types import Compass
from app.services.documents.colours import mix, parsed
from app.services.documents.compass_charts import (
    INK,
    QUIET,
    RULE,
    bars,
    cohort_height,
    cohort_table,
    owed_chart,
)
from app.services.documents.compass_told import UNKNOWN, Told
from app.services.documents.drawing import WHITE, Anchor, Page, Rect, Weight
from app.services.documents.files import save_pages
from app.services.documents.fonts import printable
from app.services.documents.layout import Flow, Type, placed, placed_fitted
from app.services.rules.insight.figures import FigureName, by_name
from app.services.rules.insight.periods import Step, step_of, steps
from app.services.rules.money import quantity
from app.services.rules.shop_facts import ShopFacts

A4_WIDTH, A4_HEIGHT = 210.0, 297.0
_SIDE = 16.0
_SHOP = Type(11, colour=QUIET)
_TITLE = Type(19, Weight.BOLD, INK)
_HEADING = Type(12, Weight.BOLD, INK)
_BODY = Type(8.8, colour=INK)
_SMALL = Type(7.8, colour=QUIET)
_HEAD = Type(7.8, Weight.BOLD, INK)
_INKS = ("#0F6E63", "#0B63C5", "#B45309")
PAIRS_SHOWN = 10
_F = FigureName
SECTIONS = {
    "sales": (
        _F.REVENUE, _F.SALES, _F.AVERAGE_BASKET, _F.MEMBER_SHARE, _F.MEMBER_REVENUE,
        _F.MEMBER_SALES, _F.DISCOUNTS, _F.REFUNDS, _F.REFUNDED, _F.TIPS,
    ),
    "members": (
        _F.NEW_MEMBERS, _F.MEMBERS, _F.TIERS_UP, _F.TIERS_DOWN, _F.ACTIVE_MEMBERS,
        _F.ACTIVE_RATE, _F.REPURCHASE_30, _F.REPURCHASE_60, _F.REPURCHASE_90,
    ),
    "value": (
        _F.OWED, _F.TOPPED_UP, _F.BONUS_GIVEN, _F.WALLET_SPENT, _F.POINTS_ISSUED,
        _F.POINTS_BURNED, _F.POINTS_EXPIRED, _F.COUPONS_ISSUED, _F.COUPONS_REDEEMED,
        _F.COUPONS_EXPIRED,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows under headings; `shares` of the line, all columns but the first hold numbers."""

    headings: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


def save_compass(path: Path, compass: Compass, shop: ShopFacts) -> None:
    """Write the report as a PDF. Raises FileUnreadable."""
    title = Told(shop.language, shop.currency).words.title
    save_pages(path, compass_pages(compass, shop), f"{shop.name} {title}")


def compass_pages(compass: Compass, shop: ShopFacts) -> tuple[Page, ...]:
    """The report in the shop's language, its pages numbered."""
    return _Sheet(compass, shop).pages()


class _Sheet:
    """Fills the pages from the heading to how things are counted."""

    def __init__(self, compass: Compass, shop: ShopFacts) -> None:
        self._compass = compass
        self._shop = shop
        self._told = Told(shop.language, shop.currency)
        self._brand = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        self._table: _Table | None = None
        self._flow = Flow(
            A4_WIDTH,
            side=_SIDE,
            top=16.0,
            bottom=18.0,
            longest=A4_HEIGHT,
            on_new_page=lambda _: self._headings() if self._table is not None else None,
        )

    def pages(self) -> tuple[Page, ...]:
        """Every block, then each page with its number."""
        self._heading()
        for section, names in SECTIONS.items():
            self._figures(section, names)
        self._course()
        self._owed()
        self._cohorts()
        self._lists()
        self._counted()
        return self._numbered()

    # --- blocks -----------------------------------------------------------------------

    def _heading(self) -> None:
        flow, told = self._flow, self._told
        flow.text(self._shop.name, _SHOP)
        flow.text(told.words.title, _TITLE)
        now, before, year_before = map(told.period, self._compass.periods)
        compared = zip(told.headings(), (before, year_before), strict=True)
        flow.text(now, Type(11, Weight.BOLD, INK))
        flow.text(" · ".join(f"{name}: {period}" for name, period in compared), _SMALL)
        flow.gap(3)

    def _figures(self, section: str, names: Sequence[FigureName]) -> None:
        told, known = self._told, by_name(self._compass.figures)
        words = told.words
        rows = []
        for figure in (known[name] for name in names):
            unit = figure.name.unit
            rows.append(
                (
                    words.names[figure.name],
                    told.value(figure.name, figure.now),
                    told.value(figure.name, figure.before),
                    told.change(figure.now, figure.before, unit),
                    told.value(figure.name, figure.year_before),
                    told.change(figure.now, figure.year_before, unit),
                )
            )
        before, year_before = told.headings()
        headings = (words.parts[section], words.now, before, "", year_before, "")
        self._put("", _Table(headings, (3.4, 2.2, 2.2, 1.9, 2.2, 1.9), tuple(rows)))

    def _course(self) -> None:
        """What was sold, day by day, week by week or month by month."""
        now = self._compass.periods.now
        figure = by_name(self._compass.figures)[FigureName.REVENUE]
        if not any(figure.trend):
            return
        pieces = steps(now)
        cut = slice(0, 7) if step_of(now) is Step.MONTH else slice(5, 10)
        labels = [piece.first.isoformat()[cut] for piece in pieces]
        self._title(self._told.words.names["revenue"], 58)
        box = (self._flow.left, self._flow.y, self._flow.content, 56.0)
        self._flow.put(*bars(box, [figure.trend], labels, self._told.amount, _INKS))
        self._flow.gap(62)

    def _owed(self) -> None:
        months = self._compass.months
        if not any(month.total_minor for month in months):
            return
        self._title(self._told.words.names["liability"], 66)
        box = (self._flow.left, self._flow.y, self._flow.content, 64.0)
        self._flow.put(*owed_chart(box, months, self._told, _INKS))
        self._flow.gap(70)

    def _cohorts(self) -> None:
        cohorts = self._compass.cohorts
        if not any(len(cohort.came) > 1 for cohort in cohorts):
            return
        height = cohort_height(cohorts)
        self._title(self._told.words.names["cohorts"], height)
        box = (self._flow.left, self._flow.y, self._flow.content, height)
        self._flow.put(*cohort_table(box, cohorts, self._told, self._brand))
        self._flow.gap(height + 6)

    def _lists(self) -> None:
        found, told, words = self._compass, self._told, self._told.words

        def known(minor: int | None) -> str:
            return UNKNOWN if minor is None else told.amount(minor)

        before = told.headings()
        best = tuple(
            (
                each.name, quantity(each.quantity_milli), told.amount(each.total_minor),
                known(each.before_minor), known(each.year_before_minor),
            )
            for each in found.best.products
        )  # fmt: skip
        headings = (words.product, words.quantity, words.revenue, *before)
        table = _Table(headings, (4, 1.4, 2, 2, 2), best)
        self._list("best_products", table, told.read(found.best.read, found.best.sales))
        pairs = tuple(
            (f"{pair.first} + {pair.second}", f"{pair.baskets:,}", f"× {pair.lift:.1f}")
            for pair in found.pairs.pairs[:PAIRS_SHOWN]
        )
        table = _Table((words.together, words.baskets, words.lift), (6, 1.4, 1.4), pairs)
        read = told.read(found.pairs.read, found.pairs.sales)
        self._list("pairs", table, read, told.no_pairs(found.pairs.sales))
        counts = tuple(
            (told.source(row), f"{row.now:,}", f"{row.before:,}", f"{row.year_before:,}")
            for row in found.sources
        )
        four = (5, 1.5, 1.5, 1.5)
        self._list("new_by_source", _Table(("", words.members, *before), four, counts))
        moves = tuple(
            (told.move(move), words.up if move.up else words.down, f"{move.members:,}")
            for move in found.tiers.moves
        )
        kept = words.kept.format(count=f"{found.tiers.kept:,}") if found.tiers.kept else ""
        self._list("tier_moves", _Table(("", "", words.members), (5, 2, 1.5), moves), kept)
        uses = tuple(
            (told.benefit(use), f"{use.now:,}", f"{use.before:,}", f"{use.year_before:,}")
            for use in found.benefits
        )
        self._list("benefits", _Table(("", words.uses, *before), four, uses))

    def _counted(self) -> None:
        flow, words = self._flow, self._told.words
        self._title(words.counted, 120)
        for name in words.how:
            flow.text(self._told.how(name), _SMALL)
            flow.gap(0.6)

    # --- tables -----------------------------------------------------------------------

    def _title(self, text: str, with_height: float) -> None:
        """A heading that stays with what is below it."""
        flow = self._flow
        flow.need(_HEADING.line_height + with_height + 2)
        flow.put(placed(flow.left, flow.y + _HEADING.line_height / 2, text, _HEADING))
        flow.gap(_HEADING.line_height + 1.5)

    def _list(self, name: str, table: _Table, note: str = "", empty: str = "") -> None:
        self._put(self._told.words.names[name], table, empty)
        if note:
            self._flow.gap(-2.5)
            self._flow.text(note, _SMALL)
            self._flow.gap(4)

    def _put(self, title: str, table: _Table, empty: str = "") -> None:
        flow = self._flow
        if title:
            self._title(title, 18)
        else:
            flow.need(24)
        if not table.rows:
            flow.text(empty or self._told.words.nothing, _SMALL)
            flow.gap(4.5)
            return
        self._table = table
        self._headings()
        for row in table.rows:
            self._row(row)
        self._table = None
        flow.gap(4.5)

    def _headings(self) -> None:
        assert self._table is not None
        flow, height = self._flow, 6.4
        ground = mix(self._brand, WHITE, 0.9)
        flow.put(Rect(flow.left, flow.y, flow.content, height, fill=ground, radius=1))
        self._cells(self._table.headings, flow.y + height / 2, _HEAD)
        flow.gap(height + 0.6)

    def _row(self, cells: Sequence[str]) -> None:
        flow, height = self._flow, _BODY.line_height + 1.2
        flow.need(height)
        self._cells(cells, flow.y + height / 2 - 0.2, _BODY)
        flow.gap(height)
        flow.rule(colour=RULE, thickness=0.15)

    def _cells(self, texts: Sequence[str], middle: float, kind: Type) -> None:
        assert self._table is not None
        flow, inset = self._flow, 2.5
        unit = (flow.content - 2 * inset) / sum(self._table.shares)
        at = flow.left + inset
        for place, (text, share) in enumerate(zip(texts, self._table.shares, strict=True)):
            width = share * unit
            anchor, x = (Anchor.RIGHT, at + width) if place else (Anchor.LEFT, at)
            if text:
                said = printable(text)
                flow.put(placed_fitted(x, middle, said, kind, anchor, room=width - 2, least_pt=5.5))
            at += width

    def _numbered(self) -> tuple[Page, ...]:
        made, words = self._flow.pages(trimmed=False), self._told.words
        foot = printable(
            f"{self._shop.name} · {words.title} · {self._told.period(self._compass.periods.now)}"
        )
        numbered = []
        for index, page in enumerate(made, 1):
            middle, number = A4_HEIGHT - 10, words.page.format(page=index, pages=len(made))
            items = (
                Rect(0, 0, A4_WIDTH, 3.2, fill=self._brand),
                placed_fitted(_SIDE, middle, foot, _SMALL, room=140),
                placed(A4_WIDTH - _SIDE, middle, number, _SMALL, Anchor.RIGHT),
            )
            numbered.append(replace(page, items=(*page.items, *items)))
        return tuple(numbered)
