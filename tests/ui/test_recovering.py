"""Recovering from an overrun: previewed, applied, and taken back without a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.sessions.session import Stage as PartStage
from facilitui.screens.live import LiveScreen
from facilitui.widgets.live_recovery import NOTHING_GIVES
from tests.core.making import agenda, part, timeless
from tests.ui.driving import HOSTILE, SIZES
from tests.ui.hosting import hosted, kinds, log
from tests.ui.overruns import BLOCKS, SHORTER, dialog, marked, on_stage, overrun

LATER = "Ask the group to end at"
SAYS = "We are 6 minutes behind, so what comes next is a little shorter."


async def test_six_minutes_are_previewed_applied_and_taken_back(home: Path) -> None:
    """What is previewed is what comes of it; `u` leaves everything exactly as it was."""
    async with on_stage(home) as stage:
        await overrun(stage)
        before, agenda_before = timeless(stage.state), stage.app.rows("agenda")
        await stage.app.press("r")
        assert "6 minutes past the planned end, 16:20" in stage.app.panel("head")
        assert marked(stage) == SHORTER and "6 min won, ends 16:20 (±0)" in stage.app.rows("offers")
        after = stage.app.panel("after")
        assert "Ends 16:26 → 16:20 (±0)" in after
        assert "20 → 16 ▾ shorter" in after and "10 → 8 ▾ shorter" in after
        assert SAYS in " ".join(stage.app.panel("said").split())
        assert timeless(stage.state) == before
        await stage.app.press("enter")
        assert [run.minutes for run in stage.state.runs] == [10, 16, 5, 5, 8]
        assert "now ends 16:20" in stage.app.panel("head")
        assert stage.app.notice == "What is ahead is shorter: ends 16:20. u takes it back"
        await stage.app.press("u")
        assert timeless(stage.state) == before and stage.app.rows("agenda") == agenda_before
        assert stage.app.notice == "taken back: the recovery"
        assert kinds(home)[-2:] == ["recovery_applied", "key_taken_back"]


async def test_escape_leaves_everything_as_it_is(home: Path) -> None:
    """Looking costs nothing."""
    async with on_stage(home) as stage:
        await overrun(stage)
        count = len(log(home))
        await stage.app.press("r", "down", "down", "pagedown")
        await stage.app.press("escape")
        assert stage.app.app.screen is stage.screen and len(log(home)) == count


async def test_leaving_a_block_out_tells_what_the_goals_lose(home: Path) -> None:
    """In the list, and in the preview with a glyph, a word and a nought."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r", "down")
        while marked(stage) != "Leave out share":
            await stage.app.press("down")
        assert "! G2 loses its only action" in stage.app.rows("offers")
        assert "10 → 0 ✕ left out" in stage.app.panel("after")
        await stage.app.press("enter")
        assert stage.state.runs[-1].stage is PartStage.SKIPPED
        assert stage.app.notice.startswith("One block is left out: ends 16:")


async def test_a_later_end_is_asked_for(home: Path) -> None:
    """The last way: nothing gets shorter, and the planned end moves."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r", *["down"] * 9)
        assert marked(stage).startswith(LATER) and "no time won" in stage.app.rows("offers")
        assert "Planned end 16:20 → 16:26" in stage.app.panel("after")
        assert "May we end at 16:26 instead of 16:20?" in stage.app.panel("said")
        await stage.app.press("enter")
        assert stage.app.notice == "The end is moved: ends 16:26. u takes it back"
        assert "16:26 as agreed" in stage.app.panel("head")


async def test_the_choice_stays_while_the_minutes_move(home: Path) -> None:
    """Looked at for two minutes: other figures, the same way marked, and that one is done."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r", *["down"] * 9)
        await stage.move(120)
        dialog(stage).look_again()
        await stage.app.settle()
        assert marked(stage) == f"{LATER} 16:28"
        assert "8 minutes past the planned end" in stage.app.panel("head")
        await stage.app.press("enter")
        assert stage.state.recoveries[0].body.title == f"{LATER} 16:28"


async def test_the_sentence_stands_for_a_minute_or_until_the_next_step(home: Path) -> None:
    """In place of what the step says; the script of the step has both."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r", "enter")
        assert SAYS in " ".join(stage.app.panel("guide").split())
        await stage.app.press("t")
        assert "Say first" in stage.app.panels() and "Welcome to all of you" in stage.app.panels()
        await stage.app.press("escape")
        await stage.move(61)
        assert "Welcome to all of you" in stage.app.panel("guide")
        await stage.app.press("u", "r", "enter", "n")
        assert "behind" not in stage.app.panel("guide")


async def test_a_recovery_is_taken_back_after_other_keys(home: Path) -> None:
    """What came after it stays; it is named by when it was made, and that is one key for `u`."""
    async with on_stage(home) as stage:
        await overrun(stage)
        await stage.app.press("r", "enter", "n", "m")
        await stage.move(60)
        await stage.app.press("r")
        assert "Nothing is late" in stage.app.panel("head")
        assert not marked(stage).startswith("Take back")
        await stage.app.press(*["down"] * 9)
        assert marked(stage) == "Take back the recovery of 15:46"
        assert "min could be won in" in stage.app.panel("head")
        assert "16 → 20 ▴ longer" in stage.app.panel("after")
        await stage.app.press("enter")
        assert [run.minutes for run in stage.state.runs] == [10, 20, 5, 5, 10]
        assert stage.app.notice == "A recovery is taken back: ends 16:26. u takes it back"
        assert len(stage.state.notes) == 1 and stage.state.current == 1
        assert "now ends 16:26 +6 min" in stage.app.panel("head")
        await stage.app.press("u")
        assert stage.app.notice == "taken back: taking back the recovery"
        assert [run.minutes for run in stage.state.runs] == [10, 16, 5, 5, 8]


async def test_in_time_it_tells_what_could_be_won(home: Path) -> None:
    """To be looked at: enter does nothing, and the keys do not offer it."""
    async with on_stage(home) as stage:
        count = len(log(home))
        await stage.app.press("r")
        head = " ".join(stage.app.panel("head").split())
        assert "Nothing is late: it ends by 16:20, as planned." in head
        assert "15 min could be won" in stage.app.rows("offers")
        assert "enter" not in stage.app.panel("foot") and "20 → 10" in stage.app.panel("after")
        await stage.app.press("enter")
        assert dialog(stage) and len(log(home)) == count


async def test_a_break_that_ran_over_can_be_recovered_from(home: Path) -> None:
    """The same key, while people are still away."""
    async with on_stage(home) as stage:
        for minutes in (10, 20, 5):
            await stage.move(minutes * 60)
            await stage.app.press("n")
            if stage.state.now is not None and stage.state.now.stage is PartStage.DIRECTIONS:
                await stage.app.press("n")
        assert stage.state.now is not None and stage.state.now.part.id == "break"
        await stage.move(9 * 60)
        await stage.app.press("r", "enter")
        assert stage.state.runs[-1].minutes == 6 and "ends 16:20" in stage.app.panel("head")


async def test_where_nothing_can_be_done_it_is_said_and_not_offered(home: Path) -> None:
    """In the last step a later end is left, once it is late; after it nothing opens."""
    async with on_stage(home, (160, 40)) as stage:
        assert "r recover" in stage.app.keys_told
        while stage.state.ahead:
            await stage.app.press("n")
        assert stage.state.now is not None
        assert "r recover" not in stage.app.keys_told
        await stage.app.press("r")
        assert stage.app.notice == NOTHING_GIVES and stage.app.app.screen is stage.screen
        await stage.move(60 * 60)
        stage.screen.key_line.clear()
        assert stage.app.keys_told.startswith("n next   r recover")
        await stage.app.press("r")
        assert marked(stage).startswith(LATER)
        await stage.app.press("escape")
        await stage.app.press("n")
        stage.screen.key_line.clear()
        assert stage.state.finished and "r recover" not in stage.app.keys_told
        await stage.app.press("r")
        assert stage.app.notice == NOTHING_GIVES and stage.app.app.screen is stage.screen


async def test_a_narrow_screen_offers_the_key_only_where_it_helps(home: Path) -> None:
    """Late with all done it is not named, though that is still told."""
    async with on_stage(home, (60, 16)) as stage:
        await stage.move(60 * 60)
        assert "r recovers" in stage.app.panel("head")
        while not stage.state.finished:
            await stage.app.press("n")
        head = stage.app.panel("head")
        assert "recovers" not in head and "+10" in head


async def test_before_the_beginning_and_after_the_end_there_is_nothing(home: Path) -> None:
    """It says so, and opens nothing."""
    async with hosted(home, begin=False, blocks=BLOCKS) as stage:
        await stage.app.press("r")
        assert stage.app.notice == "No session is running."
        await stage.app.press("n", "e", "y", "r")
        assert isinstance(stage.app.app.screen, LiveScreen)


@pytest.mark.parametrize("size", [*SIZES[:2], (40, 12), (20, 5), (139, 50), (140, 30)])
async def test_every_size_shows_the_ways_and_the_preview(home: Path, size: tuple[int, int]) -> None:
    """Beside one another, or on a second key where it is narrow; below 60×16 no crash."""
    async with on_stage(home, size) as stage:
        await overrun(stage)
        assert size < (60, 16) or "r recover" in stage.app.text()
        await stage.app.press("r")
        ways = stage.app.text()
        head, *below = ways.split("\n")[1 if size[1] >= 24 else 0 :]
        assert size < (60, 16) or "PRIVATE   ● live" in head
        whole = size[0] < 140  # else it lies clearly within Live
        assert size < (40, 12) or whole == all(
            line[0] + line[-1] in {"┌┐", "││", "└┘"} for line in below
        )
        await stage.app.press("tab")
        preview = stage.app.text()
        if size >= (60, 16):
            for told in ("6 minutes past", SHORTER, "16:20 (±0)", "Say", "enter do it", "escape"):
                assert "PRIVATE" in stage.app.panel("head")
                assert told in ways, told
            assert "Ends 16:26 → 16:20" in preview
            assert ("▾" if size == (80, 24) else "▾ shorter") in preview
            assert "16:02" in preview and ("16:06" in preview) == (size[0] >= 120)
        await stage.app.press("tab")
        assert size < (60, 16) or f"▌ {SHORTER}" in stage.app.text()
        await stage.app.press("down", "up", "enter")
        assert len(stage.state.recoveries) == 1


async def test_titles_are_text(home: Path) -> None:
    """No title of a step or a block is taken for markup, and none breaks the drawing."""
    blocks = (*agenda(part("open", 10)), *agenda(part(HOSTILE.replace("/", "|"), 20, min=10)))
    async with hosted(home, (80, 24), blocks=blocks) as stage:
        await overrun(stage)
        await stage.app.press("r")
        assert "[x] [" in stage.app.panel("after")
        await stage.app.press("down")
        assert "Leave out [x] [" in stage.app.rows("offers")
        await stage.app.press("enter")
        assert len(stage.state.recoveries) == 1 and "[x] [" in stage.app.text()
