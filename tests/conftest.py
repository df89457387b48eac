"""What every test gets: an offscreen Qt, a shop folder of its own, the fast rooms first."""

import os

import pytest

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
