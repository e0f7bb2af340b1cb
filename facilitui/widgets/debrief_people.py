"""Waits against their own targets, silence, voices, who led, and what the run knows of norms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from textual.content import Content

from facilitui import text as t
from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.norm_watch import known_of
from facilitui.core.sessions.session import SessionState, Wait
from facilitui.core.told import figure

TARGET_COLUMN = 36
"""From this width on the targets of waits have a column."""
LASTED, TARGET = 5, 7
MOST_WAITS = 12
"""So many are shown one by one; the others stand in the list that sorts them."""
REACHED, SHORT = "●", "○"


def wait_lines(facts: SessionFacts, zone: tzinfo, width: int) -> t.Lines:
    """Each wait with what was asked, how long it lasted and its own target."""
    waits = facts.waits
    dropped = facts.waits_marked - len(waits)
    heads = _columns("ran", "target", " ", t.soft, width) if waits else t.soft("none marked")
    lines = [t.spread(t.heading("Waits, by hand"), heads, width)]
    lines += [_wait(each, facts, zone, width) for each in waits[:MOST_WAITS]]
    longest = facts.longest_wait
    notes = (
        f"and {len(waits) - MOST_WAITS} more" if len(waits) > MOST_WAITS else "",
        f"{facts.waits_reached} of {len(waits)} at their target {REACHED}" if waits else "",
        f"median {facts.median_wait} s" if len(waits) > 1 else "",
        f"longest silence {longest.lasted} s" if longest is not None and len(waits) > 1 else "",
        f"{dropped} not counted, interrupted" if dropped else "",
    )
    below = ", ".join(filter(None, notes))
    return [*lines, *(t.wrapped(below, width, t.SOFT) if below else [])]


def _wait(wait: Wait, facts: SessionFacts, zone: tzinfo, width: int) -> Content:
    """When, what kind of question was asked, how it lies to its target."""
    when = time_of(wait.began, facts.began_at, zone)
    kind = wait.question.label.lower() if wait.question is not None else ""
    target = f"{figure(wait.target_seconds)} s" if wait.target_seconds else ""
    mark = (REACHED if wait.reached else SHORT) if wait.target_seconds else " "
    end = _columns(f"{wait.lasted} s", target, mark, t.ink, width)
    return t.spread(t.join(t.soft(when), " ", t.ink(kind)), end, width)


def _columns(
    lasted: str, target: str, mark: str, ink: Callable[[object], Content], width: int
) -> Content:
    """How long a wait was, its target where that has room, whether it was reached."""
    targets = t.right(t.soft(target), TARGET) if width >= TARGET_COLUMN else ""
    return t.join(t.right(ink(lasted), LASTED), targets, " ", ink(mark))


def people_lines(facts: SessionFacts, width: int) -> t.Lines:
    """How many were there and heard, how long was silent, who led how long; totals only."""
    led = facts.led if len(facts.led) > 1 else {}
    pairs = [
        ("People", facts.people_told),
        ("Voices", _voices(facts)),
        ("Silent work", t.ran(facts.silent)),
        *((f"Led by {who or 'the host'}", t.ran(ran)) for who, ran in led.items()),
    ]
    return [t.spread(t.ink(name), t.ink(value), width) for name, value in pairs]


def _voices(facts: SessionFacts) -> str:
    if not facts.heard:
        return "not counted"
    people = max(facts.attendance, facts.heard)
    return f"{facts.heard} of {people}, {t.plural(facts.voices, 'time')}"


def norm_lines(state: SessionState, width: int) -> t.Lines:
    """The norms that were called on or watched, with what the group said; nothing without norms."""
    if not state.norms:
        return []
    told = f"{len(state.invoked)}× called on" if state.invoked else "none called on"
    lines = [t.spread(t.heading("Norms"), t.soft(told), width)]
    for norm in state.norms:
        if norm.id in {*state.invoked, state.watched, *(each.norm for each in state.norm_checks)}:
            lines += t.clipped(t.wrapped(norm.text, width), 3, width)
            lines += t.labelled("", t.wrapped(known_of(state, norm.id), width - 2, t.SOFT), 2)
    return lines
