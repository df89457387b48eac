"""Speed at the till: finding, painting, selling."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from app.config import TillConfig
from app.models import sales as stored
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, Item, MemberFacts
from app.services.rules.codes import member_code
from app.services.rules.tenders import Tender, TenderKind
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.benchmarks.large_shop import member_id, name_of, phone_of, product_id
from tests.benchmarks.measure import Figure, part, times_ms


def queries(shop: Shop, members: int) -> dict[str, Callable[[int], str]]:
    """A text for each kind of query, different every time."""
    pick = _picker(members)
    return {
        "phone, first digits": lambda at: phone_of(pick(at))[:7],
        "phone, last four": lambda at: phone_of(pick(at))[-4:],
        "phone with country code": lambda at: "+86" + phone_of(pick(at)),
        "name in hanzi": lambda at: name_of(pick(at) | 1),
        "one hanzi": lambda at: name_of(pick(at) | 1)[:1],
        "pinyin": lambda at: ("wang", "zengyu", "chensi", "shan", "liming")[at % 5],
        "initials": lambda at: ("zyq", "wx", "lz", "s", "cyh")[at % 5],
        "latin": lambda at: ("anna", "ort", "mull", "o'n", "d")[at % 5],
        "member number": lambda at: f"{pick(at) + 1:07d}",
        "card code": lambda at: member_code(pick(at), shop.desk.card_key),
    }


def _suggesting(shop: Shop, text: Callable[[int], str]) -> Callable[[int], object]:
    return lambda at: shop.members.suggest(text(at))


def _picker(members: int) -> Callable[[int], int]:
    return lambda at: (at * 104_729) % members


def find_figures(shop: Shop, members: int, rounds: int) -> list[Figure]:
    """Queries alone, and the last twenty visits."""
    figures = []
    shop.members.warm_up()
    shop.members.read_ahead()
    for kind, text in queries(shop, members).items():
        taken = times_ms(_suggesting(shop, text), rounds, warm=20)
        figures.append(Figure(f"query: {kind} p50", part(taken, 0.5), "ms"))
        figures.append(Figure(f"query: {kind} p99", part(taken, 0.99), "ms", 1.0))
    pick = _picker(members)
    taken = times_ms(
        lambda at: shop.members.history(UUID(bytes=member_id(pick(at))), 20), rounds, warm=20
    )
    figures.append(Figure("last 20 visits p99", part(taken, 0.99), "ms", 5.0))
    return figures


def painted_figures(config: TillConfig, members: int, rounds: int) -> list[Figure]:
    """From the key or scan to the painted screen, in a real window."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from app.ui import fonts
    from app.ui.main_window import MainWindow
    from app.ui.scanner import Scanner
    from app.ui.tasks import InlineTasks
    from app.ui.theme import THEME, Mode
    from tests.shop_builder import sentences

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    fonts.load_fonts()
    THEME.install(app, Mode.LIGHT)
    app.setFont(fonts.font())
    shop = open_shop(config)
    window = MainWindow(
        config=config,
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: "en",
    )
    # The application-wide filter is measured with: each event passes it.
    scanner = Scanner()
    scanner.install(app)
    window.resize(1366, 768)
    window.show()
    window.shop_opened(shop)
    # As the window does behind its first screen.
    shop.members.warm_up()
    shop.members.read_ahead()
    app.processEvents()
    screen = window.current_screen()
    pick = _picker(members)

    def scanned(at: int) -> None:
        window.current_screen().scanned(member_code(pick(at), shop.desk.card_key))
        app.processEvents()

    figures = [
        Figure("scan to member painted p99", part(times_ms(scanned, rounds, 20), 0.99), "ms", 16.0)
    ]
    edit = screen.omnibox.line_edit()  # type: ignore[attr-defined]
    for kind, text in queries(shop, members).items():

        def searched(at: int, t: Callable[[int], str] = text) -> None:
            edit.setText(t(at))
            edit.textEdited.emit(t(at))
            app.processEvents()

        taken = times_ms(searched, rounds, 10)
        figures.append(Figure(f"search to list painted: {kind} p99", part(taken, 0.99), "ms", 16.0))
    app.removeEventFilter(scanner)
    window.close()
    shop.close()
    return figures


def lookup_times(shop: Shop, members: int, rounds: int) -> dict[str, float]:
    """p50 of each kind of look-up, to compare shops of different sizes."""
    shop.members.warm_up()
    shop.members.read_ahead()
    pick = _picker(members)
    works: dict[str, Callable[[int], object]] = {
        f"suggest {kind}": _suggesting(shop, text) for kind, text in queries(shop, members).items()
    }
    works["card to strip"] = lambda at: shop.lookup.scan(member_code(pick(at), shop.desk.card_key))
    return {name: part(times_ms(work, rounds, 20), 0.5) for name, work in works.items()}


# --- selling --------------------------------------------------------------------------


def sale_figures(rounds: int) -> list[Figure]:
    """A ten-line sale beside the same rows written through apsw, and beside one fsync."""
    with tempfile.TemporaryDirectory() as folder:
        ours = create_shop(TillConfig(data_dir=Path(folder) / "ours"), ShopSettings(name="b"))
        floor = create_shop(TillConfig(data_dir=Path(folder) / "floor"), ShopSettings(name="b"))
        try:
            return _sale_figures(ours, floor, Path(folder), rounds)
        finally:
            ours.close()
            floor.close()


def _sale_figures(ours: Shop, floor: Shop, folder: Path, rounds: int) -> list[Figure]:
    member = UUID(bytes=member_id(1))
    for shop in (ours, floor):
        _bench_member(shop, member)
        _bench_products(shop)
    cart = Cart(
        tuple(
            CartLine(uuid7(), Item(f"Product {at}", 1000, _product(at), tax_rate_bp=1300))
            for at in range(10)
        ),
        MemberFacts(member),
    )
    quote = ours.checkout.quote(cart)
    paid = (Tender(TenderKind.CASH, 10000),)
    writer = _FloorWriter(floor)
    sync = _fsync_floor(folder / "sync")
    mine: list[float] = []
    theirs: list[float] = []
    syncs: list[float] = []
    for _ in range(rounds):
        mine += times_ms(lambda _at: ours.checkout.complete(uuid7(), cart, quote, paid), 1, 0)
        rows, seal = _rows_of_newest(ours)
        theirs += times_ms(partial(writer.write_at, rows, seal), 1, 0)
        syncs += times_ms(sync, 1, 0)
    mine, theirs, syncs = sorted(mine[10:]), sorted(theirs[10:]), sorted(syncs[10:])
    return [
        Figure("sale of 10 lines p50", part(mine, 0.5), "ms"),
        Figure("same rows through apsw p50", part(theirs, 0.5), "ms"),
        Figure("sale / same rows p50", part(mine, 0.5) / part(theirs, 0.5), "x", 2.0),
        Figure("sale p99 above fsync p99", part(mine, 0.99) - part(syncs, 0.99), "ms", 4.0),
    ]


def _bench_member(shop: Shop, member: UUID) -> None:
    database = shop.desk.database
    database.execute(
        "INSERT INTO member (id, number, name, joined_on, state, created_at, updated_at)"
        " VALUES (?, '1', 'x', '2024-01-01', 'active', 0, 0)",
        (member.bytes,),
    )
    database.execute("INSERT INTO member_summary (member_id) VALUES (?)", (member.bytes,))


def _bench_products(shop: Shop) -> None:
    shop.desk.database.executemany(
        "INSERT INTO product (id, name, price_minor, tax_rate_bp, weighed, active, created_at,"
        " updated_at) VALUES (?, ?, 1000, 1300, 0, 1, 0, 0)",
        [(product_id(at), f"Product {at}") for at in range(10)],
    )


def _rows_of_newest(shop: Shop) -> tuple[stored.SaleRows, tuple[object, ...]]:
    database = shop.desk.database
    sale_id = stored.newest_sales(database, shop.desk.till.till_id.bytes, 1)[0][0]
    sale = stored.sale_by_id(database, sale_id)
    assert sale is not None
    rows = stored.SaleRows(
        sale=sale[:-2],
        lines=stored.sale_lines(database, sale_id),
        tenders=stored.sale_tenders(database, sale_id),
        taxes=stored.sale_taxes(database, sale_id),
        points=stored.points_of_document(database, "sale_id", sale_id),
    )
    seal = database.row(
        "SELECT till_id, sequence, previous, hash, kind, document_id FROM seal"
        " WHERE document_id = ?",
        (sale_id,),
    )
    assert seal is not None
    return rows, seal


def _product(at: int) -> UUID:
    return UUID(bytes=product_id(at))


class _FloorWriter:
    """Writes a sale's rows straight through apsw into the same schema, triggers included."""

    def __init__(self, shop: Shop) -> None:
        self._conn = shop.desk.database.connection
        database = shop.desk.database
        self._till = shop.desk.till.till_id.bytes
        self._staff = shop.desk.staff.staff_id.bytes
        self._session = uuid7().bytes
        database.execute(
            "INSERT INTO cash_session (id, till_id, business_date, sequence, automatic, opened_at)"
            " VALUES (?, ?, '2026-01-01', 1, 1, 0)",
            (self._session, self._till),
        )

    def write_at(self, rows: stored.SaleRows, seal: tuple[object, ...], _at: int) -> None:
        """One transaction."""
        conn, points = self._conn, rows.points
        sale = (rows.sale[0], self._till, rows.sale[2], self._session, self._staff, *rows.sale[5:])
        entries = [(*row[:8], self._staff, *row[9:]) for row in points.entries]
        conn.execute("BEGIN IMMEDIATE")
        conn.executemany(stored.INSERT_LINE, rows.lines)
        conn.executemany(stored.INSERT_TENDER, rows.tenders)
        conn.executemany(stored.INSERT_TAX, rows.taxes)
        conn.execute(stored.INSERT_SALE, sale)
        conn.executemany(stored.INSERT_ENTRY, entries)
        conn.executemany(stored.INSERT_LOT, points.lots)
        conn.execute(
            "INSERT OR IGNORE INTO visit (id, member_id, kind, visited_at, business_date)"
            " VALUES (?, ?, 'sale', 0, ?)",
            (rows.sale[0], rows.sale[5], rows.sale[7]),
        )
        conn.execute(
            "UPDATE member_summary SET points = points + 100, visits = visits + 1,"
            " last_visit_at = ? WHERE member_id = ?",
            (rows.sale[6], rows.sale[5]),
        )
        conn.execute(stored.INSERT_SEAL, (self._till, *seal[1:]))
        conn.execute("COMMIT")


def _fsync_floor(path: Path) -> Callable[[int], None]:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
    block = b"x" * 16_384

    def sync(_at: int) -> None:
        os.write(handle, block)
        os.fsync(handle)

    return sync
