"""Every refusal the program can make: each carries facts, never a sentence.

`app.messages` turns one into a sentence in the reader's language. Anything
raised that is not a `ShopError` is a bug. Those of the scheme are in `loyalty`, those of
people at the till in `staff`.
"""

from dataclasses import dataclass
from datetime import date

from app.errors.base import ShopError as ShopError
from app.errors.camera import (
    CameraFault as CameraFault,
    CameraNotReady as CameraNotReady,
)
from app.errors.campaigns import (
    CampaignEmpty as CampaignEmpty,
    CampaignNameTaken as CampaignNameTaken,
    CampaignOver as CampaignOver,
    CampaignTooDear as CampaignTooDear,
    CampaignUnknown as CampaignUnknown,
    ContactRefused as ContactRefused,
    EventAhead as EventAhead,
    NotInvited as NotInvited,
    QuietHours as QuietHours,
)
from app.errors.care import (
    CareChanged as CareChanged,
    CareClosed as CareClosed,
    CareUnknown as CareUnknown,
)
from app.errors.cash import (
    CountWrong as CountWrong,
    MovementIdTaken as MovementIdTaken,
    SessionClosed as SessionClosed,
    SessionNotOpen as SessionNotOpen,
    SessionOpen as SessionOpen,
    ZReportUnknown as ZReportUnknown,
)
from app.errors.goods import (
    InvoiceNotAsked as InvoiceNotAsked,
    InvoiceStands as InvoiceStands,
    LabelsWithoutCode as LabelsWithoutCode,
    LabelTooSmall as LabelTooSmall,
)
from app.errors.insight import SegmentUnknown as SegmentUnknown
from app.errors.loyalty import (
    ActivityLimit as ActivityLimit,
    AmountOutOfRange as AmountOutOfRange,
    CouponNotUsable as CouponNotUsable,
    CouponUnknown as CouponUnknown,
    GiftCardNotUsable as GiftCardNotUsable,
    GiftCardUnknown as GiftCardUnknown,
    GrantUnknown as GrantUnknown,
    NoPlan as NoPlan,
    NotInScheme as NotInScheme,
    NotOffered as NotOffered,
    PassNotUsable as PassNotUsable,
    PerkUsedUp as PerkUsedUp,
    PlanHeldAlready as PlanHeldAlready,
    PointsTooFew as PointsTooFew,
    ReferralRefused as ReferralRefused,
    RewardRefused as RewardRefused,
    SaleBarred as SaleBarred,
    TakingIdTaken as TakingIdTaken,
    ValueTooLow as ValueTooLow,
    WalletCapReached as WalletCapReached,
    WalletEmpty as WalletEmpty,
)
from app.errors.merges import (
    MemberMerged as MemberMerged,
    MergeRefused as MergeRefused,
)
from app.errors.printing import (
    LabelTooWide as LabelTooWide,
    NoReceiptPrinter as NoReceiptPrinter,
    PrintUnknown as PrintUnknown,
    PrinterFault as PrinterFault,
)
from app.errors.returns import (
    ClaimReturned as ClaimReturned,
    NotOnReceipt as NotOnReceipt,
    NothingToReturn as NothingToReturn,
    RefundIdTaken as RefundIdTaken,
    RefundTenderRefused as RefundTenderRefused,
    RefundTendersWrong as RefundTendersWrong,
    RefundUnknown as RefundUnknown,
    ReturnLineTwice as ReturnLineTwice,
    ReturnLineUnknown as ReturnLineUnknown,
    ReturnedBefore as ReturnedBefore,
    ReturnTooMuch as ReturnTooMuch,
    TipStays as TipStays,
    VoidRefused as VoidRefused,
)
from app.errors.staff import (
    ApproverMayNot as ApproverMayNot,
    LastOwner as LastOwner,
    NeedsApproval as NeedsApproval,
    NoPin as NoPin,
    NotApproved as NotApproved,
    PinBlocked as PinBlocked,
    PinWrong as PinWrong,
    StaffCardUnknown as StaffCardUnknown,
    StaffDisabled as StaffDisabled,
    StaffUnknown as StaffUnknown,
)
from app.errors.storage import (
    BackupUnsound as BackupUnsound,
    EngineTooOld as EngineTooOld,
    RecordRefused as RecordRefused,
    ShopExists as ShopExists,
    ShopFileTooNew as ShopFileTooNew,
    ShopFileUnreadable as ShopFileUnreadable,
    ShopMissing as ShopMissing,
    StorageBusy as StorageBusy,
    StorageFailed as StorageFailed,
)
from app.errors.tenders import (
    AccountNotOffered as AccountNotOffered,
    DepositClosed as DepositClosed,
    DepositHeld as DepositHeld,
    DepositUnknown as DepositUnknown,
    OwesLess as OwesLess,
    StillOpen as StillOpen,
)
from app.errors.typed import (
    FieldInvalid as FieldInvalid,
    FileUnreadable as FileUnreadable,
    PartInvalid as PartInvalid,
)

# --- what a person typed; more of it in `typed` -------------------------------


@dataclass(eq=False)
class RowsRefused(ShopError):
    """An import was refused whole because some rows cannot be taken."""

    refused: int
    line: int
    field: str
    reason: str


# --- the scheme --------------------------------------------------------------


@dataclass(eq=False)
class SchemeInvalid(ShopError):
    """A field of a scheme cannot be taken. `path` names it; `reason` is a key of
    `messages.REASONS`; `allowed` is what may stand there, in no language."""

    path: str
    reason: str
    text: str = ""
    allowed: str = ""


@dataclass(eq=False)
class SchemeUnknown(ShopError):
    """No scheme has this name."""

    text: str
    allowed: str


# --- members and cards -------------------------------------------------------


@dataclass(eq=False)
class MemberUnknown(ShopError):
    """No member answers to this text."""

    text: str


@dataclass(eq=False)
class MemberAmbiguous(ShopError):
    """More than one member answers to this text."""

    text: str
    hits: int


@dataclass(eq=False)
class PhoneTaken(ShopError):
    """A live member already has this phone."""

    phone: str
    number: str
    name: str


@dataclass(eq=False)
class MemberNumberTaken(ShopError):
    """Another member already has this number."""

    number: str


@dataclass(eq=False)
class MemberFrozen(ShopError):
    """The member is frozen and may not earn or spend."""

    number: str


@dataclass(eq=False)
class MemberArchived(ShopError):
    """The member was archived."""

    number: str


@dataclass(eq=False)
class CardForged(ShopError):
    """The code has the shape of a member code, but not of this shop's making."""


@dataclass(eq=False)
class CardNotActive(ShopError):
    """The card was lost, replaced or closed on a date. `state` is a `CardState` value."""

    state: str
    on: date


@dataclass(eq=False)
class CodeUnknown(ShopError):
    """Nothing in the shop answers to the scanned code."""

    code: str


@dataclass(eq=False)
class PayCodeScanned(ShopError):
    """A payer's code was scanned where a card or product is. `kind` is a tender kind."""

    kind: str


@dataclass(eq=False)
class SerialsExhausted(ShopError):
    """All ten million card serials are used."""


# --- products ----------------------------------------------------------------


@dataclass(eq=False)
class ProductUnknown(ShopError):
    """No product answers to this barcode."""

    barcode: str


@dataclass(eq=False)
class BarcodeTaken(ShopError):
    """Another product already has this barcode."""

    barcode: str
    name: str


# --- the sale ----------------------------------------------------------------


@dataclass(eq=False)
class CartEmpty(ShopError):
    """There is nothing to sell."""


@dataclass(eq=False)
class PriceChanged(ShopError):
    """The basket no longer costs what the quote said."""

    quoted_minor: int
    total_minor: int


@dataclass(eq=False)
class TermsChanged(ShopError):
    """The points scheme or the cash rounding is another one than the payment was shown with."""


@dataclass(eq=False)
class TendersShort(ShopError):
    """The tenders do not cover the total."""

    missing_minor: int


@dataclass(eq=False)
class TendersOver(ShopError):
    """Only cash gives change; the other tenders exceed the total."""

    over_minor: int


@dataclass(eq=False)
class TenderInvalid(ShopError):
    """This tender cannot be taken here. `reason` is a key of `messages.REASONS`."""

    kind: str
    reason: str


@dataclass(eq=False)
class PointsRefused(TenderInvalid):
    """The scheme does not take so much by points. `why` is a `Reason` of the settlement."""

    why: object


@dataclass(eq=False)
class NotEnoughPoints(ShopError):
    """The member holds fewer points than the tender needs."""

    needed: int
    held: int


@dataclass(eq=False)
class RewardTooDear(NotEnoughPoints):
    """The member holds fewer points than a reward costs. `reward` is its name."""

    reward: object


@dataclass(eq=False)
class DiscountTooLarge(ShopError):
    """A discount exceeds what it is taken from."""

    discount_minor: int
    base_minor: int


@dataclass(eq=False)
class AmountTooLarge(ShopError):
    """A sum is past what the till records."""

    limit_minor: int


@dataclass(eq=False)
class SaleUnknown(ShopError):
    """No sale answers to this receipt number."""

    number: str


@dataclass(eq=False)
class SaleIdTaken(ShopError):
    """The id was already used for a different sale."""

    number: str


@dataclass(eq=False)
class HeldSaleUnknown(ShopError):
    """The held sale was recalled already."""


@dataclass(eq=False)
class AlreadyClaimed(ShopError):
    """The sale's points already belong to a member."""

    number: str


@dataclass(eq=False)
class ClaimTooLate(ShopError):
    """The sale is older than the scheme lets points be claimed."""

    number: str
    days: int


@dataclass(eq=False)
class Cancelled(ShopError):
    """Somebody pressed cancel; nothing was changed."""
