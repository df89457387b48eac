"""What is refused of follow-ups, cases, measurements, plans of care and challenges."""

from dataclasses import dataclass

from app.errors.base import ShopError


@dataclass(eq=False)
class CareUnknown(ShopError):
    """There is no such thing; `field` is which: follow_up, rule, case, series, care_plan, pass,
    step, challenge. `text` is how it was called, `known` what those are called that there are."""

    field: str
    text: str = ""
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class CareClosed(ShopError):
    """It was closed already, by `name`."""

    name: str


@dataclass(eq=False)
class CareChanged(ShopError):
    """Somebody changed it since it was shown."""

    name: str
