"""Speed of the screens over a real pseudo-terminal: `python bench/ui.py` (a smoke run with BENCH_QUICK=1).

Every figure is from bytes written to bytes read. The table is measured in turns with an empty Textual app,
so that a slow minute hits both. It is told three ways: its frame, with nothing in it yet but names; the table
filled; and the table answering a key that was typed the moment it was filled. Programs run from kept bytecode, as
they do once installed.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
QUICK = os.environ.get("BENCH_QUICK") == "1"
STARTS, KEYS = (3, 20) if QUICK else (9, 120)
COLUMNS, ROWS = 120, 36
SIGNS = re.compile("✓|◇|✗|⊘".encode())
DOWN, UP = b"\x1b[B", b"\x1b[A"


class Terminal:
    """A program on a pseudo-terminal of 120 columns and 36 rows."""

    def __init__(self, command: list[str], home: Path) -> None:
        here, there = pty.openpty()
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        environment = {**_environment(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdin=there, stdout=there, stderr=there, env=environment, start_new_session=True, close_fds=True
        )
        os.close(there)
        self.fd = here

    def until(self, *wanted: re.Pattern[bytes], seconds: float = 20) -> list[float]:
        """Seconds since the start at which each of these has come."""
        seen, times = b"", []
        for pattern in wanted:
            while not pattern.search(seen):
                seen += self._read(seconds)
            times.append(time.perf_counter() - self.started)
        return times

    def quiet(self, seconds: float = 0.4) -> None:
        """Read until nothing comes for a while."""
        while select.select([self.fd], [], [], seconds)[0]:
            os.read(self.fd, 65_536)

    def key_to_verdict(self, key: bytes) -> float:
        """Seconds from a key to a repaint that shows a level."""
        start = time.perf_counter()
        os.write(self.fd, key)
        seen = b""
        while not SIGNS.search(seen):
            seen += self._read(5)
        return time.perf_counter() - start

    def close(self) -> None:
        """End the program and give the terminal back."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.fd)

    def _read(self, seconds: float) -> bytes:
        if not select.select([self.fd], [], [], seconds)[0]:
            raise SystemExit(f"Nothing came for {seconds} seconds.")
        return os.read(self.fd, 65_536)


def main() -> None:
    tabletop = [sys.executable, "-m", "tabletop"]
    with TemporaryDirectory() as folder:
        home = Path(folder)
        record = home / "game.jsonl"
        _begin(record, home)
        table = [*tabletop, "resume", str(record)]
        version = [_seconds([*tabletop, "--version"], home) for _ in range(STARTS)]
        starts = [(_empty(home), *_table(table, home)) for _ in range(STARTS + 1)][1:]  # the first one warms the disk
        verdicts = _verdicts(table, home)
    empty, frame, filled, answered = map(list, zip(*starts, strict=True))
    _say("tabletop --version (aim: under 200 ms)", version)
    _say("first paint, empty Textual app", empty)
    _say("first paint, the table's frame at 120x36", frame)
    _ratio("frame / empty (aim: at most 2)", frame, empty)
    _say("the table filled", filled)
    _ratio("filled / empty", filled, empty)
    _say("the table filled and a first key answered", answered)
    _ratio("answered / empty", answered, empty)
    _say("cursor to verdict (aim: p95 at most 50 ms)", verdicts)


def _begin(record: Path, home: Path) -> None:
    """A saved game at its second turn, when the brief is read, and a warm cache."""
    script = (
        "import sys; from pathlib import Path; from tabletop.shell.starting import rulebook_for, seats_for; "
        "from tabletop.shell.session import start; book = rulebook_for('mar-a-lago-2017'); "
        "game = start(book, 'mar-a-lago-2017', 7, seats_for(book, 'mar-a-lago-2017', ['rok']), Path(sys.argv[1])); "
        "from tabletop.rules.orders import Orders; game.seal('rok', Orders()); game.open(); game.next()"
    )
    subprocess.run([sys.executable, "-c", script, str(record)], check=True, env=_environment(home))


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {"XDG_DATA_HOME": "data", "XDG_CACHE_HOME": "cache", "PYTHONPYCACHEPREFIX": "bytecode", "HOME": "."}
    return {**kept, **{name: str(home / place) for name, place in places.items()}}


def _seconds(command: list[str], home: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_environment(home))
    return time.perf_counter() - start


def _empty(home: Path) -> float:
    terminal = Terminal([sys.executable, str(HERE / "empty_app.py")], home)
    try:
        return terminal.until(re.compile(b"painted"))[0]
    finally:
        terminal.close()


def _table(command: list[str], home: Path) -> tuple[float, float, float]:
    terminal = Terminal(command, home)
    try:
        frame, _, filled = terminal.until(re.compile(b"Verdict"), SIGNS, re.compile(b"Capital"))
        os.write(terminal.fd, b"5")
        return frame, filled, *terminal.until(re.compile(rb"\[Inbox"))
    finally:
        terminal.close()


def _verdicts(command: list[str], home: Path) -> list[float]:
    terminal = Terminal(command, home)
    try:
        terminal.until(SIGNS)
        terminal.quiet(1)
        times = []
        for number in range(KEYS):
            times.append(terminal.key_to_verdict(DOWN if number // 15 % 2 == 0 else UP))
            terminal.quiet(0.1)
        return times
    finally:
        terminal.close()


def _say(name: str, seconds: list[float]) -> None:
    ms = sorted(1_000 * value for value in seconds)
    p95 = ms[min(len(ms) - 1, int(0.95 * len(ms)))]
    sys.stdout.write(f"{name:<44} p50 {statistics.median(ms):>7.1f}  p95 {p95:>7.1f} ms  (n={len(ms)})\n")


def _ratio(name: str, ours: list[float], theirs: list[float]) -> None:
    each = [one / other for one, other in zip(ours, theirs, strict=True)]
    sys.stdout.write(f"  {name:<42} {statistics.median(each):>8.2f} [{min(each):.2f} .. {max(each):.2f}]\n")


if __name__ == "__main__":
    main()
