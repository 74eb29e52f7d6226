"""Saved games: written, read, recovered, replayed and branched."""
