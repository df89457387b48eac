"""A manager's word on the spot: who is asked, and what goes on with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.errors import NeedsApproval
from app.services.approvals import Approval
from app.ui.shell import Shell
from app.ui.staff.proof_sheet import ProofSheet


def ask_approval(
    shell: Shell,
    needs: NeedsApproval,
    then: Callable[[Approval], None],
    given_up: Callable[[], None] | None = None,
) -> ProofSheet:
    """Ask whoever may approve it, over whatever is in front; what lies below stays as it is.

    `then` gets their word; `given_up` is called where the sheet is closed without one.
    """
    staff = shell.shop.staff
    given: list[Approval] = []
    sheet = ProofSheet(
        shell,
        title=QCoreApplication.translate("Staff", "Ask a manager"),
        words=shell.sentence(needs),
        people=lambda: staff.approvers(needs),
        by_pin=lambda person, pin: staff.approve(needs, person, pin),
        by_card=lambda code: staff.approve_by_card(needs, code),
        then=given.append,
    )

    def closed() -> None:
        sheet.deleteLater()
        if given:
            then(given[0])
        elif given_up is not None:
            given_up()

    sheet.closed.connect(closed)
    sheet.open()
    return sheet
