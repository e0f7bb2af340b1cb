"""Reading an entry: what changed in it, what belongs to it, and that nothing is held up by it."""

from __future__ import annotations

import asyncio
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.journals.entry_moments import local_by
from facilitui.core.journals.journal_rows import row_of
from facilitui.messages.going import EntryRequested
from facilitui.services.journals.opened import Opened
from facilitui.services.journals.reviewing import Reviewing
from facilitui.storage.paths import Home
from facilitui.widgets.journal_page import UNDATED, saved_told
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.journals import journal, write_entry, write_three


@pytest.fixture
async def revised(home: Path) -> Path:
    """A debrief in three revisions whose promise was kept in another one, and two others."""
    await write_three(home)
    first = {"plan": "tuning.toml", "with_whom": "Ben", "learned": "Warm before cool."}
    promised = [{"text": "Count to five."}]
    await write_entry(home, "Tuning", "2026-11-12", commitments=promised, **first)
    first["learned"] = f"Warm feedback before cool. {HOSTILE}"
    await write_entry(home, "Tuning", "2026-11-12", reason="Ben's tickets", **first)
    kept = [{"entry": "debrief-Tuning", "text": "Count to five.", "outlook": "kept"}]
    await write_entry(home, "Again", "2026-11-19", plan="tuning.toml", earlier=kept)
    return home


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_changed_is_told_by_signs_and_words(
    revised: Path, size: tuple[int, int]
) -> None:
    """With the reason; `d` once more shows the entry again, and [ the change before."""
    async with driven(revised, size, "journal") as app:
        await app.press("slash")
        await app.write("tuning")
        await app.press("enter", "d")
        page = app.page()
        for told in (
            "What changed from revision 2 to 3, saved Thu 12 Nov",
            "Because: Ben's tickets",
            "+ added   − taken out",
            "+ feedback",
            "− Count to five.",
            "taken out",
        ):
            assert told in page, told
        assert "[@click=app.quit]Q1[/]" in page and not {"\x1b", "\u202e"} & set(page)
        await app.press("left_square_bracket")
        assert "What changed from revision 1 to 2" in app.page()
        assert "Why is not told." in app.page()
        await app.press("d")
        assert "Revision 2 of 3" in app.page() and "What changed" not in app.page()
        assert "[ revision before   ] revision after   d what changed" in app.page()
        await app.press("left_square_bracket", "d")
        assert "What changed" not in app.page() and "Revision 1 of 3" in app.page()
        assert app.notice.startswith("This is the first revision: ]")


async def test_where_nothing_was_revised_nothing_is_compared(revised: Path) -> None:
    """It is said, and the key is not offered."""
    async with driven(revised, (120, 40), "journal") as app:
        await app.press("down", "down")
        assert journal(app).rows.marked == "debrief-Tuning" and "d changed" in app.keys_told
        await app.press("home")
        assert "changed" not in app.keys_told
        await app.press("d")
        assert app.notice == "There is only one revision of this."


async def test_what_belongs_to_an_entry_is_gone_through_with_n(revised: Path) -> None:
    """Its reasons stand at the end of the page; behind the last it goes back to the first."""
    async with driven(revised, (120, 40), "journal") as app:
        await app.press("down", "down")
        assert journal(app).rows.marked == "debrief-Tuning"
        page = app.page()
        assert "What became of its commitments" in page and "19 Nov 2026  Again" in page
        assert "n opens the next" in page
        await app.press("n")
        assert journal(app).rows.marked == "debrief-Again"
        assert "Promised in" in app.page() and "12 Nov 2026  Tuning" in app.page()
        await app.press("n")
        assert journal(app).rows.marked == "debrief-Tuning"
        await app.press("escape", "home")
        assert "n next" not in app.keys_told
        await app.press("n")
        assert app.notice == "The journal holds nothing that belongs to this."
        await app.press("down", "down", "R", "down", "down")
        assert "Of its plan" in app.page() or "its commitments" in app.page()
        assert "n opens" not in app.page()  # a review has no such key


async def test_a_search_that_hides_the_next_one_is_left_for_it(revised: Path) -> None:
    """So that it is seen where it stands."""
    async with driven(revised, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("cool")
        await app.press("enter", "n")
        assert journal(app).rows.marked == "debrief-Again"
        assert journal(app).search_line.value == ""


async def test_what_takes_long_to_read_says_so_and_holds_no_key_up(
    revised: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cursor goes on, and the page that comes is the one of the last key."""
    held, read = asyncio.Event(), Reviewing.read

    async def slowly(reviewing: Reviewing, entry: str, back: int = 0) -> Opened:
        if entry == "debrief-Again":
            await held.wait()
        return await read(reviewing, entry, back)

    async with driven(revised, (120, 40), "journal") as app:
        monkeypatch.setattr(Reviewing, "read", slowly)
        monkeypatch.setattr("facilitui.screens.journal.reading.SOON", 0.001)
        await app.pilot.press("down")
        while "Reading …" not in app.page():
            await app.pilot.pause()
        await app.pilot.press("down")
        held.set()
        await app.settle()
        assert journal(app).rows.marked == "debrief-Tuning"
        assert "Warm feedback before cool." in app.page() and "Reading …" not in app.page()


async def test_thousands_of_answers_are_read(home: Path) -> None:
    """They are drawn for the width that there is, and for another one as well."""
    wiring = Wiring(Home(home))
    answers: list[Any] = [{"levels": {"pace": n % 5 + 1}} for n in range(5000)]
    body = {"session": "s", "title": "Tuning", "attendance": 6000, "responses": answers}
    try:
        await wiring.journal.save(
            entry_id="f", kind="feedback", body=body, made_at=wiring.now(), salt="00" * 16
        )
    finally:
        wiring.close()
    async with driven(home, (120, 40), "journal") as app:
        assert "5000 of 6000 answered" in app.page()
        await app.press("enter")
        await app.pilot.resize_terminal(60, 16)
        await app.settle()
        assert "5000 of 6000 answered" in app.page()


async def test_the_revision_that_is_read_stays_whatever_made_it_drawn_again(revised: Path) -> None:
    """And so does what changed in it: after help, another size, and the same page again."""
    async with driven(revised, (120, 40), "journal") as app:
        await app.press("down", "down", "enter", "left_square_bracket")
        assert "Revision 2 of 3" in app.page()
        for told, key in (("Revision 2 of 3", ""), ("changed from revision 1 to 2", "d")):
            await app.press(*filter(None, (key,)))
            await app.press("question_mark", "escape")
            assert told in app.page()
            await app.pilot.resize_terminal(110, 38)
            await app.settle()
            assert told in app.page()
        await app.press("escape", "up")
        assert "Revision 3 of 3" not in app.page()
        await app.press("down", "enter")
        assert "Revision 3 of 3" in app.page()


async def test_an_entry_older_than_all_that_are_listed_is_read_and_stays(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No search that goes on behind it, and no key, puts another entry in its place."""
    await write_three(home)
    monkeypatch.setattr("facilitui.screens.journal.finding.AT_MOST", 2)
    async with driven(home, (120, 40), "journal") as app:
        app.app.post_message(EntryRequested("debrief-Data talk"))
        await app.settle()
        assert "debrief-Data talk" not in journal(app).rows.keys
        for key in ("question_mark", "escape", "k"):
            await app.press(key)
        read = journal(app).looked_at()
        assert "The chart misled us." in app.page() and read and read.id == "debrief-Data talk"
        await app.press("escape", "down", "enter")
        assert "Warm before cool." in app.page()


@pytest.mark.parametrize("made_at", ["yesterday", "9999-12-31T23:59:59-12:00"])
def test_a_revision_of_no_date_is_told_as_that(made_at: str) -> None:
    """Another program may have written anything there."""
    document = {"id": "a", "rev": 1, "kind": "debrief", "made_at": made_at, "body": "{}"}
    row = row_of(document, local_by(lambda _: UTC), None)
    assert saved_told(document, row) == UNDATED
