"""The one quiet line of the Live screen: what the group is asked, or the host reminded of."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.sessions.live_prompts import prompt_now
from facilitui.core.sessions.norm_watch import asked_now
from facilitui.widgets.live_view import LiveView

SHORTEST = 2
"""Lines of a question that are shown, if any are."""


def quiet_now(view: LiveView) -> tuple[str, Content] | None:
    """What there is to say quietly, and its key: a question about the watched norm goes first."""
    if not view.hosting or view.read_only:
        return None
    norm = view.state.watched_norm
    if norm is not None and asked_now(view.state, view.elapsed) is not None:
        return f"How are we doing with: {norm.text}", view.hint("A", "answers")
    prompt = prompt_now(view.state, view.elapsed, view.hushed)
    return (f"› {prompt.words}", view.hint("X", "away")) if prompt is not None else None


def quiet_lines(told: str, key: Content, width: int, room: int, needed: int) -> t.Lines:
    """It in whole words, with its key at the end.

    The room is shared with what needs so many lines of it. A long question is cut rather than
    that; where it would leave that no line at all it gives way whole.
    """
    lines = t.wrapped(told, width)
    if lines[-1].cell_length + key.cell_length + 2 > width:
        lines.append(t.BLANK)
    *first, last = t.clipped(lines, max(SHORTEST, room - needed), width - key.cell_length - 2)
    return [*first, t.spread(last, key, width)] if len(first) + 1 < room else []
