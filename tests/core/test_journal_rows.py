"""Rows of the journal: worked out from whatever an entry says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import entries
from facilitui.core.journal_facets import Facets
from facilitui.core.journal_rows import row_of
from facilitui.core.search import folded, matches, words_of
from tests.core.making import HOSTILE
from tests.core.strategies import json_values, texts
from tests.core.test_journal_facets import bodies, digest

MADE = "2026-11-03T12:00:00+00:00"


def local(moment: str) -> datetime | None:
    try:
        return datetime.fromisoformat(moment).replace(tzinfo=UTC)
    except ValueError:
        return None


def document(body: Any, kind: str = "debrief") -> dict[str, Any]:
    text = body if isinstance(body, str) else json.dumps(body)
    return {"id": "e-1", "rev": 2, "kind": kind, "made_at": MADE, "body": text}


more = st.dictionaries(
    st.sampled_from(["title", "held_at", "session", "learned", "answers", "door", "text", "frame"]),
    json_values | texts,
)


@given(st.sampled_from([*entries.KINDS, "sketch"]), bodies, more)
def test_an_entry_of_any_shape_has_a_row(
    kind: str, body: dict[str, Any], others: dict[str, Any]
) -> None:
    """It is found by all that is said in it, and by what it is called."""
    whole = {**body, **others}
    row = row_of(document(whole, kind), local, None)
    assert (row.id, row.kind, row.revision, row.label) == (
        "e-1",
        kind,
        "revision 2",
        entries.label(kind, whole),
    )
    assert row.line == entries.line(kind, whole) and isinstance(row.facets, Facets)
    for said in (row.title, row.label, *entries.texts(whole)):
        assert matches(words_of(said), row.text)
    assert "\n" not in row.text and folded(row.text) == row.text


@pytest.mark.parametrize("body", ["null", "[1]", "{", "[" * 100_000, HOSTILE, '"x"'])
def test_a_body_that_is_none_has_a_row(body: str) -> None:
    """It is listed under the day it was made, and called what its kind is called."""
    row = row_of(document(body), local, None)
    assert (row.title, row.line, row.text) == ("e-1", "", "e-1 debrief 2026-11-03")
    assert row.facets.day == "2026-11-03"


def test_an_entry_without_its_text_says_so() -> None:
    """A purge blanked it: it stays in the list."""
    row = row_of(document(""), local, None)
    assert (row.title, row.line) == ("Purged", "") and row.text.startswith("purged")


def test_a_line_captured_in_a_run_is_found_with_its_debrief() -> None:
    """With one's own alone, so that it is found once."""
    run = digest(lines=("She said «ich weiß nicht»",))
    found = [
        "ich weiss nicht" in row_of(document(body, kind), local, run).text
        for kind, body in (("debrief", {}), ("debrief", {"lens": "Ana"}), ("scores", {}))
    ]
    assert found == [True, False, False]


def test_a_row_tells_its_session_and_lens() -> None:
    """Of a debrief whose it is; of its session what can be filtered by."""
    body = {"session": "s-1", "held_at": "2026-10-31", "lens": "Ana", "title": "Größe\nZwei"}
    row = row_of(document(body), local, digest(goals=(("g", "Wait"),)))
    assert (row.session, row.lens, row.facets.day) == ("s-1", "Ana", "2026-10-31")
    assert row.facets.goal.values == ("Wait",) and "grosse zwei" in row.text
    assert row_of(document(body, "scores"), local, None).lens == ""
    assert row_of(document({"held_at": "soon"}), local, None).when is None


def test_rows_are_the_same_by_what_a_list_shows() -> None:
    """What they are found by is no part of that."""
    row = row_of(document({"title": "x"}), local, None)
    other = replace(row, text="", facets=Facets())
    assert row == other and row.facets != other.facets
