"""What the linter found in a scheme: a code with facts, and a basket that shows it."""

from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.cart import Cart
from app.services.rules.quote import Quote
from app.services.rules.reasons import Facts


class Severity(StrEnum):
    """An error keeps a scheme from being used; a warning is to be read."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Example:
    """A basket that shows what was found, as the scheme prices it."""

    cart: Cart
    quote: Quote


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that would go wrong. `subject` is the path of the part of the scheme; `code`
    and `facts` are read out by `app.messages.findings`."""

    code: str
    severity: Severity
    subject: str
    facts: Facts
    example: Example
