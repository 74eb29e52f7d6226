"""A few lines can stand for millions of acts: a pack that comes to too many is refused before any is worked out."""

from __future__ import annotations

from tabletop.pack.breadth import MOST_ACTS, MOST_QUESTIONS, MOST_TERMS

CHOICES = ", ".join(f'"c{number}"' for number in range(400))
EACH = 3 * 2 * 400
"""Acts of one broad move: three roles, each towards two others, about four hundred things."""


def broad_moves(count: int) -> str:
    return "".join(
        f'[move.broad-{number}]\nname = "Broad"\nabout = "All to all."\nby = ["north", "south", "hills"]\n'
        f'targets = ["north", "south", "hills"]\ngroup = "talk"\ntags = ["broad"]\nchoices = [{CHOICES}]\n'
        for number in range(count)
    )


def test_a_pack_of_too_many_acts_is_refused_at_the_move_that_is_too_many(tiny, faults_of):
    tiny["own.toml"] = broad_moves(5)
    (fault,) = faults_of(tiny)
    assert (fault.path, fault.line) == (("move", "broad-4"), 33)
    assert fault.what.startswith("With this move the pack comes to 12,0")
    assert fault.what.endswith(f"; {MOST_ACTS:,} acts are allowed.")


def test_a_pack_of_too_many_terms_is_refused_at_the_clause(tiny, faults_of):
    tiny["own.toml"] = "".join(
        f'[clause.broad-{number}]\nname = "Broad"\nsays = "All."\ntype = "broad"\nby = ["north", "south", "hills"]\n'
        f'topic = "broad"\nchoices = [{CHOICES}]\n'
        for number in range(9)
    )
    (fault,) = faults_of(tiny)
    assert fault.what == f"With this clause the pack comes to 10,800; {MOST_TERMS:,} terms are allowed."


def test_a_pack_whose_law_asks_too_much_is_refused_at_the_provision(tiny, faults_of):
    laws = MOST_QUESTIONS // (4 * EACH)
    tiny["own.toml"] = broad_moves(4) + "".join(
        f'[instrument.broad.provision.p{number}]\ntitle = "P"\nmachine = "article"\nsays = "No."\ncite = "1"\n'
        'catches = { tags = ["broad"] }\nlevel = "breach"\n'
        for number in range(laws + 1)
    )
    tiny["own.toml"] += '[instrument.broad]\ntitle = "Broad"\nfamily = "broad"\nabout = "All."\n'
    (fault,) = faults_of(tiny)
    assert fault.path == ("instrument", "broad", "provision", f"p{laws}")
    assert f"{MOST_QUESTIONS:,} questions are allowed" in fault.what
