"""What those are told who may know everything: drafts, answers, signatures and steps, each with its reason."""

from tabletop.plain.story import Reasons, turn_lines
from tabletop.rules.orders import Orders


def story(session, turn, reasons):
    entries = [entry for entry in session.entries if entry.turn == turn]
    return turn_lines(session.book, entries, reasons)


def test_a_bargain_is_told_with_its_reasons(at_river):
    session, reasons = at_river(south="asking"), Reasons()
    session.open()
    first = story(session, 1, reasons)
    session.next()
    session.open()
    second = story(session, 2, reasons)
    talks = first[: first.index("Signatures:")]
    weighed = [line for line in talks if line.startswith("    Why: It is worth ")]
    assert [line for line in talks if line not in weighed] == [
        "Talks:",
        "  South bank circulates draft 1: N and S, The bank.",
        "    1 N: Open gate, The gate stays open; 1 turn after signing",
        "    2 S: Still mill; 1 turn after signing; after step 1",
        "    Why: text 1: Somebody must begin.",
        "  North bank would sign: draft 1 (N and S, The bank).",
        "  N signs draft 1.",
        "  S signs draft 1.",
    ]
    assert len(weighed) == 3
    assert "  N and S sign in The bank: N: Open gate, The gate stays open; S: Still mill." in first
    assert "Steps of signed texts:" in second
    assert "  S: Still mill: done." in second


def test_a_reason_is_told_in_its_own_turn_only(at_river):
    session, reasons = at_river("south", south="asking"), Reasons()
    reasons.promises[("north", "duty 1.1")] = "Why: An old one."
    session.seal("south", Orders())
    session.open()
    assert not [line for line in story(session, 1, reasons) if "An old one." in line]


def test_nothing_is_said_of_talks_in_which_nobody_spoke(at_river):
    session = at_river()
    session.open()
    assert "Talks:" not in story(session, 1, Reasons())
