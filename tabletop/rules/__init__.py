"""What the law says: a pack compiled, positions, verdicts and the turn. Pure."""
