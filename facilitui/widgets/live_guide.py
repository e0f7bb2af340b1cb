"""Beside the clock of the Live screen: what to say, what is next, what was kept."""

from __future__ import annotations

from datetime import timedelta

from facilitui import text as t
from facilitui.core.facts import SessionFacts, session_facts
from facilitui.core.gaps import gaps_found
from facilitui.core.session import NoteKind, PartRun
from facilitui.core.side_by_side import groups_told
from facilitui.core.starting import Prepared
from facilitui.core.told import unhosted
from facilitui.core.vocabulary import BlockKind, Silence, Who
from facilitui.core.voices import tally
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.rehearsal_view import outcome_lines

UNBROKEN = "\N{NO-BREAK SPACE}"
"""Between a figure and its word, which stay in one line."""
UNLIKE_MOST = 2
"""So much of what will not run as planned is told before the start."""
_LISTENING = {
    Silence.PRESENTER: "presenter listens",
    Silence.GROUP: "group listens",
    Silence.TURN: "one voice at a time",
}


def guide_lines(view: LiveView, width: int, height: int) -> t.Lines:
    """What to say, who speaks, what to watch: as much as there is room for."""
    if view.notes_shown and 80 <= view.width < 120:
        return t.clipped(note_lines(view, width), height, width)
    if view.read_only:
        return t.clipped(t.wrapped(view.read_only, width), height, width)
    run, label = view.run, view.label
    room = width - label
    say = t.wrapped(f"“{view.say}”", room, f"bold {t.INK}") if view.say else []
    if run is None:
        lines = [*t.labelled("Say", say, label), *_before_lines(view, width)]
        return t.clipped(lines, height, width)
    part = run.part
    groups = groups_told(view.block, view.state.attendance)
    who = [t.fitted(t.ink(group), room) for group in groups] or _who(view, run, room)
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
    key = t.join("  ", t.strong("t"))
    *shown, last = t.clipped(lines, count, room - key.cell_length)
    return [*shown, t.join(last, key)]


def _who(view: LiveView, run: PartRun, width: int) -> t.Lines:
    """Who speaks and who leads; of a break that says nothing."""
    lead = view.state.lead_of(run)
    if view.block_kind is BlockKind.BREAK:
        return []
    if run.part.who is Who.FACILITATOR and lead:
        return t.wrapped(lead, width)
    words = run.part.who.label
    if listening := _LISTENING.get(run.part.silence):
        words += f"; {listening}"
    return t.wrapped(f"{words}, led by {lead}" if lead else words, width)


def _ended_lines(view: LiveView, facts: SessionFacts, width: int) -> t.Lines:
    label = view.label
    room = width - label
    kept = [
        t.plural(len(facts.waits), "wait"),
        t.plural(facts.count(NoteKind.MARK), "mark"),
        t.plural(facts.count(NoteKind.CAPTURE), "capture"),
        f"{facts.count(NoteKind.PARKED)} parked",
    ]
    told = " · ".join(piece.replace(" ", UNBROKEN) for piece in kept)
    ran = f"{facts.ran:.0f} of {facts.planned:g} min"
    gaps = f"{gaps_found(facts.gaps)}: decide it in the debrief" if facts.gaps else ""
    return [
        *t.labelled("Ran", t.wrapped(ran, room), label),
        *t.labelled("Kept", t.wrapped(told, room), label),
        *(t.labelled("Gaps", t.wrapped(gaps, room), label) if gaps else []),
    ]


def _before_lines(view: LiveView, width: int) -> t.Lines:
    if view.state.ended_at is not None:
        facts = session_facts(view.state)
        return outcome_lines(facts, width) if view.rehearsed else _ended_lines(view, facts, width)
    if view.ready is None:
        return []
    plan, label = view.ready.plan, view.label
    lines = _unlike_plan(view.ready, width, label)
    if plan.purpose:
        lines += t.labelled("Why", t.wrapped(plan.purpose, width - label), label)
    here = view.ready.people_told
    lines += t.labelled("Here", [t.join(t.ink(here), "   ", view.hint("l", "changes it"))], label)
    return lines


def _unlike_plan(ready: Prepared, width: int, label: int) -> t.Lines:
    """What will not run as it was planned, while it can still be mended."""
    told = ready.unlike_plan[:UNLIKE_MOST]
    more = len(ready.unlike_plan) - len(told)
    words = (*told, f"{more} more in the checks of its plan.") if more else told
    return [
        line
        for each in words
        for line in t.labelled(t.accent("!"), t.wrapped(each, width - label), label)
    ]


def next_lines(view: LiveView, width: int) -> t.Lines:
    """What comes after this."""
    if view.state.ended_at is not None:
        return []
    ahead = [(run.part, run.minutes) for run in view.state.ahead]
    if view.ready is not None:
        ahead = [(part, part.minutes) for block in view.ready.blocks for part in block.parts]
    label = view.label
    if not ahead:
        words = "the end" if view.state.running else ""
        return t.labelled("Next", [t.ink(words)], label) if words else []
    part, minutes = ahead[0]
    about = f"{t.minutes(minutes)} min" + (", silent" if part.silent else "")
    room = width - label
    title, short = t.ink(part.title), t.ink(part.label)
    fits = title.cell_length + len(about) + 2 <= room
    if view.width >= 120 and not fits:
        return t.labelled("Next", [t.fitted(title, room), t.soft(about)], label)
    return t.labelled("Next", [t.spread(title if fits else short, t.soft(about), room)], label)


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
    if state.gaps and state.ended_at is None:
        words = unhosted(sum(gap.seconds for gap in state.gaps))
        lines += [t.BLANK, *t.wrapped(words, width, t.SOFT)]
    lines.append(t.BLANK)
    if not view.notes_shown:
        named = view.hosting and not view.typing
        return [*lines, t.key("k", "shows what they say")] if named else lines
    return [*lines, *note_lines(view, width)]


def _watched(view: LiveView, width: int) -> t.Lines:
    ready = view.ready
    norms = ready.norms if ready else view.state.norms
    watched = (ready.plan.norms.watch or "") if ready else view.state.watched
    norm = next((norm for norm in norms if norm.id == watched), None)
    return t.wrapped(norm.text, width) if norm else [t.soft("none chosen")]


def note_lines(view: LiveView, width: int) -> t.Lines:
    """Marks, captures and what was parked, the newest first."""
    lines: t.Lines = [t.spread(t.heading("Kept for later"), t.key("k", "hides"), width)]
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
