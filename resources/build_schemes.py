"""Build what describes scheme files (developers only): `python -m resources.build_schemes`.

`schemes/README.md` and `schemes/scheme.schema.json` follow the types of a scheme; what each
field means is written here, and a field without a word, or a word without a field, is refused.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.messages.scheme_tables import plain_words
from app.services.rules.money import BASIS_POINTS, CURRENCIES, MILLI
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.conditions import DateRange, Goods, When, Who
from app.services.rules.scheme.earning import (
    Activity,
    EarnRule,
    Multiplier,
    PointsTender,
    PointsTerms,
    ReferralTerms,
)
from app.services.rules.scheme.offers import (
    Benefit,
    BundlePart,
    CouponTemplate,
    Promotion,
    Reward,
    UseLimit,
)
from app.services.rules.scheme.standing import (
    ArchiveRule,
    Badge,
    CashReward,
    PartnerCard,
    Perk,
    Plan,
    Tier,
    TierTerms,
)
from app.services.rules.scheme.value import GiftCardTerms, PassTemplate, TopUpOffer, WalletTerms
from app.services.rules.scheme_file.kinds import LIST_LIMIT, Kind, Spec, specs_of
from app.services.rules.scheme_file.reading import ANY, ID_FORM, LANGUAGES, TEXT_LIMIT
from app.services.scheme_files import PRESETS, preset

HERE = Path(__file__).parent / "schemes"
CNY = CURRENCIES["CNY"]

INTRO = """\
# Scheme files

A scheme is everything a shop promises its members. It is one TOML file: the presets beside this
page are such files, and `regulars scheme export NAME FILE` writes one to begin with. Then edit it,
look at it with `regulars scheme lint FILE`, and put it in force with `regulars scheme use FILE`,
for a later day with `--from 2026-12-01`. Sales keep the version they were made with.

- **Amounts** are in units of your currency, in quotes: `fee = "60.00"`. Where a preset is used in
  a currency with fewer decimals, its amounts are rounded; look at them before you use it.
- **Percentages** run from 0 to 100: `percent = "20"`. A factor is a factor: `factor = "1.5"`.
- **Texts** are one text for everybody, or one per language:
  `name = {{ en = "Tea", zh_CN = "茶", zh_TW = "茶" }}`.
- **Days** are `2026-11-21`, or `11-21` for every year; hours are `"14:00-17:00"` and may pass
  midnight.
- **Ids** are short names of small letters, digits and dashes. They tie the parts together and
  never change once a member holds something by them.
- What is left out holds its default: no condition, no limit, no such thing.
- A list has at most {limit} entries, a text {text} characters, a file a megabyte.

`scheme.schema.json` says the same to editors that complete and check TOML.
A field in **bold** must be given. Refusals name the field and what is allowed.
"""

# (heading, the type, what it is)
TABLES: tuple[tuple[str, type[Any], str], ...] = (
    ("The top of the file", Scheme, "Names, house rules, and every part below."),
    ("`[[earn]]`: points for buying", EarnRule, "A line of a sale earns by the first rule of the "
     "list that takes it; rules with `also` come on top. Fractions are dropped once per sale and "
     "rule."),
    ("`[[multipliers]]`: more points", Multiplier, "Times the earn rates. In one `group` the "
     "highest holds; groups multiply."),
    ("`[points]`: how long points last", PointsTerms, "Left out: usable at once, for ever."),
    ("`[burn]`: points as money", PointsTender, "Left out: points pay nothing."),
    ("`[[activities]]`: points for what is no purchase", Activity, "A check-in, a review."),
    ("`[referral]`: a friend brings a friend", ReferralTerms, "On the friend's first purchase."),
    ("`[tiers]`: how tiers are counted and kept", TierTerms, "Up at once, on the sale that "
     "reaches the threshold; down only at the review."),
    ("`[[tiers.tiers]]`: one tier", Tier, "In rising order; the first, at 0, is everybody's."),
    ("`[[plans]]`: paid memberships", Plan, "Plans of one `level` give the same at other periods."),
    ("`cash_reward` of a plan", CashReward, "Issued at renewal as store credit."),
    ("`[[rewards]]`: what points buy", Reward, "A benefit on the sale, a coupon, or something "
     "from outside whose code is recorded."),
    ("`[[coupons]]`: coupons", CouponTemplate, "What a coupon does and what issues it."),
    ("`[[promotions]]`: offers", Promotion, "In one `stacking_group` the best for the member "
     "wins; groups add up; the `floor` stops them."),
    ("`benefit` of a promotion, reward or coupon", Benefit, "One primitive with its figures; "
     "other figures than its kind's are refused."),
    ("`parts` of a bundle", BundlePart, "What belongs together."),
    ("`limit` of a promotion or reward", UseLimit, "How often; whole units for an offer on lines."),
    ("`[[perks]]`: counted benefits", Perk, "Ticked off at the till."),
    ("`[[badges]]`: badges", Badge, "Given once, over a lifetime."),
    ("`[[partner_cards]]`: cards made with a partner", PartnerCard, "The partner's benefits are "
     "read out; ours name the card in `who`."),
    ("`[wallet]`: money on the card", WalletTerms, "Left out: no stored value."),
    ("`offers` of the wallet", TopUpOffer, "Charge so much, get so much."),
    ("`[[passes]]`: cards of so many uses", PassTemplate, "Ten classes, six treatments."),
    ("`[gift_cards]`: gift cards", GiftCardTerms, "Left out: none are sold."),
    ("`[archive]`: members who left", ArchiveRule, "Reversible."),
    ("`goods`: which lines", Goods, "Left out: all. A line that meets any of the lists is in. "
     "Sets with a name stand at `[groups.NAME]`."),
    ("`who`: which members", Who, "Left out: anybody, member or not. All that is given must hold; "
     "one of each list is enough."),
    ("`when`: which days and hours", When, "Left out: always. All that is given must hold; one of "
     "each list is enough. Days are business days."),
    ("`dates` of `when`", DateRange, "Both days included."),
)  # fmt: skip

NAME = "What it is called, at the till and for members."
ID = "Its short name."
GOODS = "Which goods; left out: all."
WHO = "Which members."
WHEN = "On which days and hours."
QUALIFIES = "Whether it counts for tiers."

DOCS: dict[type[Any], dict[str, str]] = {
    Scheme: {
        "name": "The scheme's short name.",
        "title": "Its name for people.",
        "summary": "What it promises, in a sentence.",
        "earn": "How purchases earn points.",
        "multipliers": "When they earn more.",
        "points": "How long points last.",
        "burn": "What points are worth as money.",
        "claim_days": "For how many days a receipt without a member may be claimed.",
        "activities": "Points for check-ins, reviews and the like.",
        "referral": "Points for bringing a friend.",
        "tiers": "The tiers.",
        "plans": "Paid memberships.",
        "plan_needed": "No plan, no sale.",
        "rewards": "What points buy.",
        "coupons": "The coupons there are.",
        "promotions": "The offers there are.",
        "perks": "Counted benefits.",
        "badges": "Badges.",
        "partner_cards": "Cards made with partners.",
        "wallet": "Money on the card.",
        "passes": "Cards of so many uses.",
        "gift_cards": "Gift cards.",
        "archive": "When members who left are put away.",
        "groups": "Sets of goods with a name, at `[groups.NAME]`.",
        "floor": "No offer takes a line below this part of its shelf price; a hand discount and a "
        "reward may.",
        "cost": "What goods cost the shop, of their shelf price: for warnings and the backtest.",
        "leap_birthday_on_1_march": "A birthday on 29 February falls on 1 March in other years, "
        "else on 28 February.",
        "notice": "What members are told about a change.",
    },
    EarnRule: {
        "id": ID,
        "name": NAME,
        "points": "Points for each unit, in proportion; 0 keeps these goods from earning.",
        "basis": "What is counted: money really paid, units bought, or the visit.",
        "unit": "The amount that earns, by `money`.",
        "unit_quantity": "How many units earn, by `quantity`.",
        "goods": GOODS,
        "who": WHO,
        "when": WHEN,
        "also": "On top of the rule that takes the line.",
        "net_of_tax": "Without the tax.",
        "qualifies": QUALIFIES,
    },
    Multiplier: {
        "id": ID,
        "name": NAME,
        "factor": "Times the rate.",
        "rules": "Ids of the earn rules it is for; left out: all.",
        "goods": GOODS,
        "who": WHO,
        "when": WHEN,
        "group": "In one group the highest holds.",
        "qualifies": "Whether the extra counts for tiers.",
    },
    PointsTerms: {
        "pending_days": "Usable so many days after the sale.",
        "expiry": "When what was earned together lapses; `inactivity` counts from the last visit.",
        "months": "For `months` and `inactivity`.",
        "grace_days": "What points given back by a refund get where their own day has passed.",
    },
    PointsTender: {
        "points": "So many points …",
        "value": "… pay so much.",
        "min_points": "At least so many at once.",
        "max_part": "At most this part of a sale.",
    },
    Activity: {
        "id": ID,
        "name": NAME,
        "points": "Points each time.",
        "per_day": "How often a day.",
        "by_hand": "Given by staff with a reason; else the visit itself gives it.",
        "qualifies": QUALIFIES,
    },
    ReferralTerms: {
        "referrer_points": "For the member who brings a friend.",
        "referee_points": "For the friend.",
        "min_sale": "The first purchase must come to so much.",
        "per_referrer_year": "How many friends count in a year; 0: all.",
    },
    TierTerms: {
        "basis": "What thresholds are in: amounts spent, or points earned.",
        "window": "Over which time it is counted.",
        "tiers": "The tiers, in rising order.",
        "window_months": "For `rolling_months`.",
        "kept": "How long a tier that was reached lasts before its review.",
        "kept_months": 'For `kept = "months"`.',
        "grace_days": "Days after the last one kept until the review.",
        "downgrade": "What the review does with who no longer qualifies.",
    },
    Tier: {
        "id": ID,
        "name": NAME,
        "threshold": "An amount where `basis` is `spend`, else points.",
        "lifetime_threshold": "Who ever reached so much keeps the tier for good.",
        "benefits": "What else it brings, uncounted: shown at the till and to the member.",
    },
    Plan: {
        "id": ID,
        "name": NAME,
        "fee": "What a period costs.",
        "period_months": "How long a period is.",
        "level": "What `who` names; plans of one level give the same.",
        "rank": "A switch to a higher rank pays the difference by days.",
        "trial_days": "Days free before the first fee.",
        "refund": "What cancelling pays back.",
        "forfeits_reward": "Cancelling loses the cash reward not yet spent.",
        "cash_reward": "Part of what is spent, back at renewal.",
        "benefits": "What else it brings, uncounted.",
    },
    CashReward: {
        "rate": "Of eligible spend, net of tax and refunds.",
        "cap": "At most so much a period.",
        "goods": "What is eligible; left out: all.",
    },
    Reward: {
        "id": ID,
        "name": NAME,
        "cost_points": "What it costs.",
        "benefit": "What it does on the sale.",
        "outside": "What is handed out from outside; its code is recorded.",
        "cost": "What it costs the shop, for the backtest; left out: reckoned from the benefit.",
        "when": WHEN,
        "who": WHO,
        "limit": "How often.",
    },
    CouponTemplate: {
        "id": ID,
        "name": NAME,
        "benefit": "What it does.",
        "trigger": "What issues it by itself; `hand` waits for staff or a batch.",
        "who": "Who gets one by itself and who may use one; `birthday` says in which span.",
        "when": "On which days and hours it may be used.",
        "valid_days": "From its issue; 0: without end.",
        "last_day": "Never valid after this day.",
        "bearer": "Needs no member.",
        "sale_from": "For `sale`: issued for each sale of at least so much.",
        "greeting": "Printed and sent with it.",
        "stacking_group": "In one group the best wins.",
    },
    Promotion: {
        "id": ID,
        "name": NAME,
        "benefit": "What it does; may be left out beside a `gate`.",
        "phase": "Line by line, or on the whole basket.",
        "when": WHEN,
        "who": WHO,
        "stacking_group": "In one group the best wins; left out: that of its phase.",
        "limit": "How often.",
        "gate": "These goods are for these members only, at these times.",
    },
    Benefit: {
        "kind": "`percent_off` takes `percent` off the goods · `amount_off` takes `amount` off "
        "their sum, with `each` once for every such amount · `set_price`: the goods cost `price` a "
        "unit · `free_units`: `units` of the goods, the cheapest first · `nth_unit`: each "
        "`every`-th unit is `percent` off · `buy_get`: of each `every` + `units`, `units` are "
        "`percent` off · `bundle`: one of each of `parts` costs `price` together · `waive_fee`: "
        "the goods, a fee line, cost nothing · `give_points` · `give_coupon`.",
        "goods": GOODS,
        "percent": "For `percent_off`, `nth_unit`, `buy_get` (100 is free).",
        "amount": "For `amount_off`.",
        "each": "For `amount_off`: 30 off every 300.",
        "price": "For `set_price` and `bundle`.",
        "units": "For `free_units` and `buy_get`.",
        "every": "For `nth_unit` and `buy_get`.",
        "parts": "For `bundle`.",
        "points": "For `give_points`.",
        "coupon": "For `give_coupon`: a coupon's id.",
        "min_basket": "What the goods must come to first.",
        "max_amount": "At most so much off a sale.",
        "max_units": "On at most so many units of a sale.",
    },
    BundlePart: {"goods": "Any of these …", "quantity": "… so many of them."},
    UseLimit: {
        "per_member_day": "A member and day.",
        "per_member": "A member, ever.",
        "per_member_year": "A member and calendar year.",
    },
    Perk: {
        "id": ID,
        "name": NAME,
        "count": "How many …",
        "per_months": "… in so many months.",
        "who": WHO,
    },
    Badge: {
        "id": ID,
        "name": NAME,
        "basis": "What is counted.",
        "threshold": "An amount for `spend`, else a number.",
        "goods": "For `bought`: which goods.",
        "points": "What it brings.",
    },
    PartnerCard: {
        "id": ID,
        "name": NAME,
        "partner": "Who it is made with.",
        "benefits": "The partner's own benefits.",
    },
    WalletTerms: {
        "offers": "Top-ups with a bonus.",
        "order": "Which part pays first: principal and bonus in proportion, or one of them.",
        "cap": "The most a wallet may hold, bonus included. Mainland China: 5,000 with a name, "
        "1,000 without.",
        "bonus_months": "How long a bonus lasts; 0: for ever.",
        "presets": "More amounts on the top-up screen.",
    },
    TopUpOffer: {
        "amount": "Charging at least so much …",
        "bonus": "… brings so much.",
        "instalments": "In so many monthly parts, the first at once.",
    },
    PassTemplate: {
        "id": ID,
        "name": NAME,
        "price": "What it costs.",
        "uses": "How many uses …",
        "valid_days": "… within so many days of its sale.",
        "goods": "What a use pays for on a sale; left out: nothing, its uses are counted alone.",
    },
    GiftCardTerms: {
        "min": "The least a card holds.",
        "max": "The most.",
        "valid_months": "For how long; 0: for ever.",
    },
    ArchiveRule: {
        "months": "Who has not come for so long, and holds nothing of value.",
        "keep_tiers": "Tiers that are never put away.",
    },
    Goods: {
        "products": "Barcodes or exact names.",
        "categories": "Names of categories, as in your list of products.",
        "groups": "Names from `[groups]`.",
        "without": "But not these.",
    },
    Who: {
        "members_only": "Any member.",
        "tiers": "Ids of tiers.",
        "plans": "Levels of plans.",
        "tags": "Tags on the member.",
        "partner_cards": "Ids of partner cards.",
        "birthday": "Around the birthday; a week is three days before to three after.",
        "dependant_birthday": "Around the birthday of a dependant.",
        "often_bought": "Who bought these in the last 90 days …",
        "bought_at_least": "… at least so many units.",
        "first_purchase": "On the first purchase.",
        "new_within_days": "So many days from joining; 0: no matter.",
    },
    When: {
        "dates": "Ranges of days.",
        "weekdays": "Monday is 1, Sunday 7.",
        "month_days": "Days of the month; where a month lacks one it is its last.",
        "festivals": "Names such as `spring_festival`, `mid_autumn`, `christmas`; `12-25`; "
        "`lunar:08-15`; `lunar:L06-01` in a leap month.",
        "hours": "From included, to excluded.",
    },
    DateRange: {
        "first": "The first day.",
        "last": "The last; of every year it may lie past New Year.",
    },
}

WORDS_REF = "words"
MEASURED = "\n## Backtests\n"


def main() -> None:
    """Write both files."""
    (HERE / "README.md").write_text(readme(), "utf-8")
    (HERE / "scheme.schema.json").write_text(schema_text(), "utf-8")


def described() -> list[tuple[str, type[Any], str, list[tuple[Spec, str]]]]:
    """Every table with its fields and what they mean. Raises where the two differ."""
    found = []
    for heading, cls, tells in TABLES:
        specs, docs = specs_of(cls), DOCS[cls]
        names = [spec.name for spec in specs]
        if names != list(docs):
            raise ValueError(f"{cls.__name__} has {names}, but {list(docs)} are described")
        found.append((heading, cls, tells, [(spec, docs[spec.name]) for spec in specs]))
    missing = {spec.inner for cls in DOCS for spec in specs_of(cls) if spec.kind is Kind.TABLE}
    if missing - set(DOCS):
        raise ValueError(f"nothing describes {missing - set(DOCS)}")
    return found


# --- the page ----------------------------------------------------------------


def readme() -> str:
    """The page beside the presets."""
    parts = [INTRO.format(limit=LIST_LIMIT, text=TEXT_LIMIT), "## The presets\n"]
    for language, heading in (("en", ""), ("zh_CN", "## 预设方案\n")):
        parts += [heading] if heading else []
        parts += [_preset(name, language) for name in PRESETS]
        if language == "en":
            parts.append("## Every field\n")
            parts += [_table(*table) for table in described()]
    return "\n".join(parts).rstrip() + "\n" + _measured()


def _measured() -> str:
    """What was measured with the presets: written by hand, kept as it stands."""
    present = (HERE / "README.md").read_text("utf-8") if (HERE / "README.md").exists() else ""
    _, heading, tail = present.partition(MEASURED)
    return heading + tail


def _preset(name: str, language: str) -> str:
    scheme = preset(name, CNY)
    rows = ["| | |", "|---|---|"]
    for section in plain_words(scheme, language, CNY):
        said = " <br> ".join(line.replace("|", "\\|") for line in section.lines)
        rows.append(f"| {section.title} | {said} |")
    title = f"### [{scheme.title.said(language)}]({name}.toml) `{name}`"
    return "\n".join([title, "", scheme.summary.said(language), "", *rows, ""])


def _table(heading: str, cls: type[Any], tells: str, fields: list[tuple[Spec, str]]) -> str:
    rows = ["| field | is | |", "|---|---|---|"]
    for spec, doc in fields:
        name = f"**`{spec.name}`**" if spec.required else f"`{spec.name}`"
        rows.append(f"| {name} | {_is(spec)} | {doc} |")
    return "\n".join([f"### {heading}", "", tells, "", *rows, ""])


def _is(spec: Spec) -> str:
    said = {
        Kind.TEXT: "text",
        Kind.ID: "id",
        Kind.WORDS: "text per language",
        Kind.FLAG: "true or false",
        Kind.MONEY: "amount",
        Kind.THRESHOLD: "amount or number",
        Kind.HOURS: '`"14:00-17:00"`',
        Kind.DATE: "day",
        Kind.DAY: "day",
        Kind.TABLE: "table",
        Kind.NAMED_TABLES: "tables by name",
    }.get(spec.kind, "")
    if spec.kind is Kind.CHOICE:
        said = ", ".join(f"`{each.value}`" for each in spec.inner)
    elif not said:
        unit = {Kind.PERCENT: 100, Kind.FACTOR: BASIS_POINTS, Kind.QUANTITY: MILLI}
        most = spec.most // unit.get(spec.kind, 1)
        least = "" if spec.kind is Kind.WHOLE and spec.least else "above " if spec.least else ""
        first = f"{spec.least if not least else 0}"
        noun = {Kind.PERCENT: "percent", Kind.FACTOR: "factor", Kind.QUANTITY: "number"}
        said = f"{noun.get(spec.kind, 'whole number')}, {least}{first} to {most:,}"
    if spec.many:
        said = f"list: {said}"
    shown = _default(spec)
    return f"{said}; else {shown}" if shown else said


def _default(spec: Spec) -> str:
    """What holds where the field is left out, where that is not simply nothing."""
    value = spec.default
    if spec.kind is Kind.CHOICE and value is not None:
        return f"`{value.value}`"
    if spec.kind is Kind.FLAG and value:
        return "true"
    if spec.kind is Kind.PERCENT and value:
        return f"{value // 100}"
    if spec.kind is Kind.WHOLE and value:
        return str(value)
    return ""


# --- the schema --------------------------------------------------------------


def schema_text() -> str:
    """The JSON Schema of a scheme file, as it is stored."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a scheme file."""
    definitions: dict[str, Any] = {WORDS_REF: _words_schema()}
    for _, cls, tells, fields in described():
        definitions[cls.__name__] = {
            "type": "object",
            "description": tells,
            "properties": {spec.name: _described(spec, doc) for spec, doc in fields},
            "required": [spec.name for spec, _ in fields if spec.required],
            "additionalProperties": False,
        }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A loyalty scheme of Regulars",
        "$ref": "#/$defs/Scheme",
        "$defs": definitions,
    }


def _described(spec: Spec, doc: str) -> dict[str, Any]:
    one = _one(spec)
    if spec.many:
        one = {"type": "array", "maxItems": LIST_LIMIT, "items": one}
    return {"description": doc, **one}


def _one(spec: Spec) -> dict[str, Any]:
    if spec.kind is Kind.TABLE:
        return {"$ref": f"#/$defs/{spec.inner.__name__}"}
    if spec.kind is Kind.NAMED_TABLES:
        goods = {"$ref": f"#/$defs/{Goods.__name__}"}
        return {"type": "object", "maxProperties": LIST_LIMIT, "additionalProperties": goods}
    if spec.kind is Kind.CHOICE:
        return {"enum": [each.value for each in spec.inner]}
    if spec.kind is Kind.WHOLE:
        bounds = {"minimum": spec.least, "maximum": spec.most}
        return {"type": ["integer", "string"], "pattern": "^[0-9]+$", **bounds}
    if spec.kind in (Kind.MONEY, Kind.PERCENT, Kind.FACTOR, Kind.QUANTITY, Kind.THRESHOLD):
        least = {"exclusiveMinimum": 0} if spec.least else {"minimum": 0}
        most = {"maximum": 100} if spec.kind in (Kind.PERCENT, Kind.FACTOR) else {}
        pattern = r"^[0-9,]+(\.[0-9]+)?$"
        return {"type": ["string", "number"], "pattern": pattern, **least, **most}
    return _PLAIN[spec.kind]


_PLAIN: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string", "maxLength": TEXT_LIMIT},
    Kind.ID: {"type": "string", "pattern": f"^{ID_FORM.pattern}$"},
    Kind.WORDS: {"$ref": f"#/$defs/{WORDS_REF}"},
    Kind.FLAG: {"type": "boolean"},
    Kind.DATE: {"type": "string", "format": "date"},
    Kind.DAY: {"type": "string", "pattern": r"^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$"},
    Kind.HOURS: {"type": "string", "pattern": r"^[0-9]{1,2}:[0-9]{2} ?- ?[0-9]{1,2}:[0-9]{2}$"},
}


def _words_schema() -> dict[str, Any]:
    text = {"type": "string", "maxLength": TEXT_LIMIT}
    return {
        "description": "One text for everybody, or one for each language.",
        "anyOf": [
            text,
            {
                "type": "object",
                "properties": dict.fromkeys((*LANGUAGES, ANY), text),
                "additionalProperties": False,
            },
        ],
    }


if __name__ == "__main__":
    main()
