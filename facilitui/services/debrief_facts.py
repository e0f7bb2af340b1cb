"""The facts that go into the journal with a debrief."""

from __future__ import annotations

from facilitui.core.debrief import Debrief, FactLine
from facilitui.core.facts import SessionFacts
from facilitui.core.gaps import gaps_told
from facilitui.core.session import NoteKind
from facilitui.core.sorting import sorted_counts
from facilitui.core.told import figure


def fact_lines(facts: SessionFacts, debrief: Debrief) -> tuple[FactLine, ...]:
    """The facts that go into the journal with a debrief, as they stood then."""
    lines = [
        ("Minutes planned", figure(facts.planned)),
        ("Minutes run", f"{facts.ran:.0f}"),
        ("People", facts.people_told),
        ("Silent work, minutes", f"{facts.silent:.0f}"),
        ("Waits marked, by hand", f"{len(facts.waits)}"),
        ("Waits that reached their target", f"{facts.waits_reached}"),
        ("Norms called on", f"{len(facts.norms_invoked)}"),
        ("Voices heard", f"{facts.heard}"),
        ("Marks", f"{facts.count(NoteKind.MARK)}"),
        ("Captures", f"{facts.count(NoteKind.CAPTURE)}"),
        ("Parked", f"{facts.count(NoteKind.PARKED)}"),
    ]
    if facts.gaps:
        lines.append(("Without the program", gaps_told(facts.gaps)))
    led = [(f"Minutes led by {who or 'the host'}", f"{m:.0f}") for who, m in facts.led.items()]
    told = [(name, f"{count}") for name, count in sorted_counts(debrief)]
    return tuple(FactLine(name=name, value=value) for name, value in (*lines, *told, *led))
