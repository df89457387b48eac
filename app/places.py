"""Where a till keeps its files. Standard library only: read before the first paint."""

import os
import sys
from pathlib import Path

CONFIG_NAME = "till.json"


def default_data_dir() -> Path:
    """`REGULARS_DATA`, else the platform's folder for an application's data."""
    given = os.environ.get("REGULARS_DATA")
    if given:
        return Path(given).expanduser()
    # The same folders that platformdirs names, without its import on the way to the first paint.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Regulars"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Regulars"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "regulars"
