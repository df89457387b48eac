"""Who is in a segment, on a real file."""

import csv
from dataclasses import replace

import pytest

from app.errors import FieldInvalid, SegmentUnknown
from app.models import segment_names
from app.models import segments as asked
from app.models.segment_marks import Asked, marked
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.products import ProductDraft
from app.services.rules.cart import Item
from app.services.rules.insight.segments import FIELDS, OPERATORS, Kind
from app.services.rules.money import plain_money
from app.services.rules.scheme.standing import Badge, BadgeBasis
from app.services.rules.scheme.words import words
from tests.scheme_builder import EVERYTHING_IN_ONE, use
from tests.shop_builder import add_member, add_product, cart_of, cash, sell
from tests.stored_refunds import store_refund


@pytest.fixture
def people(shop, clock):
    """陈思: gold tag, two visits. 王芳: one visit long ago. 李雷: none. 张伟: archived."""
    made = {}
    for name, draft in {
        "陈思": MemberDraft(name="陈思", phone="13800138001", gender="female", tags=("VIP",),
                            birthday="1990-03-08", marketing_consent=True, source="friend"),
        "王芳": MemberDraft(name="王芳", phone="13800138002", birthday="lunar:1991-08-15"),
        "李雷": MemberDraft(name="李雷", occupation="teacher 100%"),
        "张伟": MemberDraft(name="张伟"),
    }.items():  # fmt: skip
        made[name] = shop.members.add(draft).member.member_id
    clock.forward(days=-100)
    sell(shop, 50_000, made["王芳"])
    clock.forward(days=70)
    latte = add_product(shop, "Latte", 2_800)
    shop.checkout.complete(uuid7(), cart_of(latte, member=made["陈思"]), None, (cash(2_800),))
    clock.forward(days=29)
    sell(shop, 10_000, made["陈思"])
    clock.forward(days=1)
    shop.members.archive(made["张伟"])
    return shop


CHOICE = {
    "state": "active", "stage": "lost", "rfm": "loyal", "quadrant": "often_much",
    "chance": "once", "weekday": "monday",
}  # fmt: skip


def names(shop, conditions):
    """Who is in it, however it is asked; of so few members all are asked for an estimate."""
    segments, found = shop.segments, [each.name for each in shop.segments.members(conditions)]
    assert segments.count(conditions) == len(found)
    assert segments.about(conditions) == len(found)
    for seq, name in shop.desk.database.rows("SELECT seq, name FROM member"):
        assert segments.holds(conditions, seq) == (name in found)
    return set(found)


EXPECTED: tuple[tuple[str, set[str]], ...] = (
    ("tag = vip", {"陈思"}),
    ("not tag = vip", {"王芳", "李雷"}),
    ("tag != vip", {"王芳", "李雷"}),
    ("gender = female", {"陈思"}),
    ("name contains 思", {"陈思"}),
    ("occupation contains %", {"李雷"}),
    ("source = friend", {"陈思"}),
    ("state = archived", {"张伟"}),
    ("visits >= 2", {"陈思"}),
    ("visits = 0", {"李雷"}),
    ("visits_12_months < 2", {"王芳", "李雷"}),
    ("spent >= 500.00", {"王芳"}),
    ("spent_12_months = 0", {"李雷"}),
    ("basket > 100.00", {"王芳"}),
    ("last_visit > 30", {"王芳"}),
    ("last_visit <= 1", {"陈思"}),
    ("first_visit = 30", {"陈思"}),
    ("joined <= 0", {"陈思", "王芳", "李雷"}),
    ("age = 36", {"陈思"}),
    ("age > 34", {"陈思", "王芳"}),
    ("age < 36 or age > 36", {"王芳"}),
    ("age != 36", {"王芳"}),
    ("birth_month = 3", {"陈思"}),
    ("birthday = yes", {"陈思", "王芳"}),
    ("phone = no", {"李雷"}),
    ("consent = yes", {"陈思"}),
    ("bought latte", {"陈思"}),
    ("bought latte in 29 days", set()),
    ("not bought Latte and visits > 0", {"王芳"}),
    ("points > 100", {"陈思", "王芳"}),
    ("(gender = female or name contains 芳) and points > 100", {"陈思", "王芳"}),
    ("gender != female and (visits > 0 or not name contains 雷)", {"王芳"}),
    ("wallet = 0 and coupons = 0 and passes = 0 and owed = 0", {"陈思", "王芳", "李雷"}),
    ("stage = silent", {"王芳"}),
    ("stage != silent", {"陈思"}),
    ("rfm = champions or quadrant = often_little", {"陈思"}),
    ("tier = gold", set()),
    ("plan = prime", set()),
    ("tag = vip and visits < 2", set()),
)


def test_conditions_are_true_of_whom_they_say(people):
    told = {conditions: names(people, conditions) for conditions, _ in EXPECTED}
    assert told == dict(EXPECTED)


@pytest.fixture
def regulars(shop, clock):
    """Anna comes every third Saturday at 10 for coffee, of 2.00 to 4.00;
    Bert was here once, Cleo never."""
    anna, bert, _ = (
        shop.members.add(draft).member.member_id
        for draft in (
            MemberDraft(name="Anna", address="杭州市西湖区 文三路 1", preferences=("Oat milk",),
                        custom=(("Shoe size", "38"),), email="anna@example.org"),
            MemberDraft(name="Bert", address="5 High Street, Leeds, LS1 4DY"),
            MemberDraft(name="Cleo"),
        )
    )  # fmt: skip
    clock.forward(days=-70)
    for minor in (200, 300, 400, 300):
        item = replace(Item("Latte", minor), category="Coffee")
        shop.checkout.complete(uuid7(), cart_of(item, member=anna), None, (cash(minor),))
        clock.forward(days=21)
    sell(shop, 900, bert)
    cake = cart_of(replace(Item("Cake", 9_900), category="Bakery"), member=bert)
    store_refund(shop, shop.checkout.complete(uuid7(), cake, None, (cash(9_900),)))
    return shop


REGULARLY: tuple[tuple[str, set[str]], ...] = (
    ("bought Latte", {"Anna"}),
    ("bought Cake", set()),
    ("rhythm = 21", {"Anna"}),
    ("rhythm < 30 or rhythm >= 30", {"Anna"}),
    ("favourite = latte", {"Anna"}),
    ("favourite = COFFEE and favourite contains off", {"Anna"}),
    ("favourite != coffee", {"Bert", "Cleo"}),
    ("weekday = saturday", {"Anna"}),
    ("weekday != sunday", {"Anna"}),
    ("hour >= 9 and hour <= 10", {"Anna"}),
    ("price_from = 2.00 and price_to = 3.00", {"Anna"}),
    ("benefit_use = 0", {"Anna"}),
    ("chance = sure or expected_visits >= 0 or expected_spend >= 0", set()),
    ("area = 杭州市西湖区", {"Anna"}),
    ("area = leeds", {"Bert"}),
    ('area = ""', {"Cleo"}),
    ("area contains 西湖", {"Anna"}),
    ("area != Leeds", {"Anna", "Cleo"}),
    ('preference = "oat milk"', {"Anna"}),
    ('custom = "shoe size: 38"', {"Anna"}),
    ('custom = "shoe size: 38" and points >= 0', {"Anna"}),
    ("custom contains 38 and not preference contains tea and points >= 0", {"Anna"}),
    ("email = yes", {"Anna"}),
    ("wechat = yes or badge = first or referred > 0 or credit > 0", set()),
)


def test_every_measure_can_be_asked_for(regulars):
    told = {conditions: names(regulars, conditions) for conditions, _ in REGULARLY}
    assert told == dict(REGULARLY)


def test_what_the_scheme_knows_of_a_member_can_be_asked_for(shop, clock):
    """Rich: 600.00 bought, a badge, a coupon with it, two by hand of which one is taken back, a
    wallet with bonus, a pass, a plan, and Plain brought along."""
    badge = Badge("spender", words("Spender"), BadgeBasis.SPEND, 50_000)
    use(shop, replace(EVERYTHING_IN_ONE, badges=(badge,)))
    rich, plain = (
        shop.members.add(MemberDraft(name=name)).member.member_id for name in ("Rich", "Plain")
    )
    shop.perks.refer(plain, rich)
    sell(shop, 60_000, rich)
    codes = [shop.coupons.issue("five", rich).code for _ in range(2)]
    shop.coupons.revoke(codes[0], "by mistake")
    shop.wallets.top_up(uuid7(), rich, 50_000, (cash(50_000),))
    shop.passes.sell(uuid7(), rich, "ten", (cash(80_000),))
    shop.plans.join(uuid7(), rich, "gold", (cash(6_000),))
    for of_rich, of_plain in (
        ("tier = gold", "tier = classic"), ("tier != classic", "tier != gold"),
        ("coupons = 2", "coupons = 0"), ("passes = 1", "passes < 1"),
        ("wallet = 580.00", "wallet = 0"), ("plan = gold", "plan != gold"),
        ("badge = spender", "badge != spender"), ("referred = 1", "referred = 0"),
    ):  # fmt: skip
        assert names(shop, of_rich) == {"Rich"}, of_rich
        assert names(shop, of_plain) == {"Plain"}, of_plain
    clock.forward(days=31)
    assert names(shop, "coupons > 0") == set()
    assert names(shop, "passes > 0 and plan = gold") == {"Rich"}
    clock.forward(days=400)
    assert names(shop, "passes > 0 or plan = gold") == set()


def test_every_field_answers_each_way_it_may_be_asked(people):
    for field, kind in FIELDS.items():
        value = {Kind.FLAG: "yes", Kind.CHOICE: CHOICE.get(field, "x")}.get(kind, "1")
        for operator in OPERATORS[kind]:
            names(people, f"{field} {operator} {value}")


def test_who_was_merged_is_asked_with_what_both_did(shop, clock):
    """Latte 10 days ago as one, tea today as the other: one person, whatever is asked."""
    latte, tea = add_product(shop, "Latte", 2_800), add_product(shop, "Tea", 1_200)
    keep, gone = (
        shop.members.add(MemberDraft(name=name, phone=phone)).member.member_id
        for name, phone in (("Anna", "13800138001"), ("Anna B", "13800138002"))
    )
    clock.forward(days=-10)
    shop.checkout.complete(uuid7(), cart_of(latte, member=gone), None, (cash(2_800),))
    clock.forward(days=10)
    shop.checkout.complete(uuid7(), cart_of(tea, member=keep), None, (cash(1_200),))
    shop.merges.merge(uuid7(), keep, gone)
    for conditions in (
        "visits_12_months = 2", "spent_12_months = 40.00", "basket = 20.00", "first_visit = 10",
        "last_visit = 0", "bought Latte", "bought Latte in 10 days", "not bought Latte in 9 days",
        "visits = 2", "stage = new",
    ):  # fmt: skip
        assert names(shop, conditions) == {"Anna"}, conditions
    assert names(shop, "visits_12_months < 2 or spent_12_months = 0") == set()


def test_twelve_months_are_the_same_on_the_members_page_and_in_a_segment(shop, clock):
    """What was bought a year ago to the day lies before them."""
    ana = shop.members.add(MemberDraft(name="Ana")).member.member_id
    clock.forward(days=-365)
    sell(shop, 500, ana)
    clock.forward(days=365)
    assert shop.insights.of_member(ana).visits_12 == 0
    assert shop.segments.count("visits_12_months = 1") == 0
    clock.forward(days=-1)
    assert shop.insights.of_member(ana).visits_12 == 1
    assert shop.segments.count("visits_12_months = 1") == 1


@pytest.mark.parametrize("days", [-999_999_999_999, -10_000_000, 10_000_000, 999_999_999_999])
def test_days_that_no_calendar_has_are_before_or_after_all_others(people, days):
    everyone = people.segments.count("visits >= 0")
    for field in ("joined", "first_visit", "last_visit"):
        some = people.segments.count(f"{field} >= -1")
        assert people.segments.count(f"{field} > {days}") == (some if days < 0 else 0)
        assert people.segments.count(f"{field} < {days}") == (0 if days < 0 else some)
    assert people.segments.count(f"joined > {days}") == (everyone if days < 0 else 0)


def test_two_segments_are_compared(people):
    assert people.segments.overlap("visits > 0", "birth_month = 3 or visits = 0") == (1, 1, 1)


def test_a_segment_is_kept_under_its_name_and_forgotten(people):
    saved = people.segments.save("Away", "LAST_VISIT>30 AND (spent>=500.00)")
    assert saved.conditions == "last_visit > 30 and spent >= 500.00"
    assert people.segments.get("away").conditions == saved.conditions
    people.segments.save("Away", "visits = 0")
    assert [each.conditions for each in people.segments.saved()] == ["visits = 0"]
    people.segments.remove("Away")
    with pytest.raises(SegmentUnknown):
        people.segments.get("Away")


def test_a_name_that_nobody_has_any_more_is_told(people):
    told = people.segments.unknown_names("tag = gone or tag = vip or tier = gold or plan = prime")
    assert told == ("gone", "gold", "prime")


@pytest.mark.parametrize("conditions", ["spent > lots", "stage = asleep", "visits >"])
def test_what_makes_no_sense_is_refused_and_not_kept(people, conditions):
    with pytest.raises(FieldInvalid):
        people.segments.save("x", conditions)
    assert people.segments.saved() == ()


def test_who_is_in_it_goes_to_a_file(people, tmp_path):
    file = tmp_path / "away.csv"
    currency = people.desk.settings.money
    people.segments.export("last_visit > 30", file, lambda minor: plain_money(minor, currency))
    with file.open(encoding="utf-8-sig", newline="") as handle:
        (row,) = csv.DictReader(handle)
    assert (row["name"], row["spent"], row["visits"]) == ("王芳", "500.00", "1")


def test_a_segment_gets_another_name_but_never_one_that_another_has(people):
    people.segments.save("Away", "visits = 0")
    people.segments.save("Here", "visits > 0")
    assert people.segments.rename("away", "Long away").conditions == "visits = 0"
    people.segments.rename("Long away", "LONG AWAY")
    with pytest.raises(FieldInvalid) as refused:
        people.segments.rename("long away", "here")
    assert (refused.value.field, refused.value.reason) == ("name", "taken")
    with pytest.raises(SegmentUnknown):
        people.segments.rename("Away", "x")
    assert [each.name for each in people.segments.saved()] == ["Here", "LONG AWAY"]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Tea", "tEA"),
        ("ÄB", "äb"),
        ("A  B", "A\u3000B"),
        ("Café", "Cafe\u0301"),
        ("VIP", "ＶＩＰ"),
        ("沉默 30", "沉默\u200b ３０"),
        ("Tea", "T\u00ade\u200da\ufeff"),
        ("ｶﾞ", "ガ"),
    ],
)
def test_names_that_nobody_can_tell_apart_are_one(people, name, other):
    people.segments.save(name, "visits = 0")
    saved = people.segments.save(other, "visits > 0")
    assert people.segments.saved() == (saved,) == (people.segments.get(name),)
    assert saved.name == other


def test_names_that_stand_for_nothing_are_told_with_those_that_do(people):
    unknown = {each.name: each.known for each in people.segments.unknown(
        "tag = VPI and gender = femal and bought Late and tier = gold"
    )}  # fmt: skip
    assert unknown == {"VPI": ("VIP",), "femal": ("female", "male", "other"), "Late": ("Latte",),
                       "gold": ()}  # fmt: skip
    assert people.segments.unknown("tag = VIP and gender = Female and bought Latte") == ()


def test_a_name_of_which_nothing_can_be_seen_is_none(people):
    people.segments.save("Tea", "visits > 0")
    for name in ("\u200b\u200d", "\u3164"):
        with pytest.raises(FieldInvalid):
            people.segments.save(name, "visits > 0")
        with pytest.raises(FieldInvalid):
            people.segments.rename("Tea", name)


def test_two_of_one_name_from_before_are_each_changed_alone(people):
    """As files have them in which a name was another one by its case alone."""
    for at, name in enumerate(("Tea", "tea")):
        segment_names.save(
            people.desk.database, (bytes(15) + bytes([at]), name, f"visits > {at}", 0)
        )
    people.segments.save("tea", "visits = 0")
    with pytest.raises(FieldInvalid):
        people.segments.rename("Tea", "tea")
    assert people.segments.remove("tea").conditions == "visits = 0"
    assert people.segments.get("tea").conditions == "visits > 0"


def test_several_segments_tell_how_they_lie_over_each_other(people):
    found = people.segments.overlaps(["visits > 0", "birthday = yes", "birth_month = 3"])
    assert found.both == ((2, 2, 1), (2, 2, 1), (1, 1, 1))
    assert found.every == 1
    assert people.segments.everyone() == people.segments.everyone("tag = vip") == 3
    assert people.segments.everyone("state = archived or state = active") == 4


def test_goods_that_are_gone_are_told_and_choices_are_those_of_the_shop(people):
    told = people.segments.unknown_names("bought Latte and bought Mocha in 9 days")
    assert told == ("Mocha",)
    choices = people.segments.choices()
    assert choices.goods == ("Latte",)
    assert choices.typed == {
        "occupation": ("teacher 100%",), "source": ("friend",), "adviser": (), "tag": ("VIP",),
    }  # fmt: skip
    assert choices.fixed["stage"] == ("new", "active", "silent", "lost", "back")


def test_a_count_reads_members_in_the_order_of_what_it_looks_up(people):
    balance = asked.summary("points", ">", 1)
    own = asked.text_is("gender", "=", "female")
    both = Asked(f"({own.sql} AND {balance.sql})", [*own.values, *balance.values])
    marks = marked(people.desk.database, own, lambda: None)
    apart = Asked(f"({marks.sql} AND {balance.sql})", [*marks.values, *balance.values])
    for each, index in ((balance, True), (own, False), (both, False), (apart, True)):
        question = asked.unless_archived(each)
        plan = people.desk.database.rows(
            f"EXPLAIN QUERY PLAN SELECT count(*) FROM {question.members} WHERE {question.sql}",
            question.values,
        )
        assert ("COVERING INDEX sqlite_autoindex_member_1" in plan[0][3]) == index


def test_goods_are_what_they_are_called_today_and_open_items_what_they_were_called(people):
    found = {each.name: each.number for each in people.segments.members("points >= 0")}
    fang, lei = (people.members.resolve(found[name]).member_id for name in ("王芳", "李雷"))
    products = people.products
    tea = products.add(
        ProductDraft("Tea", price="12", category="Drinks", barcodes=("6901234567892",))
    )
    item = Item("Tea", 1_200, tea.product_id, category="Drinks")
    people.checkout.complete(uuid7(), cart_of(item, member=fang), None, (cash(1_200),))
    people.checkout.complete(uuid7(), cart_of(item), None, (cash(1_200),))
    loose = Item("Vase", 900, category="Décor", barcode="4006381333931")
    people.checkout.complete(uuid7(), cart_of(loose, member=lei), None, (cash(900),))
    renamed = replace(products.draft_of(tea.product_id), name="Oolong", category="Leaves")
    products.update(tea.product_id, renamed)
    for called in ("oolong", "leaves", "6901234567892"):
        assert names(people, f"bought {called}") == {"王芳"}
        # A sale to nobody is among them, and hides nobody.
        assert names(people, f"not bought {called}") == {"陈思", "李雷"}
    assert names(people, "bought tea") == set()
    for called in ("vase", "décor", "4006381333931"):
        assert names(people, f"bought {called} in 1 days") == {"李雷"}
    people.merges.merge(uuid7(), fang, lei)
    assert names(people, "bought vase and bought oolong") == {"王芳"}


def test_what_is_asked_of_rows_and_ledgers_together_is_counted_past_missing_short_keys(shop):
    for at in range(3):
        add_member(shop, f"m{at}", f"{at:06d}", points=60 * at)
    assert shop.segments.count('name != "M1" and points >= 60') == 1
    for seq in (9_000, 9_010):
        empty = uuid7()
        shop.desk.database.execute(
            "INSERT INTO member (seq, id, number, name, joined_on, state, created_at, updated_at)"
            " VALUES (?, ?, ?, 'blank', '2024-03-02', 'active', 0, 0)",
            (seq, empty.bytes, f"{seq:06d}"),
        )
        shop.desk.database.execute(
            "INSERT INTO member_summary (member_id) VALUES (?)", (empty.bytes,)
        )
        add_member(shop, f"m{seq}", f"{seq + 1:06d}", points=90)
    assert shop.segments.count('name != "M1" and points >= 60') == 3
    assert shop.segments.count('name = "m9000" and points >= 60') == 1
    assert shop.segments.count('not (name = "M9010" or points >= 90)') == 4
