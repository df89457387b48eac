"""The screens of the till's hardware: the printer's page, what waits, the customer display."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.scenes import Stage


def printer_page(stage: Stage) -> None:
    """A network printer, tried without success, and with."""
    from app.ui.widgets.labels import Tone

    screen = stage.screen("settings")
    kept = stage.window.config
    stage.window.save_config(
        replace(kept, printer_connection="network", printer_address="192.168.1.50")
    )
    screen.asked("printer")
    page = screen.page()
    page.show_stored()
    stage.settle()
    page._tell(page.tr("Sent. Look at the paper, then choose the line below."), Tone.SUCCESS)
    stage.shot("settings-printer-network")
    page._tell("", Tone.MUTED)
    stage.window.save_config(kept)
    page.show_stored()
    screen.list.setCurrentRow(0)


def customer_display(stage: Stage) -> None:
    """What the customer sees, from the first item to the thanks, on two sizes of screen."""
    from app.services.rules.tenders import Tender, TenderKind
    from app.ui.cashier.customer import seen_of_cart, seen_of_sale
    from app.ui.customer_display import CustomerDisplay
    from app.ui.display_state import Showing
    from app.ui.display_window import DisplayWindow
    from app.ui.theme import THEME
    from app.ui.tokens import DARK, LIGHT
    from tests.pay_code import pay_code_image

    screen = stage.screen("cashier")
    till = screen._presenter
    currency = stage.shop.desk.settings.money
    display = CustomerDisplay(stage.window)
    look = replace(
        display.look(),
        tokens=DARK if THEME.tokens.name == "dark" else LIGHT,
        pay_code=pay_code_image(),
    )
    showing = Showing()

    def look_at(name: str, state) -> None:
        for size in ((1024, 600), (1920, 1080)):
            view = DisplayWindow()
            view.resize(*size)
            view.show_look(look)
            view.show_state(state)
            stage.settle()
            stage.shot_of(view, f"display-{name}-{size[0]}")
            view.deleteLater()

    look_at("idle", showing.state)
    till.attach(stage.member_id)
    products = stage.shop.products.on_sale()[:16]
    for product in products[:3]:
        till.add_item(product.item)
    stage.settle()
    look_at("cart", showing.cart(seen_of_cart(till.state, currency)))
    look_at("paying", showing.paying(True))
    for product in products[3:]:
        till.add_item(product.item)
    showing.paying(False)
    look_at("long-cart", showing.cart(seen_of_cart(till.state, currency)))
    quote = till.state.quote
    tender = Tender(TenderKind.CASH, (quote.total_minor // 10_000 + 1) * 10_000)
    from app.services.ids import uuid7

    receipt = stage.shop.checkout.complete(uuid7(), till.state.basket.cart, quote, (tender,))
    look_at("thanks", showing.sold(seen_of_sale(receipt, currency)))
    till.clear()


def display_page(stage: Stage) -> None:
    """The page of the customer display, each of its three previews."""
    screen = stage.screen("settings")
    screen.asked("display")
    page = screen.page()
    for at, name in enumerate(("paying", "thanks", "idle")):
        page.phase.choose(at)
        page._show_preview()
        stage.settle()
        stage.shot(f"settings-display-{name}")
    screen.list.setCurrentRow(0)


def prints_that_wait(stage: Stage) -> None:
    """Three prints: one waits, one is asked about, one is under way."""
    from datetime import timedelta

    from app.services.ids import uuid7
    from app.services.printing.jobs import PrintJob
    from app.services.printing.queue import QueueState

    now = stage.shop.desk.now().astimezone(stage.shop.desk.zone)
    rows = (("failed", "printer_unsure"), ("waiting", "paper_out"), ("waiting", ""))
    jobs = tuple(
        PrintJob(
            uuid7(), "receipt", f"A0-00190{at}", False, state, 1, fault, now + timedelta(minutes=at)
        )
        for at, (state, fault) in enumerate(rows)
    )
    kept = stage.window.config
    stage.screen("cashier")
    stage.window.save_config(
        replace(kept, printer_connection="file", printer_address="no-such-folder/prints.bin")
    )
    stage.window.roll._show(QueueState(jobs, "paper_out"))
    stage.settle()
    stage.shot("prints-banner")
    stage.window.roll.show_jobs()
    stage.sheet("prints-that-wait")
    stage.window.roll._show(QueueState())
    stage.window.save_config(kept)
    stage.window.roll.close()


def camera_at_the_till(stage: Stage) -> None:
    """A member's card before the camera, and what Settings says of it."""
    import time

    from PySide6.QtCore import Qt

    from app.services import camera
    from app.services.documents.symbols import code_128, qr
    from tests.fake_camera import FakeCamera, sight

    fake = FakeCamera()
    code = stage.shop.cards.of_member(stage.member_id)[0].code
    fake.held_up = sight(qr(code, 25, 5, 30), code_128(code, 12, 40, 56, 12))
    kept, ways = stage.window.config, (camera.can_use_camera, camera.open_camera)
    camera.can_use_camera, camera.open_camera = (lambda: True), (lambda number: fake)
    stage.screen("cashier")
    stage.window.save_config(replace(kept, camera=True))
    stage.window._devices.switch_camera()
    panel = stage.window._devices.camera
    for _ in range(60):
        time.sleep(0.05)
        stage.settle()
        if code in panel.text():
            break
    stage.shot("cashier-camera")
    panel.switch_off()
    stage.screen("cashier")._presenter.clear()
    screen = stage.screen("settings")
    screen.asked("scanner")
    page = screen.page()
    page.show_stored()
    page.retranslate()
    page.till_form.control("camera_number").setFocus(Qt.FocusReason.TabFocusReason)
    stage.settle()
    stage.shot("settings-camera")
    camera.can_use_camera, camera.open_camera = ways
    stage.window.save_config(kept)
    page.show_stored()
    screen.list.setCurrentRow(0)


HARDWARE = (printer_page, display_page, customer_display, prints_that_wait, camera_at_the_till)
