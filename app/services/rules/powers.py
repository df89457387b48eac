"""What a person at the till may do, and up to how much."""

from enum import StrEnum


class Power(StrEnum):
    """Everything that not everyone may do; the values are stored. Units of amounts in brackets."""

    DISCOUNT = "discount"  # (basis points)
    PRICE_CHANGE = "price_change"  # (basis points)
    REFUND = "refund"  # (minor units)
    REFUND_WITHOUT_RECEIPT = "refund_without_receipt"  # (minor units)
    VOID = "void"
    POINTS_BY_HAND = "points_by_hand"  # (points)
    NO_SALE = "no_sale"
    PAY_IN = "pay_in"  # (minor units)
    PAY_OUT = "pay_out"  # (minor units)
    DROP = "drop"
    CLOSE_SESSION = "close_session"
    SEE_EXPECTED = "see_expected"
    WRITE_OFF = "write_off"  # (minor units)
    ON_ACCOUNT_OVER_LIMIT = "on_account_over_limit"
    STOCK_ADJUST = "stock_adjust"
    PRODUCTS = "products"
    MEMBERS_EXPORT = "members_export"
    MEMBERS_MERGE = "members_merge"
    SCHEME = "scheme"
    SETTINGS = "settings"
    STAFF = "staff"
    REPORTS = "reports"
    BACKUPS = "backups"
