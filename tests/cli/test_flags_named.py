"""What a command line lacks is said with the flag that gives it."""

from __future__ import annotations

from dataclasses import replace

from app.config import TillConfig
from app.shop import open_shop
from tests.scheme_builder import SIMPLE, WALLET, use


def test_a_script_chooses_a_drawer_that_is_counted(regulars):
    told = regulars.json("init", "--name", "Tea", "--count-cash")
    assert (told["count_cash"], told["day_end_hour"]) == (True, 4)
    regulars("cash", "close", "--amount", "0").refused("not open")


def test_without_it_sessions_open_by_themselves_and_the_day_says_when_it_ends(regulars):
    said = regulars("init", "--name", "Tea", "--day-end-hour", "3").out
    assert "03:00" in said
    assert "opens and closes by itself" in said
    assert "day end hour" not in said


def test_a_count_that_differs_names_the_flag_of_its_reason(regulars):
    regulars.json("init", "--count-cash")
    regulars.json("cash", "open", "--amount", "100")
    regulars("cash", "close").refused("--amount")
    said = regulars("cash", "close", "--amount", "90").refused("--reason")
    assert "10" not in said, "a blind count says nothing of what is expected"
    told = regulars.json("cash", "close", "--amount", "90", "--reason", "lost a note")
    assert told["over_short"] == "-10.00"


def test_a_deposit_of_nobodys_names_both_flags_that_say_what_it_is_for(shop):
    shop("deposit", "take", "--amount", "50").refused("--note", "--member")


def test_a_folder_after_the_verb_is_told_where_it_stands(shop):
    shop("stock", "list", "--data", "x").refused("--data stands before the verb")


def test_stock_of_goods_that_are_not_there_says_how_they_get_there(shop):
    shop("stock", "receive", "6900000000001", "5").refused("6900000000001", "regulars import")


def test_what_a_top_up_promises_is_told_in_words(shop):
    opened = open_shop(TillConfig(data_dir=shop.folder))
    use(opened, replace(SIMPLE, wallet=WALLET))
    opened.close()
    number = shop.json("member", "add", "--name", "Ana")["number"]
    said = shop("topup", number, "--amount", "1000").out
    assert said.count("50.00 on 20") == 3


def test_a_repayment_says_what_is_taken_where_no_amount_is_named(shop):
    assert "--received" in shop("account", "repay", "--help").out


def test_bytes_that_are_no_text_are_refused_where_they_stand_and_name_a_file_all_the_same(shop):
    bad = "caf\udce9"  # a Latin-1 é, as the system hands it over
    shop("segment", "show", bad).refused("NAME|CONDITIONS", "is not UTF-8 text")
    shop("stock", "receive", bad, "1").refused("PRODUCT", "is not UTF-8 text")
    shop("staff", "add", bad).refused("NAME", "is not UTF-8 text")
    assert shop("export", "members", str(shop.folder / bad) + ".csv").code == 0


def test_what_is_far_too_long_is_told_shortened(shop):
    long = "9" * 5_000
    for words in (
        ("campaign", "outcome", "Autumn", "000001", long),
        ("scheme", "show", long),
        ("members", "duplicates", "--limit", long),
        ("staff", "audit", "--limit", long),
    ):
        assert len(shop(*words).refused()) < 400
