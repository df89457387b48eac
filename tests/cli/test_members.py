"""Members on the command line: enrolled, found, and refused in one line."""

import pytest

from tests.shared_data import naughty_strings

FIELDS = ("--name", "--note", "--tag", "--phone", "--address", "--wechat", "--occupation")


def test_a_member_is_enrolled_with_a_card_and_found_again(shop):
    told = shop.json(
        "member", "add", "--name", "王芳", "--phone", "138 0013 8000", "--birthday", "lunar:08-15",
        "--tag", "茶", "--tag", "VIP", "--note", "likes 龙井", "--gender", "female",
    )  # fmt: skip
    assert told["name"] == "王芳"
    assert told["points"] == told["visits"] == 0
    assert told["spent"] == "0.00"
    assert told["last_visit"] is None
    assert told["tier"] == ""
    assert told["birthday"] == "lunar:08-15"
    assert told["tags"] == ["VIP", "茶"] or told["tags"] == ["茶", "VIP"]
    assert len(told["card"]) == 15
    for text in (
        "13800138000",
        "+86 138 0013 8000",
        "8000",
        "王芳",
        "wangfang",
        "wf",
        told["card"],
    ):
        assert shop.json("member", "find", text) == [told], text
    assert told in shop.json("member", "find", told["number"])


def test_a_person_reads_a_calm_table(shop):
    shop("member", "add", "--name", "王芳", "--phone", "13800138000")
    shop("member", "add", "--name", "Wang Li")
    lines = shop("member", "find", "wang").out.splitlines()
    assert lines[0].split() == [
        "number", "name", "phone", "points", "visits", "spent", "last", "visit",
    ]  # fmt: skip
    assert len(lines) == 3


def test_nobody_found_is_an_empty_list_and_no_refusal(shop):
    assert shop.json("member", "find", "nobody") == []
    ran = shop("member", "find", "nobody")
    assert (ran.code, ran.err) == (0, "")


def test_a_forged_or_foreign_code_is_refused(shop):
    card = shop.json("member", "add", "--name", "Ana")["card"]
    forged = card[:-1] + str((int(card[-1]) + 1) % 10)
    shop("member", "find", forged, "--json").refused("this shop did not make it")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--phone", "13800138000"], "王芳"),
        (["--name", "Bo", "--number", "7"], "member number 7"),
        (["--name", "Bo", "--birthday", "1990-13-01"], "birthday"),
        (["--name", "Bo", "--joined-on", "soon"], "date"),
        (["--name", "x" * 5000], "too long"),
        (["--name", "Bo", "--note", "4111 1111 1111 1111"], "bank-card"),
        (["--name", "a\tb\x07"], "characters"),
    ],
)
def test_a_member_who_cannot_be_enrolled_is_refused_and_nobody_is_added(shop, arguments, says):
    shop("member", "add", "--name", "王芳", "--phone", "13800138000", "--number", "7")
    refusal = shop("member", "add", *arguments).refused(says)
    assert "4111" not in refusal
    assert len(shop.json("member", "find", "王芳")) == 1


def test_a_phone_that_is_none_is_kept_with_a_warning(shop):
    told = shop.json("member", "add", "--name", "Ana", "--phone", "ask at the desk")
    assert told["phone"] == "ask at the desk"
    assert told["warnings"]


def test_naughty_strings_are_kept_as_given_or_refused_in_one_line(shop):
    # Every tenth: the service's own tests take them all, each in every field.
    for place, text in enumerate(naughty_strings()[::10]):
        if "\0" in text:  # no argument can hold it
            continue
        field = FIELDS[place % len(FIELDS)]
        ran = shop("member", "add", "--name", "x", field, text, "--json")
        if ran.code:
            ran.refused()
        elif field != "--phone":
            told = ran.told["tags" if field == "--tag" else field[2:]]
            assert ("".join(told) if field == "--tag" else told) == text.strip()
        found = shop("member", "find", text, "--json")
        if found.code:
            found.refused()


def test_what_a_name_says_to_a_terminal_is_not_obeyed(shop):
    shop("member", "add", "--name", "Ana\u202e\u2066", "--number", "77")
    assert "\u202e" not in shop("member", "find", "77").out


def test_two_members_are_merged_after_a_preview_and_taken_apart(shop):
    keep, gone = (
        shop.json("member", "add", "--name", name, "--phone", phone)["number"]
        for name, phone in (("Ana", "13800138000"), ("Anna", "13900139000"))
    )
    shop.json("points", "adjust", gone, "--points", "40", "--reason", "gift")
    would = shop.json("member", "merge", keep, gone, "--preview")
    assert (would["id"], would["keep"]["after"]["points"]) == (None, 40)
    assert shop.json("member", "find", keep)[0]["points"] == 0
    table = " ".join(shop("member", "merge", keep, gone, "--preview").out.split())
    assert f"{keep} before {gone} before {keep} after {gone} after points 0 40 40 0" in table
    assert "this is a preview" in table
    shop.json("member", "merge", keep, gone, "--reason", "one person")
    assert [one["number"] for one in shop.json("member", "find", "13900139000")] == [keep]
    assert [one["number"] for one in shop.json("member", "find", gone)] == [keep]
    shop.json("points", "adjust", gone, "--points", "-15", "--reason", "swap")
    back = shop.json("member", "unmerge", keep)
    assert back["stays"] == {"points": 15}
    assert shop.json("member", "find", "13900139000")[0]["points"] == 25


def test_a_merge_with_oneself_is_refused_in_one_line(shop):
    number = shop.json("member", "add", "--name", "Ana")["number"]
    refused = shop("member", "merge", number, number)
    assert refused.code == 2
    assert refused.err.strip().count("\n") == 0
    assert "the same person already" in refused.err


def test_duplicates_are_told_with_reasons_and_are_two_people_once_somebody_says_so(shop):
    for phone in ("13800138000", "138 0013 8000 / 010 6552 9988"):
        shop.json("member", "add", "--name", "王伟", "--phone", phone)
    told = shop.json("members", "duplicates")
    (pair,) = told["pairs"]
    assert pair["reasons"] == ["phone", "name"]
    assert pair["score"] == 90
    assert {pair["first"]["name"], pair["second"]["name"]} == {"王伟"}
    assert "same phone, same name" in shop("members", "duplicates").out
    numbers = pair["first"]["number"], pair["second"]["number"]
    assert shop.json("members", "different", *numbers)["different"] is True
    assert shop.json("members", "duplicates") == {"total": 0, "too_common": 0, "pairs": []}
    assert shop.json("members", "different", *numbers, "--undo")["different"] is False
    assert shop.json("members", "duplicates")["total"] == 1
    shop("members", "different", numbers[0], numbers[0]).refused("the same person already")
    shop("members", "duplicates", "--limit", "0").refused("1 to 1,000,000")


def test_what_is_missing_is_counted_and_whoever_lacks_it_is_listed(shop):
    shop.json("member", "add", "--name", "王伟", "--phone", "12345")
    told = shop.json("members", "missing")
    assert told["bad_phone"] == told["no_birthday"] == 1
    assert told["no_phone"] == 0
    assert "never asked about offers" in shop("members", "missing").out
    assert shop.json("members", "missing", "bad-phone") == shop.json(
        "members", "missing", "bad_phone"
    )
    (one,) = shop.json("members", "missing", "bad_phone")
    assert (one["name"], one["phone"]) == ("王伟", "12345")
    assert shop("members", "missing", "no_phone").out == "Nobody.\n"
    shop("members", "missing", "hats").refused("no_phone")
