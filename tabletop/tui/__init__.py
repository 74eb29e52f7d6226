"""The Textual app: the table on a terminal."""
