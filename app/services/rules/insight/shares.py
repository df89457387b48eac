"""A part of a whole in words, as all pages of insight write it. Pure."""


def share_words(part: int, whole: int) -> str:
    """A share in whole percent, halves up: only none is 0%, only all 100%; blank of nothing."""
    if whole <= 0:
        return ""
    if 0 < part * 100 < whole:
        return "< 1%"
    if 99 * whole < part * 100 < 100 * whole:
        return "> 99%"
    return f"{(part * 200 + whole) // (whole * 2)}%"
