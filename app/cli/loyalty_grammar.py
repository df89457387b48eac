"""The words of the verbs about loyalty: wallets, coupons, points, plans, passes, gift cards."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from app.services.rules.tenders import TenderKind

MONEY = tuple(
    kind.value
    for kind in (
        TenderKind.CASH,
        TenderKind.BANK_CARD,
        TenderKind.WECHAT,
        TenderKind.ALIPAY,
        TenderKind.OTHER,
    )
)
TAKEN = "how it is paid"
MEMBER = "member number, phone or card code"

BACKTEST = """\
SCHEME is a preset's name, a scheme file, or "current".

What was paid stays what it was and stands for the spend that qualifies and earns (less what
points, gift cards and bonuses paid); discounts, on shelf prices, and points are reported beside
it and never fed back. Members have their plan from their first sale on and renew it. Points are
never spent unless --redeem is given, so the liability is the most it can be. Coupons are not
assumed to be used. A tier's upgrades are members who rose to it, its downgrades members who
fell from it."""

Verb = Callable[..., ArgumentParser]


def loyalty_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    _top_up(verbs, verb)
    _coupons(verbs, verb)
    _points(verbs, verb)
    _plans(verbs, verb)
    _passes(verbs, verb)
    _gifts(verbs, verb)
    _grants(verbs, verb)
    _perks(verbs, verb)


def _ways(verbs: Any, verb: Verb, name: str, tells: str) -> Any:
    parent = verb(verbs, name, tells, None)
    return parent.add_subparsers(title="verbs", metavar="VERB", required=True)


def _member(parser: ArgumentParser) -> None:
    parser.add_argument("member", metavar="MEMBER", help=MEMBER)


def _paid(parser: ArgumentParser, tells: str = TAKEN) -> None:
    parser.add_argument("--tender", choices=MONEY, default="cash", help=tells)
    parser.add_argument("--id", default="", help="a UUID; the same one again moves the money once")
    parser.add_argument("--reference", metavar="TEXT", default="", help="a terminal's slip number")
    if tells == TAKEN:
        parser.add_argument(
            "--received", metavar="A", default="", help="cash handed over; the rest is change"
        )


def _reason(parser: ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument(
        "--reason", metavar="TEXT", required=required, default="", help="why; it is kept"
    )


def _top_up(verbs: Any, verb: Verb) -> None:
    top_up = verb(verbs, "topup", "charge a member's wallet", ("loyalty", "top_up"))
    _member(top_up)
    top_up.add_argument("--amount", metavar="A", required=True, help="what is paid, such as 500")
    _paid(top_up)


def _coupons(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "coupon", "issue, list and revoke coupons")
    issue = verb(ways, "issue", "issue a coupon, or a batch to hand out", ("coupons", "issue"))
    issue.add_argument("template", metavar="TEMPLATE", help="a coupon of the scheme, by its id")
    whom = issue.add_mutually_exclusive_group(required=True)
    whom.add_argument("--to", metavar="MEMBER", default="", help=MEMBER)
    whom.add_argument("--count", metavar="N", default="", help="so many, for whoever bears them")
    issue.add_argument("--out", metavar="FILE", default="", help="sheets to cut, as PDF")
    _reason(issue, required=False)
    listed = verb(ways, "list", "a member's coupons, or the newest", ("coupons", "listed"))
    listed.add_argument("--member", metavar="M", default="", help=MEMBER)
    revoke = verb(ways, "revoke", "make a coupon worthless", ("coupons", "revoke"))
    revoke.add_argument("code", metavar="CODE", help="the 17 digits on it")
    _reason(revoke)


def _points(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "points", "give or take points by hand")
    adjust = verb(ways, "adjust", "give or take points, with a reason", ("loyalty", "adjust"))
    _member(adjust)
    adjust.add_argument(
        "--points", metavar="N", required=True, help="above zero gives, below takes"
    )
    _reason(adjust)


def _grants(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "grant", "give a group points, coupons or store credit")
    give = verb(ways, "give", "give each of a group the same, once", ("grants", "give"))
    what = give.add_mutually_exclusive_group(required=True)
    what.add_argument("--points", metavar="N", default="", help="so many points each")
    what.add_argument("--credit", metavar="A", default="", help="so much store credit each")
    what.add_argument("--coupon", metavar="TEMPLATE", default="", help="a coupon each")
    whom = give.add_mutually_exclusive_group(required=True)
    whom.add_argument("--all", action="store_true", help="every member who is not archived")
    whom.add_argument("--tag", metavar="TAG", default="", help="members with this tag")
    whom.add_argument("--tier", metavar="TIER", default="", help="members in this tier today")
    whom.add_argument("--to", metavar="MEMBER", nargs="+", default=[], help=MEMBER)
    give.add_argument("--preview", action="store_true", help="say how many and what it costs")
    give.add_argument("--id", default="", help="a UUID; the same one again gives it once")
    _reason(give)
    back = verb(ways, "undo", "take back what is still there", ("grants", "undo"))
    back.add_argument("id", metavar="ID", help="the id that giving it told")
    _reason(back)


def _perks(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "perk", "counted benefits")
    use = verb(ways, "use", "count one use of a benefit", ("grants", "use_perk"))
    _member(use)
    use.add_argument("perk", metavar="PERK", help="a benefit of the scheme, by its id")
    use.add_argument("--id", default="", help="a UUID; the same one again counts one use")
    _reason(use, required=False)
    ways = _ways(verbs, verb, "reward", "rewards had without a sale")
    hand = verb(ways, "give", "hand out a reward for its points", ("grants", "give_reward"))
    _member(hand)
    hand.add_argument("reward", metavar="REWARD", help="a reward of the scheme, by its id")
    hand.add_argument("--voucher", metavar="CODE", default="", help="the outside voucher's code")
    hand.add_argument("--id", default="", help="a UUID; the same one again hands out one")


def partner_verb(ways: Any, verb: Verb) -> None:
    """Add the verb below `member` that notes a partner's card."""
    card = verb(ways, "partner", "note a partner's card, or that it is gone", ("grants", "partner"))
    _member(card)
    card.add_argument("card", metavar="CARD", help="a partner card of the scheme, by its id")
    card.add_argument("--number", metavar="TEXT", default="", help="the number on it")
    card.add_argument("--drop", action="store_true", help="the member has it no longer")


def _plans(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "plan", "paid memberships: join, renew, switch, cancel")
    join = verb(ways, "join", "let a member join a plan, for its fee", ("loyalty", "join"))
    _member(join)
    join.add_argument("plan", metavar="PLAN", help="a plan of the scheme, by its id")
    _paid(join)
    renew = verb(ways, "renew", "pay the next period", ("loyalty", "renew"))
    _member(renew)
    _paid(renew)
    switch = verb(ways, "switch", "change the plan; the difference pro rata", ("loyalty", "switch"))
    _member(switch)
    switch.add_argument("plan", metavar="PLAN", help="the new plan, by its id")
    _paid(switch, "how the difference is paid, or given back")
    cancel = verb(ways, "cancel", "end a membership by its plan's rule", ("loyalty", "cancel"))
    _member(cancel)
    _paid(cancel, "how a refund is paid")
    _reason(cancel)


def _passes(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "pass", "session passes: sell and use")
    sell = verb(ways, "sell", "sell a member a pass", ("loyalty", "sell_pass"))
    _member(sell)
    sell.add_argument("template", metavar="PASS", help="a pass of the scheme, by its id")
    _paid(sell)
    use = verb(ways, "use", "count one use of the pass that ends first", ("loyalty", "use_pass"))
    _member(use)
    use.add_argument("template", metavar="PASS", help="a pass of the scheme, by its id")


def _gifts(verbs: Any, verb: Verb) -> None:
    ways = _ways(verbs, verb, "gift", "gift cards: sell, look up, pay back")
    sell = verb(ways, "sell", "sell a gift card", ("loyalty", "sell_gift"))
    sell.add_argument("--amount", metavar="A", required=True, help="what it holds, such as 200")
    _paid(sell)
    show = verb(ways, "show", "what a gift card holds", ("loyalty", "show_gift"))
    show.add_argument("code", metavar="CODE", help="the 17 digits on it")
    refund = verb(ways, "refund", "pay back what is left; it ends", ("loyalty", "refund_gift"))
    refund.add_argument("code", metavar="CODE", help="the 17 digits on it")
    _paid(refund, "how it is paid back")
    _reason(refund)


def merge_verbs(ways: Any, verb: Verb) -> None:
    """Add the verbs below `member` that make one of two, and two of one."""
    merge = verb(ways, "merge", "make two members one; it can be undone", ("merges", "merge"))
    merge.add_argument("keep", metavar="KEEP", help=f"who goes on: {MEMBER}")
    merge.add_argument("gone", metavar="GONE", help="whose everything moves; found as the other")
    merge.add_argument(
        "--plan", choices=("keep", "gone"), default="", help="where both pay for a plan: whose"
    )
    unmerge = verb(ways, "unmerge", "undo the newest merge into a member", ("merges", "unmerge"))
    unmerge.add_argument("keep", metavar="KEEP", help=f"who was kept: {MEMBER}")
    for each in (merge, unmerge):
        each.add_argument("--preview", action="store_true", help="say what would be, do nothing")
        each.add_argument("--id", default="", help="a UUID; the same one again does it once")
        _reason(each, required=False)


def backtest_verb(verbs: Any, verb: Verb) -> None:
    """Add the verb that tries a scheme on the past."""
    backtest = verb(
        verbs,
        "backtest",
        "try a scheme on the stored sales; nothing changes",
        ("backtests", "backtest"),
        BACKTEST,
    )
    backtest.add_argument("scheme", metavar="SCHEME", help="a preset, a file, or current")
    backtest.add_argument("--against", metavar="SCHEME", help="another one beside it")
    backtest.add_argument("--from", dest="first", metavar="DATE", help="first business day")
    backtest.add_argument("--to", dest="last", metavar="DATE", help="last business day")
    backtest.add_argument(
        "--assume-plan", metavar="NAME", default="", help="every member's plan; else the cheapest"
    )
    backtest.add_argument(
        "--redeem", action="store_true", help="points are spent as soon as they can be"
    )
    backtest.add_argument(
        "--members", metavar="FILE", help="write each member's end; .csv or .xlsx"
    )
    backtest.add_argument("--csv", metavar="FILE", help="write the months; .csv or .xlsx")
