"""What came of the hints at the till, and which are said."""
