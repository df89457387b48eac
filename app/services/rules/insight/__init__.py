"""Where members stand, reckoned from what they bought: groups, stages and forecasts. Pure.

Statistics use floats; no amount that anybody pays ever comes from here.
"""
