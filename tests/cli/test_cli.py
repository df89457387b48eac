"""The command line keeps its word: one line when it refuses, JSON that scripts can trust."""

import json
import os
import re
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from app import __version__, cli
from app.cli.grammar import parsed
from app.errors import FieldInvalid, ShopExists, ShopFileTooNew, StaffDisabled
from app.faults import description, record
from app.messages import LANGUAGES, sentence
from app.services.demo import DemoSize
from app.services.rules.money import CURRENCIES
from app.shop import make_demo

# --- what is asked ------------------------------------------------------------


@pytest.mark.parametrize(
    ("argv", "wanted"),
    [
        ([], False),
        (["--exit-after-paint"], False),
        (["--data", "x", "--exit-after-paint"], False),
        (["--data=x"], False),
        (["--data"], True),
        (["--data", "init"], False),
        (["--data", "x", "init"], True),
        (["--json", "doctor"], True),
        (["--help"], True),
        (["--version"], True),
        (["nonsense"], True),
    ],
)
def test_a_verb_is_for_the_command_line_and_nothing_else_opens_the_window(argv, wanted):
    assert cli.wants_cli(argv) is wanted


def test_knowing_whether_a_verb_was_given_imports_nothing_heavy():
    code = "import sys; import app.cli; app.cli.wants_cli(['init']); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"argparse", "apsw", "peewee", "phonenumbers"} & set(loaded)


def test_finding_a_member_loads_no_document_library(shop):
    code = (
        "import sys; from app.cli import main; main(sys.argv[1:]);"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    arguments = ["--data", str(shop.folder), "member", "find", "Ana"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    loaded = set(done.stdout.split())
    assert "apsw" in loaded
    assert not {"reportlab", "PIL", "xlsxwriter", "python_calamine", "PySide6"} & loaded


def test_every_verb_has_help_for_a_person(regulars):
    top = regulars("--help")
    assert top.code == 0
    for verb in cli.VERBS:
        assert f"    {verb} " in top.out
        told = regulars(verb, "--help")
        assert told.code == 0
        assert told.out.startswith(f"usage: regulars {verb}")


def test_the_version_is_the_packages():
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert f'\nversion = "{__version__}"\n' in project


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["sell"],
        ["init", "--nme", "x"],
        ["init", "--name"],
        ["init", "extra"],
        ["member"],
        ["receipt", "A0-000001", "--out", "x.pdf", "--width", "76"],
        ["export", "shoes", "x.csv"],
        ["member", "add", "--consent=\x1b[2J"],
    ],
)
def test_what_is_not_understood_is_refused_in_one_line(regulars, arguments):
    assert "--help" in regulars(*arguments).refused()


# --- init ---------------------------------------------------------------------


def test_a_new_shop_tells_what_it_is(regulars):
    told = regulars.json("init", "--name", "Morning Tea", "--currency", "usd", "--language", "en")
    assert told == {
        "folder": str(regulars.folder),
        "name": "Morning Tea",
        "currency": "USD",
        "language": "en",
        "time_zone": "Asia/Shanghai",
        "country": "US",
        "day_end_hour": 4,
        "count_cash": False,
    }


def test_a_euro_shop_takes_its_country_from_its_time_zone(regulars):
    told = regulars.json("init", "--currency", "EUR", "--time-zone", "Europe/Lisbon")
    assert told["country"] == "PT"


@pytest.mark.parametrize(
    ("option", "text", "says"),
    [
        ("--currency", "XXX", "currency"),
        ("--language", "klingon", "language"),
        ("--time-zone", "Mars/Olympus", "time zone"),
        ("--time-zone", "../../etc/passwd", "time zone"),
        ("--country", "ZZZ", "country"),
        ("--day-end-hour", "-3", "hour"),
        ("--day-end-hour", "99", "hour"),
        ("--name", "x" * 500, "too long"),
        ("--name", "a\x07b", "characters"),
    ],
)
def test_a_shop_that_makes_no_sense_is_not_made(regulars, option, text, says):
    regulars("init", option, text).refused(says)
    assert not (regulars.folder / "shop.db").exists()


def test_the_demo_shop_is_ready_to_sell(regulars, monkeypatch):
    # A small one: its full size is the demo's own tests' concern.
    small = partial(make_demo, size=DemoSize(members=12, days=5))
    monkeypatch.setattr("app.cli.shops.make_demo", small)
    assert regulars.json("demo", "--language", "en")["language"] == "en"
    assert regulars.json("doctor")["ok"]
    regulars("demo").refused("already holds a shop")
    regulars("demo", "--language", "klingon").refused("--language")


def test_a_second_shop_in_the_folder_is_refused(shop):
    shop("init").refused("already holds a shop")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_path_or_a_name_keeps_its_letters_where_a_sentence_begins_with_it(language):
    for error in (ShopExists("nu1"), StaffDisabled("van Dyk"), ShopFileTooNew("data/shop.db")):
        given = next(str(fact) for fact in error.facts().values() if isinstance(fact, str))
        assert given in sentence(error, language, CURRENCIES["CNY"])
    assert sentence(FieldInvalid("name", "required"), "en", CURRENCIES["CNY"])[0].isupper()


def test_a_name_may_begin_with_a_dash(regulars):
    assert regulars.json("init", "--name", "-x")["name"] == "-x"


def test_a_folder_that_cannot_be_made_is_refused(regulars, tmp_path):
    (tmp_path / "file").write_text("x")
    regulars.folder = tmp_path / "file" / "shop"
    regulars("init").refused("disk")
    assert cli.main(["--data", "", "doctor"]) == 2


def test_a_file_where_the_folder_should_be_is_refused(regulars, tmp_path):
    (tmp_path / "file").write_text("x")
    regulars.folder = tmp_path / "file"
    regulars("init").refused()


# --- a bug --------------------------------------------------------------------


def test_a_bug_is_one_line_and_its_log_holds_no_personal_data(regulars, monkeypatch):
    typed = "13800138000"

    def broken(*_: object) -> int:
        raise ValueError(typed)

    monkeypatch.setattr("app.cli.shops.init", broken)
    ran = regulars("init", "--name", "Ana")
    said = ran.refused("internal error", code=3)
    assert "Ana" not in said
    log = (regulars.folder / "logs" / "regulars.log").read_text("utf-8")
    assert "ValueError" in log
    assert "in broken" in log
    assert "13800138000" not in log


def test_a_log_that_cannot_be_written_is_survived(tmp_path):
    (tmp_path / "file").write_text("x")
    assert record(ValueError("x"), tmp_path / "file") is None


def test_the_cause_of_a_bug_is_logged_too():
    try:
        try:
            raise KeyError("Ana")
        except KeyError as cause:
            raise ValueError("Ana") from cause
    except ValueError as error:
        told = description(error)
    assert "builtins.KeyError" in told
    assert "builtins.ValueError" in told
    assert "Ana" not in "".join(line for line in told.splitlines() if "raise" not in line)


# --- a process of its own -----------------------------------------------------


def run_process(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "REGULARS_DATA": str(folder), **environment},
        cwd=Path(__file__).parents[2],
    )


def test_processes_that_sell_at_once_make_every_sale_once(shop, tmp_path):
    line = {"name": "Tea", "unit_price": "1"}
    cart = {"lines": [line], "tenders": [{"kind": "cash", "amount": "1"}]}
    (tmp_path / "cart.json").write_text(json.dumps(cart), "utf-8")
    code = "import sys; from app.cli import main; sys.exit(max(main(sys.argv[1:]) for _ in '123'))"
    sell = [sys.executable, "-c", code, "--data", str(shop.folder), "sale"]
    processes = [
        subprocess.Popen(
            [*sell, str(tmp_path / "cart.json")],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(3)
    ]
    told = [process.communicate() for process in processes]
    assert [
        (process.returncode, err) for process, (_, err) in zip(processes, told, strict=True)
    ] == [(0, b"")] * 3
    receipts = re.findall(rb'"receipt": "(A0-[0-9]{6})"', b"".join(out for out, _ in told))
    assert sorted(receipts) == [b"A0-%06d" % number for number in range(1, 10)]
    assert shop.json("doctor")["ok"]


def test_a_reader_who_leaves_early_gets_no_complaint(shop):
    code = "import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        f"'{sys.executable}' -c '{code}' --help | true",
        shell=True,
        capture_output=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stderr == b""


def test_output_is_utf_8_whatever_the_console(tmp_path):
    done = run_process(
        tmp_path, "--json", "init", "--name", "晨光茶室 ☕", LC_ALL="C", PYTHONIOENCODING="latin-1"
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["name"] == "晨光茶室 ☕"


def test_a_word_that_is_no_text_at_all_is_refused(tmp_path):
    done = subprocess.run(
        [
            sys.executable.encode(),
            b"-c",
            b"import sys; from app.cli import main; sys.exit(main(sys.argv[1:]))",
            b"init",
            b"--name",
            b"\xff\xfe",
        ],
        capture_output=True,
        check=False,
        env={**os.environ, "REGULARS_DATA": str(tmp_path), "PYTHONUTF8": "1"},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


# --- the grammar --------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["x.csv", "--map", "number=ID", "name=Full Name"],
        ["--map", "number=ID", "name=Full Name", "x.csv"],
        ["x.csv", "--map=number=ID", "name=Full Name", "--update"],
        ["--map", "number=ID", "--map", "name=Full Name", "x.csv"],
    ],
)
def test_several_pairs_follow_one_map_wherever_the_file_stands(arguments):
    asked = parsed(["import", "members", *arguments])
    assert asked.map == ["number=ID", "name=Full Name"]
    assert asked.file == "x.csv"


def test_a_text_may_begin_with_a_dash():
    assert parsed(["member", "find", "-x"]).text == "-x"
    assert parsed(["member", "find", "--", "--json"]).text == "--json"
    assert parsed(["member", "add", "--name", "--dash", "--tag", "-1"]).name == "--dash"


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_json_may_stand_anywhere(place):
    words = ["member", "find", "x"]
    words.insert(place, "--json")
    assert parsed(words).json


@pytest.mark.parametrize("verb", [["doctor"], ["export", "members"], ["sale"], ["restore"]])
def test_the_home_of_nobody_is_a_plain_name_and_refused_in_one_line(tmp_path, capsys, verb):
    folder = "~nobody-of-this-name/shop" if verb == ["doctor"] else str(tmp_path)
    file = [] if verb == ["doctor"] else ["~nobody-of-this-name/a.csv"]
    cli.main(["--data", str(tmp_path), "init"])
    capsys.readouterr()
    assert cli.main(["--data", folder, *verb, *file]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_the_output_is_never_told_as_a_refused_command(tmp_path):
    def ran(*argv: str, **streams):
        command = [sys.executable, "-m", "app", "--data", str(tmp_path), *argv]
        return subprocess.run(command, text=True, check=False, **streams)

    assert ran("init", stdout=subprocess.DEVNULL).returncode == 0
    with Path("/dev/full").open("w") as full:
        added = ran("member", "add", "--name", "Ana", stdout=full, stderr=subprocess.PIPE)
        assert added.returncode == 74
        assert added.stderr.startswith("The command is done, but")
        assert added.stderr.count("\n") == 1
        assert ran("sale", "no-such-file", stderr=full, stdout=subprocess.DEVNULL).returncode == 2
    closed = f'"{sys.executable}" -m app --data "{tmp_path}" member find Ana >&- 2>&-'
    assert subprocess.run(closed, shell=True, check=False).returncode == 0
    found = ran("--json", "member", "find", "Ana", stdout=subprocess.PIPE)
    assert len(json.loads(found.stdout)) == 1
