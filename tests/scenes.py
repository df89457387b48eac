"""The screens and sheets of the window, one after the other, for pictures and for tests.

Each scene brings the window into a state that a person sees and calls `stage.shot(name)`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from app.services.rules.tenders import Tender, TenderKind
from app.services.sale_finding import Find
from tests.scenes_campaigns import CAMPAIGNS
from tests.scenes_care import CARE
from tests.scenes_goods import commissions, invoices, serving, stock
from tests.scenes_hardware import HARDWARE
from tests.scenes_insight import INSIGHT
from tests.scenes_people import PEOPLE
from tests.scenes_staff import STAFF_SCENES
from tests.scenes_tenders import tenders

# The same person in each demo shop, by the shop's language.
PHONES = {"zh_CN": "13800138000", "zh_TW": "0912001800", "en": "91001800"}

MEMBERS_CSV = (
    "会员卡号,姓名,手机号,生日,入会日期,备注\n"
    "900101,林晓,13911110001,1990-03-08,2024-05-01,靠窗\n"
    "900102,单田芳,13911110002,--08-15,2024-05-02,\n"
    "900103,Anna Rossi,13911110003,1988-11-30,2024-05-03,oat milk\n"
    "900104,仇英,13911110004,1992-02-29,昨天,\n"
    "900105,解缙,13911110005,1979-12-01,2024-06-11,少糖\n"
)


@dataclass
class Stage:
    """The window with a shop open in it; `shot` is told when a state is worth a look."""

    app: Any
    window: Any
    shop: Any
    shot: Callable[[str], None]
    member_id: Any
    shot_of: Callable[[Any, str], None] = lambda widget, name: None
    """Told of a state of a window beside the main one."""

    def settle(self) -> None:
        """Let everything be laid out and painted."""
        for _ in range(3):
            self.app.processEvents()

    def close_sheets(self) -> None:
        """Back to the bare screen."""
        while (sheet := self.window.open_sheet()) is not None:
            sheet.close_sheet()
        self.window._toast.dismiss()
        self.settle()

    def screen(self, section: str) -> Any:
        """Show a section."""
        self.close_sheets()
        self.window.go(section)
        self.settle()
        return self.window.current_screen()

    def sheet(self, name: str) -> None:
        """Look at the sheet now open, and close it."""
        self.shot(name)
        self.close_sheets()


def first_run(stage: Stage) -> None:
    """The wizard of a new shop."""
    session = stage.window.status.texts()[0]
    stage.window.first_run()
    wizard = stage.window.open_sheet()
    stage.shot("first-run")
    wizard.go_on()
    stage.shot("first-run-members")
    wizard.go_on()
    stage.shot("first-run-no-printer")
    wizard.printer_step.way.choose(2)
    wizard.printer_step.address.setText("192.168.1.50")
    stage.shot("first-run-printer")
    wizard.go_on()
    stage.sheet("first-run-owner")
    stage.window.status.show_session(session)


def cashier(stage: Stage) -> None:
    """Empty, in use, paying, paid."""
    screen = stage.screen("cashier")
    presenter, sheets = screen._presenter, screen._sheets
    presenter.clear()
    presenter.detach()
    stage.close_sheets()
    stage.shot("cashier-empty")
    presenter.attach(stage.member_id)
    for tile in stage.shop.products.tiles()[:3]:
        presenter.add_item(tile.item)
    presenter.set_quantity(2_000)
    stage.window._toast.dismiss()
    stage.shot("cashier")
    sheets.ask_discount(whole=True)
    stage.sheet("discount")
    sheets.explain()
    stage.sheet("why")
    presenter.toggle_points()
    presenter.pay()
    sheet = sheets.pay_sheet
    sheet._take_quick(len(sheet.desk().suggestions) - 1)
    stage.shot("pay")
    presenter.complete(sheet.desk())
    stage.sheet("paid")


def cashier_finding(stage: Stage) -> None:
    """Searching, a refusal, enrolling, and an item that has no code."""
    screen = stage.screen("cashier")
    presenter, sheets = screen._presenter, screen._sheets
    for text, name in (
        ("zh", "search"),
        ("13911112222", "search-nobody"),
        ("12.50", "search-item"),
    ):
        screen.omnibox.line_edit().setText(text)
        presenter.finder.typed(text)
        stage.shot(name)
    screen.omnibox.clear()
    presenter.finder.scan("6901234567892999")
    stage.shot("refused")
    stage.window.forget_error()
    sheets.enrol("13911112222", "")
    stage.sheet("enrol")
    sheets.open_item("", "12.50")
    stage.sheet("open-item")


def cashier_holding(stage: Stage) -> None:
    """Quantities, held sales, and a receipt claimed later."""
    screen = stage.screen("cashier")
    presenter, sheets = screen._presenter, screen._sheets
    tiles = stage.shop.products.tiles()
    for tile in (tiles[0], tiles[1]):
        presenter.add_item(tile.item)
        sheets.ask_quantity()
        stage.sheet("quantity")
        stage.shot("no-member")
        presenter.parking.hold()
        stage.shot("held")
        stage.window._toast.dismiss()
    presenter.add_item(tiles[2].item)
    presenter.parking.ask_hold()
    stage.sheet("hold-note")
    presenter.parking.hold("table 5" if stage.window.language == "en" else "5 号桌")
    presenter.parking.open_held()
    stage.sheet("held-list")
    tell_changes(stage, sheets.changes_sheet)
    for held in stage.shop.checkout.held():
        presenter.parking.discard(held)
    presenter.add_item(tiles[0].item)
    presenter.pay()
    desk = sheets.pay_sheet.desk()
    sheets.pay_sheet._take_quick(len(desk.suggestions) - 1)
    presenter.complete(sheets.pay_sheet.desk())
    stage.sheet("paid-no-member")
    presenter.attach(stage.member_id)
    (receipt,) = stage.shop.sales.last(1)
    presenter.finder.scan(receipt.number)
    stage.sheet("claim")
    presenter.detach()


def tell_changes(stage: Stage, sheet: Any) -> None:
    """What changed while a basket was held."""
    from app.services.rules.reasons import Reason
    from app.ui.cashier.presenting.parking import Resumed

    changes = tuple(
        Reason(
            "price_changed",
            (
                ("name", tile.item.name),
                ("before_minor", tile.item.unit_price_minor),
                ("after_minor", tile.item.unit_price_minor + step),
            ),
        )
        for tile, step in zip(stage.shop.products.tiles()[:3], (200, -100, 50), strict=True)
    )
    gone = Reason("no_longer_sold", (("name", changes[2].facts[0][1]),))
    resumed = Resumed("5", (*changes[:2], gone), 12_000, 12_150)
    sheet.tell(resumed, stage.shop.desk.settings.money)
    stage.sheet("held-changed")


def members(stage: Stage) -> None:
    """The list, a member's page, and the sheets."""
    screen = stage.screen("members")
    screen.back()
    stage.shot("members")
    screen.list.table.selectAll()
    screen.list.cards.click()
    stage.sheet("member-cards")
    screen.list.table.clearSelection()
    screen._want("text", "qqqq")
    stage.shot("members-none")
    screen._want("text", "")
    screen.list.new.click()
    stage.sheet("member-new")
    stage.window.go("members", stage.member_id)
    stage.shot("member")
    for tab, name in ((1, "points"), (4, "its-cards"), (5, "details")):
        screen.page.tabs.setCurrentIndex(tab)
        stage.shot(f"member-{name}")
    screen.page.tabs.setCurrentIndex(0)
    screen.sheets().ask_card()
    stage.sheet("card-new")
    screen._presenter.edit()
    stage.shot("member-edit")
    editor = screen.sheets().editor
    editor.dependants.add.click()
    editor.custom.add.click()
    stage.settle()
    editor.area.verticalScrollBar().setValue(editor.area.verticalScrollBar().maximum())
    stage.sheet("member-edit-end")


def merging(stage: Stage) -> None:
    """Two members who are one person: found, shown, merged, and asked whether to take it back."""
    from app.errors import MemberMerged
    from app.services.ids import uuid7

    put_scheme_in_force(stage)
    stage.window.go("members", stage.member_id)
    screen = stage.screen("members")
    stage.window.go("members", stage.member_id)
    screen.page.header.merge_asked.emit()
    stage.shot("merge")
    hits = stage.shop.members.suggest("0", 9)
    other = next(hit for hit in hits if hit.member_id != stage.member_id)
    presenter = screen._presenter
    presenter.merging.choose(presenter.page.page, other.member_id)
    stage.sheet("merge-chosen")
    with suppress(MemberMerged):  # whoever typed on in the sheet has merged them already
        stage.shop.merges.merge(uuid7(), stage.member_id, other.member_id)
    presenter.merging.ask_unmerge(presenter.page.page)
    stage.sheet("merge-undo")
    stage.shop.merges.unmerge(uuid7(), stage.member_id)
    stage.window.go("members", stage.member_id)


def counter(stage: Stage) -> None:
    """A member with something of everything, and all that is done with it at the till."""
    put_scheme_in_force(stage)
    screen = stage.screen("cashier")
    presenter, sheets = screen._presenter, screen._sheets
    presenter.clear()
    presenter.attach(stage.member_id)
    for tile in stage.shop.products.tiles()[:3]:
        presenter.add_item(tile.item)
    stage.window._toast.dismiss()
    stage.shot("counter")
    presenter.benefits.open()
    stage.shot("counter-benefits")
    for kind in ("pass", "reward", "coupon"):
        rows = sheets.value.benefits.rows
        row = next(row for row in rows if row.choice.kind == kind and row.choice.can_take)
        row.click()
        presenter.benefits.open()
    stage.close_sheets()
    stage.shot("counter-laid")
    sheets.explain()
    stage.sheet("counter-why")
    presenter.benefits.open()
    first = sheets.value.benefits.rows[0].choice
    stage.close_sheets()
    sheets.value.ask_voucher(first)
    stage.sheet("counter-voucher")
    presenter.pay()
    sheets.pay_sheet._choose(TenderKind.STORED_VALUE)
    stage.sheet("counter-pay")
    presenter.clear()
    presenter.attach(stage.member_id)
    presenter.charging.open()
    stage.shot("top-up")
    charge = sheets.value.charge
    charge.tiles[0].click()
    stage.shot("top-up-chosen")
    charge._typed(100_000_000)
    stage.shot("top-up-cap")
    charge.tiles[0].click()
    charge.accept()
    stage.sheet("top-up-slip")
    for what in ("pass", "plan", "gift_card"):
        presenter.charging.open()
        charge._sections.choose([name for name, _ in charge.desk().sections].index(what))
        charge.tiles[0].click()
        stage.sheet(f"charge-{what}")
    presenter.detach()
    barred(stage)


def barred(stage: Stage) -> None:
    """A basket that the scheme forbids to sell: the reason stands above Pay."""
    scheme = stage.shop.desk.scheme
    stage.shop.schemes.use(replace(scheme, plan_needed=True))
    presenter = stage.screen("cashier")._presenter
    presenter.add_item(stage.shop.products.tiles()[0].item)
    presenter.pay()
    stage.shot("barred")
    stage.window.forget_error()
    presenter.clear()
    stage.shop.schemes.use(scheme)


def member_standing(stage: Stage) -> None:
    """The page of the same member: each tab, and what may be done there."""
    from app.ui.members.presenting.holdings import holdings

    put_scheme_in_force(stage)
    stage.window.go("members", stage.member_id)
    screen = stage.window.current_screen()
    stage.shot("standing")
    for tab, name in ((1, "points"), (2, "wallet"), (3, "benefits")):
        screen.page.tabs.setCurrentIndex(tab)
        stage.shot(f"standing-{name}")
    screen.page.tabs.setCurrentIndex(0)
    value = screen.sheets().value
    if screen._presenter.page.page.handed_out:
        value.ask_reward()
        stage.sheet("standing-reward")
    value.ask_points()
    value.sheet.points.setText("-50")
    value.sheet._show_move()
    stage.sheet("adjust-points")
    value.ask_coupon()
    stage.sheet("issue-coupon")
    screen._pay_out()
    stage.sheet("pay-out")
    value.act(
        next(
            row
            for kind, rows in holdings(screen._presenter.page.page)
            for row in rows
            if kind == "plan"
        )
    )
    stage.sheet("cancel-plan")
    value.act(replace(dict(holdings(screen._presenter.page.page))["pass"][0], can="refund"))
    stage.sheet("pay-pass-back")


def put_scheme_in_force(stage: Stage) -> None:
    """A scheme with everything, and a member who has some of it."""
    from tests.scheme_builder import counter_scheme, fill_counter

    if stage.shop.desk.scheme.name != "counter":
        stage.shop.schemes.use(counter_scheme(stage.shop.desk.settings.money))
        fill_counter(stage.shop, stage.member_id)


def sales(stage: Stage) -> None:
    """A month of sales with a receipt in front, why it came to what it did, and a claim."""
    from app.ui.sales.presenter import Period

    screen = stage.screen("sales")
    screen._presenter.show_period(Period.MONTH)
    screen.table.choose(2)
    stage.shot("sales")
    screen.preview.why.click()
    stage.sheet("sale-why")
    (receipt,) = stage.shop.sales.last(1)
    screen.open_claim(receipt)
    stage.sheet("sale-claim")


def sales_search(stage: Stage) -> None:
    """What a text may mean, a list with filters, a sale's page, and today at a glance."""
    from app.ui.sales.presenter import Period

    screen = stage.screen("sales")
    screen._presenter.show_period(Period.MONTH)
    product = stage.shop.products.tiles()[0].item
    text = product.name[:2]
    screen.search.line_edit().setText(text)
    screen._presenter.typed(text)
    stage.shot("sales-search")
    screen._presenter.take(Find("product", product.name, product.product_id))
    screen.search.clear()
    stage.shot("sales-filtered")
    screen._presenter.take(Find("amount", "0.01", 1))
    stage.shot("sales-none")
    while screen._presenter.drop_filter():
        pass
    screen.table.choose(3)
    screen._open_current()
    stage.shot("sale")
    screen.look_at_today()
    stage.shot("today")
    screen.glance.how.click()
    stage.shot("today-counted")
    screen.glance.how.click()
    screen.back_to_list()


def returns(stage: Stage) -> None:
    """A sale looked for, its goods chosen, every consequence, a debt, a void, and the end."""
    from app.services.ids import uuid7
    from app.services.rules.cart import Cart, CartLine
    from app.ui.returning import open_return, open_void, return_sheet
    from app.ui.returns.presenter import ReturnPresenter

    shop = stage.shop
    member = shop.checkout.member_facts(stage.member_id)
    tiles = shop.products.tiles()
    lines = tuple(CartLine(uuid7(), tile.item, 2_000) for tile in tiles[:3])
    cart = Cart(lines, member)
    total = shop.checkout.quote(cart).total_minor
    half = Tender(TenderKind.WECHAT, total // 2)
    cash = Tender(TenderKind.CASH, total - total // 2)
    sold = shop.checkout.complete(uuid7(), cart, None, (half, cash))
    stage.screen("cashier")
    open_return(stage.window)
    stage.shot("return-find")
    sheet = return_sheet(stage.window)

    def asked() -> ReturnPresenter:
        assert sheet._presenter is not None
        return sheet._presenter

    sheet.sales.search.line_edit().setText("la")
    asked().typed("la")
    stage.shot("return-search")
    stage.close_sheets()
    open_return(stage.window, sold.number)
    asked().sign("1")
    stage.shot("return-choose")
    asked().preview()
    stage.shot("return-part")
    asked().back()
    asked().everything()
    stage.shot("return-preview")
    asked().back()
    asked().sign("1")
    asked().preview()
    goods = asked().goods_back()
    asked().confirm()
    stage.sheet("return-done")
    cashier = stage.screen("cashier")
    cashier._presenter.exchange(goods)
    stage.shot("exchange-empty")
    cashier._presenter.add_item(tiles[3].item)
    stage.window._toast.dismiss()
    stage.shot("exchange")
    cashier._presenter.pay()
    stage.sheet("exchange-pay")
    cashier._presenter.clear()
    stage.close_sheets()
    open_return(stage.window, sold.number)
    asked().scan("6900000000000")
    stage.sheet("return-refused")
    open_return(stage.window)
    asked().without_receipt()
    for tile in tiles[:2]:
        asked().add_open(tile.item.name)
    stage.shot("return-open")
    asked().take_open(shop.members.strip(stage.member_id))
    stage.shot("return-open-member")
    asked().preview()
    asked().turn_cash()
    stage.sheet("return-open-preview")
    undone = shop.checkout.complete(
        uuid7(), cart, None, (Tender(TenderKind.WECHAT, shop.checkout.quote(cart).total_minor),)
    )
    open_void(stage.window, undone.number)
    stage.shot("void")
    asked().confirm()
    stage.close_sheets()
    stage.window.go("sales", sold.number)
    stage.shot("sale-returned")
    stage.window.current_screen().back_to_list()
    stage.shot("sales-returned")


def products(stage: Stage) -> None:
    """The list, one product, and a file about to be imported."""
    from app.ui.imports.sheet import ImportSheet

    screen = stage.screen("products")
    stage.shot("products")
    screen._open(2)
    stage.sheet("product")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "members.csv"
        path.write_text(MEMBERS_CSV, "utf-8")
        sheet = ImportSheet(stage.window, "members")
        sheet._presenter.look(path)
        stage.shot("import")
        sheet._presenter.check()
        stage.shot("import-checked")
        stage.close_sheets()
        sheet.deleteLater()


def loyalty(stage: Stage) -> None:
    """Each scheme of the gallery."""
    screen = stage.screen("loyalty")
    for at in range(screen.list.count()):
        screen.list.setCurrentRow(at)
        stage.settle()
        name = screen.page.shown().scheme.name
        stage.shot(f"loyalty-{name}")
        bar = screen.page.scroller.verticalScrollBar()
        if bar.maximum():
            bar.setValue(bar.maximum())
            stage.shot(f"loyalty-{name}-end")
    screen.list.setCurrentRow(0)


def loyalty_use(stage: Stage) -> None:
    """The sheet that puts a scheme in force: nothing found, warned, barred."""
    from app.services.rules.scheme.offers import Benefit, BenefitKind, Promotion
    from app.services.rules.scheme.words import words

    screen = stage.screen("loyalty")
    screen.list.setCurrentRow(2)
    stage.settle()
    screen.page.use.click()
    stage.sheet("loyalty-use")
    names = [entry.scheme.name for entry in screen._presenter.gallery.entries]
    screen.list.setCurrentRow(names.index("bank-card"))
    screen.page.use.click()
    stage.sheet("loyalty-use-warned")
    gift = Benefit(BenefitKind.PERCENT_OFF, percent_bp=10_000)
    greedy = replace(
        stage.shop.schemes.preset("simple"),
        promotions=(Promotion("all", words("双十一"), gift),),
    )
    screen._ask_use_of(greedy)
    stage.sheet("loyalty-use-barred")
    screen.list.setCurrentRow(0)


def handing(stage: Stage) -> None:
    """Coupons to print and gifts to many, with what was handed out; a scheme without coupons."""
    from app.services.grants import Grant, GrantKind
    from app.services.ids import uuid7

    shop = stage.shop
    screen = stage.screen("loyalty")
    screen._hand_out()
    stage.sheet("handing-none")
    shop.schemes.use(shop.schemes.preset("restaurant"))
    template = shop.desk.scheme.coupons[1].id
    shop.coupons.issue_batch(template, 6, "开业传单")
    first = shop.coupons.listed()[0]
    shop.coupons.revoke(first.code, "印错了")
    shop.coupons.issue(template, stage.member_id, "")
    gift = Grant(uuid7(), GrantKind.POINTS, 20, reason="系统停机致歉")
    shop.grants.give([stage.member_id], gift)
    shop.grants.take_back(gift.grant_id, "重复")
    shop.grants.give([stage.member_id], Grant(uuid7(), GrantKind.CREDIT, 500, reason="五周年店庆"))
    screen._hand_out()
    stage.shot("handing-coupons")
    sheet = stage.window.open_sheet()
    sheet.pages.choose(1)
    sheet._turn(1)
    sheet.amount.setText("50")
    sheet.reason.setText("五周年店庆")
    stage.sheet("handing-gifts")


def backtest(stage: Stage) -> None:
    """A scheme tried on the demo's sales, alone and beside another; running; nothing to try on."""
    screen = stage.screen("loyalty")
    names = [entry.scheme.name for entry in screen._presenter.gallery.entries]
    screen.list.setCurrentRow(names.index("coffee"))
    stage.settle()
    card = screen.page.backtest

    def shot(name: str) -> None:
        stage.settle()
        screen.page.scroller.ensureWidgetVisible(card, 0, 0)
        stage.shot(name)

    card.run.click()
    shot("backtest")
    card.against.setCurrentIndex(names.index("beauty"))
    card.run.click()
    shot("backtest-beside")
    card.show_running()
    card.show_progress(3_200, 4_812)
    shot("backtest-running")
    tried = screen._backtests.tried
    card.show_report(replace(tried, report=replace(tried.report, first_day=None)))
    shot("backtest-empty")
    screen._backtests.forget()
    screen.list.setCurrentRow(0)


def scheme_editor(stage: Stage) -> None:
    """Each part of a scheme as forms, an offer unfolded, a refusal, and the way out."""
    from app.ui.loyalty.presenting.forms import SECTIONS

    screen = stage.screen("loyalty")
    editor: Any = None
    for name, chosen in (("coffee", None), ("restaurant", ("wallet", "promotions", "activities"))):
        names = [entry.scheme.name for entry in screen._presenter.gallery.entries]
        screen.list.setCurrentRow(names.index(name))
        screen.page.edit.click()
        stage.settle()
        editor = screen.editor
        for at, section in enumerate(SECTIONS):
            if chosen and section.id not in chosen:
                continue
            editor.nav.setCurrentRow(at)
            stage.shot(f"editor-{name}-{section.id}")
            if section.listed and editor.presenter.entries():
                editor.presenter.toggle_entry(0)
                stage.shot(f"editor-{name}-{section.id}-open")
    presenter = editor.presenter
    editor.nav.setCurrentRow([section.id for section in SECTIONS].index("promotions"))
    presenter.toggle_entry(2)
    for part in ("when", "who", "limit", "…"):
        editor._unfolded.add(("promotions", 2, part))
    presenter.put(("promotions", 2, "benefit", "price"), "-5", structural=True)
    stage.shot("editor-refused")
    editor.forms.verticalScrollBar().setValue(editor.forms.verticalScrollBar().maximum())
    stage.shot("editor-conditions")
    editor.ask_to_leave()
    stage.sheet("editor-leave")
    presenter.undo()
    editor.trial.click()
    if (sheet := stage.window.open_sheet()) is not None:
        sheet.card.run.click()
        stage.sheet("editor-trial")
    screen._leave_editor()
    screen.list.setCurrentRow(0)


def settings(stage: Stage) -> None:
    """Each page, top and bottom, and the sheets of backups and keys."""
    from PySide6.QtWidgets import QScrollArea

    from app.ui.settings.view import PAGES

    screen = stage.screen("settings")
    for at, page in enumerate(PAGES):
        name = f"settings-{page.__name__.removesuffix('Page').lower()}"
        screen.list.setCurrentRow(at)
        stage.settle()
        stage.shot(name)
        bars = [area.verticalScrollBar() for area in screen.page().findChildren(QScrollArea)]
        for bar in (bar for bar in bars if bar.maximum() and bar.isVisible()):
            bar.setValue(bar.maximum())
            stage.shot(f"{name}-end")
            bar.setValue(0)
    screen.list.setCurrentRow(0)


def settings_sheets(stage: Stage) -> None:
    """Going back to a backup, the check-up, and a key pressed anew."""
    from app.ui.settings.key_editor import KeySheet
    from app.ui.settings.restore_sheet import RestoreSheet

    screen = stage.screen("settings")
    screen.asked("backups")
    backup = stage.shop.backups.listed()[0]
    made_at = backup.made_at.astimezone(stage.shop.desk.zone)
    sheets = (
        (RestoreSheet(stage.window, f"{made_at:%Y-%m-%d %H:%M}", backup), "restore"),
        (KeySheet(stage.window, stage.window.keys, "hold", changed=False), "key"),
    )
    for sheet, name in sheets:
        sheet.open()
        stage.sheet(name)
        sheet.deleteLater()
    screen.list.setCurrentRow(0)


def drawer(stage: Stage) -> None:
    """The drawer from its float to the Z report."""
    shop, settings = stage.shop, stage.shop.desk.settings
    shop.settings.save(replace(settings, count_cash=True))
    stage.screen("cashier")
    behind = stage.window.drawer.behind
    behind.menu()
    stage.sheet("drawer-closed")
    behind.presenter.reports()
    stage.sheet("z-reports-none")
    behind.open_first(lambda: None)
    behind.float_sheet._field.set_value_minor(50_000)
    stage.sheet("drawer-float")
    # Who was shown the sheet may have opened the drawer with it.
    if (now := shop.cash.current()) is None or now.automatic:
        shop.cash.open(50_000)
    shop.cash.pay_in(10_000, "换零钱")
    shop.cash.pay_out(3_500, "买冰块")
    shop.cash.no_sale("顾客换零")
    behind.menu()
    stage.sheet("drawer-menu")
    behind.presenter.ask_movement("pay_out")
    stage.sheet("drawer-out")
    behind.presenter.read()
    stage.sheet("x-report")
    behind.close_day()
    count = behind.count_sheet
    for field, pieces in zip(count._pieces.values(), (5, 1, 1, 0, 1), strict=False):
        field.setText(str(pieces) if pieces else "")
    count._add_up()
    stage.settle()
    stage.shot("drawer-count")
    count.accept()
    stage.settle()
    stage.shot("drawer-reason")
    behind.reason_sheet._take(behind.reason_sheet._usual[0].label())
    behind.reason_sheet.accept()
    stage.sheet("z-report")
    for _ in range(3):
        shop.cash.open(50_000)
        shop.cash.close(50_000)
    behind.presenter.reports()
    stage.sheet("z-reports")
    shop.settings.save(settings)
    stage.close_sheets()


def keys(stage: Stage) -> None:
    """The overlay of all keys."""
    stage.screen("cashier")
    stage.window._show_keys()
    stage.sheet("keys")


Scene = Callable[[Stage], None]
SCENES: tuple[Scene, ...] = (
    first_run,
    cashier,
    cashier_finding,
    cashier_holding,
    members,
    merging,
    counter,
    tenders,
    member_standing,
    sales,
    sales_search,
    returns,
    products,
    stock,
    invoices,
    serving,
    commissions,
    loyalty,
    loyalty_use,
    handing,
    backtest,
    scheme_editor,
    settings,
    settings_sheets,
    drawer,
    *PEOPLE,
    *INSIGHT,
    *CAMPAIGNS,
    *CARE,
    *STAFF_SCENES,
    *HARDWARE,
    keys,
)
