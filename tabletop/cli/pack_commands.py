"""Pack commands: what authors type. The work itself is imported by the command that needs it."""
# ruff: noqa: PLC0415  `tabletop --version` must not wait for rules, pydantic or Textual

from __future__ import annotations

import click


@click.group()
def pack() -> None:
    """Write, check and look into packs: what authors make."""


@pack.command()
@click.argument("path", required=False)
@click.option("--strict", is_flag=True, help="Count warnings as faults.")
def check(path: str | None, strict: bool) -> int:
    """Name every fault of the pack at PATH, or of all known packs, with its place and a remedy."""
    from .packs import check_packs

    return check_packs(path, strict=strict)


@pack.command(name="compile")
@click.argument("path", required=False)
def compile_(path: str | None) -> int:
    """Print the rules generated from the pack at PATH, or from the first known one."""
    from .packs import print_rules

    return print_rules(path)


@pack.command()
@click.argument("folder")
@click.option("--title", metavar="T", help="What the pack is called.")
@click.option("--from", "origin", metavar="PACK", help="Copy this pack instead of the small starter.")
def new(folder: str, title: str | None, origin: str | None) -> int:
    """Write a small working pack into FOLDER, to start from."""
    from .authoring import write_new

    return write_new(folder, title, origin)


@pack.command()
@click.option("--out", metavar="FILE", help="Write it there instead of printing it.")
def schema(out: str | None) -> int:
    """Print the JSON Schema of the format, for editors that complete and check TOML."""
    from .authoring import print_schema

    return print_schema(out)


@pack.command()
@click.argument("pack", required=False)
@click.option("--out", metavar="FILE", help="Write it there instead of printing it.")
def docs(pack: str | None, out: str | None) -> int:
    """Print PACK as one page of Markdown: moves, law with its states, fora, events, doctrines, sources."""
    from .authoring import print_catalogue

    return print_catalogue(pack, out)


@pack.command()
@click.argument("pack", required=False)
@click.option("--out", metavar="FILE", help="Write it there instead of printing it.")
def coverage(pack: str | None, out: str | None) -> int:
    """Play the lines of PACK and print what each uses: moves, law, hallmarks; and the horns of its dilemmas."""
    from .authoring import print_coverage

    return print_coverage(pack, out)


@pack.command(name="range")
@click.argument("pack", required=False)
def range_(pack: str | None) -> int:
    """List which doctrines of PACK, facing each other, have a text that both would sign, and which have none."""
    from .ranges import print_range

    return print_range(pack)


@pack.command()
@click.argument("pack", required=False)
@click.argument("machine", required=False)
@click.option("--format", "form", type=click.Choice(["text", "dot", "mermaid"]), default="text", show_default=True)
def graph(pack: str | None, machine: str | None, form: str) -> int:
    """Draw the state machines of PACK, or one MACHINE: what leads from state to state, and who may do it."""
    from .authoring import print_graph

    return print_graph(pack, machine, form)


@pack.command()
@click.argument("pack")
@click.option(
    "--games", type=click.IntRange(1, 1_000_000), metavar="N", help="How many games; 100 unless a time is given."
)
@click.option("--seconds", type=click.IntRange(1, 1_000_000), metavar="S", help="Stop after so many seconds.")
@click.option(
    "--seed", type=click.IntRange(0, 2**62), metavar="N", help="The first game's seed; left out, it is drawn."
)
@click.option("--strict", is_flag=True, help="Count as faults what no game reached, and roles with nothing to choose.")
def fuzz(pack: str, games: int | None, seconds: int | None, seed: int | None, strict: bool) -> int:
    """Play games of PACK by lot, looking for errors and dead ends; a game that fails is saved."""
    from .fuzzing import fuzz_pack

    return fuzz_pack(pack, games, seconds, seed, strict=strict)


@pack.command()
@click.argument("pack")
def upgrade(pack: str) -> int:
    """Bring PACK to the newest format. There is only one so far."""
    from .authoring import upgrade as run_upgrade

    return run_upgrade(pack)
