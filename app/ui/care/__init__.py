"""What is looked after between visits."""
