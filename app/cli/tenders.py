"""The verbs about buying on account and deposits."""

from argparse import Namespace

from app.cli.console import Console, facts, flag_named, table
from app.cli.loyalty import given_id, minor, paid
from app.services.accounts import AccountHeld
from app.services.deposits import Deposit, DepositDone, DepositDraft
from app.services.rules.tenders import TenderKind
from app.services.takings import Taking
from app.shop import Shop

USUAL = "shop"


def show_account(asked: Namespace, console: Console) -> int:
    """What a member owes, entry by entry. Raises MemberUnknown …"""
    shop = console.open_shop()
    member_id = shop.members.resolve(asked.member).member_id
    entries = shop.accounts.entries(member_id)
    told = _account(shop.accounts.owed(member_id), console) | {
        "since": _day(shop.accounts.aged(member_id).since),
        "entries": [
            {
                "at": row.at.isoformat(timespec="seconds"),
                "kind": row.kind,
                "amount": console.amount(row.amount_minor),
                "owed": console.amount(row.owed_after_minor),
                "receipt": row.receipt_number,
                "reason": row.reason,
            }
            for row in entries
        ],
    }
    rows = [
        (f"{row.at:%Y-%m-%d %H:%M}", row.kind, console.amount(row.amount_minor),
         console.amount(row.owed_after_minor), row.receipt_number or row.reason)
        for row in entries
    ]  # fmt: skip
    listed = table(("when", "what", "amount", "owed", ""), rows, frozenset({2, 3}))
    head = facts({name: value for name, value in told.items() if name != "entries"})
    console.show(told, f"{head}\n\n{listed}" if rows else head)
    return 0


def debtors(_asked: Namespace, console: Console) -> int:
    """Who owes how much, and since when."""
    found = console.open_shop().accounts.debtors()
    told = [
        _account(each.held, console)
        | {
            "since": _day(each.aged.since),
            "days_0_30": console.amount(each.aged.current_minor),
            "days_31_60": console.amount(each.aged.older_minor),
            "days_over_60": console.amount(each.aged.oldest_minor),
        }
        for each in found
    ]
    heading = ("member", "name", "owed", "0-30 days", "31-60", "over 60", "since")
    rows = [
        (row["member"], row["name"], row["owed"], row["days_0_30"], row["days_31_60"],
         row["days_over_60"], row["since"])
        for row in told
    ]  # fmt: skip
    console.show(told, table(heading, rows, frozenset({2, 3, 4, 5})) if rows else "Nobody owes.")
    return 0


def limit(asked: Namespace, console: Console) -> int:
    """How much a member may owe. Raises FieldInvalid, MemberUnknown …"""
    shop = console.open_shop()
    member_id = shop.members.resolve(asked.member).member_id
    wanted = None if asked.amount == USUAL else minor(asked.amount, shop)
    return _told(_account(shop.accounts.set_limit(member_id, wanted), console), console)


def repay(asked: Namespace, console: Console) -> int:
    """Take a repayment. Raises OwesLess, TendersShort, FieldInvalid …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    amount = minor(asked.amount, shop) if asked.amount else None
    due = shop.accounts.owed(member.member_id).owed_minor if amount is None else amount
    if asked.received:
        due = max(due, 1)  # of a repeat nothing is due any more
    done = shop.accounts.repay(given_id(asked), member.member_id, paid(asked, due, shop), amount)
    told = _moved(done.taking, console) | {
        "member": member.number,
        "owed_before": console.amount(done.before_minor),
        "owed": console.amount(done.after_minor),
    }
    return _told(told, console)


def write_off(asked: Namespace, console: Console) -> int:
    """Give up what a member owes. Raises OwesLess, FieldInvalid …"""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    owed = shop.accounts.owed(member.member_id).owed_minor
    amount = minor(asked.amount, shop) if asked.amount else owed
    held = shop.accounts.write_off(given_id(asked), member.member_id, amount, asked.reason)
    return _told(_account(held, console), console)


# --- deposits -------------------------------------------------------------------


def take_deposit(asked: Namespace, console: Console) -> int:
    """Take a deposit. Raises FieldInvalid, TendersShort, MemberUnknown …"""
    shop = console.open_shop()
    member_id = shop.members.resolve(asked.member).member_id if asked.member else None
    amount = minor(asked.amount, shop)
    tenders = paid(asked, amount, shop)
    draft = DepositDraft(given_id(asked), amount, tenders, member_id, asked.note)
    with flag_named("note", "Say what the deposit is for with --note, or whose with --member."):
        done = shop.deposits.take(draft)
    return _told_deposit(done, console)


def deposits(_asked: Namespace, console: Console) -> int:
    """Every deposit of which something is left."""
    found = console.open_shop().deposits.open()
    told = [_deposit(each, console) for each in found]
    rows = [
        (row["deposit"], row["member"] or row["name"], row["note"], row["paid"], row["left"],
         row["taken_at"])
        for row in told
    ]  # fmt: skip
    heading = ("deposit", "member", "note", "paid", "left", "taken")
    console.show(told, table(heading, rows, frozenset({3, 4})) if rows else "No deposit is open.")
    return 0


def give_back(asked: Namespace, console: Console) -> int:
    """Give a deposit back. Raises DepositUnknown, DepositClosed, ValueTooLow …"""
    shop = console.open_shop()
    amount = minor(asked.amount, shop) if asked.amount else None
    done = shop.deposits.give_back(
        given_id(asked),
        asked.number,
        asked.reason,
        amount_minor=amount,
        kind=TenderKind(asked.tender),
    )
    return _told_deposit(done, console)


def forfeit(asked: Namespace, console: Console) -> int:
    """Keep a deposit for good. Raises DepositUnknown, DepositClosed, FieldInvalid."""
    shop: Shop = console.open_shop()
    return _told_deposit(
        shop.deposits.forfeit(given_id(asked), asked.number, asked.reason), console
    )


# --- what is told ----------------------------------------------------------------


def _account(held: AccountHeld, console: Console) -> dict[str, object]:
    return {
        "member": held.number,
        "name": held.name,
        "owed": console.amount(held.owed_minor),
        "limit": console.amount(held.limit_minor),
        "free": console.amount(held.free_minor),
    }


def _deposit(deposit: Deposit, console: Console) -> dict[str, object]:
    return {
        "deposit": deposit.number,
        "member": deposit.member[0],
        "name": deposit.member[1],
        "note": deposit.note,
        "paid": console.amount(deposit.paid_minor),
        "left": console.amount(deposit.left_minor),
        "taken_at": deposit.made_at.isoformat(timespec="minutes"),
    }


def _told_deposit(done: DepositDone, console: Console) -> int:
    moved = {} if done.taking is None else _moved(done.taking, console)
    told = {"amount": console.amount(done.moved_minor)} | moved | _deposit(done.deposit, console)
    return _told(told, console)


def _moved(taking: Taking, console: Console) -> dict[str, object]:
    return {
        "id": str(taking.taking_id),
        "amount": console.amount(taking.amount_minor),
        "change": console.amount(taking.change_due_minor),
    }


def _told(told: dict[str, object], console: Console) -> int:
    console.show(told, f"Done.\n\n{facts(told, indent='  ')}")
    return 0


def _day(day: object) -> str:
    return "" if day is None else str(day)
