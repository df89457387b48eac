"""Campaigns: who is asked to come, and what it added."""
