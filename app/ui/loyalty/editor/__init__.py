"""The editor of a scheme: its parts as forms, and a basket priced as one edits."""
