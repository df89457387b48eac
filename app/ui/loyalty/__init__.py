"""The section of loyalty: the scheme in force, and those a shop may choose."""
