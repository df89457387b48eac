"""What the command line prints: JSON for scripts, calm aligned text for people."""

import json
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from app.cli.parser import UsageError
from app.cli.waiting import Waiting
from app.config import TillConfig, load_config
from app.errors import FieldInvalid, ShopError
from app.messages import sentence
from app.places import typed_path
from app.services.progress import Progress, never, silent
from app.services.rules.money import CURRENCIES, Currency, plain_money

if TYPE_CHECKING:
    from app.shop import Shop

LANGUAGE = "en"


class OutputLost(Exception):
    """The work is done, but what was to be said about it could not be written."""


@contextmanager
def lost_output() -> Iterator[None]:
    """Tell a full disk behind stdout from one behind the shop. BrokenPipeError passes."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost(error.strerror) from error


class Console:
    """One run's output, and the shop it works on once that is open."""

    def __init__(self, config: TillConfig) -> None:
        self.config = config
        self.json = False
        self.currency: Currency = CURRENCIES["CNY"]
        self._shop: Shop | None = None
        self._progress_shown = False
        self._waiting: Waiting | None = None
        self._listening = ExitStack()

    def begin(self, asked: Namespace) -> None:
        """Take over the options that stand before the verb."""
        folder = self.config.data_dir if asked.data is None else typed_path(asked.data)
        self.config = load_config(folder)
        self.json = asked.json

    # --- the shop -------------------------------------------------------------

    def open_shop(self) -> "Shop":
        """The shop in the folder, opened at first use. Raises what `open_shop` raises."""
        from app.shop import open_shop

        if self._shop is None:
            self.keep(open_shop(self.config))
        assert self._shop is not None
        return self._shop

    def open_patiently(self, label: str) -> "Shop":
        """The shop, for work that may take long and cannot tell how far it is: after a second
        stderr says that it goes on, where a person watches, and Ctrl+C is heard within a query.
        Raises what `open_shop` raises."""
        from app.models.doctor import stoppable

        shop = self.open_shop()
        self._listening.enter_context(stoppable(shop.desk.database, never))
        if sys.stderr.isatty():
            self._waiting = Waiting(label, sys.stderr)
        return shop

    def keep(self, shop: "Shop") -> None:
        """Use a shop that was just made; it is closed with the run."""
        self._shop = shop
        self.currency = shop.desk.settings.money

    def close(self) -> None:
        """Close the shop, if it was opened."""
        self._end_progress()
        self._listening.close()
        if self._shop is not None:
            self._shop.close()
            self._shop = None

    # --- output ---------------------------------------------------------------

    def show(self, value: object, text: str) -> None:
        """Print `value` as JSON where asked for, else `text`."""
        self.show_json(value) if self.json else self.write(text)

    def show_json(self, value: object) -> None:
        """Print `value` as JSON."""
        self.write(json.dumps(value, ensure_ascii=False, indent=2))

    def write(self, text: str) -> None:
        """Print lines on stdout. Raises OutputLost."""
        self._end_progress()
        with lost_output():
            sys.stdout.write(text + "\n")

    def flush(self) -> None:
        """Hand over all that was printed. Raises OutputLost, BrokenPipeError."""
        with lost_output():
            sys.stdout.flush()

    def refuse(self, text: str, code: int) -> int:
        """Say one line on stderr and return the exit code."""
        with suppress(OSError):  # the exit code still says it
            self._end_progress()
            sys.stderr.write(" ".join(text.split()) + "\n")
        return code

    def refuse_error(self, error: ShopError, code: int) -> int:
        """Say a refusal's sentence, with where it happened in front."""
        said = sentence(error, LANGUAGE, self.currency)
        return self.refuse(": ".join([*getattr(error, "__notes__", ()), said]), code)

    def amount(self, minor: int) -> str:
        """An amount as scripts read it."""
        return plain_money(minor, self.currency)

    # --- progress -------------------------------------------------------------

    def progress(self, label: str) -> Progress:
        """A progress on stderr where a person watches, else a silent one."""
        if not sys.stderr.isatty():
            return silent

        def show(done: int, total: int) -> None:
            self._progress_shown = True
            share = f"{done * 100 // total}%" if total else f"{done:,}"
            sys.stderr.write(f"\r{label} {share}\033[K")
            sys.stderr.flush()

        return show

    def _end_progress(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.end()
        if self._progress_shown:
            self._progress_shown = False
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


@contextmanager
def flag_named(field: str, words: str) -> Iterator[None]:
    """Where `field` is missing, say which flag gives it, in `words`."""
    try:
        yield
    except FieldInvalid as error:
        if (error.field, error.reason) != (field, "required"):
            raise
        raise UsageError(words) from None


def facts(values: Mapping[str, object], *, indent: str = "") -> str:
    """Names and values in two columns; what is empty is left out."""
    shown = {name.replace("_", " "): _cell(value) for name, value in values.items()}
    return columns([(name, text) for name, text in shown.items() if text], indent=indent)


def columns(rows: Sequence[tuple[str, str]], *, indent: str = "") -> str:
    """Rows of a name and a value in two columns, every row, whatever it says."""
    width = max((_width(name) for name, text in rows if text), default=0)
    return "\n".join(f"{indent}{_padded(name, width)}  {text}".rstrip() for name, text in rows)


def table(heading: Sequence[str], rows: Iterable[Sequence[object]], right: frozenset[int]) -> str:
    """Rows under a heading; the columns in `right` end at one edge."""
    cells = [tuple(heading), *(tuple(_cell(value) for value in row) for row in rows)]
    widths = [max(_width(row[column]) for row in cells) for column in range(len(heading))]
    return "\n".join(
        "  ".join(
            _padded(text, widths[column], right=column in right) for column, text in enumerate(row)
        ).rstrip()
        for row in cells
    )


def counted(number: int, noun: str) -> str:
    """`1 row`, `1,200 rows`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _cell(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_cell(part)}" for name, part in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_cell(part) for part in value)
    # A terminal obeys escape sequences, whoever typed them into a name.
    return "".join(ch if ch.isprintable() else " " for ch in str(value)).strip()


def _width(text: str) -> int:
    """How many columns a terminal gives the text: hanzi take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(ch) else 2 if unicodedata.east_asian_width(ch) in "WF" else 1
        for ch in text
    )


def _padded(text: str, width: int, *, right: bool = False) -> str:
    blank = " " * (width - _width(text))
    return blank + text if right else text + blank
