"""When, for whom and on what an effect of the scheme applies. An empty condition holds always."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of every year; 29 February stands for the 28th in common years."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class DateRange:
    """Both ends included: two dates, or two days of every year (which may pass New Year)."""

    first: date | YearDay
    last: date | YearDay


@dataclass(frozen=True, slots=True)
class When:
    """Business days and hours. Every part that is given must hold; one of each list is enough.

    `weekdays` are ISO (Monday 1); `month_days` 1 to 31, where a month lacks one it is its last;
    `festivals` are names known to `rules.calendar` or `lunar:08-15`, `lunar:L06-01`, `12-25`;
    hours are local minutes of the day, from included, to excluded, and may pass midnight.
    """

    dates: tuple[DateRange, ...] = ()
    weekdays: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    festivals: tuple[str, ...] = ()
    from_minute: int = 0
    to_minute: int = DAY_MINUTES


ALWAYS = When()


class BirthdaySpan(StrEnum):
    """How long around a birthday an effect holds; a week is three days before to three after."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Who:
    """Which members. Every part that is given must hold; one of each list is enough.

    `tiers`, `plans` (by their level) and `partner_cards` are ids of the scheme, `tags` those
    on the member. `often_bought` with `bought_at_least` (units in the last 90 days) is the
    behaviour segment. `new_within_days` counts from the day of joining.
    """

    members_only: bool = False
    tiers: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    partner_cards: tuple[str, ...] = ()
    birthday: BirthdaySpan | None = None
    dependant_birthday: BirthdaySpan | None = None
    often_bought: "Goods | None" = None
    bought_at_least: int = 1
    first_purchase: bool = False
    new_within_days: int = 0

    @property
    def needs_member(self) -> bool:
        """Whether a sale without a member can never meet this."""
        return self != ANYBODY


@dataclass(frozen=True, slots=True)
class Goods:
    """Which lines: empty means all. `products` are barcodes or exact names; `groups` are named
    in the scheme's `groups`. A line that meets any of the lists and none of `without` is in."""

    products: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    without: "Goods | None" = None


ANYBODY = Who()
EVERYTHING = Goods()
