"""The words of the verbs that look over all members: duplicates, and who is different."""

from collections.abc import Callable
from typing import Any

from app.cli.parser import limit_of

DUPLICATES = """\
Pairs of members who may be one person, likeliest first (0 to 99), and why: the same phone written
differently, one phone the end of the other, the same WeChat or e-mail, the same birthday, the
same name or one that sounds the same, a letter typed otherwise, the same last four digits.
Only who shares such a thing is compared, and what more than forty members share is left alone.
`member merge` makes one of two; `members different` says that they are two, for good."""

GAPS = (
    "no_phone",
    "bad_phone",
    "no_name",
    "no_birthday",
    "no_address",
    "not_asked",
    "stale",
)

Verb = Callable[..., Any]


def people_verbs(verbs: Any, verb: Verb) -> None:
    """Add them; `verb` makes one more below its parent."""
    parent = verb(verbs, "members", "look over the members: who is there twice", None)
    ways = parent.add_subparsers(title="verbs", metavar="VERB", required=True)
    found = verb(
        ways,
        "duplicates",
        "list who may be one person",
        ("duplicates", "duplicates"),
        DUPLICATES,
    )
    found.add_argument(
        "--limit", type=limit_of, default=500, metavar="N", help="the likeliest; 500"
    )
    gaps = verb(ways, "missing", "count what is missing or old", ("duplicates", "missing"))
    gaps.add_argument(
        "gap",
        metavar="WHAT",
        nargs="?",
        choices=GAPS,
        help="list who: " + ", ".join(GAPS),
        type=lambda text: text.replace("-", "_"),
    )
    two = verb(ways, "different", "two who look alike are two people", ("duplicates", "different"))
    two.add_argument("member", metavar="MEMBER", help="number, phone or card code")
    two.add_argument("other", metavar="OTHER", help="the same of the other")
    two.add_argument("--undo", action="store_true", help="let them be found again")
