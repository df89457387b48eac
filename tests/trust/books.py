"""What the doctor finds after a step of a random day.

No step moves the file's pages, its schema or its settings, and to look at them takes half of the
doctor's time: they are looked at when the day ends, with everything else once more.
"""

from unittest.mock import patch

from app.services import doctor
from app.services.doctor import Check
from app.shop import Shop

_BOOKS = {
    name: look
    for name, look in doctor.CHECKS.items()
    if name not in ("integrity", "schema", "settings")
}


def wrong_books(shop: Shop) -> list[Check]:
    """What is wrong with anything that a step can move."""
    with patch.object(doctor, "CHECKS", _BOOKS):
        return wrong_at_all(shop)


def wrong_at_all(shop: Shop) -> list[Check]:
    """What is wrong with the whole file."""
    return [check for check in shop.doctor.run() if not check.ok]
