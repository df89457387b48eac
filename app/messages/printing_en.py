"""The messages about printers in English."""

SENTENCES = {
    "PrinterFault": "the printer {printer} {reason}.",
    "NoReceiptPrinter": "this till has no {field} yet; choose it in Settings, Printer.",
    "LabelTooWide": (
        "labels are {label_mm} mm wide and the receipt printer prints {printed_mm} mm;"
        " choose a narrower roll."
    ),
    "PrintUnknown": "there is no document {number} to print; check its number.",
}
REASONS = {
    "not_there": "is not there; choose another one",
    "not_an_address": "is no address; write it like 192.168.1.50:9100",
    "printer_off": "does not answer; switch it on and check its cable",
    "printer_missing": "is not there; check its name or path in Settings, Printer",
    "printer_denied": "may not be used by this user; ask whoever looks after the PC",
    "printer_address": "has no address that can be used; write it like 192.168.1.50:9100",
    "paper_out": "is out of paper; put in a new roll",
    "cover_open": "is open; close its cover",
    "printer_error": "reports a fault; switch it off and on again",
    "printer_stopped": "broke off half way; check its cable",
    "printer_unsure": "did not say that it has printed; look at the paper before printing again",
    "print_interrupted": "may have printed this before the program stopped; look at the paper",
    "print_gone": "cannot be printed any more; drop it",
    "print_old": "was off on the day of this print; print it only if it is still wanted",
}
FIELDS = {
    "display_pictures": "folder of pictures",
    "display_pay_code": "picture of the pay code",
    "printer": "receipt printer",
    "drawer": "cash drawer",
    "printer_address": "address of the printer",
}
