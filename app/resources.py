"""Where the files of `resources/` are, from source and in the frozen program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_SOURCE: Final = Path(__file__).resolve().parent.parent


def resource_path(*parts: str) -> Path:
    """The path of a bundled file, such as `resource_path("fonts", "NotoSansSC-Regular.ttf")`."""
    frozen_root: str | None = getattr(sys, "_MEIPASS", None)
    root = Path(frozen_root) if frozen_root else _SOURCE
    return root.joinpath("resources", *parts)
