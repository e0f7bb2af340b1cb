"""Entries are told by their session, and by what is written, without being read one by one."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief_doors import doors
from facilitui.core.journals.journal import Document, body_of, make_document
from facilitui.core.journals.of_session import may_tell_of

AT = datetime(2026, 11, 3, tzinfo=UTC)
texts = st.text(st.characters(), max_size=12)


def document(entry: str = "e", kind: str = "debrief", **body: Any) -> Document:
    return make_document(
        entry_id=entry, kind=kind, body=body, made_at=AT, salt="0" * 32, last=None, after="0" * 64
    )


@given(texts, st.lists(texts, max_size=4))
def test_no_entry_of_a_session_is_passed_over(session: str, others: list[str]) -> None:
    """Whatever the session is called, and however a program wrote that."""
    found = [document(session=each) for each in (*others, session)]
    found.append({**found[-1], "body": json.dumps({"session": session}, ensure_ascii=False)})
    kept = may_tell_of(found, session)
    assert [each for each in found if body_of(each).get("session") == session] == [
        each for each in kept if body_of(each).get("session") == session
    ]
    assert len(may_tell_of(found, "")) == len(found)


def test_an_entry_that_does_not_name_the_session_is_not_read() -> None:
    """That is what makes ten thousand of them cheap."""
    assert not may_tell_of([document(session="another")], "one")


@given(st.booleans() | st.none() | texts)
def test_a_door_debrief_is_told_by_what_it_says(door: object) -> None:
    """And by nothing that it only quotes."""
    own = document("debrief-s", session="s", door=door, learned='"door":true')
    assert doors([own]) == {"s": door is True}


def test_only_ones_own_debrief_of_a_session_counts() -> None:
    """No other kind, no other person's, nothing that was purged or is called so by chance."""
    others = [
        document("scores-s", "scores", session="s"),
        document("debrief-s--ana", session="s", lens="Ana"),
        document("debrief-t", "withdrawal", session="t"),
        document("debrief-u", session="another"),
        {**document("debrief-v", session="v"), "body": ""},
    ]
    assert doors(others) == {}
    assert doors([*others, document("debrief-a--b", session="a--b")]) == {"a--b": False}
