"""Which SQLite the program may run on."""

import apsw

from app.errors import EngineTooOld

SAFE_ENGINE = (3, 51, 3)


def check_engine() -> None:
    """Refuse a SQLite that has the WAL-reset race."""
    version = apsw.sqlite_lib_version()
    if tuple(int(part) for part in version.split(".")) < SAFE_ENGINE:
        raise EngineTooOld(version)
