"""The verb `coupon`: issue one to a member or a batch to be printed, list, revoke."""

from argparse import Namespace

from app.cli.console import Console, counted, facts, table
from app.cli.loyalty import ENGLISH, whole
from app.places import typed_path
from app.services.coupons import Coupon


def issue(asked: Namespace, console: Console) -> int:
    """Issue a coupon or a batch; `--out` writes them as sheets to cut.

    Raises NotInScheme, FieldInvalid, MemberUnknown, FileUnreadable …
    """
    from app.services.documents.coupon_sheet import checked_sheet, save_coupons

    out = typed_path(asked.out) if asked.out else None
    if out is not None:
        checked_sheet(out)
    shop = console.open_shop()
    if asked.to:
        member = shop.members.resolve(asked.to)
        coupons: tuple[Coupon, ...] = (
            shop.coupons.issue(asked.template, member.member_id, asked.reason),
        )
        told: dict[str, object] = told_coupon(coupons[0])
    else:
        batch = shop.coupons.issue_batch(asked.template, whole(asked.count, "count"), asked.reason)
        coupons = batch.coupons
        told = {"batch": str(batch.batch_id), "coupons": [told_coupon(each) for each in coupons]}
    if out is not None:
        save_coupons(out, coupons, shop.desk.settings.facts)
        told["file"] = str(out)
    shown = facts(told, indent="  ") if asked.to else _listed(coupons)
    console.show(told, f"Issued {counted(len(coupons), 'coupon')}.\n\n{shown}")
    return 0


def listed(asked: Namespace, console: Console) -> int:
    """A member's coupons, or the newest of the shop. Raises MemberUnknown, MemberAmbiguous."""
    shop = console.open_shop()
    member_id = shop.members.resolve(asked.member).member_id if asked.member else None
    coupons = shop.coupons.listed(member_id)
    shown = _listed(coupons) if coupons else "There are no coupons."
    console.show([told_coupon(each) for each in coupons], shown)
    return 0


def revoke(asked: Namespace, console: Console) -> int:
    """Make a coupon worthless. Raises CouponUnknown, CouponNotUsable, FieldInvalid."""
    told = told_coupon(console.open_shop().coupons.revoke(asked.code, asked.reason))
    console.show(told, f"Revoked.\n\n{facts(told, indent='  ')}")
    return 0


def told_coupon(coupon: Coupon) -> dict[str, object]:
    """A coupon as scripts read one; `member` is empty where whoever bears it may use it."""
    return {
        "code": coupon.code,
        "template": coupon.template,
        "name": coupon.name.said(ENGLISH),
        "member": coupon.member_number,
        "valid_from": coupon.valid_from.isoformat(),
        "valid_to": "" if coupon.valid_to is None else coupon.valid_to.isoformat(),
        "state": coupon.state.value,
    }


def _listed(coupons: tuple[Coupon, ...]) -> str:
    heading = ("code", "template", "name", "member", "valid_to", "state")
    rows = [[told_coupon(each)[column] for column in heading] for each in coupons]
    return table([column.replace("_", " ") for column in heading], rows, frozenset())
