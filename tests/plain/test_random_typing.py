"""Whatever is typed, in whatever order, the game answers in sentences and loses nothing."""

import random

import pytest

from tabletop.plain.verbs import BY_NAME
from tabletop.record.reading import read_record
from tabletop.shell.session import resume


def typed(book, role, chance, count):
    """Lines that somebody in a hurry might type, most of them nearly right."""
    acts = book.by_role[role]
    for _ in range(count):
        act = chance.choice(acts)
        words = [act.move, act.target, act.choice, str(chance.randrange(12)), act.move[:4], "xyzzy", "us", "¶", "!"]
        line = chance.choice(["do", "do!", "ask", "why", "yes", "no", "seal", "next", "", *BY_NAME])
        if line == "quit":
            continue
        yield " ".join([line, *(str(chance.choice(words)) for _ in range(chance.choice([0, 0, 1, 1, 2, 3])))])


@pytest.mark.parametrize("seed", range(3))
def test_random_typing(book, begin, told, seed):
    chance = random.Random(seed)
    people = chance.sample(book.names.roles, chance.choice([1, 2]))
    session = begin(*people, seed=seed)
    text, code = told(session, "\n".join(typed(book, people[0], chance, 250)))
    assert code == 0
    assert text.replace("\n", "").isprintable()
    assert len(read_record(session.writer.path).entries) == len(session.entries)
    assert resume(session.writer.path)[0].table.row == session.table.row
