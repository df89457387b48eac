"""A code held before the camera is a scan; a camera that fails is one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest
import zxingcpp
from PySide6.QtCore import Qt

from app.errors import CameraFault
from app.services import camera
from app.services.camera import Frame, Sightings, codes_in_frame, first_picture, open_camera
from app.services.documents.symbols import code_128, qr
from app.services.products import ProductDraft
from app.ui.cashier.view import CashierScreen
from app.ui.devices import Devices
from app.ui.main_window import MainWindow
from app.ui.settings.controls import SegmentControl
from app.ui.settings.scanner_page import ScannerPage
from app.ui.tasks import InlineTasks
from app.ui.widgets.overlays import Toast
from tests.fake_camera import EMPTY, FakeCamera, goods, sight
from tests.shop_builder import add_member, sentences
from tests.ui.conftest import press, scan
from tests.ui.settings_help import open_settings

TEA = "6901234567892"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fake(monkeypatch) -> FakeCamera:
    made = FakeCamera()
    monkeypatch.setattr(camera, "can_use_camera", lambda: True)
    monkeypatch.setattr(camera, "open_camera", lambda number: made)
    return made


@pytest.fixture
def window(shown, shop) -> Iterator[MainWindow]:
    made = MainWindow(
        config=replace(shop.config, sounds=False, camera=True),
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    shown(made)
    made.shop_opened(shop)
    yield made
    made.closing()


def devices(window: MainWindow) -> Devices:
    return window._devices


def switch(window: MainWindow) -> None:
    press(window, Qt.Key.Key_R, CONTROL)


def cart_of(window: MainWindow):
    screen = window.current_screen()
    assert isinstance(screen, CashierScreen)
    assert screen._presenter is not None
    return screen._presenter.state.basket.cart


def has_member(window: MainWindow, member_id) -> bool:
    member = cart_of(window).member
    return member is not None and member.member_id == member_id


def test_a_code_held_up_is_one_scan_however_long_and_the_picture_is_shown(
    window, shop, fake, qtbot
):
    shop.products.add(ProductDraft("龙井", price="28", barcodes=(TEA,)))
    switch(window)
    panel = devices(window).camera
    qtbot.waitUntil(lambda: not panel.picture().isNull())
    fake.held_up = goods(TEA)
    qtbot.waitUntil(lambda: len(cart_of(window).lines) == 1)
    qtbot.wait(400)
    (line,) = cart_of(window).lines
    assert line.quantity_milli == 1000
    window.toast("read")
    assert not panel.geometry().intersects(window.findChild(Toast).geometry())
    assert TEA in panel.text()
    switch(window)
    assert fake.let_go.wait(2)
    assert panel.isHidden()


def test_a_members_card_goes_the_way_a_scanners_would_and_the_keys_stay_with_the_till(
    window, shop, fake, qtbot
):
    member_id = add_member(shop, "曾雨晴")
    shop.products.add(ProductDraft("龙井", price="28", barcodes=(TEA,)))
    window.current_screen().omnibox.setFocus()
    switch(window)
    fake.held_up = sight(qr(shop.cards.issue(member_id).code, 20, 10, 30))
    qtbot.waitUntil(lambda: has_member(window, member_id))
    scan(window, TEA)
    assert len(cart_of(window).lines) == 1
    press(window, Qt.Key.Key_F9)
    assert window.open_sheet() is not None


def test_a_code_is_told_to_the_sheet_in_front(window, shop, fake, qtbot, monkeypatch):
    shop.products.add(ProductDraft("龙井", price="28", barcodes=(TEA,)))
    scan(window, TEA)
    press(window, Qt.Key.Key_F9)
    sheet = window.open_sheet()
    heard: list[str] = []
    monkeypatch.setattr(sheet, "scanned", heard.append)
    switch(window)
    fake.held_up = sight(code_128("134567890123456789", 4, 15, 72, 20))
    qtbot.waitUntil(lambda: heard == ["134567890123456789"])


@pytest.mark.parametrize(
    ("reason", "said"),
    [("camera_missing", "does not answer"), ("camera_busy", "other program")],
)
def test_a_camera_that_cannot_be_had_is_one_sentence(
    window, fake, qtbot, monkeypatch, reason, said
):
    def refuse(number):
        raise CameraFault(number, reason)

    monkeypatch.setattr(camera, "open_camera", refuse)
    switch(window)
    qtbot.waitUntil(lambda: said in window.banner_text())
    assert window.banner_text().startswith("Camera 1 ")
    assert not devices(window).camera.is_on()


def test_a_camera_pulled_out_is_one_sentence_and_may_be_switched_on_again(window, fake, qtbot):
    switch(window)
    panel = devices(window).camera
    qtbot.waitUntil(lambda: not panel.picture().isNull())
    fake.fault = CameraFault(1, "camera_gone")
    qtbot.waitUntil(lambda: "stopped" in window.banner_text())
    assert panel.isHidden()
    assert fake.let_go.is_set()
    fake.fault = None
    switch(window)
    qtbot.waitUntil(lambda: not panel.picture().isNull())
    assert window.banner_text() == ""


def test_it_is_off_by_default_and_says_where_it_is_switched_on(window, fake, qtbot):
    window.save_config(replace(window.config, camera=False))
    switch(window)
    assert "Settings, Scanner" in window.banner_text()


def test_without_the_extra_it_says_how_to_get_it(window, shown, shop, monkeypatch):
    monkeypatch.setattr(camera, "can_use_camera", lambda: False)
    switch(window)
    assert "dev.py camera" in window.banner_text()


def test_the_settings_switch_it_and_choose_which(shown, shop):
    window, settings = open_settings(shown, shop, ScannerPage)
    page = settings.page()
    assert isinstance(page, ScannerPage)
    assert not page.camera_tick.isChecked()
    page.camera_tick.click()
    assert window.config.camera
    which = page.till_form.control("camera_number")
    assert isinstance(which, SegmentControl)
    which.choose(1)
    assert window.config.camera_number == 2


def test_nobody_is_filmed_for_long_without_a_code(window, fake, qtbot, monkeypatch):
    monkeypatch.setattr("app.ui.camera.UNTOUCHED_MS", 150)
    switch(window)
    qtbot.waitUntil(fake.let_go.is_set)
    assert not devices(window).camera.is_on()


# -- without a window -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        (qr("912800412875503", 20, 10, 30), "912800412875503"),
        (code_128("3141592653", 8, 10, 60, 20), "3141592653"),
    ],
)
def test_what_we_print_is_read_from_a_picture(symbol, text):
    assert codes_in_frame(sight(symbol)) == (text,)


def test_a_barcode_is_read_from_a_picture():
    assert codes_in_frame(goods(TEA)) == (TEA,)


def test_an_empty_picture_and_a_text_no_scanner_types_hold_no_code():
    assert codes_in_frame(EMPTY) == ()
    assert codes_in_frame(goods("two\nlines", zxingcpp.BarcodeFormat.QRCode)) == ()


def test_a_code_counts_after_two_pictures_and_again_only_once_it_was_away():
    seen = Sightings()
    assert seen.new(["A"], 0) == ()
    assert seen.new(["A", "B"], 30) == ("A",)
    assert seen.new(["A", "B"], 60) == ("B",)
    assert seen.new([], 90) == ()
    assert seen.new(["A"], 1400) == ()
    assert seen.new(["A"], 1430) == ()  # a flicker is the same code, and keeps it in sight
    assert seen.new([], 1460) == ()
    assert seen.new(["A"], 2950) == ()
    assert seen.new(["A"], 2980) == ("A",)


def test_a_camera_that_opens_and_shows_nothing_is_in_use(monkeypatch):
    monkeypatch.setattr(camera, "_WARM_UP_S", 0.2)
    held = FakeCamera()
    held.fault = CameraFault(2, "camera_gone")
    with pytest.raises(CameraFault) as refused:
        first_picture(held, 2)
    assert refused.value.reason == "camera_busy"
    assert held.let_go.is_set()


def test_nothing_of_the_camera_is_loaded_before_its_key(window):
    assert "cv2" not in sys.modules
    assert "camera" not in devices(window).__dict__


class FakeCapture:
    """Stands for OpenCV's, which the tests do not install."""

    def __init__(self, at: int) -> None:
        self.opened = at == 1

    def set(self, _what: int, _value: int) -> None: ...

    def isOpened(self) -> bool:
        return self.opened

    def read(self):
        blue = Picture(bytes([255, 0, 0]) * 2, (1, 2, 3))
        return self.opened, blue

    def release(self) -> None:
        self.opened = False


class Picture:
    """As much of an array as is used."""

    def __init__(self, data: bytes, shape: tuple[int, int, int]) -> None:
        self.data, self.shape = data, shape

    def tobytes(self) -> bytes:
        return self.data


def test_opencv_gives_pictures_and_one_that_is_not_there_or_goes_says_so(monkeypatch):
    names = {"CAP_PROP_FRAME_WIDTH": 3, "CAP_PROP_FRAME_HEIGHT": 4, "COLOR_BGR2RGB": 4}
    fake_cv2 = SimpleNamespace(
        VideoCapture=FakeCapture,
        cvtColor=lambda bgr, _how: Picture(bgr.data[::-1], bgr.shape),
        **names,
    )
    monkeypatch.setitem(sys.modules, "cv2", fake_cv2)
    held = open_camera(2)
    assert held.picture() == Frame(2, 1, bytes([0, 0, 255]) * 2)
    held.close()
    with pytest.raises(CameraFault) as gone:
        held.picture()
    assert gone.value.facts() == {"camera": 2, "reason": "camera_gone"}
    with pytest.raises(CameraFault) as missing:
        open_camera(65)
    assert missing.value.reason == "camera_missing"
