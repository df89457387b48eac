"""What the top-up sheet says, in the language shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.errors import ShopError
from app.messages import sentence
from app.services.rules.money import Currency, money
from app.ui.cashier.presenting.charge import (
    DEPOSIT,
    GIFT_CARD,
    MOST_PRESETS,
    PASS,
    PLAN,
    REPAYMENT,
    TOP_UP,
    Article,
    ChargeDesk,
)
from app.ui.sentences import filled


class ChargeWords:
    """Sentences about amounts in one currency."""

    def __init__(self, currency: Currency, language: str) -> None:
        self._currency = currency
        self._language = language

    def section(self, what: str) -> str:
        """What is charged or sold."""
        return {
            TOP_UP: QCoreApplication.translate("Charge", "Top up"),
            PASS: QCoreApplication.translate("Charge", "Sell a pass"),
            PLAN: QCoreApplication.translate("Charge", "Paid plan"),
            GIFT_CARD: QCoreApplication.translate("Charge", "Gift card"),
            REPAYMENT: QCoreApplication.translate("Charge", "Repayment"),
            DEPOSIT: QCoreApplication.translate("Charge", "Deposit"),
            "deposit_refund": QCoreApplication.translate("Charge", "Deposit given back"),
            "gift_refund": QCoreApplication.translate("Charge", "Gift card paid back"),
        }[what]

    def tile(self, what: str, article: Article) -> tuple[str, str]:
        """The large and the small words of a preset."""
        amount = money(abs(article.amount_minor), self._currency)
        name = article.name.said(self._language)
        if what == TOP_UP:
            return amount, self._bonus(article)
        if what == PASS:
            words = QCoreApplication.translate("Charge", "{amount} · {uses} uses · {days} days")
            return name, filled(words, amount=amount, uses=article.uses, days=article.days)
        if what == PLAN:
            return name, self._plan(article, amount)
        if what == REPAYMENT:
            return amount, QCoreApplication.translate("Charge", "all that is owed")
        return amount, ""

    def move(self, desk: ChargeDesk) -> str:
        """What a wallet holds, or what is owed, before and after."""
        if desk.what == TOP_UP and desk.purse is not None:
            before, after = desk.purse.held_minor, desk.after_minor
            words = QCoreApplication.translate("ChargeSheet", "Stored value {move}")
        elif desk.what == REPAYMENT:
            before, article = desk.owed_minor, desk.article
            after = None if article is None else before - article.amount_minor
            words = QCoreApplication.translate("Charge", "Owes {move}")
        else:
            return ""
        move = money(before, self._currency)
        if after is not None and desk.can_complete:
            move += f" → {money(after, self._currency)}"
        return filled(words, move=move)

    def cash(self, desk: ChargeDesk) -> str:
        """The change, or what is missing, once cash was typed."""
        if desk.received_minor is None or not desk.takes_cash:
            return ""
        if desk.short_minor:
            words = QCoreApplication.translate("Charge", "Missing {amount}")
        else:
            words = QCoreApplication.translate("Charge", "Change {amount}")
        return filled(words, amount=money(desk.short_minor or desk.change_minor, self._currency))

    def done(self, article: Article | None, amount: str, offered: int) -> str:
        """What Enter does; until one of what is `offered` is chosen, how that is done."""
        if article is None and offered < 2:
            return QCoreApplication.translate("Charge", "Choose with 1")
        if article is None:
            words = QCoreApplication.translate("Charge", "Choose with 1 to {last}")
            return words.replace("{last}", str(min(offered, MOST_PRESETS)))
        if article.amount_minor == 0:
            return QCoreApplication.translate("Charge", "Begin")
        if article.amount_minor < 0:
            words = QCoreApplication.translate("Charge", "Give {amount} back")
        else:
            words = QCoreApplication.translate("Charge", "Take {amount}")
        return filled(words, amount=amount)

    def parts(self, desk: ChargeDesk) -> str:
        """What is bonus, and when it comes."""
        if desk.needs_note:
            return QCoreApplication.translate("Charge", "Type what the deposit is for first")
        parts = desk.bonus_parts
        if not parts:
            return ""
        bonus = money(sum(part.bonus_minor for part in parts), self._currency)
        if len(parts) == 1:
            words = QCoreApplication.translate("Charge", "{bonus} of it is bonus")
            until = parts[0].until
            if until is not None:
                words = QCoreApplication.translate(
                    "Charge", "{bonus} of it is bonus, to be used by {until}"
                )
            return filled(words, bonus=bonus, until="" if until is None else until.isoformat())
        words = QCoreApplication.translate(
            "Charge", "Bonus {bonus} in {count} parts: {first} now, the last on {last}"
        )
        first = money(parts[0].bonus_minor, self._currency)
        last = parts[-1].day.isoformat()
        return filled(words, bonus=bonus, count=len(parts), first=first, last=last)

    def refusal(self, error: ShopError) -> str:
        """Why what was chosen cannot be had."""
        return sentence(error, self._language, self._currency)

    def _bonus(self, article: Article) -> str:
        if not article.bonus_minor:
            return ""
        bonus = money(article.bonus_minor, self._currency)
        if article.instalments > 1:
            words = QCoreApplication.translate("Charge", "+ {bonus} in {count} parts")
            return filled(words, bonus=bonus, count=article.instalments)
        words = QCoreApplication.translate("Charge", "+ {bonus} bonus")
        return filled(words, bonus=bonus)

    def _plan(self, article: Article, amount: str) -> str:
        if article.verb == "renew":
            words = QCoreApplication.translate("Charge", "Renew: {amount}")
        elif article.verb == "switch" and article.amount_minor < 0:
            words = QCoreApplication.translate("Charge", "Switch: {amount} back")
        elif article.verb == "switch":
            words = QCoreApplication.translate("Charge", "Switch: {amount} more")
        elif article.free_days:
            words = QCoreApplication.translate("Charge", "Free for {days} days")
        else:
            words = QCoreApplication.translate("Charge", "Join: {amount}")
        return filled(words, amount=amount, days=article.free_days)
