"""What tells one thing that is there of a requirement from others of its title and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitui.core.pathways import facts_told
from facilitui.core.pathways.case import Source
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.requirements import (
    Debriefs,
    Observations,
    ParticipantFeedback,
    Planning,
    Requirement,
    ScoreGate,
    Sessions,
)
from facilitui.core.pathways.standings.scope import Scope

_Place = tuple[str, str]


class Apart:
    """Tells of what counts for one phase by what the journal holds of it."""

    def __init__(self, scope: Scope) -> None:
        self._pathway = scope.pathway
        self._held = {_place(each.source): each for each in scope.sessions}
        self._observed = {_place(each.source): each for each in scope.observed}
        self._heard = {_place(each.source): each for each in scope.heard}

    def told(self, each: Progress) -> Progress:
        """The same, each thing that is there of it with what it is told by beside its title."""
        slots = tuple(self._slot(slot) for slot in each.slots)
        in_slots = {one: one for slot in slots for one in slot.by}
        by = tuple(in_slots.get(one) or self._source(one, each.requirement) for one in each.by)
        levels = tuple(
            replace(one, source=self._source(one.source, each.requirement)) if one.source else one
            for one in each.levels
        )
        lacks = tuple(
            replace(one, source=self._source(one.source, each.requirement)) if one.source else one
            for one in each.lacks
        )
        out = tuple(self._source(one, each.requirement) for one in each.by_debrief)
        return replace(each, by=by, lacks=lacks, slots=slots, levels=levels, by_debrief=out)

    def _slot(self, slot: SlotProgress) -> SlotProgress:
        by = tuple(replace(one, about=slot.name) for one in slot.by)
        lacks = tuple(
            replace(one, source=replace(one.source, about=slot.name)) if one.source else one
            for one in slot.lacks
        )
        return replace(slot, by=by, lacks=lacks)

    def _source(self, source: Source, asked: Requirement) -> Source:
        return replace(source, about=", ".join(self._about(_place(source), asked)))

    def _about(self, at: _Place, asked: Requirement) -> Iterator[str]:
        """What the requirement is about, and nothing else of it."""
        held, observed, heard = self._held.get(at), self._observed.get(at), self._heard.get(at)
        match asked:
            case Sessions() if held is not None:
                yield from facts_told.run_told(held, self._pathway)
                yield from facts_told.met_told(held)
            case Planning() if held is not None:
                yield from facts_told.planned_told(held, self._pathway)
            case Debriefs() if held is not None:
                yield from facts_told.debriefed_told(held)
            case Observations() | ScoreGate() if observed is not None:
                yield facts_told.observed_told(observed, self._pathway)
            case ParticipantFeedback() if heard is not None:
                yield heard.told


def _place(source: Source) -> _Place:
    """A session and its observation are two entries."""
    return source.entry, source.session
