"""Whatever is done to a pack, loading it gives a pack or a `PackError` with places: never anything else."""

from __future__ import annotations

import string
from collections.abc import Callable

import tomli
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tabletop.pack.faults import PackError
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack, read_pack

from .conftest import TINY

FILES = sorted(TINY)
TOML_FILES = [name for name in FILES if name.endswith(".toml")]
PIECES = st.sampled_from(
    [
        "[", "]", "[[", "{", "}", '"', "'", '"""', "=", ",", ".", "#", "\n", "\\", " ", "-", "\0", "\u202e", "é", "\U0001f54a",
        "0", "-1", "9" * 40, "1e400", "nan", "0x" + "f" * 5_000, "true", "2017-05-15", "10:00:00", "[role.x]", "[[calendar]]",
        "'choice'", "tension", "for r in roles", "lambda: 0", "__import__('os')", "1 if", "not", "**", "//0", "(" * 40,
    ]
)  # fmt: skip
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**30, -(10**12), 0, 101])
    | st.floats()
    | st.dates()
    | st.text(max_size=20)
    | st.sampled_from(["choice", "north", "tension", "river.sluice", "capital[actor]", "True", "x" * 3_000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "when", "add", "0", "ä"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
OFTEN = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def refusal(load: Callable[[], object]) -> PackError | None:
    """What loading raised, if it raised what it may."""
    try:
        load()
    except PackError as error:
        return error
    return None


def check(files: dict[str, str]) -> None:
    """Load; where it fails, every fault has a place that exists, a sentence and a remedy."""
    error = refusal(lambda: lint(read_pack(files)))
    if error is None:
        return
    assert error.faults
    for fault in error.faults:
        assert fault.what.endswith((".", "!", "?"))
        assert fault.remedy
        assert "\x1b" not in str(fault)
        text = files.get(fault.file, "")
        assert fault.line <= text.count("\n") + 1
        if fault.line:
            assert 1 <= fault.column <= len(text.split("\n")[fault.line - 1]) + 1


@OFTEN
@given(file=st.sampled_from(FILES), data=st.data())
def test_a_file_cut_and_stuffed_anywhere(file, data):
    text = TINY[file]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 30)))
        text = text[:start] + data.draw(PIECES) + text[end:]
    check(TINY | {file: text})


@OFTEN
@given(file=st.sampled_from(TOML_FILES), data=st.data())
def test_any_value_in_place_of_any_other(file, data):
    lines = TINY[file].split("\n")
    settable = [index for index, line in enumerate(lines) if " = " in line and not line.startswith(("[", " "))]
    index = data.draw(st.sampled_from(settable))
    key = lines[index].partition(" = ")[0]
    lines[index] = f"{key} = {written(data.draw(VALUES))}"
    check(TINY | {file: "\n".join(lines)})


@OFTEN
@given(file=st.sampled_from(FILES), drop=st.data())
def test_any_line_left_out_or_written_twice(file, drop):
    lines = TINY[file].split("\n")
    index = drop.draw(st.integers(0, len(lines) - 1))
    times = drop.draw(st.sampled_from([0, 2]))
    check(TINY | {file: "\n".join(lines[:index] + lines[index : index + 1] * times + lines[index + 1 :])})


@OFTEN
@given(
    name=st.text(max_size=20) | st.sampled_from(["briefs/.md", "scenarios/.toml", "a.toml/b.toml"]),
    text=st.text(max_size=60),
)
def test_any_text_under_any_name(name, text):
    check(TINY | {name: text, name + ".toml": text, "briefs/" + name + ".md": text})


@OFTEN
@given(files=st.dictionaries(st.sampled_from(FILES), st.sampled_from(list(TINY.values())), max_size=12))
def test_files_mixed_up(files):
    check(files)


@OFTEN
@given(when=st.text(string.ascii_lowercase + "[](){}'\" .,-+*/%<>=!0123456789\n", max_size=40) | PIECES)
def test_any_expression(when):
    check(TINY | {"endings.toml": TINY["endings.toml"].replace('"tension == 100"', written(when))})


@OFTEN
@given(content=st.binary(max_size=80), file=st.sampled_from(FILES))
def test_any_bytes_in_a_file_on_disk(content, file, tmp_path):
    for name, text in TINY.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if name == file else text.encode())
    error = refusal(lambda: load_pack(tmp_path))
    assert error is None or error.faults


def written(value: object) -> str:
    """A value as TOML, whatever it is."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case str():
            return (
                '"'
                + "".join(f"\\U{ord(mark):08X}" if not 0xD800 <= ord(mark) <= 0xDFFF else "?" for mark in value)
                + '"'
            )
        case list():
            return "[" + ", ".join(written(item) or "0" for item in value) + "]"
        case dict():
            return "{" + ", ".join(f'"{key}" = {written(item) or "0"}' for key, item in value.items()) + "}"
        case _:
            return str(value)


def test_what_is_written_here_is_toml():
    value = {"ä": [1, 'x"', True]}
    assert tomli.loads(f"a = {written(value)}") == {"a": value}
