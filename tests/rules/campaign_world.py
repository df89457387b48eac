"""Campaigns that never were: people with their own rhythm and purse, and a planted effect."""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass

from app.services.rules.campaign.holdout import draw, strata
from app.services.rules.campaign.uplift import Seen

YEAR, DAYS = 365, 45
VISITS_A_YEAR = 6.0
MARGIN = 0.5


@dataclass(frozen=True)
class Simulated:
    """One campaign: what was seen of visits and of gross profit, and what is true of both."""

    visits: list[Seen]
    profit: list[Seen]
    true_visits: float
    true_profit: float


def campaigns(
    count: int, people: int, holdout_bp: int, lift: float, first_seed: int
) -> Iterator[Simulated]:
    """Campaigns whose people come `lift` times as often more when they were reached.

    Visits are Poisson with a Gamma rate (some never come, few come often), baskets are
    log-normal around each person's own: as skewed as shops are.
    """
    for seed in range(first_seed, first_seed + count):
        yield simulated(random.Random(seed), seed, people, holdout_bp, lift)


def simulated(
    chance: random.Random, seed: int, people: int, holdout_bp: int, lift: float
) -> Simulated:
    """One of them."""
    rates = [chance.gammavariate(0.8, VISITS_A_YEAR / 0.8) for _ in range(people)]
    purses = [math.exp(chance.gauss(3, 0.6)) * MARGIN for _ in range(people)]
    past = [poisson(chance, rate) for rate in rates]
    keys = [place.to_bytes(4, "big") for place in range(people)]
    of = strata(
        (key, "active" if came else "never", round(came * purse * 100))
        for key, came, purse in zip(keys, past, purses, strict=True)
    )
    arms = draw(of.items(), holdout_bp, 1, seed)
    visits, profit = [], []
    for key, rate, purse, came in zip(keys, rates, purses, past, strict=True):
        reached = arms[key] > 0
        now = poisson(chance, rate * DAYS / YEAR * (1 + lift * reached))
        left = sum(purse * math.exp(chance.gauss(-0.18, 0.6)) for _ in range(now))
        visits.append(Seen(of[key], reached, float(came), float(now)))
        profit.append(Seen(of[key], reached, came * purse, left))
    more = [rate * DAYS / YEAR * lift for rate in rates]
    return Simulated(
        visits,
        profit,
        sum(more) / people,
        sum(each * purse for each, purse in zip(more, purses, strict=True)) / people,
    )


def poisson(chance: random.Random, rate: float) -> int:
    """A count with this mean (Knuth)."""
    limit, count, product = math.exp(-rate), 0, chance.random()
    while product > limit:
        count += 1
        product *= chance.random()
    return count
