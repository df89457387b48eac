"""What is refused of segments."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class SegmentUnknown(ShopError):
    """No segment is saved under this name; `known` are the names there are."""

    name: str
    known: tuple[str, ...] = ()
