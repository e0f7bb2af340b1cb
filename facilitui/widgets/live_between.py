"""In place of a step on the Live screen: what there is before the start and after the end."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.gaps import gaps_left
from facilitui.core.sessions.session import NoteKind
from facilitui.core.sessions.starting import Prepared
from facilitui.widgets.live_side import watched_lines
from facilitui.widgets.live_view import LiveView
from facilitui.widgets.rehearsal_view import outcome_lines

UNBROKEN = "\N{NO-BREAK SPACE}"
"""Between a figure and its word, which stay in one line."""
UNLIKE_MOST = 2
"""So much of what will not run as planned is told before the start."""
SIDE_FROM = 120
"""From this width on the norm to watch stands at the side."""


def between_lines(view: LiveView, width: int, height: int) -> t.Lines:
    """What stands where no step runs: as much as there is room for."""
    if view.state.ended_at is not None:
        facts = session_facts(view.state)
        return outcome_lines(facts, width) if view.rehearsed else _ended_lines(view, facts, width)
    return _before_lines(view, view.ready, width, height) if view.ready is not None else []


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
    ran = t.ran_of(facts.ran, facts.planned)
    gaps = gaps_left(facts.gaps)
    return [
        *t.labelled("Ran", t.wrapped(ran, room), label),
        *t.labelled("Kept", t.wrapped(told, room), label),
        *(t.labelled("Gaps", t.wrapped(gaps, room), label) if gaps else []),
    ]


def _before_lines(view: LiveView, ready: Prepared, width: int, height: int) -> t.Lines:
    """Why, who is here and what is watched, apart from one another where there is room."""
    plan, label = ready.plan, view.label
    why = t.labelled("Why", t.wrapped(plan.purpose, width - label), label) if plan.purpose else []
    told = t.ink(ready.people_told)
    who = t.labelled("Who", [t.join(told, "   ", view.hint("l", "changes it"))], label)
    watched = watched_lines(view, width - label) if view.width < SIDE_FROM else []
    norm = t.labelled("Norm", watched, label)
    pieces = [each for each in (_unlike_plan(ready, width, label), why, who, norm) if each]
    airy = sum(map(len, pieces)) + len(pieces) - 1 <= height
    lines = [line for piece in pieces for line in ([t.BLANK] * airy + piece)]
    return lines[airy:]


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
