"""How shop and till work."""
