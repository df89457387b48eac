"""Follow-ups, day by day."""
