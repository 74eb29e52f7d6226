"""A branch that today's rules cannot play is refused, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.record.format import RecordError
from tabletop.record.replaying import Parting, table_of
from tabletop.shell import session

RECORD = Path(__file__).parents[1] / "record" / "first-table.jsonl"


@pytest.mark.parametrize(("entry", "mend"), [(1, "It can still be watched"), (2, "Branch before it.")])
def test_a_branch_of_other_rules_is_refused_and_leaves_no_file(tmp_path, monkeypatch, entry, mend):
    monkeypatch.setattr(
        session, "table_of", lambda record, book: (table_of(record, book)[0], Parting(entry, "the rules are others"))
    )
    with pytest.raises(RecordError, match=mend):
        session.branch_off(RECORD, 4, tmp_path / "branch.jsonl", people=["us"])
    assert list(tmp_path.iterdir()) == []
