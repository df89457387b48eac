"""The linter: what would go wrong with a scheme, each with a basket that shows it.

It tries every offer on a basket, a member and a moment made for it, and prices them with the
one pricing function, so that it can find nothing that a till would not do.
"""

from collections.abc import Sequence
from datetime import date

from app.services.rules.cart import Item
from app.services.rules.lint.baskets import Ground
from app.services.rules.lint.findings import Example, Finding, Severity
from app.services.rules.lint.offers import offer_findings
from app.services.rules.lint.standing import standing_findings
from app.services.rules.money import Currency
from app.services.rules.pricing import PriceTerms
from app.services.rules.scheme import Scheme

__all__ = ("Example", "Finding", "Severity", "lint")


def lint(
    scheme: Scheme,
    terms: PriceTerms,
    today: date,
    currency: Currency,
    goods: Sequence[Item] = (),
) -> tuple[Finding, ...]:
    """What would go wrong with a sound scheme, errors first, else in the scheme's order.

    `goods` is what the shop sells; without any, baskets are made up of what the scheme names.
    Pure: the same scheme, terms, day and goods always give the same findings.
    """
    ground = Ground(scheme, terms, today, currency.unit_minor, goods)
    found = [*offer_findings(ground), *standing_findings(ground)]
    return tuple(sorted(found, key=lambda finding: finding.severity is not Severity.ERROR))
