"""Every way to pay has a rule for giving it back, and none turns a present into cash."""

import pytest

from app.services.rules.powers import Power
from app.services.rules.refund_rules import GoesBack, refund_rule
from app.services.rules.tenders import TenderKind


@pytest.mark.parametrize("kind", TenderKind)
def test_every_tender_has_a_refund_rule_of_its_own(kind: TenderKind) -> None:
    rule = refund_rule(kind)
    assert rule.kind is kind
    assert rule.may_go_as(rule.refund_kind)


@pytest.mark.parametrize(
    "kind", [TenderKind.POINTS, TenderKind.STORED_VALUE, TenderKind.STORE_CREDIT]
)
def test_what_was_a_present_is_never_paid_out_as_cash(kind: TenderKind) -> None:
    rule = refund_rule(kind)
    assert rule.back is GoesBack.ENTRY
    assert not rule.may_go_as(TenderKind.CASH)


@pytest.mark.parametrize(
    "kind",
    [TenderKind.BANK_CARD, TenderKind.WECHAT, TenderKind.ALIPAY, TenderKind.OTHER],
)
def test_recorded_tenders_go_back_the_same_way_and_as_cash_only_with_permission(
    kind: TenderKind,
) -> None:
    rule = refund_rule(kind)
    assert rule.back is GoesBack.SAME_WAY
    assert rule.reference
    assert rule.cash_with is Power.PAY_OUT


def test_no_tender_goes_back_as_another_than_its_own_or_cash() -> None:
    for kind in TenderKind:
        taken = [other for other in TenderKind if refund_rule(kind).may_go_as(other)]
        assert set(taken) <= {kind, TenderKind.CASH}


def test_an_exchange_has_nothing_to_go_back_to_but_cash() -> None:
    assert refund_rule(TenderKind.EXCHANGE).refund_kind is TenderKind.CASH
