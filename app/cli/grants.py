"""The verbs `grant`, `perk`, `reward` and `member partner`: what members get beside a sale."""

from argparse import Namespace
from uuid import UUID

from app.cli.console import Console, counted, facts
from app.cli.loyalty import ENGLISH, given_id, minor, whole
from app.errors import FieldInvalid
from app.services.grants import Grant, Granted, GrantKind
from app.shop import Shop


def give(asked: Namespace, console: Console) -> int:
    """Give each of a group the same. Raises FieldInvalid, NotInScheme, MemberUnknown …"""
    shop = console.open_shop()
    grant = _grant(asked, shop)
    members = _group(asked, shop)
    if asked.preview:
        would = shop.grants.preview(members, grant)
        told = _told(would, grant, console) | {"id": None}
        reached = counted(would.members, "member")
        console.show(told, f"Would reach {reached}.\n\n{facts(told, indent='  ')}")
        return 0
    done = shop.grants.give(members, grant, progress=console.progress("Giving"))
    told = _told(done, grant, console)
    console.show(told, f"Given to {counted(done.members, 'member')}.\n\n{facts(told, indent='  ')}")
    return 0


def undo(asked: Namespace, console: Console) -> int:
    """Take a grant back. Raises GrantUnknown, FieldInvalid."""
    shop = console.open_shop()
    try:
        grant_id = UUID(asked.id)
    except ValueError as error:
        raise FieldInvalid("id", "not_an_id", asked.id) from error
    back = shop.grants.take_back(grant_id, asked.reason, progress=console.progress("Taking back"))
    told = {"id": str(grant_id), "members": back.members, "total": back.total}
    console.show(told, f"Taken back.\n\n{facts(told, indent='  ')}")
    return 0


def use_perk(asked: Namespace, console: Console) -> int:
    """Count one use. Raises NotInScheme, PerkUsedUp, RewardRefused, MemberUnknown …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    held = shop.perks.use(member.member_id, asked.perk, asked.reason, op_id=given_id(asked))
    told = {
        "member": member.number,
        "perk": held.perk,
        "name": held.name.said(ENGLISH),
        "left": held.left,
        "until": held.until.isoformat(),
    }
    console.show(told, f"Used.\n\n{facts(told, indent='  ')}")
    return 0


def give_reward(asked: Namespace, console: Console) -> int:
    """Hand out a reward. Raises NotInScheme, RewardRefused, RewardTooDear, FieldInvalid …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    done = shop.rewards.hand_out(given_id(asked), member.member_id, asked.reward, asked.voucher)
    told = {
        "member": member.number,
        "reward": done.reward.id,
        "name": done.reward.name.said(ENGLISH),
        "points": done.points,
        "points_left": done.points_left,
        "voucher": done.voucher,
        "coupon": done.coupon_code,
    }
    console.show(told, f"Handed out.\n\n{facts(told, indent='  ')}")
    return 0


def partner(asked: Namespace, console: Console) -> int:
    """Note a partner's card. Raises NotInScheme, FieldInvalid, MemberUnknown …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    if asked.drop:
        shop.perks.drop_card(member.member_id, asked.card)
    else:
        shop.perks.put_card(member.member_id, asked.card, asked.number)
    told = {
        "member": member.number,
        "card": asked.card,
        "number": asked.number.strip(),
        "held": not asked.drop,
    }
    console.show(told, f"Noted.\n\n{facts(told, indent='  ')}")
    return 0


# --- what is asked ------------------------------------------------------------------


def _grant(asked: Namespace, shop: Shop) -> Grant:
    grant_id = given_id(asked)
    if asked.coupon:
        return Grant(grant_id, GrantKind.COUPON, 0, asked.coupon, asked.reason)
    if asked.credit:
        amount = minor(asked.credit, shop)
        return Grant(grant_id, GrantKind.CREDIT, amount, "", asked.reason)
    return Grant(grant_id, GrantKind.POINTS, whole(asked.points, "points"), "", asked.reason)


def _group(asked: Namespace, shop: Shop) -> tuple[UUID, ...]:
    if asked.to:
        return tuple(shop.members.resolve(each).member_id for each in asked.to)
    return shop.points.group(tag=asked.tag, tier=asked.tier)


def _told(done: Granted, grant: Grant, console: Console) -> dict[str, object]:
    credit = grant.kind is GrantKind.CREDIT
    return {
        "id": str(grant.grant_id),
        "what": grant.kind.value,
        "template": grant.template,
        "each": console.amount(grant.amount) if credit else grant.amount or 1,
        "members": done.members,
        "total": console.amount(done.total) if credit else done.total,
    }
