"""Lines in and lines out: a person at a prompt, or a script in a pipe."""

from __future__ import annotations

import contextlib
import shutil
import textwrap
from dataclasses import dataclass, field
from typing import TextIO

SCROLLED_AWAY = 60
"""Blank lines that push the last player's secrets off any usual screen."""

_STEERING = (*range(9), *range(11, 32), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""What can move a cursor, name a window or turn the direction of writing; a tab and a line's end may stay."""
_HARMLESS = {code: f"\\u{code:04x}" for code in _STEERING}


class EndOfInput(Exception):
    """Nobody will type anything more."""


@dataclass
class Lines:
    """Where commands come from and where the game is told."""

    source: TextIO
    out: TextIO
    live: bool = False
    """Whether a person sits at a terminal: then lines are edited, wrapped, and not echoed."""
    waiting: list[str] = field(default_factory=list)
    """Lines handed back, to be read again."""

    def __post_init__(self) -> None:
        if self.live:
            with contextlib.suppress(ImportError):  # line editing is a comfort; not every system has it
                import readline  # noqa: F401, PLC0415

    def ask(self, prompt: str) -> str:
        """The next line without its comment; a line that is all comment is passed over.

        Raises `EndOfInput` when there is none.
        """
        while True:
            line = self.waiting.pop() if self.waiting else self._read(prompt)
            kept = line.partition("#")[0].strip()
            if kept or not line.strip():
                return kept

    def hand_back(self, line: str) -> None:
        """Let the next `ask` return this line."""
        self.waiting.append(line)

    def say(self, *lines: str) -> None:
        """Print lines; what a pack or a record says can never steer the terminal."""
        for line in lines:
            text = harmless(line)
            print(self._wrapped(text) if self.live else text, file=self.out)
        self.out.flush()

    def scroll_away(self) -> None:
        """Push what was shown off the screen."""
        rows = shutil.get_terminal_size().lines if self.live else 0
        print("\n" * max(rows, SCROLLED_AWAY), file=self.out)
        self.out.flush()

    def _read(self, prompt: str) -> str:
        if self.live:
            try:
                return input(prompt)
            except EOFError:
                self.say("")
                raise EndOfInput from None
        text = self.source.readline()
        if not text:
            raise EndOfInput
        line = text.rstrip("\r\n")
        if not line.lstrip().startswith("#"):
            self.say(f"{prompt}{line}".rstrip())
        return line

    def _wrapped(self, text: str) -> str:
        width = max(20, shutil.get_terminal_size().columns)
        indent = text[: len(text) - len(text.lstrip())]
        folded = textwrap.wrap(
            text, width, subsequent_indent=f"{indent}  ", break_long_words=False, break_on_hyphens=False
        )
        return "\n".join(folded) or text


def harmless(text: str) -> str:
    """A text with its control characters made visible."""
    return text.translate(_HARMLESS)
