"""What belongs to an entry, what changed in it, and where words stand: out of the journal."""

from __future__ import annotations

from datetime import timedelta
from threading import Thread, current_thread
from typing import Any

import pytest

from facilitui.core.base import Record
from facilitui.core.errors import NotFound
from facilitui.core.journals import entry_records
from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.journal import Document
from facilitui.core.journals.related import BECAME, PROMISED, RUNS
from facilitui.services.journals.reviewing import MOST_RELATED, Reviewing
from tests.core.making import START
from tests.services.fakes import MemoryJournal, MovableClock
from tests.services.journals.test_taking_along import Digested, captured
from tests.services.memory_files import MemoryDrafts


class Shelf:
    """A journal to look through."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        digests = Digested(captured("a", "a heron flew by"))
        self.reviewing = Reviewing(self.journal, MovableClock(), MemoryDrafts(), digests)

    async def put(self, entry: str, kind: str = "debrief", *, days: int = 0, **body: Any) -> None:
        held = START + timedelta(days=days)
        said = {"held_at": held.isoformat(), **body}
        await self.journal.save(entry_id=entry, kind=kind, body=said, made_at=held, salt="00" * 16)


@pytest.fixture
async def shelf() -> Shelf:
    """A debrief whose promise was kept in another one, and many runs of its plan."""
    shelf = Shelf()
    first: dict[str, Any] = {"session": "a", "title": "Tuning", "plan": "tuning.toml"}
    await shelf.put("debrief-a", learned="They waited.", **first)
    await shelf.put("debrief-a", days=1, learned="They waited long.", reason="heard", **first)
    kept = [{"entry": "debrief-a", "text": "wait", "outlook": "kept"}]
    await shelf.put("debrief-b", days=2, session="b", title="Data", earlier=kept)
    for number in range(MOST_RELATED + 2):
        run: dict[str, Any] = {
            "session": f"r{number}",
            "title": f"Run {number}",
            "plan": "tuning.toml",
        }
        await shelf.put(f"debrief-r{number}", days=3 + number, learned="Silence.", **run)
    return shelf


async def test_what_belongs_to_an_entry_is_named_newest_first(shelf: Shelf) -> None:
    """With the reason; what is more than can be named is counted, and all can be gone through."""
    opened = await shelf.reviewing.read("debrief-a")
    groups = {each.why: each for each in opened.related}
    assert [row.id for row in groups[BECAME].rows] == ["debrief-b"]
    runs = groups[RUNS]
    assert [row.title for row in runs.rows][:2] == ["Run 11", "Run 10"]
    assert (len(runs.rows), runs.more) == (MOST_RELATED, 2)
    assert opened.belonging[:2] == ("debrief-a", "debrief-b")
    back = await shelf.reviewing.read("debrief-b")
    assert [(each.why, each.rows[0].id) for each in back.related] == [(PROMISED, "debrief-a")]
    assert [row.id for row in back.session] == ["debrief-b"]


async def test_what_changed_is_told_against_the_revision_before(shelf: Shelf) -> None:
    """The first revision has none."""
    compared = await shelf.reviewing.changes("debrief-a")
    (change,) = compared.changes.changes
    assert [piece.text for piece in change.pieces] == ["They waited", " long", "."]
    assert (compared.before["rev"], compared.document["rev"]) == (1, 2)
    for entry, back in (("debrief-a", 1), ("debrief-b", 0), ("nobody", 0)):
        with pytest.raises(NotFound):
            await shelf.reviewing.changes(entry, back)


async def test_a_row_is_told_where_the_words_are(shelf: Shelf) -> None:
    """What was captured in the run finds the debrief, and is told to be no part of it."""
    await shelf.put("debrief-c", session="c", learned="One.", answers=[{"id": "x", "text": "Two."}])
    for query, part in (("two", "Two."), ("heron", "a heron flew by")):
        shown = await shelf.reviewing.searching.find(query)
        found = await shelf.reviewing.passages(shown.rows, shown.words)
        assert [each.text for each in found.values()] == [part]
    assert next(iter(found.values())).where == "captured in the run"
    shown = await shelf.reviewing.searching.find("waited")
    assert await shelf.reviewing.passages(shown.rows, shown.words) == {}


async def test_models_are_made_on_another_thread(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One entry can have fifty thousand answers, and the keys go on meanwhile."""
    threads: list[Thread] = []

    def noted(document: Document) -> Record | None:
        threads.append(current_thread())
        return record_in(document)

    monkeypatch.setattr(entry_records, "record_in", noted)
    await shelf.reviewing.read("debrief-a")
    await shelf.reviewing.changes("debrief-a")
    assert len(threads) == 3 and current_thread() not in threads
