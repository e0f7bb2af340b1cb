"""The debrief's keys: those first that mean something where one is; what is written in sight."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from textual.widgets import TextArea

from facilitui.commands.debrief import DEBRIEF, offered
from facilitui.core.debriefs.debrief import Earlier
from facilitui.screens.debrief import DebriefScreen
from tests.ui.debriefing import DUE, NOTES, debriefing, desk, editors
from tests.ui.driving import HOSTILE


def test_every_key_is_offered_once_and_what_is_near_first() -> None:
    """Whatever is asked and however wide it is: none is lost, none stands twice."""
    names = ("moment", "earlier", "promised", "narrow", "notes")
    for here in product((False, True), repeat=len(names)):
        moment, earlier, promised, narrow, notes = here
        keys = offered(**dict(zip(names, here, strict=True)))
        back = narrow and notes
        wanted = (
            *(("answers", back), ("next question", not back), ("save", True)),
            *(("replay", moment), ("kept?", earlier), ("date", promised)),
            ("facts", narrow and not notes),
        )
        near = [word for word, is_near in wanted if is_near]
        assert [each.word for each in keys[: len(near)]] == near
        assert sorted(each.id for each in keys) == sorted(each.id for each in DEBRIEF)


async def test_what_is_answered_stays_in_sight_and_its_keys_are_offered(home: Path) -> None:
    """The last question, in a window that becomes small; there the facts are a key away."""
    async with debriefing(home) as stage:
        assert "f8 date" not in stage.app.text() and "f9 facts" not in stage.app.text()
        last = list(editors(stage).values())[-1]
        stage.app.screen.set_focus(last.query_one(TextArea))
        await stage.app.settle()
        assert "ctrl+s save   f8 date" in stage.app.text()
        await stage.app.pilot.resize_terminal(60, 16)
        await stage.app.settle()
        assert last.ask[:40] in stage.app.text() and "f9 answers" not in stage.app.text()
        await stage.app.press(NOTES)
        assert "f9 answers" in stage.app.text()
        await stage.app.pilot.resize_terminal(80, 24)
        await stage.app.settle()
        assert stage.app.screen.focused is last.query_one(TextArea)


async def test_what_was_promised_is_settled_where_it_is_asked_about(home: Path) -> None:
    """Its key stands there; saved without a verdict it stays open, which is said with the key."""
    async with debriefing(home, (60, 16)) as stage:
        screen = stage.app.screen
        assert isinstance(screen, DebriefScreen)
        earlier = (Earlier(entry="debrief-x", text=HOSTILE),)
        desk(stage).debrief = desk(stage).debrief.model_copy(update={"earlier": earlier})
        await screen.show_all()
        await stage.app.settle()
        for _ in range(list(editors(stage)).index("earlier:0")):
            await stage.app.press("tab")
        assert "f3 says if it was kept" in stage.app.text() and "f3 kept?" in stage.app.text()
        await stage.app.write("I tried")
        await stage.app.press("ctrl+s")
        assert stage.app.notice.endswith("A promise stays open: f3 says if it was kept.")
        await stage.app.press("f3", "1")
        await stage.app.press("escape")
        assert "Kept. Did you" in editors(stage)["earlier:0"].ask


async def test_facts_longer_than_the_window_are_reached_with_tab(home: Path) -> None:
    """After the last question; there the arrows scroll them, and tab goes on to the first."""
    async with debriefing(home, (80, 24)) as stage:
        await stage.app.press("shift+tab")
        facts = stage.app.screen.query_one("#facts")
        assert stage.app.screen.focused is facts and facts.max_scroll_y > 0
        await stage.app.press("end")
        assert facts.scroll_y == facts.max_scroll_y
        await stage.app.press("tab", "x")
        assert editors(stage)["learned"].text == "x"


async def test_the_way_back_stands_among_the_keys(home: Path) -> None:
    """Of the debrief, and of the line that asks why it is changed, or by when."""
    async with debriefing(home, (80, 24)) as stage:
        app = stage.app
        assert "escape leave" in app.text()
        await app.write("They waited.")
        await app.press("ctrl+s")
        await app.write(" Longer.")
        await app.press("ctrl+s")
        assert "Why is it changed?" in app.text()
        assert "enter saves" in app.text() and "escape back, not saved" in app.text()
        await app.press("escape")
        assert "ctrl+s save" in app.text() and "escape leave" in app.text()
        await app.press(DUE)
        assert "enter sets it" in app.text() and "escape leaves it as it was" in app.text()
        await app.press("ctrl+s")
        assert "enter saves" in app.text()
        await app.press("enter")
        assert app.notice == "Saved to the journal."
