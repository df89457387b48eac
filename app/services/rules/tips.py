"""Tips as a rate of what is due. Pure."""

from app.services.rules.money import BASIS_POINTS, round_half_up


def tip_of_rate(total_minor: int, rate_bp: int) -> int:
    """That rate of what is due, half up, in minor units."""
    return round_half_up(total_minor * rate_bp, BASIS_POINTS)
