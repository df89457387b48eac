"""Old sales come in as they were: each once, to the cent, sealed, with points by today's scheme."""

from datetime import date, datetime

import pytest

from app.services.seals import forms_of, link
from tests.services.exchange.test_imports import told
from tests.shared_data import shared_data

SALES = (
    "时间,单号,会员号,条码,品名,分类,数量,单价,金额,付款方式\n"
    "2026-11-20 09:30,R1,00017,,拿铁,饮品,2,26.00,52.00,微信\n"
    "2026-11-20 09:30,R1,00017,,贝果,烘焙,1,18.00,18.00,微信\n"
    "2026-11-20,,00018,,拿铁,饮品,3,,10.00,现金\n"
    "2026-11-20,,00018,,拿铁,饮品,3,,10.00,现金\n"
    "2026-11-19,R0,,,伞,,1,,0.00,\n"
)
CDNOW = {"member": "1", "sold_at": "2", "quantity": "3", "total": "4"}


def chain_holds(exchange) -> bool:
    """Every seal's hash covers its stored document and the hash before it."""
    previous = bytes(32)
    rows = exchange.rows(
        "SELECT previous, hash, seal.kind, document_id FROM seal"
        " JOIN till ON till.id = till_id WHERE till.kind = 'import' ORDER BY sequence"
    )
    for before, own, kind, document in rows:
        form = forms_of(exchange.shop.desk.database, [(kind, document)]).get(document)
        if form is None or before != previous or link(previous, form) != own:
            return False
        previous = own
    return bool(rows)


def figures_agree(exchange) -> bool:
    """Stored points, spend and visits are what the ledgers say."""
    return not exchange.rows(
        "SELECT number FROM member JOIN member_summary s ON s.member_id = member.id"
        " WHERE s.points <> (SELECT coalesce(sum(points), 0) FROM points_entry"
        "  WHERE member_id = member.id)"
        " OR s.spent_minor <> (SELECT coalesce(sum(total_minor), 0) FROM sale"
        "  WHERE member_id = member.id)"
        " OR s.visits <> (SELECT count(*) FROM visit WHERE member_id = member.id)"
        " OR s.last_visit_at <> (SELECT coalesce(max(sold_at), 0) FROM sale"
        "  WHERE member_id = member.id)"
    )


def test_rows_of_one_receipt_or_one_member_and_day_make_one_sale(exchange):
    report = exchange.take("sales", SALES, create_missing=True)
    assert (report.added, report.sales, report.members, report.refused) == (5, 3, 2, ())
    umbrella, latte, day = exchange.rows(
        "SELECT total_minor, source_receipt, points_earned FROM sale ORDER BY sequence"
    )
    assert umbrella == (0, "R0", 0)
    assert latte == (7000, "R1", 70)
    assert day == (2000, "", 20)
    receipt = exchange.shop.sales.receipt("R1")
    assert receipt.sold_at == datetime(2026, 11, 20, 9, 30, tzinfo=exchange.shop.desk.zone)
    assert [(line.name, line.total_minor, line.unit_price_minor) for line in receipt.lines] == [
        ("拿铁", 5200, 2600),
        ("贝果", 1800, 1800),
    ]
    assert [(tender.kind.value, tender.amount_minor) for tender in receipt.tenders] == [
        ("wechat", 7000)
    ]
    assert chain_holds(exchange)
    assert figures_agree(exchange)
    assert exchange.faults() == []


def test_a_date_alone_is_noon_and_a_derived_price_is_never_recomputed(exchange):
    exchange.take("sales", SALES, create_missing=True)
    member = exchange.shop.members.by_number("00018")
    sale = exchange.value("SELECT id FROM sale WHERE member_id = ?", member.member_id.bytes)
    row = exchange.rows("SELECT quantity_milli, unit_price_minor, gross_minor FROM sale_line"
                        " WHERE sale_id = ?", sale)  # fmt: skip
    assert row == [(3000, 333, 1000), (3000, 333, 1000)]
    assert member.last_visit_at.hour == 12
    assert (member.points, member.visits, member.spent_minor) == (20, 1, 2000)
    assert member.joined_on == date(2026, 11, 20)


def test_imported_sales_stand_on_a_till_and_session_of_their_own(exchange):
    exchange.take("sales", SALES, create_missing=True)
    assert exchange.rows(
        "SELECT DISTINCT till.kind, cash_session.till_id = sale.till_id FROM sale"
        " JOIN till ON till.id = sale.till_id JOIN cash_session ON cash_session.id = session_id"
    ) == [("import", 1)]
    assert exchange.value("SELECT number FROM till WHERE kind = 'import'") != 0
    assert exchange.value("SELECT max(sequence) FROM sale") == 3


def test_the_same_sales_again_add_nothing_and_say_so(exchange):
    exchange.take("sales", SALES, create_missing=True)
    again = exchange.take("sales", SALES, create_missing=True)
    assert (again.added, again.unchanged, again.sales, again.members) == (0, 5, 0, 0)
    assert exchange.value("SELECT count(*) FROM sale") == 3


def test_a_later_file_with_more_rows_of_a_day_adds_only_those(exchange):
    exchange.take("sales", SALES, create_missing=True)
    longer = SALES + "2026-11-20,,00018,,拿铁,饮品,3,,10.00,现金\n2026-11-20,,00018,,茶,,1,,8,\n"
    report = exchange.take("sales", longer, create_missing=True)
    assert (report.added, report.unchanged, report.sales) == (2, 5, 1)
    assert exchange.take("sales", longer, create_missing=True).unchanged == 7
    assert figures_agree(exchange)


def test_a_recorded_sale_that_differs_is_refused_since_sales_never_change(exchange):
    exchange.take("sales", SALES, create_missing=True)
    report = exchange.take("sales", SALES.replace("18.00,18.00", "19.00,19.00"))
    assert told(report) == [(2, "receipt", "sale_differs"), (3, "receipt", "sale_differs")]


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("2026-11-20,X,nobody,,Tea,,1,,1,", "member", "unknown_member"),
        ("2026-11-20,X,,,Tea,,0,,1,", "quantity", "zero"),
        ("2026-11-20,X,,,Tea,,-1,,1,", "quantity", "negative"),
        ("2026-11-20,X,,,Tea,,x,,1,", "quantity", "not_a_quantity"),
        ("2026-11-20,X,,,Tea,,1,,-1,", "total", "negative"),
        ("2026-11-20,X,,,Tea,,1,,1.234,", "total", "not_an_amount"),
        ("2026-11-20,X,,,Tea,,1,,,", "total", "required"),
        (",X,,,Tea,,1,,1,", "sold_at", "required"),
        ("20/11/2026,X,,,Tea,,1,,1,", "sold_at", "ambiguous_date"),
        ("2026-11-22,X,,,Tea,,1,,1,", "sold_at", "in_the_future"),
        ("2026-11-20,X,,,Tea,,1,,9,cash 5; wechat 3", "tender", "tenders_differ"),
        ("2026-11-20,X,900000000000000,,Tea,,1,,1,", "member", "not_a_code"),
        ("2026-11-21,R0,,,Tea,,1,,1,", "sold_at", "not_one_sale"),
    ],
)
def test_one_wrong_row_keeps_every_sale_out(exchange, row, field, reason):
    exchange.take("members", "number,name\n00017,A\n00018,B\n")
    report = exchange.take("sales", SALES + row + "\n")
    assert told(report) == [(7, field, reason)]
    assert exchange.value("SELECT count(*) FROM sale") == 0
    assert exchange.value("SELECT count(*) FROM till") == 1


def test_half_a_sale_is_never_taken_and_comes_back_whole_once_mended(exchange, tmp_path):
    bad = tmp_path / "bad.csv"
    broken = SALES.replace("贝果,烘焙,1,18.00,18.00", "贝果,烘焙,1,18.00,oops")
    report = exchange.take("sales", broken, create_missing=True, skip_bad=bad)
    assert (report.added, report.sales) == (3, 2)
    assert told(report) == [(2, "row", "sale_refused"), (3, "total", "not_an_amount")]
    mended = bad.read_text("utf-8-sig").replace("oops", "18.00")
    assert exchange.take("sales", mended, create_missing=True).sales == 1
    assert exchange.shop.sales.receipt("R1").total_minor == 7000


def test_tender_amounts_and_unknown_ways_to_pay_are_kept(exchange):
    text = (
        "date,receipt,member,total,tender\n"
        '2026-11-20,A,1,50.00,"cash 30.00; 美团 20.00"\n'
        "2026-11-20,B,1,50.00,积分\n"
        '2026-11-20,C,1,50.00,"微信 20.00; points 30.00"\n'
    )
    assert exchange.take("sales", text, create_missing=True).sales == 3
    assert exchange.rows(
        "SELECT source_receipt, kind, amount_minor, reference FROM tender"
        " JOIN sale ON sale.id = sale_id ORDER BY 1, 3"
    ) == [
        ("A", "other", 2000, "美团"),
        ("A", "cash", 3000, ""),
        ("B", "other", 5000, "积分"),
        ("C", "wechat", 2000, ""),
        ("C", "other", 3000, "points"),
    ]
    earned = exchange.rows("SELECT source_receipt, points_earned FROM sale ORDER BY 1")
    assert earned == [("A", 50), ("B", 0), ("C", 20)]


def test_products_are_named_by_their_barcode(exchange):
    exchange.take("products", "barcode,name,category,price\n6901234567892,奶茶,饮品,18\n")
    text = "date,barcode,total\n2026-11-20,6901234567892,18\n2026-11-20,12345,5\n"
    assert exchange.take("sales", text).sales == 2
    lines = exchange.rows("SELECT name, category, product_id IS NOT NULL FROM sale_line"
                          " ORDER BY total_minor DESC")  # fmt: skip
    assert lines == [("奶茶", "饮品", 1), ("12345", "", 0)]


def test_a_frozen_member_earns_nothing_from_old_sales(exchange):
    exchange.take("members", "number,name\n00017,A\n")
    member = exchange.shop.members.by_number("00017")
    exchange.shop.members.freeze(member.member_id)
    exchange.take("sales", "date,member,total\n2026-11-20,00017,100\n")
    assert exchange.shop.members.get(member.member_id).points == 0


def cdnow_figures(path):
    """What the file itself says: rows, members, days bought, cents, zero-dollar rows."""
    rows = [line.split() for line in path.read_text().splitlines()[1:]]
    cents = [int(row[3].replace(".", "")) for row in rows]
    return (
        len(rows),
        len({row[0] for row in rows}),
        len({(row[0], row[1]) for row in rows}),
        sum(cents),
        cents.count(0),
    )


def check_cdnow(exchange, path):
    rows, members, sales, cents, zeros = cdnow_figures(path)
    report = exchange.take("sales", path, mapping=CDNOW, create_missing=True)
    assert (report.added, report.members, report.sales) == (rows, members, sales)
    assert report.refused == ()
    assert exchange.value("SELECT count(*) FROM member") == members
    assert exchange.value("SELECT count(*) FROM sale_line") == rows
    assert exchange.value("SELECT count(*) FROM sale") == sales
    assert exchange.value("SELECT sum(total_minor) FROM sale") == cents
    assert exchange.value("SELECT count(*) FROM sale_line WHERE total_minor = 0") == zeros
    assert figures_agree(exchange)
    again = exchange.take("sales", path, mapping=CDNOW, create_missing=True)
    assert (again.added, again.unchanged) == (0, rows)
    return rows, members, sales


def test_the_first_2000_rows_of_cdnow_come_in_to_the_cent(exchange):
    whole = shared_data("cdnow/CDNOW_master.txt").read_text().splitlines(keepends=True)
    check_cdnow(exchange, exchange.write("".join(whole[:2001]), "cdnow.txt"))
    assert exchange.faults() == []


@pytest.mark.long
def test_all_of_cdnow_comes_in_to_the_cent(exchange):
    figures = check_cdnow(exchange, shared_data("cdnow/CDNOW_master.txt"))
    assert figures == (69_659, 23_570, 67_591)
    assert exchange.faults() == []
