"""Writing a protocol on the screen: by keys alone, kept at once, undone to the beginning."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from tests.core.protocols import protocol, step
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.writing import MADE, desk, on_disk, order, writing


async def test_steps_are_added_moved_changed_and_taken_out(home: Path) -> None:
    """With Plan's keys; the file follows, and undo leads back to the beginning."""
    async with writing(home) as app:
        await app.press("a")
        await app.fill(name="Warm up", min="1", ideal="2", max="3")
        assert order(app) == "begin warm_up look tell"
        assert app.row_list("steps").marked == "warm_up"
        await app.press("shift+down")
        assert order(app) == "begin look tell warm_up"
        await app.press("plus", "plus", "minus", "D")
        assert order(app) == "begin look tell warm_up warm_up_2"
        await app.press("d", "home", "d")
        assert order(app) == "look tell warm_up"
        await app.press("e")
        await app.fill(name="Look again")
        written = desk(app).protocol
        await app.press("escape")
        assert on_disk(home) == written
        assert [each.ideal for each in written.steps] == [5, 5, 3]
    async with driven(home) as app:
        await app.show(await app.opening.protocol("own", copy=False))
        assert "Look again" in app.rows("steps")


async def test_undo_leads_back_to_the_beginning(home: Path) -> None:
    """Through every kind of change, and forward again."""
    async with writing(home) as app:
        await app.press("a")
        await app.fill(name="Warm up")
        await app.press("shift+up", "plus", "D", "d", "tab", "down", "down", "d")
        changed = desk(app).protocol
        assert changed.cycles == ()
        for _ in range(9):
            await app.press("u")
        assert desk(app).protocol == MADE
        assert app.notice == "nothing to undo"
        for _ in range(9):
            await app.press("U")
        assert desk(app).protocol == changed


async def test_the_facts_have_forms_of_their_own(home: Path) -> None:
    """Tab goes to them; what they say is on the screen and in the file."""
    async with writing(home) as app:
        await app.press("tab", "enter")
        await app.fill(purpose="See what is there.")
        assert "See what is there." in app.rows("facts")
        await app.press("a")
        assert isinstance(app.app.screen, FormDialog)
        await app.press("escape", "shift+up")
        assert "tab goes to the steps" in app.notice
        await app.press("escape")
        assert on_disk(home).purpose == "See what is there."


async def test_totals_follow_the_number_of_people_and_every_change(home: Path) -> None:
    """A cycle has a turn for each of the largest sub-group."""
    async with writing(home) as app:
        assert "6 people   usual 65   shortest 39   longest 104   silent 0" in app.panel("totals")
        await app.press("right", "right")
        assert "8 people   usual 45" in app.panel("totals")
        assert "for 8 people in two fours" in app.panel("head")
        await app.press("left", "plus")
        assert "7 people   usual 76" in app.panel("totals")
        await app.press("n")
        await app.fill(people="21")
        assert "21 people   usual 56" in app.panel("totals")
        assert "for 21 people in four fours and one five" in app.panel("head")


async def test_what_cannot_be_is_told_and_nothing_is_lost(home: Path) -> None:
    """The last step stays; minutes that do not grow stay as they were."""
    async with writing(home, protocol(step("only"))) as app:
        await app.press("d")
        assert "at least one step" in app.notice
        await app.press("e")
        await app.fill(ideal="99")
        assert "must grow" in app.panels()
        await app.press("escape")
        assert desk(app).protocol.steps[0].ideal == 5
        await app.press("tab", "d")
        assert app.notice == "nothing to take out here"


async def test_the_weightiest_check_is_in_view_and_leads_to_its_place(home: Path) -> None:
    """The others are behind a key."""
    talk = step("talk", name="Talk", say="Do you see it?", debrief=True)
    async with writing(home, protocol(step("one", show="word " * 13), talk)) as app:
        assert "! One: 13 words to show; 12 are read" in app.panel("check")
        await app.press("c")
        assert isinstance(app.app.screen, ChooseDialog)
        await app.press("end", "enter")
        assert isinstance(app.app.screen, FormDialog)
        await app.fill(say="What do you see?", question="open_opinion")
        await app.press("home", "e")
        await app.fill(show="Look")
        assert "nothing to look at again" in app.panel("check")
        await app.press("c")
        assert app.notice == "Nothing to look at again."


@pytest.mark.parametrize("size", SMALLEST)
async def test_any_text_is_harmless_in_little_room(home: Path, size: tuple[int, int]) -> None:
    """It is shown as it is, wherever it stands, and written as it was typed."""
    made = protocol(
        step("a", name=HOSTILE, say=HOSTILE, cycle="A"),
        name=HOSTILE,
        purpose=HOSTILE,
        origin=HOSTILE,
        roles=(HOSTILE,),
        pitfalls=(HOSTILE,),
        note=HOSTILE,
    )
    async with writing(home, made, size) as app:
        assert "[x] [/b]" in app.text()
        for keys in (["e"], ["escape", "c"], ["escape", "tab", "enter"], ["escape", "tab", "u"]):
            await app.press(*keys)
            assert "\x1b" not in app.text()
        await app.press("escape")
        assert on_disk(home) == made


async def test_a_small_screen_shows_the_steps_first(home: Path) -> None:
    """Tab shows the facts in their place; totals and keys are there."""
    async with writing(home, size=(60, 16)) as app:
        assert "Look closely" in app.text()
        assert "Purpose" not in app.text()
        assert "6 people" in app.text()
        await app.press("tab")
        assert "Purpose" in app.text()
        assert "Look closely" not in app.text().replace("Look closely.", "")
