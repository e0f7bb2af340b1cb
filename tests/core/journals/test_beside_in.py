"""What the journal has of a session beside its debrief."""

from __future__ import annotations

from typing import Any

from facilitui.core.journals import attachment
from facilitui.core.journals.journal import make_document
from facilitui.core.responses import feedback
from facilitui.services.debriefs.debrief_facts import Beside, beside_in
from tests.core.making import START


def document(body: dict[str, Any], kind: str) -> dict[str, Any]:
    return make_document(
        entry_id="x", kind=kind, body=body, made_at=START, salt="0" * 32, last=None, after=""
    )


def test_only_what_belongs_to_the_session_and_can_be_read_counts() -> None:
    """Another kind of entry, another session's file and a broken one are none of it."""
    file = {"session": "s", "file_hash": "0" * 64, "name": "a.pdf", "size": 1, "goal": "G1"}
    said = {"session": "s", "source": "a.csv"}
    documents = [
        document(file, attachment.KIND),
        document({**file, "session": "t"}, attachment.KIND),
        document({**file, "size": "huge"}, attachment.KIND),
        document(said, feedback.KIND),
        document({**said, "responses": "many"}, feedback.KIND),
        document({**said, "session": "t"}, feedback.KIND),
        document({"session": "s"}, "debrief"),
    ]
    found = beside_in(documents, "s")
    assert [(each.name, each.goal) for each in found.attached] == [("a.pdf", "G1")]
    assert [each.source for each in found.heard] == ["a.csv"]
    assert beside_in([], "s") == Beside()
