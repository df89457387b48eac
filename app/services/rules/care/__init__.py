"""What is looked after between visits: when it is due, and how it stands. Pure."""
