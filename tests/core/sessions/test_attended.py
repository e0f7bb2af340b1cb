"""How many came is told once: by the debrief, else by the count, else by nobody."""

from __future__ import annotations

import pytest

from facilitui.core.debriefs.debrief import KIND, Debrief
from facilitui.core.journals.journal import Document, make_document
from facilitui.core.sessions.attended import attendance_told, attended, came_to
from facilitui.core.sessions.fact_lines import fact_lines
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.session import SessionState
from tests.core.making import START


@pytest.mark.parametrize(
    ("counted", "told", "came", "words"),
    [
        (True, 14, 14, "14 here"),
        (True, None, 9, "9 here"),
        (True, 0, 0, "0 here"),
        (False, 14, 14, "14 here"),
        (False, None, None, "9 expected"),
    ],
)
def test_the_debrief_goes_before_the_count(
    counted: bool, told: int | None, came: int | None, words: str
) -> None:
    """Those who were only expected did not come because of that."""
    state = SessionState(attendance=9, counted=counted)
    facts = attended(session_facts(state), Debrief(attendance=told))
    assert came_to(state, told) == came and facts.people_told == words
    assert came_to(None, told) == told
    lines = fact_lines(session_facts(state), Debrief(attendance=told))
    assert [each.value for each in lines if each.name == "People"] == [words]


@pytest.mark.parametrize(("told", "came"), [(14, 14), (None, None), (-1, None), ("14", None)])
def test_the_newest_revision_of_the_first_debrief_tells_it(told: object, came: int | None) -> None:
    """Neither what it said before nor somebody's second one, and nothing that is no count."""
    saved = [("debrief-s", 3), ("debrief-s--otto", 4), ("debrief-s2", 5), ("debrief-s", told)]
    documents: list[Document] = []
    for entry, attendance in saved:
        last = next((each for each in reversed(documents) if each["id"] == entry), None)
        body = {"session": "s", "attendance": attendance}
        made = make_document(
            entry_id=entry, kind=KIND, body=body, made_at=START, salt="00", last=last, after=""
        )
        documents.append(made)
    assert attendance_told(documents, "s") == came
