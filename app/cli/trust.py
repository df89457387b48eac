"""The verbs that keep a shop safe: backup, restore, doctor."""

from argparse import Namespace

from app.cli.console import Console, facts
from app.errors import ShopFileUnreadable
from app.places import typed_path
from app.services.doctor import Check, is_made_again
from app.shop import restore_shop

DOCTOR_FAILED = 1
DROPPED = "What was kept only to answer quickly is dropped; it will be made again by itself."


def backup(asked: Namespace, console: Console) -> int:
    """Make a verified backup. Raises BackupUnsound, FileUnreadable, StorageFailed."""
    path = None if asked.file is None else typed_path(asked.file)
    shop = console.open_shop()
    made = shop.backups.make(path, progress=console.progress("Backing up"))
    told = {
        "file": str(made.path),
        "made_at": made.made_at.astimezone(shop.desk.zone).isoformat(timespec="seconds"),
        "members": made.members,
        "sales": made.sales,
        "bytes": made.size,
        "sha256": made.sha256,
    }
    console.show(told, f"The backup is made and verified.\n\n{facts(told, indent='  ')}")
    return 0


def restore(asked: Namespace, console: Console) -> int:
    """Go back to a backup, also where the present shop is damaged or gone.

    Raises BackupUnsound, FileUnreadable, ShopFileUnreadable, ShopFileTooNew, StorageFailed.
    """
    path = typed_path(asked.file)
    kept = console.config.backup_dir if console.config.shop_file.exists() else None
    shop = restore_shop(console.config, path, progress=console.progress("Restoring"))
    console.keep(shop)
    told = {
        "restored": str(path),
        "folder": str(shop.config.data_dir),
        "kept_in": None if kept is None else str(kept),
    }
    aside = "" if kept is None else f"\nThe shop as it was before is kept in {kept}"
    console.show(told, f"Restored {path}{aside}")
    return 0


def doctor(asked: Namespace, console: Console) -> int:
    """Check that everything adds up; 1 where a check fails. Raises ShopMissing."""
    dropped, checks = _checks(console, renew=asked.renew)
    failing = [check.name for check in checks if not check.ok]
    told = {
        "ok": not failing,
        "renewed": dropped,
        "checks": [
            {"name": check.name, "ok": check.ok, "detail": check.detail} for check in checks
        ],
    }
    width = max(len(check.name) for check in checks)
    lines = [
        f"  {'ok    ' if check.ok else 'FAILED'}  {check.name:<{width}}  {check.detail}".rstrip()
        for check in checks
    ]
    verdict = "Something is wrong." if failing else "Everything adds up."
    said = [DROPPED] if dropped else []
    console.show(told, "\n".join([*said, verdict, "", *lines]))
    if failing:
        return console.refuse(f"Failed: {', '.join(failing)}; {_way_on(checks)}", DOCTOR_FAILED)
    return 0


def _way_on(checks: tuple[Check, ...]) -> str:
    if is_made_again(checks):
        return (
            "sales and balances are right. What failed is kept only to answer quickly:"
            " close Regulars and run `regulars doctor --renew`, and it is made again."
        )
    return "restore the last backup, or ask for help."


def _checks(console: Console, *, renew: bool) -> tuple[bool, tuple[Check, ...]]:
    """Whether anything was dropped to be made again, and every check."""
    dropped = False
    try:
        doctor = console.open_shop().doctor
        dropped = renew and doctor.renew()
        return dropped, doctor.run(progress=console.progress("Checking"))
    except ShopFileUnreadable as error:
        return dropped, (
            Check("file", ok=False, detail=f"{error.path} cannot be opened as a shop"),
        )
