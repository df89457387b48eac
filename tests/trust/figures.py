"""How often, and by which seed: short by default, long by `-m long`, any seed by its name."""

import os
import random
from collections.abc import Callable
from typing import Any

import pytest


def chance(name: str) -> random.Random:
    """A source of chance whose seed is printed, and taken from REGULARS_SEED where that is set."""
    given = os.environ.get("REGULARS_SEED")
    seed = random.SystemRandom().randrange(10**9) if given is None else int(given)
    print(f"{name}: REGULARS_SEED={seed}")
    return random.Random(seed)


def times(short: int, long: int) -> Callable[[Any], Any]:
    """Run a test with `count` rounds: the short figure always, the long one with `-m long`."""
    return pytest.mark.parametrize(
        "count", [short, pytest.param(long, marks=pytest.mark.long)], ids=str
    )
