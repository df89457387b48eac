"""Whoever was merged when goods came back: once apart, each has what they would have had."""

from dataclasses import replace
from importlib import import_module

import pytest

from app.models.merges import owed_minor
from app.services.grants import Grant, GrantKind
from app.services.ids import uuid7
from app.services.member_types import MemberDraft
from app.services.rules.cart import Item
from app.services.rules.refund import OpenReturn, RefundDraft, ReturnLine
from app.services.rules.scheme.earning import PointsExpiry, PointsTerms
from app.services.rules.tenders import Tender, TenderKind
from tests.scheme_builder import EVERYTHING_IN_ONE, SIMPLE, sound, use
from tests.shop_builder import balance, cart_of, cash, sell

BOX = Item("box", 2_000)
WAYS = {
    "cash": (cash(8_000),),
    "wallet": (Tender(TenderKind.STORED_VALUE, 8_000),),
    "credit": (Tender(TenderKind.STORE_CREDIT, 8_000),),
    "account": (Tender(TenderKind.ON_ACCOUNT, 8_000),),
    "points": (Tender(TenderKind.POINTS, 3_000), cash(5_000)),
    "several": (
        Tender(TenderKind.STORED_VALUE, 2_000),
        Tender(TenderKind.POINTS, 1_000),
        Tender(TenderKind.ON_ACCOUNT, 3_000),
        cash(2_000),
    ),
}


class Pair:
    """Two members with money and points of their own."""

    def __init__(self, shop) -> None:
        self.shop = shop
        self.keep, self.gone = (self._enrol(name) for name in ("Anna", "Berta"))

    def _enrol(self, name):
        member = self.shop.members.add(MemberDraft(name=name)).member.member_id
        sell(self.shop, 400_000, member)
        self.shop.wallets.top_up(uuid7(), member, 50_000, (cash(50_000),))
        self.shop.accounts.set_limit(member, 100_000)
        self.shop.grants.give((member,), Grant(uuid7(), GrantKind.CREDIT, 9_000, reason="sorry"))
        return member

    def buy(self, who, way):
        return self.shop.checkout.complete(
            uuid7(), cart_of(BOX, BOX, BOX, BOX, member=who), None, WAYS[way]
        ).sale_id

    def give_back(self, sale, *lines):
        self.shop.refunds.refund(RefundDraft(uuid7(), sale, lines))

    def merge(self):
        self.shop.merges.merge(uuid7(), self.keep, self.gone)
        assert sound(self.shop)

    def unmerge(self):
        undone = self.shop.merges.unmerge(uuid7(), self.keep)
        assert sound(self.shop)
        return undone

    def holdings(self):
        """What each of the two has: points by lapse, kept money, what counts, what was spent."""
        found = []
        for member in (self.keep, self.gone):
            standing = self.shop.loyalty.standing(member)
            profile = self.shop.members.get(member)
            wallet = standing.wallet
            found.append(
                (
                    balance(self.shop, member),
                    standing.points.expiring,
                    (wallet.principal_minor, wallet.bonus_minor, wallet.credit_minor),
                    owed_minor(self.shop.desk.database, member.bytes),
                    standing.tier.qualifying,
                    (profile.visits, profile.spent_minor),
                )
            )
        return found


@pytest.fixture
def pairs(shop):
    """One to be merged and taken apart, one that never is."""
    use(shop, EVERYTHING_IN_ONE)
    return Pair(shop), Pair(shop)


PART = ((1, 1_000),)
WHOLE = ()


@pytest.mark.parametrize(
    ("way", "lines"),
    [
        ("wallet", WHOLE),
        ("account", WHOLE),
        ("credit", PART),
        ("several", WHOLE),
        ("several", PART),
    ],
)
def test_sold_then_merged_then_returned_then_taken_apart(pairs, way, lines):
    merged, never = pairs
    sales = [pair.buy(pair.gone, way) for pair in pairs]
    merged.merge()
    for pair, sale in zip(pairs, sales, strict=True):
        pair.give_back(sale, *(ReturnLine(*line) for line in lines))
    assert sound(merged.shop)
    assert not merged.unmerge().stays
    assert merged.holdings() == never.holdings()


@pytest.mark.parametrize("way", ["several"])
def test_returned_in_parts_before_while_and_after(pairs, way):
    """Four boxes, one each time: before the merge, in it, after it, and all that is left."""
    merged, never = pairs
    sales = [pair.buy(pair.gone, way) for pair in pairs]

    lines = iter((1, 1, 2, 2, 3, 3))

    def one():
        for pair, sale in zip(pairs, sales, strict=True):
            pair.give_back(sale, ReturnLine(next(lines), 1_000))

    one()
    merged.merge()
    one()
    merged.unmerge()
    assert merged.holdings() == never.holdings()
    one()
    for pair, sale in zip(pairs, sales, strict=True):
        pair.give_back(sale)
    assert sound(merged.shop)
    assert merged.holdings() == never.holdings()


@pytest.mark.parametrize("way", ["wallet", "several"])
def test_what_is_sold_by_the_old_number_while_merged_is_the_kept_members_and_comes_back_to_them(
    pairs, way
):
    merged, never = pairs
    merged.merge()
    number = merged.shop.members.get(merged.gone).number
    found = merged.shop.members.resolve(number).member_id
    assert found == merged.keep
    sales = [merged.buy(found, way), never.buy(never.keep, way)]
    merged.unmerge()
    for pair, sale in zip(pairs, sales, strict=True):
        pair.give_back(sale)
    assert sound(merged.shop)
    mine, theirs = merged.holdings(), never.holdings()
    assert [each[0] for each in mine] == [each[0] for each in theirs]
    assert [each[3:] for each in mine] == [each[3:] for each in theirs]
    both = [sum(kind) for kind in zip(*(each[2] for each in mine), strict=True)]
    assert both == [sum(kind) for kind in zip(*(each[2] for each in theirs), strict=True)]


def test_merged_and_taken_apart_twice_gives_what_came_back_once(pairs):
    merged, never = pairs
    sales = [pair.buy(pair.gone, "several") for pair in pairs]
    merged.merge()
    for pair, sale in zip(pairs, sales, strict=True):
        pair.give_back(sale)
    for _ in range(2):
        merged.unmerge()
        assert merged.holdings() == never.holdings()
        merged.merge()


def test_in_a_chain_it_goes_back_link_by_link(pairs):
    """Carla was merged into Berta, Berta into Anna, who took Carla's goods back."""
    merged, never = pairs
    carla, as_carla = merged._enrol("Carla"), never._enrol("Carla")
    sales = merged.buy(carla, "several"), never.buy(as_carla, "several")
    merged.shop.merges.merge(uuid7(), merged.gone, carla)
    merged.merge()
    merged.give_back(sales[0])
    never.give_back(sales[1])
    merged.unmerge()
    merged.shop.merges.unmerge(uuid7(), merged.gone)
    assert sound(merged.shop)
    assert merged.holdings() == never.holdings()
    merged.gone, never.gone = carla, as_carla
    assert merged.holdings() == never.holdings()


def test_a_return_takes_the_points_that_its_own_sale_brought_wherever_merges_carried_them(pairs):
    """The kept member's own points lapse sooner, and stay."""
    merged, _ = pairs
    sale = merged.buy(merged.gone, "cash")
    before = balance(merged.shop, merged.keep)
    merged.merge()
    merged.give_back(sale)
    merged.unmerge()
    assert balance(merged.shop, merged.keep) == before


def test_restored_points_of_several_lots_each_keep_their_own_last_day(shop, clock):
    """100, 200 and 300 points that lapse a month apart paid a sale of somebody merged since."""
    use(shop, replace(SIMPLE, points=PointsTerms(expiry=PointsExpiry.MONTHS, months=12)))
    keep, gone = (
        shop.members.add(MemberDraft(name=name)).member.member_id for name in ("Anna", "Berta")
    )
    for amount in (10_000, 20_000, 30_000):
        sell(shop, amount, gone)
        clock.forward(days=31)
    lapses = shop.loyalty.standing(gone).points.expiring
    assert len(lapses) == 3
    sale = shop.checkout.complete(
        uuid7(), cart_of(Item("box", 600), member=gone), None, (Tender(TenderKind.POINTS, 600),)
    ).sale_id
    assert balance(shop, gone) == 0
    shop.merges.merge(uuid7(), keep, gone)
    told = shop.refunds.refund(RefundDraft(uuid7(), sale))
    assert told.points_restored == 600
    assert shop.loyalty.standing(keep).points.expiring == lapses
    assert sound(shop)
    shop.merges.unmerge(uuid7(), keep)
    assert shop.loyalty.standing(gone).points.expiring == lapses
    assert sound(shop)


def test_an_older_shop_counts_anew_what_was_spent_by_members_who_were_merged_once(pairs):
    """What came back while they were merged, of both, and goods without a receipt."""
    merged, never = pairs
    sales = merged.buy(merged.gone, "several"), merged.buy(merged.keep, "points")
    merged.merge()
    for sale in sales:
        merged.give_back(sale, ReturnLine(1, 1_000))
    merged.unmerge()
    open_lines = (OpenReturn("box", 1_000, 2_000),)
    shop = merged.shop
    shop.refunds.refund(
        RefundDraft(
            uuid7(),
            None,
            reason="broken",
            open_lines=open_lines,
            member_id=merged.gone,
            tenders=(cash(2_000),),
        )
    )
    before = merged.holdings(), never.holdings()
    database = shop.desk.database
    wrong = "UPDATE member_summary SET spent_minor = spent_minor - 500 WHERE member_id IN (?, ?)"
    database.execute(wrong, (merged.keep.bytes, merged.gone.bytes))
    assert (merged.holdings(), never.holdings()) != before
    database.execute(import_module("app.models.migrations.0010_insight").SPENT_ANEW)
    assert (merged.holdings(), never.holdings()) == before
    assert sound(shop)
