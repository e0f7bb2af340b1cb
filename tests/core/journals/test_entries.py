"""Entries in a list: each kind has its name, its day and its line, whatever shape it is of."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals import entries
from facilitui.core.journals.entry_records import MODELS
from tests.core.making import HOSTILE

json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
NAMES = ("title", "name", "giver", "lens", "door", "scores", "rubric", "responses", "attendance")
MORE = ("size", "what", "removed", "held_at", "answers", "commitment", "quotes", "text")
bodies = st.dictionaries(st.sampled_from((*NAMES, *MORE)) | st.text(max_size=4), json, max_size=6)


def test_every_kind_that_is_listed_has_a_model() -> None:
    """And the other way round, so that none is opened without being known in the list."""
    assert set(entries.KINDS) == set(MODELS)


@pytest.mark.parametrize(
    ("kind", "body", "label", "line"),
    [
        ("debrief", {"learned": "They waited."}, "debrief", "They waited."),
        ("debrief", {"door": True}, "door debrief", ""),
        ("debrief", {"lens": "Ana", "learned": "x"}, "debrief, Ana's", "x"),
        (
            "scores",
            {"scores": [{"changes": [{"level": 2}]}, {}], "rubric": {"name": "Craft"}},
            "self-scores",
            "2 criteria scored · 1 changed · Craft",
        ),
        ("observation", {"giver": "Ben", "feedback": "Calm."}, "observation", "by Ben: Calm."),
        ("feedback", {"responses": [{}] * 9, "attendance": 12}, "feedback", "9 of 12 answered"),
        ("feedback", {"responses": [{}]}, "feedback", "1 answered"),
        ("feedback", {"withdrawn": True}, "feedback, taken out", "0 answered"),
        (
            "attachment",
            {"name": "a.pdf", "what": "student_work", "size": 1_200_000, "removed": True},
            "attachment, let go",
            "a.pdf · student work · 1.2 MB",
        ),
        ("sketch", {"text": "A line."}, "sketch", "A line."),
    ],
)
def test_each_kind_is_told_in_a_line(
    kind: str, body: dict[str, Any], label: str, line: str
) -> None:
    """What it is called, and what it says in short; a kind that is not known says its text."""
    assert (entries.label(kind, body), entries.line(kind, body)) == (label, line)


def test_the_day_is_the_sessions_else_the_entrys_own_else_when_it_was_made() -> None:
    """An observation of somebody else's session has only the day it was observed."""
    assert entries.day({"held_at": "a", "observed_on": "b"}, "c") == "a"
    assert entries.day({"held_at": None, "observed_on": "b"}, "c") == "b"
    assert entries.day({}, "c") == "c"


def test_what_is_no_text_or_blank_is_neither_title_nor_day() -> None:
    """The next that says something is told instead."""
    assert entries.title("id", {"title": {"a": 1}, "name": " ", "giver": "Ben"}) == "Ben"
    assert entries.day({"held_at": 12, "observed_on": "b"}, "c") == "b"


def test_what_few_participants_wrote_is_not_searched() -> None:
    """From five answer sheets on it is quoted, and so it is found; below it would point at one.

    What was taken out is not found.
    """
    wrote: dict[str, Any] = {"words": {"one_change": "heron"}}
    few = set(entries.texts({"responses": [wrote] * 4, "example": "egret"}))
    assert not few & {"heron", "egret"}
    many: dict[str, Any] = {"responses": [wrote] * 5, "example": "egret"}
    assert {"heron", "egret"} <= set(entries.texts(many))
    assert not {"heron", "egret"} & set(entries.texts({**many, "withdrawn": True}))


def test_reasons_notes_and_evidence_are_searched() -> None:
    """Everything that somebody wrote is found again, an old commitment and a rubric too."""
    body = {
        "scores": [{"note": "a note", "changes": [{"reason": "seen again"}]}],
        "judgements": [{"evidence": "exit tickets"}],
        "commitment": {"text": "count"},
        "quotes": [HOSTILE],
        "rubric": {"name": "Craft"},
        "planned_with": [{"person": "Kim"}],
    }
    found = {"a note", "seen again", "exit tickets", "count", HOSTILE, "Craft", "Kim"}
    assert found <= set(entries.texts(body))
    assert {each.text for each in entries.pieces(body) if each.is_name} == {"Craft", "Kim"}


@given(st.sampled_from([*entries.KINDS, "sketch"]), bodies)
def test_any_shape_is_a_row(kind: str, body: dict[str, Any]) -> None:
    """Another program may have written it; it is listed all the same."""
    told = (entries.label(kind, body), entries.line(kind, body), entries.title("id", body))
    assert all(isinstance(each, str) for each in (*told, *entries.texts(body)))
    assert entries.title("id", body) and entries.group_of(kind) in {*entries.KINDS, entries.OTHER}
