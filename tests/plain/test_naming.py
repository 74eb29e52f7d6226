import pytest

from tabletop.plain.naming import Several, named_act, number_in
from tabletop.shell.composing import move_lines
from tabletop.shell.meant import Unclear, one_of


@pytest.fixture(scope="module")
def moves(book):
    from tabletop.rules.views import view  # noqa: PLC0415

    return {role: move_lines(book, view(book, book.opening("mar-a-lago-2017"), role)) for role in book.names.actors}


def test_a_word_or_its_only_beginning():
    assert one_of("verb", "seal", ["seal", "sealed"], "") == "seal"
    assert one_of("verb", "LED", ["ledger", "law"], "") == "ledger"


def test_two_meanings_are_both_named():
    with pytest.raises(Unclear, match="could be law or ledger"):
        one_of("verb", "l", ["law", "ledger"], "")


def test_an_unknown_word_has_a_remedy():
    with pytest.raises(Unclear, match="Did you mean `ledger`"):
        one_of("verb", "legder", ["law", "ledger"], "")
    with pytest.raises(Unclear, match="Type help"):
        one_of("verb", "xyzzy", ["law", "ledger"], "Type help.")


@pytest.mark.parametrize("word", ["0", "4", "999999"])
def test_a_number_off_the_list(word):
    with pytest.raises(Unclear, match="has 1 to 3"):
        number_in(word, ["a", "b", "c"], "")


@pytest.mark.parametrize("word", ["x", "-1", "1.5", "²", "1234567890"])
def test_not_every_sign_is_a_number(word):
    assert number_in(word, ["a"], "") is None


def test_an_act_by_its_whole_name(book, moves):
    act = named_act(book, moves["us"], (), ["secondary-sanctions", "prc"])
    assert act.key == "us/secondary-sanctions@prc"


@pytest.mark.parametrize("words", [["secondary", "prc"], ["SECONDARY", "sanctions", "PRC"], ["second", "p"]])
def test_beginnings_are_enough(book, moves, words):
    assert named_act(book, moves["us"], (), words).key == "us/secondary-sanctions@prc"


def test_a_choice_tells_two_moves_apart(book, moves):
    assert named_act(book, moves["rok"], (), ["missile", "halt"]).choice == "halt"


def test_a_number_is_a_move_or_a_way(book, moves):
    way = named_act(book, moves["us"], (), ["secondary", "russia"])
    assert named_act(book, moves["us"], ("secondary-sanctions",), ["1", "russia"]) == way
    assert named_act(book, moves["us"], (way,), ["1"]) == way


def test_an_open_choice_is_asked_back(book, moves):
    with pytest.raises(Several) as found:
        named_act(book, moves["us"], (), ["secondary-sanctions"])
    assert {act.target for act in found.value.acts} == {"prc", "russia"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Which move"),
        (["frobnicate"], "Type moves"),
        (["secondary-sanctions", "dprk"], "cannot be made with 'dprk'"),
        (["large-exercise", "prc"], "takes no target and no choice"),
        (["7"], "Nothing is listed yet"),
    ],
)
def test_what_names_nothing_is_said(book, moves, words, says):
    with pytest.raises(Unclear, match=says):
        named_act(book, moves["us"], (), words)
