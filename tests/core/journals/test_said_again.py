"""What was purged is found in other files however they write it down, and quickly."""

from __future__ import annotations

import json
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.said_again import LEAST_TEXT, SaidAgain

TEXTS = st.text(st.sampled_from('aé“"\\\n <&ñ'), min_size=LEAST_TEXT).map("Ana waited".__add__)


@given(text=TEXTS, around=st.text(max_size=5))
def test_a_text_is_found_within_json_of_json(text: str, around: str) -> None:
    """As a log has it, and a draft of what was read from one."""
    said, inner = SaidAgain([text]), json.dumps({"text": text})
    assert said.stands_in(inner) and said.stands_in(json.dumps([around, inner]))


def test_a_short_text_is_found_as_a_whole_one_alone() -> None:
    """Within others it would be everywhere."""
    said = SaidAgain(["Ana"])
    assert said.stands_in('{"by": "Ana"}') and said.stands_in("Ben\nAna\n")
    assert not said.stands_in('{"by": "Anabel"}')


@pytest.mark.parametrize("end", ["", '"', "n", "x"])
def test_a_long_run_of_backslashes_holds_nothing_up(end: str) -> None:
    """A file of the home may hold anything."""
    begun = perf_counter()
    assert not SaidAgain(["heron", "a heron at the lake"]).stands_in("\\" * 50_000 + end)
    assert perf_counter() - begun < 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Then Ana Li thanked her.", True),
        ("Then Ana\\nLi thanked her.", True),
        ("J\\u00fcrgen came.", True),
        ("An analysis by Ana", False),
        ("ana li", False),
        ("Banana Lists", False),
        ("Jürgens Rad", False),
        ("Al", False),
    ],
)
def test_a_name_is_found_in_the_midst_of_a_sentence(text: str, found: bool) -> None:
    """As a whole word and written as it is, however short; two letters are none."""
    assert SaidAgain((), ["Ana  Li", "Jürgen", "Al", " "]).stands_in(text) is found
