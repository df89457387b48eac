"""A real shop's past, then a sale to one of its members in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.services.exchange.plan import ImportOptions
from tests.shared_data import shared_data

ROWS = 2_000


def test_a_member_of_the_imported_history_buys_again_in_the_window(till, tmp_path):
    rows = shared_data("cdnow/CDNOW_master.txt").read_text("ascii").splitlines(keepends=True)
    history = tmp_path / "history.txt"
    history.write_text("".join(rows[: ROWS + 1]), "ascii")
    imports = till.shop.imports
    mapping = {"member": "1", "sold_at": "2", "quantity": "3", "total": "4"}
    plan = imports.sniff("sales", history, mapping=mapping, date_format="%Y%m%d")
    report = imports.run(plan, ImportOptions(create_missing=True))
    assert (report.added, report.refused) == (ROWS, ())
    member = till.shop.members.by_number("00001")
    assert member.visits > 0
    till.type("00001")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_F11)
    till.type("20")
    till.key(Qt.Key.Key_Return)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)
    again = till.shop.members.by_number("00001")
    assert again.spent_minor == member.spent_minor + 2000
    assert again.points == member.points + 20
    assert [check.name for check in till.shop.doctor.run() if not check.ok] == []
