"""The shop compass in the window."""
