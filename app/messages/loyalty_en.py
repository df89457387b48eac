"""The messages about the scheme and kept money in English."""

SENTENCES = {
    "NotInScheme": "the scheme in force has no {field}{text}; choose one it has{allowed}.",
    "NotOffered": "the scheme in force has no {field}; add it to the scheme first.",
    "SaleBarred": "this sale cannot be completed: {why}.",
    "RewardRefused": "the reward {reward} cannot be had on this sale: {why}; take it off.",
    "RewardTooDear": (
        "the reward {reward} costs {needed} points and the member may spend {held}; take it off."
    ),
    "PointsRefused": "points cannot pay this: {why}; change the amount.",
    "AmountOutOfRange": "{field} must be from {least} to {most}.",
    "GrantUnknown": "nothing was given to a group under{text}; check the id.",
    "PointsTooFew": "this needs {needed} points and the member may spend {held}; take less.",
    "CouponUnknown": "no coupon of this shop has the code {code}; check it and scan again.",
    "CouponNotUsable": "the coupon {code} {reason}.",
    "GiftCardUnknown": "no gift card of this shop has the code {code}; check it and scan again.",
    "GiftCardNotUsable": "the gift card {code} {reason}.",
    "ValueTooLow": (
        "this payment by {kind} needs {needed} and there is {held}; pay the rest another way."
    ),
    "WalletCapReached": (
        "a wallet may hold {cap} at most, bonus included; {room} is the most that can be charged"
        " now."
    ),
    "WalletEmpty": "the wallet of member {number} holds nothing to pay out.",
    "TakingIdTaken": "this id already belongs to something else; use a new id for each payment.",
    "PassNotUsable": "the pass {name} {reason}.",
    "PerkUsedUp": "{name} is used up until {until}; it can be had again after that.",
    "PlanHeldAlready": "the member is in {name} until {until} already; renew or switch instead.",
    "NoPlan": "member {number} is in no plan; let them join one first.",
    "ActivityLimit": (
        "{name} counts {per_day} times a day at most, and that is reached; try again tomorrow."
    ),
    "ReferralRefused": "the referral by member {number} {reason}.",
}
REASONS = {
    "already_referred": "names a member who was referred before; leave it out",
    "bought_before": "names a member who has bought before; only a new one can be referred",
    "code_expired": "has expired; it can no longer be used",
    "code_not_yet": "cannot be used yet; keep it for its first day",
    "code_revoked": "was revoked; it can no longer be used",
    "code_used": "was used before; it can be used once only",
    "given_twice": "is laid on this sale twice; take one off",
    "needs_code": "needs the code of the gift card as its reference; scan it",
    "too_few_uses": "has fewer uses left than lie on the cart; take one off",
    "never_had": "was never sold to this member; sell them one first",
    "not_for_value": "cannot pay for money kept for later; take cash or a card",
    "not_in_scheme": "belongs to an offer that the scheme no longer has; leave it out",
    "other_member": "belongs to another member; only they can use it",
    "partly_used": "was partly used; refund the rest instead",
    "refers_self": "names the member themself; name somebody else",
    "used_up": "is used up; sell them a new one",
}
FIELDS = {
    "activity": "activity",
    "badge": "badge",
    "bought": "goods bought before",
    "count": "count",
    "coupon": "coupon",
    "coupons": "list of coupons",
    "frozen": "mark for a frozen member",
    "gift_card": "gift card",
    "partner_card": "partner card",
    "partner_cards": "list of partner cards",
    "pass": "session pass",
    "perk": "perk",
    "plan": "paid plan",
    "purchases": "number of purchases",
    "qualifying_points": "points that count for a tier",
    "qualifying_spend": "spend that counts for a tier",
    "referral": "referral",
    "reward": "reward",
    "rewards": "list of rewards",
    "tier": "tier",
    "uses": "uses of offers",
    "wallet": "wallet",
    "weighed": "mark for weighed goods",
}
TENDERS = {
    "gift_card": "gift card",
    "store_credit": "store credit",
    "stored_value": "stored value",
}
