"""The one quiet line of the Live screen: what the group is asked, or the host reminded of."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.live_prompts import prompt_now
from facilitui.core.norm_watch import asked_now
from facilitui.widgets.live_view import LiveView


def quiet_lines(view: LiveView, width: int) -> t.Lines:
    """One thing or none; a question about the watched norm goes before a prompt."""
    if not view.hosting or view.read_only:
        return []
    norm = view.state.watched_norm
    if norm is not None and asked_now(view.state, view.elapsed) is not None:
        key = view.hint("A", "answers")
        return _asked(f"How are we doing with: {norm.text}", key, width)
    prompt = prompt_now(view.state, view.elapsed, view.hushed)
    if prompt is None:
        return []
    return [t.spread(t.join(t.soft("› "), t.ink(prompt.words)), view.hint("X", "away"), width)]


def _asked(question: str, key: Content, width: int) -> t.Lines:
    """A question and the key that answers it, in two lines where one is too short."""
    whole = t.plain(question, t.INK)
    if whole.cell_length + key.cell_length + 2 <= width:
        return [t.spread(whole, key, width)]
    first, *rest = t.wrapped(question, width)
    return [first, t.spread(t.join(*rest[:1], t.ELLIPSIS if rest[1:] else ""), key, width)]
