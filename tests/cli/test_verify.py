import json
import random

import pytest

from tabletop.record.format import ORIGIN, Entry, Header, line_of


def resealed(watched, path, change):
    """A record changed by somebody who knows how digests are made."""
    bodies = [json.loads(line) for line in watched.read_text(encoding="utf-8").splitlines()]
    change(bodies)
    tip, lines = ORIGIN, []
    for number, body in enumerate(bodies):
        body.pop("own"), body.pop("before")
        line, tip = line_of((Entry if number else Header).model_validate_json(json.dumps(body)), tip)
        lines.append(line + "\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_an_unaltered_record(command, watched):
    ran = command("verify", watched)
    rows = [entry["row"] for entry in map(json.loads, watched.read_text(encoding="utf-8").splitlines()[1:])]
    assert ran.code == 0
    assert ran.out.startswith(f"ok: {len(rows)} entries, last row ")
    assert len(ran.out.split()[-1]) == 32


def test_by_its_name_on_the_shelf(command, watched, saves):
    saves.mkdir()
    (saves / "mine.jsonl").write_bytes(watched.read_bytes())
    assert command("verify", "mine").out == command("verify", watched).out
    assert "Did you mean `mine`" in command("verify", "mien").err


def test_altered_bytes_are_named_with_their_entry(command, watched, tmp_path):
    chance, data, path = random.Random(3), watched.read_bytes(), tmp_path / "altered.jsonl"
    for place in chance.sample(range(len(data)), 20):
        entry = data[:place].count(b"\n")
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        ran = command("verify", path)
        assert ran.code == 1
        assert f"ntry {entry} " in ran.err
        assert ran.out == ""


def test_a_row_that_todays_rules_do_not_make(command, watched, tmp_path):
    moved = next(
        number
        for number, line in enumerate(watched.read_text(encoding="utf-8").splitlines())
        if number >= 8 and json.loads(line)["row"]
    )

    def change_moved(bodies):
        bodies[moved]["row"][5] += 1

    ran = command("verify", resealed(watched, tmp_path / "forged.jsonl", change_moved))
    assert ran.code == 1
    assert f"entry {moved} " in ran.err
    assert "today's rules" in ran.err


def test_a_command_that_was_exchanged(command, watched, tmp_path):
    def change(bodies):
        seal = next(body for body in bodies[1:] if body["command"]["kind"] == "seal" and body["command"]["acts"])
        seal["command"]["acts"] = []

    ran = command("verify", resealed(watched, tmp_path / "forged.jsonl", change))
    assert ran.code == 1
    assert "today's rules" in ran.err


def test_a_cut_record_is_whole_up_to_the_cut(command, watched, tmp_path):
    path = tmp_path / "cut.jsonl"
    path.write_bytes(watched.read_bytes()[:-5])
    ran = command("verify", path)
    assert ran.code == 0
    assert "cut short" in ran.err


def test_a_record_that_speaks_of_what_is_not_there_is_no_story(command, watched, tmp_path):
    def change(bodies):
        seal = next(body for body in bodies[1:] if body["command"]["kind"] == "seal")
        seal["command"] = {"kind": "show", "role": "rok", "number": 900}

    ran = command("replay", "--plain", resealed(watched, tmp_path / "forged.jsonl", change))
    assert (ran.code, ran.out) == (2, "")
    assert "no draft 900 lay on the table. Go back to a copy." in ran.err


@pytest.mark.parametrize("words", [["replay", "--plain"]])
def test_the_story_is_the_one_that_was_watched(command, watched, words):
    told = command(*words, watched).out
    watched_again = command("watch", "mar-a-lago-2017", "--seed", 7).out
    turns = [line for line in watched_again.splitlines() if not line.startswith("Sealed no act")]
    assert set(turns[2:]) <= set(told.splitlines())


def test_saves_lists_them(command, watched, saves):
    saves.mkdir()
    (saves / "mine.jsonl").write_bytes(watched.read_bytes())
    (saves / "broken.jsonl").write_text("no record\n")
    ran = command("saves")
    assert ran.code == 0
    assert "mine.jsonl: Mar-a-Lago 2017, played by nobody (doctrines only), over, seed 7" in ran.out
    assert "broken.jsonl: cannot be opened." in ran.out


def test_no_saves_yet(command):
    assert "No game is saved" in command("saves").out
