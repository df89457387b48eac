"""The likelihoods that are fitted are those that were published, member by member."""

from math import exp, isclose, lgamma, log

from hypothesis import given
from hypothesis import strategies as st

from app.services.rules.insight import bgnbd, gamma_gamma
from app.services.rules.insight.purchases import History, grouped

DAY = 1 / 7


@st.composite
def members(draw: st.DrawFn) -> History:
    """Somebody who came once or often, long ago or today."""
    days = draw(st.integers(0, 700))
    repeats = draw(st.integers(0, min(days, 9)))
    recency = draw(st.integers(repeats, days)) if repeats else 0
    mean = draw(st.integers(1, 10**6)) if repeats else 0
    return History(repeats, recency * DAY, days * DAY, float(mean))


MEMBERS = st.lists(members(), min_size=1, max_size=40)
LOGS = st.floats(-3, 3)


def bought(one: History, r: float, alpha: float, a: float, b: float) -> float:
    """Fader, Hardie and Lee (2005), equation 6."""
    x, recency, age = one.repeats, one.recency, one.age
    shared = lgamma(r + x) - lgamma(r) + r * log(alpha)
    stays = exp(lgamma(a + b) - lgamma(b) + lgamma(b + x) - lgamma(a + b + x))
    likely = stays * (alpha + age) ** -(r + x)
    if x:
        left = exp(lgamma(a + 1) - lgamma(a) + lgamma(b + x - 1) - lgamma(b) + lgamma(a + b)
                   - lgamma(a + b + x))  # fmt: skip
        likely += left * (alpha + recency) ** -(r + x)
    return shared + log(likely)


def spent(one: History, p: float, q: float, gamma: float) -> float:
    """Fader and Hardie (2013), equation 1a."""
    px, mean = p * one.repeats, one.mean_minor
    return (
        lgamma(px + q) - lgamma(px) - lgamma(q) + q * log(gamma) + (px - 1) * log(mean)
        + px * log(one.repeats) - (px + q) * log(gamma + mean * one.repeats)
    )  # fmt: skip


@given(members=MEMBERS, logs=st.tuples(LOGS, LOGS, LOGS, LOGS))
def test_how_likely_their_visits_are_is_as_published(members, logs):
    found = bgnbd._Likelihood(grouped(members)).negative(logs)
    plain = sum((-bought(one, *map(exp, logs)) for one in members), 0.0)
    assert isclose(found, plain, rel_tol=1e-9, abs_tol=1e-9)


@given(members=MEMBERS, logs=st.tuples(LOGS, LOGS, LOGS))
def test_how_likely_their_spend_is_is_as_published(members, logs):
    back = [one for one in members if one.repeats]
    found = gamma_gamma._Likelihood([(one.repeats, one.mean_minor) for one in back]).negative(logs)
    plain = sum((-spent(one, *map(exp, logs)) for one in back), 0.0)
    assert isclose(found, plain, rel_tol=1e-9, abs_tol=1e-9)
