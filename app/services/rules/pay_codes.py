"""The pay code on a customer's phone: whose it is, and how little of it is kept."""

from app.services.rules.codes import CodeKind, cleaned, kind_of
from app.services.rules.tenders import TenderKind

PAYERS = {
    CodeKind.WECHAT_PAY: TenderKind.WECHAT,
    CodeKind.ALIPAY_PAY: TenderKind.ALIPAY,
}
SHOWN_DIGITS = 4
_MASK = "…"


def payer_of(code: str) -> TenderKind | None:
    """The tender that a scanned pay code means; None where it is no pay code."""
    return PAYERS.get(kind_of(cleaned(code)))


def is_masked(reference: str) -> bool:
    """Whether a kept reference is what is left of a pay code."""
    return reference.startswith(_MASK) and len(reference) == len(_MASK) + SHOWN_DIGITS


def masked(code: str) -> str:
    """The last four digits of a pay code, which is all that is ever shown or stored of it.

    Who holds the whole code can take money with it while it lives.
    """
    return _MASK + cleaned(code)[-SHOWN_DIGITS:]


def kept_reference(text: str) -> str:
    """A tender's reference as it may be kept: a pay code masked, anything else as given."""
    return masked(text) if payer_of(text) is not None else text
