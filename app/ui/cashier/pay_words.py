"""What the pay sheet says, in the language shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.errors import FieldInvalid
from app.messages import reason_text, sentence
from app.services.rules.money import Currency, money
from app.services.rules.tenders import Tender, TenderKind
from app.ui.cashier.presenting.pay import PayDesk
from app.ui.cashier.words import tender_name


class PayWords:
    """Sentences about amounts in one currency."""

    def __init__(self, currency: Currency) -> None:
        self.language = "en"
        self._currency = currency

    def due(self, desk: PayDesk) -> str:
        """What is due, and the tip in it."""
        if not desk.tip_minor:
            return QCoreApplication.translate("PaySheet", "Total due")
        words = QCoreApplication.translate("PaySheet", "Total due, with a tip of {amount}")
        return words.replace("{amount}", money(desk.tip_minor, self._currency))

    def move(self, kind: TenderKind, move: tuple[int, int]) -> str:
        """What is held or owed, before and after."""
        before, after = (money(each, self._currency) for each in move)
        return f"{tender_name(kind)} {before} → {after}"

    def held(self, desk: PayDesk, kind: TenderKind) -> str:
        """What a button says is there to pay with."""
        if kind is TenderKind.POINTS:
            return f"{desk.points_held:,}"
        if kind is TenderKind.GIFT_CARD and desk.kept.gift is None:
            return QCoreApplication.translate("PaySheet", "· scan it")
        held = desk.held_minor(kind)
        if kind is TenderKind.ON_ACCOUNT:
            return money(held, self._currency)
        return money(held, self._currency) if held else ""

    def note(self, desk: PayDesk) -> str:
        """What else these tenders do: past a limit, a deposit's rest, the cash rounded."""
        rounding = desk.settlement.cash_rounding_minor
        if desk.past_limit_minor:
            amount = desk.past_limit_minor
            words = QCoreApplication.translate(
                "PaySheet", "{amount} past the limit: a manager must agree"
            )
        elif desk.deposit_back_minor:
            amount = desk.deposit_back_minor
            words = QCoreApplication.translate(
                "PaySheet", "{amount} of the deposit goes back in cash"
            )
        elif rounding:
            amount = rounding
            words = QCoreApplication.translate("PaySheet", "Cash is rounded by {amount}")
        else:
            return ""
        return words.replace("{amount}", money(amount, self._currency))

    def why_not(self, desk: PayDesk) -> str:
        """Why these tenders do not pay."""
        if desk.short_of_points:
            return QCoreApplication.translate(
                "PaySheet", "The member holds {points} points"
            ).replace("{points}", f"{desk.points_held:,}")
        short = desk.short_of_money
        if short is not None:
            words = QCoreApplication.translate("PaySheet", "{kind}: {amount} is all there is")
            held = money(desk.held_minor(short), self._currency)
            return words.replace("{kind}", tender_name(short)).replace("{amount}", held)
        if desk.note_refused is not None:
            return self._why_not_noted(desk.note_refused)
        refused = desk.settlement.refused
        if refused is not None:
            return reason_text(refused, self.language, self._currency)
        if desk.settlement.over_minor:
            return QCoreApplication.translate(
                "PaySheet", "Only cash gives change: take a smaller amount"
            )
        return ""

    def _why_not_noted(self, refused: FieldInvalid) -> str:
        if refused.reason == "card_number":
            return QCoreApplication.translate(
                "PaySheet", "Never note a bank card's number: the slip number is enough"
            )
        return sentence(refused, self.language, self._currency)

    def given_row(self, tender: Tender) -> tuple[str, str]:
        """A tender put down, and its amount."""
        name = f"{tender_name(tender.kind)} {tender.reference}".strip()
        return name, money(-tender.amount_minor, self._currency)
