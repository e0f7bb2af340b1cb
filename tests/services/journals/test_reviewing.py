"""Reviewing: what the journal holds is found, read and handed over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.errors import NotFound
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.shown import AT_MOST
from tests.core.making import HOSTILE, START
from tests.services.fakes import MemoryJournal, MovableClock
from tests.services.memory_files import MemoryDrafts
from tests.services.safe_fakes import safekeeping


class Shelf:
    """A journal to put entries into."""

    def __init__(self) -> None:
        self.journal = MemoryJournal()
        self.reviewing = Reviewing(self.journal, MovableClock(), MemoryDrafts())
        self.safekeeping = safekeeping(self.journal)

    async def put(self, name: str, kind: str = "debrief", days: int = 0, **body: Any) -> None:
        """Save an entry of a session so many days after the first one."""
        held = START + timedelta(days=days)
        said: Mapping[str, Any] = {"session": name, "held_at": held.isoformat(), **body}
        await self.journal.save(
            entry_id=f"{kind}-{name}", kind=kind, body=said, made_at=held, salt="00" * 16
        )

    async def found(self, query: str = "") -> list[str]:
        """The ids that a search shows."""
        return [row.id for row in (await self.reviewing.searching.find(query)).rows]


@pytest.fixture
async def shelf() -> Shelf:
    """Three debriefs and an observation."""
    shelf = Shelf()
    await shelf.put("a", title="Café talk", learned="They waited.", days=0)
    await shelf.put(
        "b",
        title="Tuning",
        days=2,
        prompts=[{"id": "p", "ask": "What did the room gain?", "text": "Silence."}],
        answers=[{"id": "x", "ask": "Unanswered heron?"}],
        commitment={"text": "Count to five."},
    )
    await shelf.put("c", title="Data", days=1, door=True, frame_name="Door debrief")
    await shelf.put("o", "observation", days=3, text="He held the silence.")
    return shelf


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["observation-o", "debrief-b", "debrief-c", "debrief-a"]),
        ("  ", ["observation-o", "debrief-b", "debrief-c", "debrief-a"]),
        ("SILENCE", ["observation-o", "debrief-b"]),
        ("cafe WAIT", ["debrief-a"]),
        ("count five", ["debrief-b"]),
        ("room gain", ["debrief-b"]),
        ("heron", []),
        ("2026-11-26", ["debrief-c"]),
        ("nothing", []),
        (".*", []),
    ],
)
async def test_every_word_must_occur_somewhere(shelf: Shelf, query: str, ids: list[str]) -> None:
    """Whatever its case and accents, in anything a person wrote; the newest session first."""
    assert await shelf.found(query) == ids


async def test_a_revision_takes_the_place_of_the_entry_before(shelf: Shelf) -> None:
    """What was written first is no longer found, and the row says which revision it is."""
    await shelf.put("a", title="Café talk", learned="They spoke.")
    assert await shelf.found("waited") == [] and await shelf.found("spoke") == ["debrief-a"]
    opened = await shelf.reviewing.read("debrief-a")
    assert opened.document["rev"] == 2 and opened.record == Debrief(
        session="a", title="Café talk", held_at=START, learned="They spoke."
    )
    row = next(
        row for row in (await shelf.reviewing.searching.find()).rows if row.id == "debrief-a"
    )
    assert (row.revision, row.line, row.title) == ("revision 2", "They spoke.", "Café talk")


async def test_no_more_than_two_hundred_rows_and_how_many_more() -> None:
    """The newest ones."""
    shelf = Shelf()
    for n in range(AT_MOST + 5):
        await shelf.put(f"{n:03}", days=n, title=str(n))
    shown = await shelf.reviewing.searching.find()
    assert (len(shown.rows), shown.more) == (AT_MOST, 5)
    assert shown.rows[0].id == f"debrief-{AT_MOST + 4:03}"


async def test_an_entry_that_is_not_there_is_named(shelf: Shelf) -> None:
    """A sentence, not a trace."""
    with pytest.raises(NotFound, match="debrief-z"):
        await shelf.reviewing.read("debrief-z")


@pytest.mark.parametrize(
    "body",
    [
        {"title": 3, "learned": 4, "prompts": 5, "commitment": 6, "held_at": 7},
        {"prompts": [1, None, {"text": 2, "ask": 3}], "answers": {}, "door": "yes"},
        {"held_at": "9999-12-31T23:59:59+00:00", "title": HOSTILE, "learned": HOSTILE},
        {"held_at": "0001-01-01T00:00:00+14:00"},
        {"session": None},
    ],
)
async def test_an_entry_of_any_shape_is_a_row(body: dict[str, Any]) -> None:
    """And never stops the others from being listed."""
    shelf = Shelf()
    await shelf.put("a", title="Sound")
    await shelf.journal.save(
        entry_id="odd", kind="debrief", body=body, made_at=datetime.now(UTC), salt="00" * 16
    )
    assert set(await shelf.found()) == {"odd", "debrief-a"}
    assert await shelf.reviewing.debriefs(5)
    assert (await shelf.reviewing.written())["a"] is False


async def test_the_newest_debriefs_are_models(shelf: Shelf) -> None:
    """What is no debrief is left out; so many as wanted."""
    assert [each.session for each in await shelf.reviewing.debriefs(9)] == ["b", "c", "a"]
    assert [each.session for each in await shelf.reviewing.debriefs(2)] == ["b", "c"]


async def test_which_sessions_are_debriefed(shelf: Shelf) -> None:
    """And which of them only at the door; observations are no debriefs."""
    assert await shelf.reviewing.written() == {"a": False, "b": False, "c": True}


@pytest.mark.parametrize(
    "body", [{"learned": 3}, {"answers": [{"id": {}}]}, {"held_at": "[x] \ud800"}, {"learned": []}]
)
async def test_why_an_entry_cannot_be_read_is_told_in_plain_words(body: dict[str, Any]) -> None:
    """Which of its fields, and nothing of what the checker tells programmers."""
    shelf = Shelf()
    await shelf.journal.save(
        entry_id="odd", kind="debrief", body=body, made_at=datetime.now(UTC), salt="00" * 16
    )
    with pytest.raises(NotFound) as found:
        await shelf.reviewing.read("odd")
    assert str(found.value) == (
        "the entry odd cannot be read: "
        f"this version of facilitui cannot read its “{next(iter(body))}”"
    )


async def test_verifying_counts_and_names_what_does_not_hold(shelf: Shelf) -> None:
    """A document that was changed is found, the others hold."""
    verdict = await shelf.safekeeping.verify()
    assert (verdict.documents, verdict.findings, verdict.problems) == (4, (), ())
    changed = dict(shelf.journal.documents[0])
    changed["body"] = changed["body"].replace("waited", "talked")
    shelf.journal.documents[0] = changed
    verdict = await shelf.safekeeping.verify()
    assert [each.entry_id for each in verdict.findings] == ["debrief-a"]
    assert (verdict.documents, verdict.problems) == (4, ())


async def test_a_page_tells_which_revisions_were_changed_outside_the_program(shelf: Shelf) -> None:
    """Of the entry that is read, and of none of the others."""
    await shelf.put("a")
    first = shelf.journal.documents[0]
    shelf.journal.documents[0] = {**first, "body": '{"title":"forged"}'}
    assert (await shelf.reviewing.read("debrief-a")).altered == (1,)
    assert (await shelf.reviewing.read("debrief-b")).altered == ()
