"""Lines of play stand beside a pack: read when asked for, every fault told at its place, and no part of the pack."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.folder import read_folder
from tabletop.pack.line_reading import line_names, load_line, load_lines
from tabletop.pack.load import load_pack
from tabletop.pack.names import Names

FILE = "L1-a-dry-month.toml"
LINE = """\
code = "L1"
title = "A dry month"
idea = "Close the sluice and see who asks."
source = "design"
scenario = "dry-summer"
seed = 3
brings = "They ask."
undermined = "They do not."

[[turn]]
turn = 1
says = "The sluice falls."
orders = [{ act = "north/close-sluice@south", knowing = true }]

[[turn]]
turn = 2
says = "South takes a toll, if its assembly lets it."
orders = [{ act = "south/take-toll", ask = true }]
answers = [{ role = "south", act = "north/renew:river.tolls", says = true }]

[[hallmark]]
turn = 1
when = "tension >= 60"
says = "The fields are dry."

[[hallmark]]
turn = 3
act = "south/take-toll"
is = "refused"
says = "The assembly says no."

[denied]
says = "South gives in."
refuses = [{ turn = 2, role = "south", act = "north/renew:river.tolls" }]
withholds = [{ turn = 2, act = "south/take-toll" }]
[[denied.hallmark]]
turn = 3
when = "capital[south] >= 0"
says = "Nobody pays."
"""

FAULTS = {
    "an act nobody can make": ('"north/close-sluice@south"', '"north/close-slice@south"', 13, 19, 'There is no move "close-slice".', "Did you mean `close-sluice`?"),
    "a role nobody has": ('act = "south/take-toll", ask', 'act = "sout/take-toll", ask', 18, 19, 'There is no role "sout".', "Did you mean `south`?"),
    "a move that is not the role's": ('"north/close-sluice@south"', '"south/close-sluice@north"', 13, 19, '"south" cannot make the move close-sluice.', "It is made by: north."),
    "an act without its target": ('"north/close-sluice@south"', '"north/close-sluice"', 13, 19, '"north/close-sluice" is no act of this pack.', "Choose from: north/close-sluice@south."),
    "who answers": ('{ role = "south", act = "north/renew:river.tolls", says', '{ role = "soth", act = "north/renew:river.tolls", says', 19, 21, 'There is no role "soth".', "Did you mean `south`?"),
    "a source": ('source = "design"', 'source = "desing"', 4, 10, 'There is no source "desing".', "Did you mean `design`?"),
    "a scenario": ('"dry-summer"', '"dry-sumer"', 5, 12, 'There is no scenario "dry-sumer".', "Did you mean `dry-summer`?"),
    "a turn too late": ("turn = 2\nsays", "turn = 9\nsays", 16, 8, "Turn 9 is never played.", "Write a turn from 1 to 3."),
    "a turn twice": ("turn = 2\nsays", "turn = 1\nsays", 16, 8, "Turn 1 stands after turn 1.", "Put the turns in order, each once."),
    "a hallmark too late": ("turn = 3\nact", "turn = 4\nact", 27, 8, "Turn 4 is never played.", "Write a turn from 1 to 3."),
    "a track in a hallmark": ('"tension >= 60"', '"tensio >= 60"', 23, 9, "There is no track `tensio`.", "Did you mean `tension`?"),
    "a role of nobody in a hallmark": ('"tension >= 60"', "\"actor == 'north'\"", 23, 9, "`actor` means nothing here.", "It is known in moves and doctrines only."),
    "a hallmark about nothing": ('when = "tension >= 60"\n', "", 21, 1, "A hallmark is a condition, or what became of one thing.", "Write `when`, or one of `act`, `duty` and `text` together with `is`."),
    "a hallmark about two things": ('when = "tension >= 60"', 'when = "tension >= 60"\ntext = "1"', 21, 1, "A hallmark is a condition, or what became of one thing.", "Write `when`, or one of `act`, `duty` and `text` together with `is`."),
    "what an act cannot become": ('is = "refused"', 'is = "feigned"', 29, 6, "That is nothing a hallmark's `act` can be.", "Write one of: done, refused, permitted, consent, breach, barred."),
    "a word that is no outcome": ('is = "refused"', 'is = "refusd"', 29, 6, '"refusd" is not one of the words for this key.', "Did you mean `refused`?"),
    "an order that is not in the line": ('withholds = [{ turn = 2, act = "south/take-toll" }]', 'withholds = [{ turn = 2, act = "south/take-tolls" }]', 35, 32, "The line has no such order in turn 2.", "Did you mean `south/take-toll`?"),
    "a code that is none": ('code = "L1"', 'code = "L-1"', 1, 8, '"L-1" is not a code.', "Write a capital letter and a number of one or two digits: S13."),
    "another line's code": ('code = "L1"', 'code = "L2"', 1, 8, "The file's name does not begin with its code, L2-.", "Rename the file, for example L2-a-dry-month.toml."),
    "a key": ('brings = "They ask."', 'bring = "They ask."', 7, 1, 'There is no key "bring" here.', "Did you mean `brings`?"),
    "a bracket": ("[[turn]]", "[[turn]", 10, 7, "The table's name is not closed.", "Write `[table.id]`, or `[[table.id]]` for one of several."),
    "no hallmark": (LINE[: LINE.index("[denied]")], "hallmark = []\nturn = []\n" + LINE[: LINE.index("\n[[turn]]")], 1, 12, "A line without a hallmark proves nothing.", "Write `[[hallmark]]` and what must hold."),
    "a template": ('turn = 1\nsays = "The sluice falls."', 'turn = 1\nsays = "."\ndrafts = [{ template = "peace", signs = ["north"] }]', 13, 24, 'There is no template "peace".', "Define it, or name another."),
    "a draft of nothing": ('turn = 1\nsays = "The sluice falls."', 'turn = 1\nsays = "."\ndrafts = [{ signs = ["north"] }]', 13, 11, "A draft is a template of the pack, or a text of its own.", "Write `template`, or `text` with a name, a forum, parties and steps."),
}  # fmt: skip


@pytest.fixture
def home(tmp_path, tiny):
    """A folder with the small pack and one line."""
    folder = tmp_path / "tiny"
    for name, text in {**tiny, f"lines/{FILE}": LINE}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def names(home):
    return Names(load_pack(home))


def test_a_line_is_read(home, names):
    lines = load_lines(home, names)
    line = lines["L1-a-dry-month"]
    assert (line.code, line.source, line.length) == ("L1", ("design",), 3)
    assert line.turn[0].orders[0].knowing
    assert line.hallmark[1].is_ == "refused"
    assert load_line(home, names, "L1-a-dry-month") == line


def test_a_line_is_no_part_of_its_pack(home, tiny):
    with_line = load_pack(home)
    (home / "lines" / FILE).write_text("what = ever", encoding="utf-8")
    assert load_pack(home).digest == with_line.digest
    assert read_folder(home) == tiny


def test_a_pack_without_the_folder_has_no_lines(home, names):
    (home / "lines" / FILE).unlink()
    (home / "lines").rmdir()
    assert load_lines(home, names) == {}
    assert line_names(home) == ()


def test_lines_stand_in_the_order_people_count(home):
    for name in ("L10-b", "L2-c"):
        (home / "lines" / f"{name}.toml").write_text("")
    assert line_names(home) == ("L1-a-dry-month", "L2-c", "L10-b")


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_at_its_place(case, home, names):
    old, new, line, column, what, remedy = case
    assert LINE.count(old) >= 1
    (home / "lines" / FILE).write_text(LINE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_lines(home, names)
    (fault,) = [fault for fault in caught.value.faults if fault.what == what]
    assert (fault.file, fault.line, fault.column) == (f"lines/{FILE}", line, column)
    assert fault.remedy == remedy


def test_one_code_names_one_line(home, names):
    (home / "lines" / "L1-again.toml").write_text(LINE, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_lines(home, names)
    (fault,) = caught.value.faults
    assert fault.what == "The code L1 belongs to lines/L1-a-dry-month.toml already."


def test_another_line_s_fault_does_not_matter_to_this_one(home, names):
    (home / "lines" / "L2-broken.toml").write_text("code = ", encoding="utf-8")
    assert load_line(home, names, "L1-a-dry-month").code == "L1"
    with pytest.raises(PackError):
        load_lines(home, names)


def test_a_line_in_a_folder_within_is_told_to_move_up(home, names):
    (home / "lines" / "more").mkdir()
    (home / "lines" / "more" / FILE).write_text(LINE, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_lines(home, names)
    (fault,) = caught.value.faults
    assert (fault.file, fault.remedy) == (f"lines/more/{FILE}", "Move it up.")
