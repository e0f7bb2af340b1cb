"""Attachments: copied once, described with revisions, let go where nothing else has them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from facilitui.core.debriefs.debrief_words import AttachedKind
from facilitui.core.errors import FacilituiError, NotFound, NotSaved, Problem
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.attachment import Attachment
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.journals.journal_ports import JournalContents
from facilitui.services.files_seen import FilesSeen
from facilitui.services.journals.attached import MOST_READ
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.journals.reviewing import Reviewing
from tests.core.making import HOSTILE
from tests.services.evidence_home import EvidenceHome
from tests.services.fakes import MemoryJournal
from tests.services.memory_files import FULL

FILE = f"poster {HOSTILE}.JPG"


class EndingJournal(MemoryJournal):
    """The program ends while it saves an entry, which it still may keep."""

    def __init__(self, *, keeps: bool) -> None:
        super().__init__()
        self._keeps = keeps

    async def save(self, **fields: Any) -> Document:
        if self._keeps:
            await super().save(**fields)
        raise asyncio.CancelledError


class DamagedJournal(MemoryJournal):
    """A month of it cannot be read."""

    async def contents(self) -> JournalContents:
        return JournalContents((), (Problem("2026-11.json", 1, 1, "is damaged"),))


async def home_with(*files: str) -> tuple[EvidenceHome, str]:
    """A session, and files that can be attached to it."""
    home = EvidenceHome()
    home.attachments.outside = {name: name.encode("utf-8", "surrogatepass") for name in files}
    return home, await home.run()


async def add(home: EvidenceHome, session: str, file: str) -> str:
    """The entry of a file that is attached."""
    return (await home.attaching.add(session, file, Progress())).entry


def fill(made: EntryForm[Attachment], **typed: str) -> str:
    """Type into fields."""
    return made.take({**{field.key: field.value for field in made.form.fields}, **typed})


async def test_a_file_is_attached_and_described() -> None:
    """What it most likely is first; then its goal, consent, credit and note, without a reason."""
    home, session = await home_with(FILE)
    entry = await add(home, session, FILE)
    (held,) = await home.attaching.of(session)
    it = held.attachment
    assert entry == held.entry == f"attachment-{it.file_hash[:16]}-{session}"
    assert (it.name, it.what, it.session) == (FILE, AttachedKind.PHOTOGRAPH, session)
    assert not it.consent and list(home.attachments.copies) == [it.file_hash]
    made = await home.attaching.open(session, entry)
    goals = dict(next(f for f in made.form.fields if f.key == "goal").choices)
    assert "" in goals and len(goals) > 1
    goal = next(each for each in goals if each)
    fill(made, goal=goal, consent="yes", credit=HOSTILE, note="a\nb", what="student_work")
    assert await made.save()
    it = (await home.attaching.of(session))[0].attachment
    assert (it.goal, it.consent, it.note) == (goal, True, "a\nb")
    assert it.credit == HOSTILE.strip() and it.what is AttachedKind.STUDENT_WORK


async def test_what_was_described_changes_with_a_reason() -> None:
    """What was said before stays in the journal."""
    home, session = await home_with("a.pdf")
    entry = await add(home, session, "a.pdf")
    first = await home.attaching.open(session, entry)
    fill(first, consent="yes")
    await first.save()
    again = await home.attaching.open(session, entry)
    fill(again, consent="")
    with pytest.raises(FacilituiError, match="Why changed"):
        await again.save()
    fill(again, consent="", reason="one of them took it back")
    await again.save()
    assert [body_of(each)["consent"] for each in home.journal.documents] == [False, True, False]


async def test_the_same_file_twice_is_attached_once() -> None:
    """Which is told with the name that it has and since when; what was said of it stays."""
    home, session = await home_with("a.pdf", FILE)
    home.attachments.outside[FILE] = b"a.pdf"
    first = await home.attaching.add(session, "a.pdf", Progress())
    home.clock.move(86_400 * 400)
    again = await home.attaching.add(session, FILE, Progress())
    assert (first.told, again.entry) == ("", first.entry)
    assert "is attached already, as “a.pdf”, since Wed 25 Nov 2026; enter" in again.told
    assert "\x1b" not in again.told and "“poster" in again.told
    same = await home.attaching.add(session, "a.pdf", Progress())
    assert same.told.startswith("“a.pdf” is attached already, since Wed")
    assert len(home.journal.documents) == len(home.attachments.copies) == 1
    await home.attaching.let_go(first.entry)
    assert (await home.attaching.add(session, FILE, Progress())).told == ""
    (held,) = await home.attaching.of(session)
    assert held.attachment.name == FILE and held.also == ""
    assert " 2027; enter" not in again.told
    assert "since Thu 30 Dec;" in (await home.attaching.add(session, FILE, Progress())).told


async def test_a_file_of_two_sessions_is_kept_once_and_both_say_so() -> None:
    """With the other one's title and the day; a damaged day is not guessed at."""
    home, session = await home_with("a.pdf", "b.pdf")
    other = await home.run("Another [x]")
    home.attachments.outside["b.pdf"] = b"a.pdf"
    await add(home, session, "a.pdf")
    twin = await home.attaching.add(other, "b.pdf", Progress())
    assert twin.told == "" and len(home.attachments.copies) == 1
    (mine,), (theirs,) = [await home.attaching.of(each) for each in (session, other)]
    assert mine.also == "kept once, and attached to “Another [x]” since Wed 25 Nov too"
    assert "“Looking at student work” since" in theirs.also
    home.journal.documents[-1] = {**home.journal.documents[-1], "made_at": "soon"}
    (mine,) = await home.attaching.of(session)
    assert "since a day that cannot be read" in mine.also


async def test_what_nobody_waits_for_any_more_is_not_kept() -> None:
    """The program ends once the copy is whole, before its entry is; one that is kept stays."""
    home, session = await home_with("a.pdf")
    for entries in (0, 1):
        home.journal = EndingJournal(keeps=bool(entries))
        home.start_again()
        with pytest.raises(asyncio.CancelledError):
            await home.attaching.add(session, "a.pdf", Progress())
        assert len(home.attachments.copies) == len(home.journal.documents) == entries


async def test_a_copy_goes_with_the_last_session_that_has_it() -> None:
    """Let go of once it is a revision; attached again it is as it was described."""
    home, session = await home_with("a.pdf")
    other = await home.run("Another")
    entry = await add(home, session, "a.pdf")
    twin = await add(home, other, "a.pdf")
    assert entry != twin and len(home.attachments.copies) == 1
    made = await home.attaching.open(session, entry)
    fill(made, note="theirs")
    await made.save()
    await home.attaching.let_go(entry)
    assert not await home.attaching.of(session) and len(home.attachments.copies) == 1
    assert len(await home.attaching.of(other)) == 1
    await home.attaching.let_go(twin)
    assert home.attachments.copies == {}
    with pytest.raises(NotFound, match="attached no more"):
        await home.attaching.let_go(entry)
    with pytest.raises(NotFound, match="attached no more"):
        await home.attaching.open(session, entry)
    await home.attaching.add(session, "a.pdf", Progress())
    (held,) = await home.attaching.of(session)
    assert held.attachment.note == "theirs" and len(home.attachments.copies) == 1
    bodies = [body_of(each) for each in home.journal.documents if each["id"] == entry]
    assert [each["removed"] for each in bodies] == [False, False, True, False]
    assert bodies[2]["reason"] == "let go"


async def test_nothing_is_half_kept() -> None:
    """Where the journal takes no entry, there is no copy; one that another has is left."""
    home, session = await home_with("a.pdf", "b.pdf")
    await home.attaching.add(session, "a.pdf", Progress())
    home.journal.full = True
    with pytest.raises(NotSaved, match=FULL):
        await home.attaching.add(session, "b.pdf", Progress())
    other = await home.run("Another")
    with pytest.raises(NotSaved, match=FULL):
        await home.attaching.add(other, "a.pdf", Progress())
    assert len(home.attachments.copies) == 1
    with pytest.raises(NotFound):
        await home.attaching.add(session, "gone.pdf", Progress())
    with pytest.raises(NotFound):
        await home.attaching.add("no-session", "a.pdf", Progress())


async def test_a_missing_copy_is_named_with_its_session() -> None:
    """What was let go is not missed, nor is what is no hash looked for."""
    home, session = await home_with(FILE, "b.pdf")
    await home.attaching.add(session, FILE, Progress())
    gone = await add(home, session, "b.pdf")
    await home.attaching.let_go(gone)
    await _saved(home, "attachment-x", {"session": session, "file_hash": "../../x", "name": "x"})
    assert await home.attaching.check() == (1, ())
    (file_hash,) = home.attachments.copies
    home.attachments.copies.clear()
    count, (problem,) = await home.attaching.check()
    assert count == 1 and problem.file == f"attachments/{file_hash}"
    assert "“Looking at student work”: its copy is missing; attach the file again" in problem.reason
    assert "\x1b" not in problem.reason and "poster" in problem.reason


async def test_a_copy_that_is_gone_is_told_on_its_page_and_in_the_list() -> None:
    """What is too large to be read meanwhile, and what was let go, are not looked at."""
    home, session = await home_with(FILE)
    entry = await add(home, session, FILE)
    files = FilesSeen(home.journal, home.sessions, home.attachments)
    reviewing = Reviewing(home.journal, home.clock, home.drafts, files=files)
    assert not (await home.attaching.of(session))[0].flaw
    assert not (await reviewing.read(entry)).flaw
    home.attachments.copies.clear()
    assert (await home.attaching.of(session))[0].flaw == "its copy is missing"
    flaw = "Its copy is missing; attach the file again, or let it go."
    assert (await reviewing.read(entry)).flaw == flaw
    large = {**body_of(home.journal.documents[-1]), "size": MOST_READ + 1}
    await _saved(home, entry, large)
    assert not (await home.attaching.of(session))[0].flaw


async def test_what_nobody_has_is_named_and_left_alone() -> None:
    """A copy without an entry, and a half one; not where an entry of it may only be unread."""
    home, session = await home_with("a.pdf", "b.pdf")
    await add(home, session, "a.pdf")
    home.attachments.copies["0" * 64] = b"x"
    home.attachments.half.append(".12.tmp")
    _, (half, nobodys) = await home.attaching.check()
    assert (half.file, nobodys.file) == ("attachments/.12.tmp", f"attachments/{'0' * 64}")
    assert "half copied" in half.reason and "no entry of the journal names" in nobodys.reason
    entries = home.journal.documents
    home.journal.documents = []
    _, (_, *whole) = await home.attaching.check()  # evidence, maybe: nobody is told to delete it
    assert len(whole) == 2 and not [e for e in whole if "delete the copy" in e.reason]
    home.journal.documents = entries
    home.journal = DamagedJournal()
    home.start_again()
    assert [each.file for each in (await home.attaching.check())[1]] == [half.file]
    home.journal.full = True
    with pytest.raises(NotSaved):
        await home.attaching.add(session, "a.pdf", Progress())
    assert len(home.attachments.copies) == 2


async def test_no_copy_of_a_newer_version_s_entry_is_deleted() -> None:
    """It cannot be read here, and its file is its own all the same."""
    home, session = await home_with("a.pdf")
    entry = await add(home, session, "a.pdf")
    (file_hash,) = home.attachments.copies
    await _saved(home, "attachment-new", {"file_hash": file_hash, "what": "hologram"})
    await home.attaching.let_go(entry)
    assert file_hash in home.attachments.copies


async def test_no_copy_goes_that_a_lost_entry_may_have() -> None:
    """Its month may come back out of a backup, and then its file is there."""
    home, session = await home_with("a.pdf")
    entry, other = await add(home, session, "a.pdf"), await home.run("Another")
    twin = await add(home, other, "a.pdf")
    await _saved(home, "later", {})
    home.journal.documents = [each for each in home.journal.documents if each["id"] != twin]
    await home.attaching.let_go(entry)
    assert len(home.attachments.copies) == 1


async def _saved(home: EvidenceHome, entry: str, body: dict[str, object]) -> None:
    at = home.clock.read().at
    await home.journal.save(entry_id=entry, kind="attachment", body=body, made_at=at, salt="00")


async def test_the_journal_alone_is_enough_to_see_and_let_go() -> None:
    """A session whose log is gone keeps what was attached to it; nothing more is added."""
    home, session = await home_with("a.pdf")
    entry = await add(home, session, "a.pdf")
    del home.sessions.logs[session]
    assert len(await home.attaching.of(session)) == 1
    assert (await home.attaching.open(session, entry)).form.title == "“a.pdf”"
    await home.attaching.let_go(entry)
    assert home.attachments.copies == {}


async def test_each_attachment_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, and whoever else has the same file."""
    home, session = await home_with("a.pdf", "b.pdf", "c.pdf")
    other = await home.run("Another")
    for file in ("a.pdf", "b.pdf", "c.pdf"):
        await add(home, session, file)
    await add(home, other, "a.pdf")
    read, validate = [], Attachment.model_validate

    def counted(said: Any) -> Attachment:
        read.append(said)
        return validate(said)

    monkeypatch.setattr(Attachment, "model_validate", counted)
    held = await home.attaching.of(session)
    assert len(read) == 4 and [bool(each.also) for each in held] == [True, False, False]
