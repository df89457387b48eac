"""What a scheme says, in English."""

WORDS = {
    # sections
    "earning": "Earning points",
    "points": "Points",
    "tiers": "Tiers",
    "plans": "Paid plans",
    "offers": "Offers",
    "rewards": "Rewards",
    "coupons": "Coupons",
    "perks": "Perks",
    "value": "Money on the card",
    "people": "People",
    "rules": "House rules",
    # counts
    "n_points": "{n} points",
    "n_points_1": "1 point",
    "n_days": "{n} days",
    "n_days_1": "1 day",
    "n_months": "{n} months",
    "n_months_1": "1 month",
    # earning
    "earn_money": "{points} for each {amount} paid",
    "earn_quantity": "{points} for each {quantity} units bought",
    "earn_visit": "{points} for each visit",
    "earn_also": "on top of the others",
    "net_of_tax": "without the tax",
    "multiplier": "{name}: points × {factor}",
    "activity": "{name}: {points}, at most {n} times a day",
    "pending": "Points can be used {days} after the sale",
    "expiry_never": "Points do not expire",
    "expiry_months": "Points expire after {months}",
    "expiry_inactivity": "Points expire {months} after the last visit",
    "expiry_end_of_year": "Points expire at the end of the year",
    "expiry_end_of_next_year": "Points expire at the end of the next year",
    "burn": "{points} pay {amount}",
    "burn_from": "from {points} at once",
    "burn_part": "at most {percent}% of a sale",
    # tiers
    "tier_start": "{name}: everybody",
    "tier_spend": "{name}: from {amount} spent",
    "tier_points": "{name}: from {points}",
    "tier_lifetime": "for life from {threshold}",
    "window_lifetime": "Counted over all time",
    "window_rolling_months": "Counted over the last {months}",
    "window_calendar_year": "Counted over the calendar year",
    "kept_months": "kept for {months}",
    "kept_end_of_year": "kept to the end of the year",
    "kept_end_of_next_year": "kept to the end of the next year",
    "kept_for_ever": "kept for ever",
    "grace": "{days} of grace",
    "downgrade_one_step": "then down one step",
    "downgrade_recalculate": "then reckoned anew",
    "downgrade_never": "never down",
    # plans
    "plan": "{name}: {amount} for {months}",
    "trial": "the first {days} free",
    "refund_full": "fee refunded in full at any time",
    "refund_prorated": "fee refunded for the rest of the time",
    "refund_none": "no refund of the fee",
    "cash_reward": "{percent}% of what is spent back at renewal",
    "cash_reward_cap": "at most {amount}",
    "forfeits": "cancelling loses the unspent reward",
    "plan_needed": "Only who holds a plan may buy",
    # benefits
    "percent_off": "{percent}% off {goods}",
    "amount_off": "{amount} off {goods}",
    "amount_off_each": "{amount} off every {each} of {goods}",
    "set_price": "{goods} for {amount}",
    "free_units": "{n} × {goods} free",
    "nth_unit": "number {every} of {goods} {percent}% off",
    "buy_get": "buy {every} of {goods}, get {n} at {percent}% off",
    "buy_get_free": "buy {every} of {goods}, get {n} free",
    "bundle": "{parts} together for {amount}",
    "bundle_part": "{quantity} × {goods}",
    "waive_fee": "no charge for {goods}",
    "give_points": "{points} extra",
    "give_coupon": "the coupon “{coupon}”",
    "gate": "{goods} for these members only",
    "min_basket": "from {amount}",
    "max_amount": "at most {amount}",
    "max_units": "at most {units}",
    "n_units": "{n} units",
    "n_units_1": "1 unit",
    "lunar": "lunar {day}",
    "per_member_day": "{n} a member and day",
    "per_member_year": "{n} a member and year",
    "per_member": "{n} a member",
    "everything": "everything",
    "without": "{goods} but not {without}",
    # who and when
    "members_only": "members",
    "who_tiers": "tier {names}",
    "who_plans": "plan {names}",
    "who_tags": "tagged {names}",
    "who_cards": "with the card {names}",
    "birthday_day": "on the birthday",
    "birthday_week": "in the week of the birthday",
    "birthday_month": "in the birthday month",
    "dependant_day": "on a family member's birthday",
    "dependant_week": "in the week of a family member's birthday",
    "dependant_month": "in the month of a family member's birthday",
    "often_bought": "who bought {goods} {n} times in 90 days",
    "first_purchase": "on the first purchase",
    "new_within": "within {days} of joining",
    "dates": "{first} to {last}",
    "weekdays": "on {names}",
    "weekday_names": "Mondays,Tuesdays,Wednesdays,Thursdays,Fridays,Saturdays,Sundays",
    "month_days": "on day {names} of the month",
    "festivals": "on {names}",
    "hours": "from {first} to {last}",
    # rewards, coupons, perks, badges
    "reward": "{points}: {name}",
    "named": "{name}: {text}",
    "trigger_hand": "given by staff",
    "trigger_birthday": "for the birthday",
    "trigger_dependant_birthday": "for a family member's birthday",
    "trigger_joining": "on joining",
    "trigger_segment": "given by itself to who qualifies",
    "trigger_sale": "given with a sale",
    "trigger_sale_from": "given with a sale from {amount}",
    "trigger_tier": "on reaching the tier",
    "valid": "valid for {days}",
    "bearer": "for whoever brings it",
    "perk_year": "{name}: {n} a year",
    "perk": "{name}: {n} in {months}",
    "badge_visits": "Badge {name}: {n} visits",
    "badge_spend": "Badge {name}: {amount} spent",
    "badge_points": "Badge {name}: {points} earned",
    "badge_bought": "Badge {name}: {n} × {goods} bought",
    "brings": "brings {points}",
    "card": "Partner card {name} ({partner})",
    # value
    "top_up": "Charge {amount}, get {bonus}",
    "instalments": "in {n} monthly parts",
    "wallet_cap": "At most {amount} on a card",
    "bonus_lasts": "A bonus lasts {months}",
    "pass": "{name}: {n} uses within {days} for {amount}",
    "gift_cards": "Gift cards from {amount} to {most}",
    "gift_valid": "valid for {months}",
    # people
    "referral": "A friend's first purchase: {points} for the member, {referee} for the friend",
    "archive": "Who has not come for {months} is put away",
    # rules
    "claim": "A receipt may be claimed within {days}",
    "floor": "No offer goes below {percent}% of the price",
    "and": ", ",
    "or": " or ",
    "aside": " ({text})",
    "then": "; ",
    "festival_new_year": "New Year",
    "festival_valentine": "Valentine's Day",
    "festival_womens_day": "Women's Day",
    "festival_labour_day": "Labour Day",
    "festival_youth_day": "Youth Day",
    "festival_childrens_day": "Children's Day",
    "festival_teachers_day": "Teachers' Day",
    "festival_national_day": "National Day",
    "festival_halloween": "Halloween",
    "festival_singles_day": "Singles' Day",
    "festival_christmas_eve": "Christmas Eve",
    "festival_christmas": "Christmas",
    "festival_spring_festival": "Spring Festival",
    "festival_lantern": "Lantern Festival",
    "festival_dragon_boat": "Dragon Boat Festival",
    "festival_qixi": "Qixi",
    "festival_ghost_festival": "Ghost Festival",
    "festival_mid_autumn": "Mid-Autumn Festival",
    "festival_double_ninth": "Double Ninth",
    "festival_laba": "Laba",
    "festival_mothers_day": "Mother's Day",
    "festival_fathers_day": "Father's Day",
    "festival_thanksgiving": "Thanksgiving",
    "festival_new_years_eve": "New Year's Eve of the lunar year",
    "festival_qingming": "Qingming",
    "festival_winter_solstice": "Winter Solstice",
    "example": (
        "Example: {lines}; on {day} at {time} for {who}: {paid} to pay instead of {gross}, {points}"
    ),
    "example_line": "{quantity} × {name} at {amount}",
    "somebody": "anybody",
    "a_member": "a member",
    "finding_hours_empty": (
        "“{name}” begins and ends at the same minute; give hours such as 14:00-17:00"
    ),
    "finding_day_never_comes": (
        "“{name}” holds on no day of the next two years; look at its dates and weekdays"
    ),
    "finding_goods_unmatched": (
        "“{name}” is for goods that the shop does not sell; look at its products and categories"
    ),
    "finding_nobody_meets": "nobody can meet the conditions of “{name}”; take one of them out",
    "finding_gate_closed": "“{name}” lets nobody through, so what it keeps can be sold to no one",
    "finding_overshadowed": (
        "“{name}” never has an effect, because other offers always take more off the same goods"
    ),
    "finding_above_shelf": "“{name}” sets {set}, which is not below the shelf price of {shelf}",
    "finding_no_effect": (
        "“{name}” has no effect on the baskets made for it; look at its figures and the floor"
    ),
    "finding_points_without_end": (
        "“{name}” costs {cost} points and brings {points}: points without end"
    ),
    "finding_earns_on_burn": (
        "“{name}” costs {cost} points and brings {points}: points are earned by spending points"
    ),
    "finding_free_for_all": "“{name}” gives everything away",
    "finding_below_cost": (
        "“{name}” can sell below cost: {paid} is paid for what costs the shop {cost}"
    ),
    "finding_below_cost_together": (
        "“{name}” and “{other}” together can sell below cost: {paid} is paid for what "
        "costs the shop {cost}"
    ),
    "finding_birthday_twice": "a member can be given both “{name}” and “{other}” for one birthday",
    "finding_earn_never": (
        "“{name}” never earns, because a rule above it takes every purchase; move it up"
    ),
    "finding_nothing_earned": "points are asked for, but nothing earns any",
    "finding_points_worth_too_much": (
        "{points} points are earned on {paid} and are worth {worth}, so that less is "
        "left than the {cost} it costs the shop"
    ),
    "finding_tier_unreachable": (
        "nobody can reach {name}, because nothing earns points that count for tiers"
    ),
    "finding_tier_pays_more": (
        "{name} is worse off than {other}: pays {paid} instead of {other_paid} and earns "
        "{points} instead of {other_points} points"
    ),
    "finding_over_cap": (
        "a top-up of {amount} with its bonus is more than the {cap} that a wallet may hold"
    ),
    "finding_member_price_above": (
        "the member price of {name}, {set}, is above its shelf price of {shelf}"
    ),
    "full_stop": ".",
}
