"""Table classes: columns and constraints as the newest migration leaves them, no behaviour."""
