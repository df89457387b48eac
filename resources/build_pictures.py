"""Make the README's pictures (developers only).

    python3 dev.py screenshots DIR
    .venv/bin/python resources/build_pictures.py DIR

The screens come from DIR; a member's card and a receipt are printed anew. Every picture keeps
256 colours, which is all a flat screen needs, and stays under 150 KB.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PIL import Image

from app.config import TillConfig
from app.services.documents.files import save_cards, save_receipt
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop, make_demo

PICTURES = Path(__file__).parent / "pictures"
LARGEST_BYTES = 150_000
# Our name, and the name that `dev.py screenshots` gives it.
SCREENS = {
    "cashier": "cashier-en-light",
    "cashier-zh": "cashier-zh_CN-light",
    "cashier-dark": "cashier-zh_CN-dark",
    "pay": "pay-en-light",
    "member": "member-en-light",
    "loyalty": "loyalty-coffee-en-light",
    "loyalty-zh": "loyalty-coffee-zh_CN-light",
    "groups": "groups-rfm-en-light",
    "groups-zh": "groups-rfm-zh_CN-light",
}
NOW = datetime(2026, 11, 21, 2, 12, tzinfo=UTC)
PHONE = "13800138000"
PAPER_HEIGHT = 900
GROUND = "#F6F7F9"


def main(arguments: list[str]) -> int:
    """Write every picture; returns the exit code."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    folder = Path(arguments[0])
    for name, screen in SCREENS.items():
        keep(Image.open(folder / f"{screen}.png"), name)
    with tempfile.TemporaryDirectory() as scratch:
        keep(papers(Path(scratch)), "card-and-receipt")
    return 0


def keep(picture: Image.Image, name: str) -> None:
    """Save a picture with few colours. Raises ValueError where it is still too large."""
    path = PICTURES / f"{name}.png"
    plain = picture.convert("RGB")
    few = plain.quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    size = path.stat().st_size
    if size > LARGEST_BYTES:
        raise ValueError(f"{path.name} has {size:,} bytes")
    sys.stdout.write(f"{path.name}: {size:,} bytes\n")


def papers(scratch: Path) -> Image.Image:
    """The card of a demo member, both sides, and the receipt of what they buy."""
    shop = make_demo(TillConfig(data_dir=scratch), language="zh_CN", clock=lambda: NOW)
    try:
        card, receipt = printed(shop, scratch)
    finally:
        shop.close()
    width = card.width + receipt.width + 120
    sheet = Image.new("RGB", (width, PAPER_HEIGHT + 80), GROUND)
    sheet.paste(card, (40, 40))
    sheet.paste(receipt, (card.width + 80, 40))
    return sheet


def printed(shop: Shop, scratch: Path) -> tuple[Image.Image, Image.Image]:
    """The card and the receipt, equally high."""
    member = shop.members.resolve(PHONE)
    facts = shop.desk.settings.facts
    saved = save_cards(scratch / "card.png", shop.cards.facts([member.member_id]), 1, facts)
    lines = tuple(CartLine(uuid7(), tile.item) for tile in shop.products.tiles()[:3])
    cart = Cart(lines, member.facts)
    points = Tender(TenderKind.POINTS, member.points // 100 * 100)
    cash = Tender(TenderKind.CASH, 10_000)
    receipt = shop.checkout.complete(uuid7(), cart, None, (points, cash))
    save_receipt(scratch / "receipt.png", receipt, facts, "80")
    return as_high(saved[0]), as_high(scratch / "receipt.png")


def as_high(path: Path) -> Image.Image:
    """The picture, scaled to the height of the sheet."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    width = round(picture.width * PAPER_HEIGHT / picture.height)
    return picture.resize((width, PAPER_HEIGHT), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
