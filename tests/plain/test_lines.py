import io

import pytest

from tabletop.plain.lines import SCROLLED_AWAY, EndOfInput, Lines, harmless


def lines(text):
    return Lines(io.StringIO(text), io.StringIO())


def test_a_comment_is_no_command_and_is_not_echoed():
    desk = lines("# first\nmoves # all of them\n")
    assert desk.ask("> ") == "moves"
    assert "first" not in desk.out.getvalue()


def test_an_empty_line_is_an_answer():
    assert lines("\n").ask("> ") == ""


def test_a_script_is_echoed_after_the_prompt():
    desk = lines("moves\r\n")
    desk.ask("rok> ")
    assert desk.out.getvalue() == "rok> moves\n"


def test_the_end_of_input_is_said():
    with pytest.raises(EndOfInput):
        lines("").ask("> ")


def test_a_last_line_without_its_end_counts():
    assert lines("seal").ask("> ") == "seal"


def test_a_line_handed_back_is_read_again():
    desk = lines("moves\nseal\n")
    desk.hand_back(desk.ask("> "))
    assert [desk.ask("> "), desk.ask("> ")] == ["moves", "seal"]


def test_what_a_pack_says_cannot_steer_the_terminal():
    desk = lines("")
    desk.say("\x1b]0;title\x07 \x9b31m red \r over \u202eturned")
    assert desk.out.getvalue().rstrip("\n").isprintable()
    assert harmless("한국 ¶18 → ✓") == "한국 ¶18 → ✓"


def test_markup_is_text():
    desk = lines("")
    desk.say("[bold]not bold[/bold] %s {0}")
    assert desk.out.getvalue() == "[bold]not bold[/bold] %s {0}\n"


def test_secrets_are_scrolled_away():
    desk = lines("")
    desk.scroll_away()
    assert desk.out.getvalue().count("\n") >= SCROLLED_AWAY
    assert desk.out.getvalue().strip() == ""
