"""Armistice Table: a role-play of the Korean peace process for the terminal."""

ENGINE = "0.1.0"
"""Version of the program, written into every record."""
