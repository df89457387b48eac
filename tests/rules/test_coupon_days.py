"""When coupons are valid, and birthdays that issue one, once a year (rule 25)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.birthdays import parse_birthday
from app.services.rules.coupons import Issued, Validity, birthday_issues, validity
from app.services.rules.days import Birthday
from app.services.rules.scheme.conditions import BirthdaySpan, Who
from app.services.rules.scheme.offers import Benefit, BenefitKind, CouponTemplate, CouponTrigger
from app.services.rules.scheme.words import words

DRINK = CouponTemplate(
    "drink", words("Free drink"), Benefit(BenefitKind.FREE_UNITS, units=1), CouponTrigger.BIRTHDAY
)
ON_THE_DAY = replace(DRINK, who=Who(birthday=BirthdaySpan.DAY))


def dates(template, text, first, last, issued=(), **setting):
    birthday = parse_birthday(text)
    assert birthday is not None
    found = birthday_issues(template, birthday, issued, (first, last), **setting)
    return [each.day for each in found]


def test_a_coupon_is_valid_for_its_days_and_never_after_the_last():
    # 30 days from 1 June, that day included: to 30 June.
    month = replace(DRINK, valid_days=30)
    assert validity(month, date(2026, 6, 1)) == Validity(date(2026, 6, 1), date(2026, 6, 30))
    capped = replace(month, last_day=date(2026, 6, 15))
    assert validity(capped, date(2026, 6, 1)).last == date(2026, 6, 15)
    assert validity(DRINK, date(2026, 6, 1)).last is None
    assert not validity(capped, date(2026, 6, 1)).holds(date(2026, 6, 16))


def test_a_birthday_coupon_comes_on_the_first_of_the_month_and_lasts_through_it():
    (issue,) = birthday_issues(DRINK, Birthday(3, 8), (), (date(2026, 2, 1), date(2026, 4, 1)))
    assert issue.day == date(2026, 3, 1)
    assert issue.valid == Validity(date(2026, 3, 1), date(2026, 3, 31))
    assert issue.year == 2026


def test_a_week_around_new_year_begins_in_the_old_one():
    week = replace(DRINK, who=Who(birthday=BirthdaySpan.WEEK))
    (issue,) = birthday_issues(week, Birthday(1, 2), (), (date(2026, 12, 1), date(2027, 2, 1)))
    assert issue.valid == Validity(date(2026, 12, 30), date(2027, 1, 5))
    assert issue.year == 2027


def test_rule_25_29_february_falls_on_the_28th_in_common_years():
    whole = (date(2027, 1, 1), date(2028, 12, 31))
    # 2027 is a common year, 2028 a leap year.
    assert dates(ON_THE_DAY, "2000-02-29", *whole) == [date(2027, 2, 28), date(2028, 2, 29)]
    assert dates(ON_THE_DAY, "2000-02-29", *whole, leap_day_in_march=True) == [
        date(2027, 3, 1),
        date(2028, 2, 29),
    ]


def test_rule_25_lunar_birthdays_resolve_every_year():
    # The 15th of the 8th lunar month, mid-autumn: 25 September 2026, 15 September 2027.
    whole = (date(2026, 1, 1), date(2027, 12, 31))
    assert dates(ON_THE_DAY, "lunar:08-15", *whole) == [date(2026, 9, 25), date(2027, 9, 15)]
    # 2025 has a second sixth month, 2026 has not: the regular one stands in.
    assert dates(ON_THE_DAY, "lunar:L06-01", date(2025, 1, 1), date(2026, 12, 31)) == [
        date(2025, 7, 25),
        date(2026, 7, 14),
    ]


def test_rule_25_a_birthday_is_issued_once_a_year_whatever_is_edited():
    march = Issued("drink", 2026, date(2026, 3, 1))
    year = (date(2026, 1, 1), date(2026, 12, 31))
    assert dates(DRINK, "--06-10", *year, issued=[march]) == []
    assert dates(DRINK, "lunar:12-01", *year, issued=[march]) == []
    # Nor a month later because the year turned in between.
    december = Issued("drink", 2026, date(2026, 12, 1))
    assert dates(DRINK, "--01-10", date(2026, 12, 1), date(2027, 6, 1), issued=[december]) == []
    # Another template's coupon is no obstacle.
    assert dates(DRINK, "--06-10", *year, issued=[replace(march, template="cake")])


def test_who_is_met_in_the_middle_of_the_month_gets_it_then():
    (issue,) = birthday_issues(DRINK, Birthday(3, 8), (), (date(2026, 3, 20), date(2026, 4, 30)))
    assert (issue.day, issue.valid.last) == (date(2026, 3, 20), date(2026, 3, 31))


BIRTHDAYS = st.builds(
    Birthday, st.integers(1, 12), st.integers(1, 28), lunar=st.booleans()
) | st.just(Birthday(2, 29))
SPANS = st.sampled_from(tuple(BirthdaySpan))


@given(BIRTHDAYS, SPANS, st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 6))
def test_everybody_has_as_many_birthday_coupons_as_birthdays(birthday, span, first, years):
    template = replace(DRINK, who=Who(birthday=span))
    last = first + timedelta(days=366 * years)
    found = birthday_issues(template, birthday, (), (first, last))
    assert years - 1 <= len(found) <= years + 1
    assert len({each.year for each in found}) == len(found)
    assert all(each.valid.holds(each.day) for each in found)


@given(BIRTHDAYS, BIRTHDAYS, SPANS, st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_no_edit_brings_a_second_one_within_a_year(one, other, span, edited):
    template = replace(DRINK, who=Who(birthday=span))
    before = birthday_issues(template, one, (), (edited - timedelta(days=366), edited))
    issued = [Issued("drink", each.year, each.day) for each in before]
    after = birthday_issues(template, other, issued, (edited, edited + timedelta(days=366)))
    years = [each.year for each in (*before, *after)]
    assert len(years) == len(set(years))
    if before and after:
        assert after[0].day - before[-1].day >= timedelta(days=300)
