"""Receipts and member cards: one value object in, pages of plain drawing out.

`receipt.py` and `card.py` lay out; `pdf.py` and `png.py` (and the window's own painter)
only draw. Everything is drawn from the primitives of `drawing.py`, in millimetres.
"""
