"""Draw the README's picture of a forecast held against what came (developers only).

    .venv/bin/python resources/build_forecast_picture.py CDNOW_sample.txt

The data are the 2,357 customers of the published tables (Fader, Hardie and Lee 2005): the model
is fitted to weeks 1 to 39 and held against weeks 40 to 78, by how often each customer had come
back. It is drawn by the window's own chart.
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.services.rules.insight.proof import OFTEN, Proof, prove
from app.ui import fonts
from app.ui.theme import THEME, Mode
from app.ui.widgets.charts.columns import ColumnChart, Series

PICTURES = Path(__file__).parent / "pictures"
FITTED_UNTIL, UNTIL = date(1997, 9, 30), date(1998, 6, 30)
WIDTH, HEIGHT, SCALE = 760, 300, 2


class Words(NamedTuple):
    """What the chart says in one language."""

    expected: str
    came: str
    up: str
    across: str


WORDS = {
    "forecast": Words(
        "expected", "came", "Purchases a customer in weeks 40–78", "Repeat purchases in weeks 1–39"
    ),
    "forecast-zh": Words("预测", "实际", "第 40–78 周人均购买次数", "第 1–39 周的重复购买次数"),
}


def main(arguments: list[str]) -> int:
    """Write both pictures; returns the exit code."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    proof = prove(customers(Path(arguments[0])), FITTED_UNTIL.toordinal(), UNTIL.toordinal())
    assert proof is not None
    app = QApplication([])
    fonts.load_fonts()
    THEME.install(app, Mode.LIGHT)
    app.setFont(fonts.font())
    for name, words in WORDS.items():
        path = PICTURES / f"{name}.png"
        draw(proof, words).save(str(path))
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")
    sys.stdout.write(f"{proof.expected:,.0f} expected, {proof.came:,} came\n")
    return 0


def customers(path: Path) -> list[list[int]]:
    """The days on which each customer bought."""
    days: dict[str, set[int]] = {}
    for line in path.read_text("utf-8").splitlines():
        customer, _, day, *_ = line.split()
        when = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        days.setdefault(customer, set()).add(when.toordinal())
    return [sorted(each) for each in days.values()]


def draw(proof: Proof, words: Words) -> QImage:
    """The chart, sharp at twice its size, with room around it."""
    chart = ColumnChart()
    chart.resize(WIDTH, HEIGHT)
    chart.setContentsMargins(0, 0, 0, 0)
    groups = proof.groups
    labels = [f"{each.repeats}+" if each.repeats == OFTEN else str(each.repeats) for each in groups]
    series = [
        Series(words.expected, tuple(each.expected / each.members for each in groups)),
        Series(words.came, tuple(each.came / each.members for each in groups)),
    ]
    chart.show_columns(
        series, labels, lambda value: f"{value:g}", name="", titles=(words.up, words.across)
    )
    around = 12
    image = QImage(
        (WIDTH + 2 * around) * SCALE, (HEIGHT + 2 * around) * SCALE, QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(SCALE)
    image.fill("#FFFFFF")
    chart.setStyleSheet("background:#FFFFFF")
    chart.render(image, QPoint(around, around))
    return image


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
