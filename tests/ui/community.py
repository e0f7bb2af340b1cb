"""A group whose twelve cells are filled, with its schools, statements and pulses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from facilitui.core.pathways.case import Case, Logged
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.roster import RosterMember
from tests.ui.pathways import GROUP, Kept, group, logged

PARTS = ("plan", "do", "study", "act")
BEGUN = date(2026, 9, 7)
PIECES = (
    "Our problem of practice, and three sets of exit tickets that show it",
    "Video of two lessons with turn-and-talk before writing",
    "Exit tickets of grade 7, sorted by what is missing",
    "Minutes: we keep the sentence frames and drop the timer",
)
STATEMENT = "Students explain their reasoning when asked aloud, but rarely in writing."
MEMBERS = (
    RosterMember(id="m1", name="Ben Okoro", role="site_educator", school="north"),
    RosterMember(id="m2", name="Ira Sand", role="leader", school="south"),
    RosterMember(id="m3", name="Mia Chen", role="facilitator"),
    RosterMember(id="m4", name="Zoë Ahmed", role="site_educator", school="north", left=True),
    RosterMember(id="m5", name="Lee Park", role="Data coach", school="south"),
)


def said(requirement: str, n: int, on: date, revision: int = 1, **fields: Any) -> Logged:
    """Something that the group logged."""
    return replace(logged(GROUP, requirement, n, on, **fields), revision=revision)


def pieces(cells: int = 12) -> Iterator[Logged]:
    """Evidence for so many cells, in their order; every fourth cell has two pieces."""
    for at in range(cells):
        cycle, part = divmod(at, 4)
        on = BEGUN + timedelta(days=6 * at)
        slot = Slot(cycle=cycle + 1, part=PARTS[part])
        values = {"shows": PIECES[part]}
        yield said("evidence_cycle", at, on, slot=slot, values=values, file_name="evidence.pdf")
        if part == 2:
            more = {"shows": "Notes of the meeting where we read them"}
            yield said("evidence_cycle", 100 + at, on + timedelta(2), slot=slot, values=more)


def check_ins() -> Iterator[Logged]:
    """Held in the first two cycles, planned in the third."""
    for n, on in enumerate((date(2026, 9, 21), date(2026, 10, 19), date(2026, 12, 3))):
        planned = on > date(2026, 11, 25)
        yield said("check_ins", n, on, slot=Slot(cycle=n + 1), planned=planned)


def statements() -> Iterator[Logged]:
    """One school's in its third version, with an intervention that rests on the second."""
    north = Slot(school="north")
    values = {"statement": STATEMENT}
    yield said("problem_of_practice", 1, date(2026, 11, 2), 3, slot=north, values=values)
    rests: dict[str, Any] = {"upon": "log_entry-problem_of_practice-1", "upon_revision": 2}
    tried = {
        "what": "Talk first, then write with sentence frames",
        "why": "It is writing",
        "state": "Being tried",
    }
    yield said("interventions", 1, date(2026, 10, 5), slot=north, values=tried, **rests)
    known = {"from": "Reading", "title": "Writing to learn, chapter 2", "learnt": "Frames fade."}
    yield said("shared_knowledge", 1, date(2026, 10, 6), values=known, **rests)


VALUED = ((1, "Partly"), (15, "Rather agree"), (29, "Rather agree"), (43, "Agree"))


def pulses() -> Iterator[Logged]:
    """After four meetings, and at both ends of the first cycle."""
    for n, (day, level) in enumerate(VALUED):
        yield said("value_pulse", n, BEGUN + timedelta(day), values={"worth_it": level})
    for n, (moment, level) in enumerate((("At its beginning", "Partly"), ("At its end", "Agree"))):
        values = {"moment": moment, "empowered": level, "change_possible": "Rather agree"}
        on = BEGUN + timedelta(20 * n)
        yield said("belief_pulse", n, on, slot=Slot(cycle=1), values=values)


def community(cells: int = 12, *, empty: bool = False, **fields: Any) -> Kept:
    """The group with so many of its cells filled; `empty` with nothing logged at all."""
    everything = (*pieces(cells), *check_ins(), *statements(), *pulses())
    case = Case(logged=() if empty else everything, members={} if empty else {GROUP: MEMBERS})
    return Kept({GROUP: group(**fields)}, case=case)
