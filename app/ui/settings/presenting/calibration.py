"""What a scanner typed when it read a known code, and the settings that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CALIBRATION_CODE: Final = "3141592653"
"""Ten digits: no product, member, receipt or payment has a code like it."""

FEWEST_KEYS: Final = 6
LEAST_GAP_MS: Final = 10
LEAST_PROPOSED_MS: Final = 50
SLOWEST_MS: Final = 150
"""Slower than this is a person, or a scanner that must be made faster."""
MOST_GAP_MS: Final = 300


@dataclass(frozen=True, slots=True)
class Heard:
    """What was typed into the page that listens. `ended_by` is Enter, Tab or nothing."""

    text: str
    longest_gap_ms: int
    ended_by: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """Settings for this scanner, or why there are none: `problem` is then not empty."""

    gap_ms: int = 0
    prefix: str = ""
    suffix: str = ""
    problem: str = ""


def propose(heard: Heard) -> Proposal:
    """The settings for a scanner that typed `heard` when it read the code shown.

    The gap is half as long again as the longest one heard: a busy PC delivers keys late.
    `problem` is "short", "slow", "no_end" or "other_code".
    """
    if len(heard.text) < FEWEST_KEYS:
        return Proposal(problem="short")
    if heard.longest_gap_ms > SLOWEST_MS:
        return Proposal(problem="slow")
    before, found, after = heard.text.partition(CALIBRATION_CODE)
    if not found:
        return Proposal(problem="other_code")
    if not heard.ended_by:
        return Proposal(problem="no_end")
    wanted = -(-heard.longest_gap_ms * 3 // 2 // 10) * 10
    return Proposal(max(LEAST_PROPOSED_MS, wanted), before, after)
