"""Entries about enrolments in a list: told in a line and found by what was written in them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.base import Record
from facilitui.core.journals import entries
from facilitui.core.journals.journal_facets import facets_of
from facilitui.core.journals.journal_rows import row_of
from facilitui.core.pathways import enrolment as of_enrolment
from facilitui.core.pathways import log_entry, roster, snapshot
from facilitui.core.privacy.purging import blanked
from tests.core.making import HOSTILE
from tests.core.pathways import kept
from tests.core.privacy.test_purging import sealed
from tests.core.strategies import json_values

KIND: dict[type[Record], str] = {
    type(kept.enrolment()): of_enrolment.KIND,
    type(kept.logged()): log_entry.KIND,
    type(kept.roster()): roster.KIND,
    type(kept.kept()): snapshot.KIND,
}
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def said(record: Record) -> dict[str, Any]:
    """Its body as the journal has it."""
    return record.model_dump(mode="json")


def told(record: Record) -> tuple[str, str, str]:
    """Its label, its title and its line."""
    kind, body = KIND[type(record)], said(record)
    return entries.label(kind, body), entries.title("x", body), entries.line(kind, body)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (
            kept.enrolment(),
            ("enrolment", "The north community", "Our way · version 7 · in first"),
        ),
        (
            kept.enrolment(name="", closed_on=kept.DAY, entered=(), pathway_name=""),
            ("enrolment", "x", "ours · version 7 · closed"),
        ),
        (kept.logged(), ("log entry", "Show it", "cycle 2 · plan · The heron note.")),
        (
            kept.logged(note=" ", planned=True),
            ("log entry, planned", "Show it", "cycle 2 · plan · It went\nwell."),
        ),
        (
            kept.logged(values={"a": "Chosen", "how": "\n It went\nwell. "}, begins_in="how"),
            ("log entry", "Show it", "cycle 2 · plan · It went well."),
        ),
        (
            kept.logged(note="", values={"how": "4 × Agree\n2 × Partly"}),
            ("log entry", "Show it", "cycle 2 · plan · 4 × Agree, 2 × Partly"),
        ),
        (
            kept.logged(note="", values={}, slot=log_entry.Slot()),
            ("log entry", "Show it", "photo.jpg"),
        ),
        (
            kept.logged(note="", values={}, slot=log_entry.Slot(), file_name=""),
            ("log entry", "Show it", "https://example.org/b"),
        ),
        (kept.roster(), ("roster", "Who takes part", "2 take part · 1 left")),
        (kept.kept(), ("pathway", "Our way", "version 7 · 1 phase · 2 requirements")),
    ],
)
def test_each_is_told_in_a_line(record: Record, words: tuple[str, str, str]) -> None:
    """What it is, what it is called, and what it says in short; no name of a roster."""
    assert told(record) == words


def test_what_was_written_is_searched_and_ids_and_rules_are_not() -> None:
    """Words in every field that somebody typed into; of a pathway which one it is and what it asks.

    Its page tells that; an enrolment in it is not found by it, nor anything by an id or a hash.
    """
    names = {"The north community", "Our way", "Hill School"}
    expected: tuple[tuple[Record, set[str]], ...] = (
        (kept.enrolment(), names | {"They agreed.", "No room yet."}),
        (kept.enrolment(), {"public schools", "Her mail", "Waits", "Call"}),
        (kept.logged(), {"Show it", "The heron note.", "It went\nwell.", "How did it go?"}),
        (kept.logged(), {"photo.jpg", "https://example.org/b", "plan"}),
        (kept.roster(), {"Ana Quintero", "Ben Weeks", "bringer of cake", "Cleo Dorn"}),
        (kept.kept(), {"Our way", "Our programme", "The first phase", "Show it", "Meet"}),
    )
    for record, texts in expected:
        assert texts <= set(entries.texts(said(record)))
    ids = {kept.enrolment().digest, "first", "shown", "evidence"}
    assert not set(entries.texts(said(kept.enrolment()))) & {*ids, "Show it"}
    assert not set(entries.texts(said(kept.kept()))) & ids


def test_a_roster_is_called_by_its_group() -> None:
    """Which another one is told from; one that was saved without it, by what it is alone."""
    assert told(kept.roster(group=" Lincoln\ncircle "))[1] == "Who takes part in Lincoln circle"
    assert told(kept.roster(group=" "))[1] == "Who takes part"


def test_people_are_found_by_their_names() -> None:
    """Those of a roster, whoever left too, and whose way it is; a group is no person."""

    def people(record: Record) -> tuple[str, ...]:
        return facets_of(KIND[type(record)], said(record), None, None).person.values

    assert people(kept.roster()) == ("Ana Quintero", "Ben Weeks", "Cleo Dorn")
    own = kept.enrolment(name="Ana Quintero", holder="person")
    assert people(own) == ("Ana Quintero",) and people(kept.enrolment()) == ()
    assert people(kept.kept()) == () == people(kept.logged())
    kinds = facets_of(log_entry.KIND, said(kept.logged()), None, None).kind
    assert kinds.values == ("log entry",) and "log entries" in kinds.folded


def test_a_row_has_its_own_day_and_its_session() -> None:
    """The day something is of, not the one it was typed on; of a purged one nothing is told."""
    document = sealed("log_entry-b2", said(kept.logged()), log_entry.KIND)
    row = row_of(document, lambda moment, _: datetime.fromisoformat(moment), None)
    assert row.session == "a"
    assert row.when is not None and row.when.date() == kept.DAY
    gone = row_of(blanked(document), lambda *_: NOON, None)
    assert gone.label == "purged log entry" and gone.session == ""
    assert "heron" not in gone.text


FIELDS = (
    *("enrolment", "pathway", "pathway_name", "values", "asks", "slot", "parameters", "entered"),
    *("areas", "aside", "rules", "schools", "members", "holder", "name", "planned", "on"),
)
rows = st.lists(st.dictionaries(st.sampled_from(["names", "name", "reason", "phase"]), json_values))
bodies = st.dictionaries(st.sampled_from(FIELDS), json_values | rows | st.just(HOSTILE))


@given(st.sampled_from([*KIND.values()]), bodies)
def test_any_shape_is_listed(kind: str, body: dict[str, Any]) -> None:
    """Another version may have written it."""
    found = (entries.label(kind, body), entries.line(kind, body), entries.title("id", body))
    assert all(isinstance(each, str) for each in (*found, *entries.texts(body)))
    facets = facets_of(kind, body, None, None)
    assert all(isinstance(each, str) for each in facets.person.values)
