"""Catalogue: a pack as one Markdown page — moves, law, fora, tracks, events, doctrines, endings, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from .law import Instrument, Provision
from .model import Pack
from .moves import Move
from .scenarios import Scenario

GROUPS = {"talk": "Talk", "press": "Press", "relieve": "Relieve", "secure": "Secure", "home": "Home"}


def page(pack: Pack) -> str:
    """The whole page, ending in a newline."""
    parts = (
        _opening, _roles, _scenarios, _moves, _law, _packages, _fora, _tracks, _drifts, _events, _doctrines, _endings,
        _sources,
    )  # fmt: skip
    text = "\n".join(chain.from_iterable(part(pack) for part in parts))
    return re.sub(r"\n{3,}", "\n\n", text).rstrip("\n") + "\n"


def _opening(pack: Pack) -> Iterator[str]:
    header, play = pack.header, pack.header.play
    yield from (f"# {_text(header.title)}", "", _text(header.about), "")
    yield f"Version {_text(header.version)}, licence {_text(header.licence)}, format {header.format}."
    each = "one act" if play.actions == 1 else f"{play.actions} acts"
    yield (
        f"Each turn a role seals up to {each}, receives {play.income} of {_text(pack.track[play.capital].name)} "
        f"and keeps up to {play.bank}."
    )
    yield from ("This page tells everything, hidden numbers and doctrines too: it is for authors and facilitators.", "")


def _roles(pack: Pack) -> Iterator[str]:
    yield from _section("Roles")
    for id_, role in pack.role.items():
        yield from _entry(role.name, id_)
        yield from (_text(f"{role.dilemma} {role.powers}"), "")
        hats = [f"- {_text(hat.name)}: {_text(hat.about)}" for hat in role.hats.values()]
        aims = [
            f"- Aim{'' if aim.public else ' (its own)'}: {_text(aim.name)}. {_text(aim.says)}"
            for aim in pack.aim.values()
            if aim.role == id_
        ]
        yield from _list([*hats, *aims])


def _scenarios(pack: Pack) -> Iterator[str]:
    yield from _section("Scenarios")
    for id_, scenario in pack.scenario.items():
        yield from _entry(scenario.title, id_)
        yield from (_text(scenario.about), "")
        yield f"{scenario.turns} turns from {_text(scenario.turn_names[0])} to {_text(scenario.turn_names[-1])}."
        yield ""
        yield from _list(_dated(scenario))


def _dated(scenario: Scenario) -> Iterator[str]:
    yield from (f"- Goal: {_text(goal)}" for goal in scenario.goals)
    yield from (f"- Turn {entry.turn}: {_text(entry.name)}. {_text(entry.says)}" for entry in scenario.calendar)


def _moves(pack: Pack) -> Iterator[str]:
    yield from _section("Moves")
    for group, title in GROUPS.items():
        found = [(id_, move) for id_, move in pack.move.items() if move.group == group]
        if found:
            yield from (f"### {title}", "")
        for id_, move in found:
            yield f"- **{_text(move.name)}** (`{id_}`). {_text(move.about)} {_made(pack, move)}"
            yield from (f"  - Needs {_code(need.when)}; otherwise: {_text(need.why)}" for need in move.needs)
            if move.price is not None:
                yield f"  - Price: {_text(move.price)}"
            yield f"  - Source: {_keys(move.source)}" if move.source else "  - Source: none named"
        if found:
            yield ""


def _made(pack: Pack, move: Move) -> str:
    """Who makes a move, against whom, and who has to agree."""
    parts = [f"By {_names(pack, move.by)}"]
    if move.targets:
        parts.append(f"towards {_names(pack, move.targets)}")
    if move.choices:
        parts.append(f"about {', '.join(f'`{choice}`' for choice in move.choices)}")
    parts.append(f"cost {_code(str(move.cost))}")
    if move.visibility != "open":
        parts.append("covert" if move.visibility == "covert" else "known to its target alone")
    if move.forum is not None:
        parts.append(f"decided by {_text(pack.forum[move.forum].name)}")
    if move.partner:
        parts.append("if the other side agrees")
    if move.once:
        parts.append("once in a game")
    return "; ".join(parts) + "."


def _law(pack: Pack) -> Iterator[str]:
    if pack.instrument:
        yield from _section("Law")
    for id_, instrument in pack.instrument.items():
        yield from _entry(instrument.title, id_)
        yield from (f"{_text(instrument.about)} Family: {instrument.family}.", "")
        for law, provision in instrument.provision.items():
            yield from _provision(pack, id_, instrument, law, provision)
        yield ""


def _provision(pack: Pack, text: str, instrument: Instrument, law: str, provision: Provision) -> Iterator[str]:
    machine = pack.machine[provision.machine]
    yield f"- **{_text(provision.title)}** (`{text}.{law}`). {_text(provision.says)}"
    yield f"  - Cited as: {_text(provision.cite)}"
    binds = "everybody" if provision.binds == "all" else _names(pack, provision.binds)
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
    yield from (f"  - Except: {_text(one.why)} ({_text(one.cite)})" for one in provision.except_)
    yield from (f"  - {_text(pack.role[one.by].name)} reads: {_text(one.says)}" for one in provision.readings)
    yield from (f"  - While {state}: {_text(note)}" for state, note in provision.notes.items())
    if provision.bites:
        yield f"  - Bites: {', '.join(f'{_names(pack, [role])} {weight}' for role, weight in provision.bites.items())}"
    yield f"  - Source: {_keys(provision.source or instrument.source)}"


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
    return f" Kept by {_text(named.name)}."


def _packages(pack: Pack) -> Iterator[str]:
    if pack.package:
        yield from _section("Packages of measures")
    for id_, package in pack.package.items():
        together = ", ".join(f"`{label}`" for label in package.provisions)
        yield f"- **{_text(package.title)}** (`{id_}`). {_text(package.about)} Together: {together}."
    yield ""


def _fora(pack: Pack) -> Iterator[str]:
    if pack.forum:
        yield from _section("Fora")
    for id_, forum in pack.forum.items():
        families = ", ".join(forum.competence) or "nothing by itself"
        votes = f", {forum.votes} votes needed" if forum.votes is not None else ""
        veto = f", veto of {_names(pack, forum.veto)}" if forum.veto else ""
        yield f"- **{_text(forum.name)}** (`{id_}`). {_text(forum.about)}"
        yield f"  - Members: {_names(pack, forum.members) or 'none that is played'}"
        yield f"  - Decides by {forum.rule}{votes}{veto}; competent for {families}{'' if forum.public else '; not public'}"
    yield ""


def _tracks(pack: Pack) -> Iterator[str]:
    yield from _section("Tracks")
    yield from _row("Track", "Range", "Bands", "Seen by", "What it is")
    yield from _row("---", "---", "---", "---", "---")
    per = {"table": "", "role": " (one for each role)", "pair": " (one for each two roles)"}
    for id_, track in pack.track.items():
        seen = track.seen_by if isinstance(track.seen_by, str) else _names(pack, track.seen_by)
        bands = ", ".join(f"{_text(band.name)} to {band.to}" for band in track.bands)
        about = _text(track.about)
        if track.derived is not None:
            about += f" Worked out as {_code(str(track.derived))}."
        low, high = track.range
        yield from _row(f"{_text(track.name)} `{id_}`{per[track.per]}", f"{low} to {high}", bands, seen, about)
    yield ""


def _drifts(pack: Pack) -> Iterator[str]:
    if pack.drift:
        yield from _section("What moves by itself")
    for id_, drift in pack.drift.items():
        yield f"- **{_text(drift.name)}** (`{id_}`), {drift.phase}, when {_code(drift.when)}. {_text(drift.says)}"
    yield ""


def _events(pack: Pack) -> Iterator[str]:
    if pack.event or pack.incident:
        yield from _section("Events")
    for id_, event in pack.event.items():
        yield f"- **{_text(event.name)}** (`{id_}`), weight {event.weight}, when {_code(event.when)}. {_text(event.says)}"
        yield f"  - Rumour: {_text(event.hint)}"
    for id_, incident in pack.incident.items():
        odds = _code(str(incident.odds))
        yield f"- **{_text(incident.name)}** (`{id_}`), {odds} in 100 when {_code(incident.when)}. {_text(incident.says)}"
    yield ""


def _doctrines(pack: Pack) -> Iterator[str]:
    if pack.doctrine:
        yield from _section("Doctrines")
    for id_, doctrine in pack.doctrine.items():
        yield from _entry(f"{pack.role[doctrine.role].name}: {doctrine.name}", id_)
        yield from (_text(doctrine.about), "")
        for number, rule in enumerate(doctrine.rule, start=1):
            towards = f" towards {_names(pack, [rule.target])}" if rule.target is not None else ""
            about = f", `{rule.choice}`" if rule.choice is not None else ""
            odds = f", {rule.odds} times in 100" if rule.odds < 100 else ""
            breach = ", in breach if need be" if rule.breach else ""
            act = f"{_text(pack.move[rule.move].name)}{towards}{about}{odds}{breach}"
            yield f"{number}. When {_code(rule.when)}: {act}. {_text(rule.because)}"
        yield ""
        yield from _list(
            f"- Asked about {', '.join(_text(pack.move[move].name) for move in answer.moves)} when {_code(answer.when)}: "
            f"{'yes' if answer.says else 'no'}. {_text(answer.because)}"
            for answer in doctrine.answer
        )


def _endings(pack: Pack) -> Iterator[str]:
    yield from _section("Endings")
    yield from ("Tried from top to bottom; the first that holds is the one.", "")
    for id_, ending in pack.ending.items():
        at = "at any moment" if ending.at == "any" else "after the last turn"
        yield f"- **{_text(ending.name)}** (`{id_}`), {at}, when {_code(ending.when)}. {_text(ending.says)}"
        values = ", ".join(
            f"{_names(pack, [role])} {value // 10}.{value % 10}" for role, value in ending.values.items()
        )
        yield f"  - Worth: {values}"
    yield ""


def _sources(pack: Pack) -> Iterator[str]:
    if pack.source:
        yield from _section("Sources")
    for id_, source in pack.source.items():
        yield f"- `{id_}`: **{_text(source.title)}**. {_text(source.where)} ({source.kind}, checked: {source.checked})"
        yield from (f"  - {_text(note)}" for note in source.notes)
    yield ""


def _section(title: str) -> tuple[str, str]:
    return f"## {title}", ""


def _entry(title: str, id_: str) -> tuple[str, str]:
    return f"### {_text(title)} (`{id_}`)", ""


def _list(lines: Iterable[str]) -> Iterator[str]:
    """Lines with an empty one after them, if there are any."""
    found = list(lines)
    if found:
        yield from (*found, "")


def _row(*cells: str) -> tuple[str]:
    return ("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |",)


def _names(pack: Pack, roles: Iterable[str]) -> str:
    return ", ".join(_text(pack.role[role].name) for role in roles)


def _keys(sources: Iterable[str]) -> str:
    return ", ".join(f"`{key}`" for key in sources) or "none named"


def _code(expression: str) -> str:
    return f"`{' '.join(expression.split())}`"


def _text(words: str) -> str:
    """A text of the pack on one line, with nothing in it that Markdown would take for its own."""
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>#" else mark for mark in " ".join(words.split()))
