"""What the conditions of a segment may be chosen from, in this shop."""

from dataclasses import dataclass

from app.models import segment_names as stored
from app.services.desk import Desk
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.words import Words
from app.services.segment_columns import CHOICES

AT_MOST = 500
GENDERS = ("female", "male", "other")


@dataclass(frozen=True, slots=True)
class SegmentChoices:
    """`fixed` by field: the only values there are. `named` by field: those with words of the
    shop's scheme. `typed` by field: what was typed before; `goods` what can have been bought.
    """

    fixed: dict[str, tuple[str, ...]]
    named: dict[str, tuple[tuple[str, Words], ...]]
    typed: dict[str, tuple[str, ...]]
    goods: tuple[str, ...]


def read_choices(desk: Desk) -> SegmentChoices:
    """All of them, as they are now."""
    database, scheme = desk.database, desk.scheme
    tiers = () if scheme.tiers is None else scheme.tiers.tiers
    typed = {name: stored.typed_before(database, name, AT_MOST) for name in stored.TYPED}
    return SegmentChoices(
        fixed={
            "gender": GENDERS,
            **CHOICES,
        },
        named={
            "tier": tuple((tier.id, tier.name) for tier in tiers),
            "plan": tuple((plan.id, plan.name) for plan in scheme.plans),
            "badge": tuple((badge.id, badge.name) for badge in scheme.badges),
        },
        typed={**typed, "tag": stored.tags(database, AT_MOST)},
        goods=stored.goods(database, AT_MOST),
    )


def listed_names(scheme: Scheme) -> dict[str, tuple[str, ...]]:
    """By field: the ids of the scheme, and the genders, that conditions may name."""
    tiers = () if scheme.tiers is None else scheme.tiers.tiers
    return {
        "tier": tuple(tier.id for tier in tiers),
        "plan": tuple(plan.id for plan in scheme.plans),
        "badge": tuple(badge.id for badge in scheme.badges),
        "gender": GENDERS,
    }
