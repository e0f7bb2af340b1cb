"""Somebody tells from the words around a name whose it is: each name once, whole, in its lines."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.privacy.words_around import words_around
from facilitui.core.reports.report_words import Span

NAMES = ("Ana Quintero", "Ben Weeks", "Cleo Dorn")
SIGNS = st.sampled_from([*NAMES, "met", "and", "long-winded", ",", ". ", " ", "\n", "x" * 60, "文"])


def places(text: str) -> list[Span]:
    """Where a name stands, or a part of one by itself."""
    parts = "|".join((*NAMES, *(part for each in NAMES for part in each.split())))
    return [Span(each.start(), each.end(), "") for each in re.finditer(parts, text)]


def told(text: str) -> list[str]:
    """Of each name in a text."""
    return [*words_around(text, places(text))]


def test_names_close_together_are_told_once_each() -> None:
    """In one line where they are read as one, else without the other one or a part of it."""
    for said in ("Then Ana Quintero and Ben Weeks went on", "Ana, Ben; Cleo"):
        assert told(said) == [said]
    assert told("Ana began. Then Ben went on.") == ["Ana began. Then…", "…began. Then Ben went on."]


def test_the_lines_of_a_text_stay_apart() -> None:
    """Or the beginning of the next one reads as a part of the name."""
    assert told("Keeps the time: Ana\nScribe: nobody") == ["Keeps the time: Ana / Scribe: nobody"]


def test_no_word_is_told_by_half() -> None:
    """Neither before the name nor behind it."""
    text = (
        "Somebody extraordinarily patient told Ana everything that there was to be considered again"
    )
    assert told(text) == ["…patient told Ana everything that there was to be considered…"]


@given(st.lists(SIGNS, max_size=12).map(" ".join))
def test_each_name_is_told_once(text: str) -> None:
    """No name is told twice, by half or not at all."""
    found = told(text)
    assert len(found) <= len(places(text))
    for name in (part for each in NAMES for part in each.split()):
        assert sum(each.count(name) for each in found) == text.count(name)
    assert not any("\n" in each for each in found)
