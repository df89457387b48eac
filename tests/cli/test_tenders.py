"""Accounts, deposits, tips and references on the command line."""

import json
from pathlib import Path
from uuid import uuid4

import pytest

from app.config import TillConfig
from app.shop import open_shop
from tests.cli.conftest import Regulars
from tests.scheme_builder import EVERYTHING_IN_ONE, sound, use

CARD = "4111 1111 1111 1111"


@pytest.fixture
def ana(shop: Regulars) -> str:
    return str(shop.json("member", "add", "--name", "Ana", "--phone", "13800138000")["number"])


@pytest.fixture
def sell(shop: Regulars, tmp_path: Path):
    def selling(unit_price, *tenders, **cart):
        path = tmp_path / "cart.json"
        line = {"name": "box", "unit_price": unit_price}
        path.write_text(json.dumps({"lines": [line], "tenders": tenders} | cart), "utf-8")
        return shop("sale", str(path))

    return selling


def pays(kind, amount, reference=None):
    told = {"kind": kind, "amount": amount}
    return told if reference is None else told | {"reference": reference}


def is_sound(shop: Regulars) -> bool:
    opened = open_shop(TillConfig(data_dir=shop.folder))
    try:
        return sound(opened)
    finally:
        opened.close()


def test_a_member_buys_on_account_and_repays_with_change(shop, ana, sell):
    sell("100.00", pays("on_account", "100.00"), member=ana).refused("may not buy on account")
    sell("100.00", pays("on_account", "100.00")).refused("on account", "member")
    assert shop.json("account", "limit", ana, "500")["free"] == "500.00"
    receipt = sell("100.00", pays("on_account", "100.00"), member=ana).told
    assert receipt["points_earned"] == 100
    (row,) = shop.json("account", "list")
    assert (row["owed"], row["days_0_30"], row["days_over_60"]) == ("100.00", "100.00", "0.00")
    part = shop.json("account", "repay", ana, "--amount", "30", "--tender", "wechat")
    assert (part["owed_before"], part["owed"]) == ("100.00", "70.00")
    op_id = str(uuid4())
    for _ in range(2):
        rest = shop.json("account", "repay", ana, "--received", "100", "--id", op_id)
        assert (rest["amount"], rest["change"], rest["owed"]) == ("70.00", "30.00", "0.00")
    shop("account", "repay", ana).refused("0.00")
    told = shop.json("account", "show", ana)
    assert [entry["kind"] for entry in told["entries"]] == ["repay", "repay", "charge"]
    assert told["entries"][-1]["receipt"] == receipt["receipt"]
    shop("account", "limit", ana, "-1").refused("limit")
    assert shop.json("account", "limit", ana, "shop")["limit"] == "0.00"
    assert is_sound(shop)


def test_what_is_not_repaid_is_written_off_with_a_reason(shop, ana, sell):
    shop.json("account", "limit", ana, "500")
    assert sell("100.00", pays("on_account", "100.00"), member=ana).told["receipt"]
    shop("account", "write-off", ana, "--reason", " ").refused("reason")
    assert shop.json("account", "write-off", ana, "--reason", "moved away")["owed"] == "0.00"
    assert shop.json("account", "list") == []


def test_a_deposit_is_taken_used_and_given_back(shop, ana, sell):
    shop("deposit", "take", "--amount", "50").refused("note")
    shop("deposit", "take", "--amount", "50", "--note", CARD).refused("card")
    told = shop.json("deposit", "take", "--amount", "50", "--member", ana, "--received", "100")
    assert (told["deposit"], told["left"], told["change"]) == ("D-000001", "50.00", "50.00")
    sell("30.00", pays("deposit", "30.00", "D-000001")).refused("another member")
    receipt = sell("30.00", pays("deposit", "30.00", "1"), member=ana).told
    assert receipt["tenders"] == [pays("deposit", "30.00", "D-000001")]
    (row,) = shop.json("deposit", "list")
    assert (row["paid"], row["left"]) == ("50.00", "20.00")
    back = shop.json("deposit", "return", "D-000001")
    assert (back["amount"], back["left"]) == ("-20.00", "0.00")
    shop("deposit", "return", "D-000001").refused("Nothing is left")
    shop("deposit", "return", "D-9").refused("No deposit")
    shop.json("deposit", "take", "--amount", "50", "--note", "a table")
    gone = shop.json("deposit", "forfeit", "d2", "--reason", "never came")
    assert (gone["amount"], gone["left"]) == ("-50.00", "0.00")
    assert shop.json("deposit", "list") == []
    assert is_sound(shop)


def test_a_tip_is_told_apart_and_earns_nothing(shop, ana, sell):
    receipt = sell("100.00", pays("cash", "110.00"), member=ana, tip="5.00").told
    assert (receipt["total"], receipt["tip"], receipt["change"]) == ("105.00", "5.00", "5.00")
    assert (receipt["points_earned"], receipt["lines"][-1]["points"]) == (100, 0)
    for wrong in ("0", "-1", "ten"):
        sell("100.00", pays("cash", "110.00"), tip=wrong).refused("tip")
    assert is_sound(shop)


def test_of_a_pay_code_four_digits_are_kept_and_a_bank_card_is_refused(shop, sell):
    wechat, alipay = "134567890123456789", "2812345678901234"
    receipt = sell("10.00", pays("wechat", "10.00", wechat)).told
    assert receipt["tenders"][0]["reference"] == "…6789"
    assert sell("10.00", pays("alipay", "10.00", alipay)).told["tenders"][0]["reference"] == "…1234"
    sell("10.00", pays("wechat", "10.00", alipay)).refused("another app")
    sell("10.00", pays("bank_card", "10.00", CARD)).refused("card number")
    assert (
        sell("10.00", pays("bank_card", "10.00", "slip 0042")).told["tenders"][0]["reference"]
        == "slip 0042"
    )
    assert wechat.encode() not in (shop.folder / "shop.db").read_bytes()


def test_an_exchange_is_no_tender_of_its_own(sell):
    sell("10.00", pays("exchange", "10.00")).refused("goods brought back")


def test_a_top_up_gives_change(shop, ana):
    opened = open_shop(TillConfig(data_dir=shop.folder))
    use(opened, EVERYTHING_IN_ONE)
    opened.close()
    told = shop.json("topup", ana, "--amount", "50", "--received", "100")
    assert (told["amount"], told["change"], told["balance"]) == ("50.00", "50.00", "50.00")
    shop("topup", ana, "--amount", "50", "--received", "40").refused("10.00")
    shop("topup", ana, "--amount", "50", "--received", "60", "--tender", "wechat").refused("10.00")
