"""Drafts: texts on the table, before anybody has signed."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.pack.clauses import Template

from .terms import Term


@dataclass(frozen=True, slots=True)
class Step:
    """One term of a draft: what is owed, when, and after what."""

    term: Term
    due: int = 1
    """Turns after the signature."""
    after: int | None = None
    """The number of the step that must be done first, from 1."""
    together: int | None = None
    """The number of the step that is done in the same moment."""
    verified: int = 0
    """How well the step it waits for must be verified: 0 not at all to 3 anywhere."""
    reading: str | None = None
    """What the clause's word means; `None` leaves it undefined."""
    annex: bool = False
    """Known to the signers alone, in a text that everybody knows otherwise. Such steps come last."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that could be signed. Two equal drafts are the same text."""

    by: str
    """Who wrote it and pays for the forum."""
    forum: str
    parties: tuple[str, ...]
    steps: tuple[Step, ...]
    duration: int = 6
    """Turns it lives after its signature."""
    notice: int | None = None
    """Turns between notice and exit; `None` if there is no way out."""
    sealed: bool = False
    """Known to its signers alone."""
    snapback: bool = False
    """A proven breach undoes the other side's steps at once."""
    linked: bool = True
    """A breach in one topic touches them all; otherwise its own topic alone."""
    broker: str | None = None
    """Who holds both ends of the steps that are done together."""

    @property
    def signers(self) -> tuple[str, ...]:
        """Whose signatures it takes."""
        return self.parties if self.broker is None else (*self.parties, self.broker)

    @property
    def annexed(self) -> tuple[int, ...]:
        """The numbers of the steps in its sealed annex, from 1."""
        return tuple(number for number, step in enumerate(self.steps, start=1) if step.annex)

    def step(self, number: int) -> Step:
        """The step with this number, from 1."""
        return self.steps[number - 1]

    @property
    def in_the_open(self) -> tuple[int, ...]:
        """The numbers of the steps that everybody would know of, from 1."""
        return () if self.sealed else tuple(n for n, step in enumerate(self.steps, start=1) if not step.annex)

    def owed_by(self, role: str) -> tuple[Step, ...]:
        """What one party would owe."""
        return tuple(step for step in self.steps if step.term.role == role)


def from_template(template: Template, by: str | None = None) -> Draft:
    """A text of the pack as a draft of one of its parties, the first if none is named."""
    steps = tuple(
        Step(
            Term(step.by, step.clause, step.choice),
            step.due,
            step.after,
            step.together,
            step.verified,
            step.reading,
            step.annex,
        )
        for step in template.step
    )
    return Draft(
        by if by is not None else template.parties[0], template.forum, template.parties, steps, template.duration,
        template.notice, template.sealed, template.snapback, template.linked, template.broker,
    )  # fmt: skip
