"""What stands beside this PC: printers, drawer, customer's screen, camera. Made when first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.config import TillConfig
    from app.ui.camera import CameraPanel
    from app.ui.customer_display import CustomerDisplay
    from app.ui.keys import Keys
    from app.ui.main_window import MainWindow
    from app.ui.printing import Printing
    from app.ui.roll_printer import RollPrinter
    from app.ui.shell import Shop


class Devices:
    """The devices of one till. Modules are loaded with the device that needs them."""

    def __init__(self, shell: MainWindow) -> None:
        self._shell = shell

    @cached_property
    def printing(self) -> Printing:
        """The system's printers; Qt's print support loads with them."""
        from app.ui.printing import Printing

        return Printing(self._shell)

    @cached_property
    def roll(self) -> RollPrinter:
        """The receipt printer that takes commands."""
        from app.ui.roll_printer import RollPrinter

        return RollPrinter(self._shell)

    @cached_property
    def display(self) -> CustomerDisplay:
        """The screen that faces the customer."""
        from app.ui.customer_display import CustomerDisplay

        return CustomerDisplay(self._shell)

    @cached_property
    def camera(self) -> CameraPanel:
        """The camera that scans, and its preview."""
        from app.ui.camera import CameraPanel

        return CameraPanel(self._shell)

    def bind(self, keys: Keys) -> None:
        """The keys that reach a device from anywhere in the window."""
        keys.bind(self._shell, "print_jobs", self.show_prints)
        keys.bind(self._shell, "camera", self.switch_camera)

    def opened(self, shop: Shop) -> None:
        """The shop is open: what waits is printed, the display shows its name."""
        self.roll.opened(shop)
        self.display.opened()

    def config_saved(self, before: TillConfig) -> None:
        """Follow other settings."""
        if "printing" in self.__dict__:
            self.printing.config_saved(before)
        if "camera" in self.__dict__ and not self._shell.config.camera:
            self.camera.switch_off()
        self.roll.follow()
        self.display.follow()

    def show_prints(self) -> None:
        """What waits for the printer, unless a sheet is open already."""
        if self._shell.open_sheet() is None and self._shell.has_shop():
            self.roll.show_jobs()

    def switch_camera(self) -> None:
        """The camera on or off, whatever is in front."""
        if self._shell.has_shop():
            self.camera.switch()

    def closing(self) -> None:
        """The program ends."""
        if "camera" in self.__dict__:
            self.camera.switch_off()
        self.roll.close()
        self.display.close()
