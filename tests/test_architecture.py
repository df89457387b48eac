"""Who may import what: the house's walls, held by reading every import with `ast`."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = ROOT / "app"
LINES_AT_MOST = 400

QT = ("PySide6", "shiboken6")
SQL = ("peewee", "playhouse", "apsw")
DOCUMENTS = (
    "reportlab",
    "barcode",
    "qrcode",
    "PIL",
    "xlsxwriter",
    "python_calamine",
    "zxingcpp",
    "cv2",
)
# Qt-free parts that every room but the pure ones may use.
SHARED = ("app.errors", "app.faults", "app.messages", "app.config", "app.resources", "app.places")


@dataclass(frozen=True)
class Room:
    """What the files below `place` may import beside the standard library."""

    place: str
    may_import: tuple[str, ...]


# The first room whose place a file's path begins with (or, with a star, is like) is its own.
ROOMS = (
    Room("app/errors/", ("app.errors",)),
    Room("app/faults.py", ()),
    Room("app/resources.py", ()),
    Room("app/places.py", ()),
    Room("app/config.py", ("platformdirs", "app.errors", "app.places")),
    Room("app/messages", ("app.errors", "app.messages", "app.services.rules")),
    # app.resources only tells where the tables made at build time lie.
    Room(
        "app/services/rules/",
        ("app.services.rules", "app.resources", "phonenumbers", "borax"),
    ),
    # Frozen: a migration never imports today's tables.
    Room("app/models/migrations/", ("peewee", "playhouse")),
    Room("app/models/", (*SQL, "orjson", "app.models", "app.errors")),
    Room(
        "app/services/",
        ("app.services", "app.models", "phonenumbers", "argon2", "orjson", *SHARED, *DOCUMENTS),
    ),
    # app.ui.tasks has no Qt: it says how a presenter has work done.
    Room("*/presenter.py", ("app.services", "app.ui.tasks", *SHARED)),
    # A presenter too long for one file has a Qt-free package beside it.
    Room("*/presenting/*", ("app.services", "app.ui.tasks", *SHARED)),
    Room("app/ui/", (*QT, "app.__version__", "app.ui", "app.services", *SHARED)),
    Room("app/shop.py", ("app.services", "app.models", *SHARED)),
    Room(
        "app/cli", ("app.__version__", "app.cli", "app.shop", "app.services", "app.models", *SHARED)
    ),
    Room("app/__main__.py", (*QT, "app")),
    Room("app/__init__.py", ()),
)


def room_of(file: str) -> Room | None:
    for room in ROOMS:
        if room.place[0] == "*" and file.startswith("app/ui/") and fnmatch(file, room.place):
            return room
        if file.startswith(room.place):
            return room
    return None


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every (line, name) imported anywhere: in functions and for types only as well."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and "import" in ast.unparse(node.func):
            for argument in node.args[:1]:  # import_module("..."), __import__("...")
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield node.lineno, argument.value


def is_within(name: str, places: tuple[str, ...]) -> bool:
    return any(name == place or name.startswith(place + ".") for place in places)


def screen_of(dotted: str) -> str | None:
    """The screen a module belongs to: `cashier` of `app.ui.cashier.view`."""
    parts = dotted.split(".")
    in_screen = parts[:2] == ["app", "ui"] and len(parts) > 2
    if in_screen and (APP / "ui" / parts[2]).is_dir() and parts[2] != "widgets":
        return parts[2]
    return None


def is_qt_free(dotted: str) -> bool:
    """Whether a screen's module is one of those that know no Qt."""
    # A section of several pages has one of either for each of them.
    return bool({"presenter", "presenting"} & set(dotted.split(".")[3:5]))


def broken_walls(file: str, source: str) -> list[str]:
    """Each import of `file` that its room does not allow, as a line to read."""
    room = room_of(file)
    if room is None:
        return [f"{file}: belongs to no room; give it one in {Path(__file__).name}"]
    here = file.removesuffix(".py").replace("/", ".")
    shell = here.count(".") == 2  # app/ui/main_window.py puts the screens together
    broken = []
    for line, name in imports(ast.parse(source)):
        if name.split(".")[0] in sys.stdlib_module_names:
            continue
        screen = screen_of(name)
        if room.place[0] == "*" and screen == screen_of(here) and is_qt_free(name):
            continue
        if not is_within(name, room.may_import):
            broken.append(f"{file}:{line}: {room.place} may not import {name}")
        elif file.startswith("app/ui/") and screen and not shell and screen != screen_of(here):
            broken.append(f"{file}:{line}: only the window puts screens together, not {name}")
    return broken


def inexact_money(file: str, source: str) -> list[str]:
    """Each place of `file` where an amount could become a float."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in ("float", "FloatField", "DecimalField", "DoubleField"):
                found.append(f"{file}:{node.lineno}: {name}")
        elif isinstance(node, ast.Constant) and isinstance(node.value, float):
            found.append(f"{file}:{node.lineno}: {node.value}")
    return found


FILES = sorted(path.relative_to(ROOT).as_posix() for path in APP.rglob("*.py"))
MONEY_ROOMS = ("app/services/rules/", "app/models/tables/", "app/models/migrations/")
# Statistics of what has been: probabilities and means, from which no amount is ever charged.
STATISTICS = ("app/services/rules/insight/", "app/services/rules/campaign/")
MONEY_FILES = [
    file for file in FILES if file.startswith(MONEY_ROOMS) and not file.startswith(STATISTICS)
]


@pytest.mark.parametrize("file", FILES)
def test_every_file_imports_only_what_its_room_may(file):
    assert not broken_walls(file, (ROOT / file).read_text("utf-8"))


@pytest.mark.parametrize("file", MONEY_FILES)
def test_no_float_where_money_is_reckoned_or_stored(file):
    assert not inexact_money(file, (ROOT / file).read_text("utf-8"))


def test_no_file_outgrows_its_reader():
    lengths = {file: len((ROOT / file).read_text("utf-8").splitlines()) for file in FILES}
    assert not {
        file: length
        for file, length in lengths.items()
        if length > LINES_AT_MOST and "/migrations/" not in file
    }


def test_command_line_reaches_no_qt_however_far_its_imports_go():
    reached, waiting = set(), ["app.cli", "app.shop", "app.messages", "app.config"]
    while waiting:
        name = waiting.pop()
        path = _file_of(name)
        if path is None or path in reached:
            continue
        reached.add(path)
        for _, imported in imports(ast.parse(path.read_text("utf-8"))):
            assert not is_within(imported, (*QT, "app.ui")), f"{path.name} imports {imported}"
            waiting += [imported, imported.rpartition(".")[0]]
    assert APP / "shop.py" in reached


def test_starting_the_program_imports_no_qt_before_it_knows_that_a_window_is_wanted():
    main = APP / "__main__.py"
    if not main.exists():
        pytest.skip("the program cannot be started yet")
    at_start = ast.Module(
        [
            statement
            for statement in ast.parse(main.read_text("utf-8")).body
            if isinstance(statement, ast.Import | ast.ImportFrom)
        ],
        [],
    )
    assert not [name for _, name in imports(at_start) if is_within(name, (*QT, "app.ui"))]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("app/cli/run.py", "def run():\n    from PySide6.QtCore import QObject"),
        ("app/cli/sales.py", "from app.ui.cashier import view"),
        ("app/shop.py", "import PySide6"),
        ("app/services/members.py", "import peewee"),
        ("app/services/cards.py", "from PySide6.QtGui import QImage"),
        ("app/services/rules/money.py", "from app.models import settings"),
        ("app/services/rules/money.py", "import qrcode"),
        ("app/models/sales.py", "from app.services.ids import uuid7"),
        ("app/models/migrations/0002_x.py", "from app.models.tables import sales"),
        ("app/ui/cashier/presenter.py", "from PySide6.QtCore import Signal"),
        ("app/ui/cashier/presenter.py", "from app import models"),
        ("app/ui/cashier/presenting/pay.py", "from app.ui.cashier.view import CashierScreen"),
        ("app/ui/cashier/view.py", "from app.models.sales import find"),
        ("app/ui/cashier/view.py", "import importlib\nimportlib.import_module('peewee')"),
        ("app/errors/base.py", "import app.config"),
        ("app/helpers.py", "import json"),
    ],
)
def test_a_planted_import_is_seen(file, source):
    assert len(broken_walls(file, source)) == 1


def test_a_screen_that_imports_another_is_seen(monkeypatch, tmp_path):
    for screen in ("cashier", "members", "widgets"):
        (tmp_path / "app" / "ui" / screen).mkdir(parents=True)
    monkeypatch.setattr(sys.modules[__name__], "APP", tmp_path / "app")
    other = "from app.ui.members import view"
    assert broken_walls("app/ui/cashier/view.py", other)
    assert broken_walls("app/ui/widgets/table.py", other)
    assert not broken_walls("app/ui/members/page.py", other)
    assert not broken_walls("app/ui/main_window.py", other)


@pytest.mark.parametrize(
    "source",
    ["total = float(text)", "points = FloatField()", "x = peewee.DecimalField()", "a = b * 1.13"],
)
def test_a_planted_float_is_seen(source):
    assert len(inexact_money("app/services/rules/money.py", source)) == 1


def _file_of(dotted: str) -> Path | None:
    path = ROOT.joinpath(*dotted.split("."))
    for candidate in (path.with_suffix(".py"), path / "__init__.py"):
        if candidate.is_file() and candidate.is_relative_to(APP):
            return candidate
    return None
