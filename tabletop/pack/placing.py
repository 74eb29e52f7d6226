"""Placing: findings about a pack's tables turned into faults with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from .briefs import front_matter
from .faults import Fault, Finding, KeyPath, dotted
from .limits import MAX_FAULTS
from .merge import Clash, Merged, Misplaced
from .places import Places, places


@dataclass(frozen=True)
class Placing:
    """The texts of a pack and what was merged from them; each text is searched for places at most once."""

    files: Mapping[str, str]
    merged: Merged
    _found: dict[str, Places] = field(default_factory=dict)

    def faults(self, findings: Iterable[Finding]) -> Iterator[Fault]:
        """The findings as faults. A pack with endless faults has them cut off, so that telling ends too."""
        for finding in islice(findings, MAX_FAULTS):
            file, path = self.merged.home(finding.path)
            yield self._fault(file, path, finding)

    def misplaced(self, things: Iterable[Misplaced]) -> Iterator[Fault]:
        """Tables and keys in a file that cannot hold them."""
        for thing in islice(things, MAX_FAULTS):
            yield self._fault(thing.file, thing.finding.path, thing.finding)

    def clashes(self, clashes: Iterable[Clash]) -> Iterator[Fault]:
        """Ids defined in two files, each told where it stands the second time."""
        for clash in islice(clashes, MAX_FAULTS):
            line, _ = self._in(clash.first_file).find(clash.path, "key")
            finding = Finding(
                clash.path,
                f"`{dotted(clash.path)}` is already defined at {clash.first_file}:{line}.",
                "Give one of the two another id, or delete it.",
                at="key",
            )
            yield self._fault(clash.second_file, clash.path, finding)

    def _fault(self, file: str, path: KeyPath, finding: Finding) -> Fault:
        found = self._in(file)
        path = found.written(path)
        line, column = found.find(path, finding.at, finding.offset)
        return Fault(file, line, column, path, finding.what, finding.remedy)

    def _in(self, file: str) -> Places:
        if file not in self._found:
            text = self.files.get(file, "")
            if file.endswith(".md"):
                # The lines in front of a brief begin below its first fence.
                text = "\n" + (front_matter(text) or "")
            self._found[file] = places(text)
        return self._found[file]
