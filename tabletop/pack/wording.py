"""Wording: what the models refuse, told in words for somebody who does not program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from itertools import islice
from typing import TYPE_CHECKING, Any

from .faults import Finding, KeyPath, quoted
from .limits import MAX_FAULTS
from .schema import described, keys_at, wanted_at, words_at
from .spelling import did_you_mean, nearest
from .terms import CODE_PATTERN, ID_PATTERN, LINE_PATTERN, REFERENCE_PATTERN

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails


def findings_of(error: ValidationError, data: dict[str, Any]) -> Iterator[Finding]:
    """Every fault the models found in the tables, one for each place."""
    by_place: dict[KeyPath, list[ErrorDetails]] = {}
    for details in islice(error.errors(include_url=False, include_context=True), 4 * MAX_FAULTS):
        by_place.setdefault(_place(details, data), []).append(details)
    with_faults_inside = {path[:depth] for path in by_place for depth in range(len(path))}
    misspelt = {
        (*path[:-1], meant)
        for path, several in by_place.items()
        if several[0]["type"] == "extra_forbidden" and (meant := nearest(str(path[-1]), keys_at(path[:-1]))) is not None
    }
    for path, several in by_place.items():
        # One alternative failed as a whole, the other in an entry: the entry is what to mend.
        whole = all(map(_is_about_type, several)) and path in with_faults_inside
        if not whole and path not in misspelt:
            yield _finding(path, several)


def _place(details: ErrorDetails, data: object) -> KeyPath:
    """Where an error stands in the tables, without the steps that only the models have."""
    path: list[str | int] = []
    location = details["loc"]
    for index, part in enumerate(location):
        last = index == len(location) - 1
        content = dict(enumerate(data)) if isinstance(data, list) else data
        if isinstance(content, dict) and part in content:
            data = content[part]
        elif not (last and details["type"] == "missing"):
            continue
        path.append(part)
    while _is_about_type(details) and path and not wanted_at(tuple(path)):
        path.pop()
    return tuple(path)


def _finding(path: KeyPath, several: list[ErrorDetails]) -> Finding:
    # Among the alternatives of a place, the one of the right type says most.
    details = next((one for one in several if not _is_about_type(one)), several[0])
    kind, value, limits = details["type"], details["input"], details.get("ctx", {})
    if kind == "missing":
        return _missing(path)
    if kind == "extra_forbidden":
        return _unknown_key(path)
    if details["loc"][-1] == "[key]":
        what, remedy = _text(kind, value, limits)
        return Finding(path, what, remedy, at="key")
    if kind == "too_long" and "actual_length" in limits:
        what = f"This list has {limits['actual_length']} entries; {limits['max_length']} are allowed."
        return Finding(path, what, "Leave out what is too many.")
    if kind.startswith("string_") and kind != "string_type":
        return Finding(path, *_text(kind, value, limits))
    if kind in ("greater_than_equal", "less_than_equal"):
        return Finding(path, f"{shown(value).capitalize()} is out of range.", f"Write a whole number {_range(path)}.")
    return _wrong_kind(path, value)


def _is_about_type(details: ErrorDetails) -> bool:
    return details["type"].endswith("_type") or details["type"] == "literal_error"


def _missing(path: KeyPath) -> Finding:
    key = path[-1]
    if len(path) == 1:
        where = "a file scenarios/some-id.toml" if key == "scenario" else f"at least one table `[{key}.some-id]`"
        return Finding(path, f"The pack has no {key}.", f"Add {where}.")
    if isinstance(key, int):
        return Finding(path[:-1], "This list is too short.", f"Write {key + 1} entries, {described(path)} each.")
    return Finding(path, f"The key `{key}` is missing.", f"Add `{key} = ...`: {described(path)}.")


def _unknown_key(path: KeyPath) -> Finding:
    key, keys = str(path[-1]), keys_at(path[:-1])
    remedy = did_you_mean(key, keys)
    if not remedy and path[0] == "scenario" and len(path) == 3:
        remedy = "A scenario's file holds nothing else: put other tables into a file outside scenarios/."
    return Finding(
        path, f"There is no key {quoted(key)} here.", remedy or f"The keys are: {', '.join(keys)}.", at="key"
    )


def _text(kind: str, value: str, limits: dict[str, Any]) -> tuple[str, str]:
    """What is wrong with a text of the right type."""
    match kind:
        case "string_too_short":
            return "This text is empty.", "Write something, or leave the key out."
        case "string_too_long":
            most = limits["max_length"]
            return (
                f"This text has {len(value):,} characters; {most:,} are allowed.",
                f"Shorten it by {len(value) - most:,}.",
            )
        case "string_pattern_mismatch" if limits["pattern"] == ID_PATTERN:
            likely = "-".join(re.findall(r"[a-z0-9]+", value[:60].casefold()))
            example = f"`{likely}`" if likely else "`nuclear-test`"
            return f"{quoted(value)} is not an id.", f"Write small letters, digits and single hyphens: {example}."
        case "string_pattern_mismatch" if limits["pattern"] == REFERENCE_PATTERN:
            return f"{quoted(value)} is not a name of the pack.", "Write an id, or `instrument.provision`."
        case "string_pattern_mismatch" if limits["pattern"] == CODE_PATTERN:
            return f"{quoted(value)} is not a code.", "Write a capital letter and a number of one or two digits: S13."
        case "string_pattern_mismatch" if limits["pattern"] == LINE_PATTERN:
            what = "A line break or another mark that cannot be seen stands in this name."
            return what, "Write it on one line, in plain characters."
        case "string_pattern_mismatch":
            return f"{quoted(value)} cannot stand here.", "See docs/pack-format.md for how it is written."
        case _:
            return "This text cannot be used.", "Write it anew in plain characters."


def _range(path: KeyPath) -> str:
    node = next((node for node in wanted_at(path) if "minimum" in node or "maximum" in node), {})
    low, high = node.get("minimum"), node.get("maximum")
    if low is None:
        return f"up to {high}"
    return f"from {low} up" if high is None else f"from {low} to {high}"


def _wrong_kind(path: KeyPath, value: object) -> Finding:
    words = words_at(path)
    if words and isinstance(value, str):
        remedy = did_you_mean(value, words) or f"Write {described(path)}."
        return Finding(path, f"{quoted(value)} is not one of the words for this key.", remedy)
    wanted = described(path)
    return Finding(path, f"This is {shown(value)}; {wanted} is wanted.", _conversion(value, wanted))


def _conversion(value: object, wanted: str) -> str:
    """How what was written becomes what is wanted."""
    if "a list" in wanted and isinstance(value, str):
        return f"Put it in brackets: [{quoted(value)}]."
    if "a table" in wanted and isinstance(value, list):
        return "Write one table: in braces, or under a header in single brackets."
    if "a list" in wanted and isinstance(value, dict):
        return "Write double brackets, as in `[[calendar]]`, or a list of braces."
    if wanted == "a whole number" and isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,7}", value):
        return f"Write it without quotes: {value}."
    if "a whole number" in wanted and isinstance(value, float):
        return "Round it: packs hold whole numbers only."
    if wanted == "true or false" and isinstance(value, str):
        return "Write true or false without quotes."
    if "in quotes" in wanted and "a whole number" not in wanted and isinstance(value, int | float):
        return "Put quotes around it."
    return f"Write {wanted}."


def shown(value: object) -> str:
    """A value from a file as a phrase, never longer than a line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() if abs(value) >= 10**12:
            return "a number of more than twelve digits"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {quoted(value)}"
        case list():
            return "a list" if value else "an empty list"
        case dict():
            return "a table"
        case date() | time():
            return f"the date or time {value}"
        case _:
            return "something else"
