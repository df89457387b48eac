"""Opens the sheets of rewards, top-ups and slips, and carries their answers back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from PySide6.QtCore import QCoreApplication

from app.services.documents.labels import labels_for
from app.services.documents.slip import Slip, slip_pages
from app.services.ids import uuid7
from app.services.rules.money import Currency
from app.ui import receipts
from app.ui.cashier.benefits_sheet import BenefitsSheet
from app.ui.cashier.charge_sheet import ChargeSheet
from app.ui.cashier.charge_words import ChargeWords
from app.ui.cashier.gift_sheet import GiftSheet
from app.ui.cashier.open_sheets import DebtorsSheet, DepositEndSheet, DepositsSheet
from app.ui.cashier.presenting.charge import Article, Charged
from app.ui.cashier.slip_sheet import SlipSheet
from app.ui.cashier.voucher_sheet import VoucherSheet
from app.ui.sentences import filled
from app.ui.shell import Shell

if TYPE_CHECKING:
    from app.services.deposits import Deposit, DepositDone
    from app.services.gift_cards import GiftCard, GiftSold
    from app.services.rules.tenders import TenderKind
    from app.ui.cashier.presenter import CashierPresenter
    from app.ui.cashier.presenting.charge import ChargeDesk
    from app.ui.cashier.presenting.laid import Choice


_PAID_BACK = UUID("0b6d3c1e-6f5e-4a54-9f0e-2c8f9d5a7e10")
"""A card is paid back once: the deed has an id of its own, made of the card's code."""


class ValueSheets:
    """One of each for the life of the window."""

    def __init__(self, shell: Shell, presenter: CashierPresenter, currency: Currency) -> None:
        self._shell = shell
        self._presenter = presenter
        self._currency = currency
        window = shell.overlay_parent()
        self.benefits = BenefitsSheet(window, currency=currency)
        self.charge = ChargeSheet(window, currency=currency)
        self.slip = SlipSheet(window)
        self.voucher = VoucherSheet(window)
        self.gift = GiftSheet(window, currency=currency)
        self.gift.paid_back.connect(self._pay_gift_back)
        self.deposits = DepositsSheet(window, currency=currency)
        self.deposit_end = DepositEndSheet(window, currency=currency)
        self.debtors = DebtorsSheet(window, currency=currency)
        self.deposits.laid.connect(self._lay)
        self.deposits.settled.connect(self.deposit_end.ask)
        self.deposit_end.given_back.connect(self._give_back)
        self.deposit_end.forfeited.connect(self._forfeit)
        self.debtors.chosen.connect(presenter.attach)
        self.voucher.submitted.connect(self._hand_out)
        self.benefits.chosen.connect(presenter.benefits.take)
        self.charge.completed.connect(presenter.charging.complete)
        self.slip.print_asked.connect(self._print)
        self.slip.save_asked.connect(self._save)
        self.slip.code_scanned.connect(presenter.finder.scan)

    def refuse(self, error: Exception) -> bool:
        """Say it in the sheet that is open; False where none is.

        Where the drawer is to be opened first, the sheet waits behind that question.
        """
        for sheet in (self.charge, self.voucher, self.deposit_end, self.gift):
            if not sheet.isHidden():
                if self._shell.drawer.is_wanted_by(error):
                    self._shell.drawer.open_first(sheet.accept)
                else:
                    sheet.say_error(self._shell.sentence(error))
                return True
        return False

    def choose_benefit(self, choices: tuple[Choice, ...]) -> None:
        """Let one of the things the member may have be chosen."""
        state, strip = self._presenter.state, self._presenter.strip
        if strip is not None:
            points = state.points_before - state.settlement.points_on_rewards
            self.benefits.ask(
                choices,
                who=strip.name or strip.number,
                points=points,
                language=self._shell.language,
            )

    def ask_voucher(self, choice: Choice) -> None:
        """Ask for the code of an outside reward."""
        state = self._presenter.state
        points = state.points_before - state.settlement.points_on_rewards
        self.voucher.ask(choice, points, self._shell.language)

    def _hand_out(self, choice: Choice, code: str) -> None:
        self._presenter.benefits.hand_out(choice, code, self.voucher.close_sheet)

    def ask_charge(self, desk: ChargeDesk) -> None:
        """Ask what is charged or sold."""
        self.charge.ask(desk, self._shell.language)

    def show_charged(self, done: Charged) -> None:
        """Show the slip, and print it where the till prints receipts by itself."""
        self.charge.close_sheet()
        slip = self._slip_of(done)
        title = ChargeWords(self._currency, self._shell.language).section(done.what)
        facts, width = self._shell.shop.desk.settings.facts, self._shell.config.receipt_width
        self.slip.show_slip(slip, facts, width, title)
        if self._shell.config.print_receipts:
            self._print(slip)

    def _slip_of(self, done: Charged) -> Slip:
        desk, taking = self._shell.shop.desk, done.taking
        labels = labels_for(desk.settings.language)
        tender = labels.tender(taking.tenders[0].kind, 0) if taking.tenders else ""
        later = tuple((day.isoformat(), minor) for day, minor in done.parts)
        gained = done.after_minor - done.before_minor - taking.amount_minor
        return Slip(
            what=done.what,
            number=taking.taking_id.hex[-8:].upper(),
            taken_at=taking.taken_at,
            staff=desk.staff.name,
            member=done.member,
            amount_minor=taking.amount_minor,
            tender=tender,
            name=done.number or done.article.name.said(desk.settings.language),
            bonus_minor=gained if done.what == "top_up" else 0,
            before_minor=done.before_minor,
            after_minor=done.after_minor,
            parts=later,
            until="" if done.until is None else done.until.isoformat(),
            code=done.code,
            change_minor=taking.change_due_minor,
        )

    def _pay_gift_back(self, card: GiftCard, reason: str) -> None:
        """Pay out what is left, once however often it is pressed; the code dies with it."""
        shop, op_id = self._shell.shop, uuid5(_PAID_BACK, card.code)

        def done(back: GiftSold) -> None:
            self.gift.close_sheet()
            self._shell.roll.kick_drawer()
            article = Article(back.taking.amount_minor)
            self.show_charged(Charged("gift_refund", article, back.taking, ("", "")))

        self._shell.tasks.run(
            lambda: shop.gift_cards.refund(op_id, card.code, reason), done, self._refused
        )

    # --- deposits and accounts ----------------------------------------------------------

    def open_deposits(self) -> None:
        """List what the shop holds."""
        shop = self._shell.shop
        self._shell.tasks.run(shop.deposits.open, self.deposits.ask)

    def open_debtors(self) -> None:
        """List who owes."""
        shop = self._shell.shop
        self._shell.tasks.run(shop.accounts.debtors, self.debtors.ask)

    def _lay(self, deposit: Deposit) -> None:
        self._presenter.charging.lay_deposit(deposit)

    def _give_back(self, deposit: Deposit, kind: TenderKind, reason: str) -> None:
        """Pay it out and show the slip."""
        shop, op_id = self._shell.shop, uuid7()

        def done(back: DepositDone) -> None:
            self.deposit_end.close_sheet()
            if back.taking is not None:
                article = Article(back.taking.amount_minor)
                told = Charged(
                    "deposit_refund", article, back.taking, deposit.member, number=deposit.number
                )
                self.show_charged(told)

        self._shell.tasks.run(
            lambda: shop.deposits.give_back(op_id, deposit.number, reason, kind=kind),
            done,
            self._refused,
        )

    def _forfeit(self, deposit: Deposit, reason: str) -> None:
        shop, op_id = self._shell.shop, uuid7()

        def done(_done: DepositDone) -> None:
            self.deposit_end.close_sheet()
            words = QCoreApplication.translate("Cashier", "Deposit {number} is kept for good")
            self._shell.toast(filled(words, number=deposit.number))

        self._shell.tasks.run(
            lambda: shop.deposits.forfeit(op_id, deposit.number, reason), done, self._refused
        )

    def _refused(self, error: Exception) -> None:
        if not self.refuse(error):
            self._shell.show_error(error)

    def _print(self, slip: Slip) -> None:
        from app.ui.printing import Kind

        paper = 58.0 if receipts.paper(self._shell) == "58" else 80.0
        pages = slip_pages(slip, self._shell.shop.desk.settings.facts, paper)
        self._shell.printing.print_pages(Kind.RECEIPT, pages, slip.number, None)

    def _save(self, slip: Slip) -> None:
        from app.services.documents.files import save_pages

        facts = self._shell.shop.desk.settings.facts
        paper = 58.0 if receipts.paper(self._shell) == "58" else 80.0

        def write(path: Path) -> None:
            save_pages(path, slip_pages(slip, facts, paper), f"{facts.name} {slip.number}")

        receipts.save_document(self._shell, f"{slip.what}-{slip.number}.pdf", write)
