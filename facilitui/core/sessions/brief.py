"""A hand-over brief: what a co-facilitator needs to take a session over now.

It is made of the events as a co-facilitator may see them, so that nothing which is the host's
alone can get into it; what it leaves out is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from facilitui.core.naming import UNTITLED
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.audience import seen_by
from facilitui.core.plans.costs import collected_in
from facilitui.core.plans.plan import Evidence
from facilitui.core.plans.slack import apart_from_plan
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.facts import BlockFacts, session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session import NoteKind, SessionState
from facilitui.core.sessions.timing import Forecast, forecast, projected_end
from facilitui.core.told import plural
from facilitui.core.vocabulary import Visibility


@dataclass(frozen=True, slots=True)
class BlockAhead:
    """A block, or the rest of the one that runs, with the parts of it that are to come."""

    block: AgendaBlock
    lead: str
    parts: tuple[Forecast, ...]
    goes_on: bool
    """Whether some of it was run already."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A session at one moment, for whoever takes it over."""

    state: SessionState
    """As a co-facilitator may see it."""
    elapsed: float
    now: datetime
    """Aware, in the session's zone."""
    done: tuple[BlockFacts, ...]
    """The blocks that are over, those that were left out among them."""
    ahead: tuple[BlockAhead, ...]
    ends: datetime
    """When it will end as things are, or when it ended; in the session's zone."""
    late: int
    """Minutes after its planned end, as the host is told them; below zero if before."""
    free: int
    """Booked minutes that are left over, where not all of them were planned."""
    to_collect: tuple[Evidence, ...]
    """Measures that are not behind: each in a block still to come, or in none that is named."""
    left_out: tuple[str, ...]
    """What its reader does not get to see."""
    trouble: str
    """What is wrong with the log it is made of, in a sentence; empty if nothing."""

    @property
    def title(self) -> str:
        """What the session is called."""
        title = self.state.started.title
        return title if title.strip() else UNTITLED

    @property
    def zone(self) -> str:
        """The IANA name of the session's zone, empty where it is not known."""
        return str(getattr(self.now.tzinfo, "key", ""))

    @property
    def block(self) -> AgendaBlock | None:
        """The block that runs."""
        return self.state.block_of(self.state.now) if self.state.now is not None else None

    @property
    def parked(self) -> tuple[str, ...]:
        """What was put aside, in the order in which it was."""
        return tuple(note.text for note in self.state.notes_of(NoteKind.PARKED))


def brief(events: Sequence[Event], elapsed: float, now: datetime, trouble: str = "") -> Brief:
    """The brief of a session at a moment, which is aware and in the session's zone.

    `trouble` says what is wrong with the log that the events are from.
    """
    state = fold(seen_by(Visibility.COFACILITATOR, events))
    ends = projected_end(state, elapsed, now, now.tzinfo)
    apart = apart_from_plan(state, ends, now.tzinfo)
    return Brief(
        state=state,
        elapsed=elapsed,
        now=now,
        done=_done(state),
        ahead=tuple(_ahead(state, elapsed, now)),
        ends=ends,
        late=apart.minutes,
        free=apart.free,
        to_collect=_to_collect(state),
        left_out=_left_out(fold(events)),
        trouble=trouble,
    )


def _unfinished(state: SessionState) -> frozenset[str]:
    """The blocks of which something runs or is to come."""
    runs = (*((state.now,) if state.now is not None else ()), *state.ahead)
    return frozenset() if state.ended_at is not None else frozenset(r.part.block for r in runs)


def _done(state: SessionState) -> tuple[BlockFacts, ...]:
    unfinished, facts = _unfinished(state), session_facts(state).blocks
    return tuple(
        fact for block, fact in zip(state.blocks, facts, strict=True) if block.id not in unfinished
    )


def _ahead(state: SessionState, elapsed: float, now: datetime) -> Iterator[BlockAhead]:
    if state.ended_at is not None:
        return
    begun = {run.part.block for run in state.runs if run.began is not None}
    for _, group in groupby(
        forecast(state, elapsed, now, now.tzinfo), key=lambda each: each.run.part.block
    ):
        parts = tuple(group)
        run = parts[0].run
        block = state.block_of(run)
        if block is not None:
            yield BlockAhead(block, state.lead_of(run), parts, block.id in begun)


def _to_collect(state: SessionState) -> tuple[Evidence, ...]:
    unfinished = _unfinished(state)

    def is_behind(measure: Evidence) -> bool:
        blocks = collected_in(measure, state.blocks)
        return bool(blocks) and unfinished.isdisjoint(blocks)

    return tuple(measure for measure in state.started.evidence if not is_behind(measure))


def _left_out(state: SessionState) -> tuple[str, ...]:
    """What the host has and a brief does not; counted, never quoted."""
    captures, marks = (len(state.notes_of(k)) for k in (NoteKind.CAPTURE, NoteKind.MARK))
    told = (
        (captures, f"{plural(captures, 'capture')} kept private"),
        (marks, plural(marks, "mark")),
        (any(run.part.watch for run in state.runs), "what only the host watches for"),
        (state.aftercare, "what is planned for afterwards"),
        (state.voices, "voices by seat"),
    )
    return tuple(words for there, words in told if there)
