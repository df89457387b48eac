"""A camera that shows what is drawn for it, and has its codes read in earnest."""

from __future__ import annotations

import io
import threading
import time

import zxingcpp
from PIL import Image

from app.errors import CameraFault
from app.services.camera import Frame
from app.services.documents.drawing import Page
from app.services.documents.png import png_bytes


def sight(*symbols) -> Frame:
    """What a camera sees: a card turned a little, on a dark counter."""
    return photo(Image.open(io.BytesIO(png_bytes(Page(80, 60, symbols), 150))))


def goods(text: str, kind: zxingcpp.BarcodeFormat = zxingcpp.BarcodeFormat.EAN13) -> Frame:
    """The same of the code on what somebody else made."""
    code = zxingcpp.create_barcode(text, kind)
    paper = Image.new("L", (480, 360), 255)
    paper.paste(Image.fromarray(code.to_image(scale=3)), (60, 60))
    return photo(paper)


def photo(printed: Image.Image) -> Frame:
    """A picture of something printed."""
    paper = printed.convert("RGB")
    seen = Image.new("RGB", (1280, 720), (60, 50, 45))
    turned = paper.rotate(7, expand=True, fillcolor=(60, 50, 45))
    seen.paste(turned, (300, 100))
    return Frame(seen.width, seen.height, seen.tobytes())


EMPTY = sight()


class FakeCamera:
    """Shows what is held before it, thirty pictures a second, until it is pulled out."""

    def __init__(self) -> None:
        self.held_up = EMPTY
        self.fault: CameraFault | None = None
        self.let_go = threading.Event()

    def picture(self) -> Frame:
        time.sleep(0.03)
        if self.fault is not None:
            raise self.fault
        return self.held_up

    def close(self) -> None:
        self.let_go.set()
