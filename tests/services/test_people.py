"""Who is behind a figure: the same members as the figure counts, listed and written."""

import csv

import pytest

from app.errors import Cancelled, FileUnreadable
from app.services.ids import uuid7
from app.services.insight_cells import in_group, rfm_grid
from app.services.rules.money import plain_money
from tests.shop_builder import add_member, sell


@pytest.fixture
def buyers(shop, clock):
    """Six members who bought at different times, and one who never did."""
    for at in range(6):
        member = add_member(shop, f"m{at}", f"{at:06d}")
        for _ in range(at + 1):
            sell(shop, 1_000 * (at + 1), member)
            clock.forward(days=1)
    add_member(shop, "never", "000099")
    return shop


def test_the_cells_of_the_grid_hold_everyone_once_and_agree_with_the_groups(buyers):
    found = rfm_grid(buyers.insights.rfm())
    cells = [found.in_cell(r, f) for r in range(1, 6) for f in range(1, 6)]
    assert sorted(seq for cell in cells for seq in cell) == sorted(found.rfm.grouped.members.seqs)
    assert [len(cell) for cell in cells] == [each.members for each in found.sums]
    for each in found.rfm.grouped.sums():
        assert len(in_group(found.rfm.grouped, each.name)) == each.members


def test_people_are_told_as_they_bought_the_most_spent_first(buyers):
    found = buyers.insights.rfm().grouped
    everyone = [seq for name in found.names for seq in in_group(found, name)]
    people = buyers.people.rows(everyone)
    assert {p.number: (p.visits, p.spent_minor) for p in people} == {
        f"{at:06d}": (at + 1, 1_000 * (at + 1) ** 2) for at in range(6)
    }
    champions = buyers.people.rows(in_group(found, "champions"))
    assert [p.spent_minor for p in champions] == sorted(
        (p.spent_minor for p in champions), reverse=True
    )


def test_who_was_merged_is_told_with_the_days_of_both(shop, clock):
    keep, gone = add_member(shop, "陈思", "000001"), add_member(shop, "陈思", "000002")
    sell(shop, 5_000, keep)
    clock.forward(days=1)
    sell(shop, 1_000, gone)
    shop.merges.merge(uuid7(), keep, gone)
    seqs = shop.insights.rfm().grouped.members.seqs
    (person,) = shop.people.rows(seqs)
    assert (person.number, person.visits, person.spent_minor) == ("000001", 2, 6_000)
    assert person.last_visit == shop.desk.today()


def test_the_list_is_written_whole_or_not_at_all(buyers, tmp_path):
    seqs = buyers.insights.rfm().grouped.members.seqs
    path = tmp_path / "people.csv"

    def amount(minor):
        return plain_money(minor, buyers.desk.settings.money)

    assert buyers.people.write(path, seqs, amount) == 6
    with path.open(encoding="utf-8-sig", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert rows[5]["spent"] == "360.00"
    path.unlink()
    with pytest.raises(Cancelled):
        buyers.people.write(path, seqs, amount, cancelled=lambda: True)
    with pytest.raises(FileUnreadable):
        buyers.people.write(tmp_path / "people.txt", seqs, amount)
    assert list(tmp_path.glob("people*")) == []
