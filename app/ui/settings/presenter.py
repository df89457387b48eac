"""What the settings do, without Qt: store, say what was stored, and take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import FieldInvalid
from app.services.rules.scheme import Scheme
from app.services.settings import ShopSettings

if TYPE_CHECKING:
    from app.config import TillConfig


class SettingsView(Protocol):
    """What the presenter asks of the screen."""

    def stored(self, what: str, undo: Callable[[], None] | None) -> None:
        """`what` ("shop" or "till") was stored; `undo` takes it back.

        Without `undo`, something was just taken back.
        """

    def refuse(self, error: Exception) -> None:
        """Say why not."""


class TillDesk(Protocol):
    """Where this till's own settings are kept."""

    @property
    def config(self) -> TillConfig: ...
    def save_config(self, config: TillConfig) -> None: ...


class Lane(Protocol):
    """The short lane of `ui.tasks`."""

    def run(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None: ...


class SettingsPresenter:
    """Stores what a page holds; every change can be taken back once."""

    def __init__(self, view: SettingsView, shop: Any, tasks: Lane, till: TillDesk) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._till = till

    @property
    def settings(self) -> ShopSettings:
        """The shop's settings in force."""
        current: ShopSettings = self._shop.desk.settings
        return current

    @property
    def scheme(self) -> Scheme:
        """The scheme in force."""
        current: Scheme = self._shop.desk.scheme
        return current

    @property
    def config(self) -> TillConfig:
        """This till's settings in force."""
        return self._till.config

    def save_shop(self, changes: Mapping[str, Any]) -> None:
        """Store some of the shop's settings; the others stay as they are by then."""
        if "name" in changes and not str(changes["name"]).strip():
            self._view.refuse(FieldInvalid("name", "required"))
            return
        before = self.settings
        changed = {name: value for name, value in changes.items() if value != getattr(before, name)}
        if not changed:
            return
        old = {name: getattr(before, name) for name in changed}
        self._store(changed, lambda: self._store(old, None))

    def _store(self, changes: Mapping[str, Any], undo: Callable[[], None] | None) -> None:
        def work() -> None:
            self._shop.settings.save(replace(self._shop.desk.settings, **changes))

        self._tasks.run(work, lambda _: self._view.stored("shop", undo), self._view.refuse)

    def change_till(self, **changes: Any) -> None:
        """Keep other settings of this till and follow them at once."""
        before = self.config
        after = replace(before, **changes)
        if after == before:
            return
        old = {name: getattr(before, name) for name in changes}

        def undo() -> None:
            self._till.save_config(replace(self.config, **old))
            self._view.stored("till", None)

        self._till.save_config(after)
        self._view.stored("till", undo)


def shop_values(settings: ShopSettings) -> dict[str, Any]:
    """Every setting by its name."""
    return {f.name: getattr(settings, f.name) for f in fields(settings)}


def config_values(config: TillConfig) -> dict[str, Any]:
    """Every setting of the till by its name."""
    return {f.name: getattr(config, f.name) for f in fields(config)}
