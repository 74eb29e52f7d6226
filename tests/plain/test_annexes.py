"""Sealed annexes in line mode: steps go in and out, and others at the keyboard never hear of them."""

import pytest

from tabletop.rules.texts.coding import deals
from tabletop.shell.session import resume

from .test_texts import after

SECRET = "write open-river\nadd wardens due 2\nannex 2\n"


def circulated(session):
    return [(step.term.key, step.after, step.annex) for step in session.drafts_before("north")[-1].draft.steps]


def test_a_step_is_put_into_the_annex_and_all_steps_are_told_in_their_new_order(at_river, told):
    session = at_river("north", "south")
    text, _ = told(session, f"\n{SECRET}lint\ncirculate\n")
    assert after(text, "annex 2").splitlines()[:3] == [
        "1 N: Open gate, The gate stays open; 1 turn after signing.",
        "2 N: Wardens; 2 turns after signing.",
        "3 S: Still mill; 1 turn after signing; after step 1; in the sealed annex.",
    ]
    assert "Known to: everybody, but for its annex" in after(text, "lint")
    assert circulated(session) == [
        ("north/open-gate:river.gate", None, False), ("north/wardens", None, False), ("south/still-mill", 1, True),
    ]  # fmt: skip


def test_a_step_is_taken_out_again(at_river, told):
    session = at_river("north", "south")
    text, _ = told(session, f"\n{SECRET}annex 3 off\ncirculate\n")
    assert "3 S: Still mill; 1 turn after signing; after step 1." in after(text, "annex 3 off")
    assert not any(annex for _, _, annex in circulated(session))


def test_sealing_the_whole_text_ends_its_annex(at_river, told):
    session = at_river("north", "south")
    text, _ = told(session, f"\n{SECRET}sealed\nannex 1\nopen\ncirculate\n")
    assert "The whole text is sealed and has no annex besides. Type open first." in after(text, "annex 1")
    assert not any(annex for _, _, annex in circulated(session))


def test_one_step_more_is_open(at_river, told):
    session = at_river("north", "south")
    text, _ = told(session, f"\n{SECRET}add grain due 2\ncirculate\n")
    assert "3 S: Grain; 2 turns after signing." in after(text, "add grain due 2")
    assert [annex for _, _, annex in circulated(session)] == [False, False, False, True]


def test_an_answer_tells_what_went_into_the_annex(at_river, told):
    text, _ = told(
        at_river("north", "south"), "\nwrite open-river\ncirculate\npass\n\ncounter 1\nannex 2\ncirculate\ndraft 2\n"
    )
    changed = after(text, "draft 2")
    assert "Known to: everybody, but for its annex, was everybody" in changed
    assert "New in it: 2 S: Still mill; 1 turn after signing; after step 1; in the sealed annex" in changed


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("annex", "has no step ''"),
        ("annex 9", "has no step '9'"),
        ("annex 2 perhaps", "no way to say it 'perhaps'"),
        ("annex 2 off", "Step 2 stands in the open already."),
        ("annex 2\nannex 2", "Step 2 stands in the annex already."),
        ("annex 2\nchange 1 at 2", "The annex comes after the open steps. Type annex 1 first."),
        ("annex 2\nchange 2 at 1", "The annex comes after the open steps. Type annex 2 off first."),
        (
            "annex 2\nannex 1",
            "An annex belongs to a text that says something in the open. Seal the whole text instead.",
        ),
    ],
)
def test_what_cannot_be_is_a_sentence(at_river, told, line, says):
    text, _ = told(at_river("north"), f"write open-river\n{line}\n")
    assert says in text


def test_an_annex_in_hand_survives(at_river, told):
    session = at_river("north")
    told(session, SECRET)
    again, _ = resume(session.writer.path)
    text, _ = told(again, "write\n")
    assert "3 S: Still mill; 1 turn after signing; after step 1; in the sealed annex" in after(text, "write")


def test_others_at_the_keyboard_read_the_open_steps_until_the_annex_is_leaked(at_river, told):
    session = at_river("north", "south", "hills")
    script = (
        f"\n{SECRET}circulate\nsign\nseal\n\nsign\nseal\n\nseal\n\nnext\n\nnext\n\nnext\n"
        "\ntext 1\nleak 1\nyes\nseal\n\nseal\n\ntext 1\ntexts\nseal\n"
    )
    text, _ = told(session, script)
    for_north, for_hills = text.split("> text 1\n")[1:]
    assert "1.3 S: Still mill" in for_north.partition("> leak")[0]
    assert "leak 1: leak it to the press. Everybody knows of its annex from then on" in for_north
    assert "Wardens" in for_hills.partition("> texts")[0]
    assert "Still mill" not in for_hills.partition("> texts")[0]
    assert "0 of 2 steps done" in after(text, "texts")
    (deal,) = deals(session.book.layout, session.table.row)
    assert not deal.has_secrets
    (leaked,) = [event for event in session.seen(2, "hills") if "is in the press" in event.says]
    assert leaked.says.endswith("was secret and is in the press: S: Still mill.")
