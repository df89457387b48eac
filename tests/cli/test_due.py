"""`regulars due` as a script sees it."""

from datetime import date, timedelta

TODAY = date.today()  # noqa: DTZ011 - the command line asks the PC's own clock


def test_due_says_what_was_done_and_a_repeat_finds_nothing(regulars):
    regulars("init", "--name", "Tea")
    first = regulars.json("due")
    assert first["clock_set_back"] is False
    assert first["expired_points"] == first["reviews"] == first["coupons_issued"] == 0
    assert set(first) >= {"until", "renewals", "instalments", "lapses", "archived"}
    assert "Nothing was due" in regulars("due").out


def test_due_behind_the_last_run_does_nothing_and_says_so(regulars):
    regulars("init", "--name", "Tea")
    ahead = (TODAY + timedelta(days=30)).isoformat()
    assert regulars.json("due", "--until", ahead)["until"] == ahead
    back = regulars("due")
    assert back.code == 0
    assert f"done to {ahead} already" in back.out
    told = regulars.json("due")
    assert (told["clock_set_back"], told["until"]) == (True, ahead)


def test_due_until_no_date_is_refused(regulars):
    regulars("init", "--name", "Tea")
    regulars("due", "--until", "soon").refused("2026-11-21")
