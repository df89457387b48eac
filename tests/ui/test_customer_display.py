"""The screen that faces the customer: the sale as it is, and nothing of the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image as Pillow
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.services.rules.cart import Item
from app.ui.customer_display import CustomerDisplay, picture, pictures_in
from app.ui.display_face import Look, paint_face
from app.ui.display_state import (
    DisplayLine,
    DisplayMember,
    DisplayState,
    Phase,
    Showing,
)
from app.ui.main_window import MainWindow
from app.ui.tasks import InlineTasks
from app.ui.tokens import DARK, LIGHT
from tests.shop_builder import add_member, sentences
from tests.ui.conftest import press

ANA = DisplayMember("曾*晴", 1285, 1384)
CART = DisplayState(lines=(DisplayLine("茶", "1 × 9.00", 900),), total_minor=900, member=ANA)


@pytest.fixture
def window(shown, shop, monkeypatch) -> Iterator[MainWindow]:
    # This platform has one screen; the display stands on it as if it were a second.
    monkeypatch.setattr(
        CustomerDisplay,
        "_screen",
        lambda self: QGuiApplication.primaryScreen() if self._shell.config.display_screen else None,
    )
    made = MainWindow(
        config=replace(shop.config, sounds=False, display_screen="second"),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    made.activateWindow()
    yield made
    made.closing()


def seen(window: MainWindow) -> DisplayState:
    view = window.display.window
    assert view is not None
    return view.state


def test_the_customer_follows_the_sale_from_the_first_item_to_the_thanks(window, shop):
    till = window.current_screen()._presenter
    assert seen(window).phase is Phase.IDLE
    till.attach(add_member(shop, "曾雨晴", points=50))
    till.add_item(Item("燕麦拿铁", 2800))
    state = seen(window)
    assert state.phase is Phase.CART
    assert [(line.name, line.counted, line.total_minor) for line in state.lines] == [
        ("燕麦拿铁", "1 × 28.00", 2800)
    ]
    assert state.member is not None
    assert state.member.name == "曾*晴"
    assert state.member.points_before == 50
    assert state.member.points_after > 50
    press(window, Qt.Key.Key_F9)
    assert seen(window).phase is Phase.PAYING
    press(window, Qt.Key.Key_Escape)
    assert seen(window).phase is Phase.CART
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_Return)
    state = seen(window)
    assert state.phase is Phase.THANKS
    assert state.lines == ()
    assert state.member is not None
    window.display._over()
    assert seen(window) == replace(DisplayState(), currency=state.currency)


def test_the_next_customer_sees_nothing_of_the_last(window, shop):
    till = window.current_screen()._presenter
    till.attach(add_member(shop, "曾雨晴", points=50))
    till.add_item(Item("燕麦拿铁", 2800))
    press(window, Qt.Key.Key_F9)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    till.add_item(Item("茶", 900))
    state = seen(window)
    assert state.phase is Phase.CART
    assert state.member is None
    assert [line.name for line in state.lines] == ["茶"]
    assert state.change_minor == 0


def test_the_display_never_takes_a_key_from_the_cashier(window):
    view = window.display.window
    assert view is not None
    assert view.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert QApplication.activeWindow() is not view


def test_it_goes_with_its_screen_and_comes_back_with_the_sale_on_it(window, monkeypatch):
    till = window.current_screen()._presenter
    till.add_item(Item("茶", 900))
    before = seen(window)
    window.save_config(replace(window.config, display_screen=""))
    assert window.display.window is None
    till.add_item(Item("茶", 900))
    window.save_config(replace(window.config, display_screen="second"))
    assert seen(window).phase is before.phase
    till.add_item(Item("咖啡", 1900))
    assert [line.name for line in seen(window).lines] == ["茶", "茶", "咖啡"]


def test_an_unplugged_screen_takes_the_display_away_at_once(window, qtbot):
    view = window.display.window
    assert view is not None
    window.display._lost(view.screen())
    assert window.display.window is None
    qtbot.waitUntil(lambda: window.display.window is not None)  # it is there again: so is this


def test_one_screen_alone_belongs_to_the_cashier(shown, shop):
    config = replace(shop.config, display_screen=QGuiApplication.primaryScreen().name())
    made = MainWindow(
        config=config, tasks=InlineTasks(), sentence=sentences(shop), language=lambda: "en"
    )
    shown(made)
    made.shop_opened(shop)
    assert made.display.window is None
    made.closing()


def test_thanks_outlive_an_empty_cart_and_no_new_one():
    showing = Showing()
    showing.cart(CART)
    showing.paying(True)
    showing.cart(DisplayState())
    assert showing.sold(replace(CART, change_minor=100)).phase is Phase.THANKS
    assert showing.cart(DisplayState()).phase is Phase.THANKS
    again = showing.cart(replace(CART, member=None))
    assert again.phase is Phase.CART
    assert again.change_minor == 0
    assert showing.over().phase is Phase.CART


def test_nobody_is_greeted_once_the_thanks_are_over():
    showing = Showing()
    showing.sold(CART)
    assert showing.over().member is None
    assert showing.paying(True).phase is Phase.IDLE


@pytest.mark.parametrize("size", [(800, 480), (1024, 600), (1920, 1080), (600, 1024)])
@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_every_phase_is_drawn_at_every_size(size, phase, language):
    lines = tuple(
        DisplayLine("很长的商品名称" * 6 + str(at), "12 × 1,234.50", 123_456_789, 999_999)
        for at in range(30)
    )
    state = DisplayState(
        phase, lines, 12_345_678, 999_999_999, 999_999_999, 99_999, DisplayMember("A***" * 9, 9, 10)
    )
    for tokens in (LIGHT, DARK):
        image = QImage(size[0], size[1], QImage.Format.Format_RGB32)
        image.fill(QColor("#FF00FF"))
        painter = QPainter(image)
        look = Look("晨光茶室", "subtitle", language, tokens)
        paint_face(painter, QRectF(image.rect()), state, look)
        painter.end()
        found = {image.pixelColor(x, y).name() for x in range(0, size[0], 7) for y in (2, 5)}
        assert "#ff00ff" not in found
        assert image.pixelColor(size[0] - 1, size[1] - 1).name() != "#ff00ff"


def test_slides_are_the_pictures_of_a_folder_by_name(tmp_path):
    for name in ("b.png", "a.JPG"):
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("red"))
        image.save(str(tmp_path / name))
    assert [path.name for path in pictures_in(str(tmp_path))] == ["a.JPG", "b.png"]
    assert pictures_in(str(tmp_path / "gone")) == ()
    (tmp_path / "notes.txt").write_text("no picture")
    assert picture(str(tmp_path / "notes.txt")).isNull()
    assert picture(str(tmp_path / "gone.png")).isNull()
    assert picture("").isNull()


def test_a_huge_picture_is_read_no_larger_than_a_screen(tmp_path):
    image = QImage(6000, 3000, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    image.save(str(tmp_path / "huge.png"))
    assert picture(str(tmp_path / "huge.png")).width() <= 1920


def test_slides_turn_while_nobody_is_served(window, tmp_path):
    for name, colour in (("a.png", "red"), ("b.png", "blue")):
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        image.save(str(tmp_path / name))
    window.save_config(replace(window.config, display_pictures=str(tmp_path)))
    view = window.display.window
    assert view is not None
    assert view.look.slide.pixelColor(5, 5) == QColor("red")
    window.display._next_slide()
    assert view.look.slide.pixelColor(5, 5) == QColor("blue")
    # What is put into the folder during the day, or taken out of it, is seen in the next round.
    (tmp_path / "a.png").unlink()
    window.display._next_slide()
    assert view.look.slide.pixelColor(5, 5) == QColor("blue")
    (tmp_path / "b.png").unlink()
    window.display._next_slide()
    assert view.look.slide.isNull()
    # The display goes with its screen; once it is back, the pictures turn again.
    window.save_config(replace(window.config, display_screen=""))
    assert not window.display._turn.isActive()
    window.save_config(replace(window.config, display_screen="second"))
    assert window.display._turn.isActive()


PAID_TO = "https://pay.example/shop/42"


def shown_codes(window) -> list[str]:
    """What a phone reads off the customer's screen."""
    view = window.display.window
    QApplication.processEvents()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    size, row = (image.width(), image.height()), image.bytesPerLine()
    grey = Pillow.frombuffer("L", size, bytes(image.constBits()), "raw", "L", row, 1)
    return [found.text for found in zxingcpp.read_barcodes(grey)]


@pytest.fixture
def pay_code(tmp_path):
    path = tmp_path / "pay.png"
    symbol = zxingcpp.create_barcode(PAID_TO, zxingcpp.BarcodeFormat.QRCode)
    Pillow.fromarray(symbol.to_image(scale=6)).save(path)
    return path


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_shops_pay_code_is_read_off_the_screen_while_paying_and_no_longer(
    window, pay_code, theme
):
    window.save_config(replace(window.config, display_pay_code=str(pay_code), display_theme=theme))
    window.display.window.resize(1024, 600)
    window.current_screen()._presenter.add_item(Item("茶", 900))
    assert shown_codes(window) == []
    press(window, Qt.Key.Key_F9)
    assert shown_codes(window) == [PAID_TO]
    press(window, Qt.Key.Key_Return)
    assert shown_codes(window) == []


def test_a_pay_code_that_is_no_picture_leaves_the_sale_alone(window, tmp_path):
    broken = tmp_path / "pay.png"
    broken.write_bytes(b"no picture")
    window.save_config(replace(window.config, display_pay_code=str(broken)))
    window.current_screen()._presenter.add_item(Item("茶", 900))
    press(window, Qt.Key.Key_F9)
    assert seen(window).phase is Phase.PAYING
    assert shown_codes(window) == []
