"""How a command line is read: its values checked, what is not understood said in one sentence."""

from argparse import (
    PARSER,
    Action,
    ArgumentError,
    ArgumentParser,
    ArgumentTypeError,
    RawDescriptionHelpFormatter,
)
from typing import Any, NoReturn

# How the placeholders of files and folders end: their names may hold any bytes.
_FILES = ("FILE", "DIR", ".json")


class UsageError(Exception):
    """The command line was not understood; its words say why and where to look."""


class Layout(RawDescriptionHelpFormatter):
    """Help as wide as a terminal, its verbs in one column."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=96)
        self._action_max_length = 14  # the longest verb, which argparse does not look at


class Parser(ArgumentParser):
    """Refuses with one sentence; never leaves the program."""

    def __init__(self, prog: str, description: str = "", epilog: str = "", **more: Any) -> None:
        more |= {"formatter_class": Layout, "allow_abbrev": False}
        super().__init__(prog, description=description, epilog=epilog, **more)

    def _get_value(self, action: Action, arg_string: str) -> Any:
        """A value of an option. A file may have any name; what else is no UTF-8 is no text."""
        free = action.nargs == PARSER or str(action.metavar).endswith(_FILES)
        if not free and not _is_text(arg_string):
            raise ArgumentError(action, f"{arg_string[:40]!a} is not UTF-8 text")
        return super()._get_value(action, arg_string)

    def _check_value(self, action: Action, value: Any) -> None:
        """Whether it is one of the choices; of many the nearest is named, of few all."""
        if action.choices is None or value in action.choices:
            return
        from app.messages import wording
        from app.messages.choosing import choices_told

        words = wording("en")
        told = choices_told(str(value), [str(each) for each in action.choices], words, words.known)
        short = f"{value[:40]}…" if isinstance(value, str) and len(value) > 40 else value
        if action.metavar == "VERB":
            raise UsageError(f"There is no verb “{short}”{told}; see `{self.prog} --help`.")
        raise ArgumentError(action, f"“{short}” is not one of the choices{told}")

    def error(self, message: str) -> NoReturn:
        """What was not understood, and where to look. Raises UsageError."""
        said = message[:1].upper() + message[1:]
        if message.endswith("required: VERB"):
            ways = next(each for each in self._actions if each.nargs == PARSER)
            said = f"Say what to do ({', '.join(ways.choices or ())})"
        if message.startswith("unrecognized arguments: --data"):
            said = "--data stands before the verb: regulars --data DIR VERB"
        raise UsageError(f"{said.rstrip('.')}; see `{self.prog} --help`.")


def limit_of(text: str) -> int:
    """How many rows at most, from 1 to 1,000,000. Raises ArgumentTypeError."""
    digits = text.isascii() and text.isdecimal() and len(text) < 10
    if not digits or not 1 <= int(text) <= 1_000_000:
        raise ArgumentTypeError(f"{text[:40]!r} is no number from 1 to 1,000,000")
    return int(text)


def _is_text(value: str) -> bool:
    """Whether it has no bytes that were not UTF-8, which the system hands over as half pairs."""
    return value.isascii() or not any("\ud800" <= ch <= "\udfff" for ch in value)
