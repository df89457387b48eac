"""What leaves the shop: lists, paper and pictures, only of who may be asked, and remembered."""

import csv
from dataclasses import replace
from zipfile import ZipFile

import pytest

from app.errors import (
    Cancelled,
    FieldInvalid,
    FileUnreadable,
    NeedsApproval,
    QuietHours,
    RecordRefused,
)
from app.services.campaign_types import Channel, Outcome, Variant
from app.services.documents.call_list import call_report
from app.services.documents.drawing import Line, Text
from app.services.documents.table_report import report_pages
from app.services.ids import uuid7
from app.services.rules.powers import Role
from tests.scheme_builder import sound
from tests.services.campaign_shop import TEN_OFF, TEXT, crowd, draft, enrol, with_coupon


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def contacts(shop):
    return shop.desk.database.value("SELECT count(*) FROM contact")


def audited(shop, action):
    return shop.desk.database.value("SELECT count(*) FROM audit_entry WHERE action = ?", (action,))


@pytest.fixture
def by_mail(shop):
    with_coupon(shop)
    for place in range(5):
        enrol(shop, f"=会员{place}", email=f"m{place}@example.cn")
    return shop.campaigns.start(
        draft(
            shop, channels=(Channel.EMAIL,), variants=(Variant("A", TEXT, TEN_OFF),), holdout_bp=0
        )
    )


def test_a_list_holds_who_may_be_asked_and_they_count_as_asked_once(shop, by_mail, tmp_path):
    key, path = by_mail.campaign_id, tmp_path / "mail.csv"
    gone = next(shop.segments.members("name contains 0"))
    shop.members.archive(shop.members.resolve(gone.number).member_id)
    assert shop.campaigns.export_channel(key, Channel.EMAIL, path, "en") == 4
    assert shop.campaigns.export_channel(key, Channel.EMAIL, path, "en") == 4
    rows = rows_of(path)
    assert list(rows[0]) == ["number", "name", "email", "variant", "text", "coupon"]
    assert all(row["text"].endswith(", " + row["coupon"]) for row in rows)
    assert all(row["name"].startswith("'=") for row in rows)
    assert contacts(shop) == 4
    assert audited(shop, "export.campaign") == 2
    assert shop.campaigns.result(key).funnel.invited == 4


def test_nothing_is_exported_in_quiet_hours_or_without_the_power(shop, by_mail, clock, tmp_path):
    key, path = by_mail.campaign_id, tmp_path / "mail.csv"
    clock.forward(hours=13)
    with pytest.raises(QuietHours):
        shop.campaigns.export_channel(key, Channel.EMAIL, path)
    clock.forward(hours=11)
    with pytest.raises(FileUnreadable):
        shop.campaigns.export_channel(key, Channel.EMAIL, tmp_path / "mail.txt")
    with pytest.raises(FileUnreadable):
        shop.campaigns.export_channel(key, Channel.EMAIL, tmp_path / "no" / "mail.csv")
    clerk = replace(shop.desk.staff, role=Role.CLERK.value)
    owner, shop.desk.staff = shop.desk.staff, clerk
    for act in (
        lambda: shop.campaigns.export_channel(key, Channel.EMAIL, path),
        lambda: shop.campaigns.export_left_out(key, path),
        lambda: shop.campaigns.save_call_list(key, tmp_path / "calls.pdf"),
        lambda: shop.campaigns.save_pictures(key, tmp_path / "pictures"),
        lambda: shop.campaigns.call_list(key),
        lambda: shop.campaigns.start(draft(shop, name="Clerk", holdout_bp=0)),
        lambda: shop.campaigns.stop(key),
    ):
        with pytest.raises(NeedsApproval):
            act()
    shop.desk.staff = owner
    assert not list(tmp_path.glob("*.csv"))
    assert contacts(shop) == 0


def test_the_call_list_on_paper_leaves_out_who_may_not_be_called_and_ticks_what_was_said(
    shop, tmp_path
):
    people = crowd(with_coupon(shop), 6)
    campaign = shop.campaigns.start(
        draft(shop, variants=(Variant("A", TEXT, TEN_OFF),), holdout_bp=0)
    )
    key = campaign.campaign_id
    shop.campaigns.outcome(key, people[0], Outcome.DO_NOT_CALL)
    shop.campaigns.outcome(key, people[1], Outcome.WILL_COME)
    path = tmp_path / "calls.pdf"
    assert shop.campaigns.save_call_list(key, path, "en") == 5
    assert path.read_bytes().startswith(b"%PDF")
    for language in ("en", "zh_CN", "zh_TW"):
        report = call_report(campaign, shop.campaigns.call_list(key), ["say"], language)
        assert len(report.columns) == len(report.cells[0]) == 9
        assert report.cells[1][4:] == ("□", "■", "□", "□", "□")


def test_the_call_list_on_paper_has_the_last_note_and_a_line_for_the_next(shop, tmp_path):
    people = crowd(shop, 60)
    campaign = shop.campaigns.start(draft(shop, holdout_bp=0))
    note = "asked for the large cake without nuts, " * 5
    shop.campaigns.note(campaign.campaign_id, people[0], "old")
    shop.campaigns.note(campaign.campaign_id, people[0], note[:200].strip())
    calls = shop.campaigns.call_list(campaign.campaign_id)
    report = call_report(campaign, calls, ["say"], "en")
    pages = report_pages(report, shop.desk.settings.facts)
    said = [[item for item in page.items if isinstance(item, Text)] for page in pages]
    texts = [item.text for page in said for item in page]
    assert texts.count("Note") == len(calls) == 60
    assert sum(text.startswith("Last noted: asked for") for text in texts) == 1
    assert "old" not in " ".join(texts)
    for page in pages:
        # Each line to write on stands below its own row, on the same page.
        rows = [item.y for item in page.items if isinstance(item, Text) and item.text == "□"]
        lines = [item.y1 for item in page.items if isinstance(item, Line) and item.dash]
        assert len(rows) == 5 * len(lines)
        assert all(above < line for above, line in zip(sorted(rows)[::5], lines, strict=True))
        assert max(lines) < 280


def test_a_line_of_what_was_said_is_kept_with_the_call(shop, clock, tmp_path):
    """The newest counts, none is lost; it stands on the list, in the file, on the member's page."""
    people = crowd(shop, 3)
    key = shop.campaigns.start(draft(shop, holdout_bp=0)).campaign_id
    said = shop.campaigns.note(key, people[0], "  asks after decaf ")
    assert (said.note, said.outcome) == ("asks after decaf", None)
    clock.forward(minutes=5)
    said = shop.campaigns.outcome(key, people[0], Outcome.WILL_COME, note="comes on Friday")
    assert (said.note, said.outcome) == ("comes on Friday", Outcome.WILL_COME)
    shop.campaigns.note(key, people[0], "comes on Friday")  # again: nothing more is kept
    shop.campaigns.outcome(key, people[1], Outcome.NO)
    assert [call.note for call in shop.campaigns.call_list(key)] == ["comes on Friday", "", ""]
    shop.campaigns.export_channel(key, Channel.CALL, tmp_path / "calls.csv")
    rows = rows_of(tmp_path / "calls.csv")
    told = [(row["outcome"], row["note"]) for row in rows]
    assert told == [("will_come", "comes on Friday"), ("no", ""), ("", "")]
    past = [(entry.kind, entry.text) for entry in shop.members.history(people[0])]
    assert past == [("call", "Autumn: comes on Friday"), ("call", "Autumn: asks after decaf")]
    keep = enrol(shop, "kept")
    shop.merges.merge(uuid7(), keep, people[0])
    assert len(shop.members.history(keep)) == 2
    assert shop.campaigns.note(key, keep, "").note == ""  # by who they are now: struck out
    with pytest.raises(FieldInvalid):
        shop.campaigns.note(key, people[1], "x" * 201)
    change = "UPDATE campaign_note SET note = 'other'"
    with pytest.raises(RecordRefused):
        shop.desk.transaction(lambda: shop.desk.database.execute(change))
    assert sound(shop)


def test_pictures_are_coupons_or_cards_each_named_by_number(shop, tmp_path):
    people = crowd(shop, 3)
    cards = shop.campaigns.start(draft(shop, channels=(Channel.PICTURE,), holdout_bp=0))
    numbers = {shop.members.get(each).number for each in people}
    with pytest.raises(Cancelled):
        shop.campaigns.save_pictures(
            cards.campaign_id, tmp_path / "stopped.zip", cancelled=lambda: True
        )
    assert not (tmp_path / "stopped.zip").exists()
    assert contacts(shop) == 0
    done = []
    target = tmp_path / "cards.zip"
    assert (
        shop.campaigns.save_pictures(
            cards.campaign_id, target, progress=lambda *step: done.append(step)
        )
        == 3
    )
    assert done[-1] == (3, 3)
    with ZipFile(target) as archive:
        assert set(archive.namelist()) == {f"{each}.png" for each in numbers} | {"list.csv"}
        assert archive.read(archive.namelist()[0]).startswith(b"\x89PNG")
    shop.campaigns.stop(cards.campaign_id)
    with_coupon(shop)
    coupons = shop.campaigns.start(
        draft(
            shop, name="Coupons", channels=(Channel.PICTURE,), holdout_bp=0,
            variants=(Variant("A", TEXT, TEN_OFF),),
        )
    )  # fmt: skip
    folder = tmp_path / "coupons"
    assert shop.campaigns.save_pictures(coupons.campaign_id, folder) == 3
    assert {row["number"] for row in rows_of(folder / "list.csv")} == numbers


def test_no_member_number_names_a_file_elsewhere_or_takes_anothers_place(shop, tmp_path):
    for number in ("../../out", "a/b", "a\\b", "..", "CON", "x:y", "=1+1", "B7", "b7", "ÄÖ会员-1"):
        enrol(shop, "Ana", number=number)
    campaign = shop.campaigns.start(draft(shop, channels=(Channel.PICTURE,), holdout_bp=0))
    folder = tmp_path / "one" / "two"
    folder.parent.mkdir()
    assert shop.campaigns.save_pictures(campaign.campaign_id, folder) == 10
    assert {path.name for path in tmp_path.rglob("*.png")} == {
        path.name for path in folder.iterdir() if path.name != "list.csv"
    }
    assert len({path.name.casefold() for path in folder.glob("*.png")}) == 10
    assert (folder / "ÄÖ会员-1.png").is_file()
    rows = rows_of(folder / "list.csv")
    assert all((folder / row["file"]).is_file() for row in rows)
    assert "'=1+1" in {row["number"] for row in rows}


def test_who_was_left_out_is_listed_with_the_reason(shop, tmp_path):
    crowd(shop, 2)
    enrol(shop, "无同意", marketing_consent=False)
    campaign = shop.campaigns.start(draft(shop, holdout_bp=0))
    path = tmp_path / "left.csv"
    assert shop.campaigns.export_left_out(campaign.campaign_id, path) == 1
    assert [(row["name"], row["reason"]) for row in rows_of(path)] == [("无同意", "no_consent")]
