"""Phases that have other ids in a changed file: which is which, so that each stays entered."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.changed_file import moved
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.phases_renamed import phases_renamed
from tests.core.pathways.journals import TODAY, enrolled

Phases = Mapping[str, tuple[str, str]]
"""By its id what a phase is called, and the requirements that it asks for."""
IDS, NAMES = st.sampled_from("abcd"), st.sampled_from(["One", "Two", "Three"])
PHASES = st.dictionaries(IDS, st.tuples(NAMES, st.just("")), min_size=1)


def pathway(phases: Phases) -> Pathway:
    """One with these phases."""
    listed = [
        {
            **{"id": id, "name": name},
            "requirements": [
                {"kind": "attestation", "id": each, "text": f"Text {each}"} for each in asked or id
            ],
        }
        for id, (name, asked) in phases.items()
    ]
    about = {"name": "Ours", "programme": "Ours", "source": "us", "version": "1"}
    return Pathway.model_validate({"kind": "pathway", "id": "ours", **about, "phases": listed})


ROUNDS = {"a": ("Round", ""), "b": ("Round", ""), "c": ("End", "")}
TWO = {"a": ("One", "x"), "b": ("Two", "y")}


@pytest.mark.parametrize(
    ("before", "after", "there"),
    [
        (ROUNDS, {"k": ("Round", ""), "m": ("Round", ""), "c": ("End", "")}, ["k", "m", "c"]),
        (ROUNDS, {"a": ("Round", ""), "m": ("Round", ""), "c": ("End", "")}, ["a", "m", "c"]),
        (TWO, {"b": ("One", "x"), "c": ("Two", "y")}, ["b", "c"]),
        (TWO, {"b": ("One", "v"), "c": ("Two", "w")}, ["b", "c"]),
        (TWO, {"b": ("One", "x"), "a": ("Two", "y")}, ["b", "a"]),
        (TWO, {"b": ("One", "y"), "a": ("Two", "x")}, ["a", "b"]),
        (TWO, {"a": ("Other", "x"), "b": ("Two", "y")}, ["a", "b"]),
        (TWO, {"b": ("One", "x"), "c": ("Three", "y")}, ["a", "b"]),
    ],
)
def test_each_phase_stays_entered_as_what_it_is(
    before: Phases, after: Phases, there: list[str]
) -> None:
    """Two of one name; ids that moved on by one; names that changed places."""
    enrolment = enrolled(pathway(before), [(id, n) for n, id in enumerate(before)])
    then = moved(enrolment, pathway(before), pathway(after), TODAY)
    assert [each.phase for each in then.entered] == there


@given(PHASES, PHASES)
def test_no_two_phases_become_one(before: Phases, after: Phases) -> None:
    """And only what is called the same has another id."""
    found = phases_renamed(pathway(before), pathway(after))
    assert all(before[was][0] == after[then][0] and was != then for was, then in found.items())
    there = [found.get(id, id) for id in before]
    assert len({*there}) == len(there)
    assert not phases_renamed(pathway(before), pathway(before))
