import json

from .conftest import SCENARIO


def law(command, *words):
    ran = command("law", SCENARIO, *words, "--json")
    assert ran.code == 0
    assert ran.out.count("\n") == 1
    return json.loads(ran.out)


def test_the_shape_of_a_verdict(command):
    found = law(command, "rok", "reopen-kaesong")
    assert found["level"] in ("permitted", "consent", "breach", "barred")
    assert isinstance(found["contested"], bool)
    assert isinstance(found["cost"], int)
    for finding in found["findings"]:
        assert {"instrument", "provision", "cite", "reason", "state", "kind", "level", "keeper", "readings"} <= set(
            finding
        )
        assert finding["reason"]
    for keeper in found["keepers"]:
        assert set(keeper) == {"id", "name", "rule", "members"}
    ranks = {"permitted": 0, "consent": 1, "breach": 2, "barred": 3}
    levels = [ranks[finding["level"]] for finding in found["findings"]]
    assert levels == sorted(levels, reverse=True)
    assert ranks[found["level"]] == max(levels)


def test_a_nuclear_test_breaks_the_resolutions(command):
    found = law(command, "dprk", "nuclear-test")
    assert found["level"] == "breach"
    assert ("un-1718", "tests", "in-force") in [
        (one["instrument"], one["provision"], one["state"]) for one in found["findings"]
    ]
    assert "S/RES/1718 (2006)" in found["findings"][0]["cite"]


def test_a_body_without_competence_bars(command):
    assert law(command, "rok", "two-korea-peace-treaty")["level"] == "barred"


def test_who_must_be_asked_is_named(command):
    found = law(command, "rok", "ask-postpone-exercises")
    assert found["level"] == "consent"
    assert [keeper["id"] for keeper in found["keepers"]] == ["alliance"]
    assert found["may_ask"]


def test_several_ways_are_named(command):
    assert law(command, "us", "secondary-sanctions")["ways"] == [
        "us/secondary-sanctions@prc",
        "us/secondary-sanctions@russia",
    ]
    found = law(command, "us", "secondary-sanctions", "--target", "russia")
    assert (found["target"], found["ways"]) == ("russia", ["us/secondary-sanctions@russia"])
    ran = command("law", SCENARIO, "us", "secondary-sanctions")
    assert "this is --target prc" in ran.err
    assert "--target russia" in ran.err
    assert "Verdict: permitted" in ran.out


def test_target_and_choice_may_follow_as_plain_words(command):
    with_option = law(command, "us", "secondary-sanctions", "--target", "russia")
    assert law(command, "us", "secondary-sanctions", "russia") == with_option
    assert law(command, "us", "secondary-sanctions", "rus") == with_option
    assert law(command, "us", "secondary-sanctions", "--target", "rus") == with_option
    assert law(command, "us", "table-council-resolution", "un-2375")["choice"] == "un-2375"


def test_a_word_that_is_neither_target_nor_choice_is_told_with_those_there_are(command):
    ran = command("law", SCENARIO, "us", "secondary-sanctions", "japan")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Secondary sanctions cannot be made with 'japan'. There are: prc, russia.\n"
    ran = command("law", SCENARIO, "dprk", "nuclear-test", "us")
    assert ran.err == "Nuclear test takes no target and no choice. Leave out 'us'.\n"


def test_every_move_of_every_role_has_an_answer(command, book):
    """One way each, in process: no verdict may fail to be told."""
    from tabletop.cli.law import verdict_json  # noqa: PLC0415
    from tabletop.plain.verdicts import verdict_lines  # noqa: PLC0415
    from tabletop.rules.views import view  # noqa: PLC0415
    from tabletop.shell.composing import verdict_of  # noqa: PLC0415

    row = book.opening(SCENARIO)
    views = {role: view(book, row, role) for role in book.names.actors}
    for act in book.acts:
        seen = views[act.role]
        assert json.dumps(verdict_json(verdict_of(book, seen, act)))
        assert verdict_lines(book, seen, act)


def test_a_beginning_is_enough_where_only_one_move_begins_so(command):
    assert law(command, "rok", "statement-sup", "--target", "dp")["move"] == "statement-support"


def test_what_begins_with_a_word_is_named(command):
    ran = command("law", SCENARIO, "rok", "statement")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "'statement' could be statement-support or statement-condemn. Type more of it.\n"


def test_a_word_like_nothing_is_told_how_many_there_are(command):
    ran = command("law", SCENARIO, "rok", "zzz")
    assert ran.err.startswith("There is no move 'zzz'. There are: ")
    assert ran.err.count(", ") == 12
    assert ran.err.endswith(" more.\n")
