"""Members parted into groups: by recency and frequency, habit, stage and forecast."""
