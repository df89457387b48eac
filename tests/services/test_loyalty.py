"""What a member is in the scheme is read as the scheme asks for it, and as of a day."""

from dataclasses import replace
from datetime import date, timedelta

from app.services.rules.cart import MemberFacts
from app.services.rules.days import Birthday
from app.services.rules.scheme.conditions import BirthdaySpan, Goods, Who
from app.services.rules.scheme.earning import Multiplier
from app.services.rules.scheme.words import words
from tests.scheme_builder import SIMPLE, TIERS, use
from tests.shop_builder import add_member, sell


def for_whom(who: Who):
    """The simple scheme with a condition somewhere in it."""
    return replace(SIMPLE, multipliers=(Multiplier("m", words("m"), 20_000, who=who),))


def traced(shop, work):
    """What `work` comes to, and every statement it ran."""
    statements: list[str] = []

    def keep(_cursor, sql, _values):
        statements.append(sql)
        return True

    connection = shop.desk.database.connection
    connection.exec_trace = keep
    try:
        return work(), statements
    finally:
        connection.exec_trace = None


def test_a_scheme_that_asks_for_nothing_costs_one_query(shop):
    member = add_member(shop, points=7)
    shop.loyalty.facts(member)
    facts, statements = traced(shop, lambda: shop.loyalty.facts(member))
    assert facts == MemberFacts(member, 7, False, date(2024, 3, 2))
    assert len(statements) == 1


def test_points_of_tomorrow_are_not_told_as_spendable_once_the_clock_is_set_back(shop, clock):
    member = add_member(shop, points=70)
    clock.forward(days=1)
    sell(shop, 30_000, member)
    assert shop.loyalty.facts(member).points == 370
    clock.forward(days=-1)
    assert shop.loyalty.facts(member).points == 70
    points = shop.loyalty.standing(member).points
    assert (points.balance, points.usable, points.pending) == (370, 70, 300)
    assert points.waiting == ((shop.desk.today() + timedelta(days=1), 300),)
    clock.forward(days=1)
    assert shop.loyalty.facts(member).points == 370


def test_a_fact_is_read_where_a_condition_of_the_scheme_asks_for_it(shop):
    member = add_member(shop)
    database = shop.desk.database
    database.execute("UPDATE member SET birthday = '1990-03-08'")
    database.execute("INSERT INTO member_tag VALUES (?, 'student')", (member.bytes,))
    sell(shop, 500, member)
    assert shop.loyalty.facts(member).birthday is None
    asked = Who(birthday=BirthdaySpan.MONTH, tags=("student",), first_purchase=True)
    use(shop, for_whom(asked))
    facts = shop.loyalty.facts(member)
    assert facts.birthday == Birthday(3, 8, 1990)
    assert (facts.tags, facts.purchases) == (("student",), 1)


def test_what_was_often_bought_is_counted_by_name_over_ninety_days(shop, clock):
    member = add_member(shop)
    use(shop, for_whom(Who(often_bought=Goods(products=("open item",)))))
    sell(shop, 500, member)
    clock.forward(days=89)
    sell(shop, 500, member)
    assert shop.loyalty.facts(member).bought == (("open item", 2),)
    clock.forward(days=2)
    assert shop.loyalty.facts(member).bought == (("open item", 1),)


def test_a_member_without_an_entry_is_in_the_first_tier_and_sees_what_is_missing(shop):
    member = add_member(shop)
    use(shop, replace(SIMPLE, tiers=TIERS))
    assert shop.loyalty.facts(member).tier == "classic"
    held = shop.loyalty.standing(member).tier
    assert held is not None
    assert (held.tier, held.next_tier, held.missing) == ("classic", "gold", 50_000)


def test_a_scheme_without_tiers_and_value_stands_empty(shop):
    member = add_member(shop, points=12)
    standing = shop.loyalty.standing(member)
    assert standing.points.balance == standing.points.usable == 12
    assert (standing.tier, standing.plan, standing.coupons) == (None, None, ())
    assert standing.wallet.total_minor == 0
