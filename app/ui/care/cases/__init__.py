"""Complaints and other cases, until they are solved."""
