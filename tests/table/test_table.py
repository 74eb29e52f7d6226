import pytest

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import Order, Orders
from tabletop.table.commands import Next, Open, Seal, SealedAct, seal
from tabletop.table.table import OutOfTurn, Phase, Table

SCENARIO = "mar-a-lago-2017"


@pytest.fixture
def table(book):
    return Table(book, SCENARIO, seed=7)


@pytest.fixture
def talking(table):
    table.send(Next())
    return table


def seal_all(table):
    for role in table.waiting_for:
        table.send(Seal(role=role))


def state(table):
    return table.row[:], table.phase, dict(table.sealed)


def test_a_turn_goes_round(table):
    assert table.phase is Phase.SETTING
    table.send(Next())
    assert (table.phase, table.turn) == (Phase.TALKS, 1)
    seal_all(table)
    assert table.waiting_for == ()
    outcome = table.send(Open())
    assert outcome.moved
    assert all(event.turn == 1 for event in outcome.events)
    assert (table.phase, table.turn, table.sealed) == (Phase.LEDGER, 2, {})
    table.send(Next())
    assert table.phase is Phase.TALKS


def test_a_game_ends(book):
    table = Table(book, SCENARIO, seed=1)
    for _ in range(book.pack.scenario[SCENARIO].turns):
        table.send(Next())
        seal_all(table)
        table.send(Open())
        if table.phase is Phase.OVER:
            break
    assert table.phase is Phase.OVER
    assert book.ending(table.row)
    for command in (Next(), Open(), Seal(role="us")):
        with pytest.raises(OutOfTurn):
            table.send(command)


def test_a_seal_moves_nothing_and_tells_nothing(talking):
    row = talking.row[:]
    outcome = talking.send(Seal(role="us"))
    assert (outcome.events, outcome.moved, talking.row) == ((), False, row)
    assert "us" not in talking.waiting_for


@pytest.mark.parametrize("command", [Open(), Seal(role="us")])
def test_before_the_first_dispatch(table, command):
    before = state(table)
    with pytest.raises(OutOfTurn):
        table.send(command)
    assert state(table) == before


@pytest.mark.parametrize(
    ("command", "says"),
    [
        (Next(), "not over yet"),
        (Open(), "Still to seal: us, dprk"),
        (Seal(role="france"), "no role 'france'"),
        (Seal(role=""), "no role ''"),
    ],
)
def test_what_does_not_fit_the_talks(talking, command, says):
    before = state(talking)
    with pytest.raises(OutOfTurn, match=says):
        talking.send(command)
    assert state(talking) == before


def test_nobody_seals_twice(talking):
    talking.send(Seal(role="us"))
    with pytest.raises(OutOfTurn, match="us has already sealed"):
        talking.send(Seal(role="us"))


@pytest.mark.parametrize(
    "sealed",
    [
        Seal(role="rok", acts=(SealedAct(act="rok/frobnicate"),)),
        Seal(role="rok", acts=(SealedAct(act=""),)),
        Seal(role="rok", acts=(SealedAct(act="us/secondary-sanctions@prc"),)),
        Seal(role="rok", acts=(SealedAct(act="rok/two-korea-peace-treaty@dprk"),)),
        Seal(role="rok", acts=(SealedAct(act="rok/build-consensus"),) * 2),
        Seal(role="rok", acts=(SealedAct(act="rok/ask-postpone-exercises@us"),)),
        Seal(role="rok", acts=(SealedAct(act="rok/build-consensus", ask=True),)),
        Seal(role="dprk", acts=(SealedAct(act="dprk/nuclear-test"),)),
        Seal(role="rok", answers={"us/secondary-sanctions@prc": True}),
        Seal(role="rok", answers={"nothing": False}),
    ],
)
def test_orders_that_cannot_stand_change_nothing(talking, sealed):
    before = state(talking)
    with pytest.raises(IllegalOrder):
        talking.send(sealed)
    assert state(talking) == before
    talking.send(Seal(role=sealed.role))


def test_too_many_acts_and_too_dear_ones(talking, book):
    acts = [act for act in book.by_role["dprk"] if book.open_now(talking.row, act)]
    with pytest.raises(IllegalOrder, match="can be sealed"):
        talking.send(seal("dprk", Orders(tuple(Order(act, knowing=True) for act in acts[:3]))))
    dear = [book.by_key["dprk/nuclear-test"], book.by_key["dprk/produce-material"]]
    with pytest.raises(IllegalOrder, match=r"cost \d and you have"):
        talking.send(seal("dprk", Orders(tuple(Order(act, knowing=True) for act in dear))))


def test_a_breach_is_sealed_knowingly(talking):
    talking.send(Seal(role="dprk", acts=(SealedAct(act="dprk/nuclear-test", knowing=True),)))
    seal_all(talking)
    breach = next(
        event for event in talking.send(Open()).events if event.act == "dprk/nuclear-test" and event.step == "overt"
    )
    assert breach.level == "breach"
    assert breach.cites


def test_the_order_of_seals_does_not_matter(book):
    rows = []
    for roles in (book.names.actors, tuple(reversed(book.names.actors))):
        table = Table(book, SCENARIO, seed=7)
        table.send(Next())
        for role in roles:
            acts = (SealedAct(act="dprk/nuclear-test", knowing=True),) if role == "dprk" else ()
            table.send(Seal(role=role, acts=acts))
        table.send(Open())
        rows.append(table.row)
    assert rows[0] == rows[1]


def test_a_scenario_that_does_not_exist(book):
    with pytest.raises(OutOfTurn, match="no scenario 'nowhere'"):
        Table(book, "nowhere", 1)
