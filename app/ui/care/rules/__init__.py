"""The rules by which follow-ups make themselves."""
