"""Many games: random play, and what it finds out about a pack."""
