"""The shop's loyalty rule set, as frozen, versioned data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """The simple scheme: points by money, points as money.

    `earn_points` for each whole `earn_unit_minor` really paid; `burn_points` pay
    `burn_value_minor`. `claim_days` is how long a receipt without a member may be claimed.
    """

    version: int
    name: str
    earn_points: int
    earn_unit_minor: int
    burn_points: int
    burn_value_minor: int
    claim_days: int


def simple_scheme(version: int, unit_minor: int) -> Scheme:
    """The preset every shop starts with: 1 point per unit of currency, 100 points pay 1 unit."""
    return Scheme(
        version=version,
        name="simple",
        earn_points=1,
        earn_unit_minor=unit_minor,
        burn_points=100,
        burn_value_minor=unit_minor,
        claim_days=7,
    )
