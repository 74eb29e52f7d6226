"""What a state means for a verdict: it binds, or it is a promise, asleep or disputed, never two of them."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack

LAW = "law/river.toml"


@pytest.mark.parametrize("other", ["political", "dormant", "disputed"])
def test_a_state_stands_in_one_list_at_most(fault_when, other):
    fault = fault_when(LAW, 'binding = ["in-force"]', f'binding = ["in-force"]\n{other} = ["lapsed", "in-force"]')
    assert fault.path == ("machine", "article", other, 1)
    assert fault.what == 'The state "in-force" is already binding; a verdict could not say which it is.'
    assert fault.remedy == "Keep it in one of the lists."


def test_a_broken_state_is_one_of_the_states(fault_when):
    fault = fault_when(LAW, 'binding = ["in-force"]', 'binding = ["in-force"]\nbroken = ["brocken"]')
    assert fault.what == 'The machine has no state "brocken".'


def test_a_broken_state_may_be_any_of_them(tiny):
    tiny[LAW] = tiny[LAW].replace('binding = ["in-force"]', 'binding = ["in-force"]\nbroken = ["lapsed"]')
    assert read_pack(tiny).machine["article"].broken == ("lapsed",)
