"""A fault reads as one line: place, keys, what is wrong, remedy."""

from __future__ import annotations

from tabletop.pack.faults import Fault, Lint, PackError, dotted, quoted

FAULT = Fault("law/freeze.toml", 12, 8, ("machine", "limb", "states", 0), "This is wrong.", "Mend it.")


def test_a_fault_names_file_line_column_keys_and_remedy():
    assert str(FAULT) == "law/freeze.toml:12:8  machine.limb.states[0]: This is wrong. Remedy: Mend it."


def test_a_fault_of_a_whole_file_names_the_file():
    assert str(Fault("pack.toml", 0, 0, (), "It is gone.", "Add it.")) == "pack.toml  It is gone. Remedy: Add it."


def test_a_warning_is_a_fault_too():
    assert isinstance(Lint("a.toml", 1, 1, (), "Odd.", "Look."), Fault)


def test_keys_that_are_no_plain_words_stand_in_quotes():
    assert dotted(("opening", "tracks", "trust[us, dprk]")) == 'opening.tracks."trust[us, dprk]"'


def test_a_word_from_a_pack_is_shortened_and_cannot_command_a_terminal():
    assert quoted("\x1b[2J") == '"\\x1b[2J"'
    assert quoted("x" * 500) == '"' + "x" * 60 + '…"'


def test_an_error_holds_its_faults_once_each_by_file_and_line():
    earlier = Fault("a.toml", 9, 1, (), "Wrong.", "Mend.")
    assert PackError([FAULT, earlier, FAULT]).faults == (earlier, FAULT)
