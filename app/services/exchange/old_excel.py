"""Old Excel workbooks (.xls), looked over before they are parsed.

The parser trusts the sizes that such a file declares and takes memory for them at once; where
they lie, the whole program is ended by the system. So the compound file's chains, the count of
its strings and the corners of its sheets are checked here first, strictly: what does not add up
is refused. Formats: [MS-CFB] and [MS-XLS].
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_HEADER = struct.Struct("<8s16sHHHHH6sLLLLLLLLLL")
_ENTRY = 128
_END = 0xFFFFFFFE
_FREE = 0xFFFFFFFF
_FAT = 0xFFFFFFFD
_HEADER_SLOTS = 109
_DIRECTORY_LIMIT = 4_096
_STREAMS = ("workbook", "book")
_STREAM, _ROOT = 2, 5

_BOUNDSHEET, _SST, _EOF, _DIMENSIONS = 0x0085, 0x00FC, 0x000A, 0x0200
# Every record that places a cell begins with its row and column; the last two hold several.
_CELLS = frozenset((0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, 0x00BD, 0x00BE))
_SEVERAL = frozenset((0x00BD, 0x00BE))


class Unsound(Exception):
    """The file does not hold what it says."""


def largest_sheet(path: Path) -> int:
    """How many cells the largest sheet makes the parser take memory for. Raises Unsound."""
    try:
        stream = _Compound(path.read_bytes()).workbook()
        return max((_cells(stream, offset) for offset in _sheets(stream)), default=0)
    except (struct.error, IndexError, ValueError) as error:
        raise Unsound from error


class _Compound:
    """A compound file: sectors chained into streams."""

    def __init__(self, raw: bytes) -> None:
        head = _HEADER.unpack_from(raw)
        shift, mini_shift = head[5], head[6]
        if shift not in (9, 12) or mini_shift != 6:
            raise Unsound
        self._raw = raw
        self._size: int = 1 << shift
        self._sectors = max(0, len(raw) - 1) // self._size
        directory_count, fat_count, directory_start = head[8], head[9], head[10]
        self._mini_limit, mini_start, mini_count = head[12], head[13], head[14]
        difat_start, difat_count = head[15], head[16]
        declared = (directory_count, fat_count, mini_count, difat_count)
        if any(count > self._sectors for count in declared):
            raise Unsound
        self._fat = self._table(self._fat_sectors(difat_start, difat_count))
        self._mini_fat = self._table(self._chain(mini_start, self._fat))
        self._entries = list(self._directory(directory_start))
        for _, kind, start, size in self._entries:
            if kind in (_STREAM, _ROOT):
                self._follow(kind, start, size)

    def workbook(self) -> bytes:
        """The stream that holds the workbook."""
        for name, kind, start, size in self._entries:
            if kind == _STREAM and name in _STREAMS:
                return self._content(start, size)
        raise Unsound

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        sector = self._raw[begin : begin + self._size]
        if not sector:
            raise Unsound
        return sector

    def _table(self, sectors: list[int]) -> list[int]:
        return [
            link
            for number in sectors
            for (link,) in struct.iter_unpack("<L", self._padded(self._sector(number)))
        ]

    def _padded(self, sector: bytes) -> bytes:
        """The last sector of a file may be cut short."""
        return sector + b"\xff" * (self._size - len(sector))

    def _fat_sectors(self, start: int, count: int) -> list[int]:
        slots = list(struct.unpack_from(f"<{_HEADER_SLOTS}L", self._raw, 76))
        for _ in range(count):
            if start in (_END, _FREE):
                break
            links = self._table([start])
            slots += links[:-1]
            start = links[-1]
        else:
            if start not in (_END, _FREE):
                raise Unsound
        used = [slot for slot in slots if slot < _FAT]
        if len(used) > self._sectors:
            raise Unsound
        return used

    def _chain(self, start: int, table: list[int]) -> list[int]:
        """The links from `start` to the end of the chain; a loop is no chain."""
        found: list[int] = []
        while start not in (_END, _FREE):
            if len(found) > len(table):
                raise Unsound
            found.append(start)
            start = table[start]
        return found

    def _directory(self, start: int) -> Iterator[tuple[str, int, int, int]]:
        sectors = self._chain(start, self._fat)
        if len(sectors) * self._size > _DIRECTORY_LIMIT * _ENTRY:
            raise Unsound
        content = b"".join(self._padded(self._sector(number)) for number in sectors)
        for place in range(0, len(content), _ENTRY):
            entry = content[place : place + _ENTRY]
            (length,) = struct.unpack_from("<H", entry, 64)
            name = entry[: max(0, min(64, length) - 2)].decode("utf-16-le", "replace")
            start_sector, size = struct.unpack_from("<LL", entry, 116)
            yield name.lower(), entry[66], start_sector, size

    def _follow(self, kind: int, start: int, size: int) -> list[int]:
        """The chain of a stream, held to the size that its entry gives."""
        small = kind == _STREAM and size < self._mini_limit
        chain = self._chain(start, self._mini_fat if small else self._fat) if size else []
        if size > len(chain) * (64 if small else self._size):
            raise Unsound
        return chain

    def _content(self, start: int, size: int) -> bytes:
        chain = self._follow(_STREAM, start, size)
        if size >= self._mini_limit:
            return b"".join(self._sector(number) for number in chain)[:size]
        root = next((entry for entry in self._entries if entry[1] == _ROOT), None)
        if root is None:
            raise Unsound
        mini = b"".join(self._sector(number) for number in self._chain(root[2], self._fat))
        return b"".join(mini[number * 64 : number * 64 + 64] for number in chain)[:size]


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """(kind, content) of the records from `offset` to the end of their part."""
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length
        if kind == _EOF:
            return


def _sheets(stream: bytes) -> list[int]:
    """Where each sheet begins."""
    offsets = []
    for kind, content in _records(stream, 0):
        if kind == _BOUNDSHEET:
            offsets.append(struct.unpack_from("<L", content)[0])
        elif kind == _SST and struct.unpack_from("<l", content, 4)[0] not in range(len(stream)):
            raise Unsound
    if any(offset >= len(stream) for offset in offsets):
        raise Unsound
    return offsets


def _cells(stream: bytes, offset: int) -> int:
    """The cells of one sheet: the larger of what it claims and what its corners span."""
    rows: list[int] = []
    columns: list[int] = []
    claimed = 0
    for kind, content in _records(stream, offset):
        if kind == _DIMENSIONS:
            claimed = max(claimed, _claimed(content))
        elif kind in _CELLS and len(content) >= 4:
            row, column = struct.unpack_from("<HH", content)
            rows += [row]
            columns += [column]
            if kind in _SEVERAL:
                columns += [column + len(content) // 2, struct.unpack_from("<H", content[-2:])[0]]
            if len(rows) > 4_096:
                rows, columns = [min(rows), max(rows)], [min(columns), max(columns)]
    if not rows:
        return claimed
    spanned = (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1)
    return max(claimed, spanned)


def _claimed(content: bytes) -> int:
    form = "<LLHH" if len(content) >= 14 else "<HHHH"
    corners: tuple[int, ...] = struct.unpack_from(form, content)
    first_row, last_row, first_column, last_column = corners
    # Corners the wrong way round would be taken for a sheet that goes round the world.
    if last_row < first_row or last_column < first_column:
        raise Unsound
    return (last_row - first_row + 1) * (last_column - first_column + 1)
