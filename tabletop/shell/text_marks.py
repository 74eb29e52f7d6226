"""Text marks: how answers, steps and the linter's notes are spelled, signed and tinted."""

from __future__ import annotations

from typing import Literal

from tabletop.rules.agreements.lint import Kind
from tabletop.rules.texts.deal import DutyState, Stage
from tabletop.table.drafts import Says

from .words import Mark

ANSWERS: dict[Says | None, Mark] = {
    "accept": Mark("✓", "would sign", "permitted"),
    "near": Mark("◇", "comes near", "consent"),
    "refuse": Mark("✗", "would not sign", "breach"),
    None: Mark("·", "has not answered", "quiet"),
}
"""What a delegation said about a draft; it binds nobody."""

DUTIES: dict[DutyState, Mark] = {
    DutyState.WAITING: Mark("·", "to come", "quiet"),
    DutyState.LATE: Mark("!", "late", "breach"),
    DutyState.DONE: Mark("✓", "done", "permitted"),
    DutyState.COUNTED: Mark("=", "so already", "permitted"),
    DutyState.FEIGNED: Mark("~", "reported, not done", "contested"),
    DutyState.STALLED: Mark("≈", "stalled over a word", "contested"),
    DutyState.MISSED: Mark("✗", "missed", "breach"),
    DutyState.SUSPENDED: Mark("‖", "taken back", "barred"),
    DutyState.LAPSED: Mark("-", "lapsed", "barred"),
    DutyState.ASKED: Mark("◇", "waits for a yes", "consent"),
}
DUE_NOW = Mark("▸", "due this turn", "note")

NOTES: dict[Kind, Mark] = {
    "bars": Mark("⊘", "stops it", "breach"),
    "fails": Mark("✗", "would fail", "breach"),
    "asks": Mark("◇", "needs a yes", "consent"),
    "warns": Mark("!", "warns", "contested"),
    "notes": Mark("·", "tells", "quiet"),
}

STAGES: dict[Stage | Literal["leaving"], Mark] = {
    Stage.PROVISIONAL: Mark("□", "provisional", "consent"),
    Stage.IN_FORCE: Mark("■", "in force", "permitted"),
    "leaving": Mark("‖", "notice given", "breach"),
}
