"""Campaigns as rules: who may be asked, who is left out by lot, what is said, what it added.

Statistics of what has been: floats here, from which no amount is ever charged.
"""
