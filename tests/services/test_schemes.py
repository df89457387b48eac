"""The shop's scheme: presets, versions, the day one comes into force, files."""

import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.config import TillConfig
from app.errors import (
    FieldInvalid,
    FileUnreadable,
    SchemeInvalid,
    SchemeUnknown,
    ShopFileUnreadable,
)
from app.models import settings as stored
from app.services.product_drafts import ProductDraft
from app.services.rules.scheme import simple_scheme
from app.services.rules.scheme.conditions import DateRange, When
from app.services.rules.scheme.earning import Multiplier
from app.services.rules.scheme.offers import Benefit, BenefitKind, Promotion
from app.services.rules.scheme.words import words
from app.services.scheme_files import PRESETS
from app.services.scheme_store import SchemeBook
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock, sell


def doubled(shop: Shop) -> "object":
    day = shop.desk.today()
    days = When(dates=(DateRange(day, day + timedelta(days=9)),))
    extra = Multiplier("double", words("Double points"), 20_000, when=days)
    return replace(shop.schemes.in_force(), multipliers=(extra,))


def test_a_new_shop_begins_with_the_simple_preset(shop):
    assert shop.schemes.in_force() == shop.schemes.preset("simple") == simple_scheme(1, 100)
    assert [version.active_from for version in shop.schemes.versions()] == [shop.desk.today()]


def test_a_scheme_in_use_is_the_same_when_the_shop_is_opened_again(shop, clock):
    used = shop.schemes.use(doubled(shop)).scheme
    assert used.version == 2
    shop.close()
    again = open_shop(shop.config, clock=clock)
    assert again.schemes.in_force() == used
    assert again.desk.schemes[1] == simple_scheme(1, 100)
    assert not [found for found in again.doctor.run() if not found.ok]
    again.close()


def test_a_scheme_for_a_later_day_comes_into_force_on_that_day_while_the_program_runs(shop, clock):
    later = shop.desk.today() + timedelta(days=3)
    shop.schemes.use(doubled(shop), later)
    assert sell(shop, 1_000).scheme_version == 1
    assert shop.schemes.in_force().version == 1
    clock.moment += timedelta(days=2)
    assert shop.schemes.in_force().version == 1
    clock.moment += timedelta(days=1)
    assert shop.schemes.in_force().version == 2
    assert sell(shop, 1_000).scheme_version == 2


def test_the_version_written_last_holds_even_over_one_that_waits_for_its_day(shop, clock):
    shop.schemes.use(doubled(shop), shop.desk.today() + timedelta(days=3))
    now = shop.schemes.use(replace(simple_scheme(1, 100), claim_days=9)).scheme
    clock.moment += timedelta(days=5)
    assert shop.schemes.in_force() == now


def test_a_clock_set_back_before_every_version_leaves_the_first_in_force(shop, clock):
    shop.schemes.use(doubled(shop))
    clock.moment -= timedelta(days=400)
    assert shop.schemes.in_force().version == 1


def test_a_shop_made_after_midnight_begins_on_the_trading_day_that_still_runs(tmp_path):
    clock = Clock()
    clock.moment = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)  # half past one, in Shanghai
    made = create_shop(TillConfig(tmp_path), ShopSettings(name="t"), clock=clock)
    try:
        (first,) = made.schemes.versions()
        assert first.active_from == made.desk.today() == date(2026, 11, 21)
        clock.forward(days=-3)
        assert made.schemes.to_come() == (), "what is in force does not wait, wherever the clock is"
    finally:
        made.close()


def test_a_day_that_is_past_is_refused_and_nothing_is_stored(shop):
    with pytest.raises(FieldInvalid) as refused:
        shop.schemes.use(doubled(shop), shop.desk.today() - timedelta(days=1))
    assert (refused.value.field, refused.value.reason) == ("active_from", "in_the_past")
    assert len(shop.schemes.versions()) == 1


def test_a_scheme_that_cannot_be_is_refused_and_nothing_is_stored(shop):
    simple = simple_scheme(1, 100)
    with pytest.raises(SchemeInvalid) as refused:
        shop.schemes.use(replace(simple, earn=simple.earn * 2))
    assert refused.value.path == "earn[money].id"
    assert len(shop.schemes.versions()) == 1


def test_every_preset_can_be_used_and_written_and_read_again(shop, tmp_path):
    for scheme in shop.schemes.presets():
        used = shop.schemes.use(scheme).scheme
        assert replace(used, version=1) == scheme
        path = tmp_path / f"{scheme.name}.toml"
        shop.schemes.write_file(path, scheme)
        assert shop.schemes.read_file(path) == scheme
    assert tuple(scheme.name for scheme in shop.schemes.presets()) == PRESETS


def test_amounts_follow_a_currency_of_other_decimals(shop):
    shop.settings.save(replace(shop.settings.get(), currency="TWD"))
    scheme = shop.schemes.in_force()
    assert (scheme.version, scheme.earn[0].unit_minor) == (2, 1)
    assert scheme.burn is not None
    assert scheme.burn.value_minor == 1
    assert shop.schemes.preset("simple").earn[0].unit_minor == 1


def test_a_version_of_five_figures_is_still_read(shop, clock):
    figures = (
        '{"earn_points": 3, "earn_unit_minor": 200, "burn_points": 50,'
        ' "burn_value_minor": 70, "claim_days": 2}'
    )
    row = (b"x" * 16, 2, "simple", figures, "2026-01-01", 1)
    shop.desk.transaction(lambda: stored.add_scheme(shop.desk.database, row))
    shop.desk.reload()
    scheme = shop.schemes.in_force()
    assert (scheme.version, scheme.claim_days, scheme.earn[0].points) == (2, 2, 3)
    assert scheme.burn is not None
    assert (scheme.earn[0].unit_minor, scheme.burn.points, scheme.burn.value_minor) == (200, 50, 70)


def test_a_scheme_is_found_by_name_by_version_and_by_file(shop, tmp_path):
    path = tmp_path / "mine.toml"
    shop.schemes.write_file(path, replace(simple_scheme(1, 100), name="mine"))
    assert shop.schemes.named("current") == shop.schemes.named("1") == simple_scheme(1, 100)
    assert shop.schemes.named("simple").name == "simple"
    assert shop.schemes.named(str(path)).name == "mine"
    with pytest.raises(SchemeUnknown):
        shop.schemes.named("platinum")
    with pytest.raises(FileUnreadable, match="missing_file"):
        shop.schemes.named("platinum.toml")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "missing_file"),
        (b"", "empty_file"),
        (b"\x89PNG\r\n\x1a\n\0\0", "not_toml"),
        (b"name = ", "not_toml"),
        (b"name = \xff\xfe", "unknown_encoding"),
        (b"#" * 1_000_001, "too_large"),
        (b"a=" + b"[" * 100_000, "not_toml"),
    ],
)
def test_a_file_that_is_no_scheme_is_refused_with_the_reason(shop, tmp_path, content, reason):
    path = tmp_path / "x.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileUnreadable) as refused:
        shop.schemes.read_file(path)
    assert refused.value.reason == reason


def test_a_file_that_cannot_be_written_leaves_what_was_there(shop, tmp_path):
    folder = tmp_path / "x.toml"
    folder.mkdir()
    with pytest.raises(FileUnreadable, match="not_writable"):
        shop.schemes.write_file(folder, simple_scheme(1, 100))
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("x")] == ["x.toml"]


def test_opening_a_shop_reads_no_toml():
    code = "import sys; import app.shop, app.cli.run; sys.exit('tomllib' in sys.modules)"
    root = Path(__file__).parent.parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_the_first_scheme_is_that_of_the_shops_currency(tmp_path):
    from app.config import TillConfig
    from app.shop import create_shop

    made = create_shop(
        TillConfig(data_dir=tmp_path / "tw"), ShopSettings(currency="TWD"), clock=Clock()
    )
    assert made.schemes.in_force() == simple_scheme(1, 1)
    made.close()


def test_a_scheme_is_tried_on_what_the_shop_sells(shop):
    shop.products.add(ProductDraft(name="Beans", price="88.00", category="Retail"))
    scheme = shop.schemes.preset("coffee")
    found = {finding.subject for finding in shop.schemes.lint(scheme)}
    assert "rewards[medium-drink]" in found
    shop.products.add(ProductDraft(name="Latte", price="26.00", category="Coffee"))
    found = {finding.subject for finding in shop.schemes.lint(scheme)}
    assert "rewards[medium-drink]" not in found


def test_a_scheme_that_the_linter_calls_wrong_is_not_used(shop):
    everything = Benefit(BenefitKind.PERCENT_OFF, percent_bp=10_000)
    gift = Promotion("gift", words("Gift"), everything)
    with pytest.raises(SchemeInvalid) as refused:
        shop.schemes.use(replace(simple_scheme(1, 100), promotions=(gift,)))
    assert (refused.value.path, refused.value.reason) == ("promotions[gift]", "free_for_all")
    assert len(shop.schemes.versions()) == 1


@pytest.mark.parametrize(
    "definition", ["", "[]", "{}", '{"name": "x", "earn": 3}', '{"earn_points": 1}']
)
def test_a_scheme_that_makes_no_sense_in_the_file_is_refused_at_the_start(shop, clock, definition):
    row = (b"x" * 16, 2, "simple", definition, "2026-01-01", 1)
    shop.desk.transaction(lambda: stored.add_scheme(shop.desk.database, row))
    shop.close()
    with pytest.raises(ShopFileUnreadable):
        open_shop(shop.config, clock=clock)


def test_reading_the_scheme_in_force_takes_no_time_at_the_start(shop):
    shop.schemes.use(shop.schemes.preset("simple"))
    spans = []
    for _ in range(20):
        began = time.perf_counter()
        SchemeBook(shop.desk.database, shop.desk.settings.money).in_force(shop.desk.today())
        spans.append(time.perf_counter() - began)
    assert min(spans) < 0.002
