"""Receipt printers that take ESC/POS commands: what is sent, how, and what still waits.

`papers` makes the bytes of any roll that `services.documents` lays out, `transports` carries
them, `jobs` remembers what is to be printed, and `queue` prints it, away from the sale.
"""
