"""The command line run in this process, in a shop of the test's own."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app import cli


@dataclass
class Ran:
    """What one run of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> Any:
        """Its JSON."""
        return json.loads(self.out)

    def refused(self, *words: str, code: int = 2) -> str:
        """Its refusal, which must be one clear line that contains `words`."""
        assert self.code == code, self.err or self.out
        assert self.err.count("\n") == 1
        assert self.err.endswith((".\n", "?\n")), self.err
        assert "Traceback" not in self.err
        for word in words:
            assert word in self.err, self.err
        return self.err


class Regulars:
    """Runs the command line in this process, in one shop's folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ran:
        self._capsys.readouterr()
        code = cli.main(["--data", str(self.folder), *arguments])
        out, err = self._capsys.readouterr()
        return Ran(code, out, err)

    def json(self, *arguments: str) -> Any:
        """The JSON of a run that is done."""
        ran = self(*arguments, "--json")
        assert ran.code == 0, ran.err
        return ran.told


@pytest.fixture
def regulars(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Regulars:
    return Regulars(tmp_path / "shop", capsys)


@pytest.fixture(scope="session")
def initialised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a shop that `regulars init` made."""
    folder = tmp_path_factory.mktemp("made") / "shop"
    assert cli.main(["--data", str(folder), "init", "--name", "晨光茶室"]) == 0
    return folder


@pytest.fixture
def shop(regulars: Regulars, initialised: Path) -> Regulars:
    shutil.copytree(initialised, regulars.folder)
    return regulars
