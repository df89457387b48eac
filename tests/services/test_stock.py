"""Stock: on hand is always the sum of what was sold, brought, counted and lost."""

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import FieldInvalid, ProductUnknown, TendersShort
from app.models.ledgers import LedgerRows, insert
from app.services.ids import uuid7
from app.services.products import ProductDraft
from app.services.rules.cart import Cart, CartLine, Item
from app.services.rules.refund import RefundDraft, ReturnLine
from app.services.rules.stock import Level, MoveKind
from app.services.stock import StockLine
from app.services.stock_rows import stock_returned
from tests.shop_builder import add_product, cart_of, cash


def on_hand(shop, item):
    level = shop.stock.level(item.product_id)
    return None if level is None else level.on_hand_milli


def bring(shop, item, quantity_milli: int, **more):
    return shop.stock.receive([StockLine(item.product_id, quantity_milli, **more)])


def sell(shop, item: Item, quantity_milli: int = 1000, times: int = 1):
    lines = tuple(CartLine(uuid7(), item, quantity_milli) for _ in range(times))
    cart = Cart(lines)
    due = shop.checkout.quote(cart).total_minor
    return shop.checkout.complete(uuid7(), cart, None, (cash(due),))


def moves(shop):
    return shop.desk.database.value("SELECT count(*) FROM stock_move")


def stock_holds(shop):
    return next(check for check in shop.doctor.run() if check.name == "stock").ok


@pytest.fixture
def tea(shop) -> Item:
    return add_product(shop, "龙井 50g", 3500)


def test_a_shop_that_tracks_nothing_writes_no_moves(shop, tea):
    sell(shop, tea)
    assert on_hand(shop, tea) is None
    assert moves(shop) == 0


def test_a_first_delivery_turns_tracking_on_and_keeps_the_cost(shop, tea):
    assert bring(shop, tea, 12_000, cost_minor=1800) == 1
    assert on_hand(shop, tea) == 12_000
    assert shop.stock.rows()[0].cost_minor == 1800


def test_a_sale_takes_each_product_once_however_many_lines_it_has(shop, tea):
    bring(shop, tea, 5000)
    receipt = sell(shop, tea, 1000, times=3)
    assert on_hand(shop, tea) == 2000
    newest, first = shop.stock.history(tea.product_id)
    assert (newest.kind, newest.quantity_milli, newest.balance_milli, newest.document) == (
        MoveKind.SALE,
        -3000,
        2000,
        receipt.number,
    )
    assert (first.kind, first.balance_milli) == (MoveKind.DELIVERY, 5000)
    assert stock_holds(shop)


def test_selling_below_zero_is_told_and_never_refused(shop, tea):
    bring(shop, tea, 1000)
    (short,) = shop.stock.short({tea.product_id: 2000})
    assert (short.name, short.on_hand_milli, short.wanted_milli) == ("龙井 50g", 1000, 2000)
    sell(shop, tea, 2000)
    assert on_hand(shop, tea) == -1000
    assert shop.stock.level(tea.product_id).below_zero
    assert [row.name for row in shop.stock.rows(low_only=True)] == ["龙井 50g"]


def test_a_repeated_sale_moves_stock_once(shop, tea):
    bring(shop, tea, 5000)
    sale_id, cart = uuid7(), cart_of(tea)
    for _ in range(2):
        shop.checkout.complete(sale_id, cart, None, (cash(3500),))
    assert on_hand(shop, tea) == 4000


def test_a_refused_sale_moves_nothing(shop, tea):
    bring(shop, tea, 5000)
    with pytest.raises(TendersShort):
        shop.checkout.complete(uuid7(), cart_of(tea), None, (cash(1),))
    assert on_hand(shop, tea) == 5000
    assert stock_holds(shop)


def test_a_count_books_the_difference_and_what_was_sold_meanwhile_stays_sold(shop, tea):
    bring(shop, tea, 10_000)
    counted = StockLine(tea.product_id, 9000, seen_milli=10_000)
    sell(shop, tea, 2000)
    shop.stock.count([counted])
    assert on_hand(shop, tea) == 7000
    assert shop.stock.history(tea.product_id)[0].quantity_milli == -1000
    shop.stock.count([StockLine(tea.product_id, 7000)])  # a count that finds no fault is kept too
    assert shop.stock.history(tea.product_id)[0].quantity_milli == 0


def test_a_loss_needs_a_reason_and_is_taken_off(shop, tea):
    bring(shop, tea, 3000)
    with pytest.raises(FieldInvalid) as refused:
        shop.stock.lose([StockLine(tea.product_id, 1000)], "  ")
    assert (refused.value.field, refused.value.reason) == ("reason", "required")
    shop.stock.lose([StockLine(tea.product_id, 1000)], "摔碎")
    assert on_hand(shop, tea) == 2000
    assert shop.stock.history(tea.product_id)[0].reason == "摔碎"


def test_the_same_booking_again_is_booked_once(shop, tea):
    line = StockLine(tea.product_id, 4000)
    assert shop.stock.receive([line]) == 1
    assert shop.stock.receive([line]) == 0
    assert on_hand(shop, tea) == 4000


@pytest.mark.parametrize("quantity", [0, -1000, 10**9 + 1])
def test_a_quantity_that_cannot_be_is_refused_whole(shop, tea, quantity):
    good = StockLine(tea.product_id, 1000)
    with pytest.raises(FieldInvalid):
        shop.stock.receive([good, StockLine(tea.product_id, quantity)])
    assert on_hand(shop, tea) is None


def test_an_unknown_product_undoes_the_whole_delivery(shop, tea):
    with pytest.raises(ProductUnknown):
        shop.stock.receive([StockLine(tea.product_id, 1000), StockLine(uuid4(), 1000)])
    assert moves(shop) == 0
    assert on_hand(shop, tea) is None


def test_tracking_again_goes_on_from_the_moves(shop, tea):
    bring(shop, tea, 3000)
    shop.stock.untrack(tea.product_id)
    sell(shop, tea)
    assert on_hand(shop, tea) is None
    assert shop.stock.track(tea.product_id) == Level(3000)
    assert stock_holds(shop)


def test_low_is_at_the_mark_or_below(shop, tea):
    shop.stock.track(tea.product_id, 2000)
    bring(shop, tea, 3000)
    assert shop.stock.low_count() == 0
    sell(shop, tea)
    assert shop.stock.low_count() == 1
    assert shop.stock.rows(low_only=True)[0].level == Level(2000, 2000)


def test_a_move_is_dated_when_it_was_made_and_balances_run(shop, tea, clock):
    bring(shop, tea, 3000)
    for _ in range(3):
        clock.forward(minutes=1)
        sell(shop, tea)
    told = shop.stock.history(tea.product_id)
    assert [move.balance_milli for move in told] == [0, 1000, 2000, 3000]
    assert told[0].moved_at - told[-1].moved_at == timedelta(minutes=3)


def test_the_doctor_sees_a_level_that_is_not_its_moves(shop, tea):
    bring(shop, tea, 3000)
    assert stock_holds(shop)
    shop.desk.database.execute("UPDATE product_stock SET on_hand_milli = on_hand_milli + 1")
    assert not stock_holds(shop)


def give_back(shop, item, quantity_milli: int):
    """A return without a receipt, as bare as the file takes one."""
    database, desk, refund_id = shop.desk.database, shop.desk, uuid7()

    def work() -> None:
        day = desk.today().isoformat()
        session = database.value("SELECT id FROM cash_session LIMIT 1")
        rows = LedgerRows()
        stock_returned(
            database, rows, refund_id, [(item.product_id, quantity_milli), (None, 1000)],
            staff_id=desk.staff.staff_id, now_ms=desk.now_ms(), day=day,
        )  # fmt: skip
        insert(database, rows)
        database.execute(
            "INSERT INTO refund_line (refund_id, position, product_id, name, quantity_milli,"
            " weighed, total_minor, tax_rate_bp, tax_minor, points)"
            " VALUES (?, 1, ?, 'tea', ?, 0, 100, 0, 0, 0)",
            (refund_id.bytes, item.product_id.bytes, quantity_milli),
        )
        database.execute(
            "INSERT INTO refund_tender VALUES (?, 1, 'cash', 100, '')", (refund_id.bytes,)
        )
        sequence = database.value("SELECT coalesce(max(sequence), 0) + 1 FROM refund")
        database.execute(
            "INSERT INTO refund (id, kind, till_id, sequence, session_id, staff_id, refunded_at,"
            " business_date, whole, lines_minor, added_tax_minor, cash_rounding_minor,"
            " total_minor, points_reversed, points_restored, points_before, scheme_version,"
            " reason, why) VALUES (?, 'refund', ?, ?, ?, ?, ?, ?, 0, 100, 0, 0, 100, 0, 0, 0, ?,"
            " 'broken', '[]')",
            (
                refund_id.bytes, desk.till.till_id.bytes, sequence, session,
                desk.staff.staff_id.bytes, desk.now_ms(), day, desk.scheme.version,
            ),
        )  # fmt: skip

    desk.transaction(work)


def test_what_comes_back_is_on_hand_again(shop, tea):
    bring(shop, tea, 3000)
    sell(shop, tea, 2000)
    give_back(shop, tea, 1000)
    assert on_hand(shop, tea) == 2000
    assert shop.stock.history(tea.product_id)[0].kind is MoveKind.REFUND
    assert stock_holds(shop)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["sell", "bring", "count", "lose", "back", "untrack"]),
        st.integers(0, 1),
        st.integers(1, 20).map(lambda number: number * 500),
    ),
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_after_any_day_on_hand_is_the_sum_of_the_moves(shop, steps):
    goods = [add_product(shop, f"goods {uuid4().hex[:6]}", 100) for _ in range(2)]
    expected: dict[UUID | None, int] = {}
    sell(shop, add_product(shop, "bag", 10))  # opens the day's session
    for what, which, quantity in steps:
        item = goods[which]
        key = item.product_id
        tracked = key in expected and on_hand(shop, item) is not None
        if what == "sell":
            sell(shop, item, quantity)
            if tracked:
                expected[key] -= quantity
        elif what == "bring":
            bring(shop, item, quantity)
            expected[key] = expected.get(key, 0) + quantity
        elif what == "count":
            shop.stock.count([StockLine(key, quantity)])
            expected[key] = quantity
        elif what == "lose":
            shop.stock.lose([StockLine(key, quantity)], "spoiled")
            expected[key] = expected.get(key, 0) - quantity
        elif what == "back":
            give_back(shop, item, quantity)
            if tracked:
                expected[key] += quantity
        else:
            shop.stock.untrack(key)
    for item in goods:
        level = on_hand(shop, item)
        assert level is None or level == expected[item.product_id]
    assert stock_holds(shop)


def taken_in(shop, tmp_path, text: str, name: str = "count.csv", **options):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return shop.imports.run(shop.imports.sniff("stock", path), **options)


def test_a_counted_list_is_taken_in_once_and_reads_back_what_was_written(shop, tea, tmp_path):
    rice = shop.products.add(
        ProductDraft("大米", barcodes=("6901234567892",), price="8.00", weighed=True, cost="5.10")
    )
    text = "条码,名称,实盘数量,预警线\n6901234567892,,12.5,5\n,龙井 50g,40,\n"
    report = taken_in(shop, tmp_path, text)
    assert (report.added, report.refused) == (2, ())
    assert shop.stock.level(rice.product_id) == Level(12_500, 5_000)
    assert on_hand(shop, tea) == 40_000
    again = taken_in(shop, tmp_path, text)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    assert moves(shop) == 2
    out = tmp_path / "stock.csv"
    assert shop.exports.write("stock", out) == 2
    written = out.read_text(encoding="utf-8-sig").splitlines()
    assert written[0] == "barcode,name,category,quantity,low,cost"
    assert "6901234567892,大米,,12.5,5,5.10" in written
    assert taken_in(shop, tmp_path, out.read_text(encoding="utf-8-sig")).unchanged == 2
    assert stock_holds(shop)


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("9,,1", "barcode", "no_such_product"),
        (",nobody's,1", "name", "no_such_product"),
        (",龙井 50g,", "quantity", "required"),
        (",龙井 50g,x", "quantity", "not_an_amount"),
        (",龙井 50g,-1", "quantity", "negative"),
    ],
)
def test_a_row_that_counts_nothing_keeps_the_whole_list_out(
    shop, tea, tmp_path, row, field, reason
):
    report = taken_in(shop, tmp_path, f"barcode,name,quantity\n{row}\n")
    assert [(bad.field, bad.reason) for bad in report.refused] == [(field, reason)]
    assert moves(shop) == 0


def test_a_cost_is_kept_where_the_editor_may_not_show_it(shop):
    drafted = ProductDraft("tea", price="9.00", cost="3.20")
    made = shop.products.add(drafted)
    assert made.cost_minor == 320
    kept = shop.products.update(made.product_id, replace(drafted, price="9.50", cost=None))
    assert (kept.price_minor, kept.cost_minor) == (950, 320)
    cleared = shop.products.update(made.product_id, replace(drafted, cost=" "))
    assert cleared.cost_minor is None


@pytest.mark.parametrize(("restock", "left"), [(True, 4000), (False, 3000)])
def test_a_return_goes_back_on_the_shelf_where_it_is_to(shop, tea, restock, left):
    bring(shop, tea, 5000)
    receipt = sell(shop, tea, 2000)
    shop.refunds.refund(
        RefundDraft(
            uuid7(), receipt.sale_id, (ReturnLine(1, 1000),), "changed mind", restock=restock
        )
    )
    assert on_hand(shop, tea) == left
    assert stock_holds(shop)


def test_rule_29_a_void_is_net_zero_in_stock(shop, tea):
    bring(shop, tea, 5000)
    receipt = sell(shop, tea, 2000)
    shop.refunds.void(receipt.number, "mistake")
    assert on_hand(shop, tea) == 5000
    assert [move.kind for move in shop.stock.history(tea.product_id)][:2] == [
        MoveKind.REFUND,
        MoveKind.SALE,
    ]
    assert stock_holds(shop)


SELLING = """
import sys
from pathlib import Path
from uuid import UUID
from app.config import TillConfig
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine
from app.services.rules.tenders import Tender, TenderKind
from app.shop import open_shop

shop = open_shop(TillConfig(Path(sys.argv[1])))
item = shop.products.get(UUID(sys.argv[2])).item
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[3])):
    cart = Cart((CartLine(uuid7(), item),))
    shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.CASH, 900),))
shop.close()
"""


def test_two_processes_that_sell_the_last_piece_are_both_counted(shop):
    tea = shop.products.add(ProductDraft("tea", price="9.00"))
    shop.stock.receive([StockLine(tea.product_id, 1000)])
    folder = str(shop.config.data_dir)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SELLING, folder, str(tea.product_id), "10"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip
    for each in running:
        assert each.stdout is not None
        assert each.stdout.readline() == "ready\n"
    for each in running:
        each.communicate("go\n", timeout=60)
        assert each.returncode == 0
    level = shop.stock.level(tea.product_id)
    assert level == Level(-19_000)
    assert level.below_zero
    assert stock_holds(shop)
