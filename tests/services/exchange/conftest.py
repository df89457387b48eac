"""A shop to which a test gives files."""

from pathlib import Path

import pytest

from app.services.exchange.imports import ImportOptions, ImportReport
from app.shop import Shop


class Exchange:
    """Imports files written by a test."""

    def __init__(self, shop: Shop, folder: Path) -> None:
        self.shop = shop
        self.folder = folder
        self.imports = shop.imports

    @property
    def backups(self) -> int:
        """How many sound backups there are."""
        return len(self.shop.backups.listed())

    def write(self, text: str | bytes, name: str = "in.csv") -> Path:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def take(
        self,
        kind: str,
        text: str | bytes | Path,
        *,
        mapping: dict[str, str] | None = None,
        date_format: str = "",
        **options,
    ) -> ImportReport:
        path = text if isinstance(text, Path) else self.write(text)
        plan = self.imports.sniff(kind, path, mapping=mapping, date_format=date_format)
        return self.imports.run(plan, ImportOptions(**options))

    def faults(self) -> list[str]:
        """What the doctor finds wrong."""
        return [f"{check.name}: {check.detail}" for check in self.shop.doctor.run() if not check.ok]

    def value(self, sql: str, *params):
        return self.shop.desk.database.value(sql, params)

    def rows(self, sql: str, *params):
        return self.shop.desk.database.rows(sql, params)


@pytest.fixture
def exchange(shop: Shop, tmp_path: Path) -> Exchange:
    return Exchange(shop, tmp_path)
