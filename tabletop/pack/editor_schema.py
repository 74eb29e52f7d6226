"""Editor schema: one JSON Schema for every TOML file of a pack, so that editors complete and check while typing.

Made from the models that the loader uses. A file of a pack is the header, a scenario, a line of play, or holds
tables; one flat object describes all four, so that an editor can say what is wrong at the very key, and which keys
belong together decides between them.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent
from typing import Any

from pydantic import BaseModel

from .lines import Line, Lines
from .merge import FILE_TABLES, HEADER_KEYS
from .model import Pack
from .scenarios import Scenario
from .schema import Node

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCENARIO_KEYS = tuple(Scenario.model_fields)
_LINE_KEYS = tuple(Line.model_fields)


def editor_schema() -> Node:
    """The schema as plain values, ready for JSON."""
    whole = Pack.model_json_schema()
    found = {**whole["$defs"], **Lines.model_json_schema()["$defs"]}
    definitions: dict[str, Node] = {
        name: _for_editors(node, _models()[name]) for name, node in found.items() if name != "Brief"
    }
    header, scenario, line = (definitions.pop(name) for name in ("Header", "Scenario", "Line"))
    tables = {key: _plain(whole["properties"][key]) for key in FILE_TABLES}
    for key, table in tables.items():
        table.pop("default", None)
        table["description"] = Pack.model_fields[key].annotation.__args__[1].__doc__  # type: ignore[union-attr]
    return {
        "$schema": DIALECT,
        "title": "Armistice Table pack, format 1",
        "description": "Any TOML file of a pack: pack.toml, a file of tables, or one of the folders scenarios and lines.",
        "type": "object",
        "properties": {
            **tables,
            **line["properties"],
            **scenario["properties"],
            **header["properties"],
            "source": {"anyOf": [tables["source"], scenario["properties"]["source"]]},
        },
        "additionalProperties": False,
        "allOf": [*_kinds_of_file(header["required"], scenario["required"], line["required"])],
        "$defs": definitions,
    }


def _kinds_of_file(header_needs: list[str], scenario_needs: list[str], line_needs: list[str]) -> Iterator[Node]:
    """A key that only one kind of file has makes the file that kind, with all that belongs to it."""
    kinds = (HEADER_KEYS, _SCENARIO_KEYS, _LINE_KEYS)
    shared = {key for keys in kinds for key in keys if sum(key in other for other in kinds) > 1}
    header_only, scenario_only, line_only = (
        [key for key in keys if key not in shared and key not in FILE_TABLES] for keys in kinds
    )
    for own, needs, keys in (
        (header_only, header_needs, (*HEADER_KEYS, *FILE_TABLES)),
        (scenario_only, scenario_needs, _SCENARIO_KEYS),
        (line_only, line_needs, _LINE_KEYS),
    ):
        yield {"if": _any_of(own), "then": {"required": needs, "propertyNames": {"enum": list(keys)}}}
    yield {
        "if": _any_of([*scenario_only, *line_only]),
        "then": {"properties": {"source": {"type": ["string", "array"]}}},
        "else": {"properties": {"source": {"type": "object"}}},
    }
    yield {
        "if": _any_of(sorted(shared - set(FILE_TABLES))),
        "then": _any_of([*header_only, *scenario_only, *line_only]),
    }


def _any_of(keys: list[str]) -> Node:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _models() -> dict[str, type[BaseModel]]:
    """Every model a pack is made of, by name."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [Pack, Lines]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in found:
            found[model.__name__] = model
            for field in model.model_fields.values():
                waiting += _models_in(field.annotation)
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401  any type hint
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models_in(inner)


def _for_editors(node: Node, model: type[BaseModel]) -> Node:
    """The schema of one table, with the sentence that stands below each field in the code."""
    node = _plain(node)
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    notes = _notes(model)
    for key, property_ in node["properties"].items():
        if names[key] in notes:
            property_["description"] = notes[names[key]]
    return node


def _plain(node: Any) -> Any:  # noqa: ANN401  any JSON value
    """A schema as TOML means it: no null, no machine-made titles, no keys besides those that fit the pattern."""
    if isinstance(node, list):
        return [_plain(inner) for inner in node]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(inner) for key, inner in node.items() if not (key == "title" and isinstance(inner, str))}
    if "patternProperties" in plain:
        plain["additionalProperties"] = False
    if "default" in plain and plain["default"] is None:
        del plain["default"]
    if "anyOf" in plain and {"type": "null"} in plain["anyOf"]:
        others = [other for other in plain.pop("anyOf") if other != {"type": "null"}]
        plain |= others[0] if len(others) == 1 else {"anyOf": others}
    return plain


def _notes(model: type[BaseModel]) -> dict[str, str]:
    """The text below each field of a model's code, on one line."""
    (body,) = ast.parse(dedent(inspect.getsource(model))).body
    statements = body.body if isinstance(body, ast.ClassDef) else []
    notes: dict[str, str] = {}
    for field, below in pairwise(statements):
        match field, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(value=ast.Constant(value=str(text))):
                notes[name] = " ".join(text.split())
    return notes
