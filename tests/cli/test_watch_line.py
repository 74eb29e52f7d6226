import json

from tabletop.record.reading import read_record

from .conftest import ROOT, SCENARIO

KOREA = ROOT / "content" / "korea"


def test_a_line_is_told_with_its_commentary_and_its_hallmarks(command, saves):
    ran = command("watch", "--line", "S13")
    assert ran.code == 0
    assert ran.out.startswith("S13. Suspension for suspension, then two tracks. ")
    assert "It should bring: " in ran.out
    assert "What undermines it: " in ran.out
    assert "Found in: A peace regime on the Korean Peninsula?" in ran.out
    assert "\nTurn 1 of 10, mid-May 2017\nBeijing lays the plan on the table." in ran.out
    assert "\nHeld: The freeze stands and binds both sides.\n" in ran.out
    assert "Not held" not in ran.out
    assert "Stopped after turn 5; the game is not over." in ran.out
    (record,) = saves.glob("*.jsonl")
    assert str(record) in ran.err


def test_the_code_may_be_small_and_the_whole_name_works(command):
    assert command("watch", "--line", "s13").out == command("watch", "--line", "S13-suspension-for-suspension").out


def test_a_denied_line_says_what_is_no_longer_possible(command):
    ran = command("watch", "--line", "S26", "--denied")
    assert ran.code == 0
    assert "Here it is denied: Pyongyang does not answer Seoul" in ran.out
    assert "\nNo longer possible: National Assembly approval is not possible: " in ran.out
    assert "\nHeld: There is no summit of one.\n" in ran.out


def test_one_json_object_a_line(command):
    ran = command("watch", "--line", "S13", "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert (lines[0]["kind"], lines[0]["code"], lines[0]["denied"]) == ("line", "S13", False)
    assert [line["turn"] for line in lines if line["kind"] == "turn"] == [1, 2, 3, 4, 5]
    assert [line["turn"] for line in lines if line["kind"] == "commentary"] == [1, 2, 3, 4, 5]
    assert all(line["held"] for line in lines if line["kind"] == "hallmark")
    assert lines[-1] == {"kind": "stopped", "turn": 5}


def test_it_waits_after_each_turn(command):
    ran = command("watch", "--line", "S7", "--step", typed="\n\n")
    assert ran.err.count("Press enter") == 2
    assert command("watch", "--line", "S7").out == ran.out


def test_a_line_is_kept_as_a_game_that_verifies_and_branches(command, tmp_path, saves):
    path = tmp_path / "line.jsonl"
    command("watch", "--line", "S7", "--record", path)
    record = read_record(path)
    assert (record.header.scenario, record.header.seed) == ("mar-a-lago-2017", 7)
    assert command("verify", path).code == 0
    assert command("branch", path, "--turn", 2, "--as", "rok").code == 0


def test_a_watched_line_is_no_game_to_go_on_with(command, saves):
    command("watch", "--line", "S7")
    (path,) = saves.glob("*.jsonl")
    kept = path.read_bytes()
    assert "Mar-a-Lago 2017, a line of play that was watched, " in command("saves").out
    assert "No game is saved" in command("resume", "--plain").err
    ran = command("resume", path.name, "--plain")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{path.name} is a line of play that was watched; nobody sits at it. Look at it with "
        f"`tabletop replay {path.name}`, or take a seat in it with `tabletop branch {path.name} --turn 2 --as ROLE`.\n"
    )
    assert path.read_bytes() == kept


def test_resume_passes_over_what_was_only_watched(command, saves):
    command("play", SCENARIO, "--as", "rok", "--seed", 7, "--plain", typed="quit\n")
    command("watch", "--line", "S7")
    assert "mar-a-lago-2017-rok.jsonl" in command("resume", "--plain", typed="quit\n").out


def test_in_a_branch_of_a_line_the_doctrines_go_on(command, saves):
    command("watch", "--line", "S7")
    (path,) = saves.glob("*.jsonl")
    branched = command("branch", path.name, "--turn", 2, "--as", "rok").out
    assert "played by rok." in branched
    name = branched.rpartition("tabletop resume ")[2].strip()
    seats = read_record(saves / name).header.seats
    assert {seat.kind for role, seat in seats.items() if role != "rok"} == {"doctrine"}
    assert "Turn 3" in command("resume", name, "--plain", typed="seal\nnext\nquit\n").out


def test_an_unknown_code_is_told_with_what_was_meant(command):
    ran = command("watch", "--line", "S133")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "There is no line 'S133'. Did you mean `S13`?\n"
    assert "There are: S1, S2, S3, " in command("watch", "--line", "ZZZ").err


def test_a_scenario_may_be_named_if_it_is_the_line_s_own(command):
    assert command("watch", "mar-a-lago-2017", "--line", "S7").code == 0
    ran = command("watch", "hanoi-2019", "--line", "S7")
    assert ran.code == 2
    assert ran.err == ("The line S7 is played in mar-a-lago-2017, not in hanoi-2019. Leave the scenario out.\n")


def test_what_does_not_go_with_a_line_is_refused(command):
    assert "leave out --seed" in command("watch", "--line", "S7", "--seed", 3).err
    assert "--denied belongs to a line" in command("watch", "mar-a-lago-2017", "--denied").err
    assert "nothing in it can be denied" in command("watch", "--line", "S8", "--denied").err
    assert "Name a scenario to watch, or a line" in command("watch").err


def test_a_hallmark_that_does_not_hold_is_an_exit_code(command, tmp_path):
    command("pack", "new", tmp_path / "own", "--from", "korea")
    name = "S7-trade-for-pressure.toml"
    text = (KOREA / "lines" / name).read_text(encoding="utf-8").replace("great-powers >= 60", "great-powers >= 100")
    (tmp_path / "own" / "lines").mkdir()
    (tmp_path / "own" / "lines" / name).write_text(text, encoding="utf-8")
    ran = command("watch", "--line", "S7", "--pack", tmp_path / "own")
    assert ran.code == 1
    assert "\nNot held: The term ends with something to show" in ran.out


def test_a_fault_in_a_line_is_told_with_its_place(command, tmp_path):
    command("pack", "new", tmp_path / "own", "--from", "korea")
    (tmp_path / "own" / "lines").mkdir()
    text = (KOREA / "lines" / "S7-trade-for-pressure.toml").read_text(encoding="utf-8")
    broken = tmp_path / "own" / "lines" / "S7-trade-for-pressure.toml"
    broken.write_text(text.replace("mar-a-lago-2017", "mar-a-lago-2071"), encoding="utf-8")
    for words in (("watch", "--line", "S7", "--pack"), ("pack", "check")):
        ran = command(*words, tmp_path / "own")
        assert ran.code == 2
        assert "lines/S7-trade-for-pressure.toml:5:12  line.S7-trade-for-pressure.scenario: " not in ran.err
        assert "lines/S7-trade-for-pressure.toml:5:12" in ran.err
        assert "Did you mean `mar-a-lago-2017`?" in ran.err


def test_checking_a_pack_counts_its_lines(command):
    assert "40 lines of play, " in command("pack", "check", KOREA).out
    assert "lines of play" not in command("pack", "check", ROOT / "content" / "freeze-for-freeze").out


def test_the_coverage_of_a_pack_is_printed_or_written(command, tmp_path):
    ran = command("pack", "coverage", "korea", "--out", tmp_path / "coverage.md")
    assert ran.code == 0
    assert "| **S13 " in (tmp_path / "coverage.md").read_text(encoding="utf-8")
    assert command("pack", "coverage", "freeze-for-freeze").out.startswith("# What is covered: ")
