"""Renews requirements.lock and camera.lock: with hashes, for Linux, Windows and macOS.

`python3 dev.py lock` runs this. It installs pip-tools into a folder of its own for the time.

pip-tools resolves for the machine it runs on only. So every requirement with a marker is
resolved as if its marker held, once for each side of the PySide6 pin, and the two results are
merged: what both agree on stands plain, what differs keeps its marker.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLD_PYTHON, NEW_PYTHON = "python_version < '3.12'", "python_version >= '3.12'"
HEADER = """\
# Made by `python3 dev.py lock` from pyproject.toml; do not edit.
# Holds the hash of every file of each version, so it serves Linux, Windows and macOS.
"""


def main() -> None:
    """Write both locks anew."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    write_lock("requirements.lock", [*project["dependencies"], *extras["dev"]])
    write_lock("camera.lock", extras["camera"])


def write_lock(file: str, requirements: list[str]) -> None:
    """Write one lock anew."""
    with tempfile.TemporaryDirectory() as scratch:
        tools = Path(scratch) / "tools"
        venv.create(tools, with_pip=True)
        python = tools / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        subprocess.run([python, "-m", "pip", "install", "-q", "pip-tools"], check=True)
        old = resolve(python, requirements, NEW_PYTHON)
        new = resolve(python, requirements, OLD_PYTHON)
    markers = platform_markers(requirements)
    blocks = []
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            blocks.append(with_marker(old[name], markers.get(name, "")))
        else:
            blocks += [with_marker(old[name], OLD_PYTHON)] if name in old else []
            blocks += [with_marker(new[name], NEW_PYTHON)] if name in new else []
    (ROOT / file).write_text(HEADER + "".join(blocks), "utf-8")


def resolve(python: Path, requirements: list[str], without: str) -> dict[str, str]:
    """The resolved lines of each package by name, leaving out what is marked `without`."""
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "requirements.in"
        wanted = [line.split(";")[0] for line in requirements if without not in line]
        source.write_text("\n".join(wanted), "utf-8")
        target = Path(scratch) / "requirements.txt"
        options = ["--generate-hashes", "--no-header", "--no-annotate", "--allow-unsafe"]
        options += ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host"]
        options += ["--strip-extras", "--quiet", "--output-file", str(target)]
        subprocess.run([python, "-m", "piptools", "compile", *options, str(source)], check=True)
        found = re.findall(r"^(\S+)==.*\n(?: .*\n?)*", target.read_text("utf-8"), re.MULTILINE)
        blocks = re.findall(r"^\S+==.*\n(?: .*\n?)*", target.read_text("utf-8"), re.MULTILINE)
    return dict(zip(found, blocks, strict=True))


def platform_markers(requirements: list[str]) -> dict[str, str]:
    """The marker of each requirement that is for one platform only."""
    marked = (line.split(";") for line in requirements if ";" in line)
    return {
        name.strip().lower(): marker.strip()
        for name, marker in ((re.split(r"[=<>]", left)[0], right) for left, right in marked)
        if "python_version" not in marker
    }


def with_marker(block: str, marker: str) -> str:
    """`block` with `marker` behind its version."""
    if not marker:
        return block
    first, _, rest = block.partition(" \\\n")
    return f"{first} ; {marker} \\\n{rest}"


if __name__ == "__main__":
    main()
