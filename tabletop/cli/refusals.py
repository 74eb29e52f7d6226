"""Refusals: errors that are sentences for people, and how they are said."""
# ruff: noqa: PLC0415  the modules that know an error are imported when one is told, never before

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from tabletop.plain.lines import harmless

if TYPE_CHECKING:
    import click

_OF_THE_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


class Unfit(Exception):
    """Something about the place this runs in does not fit, as a sentence with what would mend it."""


def sentences(error: Exception) -> list[str] | None:
    """What to tell a person about an error; `None` if it is a fault of the program."""
    from tabletop.pack.faults import PackError

    if isinstance(error, PackError):  # told before the modules that know the other errors are waited for
        return [harmless(_in_place(error.origin, str(fault))) for fault in error.faults]

    import click

    from tabletop.record.format import RecordError
    from tabletop.rules.illegal import IllegalOrder
    from tabletop.shell.meant import Unclear
    from tabletop.shell.starting import Unknown
    from tabletop.table.table import OutOfTurn

    match error:
        case RecordError() | IllegalOrder() | Unclear() | Unknown() | OutOfTurn() | Unfit():
            return [harmless(str(error))]
        case OSError() if error.errno in _OF_THE_DISK:
            return [
                harmless(
                    f"{error.filename or 'The output'} cannot be written: {error.strerror}. Make room, or choose another place."
                )
            ]
        case click.ClickException():
            return [harmless(error.format_message()), _usage(error)]
    return None


def _in_place(origin: str, fault: str) -> str:
    return f"{origin}: {fault}" if origin and not fault.startswith(f'"{origin}"') else fault


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "tabletop"
    return f"Type `{path} --help` for what it takes."
