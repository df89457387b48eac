"""What a file holds must be what the program wrote: else the file is damaged."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from app.errors import ShopFileUnreadable
from app.models.database import Database

P = ParamSpec("P")
T = TypeVar("T")
_UNEXPECTED = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)


class as_written:  # noqa: N801 - used as a function, as contextlib's own are
    """While stored values are taken apart: one that makes no sense means ShopFileUnreadable.

    Only around reading; what a person typed is never read inside.
    """

    __slots__ = ("_database",)

    def __init__(self, database: Database) -> None:
        self._database = database

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> None:
        if isinstance(error, _UNEXPECTED):
            raise ShopFileUnreadable(str(self._database.path)) from error


def reading(
    method: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[Any, P], T]:
    """The same for a whole method that only reads, of a service with a desk."""

    @wraps(method)
    def read(service: Any, /, *arguments: P.args, **options: P.kwargs) -> T:
        # Without the class: each scan and sale passes here, and a `try` costs nothing.
        try:
            return method(service, *arguments, **options)
        except _UNEXPECTED as error:
            path = service._desk.database.path  # noqa: SLF001 - a method of its own
            raise ShopFileUnreadable(str(path)) from error

    return read
