"""What the screens call roles."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def role_name(role: str) -> str:
    """A role in the language shown."""
    names = {
        "owner": QCoreApplication.translate("Staff", "Owner"),
        "manager": QCoreApplication.translate("Staff", "Manager"),
        "clerk": QCoreApplication.translate("Staff", "Clerk"),
    }
    return names[role]
