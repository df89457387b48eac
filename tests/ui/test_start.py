"""The program as it is started: its first paint, its one window, its bugs."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication

from app.config import load_config
from app.ui.application import Application, Doors
from app.ui.front import Front
from app.ui.single import SingleInstance, server_name
from app.ui.start import _look
from app.ui.started import milliseconds_since_start

ROOT = Path(__file__).resolve().parents[2]
HEAVY = (
    "peewee",
    "apsw",
    "reportlab",
    "PIL",
    "qrcode",
    "phonenumbers",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "app.services",
    "app.models",
    "app.errors",
)


def run(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", REGULARS_DATA=str(data))
    return subprocess.run(
        [sys.executable, *arguments],
        check=False,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_exit_after_paint_prints_the_milliseconds_and_ends(tmp_path):
    ended = run("-m", "app", "--exit-after-paint", data=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert 10 < int(ended.stdout) < 60_000


def test_a_folder_given_on_the_command_line_is_used(tmp_path):
    ended = run("-m", "app", "--data", str(tmp_path / "b"), "--exit-after-paint", data=tmp_path)
    assert ended.returncode == 0, ended.stderr


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path):
    script = f"""
import sys
import app.ui.start as start
from pathlib import Path
def tell():
    loaded = [name for name in sys.modules if name.startswith({HEAVY!r})]
    print(loaded)
    start.QCoreApplication.quit()
start._tell_and_quit = tell
start.main(Path({str(tmp_path)!r}), ["--exit-after-paint"], None)
"""
    ended = run("-c", script, data=tmp_path)
    assert ended.stdout.strip() == "[]", ended.stderr


def test_the_time_since_the_start_grows_and_is_no_more_than_the_session_is_old():
    first = milliseconds_since_start()
    assert 0 < first < 86_400_000
    assert milliseconds_since_start() >= first


def test_the_frames_colours_and_place_are_read_without_a_parser(tmp_path):
    assert _look(tmp_path) == ("system", "")
    (tmp_path / "till.json").write_text('{\n  "theme": "dark",\n  "window": "AdnQ=="\n}', "utf-8")
    assert _look(tmp_path) == ("dark", "AdnQ==")
    (tmp_path / "till.json").write_bytes(b"\xff\xfe\x00broken")
    assert _look(tmp_path) in {("system", ""), ("", "")}


def test_a_second_start_raises_the_first_window(qtbot, tmp_path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    raised: list[int] = []
    assert first.take()
    first.listen(lambda: raised.append(1))
    assert not second.take()
    assert second.raise_first()
    qtbot.waitUntil(lambda: raised == [1])
    first.release()
    assert second.take()
    second.release()


def test_two_shops_have_two_windows(tmp_path):
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.take()
    assert other.take()
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    one.release()
    other.release()


def test_a_lock_left_by_a_dead_program_does_not_keep_the_shop_shut(tmp_path):
    script = f"""
import os
from pathlib import Path
from app.ui.single import SingleInstance
held = SingleInstance(Path({str(tmp_path)!r}))
assert held.take()
os._exit(9)
"""
    assert run("-c", script, data=tmp_path).returncode == 9
    single = SingleInstance(tmp_path)
    assert single.take()
    single.release()


@pytest.fixture
def program(qapp: QApplication, tmp_path, qtbot, monkeypatch):
    """The whole program on an empty folder, its shop opened in its own lane."""
    monkeypatch.chdir(tmp_path)  # put back afterwards
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(tmp_path.parent))
    from app.__main__ import _doors

    hook = sys.excepthook
    front = Front("light", "")
    qtbot.addWidget(front)
    single = SingleInstance(tmp_path)
    assert single.take()
    front.show()
    made = Application(qapp, front, single, tmp_path, _doors())
    yield made
    made.close()
    sys.excepthook = hook


def test_a_folder_without_a_shop_asks_for_one(program, qtbot):
    qtbot.waitUntil(lambda: program.window.open_sheet() is not None, timeout=10_000)
    sheet = program.window.open_sheet()
    sheet.close_sheet()
    assert not sheet.isHidden(), "there is nothing behind it yet"
    sheet.shop_step.name.setText("屿见咖啡")
    sheet.make_shop()
    qtbot.waitUntil(program.window.has_shop, timeout=20_000)
    assert program.window.shop.settings.get().name == "屿见咖啡"
    assert program.window.open_sheet() is None
    qtbot.waitUntil(lambda: "Till" in program.window.status.texts()[0], timeout=10_000)


def test_files_are_looked_for_where_people_keep_theirs(program, tmp_path):
    assert Path.cwd() == tmp_path.parent


def test_a_demo_shop_called_off_is_no_error_and_what_failed_is_forgotten_with_the_shop(
    program, qtbot
):
    qtbot.waitUntil(lambda: program.window.open_sheet() is not None, timeout=10_000)
    sheet = program.window.open_sheet()
    sheet._make_demo()
    program.window.open_sheet().cancelled.emit()
    qtbot.waitUntil(sheet.demo.isEnabled, timeout=20_000)
    assert program.window.banner_text() == ""
    sheet._refused(OSError("disk"))
    failed = program.window.banner_text()
    assert failed
    sheet.shop_step.name.setText("屿见咖啡")
    sheet.make_shop()
    qtbot.waitUntil(program.window.has_shop, timeout=20_000)
    # What a new shop offers may stand there; what went wrong before may not.
    assert program.window.banner_text() != failed


def test_an_exception_nobody_caught_is_apologised_for_and_the_window_stays(program, qtbot):
    def fail() -> None:
        raise ValueError("13800138000")

    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: "Sorry" in program.window.banner_text(), timeout=5_000)


def test_doors_are_given_so_that_no_screen_knows_a_table():
    assert set(Doors.__dataclass_fields__) == {
        "open_shop",
        "create_shop",
        "make_demo",
    }


@pytest.mark.parametrize("hindrance", ["a file", "under a file", "a circle"])
def test_a_folder_that_cannot_be_locked_still_opens_the_window_that_says_why(tmp_path, hindrance):
    folder = tmp_path / "shop"
    if hindrance in ("a file", "under a file"):
        folder.write_bytes(b"")
        folder = folder / "x" if hindrance == "under a file" else folder
    else:
        folder.symlink_to(folder)
    single = SingleInstance(folder)
    assert single.take()
    single.listen(lambda: None)
    single.release()


def test_a_window_that_cannot_be_made_says_so_and_ends(tmp_path):
    script = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
import app.ui.start as start
def doors():
    QTimer.singleShot(0, press)
    raise AttributeError("private words")
def press():
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    boxes[0].accept() if boxes else QTimer.singleShot(20, press)
sys.exit(start.main(Path({str(tmp_path)!r}), (), doors))
"""
    ended = run("-c", script, data=tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.startswith("Regulars could not start.")
    assert "private words" not in ended.stderr
    assert "AttributeError" in (tmp_path / "logs" / "regulars.log").read_text("utf-8")


def test_a_disk_that_refuses_is_told_as_such_and_not_as_our_mistake(program):
    said = program._sentence(PermissionError(13, "Permission denied"))
    assert "Permission denied" in said


def test_keys_of_the_wrong_kind_in_the_tills_file_are_left_out(tmp_path):
    (tmp_path / "till.json").write_text('{"rebound_keys": {"pay": null, "hold": "F4"}}', "utf-8")
    assert load_config(tmp_path).rebound_keys == {"hold": "F4"}
    (tmp_path / "till.json").write_text('{"rebound_keys": [1]}', "utf-8")
    assert load_config(tmp_path).rebound_keys == {}


def test_a_start_while_the_first_window_is_still_starting_waits_for_it(qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.take()
    ended: list[int] = []
    with ThreadPoolExecutor(1) as other:
        asked = other.submit(run, "-m", "app", data=tmp_path)
        asked.add_done_callback(lambda done: ended.append(done.result().returncode))
        qtbot.wait(1_500)
        raised: list[int] = []
        first.listen(lambda: raised.append(1))
        qtbot.waitUntil(lambda: ended == [0] and raised == [1], timeout=20_000)
    first.release()
