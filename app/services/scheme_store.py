"""The versions of the shop's scheme as its file keeps them: each a document, in JSON."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from app.errors import SchemeInvalid
from app.models import settings as stored
from app.models.database import Database
from app.services.as_written import as_written
from app.services.rules.money import Currency
from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.scheme_file import SchemeRefused, document_of, scheme_as_stored
from app.services.rules.simple import SimplePoints, with_simple_points


@dataclass(frozen=True, slots=True)
class SchemeVersion:
    """A version of the scheme and the business day from which it is in force."""

    scheme: Scheme
    active_from: date


@contextmanager
def scheme_refusals() -> Iterator[None]:
    """What the pure rules refuse in a scheme, as a refusal of the shop."""
    try:
        yield
    except SchemeRefused as refused:
        raise SchemeInvalid(
            refused.field, refused.reason, refused.text, refused.allowed
        ) from refused


class SchemeBook:
    """Every version there is; a document is read when its version is first asked for.

    Asking for one raises ShopFileUnreadable where its document makes no sense.
    """

    def __init__(self, database: Database, currency: Currency) -> None:
        self._database = database
        self._currency = currency
        self._rows: dict[int, tuple[str, str, str]] = {
            version: (name, definition, active_from)
            for version, name, definition, active_from in stored.scheme_rows(database)
        }
        self._read: dict[int, Scheme] = {}

    def __getitem__(self, version: int) -> Scheme:
        if version not in self._read:
            name, definition, _ = self._rows[version]
            with as_written(self._database):
                self._read[version] = _scheme(version, name, definition, self._currency)
        return self._read[version]

    def __iter__(self) -> Iterator[int]:
        """The versions, newest first."""
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def newest(self) -> int:
        """The version written last, in force or not yet."""
        return max(self._rows)

    def in_force(self, day: date) -> Scheme:
        """The newest version whose day has come; the first of all on a day before all of them.

        So a version that is written later holds even where one written before it was to come
        into force afterwards.
        """
        today = day.isoformat()
        for version, (_, _, active_from) in self._rows.items():
            if active_from <= today:
                return self[version]
        return self[min(self._rows)]

    def versions(self) -> tuple[SchemeVersion, ...]:
        """Every version with its first day, newest first."""
        return tuple(
            SchemeVersion(self[version], date.fromisoformat(active_from))
            for version, (_, _, active_from) in self._rows.items()
        )


def append_scheme(
    database: Database,
    version: SchemeVersion,
    currency: Currency,
    *,
    scheme_id: bytes,
    now_ms: int,
) -> None:
    """Keep a new version; older sales go on naming theirs."""
    scheme = version.scheme
    document = document_of(scheme, currency)
    definition = json.dumps(document, ensure_ascii=False, default=date.isoformat)
    active_from = version.active_from.isoformat()
    stored.add_scheme(
        database, (scheme_id, scheme.version, scheme.name, definition, active_from, now_ms)
    )


def _scheme(version: int, name: str, definition: str, currency: Currency) -> Scheme:
    document = json.loads(definition)
    if "earn_points" in document:
        return _of_five_figures(version, name, document)
    return scheme_as_stored(document, currency, version)


def _of_five_figures(version: int, name: str, figures: dict[str, int]) -> Scheme:
    """A version from the time when a scheme was five figures, amounts in minor units."""
    simple = with_simple_points(simple_scheme(version, 1), SimplePoints(**figures))
    return replace(simple, name=name)
