"""The scenes of segments and campaigns."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.errors import EventAhead
from app.ui.insight.segments.presenting.page import Counted
from tests.scenes_insight import page_of

LONG = "Everybody who came in spring, bought a whole cake, and never again since"
SEGMENTS = {
    "zh": (
        ("半年没来的金卡会员", "tier = gold and last_visit > 180"),
        ("爱喝拿铁", "bought 拿铁 in 90 days and not (tag = 外卖 or visits < 3)"),
        ("下个月生日", "birth_month = 12 and consent = yes"),
        ("标签已删除", "tag = 老朋友 or visits >= 1"),
    ),
    "en": (
        ("Gold, half a year away", "tier = gold and last_visit > 180"),
        ("Latte lovers", "bought Latte in 90 days and not (tag = takeaway or visits < 3)"),
        ("Birthday next month", "birth_month = 12 and consent = yes"),
        (LONG[:60], "tag = gone or visits >= 1"),
    ),
}


def segments(stage: Any) -> None:
    """None yet, several, one as rows and as text, the overlap, everybody."""
    page = page_of(stage, "segments")
    stage.shot("segments-none")
    for name, conditions in SEGMENTS[stage.window.language[:2]]:
        stage.shop.segments.save(name, conditions)
    presenter = page.presenter
    presenter.refresh(SEGMENTS[stage.window.language[:2]][1][0])
    presenter.recount()
    stage.shot("segments")
    page.mode.choose(1)
    presenter.recount()
    stage.shot("segments-text")
    page.text.setPlainText(presenter.editing.text + " and (visits")
    stage.shot("segments-text-wrong")
    page.text.setPlainText("visits >= 0")
    presenter.recount()
    page.mode.choose(0)
    presenter.recount()
    page.builder.adders[()].click()
    stage.shot("segments-everybody")
    page.show_count(Counted(223_000, 1_000_000, about=True), None)
    stage.shot("segments-estimated")
    page.show_count(Counted(223_000, 1_000_000, about=True, read_percent=34), None)
    stage.shot("segments-still-reading")
    page.table.choose(1)
    presenter.recount()
    stage.window._toast.dismiss()
    stage.shot("segments-gone")
    page.compare.click()
    stage.shot("segments-overlap")
    stage.window.open_sheet().boxes[3].setChecked(True)
    stage.shot("segments-overlap-circles")
    stage.window.open_sheet().boxes[0].setChecked(True)
    stage.sheet("segments-overlap-four")


WORDING = {
    "zh_TW": "{name}您好，這裡是{shop}。好久不見，天冷了，來喝杯熱的吧，第一杯我們請。",
    "zh": "{name}您好，这里是{shop}。好久不见，天冷了，来喝杯热的吧，第一杯我们请。",
    "en": "Good day {name}, this is {shop}. We have missed you: the first cup is on us.",
}
NAMES = {
    "zh_TW": ("冬至請回來", "老顧客回店禮"),
    "zh": ("冬至请回来", "老顾客回店礼"),
    "en": ("Winter, come back", LONG[:60]),
}


def of(words: dict[str, Any], language: str) -> Any:
    """What is written in a language, else in one close to it."""
    return words.get(language) or words[language[:2]]


def draft(stage: Any, name: str, **other: Any) -> Any:
    """A campaign that asks those who may be asked."""
    from datetime import timedelta

    from app.services.campaign_types import CampaignDraft, Channel, Offer, OfferKind, Variant
    from app.services.rules.scheme.words import Words

    shop, language = stage.shop, stage.window.language
    coupons = shop.desk.scheme.coupons
    offer = Offer(OfferKind.COUPON, template=coupons[0].id) if coupons else Offer()
    text = of(WORDING, language)
    today = shop.desk.today()
    what: dict[str, Any] = {
        "name": name,
        "audience": "visits >= 1",
        "variants": (Variant("A", Words(((language, text),)), offer),),
        "channels": (Channel.CALL, Channel.SMS),
        "starts_on": today,
        "ends_on": today + timedelta(days=30),
        "holdout_bp": 2_000,
        "cost_each_minor": 50,
        "seed": 7,
    }
    return CampaignDraft(**what | other)


def gift(stage: Any) -> Any:
    """A wording that gives points."""
    from app.services.campaign_types import Offer, OfferKind, Variant
    from app.services.rules.scheme.words import Words

    language = stage.window.language
    text = Words(((language, of(WORDING, language)),))
    return Variant("A", text, Offer(OfferKind.POINTS, points=100))


def campaigns(stage: Any) -> None:
    """None yet, the editor, the question before the start, and those that run."""
    from dataclasses import replace

    from app.services.campaign_types import OfferKind
    from app.services.rules.insight.segments import read_segment
    from app.ui.insight.segments.presenting.rows import block_of

    shop, language = stage.shop, stage.window.language
    names = of(NAMES, language)
    for member in shop.desk.database.rows("SELECT id FROM member ORDER BY seq LIMIT 400"):
        shop.desk.database.execute(
            "INSERT INTO consent (id, member_id, purpose, granted, notice_version, staff_id,"
            " recorded_at) VALUES (randomblob(16), ?, 'marketing', 1, '1', ?, ?)",
            (member[0], shop.desk.staff.staff_id.bytes, shop.desk.now_ms()),
        )
    page = page_of(stage, "campaigns")
    stage.shot("campaigns-none")
    page.begin()
    stage.shot("campaign-new")
    presenter = page.editor.presenter
    presenter.type(name=of(NAMES, language)[0], cost_each="1", budget="2000")
    presenter.change_variant(replace(presenter.variant, texts=("", "", "")))
    presenter.ask_start()
    stage.shot("campaign-unsaid")
    presenter.choose_segment("")
    presenter.change_part((), block_of(read_segment("visits >= 1 and last_visit <= 400")))
    place = ("zh_CN", "zh_TW", "en").index(language)
    presenter.write(place, of(WORDING, language))
    presenter.replan()
    stage.shot("campaign-editor")
    event = {"kind": OfferKind.EVENT, "event": names[1], "event_on": "2026-12-05"}
    presenter.change_variant(replace(presenter.variant, **event, event_at="19:30", place="A 2"))
    presenter.replan()
    presenter.type(name="")  # not to be started yet, whatever is typed into it
    page.editor._area.ensureWidgetVisible(page.editor.wording.preview)
    stage.shot("campaign-offer")
    presenter.type(name=names[0])
    presenter.replan()
    presenter.add_variant()
    presenter.replan()
    presenter.ask_start()
    stage.sheet("campaign-start")
    plan = presenter.plan
    if plan is not None and plan.left_out:
        page.editor.plan.left_out_asked.emit(plan.left_out[0])
        stage.sheet("campaign-left-out")
    page._leave_editor()
    followed(stage, page)


def followed(stage: Any, page: Any) -> None:
    """Two that run: one that has just begun, one with calls, arrivals and sales."""
    from app.services.campaign_types import Outcome

    shop, names = stage.shop, of(NAMES, stage.window.language)
    shop.campaigns.start(draft(stage, names[1], holdout_bp=0))
    campaign = shop.campaigns.start(draft(stage, names[0]))
    page.presenter.refresh(campaign.campaign_id)
    stage.shot("campaign-begun")
    page._call()
    stage.shot("campaign-call")
    calls = page.call_sheet.presenter
    for outcome in (Outcome.WILL_COME, Outcome.NO, Outcome.REACHED, Outcome.WRONG_NUMBER):
        calls.take(outcome)
    calls.take(Outcome.DO_NOT_CALL)
    stage.sheet("campaign-call-again")
    door(stage, page, campaign)
    bought(stage, campaign)
    page.presenter.refresh(campaign.campaign_id)
    stage.shot("campaign-result")
    page.presenter.ask_stop()
    stage.sheet("campaign-stop")
    gave = draft(stage, f"{names[0]} 2", variants=(gift(stage),), audience="visits >= 2")
    gave = shop.campaigns.start(gave)
    page.presenter.refresh(gave.campaign_id)
    page.presenter.ask_stop()
    page.stop_sheet.take_back.setChecked(True)
    stage.sheet("campaign-stop-points")
    page._stop(False, False)
    stage.shot("campaign-stopped")
    page.presenter.ask_stop()
    stage.sheet("campaign-take-back")


def door(stage: Any, page: Any, campaign: Any) -> None:
    """Waiting, welcome, here already, not invited, a day too early, a day too late."""
    from app.ui.insight.campaigns.presenting.door import Answer, DoorState

    calls = stage.shop.campaigns.call_list(campaign.campaign_id)
    invited = {call.number for call in calls}
    page._door()
    stage.shot("campaign-door")
    sheet = page.door_sheet
    sheet.scanned(calls[0].number)
    stage.shot("campaign-door-welcome")
    sheet.scanned(calls[0].number)
    stage.shot("campaign-door-already")
    others = stage.shop.desk.database.rows("SELECT number FROM member ORDER BY seq")
    sheet.scanned(next(number for (number,) in others if number not in invited))
    stage.shot("campaign-door-not")
    day = stage.shop.desk.today() + timedelta(days=9)
    early = EventAhead(LONG, day)
    sheet.show_door(DoorState(Answer.NOT_TODAY, arrived=1, error=early))
    stage.shot("campaign-door-early")
    late = DoorState(Answer.WELCOME, calls[0].name, calls[0].number, arrived=2, was_on=day)
    sheet.show_door(late)
    stage.sheet("campaign-door-late")


def bought(stage: Any, campaign: Any) -> None:
    """Some of those asked, and fewer of the others, buy today."""
    from app.services.ids import uuid7
    from app.services.rules.cart import Cart, CartLine, MemberFacts
    from app.services.rules.tenders import Tender, TenderKind

    shop = stage.shop
    item = shop.products.on_sale()[0].item
    for call in shop.campaigns.call_list(campaign.campaign_id)[:24]:
        cart = Cart((CartLine(uuid7(), item, 1000),), member=MemberFacts(call.member_id))
        due = shop.checkout.quote(cart).total_minor
        shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.WECHAT, due),))


CAMPAIGNS = (segments, campaigns)
