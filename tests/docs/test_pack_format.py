"""docs/pack-format.md, the chapter on texts: its blocks make a sound pack, and every fault it shows is told as shown."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tabletop.pack.expressions import NOWHERE, read
from tabletop.pack.faults import PackError
from tabletop.pack.folder import read_folder
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack, read_pack
from tabletop.pack.names import Names
from tabletop.pack.scaffold import new_pack, starter_folder
from tabletop.pack.syntax import ExpressionFault

from .test_authoring import BLOCK, edit

PAGE = Path(__file__).parent.parent.parent / "docs" / "pack-format.md"
SLIP = re.compile(r"^\| `(?P<text>.+?)` \| (?P<told>[^|]+?) \|$", re.MULTILINE)
SLIPS = list(SLIP.finditer(PAGE.read_text(encoding="utf-8").partition("\n| You write | You are told |\n")[2]))
CHAPTER = re.findall(r"^## Texts$.*?(?=^## )", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[0]
ROW = re.compile(
    r"^\| `(?P<file>\S+)` \| `(?P<old>.+?)` \| (?:`(?P<new>.+?)`|nothing) \| (?P<told>.+) \|$", re.MULTILINE
)
ROWS = list(ROW.finditer(CHAPTER))


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> dict[str, str]:
    """The pack for beginners with every block of the chapter added to it."""
    folder, before = tmp_path_factory.mktemp("texts") / "bank", Path.cwd()
    new_pack(folder)
    os.chdir(folder)
    try:
        for kind, block in BLOCK.findall(CHAPTER):
            assert kind == "toml"
            edit(block)
    finally:
        os.chdir(before)
    return read_folder(folder)


def test_the_blocks_make_a_sound_pack_without_a_warning(written):
    assert lint(read_pack(written)) == ()


def test_the_blocks_name_every_key_there_is(written):
    pack = read_pack(written)
    texts = list(pack.template.values())
    alike = [
        [pack.header.agreements], list(pack.clause.values()), texts, [step for text in texts for step in text.step],
        list(pack.word.values()), list(pack.doctrine["harbours-first"].worth),
    ]  # fmt: skip
    missing = [
        f"{type(tables[0]).__name__}.{key}"
        for tables in alike
        for key in type(tables[0]).model_fields
        if not any(key in table.model_fields_set for table in tables)
    ]
    assert missing == ["Clause.target"]


def test_the_table_of_faults_is_read_whole():
    assert len(ROWS) == CHAPTER.partition("| --- |")[2].count("\n| ")


@pytest.mark.parametrize("row", ROWS, ids=[row["told"][:50] for row in ROWS])
def test_every_fault_is_told_as_the_page_shows(written, row):
    file, old = row["file"], row["old"]
    assert old in written[file]
    with pytest.raises(PackError) as caught:
        read_pack({**written, file: written[file].replace(old, row["new"] or "", 1)})
    assert row["told"] in [f"{fault.what} {fault.remedy}" for fault in caught.value.faults if fault.file == file]


def test_the_slips_are_read_whole():
    assert len(SLIPS) == 8


@pytest.mark.parametrize("slip", SLIPS, ids=[slip["text"] for slip in SLIPS])
def test_every_slip_in_an_expression_is_told_as_the_page_shows(slip):
    names = Names(load_pack(starter_folder()))
    with pytest.raises(ExpressionFault) as caught:
        read(slip["text"], names, NOWHERE, "truth")
    assert str(caught.value) == slip["told"]
