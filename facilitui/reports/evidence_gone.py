"""What an enrolment has of phases and requirements that its pathway has no more.

A file that drops one takes nothing away: neither that it was entered, nor what was shown in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.stays import phase_named, phases_gone, stays_of
from facilitui.core.pathways.summary import Summary, asked_no_more, held_in
from facilitui.reports.document import Heading, Paragraph, Part, Records
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_lines import Lines
from facilitui.reports.evidence_phases import NOTHING, entered

PHASES = "Phases that this pathway no longer has"
ASKED_NO_MORE = "Logged for what this pathway no longer asks"


def gone(summary: Summary, lines: Lines, hiding: Hiding) -> Iterator[Part]:
    """Their stays, overrides and evidence; then what was logged for what is asked no more."""
    enrolment = summary.progress.enrolment
    phases = phases_gone(enrolment, summary.progress.pathway)
    if phases:
        yield Heading(PHASES)
    for phase in phases:
        yield Heading(phase_named(phase, summary.earlier), 3)
        yield from entered(stays_of(enrolment, phase), hiding)
        held = tuple(lines.of(source, None) for source in held_in(phase, summary))
        yield Records(held) if held else Paragraph(NOTHING, soft=True)
    yield from _logged(asked_no_more(summary), summary, lines)


def _logged(logged: tuple[Logged, ...], summary: Summary, lines: Lines) -> Iterator[Part]:
    if logged:
        yield Heading(ASKED_NO_MORE)
    for requirement in dict.fromkeys(each.said.requirement for each in logged):
        own = [each for each in logged if each.said.requirement == requirement]
        asked = summary.asked(requirement)
        yield Heading(own[-1].said.text or (asked.text if asked is not None else requirement), 3)
        yield Records(tuple(lines.of(each.source, asked) for each in own))
