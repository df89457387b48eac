"""What members are told: a text with merge fields in braces, filled for each of them. Pure."""

import re
from collections.abc import Mapping

# Each field, and what stands for it while the text is written.
MERGE_FIELDS = (
    "name", "number", "tier", "points", "coupon", "expires", "offer", "shop", "shop_phone",
    "event", "date", "time", "place",
)  # fmt: skip
TEXT_LENGTH = 1_000
_FIELD = re.compile(r"\{([^{}]*)\}")


def unknown_field(text: str) -> str | None:
    """The first merge field that there is not, or a brace that belongs to none; None where all
    is well."""
    names: list[str] = _FIELD.findall(text)
    for name in names:
        if name not in MERGE_FIELDS:
            return "{" + name + "}"
    rest = _FIELD.sub("", text)
    return next((brace for brace in rest if brace in "{}"), None)


def fields_of(text: str) -> frozenset[str]:
    """The merge fields that a text names."""
    return frozenset(_FIELD.findall(text))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with every field filled; one without a value is left empty.

    What is filled in is never read for fields itself.
    """
    return _FIELD.sub(lambda found: values.get(found.group(1), ""), text)
