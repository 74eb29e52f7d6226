"""docs/pack-format.md, the chapter on lines of play: its block is a line, and it names every key there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomli

from tabletop.pack.lines import (
    Betrayed,
    Denied,
    Hallmark,
    Line,
    LineAnswer,
    LineDraft,
    LineDuty,
    LineOrder,
    LineReading,
    LineResponse,
    LineTurn,
    Refusal,
    Unsigned,
    Withheld,
)  # fmt: skip
from tabletop.pack.terms import Table

PAGE = Path(__file__).parent.parent.parent / "docs" / "pack-format.md"
CHAPTER = re.findall(r"^## Lines of play$.*?(?=^## )", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[0]
BLOCK = re.findall(r"```toml\n(.*?)```", CHAPTER, re.DOTALL)[0]
MODELS: list[type[Table]] = [
    Line, LineTurn, LineOrder, LineAnswer, LineDraft, LineDuty, LineResponse, LineReading, Hallmark, Denied, Refusal,
    Withheld, Unsigned, Betrayed,
]  # fmt: skip


def test_the_block_is_a_line() -> None:
    assert Line.model_validate(tomli.loads(BLOCK)).code == "S13"


@pytest.mark.parametrize("model", MODELS)
def test_every_key_is_named(model: type[Table]) -> None:
    keys = {field.alias or name for name, field in model.model_fields.items()}
    assert [key for key in keys if not re.search(rf"\b{key}\b ?[=:]|\[\[?(?:\w+\.)?{key}\]|`{key}`", BLOCK)] == []
