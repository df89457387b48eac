"""Scenes of hints at the till, and of members looked over: duplicates, missing fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.services.hint_types import Hint, Said
from app.services.rules.insight.hints import HintKind, Outcome
from app.services.rules.scheme.words import words

if TYPE_CHECKING:
    from tests.scenes import Stage

LONG = "A very long product name that no strip of any till has ever had the room for, iced"


def hints(stage: Stage) -> None:
    """Below the member: as reckoned, answered, and with long names."""
    screen = stage.screen("cashier")
    presenter = screen._presenter
    presenter.clear()
    presenter.detach()
    stage.shop.hints.refresh_shop()
    stage.shop.hints.refresh(stage.member_id)
    presenter.attach(stage.member_id)
    for tile in stage.shop.products.tiles()[:2]:
        presenter.add_item(tile.item)
    stage.window._toast.dismiss()
    stage.shot("hints")
    tile = stage.shop.products.tiles()[5]
    both = (
        Said(Hint(HintKind.LAPSING, "p", what="points", amount=1_200, on=stage.shop.desk.today())),
        Said(Hint(HintKind.DUE_AGAIN, "t", words(tile.item.name), amount=7), Outcome.BOUGHT),
    )
    screen._hints.show_hints(both)
    stage.shot("hints-answered")
    screen._hints.show_hints(
        (
            Said(Hint(HintKind.TOGETHER, "l", words(LONG), beside=tile.item.name)),
            Said(Hint(HintKind.DUE_AGAIN, "t", words(tile.item.name), amount=7), Outcome.REFUSED),
        )
    )
    stage.shot("hints-long")
    screen._hints.show_hints(tuple(Said(one.hint) for one in both))
    stage.shot("hints-two")
    presenter.clear()
    presenter.detach()
    stage.close_sheets()


def cleaning(stage: Stage) -> None:
    """Members looked over: nobody twice, pairs side by side, what is missing and old."""
    from app.services.member_types import MemberDraft

    screen = stage.screen("members")
    screen.list.clean.click()
    stage.sheet("duplicates-none")
    twice = (
        ("林晓雯", "13911112233", "1990-03-08"),
        ("林小雯", "139 1111 2233（旧号）", "1990-03-08"),
        ("Xiaowen Lin", "0755-86112233", "1990-03-08"),
        (f"Anna-Maria {LONG}", "13655550101", "--11-30"),
        (f"Anna Maria {LONG}", "13655550102", "--11-30"),
    )
    added = [
        stage.shop.members.add(MemberDraft(name=name, phone=phone, birthday=day)).member
        for name, phone, day in twice
    ]
    screen.list.clean.click()
    sheet = stage.window.open_sheet()
    stage.shot("duplicates")
    sheet.pairs.choose(len(sheet._pairs) - 1)
    stage.shot("duplicates-long")
    sheet.which.choose(1)
    stage.shot("missing")
    stage.close_sheets()
    for member in added:
        stage.shop.members.archive(member.member_id)


def hint_rates(stage: Stage) -> None:
    """The page of hints: before anything was said, and after some visits."""
    from app.services.ids import uuid7
    from app.ui.shell import InsightTab

    stage.close_sheets()
    stage.window.go("insight", InsightTab("hints"))
    stage.shot("hint-rates-empty")
    shop = stage.shop
    shop.hints.refresh_shop()
    rows = shop.desk.database.rows(
        "SELECT sale.id, member_id, product_id FROM sale JOIN sale_line ON sale_id = sale.id"
        " WHERE member_id IS NOT NULL AND position = 1 AND product_id IS NOT NULL"
        " ORDER BY sold_at DESC LIMIT 90"
    )
    products = [row[2] for row in rows]
    for at, (sale, member, product) in enumerate(rows):
        named = product if at % 2 else products[at - 1]
        said = Said(
            Hint(HintKind.DUE_AGAIN, named.hex(), words("x"), UUID(bytes=named)),
            Outcome.REFUSED if at % 7 == 0 else Outcome.TAKEN if at % 5 == 0 else Outcome.NONE,
        )
        other = Said(Hint(HintKind.BIRTHDAY, "self"), Outcome.TAKEN if at % 3 else Outcome.NONE)
        visit = UUID(bytes=sale)
        shop.hints.record(uuid7(), UUID(bytes=member), [said, other], visit)
    stage.window.tell_changed("sales", None)
    stage.shot("hint-rates")


PEOPLE: tuple[Any, ...] = (hints, cleaning, hint_rates)
