"""Real input for tests, from `shared/data` beside the project; a test without it is skipped."""

import json
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def shared_data(name: str) -> Path:
    """The path of a file in `../shared/data`; skips the test where it is absent."""
    for folder in _ROOT.parents:
        path = folder / "shared" / "data" / name
        if path.exists():
            return path
    pytest.skip(f"../shared/data/{name} is not here")


def naughty_strings() -> list[str]:
    """Five hundred strings that break programs."""
    path = shared_data("naughty-strings/blns.json")
    found: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return found
