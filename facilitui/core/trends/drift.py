"""How it went for me: how much longer than planned the steps of a protocol ran, over many runs.

What a planner needs is the time that a step takes out of the agenda, so its directions count as
run. A step that repeats is measured by the pass, and a session counts once however many passes it
had. Nothing is made up: what was left out, broken off or interrupted by a gap that does not count
was not measured. Nor is a block without a protocol: it has no step that another plan has too.

All of it is told to the second, here as in trends: what the steps took beyond the plan adds up to
what the whole did. Only what is proposed for a plan is rounded, as a plan's minutes are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from facilitui.core.library.protocol import Step
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.seconds_told import (
    against_plan,
    in_minutes,
    is_as_planned,
    lasted,
    longer,
    nearest_second,
    run_to_second,
)
from facilitui.core.sessions.facts import PartFacts, session_facts
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.told import figure, nearest, plural

ENOUGH_RUNS = 3
"""So many runs make a median worth taking over: of fewer it is a single run, or lies between two,
and one bad afternoon would decide about the next plan."""
LONGEST_PASS = 24 * 60
"""Minutes; a clock that ran for longer was forgotten, and says nothing of the step."""
_HALVES = 2
"""A plan's minutes are halves at the finest."""
Minutes = Annotated[float, Field(gt=-1e6, lt=1e6)]
"""Minutes of a session, within what can be added up."""


@dataclass(frozen=True, slots=True)
class StepRan:
    """One step in one session, in minutes for a pass, directions included."""

    step: str
    planned: Minutes
    ran: Minutes

    @property
    def longer(self) -> float:
        """By how many minutes it ran longer than planned, to the second."""
        return nearest_second(self.ran - self.planned)


@dataclass(frozen=True, slots=True)
class ProtocolRan:
    """One protocol in one session."""

    protocol: str
    over: Minutes
    """Minutes by which what was measured of it ran longer than planned, all passes together."""
    steps: tuple[StepRan, ...]

    @property
    def longer(self) -> float:
        """The same, to the second: what its steps are told to add up to.

        Unless one of them had several passes, of which each step tells one.
        """
        told = sum(each.longer for each in self.steps)
        is_sum = abs(told - self.over) * 60 <= len(self.steps)
        return told if is_sum else nearest_second(self.over)


@dataclass(frozen=True, slots=True)
class Median:
    """The middle of some runs, in minutes with their seconds."""

    runs: int
    over: float
    """How much longer than planned; below zero if shorter."""
    ran: float = 0
    """How long it was, directions included; 0 where that means nothing, as of a whole protocol."""

    @property
    def enough(self) -> bool:
        """Whether so many runs make its figure worth planning with."""
        return self.runs >= ENOUGH_RUNS


@dataclass(frozen=True, slots=True)
class Drift:
    """How a protocol went over all runs of it."""

    whole: Median
    steps: Mapping[str, Median]
    """By the step's id; a step that never ran to its end is not among them."""


Drifts = Mapping[str, Drift]
"""By the protocol's id; a protocol that was never run is not among them."""
NEVER_RUN: Drifts = MappingProxyType({})
"""What there is to tell before anything was run."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The minutes that a step could be planned with because it took them."""

    minutes: float
    limit: str = ""
    """Why it is not the median itself, in words; empty where it is."""


def measured(state: SessionState) -> tuple[ProtocolRan, ...]:
    """What an ended session shows of each protocol it used; nothing of one that goes on."""
    if state.ended_at is None:
        return ()
    broken_off = {state.ended_in} if state.ahead else set()
    unsure = {gap.part for gap in state.gaps if not gap.counts} | broken_off
    whole = {run.part.id: run.part.step for run in state.runs if _ran(run)}
    passes = [
        each
        for each in session_facts(state).parts
        if whole.get(each.id) and each.id not in unsure and _likely(each)
    ]
    names = dict.fromkeys(block.protocol_id for block in state.blocks if block.protocol_id)
    found = (_measured(name, state.blocks, passes, whole) for name in names)
    return tuple(each for each in found if each.steps)


def _ran(run: PartRun) -> bool:
    return run.stage is Stage.DONE and run.began is not None


def _likely(each: PartFacts) -> bool:
    return 0 <= each.planned <= LONGEST_PASS and _took(each) <= LONGEST_PASS


def _took(each: PartFacts) -> float:
    return each.ran + each.directions


def _measured(
    protocol: str,
    blocks: Iterable[AgendaBlock],
    passes: Iterable[PartFacts],
    steps: Mapping[str, str],
) -> ProtocolRan:
    """One protocol's share of what was measured; `steps` are those of the parts."""
    within = {block.id for block in blocks if block.protocol_id == protocol}
    own = [each for each in passes if each.block in within]
    by_step: dict[str, list[PartFacts]] = defaultdict(list)
    for each in own:
        by_step[steps[each.id]].append(each)
    times = len({each.block for each in own})
    return ProtocolRan(
        protocol,
        sum(_took(each) - each.planned for each in own) / max(1, times),
        tuple(
            StepRan(step, fmean(each.planned for each in some), fmean(map(_took, some)))
            for step, some in by_step.items()
        ),
    )


def drifts(sessions: Iterable[Iterable[ProtocolRan]]) -> Drifts:
    """What many sessions show together, by protocol and step."""
    by_protocol: dict[str, list[ProtocolRan]] = defaultdict(list)
    for session in sessions:
        for each in session:
            by_protocol[each.protocol].append(each)
    return {protocol: _drift(runs) for protocol, runs in by_protocol.items()}


def _drift(runs: list[ProtocolRan]) -> Drift:
    by_step: dict[str, list[StepRan]] = defaultdict(list)
    for run in runs:
        for each in run.steps:
            by_step[each.step].append(each)
    steps = {
        step: Median(
            len(some),
            median(each.longer for each in some),
            median(each.ran for each in some),
        )
        for step, some in by_step.items()
    }
    return Drift(Median(len(runs), median(run.longer for run in runs)), steps)


def proposed(step: Step, of: Median) -> Proposed:
    """The median to half a minute, within the step's own limits, which are told."""
    minutes = nearest(of.ran, _HALVES)
    if minutes < step.min:
        return Proposed(step.min, _limited(of, step.min, "least"))
    if minutes > step.max:
        return Proposed(step.max, _limited(of, step.max, "most"))
    return Proposed(minutes)


def _limited(of: Median, limit: float, end: str) -> str:
    """It stands beside minutes, and needs their unit only where it has another one too."""
    ran, takes = run_to_second(of.ran), figure(limit)
    return f"ran {ran}, it takes {in_minutes(takes) if ran.endswith('s') else takes} at {end}"


def step_told(of: Median) -> str:
    """How a step went, in few words: ran 7 min, 2 min longer, 4 runs."""
    return f"ran {lasted(of.ran)}, {longer(of.over)}, {plural(of.runs, 'run')}"


def whole_told(of: Median) -> str:
    """How a protocol went, in words: 4 runs, median +4 min against the plan, with directions."""
    middle = "median " if of.runs > 1 else ""
    over = against_plan(of.over) + ("" if is_as_planned(of.over) else " against the plan")
    return f"{plural(of.runs, 'run')}, {middle}{over}, with directions"
