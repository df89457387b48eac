"""Products are kept exactly, found however they are named, and never share a barcode."""

import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config import TillConfig
from app.errors import BarcodeTaken, FieldInvalid, ProductUnknown
from app.services.desk import Desk
from app.services.ids import uuid7
from app.services.product_drafts import check_product, checked_barcodes
from app.services.products import Product, ProductDraft, ProductFilter, Products
from app.services.rules.codes import gtin_check_digit
from app.services.rules.money import CURRENCIES, plain_money, rate
from app.services.settings import ShopSettings
from app.shop import create_shop, open_shop
from tests.shared_data import naughty_strings

CNY, JPY, KWD = CURRENCIES["CNY"], CURRENCIES["JPY"], CURRENCIES["KWD"]
LATTE = ProductDraft(
    name="燕麦拉铁", barcodes=("6901234567892",), price="28.00", member_price="25", category="咖啡"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    shop = create_shop(TillConfig(tmp_path / "shop"), ShopSettings(name="屿见咖啡"))
    yield shop.desk
    shop.close()


@pytest.fixture
def products(desk: Desk) -> Products:
    return Products(desk)


def names(found: tuple[Product, ...]) -> list[str]:
    return [product.name for product in found]


# --- what is typed ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"name": " "}, "name", "required"),
        ({"name": "拿" * 101}, "name", "too_long"),
        ({"name": "a\x07"}, "name", "control_characters"),
        ({"price": ""}, "price", "required"),
        ({"price": "-1"}, "price", "negative"),
        ({"price": "1.005"}, "price", "not_an_amount"),
        ({"price": "1e3"}, "price", "not_an_amount"),
        ({"price": "NaN"}, "price", "not_an_amount"),
        ({"price": "99999999999999"}, "price", "not_an_amount"),
        ({"member_price": "-0.01"}, "member_price", "negative"),
        ({"member_price": "28.01"}, "member_price", "above_price"),
        ({"tax_rate": "101"}, "tax_rate", "not_a_percent"),
        ({"tax_rate": "-1"}, "tax_rate", "not_a_percent"),
        ({"tax_rate": "x"}, "tax_rate", "not_a_percent"),
        ({"colour": "plaid"}, "colour", "not_a_colour"),
        ({"category": "类" * 41}, "category", "too_long"),
        ({"barcodes": ("1" * 65,)}, "barcode", "too_long"),
        ({"barcodes": ("912345678901234",)}, "barcode", "reserved_code"),
        ({"barcodes": ("134567890123456789",)}, "barcode", "reserved_code"),
        ({"barcodes": tuple(f"A{i}" for i in range(21))}, "barcode", "too_many"),
    ],
)
def test_a_wrong_field_is_refused_and_nothing_is_kept(products, change, field, reason):
    with pytest.raises(FieldInvalid) as refusal:
        products.add(replace(LATTE, **change))
    assert (refusal.value.field, refusal.value.reason) == (field, reason)
    assert products.page_count(ProductFilter(active=None)) == 0
    assert products.categories() == ()


@given(st.integers(0, 10**9), st.sampled_from([CNY, JPY, KWD]))
def test_every_amount_is_read_back_to_the_minor_unit(minor, currency):
    draft = ProductDraft(name="x", price=plain_money(minor, currency))
    assert check_product(draft, currency, 0).price_minor == minor


@given(st.integers(0, 10_000))
def test_every_tax_rate_is_read_back_to_the_basis_point(rate_bp):
    for text in (rate(rate_bp), f" {rate(rate_bp)} % "):
        draft = ProductDraft(name="x", price="1", tax_rate=text)
        assert check_product(draft, CNY, 99).tax_rate_bp == rate_bp


def test_a_yen_price_has_no_decimals():
    with pytest.raises(FieldInvalid, match="not_an_amount"):
        check_product(ProductDraft(name="x", price="1.50"), JPY, 0)


def test_a_blank_tax_rate_is_the_shops_own(desk, products):
    desk.settings = replace(desk.settings, tax_rate_bp=600)
    product = products.add(ProductDraft(name="x", price="1"))
    assert product.tax_rate_bp == 600
    desk.settings = replace(desk.settings, tax_rate_bp=0)
    assert products.update(product.product_id, products.draft_of(product.product_id)) == product


@pytest.mark.parametrize(
    "field", ["name", "category", "barcodes", "price", "member_price", "tax_rate", "colour"]
)
def test_every_naughty_string_is_kept_as_given_or_refused(desk, products, field):
    kept = []

    def add(text: str) -> None:
        draft = replace(ProductDraft(name="a", price="99999"), **{field: text})  # type: ignore[arg-type]
        if field == "barcodes":
            draft = replace(draft, barcodes=(text,))
        try:
            product = products.add(draft)
        except (FieldInvalid, BarcodeTaken):
            return
        if field in ("name", "category"):
            assert getattr(product, field) == text.strip()
        elif field == "barcodes":
            assert product.barcodes == ((text.strip(),) if text.strip() else ())
        assert products.suggest(text) is not None
        assert products.page(ProductFilter(text=text), 0, 5) is not None
        kept.append(text)

    strings = naughty_strings()
    desk.transaction(lambda: deque(map(add, strings), maxlen=0))
    free_text = field in ("name", "category", "barcodes")
    assert len(kept) > (len(strings) // 2 if free_text else 1)


# --- keeping ----------------------------------------------------------------------


def test_a_product_keeps_everything_that_was_typed(products):
    draft = replace(LATTE, barcodes=("00012", "A-7"), tax_rate="13", weighed=True, colour="blue")
    product = products.add(draft)
    assert product == products.get(product.product_id)
    assert (product.price_minor, product.member_price_minor, product.tax_rate_bp) == (
        2800,
        2500,
        1300,
    )
    assert (product.barcodes, product.category) == (("00012", "A-7"), "咖啡")
    assert (product.weighed, product.colour, product.active) == (True, "#0B63C5", True)
    assert products.draft_of(product.product_id) == replace(
        draft, member_price="25.00", colour="#0B63C5"
    )


def test_adding_the_same_id_again_keeps_one_product(products):
    product_id = uuid7()
    assert products.add(LATTE, product_id=product_id) == products.add(LATTE, product_id=product_id)
    assert products.page_count(ProductFilter()) == 1


def test_undoing_an_edit_brings_every_field_back(products):
    first = products.add(LATTE)
    before = products.draft_of(first.product_id)
    products.update(first.product_id, ProductDraft(name="冰美式", price="22", tile=False))
    assert products.update(first.product_id, before) == first


def test_a_change_of_price_is_on_the_audit_trail(desk, products):
    product = products.add(LATTE)
    products.update(product.product_id, replace(LATTE, price="30"))
    detail = desk.database.value("SELECT detail FROM audit_entry WHERE action = 'product.price'")
    assert detail == '{"after": 3000, "before": 2800}'


def test_an_archived_product_is_off_sale_and_comes_back_whole(products):
    product = products.add(LATTE)
    products.archive(product.product_id)
    assert (products.suggest("yanmai"), products.tiles()) == ((), ())
    with pytest.raises(ProductUnknown):
        products.by_barcode("6901234567892")
    assert products.by_barcode("6901234567892", archived=True).name == "燕麦拉铁"
    assert products.get(product.product_id).name == "燕麦拉铁"
    assert products.page(ProductFilter(active=False), 0, 10) == (replace(product, active=False),)
    products.restore(product.product_id)
    assert products.by_barcode("6901234567892") == product
    assert products.suggest("yanmai") == (product,)


# --- barcodes ---------------------------------------------------------------------


def test_a_barcode_belongs_to_one_product_only_and_says_whose(products):
    products.add(LATTE)
    with pytest.raises(BarcodeTaken) as refusal:
        products.add(ProductDraft(name="冰美式", price="22", barcodes=("6901234567892",)))
    assert (refusal.value.barcode, refusal.value.name) == ("6901234567892", "燕麦拉铁")
    assert products.page_count(ProductFilter()) == 1


def test_a_product_may_be_saved_again_with_its_own_barcodes(products):
    product = products.add(LATTE)
    assert products.update(product.product_id, LATTE) == product


@given(st.text("0123456789", min_size=11, max_size=11))
def test_a_gtin_is_one_code_with_and_without_its_leading_zeros(body):
    upc = body + gtin_check_digit(body)
    assert checked_barcodes((upc, f"0{upc}", f"00{upc}")) == (upc,)


def test_a_gtin_12_and_the_same_gtin_13_find_one_product(products):
    product = products.add(replace(LATTE, barcodes=("012345678905",)))
    for code in ("012345678905", "0012345678905", "00012345678905"):
        assert products.by_barcode(code) == product
    with pytest.raises(BarcodeTaken):
        products.add(ProductDraft(name="x", price="1", barcodes=("0012345678905",)))


def test_other_codes_keep_their_leading_zeros(products):
    products.add(replace(LATTE, barcodes=("00012",)))
    for other in ("12", "012", "000012"):
        with pytest.raises(ProductUnknown):
            products.by_barcode(other)


# --- finding ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed", ["燕", "麦拉", "yanmailatie", "yanm", "ymlt", "YM", "69012", "6901234567892"]
)
def test_a_product_is_found_by_name_pinyin_initials_or_barcode(products, typed):
    products.add(LATTE)
    products.add(ProductDraft(name="冰美式", price="22", barcodes=("7",)))
    assert names(products.suggest(typed)) == ["燕麦拉铁"]
    assert names(products.page(ProductFilter(text=typed), 0, 10)) == ["燕麦拉铁"]
    assert products.page_count(ProductFilter(text=typed)) == 1


def test_a_latin_name_is_found_by_any_part_of_it(products):
    products.add(ProductDraft(name="Oat Latte", price="28"))
    for typed in ("oat", "LATTE", "att", "oat l"):
        assert names(products.suggest(typed)) == ["Oat Latte"]
    assert products.suggest("mocha") == ()
    assert products.suggest("   ") == ()


def test_the_best_hit_stands_first(products):
    for name, code in (("拿铁咖啡", "7001"), ("咖啡豆", "7002"), ("冰咖啡", "咖啡")):
        products.add(ProductDraft(name=name, price="1", barcodes=(code,)))
    assert names(products.suggest("咖啡")) == ["冰咖啡", "咖啡豆", "拿铁咖啡"]
    assert len(products.suggest("咖啡", limit=2)) == 2


def test_a_list_is_filtered_by_category_and_paged(products):
    for place in range(5):
        products.add(ProductDraft(name=f"咖啡 {place}", price="1", category="咖啡"))
    products.add(ProductDraft(name="可颂", price="1", category="烘焙"))
    (coffee, bakery) = products.categories()
    wanted = ProductFilter(category_id=coffee.category_id)
    assert products.page_count(wanted) == 5
    assert names(products.page(wanted, 3, 10)) == ["咖啡 3", "咖啡 4"]
    assert names(products.page(ProductFilter(category_id=bakery.category_id), 0, 10)) == ["可颂"]


def test_a_percent_sign_is_searched_for_not_interpreted(products):
    products.add(ProductDraft(name="100% 橙汁", price="1"))
    products.add(ProductDraft(name="1000 橙汁", price="1"))
    assert names(products.page(ProductFilter(text="0%"), 0, 10)) == ["100% 橙汁"]


def test_a_change_made_by_another_process_is_seen_at_once(desk, products):
    product = products.add(LATTE)
    assert products.tiles()[0].item.unit_price_minor == 2800
    other = open_shop(TillConfig(desk.database.path.parent))
    Products(other.desk).update(product.product_id, replace(LATTE, price="30"))
    other.close()
    assert products.tiles()[0].item.unit_price_minor == 3000


def test_a_change_made_on_another_thread_is_seen_at_once(products):
    product = products.add(LATTE)
    assert products.tiles()[0].item.unit_price_minor == 2800
    lane = threading.Thread(
        target=lambda: products.update(product.product_id, replace(LATTE, price="30"))
    )
    lane.start()
    lane.join()
    assert products.tiles()[0].item.unit_price_minor == 3000


# --- tiles and categories ---------------------------------------------------------


def test_tiles_stand_in_their_order_and_can_be_moved(products):
    made = [products.add(ProductDraft(name=name, price="1")) for name in "abcd"]
    products.add(ProductDraft(name="no tile", price="1", tile=False))
    products.move_tile(made[3].product_id, 0)
    products.move_tile(made[0].product_id, 2)
    assert [tile.item.name for tile in products.tiles()] == ["d", "b", "a", "c"]


def test_a_tile_has_its_own_colour_or_its_categorys(products):
    for name, category, colour in (("a", "咖啡", ""), ("b", "烘焙", ""), ("c", "咖啡", "red")):
        products.add(ProductDraft(name=name, price="1", category=category, colour=colour))
    coffee, bakery, red = (tile.colour for tile in products.tiles())
    assert coffee != bakery
    assert red == "#B3261E"


def test_a_category_is_made_once_and_renamed_for_all(products):
    products.add(LATTE)
    products.add(ProductDraft(name="冰美式", price="22", category=" 咖啡 "))
    products.add(ProductDraft(name="可颂", price="16", category="烘焙"))
    coffee = products.categories()[0]
    products.rename_category(coffee.category_id, "饮品")
    assert [category.name for category in products.categories()] == ["饮品", "烘焙"]
    assert {tile.category for tile in products.tiles()} == {"饮品", "烘焙"}
    with pytest.raises(FieldInvalid, match="taken"):
        products.rename_category(coffee.category_id, "烘焙")
