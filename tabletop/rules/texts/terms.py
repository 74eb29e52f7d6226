"""Terms: clauses made concrete — who owes it, and about what."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.pack.expressions import Scope
from tabletop.pack.names import Names
from tabletop.rules.acts import Act


@dataclass(frozen=True, slots=True)
class Term:
    """One concrete clause."""

    role: str
    """Who owes it."""
    clause: str
    choice: str | None = None

    @property
    def key(self) -> str:
        """The term in one word, for records and rolls: `dprk/freeze-tests:freeze.nuclear-tests`."""
        return f"{self.role}/{self.clause}" + (f":{self.choice}" if self.choice else "")

    @property
    def scope(self) -> Scope:
        """What `actor` and `choice` mean in the clause's expressions."""
        return Scope(actor=self.role, choice=self.choice, act=True)


def concrete_terms(names: Names) -> tuple[Term, ...]:
    """Every term that could be written into a text: clauses in the pack's order, their owners in the roles'."""
    return tuple(
        Term(role, id_, choice)
        for id_, clause in names.pack.clause.items()
        for role in names.roles
        if role in clause.by
        for choice in clause.choices or (None,)
    )


def act_of(term: Term, names: Names) -> Act | None:
    """The act of the catalogue that carries a term out, if one does."""
    clause = names.pack.clause[term.clause]
    if clause.move is None:
        return None
    choice = term.choice if names.pack.move[clause.move].choices else None
    return Act(term.role, clause.move, clause.target, choice)


def readings_of(names: Names, term: Term) -> tuple[str, ...]:
    """What the word of a term's clause can mean; none if it has no such word."""
    word = names.pack.clause[term.clause].word
    return tuple(reading.id for reading in names.pack.word[word].readings) if word is not None else ()
