"""What came into a journal since the last look: by its chain, whatever the clocks said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.journal import imported, link, make_document
from facilitui.core.reviews.looked import Looked, came_at, came_since, looked_at, seen_too
from facilitui.core.sealing import GENESIS
from tests.core.making import START

minutes = st.integers(-100_000, 100_000)
saves = st.lists(st.tuples(st.booleans(), minutes), max_size=12)
"""Each a document of one's own or of another journal, and the clock when it was saved."""


def journal(saved: list[tuple[bool, int]]) -> list[dict[str, Any]]:
    """Documents that follow one another, some of them imported."""
    documents: list[dict[str, Any]] = []
    for number, (is_own, minute) in enumerate(saved):
        at, after = START + timedelta(minutes=minute), link(documents[-1]) if documents else GENESIS
        made = make_document(
            entry_id=f"x-{number}",
            kind="debrief",
            body={},
            made_at=at,
            salt=f"{number:032x}",
            last=None,
            after=after if is_own else "e" * 64,
        )
        documents.append(made if is_own else imported(made, at, after))
    return documents


@given(saves, st.data())
def test_exactly_what_was_saved_later_came_since(
    saved: list[tuple[bool, int]], data: st.DataObject
) -> None:
    """A clock that was put back or forward hides nothing and makes nothing new."""
    documents = journal(saved)
    count = data.draw(st.integers(0, len(documents)))
    looked = looked_at(documents[:count], START + timedelta(minutes=data.draw(minutes)))
    assume_told = documents[count:] if count else None
    came = came_since(data.draw(st.permutations(documents)), looked)
    names = {each["id"] for each in came}
    if assume_told is not None or not documents:
        assert names == {each["id"] for each in documents[count:]}
    else:  # over an empty journal everything comes later
        assert names == {each["id"] for each in documents}


@given(saves, st.data())
def test_what_was_not_in_the_part_that_was_looked_at_is_new(
    saved: list[tuple[bool, int]], data: st.DataObject
) -> None:
    """In the whole of it exactly the rest is; what was seen beside is not."""
    documents = journal(saved)
    part = [each for each in documents if data.draw(st.booleans())]
    looked = looked_at(part, START + timedelta(minutes=200_000))
    rest = [each for each in documents if each not in part]
    if part:
        assert came_since(documents, looked) == rest
    else:
        assert came_since(documents, looked) == documents
    also = [each for each in rest if data.draw(st.booleans())]
    came = came_since(documents, seen_too(looked, also))
    assert came == [each for each in came_since(documents, looked) if each not in also]


def test_before_the_first_look_everything_is_new() -> None:
    """Nobody looked: all of it."""
    documents = journal([(True, 0), (False, 5)])
    assert came_since(documents, Looked()) == documents
    assert came_since([], Looked()) == []


def test_where_the_chain_is_broken_the_moments_say_it() -> None:
    """A document before is missing: what came after the look by its clock is new all the same."""
    documents = journal([(True, 0), (True, 1), (True, 2), (True, 30)])
    looked = looked_at(documents[:2], START + timedelta(minutes=10))
    broken = [documents[0], documents[1], documents[3]]
    assert came_since(broken, looked) == [documents[3]]
    strange = {"id": "theirs", "rev": 1, "made_at": (START + timedelta(days=1)).isoformat()}
    assert came_since([*documents[:2], strange], looked) == [strange]


def test_when_a_document_came() -> None:
    """An imported one by its import; none that tells no moment with its offset."""
    own, theirs = journal([(True, 0), (True, 3)])
    at = START + timedelta(days=9)
    assert came_at(own) == START
    assert came_at(imported(theirs, at, link(own))) == at
    for made_at in ("yesterday", "2026-11-25T16:45:00", None, 7):
        assert came_at({"id": "x", "made_at": made_at}) is None
    assert came_at({"made_at": datetime(2026, 1, 1, tzinfo=UTC).isoformat(), "imported": 3})


def test_what_lies_behind_a_gap_is_new_though_its_own_beginning_is_missing() -> None:
    """A second part of the journal fills the gap of the first, and no clock tells so."""
    documents = journal([(True, 0)] * 4)
    looked = looked_at(documents[3:], START + timedelta(days=400))
    assert came_since(documents[2:], looked) == documents[2:3]
