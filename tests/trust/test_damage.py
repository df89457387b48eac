"""A damaged file, and codes nobody issued: refused in a sentence, never a traceback."""

import os
import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.config import TillConfig
from app.errors import ShopError
from app.messages import LANGUAGES, sentence
from app.models.database import Row
from app.services.rules.codes import SERIAL_LIMIT, member_code, member_serial
from app.services.rules.money import CURRENCIES
from app.services.sales import SaleFilter
from app.services.settings import ShopSettings
from app.shop import Shop, create_shop, open_shop
from tests.shop_builder import Clock, sell
from tests.trust.figures import chance, times
from tests.trust.shop_day import Trading, trade

CNY = CURRENCIES["CNY"]
ENGINE = {"integrity", "foreign_keys"}
SEALED = (
    "sale",
    "sale_line",
    "tender",
    "sale_tax",
    "claim",
    "points_entry",
    "points_lot",
    "points_allocation",
    "seal",
)


def traded(folder: Path, key: str | None = None) -> tuple[Trading, list[Row]]:
    """A shop with some history; who is in it, and what its history says."""
    clock = Clock()
    shop = create_shop(TillConfig(data_dir=folder), ShopSettings(name="屿见"), clock=clock, key=key)
    trading = trade(shop, clock)
    for number in range(40):
        sell(shop, 100 + number, trading.ana if number % 2 else None)
    history = sealed_rows(shop)
    shop.close()
    return trading, history


def refused(work: Callable[[], object]) -> bool:
    """Whether the work was refused, in a sentence; anything but a refusal is a bug."""
    try:
        work()
    except ShopError as error:
        return all(sentence(error, language, CNY) for language in LANGUAGES)
    return False


def use(shop: Shop, trading: Trading) -> bool:
    """A clerk's hour at a till with a bad disk; whether anything was refused."""
    works: tuple[Callable[[], object], ...] = (
        lambda: shop.members.strip(trading.ana),
        lambda: shop.members.get(trading.bo),
        lambda: shop.members.suggest("z"),
        lambda: shop.members.find("13800138000"),
        lambda: shop.members.history(trading.ana),
        lambda: shop.products.suggest("乌"),
        lambda: shop.products.tiles(),
        lambda: shop.sales.page(SaleFilter(), 0, 60),
        lambda: shop.sales.receipt("A0-000003"),
        lambda: [shop.checkout.recall(held.held_id) for held in shop.checkout.held()],
        lambda: sell(shop, 500, trading.ana),
        lambda: sell(shop, 500),
        lambda: shop.sales.last(30),
    )
    return sum(refused(work) for work in works) > 0


def sealed_rows(shop: Shop) -> list[Row]:
    """The shop's history as it can be read."""
    rows: list[Row] = []
    for table in SEALED:
        rows += shop.desk.database.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
    return rows


def seen_by(folder: Path, trading: Trading, before: list[Row], key: str | None = None) -> str:
    """How a damage shows: at the opening, to the engine, to the doctor, in use, or not."""
    clock = Clock()
    clock.forward(days=2)
    shops: list[Shop] = []
    config = TillConfig(data_dir=folder)
    if refused(lambda: shops.append(open_shop(config, clock=clock, key=key))):
        return "opening"
    (shop,) = shops
    try:
        failing = {found.name for found in shop.doctor.run() if not found.ok}
        unchanged = bool(failing) or sealed_rows(shop) == before
        refused_in_use = key is None and use(shop, trading)
    finally:
        shop.close()
    assert unchanged, "history was changed and nobody saw it"
    if failing:
        return "engine" if failing & ENGINE else "doctor"
    return "use" if refused_in_use else "silent"


def damaged(content: bytes, dice: random.Random) -> bytes:
    """One byte flipped, somewhere in what is used: a small shop's pages are mostly blank."""
    changed = bytearray(content)
    place = dice.randrange(len(changed))
    while not changed[place]:
        place = dice.randrange(len(changed))
    changed[place] ^= dice.randrange(1, 256)
    return bytes(changed)


@times(200, 10_000)
def test_a_flipped_byte_never_makes_a_traceback_nor_changes_history_unseen(tmp_path, count):
    dice = chance("damaged file")
    trading, before = traded(tmp_path / "whole")
    content = (tmp_path / "whole" / "shop.db").read_bytes()
    seen: dict[str, int] = {}
    for _ in range(count):
        folder = tmp_path / "damaged"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "shop.db").write_bytes(damaged(content, dice))
        how = seen_by(folder, trading, before)
        seen[how] = seen.get(how, 0) + 1
    print(f"{count} bytes flipped: {seen}")
    # A plain file proves its history; a letter in a name, or a blank byte, it does not.
    assert seen.get("silent", 0) < count * 0.9


@times(40, 5_000)
def test_in_an_encrypted_file_no_flipped_byte_goes_unseen(tmp_path, count):
    dice = chance("damaged encrypted file")
    trading, before = traded(tmp_path / "whole", key="k")
    content = (tmp_path / "whole" / "shop.db").read_bytes()
    for _ in range(count):
        folder = tmp_path / "damaged"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "shop.db").write_bytes(damaged(content, dice))
        assert seen_by(folder, trading, before, key="k") in ("opening", "engine")


def test_whatever_else_a_file_may_be_it_is_refused_in_a_sentence(tmp_path):
    traded(tmp_path / "whole")
    content = (tmp_path / "whole" / "shop.db").read_bytes()
    for wrong in (b"", b"\0", os.urandom(9000), content[:100], content[:5000], content[4096:]):
        folder = tmp_path / "wrong"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "shop.db").write_bytes(wrong)
        assert refused(partial(open_shop, TillConfig(data_dir=folder)))


# --- codes ----------------------------------------------------------------------


def altered(code: str, dice: random.Random) -> str:
    """A real code with digits changed, swapped, or taken from another."""
    digits = list(code)
    for _ in range(dice.randint(1, 3)):
        first, second = dice.randrange(1, 15), dice.randrange(1, 15)
        if dice.random() < 0.5:
            digits[first] = dice.choice("0123456789")
        else:
            digits[first], digits[second] = digits[second], digits[first]
    return "".join(digits)


@times(200_000, 10_000_000)
def test_no_forged_code_is_accepted_as_a_card(shop, clock, count):
    dice = chance("forged codes")
    trading = trade(shop, clock)
    key = shop.desk.card_key
    real = {card.code for who in (trading.ana, trading.bo) for card in shop.cards.of_member(who)}
    some = [member_code(dice.randrange(SERIAL_LIMIT), key) for _ in range(100)]
    hits: list[str] = []
    for number in range(count):
        if number % 2:
            code = f"9{dice.randrange(10**14):014d}"
        else:
            code = altered(dice.choice([*real, *some]), dice)
        if code not in real and code not in some and member_serial(code, key) is not None:
            hits.append(code)
    accepted = [code for code in hits if not refused(partial(shop.cards.find, code))]
    print(
        f"{count} forged codes: {len(hits)} passed the check by chance"
        f" ({count / SERIAL_LIMIT:.2f} expected), {len(accepted)} accepted as a card"
    )
    assert not accepted
    assert len(hits) <= 5 + 3 * count // SERIAL_LIMIT
    for code in hits + [altered(next(iter(real)), dice) for _ in range(200)]:
        if code not in real:
            assert refused(partial(shop.lookup.scan, code))


def test_a_card_of_another_shop_is_forged_here(tmp_path, shop):
    other = create_shop(TillConfig(data_dir=tmp_path / "other"), ShopSettings())
    for serial in range(300):
        code = member_code(serial, other.desk.card_key)
        assert refused(partial(shop.cards.find, code))
    other.close()
