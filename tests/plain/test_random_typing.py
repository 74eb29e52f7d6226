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
    people = chance.sample(book.names.actors, chance.choice([1, 2]))
    session = begin(*people, seed=seed)
    text, code = told(session, "\n".join(typed(book, people[0], chance, 250)))
    assert code == 0
    assert text.replace("\n", "").isprintable()
    assert len(read_record(session.writer.path).entries) == len(session.entries)
    assert resume(session.writer.path)[0].table.row == session.table.row


def about_texts(chance, count):
    """Lines about texts, most of them nearly right, with enough seals that something is signed and falls due."""
    words = [
        "open-river",
        "wells-for-grain",
        "in",
        "bank",
        "inn",
        "with",
        "south",
        "hills",
        "north",
        "none",
        "on",
        "usual",
    ]
    words += [
        "grain",
        "nets",
        "peace",
        "quiet",
        "1",
        "2",
        "3",
        "1.1",
        "1.2",
        "2.1",
        "due",
        "after",
        "at",
        "reading",
        "xyzzy",
    ]
    verbs = [verb.name for verb in BY_NAME.values() if verb.chapter == "texts"]
    steady = ["write open-river", "write wells-for-grain", "circulate", "sign", "seal", "next", "yes", "undo"]
    for _ in range(count):
        if chance.random() < 0.4:
            yield chance.choice(steady)
        else:
            yield " ".join([chance.choice([*verbs, "do"]), *chance.choices(words, k=chance.randrange(4))])


@pytest.mark.parametrize("seed", range(4))
def test_random_typing_about_texts(at_river, told, seed):
    chance = random.Random(seed)
    session = at_river(*[["north"], ["north", "south"]][seed % 2])
    text, code = told(session, "\n".join(about_texts(chance, 400)))
    assert code == 0
    assert text.replace("\n", "").isprintable()
    assert "sign in The bank" in text or seed % 2
    assert resume(session.writer.path)[0].table.row == session.table.row
