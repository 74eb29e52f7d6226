from dataclasses import replace

import pytest
from pydantic import TypeAdapter, ValidationError

from tabletop.rules.orders import Order, Orders
from tabletop.rules.texts.draft import from_template
from tabletop.table.commands import AnyCommand, Next, Open, Seal, seal
from tabletop.table.drafts import MOST_DRAFTS

COMMAND = TypeAdapter(AnyCommand)


def test_a_seal_keeps_how_and_why(book):
    act = book.by_key["rok/build-consensus"]
    asked = book.by_key["rok/ask-postpone-exercises@us"]
    orders = Orders((Order(act), Order(asked, ask=True)), {"us/x": True, "us/y": False})
    sealed = seal("rok", orders, {act.key: "rule 1", "us/x": "answer 1", "us/z": "no answer to it"})
    assert sealed.orders(book) == orders
    assert [one.because for one in sealed.acts] == ["rule 1", ""]
    assert sealed.because == {"us/x": "answer 1"}


def test_every_draft_that_can_lie_on_the_table_can_be_signed_or_vetoed(book):
    text = from_template(next(iter(book.pack.template.values())))
    many = [replace(text, duration=turns) for turns in range(1, MOST_DRAFTS + 1)]
    sealed = seal("rok", Orders(signs=tuple(many), vetoes=tuple(many)), drafts=many)
    assert sealed.signs == sealed.vetoes == tuple(range(1, MOST_DRAFTS + 1))


@pytest.mark.parametrize("command", [Next(), Open(), Seal(role="us", answers={"a": True})])
def test_commands_are_told_apart_by_kind(command):
    assert COMMAND.validate_json(COMMAND.dump_json(command)) == command


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"kind": "cheat"}',
        '{"kind": "next", "row": []}',
        '{"kind": "seal"}',
        '{"kind": "seal", "role": 1}',
        '{"kind": "seal", "role": "us", "answers": {"x": 1}}',
        '{"kind": "seal", "role": "us", "acts": [{"act": "x", "knowing": "yes"}]}',
        '{"kind": "seal", "role": "us", "acts": [{"act": "x", "price": 0}]}',
    ],
)
def test_nothing_is_guessed_or_converted(text):
    with pytest.raises(ValidationError):
        COMMAND.validate_json(text)


def test_a_command_cannot_be_changed():
    with pytest.raises(ValidationError):
        Seal(role="us").role = "dprk"
