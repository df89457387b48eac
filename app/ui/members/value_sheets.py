"""Asks about points, coupons, plan and wallet of the member on the page, and saves statements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.messages import wording
from app.services.rules.money import money
from app.services.rules.tenders import TenderKind
from app.ui import receipts
from app.ui.members.presenting.holdings import Holding
from app.ui.members.reason_sheet import Answer, Question, ReasonSheet
from app.ui.sentences import filled
from app.ui.shell import AtCounter, Shell

if TYPE_CHECKING:
    from app.services.rules.plans import Cancellation
    from app.services.rules.wallets import Closing
    from app.ui.members.presenter import MembersPresenter
    from app.ui.members.presenting.page import Page


PAYOUTS = (
    TenderKind.CASH,
    TenderKind.WECHAT,
    TenderKind.ALIPAY,
    TenderKind.BANK_CARD,
    TenderKind.OTHER,
)


class ValueSheets:
    """One sheet for the life of the window; the question says what its answer does."""

    def __init__(self, shell: Shell, presenter: MembersPresenter) -> None:
        self._shell = shell
        self._presenter = presenter
        self._code = ""
        self._row: Holding | None = None
        self.sheet = ReasonSheet(shell.overlay_parent())
        self.sheet.submitted.connect(self._answered)

    def refuse(self, error: Exception) -> bool:
        """Say it in the sheet, where it is open; a drawer to be opened first is asked about."""
        if self.sheet.isHidden():
            return False
        if self._shell.drawer.is_wanted_by(error):
            self._shell.drawer.open_first(self.sheet.accept)
        else:
            self.sheet.say_error(self._shell.sentence(error))
        return True

    # --- questions ----------------------------------------------------------------------

    def ask_points(self) -> None:
        """How many points to give or take, and why."""
        page = self._page()
        if page is not None:
            title = QCoreApplication.translate("MemberValue", "Adjust points")
            done = QCoreApplication.translate("MemberValue", "Adjust")
            held = page.standing.points.balance
            self.sheet.ask(Question("points", title, done, page.name, before=held))

    def ask_coupon(self) -> None:
        """Which coupon to issue."""
        page = self._page()
        if page is not None and page.scheme.coupons:
            names = tuple(each.name.said(self._shell.language) for each in page.scheme.coupons)
            title = QCoreApplication.translate("MemberValue", "Issue a coupon")
            done = QCoreApplication.translate("MemberValue", "Issue")
            self.sheet.ask(
                Question("issue", title, done, page.name, choices=names, needs_reason=False)
            )

    def ask_reward(self) -> None:
        """Which reward to hand out, and the code on it."""
        page = self._page()
        if page is not None and page.handed_out:
            words = QCoreApplication.translate("MemberValue", "{name} · {points} points")
            names = tuple(
                filled(
                    words, name=each.name.said(self._shell.language), points=f"{each.cost_points:,}"
                )
                for each in page.handed_out
            )
            title = QCoreApplication.translate("MemberValue", "Hand out a reward")
            done = QCoreApplication.translate("MemberValue", "Hand out")
            asks = QCoreApplication.translate("MemberValue", "Code on the voucher, if it has one")
            self.sheet.ask(
                Question(
                    "reward", title, done, page.name, choices=names, needs_reason=False, asks=asks
                )
            )

    def _ask_partner(self, page: Page, row: Holding) -> None:
        self._row = row
        done = QCoreApplication.translate("MemberValue", "Note it")
        asks = QCoreApplication.translate("MemberValue", "Number on the card (may be left out)")
        name = row.name.said(self._shell.language)
        self.sheet.ask(Question("partner", name, done, page.name, needs_reason=False, asks=asks))

    def act(self, row: Holding) -> None:
        """What a row's button does."""
        page, value = self._page(), self._presenter.value
        if page is None:
            return
        if row.can == "use":
            value.use(page, row)
        elif row.can == "put":
            self._ask_partner(page, row)
        elif row.can == "drop":
            value.partner_card(page, row)
        elif row.can == "refund":
            self._row = row
            value.ask_refund(row)
        elif row.can == "cancel":
            value.ask_cancel(page)
        elif row.can == "limit":
            self._ask_limit(page)
        elif row.can == "write_off":
            self._ask_write_off(page, row)
        elif row.can == "revoke":
            self._code = row.id
            title = QCoreApplication.translate("MemberValue", "Revoke this coupon")
            done = QCoreApplication.translate("MemberValue", "Revoke")
            name = row.name.said(self._shell.language)
            self.sheet.ask(Question("revoke", title, done, page.name, f"{name} · {row.id}"))

    def ask_refund(self, row: Holding, minor: int) -> None:
        """Before a pass is paid back: what for, and that its uses end with it."""
        words = QCoreApplication.translate(
            "MemberValue", "{amount} is paid back for the uses that are left. Uses {before} → 0."
        )
        amount = money(minor, self._shell.shop.desk.settings.money)
        title = QCoreApplication.translate("MemberValue", "Pay the pass back")
        done = QCoreApplication.translate("MemberValue", "Pay back")
        facts = filled(words, amount=amount, before=row.left)
        name = row.name.said(self._shell.language)
        choices = self._payouts() if minor else ()
        self.sheet.ask(Question("refund", title, done, name, facts, choices=choices))

    def ask_cancel(self, name: str, ending: Cancellation) -> None:
        """Before a plan is cancelled: what is paid back, and until when it lasts."""
        currency = self._shell.shop.desk.settings.money
        words = QCoreApplication.translate(
            "MemberValue", "{amount} is paid back. The benefits last to {date}."
        )
        facts = filled(
            words, amount=money(ending.refund_minor, currency), date=ending.last_day.isoformat()
        )
        if ending.forfeits_reward:
            facts += " " + QCoreApplication.translate(
                "MemberValue", "The reward not yet spent is lost."
            )
        title = QCoreApplication.translate("MemberValue", "Cancel the plan")
        done = QCoreApplication.translate("MemberValue", "Cancel the plan")
        choices = self._payouts() if ending.refund_minor else ()
        self.sheet.ask(Question("cancel", title, done, name, facts, choices=choices))

    def ask_close(self, closing: Closing) -> None:
        """Before a wallet is paid out: what is paid, and what becomes void."""
        currency, page = self._shell.shop.desk.settings.money, self._page()
        words = QCoreApplication.translate(
            "MemberValue",
            "{paid} of principal is paid out; {bonus} of bonus becomes void. "
            "Stored value {before} → {after}.",
        )
        paid, void = closing.paid_minor, closing.voided_minor
        facts = filled(
            words,
            paid=money(paid, currency),
            bonus=money(void, currency),
            before=money(paid + void, currency),
            after=money(0, currency),
        )
        title = QCoreApplication.translate("MemberValue", "Pay the wallet out")
        done = QCoreApplication.translate("MemberValue", "Pay out")
        who = "" if page is None else page.name
        self.sheet.ask(Question("close", title, done, who, facts, choices=self._payouts()))

    def _answered(self, answer: Answer) -> None:
        page, value = self._page(), self._presenter.value
        then = self.sheet.close_sheet
        if page is None:
            return
        if answer.kind == "points":
            value.adjust(page, answer.points, answer.reason, then)
        elif answer.kind == "issue":
            value.issue(page, page.scheme.coupons[answer.chosen].id, answer.reason, then)
        elif answer.kind == "reward":
            value.hand_out(page, page.handed_out[answer.chosen].id, answer.reason, then)
        elif answer.kind in ("partner", "refund") and self._row is not None:
            self._answered_of_row(page, self._row, answer)
        elif answer.kind == "revoke":
            value.revoke(self._code, answer.reason, then)
        elif answer.kind == "cancel":
            value.cancel(page, answer.reason, then, PAYOUTS[max(0, answer.chosen)])
        elif answer.kind == "limit":
            value.set_limit(page, answer.reason, then)
        elif answer.kind == "write_off":
            value.write_off(page, answer.reason, then)
        else:
            value.close(page, answer.reason, then, PAYOUTS[max(0, answer.chosen)])

    def _answered_of_row(self, page: Page, row: Holding, answer: Answer) -> None:
        value, then = self._presenter.value, self.sheet.close_sheet
        if answer.kind == "partner":
            value.partner_card(page, row, answer.reason, then)
        else:
            value.refund(row, answer.reason, then, PAYOUTS[max(0, answer.chosen)])

    def _payouts(self) -> tuple[str, ...]:
        """The ways to pay out, cash first."""
        names = wording(self._shell.language).tenders
        return tuple(names[kind.value] for kind in PAYOUTS)

    def _ask_limit(self, page: Page) -> None:
        title = QCoreApplication.translate("MemberValue", "Limit on account")
        done = QCoreApplication.translate("MemberValue", "Set limit")
        asks = QCoreApplication.translate(
            "MemberValue", "How much they may owe; left out: what the shop allows all"
        )
        self.sheet.ask(Question("limit", title, done, page.name, needs_reason=False, asks=asks))

    def _ask_write_off(self, page: Page, row: Holding) -> None:
        title = QCoreApplication.translate("MemberValue", "Write off what is owed")
        done = QCoreApplication.translate("MemberValue", "Write off")
        amount = money(row.amount_minor, self._shell.shop.desk.settings.money)
        words = QCoreApplication.translate("MemberValue", "{amount} will not be asked for again.")
        facts = filled(words, amount=amount)
        self.sheet.ask(Question("write_off", title, done, page.name, facts))

    # --- elsewhere ------------------------------------------------------------------------

    def to_counter(self, what: str) -> None:
        """Money is taken at the cashier."""
        page = self._page()
        if page is not None:
            self._shell.go("cashier", AtCounter(page.member.member_id, what))

    def save_statement(self) -> None:
        """Write the member's statement as a PDF."""
        page = self._page()
        if page is None:
            return
        shop, member = self._shell.shop, page.member

        def write(path: Path) -> None:
            from app.services.documents.statement import save_statement

            statement = shop.statements.statement(member.member_id)
            save_statement(path, statement, shop.desk.settings.facts)

        receipts.save_document(self._shell, f"statement-{member.number}.pdf", write)

    def _page(self) -> Page | None:
        return self._presenter.page.page
