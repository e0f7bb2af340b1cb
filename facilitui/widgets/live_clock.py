"""The clock of the Live screen: where we are, how long, and what that means."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from facilitui import text as t
from facilitui.core.sessions.punctuality import until_start
from facilitui.core.sessions.seats import presenter_told
from facilitui.core.sessions.session import PartRun, Stage
from facilitui.core.sessions.starting import planned_start
from facilitui.core.sessions.timing import Pace, remaining, step_end
from facilitui.core.told import whole_seconds
from facilitui.core.vocabulary import BlockKind
from facilitui.widgets.digits import ROWS
from facilitui.widgets.larger_digits import largest
from facilitui.widgets.live_moment import moment_lines
from facilitui.widgets.live_view import LiveView

MOST_LINES = ROWS + 4
"""So high the clock of a step may grow: in a break, or by a second thing that the moment asks."""
PLAIN_LINES = ROWS + 3
"""So high it is in a step in which the moment asks for one thing at a time."""


def title_lines(view: LiveView, width: int) -> t.Lines:
    """Where we are."""
    if view.ready is not None:
        title = t.wrapped(view.ready.plan.title, width, "bold $ink")
        return [t.soft("Ready to begin"), *t.clipped(title, 1, width)]
    if view.run is None:
        if view.state.ended_at is not None:
            return [t.soft(f"The {view.what} is over"), t.strong(f"Ended {t.clock(view.ends)}")]
        if view.state.ahead:
            return [t.soft("Between steps"), t.strong(_to_go_on(view))]
        if view.state.runs:
            return [t.soft("That was the last step"), t.strong(_to_end(view))]
        return [t.soft("Nothing is planned"), t.strong(_to_end(view))]
    part, (number, of) = view.run.part, view.place
    where = f"Step {number} of {of}" if view.stepped else f"Block {number} of {of}"
    beside = width < 60 and view.width < 80
    room = width - len(where) - 2 if beside else width
    short = part.model_copy(update={"name": part.short})
    whole = (each.title for each in (part, short) if t.ink(each.title).cell_length <= room)
    name = t.strong(next(whole, part.label))
    if beside:
        return [t.spread(name, t.soft(where), width)]
    block = f", {view.block.title}" if view.block is not None and view.stepped else ""
    return [t.fitted(t.soft(where + block), width), t.fitted(name, width)]


def short_lines(view: LiveView, width: int) -> t.Lines:
    """Where we are and how long in one line, for a window that has no more."""
    if view.run is None:
        return title_lines(view, width)[-1:]
    figures, style = _figures(view)
    paused = t.accent("‖ " if view.state.paused else "")
    told = t.join(paused, t.plain(figures, style), "  ", t.strong(view.run.part.title))
    return [t.fitted(told, width)]


def _to_go_on(view: LiveView) -> str:
    title = view.state.ahead[0].part.title
    return f"n goes on: {title}" if _own(view) else f"The host goes on: {title}"


def _to_end(view: LiveView) -> str:
    return f"n ends the {view.what}" if _own(view) else "The host ends the session"


def _own(view: LiveView) -> bool:
    return view.hosting and not view.read_only


def clock_lines(view: LiveView, width: int, high: int = 0) -> t.Lines:
    """The figures, the line of progress, what they mean, what the moment asks for.

    The figures are five rows high, or larger where all together still has `high` lines. There
    are none once it is over: then it is what to do next that counts.
    """
    meaning, moment = t.fitted(_meaning(view, width), width), moment_lines(view, width)
    if view.state.ended_at is not None:
        return [t.rule(width), meaning, *moment]
    told = [meaning, *moment]
    if view.turn is not None:  # which turn it is that the figures are of
        told = [moment[0], meaning, *moment[1:]]
    above = [t.ink("back at")] if view.returns is not None else []
    figures, style = _figures(view)
    rows = largest(figures, width, max(high - len(above) - len(told) - 1, ROWS))
    drawn = rows if rows[1:] else ["", "", *rows, "", ""]
    return [*above, *(t.plain(row, style) for row in drawn), _progress(view, width), *told]


def room_under(view: LiveView, width: int) -> int:
    """Lines under the clock that it does not take now, but may while this step runs."""
    most = MOST_LINES if view.run is not None and _grows(view, view.run) else PLAIN_LINES
    return max(0, most - len(clock_lines(view, width)))


def _grows(view: LiveView, run: PartRun) -> bool:
    """Whether a step has something to tell under its clock while it waits, or when it is over."""
    part, kind = run.part, view.block_kind
    apart = kind in (BlockKind.BREAK, BlockKind.BREAKOUT)
    return apart or part.turn_minutes is not None or bool(presenter_told(part, view.sizes))


def _figures(view: LiveView) -> tuple[str, str]:
    """What is left: of the turn where there are turns; in a break, when people are back."""
    run = view.run
    if run is None:
        return t.wall_clock(view.now), t.SOFT
    if view.returns is not None:
        return t.clock(view.returns), t.SOFT if view.lost else t.INK
    left = t.countdown(view.turn.left if view.turn else remaining(run, view.elapsed))
    if view.pace is not Pace.STEADY and not view.state.paused and not view.lost:
        return left, t.MARK
    quiet = run.part.silent or run.stage is Stage.DIRECTIONS or view.state.paused or view.lost
    return left, t.SOFT if quiet else t.INK


def _progress(view: LiveView, width: int) -> Content:
    """How much of what the figures are of is over."""
    run = view.run
    if run is None or not run.minutes:
        return t.rule(width)
    share = run.seconds(view.elapsed) / (run.minutes * 60)
    if view.turn is not None:
        share = 1 - view.turn.left / view.turn.length
    done = round(width * min(1.0, share))
    quiet = view.lost or (run.part.silent and view.pace is Pace.STEADY)
    style = t.SOFT if quiet else t.MARK
    return t.join(t.plain("━" * done, style), t.rule(width - done))


def _meaning(view: LiveView, width: int) -> Content:
    run = view.run
    if run is None:
        return _between(view)
    if run.stage is Stage.DIRECTIONS:
        spent = t.countdown(whole_seconds(run.direction_seconds(view.elapsed)))
        words = t.join(t.accent("→ "), t.strong("DIRECTIONS"), t.soft(f" {spent}"))
        return _beside(words, [view.hint("n", "starts the clock")], width)
    left = remaining(run, view.elapsed)
    told = t.ink(_left_told(view, run, left))
    words = t.join(*_marks(view, run, width - told.cell_length), told)
    if view.state.paused:
        return _beside(words, [view.hint("space", "goes on")], width)
    end = t.clock(step_end(run, view.elapsed, view.now))
    over = "due back" if view.block_kind is BlockKind.BREAK else "was"
    when = f"{over if left <= 0 else 'ends'} {end}"
    ends = [] if view.returns is not None else [t.soft(when), t.soft(end)]
    return _beside(words, ends, width)


def _marks(view: LiveView, run: PartRun, room: int) -> Iterator[Content]:
    """What holds now, each with its glyph and its word, and air behind it.

    That what is paused is silent gives way where there is too little room for both.
    """
    if view.state.paused:
        paused = t.join(t.accent("‖ "), t.strong("PAUSED"), "  ")
        silent = t.join(t.soft("⌁ "), t.strong("SILENT"), "  ")
        yield paused
        if run.part.silent and paused.cell_length + silent.cell_length <= room:
            yield silent
        return
    accent = t.soft if view.lost else t.accent
    glyph = {Pace.SOON: "◔ SOON", Pace.OVER: "◉ OVER"}.get(view.pace)
    if glyph is not None:
        yield t.join(accent(glyph), "  ")
    if run.part.silent:
        yield t.join(t.soft("" if glyph else "⌁ "), t.strong("SILENT"), "  ")


def _left_told(view: LiveView, run: PartRun, left: float) -> str:
    """How much is left or past of how much; what is left in figures where no others tell it."""
    if left <= 0:
        told = f"its {t.minutes(run.minutes)} min"
        marked_over = view.pace is Pace.OVER and not view.state.paused and not run.part.silent
        return told if marked_over else f"over {told}"
    if view.returns is not None:
        return f"{t.countdown(left)} left"
    figures = f"{t.countdown(left)} " if view.turn is not None else ""
    return f"{figures}left of {t.minutes(run.minutes)} min"


def _beside(words: Content, ends: list[Content], width: int) -> Content:
    """Words with the first of some ends that has room beside them, else alone."""
    fitting = (end for end in ends if words.cell_length + 2 + end.cell_length <= width)
    return t.spread(words, next(fitting, t.BLANK), width)


def _between(view: LiveView) -> Content:
    if view.ready is not None:
        return _planned_start(view)
    if view.state.ended_at is not None:
        told = (t.strong(f"{key} {words}".strip()) for key, words in view.afterwards)
        return t.soft(" · ").join(told)
    return view.hint("b", "goes back to the step before")


def _planned_start(view: LiveView) -> Content:
    """When it was to begin, and how far off that is; only the day where it is another one."""
    plan = view.ready.plan if view.ready is not None else None
    if plan is None or plan.start is None or view.now.tzinfo is None:
        return t.soft("no start is planned")
    start = planned_start(plan, view.now, view.now.tzinfo)
    if start is None:
        return t.soft(f"planned {t.day(plan.start)} {t.clock(plan.start)}")
    return t.join(t.soft(f"planned {t.clock(start)} · "), t.ink(until_start(start, view.now)))
