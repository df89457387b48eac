"""The words of the verb about campaigns."""

from collections.abc import Callable
from typing import Any

CHANNELS = ("call", "sms", "wechat", "email", "picture", "left-out")
OUTCOMES = ("reached", "will-come", "no", "wrong-number", "do-not-call")

CAMPAIGN = """\
A campaign asks the members of a segment, offers them something, and is measured against those
who were held out by lot. FILE is a JSON object; `campaign example` prints one:

  name       what the shop calls it
  audience   a saved segment, or conditions (see `segment`)
  variants   one to four ways to ask: {name, text, offer}; people are dealt evenly
    text     by language {"zh_CN": …, "en": …} with the fields {name} {number} {tier} {points}
             {coupon} {expires} {offer} {shop} {shop_phone} {event} {date} {time} {place}
    offer    {"kind": "coupon", "template": ID}, {"kind": "points", "points": N},
             {"kind": "event", "event": {name, on, at, place}} or {"kind": "none"};
             cost_minor: what one costs the shop, where the scheme does not tell
  channels   call, sms, wechat, email, picture: the first that leads to a member is used
  starts_on, ends_on   purchases count on these days
  holdout_bp           the share that is held out, in hundredths of a percent (2000: a fifth)
  budget_minor, cost_minor, cost_each_minor   minor units: the limit, once, for each asked
  margin_bp            gross profit of goods whose cost is not known
  effect_bp            the effect that it should be able to show, of the usual visits
  seed                 draws the hold-out again as it was

Left out are members without consent, without an address, asked as often as the shop allows,
frozen, archived, or held out by a campaign that still runs. start again goes on where it
stopped and issues nothing twice. result is an estimate with a 95% interval; where that holds
zero it says that it cannot tell yet."""

Verb = Callable[..., Any]


def campaign_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "campaign", "ask members, and see what it added", None, CAMPAIGN)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    verb(ways, "list", "all campaigns", ("campaigns", "listed"))
    verb(ways, "example", "a draft to begin with, as JSON", ("campaigns", "example"))
    for name, tells in (
        ("plan", "who would be asked, who is left out, what it costs and can show"),
        ("start", "draw the people and issue the offers; again: go on"),
    ):
        way = verb(ways, name, tells, ("campaigns", name), CAMPAIGN)
        way.add_argument("file", metavar="FILE", help='a JSON file; "-" reads it from stdin')
    calls = verb(ways, "calls", "the call list", ("campaigns", "calls"))
    _named(calls)
    export = verb(
        ways, "export", "a channel's people to a file; but for call they count as asked",
        ("campaigns", "export"),
    )  # fmt: skip
    _named(export)
    export.add_argument("channel", metavar="CHANNEL", choices=CHANNELS, help=", ".join(CHANNELS))
    export.add_argument(
        "file", metavar="FILE", help=".csv, .xlsx; calls also .pdf; pictures a folder or .zip"
    )
    outcome = verb(ways, "outcome", "note what came of a call", ("campaigns", "outcome"))
    _named(outcome)
    outcome.add_argument("member", metavar="MEMBER", help="number, phone, name or card")
    outcome.add_argument("outcome", metavar="OUTCOME", choices=OUTCOMES, help=", ".join(OUTCOMES))
    outcome.add_argument("--note", metavar="TEXT", help="a line of what was said")
    note = verb(ways, "note", "keep a line of what was said on a call", ("campaigns", "note"))
    _named(note)
    note.add_argument("member", metavar="MEMBER", help="number, phone, name or card")
    note.add_argument("note", metavar="TEXT", help='the newest counts; "" strikes it out')
    arrive = verb(ways, "arrive", "let somebody in at the door", ("campaigns", "arrive"))
    _named(arrive)
    arrive.add_argument("member", metavar="MEMBER", help="number, phone, name or card")
    result = verb(ways, "result", "what it added", ("campaigns", "result"))
    _named(result)
    result.add_argument("--as-of", metavar="DATE", default="", help="the last day that counts")
    stop = verb(ways, "stop", "end it now", ("campaigns", "stop"))
    _named(stop)
    stop.add_argument("--revoke", action="store_true", help="revoke its unused coupons")
    stop.add_argument(
        "--take-back", action="store_true", help="take back points that it gave and nobody spent"
    )


def _named(way: Any) -> None:
    way.add_argument("name", metavar="NAME", help="what the campaign is called")
