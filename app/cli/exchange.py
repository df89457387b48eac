"""The verbs import and export: CSV and Excel files in and out."""

from argparse import Namespace
from collections.abc import Sequence

from app.cli.console import LANGUAGE, Console, counted, table
from app.errors import FieldInvalid, RowsRefused
from app.messages import sentence
from app.places import typed_path
from app.services.exchange.imports import ImportOptions, ImportReport, Refused

REFUSED = 2
SHOWN_AT_MOST = 20


def take(asked: Namespace, console: Console) -> int:
    """Take a file over, whole or not at all; 2 where a row was refused.

    Raises FileUnreadable, FieldInvalid, StorageFailed.
    """
    shop = console.open_shop()
    plan = shop.imports.sniff(
        asked.kind,
        typed_path(asked.file),
        mapping=_mapping(asked.map),
        date_format=asked.date_format,
    )
    skipped = None if asked.skip_bad is None else typed_path(asked.skip_bad)
    options = ImportOptions(
        create_missing=asked.create_missing,
        update=asked.update,
        skip_bad=skipped,
        dry_run=asked.dry_run,
    )
    report = shop.imports.run(plan, options, console.progress("Importing"))
    console.show(_told(report, console), _said(report, asked, console))
    if not report.refused:
        return 0
    if report.applied:
        rows = counted(len(report.refused), "row")
        return console.refuse(
            f"{rows} cannot be taken and can be mended in {skipped}; the others were imported.",
            REFUSED,
        )
    first = report.refused[0]
    error = RowsRefused(len(report.refused), first.line, first.field, first.reason)
    said = sentence(error, LANGUAGE, console.currency)
    return console.refuse(_with_option(said, first), REFUSED)


def _mapping(pairs: Sequence[str]) -> dict[str, str]:
    mapping: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not (equals and field.strip() and column.strip()):
            raise FieldInvalid("mapping", "not_a_pair", pair)
        if field.strip() in mapping:
            raise FieldInvalid("mapping", "duplicate", field)
        mapping[field.strip()] = column
    return mapping


def _told(report: ImportReport, console: Console) -> dict[str, object]:
    return {
        "added": report.added,
        "unchanged": report.unchanged,
        "updated": report.updated,
        "refused": [
            {
                "line": refused.line,
                "field": refused.field,
                "reason": refused.reason,
                "value": refused.text,
                "earlier_line": refused.earlier or None,
                "sentence": _sentence(refused, console),
            }
            for refused in report.refused
        ],
        "applied": report.applied,
        "sales": report.sales,
        "members": report.members,
    }


def _sentence(refused: Refused, console: Console) -> str:
    error = FieldInvalid(refused.field, refused.reason, refused.text)
    said = _with_option(sentence(error, LANGUAGE, console.currency), refused)
    return f"{said} The other is in line {refused.earlier}." if refused.earlier else said


def _with_option(said: str, refused: Refused) -> str:
    """The sentence, with the option that would allow what it speaks of."""
    if refused.reason != "differs":
        return said
    return said.replace("allow updates", "allow updates with --update")


def _said(report: ImportReport, asked: Namespace, console: Console) -> str:
    lines = [_summary(report, asked.kind, dry_run=asked.dry_run)]
    if report.refused:
        rows = [[r.line, _sentence(r, console)] for r in report.refused[:SHOWN_AT_MOST]]
        lines += ["", table(("line", "why it cannot be taken"), rows, frozenset({0}))]
        if len(report.refused) > SHOWN_AT_MOST:
            lines.append(f"… and {len(report.refused) - SHOWN_AT_MOST:,} more; --json tells all.")
    return "\n".join(lines)


def _summary(report: ImportReport, kind: str, *, dry_run: bool) -> str:
    if report.added == report.updated == 0 and report.unchanged and not report.refused:
        known = "the only row is" if report.unchanged == 1 else f"all {report.unchanged:,} rows are"
        return f"Nothing new: {known} in the shop already."
    verb = "would be " if dry_run else ""
    parts = [
        f"{number:,} {word}"
        for number, word in (
            (report.added, "added"),
            (report.updated, "updated"),
            (report.unchanged, "unchanged"),
            (len(report.refused), "refused"),
        )
        if number or word == "added"
    ]
    made = [
        counted(number, noun)
        for number, noun in ((report.sales, "sale"), (report.members, "new member"))
        if number and kind == "sales"
    ]
    rows = f"Rows {verb}taken over: {', '.join(parts)}."
    return f"{rows} {'Would make' if dry_run else 'Made'} {' and '.join(made)}." if made else rows


def give(asked: Namespace, console: Console) -> int:
    """Write a CSV or XLSX file. Raises FileUnreadable, StorageFailed."""
    path = typed_path(asked.file)
    rows = console.open_shop().exports.write(asked.kind, path, console.progress("Exporting"))
    console.show(
        {"file": str(path), "kind": asked.kind, "rows": rows},
        f"Wrote {counted(rows, 'row')} to {path}",
    )
    return 0
