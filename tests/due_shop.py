"""A shop with things that time will change, written by the shortest path, sealed and sound."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.models import ledgers
from app.models import sales as stored
from app.models.ledgers import LedgerRows
from app.models.sales import PointsRows
from app.services.desk import use_scheme
from app.services.ids import uuid7
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import BirthdaySpan, Who
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from app.services.rules.scheme.offers import Benefit, BenefitKind, CouponTemplate, CouponTrigger
from app.services.rules.scheme.standing import (
    ArchiveRule,
    CashReward,
    Downgrade,
    FeeRefund,
    Plan,
    Tier,
    TierBasis,
    TierTerms,
    TierWindow,
)
from app.services.rules.scheme.value import TopUpOffer, WalletTerms
from app.services.rules.scheme.words import words
from app.services.seals import SealChain, points_form, taking_form
from app.services.takings import keep_accounts, stamp
from app.shop import Shop

DRINK = CouponTemplate(
    "drink",
    words("Free drink"),
    Benefit(BenefitKind.FREE_UNITS, units=1),
    CouponTrigger.BIRTHDAY,
    Who(birthday=BirthdaySpan.MONTH),
)
TIERS = TierTerms(
    TierBasis.POINTS,
    TierWindow.ROLLING_MONTHS,
    (
        Tier("green", words("Green"), 0),
        Tier("silver", words("Silver"), 300),
        Tier("gold", words("Gold"), 1200),
    ),
    downgrade=Downgrade.ONE_STEP,
)
EXECUTIVE = Plan(
    "executive",
    words("Executive"),
    12_000,
    12,
    "executive",
    refund=FeeRefund.FULL,
    cash_reward=CashReward(200, 125_000),
)


def full_scheme(base: Scheme) -> Scheme:
    """The shop's own scheme with everything that becomes due by itself."""
    return replace(
        base,
        name="timed",
        points=PointsTerms(expiry=PointsExpiry.MONTHS, months=12),
        tiers=TIERS,
        plans=(EXECUTIVE,),
        coupons=(DRINK,),
        wallet=WalletTerms((TopUpOffer(50_000, 9_000, 3),), bonus_months=1),
        archive=ArchiveRule(24),
    )


def use(shop: Shop, scheme: Scheme, day: date | None = None) -> Scheme:
    """Put a scheme in force."""
    return use_scheme(shop.desk, scheme, day or shop.desk.today()).scheme


def give_points(shop: Shop, member: UUID, points: int, until: date | None) -> UUID:
    """Points in a lot with that last day; the lot's id."""
    desk, entry, lot = shop.desk, uuid7().bytes, uuid7()
    at = stamp(desk)
    rows = PointsRows(
        [(entry, member.bytes, None, None, "adjust", points, "gift", desk.scheme.version, *at.row)],
        [(lot.bytes, member.bytes, entry, points, at.day, until and until.isoformat())],
    )

    def work() -> None:
        stored.insert_points(desk.database, rows)
        stored.add_to_summary(desk.database, member.bytes, points=points)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("points", entry, points_form(rows))
        chain.write()

    desk.transaction(work)
    return lot


def be_in_tier(shop: Shop, member: UUID, tier: str, since: date, until: date | None) -> None:
    """A standing, as reached on a day."""
    desk, rows = shop.desk, LedgerRows()
    at = stamp(desk)
    rows.add(
        "tier_entry", uuid7().bytes, None, member.bytes, 1, "reached", tier, since.isoformat(),
        until and until.isoformat(), desk.scheme.version, "", at.staff_id, at.at_ms,
    )  # fmt: skip
    desk.transaction(lambda: ledgers.insert(desk.database, rows))


def have_plan(
    shop: Shop,
    member: UUID,
    first: date,
    last: date,
    *,
    kind: str = "join",
    plan: str = "executive",
) -> None:
    """A period of a plan, paid."""
    desk, rows = shop.desk, LedgerRows()
    number = desk.database.value(
        "SELECT 1 + count(*) FROM membership_entry WHERE member_id = ?", (member.bytes,)
    )
    rows.add(
        "membership_entry", uuid7().bytes, None, member.bytes, number, kind,
        "executive", "executive",
        first.isoformat(), first.isoformat(), last.isoformat(), 12_000, desk.scheme.version, "",
        *stamp(desk).row,
    )  # fmt: skip
    desk.transaction(lambda: ledgers.insert(desk.database, rows))


def top_up(
    shop: Shop, member: UUID, principal: int, bonus: int, until: date | None,
    due: tuple[tuple[int, date, int], ...] = (),
) -> UUID:  # fmt: skip
    """A top-up with its first bonus and the instalments (number, day, minor units) to come."""
    desk, rows, taking = shop.desk, LedgerRows(), uuid7()
    at = stamp(desk)
    entry = uuid7().bytes
    session = desk.database.value("SELECT id FROM cash_session ORDER BY opened_at DESC LIMIT 1")
    rows.add("taking_tender", taking.bytes, 1, "cash", principal, "")
    rows.add(
        "stored_value_entry", entry, None, taking.bytes, member.bytes, "top_up", principal, bonus,
        "", *at.row,
    )  # fmt: skip
    rows.add(
        "stored_value_lot", uuid7().bytes, member.bytes, entry, principal, bonus, at.day,
        until and until.isoformat(),
    )  # fmt: skip
    for number, day, minor in due:
        rows.add("bonus_instalment", taking.bytes, number, member.bytes, day.isoformat(), minor)
    row = (
        taking.bytes, "top_up", desk.till.till_id.bytes, session, at.staff_id, member.bytes,
        at.at_ms, at.day, principal, 0, desk.scheme.version, "", "", "",
    )  # fmt: skip
    rows.add("taking", *row)

    def work() -> None:
        ledgers.insert(desk.database, rows)
        keep_accounts(desk, rows)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("taking", taking.bytes, taking_form(row, rows.tables))
        chain.write()

    desk.transaction(work)
    return taking


def give_coupon(shop: Shop, member: UUID | None, code: str, until: date) -> UUID:
    """A coupon that may be used to a day."""
    desk, rows, coupon = shop.desk, LedgerRows(), uuid7()
    at = stamp(desk)
    rows.add(
        "coupon", coupon.bytes, code, "drink", member and member.bytes, None, at.day,
        until.isoformat(), "", desk.scheme.version,
    )  # fmt: skip
    rows.add("coupon_entry", uuid7().bytes, None, coupon.bytes, 1, "issued", "", *at.row)
    desk.transaction(lambda: ledgers.insert(desk.database, rows))
    return coupon


def give_pass(shop: Shop, member: UUID, uses: int, until: date) -> None:
    """Sessions that may be used to a day."""
    desk, rows, session_pass, taking = shop.desk, LedgerRows(), uuid7().bytes, uuid7().bytes
    at = stamp(desk)
    session = desk.database.value("SELECT id FROM cash_session ORDER BY opened_at DESC LIMIT 1")
    rows.add(
        "session_pass", session_pass, member.bytes, "ten", uses, 0, at.day, until.isoformat(),
        desk.scheme.version,
    )  # fmt: skip
    rows.add("pass_entry", uuid7().bytes, None, taking, session_pass, "sold", uses, "", *at.row)
    row = (
        taking, "pass", desk.till.till_id.bytes, session, at.staff_id, member.bytes, at.at_ms,
        at.day, 0, 0, desk.scheme.version, "ten", "", "",
    )  # fmt: skip
    rows.add("taking", *row)

    def work() -> None:
        ledgers.insert(desk.database, rows)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("taking", taking, taking_form(row, rows.tables))
        chain.write()

    desk.transaction(work)


def give_gift_card(shop: Shop, code: str, minor: int, until: date) -> None:
    """A gift card that lasts to a day."""
    desk, rows, card, taking = shop.desk, LedgerRows(), uuid7().bytes, uuid7().bytes
    at = stamp(desk)
    session = desk.database.value("SELECT id FROM cash_session ORDER BY opened_at DESC LIMIT 1")
    rows.add("gift_card", card, code, minor, at.day, until.isoformat())
    rows.add("gift_entry", uuid7().bytes, None, taking, card, "issue", minor, "", *at.row)
    rows.add("taking_tender", taking, 1, "cash", minor, "")
    row = (
        taking, "gift_card", desk.till.till_id.bytes, session, at.staff_id, None, at.at_ms, at.day,
        minor, 0, desk.scheme.version, code, "", "",
    )  # fmt: skip
    rows.add("taking", *row)

    def work() -> None:
        ledgers.insert(desk.database, rows)
        chain = SealChain(desk.database, desk.till.till_id.bytes)
        chain.add("taking", taking, taking_form(row, rows.tables))
        chain.write()

    desk.transaction(work)
