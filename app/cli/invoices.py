"""The verb `invoice`: asked for at a sale, issued, and whom it names."""

from argparse import Namespace

from app.cli.console import Console, facts, table
from app.errors import FieldInvalid
from app.services.invoices import Invoice


def ask(asked: Namespace, console: Console) -> int:
    """Note that an invoice is asked for. Raises SaleUnknown, FieldInvalid, InvoiceStands."""
    shop = console.open_shop()
    sale = shop.sales.receipt(asked.number)
    title, tax_number = asked.title, asked.tax_number
    if not title.strip():
        member = sale.member
        kept = None if member is None else shop.invoices.buyer(member.member_id)
        if kept is None:
            raise FieldInvalid("title", "required")
        title, tax_number = kept.title, tax_number or kept.tax_number
    made = shop.invoices.ask(sale.sale_id, title, tax_number, remember=asked.remember)
    return _told(made, console)


def issued(asked: Namespace, console: Console) -> int:
    """Mark an invoice as issued. Raises SaleUnknown, FieldInvalid, InvoiceNotAsked,
    InvoiceStands."""
    shop = console.open_shop()
    sale = shop.sales.receipt(asked.number)
    return _told(shop.invoices.issued(sale.sale_id, asked.invoice), console)


def cancel(asked: Namespace, console: Console) -> int:
    """No invoice is wanted after all. Raises SaleUnknown, InvoiceNotAsked."""
    shop = console.open_shop()
    sale = shop.sales.receipt(asked.number)
    return _told(shop.invoices.cancel(sale.sale_id), console)


def listed(asked: Namespace, console: Console) -> int:
    """Show what waits to be issued, or all."""
    invoices = console.open_shop().invoices
    told = [
        _facts(each, console) for each in (invoices.listed() if asked.all else invoices.waiting())
    ]
    heading = ("receipt", "state", "title", "tax_number", "total", "invoice")
    cells = [[each[name] for name in heading] for each in told]
    named = [name.replace("_", " ") for name in heading]
    nothing = "No invoice was ever asked for." if asked.all else "No invoice is waiting."
    console.show(told, table(named, cells, frozenset({4})) if told else nothing)
    return 0


def buyer(asked: Namespace, console: Console) -> int:
    """Show or keep whom a member's invoices name. Raises MemberUnknown, FieldInvalid."""
    shop = console.open_shop()
    member = shop.members.resolve(asked.member)
    if asked.title is not None:
        shop.invoices.set_buyer(member.member_id, asked.title, asked.tax_number)
    kept = shop.invoices.buyer(member.member_id)
    told = {
        "member": member.number,
        "title": "" if kept is None else kept.title,
        "tax_number": "" if kept is None else kept.tax_number,
        "older_form": kept is not None and kept.older,
    }
    console.show(told, facts(told))
    return 0


def _facts(invoice: Invoice, console: Console) -> dict[str, object]:
    return {
        "receipt": invoice.receipt,
        "state": invoice.state.value,
        "title": invoice.buyer.title,
        "tax_number": invoice.buyer.tax_number,
        "older_form": invoice.buyer.older,
        "total": console.amount(invoice.total_minor),
        "refunded": console.amount(invoice.refunded_minor),
        "invoice": invoice.number,
        "asked_or_issued_at": invoice.posted_at.isoformat(timespec="seconds"),
    }


def _told(invoice: Invoice, console: Console) -> int:
    told = _facts(invoice, console)
    console.show(told, facts(told))
    return 0
