"""The verbs about wallets, points, plans, passes and gift cards."""

from argparse import Namespace
from uuid import UUID

from app.cli.console import Console, facts
from app.errors import FieldInvalid, PassNotUsable
from app.services.gift_cards import GiftCard
from app.services.ids import uuid7
from app.services.passes import Pass
from app.services.plans import MembershipHeld
from app.services.rules.money import parse_minor
from app.services.rules.tenders import Tender, TenderKind
from app.shop import Shop

ENGLISH = "en"


def top_up(asked: Namespace, console: Console) -> int:
    """Charge a wallet. Raises NotOffered, WalletCapReached, FieldInvalid, MemberUnknown …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    amount = minor(asked.amount, shop)
    done = shop.wallets.top_up(given_id(asked), member.member_id, amount, paid(asked, amount, shop))
    told = {
        "id": str(done.taking.taking_id),
        "member": member.number,
        "amount": console.amount(done.taking.amount_minor),
        "principal": console.amount(done.principal_minor),
        "bonus": console.amount(done.bonus_minor),
        "promised": [
            {"on": day.isoformat(), "bonus": console.amount(part)} for day, part in done.promised
        ],
        "balance": console.amount(done.balance_minor),
        "change": console.amount(done.taking.change_due_minor),
    }
    later = ", ".join(f"{console.amount(part)} on {day.isoformat()}" for day, part in done.promised)
    console.show(told, f"Charged.\n\n{facts(told | {'promised': later}, indent='  ')}")
    return 0


def adjust(asked: Namespace, console: Console) -> int:
    """Give or take points. Raises FieldInvalid, PointsTooFew, MemberUnknown, MemberFrozen."""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    points = whole(asked.points, "points")
    moved = shop.points.adjust(member.member_id, points, asked.reason)
    told = {
        "member": member.number,
        "points": moved.points,
        "before": moved.before,
        "after": moved.after,
        "reason": asked.reason.strip(),
    }
    console.show(told, f"Done.\n\n{facts(told, indent='  ')}")
    return 0


# --- plans ----------------------------------------------------------------------


def join(asked: Namespace, console: Console) -> int:
    """Let a member join a plan. Raises NotInScheme, PlanHeldAlready, MemberUnknown …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    fee = shop.plans.fee_to_join(member.member_id, asked.plan)
    held = shop.plans.join(given_id(asked), member.member_id, asked.plan, paid(asked, fee, shop))
    return _told_plan(held, member.number, console)


def renew(asked: Namespace, console: Console) -> int:
    """Pay the next period. Raises NoPlan, PlanHeldAlready, NotInScheme."""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    fee = shop.plans.fee_to_renew(member.member_id)
    held = shop.plans.renew(given_id(asked), member.member_id, paid(asked, fee, shop))
    return _told_plan(held, member.number, console)


def switch(asked: Namespace, console: Console) -> int:
    """Change the plan. Raises NoPlan, NotInScheme, PlanHeldAlready."""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    due = shop.plans.switch_to(member.member_id, asked.plan).due_minor
    held = shop.plans.switch(
        given_id(asked),
        member.member_id,
        asked.plan,
        paid(asked, max(0, due), shop),
        TenderKind(asked.tender),
    )
    return _told_plan(held, member.number, console)


def cancel(asked: Namespace, console: Console) -> int:
    """End a membership. Raises NoPlan, FieldInvalid."""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    held = shop.plans.cancel(
        given_id(asked), member.member_id, asked.reason, TenderKind(asked.tender)
    )
    return _told_plan(held, member.number, console)


def _told_plan(held: MembershipHeld, number: str, console: Console) -> int:
    told = {
        "id": str(held.taking.taking_id),
        "member": number,
        "what": held.kind,
        "plan": held.plan.id,
        "first_day": held.first.isoformat(),
        "last_day": held.last.isoformat(),
        "paid": console.amount(held.taking.amount_minor),
    }
    console.show(told, f"Done.\n\n{facts(told, indent='  ')}")
    return 0


# --- passes and gift cards ---------------------------------------------------------


def sell_pass(asked: Namespace, console: Console) -> int:
    """Sell a pass. Raises NotInScheme, MemberUnknown …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    price = shop.passes.template(asked.template).price_minor
    sold = shop.passes.sell(
        given_id(asked), member.member_id, asked.template, paid(asked, price, shop)
    )
    told = _pass(sold.held, member.number) | {"paid": console.amount(price)}
    console.show(told, f"Sold.\n\n{facts(told, indent='  ')}")
    return 0


def use_pass(asked: Namespace, console: Console) -> int:
    """Count one use. Raises PassNotUsable."""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    held = shop.loyalty.standing(member.member_id).passes
    mine = [each for each in held if each.template == asked.template]
    if not mine:
        had = shop.passes.had(member.member_id, asked.template)
        name = had or shop.passes.template(asked.template).name
        raise PassNotUsable(name, "used_up" if had else "never_had")
    told = _pass(shop.passes.use(mine[0].pass_id), member.number)
    console.show(told, f"Used.\n\n{facts(told, indent='  ')}")
    return 0


def _pass(held: Pass, number: str) -> dict[str, object]:
    return {
        "id": str(held.pass_id),
        "member": number,
        "pass": held.template,
        "name": held.name.said(ENGLISH),
        "uses": held.uses,
        "uses_left": held.uses_left,
        "valid_to": held.valid_to.isoformat(),
    }


def sell_gift(asked: Namespace, console: Console) -> int:
    """Sell a gift card. Raises NotOffered, FieldInvalid."""
    shop = console.open_shop()
    amount = minor(asked.amount, shop)
    sold = shop.gift_cards.sell(given_id(asked), amount, paid(asked, amount, shop))
    change = console.amount(sold.taking.change_due_minor)
    return _told_gift(sold.card, "Sold.", console, change=change)


def show_gift(asked: Namespace, console: Console) -> int:
    """What a gift card holds. Raises GiftCardUnknown."""
    return _told_gift(console.open_shop().gift_cards.find(asked.code), "", console)


def refund_gift(asked: Namespace, console: Console) -> int:
    """Pay a gift card back. Raises GiftCardUnknown, GiftCardNotUsable, FieldInvalid."""
    shop = console.open_shop()
    back = shop.gift_cards.refund(
        given_id(asked), asked.code, asked.reason, TenderKind(asked.tender)
    )
    return _told_gift(back.card, "Paid back.", console)


def _told_gift(card: GiftCard, said: str, console: Console, **more: str) -> int:
    told = more | {
        "code": card.code,
        "value": console.amount(card.face_minor),
        "left": console.amount(card.left_minor),
        "expires_on": "" if card.expires_on is None else card.expires_on.isoformat(),
        "state": card.state.value,
    }
    console.show(told, f"{said}\n\n{facts(told, indent='  ')}".strip("\n"))
    return 0


# --- what is asked ---------------------------------------------------------------------


def minor(text: str, shop: Shop) -> int:
    """An amount in minor units. Raises FieldInvalid."""
    found = parse_minor(text, shop.desk.settings.money)
    if found is None:
        raise FieldInvalid("amount", "not_an_amount", text)
    return found


def whole(text: str, field: str) -> int:
    """A whole number, below zero too. Raises FieldInvalid."""
    plain = text.strip()
    digits = plain[1:] if plain[:1] in ("-", "+", "−") else plain
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= 12):
        raise FieldInvalid(field, "not_a_whole_number", text)
    return -int(digits) if plain[0] in "-−" else int(digits)


def given_id(asked: Namespace) -> UUID:
    """The id that makes a repeat safe; a new one where none is given. Raises FieldInvalid."""
    if not asked.id:
        return uuid7()
    try:
        return UUID(asked.id)
    except ValueError as error:
        raise FieldInvalid("id", "not_an_id", asked.id) from error


def paid(asked: Namespace, amount_minor: int, shop: Shop) -> tuple[Tender, ...]:
    """The tender that pays, by what was handed over; none where there is nothing to pay.

    Raises FieldInvalid.
    """
    given = getattr(asked, "received", "")
    amount = minor(given, shop) if given and amount_minor > 0 else amount_minor
    reference = getattr(asked, "reference", "")
    return (Tender(TenderKind(asked.tender), amount, reference),) if amount > 0 else ()
