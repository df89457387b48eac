"""The demo shop is a real shop: whole, balanced, made again from the same seed, and marked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.config import TillConfig
from app.errors import Cancelled, ShopExists
from app.models.database import Row
from app.services.demo import DemoSize
from app.services.lookup import MemberFound, ProductFound
from app.services.member_types import MemberFilter
from app.services.products import ProductFilter
from app.services.rules.days import to_millis
from app.services.rules.phones import parse_phone
from app.services.sales import SaleFilter
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, make_demo

NOW = datetime(2026, 11, 21, 12, 5, tzinfo=UTC)
SMALL = DemoSize(members=60, days=20)


def make(folder: Path, *, language: str = "zh_CN", seed: int = 3, size: DemoSize = SMALL) -> Shop:
    return make_demo(TillConfig(folder), language=language, seed=seed, size=size, clock=lambda: NOW)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    shop = make_demo(TillConfig(tmp_path_factory.mktemp("demo")), clock=lambda: NOW)
    yield shop
    shop.close()


def content(shop: Shop) -> list[Row]:
    """What the shop holds, without ids and keys."""
    database = shop.desk.database
    return [
        *database.rows("SELECT number, name, phone, birthday, note, joined_on FROM member"),
        *database.rows("SELECT name, price_minor, member_price_minor, search FROM product"),
        *database.rows(
            "SELECT sequence, sold_at, gross_minor, total_minor, points_earned, points_burned"
            " FROM sale ORDER BY sequence"
        ),
        *database.rows("SELECT label, total_minor FROM held_sale ORDER BY label"),
        *database.rows("SELECT kind, sum(amount_minor) FROM tender GROUP BY kind"),
    ]


def test_the_demo_has_what_it_promises(full):
    assert full.desk.settings.demo
    assert full.desk.settings.name == "屿见咖啡（演示）"
    assert full.members.page_count(MemberFilter()) == 500
    assert full.products.page_count(ProductFilter()) == 60
    assert 8_000 <= full.sales.page_count(SaleFilter()) <= 12_000
    assert len(full.checkout.held()) == 2
    assert len(full.products.categories()) == 6
    assert full.products.tiles()[0].item.name == "燕麦拿铁"


def test_its_sales_span_a_year_up_to_now_and_no_further(full):
    first, last = full.desk.database.rows("SELECT min(sold_at), max(sold_at) FROM sale")[0]
    assert first < to_millis(NOW - timedelta(days=360))
    assert to_millis(NOW - timedelta(hours=2)) < last <= to_millis(NOW)


def test_every_kind_of_thing_happens_in_it(full):
    rows = full.desk.database.rows
    assert {kind for (kind,) in rows("SELECT DISTINCT kind FROM tender")} == {
        "cash",
        "wechat",
        "alipay",
        "bank_card",
        "other",
        "points",
    }
    for exists in (
        "SELECT 1 FROM sale WHERE change_due_minor > 0",
        "SELECT 1 FROM sale WHERE member_id IS NULL",
        "SELECT 1 FROM sale_line WHERE weighed = 1",
        "SELECT 1 FROM sale_line WHERE effects LIKE '%hand_discount%'",
        "SELECT 1 FROM sale_line WHERE effects LIKE '%round_down%'",
        "SELECT 1 FROM visit WHERE kind = 'check_in'",
        "SELECT 1 FROM claim",
        "SELECT 1 FROM consent",
        "SELECT 1 FROM dependant",
        "SELECT 1 FROM member WHERE birthday LIKE 'lunar:%'",
        "SELECT 1 FROM member WHERE state = 'frozen'",
        "SELECT 1 FROM member_card WHERE state = 'replaced'",
    ):
        assert rows(f"{exists} LIMIT 1"), exists


def test_each_sale_shows_the_balance_its_member_had(full):
    assert not full.desk.database.rows(
        "SELECT id FROM sale WHERE points_before <> coalesce((SELECT sum(points)"
        " FROM points_entry e WHERE e.member_id = sale.member_id AND e.posted_at < sale.sold_at),"
        " 0) AND member_id IS NOT NULL LIMIT 1"
    )


def test_one_campaign_is_over_and_what_it_added_is_known(full):
    (campaign,) = full.campaigns.list()
    assert campaign.state == "ended"
    told = full.campaigns.result(campaign.campaign_id)
    steps = told.funnel
    assert steps.chosen > steps.invited > steps.confirmed > steps.attended > 0
    assert [arm.people for arm in told.arms] == [campaign.holdout, campaign.reached]
    assert told.visits.verdict == "added"
    assert told.net_minor is not None
    assert told.net_minor > 0


def test_the_doctor_finds_nothing(full):
    assert [check for check in full.doctor.run() if not check.ok] == []


def test_the_member_of_the_pictures_is_in_it(full):
    member = full.members.resolve("13800138000")
    strip = full.members.strip(member.member_id)
    assert (strip.name, strip.masked_phone) == ("曾雨晴", "138****8000")
    assert (strip.birthday_in_days, strip.favourite) == (3, "燕麦拿铁")
    assert strip.visits > 30
    (card,) = full.cards.of_member(member.member_id)
    found = full.lookup.scan(card.code)
    assert isinstance(found, MemberFound)
    assert found.strip == strip


def test_its_goods_can_be_scanned_and_its_names_found(full):
    (beans,) = full.products.page(ProductFilter(text="低因咖啡豆"), 0, 5)
    found = full.lookup.scan(beans.barcodes[0])
    assert isinstance(found, ProductFound)
    assert found.line.item == beans.item
    for typed in ("shanxiaoyan", "qyj", "xiesiyuan", "ouhuimin", "王𬭚"):
        assert full.members.suggest(typed), typed


@pytest.mark.parametrize(
    ("language", "currency", "product"),
    [("zh_TW", "TWD", "燕麥拿鐵"), ("en", "SGD", "Oat Latte")],
)
def test_the_demo_speaks_the_language_asked_for(tmp_path, language, currency, product):
    shop = make(tmp_path, language=language)
    assert shop.desk.settings.currency == currency
    assert shop.products.tiles()[0].item.name == product
    assert "演示" in shop.desk.settings.name or "demo" in shop.desk.settings.name
    shop.close()


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_every_phone_in_it_is_a_valid_one_of_the_shops_country(tmp_path, language):
    shop = make(tmp_path, language=language)
    region = shop.desk.settings.region
    for phone, e164 in shop.desk.database.rows("SELECT phone, phone_e164 FROM member"):
        assert parse_phone(phone, region).e164 == e164
        assert (e164 is None) == (phone == "")
    shop.close()


def test_the_same_seed_on_the_same_day_makes_the_same_shop(tmp_path):
    shops = [make(tmp_path / str(n), seed=seed) for n, seed in enumerate((3, 3, 4))]
    same, again, other = (content(shop) for shop in shops)
    assert same == again
    assert same != other
    for shop in shops:
        shop.close()


def test_a_cancelled_demo_leaves_no_shop(tmp_path):
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled):
        make_demo(
            TillConfig(tmp_path),
            lambda done, total: told.append((done, total)),
            lambda: len(told) > 5,
            size=SMALL,
            clock=lambda: NOW,
        )
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_its_end(tmp_path):
    told: list[tuple[int, int]] = []
    make_demo(
        TillConfig(tmp_path),
        lambda done, total: told.append((done, total)),
        size=SMALL,
        clock=lambda: NOW,
    ).close()
    assert told == sorted(told)
    assert told[-1] == (81, 81)


def test_a_demo_never_takes_the_place_of_a_shop(tmp_path):
    config = TillConfig(tmp_path)
    create_shop(config, ShopSettings(name="x")).close()
    with pytest.raises(ShopExists):
        make_demo(config, size=SMALL)
