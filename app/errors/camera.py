"""What a camera that scans codes refuses."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class CameraFault(ShopError):
    """The camera shows nothing. `camera` is its number, 1 being the first.

    `reason` is a key of the messages' reasons: "camera_missing" (it is not there, or another
    program holds it), "camera_busy" (it opened and sends no picture), "camera_gone" (it stopped,
    as one that is pulled out does).
    """

    camera: int
    reason: str


@dataclass(eq=False)
class CameraNotReady(ShopError):
    """This till scans by no camera. `reason`: "camera_off", or "camera_extra" (not installed)."""

    reason: str
