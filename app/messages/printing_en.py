"""The messages about printers and the camera in English."""

SENTENCES = {
    "PrinterFault": "the printer {printer} {reason}.",
    "NoReceiptPrinter": "this till has no {field} yet; choose it in Settings, Printer.",
    "LabelTooWide": (
        "labels are {label_mm} mm wide and the receipt printer prints {printed_mm} mm;"
        " choose a narrower roll."
    ),
    "PrintUnknown": "there is no document {number} to print; check its number.",
    "CameraFault": "camera {camera} {reason}.",
    "CameraNotReady": "scanning by camera {reason}.",
}
REASONS = {
    "camera_missing": (
        "does not answer; plug it in, close any other program that uses it, and try again"
    ),
    "camera_busy": "sends no picture; close the other program that uses it, and try again",
    "camera_gone": "stopped; plug it in again, and switch it on again with its key",
    "camera_off": "is off; switch it on in Settings, Scanner",
    "camera_extra": "needs an extra part; install it with `python3 dev.py camera` and start again",
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
