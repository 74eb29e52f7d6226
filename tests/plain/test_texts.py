"""Whole negotiations in line mode: a text is written, circulated, answered, signed, kept and broken."""

import pytest

from tabletop.plain.verbs import BY_NAME
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import DutyState
from tabletop.shell.session import resume
from tabletop.table.commands import Answer, Circulate, Seal

SIGNED = "write open-river\ncirculate\nsign\nseal\nnext\n"
BOX_DRAWING = range(0x2500, 0x2600)


def sealed_by(session, role):
    return [
        entry.command
        for entry in session.entries
        if getattr(entry.command, "role", "") == role and isinstance(entry.command, Seal)
    ]


def alive(session):
    return deals(session.book.layout, session.table.row)


def after(text, line):
    """What was told in answer to a typed line, the last time it was typed."""
    said = text.rpartition(f"> {line}\n")[2]
    return said.partition("> ")[0]


def test_a_text_from_the_first_word_to_a_kept_step(at_river, told):
    session = at_river("north")
    text, code = told(session, f"{SIGNED}status\ntexts\nseal\nnext\nseal\nnext\ntext 1\n")
    assert code == 0
    assert "South bank would sign: draft 1" in after(text, "circulate")
    assert "All would sign. Type sign 1" in after(text, "circulate")
    assert "Sign draft 1, N and S, The bank. Price: 1 capital" in after(text, "sign")
    assert "Sealed: sign draft 1" in text
    assert "N and S sign in The bank" in text
    assert "Due this turn: step 1.1, Open gate" in after(text, "status")
    assert "in force; 0 of 2 steps done" in after(text, "texts")
    assert "1.1 N: Open gate, The gate stays open; due month 2; due this turn" in after(text, "texts")
    assert "1.1 N: Open gate, The gate stays open; done" in after(text, "text 1")
    assert [duty.state for duty in alive(session)[0].duties] == [DutyState.DONE, DutyState.DONE]


def test_one_step_too_many_is_refused_and_the_text_is_still_in_hand(at_river, told):
    session = at_river("north")
    text, code = told(session, "write in bank with south\n" + 21 * "add south/still-mill\n" + "lint\n")
    assert code == 0
    assert "A draft has room for 20 steps. Take one out first." in after(text, "add south/still-mill")
    assert "20 S: Still mill" in after(text, "lint")


def test_a_text_to_start_from_is_named_by_what_it_is_called(at_river, told):
    text, _ = told(at_river("north"), "write an open\nlint\n")
    assert "1 N: Open gate, The gate stays open" in after(text, "lint")


def test_what_waited_for_a_step_that_is_taken_out_is_told(at_river, told):
    session = at_river("north")
    text, _ = told(session, "write in bank with south\nadd south/still-mill\nadd north open-gate after 1\ndrop 1\n")
    assert "Step 1 waits for nothing now." in after(text, "drop 1")


def test_a_text_from_nothing(at_river, told):
    session = at_river("north")
    script = (
        "write in bank with south\nterms mill\nadd 1 due 2\nadd north open-gate at 1\nchange 2 after 1\n"
        "lasting 5\nnotice 2\nsnapback on\nsealed\nsplit\ncirculate\n"
    )
    text, _ = told(session, script)
    assert "1. S (south/still-mill)" in after(text, "terms mill")
    assert "2 S: Still mill; 2 turns after signing; after step 1." in after(text, "change 2 after 1")
    (each,) = session.drafts_before("north")
    draft = each.draft
    assert [(step.term.key, step.due, step.after) for step in draft.steps] == [
        ("north/open-gate:river.gate", 1, None),
        ("south/still-mill", 2, 1),
    ]
    assert (draft.duration, draft.notice, draft.snapback, draft.sealed, draft.linked) == (5, 2, True, True, False)


def test_what_the_linter_bars_is_told_at_once_and_cannot_be_circulated(at_river, told):
    session = at_river("north")
    text, _ = told(session, "write open-river\nchange 2 due 9\ncirculate\nchange 2 due 2\ncirculate\n")
    assert "Stops it: step 2: It is due after 9 turns and the text lives 4." in after(text, "change 2 due 9")
    assert "The draft cannot be circulated. Step 2" in text
    assert [type(entry.command) for entry in session.entries].count(Circulate) == 1


def test_a_text_that_would_fail_is_told_while_it_is_written_and_when_it_is_signed(at_river, told):
    text, _ = told(at_river("north"), "write in summit\nadd open-gate\nadd still-mill\ncirculate\nsign 1\n")
    failing = "Would fail: Nobody has prepared gates or mills. Signed today, nothing of it is left"
    assert failing in after(text, "add still-mill")
    assert "South bank would not sign: draft 1" in after(text, "circulate")
    assert failing in after(text, "sign 1")


def test_a_counter_is_told_with_what_it_changes(at_river, told):
    session = at_river("north")
    text, _ = told(session, "write open-river\nadd nets due 2\ncirculate\ndraft 2\ncounter 2\nlasting 6\ncirculate\n")
    answers = text.partition("> circulate\n")[2].partition("> draft 2")[0]
    assert "South bank circulates draft 2, in answer to draft 1" in answers
    assert "No longer in it: 3 S: Nets; 2 turns after signing" in answers
    assert "South bank would not sign: draft 1" in answers
    assert "Type draft 2 to read the counter." in answers
    assert "N has not answered; S would sign." in after(text, "draft 2")
    assert "What it changes in draft 1:\n    No longer in it: 3 S: Nets; 2 turns after signing" in after(
        text, "draft 2"
    )
    assert "In hand: N and S, The bank, in answer to draft 2." in after(text, "counter 2")
    assert [each.counters for each in session.drafts_before("north")] == [None, 1, 2]


def test_a_refusal_leaves_no_text(at_river, told):
    session = at_river("north", south="proud")
    text, _ = told(session, SIGNED)
    assert "South bank would not sign: draft 1" in text
    assert "Not all have said that they would sign." in text
    assert "Not yet said to sign: S. Without their signatures there is no text." in text
    assert "is not signed. S did not sign." in text
    assert not alive(session)


def test_a_permanent_member_reads_what_a_council_votes_on_and_vetoes_it(at_river, told):
    session = at_river("north", "hills")
    script = "\nwrite in council with south\nadd open-gate\ncirculate\nsign\nseal\n\nstatus\nsign 1\nveto 1\nseal\n"
    text, _ = told(session, script)
    assert "Drafts that wait for your word: 1." in after(text, "status")
    assert "hills is no party to that text." in after(text, "sign 1")
    assert "Veto draft 1, N and S, The council" in after(text, "veto 1")
    assert sealed_by(session, "hills")[0].vetoes == (1,)
    assert not alive(session)


def test_a_veto_is_taken_back_and_survives_until_then(at_river, told):
    session = at_river("north", "hills")
    told(session, "\nwrite in council with south\nadd open-gate\ncirculate\nseal\n\nveto 1\n")
    again, _ = resume(session.writer.path)
    text, _ = told(again, "\ndraft\nunsign 1\ndraft\nseal\n")
    assert "Veto draft 1" in text
    assert "Veto draft 1" not in after(text, "draft")
    assert sealed_by(again, "hills")[0].vetoes == ()


def test_a_draft_on_the_table_waits_for_a_word(at_river, told):
    session = at_river("north", south="asking")
    text, _ = told(session, "status\naccept\nrefuse 1\nnear 1\nstatus\nsign 1\nunsign 1\nseal\n")
    assert "Drafts that wait for your word: 1. Type draft and a number." in after(
        text.partition("> accept")[0], "status"
    )
    assert "wait for your word" not in after(text, "status")
    said = [entry.command.says for entry in session.entries if isinstance(entry.command, Answer)]
    assert said == ["accept", "refuse", "near"]
    assert sealed_by(session, "north")[0].signs == ()


def test_a_step_is_withheld_until_it_is_missed(at_river, told):
    session = at_river("north")
    text, _ = told(session, f"{SIGNED}withhold 1.1\nyes\nseal\nnext\nwithhold 1.1\nyes\nseal\nnext\ntext 1\n")
    assert "this would be a breach of faith" in text
    assert "You gave your word for this turn." in text
    assert "is late. Its owner holds it back." in text
    assert "is missed. Its owner holds it back." in text
    assert "1.1 N: Open gate, The gate stays open; missed" in after(text, "text 1")
    assert [seal.duties for seal in sealed_by(session, "north")] == [{}, {"1.1": "withhold"}, {"1.1": "withhold"}]


@pytest.mark.parametrize("answer", ["no", "status", "seal", "withhold 1.1"])
def test_anything_but_yes_keeps_faith(at_river, told, answer):
    session = at_river("north")
    text, _ = told(session, f"{SIGNED}withhold 1.1\n{answer}\n")
    assert "Left out: hold it back, step 1.1" in text
    assert not any(seal.duties for seal in sealed_by(session, "north"))


@pytest.mark.parametrize(
    ("line", "breaks"),
    [
        ("feign 1.1", "A false report."),
        ("withdraw 1", "You break off a text that has no way out."),
    ],
)
def test_a_breach_of_faith_is_asked_about_once_more(at_river, told, line, breaks):
    session = at_river("north")
    script = f"write wells-for-grain\ncirculate\nsign\nseal\nnext\n{line}\nyes\ndraft\nseal\n"
    text, _ = told(session, script)
    question = after(text, line)
    assert breaks in question
    assert "Trust N-S -" in question
    assert "Type yes to do it knowingly." in question
    last = sealed_by(session, "north")[-1]
    assert [*last.duties.items(), *last.responses.items()] == [tuple(reversed(line.split()))]


def test_what_was_done_in_good_faith_is_taken_back_only_knowingly(at_river, told):
    session = at_river("north")
    text, _ = told(session, f"{SIGNED}seal\nnext\nsuspend 1\nyes\nseal\n")
    assert "Nothing they were given for was missed: each step you take back counts as broken." in after(
        text, "suspend 1"
    )
    assert sealed_by(session, "north")[-1].responses == {"1": "suspend"}


def test_a_mild_answer_asks_nothing_and_can_be_taken_back(at_river, told):
    session = at_river("north")
    text, _ = told(session, f"{SIGNED}query 1\nas usual 1\ndo 1.1\nas usual 1.1\nas usual 1.1\nconsult\nseal\n")
    assert "ask for an explanation" in after(text, "query 1")
    assert "Nothing is drafted about 1.1." in text
    last = sealed_by(session, "north")[-1]
    assert (last.duties, last.responses) == ({}, {"1": "consult"})


def test_an_open_word_is_read(at_river, told):
    session = at_river("north", "south")
    script = (
        "\nwrite in bank with south\nadd peace\ncirculate\nsign\nseal\n\nsign\nseal\n\nnext\n\nnext\n"
        "\nmean 1.1\nmean 1.1 quiet\ndraft\nseal\n\nseal\n\n"
    )
    text, _ = told(session, script)
    assert "mean 1.1 union: One bank rules. You take it so if you say nothing." in after(text, "mean 1.1")
    assert "Step 1.1: “peace” means: Nobody shoots." in after(text, "draft")
    assert sealed_by(session, "north")[-1].readings == {"1.1": "quiet"}
    assert "All take “peace” to mean: Nobody shoots." in text


def test_a_text_waits_for_ratification(at_river, told):
    session = at_river("south")
    script = "write in bank with north\nadd border\nadd still-mill\ncirculate\nsign\nseal\nnext\nstatus\nratify 1\nseal\nnext\ntexts\n"
    text, _ = told(session, script)
    assert "waits for your ratification: type ratify 1." in after(text, "status")
    assert "Text 1, N and S, The bank: ratify. Price: 1 capital" in after(text, "ratify 1")
    assert "Everybody has ratified" in text
    assert "1. N and S, The bank: in force" in after(text, "texts")


def test_people_at_one_keyboard_pass_it_until_they_agree(at_river, told):
    session = at_river("north", "south")
    script = (
        "\nwrite open-river\ncirculate\npass\n"  # north
        "\nstatus\ncounter 1\ndrop 2\nadd grain due 2\ncirculate\nrefuse 1\npass\n"  # south
        "\nstatus\naccept 2\nsign 2\nseal\n"  # north
        "\nsign 2\npass\nseal\n"  # south
    )
    text, _ = told(session, script)
    assert "Your draft is kept. You come back this turn." in text
    assert "Drafts that wait for your word: 1." in text
    assert "Drafts that wait for your word: 2." in text
    assert "Nobody else has still to seal. Type seal when you are done." in after(text, "pass")
    assert [duty.term.key for duty in alive(session)[0].duties] == ["north/open-gate:river.gate", "south/grain"]


def test_whoever_passes_loses_nothing(at_river, told):
    session = at_river("north", "south")
    drafted = "\nwrite open-river\ncirculate\nsign\npass\n\nsign\n"
    told(session, drafted)
    again, _ = resume(session.writer.path)
    text, _ = told(again, "\ndraft\npass\n\ndraft\nseal\n\nseal\n")
    assert text.count("Sign draft 1, N and S, The bank") == 2
    assert alive(again)


def test_a_sealed_text_is_not_seen_by_others_at_the_keyboard(at_river, told):
    session = at_river("north", "hills")
    script = (
        "\nwrite open-river\nsealed\ncirculate\nsign\nseal\n"
        "\ntexts\nstatus\ndraft 1\nseal\n"  # hills
        "\nnext\n\nledger\nnext\n"
        "\ntexts\nseal\n"
        "\ntexts\ntext 1\nstatus\n"  # hills
    )
    text, _ = told(session, script)
    for_hills = "".join(part.partition("North bank is next")[0] for part in text.split("Hill country is next")[1:])
    assert "Nothing is signed and nothing lies before you." in for_hills
    assert "No draft lies before you." in for_hills
    assert "No signed text is alive that you know of." in for_hills
    assert "Open gate" not in for_hills
    assert "The bank" not in for_hills
    assert "1. N and S, The bank: in force" in text


def test_a_text_in_hand_survives(at_river, told):
    session = at_river("north")
    told(session, "write open-river\nlasting 7\nwrite wells-for-grain\n")
    again, _ = resume(session.writer.path)
    text, _ = told(again, "write\nwrite 2\ndiscard\ndiscard\nwrite\n")
    assert "A text that you were writing is still in hand: type write." in text
    assert "1. N and S, The bank: 2 steps, in hand" in text
    assert "Lasts: 7 turns" in after(text, "write 2")
    assert "You have no text in hand." in after(text, "write")


def test_signatures_and_conduct_survive(at_river, told):
    session = at_river("north")
    told(session, f"{SIGNED}withhold 1.1\nyes\n")
    again, _ = resume(session.writer.path)
    text, _ = told(again, "draft\n")
    assert "hold it back" in after(text, "draft")


def test_help_has_a_chapter_about_texts(at_river, begin, told):
    text, _ = told(at_river("north"), "help texts\nhelp circulate\nhelp\n")
    assert "add TERM [due N]" in after(text, "help texts")
    assert "circulate: Lay the text in hand" in after(text, "help circulate")
    assert "circulate" not in after(text, "help")
    assert "type help texts" in after(text, "help")


def test_nothing_needs_a_screen(at_river, told):
    texts = "".join(f"{verb.name}\n" for verb in BY_NAME.values() if verb.name not in ("quit", "seal", "next"))
    text, code = told(at_river("north"), f"{SIGNED}{texts}text 1\nterms bank\ntemplates\ndraft\n")
    assert code == 0
    assert not any(ord(mark) in BOX_DRAWING or ord(mark) < 32 for mark in text if mark != "\n")
    assert not set("✓✗◇⊘≈▸‖□■") & set(text)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("write opne-river", "Did you mean `open-river`"),
        ("write in", "In which forum?"),
        ("write in bnak with south", "Did you mean `bank`"),
        ("write in bank", "With whom?"),
        ("write in bank with france", "There is no role 'france'"),
        ("add nets", "You have no text in hand"),
        ("circulate", "You have no text in hand"),
        ("draft 1", "No draft lies before you"),
        ("accept 3", "No draft lies before you"),
        ("text 1", "No signed text is alive"),
        ("do 1.2", "No signed text is alive"),
        ("mean 9.9 stone", "No signed text is alive"),
        ("terms xyzzy", "There are: bank"),
        ("write open-river\nadd xyzzy", "No term fits 'xyzzy'"),
        ("write open-river\nadd hills grain", "H is no party and cannot owe a step"),
        ("write open-river\nadd north seat", "no competence to change charter"),
        ("write open-river\nadd", "Which term?"),
        ("write open-river\nadd grain due", "due takes a value"),
        ("write open-river\nadd grain deu 2", "No term fits"),
        ("write open-river\nadd grain due soon", "due takes a whole number"),
        ("write open-river\nadd grain reading stone", "no word that could be read"),
        ("write open-river\nadd grain at 9", "A step can stand at 1 to 3"),
        ("write open-river\ndrop 3", "has no step '3'. It has 1 to 2"),
        ("write open-river\nchange 1", "Change what?"),
        ("write open-river\nlasting long", "lasting takes a whole number"),
        ("write open-river\nsnapback maybe", "no way to say it 'maybe'"),
        ("write open-river\nbroker south\nlint", "Broker: S"),
        ("write open-river\ncirculate\nsign 7", "No draft '7' lies before you. There are: 1."),
        ("write open-river\ncirculate\nunsign", "You have not signed draft 1."),
        ("pass", "Nobody else has still to seal"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(at_river, told, line, says):
    text, code = told(at_river("north"), f"{line}\nquit\n")
    assert says in text
    assert code == 0


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("text 2", "There is no signed text '2'. There are: 1."),
        ("do 1.9", "There is no step '1.9'. There are: 1.1, 1.2."),
        ("do 1.2", "is not yours to keep"),
        ("feign 1.1", "Everybody would see that it is not so."),
        ("mean 1.1", "no open word"),
        ("ratify 1", "It does not wait for your ratification."),
        ("suspend 1", "You have done nothing under it that can be taken back."),
    ],
)
def test_what_a_signed_text_does_not_allow_is_a_sentence(at_river, told, line, says):
    text, _ = told(at_river("north"), f"{SIGNED}{line}\n")
    assert says in text


def test_a_game_without_texts_says_so(tmp_path, told):
    from tabletop.shell.starting import new_game, rulebook_for  # noqa: PLC0415

    session = new_game(rulebook_for("freeze-for-freeze"), "freeze-for-freeze", ["north"], folder=tmp_path, seed=7)
    text, _ = told(session, "texts\nwrite xyzzy\nhelp texts\n")
    assert text.count("No texts are signed in this game.") >= 2
    assert "type help texts" not in text
