"""Who stays unreached, by lot: a stratified draw that anybody can repeat from its seed. Pure.

Each person's place in their stratum is a keyed hash of their id, so the draw hangs neither on
the order of the list nor on the program's random numbers. Down the whole line, stratum after
stratum, every so-manieth is held out, from a start drawn by lot too: each person has the same
chance, each stratum has its share but for less than one person, and so has the whole.
"""

from collections.abc import Iterable
from hashlib import blake2b

HELD_OUT = 0
WHOLE_BP = 10_000
SEED_LIMIT = 2**63


def draw(
    people: Iterable[tuple[bytes, str]], holdout_bp: int, variants: int, seed: int
) -> dict[bytes, int]:
    """The arm of each (id, stratum): 0 is held out, 1 to `variants` are asked.

    The variants are dealt in turn, so that in each stratum they differ by one person at most.
    """
    line = sorted((stratum, _lot(seed, key), key) for key, stratum in people)
    start = int.from_bytes(_lot(seed, b"start"), "big") % WHOLE_BP
    turn = int.from_bytes(_lot(seed, b"turn"), "big") % variants if variants else 0
    arms: dict[bytes, int] = {}
    for place, (_, _, key) in enumerate(line):
        if _share(place + 1, holdout_bp, start) > _share(place, holdout_bp, start):
            arms[key] = HELD_OUT
        else:
            arms[key] = 1 + turn
            turn = (turn + 1) % variants
    return arms


def strata(people: Iterable[tuple[bytes, str, int]]) -> dict[bytes, str]:
    """The stratum of each (id, stage, spend): their stage, and their third by spend within it.

    Equal spends are never parted.
    """
    stages: dict[str, list[tuple[int, bytes]]] = {}
    for key, stage, spent in people:
        stages.setdefault(stage, []).append((spent, key))
    found: dict[bytes, str] = {}
    for stage, members in stages.items():
        members.sort()
        spends = [spent for spent, _ in members]
        cuts = [spends[len(spends) * part // 3] for part in (1, 2)]
        for spent, key in members:
            found[key] = f"{stage} {1 + sum(spent >= cut for cut in cuts)}"
    return found


def _share(place: int, holdout_bp: int, start: int) -> int:
    return (place * holdout_bp + start) // WHOLE_BP


def _lot(seed: int, key: bytes) -> bytes:
    return blake2b(key, key=seed.to_bytes(8, "big"), digest_size=8).digest()
