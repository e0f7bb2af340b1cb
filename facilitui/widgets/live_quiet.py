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
        return _asked(f"How are we doing with: {norm.text}", width)
    prompt = prompt_now(view.state, view.elapsed, view.hushed)
    if prompt is None:
        return []
    return [t.spread(t.join(t.soft("› "), t.ink(prompt.words)), _key("X", "away"), width)]


def _asked(question: str, width: int) -> t.Lines:
    """A question and the key that answers it, in two lines where one is too short."""
    key = _key("o", "answers")
    whole = t.plain(question, t.INK)
    if whole.cell_length + key.cell_length + 2 <= width:
        return [t.spread(whole, key, width)]
    first, *rest = t.wrapped(question, width)
    return [first, t.spread(t.join(*rest[:1], t.ELLIPSIS if rest[1:] else ""), key, width)]


def _key(key: str, does: str) -> Content:
    return t.join(t.strong(key), t.soft(f" {does}"))
