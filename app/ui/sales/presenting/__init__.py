"""The behaviour of the sales screen, without Qt."""
