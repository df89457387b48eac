"""What the linter found, as sentences, each with its basket."""

from app.messages.scheme_words import templates
from app.services.rules.cart import CartLine, MemberFacts
from app.services.rules.lint.findings import Example, Finding
from app.services.rules.money import Currency, money, quantity
from app.services.rules.reasons import told


def finding_text(finding: Finding, language: str, currency: Currency) -> str:
    """What would go wrong, as one sentence."""
    words = templates(language)
    shown = {
        name.removesuffix("_minor"): _shown(name, value, currency)
        for name, value in told(finding.facts, language).items()
    }
    template = words[f"finding_{finding.code}"]
    said = template.format(**shown)
    # A name keeps its letters.
    said = said if template.startswith("{") else said[:1].upper() + said[1:]
    return said + words["full_stop"]


def example_text(example: Example, language: str, currency: Currency) -> str:
    """The basket that shows it: what is in it, when, for whom, and what it comes to."""
    words, quote = templates(language), example.quote
    points = words["n_points_1" if quote.points_earned == 1 else "n_points"]
    lines = (_line(line, words, currency) for line in example.cart.lines)
    minute = quote.moment.minute
    said = words["example"].format(
        lines=words["and"].join(lines),
        day=quote.moment.day.isoformat(),
        time=f"{minute // 60:02d}:{minute % 60:02d}",
        who=_who(example.cart.member, words),
        paid=money(quote.total_minor, currency),
        gross=money(quote.gross_minor, currency),
        points=points.format(n=f"{quote.points_earned:,}"),
    )
    return said + words["full_stop"]


def _shown(name: str, value: str | int, currency: Currency) -> str:
    if isinstance(value, int):
        return money(value, currency) if name.endswith("_minor") else f"{value:,}"
    return value


def _line(line: CartLine, words: dict[str, str], currency: Currency) -> str:
    return words["example_line"].format(
        quantity=quantity(line.quantity_milli),
        name=line.item.name or words["everything"],
        amount=money(line.item.unit_price_minor, currency),
    )


def _who(member: MemberFacts | None, words: dict[str, str]) -> str:
    if member is None:
        return words["somebody"]
    standing = words["and"].join(filter(None, (member.tier, member.plan_level)))
    aside = words["aside"].format(text=standing) if standing else ""
    return words["a_member"] + aside
