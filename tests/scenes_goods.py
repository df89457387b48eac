"""The scenes of stock, labels, invoices and commissions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any


def stocked(stage: Any) -> list[Any]:
    """Some products with stock: plenty, low, and below zero."""
    from app.services.stock import StockLine

    stock, products = stage.shop.stock, stage.shop.products.on_sale()[:6]
    for at, product in enumerate(products):
        key = product.product_id
        stock.receive([StockLine(key, 24_000, cost_minor=product.price_minor // 2)], "D-2041")
        stock.track(key, 6_000)
        stock.count([StockLine(key, (30_000, 18_000, 4_000, 1_000, 12_000, 40_000)[at])])
    stock.lose([StockLine(products[3].product_id, 3_000)], "过期")
    return list(products)


def stock(stage: Any) -> None:
    """The list with what is on hand, a delivery, a history, labels."""
    from app.services.rules.stock import MoveKind

    products = stocked(stage)
    screen = stage.screen("products")
    screen._booked()
    stage.shot("products-stock")
    screen.state.choose(1)
    screen._show_state(1)
    stage.shot("products-low")
    screen.state.choose(0)
    screen._show_state(0)
    screen._goods.book(screen._booked)
    sheet = stage.window.open_sheet()
    for product, quantity in ((products[0], "12"), (products[2], "24"), (products[3], "6")):
        sheet.booking.find(product.name)
        sheet.booking.enter(quantity, "9.50")
    sheet.booking.find(products[4].name)
    stage.shot("stock-delivery")
    sheet.kinds.choose(1)
    sheet.booking.change_kind(MoveKind.COUNT)
    stage.sheet("stock-count")
    screen._presenter.edit(products[3])
    stage.shot("product-stock")
    stage.close_sheets()
    screen._goods.history(products[3].product_id, products[3].name)
    stage.sheet("stock-history")
    screen.table.choose(1)
    screen._goods.labels(screen._label_choice())
    stage.sheet("labels")
    usual = stage.window.config
    stage.window._config = replace(usual, printer_connection="file", printer_address="roll.bin")
    screen._goods.labels(screen._label_choice())
    stage.window.open_sheet().paper.setCurrentIndex(2)
    stage.sheet("labels-roll")
    stage.window._config = usual


def invoices(stage: Any) -> None:
    """A receipt with its keys, the sheet of its invoice, and what waits."""
    screen = stage.screen("cashier")
    receipt = next(each for each in stage.shop.sales.last(20) if each.member is not None)
    screen.open_receipt(receipt, just_sold=True)
    stage.shot("receipt-keys")
    screen._sheets.receipt_sheet.invoice_asked.emit(receipt)
    sheet = stage.window.open_sheet()
    sheet.buyer.setText("杭州屿见咖啡有限公司")
    sheet.tax_number.setText("91350100M000100Y44")
    sheet.accept()
    stage.shot("invoice-wrong")
    sheet.tax_number.setText("91350100M000100Y43")
    sheet.accept()
    stage.close_sheets()
    for sale in stage.shop.sales.last(5)[1:]:
        stage.shop.invoices.ask(sale.sale_id, "王芳")
    sales = stage.screen("sales")
    sales.list.invoices.click()
    stage.sheet("invoices")
    sales._presenter.open(receipt.number)
    stage.shot("sale-invoice")
    sales._invoice()
    stage.sheet("invoice-asked")


def serving(stage: Any) -> None:
    """A cart that sells more than there is, tiles that are low, and who serves."""
    from app.services.rules.powers import Role

    for name in ("阿杰", "Lily", "小美"):
        stage.shop.staff.add(name, Role.CLERK)
    products = stocked(stage)
    screen = stage.screen("cashier")
    screen.shop_changed("stock")
    presenter = screen._presenter
    presenter.clear()
    presenter.attach(stage.member_id)
    for product in (products[0], products[3], products[2]):
        presenter.add_item(product.item)
    presenter.set_quantity(6_000)
    servers = stage.shop.commissions.servers()
    presenter.serve(servers[0].staff_id, True)
    stage.window._toast.dismiss()
    stage.shot("cashier-stock")
    screen._goods.ask_served(presenter)
    stage.sheet("served-by")
    presenter.clear()
    presenter.detach()


def commissions(stage: Any) -> None:
    """Who served what, and a member's invoice title."""
    from app.services.ids import uuid7
    from app.services.rules.cart import Cart, CartLine
    from app.services.rules.powers import Role
    from app.services.rules.tenders import Tender, TenderKind

    products = stage.shop.products.on_sale()
    for at, name in enumerate(("Ann 安", "Ben 本")):
        person = stage.shop.staff.add(name, Role.CLERK).staff_id
        stage.shop.commissions.set_rate(person, (800, 1250)[at])
        cart = Cart(tuple(CartLine(uuid7(), p.item, 2000, served_by=person) for p in products[:4]))
        due = stage.shop.checkout.quote(cart).total_minor
        tender = Tender(TenderKind.WECHAT, due)
        stage.shop.checkout.complete(uuid7(), cart, None, (tender,))
    screen = stage.screen("sales")
    screen.list.commissions.click()
    stage.sheet("commissions")
    stage.window.go("members", stage.member_id)
    members = stage.window.current_screen()
    members.page.details.buyer.click()
    stage.sheet("invoice-title")
