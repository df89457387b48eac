"""What must hold of follow-ups and cases: each query yields faults, (what, number).

A follow-up and a case keep what their newest entry says, and no entry is missing.
"""

_NEWEST = (
    "(SELECT {columns} FROM {entries} AS entry WHERE entry.{key} = {table}.id"
    " ORDER BY entry.number DESC LIMIT 1)"
)


def _kept(table: str, entries: str, key: str, columns: str) -> str:
    newest = _NEWEST.format(table=table, entries=entries, key=key, columns=columns)
    return f"({', '.join(f'{table}.{each}' for each in columns.split(', '))}) IS NOT {newest}"


def _gaps(table: str, entries: str, key: str) -> str:
    return (
        f"(SELECT count(*) FROM {entries} WHERE {key} = {table}.id) <> coalesce("
        f"(SELECT max(number) FROM {entries} WHERE {key} = {table}.id), -1)"
    )


_FOLLOW_UP = ("follow_up", "follow_up_entry", "follow_up_id")
_CASE = ("care_case", "care_case_entry", "case_id")
_OF_MEMBER = "member.number FROM follow_up JOIN member ON member.id = follow_up.member_id WHERE "
_OF_CASE = "care_case.number FROM care_case WHERE "

CARE_FAULTS: dict[str, tuple[str, ...]] = {
    "care": (
        f"SELECT 'follow-up', {_OF_MEMBER}{_kept(*_FOLLOW_UP, 'due_on, adviser_id')}",
        f"SELECT 'follow-up entries', {_OF_MEMBER}{_gaps(*_FOLLOW_UP)}",
        f"SELECT 'case', {_OF_CASE}{_kept(*_CASE, 'state, adviser_id')}",
        f"SELECT 'case entries', {_OF_CASE}{_gaps(*_CASE)}",
        "SELECT 'case number', care_case.number FROM care_case WHERE number > (SELECT count(*)"
        " FROM care_case)",
        # What is corrected is of the same series.
        "SELECT 'correction', member.number FROM measurement"
        " JOIN measurement AS first ON first.id = measurement.corrects"
        " JOIN measure_series ON measure_series.id = first.series_id"
        " JOIN member ON member.id = measure_series.member_id"
        " WHERE measurement.series_id <> first.series_id",
    ),
}
