"""A report of a fault nobody foresaw: for the makers, so that the player is spared it."""

from __future__ import annotations

import platform
import sys
import tempfile
import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_log_path

from tabletop import ENGINE


def write_report(error: Exception) -> str:
    """Write down what happened, and the sentence that says where."""
    name = f"tabletop-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    text = "\n".join([
        f"tabletop {ENGINE}, Python {platform.python_version()}, {platform.platform()}",
        f"command: {sys.argv[1:]!r}",
        "",
        *traceback.format_exception(error),
    ])  # fmt: skip
    for folder in (user_log_path("armistice-tabletop", appauthor=False), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", errors="replace")
        except OSError:
            continue
        return f"The program has a fault ({type(error).__name__}). What was sealed is saved; a report for its makers is in {folder / name}."
    return f"The program has a fault ({type(error).__name__}: {error}). What was sealed is saved; no report could be written."
