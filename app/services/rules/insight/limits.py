"""The owner's own limits for recency, frequency and spend, as settings keep them."""

from app.services.rules.insight.rfm import FIFTHS, Bounds, RfmTerms

LARGEST = 10**12


class LimitsWrong(ValueError):
    """They are not four whole numbers that rise; `measure` says which of the three."""

    def __init__(self, measure: str) -> None:
        super().__init__(measure)
        self.measure = measure


def read_terms(recency_days: str, frequency: str, monetary_minor: str) -> RfmTerms | None:
    """The terms written as four numbers each, parted by blanks; None where all are empty.

    Raises LimitsWrong, also where one is empty and another is not.
    """
    texts = {
        "recency_days": recency_days,
        "frequency": frequency,
        "monetary_minor": monetary_minor,
    }
    if not any(text.strip() for text in texts.values()):
        return None
    days, visits, minor = (_bounds(measure, text) for measure, text in texts.items())
    return RfmTerms(days, visits, minor)


def written(bounds: Bounds) -> str:
    """Four numbers as settings keep them."""
    return " ".join(map(str, bounds))


def _bounds(measure: str, text: str) -> Bounds:
    words = text.split()
    if len(words) != FIFTHS - 1 or not all(word.isascii() and word.isdigit() for word in words):
        raise LimitsWrong(measure)
    first, second, third, fourth = map(int, words)
    if not 0 <= first < second < third < fourth <= LARGEST:
        raise LimitsWrong(measure)
    return first, second, third, fourth
