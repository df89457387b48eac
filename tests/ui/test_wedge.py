"""Scans told apart from typing, without Qt."""

from __future__ import annotations

import pytest

from app.ui.wedge import WedgeReader, WedgeSettings


def feed(reader: WedgeReader, text: str, gap_ms: int, start_ms: int = 1000) -> list[str]:
    found = []
    at = start_ms
    for sign in text:
        scan = reader.key(sign, at)
        if scan is not None:
            found.append(scan.code)
        at += gap_ms
    return found


@pytest.mark.parametrize("end", ["\r", "\t"])
def test_quick_keys_ended_by_enter_or_tab_are_a_scan(end):
    assert feed(WedgeReader(), "912800412875503" + end, 3) == ["912800412875503"]


def test_a_gap_of_fifty_is_still_a_scanner_and_fifty_one_is_a_person():
    assert feed(WedgeReader(), "690123\r", 50) == ["690123"]
    assert feed(WedgeReader(), "690123\r", 51) == []


def test_five_characters_are_no_scan_and_six_are():
    assert feed(WedgeReader(), "12345\r", 2) == []
    assert feed(WedgeReader(), "123456\r", 2) == ["123456"]


def test_what_was_typed_before_is_not_part_of_the_scan():
    reader = WedgeReader()
    assert feed(reader, "zyq", 120, 0) == []
    assert feed(reader, "6901234567892\r", 4, 1000) == ["6901234567892"]


def test_two_scans_in_a_row_are_two():
    assert feed(WedgeReader(), "690123\r690456\r", 5) == ["690123", "690456"]


def test_prefix_and_suffix_are_taken_off_and_asked_for():
    reader = WedgeReader(WedgeSettings(prefix="~", suffix="#"))
    assert feed(reader, "~690123#\r", 5) == ["690123"]
    assert feed(reader, "690123#\r", 5, 9000) == []
    assert feed(reader, "~690123\r", 5, 20000) == []


def test_the_minimum_counts_the_code_and_not_what_stands_around_it():
    reader = WedgeReader(WedgeSettings(prefix="AAA", suffix="ZZZ"))
    assert feed(reader, "AAA12345ZZZ\r", 5) == []


def test_a_clock_that_jumps_back_starts_anew():
    reader = WedgeReader()
    for at, sign in enumerate("690123"):
        reader.key(sign, 5000 + at)
    assert reader.key("\r", 100) is None
    assert reader.pending == 0


def test_forgotten_keys_are_no_scan():
    reader = WedgeReader()
    feed(reader, "690123", 2)
    reader.forget()
    assert reader.key("\r", 1020) is None


def test_an_endless_stream_is_dropped_and_keeps_no_memory():
    reader = WedgeReader()
    feed(reader, "1" * 5000, 1)
    assert reader.pending <= 1024


def test_the_longest_gap_is_told_for_calibration():
    reader = WedgeReader()
    for at, sign in zip((0, 10, 45, 50, 60, 65), "690123", strict=True):
        reader.key(sign, at)
    scan = reader.key("\r", 70)
    assert scan is not None
    assert scan.longest_gap_ms == 35
