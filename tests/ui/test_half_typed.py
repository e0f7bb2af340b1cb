"""What is half typed stays where it was typed: in forms and lines, however the program ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.plan.checks import ChecksDialog
from facilitui.widgets.line_entry import LineEntry
from tests.core.making import good_plan
from tests.storage.broken_disks import FullDisk
from tests.ui.driving import HOSTILE, SMALLEST, Driven
from tests.ui.planning import desk, draft_of, file_of, planned, screen_of

LONG = "why we meet, and " * 20


def half(home: Path) -> Any:
    """What the draft holds of it, by place and field."""
    kept = json.loads(draft_of(home).read_text("utf-8"))["half"]
    return {place: each["typed"] for place, each in kept.items()}


def form(app: Driven) -> FormDialog:
    """The form on top."""
    found = app.app.screen
    assert isinstance(found, FormDialog)
    return found


async def open_place(app: Driven, place: str) -> FormDialog:
    """A form of the plan."""
    screen_of(app)._places.open(place)
    await app.settle()
    return form(app)


async def type_into(app: Driven, key: str, text: str) -> None:
    """Put a text into a field of the form on top, and hand it over as it soon would be."""
    app.app.screen.set_focus(app.app.screen.query_one(f"#field-{key}"))
    await app.put(text)
    form(app)._hand_over()
    await screen_of(app).keeping._keep_draft()
    await app.settle()


@pytest.mark.parametrize("size", SMALLEST)
async def test_it_is_offered_again_with_its_fault(home: Path, size: tuple[int, int]) -> None:
    """The keys go to it; the others are as they were; valid or left out, it is gone."""
    async with planned(home, size=size) as app:
        await open_place(app, "about")
        await type_into(app, "start", HOSTILE)
        await type_into(app, "purpose", LONG)
    assert half(home) == {"The session": {"start": HOSTILE, "purpose": LONG}}
    async with planned_again(home, size) as app:
        opened = await open_place(app, "about")
        assert opened.values["start"] == HOSTILE and opened.values["purpose"] == LONG
        assert app.app.screen.focused is opened.query_one("#field-purpose")
        text = app.text()
        assert "! " in app.panel("foot") and "kept" in text and "! Start" in text
        await type_into(app, "start", "tomorrow 9:00")
        assert half(home) == {"The session": {"purpose": LONG}}
        await app.press("escape")
        assert "escape again leaves out Why: why is" in " ".join(app.panel("foot").split())
        await app.press("escape")
        await screen_of(app).keeping.write()
        assert desk(app).plan.purpose == good_plan().purpose and not draft_of(home).exists()


def planned_again(home: Path, size: tuple[int, int] = (120, 40)) -> Any:
    """The plan as a program that ended left it."""
    return planned(home, None, size)


async def test_quitting_keeps_what_a_form_cannot_take(home: Path) -> None:
    """Nobody left it out; the new name of the file takes it along."""
    async with planned(home) as app:
        await open_place(app, "audience")
        app.app.screen.set_focus(app.app.screen.query_one("#field-count"))
        await app.put("a few")
        await app.pilot.press("ctrl+q")
    assert half(home) == {"1  Audience": {"count": "a few"}}


async def test_a_form_says_that_the_disk_takes_nothing(home: Path) -> None:
    """And takes back that everything is kept, until it works again."""
    disk = FullDisk()
    async with planned(home, size=(80, 24), disk=disk) as app:
        await open_place(app, "about")
        assert "kept at once" in app.panel("form-head")
        disk.room = 0
        await type_into(app, "place", "room 12")
        assert "! not on the disk yet" in app.panel("form-head")
        told = " ".join(app.panel("foot").split()).replace("- ", "-")
        assert "Not on the disk yet: the disk is full (plan-work.json)" in told
        disk.room = 1 << 30
        await screen_of(app).keeping._look()
        await app.settle()
        assert "kept at once" in app.panel("form-head") and "disk" not in app.panel("foot")
    assert 'place = "room 12"' in file_of(home).read_text("utf-8")


async def test_a_start_is_kept_while_it_is_typed(home: Path) -> None:
    """Not what is only offered; asked for again at the next start, gone once it is taken."""
    async with planned(home) as app:
        app.row_list("agenda").mark("close")
        await app.press("t")
        assert not desk(app).half
        await app.put("16:3")
        await screen_of(app)._pin_line.keep("16:3")
        assert half(home) == {"pin close": {"": "16:3"}}
    async with planned_again(home) as app:
        line = app.screen.query_one(LineEntry)
        assert line.is_open and line.text == "16:3" and app.row_list("agenda").marked == "close"
        await app.press("x", "enter")
        assert line.is_open and line.text == "16:3x" and app.notice.startswith("! ")
        await app.press("backspace", "0", "enter")
        assert desk(app).plan.blocks[2].pinned_start is not None and not desk(app).half


@pytest.mark.parametrize("size", SMALLEST)
async def test_the_keys_of_the_line_are_told_while_it_is_open(
    home: Path, size: tuple[int, int]
) -> None:
    """And no others: letters are text now. They come back with the agenda's."""
    plan = good_plan(zone="")
    blocks = (plan.blocks[0].model_copy(update={"title": "Looking at it all " * 15}),)
    async with planned(home, plan.model_copy(update={"blocks": blocks}), size) as app:
        before = app.keys_told
        await app.press("t")
        assert "enter pins   escape leaves" in app.keys_told and "f1" in app.keys_told
        assert "add" not in app.keys_told and "must start at" in app.text()
        assert app.screen.query_one("#line Input").size.width >= 8
        await app.press("escape")
        assert app.keys_told == before


async def test_a_start_that_is_left_is_forgotten(home: Path) -> None:
    """On purpose, so it is not asked for again; neither is one whose block is gone."""
    async with planned(home) as app:
        await app.press("t")
        await app.put("9")
        await screen_of(app)._pin_line.keep("9")
        await app.press("escape")
        assert not desk(app).half
        desk(app).keep_half("pin gone", "a start", {"": "9"})
        await screen_of(app).keeping._keep_draft()
    async with planned_again(home) as app:
        assert not app.screen.query_one(LineEntry).is_open and not desk(app).half


async def test_a_note_is_kept_while_it_is_typed(home: Path) -> None:
    """The checks open with it; one that is too long is refused whole, and stays to be cut."""
    async with planned(home, good_plan(zone="", purpose="")) as app:
        await app.press("c")
        await app.press("x")
        dialog = app.app.screen
        assert isinstance(dialog, ChecksDialog)
        name = dialog._asked
        await app.put(LONG)
        await dialog._note.keep(name, LONG)
        assert half(home) == {f"note {name}": {"": LONG}}
    async with planned_again(home) as app:
        dialog = app.app.screen
        assert isinstance(dialog, ChecksDialog) and dialog._entry.text == LONG
        await app.press("enter")
        assert "this note is 339 characters long" in app.panel("foot")
        assert dialog._entry.is_open and not desk(app).plan.dismissed
        await app.put(HOSTILE)
        await app.press("enter")
        assert [each.note for each in desk(app).plan.dismissed] == [HOSTILE]
        assert not desk(app).half and "339" not in app.panel("foot")


async def test_quitting_keeps_a_line(home: Path) -> None:
    """What was typed a moment ago too, in the line and in the note."""
    async with planned(home) as app:
        await app.press("t")
        await app.put("16:4")
        await app.pilot.press("ctrl+q")
    assert list(half(home).values()) == [{"": "16:4"}]


async def test_what_is_told_below_a_field_goes_once_it_is_filled_in(home: Path) -> None:
    """An example under lines that are typed would look like one of them."""
    async with planned(home) as app:
        await open_place(app, "audience")
        assert "ask about: the site" in app.text()
        await type_into(app, "comfort", "recording, yes")
        assert "the site" not in app.text()
        await type_into(app, "comfort", "")
        assert "ask about: the site" in app.text()
