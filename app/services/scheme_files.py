"""Scheme files: the presets that come with the program, and those of a shop owner, in TOML."""

import re
import tomllib
from functools import cache
from pathlib import Path

from app.errors import FileUnreadable, SchemeInvalid, SchemeUnknown
from app.places import typed_path
from app.resources import resource_path
from app.services.rules.money import Currency
from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file import document_of, scheme_of
from app.services.rules.scheme_file.toml_text import toml_of
from app.services.scheme_store import scheme_refusals

SIZE_LIMIT_BYTES = 1_000_000
ENDING = ".toml"
PRESETS = (
    "simple",
    "coffee",
    "warehouse",
    "beauty",
    "prime",
    "bank-card",
    "retail",
    "restaurant",
    "salon",
    "gym",
    "school",
)
"""The presets' names, in the order they are shown."""

_LINE = re.compile(r"at line (\d+)")


@cache
def preset(name: str, currency: Currency) -> Scheme:
    """A scheme that comes with the program, its amounts rounded to the currency.

    Raises SchemeUnknown.
    """
    return _parsed(preset_path(name), currency, rounded=True)


def preset_path(name: str) -> Path:
    """The file of a preset. Raises SchemeUnknown."""
    if name not in PRESETS:
        raise SchemeUnknown(name, ", ".join(PRESETS))
    return resource_path("schemes", name + ENDING)


def is_exact(name: str, currency: Currency) -> bool:
    """Whether a preset's file can be read in this currency without rounding its amounts."""
    try:
        return read_scheme(preset_path(name), currency) == preset(name, currency)
    except SchemeInvalid:
        return False


def preset_or_file(text: str, currency: Currency) -> Scheme:
    """The preset of that name, or the scheme in the file of that path.

    Raises SchemeUnknown, FileUnreadable, SchemeInvalid.
    """
    path = typed_path(text)
    if text in PRESETS or not (path.suffix or len(path.parts) > 1 or path.exists()):
        return preset(text, currency)
    return read_scheme(path, currency)


def read_scheme(path: Path, currency: Currency) -> Scheme:
    """The scheme in a TOML file, checked as a whole. Raises FileUnreadable, SchemeInvalid."""
    return _parsed(path, currency, rounded=False)


def write_scheme(path: Path, scheme: Scheme, currency: Currency) -> None:
    """Write a scheme with all its texts, whole or not at all. Raises FileUnreadable."""
    _write(path, scheme_text(scheme, currency).encode("utf-8"))


def scheme_text(scheme: Scheme, currency: Currency) -> str:
    """A scheme with all its texts, as a file holds it."""
    return toml_of(document_of(scheme, currency))


def copy_preset(path: Path, name: str) -> None:
    """Write a preset as it came, with its comments. Raises SchemeUnknown, FileUnreadable."""
    _write(path, preset_path(name).read_bytes())


def _parsed(path: Path, currency: Currency, *, rounded: bool) -> Scheme:
    try:
        document = tomllib.loads(_text(path), parse_float=str)
    except tomllib.TOMLDecodeError as error:
        refused = FileUnreadable(str(path), "not_toml")
        found = _LINE.search(str(error))
        if found:
            refused.add_note(f"line {found[1]}")
        raise refused from error
    except (RecursionError, ValueError) as error:  # too deep; a number of thousands of digits
        raise FileUnreadable(str(path), "not_toml") from error
    with scheme_refusals():
        return scheme_of(document, currency, rounded=rounded)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT_BYTES + 1)
    except FileNotFoundError as error:
        raise FileUnreadable(str(path), "missing_file") from error
    except IsADirectoryError as error:
        raise FileUnreadable(str(path), "is_a_folder") from error
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), "unreadable") from error
    if b"\0" in data:
        raise FileUnreadable(str(path), "not_toml")
    if len(data) > SIZE_LIMIT_BYTES:
        raise FileUnreadable(str(path), "too_large")
    if not data.strip():
        raise FileUnreadable(str(path), "empty_file")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise FileUnreadable(str(path), "unknown_encoding") from error


def _write(path: Path, content: bytes) -> None:
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.write_bytes(content)
        partial.replace(path)
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), "not_writable") from error
    finally:
        try:
            partial.unlink(missing_ok=True)
        except (OSError, ValueError):
            pass  # the first reason is the one told
