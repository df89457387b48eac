"""Scenes of the people at the till: the lock, a word on the spot, a section that is not theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.errors import NeedsApproval
from app.services.desk import Staff
from app.services.pins import PinCost
from app.services.rules.powers import Role
from app.services.staff import StaffList

if TYPE_CHECKING:
    from tests.scenes import Stage

NAMES = {
    "zh_CN": ("陈店长", "小林", "周婷"),
    "zh_TW": ("陳店長", "小林", "周婷"),
    "en": ("Maria Chen", "Sam Lin", "Zoe Park"),
}


def people(stage: Stage) -> Any:
    """A manager and two clerks beside the owner; the owner has a PIN from now on."""
    staff = StaffList(stage.shop.desk, PinCost(8, 1))
    if len(staff.list()) == 1:
        manager, first, second = NAMES[stage.window.language]
        for name, role, pin in (
            (manager, Role.MANAGER, "482617"),
            (first, Role.CLERK, "9047"),
            (second, Role.CLERK, ""),
        ):
            person = staff.add(name, role, pin)
            if not pin:
                staff.new_card(person.staff_id)
    staff.set_pin(staff.list()[0].staff_id, "739152")
    return staff


def unlocked(stage: Stage, staff: Any) -> None:
    """The till as it was for the scenes that follow."""
    owner = staff.list()[0]
    stage.shop.desk.staff = Staff(owner.staff_id, owner.name, owner.role)
    staff.set_pin(owner.staff_id, "")
    stage.window._people.say()


def lock(stage: Stage) -> None:
    """Locked, and a wrong PIN."""
    stage.screen("cashier")
    staff = people(stage)
    stage.window._people.lock()
    sheet = stage.window.open_sheet()
    sheet.presenter.choose(2)
    stage.shot("lock")
    sheet.pad.field.insert("5555")
    sheet.pad.field.give()
    stage.shot("lock-wrong")
    sheet._open = True
    stage.window._people._lock = None
    stage.close_sheets()
    unlocked(stage, staff)


def word_on_the_spot(stage: Stage) -> None:
    """A clerk needs a manager's word; a section is not theirs."""
    staff = people(stage)
    clerk = staff.list()[2]
    stage.screen("cashier")
    stage.shop.desk.staff = Staff(clerk.staff_id, clerk.name, clerk.role)
    stage.window._people.say()
    needs = NeedsApproval("discount", 1_000, 2_000, "bp")
    stage.window._people.ask_approval(needs, lambda word: None, lambda: None)
    stage.sheet("approval")
    stage.screen("settings")
    stage.shot("barred")
    stage.screen("cashier")
    unlocked(stage, staff)


def settings_pages(stage: Stage) -> None:
    """People and their powers, one person, the trail and the exceptions."""
    staff = people(stage)
    screen = stage.screen("settings")
    for name in ("staff", "audit"):
        screen.asked(name)
        page = screen.page()
        page.activated()
        stage.settle()
        stage.shot(f"settings-{name}")
        if name == "staff":
            page.edit(staff.list()[1])
            stage.sheet("person")
        else:
            page.view.choose(1)
            page.span.setCurrentIndex(3)
            page.read()
            stage.settle()
            page.people.choose(0)
            stage.shot("settings-exceptions")
            page.view.choose(0)
    stage.screen("cashier")
    unlocked(stage, staff)


STAFF_SCENES = (lock, word_on_the_spot, settings_pages)
