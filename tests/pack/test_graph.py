"""Machines as diagrams: what leads from state to state, who may do it, and what happens by itself."""

from __future__ import annotations

import re

import pytest

from tabletop.pack.graph import as_dot, as_mermaid, as_text, diagram
from tabletop.pack.load import load_pack, read_pack
from tabletop.pack.names import Names
from tabletop.pack.scaffold import starter_folder


@pytest.fixture(scope="module")
def starter():
    return Names(load_pack(starter_folder()))


def test_a_machine_is_drawn_with_moves_fora_roles_and_what_happens_by_itself(starter):
    assert as_text(diagram(starter, "article")) == (
        "article: 3 provisions\n"
        "  absent (starts)\n"
        "    → in-force  commission: renew-truce (north, south)\n"
        "  in-force (binding)\n"
        "    → suspended  suspend-article (north, south)\n"
        "    → broken     by itself: when tension >= 90\n"
        "  suspended (dormant)\n"
        "    → in-force  commission: renew-truce (north, south)\n"
        "  broken\n"
        "    → in-force  commission: renew-truce (north, south)"
    )


def test_turns_that_pass_are_told(starter):
    assert "    → absent  by itself: after 3 turns" in as_text(diagram(starter, "measure"))


def test_a_way_nothing_leads_along_is_told(tiny):
    tiny["law/river.toml"] = tiny["law/river.toml"].replace("after = 3", 'says = "Nobody does this."')
    assert "    → lapsed  nothing" in as_text(diagram(Names(read_pack(tiny)), "article"))


def test_a_forum_opens_a_way_only_to_moves_it_decides(tiny):
    # `adopt` goes to the council and `renew` to nobody; the transition is reserved to the commission.
    assert "→ in-force  commission: nothing" in as_text(diagram(Names(read_pack(tiny)), "article"))


def test_a_way_of_one_provision_alone_names_it(tiny):
    tiny["law/river.toml"] = tiny["law/river.toml"].replace(
        'pair = "river.sluice"',
        'pair = "river.sluice"\ntransition = [{ from = ["lapsed"], to = "absent", when = "pair == \'lapsed\'" }]',
    )
    drawn = as_text(diagram(Names(read_pack(tiny)), "article"))
    assert "    → absent    by itself: when pair == 'lapsed' (only river.tolls)" in drawn


def test_events_and_breaches_lead_from_state_to_state_too(tiny):
    law = tiny["law/river.toml"]
    tiny["law/river.toml"] = law.replace("after = 3", "").replace(
        'if_breached = [', 'if_breached = [{ provision = "river.tolls", to = "lapsed" }, '
    )  # fmt: skip
    tiny["events.toml"] = tiny["events.toml"].replace(
        'effects = [{ track = "tension", add = 5 }]',
        'effects = [{ provision = "river.sluice", to = "lapsed" }]',
    )
    drawn = as_text(diagram(Names(read_pack(tiny)), "article"))
    assert "→ lapsed  a breach of river.sluice, event flood" in drawn


def test_graphviz_gets_a_node_for_each_state_and_an_edge_for_each_way(starter, korea):
    for names in (starter, Names(korea)):
        for id_ in names.pack.machine:
            drawn = diagram(names, id_)
            text = as_dot(drawn)
            assert text.startswith(f'digraph "{id_}" {{')
            assert text.endswith("}")
            assert len(re.findall(r'^  "[\w-]+" \[label="[^"\n]*"', text, re.MULTILINE)) == len(drawn.states)
            edge = r'^  "[\w-]+" -> "[\w-]+" \[label="(?:[^"\\\n]|\\.)*"(?:, style=dashed)?\];$'
            assert len(re.findall(edge, text, re.MULTILINE)) == len(drawn.ways)


def test_mermaid_gets_a_line_for_each_way_and_no_second_colon(starter, korea):
    for names in (starter, Names(korea)):
        for id_ in names.pack.machine:
            drawn = diagram(names, id_)
            head, *lines = as_mermaid(drawn).split("stateDiagram-v2\n")[1].split("\n")
            arrows = [line for line in lines if "-->" in line and "[*]" not in line]
            assert head.startswith("  state ")
            assert len(arrows) == len(drawn.ways)
            assert all(line.count(":") == 1 for line in arrows)
