"""Text fitting: what a pack says of agreements agrees with its tracks, roles, fora and doctrines."""

from __future__ import annotations

from collections.abc import Iterator

from .clause_fitting import check_clause, not_offered
from .clauses import Agreements, Word
from .doctrines import Doctrine
from .expressions import Scope
from .faults import Finding, KeyPath, quoted
from .fora import Forum
from .model import Pack
from .names import Names, track_label
from .roles import Role
from .syntax import ExpressionFault
from .template_fitting import check_template
from .uses import read_track

LAST_TURN = 100
"""The highest number that a turn can have."""


def check_texts(names: Names) -> Iterator[Finding]:
    """What exists and still does not fit."""
    pack = names.pack
    agreements = pack.header.agreements
    if agreements is None:
        yield from _without_agreements(pack)
        return
    yield from _agreements(pack, agreements)
    for id_, role in pack.role.items():
        yield from _role(names, id_, role)
    for id_, forum in pack.forum.items():
        yield from _forum(("forum", id_), forum)
    for id_, clause in pack.clause.items():
        yield from check_clause(names, ("clause", id_), clause)
    for id_, template in pack.template.items():
        yield from check_template(names, ("template", id_), template, agreements)
    for id_, word in pack.word.items():
        yield from _word(("word", id_), word)
    for id_, doctrine in pack.doctrine.items():
        yield from _doctrine(pack, ("doctrine", id_), doctrine)


def _without_agreements(pack: Pack) -> Iterator[Finding]:
    """One finding is enough: one table mends it all."""
    in_need: list[KeyPath] = [("clause", id_) for id_ in pack.clause]
    in_need += [("template", id_) for id_ in pack.template]
    in_need += [("word", id_) for id_ in pack.word]
    in_need += [("forum", id_, "texts") for id_, forum in pack.forum.items() if forum.texts != "none"]
    if in_need:
        what = "The pack does not say how texts work, so nobody can sign one."
        yield Finding(in_need[0], what, "Add `[agreements]` to pack.toml.", at="key")


def _agreements(pack: Pack, agreements: Agreements) -> Iterator[Finding]:
    for key, id_, per in (
        ("trust", agreements.trust, "pair"),
        ("alarm", agreements.alarm, "table"),
        ("verification", agreements.verification, "table"),
        ("light", agreements.light, "role"),
        ("turnover", agreements.turnover, "role"),
    ):
        path: KeyPath = ("header", "agreements", key)
        if id_ is None:
            continue
        track = pack.track[id_]
        if track.per != per:
            counted = {"pair": "between each two roles", "role": "for each role", "table": "once, for the table"}[per]
            yield Finding(path, f"What is named here must be counted {counted}.", f'Name a track with `per = "{per}"`.')
        elif track.derived is not None and key in ("trust", "alarm"):
            remedy = "Name a track that is not derived."
            yield Finding(path, f"{quoted(id_)} is derived, and no text could move it.", remedy)
        elif key == "turnover" and (track.range[0] > 0 or track.range[1] < LAST_TURN):
            what = "What is named here holds the number of a turn, or 0."
            yield Finding(path, what, f"Name a track with `range = [0, {LAST_TURN}]`.")
        elif key == "verification" and track.range != (0, 3):
            what = "Verification runs from 0, not at all, to 3, anywhere."
            yield Finding(path, what, "Name a track with `range = [0, 3]`.")


def _role(names: Names, id_: str, role: Role) -> Iterator[Finding]:
    if role.home is not None:
        try:
            label = read_track(role.home, names, Scope())
        except ExpressionFault:
            label = None  # told with the other expressions, at its place in the text
        track = role.home.partition("[")[0].strip()
        own = {"table": track, "role": track_label(track, (id_,), names.roles)}.get(names.track(track).per)
        if own is None:
            what = f"{quoted(track)} is a relation, and nobody's standing at home."
            yield Finding(("role", id_, "home"), what, "Name a track of the table, or one for each role.")
        elif label is not None and role.home != own:
            yield Finding(("role", id_, "home"), "This is not its own standing at home.", f'Write `home = "{own}"`.')
    if role.ratifies is not None and (rule := names.pack.forum[role.ratifies].rule) != "home":
        what = f"{role.ratifies} decides by {rule}; what ratifies is a body at home."
        yield Finding(("role", id_, "ratifies"), what, 'Name a forum with `rule = "home"`.')
    agreements = names.pack.header.agreements
    if role.elections and agreements is not None and agreements.turnover is None:
        what = "Nothing says when another administration takes over."
        yield Finding(
            ("role", id_, "elections"), what, "Add `turnover = ...` to `[agreements]`, or delete it.", at="key"
        )
    elif role.elections and role.ratifies is None:
        what = "Nobody passes texts here, so none could outlast an administration."
        yield Finding(("role", id_, "elections"), what, "Add `ratifies = ...`, or delete it.", at="key")


def _forum(path: KeyPath, forum: Forum) -> Iterator[Finding]:
    if forum.deniable and forum.texts != "any":
        what = "Where drafts are only sounded out, any two members may write one."
        yield Finding((*path, "deniable"), what, 'Write `texts = "any"`.', at="key")
    if forum.texts == "any" and len(forum.members) < 2:
        yield Finding((*path, "texts"), "It takes two members to sign a text here.", 'Write `texts = "one"`.')
    for key, given in (("cost", forum.cost != 0), ("prepared", forum.prepared is not None)):
        if given and forum.texts == "none":
            what = f"No texts are written here, so nothing reads `{key}`."
            yield Finding((*path, key), what, "Delete it, or add `texts = ...`.", at="key")


def _word(path: KeyPath, word: Word) -> Iterator[Finding]:
    ids = [reading.id for reading in word.readings]
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            what = f"The reading {quoted(id_)} is named twice."
            yield Finding((*path, "readings", index, "id"), what, "Give one of the two another id.")


def _doctrine(pack: Pack, path: KeyPath, doctrine: Doctrine) -> Iterator[Finding]:
    for index, worth in enumerate(doctrine.worth):
        here = (*path, "worth", index)
        clause = pack.clause[worth.clause]
        if worth.by is not None:
            yield from not_offered((*here, "by"), "owner", worth.by, clause.by, worth.clause)
        if worth.choice is not None:
            yield from not_offered((*here, "choice"), "choice", worth.choice, clause.choices, worth.clause)
    for index, tabling in enumerate(doctrine.tabling):
        template = pack.template[tabling.template]
        if doctrine.role not in (*template.parties, template.broker):
            what = f"{quoted(doctrine.role)} has no hand in this text."
            remedy = f"Its parties are: {', '.join(template.parties)}."
            yield Finding((*path, "tabling", index, "template"), what, remedy)
    for index, conduct in enumerate(doctrine.conduct):
        for place, id_ in enumerate(conduct.clauses):
            here = (*path, "conduct", index, "clauses", place)
            clause = pack.clause[id_]
            if doctrine.role not in clause.by:
                remedy = f"It is owed by: {', '.join(clause.by)}."
                yield Finding(here, f"{quoted(doctrine.role)} never owes {id_}.", remedy)
            elif conduct.does == "feign" and not clause.feign:
                remedy = "Give it `feign = true`, or write a rule that withholds it."
                yield Finding(here, f"{id_} cannot be reported falsely.", remedy)
