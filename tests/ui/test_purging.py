"""Purging by keys: what goes and stays is read, a word is typed, and it is told what was done."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui.app.privacy import OPEN_ELSEWHERE
from facilitui.core.errors import NotSaved
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import is_blanked
from facilitui.messages.going import DebriefRequested
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.purge import NONE_MARKED, PurgeDialog
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.screens.dialogs.typed_word import NOT_TYPED, NOTHING_TYPED, WordDialog
from facilitui.screens.journal import JournalScreen
from tests.services.full_sessions import Full, holding, run_one
from tests.ui.driving import FARTHEST, SMALLEST, Driven, driven
from tests.ui.journals import journal, write_three
from tests.ui.test_input_order import post

KINDS_TOLD = (
    "7 entries of the journal, 8 revisions: 1 debrief, 1 observation, 1 feedback, 1 self-scores, "
    "1 attachment, 1 question, 1 answer"
)


async def filled(home: Path) -> Full:
    """A home with a session that has everything."""
    full = await run_one(home)
    full.wiring.close()
    return full


async def mark(app: Driven, entry: str) -> None:
    """Mark an entry in the list."""
    journal(app).rows.mark(entry)
    await app.settle()


async def blank(app: Driven) -> set[str]:
    """The ids of the entries that say nothing any more."""
    contents = await app.wiring.journal.contents()
    return {each["id"] for _, each in contents.documents if is_blanked(each)}


def dialog(app: Driven) -> PurgeDialog:
    """The dialog on top."""
    assert isinstance(app.app.screen, PurgeDialog)
    return app.app.screen


@pytest.mark.parametrize("size", FARTHEST)
async def test_a_session_is_purged_once_the_word_is_typed(
    home: Path, size: tuple[int, int]
) -> None:
    """Enter alone does nothing, nor does another word; nothing of it is on the disk after it."""
    full = await filled(home)
    async with driven(home, size, "journal") as app:
        await mark(app, full.debrief)
        await app.press("P")
        assert isinstance(app.app.screen, ChooseDialog)
        await app.press("down", "enter")
        assert isinstance(app.app.screen, TickDialog) and "1 of 1" in app.panels()
        await app.press("enter")
        word = dialog(app)._word
        above, below = app.text().split(f"To purge it, type {word}")
        assert "Purge the session of Wed 25 Nov 2026, “Zebra" in above and "escape leave" in below
        assert full.session not in above.partition("This will be purged")[0]
        assert not above.split("\n")[-2].split("│")[1].strip(" ▁▂▃▄▅▆▇█")
        await app.press("enter")
        assert NOT_TYPED not in " ".join(app.panels().split()) and not await blank(app)
        await app.press(*["pagedown"] * 9)
        assert word in app.text() and "enter purge" in app.text()
        shown = " ".join(app.panels().split())
        assert "6 entries of the journal" in shown or "7 entries of the journal" in shown
        assert "ids and names of files" in shown and "plans/.history" in shown
        await app.press("enter")
        assert NOTHING_TYPED in " ".join(app.panels().split()) and not await blank(app)
        await app.write("purge")
        await app.press("enter")
        assert NOT_TYPED in " ".join(app.panels().split()) and not await blank(app)
        await app.press(*["backspace"] * 5)
        await app.write(word)
        await app.press("enter")
        assert isinstance(app.screen, JournalScreen) and app.notice.startswith("Purged: ")
        assert full.debrief in await blank(app)
        assert not any(w in app.rows("rows") for w in full.words)
        rows = app.rows("rows")
        assert (
            "only its day, its numbers and its hashes" in rows
            and "Purge of a whole session" in rows
        )
        assert "criteria scored" not in rows and "purged" not in rows
        assert not any(w in app.page() for w in full.words)
    assert holding(home, full.words) == {"plans/work.toml"}


async def test_an_entry_without_a_session_needs_no_choice(home: Path) -> None:
    """And nothing else is asked where nothing else can go."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, "debrief-Tuning")
        await app.press("P", "enter")
        word = dialog(app)._word
        await app.press("pagedown", "down", "up", "pageup", "f1")
        await app.write(word)
        await app.press("enter")
        assert not await blank(app), "the end was not in view: that key reads on"
        await app.press("enter", "enter")
        assert await blank(app) == {"debrief-Tuning"}


@pytest.mark.parametrize("size", FARTHEST)
async def test_what_is_typed_ahead_purges_nothing_unseen(home: Path, size: tuple[int, int]) -> None:
    """The word is the same each time, so it may be known; all that comes before is forgotten."""
    await write_three(home)
    async with driven(home, size, "journal") as app:
        await mark(app, "debrief-Tuning")
        await app.press("P", "enter")
        word = dialog(app)._word
        await app.press("escape", "P")
        post(app, "enter", *word, "enter", "enter", "enter")
        await app.settle()
        assert dialog(app).is_current and not await blank(app)
        assert not dialog(app).query_one(Input).value
        await app.write(word)
        await app.press("enter", "enter", "enter")
        assert await blank(app) == {"debrief-Tuning"}


def unbroken(told: str) -> str:
    """What was divided at a hyphen, on one line."""
    return told.replace("self- scores", "self-scores")


@pytest.mark.parametrize("size", SMALLEST)
async def test_many_files_are_counted_and_named_on_demand(
    home: Path, size: tuple[int, int]
) -> None:
    """So that what matters is read in few pages."""
    full = await filled(home)
    for n in range(6):
        (home / "plans" / f"p{n}.toml").write_text("\n".join(full.words), "utf-8")
    async with driven(home, size, "journal") as app:
        await mark(app, full.debrief)
        await app.press("P", "down", "enter", "enter")
        assert "tab names" in app.text()
        brief = " ".join(app.panels().split())
        assert "have it: 6 plans" in brief and f"{KINDS_TOLD} - " in unbroken(brief)
        await app.press("tab")
        named = " ".join(app.panels().split())
        assert "plans/p0.toml, plans/p1.toml" in named and "8 revisions: debrief of Wed" in named
        await app.press("tab")
        assert " ".join(app.panels().split()) == brief


async def test_escape_leaves_everything_as_it_is(home: Path) -> None:
    """At each of the questions."""
    full = await filled(home)
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, full.debrief)
        for keys in (("P",), ("P", "down", "enter"), ("P", "down", "enter", "enter")):
            await app.press(*keys)
            await app.press("escape")
            assert isinstance(app.screen, JournalScreen)
        assert not await blank(app) and not (home / "purge.json").exists()


async def test_without_an_entry_the_key_says_what_to_do(home: Path) -> None:
    """In an empty journal."""
    async with driven(home, (80, 24), "journal") as app:
        await app.press("P")
        assert app.notice.endswith(NONE_MARKED)


async def test_what_is_open_elsewhere_is_left_first(home: Path) -> None:
    """A debrief under Home would be written down again."""
    full = await filled(home)
    async with driven(home, (80, 24)) as app:
        app.app.post_message(DebriefRequested(full.session))
        await app.settle()
        await app.app.switch_mode("journal")
        await app.settle()
        await app.press("P")
        assert app.notice.endswith(OPEN_ELSEWHERE)


async def test_a_purge_that_was_not_finished_is_finished_by_the_same_key(home: Path) -> None:
    """Home says so; no other is begun before."""
    full = await run_one(home)
    survey = await full.wiring.purging.survey(full.session)
    await full.wiring.purge_files.begin(survey.intent("purge-1", "now", ()))
    full.wiring.close()
    async with driven(home, (120, 40)) as app:
        assert "a purge was not finished" in " ".join(app.text().split())
        await app.app.switch_mode("journal")
        await app.settle()
        await mark(app, full.debrief)
        await app.press("P")
        assert isinstance(app.app.screen, ChooseDialog) and full.session in app.panels()
        await app.press("enter")
        asked = app.app.screen
        assert isinstance(asked, WordDialog)
        await app.press("enter")
        assert asked.is_current and not await blank(app)
        await app.write(survey.word)
        await app.press("enter")
        assert app.notice.startswith("Purged: ") and full.debrief in await blank(app)
        assert not (home / "purge.json").exists()


async def test_a_damaged_purge_is_forgotten_by_the_same_key(home: Path) -> None:
    """Nobody knows what was to go; what is purged is told next."""
    await write_three(home)
    (home / "purge.json").write_text("{")
    async with driven(home, (80, 24), "journal") as app:
        await app.press("P")
        assert isinstance(app.app.screen, ChooseDialog) and "cannot be read" in app.panels()
        await app.press("enter")
        assert app.notice.startswith("Forgotten.") and not (home / "purge.json").exists()


async def test_what_stops_it_is_said_in_the_dialog(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The word stays, to be tried again."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:

        async def full_disk(*_: object) -> str:
            raise NotSaved("not saved, the disk is full (purge.json)")

        await mark(app, "debrief-Tuning")
        await app.press("P", "enter")
        with monkeypatch.context() as patch:
            patch.setattr(app.wiring.purging, "purge", full_disk)
            await app.write(dialog(app)._word)
            await app.press("enter")
        assert "the disk is full" in " ".join(app.panels().split())
        await app.press("enter")
        assert await blank(app) == {"debrief-Tuning"}


async def test_how_far_it_is_can_be_seen(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it goes on neither enter nor escape does anything."""
    await write_three(home)
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, "debrief-Tuning")
        await app.press("P", "enter")
        seen: list[str] = []
        purge = app.wiring.purging.purge

        async def looked_at(survey: object, also: object, progress: Progress) -> str:
            progress.total, progress.done = 4, 2
            now = dialog(app)
            now.show_all()
            now.action_leave()
            seen.append(app.panel("result"))
            return await purge(survey, also, progress)  # type: ignore[arg-type]

        monkeypatch.setattr(app.wiring.purging, "purge", looked_at)
        await app.write(dialog(app)._word)
        await app.press("enter")
        assert seen and "━" in seen[0] and "─" in seen[0]
        assert await blank(app) == {"debrief-Tuning"}


async def test_one_that_was_not_begun_can_be_forgotten(home: Path) -> None:
    """Where nothing of it was done yet; then nothing waits any more."""
    full = await run_one(home)
    survey = await full.wiring.purging.survey(full.debrief)
    await full.wiring.purge_files.begin(survey.intent("purge-1", "now", ()))
    full.wiring.close()
    async with driven(home, (80, 24), "journal") as app:
        await mark(app, full.debrief)
        await app.press("P", "down", "enter")
        assert "Given up" in app.notice and not await blank(app)
    assert not (home / "purge.json").exists()
