"""Speed of the receipt printer's bytes: from the receipt to the last one, other goods each time."""

from __future__ import annotations

from app.services.documents.labels import ZH_CN
from app.services.documents.receipt import ReceiptWidth, receipt_pages
from app.services.printing.papers import paper_bytes
from app.services.printing.setup import PrinterSetup
from app.services.rules.pricing import Effect, Reason
from app.services.rules.receipt import Receipt, ReceiptLine
from app.services.rules.shop_facts import ShopFacts
from tests.benchmarks.measure import Figure, part, times_ms
from tests.benchmarks.program_speed import sample_receipt

LINES = 30
LIMIT_MS = 30.0
_HANZI = "燕麦拿铁手冲耶加雪菲茉莉冷泡茶桂花生椰抹茶红豆面包吐司曲奇马克杯滤纸挂耳豆礼盒大中"
_SHOP = ShopFacts(name="屿见咖啡", address="杭州市西湖区文三路 12 号", phone="0571-8888 1234")


def receipt_of_thirty(at: int) -> Receipt:
    """Thirty lines with a member price each; no other round has the same names."""
    lines = tuple(
        ReceiptLine(
            number,
            _name(at * LINES + number),
            2000,
            2800 + number,
            5600 + 2 * number,
            (Effect(600, Reason("member_price")),),
            5000 + 2 * number,
            600,
            5,
        )
        for number in range(1, LINES + 1)
    )
    gross = sum(line.gross_minor for line in lines)
    total = sum(line.total_minor for line in lines)
    return sample_receipt()._replace(
        lines=lines,
        gross_minor=gross,
        discount_minor=gross - total,
        total_minor=total,
    )


def _name(seed: int) -> str:
    size = len(_HANZI)
    picked = [_HANZI[(seed * step + step * step) % size] for step in (3, 7, 11, 13, 17, 19)]
    return "".join(picked) + f" {seed % 500} g"


def printing_figures(rounds: int) -> list[Figure]:
    """The bytes of a 30-line receipt after the first, on both rolls, in each encoding."""
    figures = []
    widths: tuple[tuple[ReceiptWidth, int], ...] = (("80", 80), ("58", 58))
    for encoding in ("raster", "gb18030"):
        for roll, width in widths:
            setup = PrinterSetup("file", "x", width, encoding)

            def print_one(at: int, roll: ReceiptWidth = roll, setup: PrinterSetup = setup) -> int:
                pages = receipt_pages(receipt_of_thirty(at), _SHOP, ZH_CN, roll)
                return len(paper_bytes(pages, setup))

            taken = times_ms(print_one, max(20, rounds // 3), warm=1)
            name = f"ESC/POS of {LINES} lines, {encoding} {width} mm"
            figures.append(Figure(f"{name} p50", part(taken, 0.5), "ms", LIMIT_MS))
            figures.append(Figure(f"{name} p99", part(taken, 0.99), "ms"))
    return figures
