"""Why something was, or was not, done, as values that `app.messages` reads out."""

from typing import NamedTuple

from app.services.rules.scheme.words import Words

Facts = tuple[tuple[str, str | int], ...]


class Reason(NamedTuple):
    """A code and its facts.

    A text of the scheme is one fact per language, `name:zh_CN` and so on (`said`, `told`), so
    that a stored reason is read years later in any language, even where the scheme is gone.
    """

    code: str
    facts: Facts = ()


def said(fact: str, text: Words) -> Facts:
    """A text of the scheme as facts: `name` where it is one for all languages, else
    `name:en`, `name:zh_CN`."""
    return tuple(
        (f"{fact}:{language}" if language else fact, words) for language, words in text.texts
    )


def about(name: Facts, reason: Reason) -> Reason:
    """The reason, with the name of what it is about in front."""
    return Reason(reason.code, (*name, *reason.facts))


def told(facts: Facts, language: str) -> dict[str, str | int]:
    """The facts by name, the texts of the scheme as `language` says them."""
    plain: dict[str, str | int] = {}
    texts: dict[str, list[tuple[str, str]]] = {}
    for name, value in facts:
        fact, colon, of_language = name.partition(":")
        if colon:
            texts.setdefault(fact, []).append((of_language, str(value)))
        else:
            plain[name] = value
    for fact, found in texts.items():
        everywhere = [("", str(plain[fact]))] if fact in plain else []
        plain[fact] = Words((*found, *everywhere)).said(language)
    return plain
