"""A call list on paper: whom to call, what to say, five boxes to tick for each, what was noted
last, and a line for what is said now."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.campaign_types import Call, Campaign, Outcome
from app.services.documents.table_report import Report, ReportColumn

_WORDS = {
    "en": (
        "Call list: {name}", "{calls} to call, until {until}", "No.", "Name", "Phone", "Wording",
        "Coupon", ("reached", "will come", "no", "wrong no.", "don't call"),
        ("Say: {text}", "Say ({variant}): {text}"),
        "“Don't call” takes the consent back: key it in the same day.",
        "Last noted: {note}", "Note",
    ),
    "zh_CN": (
        "电话名单：{name}", "共 {calls} 位，截至 {until}", "会员号", "姓名", "电话", "文案",
        "优惠券", ("已联系", "会来", "不来", "号码错误", "勿再联系"),
        ("文案：{text}", "文案（{variant}）：{text}"),
        "“勿再联系”会撤回营销同意，请当天录入。", "上次备注：{note}", "备注",
    ),
    "zh_TW": (
        "電話名單：{name}", "共 {calls} 位，截至 {until}", "會員編號", "姓名", "電話", "文案",
        "優惠券", ("已聯絡", "會來", "不來", "號碼錯誤", "勿再聯絡"),
        ("文案：{text}", "文案（{variant}）：{text}"),
        "「勿再聯絡」會撤回行銷同意，請當天輸入。", "上次備註：{note}", "備註",
    ),
}  # fmt: skip
_OPEN, _TICKED = "□", "■"


def call_report(
    campaign: Campaign, calls: Sequence[Call], texts: Sequence[str], language: str
) -> Report:
    """The list as a report in a language; `texts` is what to say, variant by variant."""
    title, told, *columns, outcomes, say, note, noted, write = _WORDS.get(language, _WORDS["en"])
    several = len(campaign.draft.variants) > 1
    with_coupons = any(call.coupon for call in calls)
    shown = [True, True, True, several, with_coupons]
    shares = [1.4, 2.5, 2.0, 1.2, 2.8]
    kept = [
        ReportColumn(str(heading), share)
        for heading, share, wanted in zip(columns, shares, shown, strict=True)
        if wanted
    ]
    wordings = [
        say[several].format(variant=variant.name, text=" ".join(text.split()))
        for variant, text in zip(campaign.draft.variants, texts, strict=True)
    ]
    counted = str(told).format(calls=len(calls), until=campaign.ends_on.isoformat())
    return Report(
        title=str(title).format(name=campaign.name),
        subtitle="\n".join([counted, *wordings, str(note)]),
        columns=(*kept, *(ReportColumn(each, 1.1) for each in outcomes)),
        cells=tuple(_row(call, shown) for call in calls),
        written=tuple(str(noted).format(note=call.note) if call.note else "" for call in calls),
        write=str(write),
    )


def _row(call: Call, shown: Sequence[bool]) -> tuple[str, ...]:
    code = " ".join(call.coupon[start : start + 4] for start in range(0, len(call.coupon), 4))
    told = (call.number, call.name, call.phone, call.variant, code)
    boxes = (_TICKED if call.outcome is each else _OPEN for each in Outcome)
    return (*(text for text, wanted in zip(told, shown, strict=True) if wanted), *boxes)
