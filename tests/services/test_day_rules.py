"""The rules of the till's day that no power cut, printer or impatient hand may break."""

import subprocess
import sys
from dataclasses import replace
from threading import Thread

import pytest

from app.errors import CartEmpty, TendersShort
from app.services.ids import uuid7
from app.services.printing.queue import PrintQueue
from app.services.printing.setup import PrinterSetup
from app.services.rules.cart import Item
from app.services.rules.refund import RefundDraft
from app.services.rules.tenders import Tender, TenderKind
from app.shop import open_shop
from tests.scheme_builder import sound
from tests.shop_builder import cart_of, cash, sell

CARD = TenderKind.BANK_CARD


def draft_of(shop, number: str) -> RefundDraft:
    return RefundDraft(uuid7(), shop.sales.receipt(number).sale_id)


def read_by_another_program(file) -> str:
    """The sales in the shop's file, as a process of its own finds them.

    Never Python's own SQLite in this process: two SQLite libraries on one file cannot see each
    other's locks, and one cuts the shared memory that the other has mapped (a bus error).
    """
    ask = (
        "import sqlite3, sys; print(*sqlite3.connect(sys.argv[1])"
        ".execute('SELECT hex(id), total_minor FROM sale').fetchall()[0])"
    )
    told = subprocess.run([sys.executable, "-c", ask, file], capture_output=True, check=True)
    return told.stdout.decode().strip()


def test_rule_28_a_count_is_blind_and_a_difference_is_recorded_never_refused(shop, clock):
    """Rule 28 over a whole day: float + cash - change - refunds + in - out - drops."""
    shop.settings.save(replace(shop.desk.settings, count_cash=True))
    shop.cash.open(10_000)
    shop.checkout.complete(uuid7(), cart_of(Item("tea", 350)), None, (cash(1_000),))
    back = sell(shop, 500)
    shop.checkout.complete(uuid7(), cart_of(Item("box", 4_000)), None, (Tender(CARD, 4_000),))
    shop.refunds.void(back.number, "mistake")
    shop.cash.pay_in(2_000, "coins")
    shop.cash.pay_out(300, "milk")
    shop.cash.drop(5_000)
    clock.forward(hours=3)
    closed = shop.cash.close(7_000, "found nothing")
    assert closed.expected_minor == 10_000 + 350 + 500 - 500 + 2_000 - 300 - 5_000
    assert (closed.over_short_minor, closed.reason) == (-50, "found nothing")
    assert shop.cash.z_reports()[0].over_short_minor == -50
    assert sound(shop)


def test_rule_30_receipt_numbers_have_no_gap_whatever_fails_between(shop):
    """Refused sales, a return, four threads at once and a restart: no number is lost or repeats."""
    numbers = [sell(shop, 100).number]
    with pytest.raises(CartEmpty):
        shop.checkout.complete(uuid7(), cart_of(), None, ())
    with pytest.raises(TendersShort):
        shop.checkout.complete(uuid7(), cart_of(Item("tea", 350)), None, (cash(300),))
    shop.refunds.refund(draft_of(shop, numbers[0]))
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(sell(shop, 100).number)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers += sorted(found)
    assert sound(shop)
    clock = shop.desk.now
    shop.close()
    again = open_shop(shop.config, clock=clock)
    numbers.append(sell(again, 100).number)
    again.close()
    assert numbers == [f"A0-{at:06d}" for at in range(1, 7)]


def test_rule_31_a_sale_is_durable_before_paper_and_drawer_and_a_repeat_sells_nothing(shop):
    """With no printer at all the sale is there, read by another program; Enter again is a no."""
    cart, sale_id = cart_of(Item("tea", 350)), uuid7()
    first = shop.checkout.complete(sale_id, cart, None, (cash(1_000),))
    setup = PrinterSetup("network", "127.0.0.1:9", drawer_pin=2)
    queue = PrintQueue(shop.printing, lambda: setup, lambda _state: None)
    shop.printing.enqueue("receipt", first.number)
    queue.start()
    assert read_by_another_program(shop.config.shop_file) == f"{sale_id.hex.upper()} 350"
    for _ in range(3):
        assert shop.checkout.complete(sale_id, cart, None, (cash(1_000),)) == first
    assert queue.close(5)
    assert [job.number for job in shop.printing.open_jobs()] == [first.number]
    assert shop.desk.database.row("SELECT count(*), sum(total_minor) FROM sale") == (1, 350)
    assert shop.cash.x_report().cash.expected_minor == 350
    assert sound(shop)
