"""What is refused before it is read: too many, too large, too deep, outside the folder, not text."""

from __future__ import annotations

import time

import pytest

from tabletop.pack.faults import Fault
from tabletop.pack.limits import MAX_FILE_BYTES, MAX_FILES, MAX_PACK_BYTES, decoded, name_and_size_faults, text_faults


@pytest.mark.parametrize(
    "name", ["../x.toml", "/x.toml", "law/../../x.toml", "law//x.toml", "./x.toml", "a\\b.toml", "C:/x.toml", ""]
)
def test_a_path_that_leaves_the_folder_is_refused(name, tiny, faults_of):
    tiny[name] = ""
    (fault,) = faults_of(tiny)
    assert fault.what == "This path does not stay inside the pack's folder."


def test_a_path_that_would_command_a_terminal_is_refused_harmlessly(tiny, faults_of):
    tiny["\x1b[2J.toml"] = ""
    (fault,) = faults_of(tiny)
    assert "\x1b" not in str(fault)


def test_a_file_too_large_is_refused(tiny, faults_of):
    tiny["law/long.toml"] = "#" * (MAX_FILE_BYTES + 1)
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "law/long.toml  This file holds 262,145 bytes; at most 262,144 are read. Remedy: Split it into smaller files."
    )


def test_a_pack_too_large_is_refused():
    count = MAX_PACK_BYTES // MAX_FILE_BYTES + 1
    (fault,) = name_and_size_faults({f"{number}.toml": MAX_FILE_BYTES for number in range(count)})
    assert fault.what == "The pack's files hold 2,359,296 bytes; at most 2,097,152 are read."


def test_a_pack_of_too_many_files_is_refused():
    (fault,) = name_and_size_faults({f"{number}.toml": 1 for number in range(MAX_FILES + 1)})
    assert fault.what == "The pack has 401 files; at most 400 are read."


def test_bytes_that_are_no_text_are_refused_where_they_stand():
    fault = decoded("roles.toml", 'a = 1\nä = "\xff"'.encode("latin-1").replace(b"\xe4", "ä".encode()))
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column, fault.what) == (2, 6, "The file is not UTF-8 text from here on.")


@pytest.mark.parametrize("mark", ["\0", "\x07", "\x1b", "\x7f", "\r", "\ud800"])
def test_a_control_character_is_refused_where_it_stands(mark):
    (fault,) = text_faults("briefs/us.md", f"one\ntwo {mark} three")
    assert (fault.line, fault.column) == (2, 5)
    assert fault.what == f"A control character (U+{ord(mark):04X}) stands here."


def test_tabs_line_ends_and_every_script_are_plain_text():
    assert not list(text_faults("briefs/us.md", "\tAbkommen\n정전협정 停战协定 соглашение 🕊"))


@pytest.mark.parametrize("part", ["a", '"a"', "'a'", '"\\""', '"a.b"'])
def test_a_key_of_too_many_parts_is_refused_however_it_is_written(part):
    (fault,) = text_faults("a.toml", "x = 1\n" + " . ".join([part] * 20) + " = 1")
    assert (fault.line, fault.what) == (2, "This key has more than 16 parts.")


def test_a_long_sentence_is_no_key():
    assert not list(text_faults("a.toml", 'a = "' + "And so on. " * 40 + '"'))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 500_000,
        "." * 500_000,
        "a." * 15 + "a" * 400_000,
        '"\\' * 200_000 + "." * 20,
        '"' * 400_001 + "." * 20,
        ("a." * 15 + "\n") * 15_000,
        "a .\t" * 15 + " " * 400_000,
    ],
    ids=["word", "dots", "word after dots", "escapes", "quotes", "many keys", "spaces"],
)
def test_no_text_takes_long_to_refuse(text):
    started = time.perf_counter()
    list(text_faults("a.toml", text))
    assert time.perf_counter() - started < 2
