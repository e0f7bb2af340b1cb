"""Beside the clock of the Live screen: what to say, what is next, what was kept."""

from __future__ import annotations

from datetime import timedelta

from facilitui import text as t
from facilitui.core.facts import SessionFacts, session_facts
from facilitui.core.session import NoteKind, PartRun
from facilitui.core.side_by_side import groups_told
from facilitui.core.vocabulary import BlockKind, Silence, Who
from facilitui.core.voices import tally
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.rehearsal_view import outcome_lines

LABEL, NARROW_LABEL = 8, 6
"""The column that text begins in behind its label."""
_LISTENING = {
    Silence.PRESENTER: "presenter listens",
    Silence.GROUP: "group listens",
    Silence.TURN: "one voice at a time",
}


def label_width(view: LiveView) -> int:
    """Where text begins; nearer to its label where the agenda leaves little room beside it."""
    return NARROW_LABEL if 80 <= view.width < 120 else LABEL


def guide_lines(view: LiveView, width: int, height: int) -> t.Lines:
    """What to say, who speaks, what to watch: as much as there is room for."""
    if view.notes_shown and 80 <= view.width < 120:
        return t.clipped(note_lines(view, width), height, width)
    if view.read_only:
        return t.clipped(t.wrapped(view.read_only, width), height, width)
    run, label = view.run, label_width(view)
    room = width - label
    say = t.wrapped(f"“{view.say}”", room, f"bold {t.INK}") if view.say else []
    if run is None:
        return [*t.labelled("Say", say, label), *_before_lines(view, width)][:height]
    part = run.part
    groups = groups_told(view.block, view.state.attendance)
    who = [t.fitted(t.ink(group), room) for group in groups] or t.wrapped(_who(view, run), room)
    if len(say) + len(who) > height:
        who = t.clipped(who, max(1, height - len(say)), room)
    spare = height - len(who)
    lines = t.labelled("Say", _read_on(say, spare, room), label) if spare > 1 else []
    if lines and len(lines) + len(who) < height:
        lines.append(t.BLANK)
    lines += t.labelled("Who", who, label)
    watch = t.labelled("Watch", t.wrapped(part.watch, room), label) if part.watch else []
    if watch and height - len(lines) > len(watch):
        lines += [t.BLANK, *watch]
    return lines[:height]


def _read_on(lines: t.Lines, count: int, room: int) -> t.Lines:
    """At most so many lines; where there are more, the last one names the key that shows all."""
    if len(lines) <= count:
        return lines
    key = t.join(t.soft(" … "), t.strong("t"))
    return [*lines[: count - 1], t.join(t.fitted(lines[count - 1], room - key.cell_length), key)]


def _who(view: LiveView, run: PartRun) -> str:
    lead = view.state.lead_of(run)
    if run.part.who is Who.FACILITATOR and lead:
        return lead
    words = run.part.who.label
    if listening := _LISTENING.get(run.part.silence):
        words += f"; {listening}"
    return f"{words}, led by {lead}" if lead else words


def _ended_lines(view: LiveView, facts: SessionFacts, width: int) -> t.Lines:
    label = label_width(view)
    room = width - label
    kept = [
        t.plural(len(facts.waits), "wait"),
        t.plural(facts.count(NoteKind.MARK), "mark"),
        t.plural(facts.count(NoteKind.CAPTURE), "capture"),
        f"{facts.count(NoteKind.PARKED)} parked",
    ]
    ran = f"{facts.ran:.0f} of {facts.planned:g} min"
    return [
        *t.labelled("Ran", t.wrapped(ran, room), label),
        *t.labelled("Kept", t.wrapped(" · ".join(kept), room), label),
    ]


def _before_lines(view: LiveView, width: int) -> t.Lines:
    if view.state.ended_at is not None:
        facts = session_facts(view.state)
        return outcome_lines(facts, width) if view.rehearsed else _ended_lines(view, facts, width)
    if view.ready is None:
        return []
    plan, label = view.ready.plan, label_width(view)
    lines: t.Lines = []
    if plan.purpose:
        lines += t.labelled("Why", t.wrapped(plan.purpose, width - label), label)
    here = f"{view.ready.attendance} expected" if view.ready.attendance else "not told yet"
    lines += t.labelled("Here", [t.join(t.ink(here), t.soft("   l changes it"))], label)
    return lines


def next_lines(view: LiveView, width: int) -> t.Lines:
    """What comes after this."""
    if view.state.ended_at is not None:
        return []
    parts = [run.part for run in view.state.ahead]
    if view.ready is not None:
        parts = [part for block in view.ready.blocks for part in block.parts]
    label = label_width(view)
    if not parts:
        words = "the end" if view.state.running else ""
        return t.labelled("Next", [t.ink(words)], label) if words else []
    part = parts[0]
    about = f"{t.minutes(part.minutes)} min" + (", silent" if part.silent else "")
    room = width - label
    name = part.title if len(part.title) + len(about) + 2 <= room else part.label
    if part.silent and len(name) + len(about) + 2 > room:
        about = f"{t.minutes(part.minutes)} min ⌁"
    return t.labelled("Next", [t.spread(t.ink(name), t.soft(about), room)], label)


def side_lines(view: LiveView, width: int) -> t.Lines:
    """The norm to watch, and what was kept so far."""
    lines: t.Lines = [t.heading("Norm to watch"), *_watched(view, width), t.BLANK, t.BLANK]
    if view.run is not None and _is_norms(view, view.run.part.block):
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
    if state.gaps:
        gone = sum(gap.seconds for gap in state.gaps) / 60
        words = f"{gone:.0f} min without the program, counted"
        lines += [t.BLANK, *t.wrapped(words, width, t.SOFT)]
    lines.append(t.BLANK)
    if not view.notes_shown:
        key = t.join(t.strong("k"), view.hint(" shows what they say"))
        return [*lines, key] if view.hosting else lines
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


def live_script(view: LiveView) -> tuple[str, str]:
    """A title and all that is written for the step: what to say, show and watch, and norms."""
    run = view.run
    parts = [part for block in view.ready.blocks for part in block.parts] if view.ready else []
    part = run.part if run is not None else parts[0] if parts else None
    if part is None:
        return "Nothing is running", "There is no step to read."
    pairs = (
        ("Say first", view.said_first),
        ("Say", part.say),
        ("Show the room", part.show),
        ("Watch", part.watch),
    )
    told = [f"{label}\n{text}" for label, text in pairs if text]
    if groups := groups_told(view.block, view.state.attendance):
        told.append("Groups\n" + "\n".join(groups))
    norms = view.ready.norms if view.ready else view.state.norms
    if norms and _is_norms(view, part.block):
        told.append("Norms\n" + "\n".join(f"· {norm.text}" for norm in norms))
    return part.title, "\n\n".join(told) or "Nothing is written for this step."


def _is_norms(view: LiveView, block_id: str) -> bool:
    blocks = view.ready.blocks if view.ready else view.state.blocks
    return any(block.id == block_id and block.kind is BlockKind.NORMS for block in blocks)
