"""The screens of the till's hardware: the printer's page, what waits, the customer display."""

from __future__ import annotations

from dataclasses import replace

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
