"""Texts in a pack: what their expressions may say and read, what is told of them, and what is probably not meant."""

from __future__ import annotations

import pytest

from tabletop.pack.catalogue import page
from tabletop.pack.expressions import Scope
from tabletop.pack.graph import as_text, diagram
from tabletop.pack.lint import lint
from tabletop.pack.load import read_pack
from tabletop.pack.names import Names
from tabletop.pack.uses import clause_scopes, uses

from .river_texts import TEXTED
from .test_editor_schema import complaints

TRACKS, FORA, DOCTRINES, MOVES = "tracks.toml", "fora.toml", "doctrines.toml", "moves/river.toml"
CLAUSES, TEMPLATES, WORDS = "clauses.toml", "templates.toml", "words.toml"


@pytest.fixture
def tiny() -> dict[str, str]:
    """The texts of the small pack in which texts are signed."""
    return dict(TEXTED)


@pytest.fixture
def warnings_when(tiny):
    def change(file, old, new):
        assert old in tiny[file]
        tiny[file] = tiny[file].replace(old, new, 1)
        return [str(warning) for warning in lint(read_pack(tiny))]

    return change


def test_a_pack_with_texts_as_it_should_be_has_no_warnings(tiny):
    assert lint(read_pack(tiny)) == ()


def test_editors_take_texts_as_the_loader_does(tiny):
    assert list(complaints(tiny)) == []
    tiny[CLAUSES] = tiny[CLAUSES].replace("feign = true", 'feign = "yes"')
    assert list(complaints(tiny)) == ["clauses.toml $.clause['open-gauges'].feign"]


# ---- expressions ----


def test_a_clause_is_owed_by_each_of_its_roles_about_each_of_its_choices(tiny):
    names = Names(read_pack(tiny))
    assert clause_scopes(names, names.pack.clause["renew-article"]) == tuple(
        Scope(actor=actor, choice=choice, act=True)
        for actor in ("north", "south")
        for choice in ("river.sluice", "river.tolls")
    )


def test_a_clause_may_ask_for_its_choice_even_if_it_has_none(tiny):
    tiny[CLAUSES] = tiny[CLAUSES].replace('done = "watch >= 2"', "done = \"watch >= 2 or choice == 'half'\"")
    assert read_pack(tiny).clause["open-gauges"].done == "watch >= 2 or choice == 'half'"


def test_a_clause_may_ask_whether_the_law_it_is_about_binds(tiny):
    tiny[CLAUSES] = tiny[CLAUSES].replace("ratify = true", 'done = "binding(choice)"')
    assert lint(read_pack(tiny)) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (CLAUSES, "watch >= 2", "wacth >= 2", "There is no track `wacth`."),
        (CLAUSES, "watch >= 1", "watch", "This is a number, and a condition is wanted."),
        (CLAUSES, "home = 5", 'home = "watch > 1"', "This is a condition, and a number is wanted."),
        (CLAUSES, "standing[actor]", "standing[target]", "This act has no target."),
        (CLAUSES, '"watch", set = 2', '"alarm", set = 2', "`alarm` is derived and cannot be set."),
        (FORA, "tension < 50 else", "actor == 'north' else", "`actor` means nothing here."),
        (FORA, "cost = 1", 'cost = "1 + tensoin"', "There is no track `tensoin`."),
        (DOCTRINES, "standing[south] < 50", "target == 'us'", "`target` means nothing here."),
        (DOCTRINES, "10 + tension // 10", "tension >= 10", "This is a condition, and a number is wanted."),
        (DOCTRINES, "tension >= 20", "tension", "This is a number, and a condition is wanted."),
        (DOCTRINES, "trust[north, south] < 0", "trust[north] < 0", "`trust` takes 2 role(s) in brackets, not 1."),
        ("roles.toml", "standing[south]", "standing", "`standing` belongs to roles."),
    ],
)
def test_what_texts_read_is_read_where_it_stands(fault_when, file, old, new, what):
    fault = fault_when(file, old, new)
    assert (fault.file, fault.what) == (file, what)
    assert fault.line


def test_every_expression_about_texts_is_among_the_uses(tiny):
    paths = {use.path for use in uses(Names(read_pack(tiny)))}
    assert paths >= {
        ("forum", "commission", "cost"),
        ("forum", "commission", "prepared"),
        ("role", "south", "home"),
        ("clause", "open-gauges", "cost"),
        ("clause", "open-gauges", "home"),
        ("clause", "open-gauges", "done"),
        ("clause", "open-gauges", "holds"),
        ("clause", "open-gauges", "effects", 0, "track"),
        ("clause", "open-gauges", "undo", 0, "track"),
        ("clause", "open-gauges", "broken", 0, "track"),
        ("doctrine", "terse", "reserve"),
        ("doctrine", "terse", "worth", 0, "worth"),
        ("doctrine", "terse", "conduct", 0, "when"),
        ("doctrine", "upstream", "tabling", 0, "when"),
    }


# ---- sight ----


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (CLAUSES, "standing[actor] < 30", "standing[south] < 30", "What this costs would tell north `standing[south]`"),
        (CLAUSES, "home = 5", 'home = "standing[north]"', "What this costs would tell south `standing[north]`"),
        (CLAUSES, "watch >= 2", "standing[actor] >= 2", "Whether this is done would tell south `standing[north]`"),
        (CLAUSES, "watch >= 1", "standing[actor] >= 2", "Whether this is done would tell south `standing[north]`"),
        (FORA, "cost = 1", 'cost = "standing[north]"', "What a draft costs here would tell south `standing[north]`"),
        (FORA, "tension < 50 else", "standing[north] < 50 else", "What can be signed here would tell south `standing[north]`"),
    ],
)  # fmt: skip
def test_what_becomes_of_a_text_tells_nobody_what_it_may_not_see(fault_when, file, old, new, what):
    fault = fault_when(file, old, new)
    assert (fault.file, fault.what.partition(", which")[0]) == (file, what)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("standing[south] < 50", "standing[north] < 50"),
        ("10 + tension // 10", "standing[north]"),
        ("trust[north, south] < 0", "standing[north] < 0"),
    ],
)
def test_a_doctrine_minds_texts_by_what_its_role_may_see(fault_when, old, new):
    fault = fault_when(DOCTRINES, old, new)
    assert fault.what == "The doctrine of south reads `standing[north]`, which south may not see."


def test_a_doctrine_tables_texts_by_what_its_role_may_see(fault_when):
    fault = fault_when(DOCTRINES, "tension >= 20", "standing[north] >= 20")
    assert fault.path == ("doctrine", "upstream", "tabling", 0, "when")


# ---- what is probably not meant ----


def test_what_agreements_move_is_moved_and_what_they_read_is_read(tiny):
    tiny[TRACKS] += """
[track.worry]
name = "Worry"
about = "Quarrels over words raise it."
source = "design"
"""
    tiny["pack.toml"] = tiny["pack.toml"].replace('alarm = "tension"', 'alarm = "worry"')
    tiny["endings.toml"] = tiny["endings.toml"].replace("tension == 100", "tension == 100 or worry == 100")
    tiny[CLAUSES] = tiny[CLAUSES].replace('done = "watch >= 2"\nholds = "watch >= 1"\n', "")
    assert lint(read_pack(tiny)) == ()


def test_a_clause_nobody_owes_is_told(warnings_when):
    assert warnings_when(CLAUSES, 'by = ["south"]', "by = []") == [
        "clauses.toml:44:6  clause.waive.by: Nobody can ever owe this. Remedy: Name a role, or delete the clause."
    ]


def test_a_clause_of_absent_owners_is_told(warnings_when):
    assert warnings_when(CLAUSES, 'by = ["south"]', 'by = ["hills"]\nfora = ["square"]') == [
        "clauses.toml:44:6  clause.waive.by: Nobody who could owe this sits where it could be written. "
        "Remedy: Name a member, or give it other `fora`."
    ]


ONLY_NORTH = """\
needs = [{ when = "actor == 'north' or choice == 'river.tolls'", why = "The North keeps the sluice." }]
choices = ["river.sluice\"\
"""


def test_a_clause_that_its_owner_could_only_break_is_told(tiny, warnings_when):
    tiny[TEMPLATES] = tiny[TEMPLATES].replace("river.tolls", "river.sluice")
    tiny[DOCTRINES] = tiny[DOCTRINES].replace('"river.tolls"\nworth', '"river.sluice"\nworth')
    tiny[CLAUSES] = tiny[CLAUSES].replace('["river.sluice", "river.tolls"]\nfora', '["river.sluice"]\nfora')
    assert warnings_when(MOVES, 'choices = ["river.sluice"', ONLY_NORTH) == [
        "clauses.toml:22:16  clause.renew-article.by[1]: south can never make the move renew, so it could only break "
        "this. Remedy: Compare with what renew needs, or take south out."
    ]


def test_a_clause_is_sound_if_its_owner_can_keep_it_about_one_thing(warnings_when):
    assert warnings_when(MOVES, 'choices = ["river.sluice"', ONLY_NORTH) == []


def test_a_clause_that_says_nothing_to_do_is_told(warnings_when):
    assert warnings_when(CLAUSES, 'effects = [{ provision = "choice", to = "lapsed" }]\n', "") == [
        "clauses.toml:40:1  clause.waive: Nothing says what doing this is. "
        "Remedy: Add a `move`, `effects`, or a condition `done` or `holds`."
    ]


def test_a_condition_of_a_clause_that_never_holds_is_told(warnings_when):
    assert warnings_when(CLAUSES, "watch >= 2", "watch >= 4") == [
        "clauses.toml:9:8  clause.open-gauges.done: This never holds. Remedy: Compare with what can be, or delete it."
    ]


def test_a_word_with_one_reading_is_told(tiny, warnings_when):
    tiny[WORDS] = tiny[WORDS].replace(', south = "float"', "")
    assert warnings_when(WORDS, '  { id = "float", says = "What the float shows." },\n', "") == [
        "words.toml:4:12  word.gauge.readings: A word that is read in one way leaves nothing open. "
        "Remedy: Add a second reading, or delete the word."
    ]


def test_a_word_in_no_clause_is_told(tiny, warnings_when):
    tiny[TEMPLATES] = tiny[TEMPLATES].replace('reading = "stone"\n', "")
    assert warnings_when(CLAUSES, 'word = "gauge"\n', "") == [
        "words.toml:1:1  word.gauge: No clause has this word. Remedy: Name it in a clause, or delete it."
    ]


def test_clauses_and_agreements_name_a_source(tiny):
    for file in ("pack.toml", CLAUSES):
        tiny[file] = tiny[file].replace('source = "design"\n', "", 1)
    assert [(warning.file, warning.line, warning.what) for warning in lint(read_pack(tiny))] == [
        (CLAUSES, 1, "No source is named."),
        ("pack.toml", 15, "No source is named."),
    ]


@pytest.mark.parametrize(
    ("file", "name"), [(CLAUSES, "Open the gauges"), (TEMPLATES, "An open river"), (WORDS, '"Gauge"')]
)
def test_names_of_clauses_texts_and_words_fit_into_a_row(warnings_when, file, name):
    (told,) = warnings_when(file, name.strip('"'), "A name that is wider than any row of any list can show")
    assert "This is 54 cells wide; lists show 40." in told


def test_a_forum_without_texts_or_any_say_is_told(warnings_when):
    assert warnings_when(FORA, 'texts = "one"\n', "") == [
        "fora.toml:27:1  forum.square: This forum is competent for nothing: nobody is ever sent to it. "
        "Remedy: Let a move, a transition or a `keeper` name it, give it `texts`, or delete it."
    ]


# ---- pages and diagrams ----


def test_every_clause_text_and_word_stands_on_the_page(tiny):
    text = page(read_pack(tiny))
    assert (
        "  - Owed by North bank, South bank; about `river.sluice`, `river.tolls`; topic law; in texts of River commission; "
        "done by the move Renew one article; cannot be undone; needs ratification.\n"
    ) in text
    assert (
        "River commission: North bank, South bank; 4 turns; no way out; Hill country holds both ends.\n\n"
        "1. North bank: Open the gauges; due after 1, read as `stone`.\n"
        "2. South bank: Renew an article, `river.tolls`; due after 2, once step 1 is done and verified at 2.\n"
        "3. North bank: Renew an article, `river.tolls`; due after 2, together with step 2.\n"
    ) in text
    assert "  - `stone`: The mark on the stone. Taken by North bank.\n" in text
    assert (
        "- Up to 4 texts at once, of up to 8 steps each.\n- Trust: a step done in time +4, late -4, missed -15" in text
    )
    assert "- South bank stands or falls with `standing[south]`; Southern assembly ratifies.\n" in text
    assert "  - Texts: any two members or more; sounded out only, never signed.\n" in text
    assert "- Tables An open river when `tension >= 20`, 50 times in 100. Calm sells.\n" in text
    assert "- When `trust[north, south] < 0`: feigns Open the gauges. Let them guess.\n" in text


def test_clauses_lead_from_state_to_state_in_the_fora_where_they_stand(tiny):
    tiny["law/river.toml"] = tiny["law/river.toml"].replace("after = 3", 'forum = "commission"')
    tiny[CLAUSES] = tiny[CLAUSES].replace('topic = "law"\neffects', 'fora = ["commission"]\ntopic = "law"\neffects')
    assert "→ lapsed  commission: clause waive (south)" in as_text(diagram(Names(read_pack(tiny)), "article"))
