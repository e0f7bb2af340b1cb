"""An entry with the revisions before it as one document."""

from __future__ import annotations

from datetime import UTC

from facilitui.core.debriefs.debrief import Debrief
from facilitui.reports.entry_revisions import revision_markdown

ENTRY = {
    "id": "debrief-a",
    "kind": "debrief",
    "rev": 1,
    "made_at": "2026-11-20T15:30:00+00:00",
    "body": "{}",
}


def test_a_revision_before_is_a_part_of_the_document_of_the_newest() -> None:
    """No second title; its headings lie below its own, and what was written stays as it was."""
    record = Debrief(title="# Tuning", learned="# They waited.\n\n## not a heading")
    newest = revision_markdown(ENTRY, record, UTC, {}, earlier=False)
    before = revision_markdown(ENTRY, record, UTC, {}, earlier=True)
    assert newest.startswith("# ") and before.startswith("## Before: revision 1, saved 2026-11-20")
    headings = [line for line in before.splitlines() if line.startswith("#")]
    assert headings[1:] and all(line.startswith("####") for line in headings[1:])
    assert "\\# They waited." in newest and "\\# They waited." in before
    assert before.endswith("\n")
