"""The command line: the same services without a window, for scripts and for checks.

Exit codes: 0 done, 1 a check of `doctor` failed, 2 refused with one line on stderr,
3 an internal error, logged, 74 done but its output could not be written, 130 stopped with
Ctrl+C. Only what is needed to know whether a verb was given is imported here, for the window's
start reads this module too.
"""

import sys
from collections.abc import Sequence

INTERRUPTED = 130

VERBS = (
    "init",
    "demo",
    "import",
    "export",
    "member",
    "members",
    "card",
    "receipt",
    "print",
    "drawer",
    "cash",
    "staff",
    "report",
    "sale",
    "quote",
    "refund",
    "void",
    "topup",
    "coupon",
    "points",
    "plan",
    "pass",
    "gift",
    "grant",
    "perk",
    "reward",
    "account",
    "deposit",
    "stock",
    "invoice",
    "labels",
    "commission",
    "scheme",
    "due",
    "backup",
    "restore",
    "doctor",
    "backtest",
    "insight",
    "segment",
    "campaign",
    "care",
)
WINDOW_FLAGS = frozenset({"--exit-after-paint"})


def wants_cli(argv: Sequence[str]) -> bool:
    """Whether these arguments (without the program's name) are for the command line.

    `--data DIR` and the window's own flags alone start the window.
    """
    rest = iter(argv)
    for argument in rest:
        if argument == "--data":
            if next(rest, None) is None:
                return True  # which says what is missing
        elif not argument.startswith("--data=") and argument not in WINDOW_FLAGS:
            return True
    return False


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; nothing is ever raised."""
    try:
        from app.cli.run import run
    except KeyboardInterrupt:  # what says so in other words is not loaded yet
        sys.stderr.write("Cancelled; nothing was changed.\n")
        return INTERRUPTED
    return run(argv)
