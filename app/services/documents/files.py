"""Save receipts and cards as PDF or PNG files: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from app.errors import FileUnreadable
from app.services.documents.card import COLUMNS, ROWS, CardLayout, card_pages, card_picture
from app.services.documents.drawing import Page, stacked
from app.services.documents.labels import labels_for
from app.services.documents.receipt import ReceiptWidth, receipt_pages
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.receipt import Receipt
from app.services.rules.refund import RefundDone
from app.services.rules.shop_facts import CardFacts, ShopFacts

DRAWN = (".pdf", ".png")
RECEIPT_DPI = 203
"""The resolution of receipt printers."""

CARD_DPI = 300


def save_receipt(
    path: Path,
    receipt: Receipt,
    shop: ShopFacts,
    width: ReceiptWidth = "80",
    *,
    duplicate: bool = False,
    gift: bool = False,
) -> None:
    """Write a receipt in the shop's language, or its gift receipt; `.png` puts its pages one under
    the other.

    Raises FileUnreadable: `output_type` for another ending, `not_writable`.
    """
    ending = _ending(path)
    labels = labels_for(shop.language)
    pages = receipt_pages(receipt, shop, labels, width, duplicate=duplicate, gift=gift)
    if ending == ".png":
        from app.services.documents.png import png_bytes

        content = png_bytes(stacked(pages), RECEIPT_DPI)
    else:
        from app.services.documents.pdf import pdf_bytes

        content = pdf_bytes(pages, f"{shop.name} {receipt.number}")
    with whole_file(path) as partial:
        partial.write_bytes(content)


def save_refund_slip(
    path: Path,
    done: RefundDone,
    shop: ShopFacts,
    width: ReceiptWidth = "80",
    *,
    duplicate: bool = False,
) -> None:
    """Write the slip of a refund in the shop's language; `.png` puts its pages one under the other.

    Raises FileUnreadable: `output_type` for another ending, `not_writable`.
    """
    from app.services.documents.refund_slip import refund_pages

    ending = _ending(path)
    paper = 210.0 if width == "a4" else float(width)
    pages = refund_pages(done, shop, labels_for(shop.language), paper, duplicate=duplicate)
    if ending == ".png":
        from app.services.documents.png import png_bytes

        content = png_bytes(stacked(pages), RECEIPT_DPI)
    else:
        from app.services.documents.pdf import pdf_bytes

        content = pdf_bytes(pages, f"{shop.name} {done.number}")
    with whole_file(path) as partial:
        partial.write_bytes(content)


def save_pages(path: Path, pages: tuple[Page, ...], title: str) -> None:
    """Write pages as one PDF.

    Raises FileUnreadable: `output_type` for another ending, `not_writable`.
    """
    from app.services.documents.pdf import pdf_bytes

    if path.suffix.lower() != ".pdf":
        raise FileUnreadable(str(path), "output_type", (".pdf",))
    content = pdf_bytes(pages, title)
    with whole_file(path) as partial:
        partial.write_bytes(content)


def save_cards(
    path: Path,
    cards: Iterable[CardFacts],
    total: int,
    shop: ShopFacts,
    *,
    layout: CardLayout = "cr80",
    bleed: bool = False,
    progress: Progress = silent,
    stop_asked: StopAsked = never,
) -> tuple[Path, ...]:
    """Write `total` cards in the shop's language; the files written, in order.

    `.pdf` is one file by `layout`. `.png` is both sides of a card, to send by chat: one file
    for one card, else numbered ones (`cards-1.png`, …). `progress` counts cards.
    Raises FileUnreadable (`output_type`, `not_writable`) and Cancelled; then nothing is left
    of a PDF, and of pictures those that were finished.
    """
    if _ending(path) == ".png":
        return tuple(_pictures(path, cards, total, shop, progress, stop_asked))
    from app.services.documents.pdf import write_pdf

    a_side = 1 if layout == "cr80" else COLUMNS * ROWS

    def after_page(pages: int) -> None:
        stop_if(stop_asked)
        progress(min(total, pages // 2 * a_side), total)

    pages = card_pages(cards, shop, labels_for(shop.language), layout, bleed=bleed)
    with whole_file(path) as partial, partial.open("wb") as target:
        write_pdf(pages, target, shop.name, after_page)
    return (path,)


def _pictures(
    path: Path,
    cards: Iterable[CardFacts],
    total: int,
    shop: ShopFacts,
    progress: Progress,
    stop_asked: StopAsked,
) -> Iterator[Path]:
    from app.services.documents.png import png_bytes

    labels = labels_for(shop.language)
    for index, card in enumerate(islice(cards, total), 1):
        stop_if(stop_asked)
        target = path if total == 1 else path.with_stem(f"{path.stem}-{index}")
        content = png_bytes(card_picture(card, shop, labels, both_sides=True), CARD_DPI)
        with whole_file(target) as partial:
            partial.write_bytes(content)
        progress(index, total)
        yield target


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in DRAWN:
        raise FileUnreadable(str(path), "output_type", DRAWN)
    return ending


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A file beside `path` to write, that takes its name only when all went well.

    Raises FileUnreadable, also where a folder, device or pipe has the name: it would be replaced.
    """
    if path.exists() and not path.is_file():
        raise FileUnreadable(str(path), "not_writable")
    partial = path.with_name(f"{path.name}.partial")
    try:
        yield partial
        partial.replace(path)
    except OSError as error:
        raise FileUnreadable(str(path), "not_writable") from error
    finally:
        _forget(partial.unlink)


def _forget(remove: Callable[..., None]) -> None:
    # The disk that refused the file may refuse this too; the first reason is the one told.
    try:
        remove(missing_ok=True)
    except OSError:
        pass
