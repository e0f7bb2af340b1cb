"""What something logged is called."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Logged, Source
from facilitui.core.pathways.case_reducing import reduced
from facilitui.core.pathways.entry_first_words import NO_NOTE, begun_with
from facilitui.core.pathways.log_entry import KIND, LogEntry
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


def nothing_written(requirement: str, **said: Any) -> Source:
    """How something logged for CORE's requirement is told of, as a journal has it."""
    body = LogEntry(enrolment="e", requirement=requirement, on=date(2026, 9, 7), **said)
    document = {"id": "log_entry-1", "kind": KIND, "rev": 1, "made_at": "2026-09-07T09:00:00Z"}
    made = reduced({**document, "body": body.model_dump_json()}, lambda moment, zone: None)
    assert isinstance(made, Logged)
    return begun_with(made, CORE).source


@pytest.mark.parametrize("text", ["", "Check in every two weeks"])
def test_a_check_in_without_a_note_is_called_neither_by_an_id_nor_as_all_others(text: str) -> None:
    """Whoever reads it under its requirement learns nothing from that; its day stands beside it."""
    asked = next(each for each in CORE.requirements if isinstance(each, CheckIns))
    found = nothing_written(asked.id, text=text)
    assert (found.told, found.is_typed) == (NO_NOTE, False)
    assert nothing_written(asked.id, text=text, note="They came").told == "They came"
    assert called(asked.id) == "as it was"


def test_what_nothing_was_written_into_is_called_by_what_it_is_for() -> None:
    """By the programme's words for that, those of its own day where it asks so no more; no id."""
    contacts = CORE.requirement("contacts")
    assert contacts is not None
    found = nothing_written("contacts")
    assert (found.told, found.is_typed) == (contacts.text, False)
    assert nothing_written("gone", text="Bring data").told == "Bring data"
    assert nothing_written("gone").told == "an entry"
    assert nothing_written("gone", link="https://example.org").is_typed
