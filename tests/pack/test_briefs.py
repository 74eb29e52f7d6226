"""Briefs: a public part, a confidential part, and a role that agrees with the file's name."""

from __future__ import annotations

from tabletop.pack.load import read_pack

NORTH, SOUTH = "briefs/north.md", "briefs/dry-summer/south.md"


def test_a_brief_is_parted_at_its_heading(tiny):
    brief = read_pack(tiny).brief["north"]
    assert brief.public == "# What everybody knows\n\nYou govern the North bank."
    assert brief.confidential == "# For your eyes only\n\nThe sluice leaks."


def test_a_brief_without_a_confidential_part_is_public(tiny):
    brief = read_pack(tiny).brief["dry-summer/south"]
    assert brief.public.endswith("No rain.")
    assert brief.confidential == ""


def test_the_heading_may_be_of_any_depth(tiny):
    tiny[NORTH] = tiny[NORTH].replace("# For", "### For")
    assert read_pack(tiny).brief["north"].confidential.startswith("### For")


def test_a_line_that_only_mentions_the_heading_parts_nothing(tiny):
    tiny[NORTH] = tiny[NORTH].replace("You govern", "See below, For your eyes only.\nYou govern")
    assert "You govern" in read_pack(tiny).brief["north"].public


def test_a_brief_must_begin_with_its_role(fault_when):
    fault = fault_when(NORTH, "+++\n", "")
    assert str(fault) == (
        "briefs/north.md:1:1  The brief does not begin with its role. "
        'Remedy: Begin with +++, `role = "..."` and +++, each on its own line.'
    )


def test_the_lines_in_front_must_end(fault_when):
    assert fault_when(SOUTH, '"south"\n+++', '"south"').what == "The brief does not begin with its role."


def test_a_mistake_in_front_is_told_at_its_line_of_the_file(fault_when):
    fault = fault_when(NORTH, 'role = "north"', "role = north")
    assert (fault.line, fault.column, fault.what) == (2, 8, "The value here cannot be read.")


def test_an_unknown_key_in_front_is_told(fault_when):
    fault = fault_when(NORTH, "confidential_from", "confidental_from")
    assert (fault.line, fault.column) == (3, 1)
    assert fault.remedy == "Did you mean `confidential_from`?"


def test_a_missing_role_is_told(fault_when):
    fault = fault_when(NORTH, 'role = "north"\n', "")
    assert (fault.what, fault.remedy) == ("The key `role` is missing.", 'Add `role = "north"`.')


def test_the_role_is_the_one_in_the_files_name(fault_when):
    fault = fault_when(NORTH, 'role = "north"', 'role = "south"')
    assert (fault.line, fault.column) == (2, 8)
    assert fault.what == 'The file\'s name says that this brief is for "north".'


def test_the_heading_must_be_there(fault_when):
    fault = fault_when(NORTH, "# For your eyes only", "# For you")
    assert (fault.line, fault.column) == (3, 21)
    assert fault.what == 'The brief has no heading "For your eyes only".'


def test_the_heading_must_be_text(fault_when):
    fault = fault_when(NORTH, '"For your eyes only"', "5")
    assert (fault.line, fault.column, fault.what) == (3, 21, "A heading is wanted here.")


def test_a_brief_has_an_end(fault_when):
    fault = fault_when(NORTH, "You govern the North bank.", "word " * 5_000)
    assert fault.what == "This text has 25,023 characters; 20,000 are allowed."
