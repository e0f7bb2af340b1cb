"""Going to any part of the agenda, chosen from all of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from facilitui import text as t
from facilitui.core.sessions.jumping import jump
from facilitui.core.sessions.session import PartRun, Stage
from facilitui.core.sessions.timing import forecast
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.live.presses import NO_STEP, Press
from facilitui.widgets.live_view import LiveView

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

_GLYPHS = {
    Stage.AHEAD: "·",
    Stage.DIRECTIONS: "▶",
    Stage.RUNNING: "▶",
    Stage.DONE: "✓",
    Stage.SKIPPED: "–",
}
HERE = "That part is the one you are in."


def parts_dialog(view: LiveView) -> ChooseDialog:
    """All parts: what was done and left out, the one that runs, what is ahead with its times."""
    mark = view.run.part.id if view.run is not None else ""
    return ChooseDialog("Go to which part?", list(_choices(view)), mark)


def _choices(view: LiveView) -> Iterator[Choice]:
    ahead = forecast(view.state, view.elapsed, view.now, view.now.tzinfo)
    times = {each.run.part.id: f"{t.clock(each.start)}–{t.clock(each.end)}" for each in ahead}
    for run in view.state.runs:
        yield Choice(
            run.part.id,
            f"{_GLYPHS[run.stage]} {run.part.label}",
            _about(view, run, times.get(run.part.id, "")),
            f"{t.minutes(run.minutes)} min",
        )


def _about(view: LiveView, run: PartRun, times: str) -> str:
    if run.stage is Stage.SKIPPED:
        return "left out"
    if run.began is None:
        return times
    began = (view.state.began_at or view.now) + timedelta(seconds=run.began)
    at = t.clock(began.astimezone(view.now.tzinfo))
    ran = f"ran {t.ran(run.seconds(view.elapsed) / 60)}"
    return {Stage.DONE: f"{ran}, began {at}", Stage.AHEAD: f"{ran}, {times}"}.get(
        run.stage, f"now, since {at}"
    )


async def jump_to_a_part(screen: LiveScreen) -> None:
    """Choose a part and go there."""

    async def go(part: str | None) -> None:
        if part is not None:
            await screen.press(Press(jump(part), nothing=HERE))

    if screen.hosted.state.running:
        screen.app.push_screen(parts_dialog(screen.view()), go)
    else:
        screen.tell(NO_STEP)
