"""The shelf on the command line: saved games listed, and found by what somebody types."""
# ruff: noqa: PLC0415  a record is found by its name alone; what reads records is imported to list them, or to refuse

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.pack.spelling import did_you_mean
from tabletop.record.glance import nobody_plays
from tabletop.record.shelf import saves_folder

if TYPE_CHECKING:
    from tabletop.record.saved import Saved


def record_named(word: str) -> Path:
    """A record by its path, or by its name among the saved games, with or without its ending."""
    folder = saves_folder()
    for path in (Path(word).expanduser(), folder / word, folder / f"{word}.jsonl"):
        if _is_there(path):
            return path
    names = [path.stem for path in sorted(folder.glob("*.jsonl"))] if folder.is_dir() else []
    from tabletop.record.format import RecordError

    remedy = did_you_mean(Path(word).stem, names) or f"`tabletop saves` lists what is in {folder}."
    raise RecordError(f"There is no record {word!r}, here or among the saved games. {remedy}")


def last_record() -> Path:
    """The game that somebody played last; those that were only watched are passed over."""
    folder = saves_folder()
    paths = sorted(folder.glob("*.jsonl"), key=lambda path: -path.stat().st_mtime) if folder.is_dir() else []
    last = next((path for path in paths if not nobody_plays(path)), None)
    if last is None:
        from tabletop.record.format import RecordError

        raise RecordError(f"No game is saved in {folder} yet. Begin one with `tabletop play SCENARIO --as ROLE`.")
    return last


def list_saves() -> int:
    """Every saved game, the newest first."""
    from tabletop.plain.lines import harmless
    from tabletop.record.saved import saved_games

    folder = saves_folder()
    games = saved_games(folder)
    print(f"{len(games)} saved in {folder}" if games else f"No game is saved in {folder} yet.")
    for saved in games:
        print(harmless(_line(saved)))
    return 0


def _line(saved: Saved) -> str:
    header, record = saved.header, saved.record
    if header is None or record is None:
        return f"{saved.path.name}: cannot be opened. {saved.fault}"
    last = record.entries[-1] if record.entries else None
    where = "over" if last is not None and last.phase == "over" else f"turn {last.turn if last else 1}"
    parent = f", branched from {header.parent.record} at entry {header.parent.entry}" if header.parent else ""
    played = (
        "a line of play that was watched"
        if header.watched_line
        else f"played by {', '.join(header.people) or 'nobody (doctrines only)'}"
    )
    return (
        f"{saved.path.name}: {header.scenario_title}, {played}, {where}, "
        f"seed {header.seed}, {'with dice, ' if header.dice else ''}"
        f"{saved.changed:%Y-%m-%d %H:%M}{parent}"
    )


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
