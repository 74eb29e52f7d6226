"""Idle: what a pack defines and no game can ever use."""

from __future__ import annotations

from collections.abc import Iterator

from .faults import Finding, KeyPath, quoted
from .formula import cells
from .model import Pack
from .names import Names
from .spelling import did_you_mean
from .unmet import unmet
from .uses import formulas, uses


def idle(names: Names) -> Iterator[Finding]:
    """Provisions, tracks, fora, clauses and words that nothing meets, reads, changes or asks."""
    read, changed = _read_and_changed(names)
    yield from unmet(names, read)
    yield from _tracks(names, read, changed)
    yield from _fora(names)
    yield from _texts(names.pack)


def _read_and_changed(names: Names) -> tuple[set[str], set[str]]:
    """Tracks and provisions by id: those some expression reads, and tracks some effect changes."""
    read, changed = {names.pack.header.play.capital}, {names.pack.header.play.capital}
    if (agreements := names.pack.header.agreements) is not None:
        named = (agreements.trust, agreements.verification, agreements.light, agreements.turnover)
        read.update(track for track in named if track is not None)
        changed.update(track for track in (agreements.trust, agreements.alarm) if track is not None)
    for use in uses(names):
        found = changed if use.wants == "track" else read
        for formula in formulas(use, names):
            found.update(label.partition("[")[0] for label in cells(formula))
    return read, changed


def _tracks(names: Names, read: set[str], changed: set[str]) -> Iterator[Finding]:
    for id_, track in names.pack.track.items():
        path: KeyPath = ("track", id_)
        if id_ not in read:
            yield Finding(
                path, "No condition, amount or score reads this track.", "Let something depend on it, or delete it."
            )
        if id_ not in changed and track.derived is None:
            yield Finding(path, "Nothing ever changes this track.", "Let an effect change it, or delete it.")


def _fora(names: Names) -> Iterator[Finding]:
    pack = names.pack
    asked = {provision.keeper for provision in names.provisions.values()}
    asked |= {move.forum for move in pack.move.values()}
    asked |= {way.forum for machine in pack.machine.values() for way in machine.transition}
    asked |= {way.forum for provision in names.provisions.values() for way in provision.transition}
    asked |= {role.ratifies for role in pack.role.values()}
    asked |= {id_ for id_, forum in pack.forum.items() if forum.texts != "none"}
    for id_, forum in pack.forum.items():
        for index, family in enumerate(forum.competence):
            if family not in names.families:
                remedy = did_you_mean(family, names.families) or f"The families are: {', '.join(names.families)}."
                path = ("forum", id_, "competence", index)
                yield Finding(path, f"No instrument is of the family {quoted(family)}.", remedy)
        if id_ not in asked:
            remedy = "Let a move, a transition or a `keeper` name it, give it `texts`, or delete it."
            yield Finding(("forum", id_), "This forum is competent for nothing: nobody is ever sent to it.", remedy)


def _texts(pack: Pack) -> Iterator[Finding]:
    open_fora = [id_ for id_, forum in pack.forum.items() if forum.texts != "none"]
    for id_, clause in pack.clause.items():
        if not clause.by:
            yield Finding(("clause", id_, "by"), "Nobody can ever owe this.", "Name a role, or delete the clause.")
        elif not any(role in pack.forum[forum].members for forum in clause.fora or open_fora for role in clause.by):
            what = "Nobody who could owe this sits where it could be written."
            yield Finding(("clause", id_, "by"), what, "Name a member, or give it other `fora`.")
        if not (clause.move or clause.effects or clause.done or clause.holds):
            what = "Nothing says what doing this is."
            yield Finding(("clause", id_), what, "Add a `move`, `effects`, or a condition `done` or `holds`.")
    for id_, word in pack.word.items():
        if len(word.readings) < 2:
            what = "A word that is read in one way leaves nothing open."
            yield Finding(("word", id_, "readings"), what, "Add a second reading, or delete the word.")
        if not any(clause.word == id_ for clause in pack.clause.values()):
            yield Finding(("word", id_), "No clause has this word.", "Name it in a clause, or delete it.")
