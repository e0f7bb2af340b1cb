"""Hints in fields: whole clauses, whatever room there is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitui.widgets.form_texts import short_hint

HINT = "9; empty is not known yet"


def test_a_hint_ends_with_a_clause_or_a_word() -> None:
    """All of it where there is room."""
    assert short_hint(HINT, 25) == HINT
    assert short_hint(HINT, 12) == "9"
    assert short_hint("start with why: what you meet for, in a sentence", 40) == (
        "start with why: what you meet for"
    )
    assert short_hint("what makes it easier for them", 20) == "what makes it…"


@given(st.text(max_size=60), st.integers(1, 60))
def test_a_hint_is_what_it_begins_with(hint: str, width: int) -> None:
    """Whatever is in it; never longer than it was."""
    short = short_hint(hint, width)
    assert hint.startswith(short.removesuffix("…")) or short == hint
    assert short == hint or cell_len(hint) > width
