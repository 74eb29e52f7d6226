"""The list of commands: every key means one thing on a screen, and every command has its handler."""

from __future__ import annotations

import importlib

import pytest

from tabletop.shell.commands import COMMANDS, commands_of

SCREENS = {
    "menu": "menu.MenuScreen", "setup": "setup.SetupScreen", "saves": "saves.SavesScreen", "brief": "brief.BriefScreen",
    "handover": "handover.HandOverScreen", "table": "table.TableScreen", "ledger": "ledger.LedgerScreen",
    "ending": "ending.EndingScreen", "clinic": "clinic.ClinicScreen", "talks": "talks.TalksScreen", "replay": "replay.ReplayScreen",
}  # fmt: skip


@pytest.mark.parametrize("place", SCREENS)
def test_a_key_means_one_thing_on_a_screen(place):
    keys = [key for command in commands_of(place) for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("place", SCREENS)
def test_every_command_of_a_screen_can_be_carried_out(place):
    module, name = SCREENS[place].split(".")
    screen = getattr(importlib.import_module(f"tabletop.tui.screens.{module}"), name)
    for command in commands_of(place):
        panels = [panel.id for panel in getattr(screen, "PANELS", ())]
        assert command.id in panels or hasattr(screen, f"do_{command.id.replace('-', '_')}"), command.id


def test_a_key_means_the_same_on_every_screen_that_has_it():
    """But for Enter, Esc, the arrows and the digits, whose meaning is always where one is."""
    meant: dict[str, set[str]] = {}
    for command in COMMANDS:
        for key in command.keys:
            meant.setdefault(key, set()).add(command.id)
    where_one_is = {"left", "right", *"12345"}
    several = {key for key, ids in meant.items() if len(ids) > 1} - where_one_is
    assert several <= {"n", "b"}, (
        "n is no at the table and new in the menu, b breach in the clinic and a branch elsewhere"
    )
