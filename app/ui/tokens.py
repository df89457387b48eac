"""Design tokens: two sets of colours, and the sizes both share. No Qt.

Lengths are device-independent pixels.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Tokens(NamedTuple):
    """One set of colours as "#RRGGBB"; pairs keep a text contrast of 4.5:1 or more."""

    name: str
    bg: str
    surface: str
    text: str
    text2: str
    primary: str
    on_primary: str
    primary_soft: str
    primary_hover: str
    primary_down: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str
    focus: str
    border: str
    divider: str
    hover: str
    inverse: str
    on_inverse: str
    inverse_accent: str
    shadow: str
    backdrop_alpha: int
    series: tuple[str, ...]


LIGHT: Final = Tokens(
    name="light",
    bg="#F6F7F9",
    surface="#FFFFFF",
    text="#1B2430",
    text2="#51606F",
    primary="#0F6E63",
    on_primary="#FFFFFF",
    primary_soft="#E2F1EF",
    primary_hover="#0C5F56",
    primary_down="#094F47",
    success="#1B7A3D",
    success_soft="#E3F4E8",
    warning="#8A5300",
    warning_soft="#FDF0DA",
    danger="#B3261E",
    danger_soft="#FCE8E6",
    info="#0B63C5",
    info_soft="#E6F0FB",
    focus="#0B63C5",
    border="#858E9B",
    divider="#D5DAE1",
    hover="#EEF1F4",
    inverse="#1B2430",
    on_inverse="#FFFFFF",
    inverse_accent="#4CC2B1",
    shadow="#1B2430",
    backdrop_alpha=107,
    series=("#0F6E63", "#0B63C5", "#B45309", "#7C3AED", "#B3261E", "#51606F"),
)

DARK: Final = Tokens(
    name="dark",
    bg="#12161B",
    surface="#1B2128",
    text="#E8ECF1",
    text2="#A7B2BE",
    primary="#4CC2B1",
    on_primary="#06231F",
    primary_soft="#173430",
    primary_hover="#63CDBE",
    primary_down="#3AAE9E",
    success="#5FCB84",
    success_soft="#14301E",
    warning="#F0B65A",
    warning_soft="#362609",
    danger="#FF8A80",
    danger_soft="#3B1614",
    info="#7DB8FF",
    info_soft="#14263B",
    focus="#7DB8FF",
    border="#758292",
    divider="#333C47",
    hover="#252D36",
    inverse="#E8ECF1",
    on_inverse="#12161B",
    inverse_accent="#0F6E63",
    shadow="#000000",
    backdrop_alpha=140,
    series=("#4CC2B1", "#7DB8FF", "#F0B65A", "#C4A7FF", "#FF8A80", "#A7B2BE"),
)


class Space:
    """Gaps between things."""

    XXS: Final = 4
    XS: Final = 8
    S: Final = 12
    M: Final = 16
    L: Final = 24
    XL: Final = 32


class Radius:
    """Corner radii."""

    CONTROL: Final = 6
    CARD: Final = 10


class Height:
    """Heights of controls by the hurry of the place they stand in."""

    BACK_OFFICE: Final = 32
    DEFAULT: Final = 40
    CASHIER: Final = 48
    PAY: Final = 56
    TABLE_ROW: Final = 40
