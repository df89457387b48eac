"""The verbs that save paper: card and receipt, as PDF, or as a PNG to send by chat."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.console import Console, counted
from app.errors import FileUnreadable
from app.services.documents.labels import labels_for

if TYPE_CHECKING:
    from app.services.documents.drawing import Page

PDF, PNG = ".pdf", ".png"


def card(asked: Namespace, console: Console) -> int:
    """Save the cards of members, issuing one to a member who has none.

    Raises FileUnreadable, MemberUnknown, MemberAmbiguous, CardForged, CardNotActive.
    """
    from app.services.documents.card import card_pages, card_picture, page_count

    out = _output(asked.out)
    shop = console.open_shop()
    found = {member.number: member for member in map(shop.members.resolve, asked.number)}
    if out.suffix.lower() == PNG and len(found) > 1:
        raise FileUnreadable(asked.out, "one_picture")
    cards = list(shop.cards.facts([member.member_id for member in found.values()]))
    facts, labels = shop.desk.settings.facts, labels_for(shop.desk.settings.language)
    if out.suffix.lower() == PNG:
        _save_png(card_picture(cards[0], facts, labels), out)
    else:
        total = page_count(len(cards), asked.layout)
        shown = console.progress("Cards")
        pages = card_pages(cards, facts, labels, asked.layout, bleed=asked.bleed)
        _save_pdf(pages, out, facts.name, lambda done: shown(done, total))
    told = [{"number": member.number, "name": member.name} for member in found.values()]
    codes = [card.code for card in cards]
    console.show(
        {
            "file": str(out),
            "cards": [one | {"card": c} for one, c in zip(told, codes, strict=True)],
        },
        f"Saved {counted(len(cards), 'card')} in {out}",
    )
    return 0


def receipt(asked: Namespace, console: Console) -> int:
    """Save a sale's receipt. Raises FileUnreadable, SaleUnknown."""
    from app.services.documents.receipt import receipt_pages

    out = _output(asked.out)
    shop = console.open_shop()
    found = shop.sales.receipt(asked.number)
    labels = labels_for(shop.desk.settings.language)
    pages = receipt_pages(
        found, shop.desk.settings.facts, labels, asked.width, duplicate=asked.duplicate
    )
    if out.suffix.lower() == PDF:
        _save_pdf(pages, out, found.number, lambda _done: None)
    elif len(pages) == 1:
        _save_png(pages[0], out)
    else:
        raise FileUnreadable(asked.out, "one_picture")
    console.show(
        {"file": str(out), "receipt": found.number, "pages": len(pages)},
        f"Saved receipt {found.number} in {out}",
    )
    return 0


def _output(text: str) -> Path:
    path = Path(text).expanduser()
    if path.suffix.lower() not in (PDF, PNG):
        raise FileUnreadable(text, "output_type")
    return path


def _save_pdf(
    pages: Iterable["Page"], out: Path, title: str, after_page: Callable[[int], None]
) -> None:
    from app.services.documents.pdf import write_pdf

    with _written(out) as partial, partial.open("wb") as file:
        write_pdf(pages, file, title, after_page)


def _save_png(page: "Page", out: Path) -> None:
    from app.services.documents.png import png_bytes

    with _written(out) as partial:
        partial.write_bytes(png_bytes(page))


@contextmanager
def _written(out: Path) -> Iterator[Path]:
    """A file beside `out` that takes its name when it is whole."""
    partial = out.with_name(out.name + ".partial")
    try:
        yield partial
        partial.replace(out)
    except OSError as error:
        raise FileUnreadable(str(out), "not_writable") from error
    finally:
        _discard(partial)


def _discard(partial: Path) -> None:
    try:
        partial.unlink(missing_ok=True)
    except OSError:  # its folder is gone, or is a file
        return
