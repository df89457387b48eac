"""Where a member stands, on their page: said once it is known, and of nobody else."""

from __future__ import annotations

from typing import Any

from app.services.chances import Chance
from app.ui.group_words import chance_name, chance_of_one
from tests.shop_builder import add_member, sell
from tests.ui.members_room import members_screen


def test_the_page_says_where_a_member_stands_and_so_do_the_details(main_window, shop, clock):
    member = add_member(shop, "陈思", "000001")
    for _ in range(4):
        sell(shop, 1_500, member)
        clock.forward(days=9)
    shop.segments.save("nine days", "visits >= 4")
    main_window.resize(1366, 768)
    screen = members_screen(main_window, shop)
    screen.asked(member)
    card = screen.page.side.place
    told = dict(card.lines())
    assert told["Rhythm"] == "Usually comes every 9 days; last here 9 days ago."
    assert "Forecast" not in told
    assert not card.isHidden()
    assert ("Segments", "nine days") in screen.page.details._place


def test_the_chance_of_one_member_is_said_of_one(main_window):
    assert [chance_of_one(each) for each in Chance] == [
        "Surely still comes", "Probably still comes", "Doubtful", "Probably gone",
        "Bought on one day only",
    ]  # fmt: skip
    assert chance_name(Chance.SURE) == "Surely still come"


def test_who_never_bought_has_no_such_card(main_window, shop):
    bought = add_member(shop, "a", "000001")
    sell(shop, 1_000, bought)
    never = add_member(shop, "b", "000002")
    screen = members_screen(main_window, shop)
    screen.asked(bought)
    card = screen.page.side.place
    assert card.lines()[0][1] == "Came once; last here today."
    screen.asked(never)
    assert card.lines() == []
    assert card.isHidden()
    assert screen.page.details._place == []


def test_an_answer_about_another_member_is_dropped(main_window, shop):
    first, second = (add_member(shop, name, f"00000{at}") for at, name in enumerate("ab"))
    sell(shop, 1_000, first)
    sell(shop, 3_000, second)
    screen = members_screen(main_window, shop)
    screen.asked(second)
    card = screen.page.side.place
    held: list[Any] = []

    class Held:
        def run_long(self, work, then=None, otherwise=None, on_progress=None):
            held.append((work, then))

    card._presenter._tasks = Held()  # type: ignore[assignment]
    screen.asked(first)
    screen.asked(second)
    (early, tell), (late, tell_late) = held[0], held[-1]
    tell_late(late(None, None))
    tell(early(None, None))
    assert card._place is not None
    assert card._place.measures.spent_minor == 3_000
