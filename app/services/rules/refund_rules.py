"""How each way to pay is given back when goods come back: one table, read by every refund.

| Paid by                        | Goes back                            | As cash instead       |
|--------------------------------|--------------------------------------|-----------------------|
| cash                           | cash                                 | it is cash            |
| bank card, WeChat, Alipay, other | the same way, with a reference     | with `pay_out`        |
| stored value                   | to the lots it came from             | never                 |
| points                         | to the lots they came from           | never                 |
| gift card                      | on the card                          | with `pay_out`        |
| store credit                   | as store credit                      | never                 |
| on account                     | off what is owed                     | with `pay_out`        |
| deposit                        | to the deposit                       | with `pay_out`        |
| exchange                       | cash, or with another exchange       | it is cash            |

What never was money of the payer's (points, a wallet's bonus, credit given) never becomes any:
else a return would turn a present into cash. Who closes a wallet is paid its principal.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.services.rules.powers import Power
from app.services.rules.tenders import Tender, TenderKind


class GoesBack(StrEnum):
    """Where a tender goes back to."""

    SAME_WAY = "same_way"
    """Money, by the same kind of tender."""
    ENTRY = "entry"
    """A ledger entry puts back what the tender drew on."""
    CASH = "cash"
    """There is nothing to put it back to: money out of the drawer."""


@dataclass(frozen=True, slots=True)
class RefundRule:
    """`cash_with` is who must agree that cash is paid instead; None: it never is.

    `reference` says that the refund notes what the terminal or the phone said.
    """

    kind: TenderKind
    back: GoesBack
    cash_with: Power | None = None
    reference: bool = False

    @property
    def refund_kind(self) -> TenderKind:
        """The kind of tender that the refund writes, unless cash was agreed."""
        return TenderKind.CASH if self.back is GoesBack.CASH else self.kind

    def may_go_as(self, kind: TenderKind) -> bool:
        """Whether it may be given back as `kind`, where need be with `cash_with`."""
        return kind is self.refund_kind or (kind is TenderKind.CASH and self.cash_with is not None)


def _recorded(kind: TenderKind) -> RefundRule:
    return RefundRule(kind, GoesBack.SAME_WAY, Power.PAY_OUT, reference=True)


_RULES: Mapping[TenderKind, RefundRule] = {
    rule.kind: rule
    for rule in (
        RefundRule(TenderKind.CASH, GoesBack.SAME_WAY),
        _recorded(TenderKind.BANK_CARD),
        _recorded(TenderKind.WECHAT),
        _recorded(TenderKind.ALIPAY),
        _recorded(TenderKind.OTHER),
        RefundRule(TenderKind.STORED_VALUE, GoesBack.ENTRY),
        RefundRule(TenderKind.POINTS, GoesBack.ENTRY),
        RefundRule(TenderKind.GIFT_CARD, GoesBack.ENTRY, Power.PAY_OUT),
        RefundRule(TenderKind.STORE_CREDIT, GoesBack.ENTRY),
        RefundRule(TenderKind.ON_ACCOUNT, GoesBack.ENTRY, Power.PAY_OUT),
        RefundRule(TenderKind.DEPOSIT, GoesBack.ENTRY, Power.PAY_OUT),
        RefundRule(TenderKind.EXCHANGE, GoesBack.CASH),
    )
}


def refund_rule(kind: TenderKind) -> RefundRule:
    """How a tender of this kind is given back."""
    return _RULES[kind]


def handed_out_minor(tenders: Iterable[Tender]) -> int:
    """What of a refund is money handed out: the part that may pay for other goods instead."""
    return sum(
        tender.amount_minor
        for tender in tenders
        if tender.kind is not TenderKind.EXCHANGE
        and refund_rule(tender.kind).back is not GoesBack.ENTRY
    )
