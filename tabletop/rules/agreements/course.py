"""The course of texts through a turn: when each rule about them has its say."""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.rules.happened import Chronicle
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook

from .ladder import climb
from .moment import Moment
from .proof import find_out
from .ratifying import ratify_texts
from .responses import calm, respond, snap_back
from .running_out import run_out
from .showing import pay_for_proofs
from .signing import sign_texts


def moment_of(
    book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders], seed: int
) -> Moment | None:
    """What the rules about signed texts need to know this turn; `None` if the pack has none."""
    return Moment(book, book.layout, chronicle, turn, orders, seed) if book.layout is not None else None


def before_acts(moment: Moment) -> None:
    """Signatures, ratifications and steps due: what was agreed comes before what anybody does besides."""
    pay_for_proofs(moment)
    sign_texts(moment)
    if moment.layout.taken(moment.row):
        ratify_texts(moment)
        climb(moment)


def evidence(moment: Moment) -> None:
    """What comes to light about steps."""
    if moment.layout.taken(moment.row):
        find_out(moment)


def responses(moment: Moment) -> None:
    """Snap-backs, what the parties answer, and texts that end. An answer can prove a breach, or be one."""
    if moment.layout.taken(moment.row):
        snap_back(moment)
        respond(moment)
        snap_back(moment)
        calm(moment)
        run_out(moment)
