"""A screen as a grid of plain text, and a snapshot of it that anyone can read in a diff.

The cells come from Textual's own SVG export, which is public; each piece of text says its line and column.
Run with `UPDATE_GRIDS=1` to write the snapshots anew.
"""

from __future__ import annotations

import html
import os
import re
from pathlib import Path

from rich.cells import cell_len
from textual.app import App

FOLDER = Path(__file__).parent / "grids"
CELL = 12.2
"""Width of a cell in the export."""
_PIECE = re.compile(
    r'<text class="[^"]*" x="([\d.]+)" y="[\d.]+" textLength="[^"]*" clip-path="url\(#[^)]*-line-(\d+)\)">([^<]*)</text>'
)


def grid(app: App[object]) -> list[str]:
    """The lines of the screen as it stands."""
    width, height = app.size
    lines = [""] * height
    for x, line, text in sorted(
        ((float(x), int(line), text) for x, line, text in _PIECE.findall(app.export_screenshot()))
    ):
        if line < height:
            column = round(x / CELL)
            lines[line] += " " * (column - cell_len(lines[line])) + html.unescape(text).replace("\xa0", " ")
    assert all(cell_len(line) <= width for line in lines), "A line is wider than the screen."
    return [line.rstrip() for line in lines]


def same_as_before(app: App[object], name: str) -> None:
    """Fail if the screen is not what the snapshot says."""
    now = "\n".join(grid(app)) + "\n"
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_GRIDS") or not path.exists():
        FOLDER.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
        assert os.environ.get("UPDATE_GRIDS"), f"There was no snapshot {path.name}; it is written now. Look at it."
        return
    before = path.read_text(encoding="utf-8")
    assert now == before, f"{path.name} differs; look at both, then run with UPDATE_GRIDS=1 if the new one is right."
