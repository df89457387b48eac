"""The one codec between a scheme and its document: what `tomllib` or `json` makes of a file.

The fields are those of the scheme's own types. Amounts (`*_minor`) are decimal numbers in units
of the currency, rates (`*_bp`) percent, quantities (`*_milli`) decimal numbers, all named
without that ending; factors are factors, hours `14:00-17:00`, days `2026-11-21` or `11-21`,
words a text or a table of texts by language. Numbers may stand in quotes or without.
"""

from collections.abc import Mapping
from typing import Any

from app.services.rules.money import Currency
from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file.kinds import LIST_LIMIT
from app.services.rules.scheme_file.reading import Place, Reader
from app.services.rules.scheme_file.refusal import SchemeRefused
from app.services.rules.scheme_file.writing import Document, written

__all__ = (
    "LIST_LIMIT",
    "Document",
    "SchemeRefused",
    "document_of",
    "scheme_as_stored",
    "scheme_of",
)


def scheme_of(
    document: Mapping[str, Any], currency: Currency, *, version: int = 1, rounded: bool = False
) -> Scheme:
    """The scheme that a document describes, checked as a whole.

    `rounded` rounds amounts with more decimals than the currency has half up, none to nothing;
    else such an amount is refused. Raises SchemeRefused.
    """
    from app.services.rules.scheme_file.checks import check_scheme

    scheme = _read(document, currency, version, rounded=rounded)
    check_scheme(scheme)
    return scheme


def scheme_as_stored(document: Mapping[str, Any], currency: Currency, version: int) -> Scheme:
    """The scheme of a document that was checked when it was stored. Raises SchemeRefused."""
    return _read(document, currency, version, rounded=True)


def document_of(scheme: Scheme, currency: Currency) -> Document:
    """The document that describes the scheme, all but its version; days are dates."""
    return written(scheme, currency.digits)


def _read(
    document: Mapping[str, Any], currency: Currency, version: int, *, rounded: bool
) -> Scheme:
    reader = Reader(currency.digits, rounded)
    return Scheme(version=version, **reader.table(Scheme, document, Place()))
