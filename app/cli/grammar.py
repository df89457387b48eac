"""The grammar of the command line, and its help: written for whoever runs the shop."""

import argparse
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app import __version__
from app.cli.campaign_grammar import campaign_verbs
from app.cli.care_grammar import care_verbs
from app.cli.cart_words import QUOTE, SALE
from app.cli.cash_grammar import cash_verbs
from app.cli.goods_grammar import goods_verbs
from app.cli.insight_grammar import insight_verbs, segment_verbs
from app.cli.loyalty_grammar import backtest_verb, loyalty_verbs, merge_verbs, partner_verb
from app.cli.parser import Parser
from app.cli.people_grammar import people_verbs
from app.cli.printing_grammar import printing_verbs
from app.cli.return_grammar import return_verbs
from app.cli.staff_grammar import staff_verbs
from app.cli.tenders_grammar import tender_verbs
from app.messages import LANGUAGES
from app.services.rules.money import CURRENCIES

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[Any]  # noqa: SLF001 - it has no public name

DESCRIPTION = """\
Regulars · 常客: members, cards, sales and points of a shop.

Without a verb the window opens. Each verb below works without it, on the same shop."""

EXAMPLES = """\
the first sale in a minute:
  regulars init --name "Morning Tea" --currency CNY
  regulars member add --name 王芳 --phone "138 0013 8000"
  regulars card 000001 --out wang.pdf
  regulars sale cart.json
  regulars receipt A0-000001 --out receipt.pdf

The shop lives in one folder: --data, else the environment's REGULARS_DATA, else the
folder your system keeps for programs. Amounts are decimal numbers such as 12.50.
Exit code 0: done. 1: doctor found something. 2: refused, with the reason in one line.
74: done, but the output could not be written. 130: stopped with Ctrl+C.
`regulars VERB --help` tells more about a verb."""

DUE = """\
Points lapse, tiers are reviewed, plans are renewed or lapse, birthday coupons and instalments
are issued, all with their own dates. The program does it by itself when it starts and after
midnight; this does it for a PC that only runs commands. A repeat finds nothing left to do.
With a day that has not come yet, what is due by then is done now, and not undone."""

IMPORT = """\
CSV (any usual delimiter and character set) and Excel files. Fields:

  members   number name phone birthday gender joined_on points note tags
  products  barcode name category price member_price tax_rate cost
  sales     sold_at receipt member barcode name category quantity unit_price total tender
  stock     barcode name quantity low: what was counted is on hand from now on

A column of the same name is found by itself; --map names the others (a column by its
heading, or by its number from 1). All rows are taken or none, unless --skip-bad is given.
The same file again adds nothing."""


SCHEME = """\
To make a scheme your own: export the preset that comes closest, edit the file, look at it with
lint, then use it. The file's fields are described in resources/schemes/README.md."""

MEMBER_TEXTS = {
    "--number": "member number; left out: the next one",
    "--birthday": "1990-03-08, --03-08 without the year, or lunar:08-15",
    "--gender": "female, male or other",
    "--joined-on": "day of joining, such as 2026-11-21; left out: today",
    "--note": "a note for the staff",
    "--email": "e-mail address",
    "--wechat": "WeChat id",
    "--address": "address",
    "--occupation": "occupation",
    "--source": "how they came",
    "--adviser": "who looks after them",
}
MEMBER_LISTS = {
    "--tag": ("TEXT", "a tag; may be repeated"),
    "--preference": ("TEXT", "what they like; may be repeated"),
    "--dependant": ("NAME,RELATION,BIRTHDAY", "a child or partner; may be repeated"),
    "--custom": ("FIELD=TEXT", "a field of your own; may be repeated"),
}


EXPORT_TABLES = ("members", "products", "sales", "points", "stock")


def parsed(arguments: Sequence[str]) -> Namespace:
    """What the arguments ask for: `run` is the (module, function) of the verb.

    Raises UsageError, or SystemExit after --help and --version.
    """
    parser = _parser()
    ended = list(arguments).index("--") if "--" in arguments else len(arguments)
    head, tail = list(arguments[:ended]), list(arguments[ended:])
    kept = [argument for argument in head if argument != "--json"]
    asked = parser.parse_args(_texts_guarded(_pairs_split(kept), _value_options(parser)) + tail)
    asked.json = len(kept) < len(head)
    return asked


def _texts_guarded(arguments: list[str], options: Mapping[str, bool]) -> list[str]:
    """`--name -x` as `--name=-x`, a searched `-x` behind `--`: a text may begin with a dash."""
    guarded: list[str] = []
    for argument in arguments:
        before = guarded[-1] if guarded else ""
        dashed = argument[:1] == "-" and argument.partition("=")[0] not in options
        if dashed and options.get(before):
            guarded[-1] = f"{before}={argument}"
        elif dashed and guarded[-2:] == ["member", "find"]:
            guarded += ["--", argument]
        else:
            guarded.append(argument)
    return guarded


def _pairs_split(arguments: Sequence[str]) -> list[str]:
    """`--map a=b c=d` as `--map a=b --map c=d`: a file's name may follow the pairs."""
    split: list[str] = []
    mapping = False
    for argument in arguments:
        if mapping and split[-1] != "--map":
            mapping = "=" in argument and argument[:1] != "-"
            split += ["--map"] * mapping
        split.append(argument)
        mapping = mapping or argument.partition("=")[0] == "--map"
    return split


def _value_options(parser: ArgumentParser) -> dict[str, bool]:
    """Every option of every verb, and whether a value follows it."""
    options: dict[str, bool] = {}
    for action in parser._actions:  # noqa: SLF001 - argparse has no public list of its options
        options |= dict.fromkeys(action.option_strings, action.nargs != 0)
        if isinstance(action.choices, dict):
            for verb in action.choices.values():
                options |= _value_options(verb)
    return options


def _parser() -> ArgumentParser:
    parser = Parser("regulars", description=DESCRIPTION, epilog=EXAMPLES)
    parser.add_argument("--version", action="version", version=f"Regulars {__version__}")
    parser.add_argument(
        "--data", metavar="DIR", type=_folder, help="the shop's folder; stands before the verb"
    )
    parser.add_argument("--json", action="store_true", help="machine-readable output; anywhere")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for add in (
        _shop_verbs,
        _exchange_verbs,
        _member_verbs,
        _sale_verbs,
        _loyalty_verbs,
        _scheme_verbs,
        _due_verb,
        _insight_verbs,
        _trust_verbs,
    ):
        add(verbs)
    return parser


def _folder(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("give a folder")
    return text


def _verb(
    verbs: "Verbs", name: str, tells: str, run: tuple[str, str] | None, epilog: str = ""
) -> ArgumentParser:
    """One more verb; `run` is the module in `app.cli` and the function that does it."""
    said = tells[:1].upper() + tells[1:] + "."
    verb: ArgumentParser = verbs.add_parser(name, help=tells, description=said, epilog=epilog)
    if run is not None:
        verb.set_defaults(run=run)
    return verb


def _shop_verbs(verbs: "Verbs") -> None:
    init = _verb(verbs, "init", "make a new shop", ("shops", "init"))
    init.add_argument("--name", default="", help="the shop's name on cards and receipts")
    init.add_argument("--currency", metavar="CODE", default="CNY", help=", ".join(CURRENCIES))
    init.add_argument(
        "--language", metavar="LANG", default="zh_CN", help="of documents: zh_CN, zh_TW or en"
    )
    init.add_argument(
        "--time-zone", metavar="ZONE", default="Asia/Shanghai", help="such as Asia/Shanghai"
    )
    init.add_argument(
        "--country",
        metavar="CC",
        default="",
        help="of phones without a country code, such as CN; left out: by the currency",
    )
    init.add_argument(
        "--day-end-hour",
        metavar="H",
        default="4",
        help="when a day of trade ends, 0 to 8; sales before it belong to the day before",
    )
    init.add_argument(
        "--count-cash",
        action="store_true",
        help="open the drawer with a float, count it at night; left out: sessions by themselves",
    )
    demo = _verb(
        verbs,
        "demo",
        "make the demo shop: 500 members, 60 products, a year of sales",
        ("shops", "demo"),
    )
    demo.add_argument("--language", choices=LANGUAGES, default="", help="of the demo shop")


def _exchange_verbs(verbs: "Verbs") -> None:
    take = _verb(verbs, "import", "take over a CSV or Excel file", ("exchange", "take"), IMPORT)
    take.add_argument(
        "kind", choices=("members", "products", "sales", "stock"), help="what its rows are"
    )
    take.add_argument("file", metavar="FILE", help="a CSV, XLSX or XLS file")
    take.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help="which column holds a field; several may follow",
    )
    take.add_argument("--date-format", metavar="F", default="", help="such as %%Y%%m%%d")
    take.add_argument(
        "--create-missing", action="store_true", help="make the members and products that are not"
    )
    take.add_argument("--update", action="store_true", help="change the ones already there")
    take.add_argument("--skip-bad", metavar="FILE", help="write refused rows here, take the rest")
    take.add_argument(
        "--dry-run", action="store_true", help="say what would happen, change nothing"
    )
    give = _verb(verbs, "export", "write a CSV or XLSX file", ("exchange", "give"))
    give.add_argument("kind", choices=EXPORT_TABLES, help="what")
    give.add_argument("file", metavar="FILE", help="ends in .csv or .xlsx")


def _member_verbs(verbs: "Verbs") -> None:
    member = _verb(verbs, "member", "enrol, find or merge members", None)
    ways = member.add_subparsers(title="verbs", metavar="VERB", required=True)
    add = _verb(ways, "add", "enrol a member and issue a card", ("members", "add"))
    add.add_argument("--name", default="", help="the member's name")
    add.add_argument("--phone", default="", help="optional; no two members share one")
    for option, tells in MEMBER_TEXTS.items():
        add.add_argument(option, metavar="TEXT", default="", help=tells)
    for option, (form, tells) in MEMBER_LISTS.items():
        add.add_argument(option, metavar=form, action="append", default=[], help=tells)
    add.add_argument("--referred-by", metavar="MEMBER", default="", help="who brought them along")
    add.add_argument("--consent", action="store_true", help="agreed to receive offers")
    find = _verb(ways, "find", "list the members that answer to a text", ("members", "find"))
    find.add_argument("text", metavar="TEXT", help="phone, name, pinyin, number or card code")
    paper = _verb(ways, "statement", "save a member's statement as PDF", ("papers", "statement"))
    paper.add_argument("number", metavar="NUMBER", help="member number, phone or card code")
    paper.add_argument("--out", required=True, metavar="FILE", help="the PDF to write")
    paper.add_argument("--from", dest="first", default="", metavar="DATE", help="first day")
    paper.add_argument("--to", dest="last", default="", metavar="DATE", help="last day")
    merge_verbs(ways, _verb)
    partner_verb(ways, _verb)
    people_verbs(verbs, _verb)
    card = _verb(verbs, "card", "save member cards as PDF or PNG", ("papers", "card"))
    card.add_argument("number", metavar="NUMBER", nargs="+", help="member numbers")
    card.add_argument("--out", metavar="FILE", required=True, help="ends in .pdf or .png")
    card.add_argument(
        "--layout",
        choices=("cr80", "a4"),
        default="cr80",
        help="cr80: a page for each side; a4: sheets of ten with crop marks",
    )
    card.add_argument("--bleed", action="store_true", help="with bleed, for a print shop")


def _sale_verbs(verbs: "Verbs") -> None:
    sale = _verb(verbs, "sale", "complete a sale and print its receipt as JSON", ("sales", "sale"))
    sale.epilog = SALE
    sale.add_argument("file", metavar="CART.json", help='the sale; "-" reads standard input')
    quote = _verb(verbs, "quote", "say what a cart costs and earns, and why", ("quotes", "quote"))
    quote.epilog = QUOTE
    quote.add_argument("file", metavar="CART.json", help='the cart; "-" reads standard input')
    quote.add_argument(
        "--scheme", metavar="NAME", default="", help="a preset, a version or a TOML file"
    )
    quote.add_argument("--at", metavar="MOMENT", default="", help="such as 2026-11-21T15:30")
    receipt = _verb(verbs, "receipt", "save a sale's receipt", ("papers", "receipt"))
    receipt.add_argument("number", metavar="NUMBER", help="such as A0-000001, or the code on it")
    receipt.add_argument("--out", metavar="FILE", required=True, help="ends in .pdf or .png")
    receipt.add_argument(
        "--width", choices=("58", "80", "a4"), default="80", help="paper: 58 or 80 mm roll, or A4"
    )
    receipt.add_argument("--duplicate", action="store_true", help="mark it as a reprint")
    receipt.add_argument(
        "--gift", action="store_true", help="a gift receipt: what was bought, without prices"
    )
    printing_verbs(verbs, _verb)
    cash_verbs(verbs, _verb)
    staff_verbs(verbs, _verb)


def _loyalty_verbs(verbs: "Verbs") -> None:
    loyalty_verbs(verbs, _verb)
    tender_verbs(verbs, _verb)
    goods_verbs(verbs, _verb)
    return_verbs(verbs, _verb)
    backtest_verb(verbs, _verb)


def _scheme_verbs(verbs: "Verbs") -> None:
    scheme = _verb(verbs, "scheme", "the loyalty scheme: presets, versions, files", None, SCHEME)
    ways = scheme.add_subparsers(title="verbs", metavar="VERB", required=True)
    _verb(ways, "list", "the presets, and the shop's own versions", ("schemes", "listed"))
    named = "a preset, a version's number, `current`, or a TOML file"
    show = _verb(ways, "show", "a scheme in plain words", ("schemes", "show"))
    show.add_argument("name", metavar="NAME", help=named)
    show.add_argument("--language", choices=LANGUAGES, default="en", help="to show it in")
    use = _verb(ways, "use", "put a scheme in force", ("schemes", "use"))
    use.add_argument("name", metavar="NAME", help=named)
    use.add_argument(
        "--from", dest="active_from", metavar="DATE", default="", help="its first day; today"
    )
    lint = _verb(ways, "lint", "look for what would go wrong", ("schemes", "lint"))
    lint.add_argument("name", metavar="FILE", help=named)
    lift = _verb(ways, "lift", "lift members to the tiers they have reached", ("schemes", "lift"))
    lift.add_argument("--preview", action="store_true", help="say how many, change nothing")
    export = _verb(ways, "export", "write a scheme as TOML", ("schemes", "export"))
    export.add_argument("name", metavar="NAME", help=named)
    export.add_argument("file", metavar="FILE", help='the TOML file to write; "-" prints it')


def _insight_verbs(verbs: "Verbs") -> None:
    insight_verbs(verbs, _verb)
    care_verbs(verbs, _verb)
    segment_verbs(verbs, _verb)
    campaign_verbs(verbs, _verb)


def _due_verb(verbs: "Verbs") -> None:
    due = _verb(
        verbs,
        "due",
        "do what is due: points that lapse, reviews, renewals, birthdays",
        ("due", "due"),
        DUE,
    )
    due.add_argument("--until", metavar="DATE", help="the last day to do; today")


def _trust_verbs(verbs: "Verbs") -> None:
    backup = _verb(verbs, "backup", "make a verified backup", ("trust", "backup"))
    backup.add_argument("file", metavar="FILE", nargs="?", help="left out: the shop's own folder")
    restore = _verb(
        verbs, "restore", "go back to a backup; the present file is kept", ("trust", "restore")
    )
    restore.add_argument("file", metavar="FILE", help="a backup made by this program")
    doctor = _verb(verbs, "doctor", "check that everything adds up", ("trust", "doctor"))
    doctor.add_argument(
        "--renew",
        action="store_true",
        help="before that, drop what is kept only to answer quickly: it is made again",
    )
