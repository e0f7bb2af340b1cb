"""The journal: reading, revising and verifying what was debriefed, by keys alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from facilitui.demo import run_demo
from facilitui.messages import going as m
from facilitui.screens.journal import JournalScreen
from facilitui.services.journals.searching import Searching
from facilitui.services.journals.shown import Shown
from facilitui.storage.paths import Home
from facilitui.terminal.keys import PastesWhole
from tests.ui.driving import FARTHEST, HOSTILE, SMALLEST, driven
from tests.ui.journals import journal, write_entry, write_three


@pytest.fixture
async def three(home: Path) -> Path:
    """A home with three debriefs."""
    await write_three(home)
    return home


@pytest.mark.parametrize("size", FARTHEST)
async def test_the_list_shows_entries_under_their_months_newest_first(
    three: Path, size: tuple[int, int]
) -> None:
    """At each size: month, day, title, what it is, and how it begins."""
    async with driven(three, size, "journal") as app:
        text = app.text()
        places = [text.find(part) for part in ("November 2026", "Café talk", "Tuning", "Data talk")]
        assert -1 not in places and places == sorted(places)
        for part in ("October 2026", "Fri 20", "door debrief", "They waited.", "3 entries"):
            assert part in text


async def test_the_marked_entry_stands_beside_the_list_where_there_is_room(three: Path) -> None:
    """From 100 columns on the page follows the cursor."""
    async with driven(three, (104, 30), "journal") as app:
        assert "They waited." in app.page()
        await app.press("down")
        text = app.page()
        for part in (
            "Tuning",
            "Thu 12 Nov 2026, 15:30 · debrief · with Ben",
            "Revision 1, saved",
            "What did participants learn, and what shows it?",
            "What did the room gain?",
            "Silence did its work.",
            "1 more question, not answered.",
            "by Wed 9 Dec 2026",
            "Count to five.",
            "Minutes run",
        ):
            assert part in text


async def test_enter_opens_the_page_and_escape_goes_back_step_by_step(three: Path) -> None:
    """On a narrow screen the page takes the list's place; then comes home."""
    async with driven(three, (60, 16), "journal") as app:
        await app.press("down", "enter")
        assert "Warm before cool." in app.text() and "Café talk" not in app.text()
        await app.press("escape")
        assert "Café talk" in app.text() and journal(app).rows.marked == "debrief-Tuning"
        await app.press("escape")
        assert app.sent(m.ModeRequested)[-1].mode == "home"
        assert app.app.current_mode == "home"


async def test_the_key_that_revises_stands_behind_the_way_out_of_a_page(three: Path) -> None:
    """In a narrow foot too: it is what somebody who reads an entry comes for."""
    async with driven(three, (60, 16), "journal") as app:
        await app.press("enter")
        line = journal(app).key_line
        told = line.line(line.content_size.width).plain
        assert told.startswith("escape list   e revise   "), told


@pytest.mark.parametrize("size", SMALLEST)
async def test_an_empty_journal_says_what_to_do_first(home: Path, size: tuple[int, int]) -> None:
    """No keys that would do nothing, no error."""
    async with driven(home, size, "journal") as app:
        assert "Nothing is written here yet." in app.text()
        assert "debrief it" in app.text() and "revise" not in app.text().split("\n")[-2]
        await app.press("enter", "e", "v")
        assert journal(app).key_line.notice == "0 revisions verified: nothing was changed or lost."


async def test_a_damaged_month_is_named_and_the_rest_is_shown(three: Path) -> None:
    """The file with its line, the other months' entries, and verifying names it on a page."""
    (three / "journal" / "2026-10.json").write_text('{"_default": {"1": ', encoding="utf-8")
    async with driven(three, (80, 24), "journal") as app:
        assert "! journal/2026-10.json:1:" in app.text() and "Tuning" in app.text()
        await app.press("v")
        assert journal(app).reading and "2026-10.json" in app.page()
        assert "1 thing does not hold" in " ".join(app.page().split())
        await app.press("escape")
        assert "Tuning" in app.text()


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_damaged_journal_is_not_called_empty(home: Path, size: tuple[int, int]) -> None:
    """With nothing else in it that could be read."""
    (home / "journal").mkdir(parents=True)
    (home / "journal" / "2026-10.json").write_text('{"_default": {"1": ', encoding="utf-8")
    async with driven(home, size, "journal") as app:
        assert "Nothing of it can be read." in app.text() and "2026-10.json" in app.text()
        assert "Nothing is written" not in app.text()


async def test_a_changed_entry_is_named_by_its_title(three: Path) -> None:
    """Verifying tells which entry was altered outside the program."""
    month = three / "journal" / "2026-10.json"
    month.write_text(month.read_text("utf-8").replace("misled", "helped"), encoding="utf-8")
    async with driven(three, (120, 40), "journal") as app:
        await app.press("v")
        assert "Debrief of Fri 2 Oct 2026, “Data talk”: was changed outside" in app.page()


async def test_revising_opens_the_debrief_of_the_entry(home: Path) -> None:
    """`e` asks for the session's debrief, from the list and from the page."""
    await asyncio.to_thread(run_demo, Home(home), 0, lambda line: None)
    async with driven(home, (120, 40), "journal") as app:
        session = (await app.wiring.reviewing.searching.find()).rows[0].session
        await app.press("e")
        assert [each.session for each in app.sent(m.DebriefRequested)] == [session]


async def test_an_entry_that_was_asked_for_is_marked_and_open(three: Path) -> None:
    """Home asks for an entry: the search is left, the entry is read."""
    async with driven(three, (80, 24), "journal") as app:
        await app.press("slash")
        await app.write("tuning")
        app.app.post_message(m.EntryRequested("debrief-Data talk"))
        await app.settle()
        assert journal(app).reading and "The chart misled us." in app.page()
        assert journal(app).search_line.value == ""
        assert journal(app).rows.marked == "debrief-Data talk"


async def test_an_entry_of_another_kind_shows_what_is_known_of_it(home: Path) -> None:
    """It is listed with its kind, and its page says what it begins with and that it is kept."""
    async with driven(home, (120, 40)) as app:
        moment = app.wiring.now()
        await app.wiring.journal.save(
            entry_id="o1",
            kind="sketch",
            body={"title": "Visit", "text": "He held the silence."},
            made_at=moment,
            salt="00" * 16,
        )
        await app.app.switch_mode("journal")
        await app.settle()
        assert "sketch" in app.text() and "He held the silence." in app.page()
        assert "does not know this kind of entry" in app.page()
        await app.press("e")
        assert journal(app).key_line.notice == "This entry cannot be revised here."


@pytest.mark.parametrize("size", SMALLEST)
async def test_hostile_text_is_only_text(home: Path, size: tuple[int, int]) -> None:
    """Markup, actions and controls in every field of an entry are shown as they were typed."""
    answer = {"id": "a", "ask": HOSTILE, "text": HOSTILE}
    await write_entry(
        home,
        "x",
        "2026-11-20",
        title=HOSTILE,
        learned=HOSTILE,
        prompts=[answer],
        answers=[answer],
        frame_name=HOSTILE,
        with_whom=HOSTILE,
        commitment={"text": HOSTILE},
        facts=[{"name": HOSTILE, "value": HOSTILE}],
    )
    async with driven(home, size, "journal") as app:
        assert "[x] [/b] [@click=app.quit]Q1[/]" in app.text()
        await app.press("enter", "slash")
        await app.write("[/b] q1")
        await app.pilot.click("#rows", offset=(12, 1))
        await app.settle()
        text = app.text() + app.page()
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
        assert app.page().count("[@click=app.quit]Q1[/]") >= 8
        assert app.app.is_running


async def test_a_click_marks_and_a_second_one_opens(three: Path) -> None:
    """The mouse does what the keys do; the key line's words can be clicked, too."""
    async with driven(three, (80, 24), "journal") as app:
        await app.pilot.click("#rows", offset=(12, 3))
        await app.settle()
        assert journal(app).rows.marked == "debrief-Tuning"
        await app.pilot.click("#rows", offset=(12, 3))
        await app.settle()
        assert journal(app).reading


async def test_a_resize_keeps_what_is_read(three: Path) -> None:
    """Wide to narrow and back: the page that is being read stays."""
    async with driven(three, (120, 40), "journal") as app:
        await app.press("down", "enter")
        await app.pilot.resize_terminal(60, 16)
        await app.settle()
        assert "Warm before cool." in app.text()
        await app.pilot.resize_terminal(120, 40)
        await app.settle()
        assert "Warm before cool." in app.text() and "Data talk" in app.text()


async def test_a_key_that_comes_before_the_list_finds_the_entry(
    three: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits until the newest entry is marked, which it is about."""
    is_asked, finding, revise = Event(), Searching.finding, JournalScreen.action_revise

    async def find_late(searching: Searching, *asked: Any) -> AsyncIterator[Shown]:
        await asyncio.to_thread(is_asked.wait, 0.3)  # for a key that would not wait
        async for shown in finding(searching, *asked):
            yield shown

    def note(screen: JournalScreen) -> None:
        is_asked.set()
        revise(screen)

    async with driven(three) as app:
        monkeypatch.setattr(Searching, "finding", find_late)
        monkeypatch.setattr(JournalScreen, "action_revise", note)
        for message in PastesWhole().feed("je"):
            app.app.post_message(message)
        await app.settle()
        (wanted,) = app.sent(m.DebriefRequested)
        assert wanted.session == "Café talk"
