"""Insight: where every member stands, and what to do about it."""
