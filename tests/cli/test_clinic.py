from .conftest import SCENARIO


def test_a_clinic_by_seed(command):
    ran = command("clinic", SCENARIO, "--seed", 7, "--questions", 2, "--plain", typed="p\n1\nb\n1\n")
    assert ran.code == 0
    assert "Questions: 2, seed 7." in ran.out
    assert ran.out == command("clinic", SCENARIO, "--seed", 7, "--questions", 2, "--plain", typed="p\n1\nb\n1\n").out


def test_without_a_scenario_the_earliest_is_taken(command):
    ran = command("clinic", "--seed", 7, "--plain", typed="q\n")
    assert ran.out.startswith("Legal clinic. Mar-a-Lago 2017, mid-May 2017. Questions: 12, seed 7.")


def test_a_sheet_has_its_answers_on_a_page_of_their_own(command):
    ran = command("clinic", SCENARIO, "--seed", 7, "--plain", "--print")
    questions, answers = ran.out.split("\f")
    assert "12. " in questions
    assert "ANSWERS" not in questions
    assert answers.startswith("ANSWERS.")


def test_the_same_sheet_on_every_machine(process):
    words = ("clinic", SCENARIO, "--seed", 7, "--print")
    assert process(*words, PYTHONHASHSEED="1").out == process(*words, PYTHONHASHSEED="2").out


def test_too_many_questions_are_cut_to_what_there_is(command):
    ran = command("clinic", "freeze-for-freeze", "--seed", 7, "--questions", 100, "--print")
    assert ran.code == 0
    assert "fewer acts to ask about than 100" in ran.err


def test_an_unknown_scenario_names_what_was_meant(command):
    ran = command("clinic", "mar-a-lago", "--plain")
    assert ran.code == 2
    assert SCENARIO in ran.err
    assert command("clinic", SCENARIO, "--questions", 0).code == 2
