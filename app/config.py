"""This till's own settings: a small JSON file beside the shop's, readable without the shop."""

import json
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from app.places import CONFIG_NAME, default_data_dir

__all__ = ["TillConfig", "default_data_dir", "load_config", "save_config"]

SHOP_NAME = "shop.db"


@dataclass(frozen=True, slots=True)
class TillConfig:
    """What belongs to this PC and not to the shop. Every field has a default."""

    data_dir: Path = field(metadata={"doc": "The folder that holds the shop's file and backups."})
    language: str = field(
        default="",
        metadata={"doc": "Language of the screens: zh_CN, zh_TW or en; empty follows the shop."},
    )
    theme: str = field(default="system", metadata={"doc": "light, dark or system."})
    keymap: str = field(default="default", metadata={"doc": "default, guanjiapo or supermarket."})
    receipt_width: str = field(default="80", metadata={"doc": "Receipt paper: 58, 80 or a4."})
    receipt_printer: str = field(
        default="", metadata={"doc": "System printer for receipts; empty asks the first time."}
    )
    card_printer: str = field(
        default="", metadata={"doc": "System printer for cards; empty asks the first time."}
    )
    label_printer: str = field(
        default="", metadata={"doc": "System printer for rolls of labels; empty asks at first."}
    )
    label_sheet_printer: str = field(
        default="", metadata={"doc": "System printer for A4 sheets of labels; empty asks at first."}
    )
    report_printer: str = field(
        default="", metadata={"doc": "System printer for A4 reports; empty asks the first time."}
    )
    print_receipts: bool = field(
        default=False, metadata={"doc": "Print a receipt by itself after each sale."}
    )
    printer_connection: str = field(
        default="system",
        metadata={
            "doc": "How the receipt printer is connected: system (its driver), windows (a raw"
            " queue), network, device or file."
        },
    )
    printer_address: str = field(
        default="",
        metadata={"doc": "The queue's name, host:port, device or file that receipts go to."},
    )
    printer_encoding: str = field(
        default="raster",
        metadata={"doc": "How text is sent: raster (a picture), gb18030 or big5."},
    )
    printer_draws_qr: bool = field(
        default=False, metadata={"doc": "The printer draws QR codes itself, where text is sent."}
    )
    printer_cut: str = field(default="full", metadata={"doc": "The cut: full, partial or none."})
    drawer_pin: int = field(
        default=0,
        metadata={"doc": "Pin of the printer that opens the drawer: 2 or 5; 0 without one."},
    )
    display_screen: str = field(
        default="", metadata={"doc": "Screen of the customer display; empty shows none."}
    )
    display_theme: str = field(
        default="light", metadata={"doc": "Colours of the customer display: light or dark."}
    )
    display_pictures: str = field(
        default="", metadata={"doc": "Folder of the pictures it shows while nothing is sold."}
    )
    display_pay_code: str = field(
        default="", metadata={"doc": "Picture of the shop's pay code, shown while paying."}
    )
    scanner_gap_ms: int = field(
        default=50, metadata={"doc": "Longest pause between two keys of one scan, milliseconds."}
    )
    scanner_prefix: str = field(default="", metadata={"doc": "Characters the scanner sends first."})
    scanner_suffix: str = field(default="", metadata={"doc": "Characters it sends before Enter."})
    camera: bool = field(
        default=False, metadata={"doc": "Scan by camera, with its key; needs an extra part."}
    )
    camera_number: int = field(
        default=1, metadata={"doc": "Which camera of this PC scans, 1 being the first."}
    )
    lock_minutes: int = field(
        default=10,
        metadata={"doc": "Minutes untouched until the till asks who is there; 0 never locks."},
    )
    sounds: bool = field(default=True, metadata={"doc": "A tone after each scan."})
    rebound_keys: dict[str, str] = field(
        default_factory=dict,
        metadata={"doc": "Keys of actions that differ from the keymap, parted by blanks."},
    )
    window: str = field(default="", metadata={"doc": "Where the window was, as Qt keeps it."})

    @property
    def shop_file(self) -> Path:
        """The shop's database."""
        return self.data_dir / SHOP_NAME

    @property
    def backup_dir(self) -> Path:
        """Where backups go."""
        return self.data_dir / "backups"

    @property
    def log_dir(self) -> Path:
        """Where the program's log goes; it holds no personal data."""
        return self.data_dir / "logs"


def load_config(data_dir: Path) -> TillConfig:
    """This till's settings; what is missing or of the wrong type falls back to its default."""
    config = TillConfig(data_dir=data_dir)
    try:
        stored: Any = json.loads((data_dir / CONFIG_NAME).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return config
    if not isinstance(stored, dict):
        return config
    known = {
        f.name: stored[f.name]
        for f in fields(TillConfig)
        if f.name != "data_dir" and type(stored.get(f.name)) is type(getattr(config, f.name))
    }
    keys = known.get("rebound_keys", {})
    known["rebound_keys"] = {name: key for name, key in keys.items() if type(key) is str}
    return replace(config, **known)


def save_config(config: TillConfig) -> None:
    """Write the settings whole or not at all."""
    config.data_dir.mkdir(parents=True, exist_ok=True)
    values = {f.name: getattr(config, f.name) for f in fields(TillConfig) if f.name != "data_dir"}
    partial = config.data_dir / (CONFIG_NAME + ".partial")
    partial.write_text(json.dumps(values, ensure_ascii=False, indent=2) + "\n", "utf-8")
    partial.replace(config.data_dir / CONFIG_NAME)
