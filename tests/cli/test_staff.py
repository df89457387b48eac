"""`regulars staff` as a script sees it."""

import io

import pytest


def test_people_are_added_listed_and_disabled(shop):
    told = shop.json("staff", "add", "小林", "--role", "clerk", "--pin", "9047")
    assert told == {
        "id": told["id"], "name": "小林", "role": "clerk", "active": True,
        "pin": True, "card": False,
    }  # fmt: skip
    assert [each["name"] for each in shop.json("staff", "list")] == ["店主", "小林"]
    assert shop.json("staff", "disable", "小林")["active"] is False
    assert [each["name"] for each in shop.json("staff", "list")] == ["店主"]
    assert len(shop.json("staff", "list", "--all")) == 2
    assert shop.json("staff", "enable", told["id"])["active"] is True
    assert "小林" in shop("staff", "list").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("add", "  "), ("name",)),
        (("add", "店主"), ("taken",)),
        (("add", "x", "--pin", "1234"), ("PIN", "guess")),
        (("add", "x", "--pin", "12a4"), ("4 to 12 digits",)),
        (("disable", "店主"), ("only owner",)),
        (("disable", "nobody"), ("nobody",)),
        (("card", "店主", "--out", "card.doc"), ()),
        (("exceptions", "--from", "yesterday"), ("yesterday",)),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(shop, arguments, words):
    shop("staff", *arguments).refused(*words)
    assert len(shop.json("staff", "list", "--all")) == 1


def test_a_role_that_does_not_exist_is_a_matter_of_usage(shop):
    assert shop("staff", "add", "x", "--role", "king").code == 2


def test_a_pin_is_read_from_standard_input_and_taken_away(shop, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("７３９１５２\n"))
    assert shop.json("staff", "pin", "店主", "-")["pin"] is True
    assert shop.json("staff", "pin", "店主", "")["pin"] is False


def test_a_card_is_saved_and_another_ends_it(shop, tmp_path):
    shop.json("staff", "add", "小林")
    for more in ((), ("--new",)):
        file = tmp_path / f"card{len(more)}.png"
        told = shop.json("staff", "card", "小林", "--out", str(file), *more)
        assert told["files"] == [str(file)]
        assert file.stat().st_size > 1000
    assert (tmp_path / "card0.png").read_bytes() != (tmp_path / "card1.png").read_bytes()


def test_the_trail_tells_who_did_what(shop, tmp_path):
    shop.json("staff", "add", "小林")
    shop.json("staff", "disable", "小林")
    told = shop.json("staff", "audit", "--action", "staff.added")
    assert [(each["who"], each["subject"], each["after"]) for each in told] == [
        ("店主", "小林", "clerk")
    ]
    assert len(shop.json("staff", "audit", "--person", "小林")) == 0
    out = tmp_path / "trail.csv"
    assert shop.json("staff", "audit", "--out", str(out))["rows"] == 2
    assert "staff.disabled" in out.read_text("utf-8-sig")
    assert "staff.added" in shop("staff", "audit").out


def test_the_exceptions_of_a_day_without_any_are_zeros(shop, tmp_path):
    (told,) = shop.json("staff", "exceptions")
    assert told["name"] == "店主"
    assert told["voids"] == told["refunds"] == told["no_sales"] == 0
    assert told["sold"] == "0.00"
    out = tmp_path / "odd.xlsx"
    assert shop.json("staff", "exceptions", "--out", str(out))["rows"] == 1
