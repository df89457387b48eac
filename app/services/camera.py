"""A camera that scans: its pictures, and the codes in them. An optional extra: `camera`.

The pictures come through OpenCV without its windows (Apache 2, FFmpeg inside it LGPL, numpy BSD):
61 MB and numpy's 17, with wheels for Windows, macOS and Linux. Qt's own way comes only with all of
PySide6-Addons, 175 MB (LGPL), which must be of the very version of the rest.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Protocol

from app.errors import CameraFault

WIDTH: Final = 1280
HEIGHT: Final = 720
"""What is asked of the camera: bars of a barcode held at arm's length are three pixels wide."""
AWAY_MS: Final = 1500
"""A code counts again once it was out of sight for so long."""
LONGEST_CODE: Final = 1024
_WARM_UP_S: Final = 3.0
"""Some cameras send nothing until they have set their brightness."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: `rgb` holds three bytes a pixel, row by row without gaps."""

    width: int
    height: int
    rgb: bytes


class Camera(Protocol):
    """Where pictures come from."""

    def picture(self) -> Frame:
        """The next picture; waits for it. Raises CameraFault."""

    def close(self) -> None:
        """Let the camera go, for other programs."""


def can_use_camera() -> bool:
    """Whether the extra is installed; loads nothing."""
    return all(find_spec(name) is not None for name in ("cv2", "numpy", "zxingcpp"))


def open_camera(number: int) -> Camera:
    """The camera of this number, 1 being the first. May take seconds. Raises CameraFault."""
    # Read when the library is loaded: no words of its own on the console; no trying of hardware
    # converters, which takes Windows half a minute; macOS asks for leave by itself.
    os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    os.environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")
    import cv2

    held = cv2.VideoCapture(number - 1)
    held.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
    held.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)
    if not held.isOpened():
        held.release()
        raise CameraFault(number, "camera_busy" if _is_plugged_in(number) else "camera_missing")
    return first_picture(_OpenCv(number, held), number)


def _is_plugged_in(number: int) -> bool:
    """Whether a camera that did not open is there all the same; only Linux tells."""
    return sys.platform.startswith("linux") and Path(f"/dev/video{number - 1}").exists()


class _OpenCv:
    """A camera as OpenCV holds it."""

    def __init__(self, number: int, held: Any) -> None:
        self._number = number
        self._held = held

    def picture(self) -> Frame:
        """See `Camera`."""
        import cv2

        came, bgr = self._held.read()
        if not came:
            raise CameraFault(self._number, "camera_gone")
        rgb = cv2.cvtColor(bgr, cv2.COLOR_BGR2RGB)
        return Frame(rgb.shape[1], rgb.shape[0], rgb.tobytes())

    def close(self) -> None:
        """See `Camera`."""
        self._held.release()


def first_picture(camera: Camera, number: int) -> Camera:
    """The camera once it has shown something. Raises CameraFault: another program holds it."""
    gives_up = time.monotonic() + _WARM_UP_S
    while time.monotonic() < gives_up:
        try:
            camera.picture()
        except CameraFault:
            time.sleep(0.05)
            continue
        return camera
    camera.close()
    raise CameraFault(number, "camera_busy")


def codes_in_frame(frame: Frame) -> tuple[str, ...]:
    """The codes in a picture: QR, Code 128 and EAN, which is what shops hold up.

    What no scanner could type is no code: it has line ends, or is longer than any of ours.
    """
    import zxingcpp
    from PIL import Image

    picture = Image.frombytes("RGB", (frame.width, frame.height), frame.rgb).convert("L")
    kinds = zxingcpp.BarcodeFormat
    wanted = (kinds.QRCode, kinds.Code128, kinds.EAN13, kinds.EAN8)
    found = zxingcpp.read_barcodes(picture, formats=wanted)  # type: ignore[arg-type]
    texts = (code.text.strip() for code in found)
    return tuple(dict.fromkeys(t for t in texts if t.isprintable() and 0 < len(t) <= LONGEST_CODE))


@dataclass(slots=True)
class Sightings:
    """Which codes are in sight, so that one held up is one scan, however long it is held."""

    _last_seen_ms: dict[str, int] = field(default_factory=dict)
    _before: frozenset[str] = frozenset()

    def new(self, codes: Iterable[str], at_ms: int) -> tuple[str, ...]:
        """Those of `codes` that came into sight; `at_ms` is of any steady clock.

        Two pictures running must show one: bars that move are misread now and then.
        """
        seen = frozenset(codes)
        known = {c: at for c, at in self._last_seen_ms.items() if at_ms - at < AWAY_MS}
        fresh = sorted((seen & self._before) - known.keys())
        self._before = seen
        self._last_seen_ms = known | dict.fromkeys([*(seen & known.keys()), *fresh], at_ms)
        return tuple(fresh)
