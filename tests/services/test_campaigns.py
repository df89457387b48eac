"""Campaigns on a real file: planned, started once, asked by the rules, stopped."""

import json
from contextlib import suppress
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import (
    CampaignEmpty,
    CampaignNameTaken,
    CampaignOver,
    CampaignTooDear,
    CampaignUnknown,
    Cancelled,
    ContactRefused,
    EventAhead,
    FieldInvalid,
    NotInScheme,
    NotInvited,
    QuietHours,
    RecordRefused,
    SegmentUnknown,
)
from app.services.campaign_drafts import document_of, draft_of
from app.services.campaign_types import (
    CampaignDraft,
    CampaignState,
    Channel,
    Event,
    LeftOutReason,
    Offer,
    OfferKind,
    Outcome,
    PlanNote,
    Variant,
)
from app.services.coupons import CouponState
from app.services.member_types import MemberDraft
from app.services.rules.scheme.words import Words, words
from tests.services.campaign_shop import TEN_OFF, TEXT, crowd, draft, enrol, with_coupon
from tests.shop_builder import sell, stored_balance

FIELDS = [field.name for field in fields(CampaignDraft)]


def issued(shop):
    return shop.desk.database.value("SELECT count(*) FROM coupon WHERE occasion <> ''")


def sound(shop):
    return [check for check in shop.doctor.run() if not check.ok] == []


# --- planning -----------------------------------------------------------------


def test_a_plan_says_who_is_asked_and_who_is_left_out_and_why(shop):
    crowd(shop, 10)
    enrol(shop, "无同意", marketing_consent=False)
    enrol(shop, "无电话", phone="")
    frozen, gone = enrol(shop, "冻结"), enrol(shop, "归档")
    shop.members.freeze(frozen)
    shop.members.archive(gone)
    plan = shop.campaigns.plan(draft(shop))
    assert (plan.audience, plan.eligible, plan.holdout, plan.reached) == (13, 10, 2, 8)
    assert {each.reason: [person.name for person in each.first] for each in plan.left_out} == {
        LeftOutReason.FROZEN: ["冻结"],
        LeftOutReason.NO_CONSENT: ["无同意"],
        LeftOutReason.NO_ADDRESS: ["无电话"],
    }
    assert plan.channels == ((Channel.CALL, 8),)
    assert plan.samples[0].text.endswith(", come and see us at " + shop.desk.settings.name)
    assert shop.campaigns.list() == ()


def test_each_is_asked_by_the_first_channel_that_leads_to_them(shop):
    enrol(shop, "电邮", email="a@b.cn")
    enrol(shop, "电话")
    plan = shop.campaigns.plan(draft(shop, channels=(Channel.EMAIL, Channel.SMS), holdout_bp=0))
    assert plan.channels == ((Channel.EMAIL, 1), (Channel.SMS, 1))
    assert PlanNote.NO_HOLDOUT in plan.notes


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"name": "  "}, "campaign", "required"),
        ({"audience": ""}, "audience", "required"),
        ({"channels": ()}, "channels", "required"),
        ({"channels": (Channel.SMS, Channel.SMS)}, "channels", "named_twice"),
        ({"variants": ()}, "variants", "required"),
        ({"variants": (Variant("A", words("x")),) * 2}, "variants", "named_twice"),
        ({"variants": (Variant("A", words("x")),) * 5}, "variants", "too_many_variants"),
        ({"variants": (Variant("A", words("{nmae}, hello")),)}, "wording", "merge_field"),
        ({"variants": (Variant("A", words("hello {")),)}, "wording", "merge_field"),
        ({"variants": (Variant("A", words("{coupon}")),)}, "wording", "merge_field_no_coupon"),
        ({"variants": (Variant("A", words("{place}")),)}, "wording", "merge_field_no_event"),
        ({"variants": (Variant("A"),)}, "wording", "required"),
        ({"holdout_bp": 10_000}, "holdout", "holdout_everybody"),
        ({"holdout_bp": 10_001}, "holdout", "out_of_range"),
        ({"holdout_bp": -1}, "holdout", "out_of_range"),
        ({"budget_minor": -1}, "budget", "out_of_range"),
        ({"cost_each_minor": -1}, "cost", "negative"),
        ({"seed": -1}, "seed", "out_of_range"),
        ({"audience": "visits >="}, "conditions", "segment_ends_early"),
    ],
)
def test_a_draft_that_makes_no_sense_is_refused_by_name(shop, changes, field, reason):
    with pytest.raises(FieldInvalid) as refused:
        shop.campaigns.plan(draft(shop, **changes))
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_days_offers_and_segments_that_are_not_there_are_refused(shop):
    today = shop.desk.today()
    for changes in (
        {"ends_on": today - timedelta(days=1)},
        {"starts_on": today - timedelta(days=1)},
        {"ends_on": today + timedelta(days=400)},
    ):
        with pytest.raises(FieldInvalid):
            shop.campaigns.plan(draft(shop, **changes))
    with pytest.raises(NotInScheme):
        shop.campaigns.plan(draft(shop, variants=(Variant("A", words("x"), TEN_OFF),)))
    with pytest.raises(SegmentUnknown):
        shop.campaigns.plan(draft(shop, audience="regulars"))
    past = Offer(OfferKind.EVENT, event=Event("Tasting", today - timedelta(days=1)))
    for offer in (Offer(OfferKind.POINTS), Offer(OfferKind.EVENT), past):
        with pytest.raises(FieldInvalid):
            shop.campaigns.plan(draft(shop, variants=(Variant("A", words("x"), offer),)))


def test_an_empty_segment_an_audience_of_one_and_a_tag_that_is_gone_are_told(shop):
    plan = shop.campaigns.plan(draft(shop, audience="tag = gone"))
    assert plan.unknown_names == ("gone",)
    assert {PlanNote.NOBODY, PlanNote.UNKNOWN_NAMES} <= set(plan.notes)
    with pytest.raises(CampaignEmpty):
        shop.campaigns.start(draft(shop, audience="tag = gone"))
    enrol(shop, "独一")
    alone = shop.campaigns.start(draft(shop, holdout_bp=0))
    assert (alone.reached, alone.holdout) == (1, 0)
    told = shop.campaigns.result(alone.campaign_id)
    assert told.visits.verdict == "no_holdout"
    assert told.net_minor is None


def test_more_people_than_a_till_would_wait_for_are_refused(shop, monkeypatch):
    crowd(shop, 3)
    monkeypatch.setattr("app.services.campaign_drawing.AUDIENCE_AT_MOST", 2)
    with pytest.raises(FieldInvalid) as refused:
        shop.campaigns.start(draft(shop))
    assert refused.value.reason == "too_many_people"


def test_before_the_start_it_is_told_how_many_people_show_the_effect(shop, clock):
    people = crowd(shop, 20)
    clock.forward(days=-10)
    for place, person in enumerate(people):
        for _ in range(place % 3):
            clock.forward(hours=25)
            sell(shop, 1_000, person)
            clock.forward(hours=-25)
    clock.forward(days=10)
    power = shop.campaigns.plan(draft(shop)).power
    assert power.people == 20
    assert power.needed is not None
    assert power.needed > 20
    assert not power.enough
    assert power.smallest is not None
    assert power.smallest > power.effect > 0


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FIELDS, "offer", "text", "kind", "event", "on"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_a_draft_or_refused_by_its_field(document):
    with suppress(FieldInvalid):
        assert draft_of(document_of(draft_of(document))) == draft_of(document)


def test_a_draft_says_the_same_in_json(shop):
    event = Offer(OfferKind.EVENT, event=Event("Tasting", shop.desk.today(), "19:00", "bar"))
    wanted = draft(shop, variants=(Variant("A", TEXT, TEN_OFF), Variant("B", TEXT, event)))
    assert draft_of(json.loads(json.dumps(document_of(wanted)))) == wanted


@pytest.mark.parametrize("name", ["\ud800", "a\nb", "x" * 61])
def test_a_name_that_no_file_can_hold_is_refused(shop, name):
    enrol(shop, "独一")
    with pytest.raises(FieldInvalid):
        shop.campaigns.start(draft(shop, name=name, holdout_bp=0))
    with pytest.raises(CampaignUnknown):
        shop.campaigns.named(name)
    odd = Offer(template="\ud800")
    variants = (Variant("A", words("x"), odd),)
    assert shop.campaigns.start(draft(shop, variants=variants, holdout_bp=0)).reached == 1


# --- starting -----------------------------------------------------------------


def test_a_campaign_is_drawn_once_and_everybody_gets_one_coupon(shop):
    with_coupon(shop)
    crowd(shop, 50)
    wanted = draft(shop, variants=(Variant("A", TEXT, TEN_OFF),))
    campaign = shop.campaigns.start(wanted)
    again = shop.campaigns.start(wanted)
    assert campaign == again
    assert (campaign.reached, campaign.holdout, campaign.issued) == (40, 10, 40)
    assert campaign.state is CampaignState.RUNNING
    assert issued(shop) == 40
    call = shop.campaigns.call_list(campaign.campaign_id)[0]
    assert call.text == f"{call.name}您好，{shop.desk.settings.name}送您Ten off"
    english = shop.campaigns.call_list(campaign.campaign_id, "en")[0]
    assert english.text == f"{call.name}, {call.coupon}"
    assert sound(shop)


def test_another_campaign_of_the_same_name_is_refused(shop):
    crowd(shop, 3)
    shop.campaigns.start(draft(shop))
    with pytest.raises(CampaignNameTaken):
        shop.campaigns.start(draft(shop, name="autumn", budget_minor=5))
    with pytest.raises(CampaignUnknown):
        shop.campaigns.named("Spring")


def test_a_start_that_was_cancelled_goes_on_where_it_stopped(shop, monkeypatch):
    with_coupon(shop)
    crowd(shop, 30)
    for size in ("campaign_starting.GIVEN_AT_ONCE", "campaign_drawing.AT_ONCE"):
        monkeypatch.setattr(f"app.services.{size}", 7)
    wanted = draft(shop, variants=(Variant("A", TEXT, TEN_OFF),))
    with pytest.raises(Cancelled):
        shop.campaigns.start(wanted, cancelled=lambda: True)
    assert shop.campaigns.list() == ()  # while it was drawn: nothing is kept
    steps = iter([*[False] * 5, False, False, True])  # five parts drawn, then two steps
    with pytest.raises(Cancelled):
        shop.campaigns.start(wanted, cancelled=lambda: next(steps))
    half = shop.campaigns.named("Autumn")
    assert half.state is CampaignState.STARTING
    assert half.issued == 7
    done = []
    whole = shop.campaigns.start(replace(wanted, seed=None), progress=lambda *s: done.append(s))
    assert (whole.campaign_id, whole.issued, whole.state) == (half.campaign_id, 24, "running")
    assert done[-1] == (24, 24)
    assert issued(shop) == 24
    assert sound(shop)


def test_who_takes_the_consent_back_while_the_lot_is_drawn_is_left_out(shop, monkeypatch):
    people = crowd(shop, 10)
    drawing = shop.campaigns._drawing
    draw = drawing.draw

    def slowly(wanted, *others):
        drawn = draw(wanted, *others)
        told = MemberDraft(name="会员3", phone="13900000003", marketing_consent=False)
        shop.members.update(people[3], told)
        return drawn

    monkeypatch.setattr(drawing, "draw", slowly)
    campaign = shop.campaigns.start(draft(shop, holdout_bp=0))
    assert campaign.reached == 9
    assert "会员3" not in {call.name for call in shop.campaigns.call_list(campaign.campaign_id)}
    assert sound(shop)


def test_points_are_given_once_to_each_and_variants_are_dealt_evenly(shop):
    people = crowd(shop, 30)
    points = Offer(OfferKind.POINTS, points=200)
    variants = (Variant("A", words("{offer} {points}"), points), Variant("B", words("nothing")))
    campaign = shop.campaigns.start(draft(shop, variants=variants, holdout_bp=3_333))
    shop.campaigns.start(draft(shop, variants=variants, holdout_bp=3_333))
    assert sorted(stored_balance(shop, each) for each in people) == [0] * 20 + [200] * 10
    calls = shop.campaigns.call_list(campaign.campaign_id, "en")
    assert [call.text for call in calls if call.variant == "A"] == ["200 points 200"] * 10
    assert sound(shop)


def test_a_budget_stops_it_before_it_starts(shop):
    with_coupon(shop)
    crowd(shop, 10)
    wanted = draft(
        shop, variants=(Variant("A", TEXT, TEN_OFF),), cost_minor=500, cost_each_minor=100,
        budget_minor=9_299,
    )  # fmt: skip
    plan = shop.campaigns.plan(wanted)
    assert (plan.cost.total_minor, plan.cost.over_minor) == (9_300, 1)
    assert PlanNote.OVER_BUDGET in plan.notes
    with pytest.raises(CampaignTooDear):
        shop.campaigns.start(wanted)
    assert shop.campaigns.list() == ()
    assert issued(shop) == 0


def test_the_seed_draws_the_same_people_again(shop):
    crowd(shop, 40)
    one = shop.campaigns.start(draft(shop, name="One"))
    asked = {call.number for call in shop.campaigns.call_list(one.campaign_id)}
    shop.campaigns.stop(one.campaign_id)
    two = shop.campaigns.start(draft(shop, name="Two", seed=one.seed))
    assert {call.number for call in shop.campaigns.call_list(two.campaign_id)} == asked
    shop.campaigns.stop(two.campaign_id)
    three = shop.campaigns.start(draft(shop, name="Three", seed=8))
    assert {call.number for call in shop.campaigns.call_list(three.campaign_id)} != asked


def test_who_is_held_out_by_one_campaign_is_not_asked_by_another_while_it_runs(shop):
    crowd(shop, 20)
    shop.campaigns.start(draft(shop))
    plan = shop.campaigns.plan(draft(shop, name="Winter"))
    assert [(each.reason, each.count) for each in plan.left_out] == [(LeftOutReason.HELD_OUT, 4)]


# --- asking -------------------------------------------------------------------


@pytest.fixture
def running(shop):
    crowd(shop, 10)
    return shop.campaigns.start(draft(shop))


def test_outcomes_are_noted_and_the_newest_counts(shop, running):
    key = running.campaign_id
    first, second, *_ = shop.campaigns.call_list(key)
    assert shop.campaigns.outcome(key, first.member_id, Outcome.WRONG_NUMBER).outcome == (
        "wrong_number"
    )
    shop.campaigns.outcome(key, first.member_id, Outcome.REACHED)
    shop.campaigns.outcome(key, first.member_id, Outcome.WILL_COME)
    shop.campaigns.outcome(key, first.member_id, Outcome.WILL_COME)
    shop.campaigns.outcome(key, second.member_id, Outcome.WRONG_NUMBER)
    told = shop.campaigns.result(key)
    assert dict(told.outcomes)[Outcome.WILL_COME] == 1
    assert (told.funnel.chosen, told.funnel.invited, told.funnel.confirmed) == (8, 1, 1)
    rows = shop.desk.database.rows("SELECT number, outcome FROM campaign_outcome ORDER BY 1, 2")
    assert len(rows) == 4
    assert sound(shop)


def test_do_not_call_takes_the_consent_back(shop, running):
    call = shop.campaigns.call_list(running.campaign_id)[0]
    after = shop.campaigns.outcome(running.campaign_id, call.member_id, Outcome.DO_NOT_CALL)
    assert after.barred is LeftOutReason.NO_CONSENT
    consent = shop.members.get(call.member_id).consent
    assert consent is not None
    assert not consent.granted
    left = shop.campaigns.plan(draft(shop, name="Next")).left_out
    assert LeftOutReason.NO_CONSENT in {each.reason for each in left}
    assert sound(shop)


def test_nobody_is_called_without_consent_in_quiet_hours_or_past_the_cap(shop, running, clock):
    key = running.campaign_id
    one, two, three, *_ = shop.campaigns.call_list(key)
    with_word = shop.members.get(one.member_id)
    shop.members.update(
        one.member_id, MemberDraft(name=with_word.name, phone=one.phone, marketing_consent=False)
    )
    with pytest.raises(ContactRefused) as refused:
        shop.campaigns.outcome(key, one.member_id, Outcome.REACHED)
    assert refused.value.reason == "ask_no_consent"
    clock.forward(hours=12)
    with pytest.raises(QuietHours) as quiet:
        shop.campaigns.outcome(key, two.member_id, Outcome.REACHED)
    assert quiet.value.until == 9
    shop.campaigns.outcome(key, two.member_id, Outcome.DO_NOT_CALL)
    clock.forward(hours=12)
    shop.settings.save(replace(shop.settings.get(), contact_cap=1))
    shop.campaigns.outcome(key, three.member_id, Outcome.REACHED)
    shop.campaigns.outcome(key, three.member_id, Outcome.NO)
    winter = shop.campaigns.start(draft(shop, name="Winter", holdout_bp=0))
    assert three.number not in {
        each.number for each in shop.campaigns.call_list(winter.campaign_id)
    }
    clock.forward(days=30)
    spring = shop.campaigns.start(draft(shop, name="Spring", holdout_bp=0))
    assert three.number in {each.number for each in shop.campaigns.call_list(spring.campaign_id)}


def test_the_cap_is_looked_at_again_when_the_call_is_made(shop, running):
    shop.settings.save(replace(shop.settings.get(), contact_cap=1))
    other = shop.campaigns.start(draft(shop, name="Other", holdout_bp=0))
    call = shop.campaigns.call_list(running.campaign_id)[0]
    shop.campaigns.outcome(running.campaign_id, call.member_id, Outcome.REACHED)
    with pytest.raises(ContactRefused) as refused:
        shop.campaigns.outcome(other.campaign_id, call.member_id, Outcome.REACHED)
    assert refused.value.reason == "ask_cap"


def test_who_is_held_out_is_neither_called_nor_let_in_nor_written_by_any_program(shop, running):
    database, key = shop.desk.database, running.campaign_id
    (held,) = database.rows("SELECT member_id FROM campaign_member WHERE arm = 0 LIMIT 1")
    stranger = enrol(shop, "路人")
    from uuid import UUID

    for member in (UUID(bytes=held[0]), stranger):
        with pytest.raises(NotInvited):
            shop.campaigns.outcome(key, member, Outcome.REACHED)
        with pytest.raises(NotInvited):
            shop.campaigns.arrive(key, member)
    with pytest.raises(RecordRefused):
        database.in_transaction(
            lambda: database.execute(
                "INSERT INTO contact SELECT ?, ?, 'call', staff_id, 0, '2026-11-21' FROM campaign",
                (key.bytes, held[0]),
            )
        )


def test_a_guest_is_let_in_once_and_counted(shop, running):
    key = running.campaign_id
    call = shop.campaigns.call_list(key)[0]
    shop.campaigns.outcome(key, call.member_id, Outcome.WILL_COME)
    first = shop.campaigns.arrive(key, call.member_id)
    second = shop.campaigns.arrive(key, call.member_id)
    assert (first.again, first.confirmed, first.arrived) == (False, True, 1)
    assert (second.again, second.arrived) == (True, 1)
    sell(shop, 5_000, call.member_id)
    funnel = shop.campaigns.result(key).funnel
    assert (funnel.invited, funnel.confirmed, funnel.attended, funnel.bought) == (1, 1, 1, 1)


def with_event(shop, on):
    event = Event("Tasting", on)
    variants = (Variant("A", words("x"), Offer(OfferKind.EVENT, event=event)),)
    crowd(shop, 3)
    campaign = shop.campaigns.start(draft(shop, variants=variants, holdout_bp=0))
    return campaign.campaign_id, shop.campaigns.call_list(campaign.campaign_id)[0].member_id


def test_nobody_is_let_in_before_the_day_of_the_event_and_a_later_day_is_told(shop, clock):
    on = shop.desk.today() + timedelta(days=2)
    key, guest = with_event(shop, on)
    with pytest.raises(EventAhead) as refused:
        shop.campaigns.arrive(key, guest)
    assert (refused.value.name, refused.value.on) == ("Tasting", on)
    assert shop.campaigns.result(key).funnel.attended == 0
    clock.forward(days=2)
    assert shop.campaigns.arrive(key, guest).was_on is None
    clock.forward(days=1)
    late = shop.campaigns.arrive(key, guest)
    assert (late.again, late.was_on) == (True, on)


def test_nobody_is_let_in_before_the_first_day_of_a_campaign(shop):
    crowd(shop, 3)
    first = shop.desk.today() + timedelta(days=1)
    last = first + timedelta(days=9)
    campaign = shop.campaigns.start(draft(shop, starts_on=first, ends_on=last, holdout_bp=0))
    guest = shop.campaigns.call_list(campaign.campaign_id)[0].member_id
    with pytest.raises(EventAhead):
        shop.campaigns.arrive(campaign.campaign_id, guest)


def test_stopping_revokes_unused_coupons_only(shop, clock):
    with_coupon(shop)
    people = crowd(shop, 5)
    campaign = shop.campaigns.start(
        draft(shop, variants=(Variant("A", TEXT, TEN_OFF),), holdout_bp=0)
    )
    code = shop.coupons.listed(people[0])[0].code
    shop.coupons.revoke(code, "by hand")
    stopped = shop.campaigns.stop(campaign.campaign_id, revoke_coupons=True)
    assert stopped.coupons_revoked == 4
    assert stopped.campaign.state is CampaignState.STOPPED
    assert {each.state for each in shop.coupons.listed()} == {CouponState.REVOKED}
    assert shop.campaigns.stop(campaign.campaign_id, revoke_coupons=True).coupons_revoked == 0
    with pytest.raises(CampaignOver):
        shop.campaigns.outcome(campaign.campaign_id, people[1], Outcome.REACHED)
    assert sound(shop)


def test_a_language_without_a_wording_gets_the_nearest_one(shop):
    enrol(shop, "陈思")
    said = Words((("zh_CN", "您好{name}"), ("en", "Hello {name}")))
    campaign = shop.campaigns.start(draft(shop, variants=(Variant("A", said),), holdout_bp=0))
    key = campaign.campaign_id
    assert shop.campaigns.call_list(key, "zh_TW")[0].text == "您好陈思"
    assert shop.campaigns.call_list(key, "en")[0].text == "Hello 陈思"
