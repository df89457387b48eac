"""Cards printed and saved, and the list exported, from the members' section."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.errors import Cancelled
from app.services.cards import CardKind
from app.services.member_types import MemberDraft, MemberFilter
from app.ui import printing
from app.ui.accessible import unnamed
from app.ui.main_window import MainWindow
from app.ui.members.presenting.cards import PRINTED_AT_ONCE, CardChoice, CardWork, Whose
from app.ui.members.view import MembersScreen
from tests.ui.conftest import press, strike, type_slowly
from tests.ui.members_room import members_screen, shown_names

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def people(shop):
    return [shop.members.add(MemberDraft(name=f"Member {at}")) for at in range(12)]


@pytest.fixture
def screen(main_window: MainWindow, shop, people) -> MembersScreen:
    return members_screen(main_window, shop)


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Answers the file dialog; nothing is opened in another program."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.path()))

    def choose(name: str, kind: str = "") -> Path:
        path: Path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))
        return path

    return choose


@pytest.fixture
def printed(monkeypatch, main_window):
    """A printer for cards that takes everything; the pages of each job."""
    jobs: list[int] = []
    monkeypatch.setattr(
        printing, "spool", lambda name, pages, title: jobs.append(len(pages)), raising=True
    )
    main_window.save_config(replace(main_window.config, card_printer="Evolis"))
    return jobs


def codes_of(path: Path) -> list[str]:
    """Every QR code in a picture or in all pages of a PDF."""
    if path.suffix == ".png":
        pictures = [Image.open(path)]
    else:
        pictures = [page.render(scale=3).to_pil() for page in pypdfium2.PdfDocument(path)]
    return [
        found.text
        for picture in pictures
        for found in zxingcpp.read_barcodes(picture)
        if "QR" in found.format.name
    ]


def test_the_card_of_a_member_is_saved_as_a_picture(main_window, screen, people, answer):
    path = answer("card.png")
    main_window.go("members", people[3].member.member_id)
    screen.page.header.save.click()
    assert codes_of(path) == [people[3].card.code]
    assert "card.png" in main_window.toast_text()


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(screen, main_window, people, answer):
    path = answer("card", "PDF (*.pdf)")
    main_window.go("members", people[0].member.member_id)
    screen.page.header.save.click()
    assert codes_of(path.with_name("card.pdf")) == [people[0].card.code]


def test_a_relatives_card_is_the_one_that_is_saved(main_window, screen, shop, people, answer):
    path = answer("card.png")
    main_window.go("members", people[0].member.member_id)
    screen.page.tabs.setCurrentIndex(4)
    screen.page.cards.add.click()
    type_slowly(main_window, "Mia")
    press(main_window, Qt.Key.Key_Return)
    marked = screen.page.cards.current()
    assert marked.holder == "Mia"
    screen.page.cards.save.click()
    assert codes_of(path) == [marked.code]


def test_adding_a_card_can_be_undone(main_window, screen, shop, people):
    member_id = people[0].member.member_id
    main_window.go("members", member_id)
    screen.page.cards.add.click()
    press(main_window, Qt.Key.Key_Return)
    assert len(shop.cards.of_member(member_id)) == 2
    strike(main_window, "z", CTRL)
    assert [card.state.value for card in shop.cards.of_member(member_id)] == ["closed", "active"]


def test_a_holders_name_that_is_too_long_is_said_in_the_sheet(main_window, screen, people):
    main_window.go("members", people[0].member.member_id)
    screen.page.cards.add.click()
    sheet = screen.sheets().add_card_sheet
    sheet.holder.setText("x" * 200)
    sheet.submit()
    assert not sheet.isHidden()
    assert "name on the card" in sheet.holder.accessibleDescription()


def test_chosen_members_are_saved_ten_on_a_sheet(main_window, screen, shop, people, answer):
    path = answer("cards.pdf")
    press(screen, Qt.Key.Key_Down)
    for _ in range(2):
        press(screen, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = {row.member_id for row in shop.members.page(MemberFilter(), 0, 3)}
    screen.list.cards.click()
    screen.sheets().cards_sheet.layout_choice.choose(1)
    press(main_window, Qt.Key.Key_Return)
    codes = {each.card.code for each in people if each.member.member_id in chosen}
    assert set(codes_of(path)) == codes
    assert len(pypdfium2.PdfDocument(path)) == 2


def test_all_in_the_list_are_printed_and_who_had_no_card_gets_one(
    main_window, screen, shop, people, printed
):
    shop.members.add(MemberDraft(name="No card yet"), with_card=False)
    screen.changed()
    screen.list.cards.click()
    assert unnamed(screen.sheets().cards_sheet) == []
    screen.sheets().cards_sheet.print.click()
    assert printed == [26]
    assert "13 cards" in main_window.toast_text()


def test_one_card_is_printed_from_the_page(main_window, screen, people, printed):
    main_window.go("members", people[0].member.member_id)
    screen.page.header.print.click()
    assert printed == [2]


def test_a_printer_that_is_gone_says_so_and_offers_another(main_window, screen, people):
    main_window.save_config(replace(main_window.config, card_printer="Gone"))
    main_window.go("members", people[0].member.member_id)
    screen.page.header.print.click()
    assert "Gone" in main_window.banner_text()


def test_many_cards_go_to_the_printer_in_several_jobs_and_can_be_stopped(shop):
    for at in range(PRINTED_AT_ONCE + 5):
        shop.members.add(MemberDraft(name=f"Member {at}"), with_card=False)
    jobs: list[int] = []
    work = CardWork(shop).prints(CardChoice(Whose()), lambda pages: jobs.append(len(pages)))
    assert work(lambda done, total: None, lambda: False) == PRINTED_AT_ONCE + 5
    assert jobs == [2 * PRINTED_AT_ONCE, 10]
    with pytest.raises(Cancelled):
        work(lambda done, total: None, lambda: bool(jobs[2:]))


def test_places_chosen_in_the_list_are_the_members_at_those_places(shop, people):
    work = CardWork(shop)
    wanted = MemberFilter(sort="number")
    numbers = [
        shop.members.get(each).number
        for each in work.members(Whose(wanted, spans=((1, 2), (11, 40))))
    ]
    assert numbers == ["000002", "000003", "000012"]


def test_every_member_is_exported(main_window, screen, people, answer):
    path = answer("members.csv")
    screen.list.put_out.click()
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert {row["name"] for row in rows} == {f"Member {at}" for at in range(12)}
    assert "12" in main_window.toast_text()


def test_a_file_that_cannot_be_written_is_told(main_window, screen, people, answer):
    answer("missing/folder/members.csv")
    screen.list.put_out.click()
    assert main_window.banner_text()


def test_a_card_of_the_family_can_be_of_any_kind(shop, people):
    card = shop.cards.issue(people[0].member.member_id, CardKind.PRINTED, "Mia")
    facts, total = CardWork(shop)._facts(Whose(card_id=card.card_id))
    assert ([each.name for each in facts], total) == (["Mia"], 1)


def test_imported_members_are_in_the_list_that_is_in_front(
    main_window, screen, tmp_path, monkeypatch
):
    path = tmp_path / "members.csv"
    path.write_text("name,phone\nZoe,13900001111\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    screen.list.take_in.click()
    for _ in range(3):
        press(main_window, Qt.Key.Key_Return)
    assert "Zoe" in shown_names(screen)
