"""What every test gets: an offscreen Qt, a shop folder of its own, the fast rooms first."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from app.config import TillConfig
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock

# Before anything imports Qt: tests open windows nobody should see.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_ROOMS_FAST_FIRST = (
    "test_architecture",
    "test_toolchain",
    "rules",
    "models",
    "services",
    "cli",
    "ui",
    "flows",
    "benchmarks",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the fast rooms first, so that a plain mistake is told within seconds."""

    def room(item: pytest.Item) -> int:
        inside_tests = item.nodeid.removeprefix("tests/")
        for place, name in enumerate(_ROOMS_FAST_FIRST):
            if inside_tests.startswith(name):
                return place
        return _ROOMS_FAST_FIRST.index("cli")

    items.sort(key=room)


@pytest.fixture(autouse=True)
def _no_real_shop(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test ever opens the shop of the person who runs it."""
    monkeypatch.setenv("REGULARS_DATA", str(tmp_path_factory.getbasetemp() / "shop"))


@pytest.fixture
def clock() -> Clock:
    """The shop's clock, moved by the test alone."""
    return Clock()


@pytest.fixture(scope="session")
def new_shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop as the program makes it; to copy it takes a twentieth of making it."""
    folder = tmp_path_factory.mktemp("new") / "data"
    create_shop(TillConfig(folder), ShopSettings(name="屿见咖啡"), clock=Clock()).close()
    return folder


@pytest.fixture
def shop(tmp_path: Path, clock: Clock, new_shop: Path) -> Iterator[Shop]:
    """A fresh shop in a real file of its own."""
    folder = shutil.copytree(new_shop, tmp_path / "data")
    opened = open_shop(TillConfig(folder), clock=clock)
    yield opened
    opened.close()


class Refusing:
    """An engine that refuses to write the shop's file, and how often the file was opened."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._refuses = True
        self.openings = 0

    def opened(self, connection: apsw.Connection) -> None:
        self.openings += 1
        connection.pragma("query_only", self._refuses)

    def lift(self) -> None:
        """From now on it may be written."""
        self._refuses = False
        self._shop.desk.database.close()


@pytest.fixture
def refusing(shop: Shop) -> Iterator[Refusing]:
    """From now on the engine refuses to write the shop's file: `large` shops come before it."""
    refusing = Refusing(shop)
    apsw.connection_hooks.append(refusing.opened)
    shop.desk.database.close()
    yield refusing
    apsw.connection_hooks.remove(refusing.opened)
