"""Texts a shop shows to its members, in the languages they were written in."""

from dataclasses import dataclass

ANY_LANGUAGE = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One text per language, as (language, text); the language `""` stands for all others."""

    texts: tuple[tuple[str, str], ...] = ()

    def said(self, language: str) -> str:
        """The text in `language`, else the one for all, else in a language close to it."""
        found = dict(self.texts)
        for wanted in (language, ANY_LANGUAGE, language[:2] + "_CN", "en", "zh_CN"):
            if found.get(wanted):
                return found[wanted]
        return next((text for _, text in self.texts if text), "")


NO_WORDS = Words()


def words(text: str) -> Words:
    """The same text in every language."""
    return Words(((ANY_LANGUAGE, text),))
