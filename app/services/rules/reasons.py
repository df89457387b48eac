"""Why something was, or was not, done, as values that `app.messages` reads out."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from app.services.rules.scheme.words import Words

_NAMING = frozenset({"offer", "name"})

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


class Named(Protocol):
    """Anything of the scheme that has an id and a name."""

    @property
    def id(self) -> str:
        """What the scheme calls it."""

    @property
    def name(self) -> Words:
        """What people call it."""


class Unknown(NamedTuple):
    """Something that was asked for by an id that the scheme does not know."""

    id: str
    name: Words


def named(offer: Named) -> Facts:
    """An offer or a rule as facts: `offer`, its id, and its name."""
    return (("offer", offer.id), *said("name", offer.name))


def about(offer: Named, reason: Reason) -> Reason:
    """The reason, with what it is about in front."""
    return Reason(reason.code, (*named(offer), *reason.facts))


def newest_about(reasons: Sequence[Reason], fact: str, value: str) -> Reason | None:
    """The newest reason with this fact: `offer` and an id, or `code` and a coupon's code."""
    return next((reason for reason in reversed(reasons) if (fact, value) in reason.facts), None)


def unnamed(reason: Reason) -> Reason:
    """The reason without what it is about, for where that is said already."""
    kept = tuple(each for each in reason.facts if each[0].partition(":")[0] not in _NAMING)
    return Reason(reason.code, kept)


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
