"""Badges: given once, when a lifetime's count reaches their threshold."""

from dataclasses import dataclass, field

from app.services.rules.scheme.standing import Badge, BadgeBasis


@dataclass(frozen=True, slots=True)
class LifetimeCounts:
    """What a member has come to: visits, minor units really paid, points earned, and whole units
    bought for each badge that counts goods (badge id → units)."""

    visits: int = 0
    spent_minor: int = 0
    points_earned: int = 0
    bought: dict[str, int] = field(default_factory=dict)

    def of(self, badge: Badge) -> int:
        """The count this badge looks at."""
        match badge.basis:
            case BadgeBasis.VISITS:
                return self.visits
            case BadgeBasis.SPEND:
                return self.spent_minor
            case BadgeBasis.POINTS:
                return self.points_earned
            case BadgeBasis.BOUGHT:
                return self.bought.get(badge.id, 0)


def badges_won(
    badges: tuple[Badge, ...], counts: LifetimeCounts, awarded: frozenset[str]
) -> tuple[Badge, ...]:
    """The badges now reached and never awarded before, in the scheme's order."""
    return tuple(
        badge for badge in badges if badge.id not in awarded and counts.of(badge) >= badge.threshold
    )
