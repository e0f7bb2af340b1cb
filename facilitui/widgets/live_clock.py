"""The clock of the Live screen: where we are, how long, and what that means."""

from __future__ import annotations

from datetime import timedelta

from textual.content import Content

from facilitui import text as t
from facilitui.core.session import Stage
from facilitui.core.timing import Pace, remaining, step_end, turn
from facilitui.widgets.digits import big, big_width
from facilitui.widgets.live_view import LiveView


def title_lines(view: LiveView, width: int) -> t.Lines:
    """Where we are."""
    if view.ready is not None:
        title = t.wrapped(view.ready.plan.title, width, "bold $ink")
        return [t.soft("Ready to begin"), *t.clipped(title, 1, width)]
    if view.run is None:
        if view.state.ended_at is not None:
            return [t.soft("The session is over"), t.strong("Ended")]
        if view.state.runs:
            return [t.soft("That was the last step"), t.strong("n ends the session")]
        return [t.soft("Nothing is planned"), t.strong("n ends the session")]
    number, of, block = view.place
    part, room = view.run.part, width if view.width >= 80 else width - 9
    name = part.title if len(part.title) <= room else part.label
    where = f"Step {number} of {of}, {block}" if of > 1 else "Block"
    if width < 60 and view.width < 80:
        place = f"{number} of {of}" if of > 1 else ""
        return [t.spread(t.strong(name), t.soft(place), width)]
    return [t.fitted(t.soft(where), width), t.fitted(t.strong(name), width)]


def clock_lines(view: LiveView, width: int) -> t.Lines:
    """The figures, the line of progress, and what they mean."""
    figures, style = _figures(view)
    rows = big(figures) if big_width(figures) <= width else ["", "", figures, "", ""]
    return [
        *(t.plain(row, style) for row in rows),
        _progress(view, width),
        t.fitted(_meaning(view, width), width),
        _wait_line(view, width),
    ]


def _figures(view: LiveView) -> tuple[str, str]:
    run = view.run
    if run is None:
        moment = (
            view.state.ended_at.astimezone(view.now.tzinfo) if view.state.ended_at else view.now
        )
        return t.clock(moment), t.SOFT
    left = t.countdown(remaining(run, view.elapsed))
    if view.pace is not Pace.STEADY and not view.state.paused:
        return left, t.MARK
    quiet = run.part.silent or run.stage is Stage.DIRECTIONS or view.state.paused
    return left, t.SOFT if quiet else t.INK


def _progress(view: LiveView, width: int) -> Content:
    run = view.run
    if run is None or not run.minutes:
        return t.rule(width)
    share = min(1.0, run.seconds(view.elapsed) / (run.minutes * 60))
    done = round(width * share)
    style = t.SOFT if run.part.silent and view.pace is Pace.STEADY else t.MARK
    return t.join(t.plain("━" * done, style), t.rule(width - done))


def _meaning(view: LiveView, width: int) -> Content:
    run = view.run
    if run is None:
        return _between(view)
    length = f"of {t.minutes(run.minutes)} min"
    if run.stage is Stage.DIRECTIONS:
        spent = t.countdown(run.direction_seconds(view.elapsed))
        words = t.join(t.accent("→ "), t.strong("DIRECTIONS"), t.soft(f" {spent}"))
        return t.spread(words, t.soft("n starts the clock"), width)
    ends = t.clock(step_end(run, view.elapsed, view.now))
    if view.state.paused:
        words = t.join(t.accent("‖ "), t.strong("PAUSED"), t.ink(f"   left {length}"))
        return t.spread(words, t.soft("space goes on"), width)
    if view.pace is Pace.OVER:
        words = t.join(t.accent("◉ OVER"), t.ink(f"   past {t.minutes(run.minutes)} min"))
        return t.spread(words, t.soft(f"was {ends}"), width)
    mark = t.BLANK
    if view.pace is Pace.SOON:
        mark = t.join(t.accent("◔ SOON"), "   ")
    elif run.part.silent:
        mark = t.join(t.soft("⌁ "), t.strong("SILENT"), "   ")
    words = t.join(mark, t.ink(f"left {length}"))
    if now_turn := turn(run, view.elapsed):
        left = t.countdown(now_turn.left)
        words = t.join(words, t.soft(f"   turn {now_turn.number} of {now_turn.of}, {left}"))
    return t.spread(words, t.soft(f"ends {ends}"), width)


def _between(view: LiveView) -> Content:
    if view.ready is not None:
        minutes = sum(block.minutes for block in view.ready.blocks)
        return t.soft(f"{minutes:g} min, ends {t.clock(view.now + timedelta(minutes=minutes))}")
    if view.state.ended_at is not None:
        return t.soft("debrief now, or later from Home")
    return t.soft("b goes back to the step before")


def _wait_line(view: LiveView, width: int) -> Content:
    wait = view.state.wait
    if wait is None:
        return t.BLANK
    waited = max(0.0, view.elapsed - wait.began)
    words = t.join(t.soft("   you can wait  "), t.ink(f"{waited:.0f} s"))
    room = max(8, width - words.cell_length - 6)
    target = max(1, round(room * 0.6))
    grown = min(room, round(target * waited / max(1.0, wait.target_seconds)))
    bar = [("━" if i < grown else "─", t.SOFT if i < grown else t.RULE) for i in range(room)]
    bar[target] = ("┿" if grown > target else "┼", t.INK)
    return t.join(t.soft("Wait  "), *(t.plain(each, style) for each, style in bar), words)
