"""What something logged is called."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.beginnings import NO_NOTE, begun_with
from facilitui.core.pathways.requirements import CheckIns
from tests.core.pathways.journals import CLEE, CORE, logged


def called(requirement: str, **values: str) -> str:
    """What one with these values is called in CORE's pathway; else as it was."""
    each = logged(requirement, "as it was", values=dict(sorted(values.items())))
    return begun_with(each, CORE).source.told


def test_it_is_called_by_what_was_written_first_as_it_is_asked() -> None:
    """Not by what was chosen, nor in the order of the alphabet."""
    assert called("interventions", state="Chosen", what="Pairs first", why="So") == "Pairs first"
    assert called("interventions", state="Chosen", what=" ", why="\n So \nit is") == "So"
    assert called("interventions", state="Chosen") == "as it was"
    assert called("relationships_and_norms", note="x") == "as it was"


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_whatever_is_there_it_is_called_something(requirement: str, values: dict[str, str]) -> None:
    """Also where the pathway asks for nothing of the kind, and in words that are one line."""
    each = logged(requirement, "as it was", values=values)
    assert begun_with(each, CLEE).source.told == "as it was"
    assert begun_with(each, CLEE).said is each.said


@given(st.text())
def test_what_is_written_is_called_by_one_line(text: str) -> None:
    """Or as it was where nothing is."""
    told = called("interventions", what=text)
    assert told and len(told.splitlines()) == 1


def test_a_check_in_without_a_note_is_not_called_by_an_id() -> None:
    """Whoever reads it under its requirement learns nothing from that."""
    asked = next(each for each in CORE.requirements if isinstance(each, CheckIns))
    each = logged(asked.id, asked.id)
    assert begun_with(each, CORE).source.told == NO_NOTE
    assert called(asked.id) == "as it was"
