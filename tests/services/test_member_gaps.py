"""What is missing of members, or old."""

from app.services.member_gaps import STALE_DAYS, Gap
from app.services.member_types import MemberDraft


def enrol(shop, **more):
    return shop.members.add(MemberDraft(**more)).member.member_id


def found(shop):
    return {each.gap: each.members for each in shop.member_gaps.counts() if each.members}


def names(shop, gap):
    return [person.name for person in shop.people.rows(shop.member_gaps.seqs(gap))]


def test_what_is_missing_is_counted_and_listed_until_it_is_there(shop):
    assert found(shop) == {}
    whole = {"phone": "13800138000", "birthday": "1990-03-08", "address": "1 Lane"}
    enrol(shop, name="Ana", **whole, marketing_consent=True)
    ben = enrol(shop, name="Ben", phone="12345")
    assert found(shop) == {
        Gap.BAD_PHONE: 1,
        Gap.NO_BIRTHDAY: 1,
        Gap.NO_ADDRESS: 1,
        Gap.NOT_ASKED: 1,
    }
    assert names(shop, Gap.BAD_PHONE) == ["Ben"]
    shop.members.update(ben, MemberDraft(name="Ben", phone="13900139000", birthday="--01-02"))
    assert found(shop) == {Gap.NO_ADDRESS: 1, Gap.NOT_ASKED: 1}
    shop.members.archive(ben)
    assert found(shop) == {}


def test_who_was_asked_and_said_no_was_asked(shop):
    ben = enrol(shop, name="Ben", marketing_consent=True)
    shop.members.update(ben, MemberDraft(name="Ben", marketing_consent=False))
    assert Gap.NOT_ASKED not in found(shop)


def test_what_nobody_looked_at_for_two_years_is_old_until_it_is_saved_again(shop, clock):
    ben = enrol(shop, name="Ben")
    clock.forward(days=STALE_DAYS + 1)
    enrol(shop, name="Ana")
    assert names(shop, Gap.STALE) == ["Ben"]
    shop.members.update(ben, shop.members.draft_of(ben))
    assert names(shop, Gap.STALE) == []
