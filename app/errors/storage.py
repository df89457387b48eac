"""What the shop's file and the disk refuse."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class ShopMissing(ShopError):
    """There is no shop in the folder yet."""

    folder: str


@dataclass(eq=False)
class ShopExists(ShopError):
    """The folder already holds a shop."""

    folder: str


@dataclass(eq=False)
class ShopFileUnreadable(ShopError):
    """The file is damaged, is no shop, or needs another key."""

    path: str


@dataclass(eq=False)
class ShopFileTooNew(ShopError):
    """A newer version of the program wrote the file."""

    path: str


@dataclass(eq=False)
class EngineTooOld(ShopError):
    """The SQLite library has the WAL-reset race (before 3.51.3)."""

    version: str


@dataclass(eq=False)
class StorageFailed(ShopError):
    """The disk refused a read or a write; nothing was half done."""

    detail: str


@dataclass(eq=False)
class StorageBusy(ShopError):
    """Another program holds the shop's file for too long."""


@dataclass(eq=False)
class RecordRefused(ShopError):
    """A rule of the shop's own file refused what was to be recorded; nothing was."""

    rule: str


@dataclass(eq=False)
class BackupUnsound(ShopError):
    """A backup did not pass its checks, so it is not one."""

    path: str
    failing: str
