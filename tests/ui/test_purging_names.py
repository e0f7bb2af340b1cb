"""A roster is purged by keys: which entries name somebody is read, and chosen, before."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.journal import body_of, latest
from facilitui.core.pathways import enrolment, log_entry, roster, snapshot
from facilitui.screens.dialogs.purge import OUT_OF_WHICH, PurgeDialog
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.screens.dialogs.typed_names import EMPTY
from facilitui.screens.dialogs.typed_word import NOT_READ
from tests.core.pathways import kept
from tests.services.full_sessions import opened
from tests.ui.driving import FARTHEST, Driven, driven
from tests.ui.journals import journal
from tests.ui.test_purging import filled, mark

FIRST, OTHER, THIRD = "log_entry-first", "log_entry-other", "log_entry-third"
TYPED = {FIRST: "Told by Ana Quintero.", OTHER: "Cleo [x] Dorn saw it.", THIRD: "For Ben Weeks"}


async def group(home: Path) -> None:
    """A roster, and three entries that name somebody of it."""
    full = opened(home)
    await full.write(kept.KEPT, snapshot.KIND, kept.kept())
    await full.write(kept.ENTRY, enrolment.KIND, kept.enrolment())
    await full.write(kept.ROSTER, roster.KIND, kept.roster())
    for entry, note in TYPED.items():
        await full.write(entry, log_entry.KIND, kept.logged(note=note, values={}))
    full.wiring.close()


async def notes(app: Driven) -> dict[str, str]:
    """What each entry says now."""
    contents = await app.wiring.journal.contents()
    newest = latest(each for _, each in contents.documents)
    return {name: body_of(newest[name])["note"] for name in (FIRST, OTHER, THIRD)}


@pytest.mark.parametrize("size", FARTHEST)
async def test_names_are_taken_out_of_what_stays_ticked(home: Path, size: tuple[int, int]) -> None:
    """Each entry is shown with the words around the name; what is told next is about those."""
    await group(home)
    async with driven(home, size, "journal") as app:
        journal(app).rows.mark(kept.ROSTER)
        await app.settle()
        await app.press("P")
        assert isinstance(app.app.screen, TickDialog)
        shown = " ".join(app.panels().split())
        assert OUT_OF_WHICH in shown and "4 of 4" in shown
        assert "Told by Ana Quintero." in app.rows("choices", 56)
        assert "Cleo [x] Dorn saw it." in app.rows("choices", 56)
        assert "“Ana Quintero”" in app.rows("choices", 56)
        await app.press("down", "space", "down", "space", "enter")
        assert isinstance(app.app.screen, PurgeDialog)
        word = app.app.screen._word
        told = "\n".join(app.app.screen._lines)
        assert (
            "what 2 other entries said with names in it" in told
            and "another entry with such a name" in told
        )
        await app.press(*["pagedown"] * 9)
        await app.write(word)
        await app.press("enter")
        assert app.notice.startswith("Purged: 3 revisions.")
        found = await notes(app)
        assert found == {**TYPED, FIRST: "Told by a participant.", THIRD: "For a participant"}


@pytest.mark.parametrize("size", FARTHEST)
async def test_every_place_of_an_entry_is_shown(home: Path, size: tuple[int, int]) -> None:
    """In the list, however many lines they take, and once more before the word is typed."""
    await group(home)
    full = opened(home)
    filling = "and so they went on with it for quite a while as the others did"
    note = " ".join(f"Ana said {number} {filling}." for number in range(5))
    await full.write("log_entry-long", log_entry.KIND, kept.logged(note=note, values={}))
    full.wiring.close()
    async with driven(home, size, "journal") as app:
        journal(app).rows.mark(kept.ROSTER)
        await app.settle()
        await app.press("P")
        assert isinstance(app.app.screen, TickDialog)
        (row,) = [each for each in app.app.screen._choices if "Ana said" in each.about]
        assert row.name == "“Ana”" and row.about.count("Ana said") == 5
        drawn = app.app.screen._row(row).draw(size[0] - 8, False)
        whole = " ".join("".join(line.plain for line in drawn).split())
        assert all(f"Ana said {number}" in whole for number in range(5))
        await app.press("enter")
        assert isinstance(app.app.screen, PurgeDialog)
        told = "\n".join(app.app.screen._lines)
        assert "- “Ana” in the log entry" in told
        assert "5 places: “Ana said 0" in told and told.count("Ana said") == 5


@pytest.mark.parametrize("size", FARTHEST)
async def test_what_may_be_an_ordinary_word_is_ticked_by_nobody_else(
    home: Path, size: tuple[int, int]
) -> None:
    """A row for each word: only what can be nothing else is ticked before."""
    await group(home)
    full = opened(home)
    note = "BEN lesson; https://example.org/ana and Ben, in weeks of Weeks"
    await full.write("log_entry-word", log_entry.KIND, kept.logged(note=note, values={}))
    full.wiring.close()
    async with driven(home, size, "journal") as app:
        journal(app).rows.mark(kept.ROSTER)
        await app.settle()
        await app.press("P")
        asking = app.app.screen
        assert isinstance(asking, TickDialog)
        about = {each.name: each for each in asking._choices}
        ticked = {name for name, each in about.items() if each.key in asking._ticked}
        sure = {"“Ana Quintero”", "“Cleo”", "“Dorn”", "“Ben Weeks”", "“Ben”"}
        assert {*about} - sure == {"“BEN”", "“Weeks”", "“https://example.org/ana”"}
        assert ticked == sure
        assert about["“BEN”"].about.startswith("may be an ordinary word · BEN lesson")
        assert "the whole link goes" in about["“https://example.org/ana”"].about


async def test_names_of_a_purged_roster_are_typed_and_taken_out(home: Path) -> None:
    """What came later names somebody again: the key that purges asks whom."""
    await group(home)
    full = opened(home)
    await full.wiring.purging.purge(await full.wiring.purging.survey(kept.ROSTER), (), Progress())
    full.wiring.close()
    async with driven(home, (60, 16), "journal") as app:
        journal(app).rows.mark(kept.ROSTER)
        await app.settle()
        await app.press("P", "enter")
        assert EMPTY in " ".join(app.panels().split())
        await app.write("Ana Quintero, Ben  Weeks")
        await app.press("enter")
        assert isinstance(app.app.screen, TickDialog)
        await app.press("enter")
        assert isinstance(app.app.screen, PurgeDialog)
        told = app.app.screen._lines
        assert told[0].startswith("Purge the names that you typed, out of what entries say")
        await app.press(*["pagedown"] * 9)
        await app.write(app.app.screen._word)
        await app.press("enter")
        found = await notes(app)
        gone = {FIRST: "Told by a participant.", THIRD: "For a participant"}
        assert found == {**TYPED, **gone}


async def test_leaving_that_list_purges_nothing(home: Path) -> None:
    """After a tick was changed that is told once before."""
    await group(home)
    async with driven(home, (60, 16), "journal") as app:
        journal(app).rows.mark(kept.ROSTER)
        await app.settle()
        before = await notes(app)
        await app.press("P", "space", "escape")
        assert isinstance(app.app.screen, TickDialog)
        assert "escape again leaves, and purges nothing" in " ".join(app.panels().split())
        await app.press("escape")
        assert await notes(app) == before and not app.app.screen.is_modal


async def test_all_names_are_shown_from_where_they_begin(home: Path) -> None:
    """On a low screen too, in which the key would seem to change nothing; and back again."""
    full = await filled(home)
    for n in range(6):
        (home / "plans" / f"p{n}.toml").write_text("\n".join(full.words), "utf-8")
    async with driven(home, (60, 16), "journal") as app:
        await mark(app, full.debrief)
        await app.press("P", "down", "enter", "enter")
        before = app.text()
        assert "debrief of Wed" not in before
        await app.press("tab")
        told = " ".join(app.text().replace("│", " ").split())
        assert "debrief of Wed 25 Nov" in told and "self-scores of" in told
        await app.press("tab")
        assert "debrief of Wed" not in app.text() and "6 plans" not in before


async def test_the_word_alone_says_what_else_is_asked(home: Path) -> None:
    """All names came into view meanwhile: enter says that they are read first, until they are."""
    full = await filled(home)
    for n in range(6):
        (home / "plans" / f"p{n}.toml").write_text("\n".join(full.words), "utf-8")
    async with driven(home, (60, 16), "journal") as app:
        await mark(app, full.debrief)
        await app.press("P", "down", "enter", "enter")
        await app.press(*["pagedown"] * 9)
        dialog = app.app.screen
        assert isinstance(dialog, PurgeDialog) and dialog.is_read
        await app.write(dialog._word)
        await app.press("tab", *["pageup"] * 9)
        assert not dialog.is_read and NOT_READ not in app.panel("result")
        await app.press("enter")
        assert app.app.screen is dialog and NOT_READ in app.panel("result")
        await app.press(*["enter"] * 20)
        assert not dialog.is_attached
