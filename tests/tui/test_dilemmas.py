"""The brief on screen names the choices a role will face, and what each costs."""

from __future__ import annotations

from tabletop.rules.rulebook import Rulebook
from tabletop.tui.panels.brief import brief_page


def test_the_brief_names_each_horn_and_its_price(book: Rulebook) -> None:
    said = ["".join(words for words, _ in par.spans) for par in brief_page(book, "mar-a-lago-2017", "prc")]
    place = said.index("Choices you will face")
    assert said[place + 1].startswith("Beijing's choice. ")
    assert (
        said[place + 2]
        == "Squeeze the liability. Influence in Pyongyang is spent once, and a collapse would cross your river."
    )
    assert said[place + 3].startswith("Stay even-handed. ")
