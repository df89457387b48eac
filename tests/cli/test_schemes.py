"""Schemes on the command line: shown, put in force, written out, refused in one line."""

import tomllib
from pathlib import Path

import pytest

from app.services.scheme_files import PRESETS, preset_path


def test_presets_are_listed_without_a_shop_and_versions_with_one(regulars):
    told = regulars.json("scheme", "list")
    assert [each["name"] for each in told["presets"]] == list(PRESETS)
    assert told["versions"] == []
    assert regulars("init", "--name", "晨光茶室").code == 0
    assert regulars("scheme", "use", "coffee").code == 0
    versions = regulars.json("scheme", "list")["versions"]
    assert [(each["version"], each["name"], each["in_force"]) for each in versions] == [
        (2, "coffee", True),
        (1, "simple", False),
    ]
    assert "in force" in regulars("scheme", "list").out


def test_a_scheme_is_shown_in_plain_words_in_each_language(regulars):
    shown = regulars("scheme", "show", "coffee").out
    assert "1 point for each ¥1.00 paid" in shown
    assert "Gold: from 1,200 points" in shown
    assert "12 个月" in regulars("scheme", "show", "coffee", "--language", "zh_CN").out
    assert "12 個月" in regulars("scheme", "show", "coffee", "--language", "zh_TW").out
    assert regulars.json("scheme", "show", "coffee")["earn"][0]["unit"] == "1.00"


def test_a_scheme_for_later_waits_for_its_day(shop):
    told = shop.json("scheme", "use", "beauty", "--from", "2033-01-01")
    assert (told["version"], told["from"]) == (2, "2033-01-01")
    versions = shop.json("scheme", "list")["versions"]
    assert [each["in_force"] for each in versions] == [False, True]
    later = shop("scheme", "use", "coffee")
    assert "Version 2 will not come into force." in later.out


def test_a_later_scheme_takes_the_place_of_one_that_waits_and_says_so_once(shop):
    shop("scheme", "use", "coffee", "--from", "9999-12-31").refused("too far ahead")
    shop.json("scheme", "use", "coffee", "--from", "2030-12-31")
    first = shop.json("scheme", "use", "beauty", "--from", "2030-12-30")
    again = shop.json("scheme", "use", "gym", "--from", "2030-12-29")
    assert (first["superseded"], again["superseded"]) == ([2], [3])
    coming = [v["version"] for v in shop.json("scheme", "list")["versions"] if v["to_come"]]
    assert coming == [4]


def test_a_number_of_thousands_of_digits_is_refused_in_one_line(regulars, tmp_path):
    path = tmp_path / "huge.toml"
    path.write_text(f'name = "x"\nclaim_days = 1{"0" * 6000}\n', "utf-8")
    regulars("scheme", "lint", str(path)).refused("huge.toml")


def test_a_preset_is_exported_as_it_came_and_comes_back(shop, tmp_path):
    out = tmp_path / "mine.toml"
    assert shop("scheme", "export", "retail", str(out)).code == 0
    assert out.read_bytes() == preset_path("retail").read_bytes()
    assert shop("scheme", "use", str(out)).code == 0
    assert shop.json("scheme", "show", "current")["name"] == "retail"


def test_the_scheme_in_force_is_exported_with_all_its_texts(shop, tmp_path):
    out = tmp_path / "mine.toml"
    shop("scheme", "use", "school")
    assert shop("scheme", "export", "current", str(out)).code == 0
    written = tomllib.loads(out.read_text("utf-8"))
    assert written["coupons"][0]["greeting"]["zh_TW"] == "祝小朋友生日快樂！"
    assert shop("scheme", "use", str(out)).code == 0
    one, two = (shop.json("scheme", "show", name) for name in ("2", "3"))
    assert {**one, "version": 3} == two


def test_a_preset_that_must_be_rounded_is_exported_rounded(regulars, tmp_path):
    assert regulars("init", "--name", "茶", "--currency", "TWD").code == 0
    out = tmp_path / "prime.toml"
    assert regulars("scheme", "export", "prime", str(out)).code == 0
    assert tomllib.loads(out.read_text("utf-8"))["plans"][1]["fee"] == "15"
    assert regulars("scheme", "use", str(out)).code == 0


def test_what_is_no_scheme_is_refused_in_one_line_and_nothing_changes(shop, tmp_path):
    def file(content: str | bytes) -> str:
        path = tmp_path / "x.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    simple = preset_path("simple").read_text("utf-8")
    many = "".join(
        f'[[promotions]]\nid = "p{n}"\nname = "P"\nbenefit = {{ kind = "give_points" }}\n'
        for n in range(10_000)
    )
    for name, words in (
        ("platinum", ["no scheme", "platinum", "coffee"]),
        (str(tmp_path / "none.toml"), ["none.toml", "does not exist"]),
        (str(tmp_path), ["is a folder"]),
        (file("name = \n"), ["line 1", "is not TOML"]),
    ):
        shop("scheme", "use", name).refused(*words)
    for content, words in (
        (b"\x89PNG\r\n\0\0", ["is not TOML"]),
        (b"#" * 1_000_001, ["too large"]),
        (simple + "colour = 3\n", ["burn.colour", "not known", "max_part"]),
        (simple.replace("points = 1 ", "points = -1 "), ["earn[money].points", "“-1”", "below"]),
        (simple + "min_points = -5\n", ["burn.min_points", "below zero"]),
        (simple + many, ["promotions", "10000", "too many", "200"]),
    ):
        shop("scheme", "use", file(content)).refused(*words)
    shop("scheme", "use", "coffee", "--from", "soon").refused("first day in force", "2026-11-21")
    shop("scheme", "use", "coffee", "--from", "2020-01-01").refused("first day in force", "past")
    assert len(shop.json("scheme", "list")["versions"]) == 1


def test_a_scheme_that_cannot_be_written_is_refused(shop, tmp_path):
    target = tmp_path / "no" / "such" / "x.toml"
    shop("scheme", "export", "coffee", str(target)).refused("cannot be written")
    assert not Path(tmp_path / "no").exists()


def test_using_a_scheme_needs_a_shop(regulars):
    regulars("scheme", "use", "coffee").refused("no shop")


@pytest.mark.parametrize("words", [(), ("use",), ("burn",)])
def test_a_half_command_says_where_to_look(regulars, words):
    regulars("scheme", *words).refused("--help")


HALF = """
name = "half"
[[promotions]]
id = "half"
name = "Half price"
benefit = { kind = "percent_off", percent = "50" }
"""


def test_a_scheme_with_a_warning_is_used_and_the_warning_told_with_its_basket(shop, tmp_path):
    path = tmp_path / "half.toml"
    path.write_text(HALF, "utf-8")
    looked = shop("scheme", "lint", str(path))
    assert looked.code == 0
    assert "can sell below cost: ¥10.00 is paid for what costs the shop ¥12.00." in looked.out
    assert "Example: 1 ×" in looked.out
    used = shop("scheme", "use", str(path))
    assert used.code == 0
    assert "Version 2, half, is in force" in used.out
    assert "promotions[half]" in used.out


def test_a_scheme_with_an_error_is_refused_and_nothing_changes(shop, tmp_path):
    path = tmp_path / "free.toml"
    path.write_text(HALF.replace('"50"', '"100"'), "utf-8")
    looked = shop("scheme", "lint", str(path), "--json")
    assert looked.code == 1
    assert [each["code"] for each in looked.told] == ["free_for_all"]
    shop("scheme", "use", str(path)).refused("promotions[half]", "gives everything away")
    assert len(shop.json("scheme", "list")["versions"]) == 1


def test_a_preset_is_looked_at_without_a_shop(regulars):
    assert regulars("scheme", "lint", "coffee").out == "Nothing found.\n"
    told = regulars.json("scheme", "lint", "bank-card")
    assert [each["subject"] for each in told] == ["promotions[half-wednesday]"]
