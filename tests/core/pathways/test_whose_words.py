"""A sentence says which of its words people typed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.whose_words import Said, Typed, called, joined, told, words
from facilitui.core.safe_text import quoted
from tests.core.pathways.journals import source

TEXT = st.text(max_size=9)
TYPED = st.builds(Typed, TEXT, in_quotes=st.booleans())
SAID = st.lists(TEXT | TYPED, max_size=5).map(lambda parts: words(*parts))


@given(st.lists(SAID))
def test_parts_make_one_text_whoever_said_them(parts: list[Said]) -> None:
    """As it stands on the screen, and with anything in the place of what was typed."""
    whole = words(*parts)
    assert told(whole) == "".join(map(told, parts))
    assert told(whole, lambda typed: "*") == "".join(told(e, lambda typed: "*") for e in parts)
    assert words(whole) == whole and words("", whole, "") == whole


@given(st.lists(TEXT))
def test_what_nobody_typed_is_a_text(parts: list[str]) -> None:
    """So that what says the same is the same, in however many parts it was said."""
    assert words(*parts) == "".join(parts)
    assert joined(parts) == "; ".join(filter(None, parts))


@given(st.lists(SAID))
def test_what_says_nothing_takes_no_place_in_a_row(parts: list[Said]) -> None:
    """Nor does anything stand between it and others."""
    assert told(joined(parts)) == "; ".join(told(each) for each in parts if each)


def test_something_is_called_by_what_was_typed_or_by_other_words() -> None:
    """Nobody typed what stands where nothing was written."""
    seen = source("Plan", 3)
    assert called(seen) == (Typed("Plan", seen),) and told(called(seen)) == quoted("Plan")
    assert called(replace(seen, is_typed=False)) == quoted("Plan")
