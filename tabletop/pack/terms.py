"""The building blocks every pack table is made of: ids, texts, expressions and strict models.

Nothing here knows about Korea. A field typed `Condition` or `Amount` holds one line of the
expression language (see `expressions.py`); it is checked against the pack's names at load time.
"""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
"""Ids are kebab-case words a teacher would type: `nuclear-test`, `un-2375`."""

REFERENCE_PATTERN = r"^[a-z0-9-]+(\.[a-z0-9-]+)?$"
CODE_PATTERN = r"^[A-Z][0-9]{1,2}$"

T = TypeVar("T")

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
Reference = Annotated[str, Field(pattern=REFERENCE_PATTERN, max_length=121)]
"""`provision` within an instrument is named `instrument.provision`."""

LINE_PATTERN = r"^[^\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]*$"
"""One line: no line break, no control character, and nothing that turns the direction of what follows."""

Title = Annotated[str, Field(pattern=LINE_PATTERN, min_length=1, max_length=120)]
Prose = Annotated[str, Field(min_length=1, max_length=2_000)]
Condition = Annotated[str, Field(min_length=1, max_length=1_000)]
"""An expression that is true or false."""

Code = Annotated[str, Field(pattern=CODE_PATTERN)]
"""A short name to be called by: `S13`, `D1`."""
ActKey = Annotated[str, Field(min_length=1, max_length=300)]
"""An act in one word: `rok/reopen-kaesong@dprk:inspected`."""

MOST = 1_000_000
Whole = Annotated[int, Field(strict=True, ge=-MOST, le=MOST)]
"""A number of the game: whole, and small enough that a thousand of them still add up exactly anywhere."""

Amount = Whole | Annotated[str, Field(min_length=1, max_length=1_000)]
"""A whole number, or an expression that gives one."""

Many = Annotated[tuple[T, ...], Field(strict=False, max_length=400)]
"""A TOML list, kept as a tuple so that a loaded pack cannot change."""


def _as_list(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Sources = Annotated[Many[Id], BeforeValidator(_as_list, json_schema_input_type=Id | Many[Id])]
"""One key of `sources.toml`, or a list of them."""


class Table(BaseModel):
    """A TOML table: unknown keys are refused, types are never converted, nothing changes after loading."""

    # Built when first used: a pack is validated as a whole, so its tables need no validators of their own.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Need(Table):
    """Something that must be so before a move, or the step of a text, can be done."""

    when: Condition
    why: Prose
    """What is missing, as a sentence a player reads: "Yongbyon has no inspectors yet."."""
