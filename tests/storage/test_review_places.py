"""Where a mentor's answers, the last look and one's own name are kept."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.backups.backup import DamagedBackup
from facilitui.core.errors import FacilituiError, NotFound, NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.reviews.looked import Looked
from facilitui.core.reviews.other_journal import (
    KnownJournal,
    WhoseUnknown,
    documents_told,
    lines_of,
)
from facilitui.storage.disk import Disk
from facilitui.storage.looked_file import NAME, FileLooked
from facilitui.storage.own_name import FileOwnName
from facilitui.storage.paths import Home
from facilitui.storage.review_places import WHOSE, FileReviews
from tests.core.making import HOSTILE, START
from tests.services.mentoring_home import fill

KEY = "1a2b3c4d5e6f"


async def test_nothing_is_written_before_anything_is_kept(tmp_path: Path) -> None:
    """Opening somebody's journal leaves no folder behind; an answer makes a private one."""
    reviews = FileReviews(Home(tmp_path), Disk())
    try:
        place = reviews.place("", KnownJournal("Ana", frozenset({KEY})))
        assert not (await place.journal.contents()).documents
        assert (await place.looked.looked()).at is None
        assert not await place.drafts.left("answer-")
        assert not (tmp_path / "reviews").exists()
        await place.journal.save(
            entry_id="answer-1", kind="answer", body={}, made_at=START, salt="0" * 32
        )
        folder = tmp_path / "reviews" / "ana"
        assert (folder / "journal" / "2026-11.json").is_file()
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert not (tmp_path / "journal").exists()
    finally:
        reviews.close()


async def test_a_journal_is_known_by_what_is_remembered(tmp_path: Path) -> None:
    """With whatever was remembered before, and though somebody renamed the folder."""
    reviews = FileReviews(Home(tmp_path), Disk())
    try:
        assert await reviews.known() == {}
        for documents in ({"a"}, {"b", KEY}):
            place = reviews.place("Ana from school", KnownJournal("Ana", frozenset(documents)))
            assert place.remember is not None
            await place.remember()
        whole = KnownJournal("Ana", frozenset({"a", "b", KEY}))
        assert await reviews.known() == {"Ana from school": whole}
        (tmp_path / "reviews" / "Ana from school").rename(tmp_path / "reviews" / "ana")
        await reviews.place("", KnownJournal("Ana")).looked.keep(Looked(frozenset(), START))
        assert (tmp_path / "reviews" / "ana-2" / NAME).is_file()
        (tmp_path / "reviews" / "ana-2" / WHOSE).write_text("[" * 9)
        assert await reviews.known() == {"ana": whole, "ana-2": KnownJournal("ana-2")}
    finally:
        reviews.close()


async def exported(home: Path, starter: Path, name: str) -> tuple[Path, str]:
    """A journal out of the starter's backup, with a question of one's own; its file, that's id."""
    wiring = Wiring(Home(home / name))
    try:
        await wiring.safekeeping.restore(str(starter), Progress())
        await wiring.journal.save(
            entry_id=f"debrief-{name}", kind="debrief", body={}, made_at=START, salt="0" * 32
        )
        made = await wiring.mentoring.question(f"debrief-{name}")
        fill(made, text=f"{name} asks")
        await made.save()
        file = home / f"journal-{name}.jsonl"
        contents = await wiring.journal.contents()
        file.write_bytes(lines_of(each for _, each in contents.documents))
    finally:
        wiring.close()
    return file, made.entry


async def test_no_answer_goes_to_another_apprentice(tmp_path: Path) -> None:
    """Two began from one backup: whose the second is is asked, and remembered."""
    start = Wiring(Home(tmp_path / "start"))
    try:
        await start.journal.save(
            entry_id="debrief-0", kind="debrief", body={}, made_at=START, salt="0" * 32
        )
        await start.safekeeping.back_up(str(tmp_path / "start.zip"), Progress())
    finally:
        start.close()
    ana, question = await exported(tmp_path, tmp_path / "start.zip", "ana")
    eva, _ = await exported(tmp_path, tmp_path / "start.zip", "eva")
    ben = Wiring(Home(tmp_path / "ben"))
    try:
        review = await ben.file_review(str(ana))
        made = await review.answer(question)
        fill(made, text="For Ana alone.")
        await made.save()
        with pytest.raises(WhoseUnknown) as unknown:
            await ben.file_review(str(eva))
        assert (unknown.value.suggested, unknown.value.names) == ("eva", ("ana",))
        other = await ben.file_review(str(eva), "Eva")
        assert "For Ana" not in str(list((await other._file.contents()).documents))
        with pytest.raises(FacilituiError, match="Nothing is answered"):
            await other.hand_over()
    finally:
        ben.close()
    again = Wiring(Home(tmp_path / "ben"))
    try:
        for file, is_hers in ((ana, True), (eva, False)):
            known = await again.file_review(str(file))
            documents = (await known._file.contents()).documents
            assert ("For Ana" in str(list(documents))) is is_hers
    finally:
        again.close()


async def test_what_was_purged_is_not_written_again_by_a_look(tmp_path: Path) -> None:
    """Whose journal it is is known again once something is typed, not when a form opens."""
    ana = Wiring(Home(tmp_path / "ana"))
    try:
        entry = "debrief-0"
        await ana.journal.save(
            entry_id=entry, kind="debrief", body={}, made_at=START, salt="0" * 32
        )
        file = tmp_path / "journal-ana.jsonl"
        file.write_bytes(lines_of(each for _, each in (await ana.journal.contents()).documents))
    finally:
        ana.close()
    ben = Wiring(Home(tmp_path / "ben"))
    try:
        review = await ben.file_review(str(file))
        made = await review.answer(entry)
        fill(made, text="No.")
        await made.save()
        whose = tmp_path / "ben" / "reviews" / "ana" / WHOSE
        assert whose.is_file()
        await ben.forgetting.purge(await ben.forgetting.survey("reviews/ana"), Progress())
        again = await review.answer(entry)
        await again.keep()
        assert not whose.exists()
        fill(again, text="N")
        await again.keep()
        assert whose.is_file() and (await ben.reviews.known())["ana"].documents
    finally:
        ben.close()


async def test_a_newer_export_under_the_same_name_is_read(tmp_path: Path) -> None:
    """What the command line opened is handed to its screen once; whoever comes later reads anew."""
    ana, ben = Wiring(Home(tmp_path / "ana")), Wiring(Home(tmp_path / "ben"))
    file, listed = tmp_path / "journal-ana.jsonl", []
    try:
        for entry in ("debrief-0", "debrief-1"):
            await ana.journal.save(
                entry_id=entry, kind="debrief", body={}, made_at=START, salt="0" * 32
            )
            file.write_bytes(lines_of(each for _, each in (await ana.journal.contents()).documents))
            ready = await ben.ready_file_review(str(file))
            assert await ben.file_review(str(file)) is ready
            parts = (await (await ben.file_review(str(file))).look("")).parts
            listed.append({row.reads for part in parts for row in part.rows})
    finally:
        ana.close()
        ben.close()
    assert listed == [{"debrief-0"}, {"debrief-0", "debrief-1"}]


async def test_a_look_is_kept_as_it_was(tmp_path: Path) -> None:
    """With its offset; the file is private to the user."""
    looked = FileLooked(Home(tmp_path / "home"), Disk())
    try:
        assert await looked.looked() == Looked()
        for at in (START, datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=-3)))):
            kept = Looked(frozenset({"a" * 64, "b" * 64}), at, frozenset({"c"}), frozenset({"d"}))
            await looked.keep(kept)
            assert await looked.looked() == kept
        await looked.keep(Looked(also=frozenset({"d"})))
        assert await looked.looked() == Looked(also=frozenset({"d"}))
        assert stat.S_IMODE((tmp_path / "home" / NAME).stat().st_mode) == 0o600
    finally:
        looked.close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"at": 7, "heads": []}',
        '{"at": "2026-01-01", "heads": []}',
        "[" * 10_000,
        '{"at": "2026-01-01T00:00:00", "heads": ["a"]}',
        '{"at": null, "heads": null}',
        "\x00",
    ],
)
async def test_a_look_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    """Everything is new once more, and the next look is kept over it."""
    (tmp_path / NAME).write_text(text)
    looked = FileLooked(Home(tmp_path), Disk())
    try:
        assert await looked.looked() == Looked()
        await looked.keep(Looked(frozenset({"a"}), datetime(2026, 1, 1, tzinfo=UTC)))
        assert (await looked.looked()).heads == {"a"}
    finally:
        looked.close()


async def test_ones_name_is_kept_beside_other_settings(tmp_path: Path) -> None:
    """As it was written; a comment stays, and what is no name is none."""
    config = tmp_path / "config.toml"
    config.write_text('# mine\ntheme = "paper"\nname = 7\n')
    own = FileOwnName(Home(tmp_path), Disk())
    try:
        assert await own.name() == ""
        await own.keep(name := HOSTILE.replace("\ud800", ""))
        assert await own.name() == name
        assert config.read_text("utf-8").startswith('# mine\ntheme = "paper"\n')
        with pytest.raises(NotSaved):
            await own.keep("\ud800")
        assert await own.name() == name
    finally:
        own.close()


async def test_a_backup_is_read_as_an_export_is(tmp_path: Path) -> None:
    """The same documents, known by the same digits; nothing is unpacked, a damaged one refused."""
    wiring = Wiring(Home(tmp_path / "ana"))
    try:
        for number in range(3):
            at = START + timedelta(days=20 * number)
            await wiring.journal.save(
                entry_id=f"debrief-{number}", kind="debrief", body={}, made_at=at, salt="0" * 32
            )
        documents = [dict(each) for _, each in (await wiring.journal.contents()).documents]
        backup = tmp_path / "ana.zip"
        await wiring.safekeeping.back_up(str(backup), Progress())
    finally:
        wiring.close()
    mentor = Wiring(Home(tmp_path / "ben"))
    try:
        review = await mentor.file_review(str(backup))
        shown = [dict(each) for _, each in (await review._file.contents()).documents]
        assert shown == documents and review.whose == "ana"
        damaged = tmp_path / "damaged.zip"
        damaged.write_bytes(backup.read_bytes()[:-30])
        with pytest.raises(DamagedBackup, match="damaged"):
            await mentor.file_review(str(damaged))
    finally:
        mentor.close()
    assert not list((tmp_path / "ben").glob("*"))


async def test_a_journal_is_called_as_it_says_itself(tmp_path: Path) -> None:
    """Before its file's name, also where only that was known before; not before the mentor's."""
    ana, ben = Wiring(Home(tmp_path / "ana")), Wiring(Home(tmp_path / "ben"))
    try:
        await ana.journal.save(
            entry_id="debrief-0", kind="debrief", body={}, made_at=START, salt="0" * 32
        )
        documents = [each for _, each in (await ana.journal.contents()).documents]
        for number, (own, kept, whose) in enumerate(
            (
                ("", "ana", "ana"),
                ("Ana María", "ana", "Ana María"),
                ("Ana", "Ana of 3b", "Ana of 3b"),
            )
        ):
            file = tmp_path / f"{number}" / "journal-ana.jsonl"
            file.parent.mkdir()
            file.write_bytes(lines_of(documents, own))
            place = ben.reviews.place("ana", KnownJournal(kept, documents_told(documents)))
            assert place.remember is not None
            await place.remember()
            review = await ben.file_review(str(file))
            assert (review.whose, review.folder) == (whose, "ana")
            await review.all_seen()
            known = (await ben.reviews.known())["ana"]
            assert (known.name, known.file) == (whose, str(file))
            assert await ben.reviewed_file("ana") == str(file)
            file.unlink()
            with pytest.raises(NotFound, match="facilitui review FILE"):
                await ben.reviewed_file("ana")
    finally:
        ana.close()
        ben.close()
