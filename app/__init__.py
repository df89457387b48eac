"""Regulars: membership and cashier program for small shops."""
