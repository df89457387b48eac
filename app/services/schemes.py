"""The shop's scheme: presets to begin with, its versions, the day a new one comes into force."""

from datetime import date
from pathlib import Path

from app.errors import FieldInvalid, SchemeInvalid
from app.services import scheme_files
from app.services.desk import Desk, use_scheme
from app.services.products import Products
from app.services.rules.lint import Finding, Severity, lint
from app.services.rules.months import months_later
from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file.checks import check_scheme
from app.services.scheme_files import PRESETS
from app.services.scheme_store import SchemeVersion, scheme_refusals

IN_FORCE = "current"
FARTHEST_MONTHS = 120


class Schemes:
    """Reads, changes and writes what the shop promises its members."""

    def __init__(self, desk: Desk, products: Products) -> None:
        self._desk = desk
        self._products = products

    def presets(self) -> tuple[Scheme, ...]:
        """The schemes that come with the program, in the order they are shown."""
        return tuple(map(self.preset, PRESETS))

    def preset(self, name: str) -> Scheme:
        """One of them. Raises SchemeUnknown."""
        return scheme_files.preset(name, self._desk.settings.money)

    def in_force(self) -> Scheme:
        """The scheme sales are made with today."""
        return self._desk.scheme

    def versions(self) -> tuple[SchemeVersion, ...]:
        """Every version with its first day, newest first."""
        return self._desk.schemes.versions()

    def to_come(self) -> tuple[SchemeVersion, ...]:
        """The versions that will come into force, newest first: a newer one that begins no
        later takes the place of one that still waits for its day."""
        today, in_force, found = self._desk.today(), self._desk.scheme, []
        first_day = None
        for version in self.versions():
            waits = version.active_from > today and version.scheme.version != in_force.version
            if waits and (first_day is None or version.active_from < first_day):
                found.append(version)
            first_day = min(first_day or version.active_from, version.active_from)
        return tuple(found)

    def named(self, text: str) -> Scheme:
        """The scheme in force (`current`), a version of the shop (`3`), a preset, or a file's.

        Raises SchemeUnknown, FileUnreadable, SchemeInvalid.
        """
        desk = self._desk
        if text == IN_FORCE:
            return desk.scheme
        digits = text.isascii() and text.isdecimal() and len(text) < 10
        if digits and int(text) in desk.schemes:
            return desk.schemes[int(text)]
        return scheme_files.preset_or_file(text, desk.settings.money)

    def use(self, scheme: Scheme, active_from: date | None = None) -> SchemeVersion:
        """Append a scheme as a new version, in force from a business day on, else from today.

        Sales keep the version they were made with. The scheme must be fit to use, with no error
        of the linter's (`SchemeInvalid`), and the day neither past nor more than ten years away
        (`FieldInvalid`).
        """
        desk = self._desk
        today = desk.today()
        day = active_from or today
        if day < today:
            raise FieldInvalid("active_from", "in_the_past", day.isoformat())
        if day > months_later(today, FARTHEST_MONTHS):
            raise FieldInvalid("active_from", "too_far_ahead", day.isoformat())
        for finding in self.lint(scheme, day):
            if finding.severity is Severity.ERROR:
                raise SchemeInvalid(finding.subject, finding.code)
        return use_scheme(desk, scheme, day)

    def lint(self, scheme: Scheme, day: date | None = None) -> tuple[Finding, ...]:
        """What would go wrong with a scheme from a day on, tried on what the shop sells.

        Raises SchemeInvalid where it cannot be a scheme at all.
        """
        desk = self._desk
        with scheme_refusals():
            check_scheme(scheme)
        goods = [product.item for product in self._products.on_sale()]
        return lint(scheme, desk.terms, day or desk.today(), desk.settings.money, goods)

    def read_file(self, path: Path) -> Scheme:
        """The scheme in a TOML file. Raises FileUnreadable, SchemeInvalid."""
        return scheme_files.read_scheme(path, self._desk.settings.money)

    def write_file(self, path: Path, scheme: Scheme) -> None:
        """Write a scheme as TOML, with all its texts. Raises FileUnreadable."""
        scheme_files.write_scheme(path, scheme, self._desk.settings.money)
