"""Rows of the journal: worked out from whatever an entry says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals import entries
from facilitui.core.journals.entry_moments import in_zone
from facilitui.core.journals.journal_facets import Facets
from facilitui.core.journals.journal_query import parse
from facilitui.core.journals.journal_rows import in_order, row_of, side_by_side
from facilitui.core.privacy.purging import blanked
from facilitui.core.search import folded_line, matches, words_of
from tests.core.journals.test_journal_facets import bodies, digest
from tests.core.making import HOSTILE
from tests.core.strategies import json_values, texts

MADE = "2026-11-03T12:00:00+00:00"


def local(moment: str, zone: str = "") -> datetime | None:
    """As `KeptRows` tells it, on a machine in UTC."""
    try:
        return in_zone(moment, ZoneInfo(zone) if zone else UTC)
    except (ValueError, OSError):
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
    """It is found by all that is said in it, and by what a list shows it to be called."""
    whole = {**body, **others}
    row = row_of(document(whole, kind), local, None)
    assert (row.id, row.kind, row.revision, row.label) == (
        "e-1",
        kind,
        "revision 2",
        entries.label(kind, whole),
    )
    assert row.line == entries.line(kind, whole) and isinstance(row.facets, Facets)
    for said in (*row.head, *entries.texts(whole)):
        assert matches(words_of(said), row.text)
    assert all(folded_line(each) == each for each in row.text.splitlines())


@pytest.mark.parametrize("body", ["null", "[1]", "{", "[" * 100_000, HOSTILE, '"x"'])
def test_a_body_that_is_none_has_a_row(body: str) -> None:
    """It is listed under the day it was made, and called what its kind is called."""
    row = row_of(document(body), local, None)
    assert (row.title, row.line, row.text) == ("e-1", "", "e-1\n2026-11-03")
    assert row.facets.day == "2026-11-03"


def test_an_entry_without_its_text_says_so() -> None:
    """A purge blanked it: it stays in the list."""
    row = row_of(document(""), local, None)
    assert (row.title, row.line[:4]) == ("Purged", "only") and row.line.endswith(" · e-1")
    assert row.text.startswith("purged")


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


def test_a_phrase_is_found_within_a_text_and_never_across_two() -> None:
    """Whatever divides its words there: the query has a blank."""
    learned = "First part ends.\n\nSecond, and\tso\r\non.  Then\u00a0not"
    body = {"title": "Retro", "learned": learned, "with_whom": "Ana"}
    text = row_of(document(body), local, None).text
    for phrase in ("ends. second", "and so on. then not"):
        assert phrase in text
    for across in ("retro debrief", "not ana", "retro first"):
        assert parse(f'"{across}"').words[0] not in text


def test_what_no_list_shows_is_not_searched() -> None:
    """A debrief is not called one there; whatever else it is called stands there."""
    plain, door = (row_of(document({"door": each}), local, None) for each in (False, True))
    assert "debrief" not in plain.text and "door debrief" in door.text
    assert (plain.shown_label, door.shown_label) == ("", "door debrief")
    assert "observation" in row_of(document({}, "observation"), local, None).text


def test_a_day_that_is_typed_is_the_day_that_is_shown() -> None:
    """Both are those of the place where the session was held, on every machine."""
    body = {"held_at": "2026-10-24T22:30:00+00:00", "zone": "Europe/Berlin"}
    for there in (local, lambda moment, zone: local(moment, zone or "America/New_York")):
        row = row_of(document(body), there, None)
        assert row.when is not None and f"{row.when:%Y-%m-%d %H:%M}" == "2026-10-25 00:30"
        assert row.facets.day == "2026-10-25" and "2026-10-25" in row.text
        assert "2026-10-24" not in row.text


def test_a_list_has_each_month_once() -> None:
    """Also where sessions were held far apart around the end of one."""
    held = [
        ("2026-11-01T03:30:00+00:00", "America/New_York"),
        ("2026-10-31T23:30:00+00:00", "Europe/Berlin"),
        ("2026-10-31T16:00:00+00:00", "Asia/Tokyo"),
    ]
    rows = in_order(
        row_of(document({"held_at": at, "zone": zone, "title": zone}), local, None)
        for at, zone in held
    )
    assert [row.facets.day for row in rows] == ["2026-11-01", "2026-11-01", "2026-10-31"]


def test_what_is_withdrawn_stays_where_it_stood() -> None:
    """Also among what was written on the same day, which stands kind by kind."""
    day = {"asked_on": "2026-11-03", "set_on": "2026-11-03"}
    goal = {**document({**day, "text": "Wait"}, "growth"), "id": "growth-1"}
    gone = document({**day, "was": "question", "held_at": "2026-11-03"}, "withdrawal")
    for first in (document(day, "question"), gone):
        rows = in_order(row_of(each, local, None) for each in (goal, first))
        assert [row.id for row in rows] == ["e-1", "growth-1"]


def test_of_an_entry_of_which_two_revisions_stand_both_are_found() -> None:
    """It is the first one's row, by all that both of them say."""
    own, other = (
        row_of(document({"learned": said, "with_whom": whom, "held_at": day}), local, None)
        for said, whom, day in (
            ("a walrus", "Ana", "2026-10-31"),
            ("a penguin", "Bo", "2026-10-30"),
        )
    )
    both = side_by_side([own, other])
    assert both == own and both.facets.day == own.facets.day
    assert {"a walrus", "a penguin"} < set(both.text.split("\n"))
    assert both.facets.person.values == ("Ana", "Bo")
    assert all(name in both.facets.person.folded for name in ("ana", "bo"))


def test_what_is_called_purged_is_not() -> None:
    """A session may have any title; what was purged is told by its envelope."""
    named, blank = document({"title": "Purged", "door": True}), blanked(document({}))
    assert [row_of(each, local, None).purged for each in (named, blank)] == [False, True]
    assert row_of(named, local, None).shown_label == "door debrief"
