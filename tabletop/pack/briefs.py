"""Briefs: what a role is told, as Markdown with a few lines of TOML in front."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .faults import Fault, Finding, quoted
from .spelling import did_you_mean
from .toml_text import parse_toml

FENCE = "+++"
_KEYS = ("role", "confidential_from")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")


@dataclass(frozen=True)
class BriefText:
    """One brief as read: where it belongs, its two parts, and what is wrong with it."""

    key: str
    """`role`, or `scenario/role`."""
    parts: dict[str, str]
    findings: tuple[Finding, ...] = ()


def brief_key(file: str) -> str:
    """The role a brief is for, told by its path: `briefs/us.md` is `us`, `briefs/quick/us.md` is `quick/us`."""
    return file.removeprefix("briefs/").removesuffix(".md")


def front_matter(text: str) -> str | None:
    """The lines between the two fences, or `None` if the text does not begin with any."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return None
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:index]) + "\n"
    return None


def read_brief(file: str, text: str) -> BriefText | Fault:
    """Split a brief into its public part and the part for its role's own eyes."""
    front = front_matter(text)
    if front is None:
        return Fault(
            file,
            1,
            1,
            (),
            "The brief does not begin with its role.",
            f'Begin with {FENCE}, `role = "..."` and {FENCE}, each on its own line.',
        )
    settings = parse_toml(file, front, first_line=2)
    if isinstance(settings, Fault):
        return settings
    key = brief_key(file)
    heading = settings.get("confidential_from")
    body = text.split("\n")[front.count("\n") + 2 :]
    split = _line_of_heading(body, heading) if isinstance(heading, str) else len(body)
    findings = [*_setting_findings(key, settings)]
    if split is None:
        findings.append(
            Finding(
                ("brief", key, "confidential_from"),
                f"The brief has no heading {quoted(str(heading))}.",
                "Write the heading, or name the one at which the confidential part begins.",
            )
        )
    parts = {"public": "\n".join(body[:split]).strip(), "confidential": "\n".join(body[split:]).strip()}
    return BriefText(key, parts, tuple(findings))


def _setting_findings(key: str, settings: dict[str, Any]) -> list[Finding]:
    """What is wrong with the lines in front."""
    path = ("brief", key)
    findings = [
        Finding(
            (*path, name),
            f"There is no key {quoted(name)} here.",
            did_you_mean(name, _KEYS) or "A brief has `role` and `confidential_from`.",
            at="key",
        )
        for name in settings
        if name not in _KEYS
    ]
    role = key.rpartition("/")[2]
    if "role" not in settings:
        findings.append(Finding(path, "The key `role` is missing.", f'Add `role = "{role}"`.'))
    elif settings["role"] != role:
        findings.append(
            Finding(
                (*path, "role"),
                f"The file's name says that this brief is for {quoted(role)}.",
                "Let the file's name and `role` agree.",
            )
        )
    if not isinstance(settings.get("confidential_from", ""), str):
        findings.append(Finding((*path, "confidential_from"), "A heading is wanted here.", "Write its text in quotes."))
    return findings


def _line_of_heading(lines: list[str], heading: str) -> int | None:
    for index, line in enumerate(lines):
        found = _HEADING.fullmatch(line.rstrip())
        if found is not None and found.group(1) == heading.strip():
            return index
    return None
