"""Hypothesis makes schemes: any values the types and their bounds allow."""

from dataclasses import MISSING, fields
from datetime import date
from typing import Any

from hypothesis import strategies as st

from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import DAY_MINUTES, Goods, When, YearDay
from app.services.rules.scheme.words import NO_WORDS, Words, words
from app.services.rules.scheme_file.kinds import Kind, Spec, specs_of

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)
IDS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,12}", fullmatch=True)
DATES = st.dates(date(1990, 1, 1), date(2090, 1, 1))
YEAR_DAYS = st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(lambda d: YearDay(d.month, d.day))
LANGUAGES = st.lists(st.sampled_from(["en", "zh_CN", "zh_TW", ""]), unique=True, min_size=1)
WORDS = st.one_of(
    st.just(NO_WORDS),
    TEXT.map(words),
    st.tuples(LANGUAGES, TEXT).map(
        lambda found: Words(tuple((language, language + found[1]) for language in found[0]))
    ),
)


def schemes() -> st.SearchStrategy[Scheme]:
    """Any scheme of version 1; what it says need not make sense."""
    return parts_of(Scheme, 0)


def parts_of(cls: type, depth: int) -> st.SearchStrategy[Any]:
    """Values of a scheme's class, its fields often at their defaults."""
    if cls is Scheme:
        given: dict[str, Any] = {"version": st.just(1)}
    elif cls is When:
        given = {
            "from_minute": st.integers(0, DAY_MINUTES - 1),
            "to_minute": st.integers(0, DAY_MINUTES),
        }
    else:
        given = {}
    for spec in specs_of(cls):
        if spec.kind is not Kind.HOURS:
            given[spec.attribute] = _values(cls, spec, depth)
    assert set(given) == {field.name for field in fields(cls)}
    return st.builds(cls, **given)


def _values(cls: type, spec: Spec, depth: int) -> st.SearchStrategy[Any]:
    one = _one(cls, spec, depth)
    if spec.many:
        one = st.lists(one, max_size=2).map(tuple)
    default = next(f.default for f in fields(cls) if f.name == spec.attribute)
    if spec.required:
        return one
    left_out = None if default is MISSING else default
    # A deep scheme is mostly defaults, else it would never end.
    return st.just(left_out) if depth > 3 else st.one_of(st.just(left_out), one)


def _one(cls: type, spec: Spec, depth: int) -> st.SearchStrategy[Any]:
    if spec.kind is Kind.TABLE:
        return st.deferred(lambda: parts_of(spec.inner, depth + 1))
    if spec.kind is Kind.NAMED_TABLES:
        return st.dictionaries(TEXT, parts_of(Goods, depth + 2), max_size=2).map(
            lambda found: tuple(found.items())
        )
    plain: dict[Kind, st.SearchStrategy[Any]] = {
        Kind.TEXT: TEXT,
        Kind.ID: IDS,
        Kind.WORDS: WORDS,
        Kind.FLAG: st.booleans(),
        Kind.DATE: DATES,
        Kind.DAY: st.one_of(DATES, YEAR_DAYS),
    }
    if spec.kind is Kind.CHOICE:
        return st.sampled_from(list(spec.inner))
    if spec.kind in plain:
        return plain[spec.kind]
    return st.integers(spec.least, min(spec.most, 10**9))
