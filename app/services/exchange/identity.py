"""Ids that follow from a row itself, so that the same file again adds nothing."""

from uuid import UUID

IMPORTED = UUID("5f0e1c9a-7d5b-4a53-9a3e-2f1d6c0b8e47")
"""The name space of every id that an import makes (UUIDv5)."""
