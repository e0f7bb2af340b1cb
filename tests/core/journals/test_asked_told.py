"""What a search asks for, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.asked_told import asked_told, corrected_told, instead_told
from facilitui.core.journals.journal_query import parse


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", ""),
        ("wait", "entries with “wait”"),
        ("role:apprentice wait", "entries of the role apprentice, with “wait”"),
        ("wait person:Ana count", "entries with Ana, with “wait” and “count”"),
        ('goal:"name evidence"', "entries about the goal name evidence"),
        ("protocol:tuning kind:scores", "self-scores with the protocol tuning"),
        ("criterion:waits", "entries scored on waits"),
        ("date:2026", "entries in 2026"),
        ("date:2026-11", "entries in November 2026"),
        ("date:2026-11-03", "entries on Tue 3 Nov 2026"),
        ("date:2025..2026", "entries 2025 to 2026"),
        ("date:2026-09..2026-11", "entries September 2026 to November 2026"),
        ("date:2026-11-03..2026-11-10", "entries from Tue 3 Nov 2026 to Tue 10 Nov 2026"),
        ("date:>2026-09", "entries from Thu 1 Oct 2026 on"),
        ("date:<2026-09", "entries until Mon 31 Aug 2026"),
    ],
)
def test_what_is_asked_for_reads_as_words(typed: str, told: str) -> None:
    """Filters first, then what has to occur."""
    query = parse(typed)
    assert asked_told(query.filters, query.words) == told


@given(st.text(max_size=40))
def test_whatever_is_typed_can_be_told(typed: str) -> None:
    """Also while it is being typed."""
    query = parse(typed)
    told = asked_told(query.filters, query.words)
    assert told == told.strip()
    assert bool(told) == bool(query.filters or query.words)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("role:host,apprentice x", "entries of the role host or apprentice, with “x”"),
        ("date:2026-11,2025", "entries in November 2026 or in 2025"),
        ("date:soon", "entries of the date “soon”"),
    ],
)
def test_several_values_and_no_date(typed: str, told: str) -> None:
    """Any of the values is enough."""
    query = parse(typed)
    assert asked_told(query.filters, query.words) == told


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("kind:deb date:2026-11 exit", "debriefs in November 2026, with “exit”"),
        ("kind:debrief", "debriefs"),
        ("kind:observation,feedback", "observations or feedback"),
        ("kind:a", "entries of the kind “a”"),
        ("person:mar", "entries with Ana María"),
        ("person:an", "entries with an"),
    ],
)
def test_a_part_is_told_as_what_it_means(typed: str, told: str) -> None:
    """Where it means one thing; else as it was typed."""
    query = parse(typed)
    names = {"person": ("Ana María", "Ann")}
    assert asked_told(query.filters, query.words, lambda name: names.get(name, ())) == told


def test_what_may_be_meant_is_asked() -> None:
    """Of a name, of a value and of a word."""
    assert instead_told(()) == ""
    told = instead_told([("person:Marta", "person:María"), ("evidance", "evidence")])
    assert told == (
        "nobody is called “Marta”; did you mean “María”? "
        "nothing has “evidance”; did you mean “evidence”?"
    )


def test_what_was_taken_for_what_is_a_sentence() -> None:
    """Of several words all are named."""
    assert corrected_told(()) == ""
    pair = ("evidance", "evidence")
    assert corrected_told([pair]) == "Nothing has “evidance”; shown is what has “evidence”."
    both = corrected_told([pair, ("role:aprentice", "role:apprentice")])
    assert "“evidance” or “role:aprentice”" in both and "and “role:apprentice”" in both
