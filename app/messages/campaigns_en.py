"""The messages about campaigns in English."""

SENTENCES = {
    "CampaignUnknown": "no campaign is called “{name}”{known}; look at the list of campaigns.",
    "CampaignNameTaken": (
        "another campaign is called “{name}” already and asks something else; choose another name."
    ),
    "CampaignEmpty": (
        "nobody is left to ask: the audience has {audience} members, {left_out} of them may not be"
        " asked and the rest is held out; choose a wider audience or a smaller hold-out."
    ),
    "CampaignTooDear": (
        "the campaign would cost {cost} and its budget is {budget}; offer less, choose fewer"
        " people or raise the budget."
    ),
    "CampaignOver": "the campaign “{name}” ended on {on}; nobody is asked any more.",
    "NotInvited": "{name} ({number}) is not invited; nothing was recorded.",
    "EventAhead": (
        "“{name}” is on {on}; nobody is let in before that day, and nothing was recorded."
    ),
    "ContactRefused": "member {number} {reason}.",
    "QuietHours": "the shop asks nobody at this hour; do it from {until}:00 on.",
}
REASONS = {
    "ask_no_consent": "has not agreed to hear from the shop; leave them in peace",
    "ask_cap": "was asked as often as the shop allows; wait until the days of the cap have passed",
    "ask_archived": "is archived; bring them back before asking",
    "ask_frozen": "is frozen; unfreeze them before asking",
    "holdout_everybody": "would hold out everybody, so nobody is asked; give less than 100%",
    "merge_field": "is no merge field",
    "merge_field_no_coupon": "names a coupon, and the offer is none; take the field out",
    "merge_field_no_event": "belongs to an event, and the offer is none; take the field out",
    "named_twice": "stands there twice; give each its own name",
    "too_many_variants": "are too many; take some out",
    "too_many_people": "holds more than 500,000 members; narrow it, or ask them in parts",
    "changed_meanwhile": "could not be finished, since somebody was asked meanwhile; save it again",
    "before_the_start": "is before the first day; give a later one",
    "longer_than_a_year": "is more than a year after the first day; give an earlier one",
}
FIELDS = {
    "draft": "campaign file",
    "audience": "audience",
    "campaign": "name of the campaign",
    "channels": "channels",
    "contact_cap": "contact cap",
    "contact_cap_days": "days of the contact cap",
    "effect": "effect",
    "ends_on": "last day",
    "event": "event",
    "gross_margin": "gross margin",
    "holdout": "hold-out",
    "offer": "offer",
    "budget": "budget",
    "cost": "cost",
    "cost_each": "cost of asking one",
    "quiet_from_hour": "first quiet hour",
    "quiet_until_hour": "end of the quiet hours",
    "seed": "seed",
    "starts_on": "first day",
    "variants": "variants",
    "wording": "wording",
}
