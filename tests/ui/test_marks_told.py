"""The debrief's marks: when each was kept and in which step, where one was running."""

from __future__ import annotations

from pathlib import Path

from facilitui.core.sessions import moves
from tests.ui.debriefing import NOTES, reopen
from tests.ui.driving import HOSTILE
from tests.ui.hosting import hosted


async def test_a_line_kept_after_the_last_step_names_none(home: Path) -> None:
    """No brackets with nothing in them, and nothing but the line behind its time."""
    async with hosted(home) as stage:
        await stage.hosted.do(moves.capture(f"{HOSTILE} within"))
        part = stage.state.now
        while not stage.state.finished:
            await stage.hosted.do(moves.forward)
        await stage.hosted.do(moves.capture("afterwards"))
        await stage.hosted.do(moves.end)
        await stage.app.press("escape")
        await reopen(stage)
        await stage.app.press(NOTES)
        shown = stage.app.panels()
        told = [line.rstrip() for line in shown.splitlines() if "afterwards" in line]
        assert told and told[0].endswith("afterwards") and "()" not in shown
        assert part is not None and f"within {part.part.title}" in " ".join(shown.split())
