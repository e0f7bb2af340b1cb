"""Review mode: asked and marked in the journal, reviewed, answered; by keyboard alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.review.own import MentoringScreen
from facilitui.services.reviews.mentoring import MARKED, UNMARKED
from facilitui.services.reviews.seeing import NOTHING_NEW
from facilitui.storage.paths import Home
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.journals import journal, write_three


@pytest.fixture
async def home(tmp_path: Path) -> Path:
    """A journal with three debriefs; the marked one in it is the newest, Café talk."""
    await write_three(tmp_path)
    return tmp_path


@asynccontextmanager
async def in_review(home: Path, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Driven]:
    """Review mode over that journal, opened from it."""
    async with driven(home, size, "journal") as app:
        await app.press("R")
        assert isinstance(app.screen, MentoringScreen)
        yield app


async def entries(home: Path, kind: str) -> dict[str, Document]:
    """The newest revisions of a kind."""
    wiring = Wiring(Home(home))
    try:
        contents = await wiring.journal.contents()
    finally:
        wiring.close()
    found = latest(each for _, each in contents.documents)
    return {key: each for key, each in found.items() if each["kind"] == kind}


async def test_an_entry_is_marked_in_the_journal_and_the_mark_taken_back(home: Path) -> None:
    """One key, twice; its page says that it waits for the mentor."""
    async with driven(home, (120, 40), "journal") as app:
        await app.press("down", "k")
        assert app.notice == MARKED
        assert "For the mentor" in app.page() and "Marked for the mentor" in app.page()
        await app.press("k")
        assert app.notice == UNMARKED and "For the mentor" not in app.page()
    (mark,) = (await entries(home, "question")).values()
    assert mark["rev"] == 2 and body_of(mark)["about"] == "debrief-Tuning"


async def test_a_question_is_asked_in_the_journal_about_a_passage(home: Path) -> None:
    """Typed, a passage chosen by the keyboard, saved; whatever is typed is only text."""
    async with driven(home, (120, 40), "journal") as app:
        await app.press("down", "K")
        assert isinstance(app.app.screen, EntryDialog)
        await app.put(HOSTILE)
        await app.press("tab", "down", "down", "enter")
        assert journal(app) and app.notice == "Saved."
        assert "“Warm before cool.”" in app.page() and "[@click=app.quit]Q1[/]" in app.page()
        await app.press("R")
        assert "1 to bring" in app.text() and "[@click=app.quit]Q1[/]" in app.text()
    (question,) = (await entries(home, "question")).values()
    assert body_of(question)["passage"] == "Warm before cool."
    assert body_of(question)["text"] == HOSTILE.rstrip()


async def test_what_was_typed_of_a_question_waits(home: Path) -> None:
    """Escape leaves it as a draft; review mode shows it, and the same key goes on with it."""
    async with driven(home, (120, 40), "journal") as app:
        await app.press("K")
        await app.write("Was it")
        await app.press("escape")
        assert journal(app)
    async with in_review(home) as app:
        assert "Begun" in app.rows("rows") and "half written" in app.rows("rows")
        await app.press("K")
        await app.press("end")
        await app.write(" long")
        await app.press("ctrl+s")
        assert "Was it long" in app.rows("rows") and "half written" not in app.rows("rows")
    assert len(await entries(home, "question")) == 1


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_new_is_new_until_a_key_says_otherwise(
    home: Path, size: tuple[int, int]
) -> None:
    """Looking, reading and leaving change nothing of it; in little room by the keyboard."""
    for _ in range(2):
        async with in_review(home, size) as app:
            assert "3 new" in app.text()
            await app.press("enter")
            assert "They waited." in app.page()
            await app.press("escape", "escape")
            assert journal(app)
    async with in_review(home, size) as app:
        await app.press("l")
        assert "3 entries are seen" in app.notice and "3 new" not in app.text()
        await app.press("l")
        assert app.notice == NOTHING_NEW
    async with in_review(home, size) as app:
        assert "Nothing waits, and nothing is new." in app.text()


async def test_a_question_is_settled_and_opened_again(home: Path) -> None:
    """s, twice; on what is no question a sentence says so."""
    async with in_review(home) as app:
        await app.press("s")
        assert "Only a question or a mark" in app.notice
        await app.press("k")
        assert app.notice == MARKED and "1 to bring" in app.text()
        await app.press("home", "s")
        assert "Settled" in app.notice and "to bring," not in app.text()
    (mark,) = (await entries(home, "question")).values()
    assert body_of(mark)["state"] == "settled"


async def test_a_growth_goal_is_set_and_shown_by_an_entry(home: Path) -> None:
    """g writes it, + says of an entry that it shows it; the entry's page names the goal."""
    async with in_review(home) as app:
        await app.press("g")
        await app.put("Wait longer")
        await app.press("ctrl+s")
        assert "Wait longer" in app.rows("rows") and "nothing shows it yet" in app.rows("rows")
        await app.press("home", "plus")
        assert app.notice == "Mark the entry that shows it."
        await app.press("end", "plus")
        assert "Which goal does it show?" in app.panels()
        await app.press("enter", "tab", "tab", "tab", "tab", "end")
        await app.write("five seconds")
        await app.press("ctrl+s")
        assert app.notice == "Saved."
        assert "1 step" in app.rows("rows") and "Shows growth in" in app.page()
    (goal,) = (await entries(home, "growth")).values()
    assert body_of(goal)["steps"] == [{"entry": "debrief-Data talk", "text": "five seconds"}]


async def test_an_entry_that_shows_a_first_goal_begins_one(home: Path) -> None:
    """Without a goal + opens the form of a new one, with the entry in it."""
    async with in_review(home) as app:
        await app.press("plus")
        assert isinstance(app.app.screen, EntryDialog)
        await app.put("Listen")
        await app.press("ctrl+s")
    (goal,) = (await entries(home, "growth")).values()
    assert body_of(goal)["steps"] == [{"entry": "debrief-Café talk", "text": ""}]


async def test_what_the_mentor_told_is_written_down_and_gone_on_with(home: Path) -> None:
    """a to a question; e opens it again; the journal's e does as well."""
    async with in_review(home) as app:
        await app.press("k", "home", "a")
        await app.put("It was fine.")
        await app.press("tab")
        await app.write("Ben")
        await app.press("ctrl+s")
        assert "Answers that came" not in app.rows("rows")  # its row stays where it is
        assert "answered" in app.rows("rows") and "Ben: It was fine." in app.rows("rows")
        await app.press("home", "e")
        assert "Question for the mentor" in app.panels()
        await app.press("escape", "end", "a")
        await app.put("Look at the chart.")
        await app.press("ctrl+s", "home", "down", "e")
        dialog = app.app.screen
        assert isinstance(dialog, EntryDialog)
        assert dialog.values["text"] == "Look at the chart." and "reason" in dialog.values
    assert len(await entries(home, "answer")) == 2


async def test_the_journal_goes_on_with_what_is_between_the_two(home: Path) -> None:
    """e in the journal opens the form that each was written in; R opens the review."""
    async with driven(home, (120, 40), "journal") as app:
        await app.press("K")
        await app.put("Too long?")
        await app.press("ctrl+s", "R", "g")
        await app.put("Wait longer")
        await app.press("ctrl+s", "escape")
        for word, title in (("longer", "Growth goal"), ("too", "Question for the mentor")):
            await app.press("slash", *word)
            await app.press("enter")
            await app.press("e")
            assert title in app.panels()
            await app.press("escape", "escape", "escape")
            assert journal(app)


async def test_the_file_for_the_mentor_asks_for_the_name_once(home: Path) -> None:
    """It is called after whoever hands it over; the next one asks nothing."""
    async with in_review(home) as app:
        await app.press("x")
        await app.write("Ana")
        await app.press("enter")
        assert "All of your 3 entries for your mentor" in " ".join(app.panels().split())
        await app.press("escape", "x")
        told = " ".join(app.panels().split())
        assert "for your mentor: they open the file with facilitui review journal-" in told
    names = sorted(path.name[: len("journal-ana-")] for path in (home / "exports").iterdir())
    assert names == ["journal-ana-"] * 2
    assert 'name = "Ana"' in (home / "config.toml").read_text("utf-8")


async def test_a_full_disk_is_said_and_what_was_typed_stays(home: Path) -> None:
    """The journal takes no question and no mark: the form stays open with all that is in it."""
    disk = FullDisk()
    async with driven(home, (80, 24), "journal", disk=disk) as app:
        await app.press("K")
        await app.write("Too long?")
        disk.room = 0
        await app.press("ctrl+s")
        dialog = app.app.screen
        assert isinstance(dialog, EntryDialog) and dialog.values["text"] == "Too long?"
        assert "the disk is full" in app.panels()
        disk.room = 1 << 40
        await app.press("ctrl+s")
        assert journal(app) and app.notice == "Saved."
        disk.room = 0
        await app.press("k")
        assert "the disk is full" in app.notice
    assert len(await entries(home, "question")) == 1


async def test_two_keys_at_once_are_obeyed_one_after_the_other(home: Path) -> None:
    """A mark that is set and taken back before the list was read again is two revisions."""
    async with in_review(home) as app:
        await app.press("end")
        app.screen.run_worker(_twice(app))
        await app.settle()
        assert app.notice == UNMARKED
    (mark,) = (await entries(home, "question")).values()
    assert mark["rev"] == 2 and body_of(mark)["state"] == "taken_back"


async def _twice(app: Driven) -> None:
    screen = app.screen
    assert isinstance(screen, MentoringScreen)
    screen.action_mark()
    screen.action_mark()
