"""What the merging of members refuses."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class MergeRefused(ShopError):
    """Two members cannot be merged, or taken apart. `reason` is a key of `messages.REASONS`."""

    number: str
    reason: str


@dataclass(eq=False)
class MemberMerged(ShopError):
    """The member was merged into another, by its number."""

    number: str
    other: str
