"""Files in and out of the shop: any screen may open an import or an export."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.ui.long_work import run_with_progress
from app.ui.shell import Shell


def open_import(shell: Shell, kind: str) -> None:
    """Ask for a file and take its "members", "products" or "sales" into the shop."""
    from app.ui.imports.sheet import ImportSheet

    ImportSheet(shell, kind).choose_file()


def open_export(shell: Shell, kind: str) -> None:
    """Ask for a file and write the shop's "members", "products", "sales" or "points" to it."""
    from PySide6.QtWidgets import QFileDialog

    titles = {
        "members": QCoreApplication.translate("Transfers", "Export members"),
        "products": QCoreApplication.translate("Transfers", "Export products"),
        "sales": QCoreApplication.translate("Transfers", "Export sales"),
        "points": QCoreApplication.translate("Transfers", "Export points"),
        "stock": QCoreApplication.translate("Transfers", "Export stock"),
    }
    csv = QCoreApplication.translate("Transfers", "CSV, for any program (*.csv)")
    excel = QCoreApplication.translate("Transfers", "Excel (*.xlsx)")
    name, chosen = QFileDialog.getSaveFileName(
        shell.overlay_parent(), titles[kind], f"{kind}.csv", f"{csv};;{excel}"
    )
    if not name:
        return
    path = Path(name)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        path = path.with_name(path.name + (".xlsx" if chosen == excel else ".csv"))

    def written(rows: int) -> None:
        words = QCoreApplication.translate("Transfers", "Rows written to {file}: {rows}")
        shell.toast(words.replace("{rows}", f"{rows:,}").replace("{file}", path.name))

    run_with_progress(
        shell,
        titles[kind],
        lambda progress, asked: shell.shop.exports.write(kind, path, progress, asked),
        written,
    )
