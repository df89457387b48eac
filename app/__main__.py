"""Starts the window, or hands over to the command line where a verb is given."""

import sys
from typing import Any

from app.cli import main as run_verb
from app.cli import wants_cli


def main() -> int:
    """Run `regulars`; returns the exit code."""
    arguments = sys.argv[1:]
    if wants_cli(arguments):
        return run_verb(arguments)
    folder, rest = _folder(arguments)
    return _window(folder, rest)


def _folder(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The folder of `--data DIR` or `--data=DIR`, and the other arguments."""
    rest: list[str] = []
    folder: str | None = None
    given = iter(arguments)
    for argument in given:
        if argument == "--data":
            folder = next(given, None)
            if folder is None:
                rest.append(argument)
        elif argument.startswith("--data="):
            folder = argument.removeprefix("--data=")
        else:
            rest.append(argument)
    return folder, rest


def _window(folder: str | None, options: list[str]) -> int:
    from app.places import default_data_dir, typed_path
    from app.ui.start import main as run_window

    data_dir = typed_path(folder) if folder else default_data_dir()
    # Absolute: the window changes to the folder where people keep their files.
    return run_window(data_dir.absolute(), options, _doors)


def _doors() -> Any:
    from app.ui.application import Doors

    return Doors(_open_shop, _create_shop, _make_demo)


# The rooms behind the window are loaded in its short lane, after the first paint.


def _open_shop(config: Any) -> Any:
    from app.shop import open_shop

    return open_shop(config)


def _create_shop(config: Any, settings: Any) -> Any:
    from app.shop import create_shop

    return create_shop(config, settings)


def _make_demo(config: Any, language: str, progress: Any, stop_asked: Any) -> Any:
    from app.shop import make_demo

    return make_demo(config, progress, stop_asked, language=language)


if __name__ == "__main__":
    sys.exit(main())
