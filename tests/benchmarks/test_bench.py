"""The benchmark itself runs and says what it measured; its limits are not held here."""

import json

import pytest

from tests.benchmarks import __main__ as bench
from tests.benchmarks import large_shop
from tests.benchmarks.measure import Figure, part, table


@pytest.fixture(autouse=True)
def _no_real_cache(monkeypatch, tmp_path):
    monkeypatch.setattr(large_shop, "user_cache_dir", lambda *_names, **_more: str(tmp_path))


def test_the_benchmark_measures_a_small_shop(monkeypatch, capsys):
    monkeypatch.setattr(
        "sys.argv", ["bench", "--members", "60", "--rounds", "2", "--only", "find,paint", "--json"]
    )
    bench.main()
    figures = {figure["name"]: figure for figure in json.loads(capsys.readouterr().out)}
    assert figures["query: pinyin p99"]["limit"] == 1.0
    assert figures["scan to member painted p99"]["value"] > 0


def test_a_figure_past_its_limit_is_marked():
    shown = table([Figure("slow", 2.5, "x", 2.0), Figure("quick", 1.5, "x", 2.0)])
    assert "OVER" in shown.splitlines()[0]
    assert "ok" in shown.splitlines()[1]


def test_the_99th_percentile_leaves_one_in_a_hundred_out():
    assert part([float(at) for at in range(100)], 0.99) == 99.0
    assert part([float(at) for at in range(100)], 0.5) == 50.0
