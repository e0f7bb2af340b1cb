"""Taking along what the journal shows: all of what is found, and nothing that is not in it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from facilitui.core.errors import NotFound, NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.sessions import moves
from facilitui.core.sessions.session_digest import Ran, SessionDigest, digest
from facilitui.reports.entry_revisions import revision_markdown
from facilitui.services.journals.reviewing import Reviewing
from facilitui.services.journals.shown import AT_MOST
from facilitui.services.journals.taking_along import Form, TakingAlong
from facilitui.services.own_name import KnownName
from tests.core.making import START, Script, agenda, part
from tests.services.fakes import MemoryJournal, MovableClock
from tests.services.memory_files import MemoryDrafts
from tests.services.mentoring_home import MemoryName


class Kept:
    """Documents that were written, by their names."""

    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}
        self.full = False

    async def write(self, name: str, data: bytes, *, replace: bool = False) -> str:
        if self.full:
            raise NotSaved("no space left")
        self.written[name] = data
        return f"exports/{name}"


class Digested:
    """What was run."""

    def __init__(self, *digests: SessionDigest) -> None:
        self.made = digests

    async def digests(self) -> tuple[SessionDigest, ...]:
        return self.made

    async def ran(self) -> Ran:
        return Ran(self.made)


class Shelf:
    """A journal to take from."""

    def __init__(self, *digests: SessionDigest) -> None:
        self.journal, self.exports, clock = MemoryJournal(), Kept(), MovableClock()
        reviewing = Reviewing(self.journal, clock, MemoryDrafts(), Digested(*digests))
        self.names = KnownName(MemoryName())
        parts = (reviewing, self.exports, self.names)
        self.taking = TakingAlong(*parts, clock, revision_markdown)

    async def put(self, session: str, kind: str = "debrief", *, days: int = 0, **body: Any) -> None:
        held = START + timedelta(days=days)
        said = {"session": session, "title": session, "held_at": held.isoformat(), **body}
        await self.journal.save(
            entry_id=f"{kind}-{session}", kind=kind, body=said, made_at=held, salt="00" * 16
        )


def captured(session: str, line: str) -> SessionDigest:
    """What a session shows in which a line was captured."""
    script = Script(agenda(part("a", 5))).press(moves.forward).press(moves.capture(line))
    made = digest(script.press(moves.end).state, session)
    assert made is not None and made.lines == (line,)
    return made


@pytest.fixture
async def shelf() -> Shelf:
    """Two debriefs, one of them revised, an observation and an attachment."""
    shelf = Shelf()
    await shelf.put("Café", learned="They waited.")
    await shelf.put("Tuning", days=1, learned="Warm before cool.", my_role="apprentice")
    await shelf.put("Café", days=2, learned="They waited longer.", reason="heard again")
    await shelf.put("Café", "observation", days=2, giver="Ben", feedback="You waited.")
    hashed = {"name": "tickets.pdf", "size": 9, "file_hash": "ab" * 32}
    await shelf.put("Tuning", "attachment", days=3, **hashed)
    return shelf


async def test_lines_have_every_revision_of_what_is_found(shelf: Shelf) -> None:
    """As they are in the journal, in the order they were saved in, and of nothing else."""
    taken = await shelf.taking.take("waited", "", Form.LINES)
    documents = [json.loads(line) for line in taken.data.decode().splitlines()]
    ids = [each["id"] for each in documents]
    assert ids == ["debrief-Café", "debrief-Café", "observation-Café"]
    own = [dict(each) for _, each in (await shelf.journal.contents()).documents]
    assert all(each in own for each in documents)
    assert taken.told == "2 entries with 3 revisions"
    assert taken.name.startswith("journal-waited-20") and taken.name.endswith(".jsonl")


async def test_a_group_alone_or_everything_can_be_taken(shelf: Shelf) -> None:
    """As the list shows it; what is attached is told to be left out where there is any."""
    assert (await shelf.taking.take("", "observation", Form.LINES)).entries == 1
    whole = await shelf.taking.take("", "", Form.LINES)
    assert (whole.entries, whole.revisions) == (4, 5)
    assert any("attached" in each for each in whole.left_out)
    some = await shelf.taking.take("role:apprentice warm", "", Form.LINES)
    assert some.entries == 1 and not any("attached" in each for each in some.left_out)


async def test_markdown_has_the_newest_revision_first_and_those_before(shelf: Shelf) -> None:
    """One title an entry; the revisions before lie below it."""
    text = (await shelf.taking.take("kind:debrief", "", Form.MARKDOWN)).data.decode()
    titles = [line for line in text.splitlines() if line.startswith("# ")]
    assert titles == ["# Café", "# Tuning"]
    assert text.index("They waited longer.") < text.index("## Before: revision 1")
    assert text.index("## Before: revision 1") < text.index("They waited.\n")


async def test_what_nothing_has_writes_nothing(shelf: Shelf) -> None:
    """And what is not understood neither: it would be all of the journal."""
    for query in ("heron", "role:nobody", "date:20x", "zz date:2030"):
        with pytest.raises(NotFound, match="nothing was written"):
            await shelf.taking.take(query, "", Form.LINES)
    empty = await Shelf().taking.take("", "", Form.LINES)
    assert (empty.data, empty.entries) == (b"", 0)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("wated", "nothing has “wated”; did you mean “waited”? nothing was written"),
        ("role:aprentice", "no role is called “aprentice”; did you mean “apprentice”? nothing"),
        ("person:Marta", "nobody is called “Marta”; did you mean “María”? nothing was written"),
        ("role:", "“role:” waits for a value: apprentice; nothing was written"),
        ("date:20", "“date:20” is no date yet: write 2026, 2026-11"),
        ("tag:warm", "there is no filter “tag:”; there are role:"),
    ],
)
async def test_what_goes_out_is_never_a_guess(shelf: Shelf, query: str, told: str) -> None:
    """Somebody else's entries would be handed over; what may be meant is named instead."""
    await shelf.put("Visit", "observation", giver="María", feedback="You listened.")
    with pytest.raises(NotFound) as refused:
        await shelf.taking.take(query, "", Form.LINES)
    assert str(refused.value).startswith(told)
    assert not shelf.exports.written


async def test_more_than_a_list_shows_is_taken() -> None:
    """All that is found."""
    shelf = Shelf()
    for number in range(AT_MOST + 5):
        await shelf.put(f"s{number}", days=number % 20, learned="waited")
    for form in Form:
        assert (await shelf.taking.take("waited", "", form)).entries == AT_MOST + 5


async def test_entries_of_any_kind_go_out_and_one_that_cannot_be_read_is_named() -> None:
    """JSON Lines hold a kind that is not known here whole; Markdown names what is none, once."""
    shelf = Shelf()
    await shelf.put("a", learned="They waited.")
    await shelf.put("k", "sketch", text="He held the silence.")
    await shelf.put("o", "observation", feedback=3)
    lines = await shelf.taking.take("", "", Form.LINES)
    found = [json.loads(line) for line in lines.data.splitlines()]
    assert {each["kind"] for each in found} == {"debrief", "sketch", "observation"}
    assert lines.data.isascii() and not lines.unread
    written = await shelf.taking.take("", "", Form.MARKDOWN)
    assert b"They waited." in written.data and b"does not know" in written.data
    assert len(written.unread) == 1 and "observation-o" in written.unread[0]


async def test_what_was_captured_finds_a_debrief_and_is_never_taken_along() -> None:
    """Neither as lines nor as a document; that it is left out is told."""
    shelf = Shelf(captured("s", "a heron flew by"))
    await shelf.put("s", learned="They waited.")
    for form in Form:
        taken = await shelf.taking.take("heron", "", form)
        assert taken.entries == 1 and b"heron" not in taken.data
        assert any("captured" in each for each in taken.left_out)


async def test_writing_says_where_and_what_is_left_out(shelf: Shelf) -> None:
    """In sentences; an entry that cannot be read is named, and the others are written."""
    await shelf.put("Odd", learned="waited", days=4, commitments=7)
    progress = Progress()
    told = await shelf.taking.write("waited", "", Form.MARKDOWN, progress)
    (name,) = shelf.exports.written
    assert told[0].endswith(f"written to exports/{name}.")
    assert told[1].startswith("Left out: ") and "debrief-Odd" in told[-1]
    assert progress.done == progress.total > 0
    shelf.exports.full = True
    with pytest.raises(NotSaved, match="Nothing was exported: no space left"):
        await shelf.taking.write("waited", "", Form.LINES, progress)


async def test_what_withdrawn_entries_said_is_not_counted_where_it_does_not_go(
    shelf: Shelf,
) -> None:
    """A document has the withdrawal alone, so it counts one revision; lines have them all."""
    await shelf.journal.save(
        entry_id="debrief-Café",
        kind="withdrawal",
        body={"reason": "the wrong room", "was": "debrief", "title": "Café"},
        made_at=START,
        salt="00" * 16,
    )
    taken = await shelf.taking.take("kind:withdrawal", "", Form.MARKDOWN)
    assert (taken.entries, taken.revisions) == (1, 1)
    lines = await shelf.taking.take("kind:withdrawal", "", Form.LINES)
    assert (lines.entries, lines.revisions) == (1, 3)
