"""Every rule and every cell of the table of schemes has a scenario that performs it.

A scenario is named after what it shows: `test_rule_13_…`, `test_coffee_multiplier_…`,
`test_list_badge_…`. Asserting a preset's figure is no scenario; those tests are elsewhere.
"""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CELLS = {
    "coffee": "enrolment earn multiplier tiers redeem birthday behaviour early_access",
    "warehouse": "enrolment fee fee_refund earn redeem member_day perk",
    "beauty": "enrolment earn multiplier tiers redeem birthday member_day early_access",
    "prime": "enrolment fee fee_refund member_day perk",
    "bank_card": "enrolment earn multiplier tiers redeem behaviour member_day perk",
}
LIST = (
    "check_in referral top_up session_pass spend_get_coupon buy_x_get_y basket_threshold"
    " category_points tier_price off_season expiry_by_inactivity expiry_at_the_end_of_next_year"
    " lifetime_tier badge bundle members_only_products uncounted_perks festival lunar_holiday"
    " dependant_birthday partner_card compensation"
)
RULES = range(1, 32)


def _names(pattern: str) -> list[str]:
    return [
        node.name
        for path in TESTS.rglob(pattern)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_scenario(rule: int) -> None:
    wanted = f"test_rule_{rule}_"
    assert any(name.startswith(wanted) for name in _names("test_*.py")), f"no {wanted}…"


@pytest.mark.parametrize(
    ("preset", "primitive"),
    [(preset, primitive) for preset, row in CELLS.items() for primitive in row.split()],
)
def test_every_cell_of_the_table_has_its_scenario(preset: str, primitive: str) -> None:
    # "fee_refund" shows nothing of "fee".
    longer = [f"test_{preset}_{each}_" for each in CELLS[preset].split() if each != primitive]
    wanted = f"test_{preset}_{primitive}_"
    found = [name for name in _names("test_scheme_cells*.py") if name.startswith(wanted)]
    own = [
        name
        for name in found
        if not any(name.startswith(each) for each in longer if each.startswith(wanted))
    ]
    assert own, f"no {wanted}…"


@pytest.mark.parametrize("item", LIST.split())
def test_every_other_primitive_has_its_scenario(item: str) -> None:
    wanted = f"test_list_{item}"
    assert any(name.startswith(wanted) for name in _names("test_scheme_list.py")), f"no {wanted}…"
