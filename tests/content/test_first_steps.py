"""The tutorial teaches what it says it does: each lesson's idea happens in its turn, whoever plays."""

from __future__ import annotations

import io
import statistics
from collections.abc import Iterator

import pytest

from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack
from tabletop.pack.shipped import shipped_packs
from tabletop.plain.game import play
from tabletop.plain.lines import Lines
from tabletop.rules.acts import Act
from tabletop.rules.happened import Event
from tabletop.rules.orders import Order, Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import score
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.texts.draft import Draft
from tabletop.rules.verdict import Level
from tabletop.shell.composing import act_named, verdict_of
from tabletop.shell.lessons import lessons
from tabletop.shell.session import Session
from tabletop.shell.starting import new_game, rulebook_for
from tabletop.shell.text_editing import begun_from, without_step
from tabletop.table.drafts import Circulated
from tabletop.table.table import Phase

SCENARIO = "first-steps"
ROLES = ("coast", "ridge", "haven")
SEEDS = range(6)
ASKED = {"coast": "send-grain", "ridge": "mend-the-weir", "haven": "clear-the-road"}
"""What each role learns to ask for in turn 2."""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return Rulebook(load_pack(shipped_packs()[SCENARIO]))


class Pupil:
    """Somebody who does what the lessons say."""

    def __init__(self, book: Rulebook, role: str, seed: int) -> None:
        self.book, self.role = book, role
        self.session = new_game(book, SCENARIO, [role], folder=None, seed=seed)

    def act(self, move: str, target: str | None = None, choice: str | None = None) -> Act:
        return act_named(self.book, self.role, move, target, choice)

    def level(self, act: Act) -> Level:
        return verdict_of(self.book, self.session.view(self.role), act).level

    def track(self, label: str) -> int:
        return self.session.table.row[self.book.schema.index[label]]

    def seal(self, *orders: Order, yes: bool = False, signs: tuple[Draft, ...] = ()) -> list[Event]:
        """One turn; what its player sees of it afterwards."""
        session, turn = self.session, self.session.table.turn
        questions = session.view(self.role).questions
        session.seal(self.role, Orders(orders, {act.key: True for act in questions} if yes else {}, signs))
        session.open()
        if session.table.phase is Phase.LEDGER:
            session.next()
        return list(session.seen(turn, self.role))

    def turn_1(self) -> list[Event]:
        return self.seal(Order(self.act("speak-at-the-bridge")))

    def turn_2(self) -> list[Event]:
        return self.seal(Order(self.act(ASKED[self.role]), ask=True))

    def turn_3(self) -> list[Event]:
        return self.seal(Order(self.act("chase-smugglers"), knowing=True))

    def turn_4(self) -> list[Event]:
        watch = self.act("put-to-commission", choice="truce.joint-watch")
        order = () if self.level(watch) is not Level.CONSENT else (Order(watch, ask=True),)
        word = "vouch" if self.role == "haven" else "declare-half"
        return self.seal(*order, Order(self.act(word)), yes=True)

    def bargain(self) -> Circulated:
        """The winter text on the table: written, or laid there by the Coast, and then answered."""
        session = self.session
        if self.role == "coast":
            session.circulate("coast", begun_from(self.book, "winter-text", "coast"))
        else:
            session.answer(self.role, 1, "accept")
        (text,) = session.drafts_before(self.role)
        return text

    def turn_5(self) -> list[Event]:
        text = self.bargain()
        return self.seal(Order(self.act("send-watchers", self.other)), signs=(text.draft,))

    def turn_6(self, proof: str) -> list[Event]:
        return self.seal(Order(self.act(proof, self.other)))

    @property
    def other(self) -> str:
        """Whom the player suspects."""
        return "coast" if self.role == "ridge" else "ridge"

    def before(self, turn: int) -> Pupil:
        """The same game, with the turns before one played as they are taught."""
        for number in range(1, turn):
            getattr(self, f"turn_{number}")()
        assert self.session.table.turn == turn
        return self

    @property
    def score(self) -> int:
        """Against the role's own par, in tenths."""
        return score(self.book, self.session.table.row, SCENARIO, self.role).against_par

    @property
    def ending(self) -> str | None:
        return self.book.ending(self.session.table.row)


@pytest.fixture(params=[(role, seed) for role in ROLES for seed in SEEDS], ids=lambda pair: f"{pair[0]}-{pair[1]}")
def pupil(book: Rulebook, request: pytest.FixtureRequest) -> Pupil:
    role, seed = request.param
    return Pupil(book, role, seed)


def of(events: list[Event], cause: str, role: str | None = None) -> Iterator[Event]:
    """What happened by a cause; what it cost is told apart."""
    return (one for one in events if one.cause == cause and one.step != "costs" and role in (None, one.actor))


def test_the_pack_has_nothing_to_warn_of(book: Rulebook):
    assert lint(book.pack) == ()


def test_its_scenario_is_found_by_its_name():
    assert rulebook_for(SCENARIO).pack.header.id == "first-steps"


def test_every_turn_teaches_every_role_something(book: Rulebook):
    for role in ROLES:
        for turn in range(1, book.pack.scenario[SCENARIO].turns + 1):
            assert 1 <= len(lessons(book, SCENARIO, turn, role)) <= 2


def test_turn_1_has_a_permitted_act_by_express_right(pupil: Pupil):
    act = pupil.act("speak-at-the-bridge")
    verdict = verdict_of(pupil.book, pupil.session.view(pupil.role), act)
    assert verdict.level is Level.PERMITTED
    assert [finding.kind for finding in verdict.findings] == ["right"]
    (told,) = of(pupil.turn_1(), "move:speak-at-the-bridge", pupil.role)
    assert "tension" in {change.column for change in told.changes}


def test_nothing_is_asked_before_questions_are_taught(pupil: Pupil):
    for turn in (1, 2, 3):
        assert pupil.session.view(pupil.role).questions == ()
        getattr(pupil, f"turn_{turn}")()


def test_turn_2_has_a_verdict_with_a_paragraph_and_a_keeper(pupil: Pupil):
    pupil.before(2)
    verdict = verdict_of(pupil.book, pupil.session.view(pupil.role), pupil.act(ASKED[pupil.role]))
    assert verdict.level is Level.CONSENT
    assert [finding.cite for finding in verdict.findings] == ["Truce, article 2"]
    assert [keeper.id for keeper in verdict.keepers] == ["truce-commission"]


def test_what_is_asked_in_turn_2_is_granted_and_happens_in_turn_3(pupil: Pupil):
    move = ASKED[pupil.role]
    assert list(of(pupil.before(2).turn_2(), f"ask:{move}", pupil.role))
    events = pupil.turn_3()
    (granted,) = of(events, f"consent:{move}", pupil.role)
    assert "is agreed" in granted.says
    assert list(of(events, f"move:{move}", pupil.role))


def test_the_breach_of_turn_3_is_a_choice_with_a_price_and_is_answered(pupil: Pupil):
    pupil.before(3)
    assert pupil.level(pupil.act("chase-smugglers")) is Level.BREACH
    (told,) = of(pupil.turn_3(), "move:chase-smugglers", pupil.role)
    assert (told.level, told.cites) == ("breach", ("Truce, article 1",))
    assert any(change.after < change.before for change in told.changes if change.column.startswith("trust"))
    later = [*pupil.turn_4(), *pupil.turn_5()]
    assert any(event.actor != pupil.role for event in of(later, "move:protest"))


def test_turn_4_asks_something_and_the_answer_counts(pupil: Pupil):
    questions = pupil.before(4).session.view(pupil.role).questions
    assert questions
    events = pupil.turn_4()
    for act in questions:
        (decided,) = of(events, f"consent:{act.move}", act.role)
        assert "is agreed" in decided.says


def test_in_turn_4_a_forum_can_allow_one_thing_and_is_not_competent_for_another(pupil: Pupil):
    pupil.before(4)
    assert pupil.level(pupil.act("put-to-commission", choice="truce.joint-watch")) is Level.CONSENT
    market = verdict_of(
        pupil.book, pupil.session.view(pupil.role), pupil.act("put-to-commission", choice="embargo.market")
    )
    assert market.level is Level.BARRED
    assert "Strait Council could" in market.findings[0].reason
    pupil.turn_4()
    pupil.turn_5()
    assert pupil.book.state(pupil.session.table.row, "truce.joint-watch") == "in-force"
    assert pupil.level(pupil.act("chase-smugglers")) is Level.PERMITTED


def test_in_turn_4_a_promise_waits_for_its_other_half_and_then_both_bind(pupil: Pupil):
    pupil.before(4)
    row = pupil.session.table.row
    if pupil.role == "haven":
        assert pupil.level(pupil.act("vouch")) is Level.PERMITTED
    else:
        other = "pause.guns" if pupil.role == "coast" else "pause.drills"
        assert pupil.book.state(row, other) == "declared"
        assert pupil.level(pupil.act("show-strength")) is Level.PERMITTED
    pupil.turn_4()
    for half in ("pause.drills", "pause.guns"):
        assert pupil.book.state(pupil.session.table.row, half) == "mutual"
    if pupil.role != "haven":
        assert pupil.level(pupil.act("show-strength")) is Level.BREACH


def test_in_turn_5_a_text_is_circulated_and_everybody_answers(pupil: Pupil):
    text = pupil.before(5).bargain()
    assert text.role == "coast"
    others = set(ROLES) - {"coast"}
    assert {role: text.answers[role] for role in others} == dict.fromkeys(others, "accept")


def test_in_turn_5_the_text_is_signed_and_in_turn_6_its_steps_are_done(pupil: Pupil):
    events = pupil.before(5).turn_5()
    assert [event.cause for event in events if event.step == "signatures"] == ["text:1"]
    (text,) = deals(pupil.book.layout, pupil.session.table.row)
    assert {(duty.state, duty.due) for duty in text.duties} == {(DutyState.WAITING, 6)}
    hunger = pupil.track("hunger")
    events = pupil.turn_6("talk-in-private")
    assert {one.cause for one in events if one.step == "steps" and "done" in one.says} == {
        f"step:{duty.key}" for duty in text.duties
    }
    assert pupil.track("hunger") < hunger
    (text,) = deals(pupil.book.layout, pupil.session.table.row)
    assert {duty.state for duty in text.duties} == {DutyState.DONE}


def test_a_text_that_one_side_does_not_sign_comes_to_nothing(pupil: Pupil):
    pupil.before(5).bargain()
    pupil.seal()
    assert deals(pupil.book.layout, pupil.session.table.row) == ()


def test_who_drills_or_fires_under_the_text_breaks_it_and_the_others_take_theirs_back(book: Rulebook):
    for role, seed in ((role, seed) for role in ("coast", "ridge") for seed in SEEDS):
        pupil = Pupil(book, role, seed).before(6)
        pupil.seal(Order(pupil.act("show-strength"), knowing=True))
        (text,) = deals(book.layout, pupil.session.table.row)
        states = {(duty.term.role == role, duty.term.clause): duty.state for duty in text.duties}
        own = "no-drills" if role == "coast" else "silent-guns"
        assert states[True, own] is DutyState.MISSED
        assert {state for (mine, _), state in states.items() if not mine} == {DutyState.SUSPENDED}


@pytest.mark.parametrize("seed", SEEDS)
def test_without_grain_the_ridge_does_not_sign_and_answers_with_it(book: Rulebook, seed: int):
    pupil = Pupil(book, "coast", seed).before(5)
    pupil.session.circulate("coast", without_step(begun_from(book, "winter-text", "coast"), 3))
    first, counter, *_ = pupil.session.drafts_before("coast")
    assert first.answers["ridge"] != "accept"
    assert (counter.role, counter.counters) == ("ridge", 1)
    assert "grain-by-sea" in {step.term.clause for step in counter.draft.steps}


def test_by_turn_5_a_secret_act_has_left_a_trace_without_a_name_and_watchers_make_it_proof(pupil: Pupil):
    events = [*pupil.before(4).turn_4()]
    assert not list(of(events, "move:dig-by-night")), "the act itself is seen by nobody else"
    assert pupil.track(f"evidence[{pupil.other}]") == 20
    assert pupil.level(pupil.act("talk-in-private", pupil.other)) is Level.BARRED
    events = pupil.turn_5()
    assert list(of(events, "move:send-watchers", pupil.role))
    assert pupil.track(f"evidence[{pupil.other}]") >= 60


def test_the_taught_path_ends_well_when_the_proof_is_shown_in_private(pupil: Pupil):
    pupil.before(6).turn_6("talk-in-private")
    assert pupil.ending == "open-road"
    assert pupil.score > 0


def test_the_same_path_ends_badly_when_the_proof_is_shown_to_everybody(pupil: Pupil):
    pupil.before(6).turn_6("open-the-file")
    assert pupil.ending == "winter-of-alarms"
    assert pupil.score < 0


def test_who_never_acts_does_worse_than_who_follows_the_lessons(book: Rulebook, pupil: Pupil):
    while pupil.session.table.phase is not Phase.OVER:
        pupil.seal()
    follower = Pupil(book, pupil.role, pupil.session.table.seed).before(6)
    follower.turn_6("talk-in-private")
    assert pupil.score < follower.score


def test_par_is_the_middle_of_games_between_the_doctrines(book: Rulebook):
    scores: dict[str, list[int]] = {role: [] for role in ROLES}
    for seed in range(120):
        session = new_game(book, SCENARIO, [], folder=None, seed=seed)
        while session.table.phase is not Phase.OVER:
            session.open()
            if session.table.phase is Phase.LEDGER:
                session.next()
        for role in ROLES:
            scores[role].append(score(book, session.table.row, SCENARIO, role).total)
    for role, par in book.pack.scenario[SCENARIO].par.items():
        assert abs(statistics.median(scores[role]) - par) <= 3


def test_plain_mode_tells_each_lesson_as_its_turn_begins(book: Rulebook):
    text = told_in_lines(new_game(book, SCENARIO, ["coast"], folder=None, seed=5), "seal\nnext\n" * 6)
    for turn in range(1, 7):
        begun = text.index(f"Turn {turn} of 6")
        for lesson in lessons(book, SCENARIO, turn, "coast"):
            assert begun < text.index(f"What is new: {lesson.title}.") < text.index(f"coast talks {turn}>")


def test_plain_mode_says_what_to_type_and_that_does_it(book: Rulebook):
    session = new_game(book, SCENARIO, ["coast"], folder=None, seed=5)
    text = told_in_lines(
        session,
        "do speak-at-the-bridge\nseal\nnext\nask send-grain\nseal\nnext\ndo chase-smugglers\nyes\nlesson\nquit\n",
    )
    assert "Try: why speak-at-the-bridge, then do speak-at-the-bridge (permitted)." in text
    assert "Try: why send-grain, then ask send-grain (needs consent)." in text
    assert "Try: why chase-smugglers, then do chase-smugglers (breach)." in text
    assert text.count("What is new: A breach is a choice.") == 2


def test_plain_mode_says_how_to_write_the_text_and_that_does_it(book: Rulebook):
    session = new_game(book, SCENARIO, ["coast"], folder=None, seed=5)
    text = told_in_lines(
        session, "seal\nnext\n" * 4 + "write winter-text\ncirculate\nlesson\nsign 1\nseal\nnext\nquit\n"
    )
    assert "Try: write winter-text, then circulate, then sign the number it is given." in text
    assert "Try: draft 1, then accept 1 and sign 1." in text
    assert len(deals(book.layout, session.table.row)) == 1


def test_a_scenario_that_does_not_teach_says_so():
    freeze = new_game(rulebook_for("freeze-for-freeze"), "freeze-for-freeze", ["north"], folder=None, seed=5)
    text = told_in_lines(freeze, "lesson\nquit\n")
    assert "What is new" not in text
    assert "Nothing new is taught this turn." in text


def told_in_lines(session: Session, script: str) -> str:
    out = io.StringIO()
    assert play(session, Lines(io.StringIO(script), out)) == 0
    return out.getvalue()
