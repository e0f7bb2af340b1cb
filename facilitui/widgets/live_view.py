"""What the host sees of a session, as drawings: pure functions of the state and the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from textual.content import Content

from facilitui import text as t
from facilitui.core.facts import session_facts
from facilitui.core.session import NoteKind, PartRun, SessionState, Stage
from facilitui.core.starting import Prepared
from facilitui.core.timing import (
    Pace,
    minutes_behind,
    pace,
    projected_end,
    remaining,
    step_end,
    turn,
)
from facilitui.core.vocabulary import Silence, Who
from facilitui.widgets.digits import big, big_width

LABEL = 8
"""The column that text begins in behind its label."""
LATE_MINUTES = 3
"""From how many minutes late the mark of the projected end is accented (design: settable)."""
_LISTENING = {
    Silence.PRESENTER: "presenter listens",
    Silence.GROUP: "group listens",
    Silence.TURN: "one voice at a time",
}


@dataclass(frozen=True)
class LiveView:
    """All that the drawings of the Live screen are made of."""

    state: SessionState
    elapsed: float
    now: datetime
    """Aware, in the session's zone."""
    ready: Prepared | None = None
    """What will be run, while the session has not begun."""
    read_only: str = ""
    behind: float = 0
    """Seconds for which something has not reached the disk."""
    notes_shown: bool = False
    width: int = field(default=120)
    """Of the whole terminal."""

    @property
    def run(self) -> PartRun | None:
        """The part that is shown or running."""
        return self.state.now

    @cached_property
    def late(self) -> int:
        """Minutes after the planned end; below zero if before."""
        return minutes_behind(self.state, self.elapsed, self.now, self.now.tzinfo)

    @cached_property
    def ends(self) -> datetime:
        """When the session will end, in its zone."""
        zone = self.now.tzinfo
        return projected_end(self.state, self.elapsed, self.now, zone).astimezone(zone)

    @cached_property
    def pace(self) -> Pace:
        """Whether the part is nearly over, or over."""
        return pace(self.run, self.elapsed) if self.run is not None else Pace.STEADY

    @property
    def place(self) -> tuple[int, int, str]:
        """Which step of how many of which block."""
        if self.run is None:
            return 0, 0, ""
        block = self.state.block_of(self.run)
        parts = block.parts if block else ()
        number = next((i for i, p in enumerate(parts, 1) if p.id == self.run.part.id), 0)
        return number, len(parts), block.title if block else ""


def head(view: LiveView, width: int) -> t.Lines:
    """Private, the state, the title, who is here, and when it ends."""
    chip = t.plain(" PRIVATE ", "bold $paper on $ink")
    left = t.join(chip, "  ", _state_word(view))
    end = _ending(view, short=width < 70)
    if width < 70:
        return [t.spread(left, end, width)]
    title = view.ready.plan.title if view.ready else view.state.started.title
    here = view.ready.attendance if view.ready else view.state.attendance
    if here:
        end = t.join(t.soft(f"{here} here"), "   ", end)
    return [t.spread(t.join(left, "   ", t.soft(title)), end, width)]


def _state_word(view: LiveView) -> Content:
    if view.ready is not None:
        return t.join(t.soft("○ "), t.ink("not begun"))
    if view.state.ended_at is not None:
        return t.join(t.soft("■ "), t.ink("ended"))
    if view.read_only:
        return t.join(t.soft("◌ "), t.ink("read only"))
    if view.state.paused:
        return t.join(t.accent("‖ "), t.ink("paused"))
    return t.join(t.accent("● "), t.ink("live"))


def _ending(view: LiveView, *, short: bool) -> Content:
    if view.behind > 1:
        return t.accent("! not yet on disk")
    if view.ready is not None:
        return t.soft("n begins")
    if view.state.ended_at is not None:
        ended = view.state.ended_at.astimezone(view.now.tzinfo)
        return t.join(t.soft("ended "), t.strong(t.clock(ended)), " ", _apart(view, short))
    return t.join(t.soft("now ends "), t.strong(t.clock(view.ends)), " ", _apart(view, short))


def _apart(view: LiveView, short: bool) -> Content:
    words = t.signed(view.late) + ("" if short else " min")
    if not view.late:
        return t.soft("as planned" if not short else "±0")
    return t.accent(words) if view.late > LATE_MINUTES else t.soft(words)


def ends_lines(view: LiveView, width: int) -> t.Lines:
    """The planned end beside the real one, under the agenda."""
    planned = view.state.planned_end
    if planned is None or view.ready is not None:
        return []
    was = t.soft(t.clock(planned.astimezone(view.now.tzinfo)))
    end = t.join(_apart(view, short=True), " ", t.strong(t.clock(view.ends)))
    word = "Ended" if view.state.ended_at else "Now ends"
    return [
        t.BLANK,
        t.spread(t.join("   ", t.soft("Planned end")), was, width),
        t.spread(t.join("   ", t.strong(word)), end, width),
    ]


def title_lines(view: LiveView, width: int) -> t.Lines:
    """Where we are."""
    if view.ready is not None:
        plan = view.ready.plan
        return [t.soft("Ready to begin"), *t.clipped(t.wrapped(plan.title, width, "bold $ink"), 1)]
    if view.run is None:
        if view.state.ended_at is not None:
            return [t.soft("The session is over"), t.strong("Ended")]
        if view.state.runs:
            return [t.soft("That was the last step"), t.strong("n ends the session")]
        return [t.soft("Nothing is planned"), t.strong("n ends the session")]
    number, of, block = view.place
    where = f"Step {number} of {of}, {block}" if of > 1 else "Block"
    if width < 60 and view.width < 80:
        place = f"{number} of {of}" if of > 1 else ""
        return [t.spread(t.strong(view.run.part.title), t.soft(place), width)]
    return [t.fitted(t.soft(where), width), t.fitted(t.strong(view.run.part.title), width)]


def clock_lines(view: LiveView, width: int) -> t.Lines:
    """The figures, the line of progress, and what they mean."""
    figures, style = _figures(view)
    rows = big(figures) if big_width(figures) <= width else ["", "", figures, "", ""]
    return [
        *(t.plain(row, style) for row in rows),
        _progress(view, width),
        t.fitted(_meaning(view, width), width),
        _wait_line(view, width),
    ]


def _figures(view: LiveView) -> tuple[str, str]:
    run = view.run
    if run is None:
        moment = (
            view.state.ended_at.astimezone(view.now.tzinfo) if view.state.ended_at else view.now
        )
        return t.clock(moment), t.SOFT
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
        return t.spread(words, t.soft("n starts the clock"), width)
    ends = t.clock(step_end(run, view.elapsed, view.now))
    if view.state.paused:
        words = t.join(t.accent("‖ "), t.strong("PAUSED"), t.ink(f"   left {length}"))
        return t.spread(words, t.soft("space goes on"), width)
    if view.pace is Pace.OVER:
        words = t.join(t.accent("◉ OVER"), t.ink(f"   past {t.minutes(run.minutes)} min"))
        return t.spread(words, t.soft(f"was {ends}"), width)
    mark = t.BLANK
    if view.pace is Pace.SOON:
        mark = t.join(t.accent("◔ SOON"), "   ")
    elif run.part.silent:
        mark = t.join(t.soft("⌁ "), t.strong("SILENT"), "   ")
    words = t.join(mark, t.ink(f"left {length}"))
    if now_turn := turn(run, view.elapsed):
        left = t.countdown(now_turn.left)
        words = t.join(words, t.soft(f"   turn {now_turn.number} of {now_turn.of}, {left}"))
    return t.spread(words, t.soft(f"ends {ends}"), width)


def _between(view: LiveView) -> Content:
    if view.ready is not None:
        minutes = sum(block.minutes for block in view.ready.blocks)
        return t.soft(f"{minutes:g} min, ends {t.clock(view.now + timedelta(minutes=minutes))}")
    if view.state.ended_at is not None:
        return t.soft("debrief now, or later from Home")
    return t.soft("b goes back to the step before")


def _wait_line(view: LiveView, width: int) -> Content:
    wait = view.state.wait
    if wait is None:
        return t.BLANK
    waited = max(0.0, view.elapsed - wait.began)
    words = t.join(t.soft("   you can wait  "), t.ink(f"{waited:.0f} s"))
    room = max(8, width - words.cell_length - 6)
    target = max(1, round(room * 0.6))
    grown = min(room, round(target * waited / max(1.0, wait.target_seconds)))
    bar = [("━" if i < grown else "─", t.SOFT if i < grown else t.RULE) for i in range(room)]
    bar[target] = ("┿" if grown > target else "┼", t.INK)
    return t.join(t.soft("Wait  "), *(t.plain(each, style) for each, style in bar), words)


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
