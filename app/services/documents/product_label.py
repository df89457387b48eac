"""Product labels: a sticker with a bar code, or a price for the shelf; on sheets or rolls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Literal

from app.errors import FileUnreadable, LabelTooSmall
from app.services.documents.colours import parsed
from app.services.documents.drawing import (
    BLACK,
    MM_PER_POINT,
    Anchor,
    Item,
    Page,
    Rect,
    Weight,
    moved,
)
from app.services.documents.files import whole_file
from app.services.documents.fonts import printable, wrapped
from app.services.documents.label_formats import LabelFormat
from app.services.documents.labels import DocumentLabels, labels_for
from app.services.documents.layout import Type, placed, placed_fitted
from app.services.documents.product_symbols import ProductBars, product_bars
from app.services.documents.receipt_words import with_sign
from app.services.labels import LabelFacts
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.shop_facts import ShopFacts

LabelKind = Literal["barcode", "shelf"]
LABEL_KINDS: tuple[LabelKind, ...] = ("barcode", "shelf")

# Thinner bars are lost by ordinary scanners, thicker ones only take room.
_LEAST_MODULE, _BEST_MODULE = 0.187, 0.33
_STRIP = 2.2
_WIDE = 60.0


def save_labels(
    path: Path,
    labels: Sequence[LabelFacts],
    shop: ShopFacts,
    paper: LabelFormat,
    kind: LabelKind,
    *,
    start: int = 1,
    progress: Progress = silent,
    stop_asked: StopAsked = never,
) -> int:
    """Write labels as a PDF in the shop's language; returns how many pages.

    `start` is the first free place of a used sheet. `progress` counts labels. Raises
    FileUnreadable (`output_type`, `not_writable`), LabelTooSmall and Cancelled; then no file is
    left.
    """
    from app.services.documents.pdf import write_pdf

    if path.suffix.lower() != ".pdf":
        raise FileUnreadable(str(path), "output_type", (".pdf",))
    pages = 0
    total = sum(each.copies for each in labels)

    def after_page(done: int) -> None:
        nonlocal pages
        pages = done
        stop_if(stop_asked)
        progress(min(total, done * paper.places - start + 1), total)

    with whole_file(path) as partial, partial.open("wb") as target:
        write_pdf(
            label_pages(labels, shop, paper, kind, start=start), target, shop.name, after_page
        )
    return pages


def label_pages(
    labels: Iterable[LabelFacts],
    shop: ShopFacts,
    paper: LabelFormat,
    kind: LabelKind,
    *,
    start: int = 1,
) -> Iterator[Page]:
    """The pages, one after the other as they are asked for; copies stand side by side.

    Raises LabelTooSmall where a code does not fit on this paper so that it can be scanned.
    """
    face = _Face(shop, labels_for(shop.language), paper, kind)
    faces = (made for each in labels for made in _repeated(face.drawn(each), each.copies))
    free = (start - 1) % paper.places
    while batch := list(islice(faces, paper.places - free)):
        items: list[Item] = []
        for at, drawn in enumerate(batch, free):
            items += moved(drawn, *paper.place(at))
        yield Page(paper.page_width, paper.page_height, tuple(items))
        free = 0


def _repeated(face: tuple[Item, ...], copies: int) -> Iterator[tuple[Item, ...]]:
    for _ in range(copies):
        yield face


class _Face:
    """Draws one label, its top left corner at (0, 0)."""

    def __init__(
        self, shop: ShopFacts, words: DocumentLabels, paper: LabelFormat, kind: LabelKind
    ) -> None:
        self._shop = shop
        self._member_price = words.effects["member_price"]
        self._paper = paper
        self._kind = kind
        colour = parsed(shop.brand_colour, ShopFacts(name="").brand_colour)
        # Thermal paper is black only.
        self._brand = colour if paper.on_a_sheet else BLACK
        self._small = paper.height < 25
        name_pt = min(11.0, max(6.0, paper.height * 0.27))
        self._name = Type(name_pt, Weight.BOLD if kind == "shelf" else Weight.REGULAR)
        self._price = Type(name_pt * 1.15, Weight.BOLD)
        self._digits = Type(min(8.0, max(5.5, paper.height * 0.2)))

    def drawn(self, label: LabelFacts) -> tuple[Item, ...]:
        """Everything on the label."""
        bars = product_bars(label.code)
        if self._kind == "shelf":
            # A narrow one has room for the price or for the bars, and it is there for the price.
            fits = bars is not None and self._paper.width >= _WIDE and self._fits(bars)
            return tuple(self._shelf(label, bars if fits else None))
        return tuple(self._sticker(label, bars))

    # --- a sticker -------------------------------------------------------------

    def _sticker(self, label: LabelFacts, bars: ProductBars | None) -> Iterator[Item]:
        paper = self._paper
        left, right, y = paper.pad, paper.width - paper.pad, paper.pad
        price = self._amount(label.price_minor, weighed=label.weighed)
        middle = y + self._price.line_height / 2
        if self._small:
            taken = self._price.width(price) + 1.5
            yield placed_fitted(
                left, middle, label.name, self._name, room=right - left - taken, least_pt=5
            )
            yield placed(right, middle, price, self._price, Anchor.RIGHT)
            y += self._price.line_height
        else:
            for line in self._lines(label.name, right - left, 2):
                yield placed(left, y + self._name.line_height / 2, line, self._name)
                y += self._name.line_height
            middle = y + self._price.line_height / 2
            yield placed(left, middle, price, self._price)
            member = self._member(label)
            if member:
                room = right - left - self._price.width(price) - 2
                yield placed_fitted(
                    right, middle, member, self._digits, Anchor.RIGHT, room=room, least_pt=5
                )
            y += self._price.line_height
        if bars is not None:
            bottom = paper.height - paper.pad
            yield from self._bars(label, bars, (left, right), (y + 0.6, bottom))

    def _bars(
        self,
        label: LabelFacts,
        bars: ProductBars,
        across: tuple[float, float],
        down: tuple[float, float],
    ) -> Iterator[Item]:
        """The bars in the middle of a box, their digits below."""
        module = self._module(label, bars, across[1] - across[0])
        digits = self._digits
        height = down[1] - down[0] - digits.line_height * 0.86
        width = bars.modules_in_all * module
        x = (across[0] + across[1] - width) / 2
        yield bars.drawn(x, down[0], module, height)
        middle = down[1] - digits.line_height * 0.4
        yield placed_fitted(
            (across[0] + across[1]) / 2, middle, bars.digits, digits, Anchor.CENTRE,
            room=across[1] - across[0], least_pt=4,
        )  # fmt: skip

    def _module(self, label: LabelFacts, bars: ProductBars, room: float) -> float:
        """How wide one module is: whole dots where the printer has large ones."""
        module = min(_BEST_MODULE, room / bars.modules_in_all)
        if self._paper.dot:
            dots = int(module / self._paper.dot)
            module = dots * self._paper.dot
        if module < min(_LEAST_MODULE, self._paper.dot or _LEAST_MODULE):
            raise LabelTooSmall(label.name, label.code)
        return module

    # --- a price for the shelf ---------------------------------------------------

    def _shelf(self, label: LabelFacts, bars: ProductBars | None) -> Iterator[Item]:
        paper = self._paper
        left, right, y = paper.pad, paper.width - paper.pad, paper.pad
        if paper.on_a_sheet and not self._small:
            yield Rect(left, y + 0.4, 1.1, paper.height - 2 * y - 0.8, fill=self._brand)
            left += _STRIP + 0.6
        for line in self._lines(label.name, right - left, 1 if self._small else 2):
            yield placed(left, y + self._name.line_height / 2, line, self._name)
            y += self._name.line_height
        bottom = paper.height - paper.pad
        foot = self._foot(label, bars, (left, right), bottom)
        yield from foot
        member = self._member(label)
        lower = bottom - (self._digits.line_height + 1.0 if member else 0.0)
        room = right - left - (self._code_room(bars) if bars is not None else 0.0)
        yield from self._big_price(label, (left, room), (y, lower))

    def _big_price(
        self, label: LabelFacts, across: tuple[float, float], down: tuple[float, float]
    ) -> Iterator[Item]:
        left, room = across
        text = with_sign(label.price_minor, self._shop.currency)
        unit = "/kg" if label.weighed else ""
        size = min(34.0, max(11.0, (down[1] - down[0]) / MM_PER_POINT * 0.72))
        kind, small = Type(size, Weight.BOLD), Type(max(6.0, size * 0.4))
        taken = small.width(unit) + 0.8 if unit else 0.0
        middle = (down[0] + down[1]) / 2
        big = placed_fitted(left, middle, text, kind, room=room - taken, least_pt=8)
        yield big
        if unit:
            after = Type(big.size_pt, Weight.BOLD).width(big.text)
            drop = (big.size_pt - small.size_pt) * MM_PER_POINT * 0.36
            yield placed(left + after + 0.8, middle + drop, unit, small)

    def _foot(
        self,
        label: LabelFacts,
        bars: ProductBars | None,
        across: tuple[float, float],
        bottom: float,
    ) -> Iterator[Item]:
        left, right = across
        member = self._member(label)
        kind = Type(self._digits.size_pt * 1.15, Weight.BOLD, self._brand)
        if member:
            room = right - left - (self._code_room(bars) if bars is not None else 0.0)
            yield placed_fitted(
                left, bottom - kind.line_height / 2, member, kind, room=room, least_pt=5
            )
        if bars is not None:
            width = self._code_room(bars) - 1.5
            height = max(6.0, self._paper.height * 0.3)
            box = (right - width, right), (bottom - height, bottom)
            yield from self._bars(label, bars, *box)

    def _fits(self, bars: ProductBars) -> bool:
        return bars.modules_in_all * _LEAST_MODULE <= self._code_room(bars) - 1.5

    def _code_room(self, bars: ProductBars) -> float:
        """How much of the label's width the code on a shelf label takes, gap included."""
        least = bars.modules_in_all * (max(2 * self._paper.dot, 0.2))
        return min(self._paper.width - 2 * self._paper.pad - 14, max(20.0, least)) + 1.5

    # --- words --------------------------------------------------------------------

    def _lines(self, name: str, room: float, most: int) -> list[str]:
        lines = wrapped(printable(name), self._name.size_pt, self._name.weight, room)
        if len(lines) <= most:
            return lines
        rest = "".join(lines[most - 1 :])
        last = placed_fitted(0, 0, rest, self._name, room=room).text
        return [*lines[: most - 1], last]

    def _amount(self, minor: int, *, weighed: bool) -> str:
        return with_sign(minor, self._shop.currency) + ("/kg" if weighed else "")

    def _member(self, label: LabelFacts) -> str:
        if label.member_price_minor is None:
            return ""
        amount = self._amount(label.member_price_minor, weighed=label.weighed)
        return f"{self._member_price} {amount}"
