"""A disk that remembers: every write, sync, rename and removal, so that power can be cut anywhere.

SQLite's files go through a VFS; what the program itself does (fsync, rename, unlink) is noted
beside them. `states` then makes, for a point in time, a disk as a power cut may leave it: what
was synced is there; of the rest any part may be there, whole, torn at a sector, or not at all.
"""

import functools
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512
_LOGS = ("-wal", "-journal")

Event = tuple[Any, ...]
Fault = Callable[[str, str], None]
"""Called with (operation, file name) before each write, truncate and sync; raises to fail it."""


class Disk:
    """The events of one folder, in order: ("create", ino, name), ("write", ino, at, bytes),
    ("truncate", ino, size), ("sync", ino), ("rename", old, new), ("unlink", name),
    ("syncdir",)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.events: list[Event] = []
        self.fault: Fault | None = None
        self._inos: dict[str, int] = {}
        self._next = 0

    def ino(self, path: str) -> int | None:
        return self._inos.get(path)

    def is_here(self, path: str) -> bool:
        return Path(path).is_relative_to(self.folder)

    def name(self, path: str) -> str:
        return str(Path(path).relative_to(self.folder))

    def created(self, path: str) -> int:
        self._next += 1
        self._inos[path] = self._next
        self.events.append(("create", self._next, self.name(path)))
        return self._next

    def renamed(self, old: str, new: str) -> None:
        self._inos[new] = self._inos.pop(old)
        self.events.append(("rename", self.name(old), self.name(new)))

    def removed(self, path: str) -> None:
        if self._inos.pop(path, None) is not None:
            self.events.append(("unlink", self.name(path)))

    def synced(self, path: str) -> None:
        """An fsync by the program itself, of a file or of a folder."""
        if Path(path).is_dir():
            self.events.append(("syncdir",))
            return
        ino = self._inos.get(path)
        if ino is None:
            # A small file that the program wrote by itself, a manifest say.
            ino = self.created(path)
            self.events.append(("write", ino, 0, Path(path).read_bytes()))
        self.events.append(("sync", ino))


class _VFS(apsw.VFS):
    def __init__(self, disk: Disk, name: str) -> None:
        self._disk = disk
        self.vfs_name = name
        super().__init__(name, "unix")

    def xOpen(self, name: Any, flags: list[int]) -> Any:
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        if path is None or not self._disk.is_here(path):
            return super().xOpen(name, flags)
        return _VFSFile(self._disk, path, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self._disk.removed(filename)
        if syncdir:
            self._disk.events.append(("syncdir",))


class _VFSFile(apsw.VFSFile):
    def __init__(self, disk: Disk, path: str, name: Any, flags: list[int]) -> None:
        self._disk = disk
        self._path = path
        existed = Path(path).exists()
        super().__init__("unix", name, flags)
        known = disk.ino(path)
        if known is None or not existed:
            self._ino = disk.created(path)
            if existed and (content := Path(path).read_bytes()):
                disk.events += [("write", self._ino, 0, content), ("sync", self._ino)]
        else:
            self._ino = known
        # SQLite makes a new log's name durable with its first sync.
        self._names_log = path.endswith(_LOGS) and not existed

    def _try(self, operation: str) -> None:
        if self._disk.fault is not None:
            self._disk.fault(operation, self._path)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._try("write")
        super().xWrite(data, offset)
        self._disk.events.append(("write", self._ino, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        self._try("truncate")
        super().xTruncate(newsize)
        self._disk.events.append(("truncate", self._ino, newsize))

    def xSync(self, flags: int) -> None:
        self._try("sync")
        super().xSync(flags)
        self._disk.events.append(("sync", self._ino))
        if self._names_log:
            self._names_log = False
            self._disk.events.append(("syncdir",))


_numbers = count(1)


@contextmanager
def recorded(folder: Path) -> Iterator[Disk]:
    """While inside, everything that is done to the folder's files goes through a `Disk`.

    A VFS in Python has no shared memory, so connections lock the file for themselves.
    """
    disk = Disk(folder)
    vfs = _VFS(disk, f"disk{next(_numbers)}")
    connection, fsync, replace, unlink = apsw.Connection, os.fsync, os.replace, os.unlink

    def connect(filename: str, **options: Any) -> apsw.Connection:
        made = connection(filename, **options, vfs=vfs.vfs_name)
        made.pragma("locking_mode", "exclusive")
        return made

    def noted_fsync(fd: int) -> None:
        fsync(fd)
        path = str(Path(f"/proc/self/fd/{fd}").readlink())
        if disk.is_here(path):
            disk.synced(path)

    def noted_replace(old: Any, new: Any) -> None:
        replace(old, new)
        if disk.is_here(str(new)):
            disk.renamed(str(old), str(new))

    def noted_unlink(path: Any, **options: Any) -> None:
        unlink(path, **options)
        disk.removed(str(path))

    apsw.Connection = functools.wraps(connection, updated=())(connect)  # type: ignore[misc, assignment]
    os.fsync, os.replace, os.unlink = noted_fsync, noted_replace, noted_unlink  # type: ignore[assignment]
    try:
        yield disk
    finally:
        apsw.Connection, os.fsync, os.replace, os.unlink = (  # type: ignore[misc]
            connection,
            fsync,
            replace,
            unlink,
        )
        vfs.unregister()


@dataclass
class _Inode:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)


class _Cut:
    """Plays events and, at any point, says what a power cut there may leave."""

    def __init__(self) -> None:
        self._inodes: dict[int, _Inode] = {}
        self._names: dict[str, int] = {}
        self._unsure: list[Event] = []

    def play(self, event: Event) -> None:
        kind = event[0]
        if kind in ("write", "truncate"):
            self._inodes[event[1]].pending.append(event)
        elif kind == "sync":
            inode = self._inodes[event[1]]
            for pending in inode.pending:
                _apply(inode.durable, pending)
            inode.pending.clear()
            self._names_sure_up_to(event[1])
        elif kind == "syncdir":
            self._settle(len(self._unsure))
        else:
            if kind == "create":
                self._inodes[event[1]] = _Inode()
            self._unsure.append(event)

    def _names_sure_up_to(self, ino: int) -> None:
        """A synced file has its name too, and with it everything before in the journal."""
        for place, event in enumerate(self._unsure):
            if event[0] == "create" and event[1] == ino:
                self._settle(place + 1)
                return

    def _settle(self, count: int) -> None:
        for event in self._unsure[:count]:
            _name(self._names, event)
        del self._unsure[:count]

    def state(self, chance: random.Random) -> dict[str, bytes]:
        names = dict(self._names)
        for event in self._unsure[: chance.randint(0, len(self._unsure))]:
            _name(names, event)
        return {name: _left(self._inodes[ino], chance) for name, ino in names.items()}


def _name(names: dict[str, int], event: Event) -> None:
    if event[0] == "create":
        names[event[2]] = event[1]
    elif event[0] == "rename":
        if event[1] in names:
            names[event[2]] = names.pop(event[1])
    else:
        names.pop(event[1], None)


def _apply(content: bytearray, event: Event) -> None:
    if event[0] == "truncate":
        del content[event[2] :]
        content.extend(bytes(event[2] - len(content)))
        return
    _, _, at, data = event
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at : at + len(data)] = data


def _left(inode: _Inode, chance: random.Random) -> bytes:
    content = bytearray(inode.durable)
    share = chance.choice((0.0, 0.0, 0.3, 0.7, 0.95, 1.0))
    for event in inode.pending:
        if chance.random() >= share:
            continue
        if event[0] == "write" and chance.random() < 0.2:
            _, ino, at, data = event
            for start in range(0, len(data), SECTOR):
                if chance.random() < 0.6:
                    _apply(content, ("write", ino, at + start, data[start : start + SECTOR]))
        else:
            _apply(content, event)
    return bytes(content)


def states(
    events: list[Event], points: list[int], chance: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """(point, files) for each point, an index into `events`: the disk after a cut before it."""
    cut, done = _Cut(), 0
    for point in sorted(points):
        for event in events[done:point]:
            cut.play(event)
        done = point
        yield point, cut.state(chance)


def written(files: dict[str, bytes], folder: Path) -> None:
    """Write such a disk out, to be opened."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
