"""Debrief: what is asked changes while one writes, and nothing that is typed moves or is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from textual.widgets import TextArea

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.screens.debrief import DebriefScreen
from facilitui.screens.debrief.asking import NO_REASON
from facilitui.screens.lenses import LensesScreen
from tests.ui.debriefing import DUE, debriefing, desk, draft, editors, saved, write
from tests.ui.driving import HOSTILE
from tests.ui.hosting import Stage


async def test_more_is_asked_without_moving_what_is_written(home: Path) -> None:
    """A further commitment, a verdict, another date: the cursor and undo stay where they are."""
    async with debriefing(home, (80, 24)) as stage:
        first = editors(stage)["commitment:0"]
        area = first.query_one(TextArea)
        stage.app.app.screen.set_focus(area)
        await stage.app.write("Count to five")
        area.cursor_location = (0, 5)
        first.hand_over()
        await stage.app.settle()
        assert list(editors(stage))[-2:] == ["commitment:0", "commitment:1"]
        assert editors(stage)["commitment:0"] is first and area.cursor_location == (0, 5)
        await stage.app.press(DUE)
        assert "By when?" in stage.app.text()
        await stage.app.press("escape", "tab", DUE)
        assert "Commitment 2: by when?" in stage.app.text()
        await stage.app.put("2027-01-08")
        await stage.app.press("enter")
        assert [each.due for each in desk(stage).debrief.commitments] == [
            date(2026, 12, 9),
            date(2027, 1, 8),
        ]
        assert stage.app.app.screen.focused is editors(stage)["commitment:1"].query_one(TextArea)
        assert "By Fri 8 Jan 2027" in " ".join(stage.app.panels().split())
        desk(stage).judge("G1", Verdict.MET)
        screen = stage.app.app.screen
        assert isinstance(screen, DebriefScreen)
        await screen.show_all()
        assert "Met." in editors(stage)["goal:G1"].ask
        await write(stage, "commitment:1", "and again")
        await write(stage, "commitment:1", "")
        assert list(editors(stage))[-1] == "commitment:1" and area.text == "Count to five"


async def test_saving_again_is_done_with_the_reason(home: Path) -> None:
    """What was written of it stands; it is no proposal that the next letter would write over."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "They waited")
        await stage.app.press("ctrl+s")
        await write(stage, "learned", "They waited long")
        await stage.app.press("ctrl+s")
        await stage.app.put("because of Ana")
        await stage.app.press("ctrl+s")
        rev, debrief = await saved(stage)
        assert (rev, debrief.reason) == (2, "because of Ana")


async def test_the_date_of_one_commitment_never_becomes_that_of_another(home: Path) -> None:
    """The key for a date, pressed while one is typed, leaves that line as it is."""
    async with debriefing(home) as stage:
        await write(stage, "commitment:0", "Count to five")
        stage.app.app.screen.set_focus(editors(stage)["commitment:1"].query_one(TextArea))
        await stage.app.press(DUE)
        await stage.app.put("2027-01-0")
        await stage.app.press(DUE)
        assert "Commitment 2: by when?" in stage.app.text() and "2027-01-0" in stage.app.text()
        await stage.app.put("2027-01-08")
        await stage.app.press("enter")
        dues = [each.due for each in desk(stage).debrief.commitments]
        assert dues == [date(2026, 12, 9), date(2027, 1, 8)]


async def test_what_is_told_about_a_debrief_stands_under_its_heading(home: Path) -> None:
    """At once, in the draft too, and at every size; hostile names are shown as they are."""
    async with debriefing(home, (60, 16)) as stage:
        assert not stage.app.screen.query_one("#about").display
        await stage.app.press("f6")
        await stage.app.press("tab", "tab", "tab", "tab")
        await stage.app.put(HOSTILE)
        await stage.app.press("escape")
        assert desk(stage).debrief.with_whom == HOSTILE.strip()
        assert "with [x] [/b]" in stage.app.panel("about")
        assert draft(home)["with_whom"] == HOSTILE.strip()
        await stage.app.write("They waited")
        assert "They waited" in stage.app.text()


async def test_a_revision_has_its_reason(home: Path) -> None:
    """The first asks for none, any other is not saved without; escape saves nothing."""
    async with debriefing(home) as stage:
        await write(stage, "learned", "They waited")
        await stage.app.press("ctrl+s")
        assert (await saved(stage))[1].reason == ""
        await stage.app.press("ctrl+s")
        assert stage.app.notice == "Nothing has changed since it was saved."
        await write(stage, "learned", "They waited long")
        await stage.app.press("ctrl+s")
        await stage.app.put("Ben reminded me")
        await stage.app.press("escape")
        assert (await saved(stage))[0] == 1 and "not saved yet" in stage.app.panel("head")
        await stage.app.press("ctrl+s")
        await stage.app.put("  ")
        await stage.app.press("enter")
        assert (await saved(stage))[0] == 1 and stage.app.notice == f"! {NO_REASON}"
        await stage.app.put("Ben reminded me")
        await stage.app.press("enter")
        rev, debrief = await saved(stage)
        assert (rev, debrief.learned, debrief.reason) == (2, "They waited long", "Ben reminded me")
        assert stage.app.notice == "Saved to the journal."


async def test_a_second_lens_lies_over_ones_own_debrief_and_only_once(home: Path) -> None:
    """From one lens to a third, and to one's own: there is one editor of each, never two."""
    async with debriefing(home, (80, 24)) as stage:
        await stage.app.press("ctrl+l", "B", "e", "n", "enter")
        await write(stage, "learned", "They talked")
        await stage.app.press("ctrl+s", "ctrl+l", "C", "y", "enter")
        assert "second lens: Cy" in stage.app.panel("about")
        assert _debriefs(stage) == ["", "Cy"]
        await stage.app.press("ctrl+l")
        stage.app.row_list("choices").mark("mine")
        await stage.app.press("enter")
        assert _debriefs(stage) == [""]
        await stage.app.press("ctrl+l")
        assert "by Ben" in stage.app.row_list("choices").keys
        await stage.app.press("escape", "escape")
        assert _debriefs(stage) == []
        await stage.app.show(await stage.app.opening.debrief(stage.hosted.session, "Ben"))
        await stage.app.press("ctrl+l")
        stage.app.row_list("choices").mark("mine")
        await stage.app.press("enter")
        assert _debriefs(stage) == [""]


def _debriefs(stage: Stage) -> list[str]:
    """Whose debriefs lie on each other, from below."""
    screens = stage.app.app.screen_stack
    return [each._desk.debrief.lens for each in screens if isinstance(each, DebriefScreen)]


async def test_two_people_debrief_one_session_apart(home: Path) -> None:
    """Another's lens begins empty; both stand side by side once they are saved."""
    async with debriefing(home, (80, 24)) as stage:
        await write(stage, "learned", "They waited")
        await stage.app.press("ctrl+s", "ctrl+l")
        assert "type it" in stage.app.text()
        await stage.app.press("B", "e", "n", "enter")
        assert "second lens: Ben" in stage.app.panel("about")
        assert editors(stage)["learned"].text == ""
        await write(stage, "learned", "They talked")
        await stage.app.press("ctrl+s", "escape")
        assert editors(stage)["learned"].text == "They waited"
        await stage.app.press("ctrl+l", "down", "enter")
        assert isinstance(stage.app.app.screen, LensesScreen)
        for told in ("1 of 1 differ", "They waited", "They talked", "Mine", "Ben"):
            assert told in stage.app.text(), told
        await stage.app.press("d", "pagedown", "up", "escape")
        assert isinstance(stage.app.app.screen, DebriefScreen)
