"""A scheme tried on past sales, without changing anything: what it would have given and cost.

What was really paid stays what it was: it stands for the spend that qualifies and earns. The
scheme's discounts and points are reported beside it and never fed back.
"""

from app.services.rules.backtest.figures import (
    MemberFigures,
    MonthFigures,
    Outcome,
    TierFigures,
)
from app.services.rules.backtest.fold import Backtest
from app.services.rules.backtest.past import Assumed, PastSale, assumed_plan

__all__ = [
    "Assumed",
    "Backtest",
    "MemberFigures",
    "MonthFigures",
    "Outcome",
    "PastSale",
    "TierFigures",
    "assumed_plan",
]
