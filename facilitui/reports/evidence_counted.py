"""What an evidence summary tells in short: phases, how much is there, roles, places."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.pathways.facts_told import role_told
from facilitui.core.pathways.requirements import Debriefs, Observations, ScoreGate, Sessions
from facilitui.core.pathways.summary import Summary, credentials
from facilitui.core.pathways.summary_counts import (
    Practised,
    Track,
    asked_for,
    is_without_number,
    looked_for,
    looked_for_later,
    places,
    practised,
    roles_held,
)
from facilitui.core.pathways.words import Holder, Standing
from facilitui.core.told import capital, plural
from facilitui.core.vocabulary import Role
from facilitui.reports import evidence_phases as phases
from facilitui.reports.document import Definitions, Heading, Paragraph, Part, Table
from facilitui.reports.evidence_hiding import Hiding
from facilitui.reports.evidence_words import day_on_paper

_TRACKS = {
    Holder.PERSON: ("Identified, by what is looked for", "Prepared, by what is asked for"),
    Holder.GROUP: ("Looked for", "Asked for"),
}
"""A programme finds people and prepares them (A-01): two tracks."""
LATER, RECEIVED = "Looked for in later phases", "Received from the programme"
OVERRIDE = (
    "Override: a phase was entered although something was not met in the one before; what that "
    "was, and why, is told under the phase that was entered."
)
NOTHING_THERE = "with nothing recorded and no number given"
_STANDING = {
    Standing.LOGGED: "recorded, for the programme to decide",
    Standing.WAITING: "waiting for an opportunity",
    Standing.UNKNOWN: "cannot be told yet",
    Standing.MISSING: "not met yet",
    Standing.SET_ASIDE: "set aside",
    Standing.NOT_NEEDED: "not needed",
}


def counted(summary: Summary, hiding: Hiding) -> Iterator[Part]:
    """All of it; counters only where the programme asks for such a thing or there is one."""
    yield Heading("In short")
    rows = tuple(phases.row(each, summary, hiding) for each in summary.progress.phases)
    yield Table(("Phase", "Entered", "Gate"), rows)
    if any(each.lacked for each in summary.progress.enrolment.entered):
        yield Paragraph(OVERRIDE, soft=True)
    names = _TRACKS[summary.progress.enrolment.holder]
    pairs = (
        (names[0], _looked_for(summary)),
        (names[1], _asked(summary)),
        (LATER, _recorded(looked_for_later(summary.progress))),
        *_practised(summary, practised(summary)),
        (RECEIVED, _received(summary)),
    )
    yield Definitions(tuple((name, value) for name, value in pairs if value))
    yield from _roles(summary)
    if told := places(summary.sessions):
        yield Heading("Where")
        there = tuple((hiding.typed(place), str(count)) for place, count in told)
        yield Table(("Place", "Sessions"), there, frozenset({1}))


def _looked_for(summary: Summary) -> str:
    """For one person with the phase that looks for it: what later ones wish is told apart."""
    told, progress = _recorded(looked_for(summary.progress)), summary.progress
    is_apart = bool(looked_for_later(progress).of) and bool(told)
    return f"{told} in {progress.phases[0].phase.name}" if is_apart else told


def _recorded(track: Track) -> str:
    return f"{track.there} of {track.of} recorded" if track.of else ""


def _received(summary: Summary) -> str:
    """How many credentials, with their days: what they are is told below."""
    received = [*credentials(summary)]
    days = ", ".join(day_on_paper(each.said.on) for each in received)
    return f"{plural(len(received), 'credential')}, of {days}" if received else ""


def _asked(summary: Summary) -> str:
    """How many of the things that are asked stand where: all that can be told, and no rate."""
    found = asked_for(summary.progress)
    meets = "meets" if found[Standing.MET] == 1 else "meet"
    told = [f"{found[Standing.MET]} {meets} the recorded criteria"]
    every = (each for phase in summary.progress.phases for each in phase.requirements)
    if count := sum(is_without_number(each) for each in every):
        told.append(f"{count} {NOTHING_THERE}")
    return "; ".join((*told, *(f"{found[s]} {word}" for s, word in _STANDING.items() if found[s])))


def _practised(summary: Summary, done: Practised) -> Iterator[tuple[str, str]]:
    asked = summary.progress.pathway.requirements
    if done.observed or any(isinstance(each, Observations | ScoreGate) for each in asked):
        yield "Observed", _observed(done.observed, done.with_feedback)
    co_facilitates = (isinstance(e, Sessions) and Role.CO_FACILITATOR in e.roles for e in asked)
    if done.co_facilitated or any(co_facilitates):
        yield "Co-facilitated", plural(done.co_facilitated, "session")
    if done.reflected or any(isinstance(each, Debriefs) for each in asked):
        yield "Reflected on", plural(done.reflected, "session")


def _observed(count: int, with_feedback: int) -> str:
    times = plural(count, "time")
    return f"{times}, {with_feedback} of them with feedback" if count else times


def _roles(summary: Summary) -> Iterator[Part]:
    held, pathway = roles_held(summary.sessions), summary.progress.pathway
    if held:
        yield Heading("Roles held")
        rows = tuple(
            (
                capital(role_told(each.role, pathway)),
                day_on_paper(each.first),
                day_on_paper(each.last),
                str(each.sessions),
            )
            for each in held
        )
        yield Table(("Role", "First", "Last", "Sessions"), rows, frozenset({3}))
