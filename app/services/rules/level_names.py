"""What people call a level of paid plans: what the names of its plans have in common."""

from collections.abc import Sequence

from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import Words

_PARTS = ",，、·:：–—(（["


def level_names(scheme: Scheme) -> dict[str, Words]:
    """Names by level: of `Prime, a year` and `Prime, a month` it is `Prime`. Where the names of
    a level begin alike in no word, the first plan's stands for it."""
    names: dict[str, list[Words]] = {}
    for plan in scheme.plans:
        names.setdefault(plan.level, []).append(plan.name)
    return {level: each[0] if len(each) == 1 else _common(each) for level, each in names.items()}


def _common(names: Sequence[Words]) -> Words:
    return Words(
        tuple(
            (language, _beginning([name.said(language) for name in names]) or text)
            for language, text in names[0].texts
        )
    )


def _beginning(texts: Sequence[str]) -> str:
    """The whole words that all begin with, as far as the last sign that parts a name in two;
    Chinese is not parted by spaces."""
    least = min(map(len, texts))
    unlike = (at for at in range(least) if len({text[at] for text in texts}) > 1)
    end = next(unlike, least)
    found = texts[0][:end]
    if any(_letter(text[end : end + 1]) for text in texts):
        while found and _letter(found[-1]):
            found = found[:-1]
    parted = max(found.rfind(sign) for sign in _PARTS)
    return (found if parted < 0 else found[:parted]).rstrip(" -")


def _letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()
