"""What the sheet that looks over the members says: signs of one person, and gaps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from app.services.member_gaps import Gap
from app.services.rules.duplicates import Sign
from app.ui.lists import listed


def sign_words(signs: Iterable[Sign]) -> str:
    """Why two may be one person: "same phone, names sound alike"."""
    words = {
        Sign.PHONE: QCoreApplication.translate("Cleaning", "same phone"),
        Sign.PHONE_END: QCoreApplication.translate("Cleaning", "phones end the same"),
        Sign.WECHAT: QCoreApplication.translate("Cleaning", "same WeChat"),
        Sign.EMAIL: QCoreApplication.translate("Cleaning", "same e-mail"),
        Sign.BIRTHDAY: QCoreApplication.translate("Cleaning", "same birthday"),
        Sign.BIRTH_DAY: QCoreApplication.translate("Cleaning", "same day of the year"),
        Sign.NAME: QCoreApplication.translate("Cleaning", "same name"),
        Sign.SOUND: QCoreApplication.translate("Cleaning", "names sound alike"),
        Sign.TYPED: QCoreApplication.translate("Cleaning", "names a letter apart"),
        Sign.LAST_DIGITS: QCoreApplication.translate("Cleaning", "same last four digits"),
    }
    return listed([words[sign] for sign in signs])


def gap_words(gap: Gap) -> str:
    """What is missing or old."""
    return {
        Gap.NO_PHONE: QCoreApplication.translate("Cleaning", "No phone"),
        Gap.BAD_PHONE: QCoreApplication.translate("Cleaning", "Phone that cannot be dialled"),
        Gap.NO_NAME: QCoreApplication.translate("Cleaning", "No name"),
        Gap.NO_BIRTHDAY: QCoreApplication.translate("Cleaning", "No birthday"),
        Gap.NO_ADDRESS: QCoreApplication.translate("Cleaning", "No address"),
        Gap.NOT_ASKED: QCoreApplication.translate("Cleaning", "Never asked about offers"),
        Gap.STALE: QCoreApplication.translate("Cleaning", "Not looked at for two years"),
    }[gap]
