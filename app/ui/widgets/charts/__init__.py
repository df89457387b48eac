"""Charts that are painted here: keyboard reachable, read aloud, never without an axis."""
