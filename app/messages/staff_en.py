"""The messages about people at the till in English."""

SENTENCES = {
    "NeedsApproval": (
        "{power} is more than you may do alone{limit}; ask a manager for their PIN or card."
    ),
    "NotApproved": (
        "nobody approved this ({power}), so nothing was done; ask a manager and try again."
    ),
    "ApproverMayNot": "{name} may not approve this ({power}); ask the owner.",
    "PinWrong": "this PIN is wrong; try again in {seconds} s.",
    "PinBlocked": "too many wrong PINs were tried; wait {seconds} s, or scan a staff card.",
    "NoPin": "{name} has no PIN; scan their staff card, or let the owner give them a PIN.",
    "StaffUnknown": "nobody at the till is called {name}; look at the list of staff.",
    "StaffCardUnknown": "this staff card is not in use; scan another one, or enter a PIN.",
    "StaffDisabled": "{name} no longer signs in here; choose somebody else.",
    "LastOwner": "{name} is the shop's only owner; make somebody else an owner first.",
}
REASONS = {
    "weak_pin": "is too easy to guess; take one without repeats, runs or years",
    "not_a_pin": "has 4 to 12 digits and nothing else; enter it again",
    "not_allowed_for_role": "makes no sense for this power; give another amount",
}
FIELDS = {
    "pin": "PIN",
    "role": "role",
    "staff": "staff",
    "limit": "limit",
    "lock_minutes": "minutes until the screen locks",
}
POWERS = {
    "discount": "discount by hand",
    "price_change": "change of a shelf price",
    "open_item": "selling by name and price",
    "refund": "refund",
    "refund_without_receipt": "refund without a receipt",
    "void": "void",
    "points_by_hand": "points and coupons by hand",
    "claim_late": "claiming points late, or twice in a day",
    "coupon_revoke": "revoking coupons",
    "unfreeze": "freeing frozen members and lost cards",
    "no_sale": "opening the drawer without a sale",
    "pay_in": "pay-in",
    "pay_out": "pay-out",
    "drop": "safe drop",
    "close_session": "closing the drawer",
    "see_expected": "reading the expected cash",
    "write_off": "write-off",
    "on_account_over_limit": "credit over a member's limit",
    "stock_adjust": "correcting stock",
    "products": "changing products",
    "members_export": "exporting members",
    "members_merge": "merging members",
    "campaigns": "campaigns",
    "scheme": "changing the scheme",
    "settings": "changing settings",
    "staff": "changing staff",
    "reports": "reports",
    "backups": "restoring a backup",
}
