"""What the screens call roles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.rules.powers import Role


def role_name(role: str) -> str:
    """A role in the language shown."""
    names = {
        Role.OWNER: QCoreApplication.translate("Staff", "Owner"),
        Role.MANAGER: QCoreApplication.translate("Staff", "Manager"),
        Role.CLERK: QCoreApplication.translate("Staff", "Clerk"),
    }
    return names[Role(role)]
