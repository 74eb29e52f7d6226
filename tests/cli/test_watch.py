import json

import pytest

from .conftest import SCENARIO


def test_the_story_of_a_game(command, saves):
    ran = command("watch", SCENARIO, "--seed", 7)
    assert ran.code == 0
    assert all(f"\nTurn {turn} of 10, " in ran.out for turn in range(1, 11))
    assert "Why: rule " in ran.out
    assert "answer " in ran.out
    assert "Ending: " in ran.out
    assert ran.out.count(", par ") == 6
    (record,) = saves.glob("*.jsonl")
    assert str(record) in ran.err


def test_one_json_object_a_line(command):
    ran = command("watch", SCENARIO, "--seed", 7, "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    kinds = {"game", "turn", "circulate", "answer", "seal", "event", "position", "result"}
    assert {line["kind"] for line in lines} == kinds
    assert [line["turn"] for line in lines if line["kind"] == "turn"] == list(range(1, 11))
    assert lines[0]["seed"] == 7
    assert lines[-1]["kind"] == "result"
    assert set(lines[-1]["scores"]) == {"us", "dprk", "rok", "prc", "japan", "russia"}


def test_drafts_and_answers_are_told_with_their_reasons(command, saves):
    lines = [
        json.loads(line)
        for line in command("watch", "hanoi-2019", "--seed", 7, "--turns", 1, "--json").out.splitlines()
    ]
    drafts = [line for line in lines if line["kind"] == "circulate"]
    answers = [line for line in lines if line["kind"] == "answer"]
    assert [draft["number"] for draft in drafts] == list(range(1, len(drafts) + 1))
    assert all(draft["draft"]["steps"] and draft["because"] for draft in drafts)
    assert {answer["number"] for answer in answers} <= {draft["number"] for draft in drafts}
    assert all(answer["says"] in ("accept", "near", "refuse") and answer["because"] for answer in answers)
    story = command("replay", next(saves.glob("*.jsonl")), "--plain").out
    assert "Talks:\n" in story
    assert story.count(" circulates draft ") == len(drafts)
    assert all(f"Why: {draft['because']}" in story for draft in drafts)


def test_the_same_seed_gives_the_same_lines(process, tmp_path):
    """Across processes and hash seeds, and wherever the record goes."""
    first = process("watch", SCENARIO, "--seed", 7, "--json", "--record", tmp_path / "a.jsonl", PYTHONHASHSEED="1")
    second = process("watch", SCENARIO, "--seed", 7, "--json", PYTHONHASHSEED="2")
    assert first.code == second.code == 0
    assert first.out == second.out
    other = process("watch", SCENARIO, "--seed", 8, "--json")
    assert other.out != first.out


def test_the_same_seed_gives_the_same_record(process, tmp_path):
    for name, hash_seed in (("a", "1"), ("b", "2")):
        process(
            "watch",
            SCENARIO,
            "--seed",
            7,
            "--turns",
            2,
            "--record",
            tmp_path / f"{name}.jsonl",
            PYTHONHASHSEED=hash_seed,
        )
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def test_it_stops_when_told(command):
    ran = command("watch", SCENARIO, "--seed", 7, "--turns", 2)
    assert ran.code == 0
    assert "Turn 2 of 10" in ran.out
    assert "Turn 3 of 10" not in ran.out
    assert "Stopped after turn 2" in ran.out
    assert json.loads(command("watch", SCENARIO, "--seed", 7, "--turns", 1, "--json").out.splitlines()[-1]) == {
        "kind": "stopped",
        "turn": 1,
    }


def test_it_waits_after_each_turn(command):
    ran = command("watch", SCENARIO, "--seed", 7, "--turns", 3, "--step", typed="\n\n")
    assert ran.err.count("Press enter") == 2
    assert command("watch", SCENARIO, "--seed", 7, "--turns", 3, "--step").out == ran.out


def test_doctrines_can_be_chosen(command):
    ran = command(
        "watch", SCENARIO, "--seed", 7, "--turns", 1, "--json", "--doctrine", "us=big-deal,dprk=deterrent-first"
    )
    assert json.loads(ran.out.splitlines()[0])["doctrines"]["us"] == "big-deal"


def test_a_record_is_never_overwritten(command, tmp_path):
    path = tmp_path / "game.jsonl"
    path.write_text("mine")
    ran = command("watch", SCENARIO, "--record", path)
    assert ran.code == 2
    assert "never overwritten" in ran.err
    assert path.read_text() == "mine"


@pytest.mark.parametrize("words", [["watch", SCENARIO, "--seed", 7, "--turns", 1]])
def test_a_disk_that_fills_up_is_told_at_the_end(command, monkeypatch, words):
    from tabletop.record.format import RecordError  # noqa: PLC0415
    from tabletop.record.writing import Writer  # noqa: PLC0415

    flush = Writer.flush

    def refuse(self):
        if self.length:
            raise RecordError("The disk is full. Make room.")
        flush(self)

    monkeypatch.setattr(Writer, "flush", refuse)
    ran = command(*words)
    assert ran.code == 2
    assert ran.err == "The disk is full. Make room.\n"
    assert "Turn 1 of 10" in ran.out


def test_interrupting_says_where_the_record_is(command, monkeypatch, saves):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("tabletop.cli.telling.turn_lines", interrupt)
    ran = command("watch", SCENARIO, "--seed", 7)
    assert ran.code == 130
    (record,) = saves.glob("*.jsonl")
    assert str(record) in ran.err


def test_a_game_with_dice_says_so_in_its_record_and_is_verified(command, tmp_path):
    path = tmp_path / "dice.jsonl"
    assert command("watch", SCENARIO, "--seed", 7, "--turns", 3, "--dice", "--record", path).code == 0
    assert json.loads(path.read_text(encoding="utf-8").splitlines()[0])["dice"] is True
    assert command("verify", path).code == 0


def test_a_pack_without_dice_is_not_played_with_them(command):
    ran = command("watch", "freeze-for-freeze", "--dice")
    assert ran.code == 2
    assert "Freeze for freeze is not played with dice. Leave them out." in ran.err
