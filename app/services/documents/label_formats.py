"""The papers that product labels are printed on: A4 sheets of stickers, and rolls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

A4_WIDTH, A4_HEIGHT = 210.0, 297.0


@dataclass(frozen=True, slots=True)
class LabelFormat:
    """One paper, in millimetres. `left` and `top` are where the first label begins, `across` and
    `down` how far it is to the next one. `dot` is a dot of the printer, 0 where bars may be as
    wide as they like; `pad` is kept clear at a label's edges."""

    name: str
    page_width: float
    page_height: float
    columns: int
    rows: int
    width: float
    height: float
    left: float = 0.0
    top: float = 0.0
    across: float = 0.0
    down: float = 0.0
    pad: float = 2.0
    dot: float = 0.0

    @property
    def places(self) -> int:
        """How many labels a page has."""
        return self.columns * self.rows

    @property
    def on_a_sheet(self) -> bool:
        """Whether several labels share a page, so that a used sheet can be gone on with."""
        return self.places > 1

    def place(self, at: int) -> tuple[float, float]:
        """The top left corner of the label `at` (0 is first), row by row."""
        row, column = divmod(at, self.columns)
        return self.left + column * self.across, self.top + row * self.down


LABEL_FORMATS: Mapping[str, LabelFormat] = {
    each.name: each
    for each in (
        # 70 × 37 mm without gaps reach the paper's edges, where printers do not.
        LabelFormat("a4-3x8", A4_WIDTH, A4_HEIGHT, 3, 8, 70.0, 37.0, 0.0, 0.5, 70.0, 37.0, pad=4.5),
        LabelFormat(
            "a4-5x13", A4_WIDTH, A4_HEIGHT, 5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2, pad=1.6
        ),
        # 203 dots an inch, as nearly all label printers have.
        LabelFormat("roll-40x30", 40.0, 30.0, 1, 1, 40.0, 30.0, pad=1.8, dot=0.125),
        LabelFormat("roll-60x40", 60.0, 40.0, 1, 1, 60.0, 40.0, pad=2.2, dot=0.125),
    )
}
