"""Names stand in what was noted as it ran, where only capital letters tell of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.privacy.names_in_notes import names_in_notes
from tests.core.strategies import texts


@pytest.mark.parametrize(
    ("note", "names"),
    [
        ("Bruno Keller was on his phone all the time", ("Bruno Keller",)),
        ("Asked Bruno to put it away", ("Bruno",)),
        ("Asked Bruno Keller; Poor Ana cried", ("Bruno Keller", "Ana")),
        ("then Will and Anne-Marie van der Berg argued", ("Will", "Anne-Marie van der Berg")),
        ("Ms Bell left. Everybody in the PLC, in May, on Padlet", ("Bell",)),
        ("Phones out. Silence fell. “Nobody knows”", ()),
        ("Looking At Student Work Together", ()),
        ("we used the Tuning Protocol", ()),
        ("Die Gruppe war nicht am Handy", ()),
        ("Die Lehrerin Frau Maier und Bruno Keller waren am Handy", ("Maier", "Bruno Keller")),
        ("Ben Weeks fell asleep", ("Ben Weeks",)),
        ("Mrs Friend cried, told Press to stop", ("Friend",)),
        ("They all loved Kanban, nobody asked Padlet", ()),
        ("The Observatory was closed; they liked Bloom and Vygotsky", ()),
        ("They loved Kanban and left, then Kanban, she argued; of Kanban, Ben left", ("Ben",)),
        ("then Ana, Ben and Cleo never argued. Poor Omar", ("Ana", "Ben", "Cleo", "Omar")),
        ("", ()),
    ],
)
def test_who_is_named_in_a_note(note: str, names: tuple[str, ...]) -> None:
    """Who does something, in a row, behind a title; no thing, no heading, no German noun."""
    assert names_in_notes([note], (), ["Tuning protocol"]) == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("They read, and Bruno asked why.", ("bruno",)),
        ("Bruno asked why.", ()),
        ("They read, and Bruno asked why. Poor bruno.", ()),
        ("Sie haben gelesen, und Bruno fragte.", ()),
    ],
)
def test_what_begins_a_sentence_is_known_by_what_was_written(
    written: str, names: tuple[str, ...]
) -> None:
    """It may be any word else: it stands within another sentence, and never in small letters."""
    assert names_in_notes(["Bruno left early"], [written]) == names


def test_what_the_session_is_called_and_about_is_no_name() -> None:
    """Titles in any number of words, of what it is about single ones."""
    notes = ["then Kanban kept them busy", "with Big Picture", "then Tuning left"]
    assert names_in_notes(notes, (), ["Big picture"], ["Kanban and tuning"]) == ()
    assert names_in_notes(["Ana Lee cried"], (), (), ["What Ana Lee needs"]) == ("Ana Lee",)


def test_what_may_be_a_name_is_one_where_it_does_what_people_do() -> None:
    """In another sentence, and nowhere in small letters."""
    assert names_in_notes(["They liked Kofi"], ["Then Kofi cried."]) == ("kofi",)
    assert names_in_notes(["They liked Kofi"], ["Then we met near Kofi."]) == ()


@given(st.lists(texts, max_size=3), st.lists(texts, max_size=3))
def test_whatever_was_noted(notes: list[str], written: list[str]) -> None:
    """No text is too strange, and without notes nobody is known."""
    names_in_notes(notes, written, written, notes)
    assert names_in_notes((), written) == ()
