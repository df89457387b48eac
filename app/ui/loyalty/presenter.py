"""The loyalty section's behaviour, without Qt: the schemes there are, and using one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from app.services.rules.days import Moment
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import words
from app.ui.loyalty.presenting.editing import Stock

if TYPE_CHECKING:
    from app.services.lifting import Lifted
    from app.services.progress import Progress, StopAsked
    from app.services.rules.lint import Finding
    from app.services.scheme_store import SchemeVersion
    from app.ui.tasks import Tasks


ITEMS_OFFERED = 2_000
"""The most goods that the editor offers by name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One scheme of the gallery; `version` is 0 for a preset the shop has never used."""

    scheme: Scheme
    in_force: bool
    version: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """A version of the shop's scheme: its first day, and whether it holds or is still to come."""

    scheme: Scheme
    active_from: date
    in_force: bool
    to_come: bool


@dataclass(frozen=True, slots=True)
class Gallery:
    """Everything the section begins with, and the business day it was read on."""

    entries: tuple[Entry, ...]
    versions: tuple[Past, ...]
    today: date


class LoyaltyView(Protocol):
    """What the presenter asks of the screen."""

    def show_gallery(self, gallery: Gallery, chosen: int) -> None:
        """Show the schemes, one of them chosen."""

    def show_scheme(self, entry: Entry) -> None:
        """Show one scheme whole."""

    def used(self, version: Past, undo: Callable[[], None] | None) -> None:
        """A version was put in force: close the sheet, say so, offer the way back."""

    def edit(self, scheme: Scheme, stock: Stock) -> None:
        """Open the editor on a scheme."""

    def show_findings(self, scheme: Scheme, findings: tuple[Finding, ...]) -> None:
        """What the linter found in a scheme before it is used."""

    def refuse(self, error: Exception) -> None:
        """Say why not."""

    def changed(self) -> None:
        """The scheme changed: other screens price with it."""


class LoyaltyPresenter:
    """Reads the gallery once and after each change; every change is a new version."""

    def __init__(self, view: LoyaltyView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._gallery: Gallery | None = None
        self._chosen = ""

    @property
    def gallery(self) -> Gallery | None:
        """What was read last."""
        return self._gallery

    def refresh(self) -> None:
        """Read the schemes again; the one chosen stays chosen, else the one in force is."""
        self._tasks.run(self._read, self._show, self._view.refuse)

    def choose(self, name: str) -> None:
        """Show a scheme of the gallery by its name."""
        entry = self.entry(name)
        if entry is not None:
            self._chosen = name
            self._view.show_scheme(entry)

    def entry(self, name: str) -> Entry | None:
        """The scheme of that name in the gallery."""
        entries = () if self._gallery is None else self._gallery.entries
        return next((entry for entry in entries if entry.scheme.name == name), None)

    def look(self, version: int) -> None:
        """Show a version the shop has had, in force or not."""
        versions = () if self._gallery is None else self._gallery.versions
        for past in versions:
            if past.scheme.version == version:
                self._view.show_scheme(Entry(past.scheme, past.in_force, version))

    def edit(self, scheme: Scheme) -> None:
        """Open the editor, with the shop's goods to choose from and to try baskets of."""
        self._tasks.run(
            self._stock, lambda stock: self._view.edit(scheme, stock), self._view.refuse
        )

    def _stock(self) -> Stock:
        from app.services.products import ProductFilter

        shop = self._shop
        desk = shop.desk
        tiles = [tile.item for tile in shop.products.tiles()]
        listed = [each.item for each in shop.products.page(ProductFilter(), 0, ITEMS_OFFERED)]
        local = desk.now().astimezone(desk.settings.zone)
        return Stock(
            items=tuple(dict.fromkeys([*tiles, *listed])),
            categories=tuple(category.name for category in shop.products.categories()),
            currency=desk.settings.money,
            terms=desk.terms,
            moment=Moment(desk.today(), local.hour * 60 + local.minute),
        )

    def check(self, scheme: Scheme) -> None:
        """Have the linter try a scheme, away from the till's work."""
        self._tasks.run_long(
            lambda progress, cancelled: self._shop.schemes.lint(scheme),
            lambda found: self._view.show_findings(scheme, found),
            self._view.refuse,
        )

    def use(self, scheme: Scheme, active_from: date, notice: str) -> None:
        """Put a scheme in force from a day on, with what members are told."""
        before = self._shop.schemes.in_force()
        told = replace(scheme, notice=words(" ".join(notice.strip().splitlines())))

        def work() -> Past:
            version = self._shop.schemes.use(told, active_from)
            return _past(version, self._shop.schemes.in_force(), self._shop.desk.today())

        def done(version: Past) -> None:
            self._chosen = scheme.name
            undo = (lambda: self._take_back(before)) if before.version else None
            self._view.used(version, undo)
            self._view.changed()
            self.refresh()

        self._tasks.run(work, done, self._view.refuse)

    def lift(self, progress: Progress, cancelled: StopAsked) -> Lifted:
        """Lift members to the tiers they have reached, away from the till's work."""
        done: Lifted = self._shop.lifting.lift(progress, cancelled)
        return done

    def _take_back(self, before: Scheme) -> None:
        """What was in force comes into force again, as a newer version: history is kept."""

        def done(_: SchemeVersion) -> None:
            self._chosen = before.name
            self._view.changed()
            self.refresh()

        self._tasks.run(lambda: self._shop.schemes.use(before), done, self._view.refuse)

    def _read(self) -> Gallery:
        schemes, today = self._shop.schemes, self._shop.desk.today()
        in_force = schemes.in_force()
        versions = tuple(_past(each, in_force, today) for each in schemes.versions())
        entries = [
            Entry(in_force, True, in_force.version)
            if preset.name == in_force.name
            else Entry(preset, in_force=False)
            for preset in schemes.presets()
        ]
        if not any(entry.in_force for entry in entries):
            entries.insert(0, Entry(in_force, True, in_force.version))
        return Gallery(tuple(entries), versions, today)

    def _show(self, gallery: Gallery) -> None:
        self._gallery = gallery
        names = [entry.scheme.name for entry in gallery.entries]
        if self._chosen not in names:
            self._chosen = next(e.scheme.name for e in gallery.entries if e.in_force)
        self._view.show_gallery(gallery, names.index(self._chosen))


def _past(version: SchemeVersion, in_force: Scheme, today: date) -> Past:
    return Past(
        scheme=version.scheme,
        active_from=version.active_from,
        in_force=version.scheme.version == in_force.version,
        to_come=version.active_from > today,
    )
