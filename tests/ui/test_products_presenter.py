"""The products' behaviour, without a window."""

from __future__ import annotations

import pytest

from app.errors import BarcodeTaken, FieldInvalid
from app.services.products import ProductDraft, ProductFilter
from app.ui.products.presenter import Listing, ProductForm, ProductsPresenter
from app.ui.tasks import InlineTasks

TEA = ProductDraft(name="凤凰单丛", price="26", category="茶", barcodes=("6901234567892",))


class Screen:
    """Remembers what the presenter asked for."""

    def __init__(self) -> None:
        self.listing: Listing | None = None
        self.form: ProductForm | None = None
        self.refused: list[Exception] = []
        self.told: list[tuple[str, str]] = []
        self.undo = None
        self.times_saved = 0
        self.times_changed = 0

    def show_listing(self, listing):
        self.listing = listing

    def open_editor(self, form):
        self.form = form

    def saved(self):
        self.times_saved += 1

    def refuse_form(self, error):
        self.refused.append(error)

    refuse = refuse_form

    def tell(self, what, name, undo):
        self.told.append((what, name))
        self.undo = undo

    def changed(self):
        self.times_changed += 1


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def presenter(shop, screen) -> ProductsPresenter:
    made = ProductsPresenter(screen, shop, InlineTasks())
    made.refresh()
    return made


def listed(presenter) -> list[str]:
    rows: list[str] = []
    presenter.fetch(0, 100, lambda page: rows.extend(product.name for product in page))
    return rows


def add(presenter, screen, draft=TEA):
    presenter.add()
    presenter.save(screen.form, draft)


def test_a_shop_without_products_says_so(presenter, screen):
    assert not screen.listing.any_at_all
    add(presenter, screen)
    presenter.search("nothing like this")
    assert screen.listing.count == 0
    assert screen.listing.any_at_all


def test_an_added_product_is_listed_and_marked_and_told_with_a_way_back(presenter, screen, shop):
    add(presenter, screen)
    assert listed(presenter) == ["凤凰单丛"]
    assert screen.listing.marked == 0
    assert screen.told == [("added", "凤凰单丛")]
    screen.undo()
    assert listed(presenter) == []
    add(presenter, screen)
    assert shop.products.by_barcode("6901234567892").name == "凤凰单丛"


def test_saving_twice_keeps_one_product(presenter, screen):
    presenter.add()
    form = screen.form
    presenter.save(form, TEA)
    presenter.save(form, TEA)
    assert listed(presenter) == ["凤凰单丛"]


def test_a_change_is_taken_back_whole(presenter, screen, shop):
    product = shop.products.add(TEA)
    presenter.edit(product)
    assert screen.form.draft.price == "26.00"
    presenter.save(screen.form, ProductDraft(name="单丛", price="30", barcodes=("20123",)))
    assert shop.products.get(product.product_id).price_minor == 3000
    screen.undo()
    again = shop.products.get(product.product_id)
    assert again == product


def test_saving_without_a_change_changes_nothing(presenter, screen, shop):
    product = shop.products.add(TEA)
    presenter.edit(product)
    presenter.save(screen.form, screen.form.draft)
    assert screen.times_saved == 1
    assert screen.told == []


def test_a_barcode_of_another_product_is_refused_by_its_name(presenter, screen, shop):
    shop.products.add(TEA)
    add(presenter, screen, ProductDraft(name="可颂", price="16", barcodes=("6901234567892",)))
    refusal = screen.refused[0]
    assert isinstance(refusal, BarcodeTaken)
    assert refusal.name == "凤凰单丛"
    assert screen.times_saved == 0


def test_a_refused_product_may_be_mended_and_saved(presenter, screen):
    add(presenter, screen, ProductDraft(name="茶", price="-1"))
    assert isinstance(screen.refused[0], FieldInvalid)
    presenter.save(screen.form, ProductDraft(name="茶", price="1"))
    assert listed(presenter) == ["茶"]


def test_an_archived_product_leaves_the_list_and_comes_back(presenter, screen, shop):
    product = shop.products.add(TEA)
    presenter.archive(product)
    assert listed(presenter) == []
    presenter.show_active(False)
    assert listed(presenter) == ["凤凰单丛"]
    screen.undo()
    assert listed(presenter) == []
    presenter.want(ProductFilter())
    assert listed(presenter) == ["凤凰单丛"]


def test_a_list_of_one_category_proposes_it_for_a_new_product(presenter, screen, shop):
    shop.products.add(TEA)
    shop.products.add(ProductDraft(name="可颂", price="16", category="烘焙"))
    presenter.refresh()
    bakery = next(c for c in screen.listing.categories if c.name == "烘焙")
    presenter.show_category(bakery.category_id)
    assert listed(presenter) == ["可颂"]
    presenter.add()
    assert screen.form.draft.category == "烘焙"
    assert set(screen.form.categories) == {"茶", "烘焙"}


@pytest.mark.parametrize("text", ["单丛", "fenghuang", "fhdc", "69012345"])
def test_a_product_is_found_by_name_pinyin_initials_and_barcode(presenter, shop, text):
    shop.products.add(TEA)
    shop.products.add(ProductDraft(name="可颂", price="16"))
    presenter.search(text)
    assert listed(presenter) == ["凤凰单丛"]


def test_a_scanned_code_opens_its_product_archived_or_not(presenter, screen, shop):
    product = shop.products.add(TEA)
    shop.products.archive(product.product_id)
    presenter.scan("6901234567892")
    assert screen.form.product_id == product.product_id
    assert not screen.form.active


def test_an_unknown_code_opens_a_new_product_that_has_it(presenter, screen):
    presenter.scan("6901234567885")
    assert screen.form.is_new
    assert screen.form.draft.barcodes == ("6901234567885",)


def test_a_tile_moves_among_those_of_its_category_and_back(presenter, screen, shop):
    made = [
        shop.products.add(ProductDraft(name=name, price="1", category=category))
        for name, category in (("a", "x"), ("b", "y"), ("c", "x"), ("d", "x"))
    ]

    def tiles():
        return "".join(tile.item.name for tile in shop.products.tiles())

    presenter.move(made[2], -1)
    assert tiles() == "cabd"
    assert screen.listing.marked == 0
    screen.undo()
    assert tiles() == "abcd"
    presenter.move(made[0], 1)
    assert tiles() == "bcad"
    told = len(screen.told)
    presenter.move(made[1], 1)
    assert len(screen.told) == told


def test_a_late_answer_to_an_older_search_is_dropped(shop, screen):
    shop.products.add(TEA)
    waiting = []

    class Late(InlineTasks):
        def run(self, work, then=None, otherwise=None):
            waiting.append((work(), then))

    presenter = ProductsPresenter(screen, shop, Late())
    presenter.search("单")
    presenter.search("单x")
    (first, to_first), (second, to_second) = waiting
    to_second(second)
    to_first(first)
    assert screen.listing.count == 0
