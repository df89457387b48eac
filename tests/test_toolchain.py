"""The lock serves every platform, and dev.py says what it wants in one line."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "camera.lock")
SYSTEMS = [
    {"python_version": version, "sys_platform": system}
    for version in ("3.11", "3.12", "3.13")
    for system in ("linux", "win32", "darwin")
]


@pytest.fixture(scope="module")
def locked() -> list[Requirement]:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    return [Requirement(line.rstrip("\\")) for line in lines if line[:1] not in ("", " ", "#")]


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: "-".join(system.values()))
def test_lock_holds_one_fitting_version_of_every_dependency_on_every_system(locked, system):
    def applies(requirement: Requirement) -> bool:
        return requirement.marker is None or requirement.marker.evaluate(system)

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    for requirement in filter(applies, map(Requirement, wanted)):
        name = canonicalize_name(requirement.name)
        pins = [pin for pin in locked if pin.name == name and applies(pin)]
        assert len(pins) == 1, name
        (version,) = pins[0].specifier
        assert version.operator == "=="
        assert requirement.specifier.contains(version.version), name


def test_the_cameras_lock_holds_its_extra_and_the_programs_own_lock_does_not(locked):
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {Requirement(each).name for each in extra["optional-dependencies"]["camera"]}
    held = re.findall(r"^([\w-]+)==", (ROOT / "camera.lock").read_text("utf-8"), re.MULTILINE)
    assert set(held) == wanted
    assert wanted & {pin.name for pin in locked} == {"zxing-cpp"}


@pytest.mark.parametrize("file", LOCKS)
def test_lock_names_no_place_to_download_from(file):
    lock = (ROOT / file).read_text("utf-8")
    assert not re.search(r"https?:|file:|^\s*--(?!hash=)|@", lock, re.MULTILINE)


@pytest.mark.parametrize("file", LOCKS)
def test_every_locked_package_has_hashes(file):
    lock = (ROOT / file).read_text("utf-8")
    for block in re.split(r"^(?=\S)", lock, flags=re.MULTILINE):
        assert block.startswith("#") or not block or "--hash=sha256:" in block, block


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tset"], "There is no command 'tset'. The commands are: run, test, check, "),
        (["screenshots"], "Say where the pictures go: python3 dev.py screenshots DIR"),
    ],
)
def test_a_wrong_command_is_told_in_one_line(arguments, said):
    finished = _dev(*arguments)
    assert finished.returncode == 2
    assert finished.stderr.startswith(said)
    assert finished.stderr.count("\n") == 1


def test_help_names_every_command():
    page = _dev("--help").stdout
    for command in ("run", "test", "check", "bench", "screenshots", "camera", "lock"):
        assert f"dev.py {command}" in page


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)
