"""The loyalty section without Qt."""
