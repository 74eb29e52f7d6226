"""The clinic: verdict puzzles of a scenario, at a prompt or as a sheet to print."""

from __future__ import annotations

import gc
import secrets
import sys

from tabletop.pack.shipped import find_pack, known_packs
from tabletop.plain.clinic import answers_page, hold, questions_page
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.clinic import draw
from tabletop.shell.starting import Unknown, open_rulebook

from .entry import OK
from .loading import book_for
from .output import desk, page
from .screen import open_clinic, require_screen


def begin_clinic(
    scenario: str | None, *, seed: int | None, questions: int, pack: str | None, plain: bool, on_paper: bool
) -> int:
    """Draw the puzzles, and ask or print them."""
    if not plain and not on_paper:
        require_screen("clinic", *((scenario,) if scenario else ()), *(("--pack", pack) if pack else ()))
    book = book_for(scenario, pack) if scenario else _first_book(pack)
    place = scenario or min(book.pack.scenario, key=lambda id_: book.pack.scenario[id_].starts)
    chance = seed if seed is not None else secrets.randbelow(1_000_000)
    puzzles = draw(book, place, chance, questions)
    if len(puzzles) < questions:
        print(f"{place} has fewer acts to ask about than {questions}; these are {len(puzzles)}.", file=sys.stderr)
    if not plain and not on_paper:
        return open_clinic(book, place, chance, puzzles)
    gc.enable()
    if not on_paper:
        return hold(book, puzzles, chance, desk())
    out = page()
    out.say(*questions_page(book, puzzles, chance))
    if out.live:
        out.say("")
    else:
        print("\f", end="", file=out.out)  # a printer begins a new page here
    out.say(*answers_page(book, puzzles, chance))
    return OK


def _first_book(pack: str | None) -> Rulebook:
    folders = [find_pack(pack)] if pack else known_packs()
    if not folders:
        raise Unknown("There is no pack here. Name one with --pack, by its folder.")
    return open_rulebook(folders[0])
