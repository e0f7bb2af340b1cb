"""The facts of a run, beside which a debrief is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta, tzinfo

from textual.content import Content

from facilitui import text as t
from facilitui.commands.half_typed import half_told
from facilitui.core.facts import SessionFacts
from facilitui.core.gaps import gaps_told
from facilitui.core.punctuality import kept_time
from facilitui.core.session import NoteKind
from facilitui.core.sorting import note_told, sorted_counts
from facilitui.core.told import capital
from facilitui.services.debrief_desk import DebriefDesk

PLAN_COLUMN = 36
"""From this width on what was planned has a column."""
MARKED_OVER = 3
"""Minutes over from which a block's difference stands out."""


def head(desk: DebriefDesk, told: str, width: int) -> t.Lines:
    """What is debriefed, when it was, and whether it is saved."""
    debrief = desk.debrief
    name = "Door debrief" if debrief.door else "Debrief"
    left = t.join(t.strong(name), "   ", t.soft(debrief.title))
    end = t.soft(told)
    if width >= 100 and debrief.held_at is not None:
        end = t.join(t.soft(_held(desk)), "   ", end)
    return [t.spread(left, end, width)]


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
    """What was planned and what ran, waits, silence, people; what was kept."""
    facts = desk.facts
    lines = [
        *_run_lines(facts, width),
        t.BLANK,
        *_count_lines(facts, width),
        t.BLANK,
        *_sorted_lines(desk, width),
        *_kept_lines(facts, len(desk.half), width),
    ]
    shown = [*_notes(facts, desk.zone, width), *_half_lines(desk.half, width)]
    return [*(shown or [t.soft("nothing was kept")]), t.BLANK, *lines] if notes else lines


def _run_lines(facts: SessionFacts, width: int) -> t.Lines:
    planned = width >= PLAN_COLUMN
    first = t.right(t.soft("plan"), 7) if planned else t.BLANK
    heads = t.join(first, t.right(t.soft("ran"), 5), " " * (8 if planned else 5))
    lines = [t.spread(t.heading("Blocks"), heads, width)]
    for block in facts.blocks:
        lines.append(_figures(block.title, block.planned, block.ran, block.skipped, width))
    total = _figures("Minutes", facts.planned, facts.ran, False, width, strong=True)
    told = gaps_told(facts.gaps)
    return [*lines, total, *(t.wrapped(told, width, t.SOFT) if told else [])]


def _figures(
    name: str, plan: float, ran: float, skipped: bool, width: int, *, strong: bool = False
) -> Content:
    over = round(ran) - round(plan)
    ink = t.strong if strong else t.ink
    difference = t.strong if over >= MARKED_OVER else t.soft
    real = t.soft("–") if skipped else ink(f"{ran:.0f}")
    apart = t.soft("not run") if skipped and width >= PLAN_COLUMN else difference(t.signed(over))
    end = t.join(
        t.right(t.soft(t.minutes(plan)), 7) if width >= PLAN_COLUMN else "",
        t.right(real, 5),
        t.right(apart, 8 if width >= PLAN_COLUMN else 5),
    )
    return t.join(t.padded(ink(name), width - end.cell_length), end)


def _count_lines(facts: SessionFacts, width: int) -> t.Lines:
    pairs = [
        ("Waits marked, by hand", str(len(facts.waits))),
        ("  reached their target", str(facts.waits_reached)),
        ("Silent work", f"{facts.silent:.0f} min"),
        ("People", facts.people_told),
        ("Norms called on", str(len(facts.norms_invoked))),
        ("Voices", _voices(facts)),
    ]
    lines = [t.spread(t.ink(name), t.ink(value), width) for name, value in pairs]
    told = kept_time(facts.started_late, facts.ended_late, facts.after_agreed, facts.free)
    return [*t.wrapped(capital(told), width), *lines] if told else lines


def _voices(facts: SessionFacts) -> str:
    if not facts.heard:
        return "not counted"
    return f"{facts.heard} of {max(facts.attendance, facts.heard)}, {facts.voices}×"


def _sorted_lines(desk: DebriefDesk, width: int) -> t.Lines:
    """How waits ended and what became of norms, as far as that was sorted."""
    counts = sorted_counts(desk.debrief)
    if not counts:
        return []
    rows = [t.spread(t.ink(name), t.ink(count), width) for name, count in counts]
    return [t.heading("Sorted"), *rows, t.BLANK]


def _kept_lines(facts: SessionFacts, half: int, width: int) -> t.Lines:
    pairs = [
        ("Marks", facts.count(NoteKind.MARK)),
        ("Captures, private", facts.count(NoteKind.CAPTURE) - len(facts.quoted)),
        ("Captures, may be quoted", len(facts.quoted)),
        ("Parked", facts.count(NoteKind.PARKED)),
        *([("Half typed", half)] if half else []),
    ]
    head = t.spread(t.heading("Marks and captures"), t.soft(sum(n for _, n in pairs)), width)
    return [head, *(t.spread(t.ink(name), t.ink(count), width) for name, count in pairs)]


def _notes(facts: SessionFacts, zone: tzinfo, width: int) -> t.Lines:
    names = {part.id: part.name for part in facts.parts}
    lines: t.Lines = []
    if facts.began_at is None:
        return lines
    for note in facts.notes:
        when = t.clock((facts.began_at + timedelta(seconds=note.elapsed)).astimezone(zone))
        told, where = note_told(note), names.get(note.part, "")
        placed = f"{told}  ({where})" if where else told
        lines += t.labelled(when, t.wrapped(placed, width - 6), 6)
    return lines


def _half_lines(half: Mapping[str, str], width: int) -> t.Lines:
    """What was still half typed when the session ended, whole, behind what it was for."""
    return [
        line
        for purpose, text in half.items()
        for line in t.labelled("½", t.wrapped(f"half typed, {purpose}: {text}", width - 6), 6)
    ]
