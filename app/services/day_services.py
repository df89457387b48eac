"""What the cashier's day needs beside the sale itself, each loaded when it is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.desk import Desk
from app.services.products import Products
from app.services.sales import Sales

if TYPE_CHECKING:
    from app.services.audit_trail import AuditTrail
    from app.services.cash import Cash
    from app.services.checkout import Checkout
    from app.services.commissions import Commissions
    from app.services.glance import Glances
    from app.services.invoices import Invoices
    from app.services.labels import Labels
    from app.services.lookup import Lookup
    from app.services.printing.jobs import Printing
    from app.services.sale_finding import SaleFinder
    from app.services.sale_pages import SalePages
    from app.services.staff import StaffList
    from app.services.stock import Stock


class DayServices:
    """The part of the shop that begins with the drawer and ends with the day's figures."""

    desk: Desk
    sales: Sales
    products: Products
    lookup: "Lookup"
    checkout: "Checkout"

    @cached_property
    def printing(self) -> "Printing":
        """What is to be printed on the receipt printer."""
        from app.services.printing.jobs import Printing
        from app.services.printing.stored import StoredPapers
        from app.services.refunds import Refunds

        refunds = Refunds(self.desk, self.sales, self.checkout)
        papers = StoredPapers(self.desk, self.sales.receipt, refunds.by_number, self.cash.z_report)
        return Printing(self.desk, papers)

    @cached_property
    def staff(self) -> "StaffList":
        """The people at the till, their PINs, cards and powers."""
        from app.services.staff import StaffList

        return StaffList(self.desk)

    @cached_property
    def audit_trail(self) -> "AuditTrail":
        """Who did what, and what each person did out of the ordinary."""
        from app.services.audit_trail import AuditTrail

        return AuditTrail(self.desk)

    @cached_property
    def stock(self) -> "Stock":
        """What is on hand, and what is booked by hand."""
        from app.services.stock import Stock

        return Stock(self.desk)

    @cached_property
    def invoices(self) -> "Invoices":
        """Invoices asked for at sales, and whom they name."""
        from app.services.invoices import Invoices

        return Invoices(self.desk)

    @cached_property
    def commissions(self) -> "Commissions":
        """Who served what, and what part of it is theirs."""
        from app.services.commissions import Commissions

        return Commissions(self.desk)

    @cached_property
    def labels(self) -> "Labels":
        """Labels of products, and codes of the shop's own."""
        from app.services.labels import Labels

        return Labels(self.desk, self.products)

    @cached_property
    def sale_finder(self) -> "SaleFinder":
        """Sales found by what somebody remembers of them."""
        from app.services.sale_finding import SaleFinder

        return SaleFinder(self.desk, self.sales, self.lookup)

    @cached_property
    def sale_pages(self) -> "SalePages":
        """One sale with everything that came of it."""
        from app.services.sale_pages import SalePages

        return SalePages(self.desk, self.sales)

    @cached_property
    def glance(self) -> "Glances":
        """Today at a glance."""
        from app.services.glance import Glances

        return Glances(self.desk)

    @cached_property
    def cash(self) -> "Cash":
        """The drawer: its sessions, what moves without a sale, X and Z reports."""
        from app.services.cash import Cash

        return Cash(self.desk)
