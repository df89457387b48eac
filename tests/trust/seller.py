"""A till in a process of its own, that sells until it is killed and tells what was acknowledged."""

import multiprocessing
import os
import random
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from uuid import UUID

from app.config import TillConfig
from app.errors import NothingToReturn, ReturnTooMuch, StorageBusy, VoidRefused
from app.services.ids import uuid7
from app.services.rules.cart import Item
from app.services.rules.money import MILLI
from app.services.rules.refund import RefundDraft, ReturnLine
from app.shop import Shop, open_shop
from tests.shop_builder import cart_of, cash, points

MEMBERS = 3


def processes() -> Any:
    """How children are started: forked from a clean process that has everything imported."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.trust.seller"])
    return context


@dataclass
class Running:
    """A child and what it says."""

    process: BaseProcess
    told: Connection

    def kill(self) -> list[UUID]:
        """kill -9; returns every sale id that was acknowledged up to that moment."""
        self.process.kill()
        self.process.join()
        acknowledged: list[UUID] = []
        try:
            while self.told.poll():
                acknowledged.append(UUID(bytes=self.told.recv_bytes()))
        except EOFError:
            pass
        self.told.close()
        return acknowledged


def start(work: str, folder: Path, seed: int) -> Running:
    """Start a child doing `work`, a function of this module, and wait until it has begun."""
    context = processes()
    told, telling = context.Pipe(duplex=False)
    child = context.Process(target=_run, args=(work, folder, seed, telling), daemon=True)
    child.start()
    telling.close()
    told.recv_bytes()
    return Running(child, told)


def _run(work: str, folder: Path, seed: int, telling: Connection) -> None:
    shop = open_shop(TillConfig(data_dir=folder))
    telling.send_bytes(b"begun")
    try:
        works = {"sell": sell, "back_up": back_up, "close_days": close_days, "trade": trade}
        works[work](shop, random.Random(seed), telling)
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(0)


def sell(shop: Shop, dice: random.Random, telling: Connection) -> None:
    """Sell for ever, to members and others, for cash and for points, with idle moments."""
    members = [UUID(bytes=row[0]) for row in shop.desk.database.rows("SELECT id FROM member")]
    while True:
        member = dice.choice([None, *members])
        items = [Item("open item", dice.randrange(1, 9_000)) for _ in range(dice.randrange(1, 6))]
        tenders = [cash(99_000)]
        if member is not None and shop.checkout.member_facts(member).points > 200:
            tenders.insert(0, points(1))
        sale_id = uuid7()
        try:
            shop.checkout.complete(sale_id, cart_of(*items, member=member), None, tuple(tenders))
            if dice.random() < 0.1:
                shop.desk.database.checkpoint()
        except StorageBusy:
            continue
        telling.send_bytes(sale_id.bytes)


def back_up(shop: Shop, _dice: random.Random, telling: Connection) -> None:
    """Make one backup after the other."""
    while True:
        telling.send_bytes(bytes(16))
        shop.backups.make(reason="hourly")


def close_days(shop: Shop, dice: random.Random, telling: Connection) -> None:
    """Open, sell, move cash, count and close for ever; a session found open is gone on with."""
    while True:
        session = shop.cash.current() or shop.cash.open(dice.randrange(50_000))
        for _ in range(dice.randrange(3)):
            cart = cart_of(Item("open item", dice.randrange(1, 9_000)))
            shop.checkout.complete(uuid7(), cart, None, (cash(9_000),))
            shop.cash.pay_in(dice.randrange(1, 500), "coins")
        shop.cash.close(dice.randrange(90_000), "miscounted", session_id=session.session_id)
        telling.send_bytes(session.session_id.bytes)


def trade(shop: Shop, dice: random.Random, telling: Connection) -> None:
    """Sell, and give back what any till sold last, by piece, whole or voided, for ever."""
    members = [UUID(bytes=row[0]) for row in shop.desk.database.rows("SELECT id FROM member")]
    while True:
        with suppress(StorageBusy, NothingToReturn, ReturnTooMuch, VoidRefused):
            cart = cart_of(
                *(Item("open item", dice.randrange(1, 9_000)) for _ in range(3)),
                member=dice.choice([None, *members]),
            )
            sale_id = uuid7()
            shop.checkout.complete(sale_id, cart, None, (cash(99_000),))
            telling.send_bytes(sale_id.bytes)
            (last,) = shop.desk.database.rows("SELECT id FROM sale ORDER BY sold_at DESC LIMIT 1")
            sold = shop.sales.by_id(UUID(bytes=last[0]))
            assert sold is not None
            if dice.random() < 0.2:
                shop.refunds.void(sold.number, "mistyped")
            lines = (ReturnLine(dice.randrange(1, 4), MILLI),) if dice.random() < 0.6 else ()
            shop.refunds.refund(RefundDraft(uuid7(), sold.sale_id, lines, "broken"))
