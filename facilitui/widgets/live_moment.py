"""Under the clock of the Live screen: whose turn it is, a wait, and what the moment asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from textual.content import Content

from facilitui import text as t
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.punctuality import kept_time
from facilitui.core.sessions.seats import presenter_seat, presenter_told, seat_told, turn_seat
from facilitui.core.sessions.session import PartRun, Stage
from facilitui.core.sessions.timing import Pace, Turn, remaining
from facilitui.core.told import figure, nearest, whole_seconds
from facilitui.core.vocabulary import BlockKind
from facilitui.widgets.live_view import LiveView

AT_THE_END = (("n", "starts"), ("+", "one more minute"))
"""What there is to choose from once a break is over, besides recovering where it is late."""
WAITED = len("waited 99 s · you can wait")
"""The column of what is said of a wait, so that the bar beside it stays as long."""


def moment_lines(view: LiveView, width: int) -> t.Lines:
    """What is to be known or done at this moment: one line or two, a wait in the last of them."""
    found = list(_found(view, width))
    if view.run is not None and view.state.wait is not None:
        found = [*found[:1], _wait_line(view, width)]
    return [t.fitted(line, width) for line in found] or [t.BLANK]


def _found(view: LiveView, width: int) -> Iterator[Content]:
    run = view.run
    if run is None:
        yield from _between(view)
        return
    if view.turn is not None:
        yield _turn_line(view, run, view.turn, width)
    elif view.block_kind is BlockKind.BREAK and view.pace is Pace.OVER:
        yield from _choices(view, width)
    elif view.block_kind is BlockKind.BREAKOUT and view.pace is not Pace.STEADY:
        yield from _call_back(view, run, width)
    elif seat := presenter_told(run.part, view.sizes):
        yield t.spread(t.ink(seat), _offer(view, run), width)
    elif view.state.wait is None:
        yield _offer(view, run)


def _choices(view: LiveView, width: int) -> t.Lines:
    """The keys that matter at the end of a break, in one line where there is room."""
    if not view.obeys:
        return []
    hints = [view.hint(*each) for each in AT_THE_END]
    recovers = [view.hint("r", "recovers")] if view.is_late else []
    whole = _dotted([*hints, *recovers])
    return [whole] if whole.cell_length <= width else [_dotted(hints), *recovers]


def _dotted(pieces: t.Lines) -> Content:
    return t.soft(" · ").join(pieces)


def _between(view: LiveView) -> Iterator[Content]:
    if view.ready is not None:
        minutes = sum(block.minutes for block in view.ready.blocks)
        ends = t.clock(view.now + timedelta(minutes=minutes))
        yield t.soft(f"{figure(minutes)} min, ends {ends} if it begins now")
    elif view.state.ended_at is not None:
        facts = session_facts(view.state)
        yield t.ink(kept_time(facts.started_late, facts.ended_late, facts.after_agreed, facts.free))
        if view.written:
            yield t.ink(view.written)


def _turn_line(view: LiveView, run: PartRun, turns: Turn, width: int) -> Content:
    """Which turn the figures are of, and whose; for a moment after a change, who speaks now."""
    part = run.part
    seat = turn_seat(part, turns.number, turns.of)
    who = seat_told(seat, view.sizes) if seat else ""
    number = f"turn {turns.number} of {turns.of}"
    if turns.just_changed and not view.state.paused:
        return t.join(t.strong("⇄ CHANGE"), t.ink(f"   {who or number} now"))
    words = t.join(t.ink(number), t.soft(f"   {who}"))
    presenter = f"presenter: seat {presenter_seat(part)}" if presenter_seat(part) else ""
    room = width - words.cell_length - 2
    return t.spread(words, t.soft(presenter if len(presenter) <= room else ""), width)


def _call_back(view: LiveView, run: PartRun, width: int) -> Iterator[Content]:
    """Groups that work apart hear when to come back, and how it is said."""
    minutes = max(0, int(nearest(remaining(run, view.elapsed) / 60)))
    left = f"{minutes} min" if minutes else "now"
    yield t.spread(
        t.join(t.accent("↩ "), t.ink(f"call them back: {left}")), view.hint("y", "copies"), width
    )
    say = f"{t.plural(minutes, 'minute')}, then back here" if minutes else "Please come back now"
    yield t.strong(f"“{say}.”")


def _offer(view: LiveView, run: PartRun) -> Content:
    """A step that asks something offers a wait, until one was opened in it."""
    asks = run.part.question is not None and run.stage is Stage.RUNNING and not view.state.paused
    waited = any(wait.part == run.part.id for wait in view.state.waits)
    offered = asks and not waited and view.state.wait is None
    return view.hint("w", "when you have asked") if offered else t.BLANK


def _wait_line(view: LiveView, width: int) -> Content:
    wait = view.state.wait
    if wait is None:
        return t.BLANK
    waited = max(0.0, view.elapsed - wait.began)
    seconds = t.ink(f"waited {whole_seconds(waited)} s")
    told = t.join(seconds, t.soft(" · you can wait"))
    words = t.join("  ", t.right(told, max(WAITED, told.cell_length)))
    room = max(8, width - words.cell_length)
    target = max(1, round(room * 0.6))
    grown = min(room, round(target * waited / max(1.0, wait.target_seconds)))
    bar = [("━" if i < grown else "─", t.SOFT if i < grown else t.RULE) for i in range(room)]
    bar[target] = ("┿" if grown > target else "┼", t.INK)
    return t.join(*(t.plain(each, style) for each, style in bar), words)
