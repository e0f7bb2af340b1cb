"""Taking in an agenda: looked at with its columns, changed, then taken or left."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.agendas_outside.raw_table import Guess
from facilitui.screens.dialogs.import_agenda import ImportDialog
from facilitui.screens.home import HomeScreen
from facilitui.services.plans.taking_in import Preview
from facilitui.storage.disk import Disk
from facilitui.widgets.form_choices import ChoiceField
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, SIZES, SMALLEST, Driven, driven

ROWS = "What,Min,More\nWelcome,5,hello\nWork,soon,x\nWrap-up,10,bye\n"


@asynccontextmanager
async def asked(
    home: Path, size: tuple[int, int] = (80, 24), disk: Disk | None = None
) -> AsyncIterator[tuple[Driven, list[Any]]]:
    """The dialog over Home, with the wiring's own services."""
    async with driven(home, size, disk=disk) as app:
        taking_in = app.wiring.taking_in
        answers: list[Any] = []
        dialog = ImportDialog(taking_in.preview, taking_in.with_columns, taking_in.take)
        app.app.push_screen(dialog, answers.append)
        await app.settle()
        yield app, answers


def dialog_of(app: Driven) -> ImportDialog:
    """The dialog on top."""
    assert isinstance(app.app.screen, ImportDialog)
    return app.app.screen


async def look_at(app: Driven, file: Path) -> None:
    """Name a file."""
    await app.put(str(file))
    await app.press("enter")


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """A table with one bad row."""
    file = tmp_path / "team.csv"
    file.write_text(ROWS, encoding="utf-8")
    return file


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_an_agenda_is_looked_at_and_taken(
    home: Path, agenda: Path, size: tuple[int, int]
) -> None:
    """By the keyboard alone, in little room: the path, the columns, the rows, enter."""
    async with asked(home, size) as (app, answers):
        assert "look at it" in app.text() and "nothing is kept" in " ".join(app.panels().split())
        await look_at(app, agenda)
        assert "What: Welcome" in app.text() and "take it" in app.text()
        for words in ("2 blocks, 15 min", "Welcome", "Opening", "Wrap-up", "1 skipped"):
            assert words in app.panels(), words
        assert "line 3: minutes is a number such as 20 or 1 h 30, not “soon”" in " ".join(
            app.panels().split()
        )
        assert not (home / "plans").exists()
        await app.press("enter")
        assert answers == ["team"] and isinstance(app.app.screen, HomeScreen)
        plan = (await app.wiring.plans.load("team")).state
        assert [block.title for block in plan.blocks] == ["Welcome", "Wrap-up"]


async def test_another_column_is_chosen(home: Path, agenda: Path) -> None:
    """With the arrow keys; the rows follow at once."""
    async with asked(home) as (app, answers):
        await look_at(app, agenda)
        before = dialog_of(app).preview
        assert before is not None and before.guess == Guess(title=0, minutes=1, note=2)
        await app.press("right", "right")
        after = dialog_of(app).preview
        assert after is not None and after.guess == Guess(title=2, minutes=1, note=2)
        assert "hello" in app.panels()
        await app.press("down", "left", "left")
        after = dialog_of(app).preview
        assert after is not None and after.guess.minutes is None
        assert "3 blocks, 30 min" in app.panels()
        await app.press("enter")
        assert answers == ["team"]


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_what_is_known_of_the_session_is_shown_first(
    home: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Title, purpose, day and goals, above the rows; the plan then has them."""
    file = tmp_path / "day.md"
    file.write_text(
        "# Wait time\nPurpose: Try it out\nDate: 25 Nov 2026\n\nGoals:\n- hold a silence\n\n"
        "- 15:30 Welcome & coffee\n- 15:45 Work\n- 16:30 End\n",
        encoding="utf-8",
    )
    async with asked(home, size) as (app, answers):
        await look_at(app, file)
        shown = " ".join(app.panels().split())
        for words in ("Title Wait time", "Purpose Try it out", "Goal hold a silence"):
            assert words in shown
        assert "When Wednesday 25 November 2026, 15:30" in shown
        await app.press("enter")
        plan = (await app.wiring.plans.load(answers[0])).state
        assert (plan.title, plan.purpose) == ("Wait time", "Try it out")
        assert plan.start == datetime(2026, 11, 25, 15, 30)
        assert [(goal.id, goal.text) for goal in plan.goals] == [("G1", "hold a silence")]


async def test_a_name_in_brackets_is_shown_as_the_lead_before_it_is_taken(
    home: Path, tmp_path: Path
) -> None:
    """Beside its part and among what to look at; a day without a time is kept as well."""
    file = tmp_path / "day.md"
    file.write_text("Date: 25 Nov 2026\n\n- Welcome (Ana, 5 min)\n- Work 10 min\n", "utf-8")
    async with asked(home) as (app, answers):
        await look_at(app, file)
        shown = " ".join(app.panels().split())
        assert "5 Welcome Ana" in shown and "“Ana” is taken as who leads “Welcome”" in shown
        await app.press("enter")
        plan = (await app.wiring.plans.load(answers[0])).state
        assert (plan.blocks[0].title, plan.blocks[0].lead) == ("Welcome", "Ana")
        assert (plan.start, plan.day) == (None, date(2026, 11, 25))


@pytest.mark.parametrize("size", SMALLEST, ids=str)
async def test_the_way_back_to_another_file(
    home: Path, agenda: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Up to the line of the file, however much there is to scroll; enter there looks, not takes."""
    other = tmp_path / "other.csv"
    other.write_text("What,Min\n" + "Part,5\n" * 60, encoding="utf-8")
    async with asked(home, size) as (app, answers):
        await look_at(app, other)
        await app.press("down", "up", "up")
        assert "look at it" in app.text() and "take it" not in app.text()
        await look_at(app, agenda)
        assert "2 blocks, 15 min" in app.panels() and answers == []
        assert "take it" in app.text() and "look at it" not in app.text()


async def test_a_long_agenda_scrolls(home: Path, tmp_path: Path) -> None:
    """The keys stay in view, and page keys show the rest."""
    file = tmp_path / "long.csv"
    rows = "".join(f"Part {n},5\n" for n in range(60))
    file.write_text(f"What,Min\n{rows}", encoding="utf-8")
    for size in SIZES:
        async with asked(home, size) as (app, _answers):
            await look_at(app, file)
            assert "take it" in app.text() and "Part 59" not in app.text()
            for _ in range(12):  # keys within one frame are one to what scrolls
                await app.press("pagedown")
            assert "take it" in app.text() and "Part 59" in app.text()


async def test_what_cannot_be_read_is_told_and_another_file_named(
    home: Path, agenda: Path, tmp_path: Path
) -> None:
    """The dialog stays, and nothing can be taken until there is something.

    A folder and a name that is nearly right say what may have been meant.
    """
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 8)
    async with asked(home) as (app, answers):
        await app.press("enter")
        for name, words in (
            ("gone", "there is no file"),
            ("tem.csv", "did you mean “team.csv”?"),
            (".", "is a folder; name a file in it, such as “team.csv”"),
            ("binary", "binary is not a text"),
        ):
            await look_at(app, tmp_path / name)
            assert words in " ".join(app.panels().split()), words
            assert not app.app.screen.query(ChoiceField) and answers == []
        await look_at(app, agenda)
        assert "2 blocks" in app.panels() and "is not a text" not in app.panels()


async def test_leaving_takes_nothing(home: Path, agenda: Path) -> None:
    """Before and after a file was looked at."""
    for look in (False, True):
        async with asked(home) as (app, answers):
            if look:
                await look_at(app, agenda)
            await app.press("escape")
            assert answers == [None] and not (home / "plans").exists()


async def test_a_full_disk_is_told_and_what_is_shown_stays(home: Path, agenda: Path) -> None:
    """Once there is room, enter takes it after all, once."""
    disk = FullDisk()
    async with asked(home, disk=disk) as (app, answers):
        await look_at(app, agenda)
        disk.room = 0
        await app.press("enter")
        assert "not saved, the disk is full" in app.panels() and answers == []
        disk.room = 1 << 30
        await app.press("enter")
        assert answers == ["team"] and len(list((home / "plans").glob("*.toml"))) == 1


async def test_leaving_does_not_cut_short_what_is_being_taken(home: Path, agenda: Path) -> None:
    """It is left once the plan is there, with its name; a second enter takes it no second time."""
    async with asked(home) as (app, answers):
        await look_at(app, agenda)
        dialog, let = dialog_of(app), asyncio.Event()
        take = dialog._take

        async def slowly(shown: Preview) -> str:
            await let.wait()
            return await take(shown)

        dialog._take = slowly
        await app.pilot.press("enter", "enter", "escape")
        assert app.app.screen is dialog and "still being saved" in app.panels()
        let.set()
        await app.settle()
        assert answers == ["team"] and len(list((home / "plans").glob("*.toml"))) == 1


async def test_hostile_text_is_only_text(home: Path, tmp_path: Path) -> None:
    """In headings, cells, reasons and the path itself."""
    file = tmp_path / "team [x] [@click=app.quit].csv"
    row = f'"{HOSTILE}"'
    file.write_text(f"What {HOSTILE},Min\n{row},5\n{row},{HOSTILE}\n", encoding="utf-8")
    async with asked(home, (120, 40)) as (app, answers):
        await look_at(app, file)
        assert "[x] [/b] [@click=app.quit]Q1" in app.text()
        assert "\x1b" not in app.text() and "1 skipped" in app.panels()
        await app.press("escape")
        assert answers == [None] and isinstance(app.app.screen, HomeScreen)
