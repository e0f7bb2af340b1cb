"""The facts of a run, beside which a debrief is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from facilitui import text as t
from facilitui.commands.half_typed import half_told
from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.debriefs.sorting import note_told, sorted_counts
from facilitui.core.sessions.attended import attended
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import in_quotes, short_day
from facilitui.services.debriefs.debrief_desk import DebriefDesk
from facilitui.widgets.debrief_evidence import evidence_lines
from facilitui.widgets.debrief_people import norm_lines, people_lines, wait_lines
from facilitui.widgets.debrief_run import run_lines
from facilitui.widgets.fact_rows import fact_rows
from facilitui.widgets.feedback_view import heard_lines

TIME = 6
"""Columns of a time of day, with what parts it from what stands behind it."""


def head(desk: DebriefDesk, told: str, width: int) -> t.Lines:
    """What is debriefed, when it was, and whether it is saved."""
    debrief = desk.debrief
    name = "Door debrief" if debrief.door else "Debrief"
    left = t.join(t.strong(name), "   ", t.soft(debrief.title))
    held = _held(desk) if width >= 100 and debrief.held_at is not None else ""
    return [t.spread(left, t.soft("   ".join(filter(None, (held, told)))), width)]


def standing(desk: DebriefDesk) -> str:
    """Whether it is saved; of a door form that is asked about in full, since when."""
    if desk.debrief.empty:
        return ""
    if (door_at := desk.door_at) is not None:
        today = door_at.date() == desk.today
        when = t.wall_clock(door_at) if today else short_day(door_at, desk.today)
        return f"door form saved {when}, not yet full"
    if desk.unsaved:
        return "not saved yet"
    return f"saved {t.wall_clock(desk.saved_at)}" if desk.saved_at is not None else "saved"


def told_first(desk: DebriefDesk) -> str:
    """What is told when it is opened; of half typed lines until a debrief of it is saved."""
    half = "" if desk.over else half_told(desk.half, ended=True)
    return " ".join(filter(None, (desk.notice, half)))


def _held(desk: DebriefDesk) -> str:
    began, ended = desk.facts.began_at, desk.facts.ended_at
    if began is None:
        return ""
    until = f" to {t.clock(ended.astimezone(desk.zone))}" if ended else ""
    local = began.astimezone(desk.zone)
    return f"{t.day(local)}, {t.clock(local)}{until}"


def facts_lines(desk: DebriefDesk, width: int, *, notes: bool) -> t.Lines:
    """What was planned and what ran, waits, people, norms, evidence; what was kept.

    That stands first, line by line, where `notes` are wanted, and else last, as figures.
    """
    if desk.record_gone:
        return _as_saved(desk, width)
    kept = _kept(desk, width, notes=notes)
    sections = (
        *([kept] if notes else []),
        run_lines(desk.facts, width),
        wait_lines(desk.facts, desk.zone, width),
        people_lines(attended(desk.facts, desk.debrief), width),
        norm_lines(desk.state, width),
        evidence_lines(desk, width),
        heard_lines(desk.beside.heard, width),
        _sorted_lines(desk, width),
        *([] if notes else [kept]),
    )
    told = [section for section in sections if section]
    return [line for section in told for line in (*section, t.BLANK)][:-1]


def _as_saved(desk: DebriefDesk, width: int) -> t.Lines:
    """The facts that the journal has of a session whose record is gone, and what was said of it."""
    facts = desk.debrief.facts
    rows = [line for each in facts for line in fact_rows(each.name, each.value, width)]
    none = t.wrapped("No facts of it were saved.", width, t.SOFT)
    heard = heard_lines(desk.beside.heard, width)
    quotes = [line for text in desk.debrief.quotes for line in t.wrapped(in_quotes(text), width)]
    return [
        *[t.heading("The run, as it was saved"), *(rows or none)],
        *([t.BLANK, t.heading("Quotes"), *quotes] if quotes else []),
        *([t.BLANK, *heard] if heard else []),
    ]


def _sorted_lines(desk: DebriefDesk, width: int) -> t.Lines:
    """How waits ended, what became of norms, what captures are, as far as that was sorted."""
    counts = sorted_counts(desk.debrief, desk.facts)
    if not counts:
        return []
    rows = [t.spread(t.ink(name), t.ink(count), width) for name, count in counts]
    return [t.heading("Sorted"), *rows]


def _kept(desk: DebriefDesk, width: int, *, notes: bool) -> t.Lines:
    """What was kept, as figures or line by line."""
    pairs = _kept_pairs(desk.facts, len(desk.half))
    head = t.spread(t.heading("Marks and captures"), t.soft(sum(n for _, n in pairs)), width)
    if not notes:
        return [head, *(t.spread(t.ink(name), t.ink(count), width) for name, count in pairs)]
    told = [*_notes(desk.facts, desk.zone, width), *_half_lines(desk.half, width)]
    return [head, *(told or [t.soft("nothing was kept")])]


def _kept_pairs(facts: SessionFacts, half: int) -> list[tuple[str, int]]:
    return [
        ("Marks", facts.count(NoteKind.MARK)),
        ("Captures, private", facts.count(NoteKind.CAPTURE) - len(facts.quoted)),
        ("Captures, may be quoted", len(facts.quoted)),
        ("Parked", facts.count(NoteKind.PARKED)),
        *([("Half typed", half)] if half else []),
    ]


def _notes(facts: SessionFacts, zone: tzinfo, width: int) -> t.Lines:
    names = {part.id: part.name for part in facts.parts}
    lines: t.Lines = []
    if facts.began_at is None:
        return lines
    for note in facts.notes:
        when = time_of(note.elapsed, facts.began_at, zone)
        told = t.wrapped(note_told(note), width - TIME)
        where = ", ".join(
            filter(None, (names.get(note.part, ""), "may be quoted" if note.released else ""))
        )
        lines += t.labelled(when, _placed(told, where, width - TIME), TIME)
    return lines


def _placed(told: t.Lines, where: str, width: int) -> t.Lines:
    """A line with the place it belongs to behind it, or below it where it has no room."""
    *before, last = told
    behind = t.join(last, "  ", t.soft(where))
    if behind.cell_length <= width:
        return [*before, behind]
    return [*told, *t.wrapped(where, width, t.SOFT)]


def _half_lines(half: Mapping[str, str], width: int) -> t.Lines:
    """What was still half typed when the session ended, whole, behind what it was for."""
    return [
        line
        for purpose, text in half.items()
        for line in t.labelled("½", t.wrapped(f"half typed, {purpose}: {text}", width - TIME), TIME)
    ]
