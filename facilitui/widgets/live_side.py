"""At the side of the Live screen: the norm to watch, and what was kept so far."""

from __future__ import annotations

from datetime import timedelta

from facilitui import text as t
from facilitui.core.debriefs.sorting import note_told
from facilitui.core.sessions.session import NoteKind
from facilitui.core.sessions.voices import tally
from facilitui.core.told import unhosted
from facilitui.widgets.live_view import LiveView


def side_lines(view: LiveView, width: int) -> t.Lines:
    """The norm to watch, and what was kept so far."""
    lines: t.Lines = [
        t.heading("Norm to watch"),
        *(watched_lines(view, width) or [t.soft("none chosen")]),
        t.BLANK,
        t.BLANK,
    ]
    if view.run is not None and view.is_norms(view.run.part.block):
        own = view.state.own_norms
        told = (n.text + "  (our own)" if n.id in own else n.text for n in view.state.norms)
        return [t.heading("Norms"), *(line for each in told for line in t.wrapped(each, width))]
    if view.ready is not None:
        norms = t.plural(len(view.ready.norms), "norm")
        return [*lines, t.heading("Ready"), t.ink(f"{norms} to agree on")]
    state = view.state
    counts = (
        ("Marks", len(state.notes_of(NoteKind.MARK))),
        ("Captures", len(state.notes_of(NoteKind.CAPTURE))),
        ("Parked", len(state.notes_of(NoteKind.PARKED))),
        ("Waits marked", len([wait for wait in state.waits if not wait.dropped])),
        ("Norms called on", len(state.invoked)),
        *([("Voices heard", tally(state).heard)] if state.voices else []),
    )
    lines.append(t.heading("So far"))
    lines += [t.spread(t.ink(name), t.ink(count), width) for name, count in counts]
    if state.gaps and state.ended_at is None:
        words = unhosted(sum(gap.seconds for gap in state.gaps))
        lines += [t.BLANK, *t.wrapped(words, width, t.SOFT)]
    lines.append(t.BLANK)
    if not view.notes_shown:
        named = view.hosting and not view.typing
        return [*lines, t.key("k", "shows what they say")] if named else lines
    return [*lines, *note_lines(view, width)]


def watched_lines(view: LiveView, width: int) -> t.Lines:
    """The norm to watch; nothing where none is chosen."""
    ready = view.ready
    norms = ready.norms if ready else view.state.norms
    watched = (ready.plan.norms.watch or "") if ready else view.state.watched
    norm = next((norm for norm in norms if norm.id == watched), None)
    return t.wrapped(norm.text, width) if norm else []


def note_lines(view: LiveView, width: int) -> t.Lines:
    """Marks, captures and what was parked, the newest first."""
    lines: t.Lines = [t.spread(t.heading("Kept for later"), t.key("k", "hides"), width)]
    for note in reversed(view.state.notes):
        began = view.state.began_at or view.now
        when = t.clock((began + timedelta(seconds=note.elapsed)).astimezone(view.now.tzinfo))
        lines += t.labelled(when, t.wrapped(note_told(note), width - 6), 6)
    return lines if len(lines) > 1 else [*lines, t.soft("nothing yet")]
