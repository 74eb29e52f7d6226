from tabletop.plain.commands import COMMANDS
from tabletop.plain.verbs import BY_NAME, VERBS
from tabletop.shell.commands import COMMANDS as SCREEN


def test_every_verb_does_something():
    assert {*COMMANDS, "do"} == set(BY_NAME)


def test_verbs_have_one_name_each():
    assert len(BY_NAME) == len(VERBS)


def test_lines_and_screen_use_the_same_words():
    """Somebody who changes from one to the other finds the same verbs."""
    shared = {"moves", "law", "tracks", "ledger", "inbox", "why", "yes", "no", "undo", "seal", "help"}
    assert shared <= set(BY_NAME)
    assert shared <= {command.id for command in SCREEN}
