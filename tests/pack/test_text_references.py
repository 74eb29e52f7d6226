"""Every id that agreements, clauses, templates, words and their doctrines mention is defined."""

from __future__ import annotations

import pytest

from .river_texts import TEXTED

HEADER, ROLES, DOCTRINES = "pack.toml", "roles.toml", "doctrines.toml"
CLAUSES, TEMPLATES, WORDS = "clauses.toml", "templates.toml", "words.toml"


@pytest.fixture
def tiny() -> dict[str, str]:
    """The texts of the small pack in which texts are signed."""
    return dict(TEXTED)


UNKNOWN = {
    "the track of trust": (HEADER, 'trust = "trust"', 'trust = "turst"', 16, 9, "track", "turst", "trust"),
    "the track of alarm": (HEADER, 'alarm = "tension"', 'alarm = "tenson"', 17, 9, "track", "tenson", "tension"),
    "the track of verification": (HEADER, '"watch"', '"wacth"', 18, 16, "track", "wacth", "watch"),
    "a source of agreements": (HEADER, '"design"', '"desing"', 19, 10, "source", "desing", "design"),
    "a standing at home": (ROLES, '"standing[south]"', '"standin[south]"', 17, 8, "track", "standin", "standing"),
    "who ratifies": (ROLES, '"assembly"', '"assmbly"', 18, 12, "forum", "assmbly", "assembly"),
    "who owes a clause": (CLAUSES, 'by = ["north", "south"]', 'by = ["north", "soth"]', 5, 16, "role", "soth", "south"),
    "where a clause stands": (CLAUSES, '["commission"]', '["comission"]', 24, 9, "forum", "comission", "commission"),
    "the move of a clause": (CLAUSES, 'move = "renew"', 'move = "renw"', 26, 8, "move", "renw", "renew"),
    "the target of a clause": (CLAUSES, 'target = "south"', 'target = "soth"', 37, 10, "role", "soth", "south"),
    "the word of a clause": (CLAUSES, 'word = "gauge"', 'word = "guage"', 15, 8, "word", "guage", "gauge"),
    "a provision a clause is about": (
        CLAUSES, '["river.tolls"]', '["river.toll"]', 45, 12, "provision", "river.toll", "river.tolls",
    ),
    "a track that a clause changes": (CLAUSES, 'track = "watch", set = 0', 'track = "wacth", set = 0', 12, 19, "track", "wacth", "watch"),
    "a source of a clause": (CLAUSES, '"design"', '"desing"', 16, 10, "source", "desing", "design"),
    "the forum of a text": (TEMPLATES, '"commission"', '"comission"', 4, 9, "forum", "comission", "commission"),
    "a party": (TEMPLATES, '["north", "south"]', '["north", "soth"]', 5, 21, "role", "soth", "south"),
    "a broker": (TEMPLATES, '"hills"', '"hill"', 7, 10, "role", "hill", "hills"),
    "who owes a step": (TEMPLATES, 'by = "south"', 'by = "soth"', 13, 6, "role", "soth", "south"),
    "the clause of a step": (TEMPLATES, '"open-gauges"', '"open-gauge"', 10, 10, "clause", "open-gauge", "open-gauges"),
    "who reads a word": (WORDS, "{ north =", "{ noth =", 8, 13, "role", "noth", "north"),
    "how a word is read": (WORDS, 'south = "float"', 'south = "flaot"', 8, 38, "reading", "flaot", "float"),
    "the clause of a worth": (DOCTRINES, 'clause = "renew-article"', 'clause = "renew-artcle"', 44, 10, "clause", "renew-artcle", "renew-article"),
    "whose step has a worth": (DOCTRINES, 'by = "north"', 'by = "noth"', 45, 6, "role", "noth", "north"),
    "a text to table": (DOCTRINES, '"open-river"', '"open-rivers"', 33, 12, "template", "open-rivers", "open-river"),
    "a clause not to keep": (DOCTRINES, '["open-gauges"]', '["open-gages"]', 50, 12, "clause", "open-gages", "open-gauges"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNKNOWN.values(), ids=UNKNOWN)
def test_what_texts_mention_must_exist(case, fault_when):
    file, old, new, line, column, kind, word, meant = case
    fault = fault_when(file, old, new)
    assert (fault.file, fault.line, fault.column) == (file, line, column)
    assert fault.what == f'There is no {kind} "{word}".'
    assert fault.remedy == f"Did you mean `{meant}`?"
