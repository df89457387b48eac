"""The settings' behaviour that needs no Qt."""
