"""What a row has room for of a text: what was found is in it, at any width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitui.core.found_places import found_in
from facilitui.core.search import words_of
from facilitui.widgets.journal_excerpt import excerpt

LINE = "“Their second try tells more.”"
TEXTS = st.lists(st.sampled_from(("a", "wait", "ilícito", "日本", "\n", "x" * 30)), max_size=40)


@pytest.mark.parametrize(
    ("width", "shown"),
    [(80, LINE), (30, LINE), (26, "…second try tells more.”"), (20, "…try tells more.”")],
)
def test_the_beginning_gives_way_to_what_was_found(width: int, shown: str) -> None:
    """Whole words, as many as have room."""
    assert excerpt(LINE, ("tells", "more"), width) == shown


def test_what_stands_between_two_words_gives_way_too() -> None:
    """A few words beside each stay where they have room."""
    text = f"{'a ' * 60}heron flew {'b ' * 2000}then silence fell {'c ' * 40}"
    words = ("heron", "silence")
    assert excerpt(text, words, 20) == "…heron … silence fe…"
    assert excerpt(text, words, 46) == "…a a a a heron flew b b … b b then silence fe…"


@given(TEXTS.map(" ".join), st.integers(9, 90))
def test_it_fits_and_shows_what_was_found(text: str, width: int) -> None:
    """The first of the words at least, however far behind and however wide."""
    told = excerpt(f"{text} heron {text}", words_of("heron"), width)
    assert cell_len(told) <= width and found_in(told, ("heron",))
    assert cell_len(excerpt(text, (), width)) <= width
