"""Which feedback wants an answer."""

SCORES = range(1, 6)
LOW_SCORE = 2
"""This and less opens a case."""


def opens_case(score: int | None, *, complaint: bool) -> bool:
    """Whether somebody has to look after it."""
    return complaint or (score is not None and score <= LOW_SCORE)
