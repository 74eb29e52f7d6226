"""Entry: from the words of a command line to an exit code, whatever happens on the way."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Sequence

from tabletop import ENGINE

OK, BAD, UNUSABLE, BROKEN, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes: done; a check that failed; input that cannot be used; a fault of the program; stopped by Ctrl-C."""


def main() -> None:
    """The installed command: never a traceback, even for what nobody foresaw."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for some, it reads every installed package
    gc.disable()  # what is made while the program starts stays; the app collects again once it is painted
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:  # the last resort: a player is owed a sentence, and the makers a report
        from .report import write_report  # noqa: PLC0415

        code = _tell([write_report(error)], BROKEN)
    sys.exit(code)


def run(argv: Sequence[str]) -> int:
    """Carry out a command line and give back its exit code; only what nobody foresaw is raised."""
    _prepare_streams()
    try:
        code = _command(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _close_quietly()
        return OK
    except KeyboardInterrupt:
        return _tell(["Stopped. No game was open; nothing is lost."], INTERRUPTED)
    except Exception as error:
        from .refusals import sentences  # noqa: PLC0415

        told = sentences(error)
        if told is None:
            raise
        if isinstance(error, OSError):
            _close_quietly()
        return _tell(told, UNUSABLE)
    return code


def _command(argv: Sequence[str]) -> int:
    if list(argv) == ["--version"]:  # asked by scripts and installers, so it does not even wait for click
        print(f"tabletop {ENGINE}")
        return OK
    import click  # noqa: PLC0415

    from .commands import tabletop  # noqa: PLC0415

    try:
        with tabletop.make_context("tabletop", list(argv)) as context:
            code = tabletop.invoke(context)
    except click.exceptions.Exit as done:  # what --help and --version end with
        return done.exit_code
    return code if isinstance(code, int) else OK


def _tell(lines: Sequence[str], code: int) -> int:
    with contextlib.suppress(BrokenPipeError, ValueError):  # when nobody is listening
        for line in lines:
            print(line, file=sys.stderr)
    return code


def _prepare_streams() -> None:
    """A letter that a terminal cannot show, or that a script mangled, must not end a game."""
    # A stream that was closed before the program began is none at all.
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _close_quietly() -> None:
    """Whoever read the output has gone; Python must not complain of it while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
