"""The sentences that explain a price, one file per language."""
