"""Members, products and sales from a file: looked at, matched, checked, then taken in."""
