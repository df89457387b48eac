"""One run of the command line: its arguments in, its exit code out, never a traceback."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from app.cli import INTERRUPTED
from app.cli.console import Console, OutputLost
from app.cli.grammar import parsed
from app.cli.parser import UsageError
from app.config import TillConfig, default_data_dir
from app.errors import Cancelled, ShopError, StorageFailed
from app.faults import record

DONE = 0
REFUSED = 2
INTERNAL = 3
OUTPUT_LOST = 74  # EX_IOERR
BROKEN_PIPE = 141

Verb = Callable[[Namespace, Console], int]


def run(argv: Sequence[str] | None) -> int:
    """Run the command that `argv` (without the program's name) asks for."""
    _speak_utf8()
    arguments = sys.argv[1:] if argv is None else list(argv)
    console = Console(TillConfig(data_dir=default_data_dir()))
    try:
        return _run(arguments, console)
    except UsageError as error:
        return console.refuse(str(error), REFUSED)
    except ShopError as error:
        return console.refuse_error(error, REFUSED)
    except KeyboardInterrupt:
        return console.refuse_error(Cancelled(), INTERRUPTED)
    except BrokenPipeError:
        return _unheard(BROKEN_PIPE)
    except OutputLost as error:
        said = f"The command is done, but what it says could not be written ({error})."
        return _unheard(console.refuse(said, OUTPUT_LOST))
    except OSError as error:
        return console.refuse_error(StorageFailed(_system_words(error)), REFUSED)
    except Exception as error:  # noqa: BLE001 - the last line before a shop owner sees a traceback
        return console.refuse(_internal(error, console), INTERNAL)
    finally:
        _close(console)


def _close(console: Console) -> None:
    """Close the shop, also for who presses Ctrl+C again while that is done."""
    try:
        console.close()
    except KeyboardInterrupt:
        console.close()


def _run(arguments: list[str], console: Console) -> int:
    code = DONE
    try:
        asked = parsed(arguments)
    except SystemExit:  # argparse's way to leave after --help and --version
        pass
    else:
        console.begin(asked)
        module, name = asked.run
        verb: Verb = getattr(import_module(f"app.cli.{module}"), name)
        code = verb(asked, console)
    console.flush()  # here, where a reader who has left is noticed
    return code


def _speak_utf8() -> None:
    """UTF-8 whatever the console; what cannot be encoded is escaped, never a crash."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started us
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _unheard(code: int) -> int:
    """Nobody can read our output any more (`| head`, a full disk): leave quietly."""
    # Python flushes stdout once more at its end and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _system_words(error: OSError) -> str:
    what = error.strerror or type(error).__name__
    return f"{what}: {error.filename}" if isinstance(error.filename, str | Path) else what


def _internal(error: Exception, console: Console) -> str:
    log = record(error, console.config.log_dir)
    where = f"it is described in {log}" if log else "it could not be written to the log"
    return (
        f"An internal error ({type(error).__name__}) stopped the command; {where},"
        " please send it to whoever looks after this program."
    )
