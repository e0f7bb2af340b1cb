"""The index finds every value of a text, and no text makes the reading itself fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import InputProblems
from facilitui.core.plans.plan import Plan
from facilitui.storage.toml_files import parse_model, parse_table
from facilitui.storage.toml_index import TomlIndex

HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]")


def told(text: str) -> list[str]:
    """What is wrong with a plan of this text, as line:column: reason."""
    with pytest.raises(InputProblems) as caught:
        parse_model(text, Plan, Path("plan.toml"))
    return [f"{each.line}:{each.column}: {each.reason}" for each in caught.value.problems]


def test_values_are_found_in_any_notation() -> None:
    """Inline tables, dotted keys, quoted keys, lists over lines and long text are all seen."""
    text = '''note = """
[audience]
count = "no table, only text"
"""
audience = { who = "x, }", count = -1 } # count = 7
goals = [
  { id = "G1", text = "a" }, # ]
  { id = "G2",  text = 'b]', kind = "knw" },
]
norms.room_for_own = "yes"
norms."sets" = ["a", "b c"]
'''
    assert told(text) == [
        "5:36: audience.count must be at least 0 and at most 1000, not -1",
        "8:37: goals[2] kind must be “know”, “do” or “both”, not “knw”; did you mean “know”?",
        "10:22: norms.room_for_own must be true or false, without quotes, not “yes”",
        "11:22: norms.sets[2] must be made of letters without accents, digits, “_” and “-”, at "
        "most 64 of them, and begin with a letter or digit, not “b c”",
    ]


VALUES = st.recursive(
    st.integers(-5, 5) | st.booleans() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@given(st.text(alphabet="ab[]{}=.,\"'#\n \\1", max_size=60))
def test_any_text_is_a_table_or_a_problem_within_it(text: str) -> None:
    """Whatever is in a file, it is read or named; the index follows wherever tomllib goes."""
    try:
        table = parse_table(text, Path("x.toml"))
    except InputProblems as error:
        lines = text.split("\n")
        assert 1 <= error.problems[0].line <= len(lines)
        return
    index = TomlIndex(text)
    assert index.twice is None
    for place in places(table):
        assert index.has(place), place


@given(st.dictionaries(st.text(max_size=6), VALUES, max_size=5))
def test_a_plan_of_any_values_is_read_or_told(table: dict[str, object]) -> None:
    """No value makes the reading itself fail."""
    text = "".join(f"{tomlkit.key([key]).as_string()} = {inline(table[key])}\n" for key in table)
    try:
        parse_model(text, Plan, Path("x.toml"))
    except InputProblems as error:
        assert not HARMFUL.search("".join(map(str, error.problems)))


def places(value: object, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The ways to all values of a table."""
    if isinstance(value, dict):
        found = [each for key in value for each in places(value[key], (*place, key))]
    elif isinstance(value, list):
        found = [each for n, entry in enumerate(value) for each in places(entry, (*place, n))]
    else:
        found = []
    return [place, *found] if place else found


def inline(value: object) -> str:
    """A value as TOML on one line."""
    if isinstance(value, dict):
        pairs = (f"{tomlkit.key([key]).as_string()} = {inline(value[key])}" for key in value)
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    return str(tomlkit.item(value).as_string())
