"""The clock of the Live screen: where we are, how long, and what that means."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.punctuality import until_start
from facilitui.core.session import Stage
from facilitui.core.starting import NEAR
from facilitui.core.timing import Pace, remaining, step_end
from facilitui.core.vocabulary import BlockKind
from facilitui.widgets.digits import ROWS
from facilitui.widgets.larger_digits import largest
from facilitui.widgets.live_moment import moment_lines
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
            return [t.soft("That was the last step"), t.strong(_to_end(view))]
        return [t.soft("Nothing is planned"), t.strong(_to_end(view))]
    number, of, block = view.place
    part, room = view.run.part, width if view.width >= 80 else width - 9
    name = part.title if len(part.title) <= room else part.label
    where = f"Step {number} of {of}, {block}" if of > 1 else "Block"
    if width < 60 and view.width < 80:
        place = f"{number} of {of}" if of > 1 else ""
        return [t.spread(t.strong(name), t.soft(place), width)]
    return [t.fitted(t.soft(where), width), t.fitted(t.strong(name), width)]


def _to_end(view: LiveView) -> str:
    own = view.hosting and not view.read_only
    return "n ends the session" if own else "The host ends the session"


def clock_lines(view: LiveView, width: int, high: int = ROWS) -> t.Lines:
    """The figures, in at most so many rows, the line of progress, and what they mean."""
    figures, style = _figures(view)
    rows = largest(figures, width, max(high, ROWS))
    return [
        *(t.plain(row, style) for row in (rows if rows[1:] else ["", "", *rows, "", ""])),
        _progress(view, width),
        t.fitted(_meaning(view, width), width),
        *moment_lines(view, width),
    ]


def _figures(view: LiveView) -> tuple[str, str]:
    run = view.run
    if run is None:
        return t.clock(view.ends if view.state.ended_at else view.now), t.SOFT
    if view.block_kind is BlockKind.BREAK:
        over = view.pace is Pace.OVER
        return t.clock(step_end(run, view.elapsed, view.now)), t.MARK if over else t.INK
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
        return t.spread(words, view.hint("n", "starts the clock"), width)
    ends = t.clock(step_end(run, view.elapsed, view.now))
    left = remaining(run, view.elapsed)
    if view.state.paused:
        words = t.join(t.accent("‖ "), t.strong("PAUSED"), t.ink(f"   left {length}"))
        return t.spread(words, view.hint("space", "goes on"), width)
    if view.block_kind is BlockKind.BREAK:
        return _break(view, ends, left, width)
    if view.pace is Pace.OVER:
        words = t.join(t.accent("◉ OVER"), t.ink(f"   past {t.minutes(run.minutes)} min"))
        return t.spread(words, t.soft(f"was {ends}"), width)
    mark = t.BLANK
    if view.pace is Pace.SOON:
        mark = t.join(t.accent("◔ SOON"), "   ")
    elif run.part.silent:
        mark = t.join(t.soft("⌁ "), t.strong("SILENT"), "   ")
    return t.spread(t.join(mark, t.ink(f"left {length}")), t.soft(f"ends {ends}"), width)


def _break(view: LiveView, ends: str, left: float, width: int) -> Content:
    """The figures say when people are back; here is how long that is, or how long it was ago."""
    if view.pace is Pace.OVER:
        words = t.join(t.accent("◉ OVER"), t.ink(f"   by {t.countdown(-left)}"))
        return t.spread(words, t.soft(f"due back {ends}"), width)
    mark = t.join(t.accent("◔ SOON"), "   ") if view.pace is Pace.SOON else t.BLANK
    words = t.join(mark, t.strong(f"back at {ends}"))
    return t.spread(words, t.soft(f"{t.countdown(left)} left"), width)


def _between(view: LiveView) -> Content:
    if view.ready is not None:
        return _planned_start(view)
    if view.state.ended_at is not None:
        return t.soft(view.afterwards)
    return view.hint("b", "goes back to the step before")


def _planned_start(view: LiveView) -> Content:
    """When it was to begin, and how far off that is; only the day where it is another one."""
    start = view.ready.plan.start if view.ready is not None else None
    if start is None:
        return t.soft("no start is planned")
    moment = start.replace(tzinfo=view.now.tzinfo)
    if abs(moment - view.now) > NEAR:
        return t.soft(f"planned {t.day(moment)} {t.clock(moment)}")
    apart = until_start(moment, view.now)
    return t.join(t.soft(f"planned {t.clock(moment)} · "), t.ink(apart))
