"""A picture of a card, pasted at the till, is as good as the card."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage

from app.services.documents.drawing import Page
from app.services.documents.png import png_bytes
from app.services.documents.symbols import code_128, qr
from app.services.picture_codes import codes_in
from app.ui import picture_scan
from app.ui.cashier.view import CashierScreen
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from tests.shop_builder import add_member, sentences
from tests.ui.conftest import press


def card(*symbols) -> bytes:
    return png_bytes(Page(80, 60, symbols), 200)


@pytest.fixture
def window(shown, shop) -> MainWindow:
    made = MainWindow(
        config=replace(shop.config, sounds=False),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    screen = made.current_screen()
    assert isinstance(screen, CashierScreen)
    screen.omnibox.setFocus()
    return made


def paste(window: MainWindow, picture: bytes) -> None:
    offered = QMimeData()
    offered.setImageData(QImage.fromData(picture))
    QGuiApplication.clipboard().setMimeData(offered)
    press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_pasted_card_puts_its_member_at_the_till(window, shop):
    member_id = add_member(shop, "曾雨晴")
    code = shop.cards.issue(member_id).code
    paste(window, card(qr(code, 20, 10, 30)))
    strip = window.current_screen()._presenter.strip
    assert strip is not None
    assert strip.member_id == member_id


def test_a_picture_without_a_code_or_with_two_says_so(window):
    paste(window, card())
    assert "no code" in window.toast_text()
    paste(window, card(qr("912800412875503", 5, 10, 25), qr("912800412875511", 45, 10, 25)))
    assert "several" in window.toast_text()


def test_text_is_pasted_as_ever(window):
    QGuiApplication.clipboard().setText("138")
    press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert window.current_screen().omnibox.text() == "138"


def test_without_the_extra_nothing_is_offered(window, monkeypatch):
    monkeypatch.setattr(picture_scan, "can_read_pictures", lambda: False)
    paste(window, card(qr("912800412875503", 20, 10, 30)))
    assert window.toast_text() == ""


@pytest.mark.parametrize(
    "symbol", [qr("3141592653", 20, 10, 30), code_128("3141592653", 8, 10, 60, 20)]
)
def test_square_codes_and_bars_are_read(symbol):
    assert codes_in(card(symbol)) == ("3141592653",)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_what_is_no_picture_holds_no_code(data):
    assert codes_in(data) == ()
