"""Output: where a story or an answer is told, folded for a person, line by line as it is for a pipe."""

from __future__ import annotations

import sys

from tabletop.plain.lines import Lines


def desk() -> Lines:
    """The prompt and the lines of somebody who plays."""
    return Lines(sys.stdin, sys.stdout, live=sys.stdin.isatty() and sys.stdout.isatty())


def page() -> Lines:
    """The lines of somebody who only reads."""
    return Lines(sys.stdin, sys.stdout, live=sys.stdout.isatty())
