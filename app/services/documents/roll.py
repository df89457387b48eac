"""What every paper of the receipt roll has in common: its measures, its rule, its banner."""

from __future__ import annotations

from app.services.documents.drawing import Anchor, Rect, Weight
from app.services.documents.layout import Flow, Type, placed_fitted

NARROW_MM = 58.0
LONGEST_MM = 1500.0
# Thermal printers do not reach the edges: 48 of 58 mm and 72 of 80 mm are printed.
SIDE_MM = 5.0
_BLACK = "#000000"


def roll_scale(paper_mm: float) -> float:
    """How large type is on a width of paper, beside the 80 mm roll."""
    return 0.9 if paper_mm <= NARROW_MM else 1.0


class RollTypes:
    """The sizes of type of one width of paper."""

    def __init__(self, paper_mm: float) -> None:
        scale = roll_scale(paper_mm)
        self.shop = Type(15 * scale, Weight.BOLD)
        self.body = Type(9.5 * scale)
        self.strong = Type(9.5 * scale, Weight.BOLD)
        self.small = Type(7.7 * scale)
        self.label = Type(11.5 * scale, Weight.BOLD)
        self.total = Type(18.5 * scale, Weight.BOLD)
        self.code_side = 22.0 * scale


def roll_flow(paper_mm: float) -> Flow:
    """An empty strip of `paper_mm` millimetres' width."""
    return Flow(paper_mm, side=SIDE_MM, top=5.0, bottom=6.0, longest=LONGEST_MM)


def dashed(flow: Flow) -> None:
    """A dashed rule between two blocks."""
    flow.gap(1.3)
    flow.rule(dash=0.8)
    flow.gap(1.3)


def banner(flow: Flow, text: str, kind: Type) -> None:
    """Words in a frame over the whole width, such as DUPLICATE."""
    height = kind.line_height + 1.6
    middle = flow.y + height / 2
    flow.put(
        Rect(flow.left, flow.y, flow.content, height, stroke=_BLACK, stroke_width=0.5),
        placed_fitted(flow.width / 2, middle, text, kind, Anchor.CENTRE, room=flow.content),
    )
    flow.gap(height + 2.4)
