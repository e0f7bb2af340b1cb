"""How it went for me: how much longer than planned the steps of a protocol ran, over many runs.

What a planner needs is the time that a step takes out of the agenda, so its directions count as
run. A step that repeats is measured by the pass, and a session counts once however many passes it
had. Nothing is made up: what was left out, broken off or interrupted by a gap that does not count
was not measured. Nor is a block without a protocol: it has no step that another plan has too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median
from types import MappingProxyType
from typing import Annotated

from pydantic import Field

from facilitui.core.agenda import AgendaBlock
from facilitui.core.facts import PartFacts, session_facts
from facilitui.core.protocol import Step
from facilitui.core.session import PartRun, SessionState, Stage
from facilitui.core.told import figure, nearest, plural, signed

ENOUGH_RUNS = 3
"""So many runs make a median worth taking over: of fewer it is a single run, or lies between two,
and one bad afternoon would decide about the next plan."""
LONGEST_PASS = 24 * 60
"""Minutes; a clock that ran for longer was forgotten, and says nothing of the step."""
Measure = Annotated[float, Field(gt=-1e6, lt=1e6)]
"""Minutes of a session, within what can be added up."""


@dataclass(frozen=True, slots=True)
class StepRan:
    """One step in one session, in minutes for a pass, directions included."""

    step: str
    planned: Measure
    ran: Measure


@dataclass(frozen=True, slots=True)
class ProtocolRan:
    """One protocol in one session."""

    protocol: str
    over: Measure
    """Minutes by which what was measured of it ran longer than planned, all passes together."""
    steps: tuple[StepRan, ...]


@dataclass(frozen=True, slots=True)
class Median:
    """The middle of some runs, in minutes, to half a minute."""

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
            _halved(median(each.ran - each.planned for each in some)),
            _halved(median(each.ran for each in some)),
        )
        for step, some in by_step.items()
    }
    return Drift(Median(len(runs), _halved(median(run.over for run in runs))), steps)


def _halved(minutes: float) -> float:
    return nearest(minutes, 2)


def proposed(step: Step, of: Median) -> Proposed:
    """The median as a step's minutes, within the step's own limits, which are told."""
    if of.ran < step.min:
        return Proposed(step.min, f"ran {figure(of.ran)}, it takes {figure(step.min)} at least")
    if of.ran > step.max:
        return Proposed(step.max, f"ran {figure(of.ran)}, it takes {figure(step.max)} at most")
    return Proposed(of.ran)


def step_told(of: Median) -> str:
    """How a step went, in few words: ran 7 min, 2 longer, 4 runs."""
    return f"ran {figure(of.ran)} min, {_over(of.over)}, {plural(of.runs, 'run')}"


def _over(minutes: float) -> str:
    if not minutes:
        return "as planned"
    return f"{figure(abs(minutes))} {'longer' if minutes > 0 else 'shorter'}"


def whole_told(of: Median) -> str:
    """How a protocol went, in words: 4 runs, median +4 min against the plan, with directions."""
    middle = "median " if of.runs > 1 else ""
    over = f"{signed(of.over)} min against the plan" if of.over else "as planned"
    return f"{plural(of.runs, 'run')}, {middle}{over}, with directions"
