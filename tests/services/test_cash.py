"""The drawer: sessions, movements, blind count, X and Z reports, on a real file."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import (
    AmountTooLarge,
    CountWrong,
    FieldInvalid,
    MovementIdTaken,
    SessionClosed,
    SessionNotOpen,
    SessionOpen,
    ShopError,
    ZReportUnknown,
)
from app.services.deposits import DepositDraft
from app.services.desk import Staff
from app.services.ids import uuid7
from app.services.rules.cart import HandDiscount, Item
from app.services.rules.day_report import Count
from app.services.rules.refund import RefundDraft
from app.services.rules.tenders import Tender, TenderKind
from app.services.settings import ShopSettings
from app.shop import create_shop, open_shop
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import Clock, add_member, cart_of, cash, sell


def counting(shop) -> None:
    shop.settings.save(replace(shop.desk.settings, count_cash=True))


def sale(shop, price: int, *tenders: Tender, at=None, sale_id=None):
    cart = cart_of(Item("tea", price))
    paid = tenders or (cash(price),)
    return shop.checkout.complete(sale_id or uuid7(), cart, None, paid, at=at)


def assert_sound(shop) -> None:
    failing = [check for check in shop.doctor.run() if not check.ok]
    assert failing == []


# --- rule 28 --------------------------------------------------------------------------


MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            ["sale", "card", "split", "pay_in", "pay_out", "drop", "no_sale", "top_up"]
        ),
        st.integers(1, 99_999),
        st.integers(0, 10_000),
    ),
    max_size=12,
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 100_000), MOVES, st.integers(-500, 500))
def test_rule_28_a_random_day_expects_what_an_independent_sum_says(
    tmp_path_factory, opening, moves, difference
):
    shop = create_shop(
        TillConfig(data_dir=tmp_path_factory.mktemp("day")), ShopSettings(name="t"), clock=Clock()
    )
    use(shop, EVERYTHING_IN_ONE)
    member = add_member(shop)
    shop.cash.open(opening)
    drawer = opening
    for kind, amount, more in moves:
        if kind == "sale":
            sale(shop, amount, cash(amount + more))
            drawer += amount
        elif kind == "card":
            sale(shop, amount, Tender(TenderKind.BANK_CARD, amount))
        elif kind == "split":
            sale(shop, amount + 10, Tender(TenderKind.WECHAT, 10), cash(amount + more))
            drawer += amount
        elif kind == "top_up":
            shop.wallets.top_up(uuid7(), member, 2000 + more, (cash(2000 + more),))
            drawer += 2000 + more
        elif kind == "no_sale":
            shop.cash.no_sale("零钱")
        else:
            getattr(shop.cash, kind)(amount)
            drawer += amount if kind == "pay_in" else -amount
    assert shop.cash.x_report().cash.expected_minor == drawer
    counted = max(0, drawer + difference)
    closed = shop.cash.close(counted, "数错了")
    assert (closed.expected_minor, closed.over_short_minor) == (drawer, counted - drawer)
    assert shop.cash.z_report(1) == closed
    assert_sound(shop)
    shop.close()


def test_a_difference_is_recorded_with_its_reason_and_never_refused(shop):
    shop.cash.open(20000)
    sale(shop, 1250, cash(2000))
    found = shop.cash.count(21000)
    assert (found.expected_minor, found.over_short_minor) == (21250, -250)
    closed = shop.cash.close(21000, "找错零")
    assert (closed.over_short_minor, closed.reason) == (-250, "找错零")
    row = shop.desk.database.row(
        "SELECT expected_minor, counted_minor, over_short_minor, reason FROM z_report"
    )
    assert row == (21250, 21000, -250, "找错零")
    actions = [r[0] for r in shop.desk.database.rows("SELECT action FROM audit_entry")]
    assert actions[-2:] == ["cash_counted", "session_closed"]


def test_the_drawer_closes_without_a_reason_too(shop):
    shop.cash.open(100)
    assert shop.cash.close(0).over_short_minor == -100


def test_a_count_by_pieces_is_their_sum_or_refused(shop):
    shop.cash.open(0)
    with pytest.raises(CountWrong):
        shop.cash.close(Count(100, ((100, 2),)))
    with pytest.raises(FieldInvalid):
        shop.cash.close(Count(300, ((300, 1),)))
    with pytest.raises(FieldInvalid):
        shop.cash.close(Count(0, ((100, -1), (50, 2))))
    with pytest.raises(FieldInvalid):
        shop.cash.close(Count(0, (), (("points", 5),)))
    closed = shop.cash.close(Count(250, ((100, 2), (50, 1)), (("wechat", 300),)))
    assert closed.count == Count(250, ((100, 2), (50, 1)), (("wechat", 300),))
    wechat = next(f for f in closed.report.tenders if f.kind == "wechat")
    assert (wechat.expected_minor, wechat.counted_minor) == (0, 300)


@pytest.mark.parametrize("amount", [0, -5, 10**12])
def test_no_movement_of_nothing_or_of_less(shop, amount):
    for verb in (shop.cash.pay_in, shop.cash.pay_out, shop.cash.drop):
        with pytest.raises((FieldInvalid, AmountTooLarge)):
            verb(amount)
    assert shop.cash.current() is None


# --- sessions -------------------------------------------------------------------------


def test_a_shop_that_counts_sells_only_in_an_open_session(shop):
    counting(shop)
    sale_id = uuid7()
    with pytest.raises(SessionNotOpen):
        sale(shop, 100, sale_id=sale_id)
    opened = shop.cash.open(5000)
    assert sale(shop, 100, sale_id=sale_id).number == "A0-000001"
    assert shop.cash.current() == opened
    shop.cash.close(5100)
    assert shop.cash.current() is None
    with pytest.raises(SessionNotOpen):
        sale(shop, 100)


def test_where_nobody_counts_a_session_opens_and_closes_by_itself(shop, clock):
    first = sale(shop, 350)
    closed = shop.cash.close(None)
    assert (closed.counted_minor, closed.over_short_minor, closed.reason) == (None, 0, "")
    assert closed.report.automatic
    later = sale(shop, 200)  # of the same day: a further session
    clock.forward(days=1)
    (left,) = shop.cash.close_left()
    assert (left.number, left.report.first_receipt) == (2, later.number)
    assert closed.report.first_receipt == closed.report.last_receipt == first.number
    assert shop.cash.close_left() == ()
    assert_sound(shop)


def test_one_can_open_with_a_float_where_nobody_has_to(shop):
    sale(shop, 350)
    shop.cash.open(1000)  # what was sold before has its own report
    sale(shop, 200)
    assert shop.cash.z_report(1).report.sales.total_minor == 350
    assert shop.cash.x_report().cash.expected_minor == 1200
    with pytest.raises(SessionOpen):
        shop.cash.open(1000)
    assert shop.cash.close(1200).number == 2


def test_opening_twice_under_one_id_is_one_session(shop):
    session_id = uuid7()
    first = shop.cash.open(1000, session_id=session_id)
    assert shop.cash.open(1000, session_id=session_id) == first
    assert shop.cash.x_report().cash.float_minor == 1000


def test_a_movement_twice_under_one_id_moves_once(shop):
    movement_id = uuid7()
    first = shop.cash.pay_out(500, "买冰", movement_id=movement_id)
    assert shop.cash.pay_out(500, "买冰", movement_id=movement_id) == first
    with pytest.raises(MovementIdTaken):
        shop.cash.pay_out(600, "买冰", movement_id=movement_id)
    assert shop.cash.x_report().cash.pay_out_minor == 500


def test_the_float_proposed_is_what_was_left_at_the_last_count(shop):
    assert shop.cash.proposed_float_minor() == 0
    shop.settings.save(replace(shop.desk.settings, cash_float_minor=30000))
    assert shop.cash.proposed_float_minor() == 30000
    shop.cash.open(30000)
    shop.cash.close(31000)
    assert shop.cash.proposed_float_minor() == 31000


def test_a_session_left_open_over_midnight_is_picked_up(shop, clock, tmp_path):
    counting(shop)
    opened = shop.cash.open(1000)
    sale(shop, 100)
    clock.forward(days=1)
    shop.close()
    again = open_shop(TillConfig(data_dir=tmp_path / "data"), clock=clock)
    assert again.cash.close_left() == ()  # nobody counts behind the cashier's back
    found = again.cash.current()
    assert found is not None
    assert found.session_id == opened.session_id
    assert found.left_open
    sold = sale(again, 200)  # going on is allowed
    assert sold.business_date == opened.business_date + timedelta(days=1)
    closed = again.cash.close(1300)
    assert (closed.over_short_minor, closed.report.sales.count) == (0, 2)
    assert closed.report.business_date == opened.business_date
    assert_sound(again)
    again.close()


def test_a_clock_set_back_neither_closes_nor_loses_a_session(shop, clock):
    counting(shop)
    shop.cash.open(1000)
    clock.forward(days=-2)
    sale(shop, 100)
    shop.cash.pay_in(50)
    assert shop.cash.close_left() == ()
    assert shop.cash.close(1150).over_short_minor == 0
    assert_sound(shop)


def test_a_sale_dated_back_is_not_in_todays_drawer(shop, clock):
    counting(shop)
    shop.cash.open(1000)
    sale(shop, 700, at=clock.moment - timedelta(days=3))
    assert shop.cash.x_report().cash.expected_minor == 1000
    (left,) = shop.cash.close_left()
    assert left.report.sales.total_minor == 700
    sale(shop, 300, at=clock.moment - timedelta(days=3))  # its day was closed: a further session
    (more,) = shop.cash.close_left()
    assert (more.report.session, more.report.sales.total_minor) == (2, 300)
    assert shop.cash.close(1000).over_short_minor == 0
    assert_sound(shop)


# --- reports --------------------------------------------------------------------------


def test_an_x_report_reads_and_changes_nothing(shop):
    assert shop.cash.x_report().sales.count == 0
    assert shop.desk.database.value("SELECT count(*) FROM cash_session") == 0
    sell(shop, 350)
    first, again = shop.cash.x_report(), shop.cash.x_report()
    assert first == again
    assert shop.desk.database.value("SELECT count(*) FROM z_report") == 0


def test_rule_19_a_top_up_is_a_liability_and_no_sale(shop):
    use(shop, EVERYTHING_IN_ONE)
    member = add_member(shop)
    sell(shop, 1000)
    shop.wallets.top_up(uuid7(), member, 20000, (cash(20000),))
    report = shop.cash.close(21000).report
    assert (report.revenue_minor, report.sales.count) == (1000, 1)
    (top_up,) = report.takings
    assert (top_up.kind, top_up.count, top_up.amount_minor) == ("top_up", 1, 20000)
    assert report.cash.expected_minor == 21000


def test_a_z_report_says_points_discounts_receipts_and_the_ledgers_head(shop):
    member = add_member(shop)
    cart = replace(
        cart_of(Item("tea", 10000), member=member), discount=HandDiscount("熟客", amount_minor=500)
    )
    cart = replace(cart, member=shop.loyalty.facts(member))
    shop.checkout.complete(uuid7(), cart, None, (cash(9500),))
    shop.points.adjust(member, 40, "生日")
    head = shop.desk.database.row("SELECT max(sequence), hash FROM seal")
    report = shop.cash.close(9500).report
    assert report.points.issued == 95
    assert report.points.given == 40
    (given_away,) = report.discounts
    assert (given_away.amount_minor, given_away.name) == (500, "熟客")
    assert (report.seals, report.seal) == (head[0], head[1].hex())


def test_z_reports_are_numbered_without_gaps_and_never_change(shop):
    for _ in range(3):
        sale(shop, 100)
        shop.cash.close(100)
    assert [z.number for z in shop.cash.z_reports()] == [3, 2, 1]
    for sql in ("UPDATE z_report SET reason = 'x'", "DELETE FROM z_report"):
        with pytest.raises(apsw.ConstraintError):
            shop.desk.database.execute(sql)
    with pytest.raises(apsw.ConstraintError):  # the file itself refuses a gap
        shop.desk.database.execute(
            "INSERT INTO z_report SELECT randomblob(16), till_id, 9, session_id, staff_id,"
            " business_date, closed_at, 0, NULL, 0, '', '{}' FROM z_report WHERE number = 3"
        )
    with pytest.raises(ZReportUnknown):
        shop.cash.z_report(4)


def test_a_z_report_reads_the_same_after_everything_else_changed(shop):
    sale(shop, 100)
    closed = shop.cash.close(90, "少")
    changed = replace(
        shop.desk.settings, name="别的店", language="en", time_zone="Europe/Paris", day_end_hour=0
    )
    shop.settings.save(changed)
    assert shop.cash.z_report(1) == closed
    assert closed.shop_name == "屿见咖啡"


def test_a_closed_session_takes_nothing_more(shop):
    sale(shop, 100)
    closed = shop.cash.close(100)
    session = shop.desk.database.value("SELECT session_id FROM z_report")
    with pytest.raises(apsw.ConstraintError):
        shop.desk.database.execute(
            "INSERT INTO cash_movement SELECT randomblob(16), ?, id, NULL, 'pay_in', 5, '', 0,"
            " '2026-11-21' FROM staff",
            (session,),
        )
    with pytest.raises(SessionNotOpen):
        shop.cash.close(100)
    assert shop.cash.z_reports() == (closed,)


def test_closing_again_with_the_same_count_tells_the_first_report(shop):
    opened = shop.cash.open(100)
    closed = shop.cash.close(100, session_id=opened.session_id)
    assert shop.cash.close(100, session_id=opened.session_id) == closed
    with pytest.raises(SessionClosed):
        shop.cash.close(90, session_id=opened.session_id)


def test_two_that_close_one_session_at_once_make_one_z_report(shop, tmp_path, clock):
    sale(shop, 100)
    shops = [open_shop(TillConfig(data_dir=tmp_path / "data"), clock=clock) for _ in range(4)]

    def close(each):
        try:
            return each.cash.close(100)
        except ShopError as error:
            return error

    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(close, shops))
    assert shop.desk.database.value("SELECT count(*) FROM z_report") == 1
    refused = [each for each in told if isinstance(each, ShopError)]
    assert len(refused) == 3
    assert all(isinstance(each, SessionNotOpen) for each in refused)
    for each in shops:
        each.close()
    assert_sound(shop)


# --- the doctor -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trigger", "damage"),
    [
        ("z_report_no_update", "UPDATE z_report SET expected_minor = 7, over_short_minor = 93"),
        ("z_report_no_update", "UPDATE z_report SET reason = 'else'"),
        ("z_report_no_delete", "DELETE FROM z_report WHERE number = 1"),
        (
            "cash_movement_no_update",
            "UPDATE cash_movement SET amount_minor = 1 WHERE kind='pay_in'",
        ),
        ("seal_no_delete", "DELETE FROM seal WHERE kind = 'cash'"),
        ("seal_no_delete", "DELETE FROM seal WHERE kind = 'z_report'"),
    ],
)
def test_the_doctor_sees_a_drawer_that_was_tampered_with(shop, trigger, damage):
    for _ in range(2):
        sale(shop, 100)
        shop.cash.pay_in(50, "零钱")
        shop.cash.close(100)
    assert_sound(shop)
    shop.desk.database.execute(f"DROP TRIGGER {trigger}")
    shop.desk.database.execute(damage)
    failing = {check.name for check in shop.doctor.run() if not check.ok}
    assert {"drawer", "seals"} & failing


def test_what_moves_the_drawer_leaves_its_trace(shop):
    shop.cash.open(100)
    shop.cash.pay_out(30, "买冰")
    shop.cash.no_sale("换零")
    rows = shop.desk.database.rows("SELECT action, detail FROM audit_entry ORDER BY happened_at")
    assert [row[0] for row in rows] == ["session_opened", "cash_pay_out", "cash_no_sale"]
    assert json.loads(rows[1][1]) == {"amount": -30, "why": "买冰"}


def test_staff_are_named_as_they_were(shop):
    shop.desk.staff = Staff(shop.desk.staff.staff_id, "小林", "clerk")
    sale(shop, 100)
    assert shop.cash.close(100).closed_by == "小林"


def test_a_z_report_waits_in_the_print_queue_by_its_name(shop):
    sale(shop, 100)
    shop.cash.close(100)
    shop.printing.enqueue("z_report", "A0-Z1")
    (job,) = shop.printing.open_jobs()
    for width in (58, 80):
        (page,) = shop.printing.pages(job.kind, job.number, width, duplicate=True)
        assert page.width == width
        texts = [getattr(item, "text", "") for item in page.items]
        assert {"A0-Z1", "重印"} <= set(texts)
    assert shop.cash.z_report_named("z1") == shop.cash.z_report(1)
    for text in ("A0-Z2", "Z-1", "", "A9-Z1", "一"):
        with pytest.raises(ZReportUnknown):
            shop.cash.z_report_named(text)


def test_a_whole_day_with_returns_deposits_and_an_account_agrees(shop):
    shop.settings.save(replace(shop.desk.settings, tips=True))
    member = add_member(shop)
    shop.accounts.set_limit(member, 50_000)
    shop.cash.open(10_000)
    back = sale(shop, 5_000)
    tipped = cart_of(Item("tea", 3_000), Item("小费", 500))
    tipped = replace(tipped, lines=(tipped.lines[0], replace(tipped.lines[1], tip=True)))
    with_tip = shop.checkout.complete(uuid7(), tipped, None, (cash(4_000),))
    owing = replace(cart_of(Item("tea", 2_000)), member=shop.loyalty.facts(member))
    shop.checkout.complete(uuid7(), owing, None, (Tender(TenderKind.ON_ACCOUNT, 2_000),))
    shop.accounts.repay(uuid7(), member, (cash(1_500),))
    shop.deposits.take(DepositDraft(uuid7(), 700, (cash(1_000),), note="蛋糕"))
    one = replace(RefundDraft(uuid7(), back.sale_id), reason="坏了")
    assert shop.refunds.refund(one).total_minor == 5_000
    shop.refunds.void(with_tip.number, "打错")
    closed = shop.cash.close(10_000 + 1_500 + 700)
    report = closed.report
    assert closed.over_short_minor == 0
    assert report.cash.refunds_minor == 5_000 + 3_500
    assert (report.refunds.count, report.voids.count) == (1, 1)
    assert report.revenue_minor == 2_000  # the tip was given back with its sale
    assert report.sales.tips_minor == 0
    kinds = {each.kind: each.amount_minor for each in report.takings}
    assert kinds == {"repayment": 1_500, "deposit": 700}
    on_account = next(each for each in report.tenders if each.kind == "on_account")
    assert (on_account.sales_minor, on_account.expected_minor) == (2_000, 0)
    assert_sound(shop)
