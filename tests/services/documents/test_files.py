"""A document is saved whole, or not at all, and says so."""

from __future__ import annotations

import pytest
from PIL import Image

from app.errors import Cancelled, FileUnreadable
from app.services.documents.files import save_cards, save_receipt
from tests.services.documents.reading import codes_in, text_of
from tests.services.documents.samples import ENGLISH_SHOP, SHOP, card, long_receipt, receipt


@pytest.mark.parametrize("width", ["58", "80", "a4"])
def test_a_receipt_is_saved_as_pdf_and_as_picture(tmp_path, width):
    sold = long_receipt(40)
    save_receipt(tmp_path / "a.pdf", sold, SHOP, width, duplicate=True)
    assert "重印" in text_of((tmp_path / "a.pdf").read_bytes())
    save_receipt(tmp_path / "a.png", sold, SHOP, width)
    with Image.open(tmp_path / "a.png") as picture:
        assert codes_in(picture) == {"QR Code": {sold.code}}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "a.png"]


def test_cards_are_saved_with_their_progress(tmp_path):
    seen: list[tuple[int, int]] = []
    cards = [card(serial) for serial in range(13)]

    def progress(done: int, total: int) -> None:
        seen.append((done, total))

    made = save_cards(
        tmp_path / "c.pdf", iter(cards), 13, ENGLISH_SHOP, layout="a4", progress=progress
    )
    assert made == (tmp_path / "c.pdf",)
    assert seen == [(0, 13), (10, 13), (10, 13), (13, 13)]
    assert "Member since" in text_of(made[0].read_bytes())


def test_card_pictures_are_one_file_each(tmp_path):
    (one,) = save_cards(tmp_path / "c.png", [card(1)], 1, SHOP)
    assert one.name == "c.png"
    cards = [card(1), card(2)]
    made = save_cards(tmp_path / "c.PNG", cards, 2, SHOP)
    assert [path.name for path in made] == ["c-1.PNG", "c-2.PNG"]
    for path, facts in zip(made, cards, strict=True):
        with Image.open(path) as picture:
            assert codes_in(picture) == {"QR Code": {facts.code}, "Code 128": {facts.code}}


def test_a_cancelled_print_run_leaves_the_old_file_alone(tmp_path):
    target = tmp_path / "cards.pdf"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        save_cards(target, [card(n) for n in range(9)], 9, SHOP, stop_asked=lambda: True)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "reason"), [("a.docx", "output_type"), ("none/a.pdf", "not_writable")]
)
def test_a_file_that_cannot_be_written_is_refused_with_a_reason(tmp_path, name, reason):
    with pytest.raises(FileUnreadable) as caught:
        save_receipt(tmp_path / name, receipt(), SHOP)
    assert caught.value.reason == reason
    with pytest.raises(FileUnreadable) as caught:
        save_cards(tmp_path / name, [card()], 1, SHOP)
    assert caught.value.reason == reason
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_refused(tmp_path):
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(FileUnreadable):
        save_receipt(tmp_path / "a.pdf", receipt(), SHOP)
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
