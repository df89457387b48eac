"""The behaviour of a return, without Qt."""
