"""The documents that the shop keeps, laid out anew by their numbers: what a print job names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import PrintUnknown, RefundUnknown, SaleUnknown, ZReportUnknown
from app.services.desk import Desk
from app.services.documents.drawing import Page
from app.services.documents.labels import labels_for
from app.services.documents.receipt import ReceiptWidth, receipt_pages
from app.services.rules.codes import read_receipt_number
from app.services.rules.receipt import Receipt

if TYPE_CHECKING:
    from app.services.rules.day_report import ZReport
    from app.services.rules.refund import RefundDone

RECEIPT, GIFT, REFUND, Z_REPORT = "receipt", "gift", "refund", "z_report"
_NARROW, _LONGEST_NUMBER = 58, 9


class StoredPapers:
    """Receipts, gift receipts, refund slips and Z reports, on rolls of 58 or 80 mm."""

    def __init__(
        self,
        desk: Desk,
        receipt: Callable[[str], Receipt],
        refund: Callable[[str], RefundDone],
        z_report: Callable[[int, int], ZReport],
    ) -> None:
        """Each finds a document by the number that people read, or refuses it; a Z report by its
        number and its till's."""
        self._desk = desk
        self._receipt = receipt
        self._refund = refund
        self._z_numbered = z_report

    def kind_of(self, text: str) -> tuple[str, str]:
        """The kind and full number of the document that a number or code means.

        Raises PrintUnknown.
        """
        try:
            return RECEIPT, self._receipt(text).number
        except SaleUnknown:
            pass
        try:
            return REFUND, self._refund(text).number
        except RefundUnknown:
            pass
        try:
            closed = self._z_report(text)
        except ZReportUnknown:
            raise PrintUnknown(text.strip()[:40]) from None
        return Z_REPORT, f"{closed.report.till}-Z{closed.number}"

    def pages(
        self, kind: str, number: str, width: int, *, duplicate: bool = False
    ) -> tuple[Page, ...]:
        """The document on a roll. Raises PrintUnknown, SaleUnknown, RefundUnknown,
        ZReportUnknown."""
        facts = self._desk.settings.facts
        labels = labels_for(facts.language)
        roll: ReceiptWidth = "58" if width == _NARROW else "80"
        if kind == RECEIPT:
            return receipt_pages(self._receipt(number), facts, labels, roll, duplicate=duplicate)
        if kind == GIFT:
            from app.services.documents.receipt_gift import gift_pages

            return gift_pages(self._receipt(number), facts, labels, float(width))
        if kind == REFUND:
            from app.services.documents.refund_slip import refund_pages

            done = self._refund(number)
            return refund_pages(done, facts, labels, float(width), duplicate=duplicate)
        if kind == Z_REPORT:
            from app.services.documents.report import report_pages

            return report_pages(self._z_report(number), facts, roll, duplicate=duplicate)
        raise PrintUnknown(number)

    def _z_report(self, text: str) -> ZReport:
        """`A0-Z7` as people write it. Raises ZReportUnknown."""
        prefix, _, number = text.strip().upper().partition("-Z")
        till = read_receipt_number(f"{prefix}-1")
        plain = number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER
        if till is None or not plain:
            raise ZReportUnknown(text.strip()[:40])
        return self._z_numbered(int(number), till[0])
