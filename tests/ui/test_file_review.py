"""Another person's journal before their mentor: read only, answered, handed back."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.debriefs.observation import Observation
from facilitui.core.reviews.other_journal import lines_of
from facilitui.core.sealing import canonical
from facilitui.messages.review import FileReviewRequested
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.review.mentor import OF_NO_ENTRY, FileReviewScreen
from facilitui.screens.trends import TrendsScreen
from facilitui.storage.paths import Home
from tests.core.trending import own
from tests.services.mentoring_home import fill
from tests.ui.driving import FARTHEST, HOSTILE, SMALLEST, Driven, driven
from tests.ui.journals import write_entry, write_three


@pytest.fixture
async def file(tmp_path: Path) -> Path:
    """What Ana exported: three debriefs, a question about one of them and a mark on another."""
    home = tmp_path / "ana"
    await write_three(home)
    await write_entry(home, HOSTILE, "2026-09-01", learned=HOSTILE)
    wiring = Wiring(Home(home))
    try:
        made = await wiring.mentoring.question("debrief-Tuning")
        fill(made, text=f"Too long? {HOSTILE}", passage="Warm before cool.")
        await made.save()
        await wiring.mentoring.mark("debrief-Data talk")
        contents = await wiring.journal.contents()
    finally:
        wiring.close()
    path = tmp_path / "journal-ana-2026-11-23.jsonl"
    path.write_bytes(lines_of(each for _, each in contents.documents))
    return path


@asynccontextmanager
async def reviewed(file: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
    """The review of a file, in the home of the mentor Ben."""
    async with driven(file.parent / "ben", size) as app:
        app.app.post_message(FileReviewRequested(str(file)))
        await app.settle()
        yield app


@pytest.mark.parametrize("size", FARTHEST)
async def test_whose_it_is_and_that_it_is_read_only_is_always_seen(
    file: Path, size: tuple[int, int]
) -> None:
    """What is for the mentor is first; a page is read and left by the keyboard, at any size."""
    async with reviewed(file, size) as app:
        assert isinstance(app.screen, FileReviewScreen)
        assert "ana · READ ONLY" in app.text() and "2 for you" in app.text()
        assert app.rows("rows").splitlines()[0].startswith("Data talk")
        await app.press("down", "enter")
        assert "Too long? [x] [/b] [@click=app.quit]Q1[/]" in app.page().replace("\n", " ")
        assert "“Warm before cool.”" in app.page() and "Silence did its work." in app.page()
        assert "ana · READ ONLY" in app.text()
        await app.press("escape", "escape")
        assert not isinstance(app.screen, FileReviewScreen)
        assert app.notice.startswith("facilitui review ") and app.notice.endswith("answered.")


async def test_no_key_writes_into_it_or_into_ones_own_journal(file: Path) -> None:
    """Every key of the journal and of an apprentice's review is pressed: both stay as they are."""
    before = hashlib.sha256(file.read_bytes()).digest()
    async with reviewed(file) as app:
        for key in "kKsgewWPuctEnfpbimdBR":
            await app.press(key)
            while not isinstance(app.app.screen, FileReviewScreen):
                await app.press("escape")
        assert "ana · READ ONLY" in app.text()
    assert hashlib.sha256(file.read_bytes()).digest() == before
    assert not (file.parent / "ben" / "journal").exists()
    assert not (file.parent / "ben" / "reviews").exists()


async def test_a_question_is_answered_and_the_answers_are_sent_back(file: Path) -> None:
    """The name is asked once; the same file shows the answer again; x writes what goes back."""
    async with reviewed(file) as app:
        await app.press("down")
        before = [row.key for row in app.row_list("rows").rows], app.row_list("rows").marked
        await app.press("a")
        await app.write("Ben")
        await app.press("escape", "a")
        assert "Who are you?" in app.text() and "Ben" in app.text()
        await app.press("enter")
        assert isinstance(app.app.screen, EntryDialog) and "they asked: Too long?" in app.panels()
        await app.put(f"No. {HOSTILE}")
        await app.press("ctrl+s")
        assert app.notice == "Saved." and "1 for you" in app.text()
        assert "Ben: No. [x] [/b]" in app.rows("rows")
        now = [row.key for row in app.row_list("rows").rows], app.row_list("rows").marked
        assert now == before  # the answer moved nothing
        await app.press("end", "a")
        await app.put("Look at this again.")
        await app.press("ctrl+s")
    async with reviewed(file) as app:
        assert "Ben: No. [x] [/b]" in app.rows("rows")
        await app.press("x")
        told = " ".join(app.panels().split())
        assert "1 answer, 1 note to send back: i in their Review imports the file " in told
    assert [path.name[:12] for path in (file.parent / "ben" / "exports").iterdir()] == [
        "answers-ana-"
    ]
    assert not (file.parent / "ben" / "journal").exists()


async def test_what_is_half_answered_waits(file: Path) -> None:
    """Left with escape and the program ended: it stands among what was begun."""
    async with reviewed(file) as app:
        await app.press("a")
        await app.write("Ben")
        await app.press("enter")
        await app.write("I think")
        await app.press("escape")
    async with reviewed(file) as app:
        assert "Begun" in app.rows("rows")
        await app.press("home", "a")
        dialog = app.app.screen
        assert isinstance(dialog, EntryDialog) and dialog.values["text"] == "I think"
        await app.write(" so.")
        assert dialog.values["text"] == "I think so."


async def test_everything_in_it_is_found(file: Path) -> None:
    """A search looks through entries, questions and answers; nothing found says how to go on."""
    async with reviewed(file) as app:
        await app.press("slash", *"misled")
        assert "Data talk" in app.rows("rows") and "Café" not in app.rows("rows")
        await app.press("space", *"qqqq")
        assert "Nothing here has" in app.text() and "0 found" in app.text()
        await app.press("escape")
        assert "Café talk" in app.rows("rows")


async def test_trends_of_its_entries_are_a_key_away(file: Path) -> None:
    """Without logs there are few; escape comes back."""
    async with reviewed(file) as app:
        await app.press("t")
        assert isinstance(app.app.screen, TrendsScreen)
        await app.press("escape")
        assert isinstance(app.app.screen, FileReviewScreen)


async def test_what_was_changed_in_the_file_is_told(file: Path) -> None:
    """The line is left out and named at the foot; v names all that does not hold."""
    lines = file.read_text("ascii").splitlines()
    forged = [each.replace("They waited.", "They cheered.") for each in lines]
    number = next(n for n, each in enumerate(lines, 1) if "They waited." in each)
    file.write_text("\n".join([*forged, canonical({"id": "x"})]), "ascii")
    async with reviewed(file) as app:
        assert f":{number}:1: was changed after it was sealed" in app.panel("problems")
        assert "They cheered." not in app.rows("rows")
        await app.press("v")
        told = " ".join(app.page().split())
        assert "2 things do not hold" in told and "debrief-Café talk" not in told
        assert "! Door debrief of Fri 20 Nov 2026, “Café talk”: was changed outside" in told
        for key in ("a", "w", "o", "enter"):
            await app.press(key)
            assert app.notice == OF_NO_ENTRY
        assert "Is not a journal entry" in app.page() and "not who wrote what" in app.page()
        await app.press("question_mark", "escape")
        assert "Is not a journal entry" in app.page()
        await app.press("escape", "enter")
        assert "Is not a journal entry" not in app.page()


async def test_whose_a_journal_is_is_asked_where_nobody_else_can_tell(
    file: Path, tmp_path: Path
) -> None:
    """Two have the same beginning: the mentor says whose it is, and is not asked again."""
    async with reviewed(file) as app:
        await app.press("a")
        await app.write("Ben")
        await app.press("enter")
        await app.put("For Ana.")
        await app.press("ctrl+s")
    lines = file.read_text("ascii").splitlines()
    other = tmp_path / "journal-eva-2026-11-23.jsonl"
    await write_entry(tmp_path / "eva", "Eva's own", "2026-09-02")
    wiring = Wiring(Home(tmp_path / "eva"))
    try:
        contents = await wiring.journal.contents()
    finally:
        wiring.close()
    own = lines_of(each for _, each in contents.documents).decode("ascii")
    other.write_text(f"{lines[0]}\n{own}", "ascii")
    async with reviewed(other) as app:
        assert "Whose journal is this?" in app.panels()
        await app.press("escape")
        assert not isinstance(app.app.screen, FileReviewScreen)
        assert "known whose it is" in app.notice
    async with reviewed(other) as app:
        await app.press("down", "enter")
        assert app.app.screen.values["name"] == "eva"  # type: ignore[attr-defined]
        await app.press("enter")
        assert "eva · READ ONLY" in app.text() and "For Ana." not in app.text()
    async with reviewed(other) as app:
        assert "eva · READ ONLY" in app.text()
    async with reviewed(file) as app:
        assert "ana · READ ONLY" in app.text() and "For Ana." in app.text()


async def test_ones_own_answer_is_withdrawn_for_a_reason(file: Path) -> None:
    """The question waits again; what somebody else said cannot be."""
    async with reviewed(file) as app:
        await app.press("w")
        assert "Only what you answered yourself" in app.notice
        await app.press("a")
        await app.write("Ben")
        await app.press("enter")
        await app.put("Too soon said.")
        await app.press("ctrl+s")
        assert "1 for you" in app.text()
        await app.press("slash", *"soon")
        await app.press("enter")
        await app.press("w")
        await app.put("I was wrong")
        await app.press("ctrl+s")
        assert "Withdrawn" in app.notice and "0 found" in app.text()
        await app.press("escape", "escape")
        assert "2 for you" in app.text()
        await app.press("w", "enter")
        assert "Taken back" in app.notice and "1 for you" in app.text()


async def test_a_file_that_cannot_be_written_is_said(file: Path) -> None:
    """Handing over fails with its reason, and settings that cannot be read stop nobody."""
    home = file.parent / "ben"
    home.mkdir()
    (home / "config.toml").write_text("theme = [")
    (home / "exports").write_text("in the way")
    async with reviewed(file) as app:
        await app.press("a")
        await app.write("Ben")
        await app.press("enter")
        assert isinstance(app.app.screen, EntryDialog)
        await app.put("No.")
        await app.press("ctrl+s")
        await app.press("x")
        assert "exports" in app.notice and "to send back" not in app.notice
    assert (home / "config.toml").read_text() == "theme = ["


async def test_whoever_is_mentored_sees_the_keys_of_the_file_and_of_a_goal(tmp_path: Path) -> None:
    """In their own review, on a common window."""
    await write_three(tmp_path)
    async with driven(tmp_path, (80, 24), "journal") as app:
        await app.press("R")
        assert "escape back   x export   i import   g goal" in app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_from_trends_an_entry_of_the_review_is_read_and_left_again(
    file: Path, size: tuple[int, int]
) -> None:
    """Escape leads back to the same place in trends, then to the review, as the foot says."""
    home = file.parent / "ana"
    scored = own(1, listens=2).record.model_copy(update={"session": "Tuning"})
    wiring = Wiring(Home(home))
    try:
        seen = Observation(
            session="Tuning", rubric=scored.rubric, scores=scored.scores, giver="Bea"
        )
        for kind, record in (("scores", scored), ("observation", seen)):
            await wiring.journal.save(
                entry_id=f"{kind}-Tuning",
                kind=kind,
                body=record.model_dump(mode="json"),
                made_at=datetime(2026, 11, 23, tzinfo=UTC),
                salt="00" * 16,
            )
        contents = await wiring.journal.contents()
    finally:
        wiring.close()
    file.write_bytes(lines_of(each for _, each in contents.documents))
    async with reviewed(file, size) as app:
        await app.press("t")
        assert "escape review" in app.keys_told
        await app.press("enter")
        assert "replay" not in app.keys_told
        assert "ana: 2 of 4; one session" in app.panel("picture").replace("\u00a0", " ").lower()
        await app.press("r")
        assert "The log of this session is not here" in app.notice
        await app.press("enter")
        screen = app.screen
        assert isinstance(screen, FileReviewScreen) and screen.reading
        assert "Listens" in app.page() and "escape trends" in app.keys_told
        await app.press("enter")
        assert "Listens" in app.page() and "escape trends" in app.keys_told
        assert screen.looked_at is not None and screen.looked_at.key == "scores-Tuning"
        assert "Side by side: ana and Bea" in app.page() and "ana 2 · Bea 2" in app.page()
        await app.press("escape")
        assert isinstance(app.screen, TrendsScreen) and app.screen.place is not None
        await app.press("escape", "escape")
        assert isinstance(app.screen, FileReviewScreen) and not app.screen.reading
        await app.press("enter")
        assert "escape list" in app.keys_told


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_review_that_the_program_was_started_for_ends_it(
    file: Path, size: tuple[int, int]
) -> None:
    """Nobody is left in a home of their own without a way back; the key line says so."""
    async with driven(file.parent / "ben", size) as app:
        app.app.post_message(FileReviewRequested(str(file), alone=True))
        await app.settle()
        assert "escape quit" in app.keys_told
        await app.pilot.press("escape")
    assert app.app._exit and app.app.return_code == 0
