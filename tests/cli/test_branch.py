"""A saved game, left at one of its turns and played another way."""

from tabletop.record.branching import entry_of_turn
from tabletop.record.reading import read_record


def test_a_watched_game_is_taken_over_at_a_turn(command, watched, saves):
    ran = command("branch", watched, "--turn", 3, "--as", "rok")
    assert ran.code == 0
    record, origin = read_record(saves / f"{watched.stem}-branch.jsonl"), read_record(watched)
    left = entry_of_turn(origin, 3)
    assert record.entries[:left] == origin.entries[:left]
    assert record.header.seats["rok"].kind == "person"
    assert record.header.seats["us"] == origin.header.seats["us"]
    assert "tabletop resume" in ran.out


def test_the_branch_waits_for_the_person_who_took_the_seat(command, watched):
    command("branch", watched, "--turn", 3, "--as", "rok")
    ran = command("resume", f"{watched.stem}-branch", "--plain", typed="seal\nyes\nquit\n")
    assert "Turn 3 of 10" in ran.out


def test_unchanged_causes_keep_their_luck(command, watched, saves):
    command("branch", watched, "--turn", 3)
    branch, origin = read_record(saves / f"{watched.stem}-branch.jsonl"), read_record(watched)
    begun = entry_of_turn(origin, 3)
    resealed = branch.entries[begun:]
    assert [entry.command for entry in resealed] == [
        entry.command for entry in origin.entries[begun : begun + len(resealed)]
    ]


def test_a_turn_that_was_never_reached(command, watched):
    ran = command("branch", watched, "--turn", 99)
    assert (ran.code, ran.err) == (2, "This game has no turn 99; it goes to turn 10.\n")


def test_a_role_that_is_not_in_the_game(command, watched, saves):
    ran = command("branch", watched, "--turn", 3, "--as", "france")
    assert ran.code == 2
    assert "There is no role 'france' in this game." in ran.err
    assert not list(saves.glob("*branch*"))
