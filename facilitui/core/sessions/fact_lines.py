"""The facts of a run as lines: what a debrief is written beside, and kept with."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import Debrief, FactLine
from facilitui.core.debriefs.sorting import sorted_counts
from facilitui.core.sessions.attended import attended
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.gaps import gaps_told
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import minutes


def fact_lines(facts: SessionFacts, debrief: Debrief) -> tuple[FactLine, ...]:
    """The facts that go into the journal with a debrief, as they stood then."""
    facts = attended(facts, debrief)
    lines = [
        ("Minutes planned", minutes(facts.planned)),
        ("Minutes run", minutes(facts.ran)),
        ("People", facts.people_told),
        ("Silent work, minutes", minutes(facts.silent)),
        ("Waits marked, by hand", f"{facts.waits_marked}"),
        ("Waits that reached their target", f"{facts.waits_reached}"),
        *_waits(facts),
        ("Norms called on", f"{len(facts.norms_invoked)}"),
        ("Voices heard", f"{facts.heard}" if facts.heard else "not counted"),
        ("Marks", f"{facts.count(NoteKind.MARK)}"),
        ("Captures", f"{facts.count(NoteKind.CAPTURE)}"),
        ("Parked", f"{facts.count(NoteKind.PARKED)}"),
    ]
    if facts.gaps:
        lines.append(("Without the program", gaps_told(facts.gaps)))
    led = [(f"Minutes led by {who or 'the host'}", minutes(m)) for who, m in facts.led.items()]
    told = [(name, f"{count}") for name, count in sorted_counts(debrief, facts)]
    return tuple(FactLine(name=name, value=value) for name, value in (*lines, *told, *led))


def _waits(facts: SessionFacts) -> list[tuple[str, str]]:
    """What there is to say of several waits; nothing of none, which have no median."""
    middle, longest = facts.median_wait, facts.longest_wait
    if middle is None or longest is None:
        return []
    return [("Median wait, seconds", f"{middle}"), ("Longest wait, seconds", f"{longest.lasted}")]
