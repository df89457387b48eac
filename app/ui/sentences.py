"""Facts put into a sentence, whatever they look like."""

from __future__ import annotations

import re

_PLACE = re.compile(r"\{(\w+)\}")


def filled(sentence: str, **facts: object) -> str:
    """`sentence` with each `{name}` replaced; a fact that looks like one stays as it is."""
    return _PLACE.sub(lambda found: str(facts.get(found[1], found[0])), sentence)


def joined(*sentences: str) -> str:
    """Sentences behind each other; those of Chinese need no blank."""
    said = ""
    for each in sentences:
        said += each if not said or said.endswith("。") else f" {each}"
    return said
