"""Regulars: membership and cashier program for small shops."""

__version__ = "0.1.0"
