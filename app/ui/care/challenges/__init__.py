"""Challenges, and who leads."""
