"""The verbs that save paper: card, receipt and statement, as PDF, or as PNG to send by chat."""

from argparse import Namespace
from datetime import date

from app.cli.console import Console, counted
from app.errors import FieldInvalid, RefundUnknown, SaleUnknown
from app.places import typed_path


def card(asked: Namespace, console: Console) -> int:
    """Save the cards of members, issuing one to a member who has none.

    Raises FileUnreadable, MemberUnknown, MemberAmbiguous, CardForged, CardNotActive.
    """
    from app.services.documents.files import save_cards

    shop = console.open_shop()
    found = {member.number: member for member in map(shop.members.resolve, asked.number)}
    cards = list(shop.cards.facts([member.member_id for member in found.values()]))
    saved = save_cards(
        typed_path(asked.out),
        cards,
        len(cards),
        shop.desk.settings.facts,
        layout=asked.layout,
        bleed=asked.bleed,
        progress=console.progress("Cards"),
    )
    told = {
        "files": [str(path) for path in saved],
        "cards": [{"number": card.number, "name": card.name, "card": card.code} for card in cards],
    }
    where = saved[0] if len(saved) == 1 else f"{saved[0]} … {saved[-1].name}"
    console.show(told, f"Saved {counted(len(cards), 'card')} in {where}")
    return 0


def receipt(asked: Namespace, console: Console) -> int:
    """Save a sale's receipt, or a refund's slip. Raises FileUnreadable, SaleUnknown."""
    from app.services.documents.files import save_receipt, save_refund_slip

    out = typed_path(asked.out)
    shop = console.open_shop()
    facts = shop.desk.settings.facts
    try:
        found = shop.sales.receipt(asked.number)
    except SaleUnknown:
        try:
            done = shop.refunds.by_number(asked.number)
        except RefundUnknown:
            done = None
        if done is None:
            raise
        save_refund_slip(out, done, facts, asked.width, duplicate=asked.duplicate)
        console.show({"file": str(out), "refund": done.number}, f"Saved {done.number} in {out}")
        return 0
    save_receipt(out, found, facts, asked.width, duplicate=asked.duplicate, gift=asked.gift)
    console.show(
        {"file": str(out), "receipt": found.number},
        f"Saved receipt {found.number} in {out}",
    )
    return 0


def statement(asked: Namespace, console: Console) -> int:
    """Save a member's statement. Raises FileUnreadable, MemberUnknown, MemberAmbiguous,
    CardForged, CardNotActive, FieldInvalid."""
    from app.services.documents.statement import save_statement

    out = typed_path(asked.out)
    first, last = _day("from", asked.first), _day("to", asked.last)
    shop = console.open_shop()
    member = shop.members.resolve(asked.number)
    made = shop.statements.statement(member.member_id, first, last)
    save_statement(out, made, shop.desk.settings.facts)
    told = {
        "file": str(out),
        "member": member.number,
        "from": made.first.isoformat(),
        "to": made.last.isoformat(),
        "points": made.standing.points.balance,
        "entries": len(made.points) + len(made.wallet),
    }
    console.show(told, f"Saved the statement of member {member.number} in {out}")
    return 0


def _day(field: str, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise FieldInvalid(field, "not_a_date", text) from error
