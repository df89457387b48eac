"""Where a till keeps its files. Standard library only: read before the first paint."""

import os
import sys
from pathlib import Path

CONFIG_NAME = "till.json"


def default_data_dir() -> Path:
    """`REGULARS_DATA`, else the platform's folder for an application's data."""
    given = os.environ.get("REGULARS_DATA")
    if given:
        return typed_path(given)
    # The same folders that platformdirs names, without its import on the way to the first paint.
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(typed_path("~")))) / "Regulars"
    if sys.platform == "darwin":
        return typed_path("~") / "Library" / "Application Support" / "Regulars"
    return Path(os.environ.get("XDG_DATA_HOME", typed_path("~") / ".local" / "share")) / "regulars"


def typed_path(text: str) -> Path:
    """A path as a person types one: `~` is the home folder; `~name` of nobody is a plain name."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)
