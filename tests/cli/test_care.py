"""The verbs of care, as a script sees them."""

from app.config import TillConfig
from app.services.care_types import FeedbackDraft
from app.services.challenges import ChallengeDraft
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.care.challenges import Measure
from app.shop import open_shop
from tests.cli.conftest import Regulars


def filled(shop: Regulars) -> str:
    """A member with a follow-up for today, a case and a challenge; the follow-up's id."""
    opened = open_shop(TillConfig(data_dir=shop.folder))
    ana = opened.members.add(MemberDraft(name="Ana")).member.member_id
    today = opened.desk.today()
    made = opened.care.make(uuid7(), ana, "call", today)
    opened.cases.take(uuid7(), FeedbackDraft(1, "cold", member_id=ana))
    challenge = opened.challenges.make(
        uuid7(), ChallengeDraft("Autumn", Measure.SPEND, today, today)
    )
    opened.challenges.join(challenge.challenge_id, ana)
    opened.close()
    return str(made.follow_up_id)


def test_what_is_due_is_told_and_done(shop):
    follow_up = filled(shop)
    told = shop.json("care", "today")
    assert [each["id"] for each in told["follow_ups"]] == [follow_up]
    shop("care", "outcome", follow_up, "later").refused("day on which it is due")
    shop("care", "outcome", follow_up, "later", "--on", "soon").refused("soon")
    on = ("--on", "2999-01-01")
    shop("care", "outcome", follow_up, "done", *on).refused("--on is for `later` only")
    assert shop.json("care", "outcome", follow_up, "done", "--note", "well")["due_on"] is None
    shop("care", "outcome", follow_up, "done").refused("closed this already")
    shop("care", "outcome", "nothing", "done").refused("follow-up “nothing”")
    assert shop.json("care", "today")["total"] == 0
    assert shop.json("care", "today", "--closed")["total"] == 1
    assert "No follow-up" in shop("care", "today", "--coming").out


def test_cases_and_challenges_are_told(shop):
    filled(shop)
    (case,) = shop.json("care", "cases")
    assert (case["what"], case["score"], case["age_days"]) == ("cold", 1, 0)
    assert case["name"] == "Ana"
    assert f"{case['member']} Ana" in shop("care", "cases").out
    assert shop.json("care", "cases", "--solved") == []
    told = shop.json("care", "challenge", "autumn")
    assert [(row["place"], row["name"], row["value"]) for row in told["board"]] == [
        (1, "Ana", "0.00")
    ]
    assert "Autumn" in shop("care", "challenge").out
    assert shop("care", "challenge", "autumn").out.startswith("Autumn: spend, 20")
    shop("care", "challenge", "Winter").refused("challenge “Winter”", "(there are: Autumn)")


def test_the_answers_of_a_form_are_taken_down_once(shop):
    filled(shop)
    file = shop.folder / "answers.csv"
    file.write_text("score,comment,member\n1,cold,000001\n8,,\n")
    told = shop.json("care", "form", str(file))
    assert (told["taken"], told["cases"], told["refused"][0]["line"]) == (1, 1, 3)
    said = shop("care", "form", str(file)).out
    assert "1 answer known already" in said
    assert "Line 3: " in said
    file.write_text("when,who\n1,2\n")
    shop("care", "form", str(file)).refused("column")
