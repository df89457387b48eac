"""Loyalty schemes: presets, the shop's versions, files. All but `use` work without a shop."""

from argparse import Namespace
from datetime import UTC, date, datetime

from app.cli.console import LANGUAGE, Console, counted, table
from app.errors import FieldInvalid
from app.messages.findings import example_text, finding_text
from app.messages.scheme_tables import plain_words
from app.messages.scheme_words import Section
from app.places import typed_path
from app.services import scheme_files
from app.services.exchange.targets import check_target
from app.services.rules.lint import Finding, Severity
from app.services.rules.lint import lint as linted
from app.services.rules.pricing import PriceTerms
from app.services.rules.scheme import Scheme
from app.services.scheme_store import SchemeVersion

STDOUT = "-"


def listed(asked: Namespace, console: Console) -> int:
    """The presets, and the shop's versions where there is a shop."""
    versions: tuple[SchemeVersion, ...] = ()
    in_force = 0
    coming: set[int] = set()
    if _has_shop(console):
        shop = console.open_shop()
        versions, in_force = shop.schemes.versions(), shop.schemes.in_force().version
        coming = {each.scheme.version for each in shop.schemes.to_come()}
    presets = [scheme_files.preset(name, console.currency) for name in scheme_files.PRESETS]
    value = {
        "presets": [
            {"name": scheme.name, "title": _said(scheme), "summary": scheme.summary.said("en")}
            for scheme in presets
        ],
        "versions": [
            {
                "version": version.scheme.version,
                "name": version.scheme.name,
                "title": _said(version.scheme),
                "from": version.active_from.isoformat(),
                "in_force": version.scheme.version == in_force,
                "to_come": version.scheme.version in coming,
            }
            for version in versions
        ],
    }
    shown = table(
        ("preset", "what it is"),
        [(scheme.name, scheme.summary.said("en")) for scheme in presets],
        frozenset(),
    )
    if versions:
        rows = [
            (
                version.scheme.version,
                version.scheme.name,
                version.active_from.isoformat(),
                _state(version.scheme.version, in_force, coming),
            )
            for version in versions
        ]
        own = table(("version", "name", "from", ""), rows, frozenset({0}))
        shown = f"{shown}\n\n{own}"
    console.show(value, shown)
    return 0


def _state(version: int, in_force: int, coming: set[int]) -> str:
    if version == in_force:
        return "in force"
    return "to come" if version in coming else ""


def show(asked: Namespace, console: Console) -> int:
    """A scheme in plain words. Raises SchemeUnknown, FileUnreadable, SchemeInvalid."""
    from app.services.rules.scheme_file import document_of

    scheme = _named(asked.name, console)
    if console.json:
        document = document_of(scheme, console.currency)
        console.show_json(_without_dates({"version": scheme.version, **document}))
        return 0
    sections = plain_words(scheme, asked.language, console.currency)
    title = scheme.title.said(asked.language) or scheme.name
    console.write("\n\n".join([f"{title} ({scheme.name})", *map(_section, sections)]))
    return 0


def use(asked: Namespace, console: Console) -> int:
    """Put a scheme in force, from a day on.

    Raises what `show` raises, and FieldInvalid.
    """
    shop = console.open_shop()
    scheme = _named(asked.name, console)
    waiting = [each.scheme.version for each in shop.schemes.to_come()]
    used = shop.schemes.use(scheme, _day(asked.active_from))
    found = shop.schemes.lint(scheme, used.active_from)
    day = used.active_from.isoformat()
    left = [each.scheme.version for each in shop.schemes.to_come()]
    superseded = [version for version in waiting if version not in left]
    lines = [f"Version {used.scheme.version}, {used.scheme.name}, is in force from {day}."]
    lines += [f"Version {version} will not come into force." for version in superseded]
    lines += _findings(found, console)
    value = {
        "version": used.scheme.version,
        "superseded": superseded,
        "name": used.scheme.name,
        "from": day,
        "warnings": [_finding_value(finding, console) for finding in found],
    }
    console.show(value, "\n".join(lines))
    return 0


def lift(asked: Namespace, console: Console) -> int:
    """Lift members to the tiers they have reached under the scheme in force."""
    shop = console.open_shop()
    progress = console.progress("Lifting")
    done = shop.lifting.preview(progress) if asked.preview else shop.lifting.lift(progress)
    would = "would rise" if asked.preview else "rose"
    lines = [f"{counted(done.members, 'member')} {would}."]
    lines += [f"  {tier}  {members:,}" for tier, members in done.by_tier]
    console.show({"members": done.members, "tiers": dict(done.by_tier)}, "\n".join(lines))
    return 0


def lint(asked: Namespace, console: Console) -> int:
    """Say what would go wrong with a scheme; exit code 1 where something is an error.

    Raises what `show` raises.
    """
    scheme = _named(asked.name, console)
    if _has_shop(console):
        found = console.open_shop().schemes.lint(scheme)
    else:
        today = datetime.now(UTC).date()
        found = linted(scheme, PriceTerms(), today, console.currency)
    value = [_finding_value(finding, console) for finding in found]
    console.show(value, "\n".join(_findings(found, console)) or "Nothing found.")
    return int(any(finding.severity is Severity.ERROR for finding in found))


def export(asked: Namespace, console: Console) -> int:
    """Write a scheme as TOML, to standard output for `-`; a preset with its comments.

    Raises FileUnreadable.
    """
    scheme = _named(asked.name, console)
    if asked.file == STDOUT:
        console.write(_as_toml(asked.name, scheme, console).rstrip("\n"))
        return 0
    target = typed_path(asked.file)
    check_target(target, console.config.shop_file)
    if asked.name in scheme_files.PRESETS and scheme_files.is_exact(asked.name, console.currency):
        scheme_files.copy_preset(target, asked.name)
    else:
        scheme_files.write_scheme(target, scheme, console.currency)
    console.show(
        {"name": scheme.name, "file": str(target)}, f"Saved the scheme {scheme.name} in {target}"
    )
    return 0


def _as_toml(name: str, scheme: Scheme, console: Console) -> str:
    """A preset with its comments, anything else as it is stored."""
    if name in scheme_files.PRESETS and scheme_files.is_exact(name, console.currency):
        return scheme_files.preset_path(name).read_text("utf-8")
    return scheme_files.scheme_text(scheme, console.currency)


def _has_shop(console: Console) -> bool:
    return console.config.shop_file.is_file()


def _named(text: str, console: Console) -> Scheme:
    if _has_shop(console):
        return console.open_shop().schemes.named(text)
    return scheme_files.preset_or_file(text, console.currency)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid("active_from", "not_a_date", text) from error


def _said(scheme: Scheme) -> str:
    return scheme.title.said("en")


def _section(section: Section) -> str:
    return "\n".join([section.title, *(f"  {line}" for line in section.lines)])


def _findings(found: tuple[Finding, ...], console: Console) -> list[str]:
    lines: list[str] = []
    for finding in found:
        said = finding_text(finding, LANGUAGE, console.currency)
        lines.append(f"{finding.severity.value}: {finding.subject}: {said}")
        lines.append(f"  {example_text(finding.example, LANGUAGE, console.currency)}")
    return lines


def _finding_value(finding: Finding, console: Console) -> dict[str, str]:
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "subject": finding.subject,
        "sentence": finding_text(finding, LANGUAGE, console.currency),
        "example": example_text(finding.example, LANGUAGE, console.currency),
    }


def _without_dates(value: object) -> object:
    """The document as JSON has it."""
    if isinstance(value, dict):
        return {name: _without_dates(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_dates(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
