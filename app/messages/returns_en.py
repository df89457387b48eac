"""The messages about returns in English."""

SENTENCES = {
    "ClaimReturned": "goods of sale {number} came back, so its points can no longer be claimed.",
    "NothingToReturn": "everything of sale {number} came back already; nothing is left of it.",
    "ReturnedBefore": "all of {name} came back already.",
    "ReturnTooMuch": "only {left} of {name} is left to come back, not {quantity}; take less.",
    "ReturnLineUnknown": "sale {number} has no line {line}; look at its receipt again.",
    "ReturnLineTwice": "line {line} stands twice on this return; name it once, with its quantity.",
    "NotOnReceipt": "sale {number} has none of {code}, or none that is left; look at its lines.",
    "TipStays": "the tip of sale {number} comes back with the whole sale only; leave its line out.",
    "RefundIdTaken": (
        "this id already belongs to refund {number}, which is a different one;"
        " use a new id for each refund."
    ),
    "RefundUnknown": "no refund has the number {number}; check it and try again.",
    "VoidRefused": "sale {number} {reason}.",
    "RefundTendersWrong": (
        "what is paid back comes to {total}, and the payments given to {given}; correct them."
    ),
    "RefundTenderRefused": ("this cannot be paid back by {kind}; pay it back the way it was paid."),
}
REASONS = {
    "of_another_till": "was made at another till; refund it instead of voiding it",
    "not_with_receipt": "is given together with a receipt; leave one of them out",
    "partly_returned": "came back in part already; refund the rest instead of voiding it",
    "session_closed": "is of a session that is over; refund it instead of voiding it",
    "voided_before": "was voided already; nothing is left of it",
}
FIELDS = {
    "not_restocked": "mark for goods that stay off the shelf",
    "open_lines": "lines without a receipt",
    "return": "return",
}
PRICING = {
    "refund_reversed": "{points} points earned by the sale are taken back",
    "refund_restored": "{points} points spent on the sale are given back",
    "refund_restored_lapsed": "{points} of them had expired; they count again until {until}",
    "refund_debt": "The member then owes {points} points; the next ones earned repay them",
    "refund_points_in_proportion": (
        "The points are taken back in proportion: the rules they were earned by have changed"
    ),
    "refund_coupon_back": "Coupon {code} can be used again",
    "refund_coupon_stays_used": "Coupon {code} stays used, as not the whole sale comes back",
    "refund_coupon_ended": "Coupon {code} has ended meanwhile and does not come back",
    "refund_coupon_revoked": "Coupon {code}, which the sale brought, is taken back",
    "refund_coupon_spent": "Coupon {code}, which the sale brought, was used already",
    "refund_bonus_lapsed": "{amount} of wallet bonus had ended and is lost",
    "refund_gift_card_new": "Gift card {code} has ended; the money goes on a new one",
    "refund_badges_stay": "Badges that the sale brought stay: {count}",
    "refund_referral_stays": "The reward for the referral stays; take it back by hand if need be",
    "refund_passes_back": "Visits that go back to session passes: {uses}",
    "refund_reward_less": (
        "The cash reward of {plan} at renewal counts {amount} less of what was bought"
    ),
    "refund_tier_review": "With what is left, the review on {until} would find the tier {tier}",
    "refund_tier_stays": "With what is left, the tier would be {tier}; it is kept for good",
    "refund_without_receipt": "Without a receipt",
}
