"""The answers of a form: read from its growing list, each taken down once."""

import pytest

from app.errors import FieldInvalid
from app.services.member_types import MemberDraft
from tests.scheme_builder import sound


def answers(tmp_path, *rows, heading="提交时间,您给我们打几星？评分,意见或建议,手机号"):
    path = tmp_path / "answers.csv"
    path.write_text("\n".join([heading, *rows]) + "\n", "utf-8")
    return path


def test_a_growing_list_is_taken_down_once_and_low_scores_are_cases(shop, tmp_path):
    ana = shop.members.add(MemberDraft(name="Ana", phone="13800138000")).member.member_id
    first = ("2026-11-20 10:00,2,等太久了,138 0013 8000", "2026-11-20 11:00,★★★★★,,")
    found = shop.answers.take(answers(tmp_path, *first))
    assert (found.taken, found.known, found.cases, found.refused) == (2, 0, 1, ())
    (said,) = shop.cases.feedback_of(ana)
    assert (said.score, said.words) == (2, "等太久了")
    more = (*first, "2026-11-20 11:00,★★★★★,,", "2026-11-21,4/5,不错,139", "2026-11-21,9,?,",
            "2026-11-21,,,")  # fmt: skip
    again = shop.answers.take(answers(tmp_path, *more))
    assert (again.taken, again.known, again.cases, again.strangers) == (2, 2, 0, 1)
    assert [(each.line, each.reason) for each in again.refused] == [
        (6, "not_a_score"), (7, "required"),
    ]  # fmt: skip
    assert shop.answers.take(answers(tmp_path, *more)).taken == 0
    assert sum(shop.cases.scores(shop.desk.today(), shop.desk.today()).values()) == 4
    assert sound(shop)


def test_a_file_without_score_or_words_is_refused(shop, tmp_path):
    with pytest.raises(FieldInvalid) as refused:
        shop.answers.take(answers(tmp_path, "1,2", heading="time,phone"))
    assert refused.value.reason == "no_column"
