"""The command line: one thin command for each use."""

from .entry import main, run

__all__ = ["main", "run"]
