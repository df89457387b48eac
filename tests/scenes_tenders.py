"""Scenes of paying: pay codes, accounts, deposits, tips."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.services.deposits import DepositDraft
from app.services.ids import uuid7
from app.services.rules.cart import Cart, CartLine, add
from app.services.rules.tenders import Tender, TenderKind


def _cash(minor: int) -> tuple[Tender, ...]:
    return (Tender(TenderKind.CASH, minor),)


def tenders(stage: Any) -> None:
    """The pay sheet's ways to pay, and what stays open between members and the shop."""
    shop, screen = stage.shop, stage.screen("cashier")
    presenter, sheets = screen._presenter, screen._sheets
    shop.settings.save(replace(shop.desk.settings, tips=True, cash_step_minor=5))
    shop.accounts.set_limit(stage.member_id, 30_000)
    tiles = shop.products.tiles()
    member = shop.checkout.member_facts(stage.member_id)
    cart = add(Cart(member=member), CartLine(uuid7(), tiles[0].item))
    total = shop.checkout.quote(cart).total_minor
    shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.ON_ACCOUNT, total),))
    shop.deposits.take(DepositDraft(uuid7(), 2_000, _cash(2_000), note="生日蛋糕"))
    shop.deposits.take(DepositDraft(uuid7(), 5_000, _cash(5_000), stage.member_id))
    shop.deposits.take(DepositDraft(uuid7(), 1_000, _cash(1_000), cart=cart))
    presenter.clear()
    presenter.attach(stage.member_id)
    for tile in tiles[:3]:
        presenter.add_item(tile.item)
    stage.window._toast.dismiss()
    stage.shot("tenders-cashier")
    presenter.paying.open("134567890123456789")
    stage.shot("tenders-code")
    sheet = sheets.pay_sheet
    sheet._choose(TenderKind.ON_ACCOUNT)
    stage.shot("tenders-account")
    sheet._ask_tip()
    stage.shot("tenders-tip")
    sheet._take_quick(1)
    sheet._choose(TenderKind.DEPOSIT)
    sheet._put_down()
    stage.shot("tenders-deposit")
    sheet.completed.emit(sheet.desk().choose(TenderKind.CASH))
    stage.sheet("tenders-receipt")
    presenter.attach(stage.member_id)
    presenter.charging.open()
    charge = sheets.value.charge
    charge._sections.choose([name for name, _ in charge.desk().sections].index("repayment"))
    charge.tiles[0].click()
    charge.received.set_value_minor(10_000)
    charge._received(10_000)
    stage.shot("tenders-repayment")
    charge.accept()
    stage.sheet("tenders-repaid")
    presenter.detach()
    presenter.charging.open_deposit()
    charge.tiles[1].click()
    stage.sheet("tenders-deposit-take")
    sheets.value.open_deposits()
    stage.shot("tenders-deposits")
    sheets.value.deposit_end.ask(shop.deposits.open()[0])
    stage.sheet("tenders-deposit-end")
    shop.checkout.complete(uuid7(), cart, None, (Tender(TenderKind.ON_ACCOUNT, total),))
    sheets.value.open_debtors()
    stage.sheet("tenders-debtors")
    presenter.parking.open_held()
    stage.sheet("tenders-held")
    for held in shop.checkout.held():
        presenter.parking.discard(held)
    presenter.clear()
    shop.settings.save(replace(shop.desk.settings, tips=False, cash_step_minor=1))
