"""What a file of answers does to one's own entries is told, and what was purged stays purged."""

from __future__ import annotations

from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.backups.import_changes import ABOUT_PURGED
from facilitui.core.backups.import_told import CHANGED, UNCHANGED, changing, preview_lines
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import Document, hash_of, latest, make_document
from facilitui.core.journals.journal_ports import Imported
from facilitui.core.reviews.other_journal import lines_of
from facilitui.storage.paths import Home
from tests.core.making import START
from tests.services.mentoring_home import fill

SECRET = "Maria cried, and nobody saw it"


async def documents(wiring: Wiring) -> dict[str, Document]:
    """The newest revisions."""
    return latest(each for _, each in (await wiring.journal.contents()).documents)


async def taken(wiring: Wiring, file: Path) -> tuple[Imported, Imported]:
    """What would come of a file, and what came of it."""
    coming = await wiring.joining.look(str(file), Progress())
    return coming.found, await wiring.joining.take(coming, Progress())


async def debrief(wiring: Wiring, name: str, said: str = "") -> str:
    """An entry of one's own."""
    body = {"session": name, "title": name.title(), "learned": said}
    await wiring.journal.save(
        entry_id=f"debrief-{name}", kind="debrief", body=body, made_at=START, salt="0" * 32
    )
    return f"debrief-{name}"


async def test_what_becomes_of_ones_own_entries_is_told_before_and_after(tmp_path: Path) -> None:
    """By their names with their days; "Nothing of yours is changed" only where that is so."""
    ana = Wiring(Home(tmp_path / "ana"))
    try:
        for name in ("one", "two", "three"):
            await debrief(ana, name, "Mine.")
        before = await documents(ana)
        file = tmp_path / "answers-ana.jsonl"
        made = [
            make_document(
                entry_id=entry,
                kind=kind,
                body={"learned": "Not mine.", "was": "debrief"},
                made_at=START,
                salt="1" * 32,
                last=before.get(entry),
                after="0" * 64,
            )
            for entry, kind in (
                ("debrief-one", "debrief"),
                ("debrief-two", "withdrawal"),
                ("answer-1", "answer"),
            )
        ]
        file.write_bytes(lines_of(made[2:]))
        first, _ = await taken(ana, file)
        assert any(UNCHANGED in told for told in preview_lines(first)) and not changing(first)
        file.write_bytes(lines_of(made))
        found, came = await taken(ana, file)
        told = " ".join(preview_lines(found))
        one, two = (f"1 entry of yours: debrief of Wed 25 Nov 2026, “{n}”" for n in ("One", "Two"))
        assert f"It changes {one}; withdraws {two}." in told
        assert CHANGED in told and UNCHANGED not in told
        assert changing(came) == f"changed {one}; withdrew {two}"
        again, _ = await taken(ana, file)
        assert not changing(again)
    finally:
        ana.close()


async def test_an_answer_brings_nothing_back_that_was_purged(tmp_path: Path) -> None:
    """Neither the passage nor the question; drafts about it went with the entry."""
    ana, ben = Wiring(Home(tmp_path / "ana")), Wiring(Home(tmp_path / "ben"))
    try:
        entry = await debrief(ana, "one", SECRET)
        asked = await ana.mentoring.question(entry)
        fill(asked, text="What of Maria?", passage=SECRET)
        await asked.save()
        for half in (await ana.mentoring.question(entry), await ana.mentoring.told(asked.entry)):
            fill(half, text="Maria, half typed")
            await half.keep()
        file = tmp_path / "journal-ana.jsonl"
        whole = (await ana.journal.contents()).documents
        file.write_bytes(lines_of(each for _, each in whole))
        review = await ben.file_review(str(file))
        answer = await review.answer(asked.entry)
        fill(answer, text="Ask her.")
        await answer.save()
        await review.hand_over()
        (handed,) = (tmp_path / "ben" / "exports").iterdir()
        await ana.purging.purge(await ana.purging.survey(entry), (), Progress())
        _, came = await taken(ana, handed)
        assert came.taken == 0 and ABOUT_PURGED in str(came.refused[0])
        assert hash_of((await documents(ana))[entry])
    finally:
        ana.close()
        ben.close()
    for path in (tmp_path / "ana").rglob("*"):
        assert not path.is_file() or b"Maria" not in path.read_bytes(), path
