"""The shop's settings and its scheme: stored in the shop's file, read once, changed whole."""

import base64
import json
import re
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.errors import FieldInvalid
from app.models import settings as stored
from app.models.database import Database
from app.services.countries import is_country
from app.services.documents.logos import usable_logo
from app.services.rules.codes import InStoreLayout
from app.services.rules.money import AMOUNT_LIMIT_MINOR, CURRENCIES, Currency
from app.services.rules.pricing import PriceTerms
from app.services.rules.scheme import Scheme, simple_scheme
from app.services.rules.shop_facts import ShopFacts
from app.services.texts import checked_text

if TYPE_CHECKING:
    from app.services.rules.insight.rfm import RfmTerms
    from app.services.rules.insight.stages import StageTerms

LANGUAGES = ("zh_CN", "zh_TW", "en")
TEXT_LENGTH = 400
NOTICE_LENGTH = 20
LOGO_LIMIT_BYTES = 1_000_000
DAYS_LIMIT = 3650
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


def _doc(text: str) -> dict[str, str]:
    return {"doc": text}


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """What the owner decides for the whole shop. Every field has a default and a doc line."""

    name: str = field(default="", metadata=_doc("The shop's name on cards and receipts."))
    subtitle: str = field(default="", metadata=_doc("A second line under the name."))
    address: str = field(default="", metadata=_doc("Printed on receipts and card backs."))
    phone: str = field(default="", metadata=_doc("Printed on receipts and card backs."))
    currency: str = field(default="CNY", metadata=_doc("ISO 4217 code of the currency."))
    language: str = field(default="zh_CN", metadata=_doc("Language of documents."))
    time_zone: str = field(default="Asia/Shanghai", metadata=_doc("IANA name of the time zone."))
    region: str = field(default="CN", metadata=_doc("Country of phone numbers without a code."))
    day_end_hour: int = field(
        default=4, metadata=_doc("Sales before this hour still belong to the day before.")
    )
    prices_include_tax: bool = field(default=True, metadata=_doc("Shelf prices contain the tax."))
    tax_rate_bp: int = field(default=0, metadata=_doc("Tax of open items, in basis points."))
    cash_step_minor: int = field(
        default=1,
        metadata=_doc("Smallest cash step in minor units, halves rounded up; 1 rounds nothing."),
    )
    round_down_minor: int = field(
        default=10, metadata=_doc("抹零 cuts the total to a multiple of this, in minor units.")
    )
    brand_colour: str = field(default="#0F6E63", metadata=_doc("Colour of cards."))
    logo: bytes = field(default=b"", metadata=_doc("PNG or JPEG printed on cards and receipts."))
    receipt_footer: str = field(default="", metadata=_doc("Last line of a receipt."))
    card_terms: str = field(default="", metadata=_doc("Terms on the back of a card."))
    return_days: int = field(default=7, metadata=_doc("Days for returns, printed on receipts."))
    in_store_item_digits: int = field(default=5, metadata=_doc("Item digits of codes 20–29."))
    in_store_value_digits: int = field(default=5, metadata=_doc("Value digits of codes 20–29."))
    in_store_holds: str = field(default="price", metadata=_doc("price or weight in codes 20–29."))
    account_limit_minor: int = field(
        default=0,
        metadata=_doc(
            "What any member may owe on account, in minor units; 0: only who has a limit."
        ),
    )
    tips: bool = field(default=False, metadata=_doc("The pay sheet asks for a tip."))
    tips_to: str = field(
        default="server",
        metadata=_doc("Who gets a tip: server (who served) or shop."),
    )
    count_cash: bool = field(
        default=False, metadata=_doc("The drawer is opened with a float and counted at closing.")
    )
    cash_float_minor: int = field(
        default=0, metadata=_doc("The float that is proposed at opening, in minor units.")
    )
    hints: bool = field(
        default=True, metadata=_doc("The member strip shows at most two hints a visit.")
    )
    hint_follow_up: bool = field(default=True, metadata=_doc("Hints: a follow-up promised."))
    hint_lapsing: bool = field(default=True, metadata=_doc("Hints: a benefit about to lapse."))
    hint_birthday: bool = field(default=True, metadata=_doc("Hints: birthdays of these days."))
    hint_due_again: bool = field(default=True, metadata=_doc("Hints: bought regularly, due again."))
    hint_together: bool = field(default=True, metadata=_doc("Hints: what goes with the basket."))
    contact_cap: int = field(
        default=3,
        metadata=_doc("How often a member is asked by all campaigns within the days; 0: any."),
    )
    contact_cap_days: int = field(
        default=30, metadata=_doc("The days in which the contact cap counts.")
    )
    quiet_from_hour: int = field(
        default=21, metadata=_doc("From this hour on nobody is asked by a campaign.")
    )
    quiet_until_hour: int = field(
        default=9, metadata=_doc("Until this hour; the same hour twice keeps none quiet.")
    )
    notice_version: str = field(default="1", metadata=_doc("Version of the consent notice."))
    rfm_recency_days: str = field(
        default="",
        metadata=_doc("Own limits of RFM: days since the last visit that part 5, 4, 3, 2, 1."),
    )
    rfm_frequency: str = field(
        default="", metadata=_doc("Own limits of RFM: the most visits that score 1, 2, 3, 4.")
    )
    rfm_monetary_minor: str = field(
        default="",
        metadata=_doc("Own limits of RFM: the most spent that scores 1, 2, 3, 4; minor units."),
    )
    stage_new_days: int = field(
        default=30, metadata=_doc("A member is new for so many days after the first visit.")
    )
    stage_silent_days: int = field(
        default=0,
        metadata=_doc("Days without a visit after which all are silent; 0: by own rhythm."),
    )
    stage_lost_days: int = field(
        default=0, metadata=_doc("Days without a visit after which all are lost; 0: own rhythm.")
    )
    demo: bool = field(default=False, metadata=_doc("This is the demo shop."))

    @property
    def money(self) -> Currency:
        """The currency."""
        return CURRENCIES[self.currency]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone."""
        return ZoneInfo(self.time_zone)

    @property
    def terms(self) -> PriceTerms:
        """What pricing needs to know."""
        return PriceTerms(self.prices_include_tax, self.cash_step_minor)

    @property
    def in_store(self) -> InStoreLayout:
        """How in-store codes are read."""
        return InStoreLayout(
            self.in_store_item_digits, self.in_store_value_digits, self.in_store_holds
        )

    @property
    def rfm_terms(self) -> "RfmTerms | None":
        """The owner's own limits of RFM; None for the shop's fifths."""
        if not (self.rfm_recency_days or self.rfm_frequency or self.rfm_monetary_minor):
            return None
        # Not loaded by every start: few shops set their own.
        from app.services.rules.insight.limits import read_terms

        return read_terms(self.rfm_recency_days, self.rfm_frequency, self.rfm_monetary_minor)

    @property
    def stage_terms(self) -> "StageTerms":
        """How long is too long, for everyone or by each member's rhythm."""
        from app.services.rules.insight.stages import StageTerms

        fixed = self.stage_silent_days > 0
        return StageTerms(
            new_days=self.stage_new_days,
            silent_days=self.stage_silent_days if fixed else None,
            lost_days=self.stage_lost_days if fixed else None,
        )

    @property
    def facts(self) -> ShopFacts:
        """What documents print of the shop."""
        return ShopFacts(
            name=self.name,
            subtitle=self.subtitle,
            address=self.address,
            phone=self.phone,
            currency=self.money,
            language=self.language,
            brand_colour=self.brand_colour,
            logo=self.logo,
            receipt_footer=self.receipt_footer,
            card_terms=self.card_terms,
            return_days=self.return_days,
        )


def check_settings(settings: ShopSettings) -> None:
    """Raise FieldInvalid for the first setting that makes no sense."""
    choices = {
        "currency": settings.currency in CURRENCIES,
        "language": settings.language in LANGUAGES,
        "time_zone": _zone_exists(settings.time_zone),
        "in_store_holds": settings.in_store_holds in ("price", "weight"),
        "tips_to": settings.tips_to in ("server", "shop"),
    }
    ranges = {
        "day_end_hour": 0 <= settings.day_end_hour <= 12,
        "tax_rate_bp": 0 <= settings.tax_rate_bp <= 10_000,
        "cash_step_minor": 1 <= settings.cash_step_minor <= 100_000,
        "round_down_minor": 1 <= settings.round_down_minor <= 100_000,
        "in_store_item_digits": settings.in_store_item_digits + settings.in_store_value_digits
        == 10,
        "cash_float_minor": 0 <= settings.cash_float_minor <= AMOUNT_LIMIT_MINOR,
        "contact_cap": 0 <= settings.contact_cap <= 1_000,
        "contact_cap_days": 1 <= settings.contact_cap_days <= 366,
        "quiet_from_hour": 0 <= settings.quiet_from_hour <= 23,
        "quiet_until_hour": 0 <= settings.quiet_until_hour <= 23,
        "return_days": 0 <= settings.return_days <= 3650,
        "account_limit_minor": 0 <= settings.account_limit_minor <= AMOUNT_LIMIT_MINOR,
        "stage_new_days": 1 <= settings.stage_new_days <= DAYS_LIMIT,
        "stage_silent_days": 0 <= settings.stage_silent_days <= DAYS_LIMIT,
        "stage_lost_days": _after_silent(settings),
    }
    for checks, reason in ((choices, "unknown_value"), (ranges, "out_of_range")):
        for name, holds in checks.items():
            if not holds:
                raise FieldInvalid(name, reason, str(getattr(settings, name)))
    for name in ("name", "subtitle", "address", "phone", "receipt_footer", "card_terms"):
        checked_text(name, getattr(settings, name), TEXT_LENGTH, lines=True)
    checked_text("notice_version", settings.notice_version, NOTICE_LENGTH)
    if not _COLOUR.match(settings.brand_colour):
        raise FieldInvalid("brand_colour", "not_a_colour", settings.brand_colour)
    if not is_country(settings.region):
        raise FieldInvalid("region", "unknown_value", settings.region)
    _check_limits(settings)
    _check_logo(settings.logo)


def _after_silent(settings: ShopSettings) -> bool:
    """Both or neither, and lost is later."""
    silent, lost = settings.stage_silent_days, settings.stage_lost_days
    return silent < lost <= DAYS_LIMIT if silent else lost == 0


def _check_limits(settings: ShopSettings) -> None:
    from app.services.rules.insight.limits import LimitsWrong

    try:
        _ = settings.rfm_terms
    except LimitsWrong as error:
        name = f"rfm_{error.measure}"
        raise FieldInvalid(name, "not_rising", getattr(settings, name)) from error


def _check_logo(logo: bytes) -> None:
    if len(logo) > LOGO_LIMIT_BYTES:
        raise FieldInvalid("logo", "too_large")
    if logo and usable_logo(logo) is None:
        raise FieldInvalid("logo", "not_a_picture")


def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError):  # ZoneInfoNotFoundError is a KeyError on some platforms
        return False
    except KeyError:
        return False
    return True


def load_settings(database: Database) -> ShopSettings:
    """The shop's settings; a field that is not stored has its default."""
    rows = stored.settings(database)
    values: dict[str, Any] = {
        f.name: json.loads(rows[f.name]) for f in fields(ShopSettings) if f.name in rows
    }
    if "logo" in values:
        values["logo"] = base64.b64decode(values["logo"])
    return ShopSettings(**values)


def store_settings(database: Database, settings: ShopSettings) -> None:
    """Store every field. Raises FieldInvalid."""
    check_settings(settings)
    values = {f.name: getattr(settings, f.name) for f in fields(ShopSettings)}
    values["logo"] = base64.b64encode(settings.logo).decode("ascii")
    stored.save_settings(
        database, [(name, json.dumps(value, ensure_ascii=False)) for name, value in values.items()]
    )


def changed_settings(before: ShopSettings, after: ShopSettings) -> tuple[str, str] | None:
    """What differs, before and after, as JSON for the audit trail; None where nothing does.

    Of a picture it is told only whether there is one.
    """
    names = [
        f.name for f in fields(ShopSettings) if getattr(before, f.name) != getattr(after, f.name)
    ]
    if not names:
        return None

    def told(settings: ShopSettings) -> str:
        values = {name: getattr(settings, name) for name in names}
        shown = {k: bool(v) if isinstance(v, bytes) else v for k, v in values.items()}
        return json.dumps(shown, ensure_ascii=False, sort_keys=True)

    return told(before), told(after)


def first_scheme(settings: ShopSettings) -> Scheme:
    """What a new shop starts with."""
    return simple_scheme(1, settings.money.unit_minor)
