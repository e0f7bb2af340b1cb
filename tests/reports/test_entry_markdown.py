"""Every kind of entry as Markdown: told whole, and none of what people wrote is markup."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.journal import make_document
from facilitui.core.privacy.purging import blanked
from facilitui.reports.entry_markdown import entry_markdown
from tests.reports.test_debrief_markdown import OWN, kinds, texts


def written(kind: str, text: str) -> str:
    """An entry of a kind with the same text in every place."""
    score = {"criterion": "c", "name": text[:300], "level": 2, "note": text}
    body: dict[str, Any] = {
        "title": text[:300],
        "text": text,
        "giver": text[:300],
        "feedback": text,
        "scores": [{**score, "changes": [{"level": 1, "reason": text}]}],
        "rubric": {"name": text[:300]},
        "responses": [{"words": {"one_change": text}, "levels": {"pace": 4}}] * 5,
        "example": text,
        "name": text[:300],
        "note": text,
        "credit": text[:300],
        "size": 9,
        "file_hash": "ab" * 32,
        "reason": text,
    }
    at = datetime(2026, 11, 25, tzinfo=UTC)
    entry = make_document(
        entry_id="e", kind=kind, body=body, made_at=at, salt="00" * 16, last=None, after=""
    )
    return entry_markdown(entry, record_in(entry), UTC)


@pytest.mark.parametrize("kind", ["scores", "observation", "feedback", "attachment", "sketch"])
@given(text=texts)
@settings(max_examples=30)
def test_no_text_becomes_markup(kind: str, text: str) -> None:
    """No heading, list, link, code, quote or HTML but the document's own."""
    found = set(kinds(written(kind, text)))
    assert found <= OWN | {"text", "inline", "softbreak", "hardbreak", "text_special", "hr"}


@pytest.mark.parametrize("kind", ["scores", "observation", "feedback", "attachment", "sketch"])
def test_a_document_says_what_it_is_and_what_is_left_out(kind: str) -> None:
    """Kind and day first; the end names what it does not tell."""
    told = written(kind, "plain words")
    assert told.startswith("# plain words\n") and "2026-11-25, changed because: plain words" in told
    ends = "Left out: whatever else it says." if kind == "sketch" else "Nothing left out."
    assert told.endswith(f"{ends}\n")


@pytest.mark.parametrize(("count", "shown"), [(1, False), (4, False), (5, True)])
def test_a_document_of_feedback_holds_no_figures_of_few(count: int, shown: bool) -> None:
    """Whoever was there would know whose they are; that they are left out is told."""
    body = {"attendance": 8, "responses": [{"levels": {"safety": 1}}] * count}
    at = datetime(2026, 11, 25, tzinfo=UTC)
    entry = make_document(
        entry_id="e", kind="feedback", body=body, made_at=at, salt="00" * 16, last=None, after=""
    )
    told = entry_markdown(entry, record_in(entry), UTC)
    assert f"{count} of 8 answered" in told and ("median 1 of 5" in told) is shown
    assert ("figures where fewer than 5 answered" in told) is not shown


def test_what_is_left_of_a_purged_entry_does_not_say_that_nothing_is_left_out() -> None:
    """All that it said is."""
    at = datetime(2026, 11, 25, tzinfo=UTC)
    entry = blanked(
        make_document(
            entry_id="e", kind="scores", body={}, made_at=at, salt="00" * 16, last=None, after=""
        )
    )
    assert "left out" not in entry_markdown(entry, None, UTC).lower()
