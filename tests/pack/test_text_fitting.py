"""Agreements, clauses, templates and words must fit their tracks, roles, fora, moves and doctrines."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack

from .river_texts import TEXTED

HEADER, ROLES, FORA, DOCTRINES = "pack.toml", "roles.toml", "fora.toml", "doctrines.toml"
CLAUSES, TEMPLATES, WORDS = "clauses.toml", "templates.toml", "words.toml"


@pytest.fixture
def tiny() -> dict[str, str]:
    """The texts of the small pack in which texts are signed."""
    return dict(TEXTED)


UNFIT = {
    "trust is between two": (
        HEADER, 'trust = "trust"', 'trust = "capital"',
        "pack.toml:16:9  agreements.trust: What is named here must be counted between each two roles. "
        'Remedy: Name a track with `per = "pair"`.',
    ),
    "alarm is one number": (
        HEADER, 'alarm = "tension"', 'alarm = "trust"',
        "pack.toml:17:9  agreements.alarm: What is named here must be counted once, for the table. "
        'Remedy: Name a track with `per = "table"`.',
    ),
    "a derived track cannot be raised": (
        HEADER, 'alarm = "tension"', 'alarm = "alarm"',
        'pack.toml:17:9  agreements.alarm: "alarm" is derived, and no text could move it. '
        "Remedy: Name a track that is not derived.",
    ),
    "verification has four steps": (
        HEADER, 'verification = "watch"', 'verification = "tension"',
        "pack.toml:18:16  agreements.verification: Verification runs from 0, not at all, to 3, anywhere. "
        "Remedy: Name a track with `range = [0, 3]`.",
    ),
    "a standing at home is a role's own": (
        ROLES, '"standing[south]"', '"standing[north]"',
        "roles.toml:17:8  role.south.home: This is not its own standing at home. "
        'Remedy: Write `home = "standing[south]"`.',
    ),
    "a standing at home is no relation": (
        ROLES, '"standing[south]"', '"trust[south, north]"',
        "roles.toml:17:8  role.south.home: \"trust\" is a relation, and nobody's standing at home. "
        "Remedy: Name a track of the table, or one for each role.",
    ),
    "where administrations change something says when": (
        ROLES, 'ratifies = "assembly"', "elections = true",
        "roles.toml:18:1  role.south.elections: Nothing says when another administration takes over. "
        "Remedy: Add `turnover = ...` to `[agreements]`, or delete it.",
    ),
    "what ratifies sits at home": (
        ROLES, 'ratifies = "assembly"', 'ratifies = "council"',
        "roles.toml:18:12  role.south.ratifies: council decides by vote; what ratifies is a body at home. "
        'Remedy: Name a forum with `rule = "home"`.',
    ),
    "what is deniable is open to any two": (
        FORA, 'texts = "any"\ndeniable', 'texts = "all"\ndeniable',
        "fora.toml:40:1  forum.back-room.deniable: Where drafts are only sounded out, any two members may "
        "write one. "
        'Remedy: Write `texts = "any"`.',
    ),
    "a text of any two takes two members": (
        FORA, 'about = "Decides at home."', 'about = "Decides at home."\ntexts = "any"',
        "fora.toml:23:9  forum.assembly.texts: It takes two members to sign a text here. "
        'Remedy: Write `texts = "one"`.',
    ),
    "where nothing is signed nothing is paid": (
        FORA, 'about = "Votes."', 'about = "Votes."\ncost = 2',
        "fora.toml:14:1  forum.council.cost: No texts are written here, so nothing reads `cost`. "
        "Remedy: Delete it, or add `texts = ...`.",
    ),
    "where nothing is signed nothing is prepared": (
        FORA, 'about = "Votes."', 'about = "Votes."\nprepared = 2',
        "fora.toml:14:1  forum.council.prepared: No texts are written here, so nothing reads `prepared`. "
        "Remedy: Delete it, or add `texts = ...`.",
    ),
    "the choices of a clause are of one kind": (
        CLAUSES, 'choices = ["river.tolls"]', 'choices = ["river.tolls", "tolls"]',
        "clauses.toml:45:11  clause.waive.choices: The choices are of several kinds: plain words and provisions. "
        "Remedy: Make a clause for each kind.",
    ),
    "who owes a clause can make its move": (
        CLAUSES, 'by = ["north"]', 'by = ["north", "hills"]',
        'clauses.toml:34:16  clause.drain.by[1]: "hills" cannot make the move close-sluice. '
        "Remedy: It is made by: north.",
    ),
    "a target is one of the move": (
        CLAUSES, 'target = "south"', 'target = "hills"',
        'clauses.toml:37:10  clause.drain.target: "hills" is no target of close-sluice. '
        "Remedy: Choose from: south.",
    ),
    "a move with targets is told at whom": (
        CLAUSES, 'target = "south"\n', "",
        "clauses.toml:36:8  clause.drain.move: The clause does not say at whom close-sluice is aimed. "
        "Remedy: Add `target = ...`, one of: south.",
    ),
    "a target is for a move": (
        CLAUSES, "feign = true", 'feign = true\ntarget = "south"',
        "clauses.toml:15:1  clause.open-gauges.target: A target is for a move, and this clause names none. "
        "Remedy: Add `move = ...`, or delete it.",
    ),
    "nothing is feigned where nothing happens": (
        CLAUSES, 'effects = [{ provision = "choice", to = "lapsed" }]', "feign = true",
        "clauses.toml:47:1  clause.waive.feign: Nothing happens when this is done, so there is nothing to feign. "
        "Remedy: Add `effects` or a `move`, or delete it.",
    ),
    "a provision that is chosen must be offered": (
        CLAUSES, 'choices = ["river.tolls"]\n', "",
        "clauses.toml:46:26  clause.waive.effects[0].provision: No provision is among the choices of this act. "
        "Remedy: Name the provision itself.",
    ),
    "an effect of a clause changes something": (
        CLAUSES, '{ track = "watch", set = 0 }', "{ set = 0 }",
        "clauses.toml:12:9  clause.open-gauges.undo[0]: An effect changes one thing; this one has none of them. "
        "Remedy: Keep one of track, provision, package.",
    ),
    "a reading is named once": (
        WORDS, '  { id = "float"', '  { id = "stone", says = "Once more." },\n  { id = "float"',
        'words.toml:6:10  word.gauge.readings[1].id: The reading "stone" is named twice. '
        "Remedy: Give one of the two another id.",
    ),
    "a party is a member": (
        TEMPLATES, '["north", "south"]', '["north", "south", "hills"]',
        'templates.toml:5:30  template.open-river.parties[2]: "hills" is no member of commission. '
        "Remedy: Its members are: north, south.",
    ),
    "a party is named once": (
        TEMPLATES, '["north", "south"]', '["north", "south", "north"]',
        'templates.toml:5:30  template.open-river.parties[2]: "north" is named twice. '
        "Remedy: Keep one of the two.",
    ),
    "an owner is a party": (
        TEMPLATES, 'by = "south"', 'by = "hills"',
        'templates.toml:13:6  template.open-river.step[1].by: "hills" is no party to this text. '
        "Remedy: Add it to `parties`.",
    ),
    "an owner can owe it": (
        CLAUSES, 'by = ["north", "south"]\ntopic', 'by = ["south"]\ntopic',
        'templates.toml:9:6  template.open-river.step[0].by: "north" cannot owe open-gauges. '
        "Remedy: It is owed by: south.",
    ),
    "a step says which choice": (
        TEMPLATES, 'choice = "river.tolls"\ndue = 2\nafter', "due = 2\nafter",
        "templates.toml:14:10  template.open-river.step[1].clause: The step does not say which choice of "
        "renew-article it means. "
        "Remedy: Add `choice = ...`, one of: river.sluice, river.tolls.",
    ),
    "a step's choice is one of its clause": (
        TEMPLATES, 'choice = "river.tolls"\ndue = 2\nafter', 'choice = "river"\ndue = 2\nafter',
        'templates.toml:15:10  template.open-river.step[1].choice: "river" is no choice of renew-article. '
        "Remedy: Choose from: river.sluice, river.tolls.",
    ),
    "a clause without choices takes none": (
        TEMPLATES, 'reading = "stone"', 'choice = "river.tolls"',
        'templates.toml:11:10  template.open-river.step[0].choice: "river.tolls" is no choice of open-gauges. '
        "Remedy: open-gauges has none: delete it.",
    ),
    "a reading is one of the word": (
        TEMPLATES, '"stone"', '"stome"',
        'templates.toml:11:11  template.open-river.step[0].reading: "stome" is no reading of gauge. '
        "Remedy: Did you mean `stone`?",
    ),
    "a clause without a word is read in no way": (
        TEMPLATES, "after = 1", 'after = 1\nreading = "stone"',
        'templates.toml:18:11  template.open-river.step[1].reading: "stone" is no reading of renew-article. '
        "Remedy: renew-article has none: delete it.",
    ),
    "a step waits for an earlier one": (
        TEMPLATES, "after = 1", "after = 2",
        "templates.toml:17:9  template.open-river.step[1].after: Step 2 can only wait for a step before it. "
        "Remedy: Name an earlier step, or put this one after the other.",
    ),
    "a step is not due before what it waits for": (
        TEMPLATES, 'reading = "stone"', "due = 3",
        "templates.toml:16:7  template.open-river.step[1].due: It would be due before step 1, for which it waits. "
        "Remedy: Write `due = 3` or more.",
    ),
    "what is verified comes first": (
        TEMPLATES, "after = 1\n", "",
        "templates.toml:17:1  template.open-river.step[1].verified: What is verified is the step that this "
        "one waits for, and it waits for none. "
        "Remedy: Add `after = ...`, or delete it.",
    ),
    "a step is done together with another": (
        TEMPLATES, "together = 2", "together = 3",
        "templates.toml:24:12  template.open-river.step[2].together: Step 3 cannot be done together with step 3. "
        "Remedy: Name a step before it.",
    ),
    "there is a step to do together with": (
        TEMPLATES, "together = 2", "together = 4",
        "templates.toml:24:12  template.open-river.step[2].together: Step 3 cannot be done together with step 4. "
        "Remedy: Name a step before it.",
    ),
    "what waits is not done together": (
        TEMPLATES, "together = 2", "together = 2\nafter = 2",
        "templates.toml:24:12  template.open-river.step[2].together: Of the steps done together one waits for "
        "another. Remedy: Write `after` or `together`, not both.",
    ),
    "what is done together waits through no other": (
        TEMPLATES, "together = 2\n", "together = 1\nafter = 2\n",
        "templates.toml:24:12  template.open-river.step[2].together: Of the steps done together one waits for "
        "another. Remedy: Write `after` or `together`, not both.",
    ),
    "steps of one moment name its first": (
        TEMPLATES, "together = 2\n",
        """together = 2
[[template.open-river.step]]
by = "south"
clause = "renew-article"
choice = "river.sluice"
due = 2
together = 3
""",
        "templates.toml:30:12  template.open-river.step[3].together: Step 3 is itself done together with step 2. "
        "Remedy: Write `together = 2`.",
    ),
    "what is done together is due together": (
        TEMPLATES, "due = 2\ntogether", "due = 3\ntogether",
        "templates.toml:24:12  template.open-river.step[2].together: Steps 3 and 2 fall due in different turns. "
        "Remedy: Give both the same `due`.",
    ),
    "a text keeps to the steps there can be": (
        HEADER, 'trust = "trust"', 'trust = "trust"\nsteps = 2',
        "templates.toml:19:1  template.open-river.step[2]: A text has at most 2 steps; this one has 3. "
        "Remedy: Take some out, or raise `steps` in `[agreements]`.",
    ),
    "a step is written once": (
        TEMPLATES, 'by = "north"\nclause = "renew-article"', 'by = "south"\nclause = "renew-article"',
        "templates.toml:19:1  template.open-river.step[2]: This is step 2 once more, due in the same turn. "
        "Remedy: Keep one of the two, or let it fall due later.",
    ),
    "a worth is of somebody who can owe it": (
        DOCTRINES, 'by = "north"', 'by = "hills"',
        'doctrines.toml:45:6  doctrine.terse.worth[0].by: "hills" is no owner of renew-article. '
        "Remedy: Choose from: north, south.",
    ),
    "a worth is of a choice there is": (
        DOCTRINES, 'choice = "river.tolls"\nworth', 'choice = "river.fords"\nworth',
        'doctrines.toml:46:10  doctrine.terse.worth[0].choice: "river.fords" is no choice of renew-article. '
        "Remedy: Did you mean `river.tolls`?",
    ),
    "who tables a text has a hand in it": (
        TEMPLATES, 'broker = "hills"', 'broker = "south"',
        'doctrines.toml:33:12  doctrine.upstream.tabling[0].template: "hills" has no hand in this text. '
        "Remedy: Its parties are: north, south.",
    ),
    "a conduct is for what one owes": (
        CLAUSES, 'by = ["north", "south"]\ntopic', 'by = ["north"]\ntopic',
        'doctrines.toml:50:12  doctrine.terse.conduct[0].clauses[0]: "south" never owes open-gauges. '
        "Remedy: It is owed by: north.",
    ),
    "only what can be feigned is feigned": (
        CLAUSES, "feign = true\n", "",
        "doctrines.toml:50:12  doctrine.terse.conduct[0].clauses[0]: open-gauges cannot be reported falsely. "
        "Remedy: Give it `feign = true`, or write a rule that withholds it.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNFIT.values(), ids=UNFIT)
def test_what_is_said_of_texts_must_fit(case, fault_when):
    file, old, new, told = case
    assert str(fault_when(file, old, new)) == told


def test_a_pack_without_agreements_has_no_texts(tiny, faults_of):
    tiny[HEADER] = tiny[HEADER].partition("[agreements]")[0]
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "clauses.toml:1:1  clause.open-gauges: The pack does not say how texts work, so nobody can sign one. "
        "Remedy: Add `[agreements]` to pack.toml."
    )


def test_a_forum_without_agreements_signs_nothing(tiny, faults_of):
    texts = {name: text for name, text in tiny.items() if name not in (CLAUSES, TEMPLATES, WORDS)}
    texts[HEADER] = texts[HEADER].partition("[agreements]")[0]
    texts[DOCTRINES] = texts[DOCTRINES].partition("[[doctrine.upstream.tabling]]")[0]
    (fault,) = faults_of(texts)
    assert (fault.file, fault.path) == (FORA, ("forum", "commission", "texts"))


def test_a_clause_stands_where_texts_are_written(tiny, faults_of):
    tiny[CLAUSES] += 'fora = ["council"]\n'
    (fault,) = faults_of(tiny)
    assert (fault.path, fault.what) == (("clause", "waive", "fora", 0), "No texts are written in council.")
    assert fault.remedy == "Give council `texts`, or name another forum."


def test_a_text_is_written_where_texts_are(tiny, faults_of):
    tiny[TEMPLATES] = tiny[TEMPLATES].replace('forum = "commission"', 'forum = "council"')
    fault = next(fault for fault in faults_of(tiny) if fault.line == 4)
    assert fault.what == "No texts are written in council."


def test_a_clause_is_about_what_its_move_is_about(tiny, faults_of):
    tiny[CLAUSES] = tiny[CLAUSES].replace('move = "renew"', 'move = "adopt"')
    assert [(fault.what, fault.remedy) for fault in faults_of(tiny)] == [
        ('"river.sluice" is no choice of adopt.', "Choose from: river."),
        ('"river.tolls" is no choice of adopt.', "Choose from: river."),
    ]


def test_a_clause_says_what_its_move_is_about(tiny, faults_of):
    tiny[CLAUSES] = tiny[CLAUSES].replace('choices = ["river.sluice", "river.tolls"]\n', "")
    fault = faults_of(tiny)[0]
    assert fault.what == "The clause does not say which choices of renew it means."
    assert fault.remedy == "Add `choices = [...]`."


def test_a_clause_may_be_about_something_where_its_move_is_not(tiny):
    tiny[CLAUSES] = tiny[CLAUSES].replace(
        'move = "close-sluice"', 'choices = ["slowly", "fast"]\nmove = "close-sluice"'
    )
    assert read_pack(tiny).clause["drain"].choices == ("slowly", "fast")


TALK = """
[move.haggle]
name = "Haggle"
about = "Over the water."
by = ["north", "south"]
group = "talk"
targets = ["north", "south"]
source = "design"
[clause.haggle]
name = "Haggle"
says = "They go on haggling."
type = "talk"
by = ["north", "south"]
topic = "water"
move = "haggle"
target = "south"
source = "design"
"""


def test_nobody_owes_a_move_against_itself(tiny, faults_of):
    tiny["more.toml"] = TALK
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        'more.toml:13:16  clause.haggle.by[1]: "south" would aim haggle at itself. '
        "Remedy: Take south out, or make a clause of its own for it."
    )


def test_a_step_needs_no_partners_yes(tiny, faults_of):
    tiny["more.toml"] = TALK.replace('by = ["north", "south"]', 'by = ["north"]').replace(
        'group = "talk"', 'group = "talk"\npartner = true'
    )
    (fault,) = faults_of(tiny)
    assert fault.what == "haggle needs the yes of its target, and a step is done by its owner alone."


def test_a_text_of_all_members_is_signed_by_all(tiny, faults_of):
    tiny[FORA] = (
        tiny[FORA]
        .replace('texts = "any"\ncost', 'texts = "all"\ncost')
        .replace('members = ["north", "south"]', 'members = ["north", "south", "hills"]', 1)
    )
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "templates.toml:5:11  template.open-river.parties: All members of commission sign its texts; hills would not. "
        "Remedy: Add them to `parties`."
    )


@pytest.mark.parametrize(
    ("texts", "parties", "told"),
    [
        ("any", '["north"]', "A text in commission takes two parties."),
        ("one", '["north", "south"]', "A text in commission is one member's own; this one has 2 parties."),
    ],
)
def test_a_text_has_as_many_parties_as_its_forum_wants(tiny, faults_of, texts, parties, told):
    tiny[FORA] = tiny[FORA].replace('texts = "any"\ncost', f'texts = "{texts}"\ncost')
    tiny[TEMPLATES] = tiny[TEMPLATES].replace('["north", "south"]', parties)
    fault = next(fault for fault in faults_of(tiny) if fault.line == 5)
    assert fault.what == told


def test_a_text_has_a_step(tiny, faults_of):
    tiny[TEMPLATES] = tiny[TEMPLATES].partition("[[")[0] + "step = []\n"
    (fault,) = faults_of(tiny)
    assert (fault.what, fault.remedy) == ("A text needs a step.", "Add `[[template.open-river.step]]`.")


def test_a_step_falls_due_while_its_text_lives(tiny, faults_of):
    tiny[TEMPLATES] = tiny[TEMPLATES].replace("duration = 4", "duration = 1")
    assert [(fault.line, fault.what) for fault in faults_of(tiny)] == [
        (16, "This would fall due in turn 2 of a text that lives for 1."),
        (23, "This would fall due in turn 2 of a text that lives for 1."),
    ]


def test_steps_are_done_together_where_somebody_holds_both_ends(tiny, faults_of):
    tiny[TEMPLATES] = tiny[TEMPLATES].replace('broker = "hills"\n', "")
    fault = next(fault for fault in faults_of(tiny) if fault.file == TEMPLATES)
    assert str(fault) == (
        "templates.toml:23:1  template.open-river.step[2].together: "
        "Steps are done in one moment only where somebody holds both ends. "
        "Remedy: Add `broker = ...` to the text, or delete it."
    )
