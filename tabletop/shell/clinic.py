"""The legal clinic: acts of a scenario's first turn as puzzles about how they stand in law, and why.

Pure: what is drawn depends on the pack, the scenario, the seed and the count alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.rules.acts import Act
from tabletop.rules.chance import roll
from tabletop.rules.dispatch import dispatch
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.verdict import Finding, Level, Verdict
from tabletop.rules.views import view

from .clinic_seconds import Second, curable, second_question

FREE_SHARE = 4
"""At most one puzzle in so many is about an act that no text and no condition speaks of."""

LETTERS: dict[str, Level] = {
    "p": Level.PERMITTED,
    "c": Level.CONSENT,
    "b": Level.BREACH,
    "x": Level.BARRED,
}
"""The key of each answer."""

WEIGHTIEST = ("released", "exception", "held", "right", "contested", "promise", "dormant")
"""Findings that let an act pass: the first of these found is what decides."""


@dataclass(frozen=True, slots=True)
class Puzzle:
    """One act, and the answer about it as its role can know it."""

    act: Act
    scenario: str
    who: str
    when: str
    phrase: str
    about: str
    """What the act is, without what the pack says of its standing."""
    verdict: Verdict
    deciding: Finding | None
    """The finding behind the level; none if nothing speaks of the act."""
    text: str
    """The deciding provision's title; empty if no text decides."""
    family: str
    """Of law, or what else decides: a condition, a forum, a partner, nothing."""
    second: Second | None

    @property
    def curable(self) -> bool:
        """Whether somebody's yes, or a body with the competence, would make it lawful."""
        return curable(self.verdict, self.deciding)

    @property
    def beside(self) -> tuple[str, ...]:
        """The other texts that say the same."""
        return tuple(
            finding.cite
            for finding in self.verdict.findings
            if finding.level == self.verdict.level and finding.cite and finding is not self.deciding
        )

    @property
    def free(self) -> bool:
        """Whether nothing forbids the act and nothing speaks of it."""
        return self.deciding is None


@dataclass(frozen=True, slots=True)
class Mark:
    """How one puzzle was answered."""

    puzzle: Puzzle
    given: Level
    level: bool
    """Whether the level is right."""
    second: bool | None
    """None if there was no second question, or nobody answered it."""

    @property
    def right(self) -> bool:
        """Whether everything that was answered is right."""
        return self.level and self.second is not False


def grade(puzzle: Puzzle, level: Level, second: int | None = None) -> Mark:
    """An answer against the verdict; `second` is the place of the choice taken in the second question."""
    right = None if puzzle.second is None or second is None else second == puzzle.second.right
    return Mark(puzzle, level, puzzle.verdict.level == level, right)


def missed_texts(marks: Iterable[Mark]) -> tuple[str, ...]:
    """The texts that decided what was answered wrongly, each once: `Joint ventures, S/RES/2375 (2017) ¶18`."""
    found = {f"{mark.puzzle.text}, {mark.puzzle.deciding.cite}": None for mark in marks
             if not mark.right and mark.puzzle.deciding is not None and mark.puzzle.text}  # fmt: skip
    return tuple(found)


def draw(book: Rulebook, scenario: str, seed: int, count: int) -> tuple[Puzzle, ...]:
    """So many puzzles, or as many as the scenario has; no act twice, levels, families and roles in balance."""
    known = puzzles(book, scenario, seed)
    spoken_of = sum(not puzzle.free for puzzle in known)
    free_left = min(count // FREE_SHARE, spoken_of // (FREE_SHARE - 1))
    lots = {puzzle.act: roll(seed, 1, f"clinic/{puzzle.act.key}", 1_000_000) for puzzle in known}
    pools = {level: [puzzle for puzzle in known if puzzle.verdict.level == level] for level in Level}
    turns = sorted(Level, key=lambda level: roll(seed, 1, f"clinic/{level.word}", 1_000_000))
    drawn: list[Puzzle] = []
    uses: Counter[str] = Counter()
    while len(drawn) < count:
        if not free_left:
            pools = {level: [puzzle for puzzle in pool if not puzzle.free] for level, pool in pools.items()}
        # A level that has run out leaves its turns to the others.
        level = min((level for level in turns if pools[level]), key=lambda level: uses[level.word], default=None)
        if level is None:
            break
        puzzle = min(pools[level], key=lambda puzzle: (_worn(puzzle, uses), lots[puzzle.act]))
        pools[level].remove(puzzle)
        drawn.append(puzzle)
        uses.update(_marks_of(puzzle))
        free_left -= puzzle.free
    return tuple(sorted(drawn, key=lambda puzzle: roll(seed, 1, f"clinic/place/{puzzle.act.key}", 1_000_000)))


def puzzles(book: Rulebook, scenario: str, seed: int) -> tuple[Puzzle, ...]:
    """Every act of a government as a puzzle, after the first dispatch and before anybody acts."""
    row = dispatch(book, book.opening(scenario), scenario, seed).row
    rows = {role: list(view(book, row, role).row) for role in book.names.roles}
    return tuple(
        _puzzle(book, scenario, act, check(book, rows[act.role], act), seed) for act in book.acts if act.role in rows
    )


def _puzzle(book: Rulebook, scenario: str, act: Act, verdict: Verdict, seed: int) -> Puzzle:
    names = book.pack.scenario[scenario].turn_names
    finding = deciding(verdict)
    label = f"{finding.instrument}.{finding.provision}" if finding is not None and finding.instrument else ""
    return Puzzle(
        act=act,
        scenario=scenario,
        who=book.pack.actors[act.role].name,
        when=names[0] if names else "turn 1",
        phrase=act_phrase(book, act),
        about=_first_sentence(book.pack.move[act.move].about),
        verdict=verdict,
        deciding=finding,
        text=book.names.provisions[label].title if label else "",
        family=_family(book, act, finding),
        second=second_question(book, act, verdict, finding, seed),
    )


def deciding(verdict: Verdict) -> Finding | None:
    """The finding behind a level: one with a paragraph before one without."""
    gravest: Sequence[Finding] = [finding for finding in verdict.findings if finding.level == verdict.level]
    if verdict.level == Level.PERMITTED:
        gravest = sorted(gravest, key=lambda finding: WEIGHTIEST.index(finding.kind))
    elif verdict.level == Level.BARRED:
        # A body without competence could never do it; a condition may be met some day.
        gravest = sorted(gravest, key=lambda finding: finding.kind != "competence")
    return next((finding for finding in gravest if finding.cite), gravest[0] if gravest else None)


def _family(book: Rulebook, act: Act, finding: Finding | None) -> str:
    if finding is None:
        return "nothing"
    if finding.instrument:
        return book.pack.instrument[finding.instrument].family
    return book.case(act).outside[0] if finding.kind == "competence" else finding.kind


def _first_sentence(about: str) -> str:
    """What is done; the sentences after it tell how it stands."""
    first, point, _ = about.partition(". ")
    return first + point.rstrip()


def _marks_of(puzzle: Puzzle) -> tuple[str, ...]:
    return (puzzle.verdict.level.word, f"move {puzzle.act.move}", f"family {puzzle.family}", f"role {puzzle.act.role}")


def _worn(puzzle: Puzzle, uses: Counter[str]) -> int:
    """How much a puzzle is like those already drawn. What is no question of law waits for what is one."""
    _, move, family, role = _marks_of(puzzle)
    beside_the_law = 2 * puzzle.free + (puzzle.family == "need")
    return 4 * uses[move] + uses[family] + uses[role] + beside_the_law
