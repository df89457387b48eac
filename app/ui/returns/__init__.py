"""Taking goods back: found, chosen, shown with every consequence, confirmed."""
