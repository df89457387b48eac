"""A bug in the window is written to the till's log, without anyone's data."""

from app.ui import faults


def test_a_reported_bug_is_in_the_log_and_its_words_are_not(tmp_path):
    faults.log_to(tmp_path / "logs")
    typed = "13800138000"
    try:
        raise ValueError(typed)
    except ValueError as error:
        faults.report(error)
    log = (tmp_path / "logs" / "regulars.log").read_text("utf-8")
    assert "ValueError" in log
    assert typed not in log


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("x")
    faults.log_to(tmp_path / "file")
    faults.report(ValueError())
