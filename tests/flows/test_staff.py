"""Staff at a real window: locked, let in, changed in one scan, approved in the middle of a sale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.errors import NeedsApproval
from app.services.pins import PinCost
from app.services.rules.cart import HandDiscount
from app.services.rules.powers import Role
from app.services.staff import StaffList
from app.ui.staff.lock import LockSheet
from app.ui.staff.proof_sheet import ProofSheet
from tests.shop_builder import add_member, add_product, balance, sell

CTRL = Qt.KeyboardModifier.ControlModifier
OWNER_PIN, MANAGER_PIN, CLERK_PIN = "739152", "482617", "9047"


@pytest.fixture
def people(till):
    """An owner, a manager and a clerk with PINs; the clerk and the manager have cards."""
    staff = StaffList(till.shop.desk, PinCost(memory_kib=8, rounds=1))
    owner = staff.set_pin(staff.list()[0].staff_id, OWNER_PIN)
    manager = staff.add("Chen", Role.MANAGER, MANAGER_PIN)
    clerk = staff.add("Lin", Role.CLERK, CLERK_PIN)
    tea = add_product(till.shop, "tea", 1000)
    cards = {who.name: staff.new_card(who.staff_id) for who in (manager, clerk)}
    return {"owner": owner, "manager": manager, "clerk": clerk, "cards": cards, "tea": tea}


def lock_of(till):
    sheet = till.window.open_sheet()
    return sheet if isinstance(sheet, LockSheet) else None


def asked(till):
    sheet = till.window.open_sheet()
    return sheet if type(sheet) is ProofSheet else None


def sell_as_clerk(till, people):
    """Lin at the till with a tea in the cart."""
    till.scan(people["cards"]["Lin"])
    till.cashier._presenter.add_item(people["tea"])
    till.settle()


def test_a_shop_without_a_pin_is_never_locked(till):
    assert lock_of(till) is None
    till.key(Qt.Key.Key_L, CTRL)
    assert lock_of(till) is None
    assert "alone at this till" in till.window.toast_text()


def test_a_shop_with_a_pin_opens_locked_and_a_pin_lets_in(till, people):
    till.window.shop_opened(till.shop)
    till.settle()
    assert lock_of(till) is not None
    till.key(Qt.Key.Key_Down)
    till.key(Qt.Key.Key_Down)
    till.type(CLERK_PIN)
    till.key(Qt.Key.Key_Return)
    assert lock_of(till) is None
    assert till.shop.desk.staff.name == "Lin"


def test_nothing_is_seen_heard_or_reached_while_it_is_locked(till, people):
    till.cashier._presenter.add_item(people["tea"])
    till.key(Qt.Key.Key_L, CTRL)
    till.key(Qt.Key.Key_Escape)
    till.key(Qt.Key.Key_2, CTRL)
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Tab)
    till.scan("6901234567892")
    assert lock_of(till) is not None
    assert till.window.current_section() == "cashier"
    assert len(till.state.quote.lines) == 1
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_the_lock_takes_a_staff_card_into_the_field_of_the_pin(till, people):
    till.key(Qt.Key.Key_L, CTRL)
    till.forget_steps()
    till.scan(people["cards"]["Lin"])
    assert lock_of(till) is None
    assert till.shop.desk.staff.name == "Lin"
    assert (till.taps, till.scans) == (0, 1)


def test_a_scanners_tab_ends_a_card_on_the_lock_as_well(till, people):
    from tests.ui.conftest import scan

    till.key(Qt.Key.Key_L, CTRL)
    scan(till.window, people["cards"]["Lin"], end=Qt.Key.Key_Tab)
    till.settle()
    assert lock_of(till) is None


def test_a_pin_is_never_taken_for_a_scan(till, people):
    heard: list[object] = []
    till.key(Qt.Key.Key_L, CTRL)
    till.window.scanned = heard.append
    till.scan("90471234")
    assert heard == []
    assert lock_of(till) is not None


def test_a_wrong_pin_waits_and_says_how_long_and_a_card_is_taken_meanwhile(till, people):
    till.key(Qt.Key.Key_L, CTRL)
    till.type("5555")
    till.key(Qt.Key.Key_Return)
    sheet = lock_of(till)
    assert "wrong" in sheet.error.text()
    assert not sheet.pad.field.isEnabled()
    till.scan(people["cards"]["Chen"])
    assert till.shop.desk.staff.name == "Chen"


def test_one_scan_changes_who_sells_and_keeps_the_cart(till, people):
    till.cashier._presenter.add_item(people["tea"])
    till.forget_steps()
    till.scan(people["cards"]["Lin"])
    assert (till.taps, till.scans) == (0, 1)
    assert till.shop.desk.staff.name == "Lin"
    assert len(till.state.quote.lines) == 1
    assert "Lin is at the till" in till.window.toast_text()


def test_locking_and_coming_back_keeps_the_cart(till, people):
    sell_as_clerk(till, people)
    till.key(Qt.Key.Key_L, CTRL)
    till.scan(people["cards"]["Chen"])
    assert len(till.state.quote.lines) == 1


def test_a_till_that_nobody_touches_locks_itself(till, people):
    idle = till.window._people._idle
    idle.look(idle._last + 9 * 60)
    assert lock_of(till) is None
    idle.look(idle._last + 10 * 60 + 1)
    assert lock_of(till) is not None


def test_a_till_that_is_touched_stays_open(till, people):
    idle = till.window._people._idle
    before = idle._last
    till.key(Qt.Key.Key_F1)
    assert idle._last > before


def test_a_section_that_is_not_theirs_is_locked_with_a_sentence_and_opens_once(till, people):
    till.scan(people["cards"]["Lin"])
    till.key(Qt.Key.Key_6, CTRL)
    page = till.window._stack.currentWidget()
    assert page is till.window._people._page
    page._state.acted.emit()
    till.settle()
    till.type(OWNER_PIN)
    till.key(Qt.Key.Key_Return)
    assert till.window._stack.currentWidget() is till.window._screens["settings"]
    assert till.shop.desk.staff.name == "Lin"
    till.key(Qt.Key.Key_1, CTRL)
    till.key(Qt.Key.Key_6, CTRL)
    assert till.window._stack.currentWidget() is till.window._people._page


def test_who_takes_over_in_settings_does_not_stay_there(till, people):
    till.key(Qt.Key.Key_6, CTRL)
    assert till.window._stack.currentWidget() is till.window._screens["settings"]
    till.scan(people["cards"]["Lin"])
    assert till.window._stack.currentWidget() is till.window._people._page


def discounted(till, people):
    """Lin gives a half off, which is more than a clerk may."""
    sell_as_clerk(till, people)
    presenter = till.cashier._presenter
    half = HandDiscount("friend", percent_bp=5_000)
    presenter.discount_basket(half)
    till.settle()


def pay(till):
    till.key(Qt.Key.Key_F9)
    till.key(Qt.Key.Key_Return)


def test_over_the_limit_a_managers_pin_is_asked_when_the_discount_is_given(till, people):
    """And not a second time when it is paid."""
    discounted(till, people)
    sheet = asked(till)
    assert sheet is not None
    assert till.state.quote.total_minor == 1_000
    assert [person.name for person in sheet.presenter.people] == ["店主", "Chen"]
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 0
    till.key(Qt.Key.Key_Down)
    till.type(MANAGER_PIN)
    till.key(Qt.Key.Key_Return)
    assert asked(till) is None
    assert till.state.quote.total_minor == 500
    pay(till)
    assert asked(till) is None
    row = till.shop.desk.database.row("SELECT total_minor, staff_id FROM sale")
    assert row == (500, people["clerk"].staff_id.bytes)
    approved = till.shop.desk.database.value(
        "SELECT approved_by FROM audit_entry WHERE action = 'sale.discount'"
    )
    assert approved == people["manager"].staff_id.bytes


def test_a_managers_card_does_the_same_in_one_scan(till, people):
    discounted(till, people)
    till.forget_steps()
    till.scan(people["cards"]["Chen"])
    assert (till.taps, till.scans) == (0, 1)
    assert till.state.quote.total_minor == 500
    pay(till)
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 1
    assert till.shop.desk.staff.name == "Lin"  # the clerk stays at the till


def test_a_clerks_own_card_approves_nothing(till, people):
    discounted(till, people)
    till.scan(people["cards"]["Lin"])
    assert "may not approve" in asked(till).error.text()
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_without_a_word_there_is_no_discount_and_the_basket_is_there(till, people):
    discounted(till, people)
    till.key(Qt.Key.Key_Escape)
    assert asked(till) is None
    assert len(till.state.quote.lines) == 1
    assert till.state.quote.total_minor == 1_000
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 0


def test_a_word_for_one_basket_is_none_for_the_next(till, people):
    discounted(till, people)
    till.scan(people["cards"]["Chen"])
    till.cashier._presenter.clear()
    till.cashier._presenter.begin_next()
    till.cashier._presenter.add_item(people["tea"])
    till.cashier._presenter.discount_basket(HandDiscount("friend", percent_bp=5_000))
    till.settle()
    assert asked(till) is not None


def test_what_goes_past_the_word_is_asked_again_when_it_is_paid(till, people):
    """The limit was lowered meanwhile, or a line grew: the sale looks for itself."""
    discounted(till, people)
    till.scan(people["cards"]["Chen"])
    till.cashier._presenter.discounts.forget()
    pay(till)
    assert asked(till) is not None
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 0
    till.scan(people["cards"]["Chen"])
    assert till.shop.desk.database.value("SELECT count(*) FROM sale") == 1


def test_who_is_disabled_while_at_the_till_is_locked_out_at_once(till, people):
    sell_as_clerk(till, people)
    staff, owner = till.shop.staff, people["owner"].staff_id
    word = staff.approve(NeedsApproval("staff", 0, 0, ""), owner, OWNER_PIN)
    staff.disable(people["clerk"].staff_id, approval=word)
    till.window.tell_changed("staff")
    till.settle()
    assert lock_of(till) is not None
    assert till.shop.desk.staff.role == Role.CLERK


def test_a_second_receipt_of_the_day_is_claimed_by_a_clerk_with_a_managers_card(till, people):
    shop, ana = till.shop, add_member(till.shop)
    card = shop.cards.issue(ana)
    first, second = sell(shop, 1_000), sell(shop, 2_000)
    till.scan(people["cards"]["Lin"])
    till.scan(card.code)
    for receipt, points in ((first, 10), (second, 10)):
        till.scan(receipt.code)
        till.key(Qt.Key.Key_Return)
        assert balance(shop, ana) == points
    assert asked(till) is not None
    till.scan(people["cards"]["Chen"])
    assert asked(till) is None
    assert balance(shop, ana) == 30
    assert "30" in till.window.toast_text()
