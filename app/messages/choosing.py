"""What might have been meant where a word is none of those that may stand there."""

from collections.abc import Sequence
from difflib import get_close_matches

from app.messages.wording import Wording

SHOWN_AT_MOST = 12
"""As many as a person looks through; of more only the nearest is named."""
_LENGTH_AT_MOST = 200


def choices_told(given: str, allowed: Sequence[str], words: Wording, listed: str) -> str:
    """All that may stand there where those are few (as `listed` puts them), else what is spelt
    nearly alike; empty where there is nothing to choose from."""
    if not allowed:
        return ""
    folded = {each.casefold(): each for each in allowed}
    near = get_close_matches(given.casefold(), folded, 1)
    if len(allowed) > SHOWN_AT_MOST and near:
        return words.meant.format(text=folded[near[0]])
    shown = words.list_comma.join(allowed)
    return listed.format(text=shown) if len(shown) <= _LENGTH_AT_MOST else ""
