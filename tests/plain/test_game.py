"""Whole games and single commands in line mode, in process."""

import pytest

from tabletop.plain.game import UNSAVED
from tabletop.record.format import RecordError
from tabletop.record.reading import read_record
from tabletop.shell.session import resume
from tabletop.shell.unsealed_kept import unsealed_path
from tabletop.table.table import Phase

TEN_TURNS = (
    "moves\nwhy 1\ntracks\nlaw\nlaw 1\ninbox\nscore\ndo build-consensus\ndo back-channel prc\ndraft\nseal\nledger\nnext\n"
    * 10
)
BOX_DRAWING = range(0x2500, 0x2600)


def test_ten_turns_from_a_script(begin, told):
    session = begin("rok")
    text, code = told(session, TEN_TURNS)
    assert code == 0
    assert session.table.phase is Phase.OVER
    assert session.table.turn == 10
    assert all(f"Turn {turn} of 10" in text for turn in range(1, 11))
    assert "points, par" in text
    assert session.writer.path.name in text


def test_no_line_needs_a_screen(begin, told):
    text, _ = told(begin("rok"), TEN_TURNS)
    assert not any(ord(mark) in BOX_DRAWING or ord(mark) < 32 for mark in text if mark != "\n")
    assert "✗" not in text


def test_the_same_script_tells_the_same_story(begin, told, tmp_path):
    first, second = (told(begin("rok", folder=tmp_path / name), TEN_TURNS)[0] for name in ("one", "two"))
    assert first.replace("/one/", "/two/") == second


def test_what_is_drafted_already_says_so_and_how_it_is_taken_back(begin, told):
    text, _ = told(
        begin("rok"), "do statement-support dprk\nwhy statement-support dprk\ndo statement-support dprk\nquit\n"
    )
    assert "It is drafted; undo takes acts back, the last one first." in text
    assert "This act is already drafted; undo takes acts back, the last one first." in text


def test_a_breach_is_asked_about_once_more(begin, told):
    session = begin("dprk")
    text, _ = told(session, "do nuclear-test\nyes\nseal\nquit\n")
    question = text.partition("dprk talks 1> do nuclear-test")[2].partition("dprk talks 1> yes")[0]
    assert "S/RES/1718" in question
    assert "Price: 3 of your 3 political capital" in question
    sealed = next(entry.command for entry in session.entries if getattr(entry.command, "role", "") == "dprk")
    assert [(act.act, act.knowing) for act in sealed.acts] == [("dprk/nuclear-test", True)]


@pytest.mark.parametrize("answer", ["no", "moves", "seal", "yes please", "do nuclear-test"])
def test_anything_but_yes_leaves_a_breach_out(begin, told, answer):
    session = begin("dprk")
    text, _ = told(session, f"do nuclear-test\n{answer}\n")
    assert "Left out: Nuclear test." in text
    assert not any(
        act.knowing
        for entry in session.entries
        for act in getattr(entry.command, "acts", ())
        if act.act == "dprk/nuclear-test"
    )


def test_an_exclamation_mark_confirms_knowingly(begin, told):
    session = begin("dprk")
    text, _ = told(session, "do! nuclear-test\ndraft\nseal\n")
    assert "Nuclear test: in breach, knowingly" in text
    assert "It breaches" in text


def test_a_lawful_act_asks_nothing(begin, told):
    text, _ = told(begin("rok"), "do build-consensus\nundo\n")
    assert "Drafted." in text
    assert "Taken back." in text
    assert "Type yes" not in text


def test_what_a_forum_decides_is_asked_for(begin, told):
    text, _ = told(begin("rok"), "do ask-postpone\nask ask-postpone\ndraft\n")
    assert "Ask first." in text
    assert "asking for a yes" in text


def test_what_is_barred_says_why(begin, told):
    text, _ = told(begin("rok"), "do two-korea-peace-treaty\n")
    assert "is not possible" in text


def test_the_inbox_is_answered(begin, told):
    session = begin("us", "rok")
    script = "\nseal\n\nask ask-postpone\nseal\n\nnext\n\nnext\n\ninbox\nyes 1\ndraft\nno\nsilent 1\nno 1\nseal\n"
    text, _ = told(session, script)
    assert "ROK asks: Ask to postpone exercises, US. Your answer: none yet." in text
    assert "You will answer yes to ROK" in text
    assert "You will answer nothing to ROK" in text
    seals = [entry.command for entry in session.entries if getattr(entry.command, "role", "") == "us"]
    assert seals[-1].answers == {"rok/ask-postpone-exercises@us": False}


def test_the_keyboard_changes_hands_without_secrets(begin, told):
    session = begin("us", "rok")
    text, _ = told(session, "\ndo back-channel prc\nseal\n\nquit\n")
    between = text.partition("Sealed: Back channel")[2].partition("Republic of Korea is next.")[0]
    assert between.count("\n") > 50
    after = text.partition("Republic of Korea is next.")[2]
    assert "Back channel, PRC" not in after


def test_a_command_instead_of_enter_is_not_swallowed(begin, told):
    text, _ = told(begin("us", "rok"), "score\nquit\n")
    assert "points, par" in text


@pytest.mark.parametrize("script", ["", "quit\n", "do back-channel prc\n", "moves", "# nothing\n\n"])
def test_the_end_of_input_leaves_with_the_game_saved(begin, told, script):
    session = begin("rok")
    text, code = told(session, script)
    assert code == 0
    assert f"The game is saved in {session.writer.path}" in text
    again, notice = resume(session.writer.path)
    assert (again.table.row, notice) == (session.table.row, None)


def test_a_draft_is_there_again(begin, told):
    session = begin("rok")
    told(session, "do back-channel prc\ndo build-consensus\n")
    again, _ = resume(session.writer.path)
    text, _ = told(again, "draft\nseal\n")
    assert "Your draft from before is still there" in text
    assert "Sealed: Back channel, PRC; Build consensus at home." in text
    assert not unsealed_path(session.writer.path).exists()


@pytest.mark.parametrize("garbage", [b"", b"{", b"[]", b'{"turn": 1, "entries": 99, "drafts": []}', b"\xff\xfe"])
def test_a_draft_that_cannot_be_read_is_passed_over(begin, told, garbage):
    session = begin("rok")
    unsealed_path(session.writer.path).write_bytes(garbage)
    text, code = told(session, "draft\n")
    assert code == 0
    assert "Nothing is drafted." in text


def test_a_game_goes_on_in_the_ledger(begin, told):
    session = begin("rok")
    told(session, "seal\n")
    again, _ = resume(session.writer.path)
    assert again.table.phase is Phase.LEDGER
    text, _ = told(again, "next\nquit\n")
    assert "the seals are opened" in text
    assert "Turn 2 of 10" in text


def test_interrupting_says_where_the_game_is(begin):
    from tabletop.plain.game import INTERRUPTED, play  # noqa: PLC0415
    from tabletop.plain.lines import Lines  # noqa: PLC0415

    class Interrupted:
        def readline(self):
            raise KeyboardInterrupt

    import io  # noqa: PLC0415

    out, session = io.StringIO(), begin("rok")
    assert play(session, Lines(Interrupted(), out)) == INTERRUPTED
    assert str(session.writer.path) in out.getvalue()


def test_a_full_disk_is_told_and_tried_again(begin, told, monkeypatch):
    session = begin("rok")
    whole = session.writer.path.read_bytes()

    def refuse(self):
        raise RecordError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("tabletop.record.writing.Writer.flush", refuse)
        text, code = told(session, "seal\n")
    assert "Not saved yet: The disk is full." in text
    assert code == UNSAVED
    assert session.writer.path.read_bytes() == whole
    assert told(session, "quit\n")[1] == 0
    assert read_record(session.writer.path).entries[-1].phase == "ledger"


def test_every_verb_answers_in_every_phase(begin, told):
    from tabletop.plain.verbs import VERBS  # noqa: PLC0415

    script = "".join(f"{verb.name}\n" for verb in VERBS if verb.name not in ("quit", "seal", "next"))
    text, code = told(begin("rok"), f"{script}seal\n{script}next\n")
    assert code == 0
    assert "moves belongs to the talks" in text.casefold()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("frob", "There is no verb 'frob'"),
        ("lgedger", "Did you mean `ledger`"),
        ("s", "Type more of it"),
        ("do", "Which move"),
        ("seal!", "Only `do` takes an exclamation mark"),
        ("yes 1", "Nobody asks anything"),
        ("law xyzzy", "No text holds 'xyzzy'"),
        ("tracks xyzzy", "No track has"),
        ("moves xyzzy", "No move fits"),
        ("ledger 99", "There is no turn"),
        ("ledger x", "There is no turn"),
        ("undo", "nothing to take back"),
        ("help frob", "no verb 'frob'"),
        ("why 99", "Nothing is listed"),
        ("next", "Type seal first"),
        ("\x00\x1b[2J", "no verb"),
        ("[bold]x", "no verb"),
        ("é" * 5000, "no verb"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(begin, told, line, says):
    text, code = told(begin("rok"), f"{line}\nquit\n")
    assert says in text
    assert code == 0
    assert "\x1b" not in text


def test_each_sees_only_its_own_ledger(begin, told):
    session = begin("us", "rok")
    text, _ = told(session, "\ndo back-channel dprk\nseal\n\nseal\n\nnext\n\nledger\nquit\n")
    for_us, _, for_rok = text.partition("the seals are opened")[2].partition("the seals are opened")
    assert "Back channel, DPRK" in for_us
    assert "US: Back channel, DPRK" not in for_rok
