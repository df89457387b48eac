"""What the trail tells, and what each person did out of the ordinary: figures from the ledgers."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import apsw
import pytest

from app.errors import NeedsApproval, PinWrong
from app.models.database import Database
from app.services.audit_trail import AuditFilter
from app.services.desk import Staff
from app.services.ids import uuid7
from app.services.pins import PinCost
from app.services.rules.cart import Cart, CartLine, HandDiscount, Item
from app.services.rules.powers import Power, Role
from app.services.rules.scheme.standing import Badge, BadgeBasis
from app.services.rules.scheme.words import words
from app.services.staff import Person, StaffList
from app.shop import Shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import Clock, add_member, cash, sell


@pytest.fixture
def staff(shop: Shop) -> StaffList:
    return StaffList(shop.desk, PinCost(8, 1))


@pytest.fixture
def clerk(shop: Shop, staff: StaffList) -> Person:
    """A clerk at the till; the owner has a PIN."""
    staff.set_pin(staff.list()[0].staff_id, "739152")
    person = staff.add("小林", Role.CLERK, "9047")
    return staff.sign_in(person.staff_id, "9047")


def day_of(shop: Shop, person: Person):
    today = shop.desk.today()
    return next(
        one for one in shop.audit_trail.exceptions(today, today) if one.staff_id == person.staff_id
    )


def test_each_figure_is_what_the_ledgers_hold(
    shop: Shop, staff: StaffList, clerk: Person, clock: Clock
) -> None:
    sell(shop, 1_000)
    sold = sell(shop, 1_000)
    basket = Cart(
        (CartLine(uuid7(), Item("茶", 1_000), discount=HandDiscount("regular", percent_bp=1_000)),)
    )
    shop.checkout.complete(uuid7(), basket, None, (cash(900),))
    with pytest.raises(NeedsApproval) as needs:
        shop.desk.require(Power.VOID)
    owner = staff.list()[0]
    word = staff.approve(needs.value, owner.staff_id, "739152")
    shop.refunds.void(sold.number, "mistake", word)
    member = add_member(shop)
    with pytest.raises(NeedsApproval) as needs:
        shop.points.adjust(member, 50, "sorry")
    word = staff.approve(needs.value, owner.staff_id, "739152")
    shop.desk.approvals.under((word,), lambda: shop.points.adjust(member, 50, "sorry"))
    shop.desk.staff = Staff(owner.staff_id, owner.name, owner.role)
    use(shop, EVERYTHING_IN_ONE)
    template = next(each.id for each in shop.desk.scheme.coupons)
    shop.coupons.issue_batch(template, 3)
    shop.desk.staff = Staff(clerk.staff_id, clerk.name, clerk.role)
    clock.forward(minutes=2)
    words_for = {
        Power.POINTS_BY_HAND: lambda: shop.coupons.issue(template, member),
        Power.COUPON_REVOKE: lambda: shop.coupons.revoke(shop.coupons.listed()[-1].code, "no"),
        Power.UNFREEZE: lambda: shop.members.unfreeze(member),
    }
    shop.claims.claim(sell(shop, 1_000).number, member)
    for power, verb in words_for.items():
        if power is Power.UNFREEZE:
            shop.members.freeze(member)
            clock.forward(minutes=2)
        word = staff.approve(NeedsApproval(power.value), owner.staff_id, "739152")
        shop.desk.approvals.under((word,), verb)
    shop.members.archive(member)
    shop.members.unarchive(member)
    with pytest.raises(PinWrong):
        staff.sign_in(clerk.staff_id, "5555")
    one = day_of(shop, clerk)
    assert (one.sales, one.sold_minor) == (4, 3_900)
    assert (one.voids, one.voided_minor) == (1, 1_000)
    assert (one.discounts, one.discounted_minor) == (1, 100)
    assert (one.points_entries, one.points_given) == (1, 50)
    assert (one.claims, one.claimed_points) == (1, 10)
    assert (one.coupons_given, one.coupons_revoked, one.freed) == (1, 1, 1)
    assert one.approvals == 5
    assert one.refunds == one.no_sales == one.pay_outs == 0
    assert one.wrong_pins == 0  # the first three are a slip of the finger
    other = day_of(shop, owner)
    assert (other.sales, other.voids, other.points_given, other.coupons_given) == (0, 0, 0, 3)


def test_what_a_referral_or_a_badge_brings_is_nothing_given_by_hand(
    shop: Shop, staff: StaffList
) -> None:
    badge = Badge("first", words("First"), BadgeBasis.SPEND, 4_000, points=30)
    use(shop, replace(EVERYTHING_IN_ONE, badges=(badge,)))
    ana, bo = add_member(shop), add_member(shop, "Bo", "000129")
    shop.perks.refer(bo, ana)
    clerk = staff.add("小林", Role.CLERK, "9047")
    staff.sign_in(clerk.staff_id, "9047")
    sell(shop, 4_000, bo)
    given = shop.desk.database.value(
        "SELECT count(*) FROM points_entry WHERE kind = 'adjust' AND sale_id IS NULL"
    )
    assert given >= 3  # both of the referral, and the badge
    assert (day_of(shop, clerk).points_entries, day_of(shop, clerk).points_given) == (0, 0)


def test_another_day_is_not_this_one(shop: Shop, clerk: Person, clock: Clock) -> None:
    sell(shop, 1_000)
    clock.forward(days=1)
    assert day_of(shop, clerk).sales == 0
    yesterday = shop.desk.today() - timedelta(days=1)
    both = shop.audit_trail.exceptions(yesterday, shop.desk.today())
    assert next(one for one in both if one.name == "小林").sales == 1
    ever = shop.audit_trail.exceptions(date.min, date.max)
    assert next(one for one in ever if one.name == "小林").sales == 1
    assert shop.audit_trail.count(AuditFilter(first_day=date.min, last_day=date.max)) == 3


def test_the_trail_is_read_newest_first_and_filtered_by_person_action_and_day(
    shop: Shop, staff: StaffList, clerk: Person, clock: Clock
) -> None:
    trail = shop.audit_trail
    everything = trail.page(AuditFilter(), 0, 100)
    assert [entry.action for entry in everything] == [
        "staff.signed_in", "staff.added", "staff.pin_set",
    ]  # fmt: skip
    assert trail.count(AuditFilter()) == 3
    assert {entry.who for entry in trail.page(AuditFilter(clerk.staff_id), 0, 9)} == {"小林"}
    added = trail.page(AuditFilter(action="staff.added"), 0, 9)
    assert [(entry.subject, entry.after) for entry in added] == [("小林", "clerk")]
    today = shop.desk.today()
    assert trail.count(AuditFilter(first_day=today, last_day=today)) == 3
    assert trail.count(AuditFilter(last_day=today - timedelta(days=1))) == 0
    assert trail.actions() == ("staff.added", "staff.pin_set", "staff.signed_in")


def test_a_change_of_settings_tells_before_and_after(shop: Shop) -> None:
    from dataclasses import replace

    shop.settings.save(replace(shop.settings.get(), return_days=30))
    (entry,) = shop.audit_trail.page(AuditFilter(action="settings"), 0, 9)
    assert (entry.before, entry.after) == ('{"return_days": 7}', '{"return_days": 30}')


def test_the_trail_is_saved_for_a_spreadsheet_by_whoever_may(
    shop: Shop, clerk: Person, tmp_path: Path
) -> None:
    with pytest.raises(NeedsApproval):
        shop.audit_trail.save(tmp_path / "no.csv", AuditFilter())
    owner = shop.staff.list()[0]
    shop.desk.staff = Staff(owner.staff_id, owner.name, owner.role)
    assert shop.audit_trail.save(tmp_path / "trail.csv", AuditFilter()) == 3
    with (tmp_path / "trail.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["action"] == "staff.signed_in"
    assert not (tmp_path / "no.csv").exists()


def test_what_stands_on_the_trail_stays_as_it_was_written(shop: Shop, clerk: Person) -> None:
    database: Database = shop.desk.database
    for statement in ("UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry"):
        with pytest.raises(apsw.ConstraintError, match="append-only"):
            database.execute(statement)
