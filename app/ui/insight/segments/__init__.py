"""Segments: members by what they are and did."""
