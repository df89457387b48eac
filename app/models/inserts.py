"""Putting INSERT statements together from one list of columns."""


def insert_sql(table: str, columns: str) -> str:
    """An INSERT of these columns, with one mark each."""
    marks = ", ".join("?" * (columns.count(",") + 1))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"
