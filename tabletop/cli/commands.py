"""Commands: what the command line takes. The work itself is imported by the command that needs it."""
# ruff: noqa: PLC0415  `tabletop --version` must not wait for rules, pydantic or Textual

from __future__ import annotations

import click

from tabletop import ENGINE

from .pack_commands import pack

_seed = click.option(
    "--seed",
    type=click.IntRange(0, 2**63 - 1),
    metavar="N",
    help="Chance depends on this number alone; left out, it is drawn.",
)
_pack = click.option("--pack", metavar="PATH", help="Take the scenario from this pack instead of the shipped ones.")
_doctrine = click.option(
    "--doctrine",
    "doctrines",
    multiple=True,
    metavar="ROLE=DOCTRINE",
    help="How an AI delegation thinks; may be given again.",
)
_dice = click.option(
    "--dice", is_flag=True, help="Play with dice: luck decides what evidence and preparation do otherwise."
)
_plain = click.option(
    "--plain", is_flag=True, help="Lines of text with a prompt: for screen readers, pipes and scripts."
)
_json = click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object a line.")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="With no command it opens the menu, where games are begun, continued and replayed.",
)
@click.version_option(ENGINE, prog_name="tabletop", message="%(prog)s %(version)s")
@click.pass_context
def tabletop(context: click.Context) -> int:
    """Armistice Table: a role-play of the Korean peace process."""
    if context.invoked_subcommand is not None:
        return 0
    from .screen import open_menu

    return open_menu()


@tabletop.command()
@click.argument("scenario")
@click.option("--as", "roles", metavar="ROLE[,ROLE]", help="The role or roles that people play at this keyboard.")
@_seed
@_doctrine
@_pack
@_dice
@_plain
def play(
    *, scenario: str, roles: str | None, seed: int | None, doctrines: tuple[str, ...], pack: str | None, dice: bool,
    plain: bool,
) -> int:  # fmt: skip
    """Begin a game of SCENARIO; doctrines play the other roles."""
    from .playing import begin

    return begin(scenario, roles or "", seed=seed, doctrines=doctrines, pack=pack, dice=dice, plain=plain)


@tabletop.command()
@click.argument("record", required=False)
@_plain
def resume(record: str | None, plain: bool) -> int:
    """Go on with a saved game: RECORD, or the one played last."""
    from .playing import go_on

    return go_on(record, plain=plain)


@tabletop.command()
@click.argument("scenario", required=False)
@_seed
@_doctrine
@_pack
@_dice
@click.option("--line", metavar="CODE", help="Play a line of the pack instead, such as S13: a strategy as orders.")
@click.option("--denied", is_flag=True, help="With --line: the same line with the consent that it needs refused.")
@click.option("--turns", type=click.IntRange(1, 1000), metavar="N", help="Stop after so many turns.")
@click.option("--record", metavar="PATH", help="Where to write the record; left out, among the saved games.")
@_json
@click.option("--step", is_flag=True, help="Wait for enter after each turn.")
def watch(
    *, scenario: str | None, seed: int | None, doctrines: tuple[str, ...], pack: str | None, dice: bool, line: str | None,
    denied: bool, turns: int | None, record: str | None, as_json: bool, step: bool,
) -> int:  # fmt: skip
    """Let doctrines play every role of SCENARIO, or play a line of the pack, and tell the story."""
    if line is not None:
        if seed is not None or doctrines or turns is not None or dice:
            raise click.UsageError(
                "A line has its own seed, orders and length: leave out --seed, --doctrine, --turns and --dice."
            )
        from .line_watching import watch_line

        return watch_line(line, scenario, denied=denied, pack=pack, record=record, as_json=as_json, step=step)
    if denied:
        raise click.UsageError("--denied belongs to a line. Say which with --line, for example --line S13.")
    if scenario is None:
        raise click.UsageError("Name a scenario to watch, or a line with --line, for example --line S13.")
    from .watching import watch as run_watch

    return run_watch(
        scenario,
        seed=seed,
        doctrines=doctrines,
        pack=pack,
        dice=dice,
        turns=turns,
        record=record,
        as_json=as_json,
        step=step,
    )


@tabletop.command()
@click.argument("scenario")
@click.argument("role")
@click.argument("move")
@click.argument("words", metavar="[TARGET] [CHOICE]", nargs=-1)
@click.option("--target", metavar="ROLE", help="Whom it is aimed at.")
@click.option("--choice", metavar="WORD", help="What it is about.")
@_pack
@_json
def law(
    *, scenario: str, role: str, move: str, words: tuple[str, ...], target: str | None, choice: str | None,
    pack: str | None, as_json: bool,
) -> int:  # fmt: skip
    """Say how a MOVE of a ROLE stands in law as SCENARIO opens, aimed at TARGET or about CHOICE if it can be."""
    from .law import tell_law

    return tell_law(scenario, role, move, words, target=target, choice=choice, pack=pack, as_json=as_json)


@tabletop.command()
@click.argument("scenario")
@click.argument("template")
@_pack
@_json
def text(*, scenario: str, template: str, pack: str | None, as_json: bool) -> int:
    """Say what law and structure make of TEMPLATE, a text of the pack, as SCENARIO opens."""
    from .text import tell_text

    return tell_text(scenario, template, pack=pack, as_json=as_json)


@tabletop.command()
@click.argument("scenario", required=False)
@_seed
@click.option(
    "--questions",
    type=click.IntRange(1, 100),
    default=12,
    show_default=True,
    metavar="N",
    help="How many acts to ask about.",
)
@_pack
@_plain
@click.option(
    "--print",
    "on_paper",
    is_flag=True,
    help="A sheet for a class: the questions, and the answers on a page of their own.",
)
def clinic(
    *, scenario: str | None, seed: int | None, questions: int, pack: str | None, plain: bool, on_paper: bool
) -> int:
    """Ask how acts of SCENARIO stand in law, and tell why: a game of its own, or a sheet for a class."""
    from .clinic import begin_clinic

    return begin_clinic(scenario, seed=seed, questions=questions, pack=pack, plain=plain, on_paper=on_paper)


@tabletop.command()
@click.argument("record")
@_plain
def replay(record: str, plain: bool) -> int:
    """Look at the game in RECORD again, turn by turn."""
    from .replaying import replay as run_replay

    return run_replay(record, plain=plain)


@tabletop.command()
@click.argument("record")
@click.option("--turn", type=click.IntRange(1, 1000), required=True, metavar="N", help="The turn to play another way.")
@click.option("--as", "roles", default="", metavar="ROLE[,ROLE]", help="Roles that people take from there on.")
def branch(record: str, turn: int, roles: str) -> int:
    """Begin a new game that leaves the one in RECORD at a turn, to see what else could have been."""
    from .branching import begin_branch

    return begin_branch(record, turn=turn, roles=roles)


@tabletop.command()
def saves() -> int:
    """List the saved games."""
    from .shelf import list_saves

    return list_saves()


@tabletop.command()
@click.argument("record")
def verify(record: str) -> int:
    """Say whether RECORD is unaltered and today's rules give the same game."""
    from .verifying import verify as run_verify

    return run_verify(record)


tabletop.add_command(pack)
