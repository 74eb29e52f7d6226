import json

import pytest

from .conftest import SCENARIO

HANOI = "hanoi-2019"


def text(command, *words):
    ran = command("text", *words, "--json")
    assert ran.code == 0
    assert ran.out.count("\n") == 1
    return json.loads(ran.out)


def test_the_shape_of_a_report(command, book):
    for template in book.pack.template:
        found = text(command, HANOI, template)
        assert [step["number"] for step in found["steps"]] == list(range(1, len(found["steps"]) + 1))
        for step in found["steps"]:
            assert (step["act"] is None) == (step["verdict"] is None)
            assert step["verdict"] is None or step["verdict"]["level"] in ("permitted", "consent", "breach", "barred")
        for note in found["notes"]:
            assert note["kind"] in ("bars", "fails", "asks", "warns", "notes")
            assert note["says"]


def test_what_needs_a_keeper_is_named_with_the_step(command):
    found = text(command, HANOI, "factories-and-rails")
    (number,) = [step["number"] for step in found["steps"] if step["term"] == "rok/kaesong"]
    assert found["steps"][number - 1]["verdict"]["keepers"][0]["id"] == "1718-committee"
    asked = [note for note in found["notes"] if note["kind"] == "asks" and note["step"] == number]
    assert "1718 Committee" in asked[0]["says"]
    assert asked[0]["cite"]


def test_the_same_text_meets_other_law_two_years_earlier(command):
    found = {
        scenario: [
            step["verdict"]["level"]
            for step in text(command, scenario, "factories-and-rails")["steps"]
            if step["verdict"]
        ]
        for scenario in (SCENARIO, HANOI)
    }
    assert found[SCENARIO] != found[HANOI]


def test_who_must_ratify_is_named(command):
    found = text(command, HANOI, "four-party-treaty")
    assert {"role": "us", "body": "senate"} in found["ratified_by"]
    assert "Ratified by: " in command("text", HANOI, "four-party-treaty").out


def test_where_one_owner_alone_must_ratify_nobody_else_is_named(command):
    assert text(command, HANOI, "factories-and-rails")["ratified_by"] == [{"role": "rok", "body": "assembly"}]


def test_the_report_in_words(command):
    out = command("text", HANOI, "factories-and-rails").out
    assert "Steps, and how the act that carries each out stands as the scenario opens:" in out
    assert "Reopen the Kaesong complex, DPRK" in out
    assert "Who could allow it: 1718 Committee" in out
    assert "Needs a yes: step " in out
    assert not set("✓✗◇⊘≈") & set(out)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([HANOI, "liason-offices"], "There is no text 'liason-offices'. Did you mean `liaison-offices`?"),
        (["freeze-for-freeze", "liaison-offices"], "Its pack has none."),
        (["hanoi", "liaison-offices"], "There is no scenario 'hanoi'."),
    ],
)
def test_what_does_not_exist_is_said(command, words, says):
    ran = command("text", *words)
    assert ran.code == 2
    assert says in ran.err
