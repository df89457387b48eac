#!/usr/bin/env python3
"""Every developer command of Regulars. Needs Python 3.11 or later and nothing else.

    python3 dev.py run [-- ARGUMENTS]   start Regulars, or one of its commands:
                                        python3 dev.py run -- member find 138
    python3 dev.py test [ARGUMENTS]     run every test; arguments go to pytest
    python3 dev.py check                style, types and architecture
    python3 dev.py bench [ARGUMENTS]    measure speed, beside a floor of the same run
    python3 dev.py screenshots DIR      draw every screen as PNG files in DIR; --scale 2: at 200 %
    python3 dev.py camera               add the extra that scans by camera (about 80 MB)
    python3 dev.py lock                 renew requirements.lock and camera.lock from pyproject.toml
    python3 dev.py help                 show this page

The first command takes a minute: it makes .venv beside this file and installs what
requirements.lock names, every file checked against its hash. Later ones start at once.
On Windows write `py` for `python3`. Delete .venv to begin anew; a .venv that is a link
is taken as it stands and never changed.
"""

# Parsed by older Pythons too, so that they get one clear line: no syntax newer than 3.6.
import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is how an older one is told
    sys.exit(
        "Regulars needs Python 3.11 or later; this is {}.{}. Where a newer one is installed, "
        "name it: python3.12 dev.py {}".format(*sys.version_info[:2], " ".join(sys.argv[1:]))
    )

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
CAMERA_LOCK = ROOT / "camera.lock"
STAMP = VENV / "installed-from"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What Qt loads, and the Debian packages that bring it; names differ between releases.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libX11.so.6": ("libx11-6",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libbrotlidec.so.1": ("libbrotli1",),
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libX11-xcb.so.1": ("libx11-xcb1",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libxcb-image.so.0": ("libxcb-image0",),
    "libxcb-render-util.so.0": ("libxcb-render-util0",),
    "libxcb-randr.so.0": ("libxcb-randr0",),
    "libxcb-xkb.so.1": ("libxcb-xkb1",),
}


class Refused(Exception):
    """What the developer has to do first, in one line."""


# ---------------------------------------------------------------- commands


def run(arguments: list[str]) -> NoReturn:
    """Start Regulars with `arguments`."""
    if arguments[:1] == ["--"]:
        arguments = arguments[1:]
    environment = {}
    libraries: dict[str, tuple[str, ...]] = {}
    if sys.platform.startswith("linux") and _opens_a_window(arguments):
        libraries = OFFSCREEN_LIBRARIES
        if _has_display():
            libraries = OFFSCREEN_LIBRARIES | WINDOW_LIBRARIES
        elif "--exit-after-paint" in arguments:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        elif "QT_QPA_PLATFORM" not in os.environ:
            raise Refused(
                "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. "
                "The commands work without one, e.g. python3 dev.py run -- --help"
            )
    set_up(libraries)
    # -P and PYTHONPATH: a folder named app in the caller's folder must not be taken for ours,
    # and the caller's folder stays, since file arguments are relative to it.
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment["PYTHONPATH"] = os.pathsep.join(paths)
    become([str(PYTHON), "-P", "-m", "app", *arguments], environment)


def test(arguments: list[str]) -> NoReturn:
    """Run the tests, windows offscreen: all of them at once on every core, or those asked for."""
    _become_offscreen("pytest", arguments or ["--numprocesses=logical", "--dist=worksteal"])


def check(arguments: list[str]) -> NoReturn:
    """Run every static check and tell all that fail."""
    if arguments:
        raise Refused("dev.py check takes no arguments.")
    import subprocess

    set_up(OFFSCREEN_LIBRARIES)
    os.chdir(ROOT)
    checks = {
        "style": ["ruff", "check", "."],
        "format": ["ruff", "format", "--check", "."],
        "types": ["mypy"],
        "architecture": ["pytest", "-q", "tests/test_architecture.py"],
    }
    failed = []
    for name, command in checks.items():
        say(f"Checking {name} ...")
        if subprocess.run([str(PYTHON), "-m", *command], check=False).returncode != 0:
            failed.append(name)
    if failed:
        raise Refused(f"Not passed: {', '.join(failed)}.")
    say(f"Passed: {', '.join(checks)}.")
    sys.exit(0)


def bench(arguments: list[str]) -> NoReturn:
    """Measure speed."""
    _become_offscreen("tests.benchmarks", arguments)


def screenshots(arguments: list[str]) -> NoReturn:
    """Draw every screen."""
    if not arguments or arguments[0].startswith("-"):
        raise Refused("Say where the pictures go: python3 dev.py screenshots DIR")
    folder = os.path.abspath(arguments[0])  # noqa: PTH100
    _become_offscreen("tests.screenshots", [folder, *arguments[1:]])


def camera(arguments: list[str]) -> NoReturn:
    """Install what scanning by camera needs beside the program, checked against its hashes."""
    if arguments:
        raise Refused("dev.py camera takes no arguments.")
    set_up({})
    _pip("--require-hashes", "--only-binary", ":all:", "-r", str(CAMERA_LOCK))
    say("Ready: switch it on in Settings, Scanner.")
    sys.exit(0)


def lock(arguments: list[str]) -> NoReturn:
    """Renew both locks; the only command that needs a tool outside it, pip-tools."""
    set_up({})
    become([str(PYTHON), str(ROOT / "installer" / "make_lock.py"), *arguments])


def show_help(arguments: list[str]) -> NoReturn:
    """Show this page."""
    print((__doc__ or "").strip())
    sys.exit(0)


COMMANDS: dict[str, Callable[[list[str]], NoReturn]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "screenshots": screenshots,
    "camera": camera,
    "lock": lock,
    "help": show_help,
}


def main(arguments: list[str]) -> NoReturn:
    """Do the command that `arguments` begin with."""
    name = arguments[0] if arguments else "help"
    command = show_help if name in ("-h", "--help") else COMMANDS.get(name)
    if command is None:
        raise Refused(f"There is no command {name!r}. The commands are: {', '.join(COMMANDS)}.")
    command(arguments[1:])


# ---------------------------------------------------------------- .venv


def set_up(libraries: dict[str, tuple[str, ...]]) -> None:
    """Make .venv hold exactly what requirements.lock names, and see that Qt finds `libraries`.

    There is nothing to do the second time. The stamp is taken away before an installation and
    written after it, so that one that was interrupted is seen, and begun again from nothing.
    """
    wanted = _stamp()
    held = STAMP.read_text("utf-8") if STAMP.exists() else ""
    linked = VENV.is_symlink()
    reusable = linked or (PYTHON.exists() and held.split("\n")[0] == wanted.split("\n")[0])
    need_system(libraries, venv=not reusable)
    if linked or (reusable and held == wanted):
        return

    import shutil
    import time

    started = time.monotonic()
    if not reusable:
        if VENV.exists():
            say("Clearing a .venv that is unfinished or of another Python or place ...")
            shutil.rmtree(VENV)
        _make_venv()
    STAMP.unlink(missing_ok=True)
    say("Installing what requirements.lock names (about 130 MB the first time) ...")
    _pip("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    # Offline: only the `regulars` command, which points at this folder.
    _pip("--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    STAMP.write_text(wanted, "utf-8")
    say(f"Ready after {time.monotonic() - started:.0f} s.")


def _stamp() -> str:
    """What .venv must have been made from: this Python and place, then these requirements."""
    import hashlib

    place = f"Python {sys.version_info.major}.{sys.version_info.minor} {sys.platform} {ROOT}"
    return f"{place}\n{hashlib.sha256(LOCK.read_bytes()).hexdigest()}\n"


def _make_venv() -> None:
    import subprocess

    say("Making .venv ...")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False)
    if made.returncode != 0:
        raise Refused(f"Python could not make {VENV}; its own words stand above.")


def _pip(*arguments: str) -> None:
    import subprocess

    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    quiet = [] if sys.stderr.isatty() and "--no-index" not in arguments else ["--quiet"]
    if subprocess.run([*command, *quiet, *arguments], check=False).returncode != 0:
        raise Refused(
            "The installation stopped; pip's own words stand above. "
            "Run the same command again to begin it anew."
        )


# ---------------------------------------------------------------- the system's own packages


def need_system(libraries: dict[str, tuple[str, ...]], *, venv: bool) -> None:
    """See that Linux has the `libraries`, and Python its `venv`; install or name what is missing.

    Raises Refused, with one line to paste, where we may not install.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = {name: packages for name, packages in libraries.items() if not _loads(name)}
    if venv:
        import importlib.util

        if importlib.util.find_spec("ensurepip") is None:  # as in Debian's own python3
            version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            missing["Python's venv"] = (version, "python3-venv")
    if missing:
        apt_install(missing)


def apt_install(missing: dict[str, tuple[str, ...]]) -> None:
    """Install a package for each `missing` thing, the first of its names that apt knows."""
    import shutil
    import subprocess

    why = f"This system lacks {', '.join([*missing][:3])}"
    if len(missing) > 3:
        why += f" and {len(missing) - 3} more"
    if shutil.which("apt-get") is None:
        raise Refused(f"{why}. Install them with its package manager, then try again.")
    root = os.geteuid() == 0
    if root:
        say(f"{why}; installing ...")
        subprocess.run(["apt-get", "-qq", "update"], check=False, stdin=subprocess.DEVNULL)
    known = subprocess.run(["apt-cache", "pkgnames"], check=False, capture_output=True, text=True)
    names = set(known.stdout.split())
    chosen = [
        next((name for name in packages if name in names), packages[-1])
        for packages in missing.values()
    ]
    command = ["apt-get", "install", "-y", "--no-install-recommends", *dict.fromkeys(chosen)]
    if not root:
        line = " ".join(command)
        raise Refused(f"{why}. Paste this line:\nsudo apt-get update && sudo {line}")
    done = subprocess.run(
        command,
        check=False,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        say(done.stdout[-2000:])
        raise Refused(f"{why}, and apt-get could not install it; its last words stand above.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_display() -> bool:
    """Whether there is a screen, and Qt was not told to do without it."""
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal", "vnc"):
        return False
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def _opens_a_window(arguments: list[str]) -> bool:
    """Whether `regulars ARGUMENTS` opens the window: no verb, nothing to print."""
    words = iter(arguments)
    for word in words:
        if word == "--data":
            next(words, None)
        elif word in ("-h", "--help", "--version") or not word.startswith("-"):
            return False
    return True


# ---------------------------------------------------------------- processes


def become(command: list[str], environment: dict[str, str] | None = None) -> NoReturn:
    """Go on as `command`, so that its signals and its exit code are ours."""
    merged = os.environ | (environment or {})
    sys.stdout.flush()
    if not WINDOWS:
        os.execve(command[0], command, merged)
    import subprocess

    # Windows has no exec; Ctrl+C reaches the child by itself, and it decides.
    child = subprocess.Popen(command, env=merged)
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:
            continue


def _become_offscreen(module: str, arguments: list[str]) -> NoReturn:
    set_up(OFFSCREEN_LIBRARIES)
    os.chdir(ROOT)
    platform = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    become([str(PYTHON), "-m", module, *arguments], {"QT_QPA_PLATFORM": platform})


def say(line: str) -> None:
    """Tell the developer what happens; on stderr, so that a command's output stays its own."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Refused as refused:
        say(str(refused))
        sys.exit(2)
    except KeyboardInterrupt:
        say("Stopped.")
        sys.exit(130)
