"""How this till's receipt printer is connected and what it understands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from app.config import TillConfig

SYSTEM: Final = "system"
CONNECTIONS: Final = (SYSTEM, "windows", "network", "device", "file")
"""The system's driver, a Windows raw queue, a socket, a device file, a file that collects."""

ENCODINGS: Final = ("raster", "gb18030", "big5")
CUTS: Final = ("full", "partial", "none")
DRAWER_PINS: Final = (0, 2, 5)
DOTS_PER_MM: Final = 8
DOTS: Final = {58: 384, 80: 576}
"""Printed dots across by the width of the paper in millimetres; 8 dots to the millimetre."""


@dataclass(frozen=True, slots=True)
class PrinterSetup:
    """One printer. `drawer_pin` is 2 or 5 of its drawer socket, 0 where none is connected.

    `encoding` is how text is sent: as a picture, or as text of the printer's own type.
    `native_qr` lets the printer draw QR codes, where text is sent.
    """

    connection: str = SYSTEM
    address: str = ""
    width: int = 80
    encoding: str = "raster"
    native_qr: bool = False
    cut: str = "full"
    drawer_pin: int = 0

    @property
    def takes_commands(self) -> bool:
        """Whether bytes go to it as they are; a system's driver takes pages only."""
        return self.connection != SYSTEM and bool(self.address)

    @property
    def dots(self) -> int:
        """How many dots it prints across."""
        return DOTS[self.width]


def setup_of(config: TillConfig) -> PrinterSetup:
    """The printer that a till's settings describe; a value out of range is its default."""
    fallback = PrinterSetup()

    def known(value: str, allowed: tuple[str, ...], other: str) -> str:
        return value if value in allowed else other

    return PrinterSetup(
        connection=known(config.printer_connection, CONNECTIONS, fallback.connection),
        address=config.printer_address.strip(),
        width=58 if config.receipt_width == "58" else 80,
        encoding=known(config.printer_encoding, ENCODINGS, fallback.encoding),
        native_qr=config.printer_draws_qr,
        cut=known(config.printer_cut, CUTS, fallback.cut),
        drawer_pin=config.drawer_pin if config.drawer_pin in DRAWER_PINS else 0,
    )
