"""What is refused of what a person typed: of a field, of a part of one, of a file."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class FieldInvalid(ShopError):
    """A field's text cannot be taken. `reason` is a key of `messages.REASONS`; `allowed` is
    all that may stand there, in no language, where that is a list."""

    field: str
    reason: str
    text: str = ""
    allowed: tuple[str, ...] = ()


@dataclass(eq=False)
class PartInvalid(FieldInvalid):
    """The same of one part, `text`, of what a field holds: a word of conditions, one of several
    channels."""


@dataclass(eq=False)
class FileUnreadable(ShopError):
    """A file cannot be read, or written, as what it should be; `reason` and `allowed` as above."""

    path: str
    reason: str
    allowed: tuple[str, ...] = ()
