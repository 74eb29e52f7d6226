"""The law: instruments by family, each provision with its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.rulebook import Rulebook
from tabletop.shell.lawbook import InstrumentLines, ProvisionLine
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

SIGNS = {"law": "■", "promise": "□", "dormant": "·", "disputed": "≈", "broken": "✗", "silent": " "}
MEANS = {
    "law": "It is law now.",
    "promise": "It is a promise now, not law: dropping it costs trust and breaches nothing.",
    "dormant": "It is on the books and not applied.",
    "disputed": "Whether it binds is disputed.",
    "broken": "It is broken, and proven so.",
    "silent": "It says nothing in this state.",
}


def law_rows(instruments: Sequence[InstrumentLines], sought: str = "") -> tuple[Row, ...]:
    """Rows of the law, filtered by what was typed."""
    wanted = sought.strip().lower()
    rows: list[Row] = []
    family = ""
    for text in sorted(instruments, key=lambda each: [other.family for other in instruments].index(each.family)):
        kept = [line for line in text.provisions if not wanted or wanted in _all_text(text, line)]
        if not kept:
            continue
        if text.family != family:
            family = text.family
            rows.append(Row(((family.replace("-", " ").upper(), "quiet"),)))
        rows.append(Row(((text.title, "head"),), wrap=True))
        rows += [_row(line) for line in kept]
    return tuple(rows)


def law_page(book: Rulebook, line: ProvisionLine) -> Iterator[Par]:
    """One provision, explained."""
    instrument = line.label.partition(".")[0]
    yield Par(
        (
            (f"{SIGNS[line.standing]} ".lstrip(), line.standing),
            (line.title, "strong"),
            (f" · {line.state}", line.standing),
        )
    )
    yield par(line.says)
    yield par(f"{line.cite} · {book.pack.instrument[instrument].title}", "quiet")
    yield par(f"{MEANS[line.standing]} {'You are bound by it.' if line.binds_you else 'It is not addressed to you.'}")
    if line.note:
        yield par(line.note)
    if line.keeper:
        yield par(line.keeper, hang=10, mark="keeper")
    provision = book.names.provisions[line.label]
    if provision.pair:
        yield par(book.names.provisions[provision.pair].title, hang=10, mark="pair")


def _row(line: ProvisionLine) -> Row:
    changed = (("● ", "note"),) if line.changed else ()
    return Row(
        ((line.title, "" if line.binds_you else "quiet"),),
        line.label,
        (*changed, (line.state, line.standing)),
        wrap=True,
        mark=((f"{SIGNS[line.standing]} ", line.standing),),
    )


def _all_text(text: InstrumentLines, line: ProvisionLine) -> str:
    return f"{text.title} {text.family} {line.title} {line.state} {line.cite} {line.says}".lower()
