"""Illegal orders: what the rules answer to orders that cannot be sealed."""


class IllegalOrder(Exception):
    """An order that cannot be sealed, as a sentence with what would mend it."""
