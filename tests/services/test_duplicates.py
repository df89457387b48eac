"""Members who may be one person, and pairs that are known to be two."""

import pytest

from app.errors import Cancelled, MemberUnknown, MergeRefused
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.duplicates import LARGEST_BLOCK, Sign


def enrol(shop, name, **more):
    return shop.members.add(MemberDraft(name=name, **more)).member.member_id


def names(found):
    return [{pair.first.name, pair.second.name} for pair in found.pairs]


def test_pairs_are_found_likeliest_first_with_their_reasons(shop):
    enrol(shop, "陈雨晴", phone="13800138000", birthday="1990-03-08")
    enrol(shop, "陳雨晴", phone="138 0013 8000 (旧)", birthday="1990-03-08")
    enrol(shop, "王伟", phone="13900139000")
    enrol(shop, "王 伟", phone="13712349000")
    enrol(shop, "李静", phone="13611112222")
    found = shop.duplicates.find()
    assert found.total == 2
    assert names(found) == [{"陈雨晴", "陳雨晴"}, {"王伟", "王 伟"}]
    assert found.pairs[0].signs == (Sign.PHONE, Sign.BIRTHDAY, Sign.SOUND)
    assert found.pairs[1].signs == (Sign.NAME, Sign.LAST_DIGITS)
    assert found.pairs[0].score > found.pairs[1].score >= 50
    assert len(shop.duplicates.find(limit=1).pairs) == 1


def test_two_who_were_said_to_be_different_people_are_not_shown_again(shop):
    one = enrol(shop, "王伟", birthday="1990-03-08")
    other = enrol(shop, "王伟", birthday="1990-03-08")
    assert shop.duplicates.find().total == 1
    for _ in range(2):
        shop.duplicates.different(other, one)
    assert shop.duplicates.find().total == 0
    shop.duplicates.undo_different(one, other)
    shop.duplicates.undo_different(one, other)
    assert shop.duplicates.find().total == 1
    with pytest.raises(MergeRefused):
        shop.duplicates.different(one, one)
    with pytest.raises(MemberUnknown):
        shop.duplicates.different(one, uuid7())


def test_who_was_merged_or_archived_is_no_duplicate(shop):
    keep, gone = (enrol(shop, "王伟", birthday="1990-03-08") for _ in range(2))
    shop.merges.merge(uuid7(), keep, gone)
    assert shop.duplicates.find().total == 0


def test_what_very_many_share_brings_nobody_together(shop):
    for _ in range(LARGEST_BLOCK + 1):
        enrol(shop, "王伟", birthday="1990-01-01")
    found = shop.duplicates.find()
    assert (found.pairs, found.total) == ((), 0)
    assert found.common == 1


def test_the_search_can_be_stopped_and_an_empty_shop_has_no_pairs(shop):
    assert shop.duplicates.find().total == 0
    enrol(shop, "王伟")
    with pytest.raises(Cancelled):
        shop.duplicates.find(cancelled=lambda: True)
