"""Ringing up a sale."""
