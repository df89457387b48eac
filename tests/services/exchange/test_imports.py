"""Members and products come in whole or not at all, once however often the file comes."""

import csv

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Cancelled, FieldInvalid, FileUnreadable, NeedsApproval
from app.services.audit_trail import AuditFilter
from app.services.exchange.imports import ImportOptions
from app.services.pins import PinCost
from app.services.rules.powers import Role
from app.services.seals import forms_of, link
from app.services.staff import StaffList

MEMBERS = (
    "会员号,姓名,手机,生日,性别,积分,备注,标签\n"
    "00017,张伟,138 0013 8000,1990-03-08,男,1200,老客户,VIP;送货\n"
    "00018,Ana Li,,lunar:08-15,女,,,\n"
    "00019,王芳,13900139000,--02-29,,0,,\n"
)
PRODUCTS = (
    "条码,品名,分类,售价,会员价,税率\n"
    "6901234567892,珍珠奶茶,饮品,¥18.00,16.5,13\n"
    ",手冲咖啡,饮品,28,,\n"
    '"01234567890128;9001",礼盒,礼品,"1,288.00",,6%\n'
)


def told(report):
    return [(refused.line, refused.field, refused.reason) for refused in report.refused]


def test_members_come_in_with_every_field(exchange):
    report = exchange.take("members", MEMBERS)
    assert (report.added, report.unchanged, report.refused, report.applied) == (3, 0, (), True)
    assert exchange.backups == 1
    zhang = exchange.shop.members.by_number("00017")
    assert (zhang.name, zhang.phone, zhang.gender) == ("张伟", "138 0013 8000", "male")
    assert (str(zhang.birthday), zhang.note) == ("1990-03-08", "老客户")
    assert set(zhang.tags) == {"VIP", "送货"}
    assert str(exchange.shop.members.by_number("00018").birthday) == "lunar:08-15"
    assert str(exchange.shop.members.by_number("00019").birthday) == "--02-29"


def test_opening_points_are_sealed_ledger_entries_with_a_lot(exchange):
    exchange.take("members", MEMBERS)
    zhang = exchange.shop.members.by_number("00017")
    assert zhang.points == 1200
    assert exchange.rows(
        "SELECT e.kind, e.points, e.reason, l.earned FROM points_entry e"
        " JOIN points_lot l ON l.entry_id = e.id"
    ) == [("adjust", 1200, "期初积分", 1200)]
    kind, document, previous, hashed = exchange.rows(
        "SELECT kind, document_id, previous, hash FROM seal"
    )[0]
    form = forms_of(exchange.shop.desk.database, [(kind, document)])[document]
    assert link(previous, form) == hashed
    assert exchange.faults() == []


def test_the_same_members_again_add_nothing_and_say_so(exchange):
    exchange.take("members", MEMBERS)
    again = exchange.take("members", MEMBERS)
    assert (again.added, again.unchanged, again.updated, again.refused) == (0, 3, 0, ())
    assert exchange.shop.members.by_number("00017").points == 1200


def test_a_changed_member_is_refused_unless_updates_are_allowed(exchange):
    exchange.take("members", MEMBERS)
    changed = MEMBERS.replace("Ana Li", "Ana Lee")
    assert told(exchange.take("members", changed)) == [(3, "name", "differs")]
    report = exchange.take("members", changed, update=True)
    assert (report.updated, report.unchanged, report.refused) == (1, 2, ())
    assert exchange.shop.members.by_number("00018").name == "Ana Lee"
    assert exchange.shop.members.find("Lee")


@pytest.mark.parametrize("update", [False, True])
def test_a_member_or_product_twice_in_a_file_with_other_values_is_refused(exchange, update):
    """Whether it is new or known; the same row twice is one."""
    twice = "number,name\n7,Bo\n8,Cy\n7,Bob\n8,Cy\n"
    assert told(exchange.take("members", twice, update=update)) == [(4, "name", "twice_in_file")]
    exchange.take("products", "barcode,name,price\n9001,Tea,3\n")
    twice = "barcode,name,price\n9001,Tea,4\n9002,Milk,1\n9001,Tea,5\n9002,Milk,2\n"
    report = exchange.take("products", twice, update=True)
    assert [(each.line, each.earlier) for each in report.refused] == [(4, 2), (5, 3)]
    assert {each.reason for each in report.refused} == {"twice_in_file"}
    assert exchange.shop.products.by_barcode("9001").price_minor == 300


def test_an_update_leaves_what_the_file_does_not_mention(exchange):
    exchange.take("members", MEMBERS)
    exchange.take("members", "会员号,姓名\n00017,张大伟\n", update=True)
    zhang = exchange.shop.members.by_number("00017")
    assert (zhang.name, zhang.phone, zhang.note) == ("张大伟", "138 0013 8000", "老客户")


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("1,Bo,13800138000,,,,,", "phone", "taken"),
        ("2,Bo,,1990-02-30,,,,", "birthday", "not_a_birthday"),
        ("3,Bo,,2100-01-01,,,,", "birthday", "in_the_future"),
        ("4,Bo,,,robot,,,", "gender", "unknown_value"),
        ("5,Bo,,,,1.5,,", "points", "not_a_whole_number"),
        ("6,Bo,,,,-3,,", "points", "negative"),
        (f"7,{'x' * 500},,,,,,", "name", "too_long"),
        (",,,,,5,,", "name", "required"),
        ("9,Bo,,,,,4111 1111 1111 1111,", "note", "card_number"),
        ("900000000000000,Bo,,,,,,", "number", "reserved_code"),
        ("10,Bo,,,,,,,extra", "row", "too_many_cells"),
    ],
)
def test_one_bad_row_keeps_the_whole_file_out_and_is_named(exchange, row, field, reason):
    report = exchange.take("members", MEMBERS + row + "\n")
    assert told(report) == [(5, field, reason)]
    assert (report.added, report.applied) == (0, False)
    assert exchange.value("SELECT count(*) FROM member") == 0
    assert exchange.value("SELECT count(*) FROM points_entry") == 0


@pytest.mark.parametrize("part", ["", "-wal", "-shm"])
def test_the_shops_own_file_is_refused_before_it_is_opened(exchange, part, monkeypatch):
    """Merely closing it again would give up this process's locks on it."""
    own = exchange.shop.config.shop_file
    monkeypatch.setattr("app.services.exchange.source.open_source", _never)
    with pytest.raises(FileUnreadable) as refused:
        exchange.take("members", own.with_name(own.name + part))
    assert refused.value.reason == "binary_file"


def _never(*_args, **_options):
    raise AssertionError("the shop's own file was opened")


def test_a_wrong_phone_is_kept_as_text(exchange):
    assert exchange.take("members", "name,phone\nBo,call the office\n").added == 1
    assert exchange.shop.members.find("Bo")[0].phone_valid is False


def test_bad_rows_can_be_left_out_mended_and_brought_back(exchange, tmp_path):
    bad = tmp_path / "bad.csv"
    text = MEMBERS + "00020,=cmd(),,1990-02-30,,,,\n"
    report = exchange.take("members", text, skip_bad=bad)
    assert (report.added, told(report)) == (3, [(5, "birthday", "not_a_birthday")])
    written = bad.read_text("utf-8-sig")
    assert "'=cmd()" in written
    assert written.splitlines()[-1].endswith("birthday,not_a_birthday")
    mended = exchange.take("members", written.replace("1990-02-30", "1990-02-28"))
    assert (mended.added, mended.refused) == (1, ())
    assert exchange.shop.members.by_number("00020").name == "=cmd()"


def test_what_a_refused_row_was_guarded_with_comes_off_again_in_every_column(exchange, tmp_path):
    bad = tmp_path / "bad.csv"
    text = (
        "number,name,birthday,points,note\n-7,=1+1,--03-08,x,'@home\n00021,Bo,1990-03-08,-5,''+1\n"
    )
    refused = [(2, "points", "not_a_whole_number"), (3, "points", "negative")]
    assert told(exchange.take("members", text, skip_bad=bad)) == refused
    written = bad.read_text("utf-8-sig")
    assert "'--03-08" in written
    # Not mended yet, it is refused for what it was refused for before.
    assert told(exchange.take("members", written)) == refused
    report = exchange.take("members", written.replace(",x,", ",1,").replace(",'-5,", ",5,"))
    assert (report.added, report.refused) == (2, ())
    first, second = (exchange.shop.members.by_number(number) for number in ("-7", "00021"))
    # The file's own guard comes off as well: it may be an export of this program.
    assert (first.name, str(first.birthday), first.note) == ("=1+1", "--03-08", "@home")
    assert (second.points, second.note) == (5, "'+1")


def test_an_amount_and_a_code_that_were_guarded_are_read(exchange):
    text = "barcode,name,price,tax_rate\n'-12,Tea,'+3.50,\n"
    assert exchange.take("products", text).added == 1
    assert exchange.shop.products.by_barcode("-12").price_minor == 350


GUARDED = st.text(alphabet="'=+-@＝＋－＠\t\nab1", max_size=6)


@settings(
    max_examples=60, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(st.lists(st.tuples(GUARDED, GUARDED), min_size=1, max_size=8), GUARDED)
def test_any_refused_row_is_read_back_as_it_was_read_at_first(exchange, rows, heading):
    exchange.imports._backup = lambda _cancelled: None  # slow, and promised elsewhere
    source, bad = exchange.folder / "in.csv", exchange.folder / "bad.csv"
    with source.open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(
            [("name", "note", "points", heading), *((*row, "x", "") for row in rows)]
        )
    plan = exchange.imports.sniff("members", source, delimiter=",", has_header=True)
    report = exchange.imports.run(plan, ImportOptions(skip_bad=bad))
    assert len(report.refused) == len(rows)
    again = exchange.imports.sniff("members", bad, delimiter=",", has_header=True)
    assert again.columns[:4] == plan.columns
    assert [row[:4] for row in again.sample] == list(plan.sample)
    with bad.open(encoding="utf-8-sig", newline="") as handle:
        assert not [cell for row in csv.reader(handle) for cell in row if cell[:1] in DANGEROUS]


DANGEROUS = tuple("=+-@＝＋－＠\t\n")


def test_a_dry_run_tells_everything_and_changes_nothing(exchange):
    report = exchange.take("members", MEMBERS + "1,Bo,13800138000\n", dry_run=True)
    assert (report.added, told(report), report.applied) == (3, [(5, "phone", "taken")], False)
    assert exchange.value("SELECT count(*) FROM member") == 0
    assert exchange.backups == 0


def test_cancelling_leaves_the_shop_as_it_was(exchange):
    rows = "".join(f"{n:06d},Name {n}\n" for n in range(3_000))
    plan = exchange.imports.sniff("members", exchange.write("number,name\n" + rows))
    seen = []
    with pytest.raises(Cancelled):
        exchange.imports.run(
            plan, ImportOptions(), lambda *step: seen.append(step), lambda: len(seen) >= 3
        )
    assert seen == [(500, 3_001), (1_000, 3_001), (1_500, 3_001)]
    assert exchange.value("SELECT count(*) FROM member") == 0


def test_members_without_numbers_get_free_ones_and_are_known_again(exchange):
    text = "number,name,phone\n000001,Ana,\n,Bo,13800138000\n,Cy,\n,Cy,\n000002,Di,\n"
    assert exchange.take("members", text).added == 5
    numbers = dict(exchange.rows("SELECT number, name FROM member"))
    assert len(numbers) == 5
    assert exchange.take("members", text).unchanged == 5


def test_the_same_phone_twice_in_a_file_is_refused(exchange):
    text = "number,name,phone\n1,Ana,13800138000\n2,Bo,+86 138 0013 8000\n"
    assert told(exchange.take("members", text)) == [(3, "phone", "taken")]


def test_dates_of_another_order_need_a_format(exchange):
    text = "name,birthday,joined_on\nAna,08/03/1990,21/11/2020\n"
    assert told(exchange.take("members", text)) == [(2, "joined_on", "ambiguous_date")]
    assert exchange.take("members", text, date_format="%d/%m/%Y").added == 1
    ana = exchange.shop.members.find("Ana")[0]
    assert (str(ana.birthday), str(ana.joined_on)) == ("1990-03-08", "2020-11-21")


def test_a_file_without_a_heading_is_mapped_by_place(exchange):
    report = exchange.take("members", "00017;Ana\n00018;Bo\n", mapping={"number": "1", "name": "2"})
    assert report.added == 2
    assert exchange.shop.members.by_number("00018").name == "Bo"


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ({"colour": "name"}, "unknown_field"),
        ({"name": "nome"}, "no_such_column"),
        ({"name": "9"}, "no_such_column"),
    ],
)
def test_a_wrong_mapping_is_refused(exchange, mapping, reason):
    with pytest.raises(FieldInvalid) as refused:
        exchange.take("members", "name,phone\nAna,1\n", mapping=mapping)
    assert refused.value.reason == reason


def test_a_file_without_the_needed_columns_is_refused(exchange):
    with pytest.raises(FieldInvalid) as refused:
        exchange.take("products", "name,colour\nTea,red\n")
    assert (refused.value.field, refused.value.reason) == ("price", "no_column")
    assert exchange.backups == 0


def test_refused_rows_are_never_written_over_the_shop_or_the_file_itself(exchange, tmp_path):
    source = exchange.write(MEMBERS)
    for target in (exchange.shop.desk.database.path, source, tmp_path, tmp_path / "no" / "x.csv"):
        with pytest.raises(FileUnreadable):
            exchange.take("members", source, skip_bad=target)
    assert source.read_text("utf-8") == MEMBERS


def test_products_come_in_with_prices_barcodes_and_categories(exchange):
    report = exchange.take("products", PRODUCTS)
    assert (report.added, report.refused) == (3, ())
    tea = exchange.shop.products.by_barcode("6901234567892")
    assert (tea.name, tea.price_minor, tea.member_price_minor) == ("珍珠奶茶", 1800, 1650)
    assert (tea.category, tea.tax_rate_bp) == ("饮品", 1300)
    box = exchange.shop.products.by_barcode("9001")
    assert (box.price_minor, box.tax_rate_bp) == (128800, 600)
    assert exchange.shop.products.by_barcode("01234567890128") == box
    assert [tile.item.name for tile in exchange.shop.products.tiles()] == ["手冲咖啡"]


def test_the_same_products_again_add_nothing_and_changes_need_leave(exchange):
    exchange.take("products", PRODUCTS)
    again = exchange.take("products", PRODUCTS)
    assert (again.added, again.unchanged) == (0, 3)
    dearer = PRODUCTS.replace("28,,", "30,,")
    assert told(exchange.take("products", dearer)) == [(3, "name", "differs")]
    assert exchange.take("products", dearer, update=True).updated == 1


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("1,Tea,,-1,,", "price", "negative"),
        ("1,Tea,,,,", "price", "required"),
        ("1,Tea,,abc,,", "price", "not_an_amount"),
        ('1,Tea,,"1,5",,', "price", "not_an_amount"),
        ("1,Tea,,1.005,,", "price", "not_an_amount"),
        ("1,Tea,,1,2,", "member_price", "above_price"),
        ("1,Tea,,1,,200", "tax_rate", "not_a_percent"),
        ("1,,,1,,", "name", "required"),
        ("900000000000000,Tea,,1,,", "barcode", "reserved_code"),
        ("6901234567892;9001,Tea,,1,,", "barcode", "taken"),
    ],
)
def test_a_wrong_product_is_refused_with_its_field(exchange, row, field, reason):
    report = exchange.take("products", PRODUCTS + row + "\n")
    assert told(report) == [(5, field, reason)]
    assert exchange.value("SELECT count(*) FROM product") == 0


def test_points_brought_for_a_member_enrolled_before_are_never_dropped_silently(exchange):
    exchange.take("members", "number,name\n7,Bo\n8,Cy\n")
    file = "number,name,points\n7,Bo,120\n8,Cy,\n"
    refused = exchange.take("members", file).refused
    assert [(each.line, each.field, each.reason) for each in refused] == [(2, "points", "differs")]
    assert exchange.take("members", file, update=True).updated == 1
    assert exchange.shop.members.by_number("7").points == 120
    again = exchange.take("members", file, update=True)
    assert (again.unchanged, again.updated) == (2, 0)
    assert exchange.shop.members.by_number("7").points == 120
    assert exchange.faults() == []


def test_a_clerk_brings_no_balances_in_alone(exchange):
    """A file of members holds points: a clerk would give them to a friend."""
    shop = exchange.shop
    staff = StaffList(shop.desk, PinCost(8, 1))
    owner = staff.set_pin(staff.list()[0].staff_id, "739152")
    clerk = staff.add("Lin", Role.CLERK, "9047")
    staff.sign_in(clerk.staff_id, "9047")
    assert exchange.take("members", MEMBERS, dry_run=True).added == 3
    with pytest.raises(NeedsApproval) as needs:
        exchange.take("members", MEMBERS)
    assert exchange.value("SELECT count(*) FROM member") == 0
    word = staff.approve(needs.value, owner.staff_id, "739152")
    done = shop.desk.approvals.under((word,), lambda: exchange.take("members", MEMBERS))
    assert done.added == 3
    (entry,) = shop.audit_trail.page(AuditFilter(action="import.members"), 0, 9)
    assert (entry.who, entry.approved_by) == ("Lin", owner.name)
