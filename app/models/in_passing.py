"""Reading for a moment, in a thread that does so seldom."""

from app.models.database import Database

_KEPT_KIB = 4_096


def keep_little(database: Database) -> None:
    """Have this thread's connection keep few pages at hand from now on.

    What it reads in passing would lie in the program's memory for as long as that runs: up to 64
    MB at a million members. The system has those pages at hand all the same.
    """
    database.execute(f"PRAGMA cache_size = -{_KEPT_KIB}")
