"""Beside the clock of the Live screen: what to say, what is next, what was kept."""

from __future__ import annotations

from datetime import timedelta

from facilitui import text as t
from facilitui.core.facts import session_facts
from facilitui.core.session import NoteKind, PartRun
from facilitui.core.vocabulary import Silence, Who
from facilitui.widgets.live_view import LiveView

LABEL = 8
"""The column that text begins in behind its label."""
_LISTENING = {
    Silence.PRESENTER: "presenter listens",
    Silence.GROUP: "group listens",
    Silence.TURN: "one voice at a time",
}


def guide_lines(view: LiveView, width: int, height: int) -> t.Lines:
    """What to say, who speaks, what to watch: as much as there is room for."""
    if view.notes_shown and view.width < 120:
        return t.clipped(note_lines(view, width), height)
    run = view.run
    if run is None:
        return _before_lines(view, width)[:height]
    room = width - LABEL
    part = run.part
    who = t.labelled("Who", t.wrapped(_who(view, run), room), LABEL)
    say = t.wrapped(f"“{part.say}”", room, "bold $ink") if part.say else []
    watch = t.labelled("Watch", t.wrapped(part.watch, room), LABEL) if part.watch else []
    spare = height - len(who) - (1 if height > 6 else 0)
    said = t.labelled("Say", t.clipped(say, max(0, spare)), LABEL) if say and spare > 1 else []
    lines = [*said, *([t.BLANK] if said and height > 6 else []), *who]
    if watch and height - len(lines) > len(watch):
        lines += [t.BLANK, *watch]
    return lines[:height]


def _who(view: LiveView, run: PartRun) -> str:
    lead = view.state.lead_of(run)
    if run.part.who is Who.FACILITATOR and lead:
        return lead
    words = run.part.who.label
    if listening := _LISTENING.get(run.part.silence):
        words += f"; {listening}"
    return f"{words}, led by {lead}" if lead else words


def _ended_lines(view: LiveView, width: int) -> t.Lines:
    facts = session_facts(view.state)
    room = width - LABEL
    kept = [
        t.plural(len(facts.waits), "wait"),
        t.plural(facts.count(NoteKind.MARK), "mark"),
        t.plural(facts.count(NoteKind.CAPTURE), "capture"),
        f"{facts.count(NoteKind.PARKED)} parked",
    ]
    ran = f"{facts.ran:.0f} of {facts.planned:g} min"
    return [
        *t.labelled("Ran", t.wrapped(ran, room), LABEL),
        *t.labelled("Kept", t.wrapped(" · ".join(kept), room), LABEL),
    ]


def _before_lines(view: LiveView, width: int) -> t.Lines:
    if view.state.ended_at is not None:
        return _ended_lines(view, width)
    if view.ready is None:
        return []
    plan = view.ready.plan
    lines: t.Lines = []
    if plan.purpose:
        lines += t.labelled("Why", t.wrapped(plan.purpose, width - LABEL), LABEL)
    here = f"{view.ready.attendance} expected" if view.ready.attendance else "not told yet"
    lines += t.labelled("Here", [t.join(t.ink(here), t.soft("   l changes it"))], LABEL)
    return lines


def next_lines(view: LiveView, width: int) -> t.Lines:
    """What comes after this."""
    if view.state.ended_at is not None:
        return []
    parts = [run.part for run in view.state.ahead]
    if view.ready is not None:
        parts = [part for block in view.ready.blocks for part in block.parts]
    if not parts:
        words = "the end" if view.state.running else ""
        return t.labelled("Next", [t.ink(words)], LABEL) if words else []
    part = parts[0]
    about = f"{t.minutes(part.minutes)} min" + (", silent" if part.silent else "")
    room = width - LABEL
    name = part.title if len(part.title) + len(about) + 2 <= room else part.label
    if part.silent and len(name) + len(about) + 2 > room:
        about = f"{t.minutes(part.minutes)} min ⌁"
    return t.labelled("Next", [t.spread(t.ink(name), t.soft(about), room)], LABEL)


def side_lines(view: LiveView, width: int) -> t.Lines:
    """The norm to watch, and what was kept so far."""
    lines: t.Lines = [t.heading("Norm to watch"), *_watched(view, width), t.BLANK, t.BLANK]
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
    )
    lines.append(t.heading("So far"))
    lines += [t.spread(t.ink(name), t.ink(count), width) for name, count in counts]
    if state.gaps:
        gone = sum(gap.seconds for gap in state.gaps) / 60
        words = f"{gone:.0f} min without the program, counted"
        lines += [t.BLANK, *t.wrapped(words, width, t.SOFT)]
    lines.append(t.BLANK)
    if not view.notes_shown:
        return [*lines, t.join(t.strong("k"), t.soft(" shows what they say"))]
    return [*lines, *note_lines(view, width)]


def _watched(view: LiveView, width: int) -> t.Lines:
    ready = view.ready
    norms = ready.norms if ready else view.state.norms
    watched = (ready.plan.norms.watch or "") if ready else view.state.watched
    norm = next((norm for norm in norms if norm.id == watched), None)
    return t.wrapped(norm.text, width) if norm else [t.soft("none chosen")]


def note_lines(view: LiveView, width: int) -> t.Lines:
    """Marks, captures and what was parked, the newest first."""
    lines: t.Lines = [t.spread(t.heading("Kept for later"), t.soft("k hides"), width)]
    for note in reversed(view.state.notes):
        began = view.state.began_at or view.now
        when = t.clock((began + timedelta(seconds=note.elapsed)).astimezone(view.now.tzinfo))
        words = note.text or "marked"
        kind = "parked: " if note.kind is NoteKind.PARKED else ""
        lines += t.labelled(when, t.wrapped(kind + words, width - 6), 6)
    return lines if len(lines) > 1 else [*lines, t.soft("nothing yet")]
