"""Catalogue: a pack as one Markdown page — moves, law, fora, tracks, events, doctrines, endings, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from .catalogue_texts import text_parts, text_rules
from .fora import Forum
from .law import Instrument, Provision
from .markdown import code, entry, items, one_line, role_names, row, section, source_keys
from .model import Pack
from .moves import GROUPS, Move
from .roles import Actor
from .scenarios import Scenario


def page(pack: Pack) -> str:
    """The whole page, ending in a newline."""
    parts = (
        _opening, _roles, _scenarios, _moves, _law, _packages, _fora, text_parts, _tracks, _drifts, _events, _dilemmas,
        _doctrines, _endings, _sources,
    )  # fmt: skip
    text = "\n".join(chain.from_iterable(part(pack) for part in parts))
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"


def _opening(pack: Pack) -> Iterator[str]:
    header, play = pack.header, pack.header.play
    yield from (f"# {one_line(header.title)}", "", one_line(header.about), "")
    yield f"Version {one_line(header.version)}, licence {one_line(header.licence)}, format {header.format}."
    each = "one act" if play.actions == 1 else f"{play.actions} acts"
    yield (
        f"Each turn a role seals up to {each}, receives {_income(play.income)} of {one_line(pack.track[play.capital].name)} "
        f"and keeps up to {play.bank}."
    )
    yield from ("This page tells everything, hidden numbers and doctrines too: it is for authors and facilitators.", "")


def _income(income: int | str) -> str:
    return str(income) if isinstance(income, int) else code(income)


def _roles(pack: Pack) -> Iterator[str]:
    yield from section("Roles")
    for id_, role in pack.role.items():
        yield from entry(role.name, id_)
        yield from (one_line(f"{role.dilemma} {role.powers}"), "")
        aims = [
            f"- Aim{'' if aim.public else ' (its own)'}: {one_line(aim.name)}. {one_line(aim.says)}"
            for aim in pack.aim.values()
            if aim.role == id_
        ]
        yield from items([*_hats(role), *aims])
    for id_, desk in pack.desk.items():
        yield from entry(f"{desk.name} (desk)", id_)
        yield from (one_line(f"{desk.dilemma} {desk.powers}"), "")
        yield from items([*_hats(desk), *(["- It may broker texts between governments."] if desk.brokers else [])])


def _hats(actor: Actor) -> list[str]:
    return [f"- {one_line(hat.name)}: {one_line(hat.about)}" for hat in actor.hats.values()]


def _scenarios(pack: Pack) -> Iterator[str]:
    yield from section("Scenarios")
    for id_, scenario in pack.scenario.items():
        yield from entry(scenario.title, id_)
        yield from (one_line(scenario.about), "")
        yield f"{scenario.turns} turns from {one_line(scenario.turn_names[0])} to {one_line(scenario.turn_names[-1])}."
        yield ""
        yield from items(_dated(scenario))


def _dated(scenario: Scenario) -> Iterator[str]:
    yield from (f"- Goal: {one_line(goal)}" for goal in scenario.goals)
    yield from (f"- Turn {dated.turn}: {one_line(dated.name)}. {one_line(dated.says)}" for dated in scenario.calendar)
    for lesson in scenario.lesson:
        told = f", for {lesson.role}" if lesson.role is not None else ""
        yield f"- Lesson of turn {lesson.turn}{told}: {one_line(lesson.title)}. {one_line(lesson.says)}"


def _moves(pack: Pack) -> Iterator[str]:
    yield from section("Moves")
    for group, title in GROUPS.items():
        found = [(id_, move) for id_, move in pack.move.items() if move.group == group]
        if found:
            yield from (f"### {title}", "")
        for id_, move in found:
            yield f"- **{one_line(move.name)}** (`{id_}`). {one_line(move.about)} {_made(pack, move)}"
            yield from (f"  - Needs {code(need.when)}; otherwise: {one_line(need.why)}" for need in move.needs)
            if move.price is not None:
                yield f"  - Price: {one_line(move.price)}"
            yield f"  - Source: {source_keys(move.source)}" if move.source else "  - Source: none named"
        if found:
            yield ""


def _made(pack: Pack, move: Move) -> str:
    """Who makes a move, against whom, and who has to agree."""
    parts = [f"By {role_names(pack, move.by)}"]
    if move.targets:
        parts.append(f"towards {role_names(pack, move.targets)}")
    if move.choices:
        parts.append(f"about {', '.join(f'`{choice}`' for choice in move.choices)}")
    parts.append(f"cost {code(str(move.cost))}")
    if move.visibility != "open":
        parts.append("covert" if move.visibility == "covert" else "known to its target alone")
    if move.forum is not None:
        parts.append(f"decided by {one_line(pack.forum[move.forum].name)}")
    if move.partner:
        parts.append("if the other side agrees")
    if move.once:
        parts.append("once in a game")
    return "; ".join(parts) + "."


def _law(pack: Pack) -> Iterator[str]:
    if pack.instrument:
        yield from section("Law")
    for id_, instrument in pack.instrument.items():
        yield from entry(instrument.title, id_)
        yield from (f"{one_line(instrument.about)} Family: {instrument.family}.", "")
        for law, provision in instrument.provision.items():
            yield from _provision(pack, id_, instrument, law, provision)
        yield ""


def _provision(pack: Pack, text: str, instrument: Instrument, law: str, provision: Provision) -> Iterator[str]:
    machine = pack.machine[provision.machine]
    yield f"- **{one_line(provision.title)}** (`{text}.{law}`). {one_line(provision.says)}"
    yield f"  - Cited as: {one_line(provision.cite)}"
    binds = "everybody" if provision.binds == "all" else role_names(pack, provision.binds)
    yield f"  - {_LEVELS[provision.level]} Binds {binds}.{_kept(pack, provision)}"
    caught = [f"tag `{tag}`" for tag in provision.catches.tags] + [f"`{move}`" for move in provision.catches.moves]
    if caught:
        yield f"  - Catches: {', '.join(caught)}"
    states = [f"**{state}**" if state in machine.binding else state for state in machine.states]
    yield f"  - States (law in the bold ones): {', '.join(states)}"
    for scenario_id, scenario in pack.scenario.items():
        opened = scenario.opening.provisions.get(f"{text}.{law}")
        if opened is not None:
            yield f"  - Opens {opened} in `{scenario_id}`"
    yield from (f"  - Except: {one_line(one.why)} ({one_line(one.cite)})" for one in provision.except_)
    yield from (f"  - {one_line(pack.role[one.by].name)} reads: {one_line(one.says)}" for one in provision.readings)
    yield from (f"  - While {state}: {one_line(note)}" for state, note in provision.notes.items())
    if provision.bites:
        yield f"  - Bites: {', '.join(f'{role_names(pack, [role])} {weight}' for role, weight in provision.bites.items())}"
    yield f"  - Source: {source_keys(provision.source or instrument.source)}"


_LEVELS = {
    "breach": "Forbids.",
    "consent": "Forbids without consent.",
    "contested": "Good-faith readings differ.",
    "permitted": "Gives an express right.",
}


def _kept(pack: Pack, provision: Provision) -> str:
    if provision.keeper is None:
        return ""
    named = pack.forum[provision.keeper] if provision.keeper in pack.forum else pack.role[provision.keeper]
    return f" Kept by {one_line(named.name)}."


def _packages(pack: Pack) -> Iterator[str]:
    if pack.package:
        yield from section("Packages of measures")
    for id_, package in pack.package.items():
        together = ", ".join(f"`{label}`" for label in package.provisions)
        yield f"- **{one_line(package.title)}** (`{id_}`). {one_line(package.about)} Together: {together}."
    yield ""


def _fora(pack: Pack) -> Iterator[str]:
    if pack.forum:
        yield from section("Fora")
    for id_, forum in pack.forum.items():
        families = ", ".join(forum.competence) or "nothing by itself"
        votes = f", {forum.votes} votes needed" if forum.votes is not None else ""
        veto = f", veto of {role_names(pack, forum.veto)}" if forum.veto else ""
        yield f"- **{one_line(forum.name)}** (`{id_}`). {one_line(forum.about)}"
        yield f"  - Members: {role_names(pack, forum.members) or 'none that is played'}"
        yield f"  - Decides by {forum.rule}{votes}{veto}; competent for {families}{'' if forum.public else '; not public'}"
        if forum.texts != "none":
            yield f"  - {_signing(forum)}"
    yield ""


def _signing(forum: Forum) -> str:
    """Who signs texts in a forum, and on what terms."""
    who = {"all": "all members", "any": "any two members or more", "one": "one member alone, as a pledge"}[forum.texts]
    parts = [f"Texts: {who}"]
    if forum.deniable:
        parts.append("sounded out only, never signed")
    if forum.cost != 0:
        parts.append(f"tabling costs {code(str(forum.cost))}")
    if forum.prepared is not None:
        parts.append(f"topics ready to be signed: {code(str(forum.prepared))}")
    return "; ".join(parts) + "."


def _tracks(pack: Pack) -> Iterator[str]:
    yield from section("Tracks")
    yield row("Track", "Range", "Bands", "Seen by", "What it is")
    yield row("---", "---", "---", "---", "---")
    per = {"table": "", "role": " (one for each role)", "pair": " (one for each two roles)"}
    for id_, track in pack.track.items():
        seen = track.seen_by if isinstance(track.seen_by, str) else role_names(pack, track.seen_by)
        bands = ", ".join(f"{one_line(band.name)} to {band.to}" for band in track.bands)
        about = one_line(track.about)
        if track.derived is not None:
            about += f" Worked out as {code(str(track.derived))}."
        low, high = track.range
        yield row(f"{one_line(track.name)} `{id_}`{per[track.per]}", f"{low} to {high}", bands, seen, about)
    yield ""


def _drifts(pack: Pack) -> Iterator[str]:
    if pack.drift:
        yield from section("What moves by itself")
    for id_, drift in pack.drift.items():
        yield f"- **{one_line(drift.name)}** (`{id_}`), {drift.phase}, when {code(drift.when)}. {one_line(drift.says)}"
    yield ""


def _events(pack: Pack) -> Iterator[str]:
    if pack.event or pack.incident:
        yield from section("Events")
    for id_, event in pack.event.items():
        yield f"- **{one_line(event.name)}** (`{id_}`), weight {event.weight}, when {code(event.when)}. {one_line(event.says)}"
        yield f"  - Rumour: {one_line(event.hint)}"
    for id_, incident in pack.incident.items():
        odds = code(str(incident.odds))
        yield f"- **{one_line(incident.name)}** (`{id_}`), {odds} in 100 when {code(incident.when)}. {one_line(incident.says)}"
    yield ""


def _dilemmas(pack: Pack) -> Iterator[str]:
    if pack.dilemma:
        yield from section("Dilemmas")
    for id_, dilemma in pack.dilemma.items():
        who = role_names(pack, dilemma.roles)
        yield f"- **{dilemma.code} {one_line(dilemma.title)}** (`{id_}`), {who}, when {code(dilemma.when)}. {one_line(dilemma.says)}"
        for horn in dilemma.horns:
            taken = ", ".join(f"`{key}`" for key in (*horn.acts, *horn.clauses))
            yield f"  - {one_line(horn.name)} ({taken}). {one_line(horn.price)}"
    yield ""


def _doctrines(pack: Pack) -> Iterator[str]:
    if pack.doctrine:
        yield from section("Doctrines")
    for id_, doctrine in pack.doctrine.items():
        yield from entry(f"{pack.actors[doctrine.role].name}: {doctrine.name}", id_)
        yield from (one_line(doctrine.about), "")
        for number, rule in enumerate(doctrine.rule, start=1):
            towards = f" towards {role_names(pack, [rule.target])}" if rule.target is not None else ""
            about = f", `{rule.choice}`" if rule.choice is not None else ""
            odds = f", {rule.odds} times in 100" if rule.odds < 100 else ""
            breach = ", in breach if need be" if rule.breach else ""
            act = f"{one_line(pack.move[rule.move].name)}{towards}{about}{odds}{breach}"
            yield f"{number}. When {code(rule.when)}: {act}. {one_line(rule.because)}"
        yield ""
        yield from items(
            f"- Asked about {', '.join(one_line(pack.move[move].name) for move in answer.moves)} when {code(answer.when)}: "
            f"{'yes' if answer.says else 'no'}. {one_line(answer.because)}"
            for answer in doctrine.answer
        )
        yield from items(text_rules(pack, doctrine))


def _endings(pack: Pack) -> Iterator[str]:
    yield from section("Endings")
    yield from ("Tried from top to bottom; the first that holds is the one.", "")
    for id_, ending in pack.ending.items():
        at = "at any moment" if ending.at == "any" else "after the last turn"
        yield f"- **{one_line(ending.name)}** (`{id_}`), {at}, when {code(ending.when)}. {one_line(ending.says)}"
        values = ", ".join(
            f"{role_names(pack, [role])} {value // 10}.{value % 10}" for role, value in ending.values.items()
        )
        yield f"  - Worth: {values}"
    yield ""


def _sources(pack: Pack) -> Iterator[str]:
    if pack.source:
        yield from section("Sources")
    for id_, source in pack.source.items():
        yield f"- `{id_}`: **{one_line(source.title)}**. {one_line(source.where)} ({source.kind}, checked: {source.checked})"
        yield from (f"  - {one_line(note)}" for note in source.notes)
    yield ""
