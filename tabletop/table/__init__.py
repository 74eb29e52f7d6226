"""A game being played: commands in, events out, no input or output of its own."""
