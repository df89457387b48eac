"""Loyalty on the command line: money and points moved once, told exactly, refused clearly."""

import json
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest

from app.config import TillConfig
from app.services.rules.scheme.conditions import Goods
from app.shop import open_shop
from tests.cli.conftest import Regulars
from tests.scheme_builder import EVERYTHING_IN_ONE, TEN_CLASSES, sound, use


@pytest.fixture
def ana(shop: Regulars) -> str:
    number = shop.json("member", "add", "--name", "Ana", "--phone", "13800138000")["number"]
    opened = open_shop(TillConfig(data_dir=shop.folder))
    use(opened, EVERYTHING_IN_ONE)
    opened.close()
    return str(number)


@pytest.fixture
def sell(shop: Regulars, tmp_path: Path):
    def selling(member, unit_price, *tenders, **cart):
        path = tmp_path / "cart.json"
        line = {"name": "box", "unit_price": unit_price}
        path.write_text(
            json.dumps({"member": member, "lines": [line], "tenders": tenders} | cart), "utf-8"
        )
        return shop("sale", str(path))

    return selling


def cash(amount):
    return {"kind": "cash", "amount": amount}


def is_sound(shop: Regulars) -> bool:
    opened = open_shop(TillConfig(data_dir=shop.folder))
    try:
        return sound(opened)
    finally:
        opened.close()


def test_a_top_up_is_charged_once_and_spent_in_a_sale(shop, ana, sell):
    op_id = str(uuid4())
    for _ in range(2):
        told = shop.json("topup", ana, "--amount", "500", "--id", op_id)
        assert (told["principal"], told["bonus"], told["balance"]) == ("500.00", "80.00", "580.00")
    receipt = sell(ana, "58.00", {"kind": "stored_value", "amount": "58.00"}).told
    assert receipt["points_earned"] == 50
    again = shop.json("topup", ana, "--amount", "0.50", "--tender", "wechat")
    assert again["balance"] == "522.50"
    shop("topup", ana, "--amount", "2000").refused("2,000.00 at most", "1,277.50")
    shop("topup", ana, "--amount", "0").refused("amount", "zero")
    shop("topup", ana, "--amount", "1e3").refused("1e3")
    shop("topup", "000999", "--amount", "5").refused("000999")
    assert is_sound(shop)


def test_a_coupon_is_issued_listed_used_once_and_told_why_not(shop, ana, sell):
    coupon = shop.json("coupon", "issue", "five", "--to", ana)
    assert (coupon["template"], coupon["member"], coupon["state"]) == ("five", ana, "issued")
    assert shop.json("coupon", "list", "--member", ana) == [coupon]
    receipt = sell(ana, "40.00", cash("35.00"), coupons=[coupon["code"]]).told
    assert (receipt["discount"], receipt["total"]) == ("5.00", "35.00")
    sell(ana, "40.00", cash("40.00"), coupons=[coupon["code"]]).refused("used before")
    sell(ana, "40.00", cash("40.00"), coupons=["8212"]).refused("No coupon", "8212")
    shop("coupon", "revoke", coupon["code"], "--reason", "too late").refused("used before")
    shop("coupon", "issue", "ten", "--to", ana).refused("five, handout, next")
    assert is_sound(shop)


def test_a_batch_is_printed_as_sheets(shop, ana, tmp_path):
    out = tmp_path / "leaflets.pdf"
    told = shop.json("coupon", "issue", "handout", "--count", "12", "--out", str(out))
    assert len(told["coupons"]) == 12
    assert out.read_bytes().startswith(b"%PDF")
    shop("coupon", "issue", "handout", "--count", "12", "--out", "x.docx").refused("x.docx")
    shop("coupon", "issue", "handout", "--count", "-1").refused("below zero")
    shop("coupon", "issue", "handout", "--count", "many").refused("many")
    assert len(shop.json("coupon", "list")) == 12
    code = told["coupons"][0]["code"]
    revoked = shop.json("coupon", "revoke", code, "--reason", "lost")
    assert revoked["state"] == "revoked"


def test_a_sheet_that_cannot_be_written_issues_nothing(shop, ana, tmp_path):
    nowhere = tmp_path / "missing" / "a.pdf"
    shop("coupon", "issue", "friend", "--count", "2", "--out", str(nowhere)).refused("a.pdf")
    assert shop.json("coupon", "list") == []


def test_points_are_adjusted_with_a_reason_and_buy_a_reward(shop, ana, sell):
    told = shop.json("points", "adjust", ana, "--points", "200", "--reason", "sorry")
    assert told == {"member": ana, "points": 200, "before": 0, "after": 200, "reason": "sorry"}
    assert shop.json("points", "adjust", ana, "--points", "-10", "--reason", "typo")["after"] == 190
    tea = {"name": "tea", "unit_price": "6.00"}
    receipt = sell(ana, "4.00", cash("4.00"), rewards=["tea"], lines=[
        tea, {"name": "box", "unit_price": "4.00"}]).told  # fmt: skip
    assert (receipt["points_burned"], receipt["total"]) == (150, "4.00")
    sell(ana, "6.00", cash("6.00"), rewards=["tea"], lines=[tea]).refused("150", "44")
    shop("points", "adjust", ana, "--points", "-45", "--reason", "x").refused("45", "44")
    shop("points", "adjust", ana, "--points", "0", "--reason", "x").refused("zero")
    shop("points", "adjust", ana, "--points", "1.5", "--reason", "x").refused("1.5")
    shop("points", "adjust", ana, "--points", "5", "--reason", " ").refused("reason")
    assert is_sound(shop)


def test_plans_passes_and_gift_cards_are_sold_at_the_till(shop, ana, sell):
    joined = shop.json("plan", "join", ana, "gold")
    assert (joined["paid"], joined["what"]) == ("60.00", "join")
    # The same day: all 365 days are still to come.
    assert shop.json("plan", "switch", ana, "executive")["paid"] == "60.00"
    assert shop.json("plan", "renew", ana)["paid"] == "120.00"
    assert shop.json("plan", "cancel", ana, "--reason", "moves")["paid"] == "-240.00"
    shop("plan", "renew", ana)
    assert shop.json("pass", "sell", ana, "ten")["uses_left"] == 10
    assert shop.json("pass", "use", ana, "ten")["uses_left"] == 9
    shop("pass", "use", ana, "five").refused("five")
    card = shop.json("gift", "sell", "--amount", "50")
    paid = {"kind": "gift_card", "amount": "30.00", "reference": card["code"]}
    assert sell("", "30.00", paid).told["total"] == "30.00"
    assert shop.json("gift", "show", card["code"])["left"] == "20.00"
    assert shop.json("gift", "refund", card["code"], "--reason", "unwanted")["left"] == "0.00"
    sell("", "30.00", paid).refused("used up")
    assert is_sound(shop)


def test_a_pass_pays_for_a_line_of_a_sale_and_is_counted_with_it(shop, ana, sell):
    opened = open_shop(TillConfig(data_dir=shop.folder))
    boxes = replace(TEN_CLASSES, goods=Goods(products=("box",)))
    use(opened, replace(EVERYTHING_IN_ONE, passes=(boxes,)))
    opened.close()
    sell(ana, "90.00", passes=["ten"]).refused("10 classes", "was never sold to this member")
    pass_id = shop.json("pass", "sell", ana, "ten")["id"]
    told = sell(ana, "90.00", passes=["ten"]).told
    assert (told["total"], told["points_earned"]) == ("0.00", 0)
    assert "Pass: 10 classes, 9 left" in json.dumps(told)
    two = {"passes": [pass_id, "ten"], "lines": [{"name": "box", "unit_price": "9", "quantity": 2}]}
    assert sell(ana, "", **two).told["total"] == "0.00"
    assert shop.json("pass", "use", ana, "ten")["uses_left"] == 6
    sell("", "90.00", passes=[pass_id]).refused("belongs to another member")
    sell(ana, "90.00", passes=["eleven"]).refused("no session pass", "ten")
    assert is_sound(shop)


def test_the_tier_reached_is_told_of_the_member_and_exported(shop, sell, tmp_path):
    shop.json("scheme", "use", "coffee")
    number = shop.json("member", "add", "--name", "Bo", "--phone", "13800138009")["number"]
    assert shop.json("member", "find", number)[0]["tier"] == "green"
    # 1,300.00 at a star for each 1.00: past silver's 300 and gold's 1,200 at once.
    sell(number, "1300", {"kind": "cash", "amount": "1300"})
    assert shop.json("member", "find", number)[0]["tier"] == "gold"
    out = tmp_path / "members.csv"
    shop("export", "members", str(out))
    (line,) = (row for row in out.read_text("utf-8-sig").splitlines() if ",Bo," in row)
    assert line.split(",")[3:5] == ["gold", "1300"]


def test_refusals_name_what_is_allowed_and_what_it_is_about(shop, ana, sell):
    shop("gift", "sell", "--amount", "5").refused("10.00", "1,000.00")
    shop("pass", "use", ana, "ten").refused("was never sold to this member")
    shop("pass", "use", ana, "eleven").refused("no session pass", "ten")
    sell(ana, "6.00", cash("6.00"), rewards=["tea"]).refused("a tea", "150 points", "take it off")


def test_a_scheme_is_exported_to_standard_output(shop):
    ran = shop("scheme", "export", "coffee", "-")
    assert ran.code == 0
    assert ran.out.startswith("#") or 'name = "' in ran.out


def test_a_quote_refuses_what_a_sale_refuses(shop, tmp_path):
    path = tmp_path / "cart.json"
    for lines, said in (
        ([], "nothing to sell"),
        ([{"name": "yacht", "unit_price": "9999999.99", "quantity": "9999"}], "most"),
    ):
        path.write_text(json.dumps({"lines": lines}), "utf-8")
        shop("quote", str(path)).refused(said)


def test_due_for_a_day_to_come_says_that_it_was_done_early(shop):
    told = shop.json("due", "--until", "2099-01-01")
    assert told["early"] is True
    assert "not come yet" in shop("due", "--until", "2099-02-01").out


def test_a_group_is_given_points_after_a_preview_and_they_are_taken_back(shop, ana):
    asked = ("grant", "give", "--all", "--points", "40", "--reason", "rules changed")
    would = shop.json(*asked, "--preview")
    assert (would["members"], would["total"], would["id"]) == (1, 40, None)
    done = shop.json(*asked)
    assert shop.json("member", "find", ana)[0]["points"] == 40
    back = shop.json("grant", "undo", done["id"], "--reason", "a mistake")
    assert (back["members"], back["total"]) == (1, 40)
    assert shop.json("member", "find", ana)[0]["points"] == 0
    shop("grant", "undo", str(uuid4()), "--reason", "x").refused("given to a group")
    assert is_sound(shop)


def test_a_reward_is_handed_out_with_its_voucher_and_a_perk_is_counted(shop, ana):
    shop("reward", "give", ana, "miles", "--voucher", "AIR-1").refused("500 miles", "200 points")
    shop.json("points", "adjust", ana, "--points", "300", "--reason", "gift")
    told = shop.json("reward", "give", ana, "miles", "--voucher", "AIR-1")
    assert (told["points_left"], told["voucher"]) == (100, "AIR-1")
    shop("perk", "use", ana, "lounge").refused("lounge")
    shop("perk", "use", ana, "spa").refused("lounge")
    shop("member", "partner", ana, "bank", "--number", "1").refused("no partner card")


def test_who_brought_a_member_along_is_noted_when_they_are_enrolled(shop, ana):
    told = shop.json("member", "add", "--name", "Ben", "--referred-by", ana)
    assert told["referred_by"] == ana
    shop("member", "add", "--name", "Carl", "--referred-by", "999999").refused("999999")
    assert shop.json("member", "find", "Carl") == []
